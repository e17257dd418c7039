#ifndef ALLOCATOR_REPAIR_INSIDE_H
#define ALLOCATOR_REPAIR_INSIDE_H

/* The inside of the local repair: a plan laid out to be searched. */

#include "allocator/repair.h"

#define REPAIR_FAR (INT64_C(1) << 61) /* no cost is as high */
#define REPAIR_BUSY                                                                                \
    (INT64_C(1) << 62) /* in place of the cost of an arc with flow, or without room */

struct repair_tier {
    int64_t cost;
    int32_t room;
};

/* A node. Its price lies between what its last unit in use costs (low) and what the next would. */
struct repair_node {
    int64_t low, high;
    const struct repair_tier *tier; /* of rising cost */
    struct repair_tier *own;        /* or NULL: they lie with everybody's */
    int32_t tiers, at, used;        /* tiers before at are full, used units are in tier at */
    int32_t sends, gets;            /* the first slot with flow, out of it and into it; -1: none */
};

/* An arc between nodes: all that is asked of one with flow lies together. */
struct repair_slot {
    int64_t cost;
    int32_t tail, head, flow, room;
    int32_t place; /* among the ends at its head; at its tail it has the slot's own number */
    /* Slots with flow out of the same node, and into the same: the ones after and before, or -1. */
    int32_t sends_next, sends_before, gets_next, gets_before;
};

/* A slot as the node at its one end sees it: what is asked of the many without flow. */
struct repair_end {
    int64_t cost; /* REPAIR_BUSY with flow: then it is found in the lists; also without room */
    int32_t other, slot;
};

/* What a search knows of a node. */
struct repair_mark {
    int64_t far;
    int32_t via; /* twice the slot, and one more if against it; -1 at the start */
    uint32_t search;
};

struct repair_stop {
    int64_t far;
    int32_t node;
};

struct repair {
    int32_t nodes; /* without the sink */
    int32_t arcs;
    struct repair_node *node;
    int64_t *price; /* of each node */
    struct repair_mark *mark;
    struct repair_tier *tier;
    int32_t *out_first, *in_first; /* of each node's ends, and where the last one's end */
    struct repair_end *out, *in;
    struct repair_slot *slot;
    int32_t *slot_of; /* of an arc of the problem, or -1 */
    struct repair_stop *heap;
    size_t heaped, heap_room;
    int32_t *level; /* nodes as far as the one that is looked at: they need no heap */
    int32_t levelled;
    int32_t *waiting; /* those of which only the arcs with flow were looked at */
    int32_t *seen;
    int32_t seen_count;
    uint32_t search;
};

/* Sets the bounds of a node's price from its tiers. */
void repair_bound(struct repair_node *node);

/* Units put into a node's tiers, or taken out, with its bounds. */
void repair_fill(struct repair_node *node, int32_t units);
void repair_drain(struct repair_node *node, int32_t units);
int32_t repair_room_above(
    const struct repair_node *node); /* in the tier that the next unit takes */
int32_t repair_held_below(const struct repair_node *node); /* in the tier of the last unit */

/* The room of a slot is set. */
void repair_open(struct repair *repair, int32_t slot, int32_t room);

/* Flow on a slot changes. */
void repair_shift(struct repair *repair, int32_t slot, int32_t by);

#endif
