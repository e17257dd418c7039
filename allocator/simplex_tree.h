#ifndef ALLOCATOR_SIMPLEX_TREE_H
#define ALLOCATOR_SIMPLEX_TREE_H

/* The inside of the network simplex: the network laid out for it, and its spanning tree. */

#include "allocator/flow.h"

#define SIMPLEX_NONE (-1) /* no node, no arc */
#define SIMPLEX_TIER (-1) /* as a tree arc: the node's own tier */
#define SIMPLEX_ROSE 1    /* its price rose: arcs out of it may pay */
#define SIMPLEX_FELL 2    /* its price fell: arcs into it may pay */

/* A part of a node's way to the sink, in rising order of cost. The first may stand for what the
 * node asks for, at the cost -dear; the last is without end and costs dear. */
struct simplex_tier {
    int64_t cost;
    int32_t room;
    int32_t arc; /* of the problem; SIMPLEX_NONE for those two */
};

/* 64 bytes: a step on a path, or a look at a node, touches one line. Its parts of the lists of arcs and
 * tiers begin here and end where the next node's begin; arcs without room left lie last. */
struct simplex_node {
    int32_t parent, child, next, previous, depth;
    int32_t arc;           /* to the parent: of the problem, or SIMPLEX_TIER */
    int32_t up, down;      /* room on it towards the parent, and from it */
    int32_t out, out_full; /* arcs out of it, the first that is full */
    int32_t in, in_full;   /* arcs into it */
    int32_t tiers;         /* its first tier */
    int32_t tier;          /* the tier on the tree; otherwise the first that is empty */
    uint8_t forward;       /* the arc to the parent begins here */
    uint8_t dirty;         /* SIMPLEX_ROSE, SIMPLEX_FELL: waits to be looked at */
    uint8_t pad[6];
};

/* An arc as the node at its one end sees it: eight bytes, since looking at them is half of the work. */
struct simplex_end {
    int32_t other; /* the node at the other end */
    int32_t cost;  /* where all costs are as small (narrow) */
};

/* Arcs between boxes lie twice: by tail and by head, each with its number in the problem. */
struct simplex {
    const struct flow_problem *problem;
    int32_t nodes, sink;
    bool narrow;
    int64_t dear;              /* more than any path or cycle costs */
    struct simplex_node *node; /* one more, for the ends */
    int64_t *price;
    struct simplex_end *out, *in;
    int32_t *out_arc, *in_arc; /* of the problem */
    struct simplex_tier *tier;
    int32_t *queue; /* a ring of dirty nodes */
    uint32_t head, end, mask;
    int32_t *stack;
    int64_t pivots;
    int64_t patience; /* pivots of a run before they are plain */
    bool plain;       /* no tier is passed for the next within a pivot */
    int64_t turns;    /* how often an arc became full, or had room again */
};

/* A way to lower the cost: units sent from one node to another, on an arc off the tree. */
enum simplex_kind {
    SIMPLEX_SEND,   /* on an empty arc */
    SIMPLEX_CANCEL, /* against a full one */
    SIMPLEX_KEEP,   /* into the first empty tier */
    SIMPLEX_TAKE,   /* out of the last full tier */
};

struct simplex_offer {
    enum simplex_kind kind;
    int32_t from, to;
    int32_t arc;  /* of the problem; or the tier */
    int64_t cost; /* of a unit that way */
    int64_t gain; /* a unit, above 0 */
};

/* Lays out a network; what it holds is freed by simplex_layout_free(). */
void simplex_layout(struct simplex *simplex, const struct flow_problem *problem, int64_t dear);
void simplex_layout_free(struct simplex *simplex);

/* Takes over other costs of arcs between nodes: the tree stays, prices follow, all nodes wait. */
void simplex_lay_costs(struct simplex *simplex, int64_t dear);

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
