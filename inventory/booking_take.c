#include <string.h>

#include "base/words.h"
#include "inventory/booking_work.h"
#include "inventory/counted.h"
#include "inventory/household.h"
#include "inventory/inside.h"
#include "inventory/posting.h"
#include "inventory/recall.h"
#include "inventory/resolve.h"
#include "inventory/stock.h"

/* When it was done. */
static int64_t
moment(const struct booking *b)
{
    return b->done_at != 0 ? b->done_at : b->now;
}

static bool
is_wanted(const struct booking *b, const struct stock_lot *lot)
{
    return (b->expiry.n == DAY_NONE.n || b->expiry.n == lot->expiry.n) &&
           (b->lot == NULL || strcmp(b->lot, lot->lot) == 0);
}

static bool
refuse_part(struct booking_work *work, GError **error)
{
    g_autofree char *left = drug_amount(work->drug, work->pack.units);

    return rule_refuse(error, &work->result->refused, RULE_SHORT,
                       _("only %s of this very pack are left; scan the other packs too"), left);
}

/* The scanned pack itself says from which lot it goes, if the ledger knows it. */
static bool
locate_pack(struct booking_work *work, GError **error)
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
    return b->units <= work->pack.units || refuse_part(work, error);
}

struct lots {
    GPtrArray *all;
    int64_t usable, unusable, wanted, wanted_good; /* units; wanted: of the lot named */
    bool recalled;                                 /* of the lot named */
};

