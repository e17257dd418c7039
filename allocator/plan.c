#include "allocator/plan.h"

#include <math.h>

#include "allocator/plan_inside.h"
#include "allocator/simplex.h"
#include "base/words.h"

#define CELLS_MOST 500000 /* places of one plan */

/* Extra points for what would spoil: less than any use is worth. */
static const int32_t spoils[PLAN_CLASSES] = {1500, 400, 0};

/* A problem as it grows. */
struct draft {
    GArray *tail, *head, *room, *cost;
};

static void
draft_arc(struct draft *d, int32_t tail, int32_t head, int32_t room, int64_t cost)
{
    g_array_append_val(d->tail, tail);
    g_array_append_val(d->head, head);
    g_array_append_val(d->room, room);
    g_array_append_val(d->cost, cost);
}

static int32_t
total(const struct plan_place *place)
{
    int32_t sum = 0;

    for (int c = 0; c < PLAN_CLASSES; c++)
        sum += place->stock[c];
    return sum;
}

static bool
check(const struct plan_place *places, int32_t count, const struct plan_rules *rules,
      GError **error)
{
    bool good = count >= 0 && count <= CELLS_MOST && rules->portion > 0 && rules->floor_days >= 0 &&
                rules->floor_days <= 365 && rules->handling > 0 && rules->per_km >= 0;
    int64_t sum = 0;

    for (int32_t i = 0; good && i < count; i++) {
        const struct plan_place *p = &places[i];

        good = p->weight >= 1 && p->weight <= 3 && p->retained >= 0 && p->room >= 0 &&
               p->forecast.rate >= 0;
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
set_aside(const struct plan_place *p, const struct plan_rules *rules, int32_t free[PLAN_CLASSES])
{
    int32_t left = MIN(p->retained, total(p)), aside = 0;

    for (int c = 0; c < PLAN_CLASSES; c++) {
        double days = c < PLAN_CLASSES - 1 ? rules->class_days[c] : INFINITY;
        double used = p->forecast.rate > 0 ? p->forecast.rate * days / rules->portion : 0;
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
    int32_t stays = total(p) - free[0] - free[1] - free[2];

    return MAX(p->room, total(p)) - stays;
}

/* Tiers of a place, and what is left of its own stock, which may idle or spoil there. Where its room
 * is known, all of that passes a gate of that room. */
static void
draft_place(struct draft *d, const struct plan_place *p, const struct plan_rules *rules,
            int32_t node, int32_t end, int64_t level, const int32_t free[PLAN_CLASSES])
{
    int32_t stays = total(p) - free[0] - free[1] - free[2];
    g_autoptr(GArray) tiers = plan_tiers(p, rules, level, stays + 1);

    for (guint i = 0; i < tiers->len; i++) {
        const struct plan_tier *tier = &g_array_index(tiers, struct plan_tier, i);

        draft_arc(d, node + tier->class, end, tier->portions, tier->cost);
    }
    for (int c = 0; c < PLAN_CLASSES; c++)
        draft_arc(d, node + c, end, free[c], plan_idle_cost(rules, level) + spoils[c]);
    for (int c = PLAN_CLASSES - 1; c > 0; c--)
        draft_arc(d, node + c, node + c - 1, FLOW_ENDLESS, 0);
}

/* One level more than everything below it on any circle: no way and no value can outweigh it. */
static int64_t
level_above(const GArray *ways, int32_t nodes, const struct plan_rules *rules)
{
    int64_t dearest = 0;

    for (guint i = 0; i < ways->len; i++)
        dearest = MAX(dearest, plan_way_cost(&g_array_index(ways, struct plan_way, i), rules));
    return dearest * nodes + 2 * (3 * PLAN_VALUE + spoils[0]) + 1;
}

static void
draft_problem(struct plan *plan, struct draft *d, const struct plan_place *places, int32_t count,
              const struct plan_rules *rules, const GArray *ways)
{
    int32_t gate = count * PLAN_CLASSES, sink = gate;
    bool there[PLAN_CLASSES] = {false};
    int64_t level;

    for (int32_t i = 0; i < count; i++)
        for (int c = 0; c < PLAN_CLASSES; c++)
            there[c] |= places[i].stock[c] > 0;
    for (int32_t i = 0; i < count; i++)
        sink += has_gate(&places[i]);
    level = level_above(ways, sink + 1, rules);
    for (guint i = 0; i < ways->len; i++) {
        const struct plan_way *way = &g_array_index(ways, struct plan_way, i);

        for (int c = 0; c < PLAN_CLASSES; c++) /* none for a class that nobody has */
            if (there[c])
                draft_arc(d, way->from * PLAN_CLASSES + c, way->to * PLAN_CLASSES + c,
                          rules->arc_room, plan_way_cost(way, rules));
    }
    plan->supply = g_new0(int64_t, (size_t)sink + 1);
    for (int32_t i = 0; i < count; i++) {
        int32_t free[PLAN_CLASSES];

        set_aside(&places[i], rules, free);
        draft_place(d, &places[i], rules, i * PLAN_CLASSES, has_gate(&places[i]) ? gate : sink,
                    level, free);
        if (has_gate(&places[i]))
            draft_arc(d, gate++, sink, room_left(&places[i], free), 0);
        for (int c = 0; c < PLAN_CLASSES; c++) {
            plan->supply[i * PLAN_CLASSES + c] = free[c];
            plan->supply[sink] -= free[c];
        }
    }
    plan->problem.nodes = sink + 1;
    plan->problem.arcs = (int32_t)d->tail->len;
    plan->problem.tail = plan->tail = (int32_t *)(void *)g_array_free(d->tail, FALSE);
    plan->problem.head = plan->head = (int32_t *)(void *)g_array_free(d->head, FALSE);
    plan->problem.room = plan->room = (int32_t *)(void *)g_array_free(d->room, FALSE);
    plan->problem.cost = plan->cost = (int64_t *)(void *)g_array_free(d->cost, FALSE);
    plan->problem.supply = plan->supply;
}

static void
read_places(struct plan *plan, const struct plan_place *places, int32_t count,
            const struct plan_rules *rules)
{
    plan->before = g_new(int32_t, count);
    plan->after = g_new(int32_t, count);
    plan->cover_before = g_new(double, count);
    plan->cover_after = g_new(double, count);
    for (int32_t i = 0; i < count; i++)
        plan->before[i] = plan->after[i] = total(&places[i]);
    for (guint i = 0; i < plan->shipments->len; i++) {
        const struct plan_shipment *s = &g_array_index(plan->shipments, struct plan_shipment, i);

        for (int c = 0; c < PLAN_CLASSES; c++) {
            plan->after[s->from] -= s->portions[c];
            plan->after[s->to] += s->portions[c];
        }
    }
    for (int32_t i = 0; i < count; i++) {
        plan->cover_before[i] = plan_cover(&places[i], rules, plan->before[i]);
        plan->cover_after[i] = plan_cover(&places[i], rules, plan->after[i]);
    }
}

struct plan *
plan_make(const struct plan_place *places, int32_t count, const struct plan_rules *rules,
          GError **error)
{
    struct draft draft;
    struct plan *plan;
    g_autoptr(GArray) ways = NULL;

    if (!check(places, count, rules, error))
        return NULL;
    plan = g_new0(struct plan, 1);
    plan->places = count;
    ways = plan_ways(places, count, rules);
    draft = (struct draft){
        g_array_new(FALSE, FALSE, sizeof(int32_t)), g_array_new(FALSE, FALSE, sizeof(int32_t)),
        g_array_new(FALSE, FALSE, sizeof(int32_t)), g_array_new(FALSE, FALSE, sizeof(int64_t))};
    draft_problem(plan, &draft, places, count, rules, ways);
    if (!simplex_solve(&plan->problem, &plan->answer, error)) {
        plan_free(plan);
        return NULL;
    }
    plan_ship(plan, count, places, rules);
    read_places(plan, places, count, rules);
    return plan;
}

void
plan_free(struct plan *plan)
{
    if (plan == NULL)
        return;
    void *parts[] = {plan->tail,   plan->head,  plan->room,         plan->cost,       plan->supply,
                     plan->before, plan->after, plan->cover_before, plan->cover_after};

    for (size_t i = 0; i < G_N_ELEMENTS(parts); i++)
        g_free(parts[i]);
    flow_answer_clear(&plan->answer);
    if (plan->shipments != NULL)
        g_array_unref(plan->shipments);
    g_free(plan);
}
