#include <math.h>

#include "allocator/plan_inside.h"
#include "base/words.h"

#define CELLS_MOST 500000 /* places of one plan */
#define PORTION_MOST 4000 /* person-days */

/* Points a person-day that would spoil: it could have been of use later. Far less than one that somebody
 * asks for now. */
static const int32_t spoils[PLAN_CLASSES] = {3000, 1200, 0};

/* What a portion costs that comes to a place with a carrier, so that none leaves it to come back. */
#define ARRIVAL 1

/* A problem as it grows. */
struct sketch {
    struct plan *plan;
    const struct plan_map *map;
    const struct plan_place *places;
    const int32_t *quotas;
    struct plan_tier *tiers;
    int32_t room_for; /* arcs */
    int32_t gate;     /* the next one */
    double portion;
    int32_t way_room; /* portions on a way */
    int64_t level;
};

static void
make_room(struct sketch *s, int64_t arcs)
{
    struct plan *plan = s->plan;

    s->room_for = (int32_t)arcs;
    plan->tail = g_renew(int32_t, plan->tail, arcs);
    plan->head = g_renew(int32_t, plan->head, arcs);
    plan->room = g_renew(int32_t, plan->room, arcs);
    plan->cost = g_renew(int64_t, plan->cost, arcs);
}

static void
sketch_arc(struct sketch *s, int32_t tail, int32_t head, int32_t room, int64_t cost)
{
    struct plan *plan = s->plan;
    int32_t at = plan->problem.arcs++;

    if (at == s->room_for)
        make_room(s, (int64_t)at * 3 / 2 + 64);
    plan->tail[at] = tail;
    plan->head[at] = head;
    plan->room[at] = room;
    plan->cost[at] = cost;
}

int32_t
plan_total(const struct plan_place *place)
{
    int32_t sum = 0;

    for (int c = 0; c < PLAN_CLASSES; c++)
        sum += place->stock[c];
    return sum;
}

static bool
check(const struct plan_map *map, const struct plan_place *places, double portion, GError **error)
{
    const struct plan_rules *rules = &map->rules;
    bool good = map->count >= 0 && map->count <= CELLS_MOST &&
                portion * rules->handling > ARRIVAL && portion <= PORTION_MOST &&
                rules->floor_days >= 0 && rules->floor_days <= 365 && rules->handling > 1 &&
                rules->per_km >= 0 && rules->arc_room >= 0;
    int64_t sum = 0;

    for (int32_t i = 0; good && i < map->count; i++) {
        const struct plan_place *p = &places[i];

        good = p->weight >= 1 && p->weight <= 3 && p->retained >= 0 && p->room >= 0 &&
               p->rest >= 0 && p->forecast.rate >= 0;
        for (int c = 0; good && c < PLAN_CLASSES; c++) {
            good = p->stock[c] >= 0;
            sum += p->stock[c];
        }
        good = good && sum < FLOW_ENDLESS;
    }
    return good || err_set(error, ERR_INPUT, _("A number in the plan is out of bounds."));
}

/* What a box retains is what it will use first itself: what expires soonest, as far as that is used
 * up in time, then the rest. Gives the portions of each class that may go. */
static void
set_aside(const struct sketch *s, const struct plan_place *p, int32_t free[PLAN_CLASSES])
{
    const struct plan_rules *rules = &s->map->rules;
    int32_t left = MIN(p->retained, plan_total(p)), aside = 0;

    for (int c = 0; c < PLAN_CLASSES; c++) {
        double days = c < PLAN_CLASSES - 1 ? rules->class_days[c] : INFINITY;
        double used = p->forecast.rate > 0 ? p->forecast.rate * days / s->portion : 0;
        int32_t most = used < left + aside ? MAX((int32_t)used - aside, 0) : left;
        int32_t stays = MIN(MIN(p->stock[c], left), c < PLAN_CLASSES - 1 ? most : left);

        free[c] = p->stock[c] - stays;
        left -= stays;
        aside += stays;
    }
    for (int c = PLAN_CLASSES - 1; c >= 0 && left > 0; c--) {
        int32_t stays = MIN(free[c], left);

        free[c] -= stays;
        left -= stays;
    }
}

