#include "allocator/need.h"

#include <math.h>

#include "inventory/stock.h"

#define NEARLY 1000 /* millionths of a person-day: what rounded weights may differ by */
#define CARE 3      /* a resident who needs care first counts so often */

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
            outlook_tell_due(outlook, cell->box, need_place(cell), day,
                             (double)cell->fill / (double)STOCK_PERSON_DAY);
    }
}

static double
person_days(int64_t amount)
{
    return (double)amount / (double)STOCK_PERSON_DAY;
}

double
need_tenths(int64_t amount)
{
    return floor((double)(amount + NEARLY) * 10 / (double)STOCK_PERSON_DAY) / 10;
}

bool
need_is_below(const struct need *need)
{
    return !need->shared && need->usable + NEARLY < need->cell->minimum;
}

double
need_usable(const struct need *need)
{
    return need_tenths(need->usable);
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

    if (need->shared)
        return NEED_OK;
    if (need->usable <= 0)
        return is_wanted(need) ? NEED_EMPTY : NEED_OK;
    if (near >= level->red || (need->cover >= 0 && need->cover < 1))
        return NEED_RED;
    if (near >= level->orange || far >= level->orange_far)
        return NEED_ORANGE;
    return far >= level->yellow || need_is_below(need) ? NEED_YELLOW : NEED_OK;
}

/* What is asked for a day, and how long it lasts, where anything is known of the box's like. */
static void
look_at_demand(struct need *need, const struct demand *demand)
{
    if (need->box < 0 || demand_day(demand) == INT32_MIN)
        return;
    need->daily = (int64_t)(demand_pool_rate(demand, &need->pool) * (double)STOCK_PERSON_DAY);
    if (need->daily > 0)
        need->cover = (double)need->usable / (double)need->daily;
}

/* A cell, and what of it spoils soon. */
struct part {
    const struct snapshot_cell *cell; /* NULL: there is none */
    const struct snapshot_spoiling *spoiling;
    guint count;
};

/* What is known of it; or itself, of which its like may tell. */
static void
set_pool(struct need *need, const struct part *beside, const struct demand *demand)
{
    const int32_t places[] = {need->place, beside->cell != NULL ? need_place(beside->cell) : -1};

    need->pool = (struct demand_pool){need->box, 0, {need->place}};
    for (size_t i = 0; need->box >= 0 && i < G_N_ELEMENTS(places); i++)
        if (places[i] >= 0 && demand_day(demand) != INT32_MIN &&
            demand_knows(demand, need->box, places[i]))
            need->pool.place[need->pool.count++] = places[i];
    need->known = need->pool.count > 0;
    need->pool.count = MAX(need->pool.count, 1);
}

static void
add_part(struct need *need, const struct part *part)
{
    int64_t usable = part->cell != NULL ? MAX(part->cell->usable, 0) : 0;

    need->usable += usable;
    for (int h = 0; h < NEED_HORIZONS; h++) {
        int64_t lasts = usable;

        for (guint i = 0; i < part->count; i++)
            if (part->spoiling[i].days_left < need->days[h])
                lasts -= part->spoiling[i].amount;
        need->lasts[h] += MAX(lasts, 0);
    }
}

static struct need
begin(const struct part *own, const struct part *beside, const struct outlook *outlook)
{
    const struct snapshot_cell *cell = own->cell;
    struct need need = {.cell = cell,
                        .box = outlook_index(outlook, cell->box),
                        .place = need_place(cell),
                        .days = {cell->level->near, MAX(cell->level->far, cell->level->near)},
                        .cover = -1,
                        .target = cell->fill,
                        .beside = beside->cell != NULL ? MAX(beside->cell->usable, 0) : 0};

    add_part(&need, own);
    add_part(&need, beside);
    set_pool(&need, beside, outlook_demand(outlook));
    look_at_demand(&need, outlook_demand(outlook));
    return need;
}

/* The chance to run out within a horizon, by one measure or the other. */
static double
look_ahead(const struct need *need, enum need_horizon h, const struct demand *demand,
           double out(const struct demand *demand, const struct demand_pool *pool, double stock,
                      int days))
{
    return out(demand, &need->pool, person_days(need->lasts[h]), need->days[h]);
}

