#include "planning/spare.h"

#include "allocator/dispatch.h"
#include "base/limits.h"
#include "base/words.h"
#include "inventory/inventory.h"
#include "inventory/level.h"
#include "planning/learned.h"

#define NEARLY                                                                                     \
    5000 /* millionths of a person-day: what rounded weights may differ by from the plan */

struct work {
    struct inventory *inventory;
    const struct outlook *outlook;
    struct level_book *levels;
    struct day today;
};

static int
place_of(const struct drug *drug)
{
    return ((int)drug->type - 1) * DRUG_AGES + (int)drug->age;
}

/* Person-days that stay in a box of what a drug is of. */
static bool
kept_of(const struct work *w, struct box_id id, const struct drug *drug, double *kept,
        GError **error)
{
    const struct demand *demand = outlook_demand(w->outlook);
    int32_t index = outlook_index(w->outlook, id);
    const struct level *level;
    struct box *box = NULL;
    double rate = 0;

    if (!box_by_id(w->inventory, id, &box, error))
        return false;
    level = level_of_box(w->levels, box->area, id) + place_of(drug);
    if (index >= 0 && demand_day(demand) != INT32_MIN)
        rate = demand_rate(demand, index, place_of(drug));
    *kept = dispatch_kept(level, rate);
    box_free(box);
    return true;
}

/* Millionths of a person-day in a box that last long enough to count, of a drug and its substitutes. */
static bool
held_of(const struct work *w, struct box_id box, const struct drug *drug, int64_t *held,
        GError **error)
{
    g_autoptr(GPtrArray) lots = NULL;

    *held = 0;
    if (!stock_lots(w->inventory, box, (struct drug_id){0}, &lots, error))
        return false;
    for (guint i = 0; i < lots->len; i++) {
        const struct stock_lot *lot = lots->pdata[i];
        struct drug *other = NULL;

        if (lot->recalled || lot->expiry.n < w->today.n + DISPATCH_LEAST_DAYS)
            continue;
        if (!drug_by_id(w->inventory, lot->drug, &other, error))
            return false;
        if (other->type == drug->type && other->age == drug->age)
            *held += stock_weight(other->day_units) * lot->units;
        drug_free(other);
    }
    return true;
}

static bool
goes_in_packs(const struct drug *drug, const struct transfer *t)
{
    const struct drug_form *form = drug_form_find(drug->form);

    return t->units % MAX(drug->pack_units, 1) == 0 || form == NULL || !form->sealed_units;
}

/* As many packs as that where whole ones are carried. */
static int32_t
rounded(const struct drug *drug, bool whole, int64_t units)
{
    int32_t pack = MAX(drug->pack_units, 1), some = (int32_t)CLAMP(units, 0, LIMIT_UNITS);

    return whole ? some - some % pack : some;
}

/* Units of a drug that may leave a box, where so much of its like is promised already. */
static bool
units_of(const struct work *w, struct box_id box, const struct drug *drug, int64_t promised,
         int64_t *units, GError **error)
{
    int64_t held = 0;
    double kept = 0;

    if (!kept_of(w, box, drug, &kept, error) || !held_of(w, box, drug, &held, error))
        return false;
    *units = (held - promised - (int64_t)(kept * (double)STOCK_PERSON_DAY) + NEARLY) /
             stock_weight(drug->day_units);
    return true;
}

static bool
find_spare(const struct work *w, const struct transfer *t, int64_t promised, int32_t *units,
           GError **error)
{
    struct drug *drug = NULL;
    int64_t can = 0;
    bool ok = drug_by_id(w->inventory, t->drug, &drug, error) &&
              units_of(w, t->from, drug, promised, &can, error);

    if (ok)
        *units = rounded(drug, goes_in_packs(drug, t), can);
    drug_free(drug);
    return ok;
}

static bool
open_work(struct inventory *inventory, const struct outlook *outlook, int64_t now, struct work *w,
          GError **error)
{
    *w = (struct work){
        .inventory = inventory, .outlook = outlook, .today = inventory_day(inventory, now)};
    return level_book_new(inventory, &w->levels, error);
}

bool
spare_units(struct inventory *inventory, const struct transfer *t, int64_t now, int32_t *units,
            GError **error)
{
    struct outlook *outlook = NULL;
    struct work w = {.levels = NULL};
    bool ok = learned_read(inventory, now, &outlook, error) &&
              open_work(inventory, outlook, now, &w, error) && find_spare(&w, t, 0, units, error);

    level_book_free(w.levels);
    outlook_free(outlook);
    return ok;
}

/* ------------------------------------------------------------------------------------ a whole list */

static int32_t
waiting(const struct transfer *t, bool proposed_too)
{
    bool agreed = t->state == TRANSFER_ACCEPTED || t->state == TRANSFER_CARRIED;

    return agreed || (proposed_too && t->state == TRANSFER_PROPOSED) ? t->units - t->sent : 0;
}

