#include "allocator/need.h"

#include <math.h>

#include "inventory/stock.h"

#define CARE 3 /* a resident who needs care first counts so often */

int32_t
need_place(const struct snapshot_cell *cell)
{
    return (int32_t)(((int)cell->type - 1) * DRUG_AGES + (int)cell->age);
}

void
need_tell_restocks(const struct snapshot *snapshot, struct day today, struct outlook *outlook)
{
    for (guint i = 0; i < snapshot->cells->len; i++) {
        const struct snapshot_cell *cell = &g_array_index(snapshot->cells, struct snapshot_cell, i);
        struct day day = level_restock(cell->level, today);

        if (day.n != DAY_NONE.n)
            outlook_tell_due(outlook, cell->box, need_place(cell), day);
    }
}

static double
person_days(int64_t amount)
{
    return (double)amount / (double)STOCK_PERSON_DAY;
}

double
need_usable(const struct need *need)
{
    return floor((double)MAX(need->cell->usable, 0) * 10 / (double)STOCK_PERSON_DAY) / 10;
}

bool
need_is_by_minimum(const struct need *need)
{
    return need->level == NEED_YELLOW && need->out[NEED_FAR] * 100 < need->cell->level->yellow;
}

static bool
is_wanted(const struct need *need)
{
    return need->cell->minimum > 0 || need->cell->taken > 0 || need->cell->unmet > 0 ||
           (need->known && need->daily > 0);
}

static enum need_level
judge(const struct need *need)
{
    const struct level *level = need->cell->level;
    double near = need->out[NEED_NEAR] * 100, far = need->out[NEED_FAR] * 100;

    if (need->cell->usable <= 0)
        return is_wanted(need) ? NEED_EMPTY : NEED_OK;
    if (near >= level->red || (need->cover >= 0 && need->cover < 1))
        return NEED_RED;
    if (near >= level->orange || far >= level->orange_far)
        return NEED_ORANGE;
    return far >= level->yellow || need->cell->usable < need->cell->minimum ? NEED_YELLOW : NEED_OK;
}

/* What is asked for a day, and how long it lasts, where anything is known of the box's like. */
static void
look_at_demand(struct need *need, const struct demand *demand)
{
    if (need->box < 0 || demand_day(demand) == INT32_MIN)
        return;
    need->known = demand_knows(demand, need->box, need->place);
    need->daily = (int64_t)(demand_rate(demand, need->box, need->place) * (double)STOCK_PERSON_DAY);
    if (need->daily > 0)
        need->cover = (double)MAX(need->cell->usable, 0) / (double)need->daily;
}

static void
begin(struct need *need, const struct snapshot_cell *cell, const struct snapshot_spoiling *spoiling,
      guint count, const struct outlook *outlook)
{
    *need = (struct need){.cell = cell,
                          .box = outlook_index(outlook, cell->box),
                          .place = need_place(cell),
                          .days = {cell->level->near, MAX(cell->level->far, cell->level->near)},
                          .cover = -1,
                          .target = cell->fill};

    for (int h = 0; h < NEED_HORIZONS; h++) {
        need->lasts[h] = MAX(cell->usable, 0);
        for (guint i = 0; i < count; i++)
            if (spoiling[i].days_left < need->days[h])
                need->lasts[h] -= spoiling[i].amount;
        need->lasts[h] = MAX(need->lasts[h], 0);
    }
    look_at_demand(need, outlook_demand(outlook));
}

/* The chance to run out within a horizon, by one measure or the other. */
static double
look_ahead(const struct need *need, enum need_horizon h, const struct demand *demand,
           double out(const struct demand *demand, int32_t box, int32_t place, double stock,
                      int days))
{
    return out(demand, need->box, need->place, person_days(need->lasts[h]), need->days[h]);
}

static void
finish(struct need *need, const struct demand *demand)
{
    const struct snapshot_cell *cell = need->cell;

    for (int h = 0; h < NEED_HORIZONS && need->known; h++)
        need->out[h] = look_ahead(need, (enum need_horizon)h, demand, demand_out);
    need->level = judge(need);
    for (int h = 0; need->level == NEED_EMPTY && h < NEED_HORIZONS; h++)
        need->out[h] = 1;
    if (need->level >= NEED_ORANGE)
        need->target = MAX(need->target, need->daily * need->days[NEED_FAR]);
    if (need->level != NEED_OK || cell->usable < cell->fill)
        need->wanted = MAX(need->target - MAX(cell->usable, 0), 0);
}

struct need
need_of_cell(const struct snapshot_cell *cell, const struct snapshot_spoiling *spoiling,
             guint count, const struct outlook *outlook)
{
    struct need need;

    begin(&need, cell, spoiling, count, outlook);
    finish(&need, outlook_demand(outlook));
    return need;
}

static int
by_chance(double one, double other)
{
    return (one < other) - (one > other);
}

