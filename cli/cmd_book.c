/* medbox donate, withdraw, discard and undo: typed bookings. */

#include "base/words.h"
#include "cli/booked.h"
#include "cli/line.h"
#include "cli/order.h"
#include "cli/scan_print.h"
#include "cli/verb.h"
#include "inventory/stock.h"

typedef bool poster(struct inventory *inventory, const struct booking *booking,
                    struct booking_result *result, GError **error);

/* Books what is ordered and tells of it. */
static bool
book(struct face *face, const struct order *order, const struct booking *booking,
     enum movement_kind kind, poster *post, GError **error)
{
    struct booking_result result = {0};
    bool ok = booking->units > 0 || err_set(error, ERR_INPUT, _("0 can't be booked"));

    ok = ok && post(face->inventory, booking, &result, error);
    if (ok)
        booked_tell(face, order->box, order->drug, kind, booking, &result);
    booking_result_clear(&result);
    return ok;
}

static bool
run_donate(struct face *face, GError **error)
{
    struct order order;
    struct booking booking;
    bool ok = order_read(face, &order, error) && order_booking(face, &order, &booking, error);

    if (ok) {
        order_tell_undated(face, order.drug);
        booking.opened = face_has(face, "opened");
        ok = book(face, &order, &booking, MOVEMENT_DONATE, booking_donate, error);
    }
    order_clear(&order);
    return ok;
}

/* --household and --with, into the booking and the places that it borrows from. */
static bool
read_taker(struct face *face, struct booking *booking, uint8_t *household, struct drug_id *with,
           GError **error)
{
    struct drug *drug = NULL;

    if (face_has(face, "household")) {
        booking->household = household;
        if (!booking_household(face->inventory, face_text(face, "household"), household, error))
            return false;
    }
    if (face_has(face, "with")) {
        if (!drug_find(face->inventory, face_text(face, "with"), &drug, error))
            return false;
        *with = drug->id;
        booking->with = with;
        booking->with_count = 1;
        drug_free(drug);
    }
    return true;
}

static bool
run_withdraw(struct face *face, GError **error)
{
    struct order order;
    struct booking booking;
    uint8_t household[MOVEMENT_HOUSEHOLD_SIZE];
    struct drug_id with;
    bool ok = order_read(face, &order, error) && order_booking(face, &order, &booking, error) &&
              read_taker(face, &booking, household, &with, error);

    if (ok) {
        booking.exact = face_has(face, "exact");
        ok = book(face, &order, &booking, MOVEMENT_TAKE, booking_take, error);
    }
    order_clear(&order);
    return ok;
}

/* ------------------------------------------------------------------------------------ discarding */

static bool
run_discard_one(struct face *face, GError **error)
{
    struct order order;
    struct booking booking;
    bool ok = order_read(face, &order, error) && order_booking(face, &order, &booking, error);

    if (ok) {
        booking.exact = face_has(face, "exact");
        ok = book(face, &order, &booking, MOVEMENT_DISCARD, booking_discard, error);
    }
    order_clear(&order);
    return ok;
}

/* One lot that can't be given out any more. */
static bool
discard_lot(struct face *face, const struct box *box, const struct stock_lot *lot,
            struct rows *rows, GError **error)
{
    const char *reason = face_text(face, "reason");
    struct booking booking = {.uid = face_uuid(face),
                              .now = face->now,
                              .person = face->person,
                              .box = box->id,
                              .drug = lot->drug,
                              .units = lot->units,
                              .expiry = lot->expiry,
                              .lot = lot->lot,
                              .exact = true,
                              .reason = reason != NULL  ? reason
                                        : lot->recalled ? _("recalled")
                                                        : _("expired"),
                              .dry_run = face_has(face, "dry-run")};
    struct booking_result result = {0};
    struct drug *drug = NULL;
    bool ok = drug_by_id(face->inventory, lot->drug, &drug, error) &&
              booking_discard(face->inventory, &booking, &result, error);