static bool
has_gate(const struct plan_place *p)
{
    return p->room != PLAN_ENDLESS;
}

/* Portions that may lie there beside those that stay; what is there already always may. */
static int32_t
room_left(const struct plan_place *p, const int32_t free[PLAN_CLASSES])
{
    int32_t stays = plan_total(p) - free[0] - free[1] - free[2];

    return MAX(p->room, plan_total(p)) - stays;
}

/* Tiers of a place, and what is left of its own stock, which may idle or spoil there. Where its room
 * is known, all of that passes a gate of that room. */
static void
sketch_place(struct sketch *s, int32_t i, const int32_t free[PLAN_CLASSES])
{
    const struct plan_place *p = &s->places[i];
    const struct plan_rules *rules = &s->map->rules;
    int32_t stays = plan_total(p) - free[0] - free[1] - free[2], node = i * PLAN_CLASSES;
    int64_t idle = plan_idle_cost(rules, s->level, s->portion);
    int32_t sink = s->plan->problem.nodes - 1, end = has_gate(p) ? s->gate : sink;
    int32_t tiers = plan_tiers(p, rules, s->level, s->portion, stays + 1, s->tiers);

    for (int32_t t = 0; t < tiers; t++)
        sketch_arc(s, node + s->tiers[t].class, end, s->tiers[t].portions, s->tiers[t].cost);
    for (int c = 0; c < PLAN_CLASSES; c++)
        sketch_arc(s, node + c, end, free[c], idle + plan_points(s->portion, spoils[c]));
    for (int c = PLAN_CLASSES - 1; c > 0; c--)
        sketch_arc(s, node + c, node + c - 1, FLOW_ENDLESS, 0);
    if (has_gate(p))
        sketch_arc(s, s->gate++, sink, room_left(p, free), 0);
    for (int c = 0; c < PLAN_CLASSES; c++) {
        s->plan->supply[node + c] = free[c];
        s->plan->supply[sink] -= free[c];
    }
}

/* One level more than everything below it on any circle: no way and no value can outweigh it. */
static int64_t
level_above(const struct plan_map *map, double portion, int32_t nodes)
{
    return (plan_points(portion, map->dearest) + ARRIVAL) * nodes +
           2 * plan_points(portion, 3 * PLAN_VALUE + spoils[0]) + 1;
}

/* Where ways of a class begin and end at a place: at its node on the road, if it has a carrier. */
static int32_t
road_node(const struct sketch *s, int32_t i, int c)
{
    int32_t road = s->plan->road != NULL ? s->plan->road[i] : -1;

    return (road < 0 ? i * PLAN_CLASSES : road) + c;
}

/* Up and down the areas. No more leaves a place, or comes, than over the ways to so many neighbours. */
static void
sketch_climbs(struct sketch *s, int c)
{
    const struct plan_rules *rules = &s->map->rules;
    int32_t room = (int32_t)MIN((int64_t)s->way_room * rules->neighbours, FLOW_ENDLESS);

    for (int32_t v = 0; v < s->map->count + s->map->junctions; v++) {
        const struct plan_climb *climb = &s->map->climbs[v];
        int32_t low = v * PLAN_CLASSES + c, high = (s->map->count + climb->to) * PLAN_CLASSES + c;
        int32_t up = v < s->map->count ? room : FLOW_ENDLESS, down = up;
        struct plan_leave leave = {s->plan->problem.arcs, v, c};
        int64_t cost = plan_points(s->portion, climb->cost);

        if (climb->to < 0)
            continue;
        if (v < s->map->count && s->places[v].carrier >= 0) {
            up = s->quotas != NULL ? MIN(up, s->quotas[low]) : up;
            g_array_append_val(s->plan->leaves, leave);
        }
        sketch_arc(s, low, high, up, cost);
        sketch_arc(s, high, low, down, cost);
    }
}

static void
sketch_ways(struct sketch *s, int c)
{
    for (int32_t w = 0; w < s->map->way_count; w++) {
        const struct plan_way *way = &s->map->ways[w];

        sketch_arc(s, road_node(s, way->from, c), road_node(s, way->to, c), s->way_room,
                   plan_points(s->portion, way->cost));
    }
}

