#include "allocator/tree.h"

#include "allocator/tree_inside.h"

/* What a unit costs on the edge: going the other way takes a unit back. */
static inline int64_t
cost_up(const struct tree_node *node)
{
    if (node->flow < 0)
        return -node->cost;
    return node->flow < node->room_up ? node->cost : TREE_FAR;
}

static inline int64_t
cost_down(const struct tree_node *node)
{
    if (node->flow > 0)
        return -node->cost;
    return -node->flow < node->room_down ? node->cost : TREE_FAR;
}

/* Units that can go at that cost. */
static inline int64_t
room_up(const struct tree_node *node)
{
    return node->flow < 0 ? -(int64_t)node->flow : node->room_up - node->flow;
}

static inline int64_t
room_down(const struct tree_node *node)
{
    return node->flow > 0 ? node->flow : node->room_down + node->flow;
}

static int64_t
room_in_tier(const struct tree *t, const struct tree_node *leaf)
{
    return t->tier[leaf->at].room - leaf->used;
}

static int64_t
held_in_tier(const struct tree *t, const struct tree_node *leaf)
{
    return leaf->used > 0 ? leaf->used : t->tier[leaf->at - 1].room;
}

static void
put_in_tier(const struct tree *t, struct tree_node *leaf, int64_t units)
{
    leaf->used += (int32_t)units;
    if (leaf->used == t->tier[leaf->at].room) {
        leaf->at++;
        leaf->used = 0;
    }
}

static void
get_from_tier(const struct tree *t, struct tree_node *leaf, int64_t units)
{
    if (leaf->used == 0)
        leaf->used = t->tier[--leaf->at].room;
    leaf->used -= (int32_t)units;
}

static void
look_at_leaf(const struct tree *t, struct tree_node *leaf)
{
    leaf->take = leaf->at < leaf->tier_end ? t->tier[leaf->at].cost : TREE_FULL;
    if (leaf->used > 0)
        leaf->give = -t->tier[leaf->at].cost;
    else
        leaf->give = leaf->at > leaf->tier ? -t->tier[leaf->at - 1].cost : TREE_FAR;
}

static void
find_taker(const struct tree *t, struct tree_node *node)
{
    node->take = TREE_FAR;
    for (int32_t c = node->first; c < node->end; c++)
        if (t->face[c].take < node->take) {
            node->take = t->face[c].take;
            node->take_at = c;
        }
    if (node->take < TREE_FAR)
        node->taker = t->node[node->take_at].taker;
}

static void
find_giver(const struct tree *t, struct tree_node *node)
{
    node->give = TREE_FAR;
    for (int32_t c = node->first; c < node->end; c++)
        if (t->face[c].give < node->give) {
            node->give = t->face[c].give;
            node->give_at = c;
        }
    if (node->give < TREE_FAR)
        node->giver = t->node[node->give_at].giver;
}

/* The same after one part shows another face: the others are looked at only where the best of them has
 * become dearer. */
static void
compare_part(const struct tree *t, struct tree_node *node, int32_t part)
{
    const struct tree_face *face = &t->face[part];

    if (face->take < node->take || (face->take == node->take && part <= node->take_at)) {
        node->take = face->take;
        node->take_at = part;
        node->taker = t->node[part].taker;
    } else if (part == node->take_at) {
        find_taker(t, node);
    }
    if (face->give < node->give || (face->give == node->give && part <= node->give_at)) {
        node->give = face->give;
        node->give_at = part;
        node->giver = t->node[part].giver;
    } else if (part == node->give_at) {
        find_giver(t, node);
    }
}

/* Looks at a node again, of whose parts one (or none, -1) shows another face. */
static void
look(const struct tree *t, int32_t v, int32_t part)
{
    struct tree_node *node = &t->node[v];

    if (node->leaf)
        look_at_leaf(t, node);
    else if (part >= 0)
        compare_part(t, node, part);
}

/* Says whether its parent sees a difference. */
static bool
show(const struct tree *t, int32_t v)
{
    const struct tree_node *node = &t->node[v];
    struct tree_face *face = &t->face[v], old = *face;

    face->take = MIN(node->take + cost_down(node), TREE_FAR);
    face->give = MIN(node->give + cost_up(node), TREE_FAR);
    return face->take != old.take || face->give != old.give;
}

/* Looks again from a leaf up; returns the part below the end if that shows another face, or -1. */
static int32_t
look_up_to(const struct tree *t, int32_t v, int32_t end)
{
    int32_t part = -1;

    for (; v != end; v = t->parent[v]) {
        look(t, v, part);
        part = show(t, v) ? v : -1;
    }
    return part;
}

/* How many units fit, at most as many, where the next is cheapest to take below v. */
static int64_t
fits_take(const struct tree *t, int32_t v, int64_t units)
{
    const struct tree_node *node = &t->node[v];

    while (!node->leaf) {
        node = &t->node[node->take_at];
        units = MIN(units, room_down(node));
    }
    return MIN(units, room_in_tier(t, node));
}

static int64_t
fits_give(const struct tree *t, int32_t v, int64_t units)
{
    const struct tree_node *node = &t->node[v];

    while (!node->leaf) {
        node = &t->node[node->give_at];
        units = MIN(units, room_up(node));
    }
    return MIN(units, held_in_tier(t, node));
}

/* Sends units there; returns the leaf. */
static int32_t
take_below(struct tree *t, int32_t v, int64_t units)
{
    while (!t->node[v].leaf) {
        v = t->node[v].take_at;
        t->node[v].flow -= (int32_t)units;
    }
    put_in_tier(t, &t->node[v], units);
    return v;
}

