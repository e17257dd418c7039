#include "inventory/booking.h"

#include <string.h>

#include "base/words.h"
#include "inventory/household.h"
#include "inventory/inside.h"
#include "inventory/intake.h"
#include "inventory/recall.h"
#include "inventory/resolve.h"
#include "inventory/stock.h"

/* A booking under way. */
struct work {
    struct inventory *inventory;
    struct booking booking; /* its gaps are filled in as more becomes known */
    struct booking_result *result;
    struct box *box;
    struct drug *drug;
    struct resolve_pack pack;
    enum movement_kind kind;
    bool other; /* the uid is known, but of something else */
};

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
add_line(struct work *work, const struct movement *m)
{
    struct booking_line *line = g_new(struct booking_line, 1);

    *line = (struct booking_line){
        .seq = work->booking.dry_run ? 0 : m->seq,
        .expiry = m->expiry,
        .lot = g_strdup(m->lot),
        .units = m->units,
    };
    g_ptr_array_add(work->result->lines, line);
}

/* What one movement of the booking has in common with the others. */
static struct movement
movement_of(const struct work *work)
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

static bool
post_line(struct work *work, struct movement *m, GError **error)
{
    bool repeated = false;

    if (!ledger_post(work->inventory, m, &repeated, error))
        return false;
    add_line(work, m);
    return true;
}

/* -------------------------------------------------------------------- what all kinds have in common */

/* The lines of a booking that was made before, read back from the ledger. */
static bool
note_repeated_line(const struct movement *m, int64_t undone_by, void *data)
{
    struct work *work = data;

    (void)undone_by;
    add_line(work, m);
    work->other = work->other || m->kind != work->kind || m->box.n != work->booking.box.n ||
                  m->drug.n != work->booking.drug.n;
    return false;
}

/* Another booking under a known uid is a client's mistake: to call it booked would lose it. */
static bool
check_repeated(struct work *work, GError **error)
{
    int64_t units = 0;

    for (guint i = 0; i < work->result->lines->len; i++)
        units += ((const struct booking_line *)work->result->lines->pdata[i])->units;
    if (!work->result->repeated || (!work->other && units == work->booking.units))
        return true;
    g_ptr_array_set_size(work->result->lines, 0);
    work->result->repeated = false;
    return err_set(error, ERR_REFUSED,
                   _("this id belongs to another booking; make a new id for a new one"));
}

static bool
find_repeated(struct work *work, GError **error)
{
    for (uint32_t n = 0;; n++) {
        struct uuid uid = uuid_nth(work->booking.uid, n);
        struct ledger_filter filter = {.after_seq = 0};
        int64_t seq = 0;

        if (!ledger_find(work->inventory, &uid, &seq, error))
            return false;
        if (seq == 0)
            return check_repeated(work, error);
        work->result->repeated = true;
        filter.after_seq = seq - 1;
        if (!ledger_list(work->inventory, &filter, note_repeated_line, work, error))
            return false;
    }
}

static bool
read_names(struct work *work, GError **error)
{
    return box_by_id(work->inventory, work->booking.box, &work->box, error) &&
           drug_by_id(work->inventory, work->booking.drug, &work->drug, error);
}

static bool
read_total(struct work *work, GError **error)
{
    int64_t usable = 0;

    return stock_of_drug(work->inventory, work->booking.box, work->booking.drug,
                         inventory_day(work->inventory, work->booking.now), &work->result->total,
                         &usable, error);
}

static bool
record_refusal(struct work *work)
{
    struct movement m = movement_of(work);
    g_autoptr(GError) error = NULL; /* the refusal itself is what is told */

    return rule_record(work->inventory, &m, work->result->refused, &error);
}

/* Runs the body of a booking in its transaction: the one place where bookings begin and end. */
static bool
run(struct inventory *inventory, const struct booking *booking, enum movement_kind kind,
    bool (*body)(struct work *, GError **), struct booking_result *result, GError **error)
{
    struct work work = {
        .inventory = inventory, .booking = *booking, .result = result, .kind = kind};
    bool ok;

    result_init(result);
    if (!ledger_begin(inventory, error))
        return false;
    ok = find_repeated(&work, error) && read_names(&work, error) &&
         (result->repeated || body(&work, error)) && read_total(&work, error);
    if (booking->dry_run)
        ledger_end(inventory, false, NULL);
    else
        ok = ledger_end(inventory, ok, error) && ok;
    if (result->refused != RULE_NONE && !booking->dry_run)
        record_refusal(&work);
    box_free(work.box);
    drug_free(work.drug);
    g_free(work.pack.lot);
    return ok;
}

