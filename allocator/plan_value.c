#include <math.h>

#include "allocator/plan_inside.h"

#define COVER_MOST 9999.0

const struct plan_rules plan_rules_standard = {
    .floor_days = 3,
    .class_days = {7, 30},
    .neighbours = 10,
    .arc_room = 60,
    .handling = 200,
    .per_km = 100,
    .group_metres = {60, 300, 1000, 6000},
    .fair_by_weight = false,
};

double
plan_cover(const struct forecast *forecast, double amount)
{
    return forecast->rate * COVER_MOST > amount ? amount / forecast->rate : COVER_MOST;
}

int64_t
plan_idle_cost(const struct plan_rules *rules, int64_t level, double portion)
{
    return level * (int64_t)ceil(rules->floor_days * PLAN_FLOOR_STEPS) +
           plan_points(portion, 3 * PLAN_VALUE);
}

/* What keeping the portion costs that comes on top of this cover, and is asked for so probably. */
static int64_t
cost_of(const struct plan_place *place, const struct plan_rules *rules, int64_t level,
        double portion, double cover, double chance)
{
    double fair = rules->fair_by_weight ? cover / place->weight : cover;

    if (fair < rules->floor_days)
        return level * (int64_t)(fair * PLAN_FLOOR_STEPS);
    return plan_idle_cost(rules, level, portion) -
           (int64_t)(portion * PLAN_VALUE * place->weight * chance);
}

static int32_t
class_of(const struct plan_rules *rules, double cover)
{
    int32_t class = 0;

    while (class < PLAN_CLASSES - 1 && cover >= rules->class_days[class])
        class ++;
    return class;
}

/* Costs never fall from one portion to the next, nor do classes: cover rises and the chance falls. */
int32_t
plan_tiers(const struct plan_place *place, const struct plan_rules *rules, int64_t level,
           double portion, int32_t from, double *means, struct plan_tier *tiers)
{
    double used = place->forecast.rate * rules->class_days[PLAN_CLASSES - 2] - place->rest;
    int32_t last = (int32_t)fmin(fmax(ceil(used / portion), 1), PLAN_PORTIONS_MOST), count = 0;

    if (from > last)
        return 0;
    forecast_means(&place->forecast, place->rest, portion, last, means);
    for (int32_t number = from; number <= last; number++) {
        double cover = plan_cover(&place->forecast, place->rest + (number - 1) * portion);
        struct plan_tier tier = {cost_of(place, rules, level, portion, cover, means[number - 1]), 1,
                                 class_of(rules, cover)};
        struct plan_tier *before = count > 0 ? &tiers[count - 1] : NULL;

        if (before != NULL && before->cost == tier.cost && before->class == tier.class)
            before->portions++;
        else
            tiers[count++] = tier;
    }
    return count;
}
