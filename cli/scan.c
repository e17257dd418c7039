#include "cli/scan.h"
#include "cli/scan_print.h"

#include "base/limits.h"
#include "base/words.h"
#include "cli/booked.h"
#include "cli/next.h"
#include "cli/order.h"
#include "cli/scan_carry.h"
#include "cli/scan_tell.h"
#include "inventory/names.h"
#include "inventory/stock.h"

static const struct rows_column refused_columns[] = {
    {"code", NULL, ROWS_LEFT}, {"message", NULL, ROWS_LEFT}, {NULL, NULL, ROWS_LEFT}};

static void
booked_free(gpointer data)
{
    struct scan_booked *booked = data;

    g_array_unref(booked->numbers);
    g_free(booked);
}

void
scan_keep(struct scan *scan, struct uuid uid, GArray *numbers, enum scan_way way, int32_t packs)
{
    struct scan_booked booked = {uid, numbers, way, packs};

    g_ptr_array_add(scan->booked, g_memdup2(&booked, sizeof(booked)));
}

bool
scan_start(struct face *face, struct scan *scan, GError **error)
{
    const char *box = face_text(face, "box"), *household = face_text(face, "household");

    *scan = (struct scan){
        .face = face,
        .rows = rows_new(scan_tell_columns, answer_utc_offset(face->answer)),
        .refused = rows_new(refused_columns, answer_utc_offset(face->answer)),
        .booked = g_ptr_array_new_with_free_func(booked_free),
        .taken = g_array_new(FALSE, FALSE, sizeof(struct drug_id)),
    };
    if (household != NULL) {
        scan->household = scan->household_hash;
        if (!booking_household(face->inventory, household, scan->household_hash, error))
            return false;
    }
    return box == NULL || scan_print_box(face, box, &scan->box, error);
}

void
scan_clear(struct scan *scan)
{
    rows_free(scan->rows);
    rows_free(scan->refused);
    box_free(scan->box);
    g_clear_error(&scan->worst);
    g_clear_pointer(&scan->booked, g_ptr_array_unref);
    g_clear_pointer(&scan->taken, g_array_unref);
}

void
scan_go(struct scan *scan, struct box *box)
{
    box_free(scan->box);
    scan->box = box;
    scan->sitting = scan->booked->len;
    scan->counted = 0;
    g_array_set_size(scan->taken, 0);
}

/* ------------------------------------------------------------------------------------- problems */

/* The lower, the graver. */
static int
gravity(const GError *error)
{
    static const int order[] = {
        [ERR_BROKEN] = 0,  [ERR_BUSY] = 1,    [ERR_DENIED] = 2,
        [ERR_REFUSED] = 3, [ERR_MISSING] = 4, [ERR_INPUT] = 5,
    };

    return error->domain == ERR ? order[error->code] : 0;
}

bool
scan_excuse(struct scan *scan, GError **error)
{
    g_autofree char *told = NULL;

    if (gravity(*error) < 3)
        return false;
    told = next_told(*error);
    answer_notice(scan->face->answer, "%s", told);
    rows_text(scan->refused, scan->text);
    rows_text(scan->refused, told);
    scan->problems++;
    if (scan->worst == NULL || gravity(*error) < gravity(scan->worst)) {
        g_clear_error(&scan->worst);
        scan->worst = g_steal_pointer(error);
    }
    g_clear_error(error);
    return true;
}

void
scan_problem(struct scan *scan, enum err kind, const char *format, ...)
{
    GError *error;
    va_list args;

    va_start(args, format);
    error = g_error_new_valist(ERR, (int)kind, format, args);
    va_end(args);
    scan_excuse(scan, &error);
}

bool
scan_end(struct scan *scan, GError **error)
{
    struct answer *answer = scan->face->answer;

    if (face_has(scan->face, "dry-run") && scan->codes > 0)
        answer_say(answer, "%s", booked_remark(true, false));
    if (answer_is_json(answer)) {
        answer_rows(answer, "rows", g_steal_pointer(&scan->rows), "");
        answer_rows(answer, "refused", g_steal_pointer(&scan->refused), "");
    }
    return scan->problems == 0 ||
           err_set(error, (enum err)scan->worst->code, _("done: %d, not done: %d (see above)"),
                   scan->codes, scan->problems);
}

