#include "inventory/booking.h"

#include <string.h>

#include "base/limits.h"
#include "base/words.h"
#include "inventory/booking_work.h"
#include "inventory/field.h"
#include "inventory/inside.h"
#include "inventory/intake.h"
#include "inventory/lot.h"
#include "inventory/posting.h"
#include "inventory/stock.h"
#include "inventory/transfer_work.h"

static void
line_free(gpointer data)
{
    struct booking_line *line = data;

    g_free(line->lot);
    g_free(line);
}

static void
result_init(struct booking_result *result)
{
    *result = (struct booking_result){
        .lines = g_ptr_array_new_with_free_func(line_free),
        .notices = g_ptr_array_new_with_free_func(g_free),
    };
}

void
booking_result_clear(struct booking_result *result)
{
    g_clear_pointer(&result->lines, g_ptr_array_unref);
    g_clear_pointer(&result->notices, g_ptr_array_unref);
}

static void
add_line(struct booking_work *work, const struct movement *m)
{
    struct booking_line *line = g_new(struct booking_line, 1);

    *line = (struct booking_line){
        .seq = work->booking.dry_run ? 0 : m->seq,
        .expiry = m->expiry,
        .lot = g_strdup(m->lot),
        .units = m->units,
        .kind = m->kind,
    };
    g_ptr_array_add(work->result->lines, line);
}

struct movement
booking_movement(const struct booking_work *work)
{
    const struct booking *b = &work->booking;

    return (struct movement){
        .uid = uuid_nth(b->uid, work->result->lines->len),
        .at = b->now,
        .done_at = b->done_at,
        .kind = work->kind,
        .box = b->box,
        .drug = b->drug,
        .expiry = b->expiry,
        .lot = b->lot != NULL ? b->lot : "",
        .units = b->units,
        .pack = b->pack,
        .household = b->household,
        .person = b->person,
        .reason = b->reason,
    };
}

void
booking_note(struct booking_work *work, char *sentence)
{
    g_ptr_array_add(work->result->notices, sentence);
}

static void
note_count(struct booking_work *work, const struct movement *m)
{
    if (m->counted_at != 0 && work->result->lines->len == 0)
        booking_note(work, g_strdup(posting_counted_words()));
}

bool
booking_post(struct booking_work *work, struct movement *m, GError **error)
{
    if (!posting_add(work->inventory, m, NULL, error)) /* find_repeated() looked already */
        return false;
    note_count(work, m);
    add_line(work, m);
    work->result->total = m->total;
    return true;
}

/* -------------------------------------------------------------------- what all kinds have in common */

static bool
same_household(const uint8_t *a, const uint8_t *b)
{
    return a == b || (a != NULL && b != NULL && memcmp(a, b, MOVEMENT_HOUSEHOLD_SIZE) == 0);
}

/* Whether a line that was booked may be one of this booking; what a booking leaves open was filled. */
static bool
fits(const struct booking_work *work, const struct movement *m)
{
    const struct booking *b = &work->booking;
    bool first = work->result->lines->len == 0, gift = work->kind == MOVEMENT_DONATE;

    return m->kind == work->kind && m->box.n == b->box.n && m->drug.n == b->drug.n &&
           same_household(m->household, b->household) &&
           (!first || g_strcmp0(m->pack, b->pack) == 0) &&
           (!gift || b->lot == NULL || strcmp(b->lot, m->lot) == 0) &&
           (!gift || b->expiry.n == DAY_NONE.n || b->expiry.n == m->expiry.n ||
            m->expiry.n == DAY_NEVER.n);
}

/* The lines of a booking that was made before, read back from the ledger. */
static bool
note_repeated_line(const struct movement *m, int64_t undone_by, void *data)
{
    struct booking_work *work = data;

    (void)undone_by;
    work->other = work->other || !fits(work, m);
    work->result->repeated = true;
    add_line(work, m);
    return false;
}

/* Another booking under a known uid is a client's mistake: to call it booked would lose it. */
static bool
check_repeated(struct booking_work *work, GError **error)
{
    int64_t units = 0;

    for (guint i = 0; i < work->result->lines->len; i++)
        units += ((const struct booking_line *)work->result->lines->pdata[i])->units;
    if (!work->result->repeated || (!work->other && units == work->booking.units))
        return true;
    g_ptr_array_set_size(work->result->lines, 0);
    work->result->repeated = false;
    return posting_refuse_other(error);
}

