#ifndef TESTS_UNIT_RANDOM_H
#define TESTS_UNIT_RANDOM_H

/* Numbers by chance that are the same in each run: splitmix64 (Steele, Lea, Flood, 2014). */

#include <stdint.h>

static inline uint64_t
random_next(uint64_t *state)
{
    uint64_t z = (*state += UINT64_C(0x9E3779B97F4A7C15));

    z = (z ^ (z >> 30)) * UINT64_C(0xBF58476D1CE4E5B9);
    z = (z ^ (z >> 27)) * UINT64_C(0x94D049BB133111EB);
    return z ^ (z >> 31);
}

/* From 0 to below - 1. */
static inline int32_t
random_below(uint64_t *state, int32_t below)
{
    return (int32_t)(random_next(state) % (uint64_t)below);
}

#endif
