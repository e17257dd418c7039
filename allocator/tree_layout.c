#include "allocator/tree_inside.h"

#include "base/words.h"

__extension__ typedef __int128 wide;

/* The parts of each place of a problem, as lists; and the top, or -1 where there are several. */
struct parts {
    int32_t *first, *next;
    int32_t top;
};

static void
parts_find(struct parts *parts, const struct tree_problem *p)
{
    int32_t tops = 0;

    parts->first = g_new(int32_t, p->nodes);
    parts->next = g_new(int32_t, p->nodes);
    for (int32_t v = 0; v < p->nodes; v++)
        parts->first[v] = -1;
    for (int32_t v = p->nodes - 1; v >= 0; v--) {
        if (p->parent[v] < 0) {
            tops++;
            parts->top = v;
            continue;
        }
        parts->next[v] = parts->first[p->parent[v]];
        parts->first[p->parent[v]] = v;
    }
    parts->top = tops == 1 ? parts->top : -1;
}

static void
parts_clear(struct parts *parts)
{
    g_free(parts->first);
    g_free(parts->next);
}

/* Numbers the parts of a place, one after the other, and puts them on the stack, the first on top. */
static int32_t
number_parts(struct tree *t, const struct parts *parts, int32_t v, int32_t known, int32_t *stack,
             int32_t waiting)
{
    struct tree_node *node = &t->node[t->number[v]];
    int32_t count = 0;

    node->leaf = parts->first[v] < 0;
    node->first = known;
    for (int32_t c = parts->first[v]; c >= 0; c = parts->next[c], count++) {
        t->number[c] = known + count;
        t->parent[known + count] = t->number[v];
    }
    node->end = known + count;
    for (int32_t c = parts->first[v]; c >= 0; c = parts->next[c])
        stack[waiting + --count] = c;
    return node->end;
}

/* Fills number, and parent, first and end of each place; false when some are not below the one top. */
static bool
number_places(struct tree *t, const struct tree_problem *p)
{
    g_autofree int32_t *stack = g_new(int32_t, p->nodes);
    struct parts parts;
    int32_t known = 0, waiting = 0;

    parts_find(&parts, p);
    if (parts.top >= 0) {
        stack[waiting++] = parts.top;
        t->number[parts.top] = known++;
        t->parent[0] = -1;
    }
    while (waiting > 0) {
        int32_t before = known;

        waiting--;
        known = number_parts(t, &parts, stack[waiting], known, stack, waiting);
        waiting += known - before;
    }
    parts_clear(&parts);
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

/* A leaf's tiers, from a place on in the tree's list; false where they have no room for its supply. */
static bool
lay_leaf(struct tree *t, struct tree_node *node, const struct tree_problem *p, int32_t v,
         int32_t at)
{
    node->tier = node->at = at;
    node->used = 0;
    for (int32_t i = p->tier_first[v]; i < p->tier_first[v + 1]; i++)
        t->tier[at++] = (struct tree_tier){p->tier_cost[i], p->tier_room[i]};
    node->tier_end = at;
    return fill(t, node, p->supply[v]);
}

static bool
lay_places(struct tree *t, const struct tree_problem *p)
{
    g_autofree int32_t *order = g_new(int32_t, p->nodes); /* the problem's node of a place */
    int32_t tiers = 0;

    for (int32_t v = 0; v < p->nodes; v++)
        order[t->number[v]] = v;
    for (int32_t at = 0; at < p->nodes; at++) {
        struct tree_node *node = &t->node[at];
        int32_t v = order[at], count = p->tier_first[v + 1] - p->tier_first[v];

        node->cost = p->edge_cost[v];
        node->taker = node->giver = at;
        node->room_up = p->room_up[v];
        node->room_down = p->room_down[v];
        if (node->leaf ? !lay_leaf(t, node, p, v, tiers) : count > 0 || p->supply[v] > 0)
            return false;
        tiers += count;
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
    t->node = g_aligned_alloc0((gsize)p->nodes, sizeof(*t->node), sizeof(*t->node));
    t->parent = g_new(int32_t, p->nodes);
    t->face = g_new0(struct tree_face, p->nodes);
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
    g_aligned_free(t->node);
    g_free(t->face);
    g_free(t->parent);
    g_free(t->number);
    g_free(t->tier);
    g_free(t);
}
