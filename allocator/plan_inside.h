#ifndef ALLOCATOR_PLAN_INSIDE_H
#define ALLOCATOR_PLAN_INSIDE_H

/* The inside of the planner: the network of a plan, and what is read off it. Node place * PLAN_CLASSES
 * + class holds the portions of a class in a place; then come those on the road of places with a
 * carrier, or those of areas, likewise; then the gates of places whose room is known; the sink is the
 * last. Arcs begin with the ways; then each place has its tiers, what idles there, its chain, its gate. */

#include "allocator/plan.h"

#define PLAN_PORTIONS_MOST 4096 /* looked at in one box */

/* A way from a place to a neighbour. */
struct plan_way {
    int32_t from, to;
    double metres; /* on the road */
    int64_t cost;  /* points a person-day */
};

/* From a place, or a junction (an area), up to the junction above. */
struct plan_climb {
    int32_t to;   /* its number; -1: none */
    int64_t cost; /* points a person-day; as much down */
};

struct plan_map {
    int32_t count;
    struct plan_rules rules;
    struct plan_way *ways; /* by from; of two between the same places the first */
    int32_t way_count;
    /* Of places, then of junctions, where no place has coordinates; there are no ways then. Else NULL. */
    struct plan_climb *climbs;
    int32_t junctions;
    int64_t dearest; /* of all their costs */
};

/* Points a person-day of a way of so many metres. */
static inline int64_t
plan_way_cost(const struct plan_rules *rules, double metres)
{
    return rules->handling + (int64_t)(metres / 1000 * rules->per_km);
}

/* Finds the areas of a map without coordinates. */
void plan_map_climbs(struct plan_map *map, const struct plan_place *places);

/* The one class of all portions that may go, where such a plan is the tree engine's; otherwise -1. */
int plan_tree_class(const struct plan_map *map, const struct plan *plan);

/* Solves it as simplex_solve() would: flow, prices and cost. */
MUST_CHECK bool plan_tree_solve(struct plan *plan, const struct plan_map *map, int class,
                                GError **error);

int32_t plan_total(const struct plan_place *place);

/* Tiers of a place: from portion number from (1 is the first), how many cost how much, and which class
 * still serves them. Costs are points a portion: of their level, which rises with the cover up to the floor,
 * and beside it what idling costs less what they are worth; the last is worth a point. Fills tiers
 * (PLAN_PORTIONS_MOST places) and returns how many. */
struct plan_tier {
    int64_t cost;
    int32_t portions, class;
};
int32_t plan_tiers(const struct plan_place *place, const struct plan_rules *rules, int64_t level,
                   double portion, int32_t from, struct plan_tier *tiers);

/* How early a portion on top of an amount is given, as far as fairness goes: by the level that the box has
 * reached and, of the same, by the one that it is lifted to; and what all have that are at the floor. */
int64_t plan_rank(const struct plan_place *place, const struct plan_rules *rules, double below,
                  double portion);
int64_t plan_rank_most(const struct plan_rules *rules);

/* Points of a portion from those of a person-day. */
static inline int64_t
plan_points(double portion, int64_t points)
{
    return (int64_t)(portion * (double)points + 0.5);
}

/* What a portion costs that nobody will ask for. */
int64_t plan_idle_cost(const struct plan_rules *rules, int64_t level, double portion);

/* Metres on the road between two places; NAN where nothing says how far. */
double plan_metres(const struct plan_place *a, const struct plan_place *b,
                   const struct plan_rules *rules);

/* Fills shipments from the flow. A portion goes straight from where it lay to where it stays,
 * whatever boxes the flow passes, and is of the class that it had there. */
void plan_ship(struct plan *plan, const struct plan_map *map, const struct plan_place *places);

#endif