/* The movements under the booking's id and those that follow from it. */
static bool
list_booked(struct booking_work *work, ledger_row *note, GError **error)
{
    for (uint32_t n = 0;; n++) {
        struct uuid uid = uuid_nth(work->booking.uid, n);
        struct ledger_filter filter = {.after_seq = 0};
        int64_t seq = 0;

        if (!ledger_find(work->inventory, &uid, &seq, error))
            return false;
        if (seq == 0)
            return true;
        filter.after_seq = seq - 1;
        if (!ledger_list(work->inventory, &filter, note, work, error))
            return false;
    }
}

static bool
find_repeated(struct booking_work *work, GError **error)
{
    return list_booked(work, note_repeated_line, error) && check_repeated(work, error);
}

/* Of the box and the medicine no more than a booking needs: their other fields stay empty. */
static void
fill_names(struct booking_work *work, struct db_stmt *q)
{
    work->box = g_new(struct box, 1);
    *work->box = (struct box){
        .id = work->booking.box,
        .area = {db_int(q, 0)},
        .name = g_strdup(db_text(q, 1)),
        .retired = strcmp(db_text(q, 2), "retired") == 0,
    };
    work->drug = g_new(struct drug, 1);
    *work->drug = (struct drug){
        .id = work->booking.drug,
        .name = g_strdup(db_text(q, 3)),
        .form = g_strdup(db_text(q, 4)),
        .unit = g_strdup(db_text(q, 5)),
        .day_units = (int32_t)db_int(q, 6),
        .pack_units = (int32_t)db_int(q, 7),
        .class = (enum drug_class)drug_class_parse(db_text(q, 8)),
        .cold_chain = db_int(q, 9) != 0,
        .undated = db_int(q, 10) == 0,
        .retired = strcmp(db_text(q, 11), "retired") == 0,
    };
}

static bool
read_names(struct booking_work *work, GError **error)
{
    const struct booking *b = &work->booking;
    struct db_stmt *q = db_query(
        work->inventory->db,
        "SELECT box.area, box.name, box.state, drug.name, drug.form, drug.unit, drug.day_units,"
        " drug.pack_units, drug.class, drug.cold_chain, drug.dated, drug.state"
        " FROM box CROSS JOIN drug WHERE box.tenant = :tenant AND box.id = :box"
        " AND drug.id = :drug");

    db_bind_int(q, "tenant", work->inventory->tenant);
    db_bind_int(q, "box", b->box.n);
    db_bind_int(q, "drug", b->drug.n);
    if (db_row(q))
        fill_names(work, q);
    if (!db_done(q, error))
        return false;
    return work->box != NULL || /* say which of them is not there */
           (box_by_id(work->inventory, b->box, &work->box, error) &&
            drug_by_id(work->inventory, b->drug, &work->drug, error));
}

static bool
read_total(struct booking_work *work, GError **error)
{
    return stock_units(work->inventory, work->booking.box, work->booking.drug, &work->result->total,
                       error);
}

static bool
record_refusal(struct booking_work *work)
{
    struct movement m = booking_movement(work);
    g_autoptr(GError) error = NULL; /* the refusal itself is what is told */

    return rule_record(work->inventory, &m, work->result->refused, &error);
}

/* Batch and reason in the form in which they are kept. */
static bool
clean_texts(struct booking_work *work, GError **error)
{
    struct booking *b = &work->booking;

    work->reason = field_text(_("reason"), b->reason, LIMIT_NOTE, false, error);
    b->reason = work->reason;
    if (work->reason == NULL || b->lot == NULL)
        return work->reason != NULL;
    work->lot = lot_normal(b->lot, error);
    b->lot = work->lot;
    return work->lot != NULL;
}

static void
work_clear(struct booking_work *work)
{
    box_free(work->box);
    drug_free(work->drug);
    g_free(work->pack.lot);
    g_free(work->lot);
    g_free(work->reason);
}

bool
booking_run(struct inventory *inventory, const struct booking *booking, enum movement_kind kind,
            bool (*body)(struct booking_work *, GError **), struct booking_result *result,
            GError **error)
{
    struct booking_work work = {
        .inventory = inventory, .booking = *booking, .result = result, .kind = kind};
    bool ok;

    result_init(result);
    ok = clean_texts(&work, error) && ledger_begin(inventory, error);
    if (ok) {
        ok = find_repeated(&work, error) && read_names(&work, error) &&
             (result->repeated ? read_total(&work, error) : body(&work, error));
        if (booking->dry_run)
            ledger_end(inventory, false, NULL);
        else
            ok = ledger_end(inventory, ok, error) && ok;
    }
    if (result->refused != RULE_NONE && !booking->dry_run)
        record_refusal(&work);
    work_clear(&work);
    return ok;
}

/* --------------------------------------------------------------------------------------- giving */

