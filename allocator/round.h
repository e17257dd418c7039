#ifndef ALLOCATOR_ROUND_H
#define ALLOCATOR_ROUND_H

/*
 * A short way round for one volunteer who takes things out of some boxes and puts them into others:
 * from where most is to be taken always on to the nearest box at which something can be done, then
 * mended by reversing stretches while that shortens the way (2-opt) and nothing is delivered before
 * it was fetched.
 */

#include <stdint.h>

struct round_leg {
    int32_t from, to; /* points; the same where it was fetched before */
};

/* Fills order with the numbers of the points that legs touch, each once or twice (to fetch, and later
 * to put in), in the order of the way; returns how many, at most 2 * legs. Points without coordinates
 * (x is NAN) come last. order has 2 * legs places. */
int32_t round_order(const double *x, const double *y, int32_t points, const struct round_leg *legs,
                    int32_t count, int32_t *order);

#endif