/* Millionths of a person-day that the first few others take of the same box and its like. */
static bool
promised_by(const struct work *w, const GPtrArray *transfers, guint few, const struct transfer *t,
            bool proposed_too, int64_t *promised, GError **error)
{
    struct drug *drug = NULL, *other = NULL;
    bool ok = drug_by_id(w->inventory, t->drug, &drug, error);

    *promised = 0;
    for (guint i = 0; ok && i < few; i++) {
        const struct transfer *one = transfers->pdata[i];
        int32_t units = waiting(one, proposed_too);

        if (one->id == t->id || one->from.n != t->from.n || units <= 0)
            continue;
        ok = drug_by_id(w->inventory, one->drug, &other, error);
        if (ok && place_of(other) == place_of(drug))
            *promised += stock_weight(other->day_units) * units;
        g_clear_pointer(&other, drug_free);
    }
    drug_free(drug);
    return ok;
}

static bool
lower(const struct work *w, const GPtrArray *transfers, guint i, GArray *gaps, GError **error)
{
    struct transfer *t = transfers->pdata[i];
    struct spare_gap gap = {t->id, waiting(t, false), 0};
    int64_t promised = 0;

    if (gap.wanted <= 0)
        return true;
    if (!promised_by(w, transfers, i, t, false, &promised, error) ||
        !find_spare(w, t, promised, &gap.can, error))
        return false;
    if (gap.can < gap.wanted) {
        t->units = t->sent + gap.can;
        g_array_append_val(gaps, gap);
    }
    return true;
}

bool
spare_lower(struct inventory *inventory, const struct outlook *outlook, int64_t now,
            GPtrArray *transfers, GArray **gaps, GError **error)
{
    struct work w = {.levels = NULL};
    bool ok = open_work(inventory, outlook, now, &w, error);

    *gaps = g_array_new(FALSE, FALSE, sizeof(struct spare_gap));
    for (guint i = 0; ok && i < transfers->len; i++)
        ok = lower(&w, transfers, i, *gaps, error);
    level_book_free(w.levels);
    return ok;
}

bool
spare_promise(struct inventory *inventory, const struct transfer *t, bool proposed_too, int64_t now,
              int32_t *units, GError **error)
{
    g_autoptr(GPtrArray) transfers = NULL;
    struct transfer_filter of_box = {.box = t->from};
    struct outlook *outlook = NULL;
    struct work w = {.levels = NULL};
    int64_t promised = 0;
    bool ok = transfer_find(inventory, &of_box, &transfers, error) &&
              learned_read(inventory, now, &outlook, error) &&
              open_work(inventory, outlook, now, &w, error) &&
              promised_by(&w, transfers, transfers->len, t, proposed_too, &promised, error) &&
              find_spare(&w, t, promised, units, error);

    level_book_free(w.levels);
    outlook_free(outlook);
    return ok;
}

/* ---------------------------------------------------------------------------------------- carrying */

bool
spare_carry(struct inventory *inventory, int64_t id, const struct transfer_step *step,
            struct transfer **transfer, GError **error)
{
    struct transfer_step within = *step;
    struct transfer *t = NULL;
    bool ok = transfer_by_id(inventory, id, &t, error);

    *transfer = NULL;
    if (ok && t->sent < t->units && t->state <= TRANSFER_CARRIED) {
        ok = spare_units(inventory, t, step->now, &within.most, error);
        if (ok && within.most <= 0)
            ok = err_set(error, ERR_REFUSED,
                         _("its box has nothing above what it is to keep any more: cancel transfer "
                           "%lld, or have all of it carried on purpose"),
                         (long long)id) ||
                 err_next(error, ERR_NEXT_ALL);
    }
    transfer_free(t);
    return ok && transfer_carry(inventory, id, &within, transfer, error);
}

/* ------------------------------------------------------------------------------------ pack by pack */

/* In whole packs where all that wait for it go in whole packs. */
static bool
find_scanned(const struct work *w, const GPtrArray *transfers, struct box_id box, struct drug_id id,
             int32_t *units, GError **error)
{
    struct drug *drug = NULL;
    bool whole = true, ok = drug_by_id(w->inventory, id, &drug, error);
    int64_t can = 0;

    for (guint i = 0; ok && i < transfers->len; i++) {
        const struct transfer *t = transfers->pdata[i];

        if (t->from.n == box.n && t->drug.n == id.n && t->sent < t->units)
            whole &= goes_in_packs(drug, t);
    }
    ok = ok && units_of(w, box, drug, 0, &can, error);
    if (ok)
        *units = rounded(drug, whole, can);
    drug_free(drug);
    return ok;
}

bool
spare_at(struct inventory *inventory, const struct transfer_filter *filter, struct drug_id drug,
         int64_t now, int32_t *units, GError **error)
{
    g_autoptr(GPtrArray) transfers = NULL;
    struct outlook *outlook = NULL;
    struct work w = {.levels = NULL};
    bool ok = transfer_find(inventory, filter, &transfers, error) &&
              learned_read(inventory, now, &outlook, error) &&
              open_work(inventory, outlook, now, &w, error) &&
              find_scanned(&w, transfers, filter->box, drug, units, error);

    level_book_free(w.levels);
    outlook_free(outlook);
    return ok;
}

bool
spare_post(struct inventory *inventory, const struct carry *carry, struct carry_result *result,
           GError **error)
{
    struct transfer_filter filter = {.walk = carry->walk, .box = carry->box};
    struct carry within = *carry;
    int32_t most = 0;

    *result = (struct carry_result){.lines = NULL};
    within.most = &most;
    return spare_at(inventory, &filter, carry->drug, carry->now, &most, error) &&
           carry_post(inventory, &within, result, error);
}
