#include "allocator/tree_inside.h"

#include "base/words.h"

__extension__ typedef __int128 wide;

/* Fills number with places from the top, level by level, and first/end of each; false when some are
 * not below the one top. */
static bool
number_places(struct tree *t, const struct tree_problem *p)
{
    g_autofree int32_t *next = g_new(int32_t, p->nodes);  /* the next part of the same place */
    g_autofree int32_t *part = g_new(int32_t, p->nodes);  /* the first part */
    g_autofree int32_t *order = g_new(int32_t, p->nodes); /* the problem's node of a place */
    int32_t known = 0;

    for (int32_t v = 0; v < p->nodes; v++)
        part[v] = -1;
    for (int32_t v = p->nodes - 1; v >= 0; v--) {
        if (p->parent[v] < 0) {
            if (known++ > 0)
                return false;
            order[0] = v;
            continue;
        }
        next[v] = part[p->parent[v]];
        part[p->parent[v]] = v;
    }
    for (int32_t at = 0; at < known; at++) {
        struct tree_node *node = &t->node[at];

        t->number[order[at]] = at;
        node->parent = p->parent[order[at]] < 0 ? -1 : t->number[p->parent[order[at]]];
        node->first = known;
        for (int32_t v = part[order[at]]; v >= 0; v = next[v])
            order[known++] = v;
        node->end = known;
    }
    return known == p->nodes;
}

static bool
numbers_are_possible(const struct tree_problem *p)
{
    for (int32_t v = 0; v < p->nodes; v++) {
        if (p->parent[v] >= p->nodes || p->supply[v] < 0 || p->edge_cost[v] < 0 ||
            p->room_up[v] < 0 || p->room_down[v] < 0)
            return false;
        for (int32_t i = p->tier_first[v]; i < p->tier_first[v + 1]; i++)
            if (p->tier_room[i] <= 0 ||
                (i > p->tier_first[v] && p->tier_cost[i] < p->tier_cost[i - 1]))
                return false;
    }
    return true;
}

static bool
costs_are_possible(const struct tree_problem *p)
{
    wide edges = 0, most = 0;

    for (int32_t v = 0; v < p->nodes; v++)
        edges += p->edge_cost[v];
    for (int32_t i = 0; i < p->tier_first[p->nodes]; i++)
        most = MAX(most, ABS((wide)p->tier_cost[i]));
    return 2 * (edges + most) < TREE_MOST / 2;
}

/* What a leaf has fills its tiers. */
static bool
fill(struct tree *t, struct tree_node *node, int64_t supply)
{
    for (; node->at < node->tier_end && supply >= t->tier[node->at].room; node->at++)
        supply -= t->tier[node->at].room;
    node->used = (int32_t)MIN(supply, INT32_MAX);
    return node->at < node->tier_end || supply == 0;
}

static bool
lay_places(struct tree *t, const struct tree_problem *p)
{
    for (int32_t i = 0; i < p->tier_first[p->nodes]; i++)
        t->tier[i] = (struct tree_tier){p->tier_cost[i], p->tier_room[i]};
    for (int32_t v = 0; v < p->nodes; v++) {
        struct tree_node *node = &t->node[t->number[v]];

        node->cost = p->edge_cost[v];
        node->room_up = p->room_up[v];
        node->room_down = p->room_down[v];
        node->tier = node->at = p->tier_first[v];
        node->tier_end = p->tier_first[v + 1];
        if (node->first < node->end && (node->tier < node->tier_end || p->supply[v] > 0))
            return false;
        if (!fill(t, node, p->supply[v]))
            return false;
    }
    return true;
}

struct tree *
tree_lay_out(const struct tree_problem *p, GError **error)
{
    struct tree *t = NULL;

    if (p->nodes < 1 || !numbers_are_possible(p)) {
        err_set(error, ERR_INPUT, _("A number in the hierarchy is out of bounds."));
        return NULL;
    }
    if (!costs_are_possible(p)) {
        err_set(error, ERR_INPUT, _("The costs are too high to be added up."));
        return NULL;
    }
    t = g_new0(struct tree, 1);
    t->nodes = p->nodes;
    t->node = g_new0(struct tree_node, p->nodes);
    t->number = g_new(int32_t, p->nodes);
    t->tier = g_new(struct tree_tier, p->tier_first[p->nodes]);
    if (!number_places(t, p))
        err_set(error, ERR_INPUT, _("The hierarchy has more than one top, or runs in a circle."));
    else if (!lay_places(t, p))
        err_set(error, ERR_INPUT,
                _("Only places without parts hold anything, and need room for it."));
    else
        return t;
    tree_free(t);
    return NULL;
}

void
tree_free(struct tree *t)
{
    if (t == NULL)
        return;
    g_free(t->node);
    g_free(t->number);
    g_free(t->tier);
    g_free(t);
}