static int32_t
give_below(struct tree *t, int32_t v, int64_t units)
{
    while (!t->node[v].leaf) {
        v = t->node[v].give_at;
        t->node[v].flow += (int32_t)units;
    }
    get_from_tier(t, &t->node[v], units);
    return v;
}

/* Exchanges below a node while that pays. Each exchange lowers the whole cost, so this ends. */
static void
exchange(struct tree *t, int32_t v)
{
    struct tree_node *node = &t->node[v];

    if (node->leaf) {
        look_at_leaf(t, node);
    } else {
        find_taker(t, node);
        find_giver(t, node);
    }
    while (!node->leaf && node->take + node->give < 0) {
        int64_t units = fits_give(t, v, fits_take(t, v, INT32_MAX));
        int32_t taker = take_below(t, v, units), giver = give_below(t, v, units);

        look(t, v, look_up_to(t, taker, v));
        look(t, v, look_up_to(t, giver, v));
    }
    show(t, v);
}

void
tree_solve(struct tree *t)
{
    for (int32_t v = t->nodes - 1; v >= 0; v--)
        exchange(t, v);
}

struct tree *
tree_new(const struct tree_problem *problem, GError **error)
{
    struct tree *t = tree_lay_out(problem, error);

    if (t != NULL)
        tree_solve(t);
    return t;
}

/* Fetches what lies between a leaf and the top, all at once, and its tier: one after the other would be as
 * many waits. */
static inline void
fetch_way(const struct tree *t, int32_t leaf)
{
    for (int32_t v = leaf; v >= 0; v = t->parent[v]) {
        __builtin_prefetch(&t->node[v]);
        __builtin_prefetch(&t->face[v]);
    }
    __builtin_prefetch(&t->tier[t->node[leaf].at]);
}

/* The place at or above a leaf from where a unit goes on, or comes, the cheapest; -1: none. */
static int32_t
best_turn(const struct tree *t, int32_t leaf, bool take)
{
    int64_t way = 0, best = take ? t->node[leaf].take : t->node[leaf].give;
    int32_t at = leaf;

    for (int32_t v = leaf; t->parent[v] >= 0; v = t->parent[v]) {
        const struct tree_node *above = &t->node[t->parent[v]];
        int64_t whole;

        way += take ? cost_up(&t->node[v]) : cost_down(&t->node[v]);
        if (way >= TREE_MOST)
            break;
        whole = way + (take ? above->take : above->give);
        if (whole < best) {
            best = whole;
            at = t->parent[v];
        }
    }
    return best < TREE_MOST ? at : -1;
}

/* Moves some units between a leaf and the rest; 0 when there is no way. */
static int64_t
move_some(struct tree *t, int32_t leaf, int64_t units, bool take)
{
    int32_t turn, other;

    fetch_way(t, leaf);
    turn = best_turn(t, leaf, take);
    if (turn < 0)
        return 0;
    fetch_way(t, take ? t->node[turn].taker : t->node[turn].giver);
    for (int32_t v = leaf; v != turn; v = t->parent[v])
        units = MIN(units, take ? room_up(&t->node[v]) : room_down(&t->node[v]));
    units = take ? fits_take(t, turn, units) : fits_give(t, turn, units);
    other = take ? take_below(t, turn, units) : give_below(t, turn, units);
    for (int32_t v = leaf; v != turn; v = t->parent[v])
        t->node[v].flow += (int32_t)(take ? units : -units);
    look(t, turn, look_up_to(t, leaf, turn));
    look(t, turn, look_up_to(t, other, turn));
    for (; show(t, turn) && t->parent[turn] >= 0; turn = t->parent[turn])
        look(t, t->parent[turn], turn);
    return units;
}

static int32_t
move_all(struct tree *t, int32_t node, int32_t units, bool take)
{
    int64_t left = units;

    for (int64_t moved; left > 0; left -= moved)
        if ((moved = move_some(t, t->number[node], left, take)) == 0)
            break;
    return units - (int32_t)left;
}

int32_t
tree_add(struct tree *t, int32_t node, int32_t units)
{
    return move_all(t, node, units, true);
}

int32_t
tree_remove(struct tree *t, int32_t node, int32_t units)
{
    return move_all(t, node, units, false);
}

int64_t
tree_flow(const struct tree *t, int32_t node)
{
    return t->node[t->number[node]].flow;
}

int64_t
tree_kept(const struct tree *t, int32_t node)
{
    const struct tree_node *leaf = &t->node[t->number[node]];
    int64_t kept;

    if (!leaf->leaf)
        return 0;
    kept = leaf->used;
    for (int32_t i = leaf->tier; i < leaf->at; i++)
        kept += t->tier[i].room;
    return kept;
}

int64_t
tree_cost(const struct tree *t)
{
    int64_t cost = 0;

    for (int32_t v = 0; v < t->nodes; v++) {
        const struct tree_node *node = &t->node[v];

        cost += ABS((int64_t)node->flow) * node->cost;
        if (!node->leaf)
            continue;
        for (int32_t i = node->tier; i < node->at; i++)
            cost += t->tier[i].cost * t->tier[i].room;
        cost += node->used > 0 ? t->tier[node->at].cost * node->used : 0;
    }
    return cost;
}

/* The distance to the nearest free tier: down, or up and down elsewhere. */
void
tree_prices(const struct tree *t, int64_t *price)
{
    g_autofree int64_t *own = g_new(int64_t, t->nodes);

    for (int32_t v = 0; v < t->nodes; v++) {
        const struct tree_node *node = &t->node[v];

        own[v] = node->take;
        if (t->parent[v] >= 0)
            own[v] = MIN(own[v], cost_up(node) + own[t->parent[v]]);
    }
    for (int32_t v = 0; v < t->nodes; v++)
        price[v] = own[t->number[v]];
}
