#include "allocator/simplex_tree.h"

/*
 * One step of the simplex. The cycle runs from the offer's sender to its receiver, up the tree to
 * where both meet, and down to the sender. Units fit as far as the arcs on it have room; then one
 * that blocks leaves the tree.
 *
 * Where the cycle passes the sink, its two ends are tiers of a node (the heads). A tier that blocks
 * need not leave while the next one still leaves a gain: the head goes on to it. The receiver's head
 * goes on to an empty tier, which has room towards the sink; the sender's to a full one, which has
 * not, so only when something then moves. Thus the tree stays strongly feasible.
 */

enum side {
    NO_SIDE,
    SENDER,
    RECEIVER,
};

struct cycle {
    int32_t room;   /* of all but the heads */
    int32_t leaves; /* the node below the arc that gives that room; SIMPLEX_NONE: the offer's own */
    enum side side; /* of that node */
    int32_t head[3];  /* of a side, whose tier is on the cycle; or SIMPLEX_NONE */
    int64_t shift[3]; /* of the price of all that hangs on a head */
    int32_t moved;
    int64_t gain;
    int32_t meet;
};

static inline void
meet_sender(const struct simplex_node *node, int32_t v, struct cycle *cycle)
{
    if (node->arc == SIMPLEX_TIER) {
        cycle->head[SENDER] = v;
    } else if (node->down < cycle->room) {
        cycle->room = node->down;
        cycle->leaves = v;
        cycle->side = SENDER;
    }
}

static inline void
meet_receiver(const struct simplex_node *node, int32_t v, struct cycle *cycle)
{
    if (node->arc == SIMPLEX_TIER) {
        cycle->head[RECEIVER] = v;
    } else if (node->up <= cycle->room) {
        cycle->room = node->up;
        cycle->leaves = v;
        cycle->side = RECEIVER;
    }
}

static int32_t
room_of(const struct simplex *s, const struct simplex_offer *offer)
{
    return offer->kind < SIMPLEX_KEEP ? s->problem->room[offer->arc] : s->tier[offer->arc].room;
}

/* Walks both ways up to where they meet. */
static void
find_cycle(const struct simplex *s, const struct simplex_offer *offer, struct cycle *cycle)
{
    int32_t u = offer->from, v = offer->to;
    const struct simplex_node *nu = &s->node[u], *nv = &s->node[v];

    *cycle = (struct cycle){.room = room_of(s, offer),
                            .leaves = SIMPLEX_NONE,
                            .gain = offer->gain,
                            .head = {SIMPLEX_NONE, SIMPLEX_NONE, SIMPLEX_NONE}};
    while (u != v) {
        if (nu->depth > nv->depth) {
            meet_sender(nu, u, cycle);
            if (cycle->room == 0)
                return; /* nothing can move, and no arc further up blocks later */
            u = nu->parent;
            nu = &s->node[u];
        } else {
            meet_receiver(nv, v, cycle);
            v = nv->parent;
            nv = &s->node[v];
        }
    }
    cycle->meet = u;
}

/* Goes on to a head's neighbouring tier, if the gain is more than what that costs. */
static bool
next_tier(struct simplex *s, struct cycle *cycle, enum side side)
{
    int32_t head = cycle->head[side];
    struct simplex_node *node = &s->node[head];
    int32_t now = node->tier, next = side == RECEIVER ? now + 1 : now - 1;
    int64_t step;

    if (s->plain || next < node->tiers || next >= node[1].tiers)
        return false;
    step = s->tier[next].cost - s->tier[now].cost;
    if (cycle->gain - ABS(step) <= 0)
        return false;
    node->tier = next;
    node->up = side == RECEIVER ? s->tier[next].room : 0;
    node->down = side == RECEIVER ? 0 : s->tier[next].room;
    cycle->gain -= ABS(step);
    cycle->shift[side] += step;
    return true;
}

