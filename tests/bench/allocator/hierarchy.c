#include "tests/bench/allocator/hierarchy.h"

void
hierarchy_read(const struct dimacs *d, struct hierarchy *h)
{
    int32_t places = d->problem.nodes - 1, *next;

    h->room = g_new0(int32_t, places);
    h->cost = g_new0(int64_t, places);
    h->first = g_new0(int32_t, (size_t)places + 1);
    for (int32_t a = 0; a < d->problem.arcs; a++)
        if (d->head[a] == places)
            h->first[d->tail[a] + 1]++;
    for (int32_t v = 0; v < places; v++)
        h->first[v + 1] += h->first[v];
    h->tier_cost = g_new(int64_t, h->first[places]);
    h->tier_room = g_new(int32_t, h->first[places]);
    next = g_memdup2(h->first, sizeof(int32_t) * (size_t)places);
    for (int32_t a = 0; a < d->problem.arcs; a++) {
        int32_t v = d->tail[a];

        if (d->head[a] == places) {
            h->tier_cost[next[v]] = d->cost[a];
            h->tier_room[next[v]++] = d->room[a];
        } else if (d->parent[v] == d->head[a]) {
            h->cost[v] = d->cost[a];
            h->room[v] = d->room[a];
        }
    }
    g_free(next);
    h->problem = (struct tree_problem){.nodes = places,
                                       .parent = d->parent,
                                       .edge_cost = h->cost,
                                       .room_up = h->room,
                                       .room_down = h->room,
                                       .supply = d->supply,
                                       .tier_first = h->first,
                                       .tier_cost = h->tier_cost,
                                       .tier_room = h->tier_room};
}

void
hierarchy_clear(struct hierarchy *h)
{
    void *parts[] = {h->room, h->first, h->tier_room, h->cost, h->tier_cost};

    for (size_t i = 0; i < G_N_ELEMENTS(parts); i++)
        g_free(parts[i]);
}
