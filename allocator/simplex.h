#ifndef ALLOCATOR_SIMPLEX_H
#define ALLOCATOR_SIMPLEX_H

/*
 * The network simplex for plans made from nothing: all boxes at once. It starts from "nobody moves
 * anything", which is a feasible tree where each box hangs on the sink by the tier that its next
 * unit would go to, so there is no first phase.
 *
 * It ends, whatever the instance: its trees are strongly feasible (from every node some flow can
 * be sent to the root) and stay so, because the last blocking arc of a cycle leaves (Cunningham,
 * Mathematical Programming 11, 1976). A step that moves nothing then lowers prices only, a step that
 * moves something lowers the cost, and there are finitely many trees. Passing from a tier to the
 * next within a step keeps this: see simplex_pivot.c.
 */

#include "allocator/flow.h"

/* A problem laid out, which must outlive it; NULL and ERR_INPUT what flow_check() refuses. Free with
 * simplex_free(), which takes NULL. */
MUST_CHECK struct simplex *simplex_new(const struct flow_problem *problem, GError **error);
void simplex_free(struct simplex *simplex);

/* Solves it to the optimum, from "nobody moves anything"; once. */
void simplex_run(struct simplex *simplex);

/* Solves it again from where it ended, after costs of arcs between nodes have changed in the problem:
 * a few steps, where few did. All else must be as it was. ERR_INPUT as flow_check(). */
MUST_CHECK bool simplex_again(struct simplex *simplex, GError **error);

/* What was found. Fills answer, which flow_answer_clear() empties. ERR_REFUSED when what some nodes
 * ask for, or have, can't get where it must; ERR_INPUT when the cost is beyond 64 bits. */
MUST_CHECK bool simplex_answer(const struct simplex *simplex, struct flow_answer *answer,
                               GError **error);

/* All of that at once, with the same errors. */
MUST_CHECK bool simplex_solve(const struct flow_problem *problem, struct flow_answer *answer,
                              GError **error);

#endif
