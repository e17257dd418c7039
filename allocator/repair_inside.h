#ifndef ALLOCATOR_REPAIR_INSIDE_H
#define ALLOCATOR_REPAIR_INSIDE_H

/* The inside of the local repair: a plan laid out to be searched. */

#include "allocator/repair.h"

#define REPAIR_FAR (INT64_C(1) << 61)  /* no cost is as high */
#define REPAIR_SHUT (INT64_C(1) << 62) /* in place of the cost of an arc without room */

struct repair_tier {
    int64_t cost;
    int32_t room;
};

/* What a search asks of a node, and what it knows of it. Its price lies between what its last unit in use
 * costs (low) and what the next would (high). */
struct repair_node {
    int64_t low, high;
    int64_t far;
    int32_t via; /* twice the slot, and one more if against it; -1 at the start */
    uint32_t search;
};

/* What a node keeps. */
struct repair_shelf {
    const struct repair_tier *tier; /* of rising cost */
    struct repair_tier *own;        /* or NULL: they lie with everybody's */
    int32_t tiers, at, used;        /* tiers before at are full, used units are in tier at */
};

enum repair_side {
    REPAIR_OUT,
    REPAIR_IN,
    REPAIR_SIDES,
};

/* An arc between nodes. */
struct repair_slot {
    int64_t cost;
    int32_t tail, head, flow, room;
    int32_t place[REPAIR_SIDES]; /* among the ends out of its tail, and into its head */
};

/* A slot as the node at its one end sees it: all that a search asks. */
struct repair_end {
    int64_t cost; /* REPAIR_SHUT without room and flow */
    int32_t other, slot;
};

/* How the ends of a node lie on one side: those that are full, those that are partly, those without
 * flow. What units can go along, and what they can go against, is then one stretch each. */
struct repair_border {
    int32_t partly, idle; /* where these begin */
};

struct repair_ends {
    int32_t *first; /* of each node, and where the last one's end */
    struct repair_border *border;
    struct repair_end *end;
};

struct repair_stop {
    int64_t far;
    int32_t node;
};

struct repair {
    int32_t nodes; /* without the sink */
    int32_t arcs;
    struct repair_node *node;
    struct repair_shelf *shelf;
    int64_t *price; /* of each node */
    struct repair_tier *tier;
    struct repair_ends side[REPAIR_SIDES];
    struct repair_slot *slot;
    int32_t *slot_of; /* of an arc of the problem, or -1 */
    struct repair_stop *heap;
    size_t heaped, heap_room;
    int32_t *level; /* nodes as far as the one that is looked at: they need no heap */
    int32_t levelled;
    int32_t *waiting; /* those of which only the arcs with flow were looked at */
    int32_t *lead;    /* ends of a node that lead on */
    int32_t *toward;  /* of each node, the slot on which units last went on from it, or -1 */
    int32_t *seen;
    int32_t seen_count;
    uint32_t search;
};

/* Sets the bounds of a node's price from its tiers. */
void repair_bound(struct repair *repair, int32_t v);

/* Units put into a node's tiers, or taken out, with its bounds. */
void repair_fill(struct repair *repair, int32_t v, int32_t units);
void repair_drain(struct repair *repair, int32_t v, int32_t units);
int32_t repair_room_above(const struct repair *repair, int32_t v); /* in the next unit's tier */
int32_t repair_held_below(const struct repair *repair, int32_t v); /* in the last unit's tier */

/* The room of a slot is set. */
void repair_open(struct repair *repair, int32_t slot, int32_t room);

/* Flow on a slot changes. */
void repair_shift(struct repair *repair, int32_t slot, int32_t by);

#endif