/* What a carrier takes out goes over one arc of its place and class, within the quota of that. */
static void
sketch_road(struct sketch *s, int32_t i, int c)
{
    int32_t node = i * PLAN_CLASSES + c, road = s->plan->road[i] + c;
    struct plan_leave leave = {s->plan->problem.arcs, i, c};

    if (s->plan->road[i] < 0)
        return;
    g_array_append_val(s->plan->leaves, leave);
    sketch_arc(s, node, road, s->quotas != NULL ? s->quotas[node] : FLOW_ENDLESS, 0);
    sketch_arc(s, road, node, FLOW_ENDLESS, ARRIVAL);
}

/* Numbers the nodes: places, those on the road or of areas, gates, the sink. */
static void
number_nodes(struct sketch *s)
{
    struct plan *plan = s->plan;
    int32_t at = s->map->count * PLAN_CLASSES;

    for (int32_t i = 0; i < s->map->count; i++) {
        if (s->places[i].carrier < 0 || s->map->climbs != NULL)
            continue;
        if (plan->road == NULL) {
            plan->road = g_new(int32_t, s->map->count);
            for (int32_t j = 0; j < s->map->count; j++)
                plan->road[j] = -1;
        }
        plan->road[i] = at;
        at += PLAN_CLASSES;
    }
    at += s->map->junctions * PLAN_CLASSES;
    plan->inner = s->gate = at;
    for (int32_t i = 0; i < s->map->count; i++)
        at += has_gate(&s->places[i]);
    plan->problem.nodes = at + 1;
    plan->supply = g_new0(int64_t, (size_t)at + 1);
}

static void
sketch_all(struct sketch *s)
{
    int32_t(*free)[PLAN_CLASSES] = g_malloc_n((size_t)s->map->count + 1, sizeof(*free));
    bool there[PLAN_CLASSES] = {false};

    number_nodes(s);
    s->level = level_above(s->map, s->portion, s->plan->problem.nodes);
    for (int32_t i = 0; i < s->map->count; i++) {
        set_aside(s, &s->places[i], free[i]);
        for (int c = 0; c < PLAN_CLASSES; c++)
            there[c] |= free[i][c] > 0;
    }
    for (int c = 0; c < PLAN_CLASSES; c++) { /* no ways for a class of which nothing may go */
        if (there[c] && s->map->climbs != NULL)
            sketch_climbs(s, c);
        else if (there[c])
            sketch_ways(s, c);
        for (int32_t i = 0; there[c] && s->plan->road != NULL && i < s->map->count; i++)
            sketch_road(s, i, c);
    }
    s->plan->between = s->plan->problem.arcs;
    for (int32_t i = 0; i < s->map->count; i++)
        sketch_place(s, i, free[i]);
    g_free(free);
}

struct plan *
plan_draft(const struct plan_map *map, const struct plan_place *places, double portion,
           const int32_t *quotas, GError **error)
{
    struct sketch s = {.map = map, .places = places, .quotas = quotas, .portion = portion};
    int64_t arcs = (int64_t)map->way_count * PLAN_CLASSES + (int64_t)map->count * 16;
    struct plan *plan;

    if (!check(map, places, portion, error))
        return NULL;
    s.plan = plan = g_new0(struct plan, 1);
    plan->places = map->count;
    plan->portion = portion;
    s.way_room = (int32_t)MAX(map->rules.arc_room / portion, 1);
    make_room(&s, MIN(arcs, INT32_MAX / 2));
    plan->leaves = g_array_new(FALSE, FALSE, sizeof(struct plan_leave));
    s.tiers = g_new(struct plan_tier, PLAN_PORTIONS_MOST);
    sketch_all(&s);
    g_free(s.tiers);
    plan->problem.tail = plan->tail;
    plan->problem.head = plan->head;
    plan->problem.room = plan->room;
    plan->problem.cost = plan->cost;
    plan->problem.supply = plan->supply;
    return plan;
}
