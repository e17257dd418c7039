#include "allocator/repair_inside.h"

#include <stdlib.h>
#include <string.h>

#include "base/words.h"

void
repair_bound(struct repair_node *node)
{
    node->high = node->at < node->tiers ? node->tier[node->at].cost : REPAIR_FAR;
    if (node->used > 0)
        node->low = node->tier[node->at].cost;
    else
        node->low = node->at > 0 ? node->tier[node->at - 1].cost : -REPAIR_FAR;
}

int32_t
repair_room_above(const struct repair_node *node)
{
    return node->tier[node->at].room - node->used;
}

int32_t
repair_held_below(const struct repair_node *node)
{
    return node->used > 0 ? node->used : node->tier[node->at - 1].room;
}

void
repair_fill(struct repair_node *node, int32_t units)
{
    node->used += units;
    if (node->used == node->tier[node->at].room) {
        node->at++;
        node->used = 0;
    }
    repair_bound(node);
}

void
repair_drain(struct repair_node *node, int32_t units)
{
    if (node->used == 0)
        node->used = node->tier[--node->at].room;
    node->used -= units;
    repair_bound(node);
}

/* A slot with flow joins the lists of its two nodes, or leaves them. */
static void
join_lists(struct repair *r, int32_t i)
{
    struct repair_slot *slot = &r->slot[i];
    int32_t *sends = &r->node[slot->tail].sends, *gets = &r->node[slot->head].gets;

    slot->sends_next = *sends;
    slot->gets_next = *gets;
    slot->sends_before = slot->gets_before = -1;
    if (*sends >= 0)
        r->slot[*sends].sends_before = i;
    if (*gets >= 0)
        r->slot[*gets].gets_before = i;
    *sends = *gets = i;
}

static void
leave_lists(struct repair *r, int32_t i)
{
    const struct repair_slot *slot = &r->slot[i];

    if (slot->sends_before >= 0)
        r->slot[slot->sends_before].sends_next = slot->sends_next;
    else
        r->node[slot->tail].sends = slot->sends_next;
    if (slot->sends_next >= 0)
        r->slot[slot->sends_next].sends_before = slot->sends_before;
    if (slot->gets_before >= 0)
        r->slot[slot->gets_before].gets_next = slot->gets_next;
    else
        r->node[slot->head].gets = slot->gets_next;
    if (slot->gets_next >= 0)
        r->slot[slot->gets_next].gets_before = slot->gets_before;
}

/* What the ends of a slot see. */
static void
show(struct repair *r, int32_t i)
{
    const struct repair_slot *slot = &r->slot[i];
    bool idle = slot->flow == 0 && slot->room > 0;

    r->out[i].cost = r->in[slot->place].cost = idle ? slot->cost : REPAIR_BUSY;
}

void
repair_open(struct repair *r, int32_t i, int32_t room)
{
    r->slot[i].room = room;
    show(r, i);
}

void
repair_shift(struct repair *r, int32_t i, int32_t by)
{
    struct repair_slot *slot = &r->slot[i];
    bool idle = slot->flow == 0;

    slot->flow += by;
    if (idle == (slot->flow == 0))
        return;
    show(r, i);
    (idle ? join_lists : leave_lists)(r, i);
}

static bool
is_between_nodes(const struct flow_problem *p, int32_t a)
{
    return p->head[a] != p->nodes - 1 && p->tail[a] != p->head[a];
}

static void
make_room(struct repair *r, const struct flow_problem *p)
{
    r->nodes = p->nodes - 1;
    r->arcs = p->arcs;
    r->out_first = g_new0(int32_t, (size_t)r->nodes + 1);
    r->in_first = g_new0(int32_t, (size_t)r->nodes + 1);
    r->node = g_new0(struct repair_node, r->nodes);
    r->mark = g_new0(struct repair_mark, r->nodes);
    r->price = g_new0(int64_t, r->nodes);
    r->seen = g_new(int32_t, r->nodes);
    r->level = g_new(int32_t, (size_t)r->nodes + 1);
    r->waiting = g_new(int32_t, (size_t)r->nodes + 1);
    for (int32_t v = 0; v < r->nodes; v++)
        r->node[v].sends = r->node[v].gets = -1;
    r->slot_of = g_new(int32_t, p->arcs);
    r->heap_room = 1024;
    r->heap = g_new(struct repair_stop, r->heap_room);
}

