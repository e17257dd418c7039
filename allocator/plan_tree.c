#include "allocator/plan_inside.h"
#include "allocator/tree.h"

/* A plan over areas as the tree it is: places are its leaves, with one list of tiers each, then come the
 * junctions, and a top without ways that holds together what has nothing in common. */
struct tree_plan {
    struct plan *plan;
    const struct plan_map *map;
    int class; /* of all that may go */
    struct tree_problem problem;
    int32_t *parent, *up, *down, *first, *tier_room;
    int64_t *edge, *supply, *tier_cost;
    struct tree *tree;
    int64_t *price; /* of its nodes */
};

static bool
is_place(const struct tree_plan *t, int32_t node)
{
    return node < t->map->count * PLAN_CLASSES;
}

static bool
is_outside(const struct tree_plan *t, int32_t node)
{
    return node >= t->plan->inner;
}

int
plan_tree_class(const struct plan_map *map, const struct plan *plan)
{
    int class = -1;

    for (int32_t v = 0; map->climbs != NULL && v < map->count * PLAN_CLASSES; v++) {
        if (plan->supply[v] == 0 || v % PLAN_CLASSES == class)
            continue;
        if (class >= 0)
            return -1;
        class = v % PLAN_CLASSES;
    }
    return class;
}

static void
lay_edges(struct tree_plan *t)
{
    const struct flow_problem *p = &t->plan->problem;
    int32_t top = t->map->count + t->map->junctions;

    for (int32_t v = 0; v < top; v++) {
        t->parent[v] = t->map->climbs[v].to < 0 ? top : t->map->count + t->map->climbs[v].to;
    }
    t->parent[top] = -1;
    for (int32_t a = 0; a < t->plan->between; a++) {
        int32_t tail = p->tail[a] / PLAN_CLASSES, head = p->head[a] / PLAN_CLASSES;

        if (t->parent[tail] == head) {
            t->up[tail] = p->room[a];
            t->edge[tail] = p->cost[a];
        } else {
            t->down[head] = p->room[a];
        }
    }
}

/* What passes the gates of places whose room is known; FLOW_ENDLESS elsewhere. */
static int32_t *
gate_rooms(const struct tree_plan *t)
{
    const struct flow_problem *p = &t->plan->problem;
    int32_t *rooms = g_new(int32_t, p->nodes - t->plan->inner), last = p->nodes - 1;

    rooms[last - t->plan->inner] = FLOW_ENDLESS; /* the sink */
    for (int32_t a = t->plan->between; a < p->arcs; a++)
        if (is_outside(t, p->tail[a]))
            rooms[p->tail[a] - t->plan->inner] = p->room[a];
    return rooms;
}

/* Tiers lie place by place, of rising cost. Those of longer classes are out of reach. */
static void
lay_tiers(struct tree_plan *t)
{
    const struct flow_problem *p = &t->plan->problem;
    g_autofree int32_t *gates = gate_rooms(t);
    int32_t place = -1, left = 0, at = 0;

    for (int32_t a = t->plan->between; a < p->arcs; a++) {
        int32_t v = p->tail[a] / PLAN_CLASSES;

        if (!is_place(t, p->tail[a]) || !is_outside(t, p->head[a]))
            continue;
        if (v != place)
            left = gates[p->head[a] - t->plan->inner];
        for (; place < v; place++)
            t->first[place + 1] = at;
        if (p->tail[a] % PLAN_CLASSES > t->class || MIN(p->room[a], left) == 0)
            continue;
        t->tier_cost[at] = p->cost[a];
        t->tier_room[at] = MIN(p->room[a], left);
        left -= left == FLOW_ENDLESS ? 0 : t->tier_room[at];
        at++;
    }
    for (; place < t->problem.nodes; place++)
        t->first[place + 1] = at;
}

static void
lay_out(struct tree_plan *t)
{
    int32_t nodes = t->map->count + t->map->junctions + 1, arcs = t->plan->problem.arcs;

    t->parent = g_new(int32_t, nodes);
    t->edge = g_new0(int64_t, nodes);
    t->up = g_new0(int32_t, nodes);
    t->down = g_new0(int32_t, nodes);
    t->supply = g_new0(int64_t, nodes);
    t->first = g_new(int32_t, nodes + 1);
    t->tier_cost = g_new(int64_t, arcs);
    t->tier_room = g_new(int32_t, arcs);
    t->price = g_new(int64_t, nodes);
    t->problem = (struct tree_problem){nodes,     t->parent, t->edge,      t->up,       t->down,
                                       t->supply, t->first,  t->tier_cost, t->tier_room};
    for (int32_t i = 0; i < t->map->count; i++)
        t->supply[i] = t->plan->supply[i * PLAN_CLASSES + t->class];
    lay_edges(t);
    lay_tiers(t);
}

