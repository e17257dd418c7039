#ifndef TESTS_BENCH_ALLOCATOR_DIMACS_H
#define TESTS_BENCH_ALLOCATOR_DIMACS_H

/*
 * Minimum-cost flow problems in the DIMACS format, "p min" (First DIMACS Implementation Challenge,
 * 1990): `p min NODES ARCS`, `n NODE SUPPLY`, `a TAIL HEAD LOW HIGH COST`, nodes from 1; lows must
 * be 0. The last node is the sink. `c p CHILD PARENT` gives a tree of places.
 */

#include <stdio.h>

#include "allocator/flow.h"

struct dimacs {
    struct flow_problem problem;          /* of the arrays below */
    int32_t *tail, *head, *room, *parent; /* parents from 0, or -1 */
    int64_t *cost, *supply;
};

/* Reads a file, all of it; says on which line it is wrong (ERR_INPUT). Rooms that nothing could
 * fill are cut to FLOW_ENDLESS. Free with dimacs_clear(). */
MUST_CHECK bool dimacs_read(const char *path, struct dimacs *dimacs, GError **error);

/* The same of an open file, which stays open. */
MUST_CHECK bool dimacs_read_file(FILE *file, const char *name, struct dimacs *dimacs,
                                 GError **error);
void dimacs_clear(struct dimacs *dimacs);

/* Writes a problem. */
MUST_CHECK bool dimacs_write(const char *path, const struct flow_problem *problem, GError **error);
void dimacs_write_file(FILE *file, const struct flow_problem *problem);

#endif
