#ifndef ALLOCATOR_TREE_INSIDE_H
#define ALLOCATOR_TREE_INSIDE_H

/* The inside of the tree engine. Nodes are numbered from the top, so that parts lie together and
 * after what they are part of. */

#include "allocator/tree.h"

#define TREE_FAR (INT64_C(1) << 58) /* there is no way */
#define TREE_MOST (TREE_FAR / 4)    /* less than this costs what there is */
#define TREE_FULL (TREE_FAR / 2)    /* to a leaf without room there is one, but nothing fits */

struct tree_tier {
    int64_t cost;
    int32_t room;
};

struct tree_node {
    int64_t take, give;           /* cheapest: one unit more below here, one less; or TREE_FAR */
    int64_t edge_take, edge_give; /* the same as the parent sees it, with the edge */
    int64_t cost;                 /* of the edge */
    int64_t flow;                 /* up; below 0: down */
    int32_t room_up, room_down;
    int32_t parent, first, end; /* parts: first to end - 1 */
    int32_t take_at, give_at;   /* the parts where */
    int32_t tier, tier_end;     /* of a leaf */
    int32_t at, used;           /* tiers before at are full, used units are in it */
};

struct tree {
    int32_t nodes;
    struct tree_node *node;
    struct tree_tier *tier;
    int32_t *number; /* of the problem's nodes */
};

#endif