/* Drops from lots what this booking may not touch and counts both. */
static void
sift(const struct booking_work *work, struct lots *lots)
{
    struct day today = inventory_day(work->inventory, moment(&work->booking));
    bool all = work->kind == MOVEMENT_DISCARD || work->booking.happened;

    for (guint i = 0; i < lots->all->len;) {
        const struct stock_lot *lot = lots->all->pdata[i];
        bool wanted = is_wanted(&work->booking, lot);
        bool good = all || (lot->expiry.n >= today.n && !lot->recalled);

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
check_named(struct booking_work *work, const struct lots *lots, GError **error)
{
    const struct booking *b = &work->booking;
    struct day today = inventory_day(work->inventory, moment(b));
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

/* Nothing is said without a unit, which would be another than that of what is wanted. */
static bool
refuse_none(struct booking_work *work, const struct lots *lots, GError **error)
{
    enum rule *rule = &work->result->refused;
    g_autofree char *unusable = drug_amount(work->drug, lots->unusable);

    if (lots->unusable > 0)
        rule_refuse(
            error, rule, RULE_SHORT,
            _("the box has no %s that can be taken, only %s expired or recalled; if more is "
              "really there, count the box first"),
            work->drug->name, unusable);
    else
        rule_refuse(error, rule, RULE_SHORT,
                    _("the box has no %s; if some is really there, count the box first"),
                    work->drug->name);
    return err_next(error, ERR_NEXT_COUNT);
}

static bool
refuse_short(struct booking_work *work, const struct lots *lots, GError **error)
{
    const struct booking *b = &work->booking;
    enum rule *rule = &work->result->refused;
    g_autofree char *usable = drug_amount(work->drug, lots->usable),
                    *unusable = drug_amount(work->drug, lots->unusable),
                    *wanted = drug_amount(work->drug, b->units);

    if (lots->usable == 0 && !(b->exact && is_named(b)))
        return refuse_none(work, lots, error);
    if (lots->unusable > 0)
        rule_refuse(error, rule, RULE_SHORT,
                    _("the box has %s of %s that can be taken, not %s (besides %s expired or "
                      "recalled); if more is really there, count the box first"),
                    usable, work->drug->name, wanted, unusable);
    else if (b->exact && is_named(b))
        rule_refuse(error, rule, RULE_SHORT,
                    _("the box has %s of this lot, not %s; if more is really there, count the box "
                      "first"),
                    usable, wanted);
    else
        rule_refuse(error, rule, RULE_SHORT,
                    _("the box has %s of %s, not %s; if more is really there, count the box "
                      "first"),
                    usable, work->drug->name, wanted);
    return err_next(error, ERR_NEXT_COUNT);
}

static bool
post_from(struct booking_work *work, const struct stock_lot *lot, int32_t *left, GError **error)
{
    struct movement m = booking_movement(work);

    m.expiry = lot->expiry;
    m.lot = lot->lot;
    m.units = MIN(*left, lot->units);
    m.pack = work->result->lines->len == 0 ? work->booking.pack : NULL;
    *left -= m.units;
    return booking_post(work, &m, error);
}

/* The lot named goes first, then what expires first. */
static bool
post_lots(struct booking_work *work, const GPtrArray *lots, GError **error)
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
        booking_note(work, g_strdup(_("the ledger does not have that batch in this box; another "
                                      "batch of the same medicine was booked out instead")));
    return true;
}

/* Whether a count after the taking has seen what was left of the lot. */
static bool
was_counted(struct booking_work *work, const struct stock_lot *lot, bool *counted, GError **error)
{
    struct movement taking = booking_movement(work);
    int64_t at = 0;

    taking.done_at = moment(&work->booking);
    taking.expiry = lot->expiry;
    taking.lot = lot->lot;
    if (!counted_next(work->inventory, &taking, INT64_MAX, &at, error))
        return false;
    *counted = at != 0;
    return true;
}

/* Leaves those of lots that were counted since, or those that were not; none without units. */
static bool
keep_counted(struct booking_work *work, GPtrArray *lots, bool wanted, GError **error)
{
    for (guint i = 0; i < lots->len;) {
        const struct stock_lot *lot = lots->pdata[i];
        bool counted = false;

        if (!was_counted(work, lot, &counted, error))
            return false;
        if (counted == wanted && lot->units > 0)
            i++;
        else
            g_ptr_array_remove_index(lots, i);
    }
    return true;
}

static int
by_expiry(const void *a, const void *b)
{
    const struct stock_lot *const *one = a, *const *other = b;

    return (*one)->expiry.n != (*other)->expiry.n ? (*one)->expiry.n - (*other)->expiry.n
                                                  : strcmp((*one)->lot, (*other)->lot);
}

/* What is in the box; of lots that a later count has seen without what is taken, what was there then. */
static bool
read_lots(struct booking_work *work, GPtrArray **lots, GError **error)
{
    const struct booking *b = &work->booking;
    g_autoptr(GPtrArray) then = NULL;
    bool counted = false;

    if (!stock_lots(work->inventory, b->box, b->drug, lots, error))
        return false;
    if (moment(b) == b->now)
        return true;
    if (!counted_since(work->inventory, b->box, b->drug, moment(b), &counted, error))
        return false;
    if (!counted)
        return true;
    if (!stock_lots_at(work->inventory, b->box, b->drug, moment(b), INT64_MAX, &then, error) ||
        !keep_counted(work, *lots, false, error) || !keep_counted(work, then, true, error))
        return false;
    g_ptr_array_extend_and_steal(*lots, g_steal_pointer(&then));
    g_ptr_array_sort(*lots, by_expiry);
    return true;
}

static bool
take_lots(struct booking_work *work, GError **error)
{
    struct lots lots = {.all = NULL};
    bool ok = read_lots(work, &lots.all, error);

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
discard(struct booking_work *work, GError **error)
{
    return locate_pack(work, error) && take_lots(work, error);
}

bool
booking_discard(struct inventory *inventory, const struct booking *booking,
                struct booking_result *result, GError **error)
{
    return booking_run(inventory, booking, MOVEMENT_DISCARD, discard, result, error);
}

/* -------------------------------------------------------------------------- what happened already */

/* The id of the movement that brings what the ledger did not know of, among those that follow. */
#define UNCOVERED (UINT32_MAX - 1)

/* The lot that it is said to be of, else the first that is there. */
static struct stock_lot *
lot_of_rest(const struct booking_work *work, const struct lots *lots)
{
    const struct booking *b = &work->booking;
    const char *text = b->lot != NULL ? b->lot : "";
    struct stock_lot *lot;

    for (guint i = 0; i < lots->all->len; i++)
        if (!is_named(b) || is_wanted(b, lots->all->pdata[i]))
            return lots->all->pdata[i];
    lot = g_malloc(sizeof(*lot) + strlen(text) + 1);
    *lot = (struct stock_lot){.box = b->box,
                              .drug = b->drug,
                              .expiry = b->expiry.n != DAY_NONE.n ? b->expiry : DAY_NEVER,
                              .lot = strcpy((char *)(lot + 1), text)};
    g_ptr_array_add(lots->all, lot);
    return lot;
}

/* Books what the ledger lacks as found, and notes that it did. */
static bool
cover(struct booking_work *work, const struct lots *lots, int32_t rest, GError **error)
{
    struct movement m = booking_movement(work);
    struct stock_lot *lot = lot_of_rest(work, lots);

    m.uid = uuid_nth(work->booking.uid, UNCOVERED);
    m.kind = MOVEMENT_FOUND;
    m.expiry = lot->expiry;
    m.lot = lot->lot;
    m.units = rest;
    m.pack = NULL;
    m.household = NULL;
    lot->units += rest;
    booking_note(work, g_strdup(_("the ledger had less of it than was taken; count the box")));
    if (!posting_add(work->inventory, &m, NULL, error))
        return false;
    m.kind = work->kind;
    m.at = moment(&work->booking);
    return rule_record(work->inventory, &m, RULE_UNCOVERED, error);
}

/* A pack that the ledger has here says its lot; wherever else it is booked, it was here. */
static bool
locate_taken(struct booking_work *work, GError **error)
{
    struct booking *b = &work->booking;

    if (b->pack == NULL)
        return true;
    if (!resolve_pack(work->inventory, b->pack, &work->pack, error))
        return false;
    if (work->pack.lot != NULL && work->pack.box.n == b->box.n && work->pack.drug.n == b->drug.n) {
        b->expiry = work->pack.expiry;
        b->lot = work->pack.lot;
    }
    return true;
}

static bool
take_happened(struct booking_work *work, GError **error)
{
    struct lots lots = {.all = NULL};
    bool ok;

    work->booking.exact = false;
    ok = locate_taken(work, error) &&
         household_warn(work->inventory, &work->booking, work->box, work->drug,
                        work->result->notices, error) &&
         read_lots(work, &lots.all, error);
    if (ok) {
        sift(work, &lots);
        ok = (lots.usable >= work->booking.units ||
              cover(work, &lots, (int32_t)(work->booking.units - lots.usable), error)) &&
             post_lots(work, lots.all, error);
    }
    g_clear_pointer(&lots.all, g_ptr_array_unref);
    return ok;
}

/* --------------------------------------------------------------------------------------- taking */

static bool
take(struct booking_work *work, GError **error)
{
    if (work->booking.happened)
        return take_happened(work, error);
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
    return booking_run(inventory, booking, MOVEMENT_TAKE, take, result, error);
}
