#ifndef PLANNING_PLAN_FILE_H
#define PLANNING_PLAN_FILE_H

/*
 * A plan on paper, so that anyone can check it: one DIMACS minimum-cost-flow problem a medicine (`p min
 * NODES ARCS`, `n NODE SUPPLY`, `a TAIL HEAD 0 ROOM COST`), each arc followed by its flow (`f FLOW`),
 * then the price of every node (`v NODE PRICE`) and what it all costs (`s COST`). `c` begins a remark.
 */

#include "allocator/dispatch.h"
#include "base/err.h"

MUST_CHECK bool plan_file_write(const char *path, const GArray *cells, GError **error);

/* Reads such a file and proves that each of its plans is the best there is: their count, arcs and
 * costs summed up. ERR_INPUT names the line that is wrong, ERR_REFUSED what is not the best;
 * plan_file_prove() of its text, which it takes apart. */
struct plan_file_sum {
    int64_t plans, arcs, cost;
};
MUST_CHECK bool plan_file_check(const char *path, struct plan_file_sum *sum, GError **error);
MUST_CHECK bool plan_file_prove(const char *name, char *text, size_t length,
                                struct plan_file_sum *sum, GError **error);

#endif