/* Fills the cycle, the heads' tiers with it; leaves are what blocks last. */
static void
fill_cycle(struct simplex *s, struct cycle *cycle)
{
    struct simplex_node *sender = NULL, *receiver = NULL;

    if (cycle->head[SENDER] != SIMPLEX_NONE)
        sender = &s->node[cycle->head[SENDER]];
    if (cycle->head[RECEIVER] != SIMPLEX_NONE)
        receiver = &s->node[cycle->head[RECEIVER]];
    for (;;) {
        int32_t step = cycle->room;

        step = receiver != NULL ? MIN(step, receiver->up) : step;
        step = sender != NULL ? MIN(step, sender->down) : step;
        cycle->room -= step;
        cycle->moved += step;
        if (receiver != NULL) {
            receiver->up -= step;
            receiver->down += step;
        }
        if (sender != NULL) {
            sender->down -= step;
            sender->up += step;
        }
        if (receiver != NULL && receiver->up == 0 && !next_tier(s, cycle, RECEIVER)) {
            cycle->leaves = cycle->head[RECEIVER];
            cycle->side = RECEIVER;
            return;
        }
        if (cycle->room == 0)
            return;
        if (sender != NULL && sender->down == 0 && !next_tier(s, cycle, SENDER)) {
            cycle->leaves = cycle->head[SENDER];
            cycle->side = SENDER;
            return;
        }
    }
}

static void
move_along(struct simplex *s, const struct simplex_offer *offer, const struct cycle *cycle)
{
    for (int32_t u = offer->from; u != cycle->meet; u = s->node[u].parent)
        if (s->node[u].arc != SIMPLEX_TIER) {
            s->node[u].down -= cycle->moved;
            s->node[u].up += cycle->moved;
        }
    for (int32_t v = offer->to; v != cycle->meet; v = s->node[v].parent)
        if (s->node[v].arc != SIMPLEX_TIER) {
            s->node[v].up -= cycle->moved;
            s->node[v].down += cycle->moved;
        }
}

/* Moves the price of a node and of all below it, which lets the arcs on one side pay, and counts their
 * depth anew. Nothing branches: whether a node has a child or a sister, or is to wait, can't be foreseen. */
static inline void
shift(struct simplex *s, int32_t top, int64_t by, enum simplex_side side)
{
    struct simplex_node *const nodes = s->node;
    int32_t *const list = s->list, *const queue = s->queue;
    int32_t sister = nodes[top].next, count = 1;
    uint32_t end = s->end;

    list[0] = top;
    nodes[top].next = SIMPLEX_NONE;
    for (int32_t i = 0; i < count; i++) {
        int32_t v = list[i];
        struct simplex_node *node = &nodes[v];
        struct simplex_calm *calm = &s->calm[v];
        int64_t worth = simplex_worth(s->price[v] += by, side);
        bool calls = worth - calm->bound[side] >= s->level;

        calm->bound[1 - side] = MIN(calm->bound[1 - side], -worth);
        queue[end & s->mask] = v;
        end += calls > node->waits;
        node->waits |= calls;
        node->depth = nodes[node->parent].depth + 1;
        list[count] = node->child;
        count += node->child != SIMPLEX_NONE;
        list[count] = node->next;
        count += node->next != SIMPLEX_NONE;
    }
    nodes[top].next = sister;
    s->end = end;
}

static void
shift_prices(struct simplex *s, int32_t top, int64_t by)
{
    if (by > 0)
        shift(s, top, by, SIMPLEX_OUT);
    else
        shift(s, top, by, SIMPLEX_IN);
}

static inline void
cut(struct simplex *s, int32_t v)
{
    const struct simplex_node *node = &s->node[v];
    struct simplex_node *previous = &s->node[node->previous], *parent = &s->node[node->parent];

    *(node->previous != SIMPLEX_NONE ? &previous->next : &parent->child) = node->next;
    s->node[node->next].previous = node->previous;
}

static inline void
hang(struct simplex *s, int32_t v, int32_t parent)
{
    struct simplex_node *node = &s->node[v];
    int32_t first = s->node[parent].child;

    node->parent = parent;
    node->previous = SIMPLEX_NONE;
    node->next = first;
    s->node[first].previous = v;
    s->node[parent].child = v;
}

/* An arc is full, or has room again: at one of its ends it goes over the border between the two. */
static void
cross(struct simplex *s, enum simplex_side side, int32_t v, int32_t arc, bool full)
{
    struct simplex_part *part = &s->node[v].part[side];
    const struct simplex_ends *ends = &s->side[side];
    int32_t at = full ? part->first : part->full, with = full ? --part->full : part->full++;
    struct simplex_end end;

    while (ends->arc[at] != arc)
        at++;
    end = ends->end[at];
    ends->end[at] = ends->end[with];
    ends->end[with] = end;
    ends->arc[at] = ends->arc[with];
    ends->arc[with] = arc;
}

