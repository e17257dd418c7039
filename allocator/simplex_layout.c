#include "allocator/simplex_tree.h"

#include <stdlib.h>
#include <string.h>

#define PATIENCE 1000 /* pivots a node and one more; 3 to 10 are usual */

/* Where an arc of the problem goes. */
enum place {
    PLACE_NOWHERE, /* loops and arcs without room */
    PLACE_TIER,
    PLACE_ARC,
};

static enum place
place_of(const struct flow_problem *p, int32_t a)
{
    if (p->room[a] == 0 || p->tail[a] == p->head[a])
        return PLACE_NOWHERE;
    return p->head[a] == p->nodes - 1 ? PLACE_TIER : PLACE_ARC;
}

static bool
is_narrow(int64_t cost)
{
    return cost >= INT32_MIN && cost <= INT32_MAX;
}

/* Where each node's arcs and tiers begin. */
static void
count_arcs(struct simplex *s)
{
    const struct flow_problem *p = s->problem;
    int32_t ends[SIMPLEX_SIDES] = {0, 0}, tiers = 0;

    for (int32_t a = 0; a < p->arcs; a++) {
        enum place place = place_of(p, a);

        s->node[p->tail[a]].tiers += place == PLACE_TIER;
        s->node[p->tail[a]].part[SIMPLEX_OUT].first += place == PLACE_ARC;
        s->node[p->head[a]].part[SIMPLEX_IN].first += place == PLACE_ARC;
        s->narrow &= place != PLACE_ARC || is_narrow(p->cost[a]);
    }
    for (int32_t v = 0; v < s->sink; v++)
        s->node[v].tiers += 1 + (p->supply[v] < 0);
    for (int32_t v = 0; v <= s->nodes; v++) {
        struct simplex_node *node = &s->node[v], counts = *node;

        for (enum simplex_side side = 0; side < SIMPLEX_SIDES; side++) {
            node->part[side].first = node->part[side].full = ends[side];
            ends[side] += counts.part[side].first;
        }
        node->tiers = node->tier = tiers;
        tiers += counts.tiers;
    }
}

static void
make_room(struct simplex *s)
{
    size_t ring = 1, arcs = (size_t)s->node[s->nodes].part[SIMPLEX_OUT].first;

    while (ring < (size_t)s->nodes + 1)
        ring *= 2;
    s->mask = (uint32_t)ring - 1;
    s->queue = g_new0(int32_t, ring);
    s->list = g_new(int32_t, (size_t)s->nodes + 2);
    s->price = g_new0(int64_t, s->nodes);
    s->calm = g_new0(struct simplex_calm, s->nodes);
    /* one more, so that none is NULL */
    s->tier = g_new(struct simplex_tier, s->node[s->nodes].tiers + 1);
    for (enum simplex_side side = 0; side < SIMPLEX_SIDES; side++) {
        s->side[side].end = g_new(struct simplex_end, arcs + 1);
        s->side[side].arc = g_new(int32_t, arcs);
    }
}

static int
cheapest_first(const void *a, const void *b)
{
    const struct simplex_tier *one = a, *other = b;

    if (one->cost != other->cost)
        return one->cost < other->cost ? -1 : 1;
    return one->arc < other->arc ? -1 : one->arc > other->arc;
}

static void
sort_tiers(struct simplex_tier *tier, int32_t count)
{
    bool sorted = true;

    for (int32_t i = 1; i < count && sorted; i++)
        sorted = tier[i - 1].cost <= tier[i].cost;
    if (!sorted)
        qsort(tier, (size_t)count, sizeof(*tier), cheapest_first);
}

static void
lay_tier(struct simplex *s, int32_t v, int64_t cost, int64_t room, int32_t arc)
{
    s->tier[s->node[v].tier++] = (struct simplex_tier){cost, (int32_t)room, arc};
}

static void
lay_arc(struct simplex *s, int32_t a)
{
    const struct flow_problem *p = s->problem;
    int32_t cost = s->narrow ? (int32_t)p->cost[a] : 0;
    int32_t at[SIMPLEX_SIDES] = {p->tail[a], p->head[a]};

    for (enum simplex_side side = 0; side < SIMPLEX_SIDES; side++) {
        int32_t i = s->node[at[side]].part[side].full++;

        s->side[side].end[i] = (struct simplex_end){at[1 - side], cost};
        s->side[side].arc[i] = a;
    }
}

