#include "allocator/plan.h"

#include "allocator/plan_inside.h"
#include "allocator/simplex.h"

static void
read_places(struct plan *plan, const struct plan_place *places)
{
    int32_t count = plan->places;

    plan->before = g_new(int32_t, count);
    plan->after = g_new(int32_t, count);
    plan->cover_before = g_new(double, count);
    plan->cover_after = g_new(double, count);
    for (int32_t i = 0; i < count; i++)
        plan->before[i] = plan->after[i] = plan_total(&places[i]);
    for (guint i = 0; i < plan->shipments->len; i++) {
        const struct plan_shipment *s = &g_array_index(plan->shipments, struct plan_shipment, i);

        for (int c = 0; c < PLAN_CLASSES; c++) {
            plan->after[s->from] -= s->portions[c];
            plan->after[s->to] += s->portions[c];
        }
    }
    for (int32_t i = 0; i < count; i++) {
        plan->cover_before[i] =
            plan_cover(&places[i].forecast, places[i].rest + plan->before[i] * plan->portion);
        plan->cover_after[i] =
            plan_cover(&places[i].forecast, places[i].rest + plan->after[i] * plan->portion);
    }
}

/* By the engine that it is for. */
static bool
solve(struct plan *plan, const struct plan_map *map, GError **error)
{
    int class = plan_tree_class(map, plan);

    return class >= 0 ? plan_tree_solve(plan, map, class, error)
                      : simplex_solve(&plan->problem, &plan->answer, error);
}

struct plan *
plan_make(const struct plan_map *map, const struct plan_place *places, double portion,
          const int32_t *quotas, GError **error)
{
    struct plan *plan = plan_draft(map, places, portion, quotas, error);

    if (plan == NULL)
        return NULL;
    if (!solve(plan, map, error)) {
        plan_free(plan);
        return NULL;
    }
    plan_ship(plan, map, places);
    read_places(plan, places);
    return plan;
}

void
plan_free(struct plan *plan)
{
    if (plan == NULL)
        return;
    void *parts[] = {plan->tail, plan->head,   plan->room,  plan->cost,         plan->supply,
                     plan->road, plan->before, plan->after, plan->cover_before, plan->cover_after};

    for (size_t i = 0; i < G_N_ELEMENTS(parts); i++)
        g_free(parts[i]);
    flow_answer_clear(&plan->answer);
    g_array_unref(plan->leaves);
    if (plan->shipments != NULL)
        g_array_unref(plan->shipments);
    g_free(plan);
}