static void
finish(struct need *need, const struct demand *demand)
{
    for (int h = 0; h < NEED_HORIZONS && need->known; h++)
        need->out[h] = look_ahead(need, (enum need_horizon)h, demand, demand_pool_out);
    need->level = judge(need);
    for (int h = 0; h < NEED_HORIZONS; h++)
        need->out[h] = need->level == NEED_EMPTY ? 1 : need->shared ? 0 : need->out[h];
    if (need->level >= NEED_ORANGE)
        need->target = MAX(need->target, need->daily * need->days[NEED_FAR]);
    if (!need->shared && (need->level != NEED_OK || need->usable < need->cell->fill))
        need->wanted = MAX(need->target - need->usable, 0);
}

struct need
need_of_cell(const struct snapshot_cell *cell, const struct snapshot_spoiling *spoiling,
             guint count, const struct outlook *outlook)
{
    const struct part own = {cell, spoiling, count}, none = {.cell = NULL};
    struct need need = begin(&own, &none, outlook);

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
        need->out[NEED_FAR] = look_ahead(need, NEED_FAR, demand, demand_pool_out_most);
        need->out[NEED_NEAR] = need->out[NEED_FAR];
    }
    if (judge(need) < least)
        return true;
    if (need->known)
        need->out[NEED_NEAR] = look_ahead(need, NEED_NEAR, demand, demand_pool_out_most);
    return need->known && judge(need) < least;
}

/* The snapshot's cells as they stand beside each other in a box. */
struct beside {
    const struct snapshot *snapshot;
    const struct outlook *outlook;
    guint *first; /* of each cell's spoiling, and the end of all */
    guint (
        *at)[HISTORY_PLACES]; /* by box of the outlook and place: the cell's index + 1; 0: none */
};

static void
beside_read(struct beside *beside)
{
    const GArray *cells = beside->snapshot->cells, *spoiling = beside->snapshot->spoiling;
    guint next = 0;

    beside->first = g_new(guint, cells->len + 1);
    beside->at = g_malloc0_n((gsize)outlook_count(beside->outlook) + 1, sizeof(*beside->at));
    for (guint i = 0; i < cells->len; i++) {
        const struct snapshot_cell *cell = &g_array_index(cells, struct snapshot_cell, i);
        int32_t box = outlook_index(beside->outlook, cell->box);

        if (box >= 0)
            beside->at[box][need_place(cell)] = i + 1;
        beside->first[i] = next;
        while (next < spoiling->len &&
               g_array_index(spoiling, struct snapshot_spoiling, next).cell == i)
            next++;
    }
    beside->first[cells->len] = next;
}

static struct part
part_at(const struct beside *beside, guint i)
{
    const GArray *spoiling = beside->snapshot->spoiling;
    guint first = beside->first[i];

    return (struct part){
        .cell = &g_array_index(beside->snapshot->cells, struct snapshot_cell, i),
        .spoiling = first < spoiling->len
                        ? &g_array_index(spoiling, struct snapshot_spoiling, first)
                        : NULL,
        .count = beside->first[i + 1] - first,
    };
}

/* Begins to judge a cell with what is for all ages beside it. */
static struct need
begin_at(const struct beside *beside, guint i)
{
    struct part own = part_at(beside, i), all = {.cell = NULL};
    int32_t box = outlook_index(beside->outlook, own.cell->box);
    const guint *ages = box < 0 ? NULL : &beside->at[box][((int)own.cell->type - 1) * DRUG_AGES];
    struct need need;

    if (ages != NULL && own.cell->age != DRUG_ALL_AGES && ages[DRUG_ALL_AGES] > 0)
        all = part_at(beside, ages[DRUG_ALL_AGES] - 1);
    need = begin(&own, &all, beside->outlook);
    need.shared = ages != NULL && own.cell->age == DRUG_ALL_AGES && ages[DRUG_ADULT] > 0 &&
                  ages[DRUG_CHILD] > 0;
    return need;
}

GArray *
need_list(const struct snapshot *snapshot, const struct outlook *outlook, enum need_level least)
{
    GArray *needs = g_array_new(FALSE, FALSE, sizeof(struct need));
    const struct demand *demand = outlook_demand(outlook);
    struct beside beside = {.snapshot = snapshot, .outlook = outlook};

    beside_read(&beside);
    for (guint i = 0; i < snapshot->cells->len; i++) {
        struct need need = begin_at(&beside, i);

        if (is_surely_below(&need, demand, least))
            continue;
        finish(&need, demand);
        if (need.level >= least)
            g_array_append_val(needs, need);
    }
    g_free(beside.first);
    g_free(beside.at);
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

        if (box == NULL || need->shared)
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
