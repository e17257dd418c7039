#ifndef ALLOCATOR_TREE_INSIDE_H
#define ALLOCATOR_TREE_INSIDE_H

/* The inside of the tree engine. Nodes are numbered so that parts lie together, and after them those of
 * the first part, and so on: a community with all that is below it is one stretch of memory. */

#include "allocator/tree.h"

#define TREE_FAR (INT64_C(1) << 58) /* there is no way */
#define TREE_MOST (TREE_FAR / 4)    /* less than this costs what there is */
#define TREE_FULL (TREE_FAR / 2)    /* to a leaf without room there is one, but nothing fits */

struct tree_tier {
    int64_t cost;
    int32_t room;
};

/* 64 bytes, one line of memory: on a large tree, waiting for memory is what a booking takes. */
struct tree_node {
    int64_t take, give; /* cheapest: one unit more below here, one less; or TREE_FAR */
    int64_t cost;       /* of the edge */
    int32_t flow;       /* up; below 0: down */
    int32_t room_up, room_down;
    int32_t taker, giver; /* the leaves where, or where they were: only fetched ahead */
    union {
        struct {
            int32_t first, end;       /* parts: first to end - 1 */
            int32_t take_at, give_at; /* the first of the cheapest */
        };
        struct {
            int32_t tier, tier_end; /* of a leaf */
            int32_t at, used;       /* tiers before at are full, used units are in it */
        };
    };
    bool leaf;
};

_Static_assert(sizeof(struct tree_node) == 64, "a node is one line");

/* A node's take and give as its parent sees them, with the edge; apart, since those of all its parts
 * are looked at. */
struct tree_face {
    int64_t take, give;
};

struct tree {
    int32_t nodes;
    struct tree_node *node;
    struct tree_face *face;
    int32_t *parent; /* apart, so that a whole way up is known before any node of it has come */
    struct tree_tier *tier;
    int32_t *number; /* of the problem's nodes */
};

#endif