static void
lay_slots(struct repair *r, const struct flow_problem *p, const int32_t *flow)
{
    g_autofree int32_t *out = NULL, *in = NULL;
    size_t size = sizeof(int32_t) * ((size_t)r->nodes + 1);

    for (int32_t a = 0; a < p->arcs; a++)
        if (is_between_nodes(p, a)) {
            r->out_first[p->tail[a]]++;
            r->in_first[p->head[a]]++;
        }
    flow_firsts(r->out_first, r->nodes);
    flow_firsts(r->in_first, r->nodes);
    r->slot = g_new(struct repair_slot, r->out_first[r->nodes]);
    r->out = g_new(struct repair_end, r->out_first[r->nodes]);
    r->in = g_new(struct repair_end, r->out_first[r->nodes]);
    out = g_memdup2(r->out_first, size);
    in = g_memdup2(r->in_first, size);
    for (int32_t a = 0; a < p->arcs; a++) {
        int32_t i;

        r->slot_of[a] = -1;
        if (!is_between_nodes(p, a))
            continue;
        i = r->slot_of[a] = out[p->tail[a]]++;
        r->slot[i] = (struct repair_slot){.cost = p->cost[a],
                                          .tail = p->tail[a],
                                          .head = p->head[a],
                                          .room = p->room[a],
                                          .place = in[p->head[a]]++};
        r->out[i] = (struct repair_end){p->cost[a], p->head[a], i};
        r->in[r->slot[i].place] = (struct repair_end){p->cost[a], p->tail[a], i};
        show(r, i);
        repair_shift(r, i, flow[a]);
    }
}

static int
cheapest_first(const void *a, const void *b)
{
    const struct repair_tier *one = a, *other = b;

    return (one->cost > other->cost) - (one->cost < other->cost);
}

/* Tiers of every node in order, what it keeps in them. */
static void
lay_tiers(struct repair *r, const struct flow_problem *p, const int32_t *flow)
{
    g_autofree int32_t *first = g_new0(int32_t, (size_t)r->nodes + 1);
    g_autofree int64_t *kept = g_new0(int64_t, r->nodes);

    for (int32_t a = 0; a < p->arcs; a++)
        first[p->tail[a]] += p->head[a] == r->nodes && p->room[a] > 0;
    flow_firsts(first, r->nodes);
    r->tier = g_new(struct repair_tier, first[r->nodes]);
    for (int32_t a = 0; a < p->arcs; a++) {
        struct repair_node *node = &r->node[p->tail[a]];

        if (p->head[a] != r->nodes || p->room[a] == 0)
            continue;
        r->tier[first[p->tail[a]] + node->tiers++] = (struct repair_tier){p->cost[a], p->room[a]};
        kept[p->tail[a]] += flow[a];
    }
    for (int32_t v = 0; v < r->nodes; v++) {
        struct repair_node *node = &r->node[v];

        qsort(r->tier + first[v], (size_t)node->tiers, sizeof(*r->tier), cheapest_first);
        node->tier = r->tier + first[v];
        repair_bound(node);
        for (int64_t left = kept[v]; left > 0;) {
            int32_t units = (int32_t)MIN(left, repair_room_above(node));

            repair_fill(node, units);
            left -= units;
        }
    }
}

struct repair *
repair_new(const struct flow_problem *p, const struct flow_answer *answer, GError **error)
{
    struct repair *r;

    for (int32_t a = 0; a < p->arcs; a++)
        if (p->tail[a] == p->nodes - 1 && p->room[a] > 0) {
            err_set(error, ERR_INPUT,
                    _("Arc %d leads out of the sink: such a plan can't be mended."), a + 1);
            return NULL;
        }
    r = g_new0(struct repair, 1);
    make_room(r, p);
    lay_tiers(r, p, answer->flow);
    lay_slots(r, p, answer->flow);
    for (int32_t v = 0; v < r->nodes; v++)
        r->price[v] = answer->price[v];
    return r;
}

void
repair_free(struct repair *r)
{
    if (r == NULL)
        return;
    for (int32_t v = 0; v < r->nodes; v++)
        g_free(r->node[v].own);
    void *parts[] = {r->node,     r->price, r->mark,    r->tier, r->out_first,
                     r->in_first, r->out,   r->in,      r->slot, r->slot_of,
                     r->heap,     r->level, r->waiting, r->seen, r};

    for (size_t i = 0; i < G_N_ELEMENTS(parts); i++)
        g_free(parts[i]);
}
