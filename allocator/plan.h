#ifndef ALLOCATOR_PLAN_H
#define ALLOCATOR_PLAN_H

/*
 * Who should carry what where. One medicine (a type for an age group, over all substitutes) is
 * planned at a time, in portions of what can be moved there (a pack, a bottle; of loose pieces a day's
 * worth), as a minimum-cost flow (flow.h):
 *
 *   - what a portion is worth in a box is how probably it is asked for within the horizon, times the
 *     box's weight; added up that is exactly the expected demand that is met, so value only falls
 *     from one portion to the next;
 *   - below floor_days of cover, fairness comes first: the poorest box's cover is raised, then the
 *     next, and nothing else can outweigh it (the least sorted vector of covers is greatest; on
 *     such networks one flow with costs that rise by level finds it: Frank and Murota, "Decreasing
 *     minimization on M-convex sets", 2022). Levels are 1 / PLAN_FLOOR_STEPS of a day, of
 *     boxes equally poor those come first that a portion lifts highest, and of plans that are equally fair
 *     the one is chosen that is worth most;
 *   - portions that expire soon serve only the demand of the days for which all of their class are surely
 *     good, so they go first, and go where they are still used (classes);
 *   - carrying costs a handling and the way: on the road to the nearest boxes; where no box has coordinates,
 *     over the areas that both stand in, to any box there. So above the floor nothing is carried unless what
 *     it is expected to meet, less what that is where it lies, outweighs its way: by the standard rules, and
 *     for people of weight 1, one in twenty must be asked for within the horizon at the next door, and one
 *     in thirteen a kilometre away.
 *
 * A box never falls below what it retains, and never gets more than it has room for.
 *
 * What leaves a place with a carrier goes over an arc of its own for each class, whose room is the
 * quota that the carrier gives it; what only passes does not. Who gives quotas: quota.h.
 *
 * Over areas the ways are a tree. Where all that may go is of one class, too, the plan is the tree
 * engine's (tree.h); any other is the network simplex's (simplex.h).
 */

#include "allocator/flow.h"
#include "allocator/forecast.h"

#define PLAN_CLASSES 3 /* by days to expiry: soon, later, long */
#define PLAN_GROUPS 4  /* of the hierarchy, narrow to wide: building, grid, community, district */
#define PLAN_FLOOR_STEPS 20
#define PLAN_ENDLESS FLOW_ENDLESS

/* A box, for one medicine. */
struct plan_place {
    int64_t box; /* the caller's number */
    double x, y; /* m on a plane; NAN: not known */
    int64_t group
        [PLAN_GROUPS]; /* the caller's numbers of the areas it stands in, each in the next; 0: none */
    double weight;     /* of its people; 1 to 3 */
    struct forecast forecast;    /* over rules.horizon_days, in person-days */
    int32_t stock[PLAN_CLASSES]; /* portions that can be used and moved */
    double rest;      /* person-days beside them that can be used there, but are not moved */
    int32_t retained; /* portions that stay */
    int32_t room;     /* portions that it can hold in all; PLAN_ENDLESS: not known */
    int32_t carrier;  /* whose quota what leaves counts against (quota.h); -1: none */
};

struct plan_rules {
    double floor_days;               /* fairness first below this cover */
    double class_days[PLAN_CLASSES]; /* soon, later, long: good for so many days at least */
    int32_t neighbours;              /* how many boxes one can carry to */
    int32_t arc_room; /* person-days on a way, in each class; a portion always may go */
    int32_t handling; /* points a person-day: what any way costs; 2 or more */
    int32_t per_km;   /* points a person-day, on the road */
    double
        group_metres[PLAN_GROUPS]; /* ways between boxes without coordinates in the same group; they
                                         rise */
    bool fair_by_weight;           /* the floor is cover / weight */
};
extern const struct plan_rules plan_rules_standard;

struct plan_shipment {
    int32_t from, to; /* places */
    int32_t portions[PLAN_CLASSES];
    double metres; /* on the road */
};

/* An arc over which portions leave a place. */
struct plan_leave {
    int32_t arc, place, class;
};

struct plan {
    int32_t places;
    double portion;              /* person-days */
    struct flow_problem problem; /* of the arrays below */
    int32_t *tail, *head, *room;
    int64_t *cost, *supply;
    GArray *leaves; /* struct plan_leave, of places with a carrier */
    int32_t *road;  /* of each place: its first node on the road, or -1; NULL: no carriers */
    int32_t inner;  /* nodes of places, on the road and of areas; gates and the sink come after */
    int32_t
        between; /* arcs between these, but for the chains; those of one place after another follow */
    struct flow_answer answer;
    GArray *shipments;                  /* struct plan_shipment, by from and to */
    int32_t *before, *after;            /* portions in each place */
    double *cover_before, *cover_after; /* days, at most 9999 */
};

/* Where places stand and the ways between them, which plans of several medicines share. Places near
 * each other in the hierarchy stand near each other in the array. Copies what it needs; free with
 * plan_map_free(), which takes NULL. */
struct plan_map;
struct plan_map *plan_map_new(const struct plan_place *places, int32_t count,
                              const struct plan_rules *rules);
void plan_map_free(struct plan_map *map);

/* Plans for the places of a map, in portions of so many person-days (a cost of the problem is a
 * portion's, in points), within quotas: portions that may leave each place in each class, where
 * it has a carrier; NULL: any. Keeps no pointer to what it is given. ERR_INPUT for numbers out of
 * bounds. Free with plan_free(), which takes NULL. */
MUST_CHECK struct plan *plan_make(const struct plan_map *map, const struct plan_place *places,
                                  double portion, const int32_t *quotas, GError **error);
void plan_free(struct plan *plan);

/* The problem alone: no answer, no shipments. */
MUST_CHECK struct plan *plan_draft(const struct plan_map *map, const struct plan_place *places,
                                   double portion, const int32_t *quotas, GError **error);

/* Days that so many person-days last in a place, at most 9999. */
double plan_cover(const struct forecast *forecast, double amount);

/* Points of a person-day that is always asked for, in a box of weight 1. */
#define PLAN_VALUE 20000

#endif