/* --------------------------------------------------------------------------------------- giving */

/* What the pack or the batch told the ledger before fills the gaps; it never overrides the scan. */
static bool
fill_gaps(struct work *work, GError **error)
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

static bool
donate(struct work *work, GError **error)
{
    struct movement m;

    if (!fill_gaps(work, error) || !intake_check(work->inventory, &work->booking, work->box,
                                                 work->drug, &work->result->refused, error))
        return false;
    if (work->booking.expiry.n == DAY_NONE.n) /* a rule allowed it */
        work->booking.expiry = DAY_NEVER;
    if (work->pack.lot != NULL)
        g_ptr_array_add(
            work->result->notices,
            g_strdup(_("this very pack was in a box before and had been taken out; look "
                       "whether it is still sealed")));
    m = movement_of(work);
    return post_line(work, &m, error);
}

bool
booking_donate(struct inventory *inventory, const struct booking *booking,
               struct booking_result *result, GError **error)
{
    return run(inventory, booking, MOVEMENT_DONATE, donate, result, error);
}

/* --------------------------------------------------------------------------------------- taking */

static bool
is_wanted(const struct booking *b, const struct stock_lot *lot)
{
    return (b->expiry.n == DAY_NONE.n || b->expiry.n == lot->expiry.n) &&
           (b->lot == NULL || strcmp(b->lot, lot->lot) == 0);
}

/* The scanned pack itself says from which lot it goes, if the ledger knows it. */
static bool
locate_pack(struct work *work, GError **error)
{
    struct booking *b = &work->booking;

    if (b->pack == NULL)
        return true;
    if (!resolve_pack(work->inventory, b->pack, &work->pack, error))
        return false;
    if (work->pack.lot == NULL)
        return true; /* never scanned in: any pack of it will do */
    if (work->pack.box.n != b->box.n)
        return rule_refuse(
            error, &work->result->refused, RULE_PACK_GONE,
            work->pack.box.n == 0
                ? _("this very pack is booked out already")
                : _("this very pack is booked into another box; scan that box's label "
                    "first"));
    b->expiry = work->pack.expiry;
    b->lot = work->pack.lot;
    return true;
}

struct lots {
    GPtrArray *all;
    int64_t usable, unusable, wanted, wanted_good; /* units; wanted: of the lot named */
    bool recalled;                                 /* of the lot named */
};

/* Drops from lots what this booking may not touch and counts both. */
static void
sift(const struct work *work, struct lots *lots)
{
    struct day today = inventory_day(work->inventory, work->booking.now);
    bool discarding = work->kind == MOVEMENT_DISCARD;

    for (guint i = 0; i < lots->all->len;) {
        const struct stock_lot *lot = lots->all->pdata[i];
        bool wanted = is_wanted(&work->booking, lot);
        bool good = discarding || (lot->expiry.n >= today.n && !lot->recalled);

        if (wanted) {
            lots->wanted += lot->units;
            lots->wanted_good += good ? lot->units : 0;
            lots->recalled = lots->recalled || lot->recalled;
        }
        if (wanted || !work->booking.exact)
            *(good ? &lots->usable : &lots->unusable) += lot->units;
        if (good && (wanted || !work->booking.exact))
            i++;
        else
            g_ptr_array_remove_index(lots->all, i);
    }
}

static bool
is_named(const struct booking *b)
{
    return b->lot != NULL || b->expiry.n != DAY_NONE.n;
}

/* What is in somebody's hand and may not be given out is not booked out as another lot, which they
 * do not hold. */
static bool
check_named(struct work *work, const struct lots *lots, GError **error)
{
    const struct booking *b = &work->booking;
    struct day today = inventory_day(work->inventory, b->now);
    bool unusable = lots->wanted > 0 && lots->wanted_good == 0, recalled = lots->recalled;

    if (work->kind == MOVEMENT_DISCARD || !is_named(b))
        return true;
    if (lots->wanted == 0 && !recall_holds(work->inventory, b->drug, b->lot, &recalled, error))
        return false;
    if (recalled && (unusable || lots->wanted == 0))
        return rule_refuse(error, &work->result->refused, RULE_RECALLED,
                           _("this batch is recalled: it can't be taken, only discarded"));
    if (unusable || (b->expiry.n != DAY_NONE.n && b->expiry.n < today.n))
        return rule_refuse(error, &work->result->refused, RULE_EXPIRED,
                           _("this has expired: it can't be taken, only discarded"));
    return true;
}

