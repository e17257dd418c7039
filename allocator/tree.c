#include "allocator/tree.h"

#include "allocator/tree_inside.h"

static inline bool
is_leaf(const struct tree_node *node)
{
    return node->first == node->end;
}

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
    return node->flow < 0 ? -node->flow : node->room_up - node->flow;
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
look_at_parts(const struct tree *t, struct tree_node *node)
{
    node->take = node->give = TREE_FAR;
    for (int32_t c = node->first; c < node->end; c++) {
        const struct tree_node *part = &t->node[c];

        if (part->edge_take < node->take) {
            node->take = part->edge_take;
            node->take_at = c;
        }
        if (part->edge_give < node->give) {
            node->give = part->edge_give;
            node->give_at = c;
        }
    }
}

/* Looks at a node again; says whether its parent sees a difference. */
static bool
look(const struct tree *t, struct tree_node *node)
{
    int64_t take = node->edge_take, give = node->edge_give;

    if (is_leaf(node))
        look_at_leaf(t, node);
    else
        look_at_parts(t, node);
    node->edge_take = MIN(node->take + cost_down(node), TREE_FAR);
    node->edge_give = MIN(node->give + cost_up(node), TREE_FAR);
    return node->edge_take != take || node->edge_give != give;
}

/* How many units fit, at most as many, where the next is cheapest to take below v. */
static int64_t
fits_take(const struct tree *t, int32_t v, int64_t units)
{
    const struct tree_node *node = &t->node[v];

    while (!is_leaf(node)) {
        node = &t->node[node->take_at];
        units = MIN(units, room_down(node));
    }
    return MIN(units, room_in_tier(t, node));
}

static int64_t
fits_give(const struct tree *t, int32_t v, int64_t units)
{
    const struct tree_node *node = &t->node[v];

    while (!is_leaf(node)) {
        node = &t->node[node->give_at];
        units = MIN(units, room_up(node));
    }
    return MIN(units, held_in_tier(t, node));
}

/* Sends units there; returns the leaf. */
static int32_t
take_below(struct tree *t, int32_t v, int64_t units)
{
    while (!is_leaf(&t->node[v])) {
        v = t->node[v].take_at;
        t->node[v].flow -= units;
    }
    put_in_tier(t, &t->node[v], units);
    return v;
}

static int32_t
give_below(struct tree *t, int32_t v, int64_t units)
{
    while (!is_leaf(&t->node[v])) {
        v = t->node[v].give_at;
        t->node[v].flow += units;
    }
    get_from_tier(t, &t->node[v], units);
    return v;
}

static void
look_up_to(struct tree *t, int32_t v, int32_t end)
{
    for (; v != end; v = t->node[v].parent)
        look(t, &t->node[v]);
}

/* Exchanges below a node while that pays. Each exchange lowers the whole cost, so this ends. */
static void
exchange(struct tree *t, int32_t v)
{
    struct tree_node *node = &t->node[v];

    look(t, node);
    while (!is_leaf(node) && node->take + node->give < 0) {
        int64_t units = fits_give(t, v, fits_take(t, v, INT32_MAX));
        int32_t taker = take_below(t, v, units), giver = give_below(t, v, units);

        look_up_to(t, taker, v);
        look_up_to(t, giver, v);
        look(t, node);
    }
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

/* The place at or above a leaf from where a unit goes on, or comes, the cheapest; -1: none. */
static int32_t
best_turn(const struct tree *t, int32_t leaf, bool take)
{
    int64_t way = 0, best = take ? t->node[leaf].take : t->node[leaf].give;
    int32_t at = leaf;

    for (int32_t v = leaf; t->node[v].parent >= 0; v = t->node[v].parent) {
        const struct tree_node *above = &t->node[t->node[v].parent];
        int64_t whole;

        way += take ? cost_up(&t->node[v]) : cost_down(&t->node[v]);
        if (way >= TREE_MOST)
            break;
        whole = way + (take ? above->take : above->give);
        if (whole < best) {
            best = whole;
            at = t->node[v].parent;
        }
    }
    return best < TREE_MOST ? at : -1;
}

/* Moves some units between a leaf and the rest; 0 when there is no way. */
static int64_t
move_some(struct tree *t, int32_t leaf, int64_t units, bool take)
{
    int32_t turn = best_turn(t, leaf, take), other;

    if (turn < 0)
        return 0;
    for (int32_t v = leaf; v != turn; v = t->node[v].parent)
        units = MIN(units, take ? room_up(&t->node[v]) : room_down(&t->node[v]));
    units = take ? fits_take(t, turn, units) : fits_give(t, turn, units);
    other = take ? take_below(t, turn, units) : give_below(t, turn, units);
    for (int32_t v = leaf; v != turn; v = t->node[v].parent)
        t->node[v].flow += take ? units : -units;
    look_up_to(t, leaf, turn);
    look_up_to(t, other, turn);
    while (look(t, &t->node[turn]) && t->node[turn].parent >= 0)
        turn = t->node[turn].parent;
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
    int64_t kept = leaf->used;

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

        cost += ABS(node->flow) * node->cost;
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
        if (node->parent >= 0)
            own[v] = MIN(own[v], cost_up(node) + own[node->parent]);
    }
    for (int32_t v = 0; v < t->nodes; v++)
        price[v] = own[t->number[v]];
}