/* -------------------------------------------------------------------------------------- booking */

static void
note_booked(struct scan *scan, enum movement_kind kind, const struct scan_item *item,
            const struct booking_result *result)
{
    GArray *numbers = g_array_new(FALSE, FALSE, sizeof(int64_t));

    for (guint i = 0; i < result->lines->len; i++) {
        const struct booking_line *line = result->lines->pdata[i];

        g_array_append_val(numbers, line->seq);
    }
    scan_keep(scan, item->uid, numbers, kind == MOVEMENT_TAKE ? SCAN_OUT : SCAN_IN, item->packs);
    if (kind == MOVEMENT_TAKE)
        g_array_append_val(scan->taken, item->resolved.drug);
}

static struct booking
booking_of(const struct scan *scan, const struct scan_item *item)
{
    const struct resolved *is = &item->resolved;

    return (struct booking){
        .uid = item->uid,
        .now = scan->face->now,
        .person = scan->face->person,
        .box = scan->box->id,
        .drug = is->drug,
        .units = is->units * item->packs,
        .expiry = is->expiry.n != DAY_NONE.n ? is->expiry : item->expiry,
        .lot = is->lot[0] != '\0' ? is->lot : item->lot,
        .pack = item->code->pack[0] != '\0' ? item->code->pack : NULL,
        .household = scan->household,
        .with = (const struct drug_id *)(const void *)scan->taken->data,
        .with_count = scan->taken->len,
        .dry_run = face_has(scan->face, "dry-run"),
    };
}

/* What to do about a missing date differs between a photo and a hand scanner. */
static void
tell_no_expiry(GError **error, const char *hint)
{
    g_clear_error(error);
    *error = g_error_new(ERR, ERR_REFUSED, _("the expiry date is missing; %s"), words(hint));
}

/* What the code or the ledger says of a date goes before what was typed. */
static void
tell_known_expiry(struct scan *scan, const struct scan_item *item)
{
    char known[DAY_TEXT_SIZE], told[DAY_TEXT_SIZE];

    if (item->resolved.expiry.n == DAY_NONE.n || item->expiry.n == DAY_NONE.n ||
        item->resolved.expiry.n == item->expiry.n)
        return;
    answer_notice(scan->face->answer,
                  _("the date %s was left out: it is known to be good until %s"),
                  day_format(item->expiry, told), day_format(item->resolved.expiry, known));
}

static bool
book(struct scan *scan, enum movement_kind kind, const struct scan_item *item,
     const struct drug *drug, GError **error)
{
    struct booking booking = booking_of(scan, item);
    struct booking_result result = {0};
    bool ok = kind == MOVEMENT_DONATE
                  ? booking_donate(scan->face->inventory, &booking, &result, error)
                  : booking_take(scan->face->inventory, &booking, &result, error);

    if (ok) {
        if (!booking.dry_run && !result.repeated)
            note_booked(scan, kind, item, &result);
        scan_tell_booked(scan, item, drug, kind, &result);
        if (drug->undated && kind == MOVEMENT_DONATE && item->expiry.n != DAY_NONE.n)
            answer_notice(scan->face->answer, _("%s does not expire: the date was left out"),
                          drug->name);
        else if (kind == MOVEMENT_DONATE)
            tell_known_expiry(scan, item);
        if (kind == MOVEMENT_DONATE && !booking.dry_run)
            booked_tell_capacity(scan->face, scan->box, item->packs);
        scan->codes++;
    } else {
        g_autofree char *title = drug_title(drug);

        if (result.refused == RULE_NO_EXPIRY)
            tell_no_expiry(error, scan->hint);
        g_prefix_error(error, _("%s: "), title);
    }
    booking_result_clear(&result);
    return ok;
}

/* The id of their booking, among those that follow from the item's. */
#define OTHERS (UINT32_MAX - 1)

