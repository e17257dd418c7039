#ifndef ALLOCATOR_PROOF_H
#define ALLOCATOR_PROOF_H

/*
 * Proves that a flow is one, and the best, in one pass over the arcs. It shares no line with the
 * engines that find flows and trusts none of their numbers: rooms are kept, at every node goes out
 * what comes in and what it supplies, and by the prices no unit could go a cheaper way. The last
 * shows that no flow of that problem costs less, whoever found it (linear programming duality).
 */

#include "allocator/flow.h"

/* ERR_REFUSED with the first arc or node where it fails. */
MUST_CHECK bool proof_check(const struct flow_problem *problem, const int32_t *flow,
                            const int64_t *price, GError **error);

/* No flow of the problem costs less than the bound, if a unit on an arc also costs what is extra for it
 * (NULL: nothing): by any prices of nodes, the better the nearer. ERR_INPUT where numbers are too high
 * to be added up. */
MUST_CHECK bool proof_bound(const struct flow_problem *problem, const int64_t *price,
                            const int64_t *extra, int64_t *bound, GError **error);

#endif
