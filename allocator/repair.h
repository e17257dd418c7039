#ifndef ALLOCATOR_REPAIR_H
#define ALLOCATOR_REPAIR_H

/*
 * A best plan kept best while units come and go, one booking at a time, or what an arc may carry changes.
 * A unit more at a box looks
 * for the cheapest free tier by a short search over the arcs with room (successive shortest paths
 * with prices: Ahuja, Magnanti, Orlin, Network Flows, 1993, section 9.7), a unit less for the
 * dearest one in use; both end as soon as nothing nearer can be cheaper, which is after a few boxes.
 * After each call the plan and its prices are as good as if made from nothing.
 *
 * Starts from the answer of the simplex. It speaks of the problem's nodes; nothing may flow out of
 * the sink.
 */

#include "allocator/flow.h"

struct repair;

/* Keeps no pointer to what it is given. ERR_INPUT where an arc leaves the sink. Free with
 * repair_free(), which takes NULL. */
MUST_CHECK struct repair *repair_new(const struct flow_problem *problem,
                                     const struct flow_answer *answer, GError **error);
void repair_free(struct repair *repair);

/* Units come to a node, or leave it. Return how many found a place, or could be spared: fewer only
 * when no tier within reach has room, or holds any. */
int32_t repair_add(struct repair *repair, int32_t node, int32_t units);
int32_t repair_remove(struct repair *repair, int32_t node, int32_t units);

/* The tiers of a node change with its forecast: costs must rise and rooms be above 0. What it keeps
 * must have room in them. */
void repair_set_tiers(struct repair *repair, int32_t node, int32_t count, const int64_t *cost,
                      const int32_t *room);

/* The room of an arc between two nodes changes, to no less than what flows on it; more is used as far as
 * that pays; says whether any flow changed. No circle of arcs may cost less than nothing. */
bool repair_set_room(struct repair *repair, int32_t arc, int32_t room);

/* How the plan stands: the flow on an arc between nodes by its number in the problem, the units a
 * node keeps, its price, what the last unit that it keeps costs (far below 0: it keeps none), and the cost
 * of everything. */
int32_t repair_flow(const struct repair *repair, int32_t arc);
int64_t repair_kept(const struct repair *repair, int32_t node);
int64_t repair_price(const struct repair *repair, int32_t node);
int64_t repair_spares(const struct repair *repair, int32_t node);
int64_t repair_cost(const struct repair *repair);

#endif