/* A code that names one very pack, several times: that one, and others like it. */
static bool
book_packs(struct scan *scan, enum movement_kind kind, const struct scan_item *item,
           const struct drug *drug, GError **error)
{
    struct scan_item one = *item, others = *item;
    struct code code = *item->code;

    if (item->packs > LIMIT_UNITS / MAX(item->resolved.units, 1))
        return err_set(error, ERR_INPUT, _("%d packs are too many for one booking"), item->packs);
    if (code.pack[0] == '\0' || item->packs == 1)
        return book(scan, kind, item, drug, error);
    code.pack[0] = '\0';
    one.packs = 1;
    others.packs = item->packs - 1;
    others.code = &code;
    others.uid = uuid_nth(item->uid, OTHERS);
    if (!book(scan, kind, &one, drug, error) || !book(scan, kind, &others, drug, error))
        return false;
    answer_notice(scan->face->answer,
                  words_plural("%d pack like it was booked without its own code: don't scan that "
                               "one too.",
                               "%d packs like it were booked without their own codes: don't scan "
                               "those too.",
                               others.packs),
                  others.packs);
    return true;
}

/* ------------------------------------------------------------------------------------- counting */

bool
scan_counted(struct scan *scan, const struct uuid *uid, const struct count_result *result,
             GError **error)
{
    g_autoptr(GArray) numbers = g_array_new(FALSE, FALSE, sizeof(int64_t));
    bool all;

    for (guint i = 0; i < result->differences->len; i++) {
        const struct count_difference *difference = result->differences->pdata[i];
        struct drug *drug = NULL;

        if (!drug_by_id(scan->face->inventory, difference->drug, &drug, error))
            break;
        scan_tell_difference(scan, drug, difference);
        g_array_append_val(numbers, difference->seq);
        drug_free(drug);
    }
    for (guint i = 0; i < result->notices->len; i++)
        answer_notice(scan->face->answer, "%s", (const char *)result->notices->pdata[i]);
    if (result->differences->len == 0)
        answer_say(scan->face->answer, "%s", _("The count agrees with the ledger."));
    all = numbers->len == result->differences->len;
    if (numbers->len > 0 && !face_has(scan->face, "dry-run"))
        scan_keep(scan, *uid, g_steal_pointer(&numbers), SCAN_COUNTED, 0);
    return all;
}

/* ----------------------------------------------------------------------------------- looking up */

static bool
look(struct scan *scan, const struct scan_item *item, const struct drug *drug, GError **error)
{
    int64_t total = 0, usable = 0;

    if (scan->box != NULL && !stock_of_drug(scan->face->inventory, scan->box->id, drug->id,
                                            inventory_day(scan->face->inventory, scan->face->now),
                                            &total, &usable, error))
        return false;
    scan_tell_look(scan, item, drug, scan->box != NULL ? &total : NULL);
    scan->codes++;
    return true;
}

/* ----------------------------------------------------------------------------------------- both */

static bool
act(struct scan *scan, enum session_mode mode, const struct scan_item *item, GError **error)
{
    struct drug *drug = NULL;
    bool ok;

    if (item->resolved.kind != RESOLVE_DRUG)
        return order_unknown_code(scan->face, item->code,
                                  scan->box != NULL ? scan->box->id : (struct box_id){0}, error);
    ok = drug_by_id(scan->face->inventory, item->resolved.drug, &drug, error);
    if (ok && mode == SESSION_LOOK)
        ok = look(scan, item, drug, error);
    else if (ok && mode == SESSION_CARRY)
        ok = scan_carry_item(scan, item, drug, error);
    else if (ok)
        ok = book_packs(scan, mode == SESSION_IN ? MOVEMENT_DONATE : MOVEMENT_TAKE, item, drug,
                        error);
    drug_free(drug);
    return ok;
}

bool
scan_item(struct scan *scan, enum session_mode mode, const struct scan_item *item, bool *booked,
          GError **error)
{
    g_autofree char *text = code_format(item->code);
    GError *why = NULL;
    int before = scan->codes;
    bool ok;

    scan->text = text;
    ok = act(scan, mode, item, &why) || scan_excuse(scan, &why);
    scan->text = NULL;
    if (booked != NULL)
        *booked = mode != SESSION_LOOK && scan->codes > before;
    if (!ok)
        g_propagate_error(error, why);
    return ok;
}