/* What the pack or the batch told the ledger before fills the gaps; it never overrides the scan. */
static bool
fill_gaps(struct booking_work *work, GError **error)
{
    struct booking *b = &work->booking;

    if (b->pack != NULL && !resolve_pack(work->inventory, b->pack, &work->pack, error))
        return false;
    if (work->drug->undated)
        b->expiry = DAY_NEVER;
    if (work->pack.lot != NULL && work->pack.drug.n == b->drug.n) {
        if (b->lot == NULL)
            b->lot = work->pack.lot;
        if (b->expiry.n == DAY_NONE.n)
            b->expiry = work->pack.expiry;
    }
    if (b->expiry.n == DAY_NONE.n && b->lot != NULL && b->lot[0] != '\0')
        return resolve_lot(work->inventory, b->drug, b->lot, &b->expiry, error);
    return true;
}

/* What the ledger knows of this very pack, and whether that agrees with what is told now. */
static void
note_pack(struct booking_work *work)
{
    const struct resolve_pack *pack = &work->pack;
    const struct booking *b = &work->booking;
    char date[DAY_TEXT_SIZE];

    if (pack->lot == NULL)
        return;
    booking_note(work, g_strdup(pack->last == MOVEMENT_DISCARD
                                    ? _("this very pack was discarded before; look why before it "
                                        "goes into the box")
                                    : _("this very pack was in a box before and had been taken "
                                        "out; look whether it is still sealed")));
    if (pack->expiry.n != b->expiry.n || (b->lot != NULL && strcmp(pack->lot, b->lot) != 0))
        booking_note(work, g_strdup_printf(_("this very pack was booked before as good until %s, "
                                             "batch %s; undo this booking if that was right"),
                                           day_format(pack->expiry, date), pack->lot));
}

static bool
donate(struct booking_work *work, GError **error)
{
    struct movement m;

    if (!fill_gaps(work, error) || !intake_check(work->inventory, &work->booking, work->box,
                                                 work->drug, &work->result->refused, error))
        return false;
    if (work->booking.expiry.n == DAY_NONE.n) /* a rule allowed it */
        work->booking.expiry = DAY_NEVER;
    note_pack(work);
    m = booking_movement(work);
    return booking_post(work, &m, error);
}

bool
booking_donate(struct inventory *inventory, const struct booking *booking,
               struct booking_result *result, GError **error)
{
    return booking_run(inventory, booking, MOVEMENT_DONATE, donate, result, error);
}

/* -------------------------------------------------------------------------------------- undoing */

static bool
note_undone(const struct movement *m, int64_t undone_by, void *data)
{
    struct booking_work *work = data;

    (void)undone_by;
    work->booking.box = m->box;
    work->booking.drug = m->drug;
    add_line(work, m);
    return false;
}

static bool
transfer_of(struct inventory *inventory, int64_t seq, int64_t *id, GError **error)
{
    struct db_stmt *q = db_query(inventory->db, "SELECT transfer FROM movement"
                                                " WHERE tenant = :tenant AND seq = :seq");

    db_bind_int(q, "tenant", inventory->tenant);
    db_bind_int(q, "seq", seq);
    return db_one_int(q, 0, id, error);
}

/* A transfer is as far again as it was before what is undone. */
static bool
settle_transfer(struct booking_work *work, int64_t seq, GError **error)
{
    struct transfer_step step = {.now = work->booking.now, .person = work->booking.person};
    struct transfer *transfer = NULL;
    int64_t id = 0;
    bool ok = transfer_of(work->inventory, seq, &id, error) &&
              (id == 0 || (transfer_by_id(work->inventory, id, &transfer, error) &&
                           transfer_settle(work->inventory, &transfer, &step, error)));

    transfer_free(transfer);
    return ok;
}

static bool
undo(struct booking_work *work, int64_t seq, GError **error)
{
    struct movement m = {
        .uid = work->booking.uid,
        .at = work->booking.now,
        .person = work->booking.person,
        .reason = work->booking.reason,
    };

    if (!ledger_undo(work->inventory, seq, &m, &work->result->repeated, error) ||
        !settle_transfer(work, seq, error))
        return false;
    note_count(work, &m);
    return list_booked(work, note_undone, error) && read_total(work, error);
}

bool
booking_undo(struct inventory *inventory, int64_t seq, const struct booking *booking,
             struct booking_result *result, GError **error)
{
    struct booking_work work = {.inventory = inventory, .booking = *booking, .result = result};
    bool ok;

    result_init(result);
    if (!ledger_begin(inventory, error))
        return false;
    ok = undo(&work, seq, error);
    if (!booking->dry_run)
        return ledger_end(inventory, ok, error) && ok;
    ledger_end(inventory, false, NULL);
    return ok;
}
