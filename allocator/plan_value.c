#include <glib.h>
#include <math.h>

#include "allocator/plan_inside.h"

#define COVER_MOST 9999.0
/* Portions whose chances are found at a time: mostly a few are enough, and some need many. */
#define LOOK_LEAST 2
#define LOOK_MOST 64

const struct plan_rules plan_rules_standard = {
    .floor_days = 3,
    .class_days = {3, 7, 21},
    .neighbours = 10,
    .arc_room = 60,
    .handling = 1000,
    .per_km = 500,
    .group_metres = {60, 300, 1000, 6000},
    .fair_by_weight = false,
};

double
plan_cover(const struct forecast *forecast, double amount)
{
    return forecast->rate * COVER_MOST > amount ? amount / forecast->rate : COVER_MOST;
}

/* The level of what is above the floor. */
static int64_t
top_of(const struct plan_rules *rules)
{
    return (int64_t)ceil(rules->floor_days * PLAN_FLOOR_STEPS);
}

int64_t
plan_rank_most(const struct plan_rules *rules)
{
    return top_of(rules) * (top_of(rules) + 1);
}

int64_t
plan_idle_cost(const struct plan_rules *rules, int64_t level, double portion)
{
    return level * plan_rank_most(rules) + plan_points(portion, 3 * PLAN_VALUE);
}

/* Points of what a portion is worth that is asked for so probably. */
static int64_t
worth(const struct plan_place *place, double portion, double chance)
{
    return (int64_t)(portion * PLAN_VALUE * place->weight * chance);
}

/* Below the floor: the level of a cover. */
static int64_t
level_of(const struct plan_place *place, const struct plan_rules *rules, double cover)
{
    double fair = rules->fair_by_weight ? cover / place->weight : cover;

    return fair < rules->floor_days ? (int64_t)(fair * PLAN_FLOOR_STEPS) : top_of(rules);
}

/* Of boxes that are equally poor those come first that it lifts highest: the vector is greater for it. */
int64_t
plan_rank(const struct plan_place *place, const struct plan_rules *rules, double below,
          double portion)
{
    int64_t reached = level_of(place, rules, plan_cover(&place->forecast, below));
    int64_t lifted = level_of(place, rules, plan_cover(&place->forecast, below + portion));

    return reached * (top_of(rules) + 1) + (top_of(rules) - MAX(reached, lifted));
}

static int32_t
class_of(const struct plan_rules *rules, double cover)
{
    int32_t class = 0;

    while (class < PLAN_CLASSES - 1 && cover >= rules->class_days[class])
        class ++;
    return class;
}

/* The tier of a portion that comes on top of so much, and is asked for so probably. Half of it is asked for
 * when the cover in its middle has passed. */
static struct plan_tier
tier_of(const struct plan_place *place, const struct plan_rules *rules, int64_t level,
        double portion, double below, double chance)
{
    double middle = plan_cover(&place->forecast, below + portion / 2);

    return (struct plan_tier){level * plan_rank(place, rules, below, portion) +
                                  plan_points(portion, 3 * PLAN_VALUE) -
                                  worth(place, portion, chance),
                              1, class_of(rules, middle)};
}

/* Costs never fall from one portion to the next, nor do classes: cover rises and the chance falls. */
int32_t
plan_tiers(const struct plan_place *place, const struct plan_rules *rules, int64_t level,
           double portion, int32_t from, struct plan_tier *tiers)
{
    int64_t idle = plan_idle_cost(rules, level, portion);
    double means[LOOK_MOST];
    int32_t count = 0, look = 0, seen = from;

    for (int32_t number = from; number <= PLAN_PORTIONS_MOST; number++) {
        double below = place->rest + (number - 1) * portion;
        struct plan_tier tier, *before = count > 0 ? &tiers[count - 1] : NULL;

        if (number == seen) {
            look = CLAMP(2 * look, LOOK_LEAST, LOOK_MOST);
            seen += look;
            forecast_means(&place->forecast, below, portion, look, means);
        }
        tier = tier_of(place, rules, level, portion, below, means[number - seen + look]);
        if (tier.cost >= idle)
            break;
        tier.cost = before != NULL ? MAX(tier.cost, before->cost) : tier.cost;
        if (before != NULL && before->cost >= tier.cost && before->class == tier.class)
            before->portions++;
        else
            tiers[count++] = tier;
    }
    return count;
}
