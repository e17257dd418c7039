#include "allocator/repair_inside.h"

#include <stdlib.h>
#include <string.h>

#include "base/words.h"

void
repair_bound(struct repair *r, int32_t v)
{
    const struct repair_shelf *shelf = &r->shelf[v];
    struct repair_node *node = &r->node[v];

    node->high = shelf->at < shelf->tiers ? shelf->tier[shelf->at].cost : REPAIR_FAR;
    if (shelf->used > 0)
        node->low = shelf->tier[shelf->at].cost;
    else
        node->low = shelf->at > 0 ? shelf->tier[shelf->at - 1].cost : -REPAIR_FAR;
}

int32_t
repair_room_above(const struct repair *r, int32_t v)
{
    const struct repair_shelf *shelf = &r->shelf[v];

    return shelf->tier[shelf->at].room - shelf->used;
}

int32_t
repair_held_below(const struct repair *r, int32_t v)
{
    const struct repair_shelf *shelf = &r->shelf[v];

    return shelf->used > 0 ? shelf->used : shelf->tier[shelf->at - 1].room;
}

void
repair_fill(struct repair *r, int32_t v, int32_t units)
{
    struct repair_shelf *shelf = &r->shelf[v];

    shelf->used += units;
    if (shelf->used == shelf->tier[shelf->at].room) {
        shelf->at++;
        shelf->used = 0;
    }
    repair_bound(r, v);
}

void
repair_drain(struct repair *r, int32_t v, int32_t units)
{
    struct repair_shelf *shelf = &r->shelf[v];

    if (shelf->used == 0)
        shelf->used = shelf->tier[--shelf->at].room;
    shelf->used -= units;
    repair_bound(r, v);
}

/* A slot changes places with the one at another place on the same side. */
static void
swap(struct repair *r, enum repair_side side, int32_t i, int32_t with)
{
    struct repair_end *ends = r->side[side].end, end = ends[with];
    int32_t at = r->slot[i].place[side];

    ends[with] = ends[at];
    ends[at] = end;
    r->slot[end.slot].place[side] = at;
    r->slot[i].place[side] = with;
}

/* A slot goes to where it belongs by its flow, over one border or both. */
static void
sort_in(struct repair *r, enum repair_side side, int32_t i)
{
    const struct repair_slot *slot = &r->slot[i];
    int32_t v = side == REPAIR_OUT ? slot->tail : slot->head;
    struct repair_border *border = &r->side[side].border[v];
    bool full = slot->flow > 0 && slot->flow == slot->room;

    if (slot->flow > 0 && slot->place[side] >= border->idle)
        swap(r, side, i, border->idle++);
    if (full && slot->place[side] >= border->partly)
        swap(r, side, i, border->partly++);
    if (!full && slot->place[side] < border->partly)
        swap(r, side, i, --border->partly);
    if (slot->flow == 0 && slot->place[side] < border->idle)
        swap(r, side, i, --border->idle);
    r->side[side].end[slot->place[side]].cost = slot->room > 0 ? slot->cost : REPAIR_SHUT;
}

void
repair_open(struct repair *r, int32_t i, int32_t room)
{
    r->slot[i].room = room;
    sort_in(r, REPAIR_OUT, i);
    sort_in(r, REPAIR_IN, i);
}

void
repair_shift(struct repair *r, int32_t i, int32_t by)
{
    struct repair_slot *slot = &r->slot[i];
    int32_t old = slot->flow;

    slot->flow += by;
    if (old > 0 && old < slot->room && slot->flow > 0 && slot->flow < slot->room)
        return;
    sort_in(r, REPAIR_OUT, i);
    sort_in(r, REPAIR_IN, i);
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
    for (enum repair_side side = 0; side < REPAIR_SIDES; side++) {
        r->side[side].first = g_new0(int32_t, (size_t)r->nodes + 1);
        r->side[side].border = g_new(struct repair_border, r->nodes);
    }
    r->node = g_new0(struct repair_node, r->nodes);
    r->shelf = g_new0(struct repair_shelf, r->nodes);
    r->price = g_new0(int64_t, r->nodes);
    r->seen = g_new(int32_t, r->nodes);
    r->level = g_new(int32_t, (size_t)r->nodes + 1);
    r->waiting = g_new(int32_t, (size_t)r->nodes + 1);
    r->lead = g_new(int32_t, (size_t)p->arcs + 1);
    r->toward = g_new(int32_t, r->nodes);
    for (int32_t v = 0; v < r->nodes; v++)
        r->toward[v] = -1;
    r->slot_of = g_new(int32_t, p->arcs);
    r->heap_room = 1024;
    r->heap = g_new(struct repair_stop, r->heap_room);
}