static void
lay_arcs(struct simplex *s)
{
    const struct flow_problem *p = s->problem;

    for (int32_t v = 0; v < s->sink; v++)
        if (p->supply[v] < 0)
            lay_tier(s, v, -s->dear, -p->supply[v], SIMPLEX_NONE);
    for (int32_t a = 0; a < p->arcs; a++)
        switch (place_of(p, a)) {
        case PLACE_NOWHERE: break;
        case PLACE_TIER: lay_tier(s, p->tail[a], p->cost[a], p->room[a], a); break;
        case PLACE_ARC: lay_arc(s, a); break;
        }
    for (int32_t v = 0; v < s->sink; v++) {
        lay_tier(s, v, s->dear, FLOW_ENDLESS, SIMPLEX_NONE);
        sort_tiers(s->tier + s->node[v].tiers, s->node[v].tier - s->node[v].tiers);
    }
}

/* Nobody moves anything: what a node has fills its tiers, and the tier that the next unit would go
 * to, which has room, carries it in the tree. */
static void
hang_on_sink(struct simplex *s, int32_t v)
{
    struct simplex_node *node = &s->node[v], *sink = &s->node[s->sink];
    int32_t left = (int32_t)MAX(s->problem->supply[v], 0);
    int32_t t = node->tiers;

    for (; left >= s->tier[t].room; t++)
        left -= s->tier[t].room;
    node->tier = t;
    node->arc = SIMPLEX_TIER;
    node->forward = true;
    node->down = left;
    node->up = s->tier[t].room - left;
    node->parent = s->sink;
    node->depth = 1;
    node->child = node->previous = SIMPLEX_NONE;
    node->next = sink->child;
    s->node[sink->child].previous = v;
    sink->child = v;
    s->price[v] = s->tier[t].cost;
}

void
simplex_layout(struct simplex *s, const struct flow_problem *p, int64_t dear)
{
    memset(s, 0, sizeof(*s));
    s->problem = p;
    s->nodes = p->nodes;
    s->sink = p->nodes - 1;
    s->dear = dear;
    s->patience = (int64_t)PATIENCE * (s->nodes + 1);
    s->narrow = true;
    s->node = g_new0(struct simplex_node, (size_t)s->nodes + 2) + 1;
    count_arcs(s);
    make_room(s);
    lay_arcs(s);
}

/* A node's price by its parent's and the arc between. */
static int64_t
price_by_parent(const struct simplex *s, int32_t v)
{
    const struct simplex_node *node = &s->node[v];
    int64_t cost;

    if (node->arc == SIMPLEX_TIER)
        return s->tier[node->tier].cost;
    cost = s->problem->cost[node->arc];
    return s->price[node->parent] + (node->forward ? cost : -cost);
}

/* The tree's prices from the sink on, each node after its parent. */
static void
price_tree(struct simplex *s)
{
    int32_t waiting = 0;

    for (int32_t v = s->sink;;) {
        const struct simplex_node *node = &s->node[v];

        if (v != s->sink)
            s->price[v] = price_by_parent(s, v);
        if (node->next != SIMPLEX_NONE)
            s->list[waiting++] = node->next;
        if (node->child != SIMPLEX_NONE)
            s->list[waiting++] = node->child;
        if (waiting == 0)
            return;
        v = s->list[--waiting];
    }
}

void
simplex_lay_costs(struct simplex *s, int64_t dear)
{
    const int64_t *cost = s->problem->cost;
    int32_t ends = s->node[s->nodes].part[SIMPLEX_OUT].first;

    s->narrow = true;
    for (int32_t i = 0; i < ends && s->narrow; i++)
        s->narrow = is_narrow(cost[s->side[SIMPLEX_OUT].arc[i]]);
    for (int32_t i = 0; i < ends && s->narrow; i++)
        for (enum simplex_side side = 0; side < SIMPLEX_SIDES; side++)
            s->side[side].end[i].cost = (int32_t)cost[s->side[side].arc[i]];
    s->dear = dear;
    for (int32_t v = 0; v < s->sink; v++) {
        struct simplex_tier *first = &s->tier[s->node[v].tiers];

        if (s->problem->supply[v] < 0)
            first->cost = -dear;
        s->tier[s->node[v + 1].tiers - 1].cost = dear;
    }
    price_tree(s);
}

void
simplex_start(struct simplex *s)
{
    struct simplex_node *sink = &s->node[s->sink];

    sink->parent = sink->child = sink->next = sink->previous = SIMPLEX_NONE;
    for (int32_t v = 0; v < s->sink; v++)
        hang_on_sink(s, v);
}

void
simplex_layout_free(struct simplex *s)
{
    void *parts[] = {s->node - 1, s->price, s->calm, s->tier, s->queue, s->list};

    for (size_t i = 0; i < G_N_ELEMENTS(parts); i++)
        g_free(parts[i]);
    for (enum simplex_side side = 0; side < SIMPLEX_SIDES; side++) {
        g_free(s->side[side].end);
        g_free(s->side[side].arc);
    }
}