static void
set_full(struct simplex *s, int32_t arc, bool full)
{
    cross(s, SIMPLEX_OUT, s->problem->tail[arc], arc, full);
    cross(s, SIMPLEX_IN, s->problem->head[arc], arc, full);
}

/* The arc above a node leaves the tree, full or empty. */
static void
leave(struct simplex *s, const struct cycle *cycle)
{
    struct simplex_node *node = &s->node[cycle->leaves];

    if (node->arc == SIMPLEX_TIER)
        node->tier += cycle->side == RECEIVER;
    else if (node->forward == (cycle->side == RECEIVER))
        set_full(s, node->arc, true);
}

/* What a tree arc is to the node below it. */
struct hold {
    int32_t arc, up, down;
    bool forward;
};

static struct hold
hold_of(const struct simplex_node *node)
{
    return (struct hold){node->arc, node->up, node->down, node->forward};
}

/* The offer's arc, seen from the node that will hang on it. */
static struct hold
hold_of_offer(const struct simplex *s, const struct simplex_offer *offer, enum side side,
              int32_t moved)
{
    bool tier = offer->kind >= SIMPLEX_KEEP;
    bool sent = offer->kind == SIMPLEX_SEND || offer->kind == SIMPLEX_KEEP;
    struct hold hold = {tier ? SIMPLEX_TIER : offer->arc, room_of(s, offer) - moved, moved,
                        (side == SENDER) == sent};

    return side == SENDER ? hold : (struct hold){hold.arc, hold.down, hold.up, hold.forward};
}

/* Hangs the part of the tree that was cut off on the offer's arc, its way down turned round. */
static int32_t
rehang(struct simplex *s, const struct simplex_offer *offer, const struct cycle *cycle)
{
    bool sender = cycle->side == SENDER;
    int32_t top = sender ? offer->from : offer->to;
    int32_t at = top, parent = sender ? offer->to : offer->from;
    struct hold hold = hold_of_offer(s, offer, cycle->side, cycle->moved);

    for (;;) {
        struct simplex_node *node = &s->node[at];
        struct hold old = hold_of(node);
        int32_t above = node->parent;

        cut(s, at);
        hang(s, at, parent);
        node->arc = hold.arc;
        node->up = hold.up;
        node->down = hold.down;
        node->forward = hold.forward;
        if (at == cycle->leaves)
            return top;
        hold = (struct hold){old.arc, old.down, old.up, !old.forward};
        parent = at;
        at = above;
    }
}

/* The offer's arc was on one end of its room and is on the tree or on the other end now. */
static void
enter(struct simplex *s, const struct simplex_offer *offer, bool flips)
{
    struct simplex_node *from = &s->node[offer->from], *to = &s->node[offer->to];

    switch (offer->kind) {
    case SIMPLEX_SEND:
        if (flips)
            set_full(s, offer->arc, true);
        break;
    case SIMPLEX_CANCEL: set_full(s, offer->arc, false); break;
    case SIMPLEX_KEEP: from->tier = offer->arc + flips; break;
    case SIMPLEX_TAKE: to->tier = offer->arc; break;
    }
}

void
simplex_pivot(struct simplex *s, const struct simplex_offer *offer)
{
    struct cycle cycle;
    int64_t by;

    s->pivots++;
    find_cycle(s, offer, &cycle);
    fill_cycle(s, &cycle);
    if (cycle.moved > 0)
        move_along(s, offer, &cycle);
    for (enum side side = SENDER; side <= RECEIVER; side++)
        if (cycle.shift[side] != 0 && cycle.leaves != cycle.head[side])
            shift_prices(s, cycle.head[side], cycle.shift[side]);
    if (cycle.leaves == SIMPLEX_NONE) {
        enter(s, offer, true);
        return;
    }
    by = cycle.side == SENDER ? -cycle.gain : cycle.gain;
    if (cycle.leaves == cycle.head[cycle.side])
        by += cycle.shift[cycle.side];
    leave(s, &cycle);
    enter(s, offer, false);
    shift_prices(s, rehang(s, offer, &cycle), by);
}
