#include "allocator/repair.h"

#include "allocator/repair_inside.h"

#define STEPS_MOST 64 /* of a way that is followed: it may run in a circle */

/* Which way units go. */
enum way {
    PUSH, /* from the start to the cheapest tier with room */
    PULL, /* to the start from the dearest tier in use */
};

static void
heap_put(struct repair *r, int64_t far, int32_t node)
{
    size_t at = r->heaped++;

    if (r->heaped > r->heap_room) {
        r->heap_room *= 2;
        r->heap = g_renew(struct repair_stop, r->heap, r->heap_room);
    }
    for (size_t up; at > 0 && r->heap[up = (at - 1) / 2].far > far; at = up)
        r->heap[at] = r->heap[up];
    r->heap[at] = (struct repair_stop){far, node};
}

static struct repair_stop
heap_take(struct repair *r)
{
    struct repair_stop nearest = r->heap[0], last = r->heap[--r->heaped];
    size_t at = 0;

    for (size_t child; (child = 2 * at + 1) < r->heaped; at = child) {
        child += child + 1 < r->heaped && r->heap[child + 1].far < r->heap[child].far;
        if (r->heap[child].far >= last.far)
            break;
        r->heap[at] = r->heap[child];
    }
    r->heap[at] = last;
    return nearest;
}

/* What ending a search at a node costs beyond its price: to use its next tier, or free its last. */
static inline int64_t
to_end(const struct repair *r, int32_t v, enum way way)
{
    return way == PUSH ? r->node[v].high - r->price[v] : r->price[v] - r->node[v].low;
}

/* A node can be reached at this distance from one at another: keeps it if that is new or nearer. */
static inline void
reach(struct repair *r, int32_t v, int64_t far, int64_t now, int32_t via, enum way way,
      struct repair_stop *best)
{
    struct repair_node *node = &r->node[v];
    int64_t whole;

    if (node->search != r->search) {
        node->search = r->search;
        r->seen[r->seen_count++] = v;
    } else if (far >= node->far) {
        return;
    }
    node->far = far;
    node->via = via;
    if (far == now)
        r->level[r->levelled++] = v;
    else
        heap_put(r, far, v);
    whole = far + to_end(r, v, way);
    if (whole < best->far)
        *best = (struct repair_stop){whole, v};
}

/* Over the arcs without flow: out of a node to push, into it to pull. Few of them lead on for less than the
 * best end; which ones, is noted without a branch. */
static inline void
search_idle(struct repair *r, struct repair_stop at, enum way way, struct repair_stop *best)
{
    const struct repair_ends *ends = &r->side[way == PUSH ? REPAIR_OUT : REPAIR_IN];
    int32_t from = ends->border[at.node].idle, to = ends->first[at.node + 1], count = 0;
    int64_t sign = way == PUSH ? 1 : -1, base = at.far - sign * r->price[at.node];
    int64_t within = best->far - base;

    for (int32_t i = from; i < to; i++) {
        r->lead[count] = i;
        count += ends->end[i].cost + sign * r->price[ends->end[i].other] < within;
    }
    for (int32_t k = 0; k < count; k++) {
        const struct repair_end *end = &ends->end[r->lead[k]];
        int64_t far = base + end->cost + sign * r->price[end->other];

        if (far < best->far)
            reach(r, end->other, far, at.far, 2 * end->slot, way, best);
    }
}

/* Along the arcs that are partly full, which cost just what the prices say, and against all with flow. */
static inline void
search_flow(struct repair *r, struct repair_stop at, enum way way, struct repair_stop *best)
{
    const struct repair_ends *along = &r->side[way == PUSH ? REPAIR_OUT : REPAIR_IN];
    const struct repair_ends *against = &r->side[way == PUSH ? REPAIR_IN : REPAIR_OUT];
    const struct repair_border *border = &along->border[at.node];
    int64_t sign = way == PUSH ? 1 : -1, base = at.far - sign * r->price[at.node];

    for (int32_t i = border->partly; i < border->idle; i++)
        reach(r, along->end[i].other, at.far, at.far, 2 * along->end[i].slot, way, best);
    border = &against->border[at.node];
    for (int32_t i = against->first[at.node]; i < border->idle; i++) {
        const struct repair_end *end = &against->end[i];
        int64_t far = base - end->cost + sign * r->price[end->other];

        if (far < best->far)
            reach(r, end->other, far, at.far, 2 * end->slot + 1, way, best);
    }
}

