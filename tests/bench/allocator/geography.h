#ifndef TESTS_BENCH_ALLOCATOR_GEOGRAPHY_H
#define TESTS_BENCH_ALLOCATOR_GEOGRAPHY_H

/* Boxes of made-up cities: cities on a lattice, five counties in each, in them towns, communities of
 * about four boxes, grids of about two; who lives there, and which boxes are near. */

#include <stdbool.h>
#include <stdint.h>
#include <stdlib.h>

enum part {
    GRID,
    COMMUNITY,
    TOWN,
    COUNTY,
    CITY,
    PARTS,
};

struct box {
    double x, y; /* m */
    double people, weight;
    int part[PARTS];
};

struct geography {
    int64_t count;
    struct box *boxes;
    int64_t parts[PARTS]; /* how many of each there are */
    int *near;            /* of each box, nearest first, or -1 */
    int *distance;        /* m on the road */
    uint64_t random;      /* goes on from here */
};

struct geography *geography_new(int64_t boxes, uint64_t seed);
void geography_free(struct geography *geography);

/* Fills near and distance with so many of the nearest boxes for each. */
void geography_find_near(struct geography *geography, int count);

/* From 0 to below 1; of mean 0 and deviation 1; e to the x. The same on every machine. */
double geography_uniform(uint64_t *random);
double geography_normal(uint64_t *random);
double geography_exp(double x);

#endif