/* The ends of one side, none of which has flow yet. */
static void
lay_ends(struct repair *r, enum repair_side side)
{
    struct repair_ends *ends = &r->side[side];
    int32_t slots = ends->first[r->nodes];
    g_autofree int32_t *next = g_memdup2(ends->first, sizeof(int32_t) * ((size_t)r->nodes + 1));

    ends->end = g_new(struct repair_end, slots);
    for (int32_t v = 0; v < r->nodes; v++)
        ends->border[v] = (struct repair_border){ends->first[v], ends->first[v]};
    for (int32_t i = 0; i < slots; i++) {
        struct repair_slot *slot = &r->slot[i];
        bool out = side == REPAIR_OUT;

        slot->place[side] = next[out ? slot->tail : slot->head]++;
        ends->end[slot->place[side]] =
            (struct repair_end){slot->cost, out ? slot->head : slot->tail, i};
    }
}

static void
lay_slots(struct repair *r, const struct flow_problem *p, const int32_t *flow)
{
    int32_t *out = r->side[REPAIR_OUT].first, *in = r->side[REPAIR_IN].first, slots = 0;

    for (int32_t a = 0; a < p->arcs; a++)
        if (is_between_nodes(p, a)) {
            out[p->tail[a]]++;
            in[p->head[a]]++;
        }
    flow_firsts(out, r->nodes);
    flow_firsts(in, r->nodes);
    r->slot = g_new(struct repair_slot, out[r->nodes]);
    for (int32_t a = 0; a < p->arcs; a++) {
        r->slot_of[a] = is_between_nodes(p, a) ? slots++ : -1;
        if (r->slot_of[a] >= 0)
            r->slot[r->slot_of[a]] = (struct repair_slot){.cost = p->cost[a],
                                                          .tail = p->tail[a],
                                                          .head = p->head[a],
                                                          .flow = flow[a],
                                                          .room = p->room[a]};
    }
    for (enum repair_side side = 0; side < REPAIR_SIDES; side++) {
        lay_ends(r, side);
        for (int32_t i = 0; i < slots; i++)
            sort_in(r, side, i);
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
        struct repair_shelf *shelf = &r->shelf[p->tail[a]];

        if (p->head[a] != r->nodes || p->room[a] == 0)
            continue;
        r->tier[first[p->tail[a]] + shelf->tiers++] = (struct repair_tier){p->cost[a], p->room[a]};
        kept[p->tail[a]] += flow[a];
    }
    for (int32_t v = 0; v < r->nodes; v++) {
        struct repair_shelf *shelf = &r->shelf[v];

        qsort(r->tier + first[v], (size_t)shelf->tiers, sizeof(*r->tier), cheapest_first);
        shelf->tier = r->tier + first[v];
        repair_bound(r, v);
        for (int64_t left = kept[v]; left > 0;) {
            int32_t units = (int32_t)MIN(left, repair_room_above(r, v));

            repair_fill(r, v, units);
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
        g_free(r->shelf[v].own);
    for (enum repair_side side = 0; side < REPAIR_SIDES; side++) {
        g_free(r->side[side].first);
        g_free(r->side[side].border);
        g_free(r->side[side].end);
    }
    void *parts[] = {r->node,  r->shelf,   r->price, r->tier, r->slot,   r->slot_of, r->heap,
                     r->level, r->waiting, r->seen,  r->lead, r->toward, r};

    for (size_t i = 0; i < G_N_ELEMENTS(parts); i++)
        g_free(parts[i]);
}
