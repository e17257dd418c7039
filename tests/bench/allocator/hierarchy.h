#ifndef TESTS_BENCH_ALLOCATOR_HIERARCHY_H
#define TESTS_BENCH_ALLOCATOR_HIERARCHY_H

/* A DIMACS problem with the remarks `c p` as the hierarchy that it is. */

#include "allocator/tree.h"
#include "tests/bench/allocator/dimacs.h"

struct hierarchy {
    struct tree_problem problem; /* of the arrays below, and of the problem's supplies */
    int32_t *room, *first, *tier_room;
    int64_t *cost, *tier_cost;
};

void hierarchy_read(const struct dimacs *dimacs, struct hierarchy *hierarchy);
void hierarchy_clear(struct hierarchy *hierarchy);

#endif
