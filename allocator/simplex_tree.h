#ifndef ALLOCATOR_SIMPLEX_TREE_H
#define ALLOCATOR_SIMPLEX_TREE_H

/* The inside of the network simplex: the network laid out for it, and its spanning tree. */

#include "allocator/flow.h"

#define SIMPLEX_NONE (-1) /* no node, no arc */
#define SIMPLEX_TIER (-1) /* as a tree arc: the node's own tier */

/* What is said of one side of a node holds of the other with prices of the other sign. */
enum simplex_side {
    SIMPLEX_OUT, /* arcs out of it: they may pay when its price rises */
    SIMPLEX_IN,  /* arcs into it: when its price falls */
    SIMPLEX_SIDES,
};

/* A part of a node's way to the sink, in rising order of cost. The first may stand for what the
 * node asks for, at the cost -dear; the last is without end and costs dear. */
struct simplex_tier {
    int64_t cost;
    int32_t room;
    int32_t arc; /* of the problem; SIMPLEX_NONE for those two */
};

/* A node's part of a list of arcs, which ends where the next node's begins; those without room left
 * lie last. */
struct simplex_part {
    int32_t first, full;
};

/* 64 bytes: a step on a path, or a look at a node, touches one line. */
struct simplex_node {
    int32_t parent, child, next, previous, depth;
    int32_t arc;      /* to the parent: of the problem, or SIMPLEX_TIER */
    int32_t up, down; /* room on it towards the parent, and from it */
    struct simplex_part part[SIMPLEX_SIDES];
    int32_t tiers; /* its first tier, up to the next node's */
    int32_t tier;  /* the tier on the tree; otherwise the first that is empty */
    bool forward;  /* the arc to the parent begins here */
    bool waits;    /* in the queue */
    uint8_t pad[6];
};

/* As long as its price is within these, nothing at a node pays, but for what its neighbours' prices did
 * since: and that is theirs to see. At the out side the price as it was when last looked at, or what the
 * cheapest way on costs; at the in side the same with the other sign. */
struct simplex_calm {
    int64_t bound[SIMPLEX_SIDES];
};

/* An arc as the node at its one end sees it: eight bytes, since looking at them is half of the work. */
struct simplex_end {
    int32_t other; /* the node at the other end */
    int32_t cost;  /* where all costs are as small (narrow) */
};

/* Arcs between boxes lie twice: by tail and by head, each with its number in the problem. */
struct simplex_ends {
    struct simplex_end *end;
    int32_t *arc;
};

struct simplex {
    const struct flow_problem *problem;
    int32_t nodes, sink;
    bool narrow;
    int64_t dear; /* more than any path or cycle costs */
    struct simplex_node
        *node; /* one before, for what is written to nobody; one more, for the ends */
    int64_t *price;
    struct simplex_calm *calm;
    struct simplex_ends side[SIMPLEX_SIDES];
    struct simplex_tier *tier;
    int64_t level;  /* a node waits while its price is this far out of its bounds */
    int32_t *queue; /* a ring of those */
    uint32_t head, end, mask;
    int32_t *list; /* of nodes, while prices move */
    int64_t pivots;
    int64_t patience; /* pivots of a run before they are plain */
    bool plain;       /* no tier is passed for the next within a pivot */
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

/* Takes over other costs of arcs between nodes: the tree stays, prices follow. */
void simplex_lay_costs(struct simplex *simplex, int64_t dear);

/* The first tree: all nodes hang on the sink. Once after a layout. */
void simplex_start(struct simplex *simplex);

/* Sends what an offer can send round its cycle, and mends the tree and the prices. */
void simplex_pivot(struct simplex *simplex, const struct simplex_offer *offer);

/* A node's price as its one side sees it: the higher, the more pays there. */
static inline int64_t
simplex_worth(int64_t price, enum simplex_side side)
{
    return side == SIMPLEX_OUT ? price : -price;
}

#endif
