#ifndef ALLOCATOR_ROUND_INSIDE_H
#define ALLOCATOR_ROUND_INSIDE_H

/* A round under way, for the files of round.h only. */

#include "allocator/round.h"

struct round_work {
    int32_t points;
    float *steps; /* minutes from each point to each, and there */
    float *close; /* of each point: so many minutes away are its near ones */
    const struct round_leg *legs;
    int32_t count;
    const struct round_rules *rules;
    GArray **rounds; /* struct round_visit, of each carrier */
    double *minutes; /* of each */
    int32_t carriers;
    int32_t *carrier; /* of each leg, or -1 */
};

/* Where a leg's visits would stand, and what that costs. */
struct round_place {
    guint fetch, put; /* before which visit; the leg's own are not counted */
    double minutes;   /* more than now; INFINITY where there is no room for it */
};

int32_t round_point_of(const struct round_work *w, struct round_visit visit);

/* Minutes from one point to the next, and there; 0 where it is the same. */
static inline double
round_step(const struct round_work *w, int32_t from, int32_t to)
{
    return (double)w->steps[(size_t)from * (size_t)w->points + (size_t)to];
}

/* Metres of a way on the road; NAN where nothing says how far. */
double round_metres(const struct round_point *from, const struct round_point *to,
                    const struct round_rules *rules);

/* Fills the steps, and what is close. */
void round_measure(struct round_work *w, const struct round_point *points);

/* All of a round. */
double round_minutes(const struct round_work *w, const GArray *visits);

/* The best place of a leg in a round, and putting it there; and taking it out again. */
struct round_place round_best_place(const struct round_work *w, const GArray *visits, int32_t leg);
void round_insert(GArray *visits, const struct round_work *w, int32_t leg,
                  struct round_place place);
void round_remove(GArray *visits, int32_t leg);

/* Mends the order while that makes it shorter. */
void round_mend(const struct round_work *w, GArray *visits);

#endif
