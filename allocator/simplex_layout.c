#include "allocator/simplex_tree.h"

#include <stdlib.h>
#include <string.h>

/* Where an arc of the problem goes. */
enum place {
    PLACE_NOWHERE, /* loops and arcs without room */
    PLACE_TIER,
    PLACE_SLOT,
};

static enum place
place_of(const struct flow_problem *p, int32_t a)
{
    if (p->room[a] == 0 || p->tail[a] == p->head[a])
        return PLACE_NOWHERE;
    return p->head[a] == p->nodes - 1 ? PLACE_TIER : PLACE_SLOT;
}

static void
count_arcs(struct simplex *s)
{
    const struct flow_problem *p = s->problem;

    for (int32_t a = 0; a < p->arcs; a++) {
        enum place place = place_of(p, a);

        if (place == PLACE_TIER) {
            s->tier_first[p->tail[a]]++;
        } else if (place == PLACE_SLOT) {
            s->out_first[p->tail[a]]++;
            s->in_first[p->head[a]]++;
        }
    }
    for (int32_t v = 0; v < s->sink; v++)
        s->tier_first[v] += 1 + (p->supply[v] < 0);
    flow_firsts(s->out_first, s->nodes);
    flow_firsts(s->in_first, s->nodes);
    flow_firsts(s->tier_first, s->nodes);
}

static void
make_room(struct simplex *s)
{
    int32_t slots = s->out_first[s->nodes];
    size_t ring = 1;

    while (ring < (size_t)s->nodes + 1)
        ring *= 2;
    s->mask = (uint32_t)ring - 1;
    s->queue = g_new(int32_t, ring);
    s->stack = g_new(int32_t, (size_t)s->nodes + 2);
    s->node = g_new(struct simplex_node, s->nodes);
    memset(s->queue, 0, sizeof(*s->queue) * ring);
    memset(s->node, 0, sizeof(*s->node) * (size_t)s->nodes);
    s->price = g_new0(int64_t, s->nodes);
    s->tier = g_new(struct simplex_tier, s->tier_first[s->nodes]);
    s->out_head = g_new(int32_t, slots);
    s->out_arc = g_new(int32_t, slots);
    s->out_place = g_new(int32_t, slots);
    s->out_cost = g_new(int64_t, slots);
    s->in_tail = g_new(int32_t, slots);
    s->in_slot = g_new(int32_t, slots);
    s->in_cost = g_new(int64_t, slots);
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
lay_tiers(struct simplex *s)
{
    const struct flow_problem *p = s->problem;
    g_autofree int32_t *next = g_memdup2(s->tier_first, sizeof(int32_t) * ((size_t)s->nodes + 1));

    for (int32_t v = 0; v < s->sink; v++)
        if (p->supply[v] < 0)
            s->tier[next[v]++] = (struct simplex_tier){
                .cost = -s->dear, .room = (int32_t)-p->supply[v], .arc = SIMPLEX_NONE};
    for (int32_t a = 0; a < p->arcs; a++)
        if (place_of(p, a) == PLACE_TIER)
            s->tier[next[p->tail[a]]++] =
                (struct simplex_tier){.cost = p->cost[a], .room = p->room[a], .arc = a};
    for (int32_t v = 0; v < s->sink; v++) {
        s->tier[next[v]++] =
            (struct simplex_tier){.cost = s->dear, .room = FLOW_ENDLESS, .arc = SIMPLEX_NONE};
        sort_tiers(s->tier + s->tier_first[v], s->tier_first[v + 1] - s->tier_first[v]);
    }
}

static void
lay_slots(struct simplex *s)
{
    const struct flow_problem *p = s->problem;
    size_t size = sizeof(int32_t) * ((size_t)s->nodes + 1);
    g_autofree int32_t *out = g_memdup2(s->out_first, size);
    g_autofree int32_t *in = g_memdup2(s->in_first, size);

    for (int32_t a = 0; a < p->arcs; a++) {
        int32_t slot;

        if (place_of(p, a) != PLACE_SLOT)
            continue;
        slot = out[p->tail[a]]++;
        s->out_head[slot] = p->head[a];
        s->out_cost[slot] = p->cost[a];
        s->out_arc[slot] = a;
    }
    for (int32_t v = 0; v < s->nodes; v++)
        for (int32_t slot = s->out_first[v]; slot < s->out_first[v + 1]; slot++) {
            int32_t place = in[s->out_head[slot]]++;

            s->in_tail[place] = v;
            s->in_cost[place] = s->out_cost[slot];
            s->in_slot[place] = slot;
            s->out_place[slot] = place;
        }
}

/* Nobody moves anything: what a node has fills its tiers, and the tier that the next unit would go
 * to, which has room, carries it in the tree. */
static void
hang_on_sink(struct simplex *s, int32_t v)
{
    struct simplex_node *node = &s->node[v], *sink = &s->node[s->sink];
    int32_t left = (int32_t)MAX(s->problem->supply[v], 0);
    int32_t t = s->tier_first[v];

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
    if (sink->child != SIMPLEX_NONE)
        s->node[sink->child].previous = v;
    sink->child = v;
    s->price[v] = s->tier[t].cost;
    simplex_touch(s, v, SIMPLEX_ROSE);
}

void
simplex_layout(struct simplex *s, const struct flow_problem *p, int64_t dear)
{
    memset(s, 0, sizeof(*s));
    s->problem = p;
    s->nodes = p->nodes;
    s->sink = p->nodes - 1;
    s->dear = dear;
    s->out_first = g_new0(int32_t, (size_t)s->nodes + 1);
    s->in_first = g_new0(int32_t, (size_t)s->nodes + 1);
    s->tier_first = g_new0(int32_t, (size_t)s->nodes + 1);
    count_arcs(s);
    make_room(s);
    lay_tiers(s);
    lay_slots(s);
}

void
simplex_start(struct simplex *s)
{
    s->node[s->sink] = (struct simplex_node){.parent = SIMPLEX_NONE,
                                             .child = SIMPLEX_NONE,
                                             .next = SIMPLEX_NONE,
                                             .previous = SIMPLEX_NONE};
    for (int32_t v = 0; v < s->sink; v++)
        hang_on_sink(s, v);
    simplex_touch(s, s->sink, SIMPLEX_ROSE);
}

void
simplex_layout_free(struct simplex *s)
{
    void *parts[] = {s->node,       s->out_first, s->out_head, s->out_arc, s->out_place,
                     s->out_cost,   s->in_first,  s->in_tail,  s->in_slot, s->in_cost,
                     s->tier_first, s->tier,      s->queue,    s->stack,   s->price};

    for (size_t i = 0; i < G_N_ELEMENTS(parts); i++)
        g_free(parts[i]);
}
