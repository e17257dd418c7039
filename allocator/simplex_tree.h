#ifndef ALLOCATOR_SIMPLEX_TREE_H
#define ALLOCATOR_SIMPLEX_TREE_H

/* The inside of the network simplex: the network laid out for it, and its spanning tree. */

#include "allocator/flow.h"

#define SIMPLEX_NONE (-1)               /* no node, no arc */
#define SIMPLEX_TIER (-1)               /* as a tree arc: the node's own tier */
#define SIMPLEX_FULL (INT64_C(1) << 62) /* in place of the cost of an arc without room */
#define SIMPLEX_ROSE 1                  /* its price rose: arcs out of it may pay */
#define SIMPLEX_FELL 2                  /* its price fell: arcs into it may pay */

/* A part of a node's way to the sink, in rising order of cost. The first may stand for what the
 * node asks for, at the cost -dear; the last is without end and costs dear. */
struct simplex_tier {
    int64_t cost;
    int32_t room;
    int32_t arc; /* of the problem; SIMPLEX_NONE for those two */
};

/* 64 bytes: a step on a path touches one line. */
struct simplex_node {
    int32_t parent, child, next, previous, depth;
    int32_t arc;               /* to the parent: a slot, or SIMPLEX_TIER */
    int32_t up, down;          /* room on it towards the parent, and from it */
    int32_t tier;              /* the tier on the tree; otherwise the first that is empty */
    int32_t full_out, full_in; /* its arcs without room left */
    uint8_t forward;           /* the arc to the parent begins here */
    uint8_t dirty;             /* SIMPLEX_ROSE, SIMPLEX_FELL: waits to be looked at */
    uint8_t pad[18];
};

/* Arcs between boxes lie twice, in slots by tail and in places by head, with their cost, or
 * SIMPLEX_FULL where they are full and off the tree. */
struct simplex {
    const struct flow_problem *problem;
    int32_t nodes, sink;
    int64_t dear; /* more than any path or cycle costs */
    struct simplex_node *node;
    int64_t *price;
    int32_t *out_first, *out_head, *out_arc, *out_place;
    int64_t *out_cost;
    int32_t *in_first, *in_tail, *in_slot;
    int64_t *in_cost;
    int32_t *tier_first;
    struct simplex_tier *tier;
    int32_t *queue; /* a ring of dirty nodes */
    uint32_t head, end, mask;
    int32_t *stack;
    int64_t pivots;
};

/* A way to lower the cost: units sent from one node to another, on an arc off the tree. */
enum simplex_kind {
    SIMPLEX_SEND,   /* on an empty slot */
    SIMPLEX_CANCEL, /* against a full slot */
    SIMPLEX_KEEP,   /* into the first empty tier */
    SIMPLEX_TAKE,   /* out of the last full tier */
};

struct simplex_offer {
    enum simplex_kind kind;
    int32_t from, to;
    int32_t slot; /* or the tier */
    int32_t room;
    int64_t gain; /* a unit, above 0 */
};

/* Lays out a network; what it holds is freed by simplex_layout_free(). */
void simplex_layout(struct simplex *simplex, const struct flow_problem *problem, int64_t dear);
void simplex_layout_free(struct simplex *simplex);

/* The first tree: all nodes hang on the sink, and wait to be looked at. Once after a layout. */
void simplex_start(struct simplex *simplex);

/* Sends what an offer can send round its cycle, and mends the tree and the prices. */
void simplex_pivot(struct simplex *simplex, const struct simplex_offer *offer);

/* Marks a node to be looked at. */
static inline void
simplex_touch(struct simplex *simplex, int32_t v, uint8_t how)
{
    uint8_t *dirty = &simplex->node[v].dirty;

    simplex->queue[simplex->end & simplex->mask] = v; /* no branch: it could not be foreseen */
    simplex->end += *dirty == 0;
    *dirty = (uint8_t)(*dirty | how);
}

#endif