static void
read_edges(struct tree_plan *t)
{
    const struct flow_problem *p = &t->plan->problem;
    struct flow_answer *answer = &t->plan->answer;

    for (int32_t a = 0; a < t->plan->between; a++) {
        int32_t tail = p->tail[a] / PLAN_CLASSES, head = p->head[a] / PLAN_CLASSES;
        int64_t flow =
            t->parent[tail] == head ? tree_flow(t->tree, tail) : -tree_flow(t->tree, head);

        answer->flow[a] = (int32_t)MAX(flow, 0);
    }
    for (int32_t v = 0; v < t->map->count + t->map->junctions; v++)
        answer->price[v * PLAN_CLASSES + t->class] = t->price[v];
}

/* What a place keeps lies in its tiers from the cheapest on; its shorter classes come down the chain. A
 * full gate costs what keeps the next tier from being better; a longer class is worth as much as what
 * it may come down to, or the cheapest tier of its own. Returns the arc after its last. */
static int32_t
read_place(struct tree_plan *t, int32_t i, int32_t a)
{
    const struct flow_problem *p = &t->plan->problem;
    int32_t *flow = t->plan->answer.flow, in[PLAN_CLASSES] = {0}, gate = p->nodes - 1;
    int64_t *price = t->plan->answer.price, own = t->price[i], left = tree_kept(t->tree, i);
    int64_t next[PLAN_CLASSES], full = 0;

    for (int c = 0; c < PLAN_CLASSES; c++)
        next[c] = INT64_MAX;
    for (; a < p->arcs && p->tail[a] / PLAN_CLASSES == i && is_outside(t, p->head[a]); a++) {
        int c = p->tail[a] % PLAN_CLASSES;

        gate = p->head[a];
        flow[a] = c > t->class ? 0 : (int32_t)MIN(left, p->room[a]);
        in[c] += flow[a];
        left -= flow[a];
        if (flow[a] < p->room[a])
            next[MAX(c, t->class)] = MIN(next[MAX(c, t->class)], p->cost[a]);
    }
    for (; a < p->arcs && p->tail[a] / PLAN_CLASSES == i;
         a++) { /* the chain: from the longest on */
        int c = p->tail[a] % PLAN_CLASSES;

        flow[a] = 0;
        for (int below = 0; c <= t->class && below < c; below++)
            flow[a] += in[below];
    }
    if (gate != p->nodes - 1) {
        flow[a] = in[0] + in[1] + in[2];
        if (flow[a] == p->room[a] && next[t->class] < own)
            full = own - next[t->class];
        price[gate] = full;
        a++;
    }
    for (int c = 0; c < PLAN_CLASSES; c++) {
        if (c > t->class && next[c] != INT64_MAX)
            own = MIN(own, next[c] + full);
        price[i * PLAN_CLASSES + c] = own;
    }
    return a;
}

bool
plan_tree_solve(struct plan *plan, const struct plan_map *map, int class, GError **error)
{
    const struct flow_problem *p = &plan->problem;
    struct tree_plan t = {.plan = plan, .map = map, .class = class};
    int32_t a = plan->between;
    bool ok;

    lay_out(&t);
    t.tree = tree_new(&t.problem, error);
    ok = t.tree != NULL;
    if (ok) {
        plan->answer.flow = g_new0(int32_t, p->arcs);
        plan->answer.price = g_new0(int64_t, p->nodes);
        tree_prices(t.tree, t.price);
        read_edges(&t);
        for (int32_t i = 0; i < map->count; i++)
            a = read_place(&t, i, a);
        ok = flow_cost(p, plan->answer.flow, &plan->answer.cost, error);
    }
    tree_free(t.tree);
    void *parts[] = {t.parent, t.up,     t.down,      t.first, t.tier_room,
                     t.edge,   t.supply, t.tier_cost, t.price};

    for (size_t i = 0; i < G_N_ELEMENTS(parts); i++)
        g_free(parts[i]);
    return ok;
}
