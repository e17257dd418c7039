#ifndef PLANNING_PLAN_FILE_H
#define PLANNING_PLAN_FILE_H

/*
 * A plan on paper, so that anyone can check it: one DIMACS minimum-cost-flow problem a medicine (`p min
 * NODES ARCS`, `n NODE SUPPLY`, `a TAIL HEAD 0 ROOM COST`), each arc followed by its flow (`f FLOW`),
 * then the price of every node (`v NODE PRICE`) and what it all costs (`s COST`). `c` begins a remark. The
 * first line says how many plans follow (`m PLANS`), so that a file cut off between two of them is not taken
 * for whole; files written before that was said are read without it.
 *
 * Where what carriers can take is limited, these come next (`k CARRIER UNITS PRICE`), an arc
 * that counts against one says so after its flow (`q CARRIER`), a second price of every node goes with
 * those of the carriers (`w NODE PRICE`), and the end is what no sharing of their loads costs less than
 * (`b BOUND`). An arc's room is then what the carrier gives it. What carriers take are millionths of
 * a person-day: a unit of a plan is so many of them (`u LOAD`, after its `p`; 1 where it doesn't say), and the price is
 * that of a whole person-day (quota.h).
 */

#include "allocator/dispatch.h"
#include "base/err.h"

/* Writes the plans that were made of an input. */
MUST_CHECK bool plan_file_write(const char *path, const struct dispatch_input *input,
                                const struct dispatch *dispatch, GError **error);

/* Reads such a file and proves that each of its plans is the best there is, with the rooms it has: their
 * count, arcs and costs summed up; that no carrier takes more than it can; and that no sharing costs less
 * than the bound, which is as high as the cost where there are no carriers. ERR_INPUT names the line that
 * is wrong, ERR_REFUSED what is not so. plan_file_prove() of its text, which it takes apart. */
struct plan_file_sum {
    int64_t plans, arcs, carriers, cost, bound;
};
MUST_CHECK bool plan_file_check(const char *path, struct plan_file_sum *sum, GError **error);
MUST_CHECK bool plan_file_prove(const char *name, char *text, size_t length,
                                struct plan_file_sum *sum, GError **error);

#endif