    if (ok)
        booked_add(rows, drug, &result);
    booking_result_clear(&result);
    drug_free(drug);
    return ok;
}

static bool
discard_unusable(struct face *face, const struct box *box, const GPtrArray *lots, struct rows *rows,
                 GError **error)
{
    struct day today = inventory_day(face->inventory, face->now);

    for (guint i = 0; i < lots->len; i++) {
        const struct stock_lot *lot = lots->pdata[i];

        if ((lot->recalled || lot->expiry.n < today.n) && !discard_lot(face, box, lot, rows, error))
            return false;
    }
    return true;
}

/* All lots that are expired or recalled, in one transaction: all of them or none. */
static bool
discard_lots(struct face *face, const struct box *box, const GPtrArray *lots, GError **error)
{
    struct rows *rows = booked_rows(face);
    const char *remark = booked_remark(face_has(face, "dry-run"), false);
    bool ok = ledger_begin(face->inventory, error) &&
              ledger_end(face->inventory, discard_unusable(face, box, lots, rows, error), error);

    if (!ok) {
        rows_free(rows);
        return false;
    }
    answer_rows(face->answer, "rows", rows, _("Nothing in it is expired or recalled."));
    answer_number(face->answer, "box", box->id.n);
    answer_text(face->answer, "box_code", box->code);
    if (remark != NULL)
        answer_say(face->answer, "%s", remark);
    return true;
}

static bool
run_discard_expired(struct face *face, GError **error)
{
    g_autoptr(GPtrArray) lots = NULL;
    struct box *box = NULL;
    bool ok = scan_print_box(face, face->args[0], &box, error) &&
              stock_lots(face->inventory, box->id, (struct drug_id){0}, &lots, error) &&
              discard_lots(face, box, lots, error);

    box_free(box);
    return ok;
}

static bool
run_discard(struct face *face, GError **error)
{
    if (face_has(face, "expired") == (face->arg_count == 2))
        return face_usage(face, error,
                          _("say which medicine, or --expired for all that is expired "
                            "or recalled"));
    return face_has(face, "expired") ? run_discard_expired(face, error)
                                     : run_discard_one(face, error);
}

/* --------------------------------------------------------------------------------------- undoing */

struct found {
    struct box_id box;
    struct drug_id drug;
    enum movement_kind kind;
};

static bool
note_found(const struct movement *movement, int64_t undone_by, void *data)
{
    struct found *found = data;

    (void)undone_by;
    *found = (struct found){movement->box, movement->drug, movement->kind};
    return false;
}

static bool
read_entry(const char *text, int64_t *seq, GError **error)
{
    return line_entry(text, seq) ||
           err_set(error, ERR_INPUT,
                   _("a booking is named by its number, not “%s”; “medbox ledger” lists them"),
                   text);
}

static bool
tell_undone(struct face *face, int64_t seq, const struct booking *booking,
            const struct booking_result *result, GError **error)
{
    struct ledger_filter filter = {.after_seq = seq - 1};
    struct found found;
    struct box *box = NULL;
    struct drug *drug = NULL;
    bool ok = ledger_list(face->inventory, &filter, note_found, &found, error) &&
              box_by_id(face->inventory, found.box, &box, error) &&
              drug_by_id(face->inventory, found.drug, &drug, error);

    if (ok)
        booked_tell(face, box, drug,
                    movement_direction(found.kind) > 0 ? MOVEMENT_UNDO_IN : MOVEMENT_UNDO_OUT,
                    booking, result);
    box_free(box);
    drug_free(drug);
    return ok;
}

static bool
run_undo(struct face *face, GError **error)
{
    struct booking booking = {.now = face->now,
                              .person = face->person,
                              .reason = face_text(face, "reason"),
                              .dry_run = face_has(face, "dry-run")};
    struct booking_result result = {0};
    int64_t seq;
    bool ok = read_entry(face->args[0], &seq, error) && order_uid(face, &booking.uid, error) &&
              booking_undo(face->inventory, seq, &booking, &result, error) &&
              tell_undone(face, seq, &booking, &result, error);

    booking_result_clear(&result);
    return ok;
}

