#include <math.h>

#include "allocator/plan_inside.h"

#define COVER_MOST 9999.0

const struct plan_rules plan_rules_standard = {
    .portion = 1,
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
plan_cover(const struct plan_place *place, const struct plan_rules *rules, int32_t portions)
{
    double rate = place->forecast.rate;

    return rate * COVER_MOST > portions * rules->portion ? portions * rules->portion / rate
                                                         : COVER_MOST;
}

int64_t
plan_idle_cost(const struct plan_rules *rules, int64_t level)
{
    return level * (int64_t)ceil(rules->floor_days * PLAN_FLOOR_STEPS) + 3 * PLAN_VALUE;
}

/* What keeping the portion costs that comes on top of this cover. */
static int64_t
cost_of(const struct plan_place *place, const struct plan_rules *rules, int64_t level, double cover,
        double tail)
{
    double fair = rules->fair_by_weight ? cover / place->weight : cover;

    if (fair < rules->floor_days)
        return level * (int64_t)(fair * PLAN_FLOOR_STEPS);
    return plan_idle_cost(rules, level) - (int64_t)(PLAN_VALUE * place->weight * tail);
}

static int32_t
class_of(const struct plan_rules *rules, double cover)
{
    int32_t class = 0;

    while (class < PLAN_CLASSES - 1 && cover >= rules->class_days[class])
        class ++;
    return class;
}

/* Costs never fall from one portion to the next, nor do classes: cover rises and the tail falls. */
int32_t
plan_tiers(const struct plan_place *place, const struct plan_rules *rules, int64_t level,
           int32_t from, double *tails, struct plan_tier *tiers)
{
    double last = place->forecast.rate * rules->class_days[PLAN_CLASSES - 2] / rules->portion;
    int32_t last_portion = (int32_t)fmin(fmax(ceil(last), 1), PLAN_PORTIONS_MOST), count = 0;

    if (from > last_portion)
        return 0;
    forecast_tails(&place->forecast, rules->portion, last_portion, tails);
    for (int32_t portion = from; portion <= last_portion; portion++) {
        double cover = plan_cover(place, rules, portion - 1);
        struct plan_tier tier = {cost_of(place, rules, level, cover, tails[portion]), 1,
                                 class_of(rules, cover)};
        struct plan_tier *before = count > 0 ? &tiers[count - 1] : NULL;

        if (before != NULL && before->cost == tier.cost && before->class == tier.class)
            before->portions++;
        else
            tiers[count++] = tier;
    }
    return count;
}
