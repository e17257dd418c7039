#include "allocator/plan_inside.h"

/* The flow between nodes of places, as it is used up. */
struct stream {
    const struct flow_problem *problem;
    int32_t nodes;  /* of places and on the road; gates and the sink come after */
    int32_t *left;  /* on each arc */
    int32_t *order; /* arcs between those nodes, by where they begin */
    int32_t *next;  /* the arc in that order that each node uses now */
    int32_t *spare; /* what each node sends more than it gets; below 0: gets more */
};

static int
by_from(const void *a, const void *b)
{
    const struct plan_shipment *one = a, *other = b;

    if (one->from != other->from)
        return one->from < other->from ? -1 : 1;
    return (one->to > other->to) - (one->to < other->to);
}

/* What a node has beyond what is kept at it can only go on. */
static void
stream_open(struct stream *s, const struct plan *plan, int32_t nodes)
{
    const struct flow_problem *p = &plan->problem;
    int32_t sum = 0;

    *s = (struct stream){.problem = p, .nodes = nodes};
    s->left = g_memdup2(plan->answer.flow, sizeof(int32_t) * (size_t)p->arcs);
    s->order = g_new(int32_t, p->arcs);
    s->next = g_new0(int32_t, (size_t)nodes + 1);
    s->spare = g_new(int32_t, nodes);
    for (int32_t v = 0; v < nodes; v++)
        s->spare[v] = (int32_t)p->supply[v];
    for (int32_t a = 0; a < p->arcs; a++)
        if (p->tail[a] < nodes && p->head[a] < nodes)
            s->next[p->tail[a] + 1]++;
        else if (p->tail[a] < nodes)
            s->spare[p->tail[a]] -= s->left[a];
    for (int32_t v = 0; v < nodes; v++)
        s->next[v + 1] = sum += s->next[v + 1];
    for (int32_t a = 0; a < p->arcs; a++)
        if (p->tail[a] < nodes && p->head[a] < nodes)
            s->order[s->next[p->tail[a]]++] = a;
    for (int32_t v = nodes; v > 0; v--)
        s->next[v] = s->next[v - 1];
    s->next[0] = 0;
}

static void
stream_close(struct stream *s)
{
    g_free(s->left);
    g_free(s->order);
    g_free(s->next);
    g_free(s->spare);
}

/* Follows flow out of a node until it is where it stays. A best flow has no circles, since every way
 * costs something. */
static int32_t
follow(struct stream *s, int32_t at, GArray *path)
{
    g_array_set_size(path, 0);
    do {
        while (s->left[s->order[s->next[at]]] == 0)
            s->next[at]++;
        g_array_append_val(path, s->order[s->next[at]]);
        at = s->problem->head[s->order[s->next[at]]];
    } while (s->spare[at] >= 0);
    return at;
}

/* What begins at a node, portions of its class, wherever it goes. */
static void
ship_from(struct stream *s, int32_t from, GArray *path, GArray *shipments)
{
    while (s->spare[from] > 0) {
        int32_t to = follow(s, from, path), portions = MIN(s->spare[from], -s->spare[to]);
        struct plan_shipment shipment = {.from = from / PLAN_CLASSES, .to = to / PLAN_CLASSES};

        for (guint i = 0; i < path->len; i++)
            portions = MIN(portions, s->left[g_array_index(path, int32_t, i)]);
        for (guint i = 0; i < path->len; i++)
            s->left[g_array_index(path, int32_t, i)] -= portions;
        s->spare[from] -= portions;
        s->spare[to] += portions;
        shipment.portions[from % PLAN_CLASSES] = portions;
        if (shipment.from != shipment.to)
            g_array_append_val(shipments, shipment);
    }
}

/* Shipments between the same places become one. */
static void
join(GArray *shipments)
{
    guint kept = 0;

    g_array_sort(shipments, by_from);
    for (guint i = 0; i < shipments->len; i++) {
        struct plan_shipment *now = &g_array_index(shipments, struct plan_shipment, i);
        struct plan_shipment *last =
            kept > 0 ? &g_array_index(shipments, struct plan_shipment, kept - 1) : NULL;

        if (last != NULL && last->from == now->from && last->to == now->to)
            for (int c = 0; c < PLAN_CLASSES; c++)
                last->portions[c] += now->portions[c];
        else
            g_array_index(shipments, struct plan_shipment, kept++) = *now;
    }
    g_array_set_size(shipments, kept);
}

void
plan_ship(struct plan *plan, const struct plan_map *map, const struct plan_place *places)
{
    g_autoptr(GArray) path = g_array_new(FALSE, FALSE, sizeof(int32_t));
    struct stream stream;

    plan->shipments = g_array_new(FALSE, FALSE, sizeof(struct plan_shipment));
    stream_open(&stream, plan, plan->inner);
    for (int32_t v = 0; v < map->count * PLAN_CLASSES; v++)
        ship_from(&stream, v, path, plan->shipments);
    stream_close(&stream);
    join(plan->shipments);
    for (guint i = 0; i < plan->shipments->len; i++) {
        struct plan_shipment *shipment = &g_array_index(plan->shipments, struct plan_shipment, i);

        shipment->metres = plan_metres(&places[shipment->from], &places[shipment->to], &map->rules);
    }
}