/* ---------------------------------------------------------------------------------------- table */

/* What all bookings have in common. */
#define COMMON_OPTIONS                                                                             \
    {.name = "reason", .value = N_("TEXT"), .meaning = N_("why, for the record")},                 \
        {.name = "uid",                                                                            \
         .value = N_("UUID"),                                                                      \
         .meaning = N_("an id of your own: the same id is booked once only")},                     \
        {.name = "dry-run", .kind = VERB_FLAG, .meaning = N_("only say what would be booked")},    \
    {                                                                                              \
        0                                                                                          \
    }

#define AMOUNT_OPTIONS                                                                             \
    {.name = "packs",                                                                              \
     .kind = VERB_NUMBER,                                                                          \
     .value = N_("N"),                                                                             \
     .meaning = N_("so many packs (1)"),                                                           \
     .high = 100000},                                                                              \
        {.name = "units",                                                                          \
         .kind = VERB_NUMBER,                                                                      \
         .value = N_("N"),                                                                         \
         .meaning = N_("so many tablets, sachets, ml …"),                                          \
         .high = 1000000},                                                                         \
        {.name = "expiry",                                                                         \
         .kind = VERB_DAY,                                                                         \
         .value = N_("DATE"),                                                                      \
         .meaning = N_("use by: 2027-08-31, or 2027-08 for the end of the month")},                \
        {.name = "lot", .value = N_("TEXT"), .meaning = N_("batch number")},                       \
    {                                                                                              \
        .name = "at", .kind = VERB_MOMENT, .value = N_("MOMENT"),                                  \
        .meaning = N_("when it was done, if not now")                                              \
    }

static const struct verb_option donate_options[] = {
    AMOUNT_OPTIONS,
    {.name = "opened", .kind = VERB_FLAG, .meaning = N_("the pack was opened")},
    COMMON_OPTIONS,
};

#define EXACT_OPTION                                                                               \
    {                                                                                              \
        .name = "exact", .kind = VERB_FLAG,                                                        \
        .meaning = N_("only of that date and batch, not of others too")                            \
    }

static const struct verb_option withdraw_options[] = {
    AMOUNT_OPTIONS,
    EXACT_OPTION,
    {.name = "household",
     .value = N_("DOOR"),
     .meaning = N_("for the limit of a household; only a hash is kept")},
    {.name = "with",
     .value = N_("DRUG"),
     .meaning = N_("what is taken along: warns of the same ingredient")},
    COMMON_OPTIONS,
};

static const struct verb_option discard_options[] = {
    AMOUNT_OPTIONS,
    EXACT_OPTION,
    {.name = "expired",
     .kind = VERB_FLAG,
     .meaning = N_("all in the box that is expired or recalled")},
    COMMON_OPTIONS,
};

static const struct verb_option undo_options[] = {
    COMMON_OPTIONS,
};

const struct verb verb_book[] = {
    {.name = "donate",
     .usage = N_("BOX DRUG [--packs N | --units N] --expiry DATE --lot TEXT"),
     .help = N_("Books a gift into a box."),
     .options = donate_options,
     .least = 2,
     .most = 2,
     .run = run_donate},
    {.name = "withdraw",
     .usage = N_("BOX DRUG [--packs N | --units N]"),
     .help = N_("Books what is taken, of what expires first."),
     .options = withdraw_options,
     .least = 2,
     .most = 2,
     .run = run_withdraw},
    {.name = "discard",
     .usage = N_("BOX [DRUG | --expired] [--packs N | --units N]"),
     .help = N_("Books what is thrown away."),
     .options = discard_options,
     .least = 1,
     .most = 2,
     .run = run_discard},
    {.name = "undo",
     .usage = N_("ENTRY [--reason TEXT]"),
     .help = N_("Takes a booking back by one that runs the other way."),
     .options = undo_options,
     .least = 1,
     .most = 1,
     .run = run_undo},
    {0},
};
