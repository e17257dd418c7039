#ifndef ALLOCATOR_TREE_H
#define ALLOCATOR_TREE_H

/*
 * Best plans where carrying costs what the way through a hierarchy costs: box, grid, community,
 * town, county, city, each edge with a cost, the same up and down, and a room for each way. On a tree a plan is
 * found bottom-up: below each place, what is cheapest to take in another unit and to give one away
 * is known, and units are exchanged between two of its parts while that pays. A booking is one walk
 * to the top. Equal to the simplex on the same network, and many times as fast.
 *
 * A place without parts is a leaf (a box): it has tiers and a supply; other places have neither.
 */

#include "allocator/flow.h"

struct tree_problem {
    int32_t nodes;
    const int32_t *parent;              /* of each node, -1 for the top, of which there is one */
    const int64_t *edge_cost;           /* of a unit on the way to or from the parent, 0 or more */
    const int32_t *room_up, *room_down; /* on it */
    const int64_t *supply;              /* 0 or more, of leaves */
    /* Of node v: from first[v] to first[v + 1] - 1, of rising cost, with enough room for all. */
    const int32_t *tier_first;
    const int64_t *tier_cost;
    const int32_t *tier_room;
};

struct tree;

/* Lays out a problem and solves it; keeps no pointer to it. ERR_INPUT where it is no tree, a number
 * is out of bounds, tiers have no room for what is there, or costs are too high to be added up. Free
 * with tree_free(), which takes NULL. */
MUST_CHECK struct tree *tree_new(const struct tree_problem *problem, GError **error);
void tree_free(struct tree *tree);

/* The same without solving, and solving alone: for those who time it. */
MUST_CHECK struct tree *tree_lay_out(const struct tree_problem *problem, GError **error);
void tree_solve(struct tree *tree);

/* Units come to a leaf, or leave it. Return how many found a place, or could be spared. */
int32_t tree_add(struct tree *tree, int32_t node, int32_t units);
int32_t tree_remove(struct tree *tree, int32_t node, int32_t units);

/* How the plan stands: units on the way to the parent (below 0: from it), units a leaf keeps (0 of
 * any other), the cost of everything. */
int64_t tree_flow(const struct tree *tree, int32_t node);
int64_t tree_kept(const struct tree *tree, int32_t node);
int64_t tree_cost(const struct tree *tree);

/* Prices of all nodes, as in flow.h: what one unit more there costs; where none finds a place, more than
 * any could cost. */
void tree_prices(const struct tree *tree, int64_t *price);

#endif