static int
worst_first(gconstpointer a, gconstpointer b)
{
    const struct need *one = a, *other = b;
    int order = other->cell->level->critical - one->cell->level->critical;

    for (int h = 0; order == 0 && h < NEED_HORIZONS; h++) {
        order = h == 0 ? (int)other->level - (int)one->level : 0;
        if (order == 0)
            order = by_chance(one->out[h], other->out[h]);
    }
    if (order == 0) /* who wait for more comes first */
        order = by_chance((double)one->daily, (double)other->daily);
    if (order == 0)
        order = (one->cell->box.n > other->cell->box.n) - (one->cell->box.n < other->cell->box.n);
    return order != 0 ? order : one->place - other->place;
}

/* Most cells have plenty: where the chances at most make no case, they are not worked out. At most,
 * the near one is the far one: less is asked for in fewer days, and less spoils. */
static bool
is_surely_below(struct need *need, const struct demand *demand, enum need_level least)
{
    if (least == NEED_OK)
        return false;
    if (need->known) {
        need->out[NEED_FAR] = look_ahead(need, NEED_FAR, demand, demand_out_most);
        need->out[NEED_NEAR] = need->out[NEED_FAR];
    }
    if (judge(need) < least)
        return true;
    if (need->known)
        need->out[NEED_NEAR] = look_ahead(need, NEED_NEAR, demand, demand_out_most);
    return need->known && judge(need) < least;
}

GArray *
need_list(const struct snapshot *snapshot, const struct outlook *outlook, enum need_level least)
{
    GArray *needs = g_array_new(FALSE, FALSE, sizeof(struct need));
    const struct demand *demand = outlook_demand(outlook);
    const GArray *spoiling = snapshot->spoiling;
    guint next = 0; /* of it, which comes cell by cell */

    for (guint i = 0; i < snapshot->cells->len; i++) {
        guint first = next;
        struct need need;

        while (next < spoiling->len &&
               g_array_index(spoiling, struct snapshot_spoiling, next).cell == i)
            next++;
        begin(&need, &g_array_index(snapshot->cells, struct snapshot_cell, i),
              next > first ? &g_array_index(spoiling, struct snapshot_spoiling, first) : NULL,
              next - first, outlook);
        if (is_surely_below(&need, demand, least))
            continue;
        finish(&need, demand);
        if (need.level >= least)
            g_array_append_val(needs, need);
    }
    g_array_sort(needs, worst_first);
    return needs;
}

/* ------------------------------------------------------------------------------- shares of areas */

static struct need_share *
share_of(GArray *shares, GHashTable *places, struct area_id community,
         const struct snapshot_cell *cell)
{
    int64_t key = community.n * HISTORY_PLACES + need_place(cell);
    gpointer index;
    struct need_share share = {.community = community, .type = cell->type, .age = cell->age};

    if (!g_hash_table_lookup_extended(places, GSIZE_TO_POINTER((gsize)key), NULL, &index)) {
        index = GUINT_TO_POINTER(shares->len);
        g_array_append_val(shares, share);
        g_hash_table_insert(places, GSIZE_TO_POINTER((gsize)key), index);
    }
    return &g_array_index(shares, struct need_share, GPOINTER_TO_UINT(index));
}

static int
most_first(gconstpointer a, gconstpointer b)
{
    const struct need_share *one = a, *other = b;
    int order = by_chance(one->share[NEED_NEAR], other->share[NEED_NEAR]);

    if (order == 0)
        order = by_chance(one->share[NEED_FAR], other->share[NEED_FAR]);
    if (order == 0)
        order = (one->community.n > other->community.n) - (one->community.n < other->community.n);
    return order != 0
               ? order
               : ((int)one->type - (int)other->type) * DRUG_AGES + (int)one->age - (int)other->age;
}

GArray *
need_shares(const GArray *needs, const struct outlook *outlook)
{
    GArray *shares = g_array_new(FALSE, FALSE, sizeof(struct need_share));
    g_autoptr(GHashTable) places = g_hash_table_new(NULL, NULL);

    for (guint i = 0; i < needs->len; i++) {
        const struct need *need = &g_array_index(needs, struct need, i);
        const struct history_box *box = outlook_box(outlook, need->cell->box);
        struct need_share *share;
        double weight;

        if (box == NULL)
            continue;
        share = share_of(shares, places, box->community, need->cell);
        weight = MAX(box->residents, 1) + (double)box->vulnerable * (CARE - 1);
        share->boxes++;
        share->empty += need->level == NEED_EMPTY;
        share->weight += weight;
        for (int h = 0; h < NEED_HORIZONS; h++)
            share->share[h] += weight * need->out[h];
    }
    for (guint i = 0; i < shares->len; i++) {
        struct need_share *share = &g_array_index(shares, struct need_share, i);

        for (int h = 0; h < NEED_HORIZONS; h++)
            share->share[h] /= share->weight;
    }
    g_array_sort(shares, most_first);
    return shares;
}
