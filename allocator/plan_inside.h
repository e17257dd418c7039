#ifndef ALLOCATOR_PLAN_INSIDE_H
#define ALLOCATOR_PLAN_INSIDE_H

/* The inside of the planner: the network of a plan, and what is read off it. Node place * PLAN_CLASSES
 * + class holds the portions of a class in a place; then come those on the road of places with a
 * carrier, then the gates of places whose room is known; the sink is the last. */

#include "allocator/plan.h"

#define PLAN_PORTIONS_MOST 4096 /* looked at in one box */

/* A way from a place to a neighbour. */
struct plan_way {
    int32_t from, to;
    double metres; /* on the road */
    int64_t cost;  /* points a portion */
};

struct plan_map {
    int32_t count;
    struct plan_rules rules;
    struct plan_way *ways; /* by from; of two between the same places the first */
    int32_t way_count;
    int64_t dearest; /* of their costs */
};

int32_t plan_total(const struct plan_place *place);

/* Tiers of a place: from portion number from (1 is the first), how many cost how much, and which class
 * still serves them. Costs rise by level, above the floor from level + 0 to level + 3 PLAN_VALUE.
 * Fills tiers (PLAN_PORTIONS_MOST places) and returns how many; tails has one place more. */
struct plan_tier {
    int64_t cost;
    int32_t portions, class;
};
int32_t plan_tiers(const struct plan_place *place, const struct plan_rules *rules, int64_t level,
                   int32_t from, double *tails, struct plan_tier *tiers);

/* What a portion costs that nobody will ask for. */
int64_t plan_idle_cost(const struct plan_rules *rules, int64_t level);

/* Days of cover of so many portions. */
double plan_cover(const struct plan_place *place, const struct plan_rules *rules, int32_t portions);

/* Metres on the road between two places; NAN where nothing says how far. */
double plan_metres(const struct plan_place *a, const struct plan_place *b,
                   const struct plan_rules *rules);

/* Fills shipments from the flow. A portion goes straight from where it lay to where it stays,
 * whatever boxes the flow passes, and is of the class that it had there. */
void plan_ship(struct plan *plan, const struct plan_map *map, const struct plan_place *places);

#endif
