#ifndef ALLOCATOR_FLOW_H
#define ALLOCATOR_FLOW_H

/*
 * Minimum-cost flow, as the planner and its engines speak of it: nodes, arcs with room and a cost
 * a unit, and what each node supplies (or, below zero, asks for). The last node is the sink: the
 * arcs that lead to it are the tiers of a node, of rising cost, and say what keeping a unit there
 * costs. Everything is in whole units and whole costs.
 *
 * A solution carries prices. The price of a node is what bringing one unit more from there to the
 * sink costs, so no arc with room left may have cost + price[head] - price[tail] below zero, and no
 * arc with flow above it: who checks that has proved the solution the best (Ahuja, Magnanti, Orlin,
 * Network Flows, 1993, theorem 9.3).
 */

#include <stdbool.h>
#include <stdint.h>

#include <glib.h>

#include "base/err.h"

#define FLOW_ENDLESS INT32_MAX            /* room without end; also the most units of an arc */
#define FLOW_COST_MOST (INT64_C(1) << 60) /* prices stay below this, checked before a solve */

/* Borrowed by whoever solves; arcs are numbered 0 to arcs - 1 in the caller's order. */
struct flow_problem {
    int32_t nodes;              /* at least 1; node nodes - 1 is the sink */
    int32_t arcs;               /* any arcs: parallel, loops, without room, out of the sink */
    const int32_t *tail, *head; /* of each arc */
    const int32_t *room;        /* of each arc, 0 or more */
    const int64_t *cost;        /* of each arc, of any sign */
    const int64_t *supply;      /* of each node; they add up to 0 */
};

struct flow_answer {
    int32_t *flow;  /* of each arc */
    int64_t *price; /* of each node; 0 at the sink */
    int64_t cost;   /* of all flow */
    int64_t pivots; /* steps it took */
};

/* Looks at every number of a problem: ERR_INPUT where a node or room is impossible, where supplies
 * do not add up to 0 or are more than FLOW_ENDLESS, where costs are so high that a sum could pass
 * FLOW_COST_MOST. Gives a cost that no path or cycle reaches. */
MUST_CHECK bool flow_check(const struct flow_problem *problem, int64_t *dear, GError **error);

/* The cost of a flow; ERR_INPUT when it is beyond 64 bits. */
MUST_CHECK bool flow_cost(const struct flow_problem *problem, const int32_t *flow, int64_t *cost,
                          GError **error);

/* Frees what an answer holds; it may be all zero. */
void flow_answer_clear(struct flow_answer *answer);

/* Counts per node become where each node's part begins; first has nodes + 1 places, the last the end. */
void flow_firsts(int32_t *first, int32_t nodes);

#endif