/* Goes over all nodes at one distance: first along arcs with flow, which are few and mostly cost no
 * more, so that what they reach for nothing is found before any other arc is looked at. */
static inline void
search_level(struct repair *r, int64_t far, enum way way, struct repair_stop *best)
{
    int32_t waiting = 0;

    while (far < best->far) {
        if (r->levelled > 0) {
            struct repair_stop at = {far, r->level[--r->levelled]};

            r->waiting[waiting++] = at.node;
            search_flow(r, at, way, best);
        } else if (waiting > 0) {
            search_idle(r, (struct repair_stop){far, r->waiting[--waiting]}, way, best);
        } else {
            return;
        }
    }
}

static inline struct repair_stop
search(struct repair *r, int32_t start, enum way way)
{
    struct repair_stop best = {MIN(REPAIR_FAR, to_end(r, start, way)), start};

    r->search++;
    r->heaped = 0;
    r->levelled = 1;
    r->level[0] = start;
    r->seen_count = 1;
    r->seen[0] = start;
    r->node[start].far = 0;
    r->node[start].via = -1;
    r->node[start].search = r->search;
    search_level(r, 0, way, &best);
    while (r->heaped > 0) {
        struct repair_stop at = heap_take(r);

        if (at.far >= best.far)
            break;
        if (at.far > r->node[at.node].far)
            continue; /* it was reached another way since */
        r->levelled = 1;
        r->level[0] = at.node;
        search_level(r, at.far, way, &best);
    }
    return best;
}

/* The node before one on the way found. */
static inline int32_t
back(const struct repair *r, int32_t via, enum way way)
{
    bool against = via & 1;

    return (way == PULL) != against ? r->slot[via / 2].head : r->slot[via / 2].tail;
}

/* Mostly units go where others went before: on arcs that are partly full, which cost just what the prices
 * say. Returns where such a way ends, or -1. */
static inline int32_t
follow(struct repair *r, int32_t start, enum way way)
{
    int32_t v = start;

    r->node[v].via = -1;
    for (int steps = 0; steps < STEPS_MOST; steps++) {
        int32_t i = r->toward[v], next;
        const struct repair_slot *slot;

        if (to_end(r, v, way) == 0)
            return v;
        if (i < 0)
            return -1;
        slot = &r->slot[i];
        if (slot->flow == 0 || slot->flow == slot->room)
            return -1;
        next = slot->tail == v ? slot->head : slot->tail;
        if (next == start)
            return -1;
        r->node[next].via = 2 * i + ((slot->tail == v) != (way == PUSH));
        v = next;
    }
    return -1;
}

static int32_t
carry(struct repair *r, int32_t end, int32_t units, enum way way)
{
    for (int32_t v = end, via; (via = r->node[v].via) >= 0; v = back(r, via, way)) {
        const struct repair_slot *slot = &r->slot[via / 2];

        units = MIN(units, via & 1 ? slot->flow : slot->room - slot->flow);
    }
    for (int32_t v = end, via; (via = r->node[v].via) >= 0;) {
        v = back(r, via, way);
        r->toward[v] = via / 2;
        repair_shift(r, via / 2, via & 1 ? -units : units);
    }
    return units;
}

/* The nearest end; -1 when there is none. All that was seen on the way is priced by it. */
static inline int32_t
find_end(struct repair *r, int32_t start, enum way way)
{
    struct repair_stop best = search(r, start, way);

    if (best.far >= REPAIR_FAR / 2)
        return -1;
    for (int32_t i = 0; i < r->seen_count; i++) {
        int32_t v = r->seen[i];
        const struct repair_node *node = &r->node[v];
        int64_t by = best.far - node->far;

        if (by > 0)
            r->price[v] += way == PUSH ? by : -by;
        if (node->far == 0 && node->via >= 0)
            r->toward[v] = node->via / 2;
    }
    return best.node;
}

/* Moves some units the cheapest way; 0 when there is none. */
static inline int32_t
move_some(struct repair *r, int32_t start, int32_t units, enum way way)
{
    int32_t end = follow(r, start, way);

    if (end < 0 && (end = find_end(r, start, way)) < 0)
        return 0;
    units = MIN(units, way == PUSH ? repair_room_above(r, end) : repair_held_below(r, end));
    units = carry(r, end, units, way);
    (way == PUSH ? repair_fill : repair_drain)(r, end, units);
    return units;
}

static inline int32_t
move_all(struct repair *r, int32_t start, int32_t units, enum way way)
{
    int32_t left = units;

    for (int32_t moved; left > 0; left -= moved)
        if ((moved = move_some(r, start, left, way)) == 0)
            break;
    return units - left;
}

