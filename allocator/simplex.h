#ifndef ALLOCATOR_SIMPLEX_H
#define ALLOCATOR_SIMPLEX_H

/*
 * The network simplex for plans made from nothing: all boxes at once. It starts from "nobody moves
 * anything", which is a feasible tree where each box hangs on the sink by the tier that its next
 * unit would go to, so there is no first phase.
 *
 * It ends, whatever the instance. A node that is looked at offers what is taken up, or waits no more
 * until another step or a lower level of gains, of which there are few: so it ends if the steps (pivots)
 * do. Of these:
 *
 * - All trees are strongly feasible: from every node some flow can be sent to the root. The first is, and
 *   stays so where the last blocking arc of a cycle, seen from where both ways meet, leaves the tree
 *   (Cunningham, Mathematical Programming 11, 1976).
 * - A step that moves units lowers the cost. One that moves none blocks on the sender's way, since the
 *   receiver's always has room, so the sender's part is cut off: its prices fall, no other changes.
 * - So no tree comes twice, and there are finitely many.
 *
 * Within a step a tier may be passed for the next (simplex_pivot.c says why trees stay strongly feasible),
 * which spares most steps. Should steps be more than any network was seen to need, they are plain from
 * then on, one tier each: Cunningham's proof holds for them word by word.
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