static bool
refuse_short(struct work *work, const struct lots *lots, GError **error)
{
    const struct booking *b = &work->booking;
    enum rule *rule = &work->result->refused;
    g_autofree char *usable = drug_amount(work->drug, lots->usable),
                    *unusable = drug_amount(work->drug, lots->unusable),
                    *wanted = drug_amount(work->drug, b->units);

    if (lots->unusable > 0)
        return rule_refuse(error, rule, RULE_SHORT,
                           _("the box has %s of %s that can be taken, not %s (besides %s expired "
                             "or recalled); if more is really there, count the box first (medbox "
                             "count)"),
                           usable, work->drug->name, wanted, unusable);
    if (b->exact && is_named(b))
        return rule_refuse(error, rule, RULE_SHORT,
                           _("the box has %s of this lot, not %s; if more is really there, count "
                             "the box first (medbox count)"),
                           usable, wanted);
    return rule_refuse(error, rule, RULE_SHORT,
                       _("the box has %s of %s, not %s; if more is really there, count the box "
                         "first (medbox count)"),
                       usable, work->drug->name, wanted);
}

static bool
post_from(struct work *work, const struct stock_lot *lot, int32_t *left, GError **error)
{
    struct movement m = movement_of(work);

    m.expiry = lot->expiry;
    m.lot = lot->lot;
    m.units = MIN(*left, lot->units);
    m.pack = work->result->lines->len == 0 ? work->booking.pack : NULL;
    *left -= m.units;
    return post_line(work, &m, error);
}

/* The lot named goes first, then what expires first. */
static bool
post_lots(struct work *work, const GPtrArray *lots, GError **error)
{
    int32_t left = work->booking.units;
    bool other = false;

    for (int pass = 0; pass < 2 && left > 0; pass++)
        for (guint i = 0; i < lots->len && left > 0; i++) {
            const struct stock_lot *lot = lots->pdata[i];

            if (is_wanted(&work->booking, lot) != (pass == 0))
                continue;
            other = other || pass == 1;
            if (!post_from(work, lot, &left, error))
                return false;
        }
    if (other)
        g_ptr_array_add(
            work->result->notices,
            g_strdup(_("the ledger does not have that batch in this box; another batch of "
                       "the same medicine was booked out instead")));
    return true;
}

static bool
take_lots(struct work *work, GError **error)
{
    struct lots lots = {.all = NULL};
    bool ok = stock_lots(work->inventory, work->booking.box, work->booking.drug, &lots.all, error);

    if (ok) {
        sift(work, &lots);
        ok = check_named(work, &lots, error) &&
             (lots.usable >= work->booking.units ? post_lots(work, lots.all, error)
                                                 : refuse_short(work, &lots, error));
    }
    g_clear_pointer(&lots.all, g_ptr_array_unref);
    return ok;
}

static bool
discard(struct work *work, GError **error)
{
    return locate_pack(work, error) && take_lots(work, error);
}

bool
booking_discard(struct inventory *inventory, const struct booking *booking,
                struct booking_result *result, GError **error)
{
    return run(inventory, booking, MOVEMENT_DISCARD, discard, result, error);
}

static bool
take(struct work *work, GError **error)
{
    return locate_pack(work, error) &&
           household_check(work->inventory, &work->booking, work->box, work->drug,
                           &work->result->refused, error) &&
           household_warn(work->inventory, &work->booking, work->box, work->drug,
                          work->result->notices, error) &&
           take_lots(work, error);
}

bool
booking_take(struct inventory *inventory, const struct booking *booking,
             struct booking_result *result, GError **error)
{
    return run(inventory, booking, MOVEMENT_TAKE, take, result, error);
}

/* -------------------------------------------------------------------------------------- undoing */

static bool
note_undone(const struct movement *m, int64_t undone_by, void *data)
{
    struct work *work = data;

    (void)undone_by;
    work->booking.box = m->box;
    work->booking.drug = m->drug;
    add_line(work, m);
    return false;
}

static bool
undo(struct work *work, int64_t seq, GError **error)
{
    struct movement m = {
        .uid = work->booking.uid,
        .at = work->booking.now,
        .person = work->booking.person,
        .reason = work->booking.reason,
    };
    struct ledger_filter filter = {.after_seq = 0};

    if (!ledger_undo(work->inventory, seq, &m, &work->result->repeated, error))
        return false;
    filter.after_seq = m.seq - 1;
    return ledger_list(work->inventory, &filter, note_undone, work, error) &&
           read_total(work, error);
}

bool
booking_undo(struct inventory *inventory, int64_t seq, const struct booking *booking,
             struct booking_result *result, GError **error)
{
    struct work work = {.inventory = inventory, .booking = *booking, .result = result};
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