int32_t
repair_add(struct repair *r, int32_t node, int32_t units)
{
    return move_all(r, node, units, PUSH);
}

int32_t
repair_remove(struct repair *r, int32_t node, int32_t units)
{
    return move_all(r, node, units, PULL);
}

/* With other tiers, what a node keeps may be more or less than its price says. It is set to what
 * the price says, and the difference is carried off or fetched. */
void
repair_set_tiers(struct repair *r, int32_t v, int32_t count, const int64_t *cost,
                 const int32_t *room)
{
    struct repair_shelf *shelf = &r->shelf[v];
    const struct repair_node *node = &r->node[v];
    int64_t left = repair_kept(r, v), lent = 0, spare = 0;

    g_free(shelf->own);
    shelf->tier = shelf->own = g_new(struct repair_tier, count);
    for (int32_t i = 0; i < count; i++)
        shelf->own[i] = (struct repair_tier){cost[i], room[i]};
    shelf->tiers = count;
    shelf->at = shelf->used = 0;
    for (int32_t units; left > 0; left -= units)
        repair_fill(r, v, units = (int32_t)MIN(left, repair_room_above(r, v)));
    repair_bound(r, v);
    for (int32_t units; r->price[v] > node->high; lent += units)
        repair_fill(r, v, units = repair_room_above(r, v));
    for (int32_t units; r->price[v] < node->low; spare += units)
        repair_drain(r, v, units = repair_held_below(r, v));
    for (int32_t units; lent > 0; lent -= units)
        if ((units = repair_remove(r, v, (int32_t)MIN(lent, FLOW_ENDLESS))) == 0)
            break;
    for (int32_t units; spare > 0; spare -= units)
        if ((units = repair_add(r, v, (int32_t)MIN(spare, FLOW_ENDLESS))) == 0)
            break;
}

/* Where a search to pull from found nothing, a unit is worth so little less that none of what was seen
 * is held back by its price. */
static void
cheapen_seen(struct repair *r)
{
    int64_t most = 0;

    for (int32_t i = 0; i < r->seen_count; i++)
        most = MAX(most, r->node[r->seen[i]].far);
    for (int32_t i = 0; i < r->seen_count; i++)
        r->price[r->seen[i]] -= most - r->node[r->seen[i]].far;
}

/* All of the new room is used at first: what that takes from the tail is fetched there, and put down at
 * the head, which may well go back over the arc. What can't be fetched is nowhere. */
bool
repair_set_room(struct repair *r, int32_t arc, int32_t room)
{
    struct repair_slot *slot = &r->slot[r->slot_of[arc]];
    int32_t more = room - slot->flow, fetched;

    repair_open(r, r->slot_of[arc], room);
    if (more == 0 || slot->cost + r->price[slot->head] - r->price[slot->tail] >= 0)
        return false;
    repair_shift(r, r->slot_of[arc], more);
    fetched = repair_remove(r, slot->tail, more);
    if (fetched < more) {
        repair_shift(r, r->slot_of[arc], fetched - more);
        cheapen_seen(r);
    }
    repair_add(r, slot->head, fetched);
    return fetched > 0;
}

int32_t
repair_flow(const struct repair *r, int32_t arc)
{
    return r->slot_of[arc] < 0 ? 0 : r->slot[r->slot_of[arc]].flow;
}

int64_t
repair_kept(const struct repair *r, int32_t node)
{
    const struct repair_shelf *shelf = &r->shelf[node];
    int64_t kept = shelf->used;

    for (int32_t t = 0; t < shelf->at; t++)
        kept += shelf->tier[t].room;
    return kept;
}

int64_t
repair_price(const struct repair *r, int32_t node)
{
    return r->price[node];
}

int64_t
repair_spares(const struct repair *r, int32_t node)
{
    return r->node[node].low;
}

int64_t
repair_cost(const struct repair *r)
{
    int64_t cost = 0;

    for (int32_t slot = 0; slot < r->side[REPAIR_OUT].first[r->nodes]; slot++)
        cost += r->slot[slot].cost * r->slot[slot].flow;
    for (int32_t v = 0; v < r->nodes; v++) {
        const struct repair_shelf *shelf = &r->shelf[v];

        for (int32_t t = 0; t < shelf->at; t++)
            cost += shelf->tier[t].cost * shelf->tier[t].room;
        cost += shelf->used > 0 ? shelf->tier[shelf->at].cost * shelf->used : 0;
    }
    return cost;
}
