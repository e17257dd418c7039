#ifndef ALLOCATOR_ROUND_H
#define ALLOCATOR_ROUND_H

/*
 * Short ways round for people who take things out of some boxes and put them into others. Each leg
 * (something from one box to another) goes to one carrier; a carrier's round is an order of its
 * fetching and putting in, each before its own putting in, and never more in the bag than it holds.
 *
 * What counts is time: the way, a while at every stop, a while for every leg. Legs are shared so that
 * the sum of the fourth powers of the rounds' times is small, which makes them short and alike: inserted
 * where that costs least, legs far apart first, then moved while that helps; the order of a
 * round is mended by reversing stretches (2-opt) and by moving short ones (or-opt). The same
 * input gives the same rounds.
 */

#include <stdbool.h>
#include <stdint.h>

#include <glib.h>

#include "allocator/plan.h"

struct round_point {
    double x, y;                /* m on a plane; NAN: not known */
    int64_t group[PLAN_GROUPS]; /* as in plan.h: how far it is where that is not known */
};

struct round_leg {
    int32_t from, to; /* points; the same where it was fetched before */
    int32_t load;     /* what it takes of the bag; one that is larger than the bag fills it */
};

struct round_rules {
    int32_t bag;                   /* what is carried at a time, at most */
    double metres_a_minute;        /* on the road */
    double stop_minutes;           /* to get in, scan the label, write */
    double leg_minutes;            /* to find and count one thing, out and in together */
    const struct plan_rules *plan; /* ways between points without coordinates */
    /* Whether each carrier may take each leg, leg by leg; somebody may take each. NULL: all may. */
    const bool *may;
};
extern const struct round_rules round_rules_standard;

struct round_visit {
    int32_t leg;
    bool puts; /* puts it in; else fetches it */
};

struct round {
    GArray
        *visits; /* struct round_visit, in order; those at one point after another are one stop */
    double minutes;
    double metres; /* on the road, as far as that is known */
};

/* Rounds of all legs between points for so many carriers, at least one; some may have nothing to do.
 * struct round[], to be freed with g_array_unref(). */
GArray *round_share(const struct round_point *points, int32_t point_count,
                    const struct round_leg *legs, int32_t leg_count, int32_t carriers,
                    const struct round_rules *rules);

#endif
