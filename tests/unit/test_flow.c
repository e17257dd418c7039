#include <string.h>

#include "allocator/flow.h"
#include "allocator/proof.h"
#include "allocator/repair.h"
#include "allocator/simplex.h"
#include "allocator/tree.h"
#include "base/words.h"
#include "tests/unit/random.h"

#define NODES 12
#define ARCS 96
#define TRIALS 3000
#define FAR (INT64_C(1) << 50)

/* A small network that can be changed. */
struct net {
    struct flow_problem p;
    int32_t tail[ARCS], head[ARCS], room[ARCS];
    int64_t cost[ARCS], supply[NODES];
};

static void
net_begin(struct net *net, int32_t nodes)
{
    memset(net, 0, sizeof(*net));
    net->p = (struct flow_problem){.nodes = nodes,
                                   .tail = net->tail,
                                   .head = net->head,
                                   .room = net->room,
                                   .cost = net->cost,
                                   .supply = net->supply};
}

static void
net_arc(struct net *net, int32_t tail, int32_t head, int32_t room, int64_t cost)
{
    int32_t a = net->p.arcs++;

    net->tail[a] = tail;
    net->head[a] = head;
    net->room[a] = room;
    net->cost[a] = cost;
}

static void
net_give(struct net *net, int32_t node, int64_t units)
{
    net->supply[node] += units;
    net->supply[net->p.nodes - 1] -= units;
}

/* Boxes with tiers of rising cost and arcs between them. */
static void
net_of_boxes(struct net *net, uint64_t *state)
{
    int32_t boxes = 2 + random_below(state, 6), levels = 1 + random_below(state, 40);

    net_begin(net, boxes + 1);
    for (int32_t v = 0; v < boxes; v++) {
        int64_t cost = random_below(state, levels);

        for (int32_t i = random_below(state, 4); i > 0; i--, cost += random_below(state, levels))
            net_arc(net, v, boxes, random_below(state, 5), cost);
        net_arc(net, v, boxes, FLOW_ENDLESS, cost + 100);
        net_give(net, v, random_below(state, 9));
    }
    for (int32_t i = random_below(state, 30); i > 0; i--)
        net_arc(net, random_below(state, boxes), random_below(state, boxes), random_below(state, 6),
                random_below(state, 12));
}

/* Any network: demands, costs below zero, loops, arcs out of the sink, too little room. */
static void
net_of_anything(struct net *net, uint64_t *state)
{
    int32_t nodes = 2 + random_below(state, NODES - 2);

    net_begin(net, nodes);
    for (int32_t i = random_below(state, 50); i > 0; i--)
        net_arc(net, random_below(state, nodes), random_below(state, nodes), random_below(state, 8),
                random_below(state, 30) - 8);
    for (int32_t v = 0; v < nodes - 1; v++)
        net_give(net, v, random_below(state, 9) - 4);
}

/* Slow and plain: costs below zero are filled first, then the shortest way for each unit by
 * Bellman and Ford. */
struct slow {
    int64_t cost;
    bool feasible;
};

static bool
shortest_way(const struct net *net, const int32_t *flow, const int64_t *left, int32_t *via)
{
    int64_t far[NODES];
    bool changed = true, any = false;

    for (int32_t v = 0; v < net->p.nodes; v++) {
        far[v] = left[v] > 0 ? 0 : FAR;
        via[v] = -1;
        any |= left[v] > 0;
    }
    while (changed) {
        changed = false;
        for (int32_t a = 0; a < net->p.arcs; a++)
            for (int back = 0; back < 2; back++) {
                int32_t from = back ? net->head[a] : net->tail[a];
                int32_t to = back ? net->tail[a] : net->head[a];
                int64_t cost = back ? -net->cost[a] : net->cost[a];

                if ((back ? flow[a] : net->room[a] - flow[a]) > 0 && far[from] < FAR &&
                    far[from] + cost < far[to]) {
                    far[to] = far[from] + cost;
                    via[to] = 2 * a + back;
                    changed = true;
                }
            }
    }
    via[NODES] = -1;
    for (int32_t v = 0; v < net->p.nodes; v++)
        if (left[v] < 0 && far[v] < FAR && (via[NODES] < 0 || far[v] < far[via[NODES]]))
            via[NODES] = v;
    return any;
}

static struct slow
solve_slowly(const struct net *net)
{
    int32_t flow[ARCS] = {0}, via[NODES + 1];
    int64_t left[NODES];
    struct slow slow = {0, true};

    memcpy(left, net->supply, sizeof(left));
    for (int32_t a = 0; a < net->p.arcs; a++)
        if (net->cost[a] < 0) {
            flow[a] = net->room[a];
            left[net->tail[a]] -= flow[a];
            left[net->head[a]] += flow[a];
        }
    while (shortest_way(net, flow, left, via)) {
        int32_t v = via[NODES];

        if (v < 0) {
            slow.feasible = false;
            return slow;
        }
        left[v]++;
        for (; via[v] >= 0; v = via[v] & 1 ? net->head[via[v] / 2] : net->tail[via[v] / 2])
            flow[via[v] / 2] += via[v] & 1 ? -1 : 1;
        left[v]--;
    }
    for (int32_t a = 0; a < net->p.arcs; a++)
        slow.cost += net->cost[a] * flow[a];
    return slow;
}

static void
assert_proved(const struct flow_problem *p, const int32_t *flow, const int64_t *price)
{
    g_autoptr(GError) error = NULL;
    bool proved = proof_check(p, flow, price, &error);

    g_assert_no_error(error);
    g_assert_true(proved);
}

static void
assert_solved(const struct net *net)
{
    struct slow slow = solve_slowly(net);
    struct flow_answer answer;
    g_autoptr(GError) error = NULL;

    if (!simplex_solve(&net->p, &answer, &error)) {
        g_assert_error(error, ERR, ERR_REFUSED);
        g_assert_false(slow.feasible);
        return;
    }
    g_assert_true(slow.feasible);
    g_assert_cmpint(answer.cost, ==, slow.cost);
    assert_proved(&net->p, answer.flow, answer.price);
    flow_answer_clear(&answer);
}

static void
simplex_finds_the_least(void)
{
    uint64_t state = 1;
    struct net net;

    for (int i = 0; i < TRIALS; i++) {
        net_of_boxes(&net, &state);
        assert_solved(&net);
    }
}

static void
simplex_takes_any_network(void)
{
    uint64_t state = 2;
    struct net net;

    for (int i = 0; i < TRIALS; i++) {
        net_of_anything(&net, &state);
        assert_solved(&net);
    }
}

/* Between boxes too costs may be of more than 32 bits. */
static void
simplex_takes_wide_costs(void)
{
    uint64_t state = 9;
    struct net net;

    for (int i = 0; i < 300; i++) {
        net_of_boxes(&net, &state);
        for (int32_t a = 0; a < net.p.arcs; a++)
            net.cost[a] *= (INT64_C(1) << 33) + 1;
        assert_solved(&net);
    }
}

/* Other costs between boxes, now and then of more than 32 bits: from where it ended as from nothing. */
static void
simplex_goes_on_from_where_it_ended(void)
{
    uint64_t state = 10;
    struct net net;

    for (int i = 0; i < TRIALS / 4; i++) {
        struct simplex *simplex;

        net_of_anything(&net, &state);
        simplex = simplex_new(&net.p, NULL);
        simplex_run(simplex);
        for (int change = 0; change < 6; change++) {
            int64_t factor = random_below(&state, 4) == 0 ? (INT64_C(1) << 33) + 1 : 1;
            struct flow_answer again, cold;
            bool feasible = simplex_solve(&net.p, &cold, NULL);

            g_assert_cmpint(simplex_answer(simplex, &again, NULL), ==, feasible);
            if (feasible) {
                g_assert_cmpint(again.cost, ==, cold.cost);
                assert_proved(&net.p, again.flow, again.price);
            }
            flow_answer_clear(&again);
            flow_answer_clear(&cold);
            for (int32_t a = 0; a < net.p.arcs; a++)
                if (net.head[a] != net.p.nodes - 1 && random_below(&state, 3) == 0)
                    net.cost[a] = (random_below(&state, 30) - 5) * factor;
            g_assert_true(simplex_again(simplex, NULL));
        }
        net.cost[0] = INT64_MAX;
        g_assert_cmpint(simplex_again(simplex, NULL), ==, net.p.arcs == 0);
        simplex_free(simplex);
    }
}

static void
simplex_is_the_same_each_time(void)
{
    uint64_t state = 3;
    struct net net;
    struct flow_answer one, other;

    for (int i = 0; i < 200; i++) {
        net_of_boxes(&net, &state);
        g_assert_true(simplex_solve(&net.p, &one, NULL));
        g_assert_true(simplex_solve(&net.p, &other, NULL));
        g_assert_cmpint(memcmp(one.flow, other.flow, sizeof(int32_t) * (size_t)net.p.arcs), ==, 0);
        flow_answer_clear(&one);
        flow_answer_clear(&other);
    }
}

static void
only_a_sink(void)
{
    struct net net;
    struct flow_answer answer;

    net_begin(&net, 1);
    g_assert_true(simplex_solve(&net.p, &answer, NULL));
    g_assert_cmpint(answer.cost, ==, 0);
    flow_answer_clear(&answer);
}

static void
refuse(struct net *net, int code, const char *words)
{
    struct flow_answer answer;
    g_autoptr(GError) error = NULL;

    g_assert_false(simplex_solve(&net->p, &answer, &error));
    g_assert_error(error, ERR, code);
    g_assert_nonnull(strstr(error->message, words));
    g_assert_null(answer.flow);
}

static void
impossible_problems_are_refused(void)
{
    struct net net;

    net_begin(&net, 3);
    net.supply[0] = 1;
    refuse(&net, ERR_INPUT, "same amount");
    net_begin(&net, 3);
    net_arc(&net, 0, 3, 1, 0);
    refuse(&net, ERR_INPUT, "Arc 1");
    net_begin(&net, 3);
    net_arc(&net, 0, 1, -1, 0);
    refuse(&net, ERR_INPUT, "Arc 1");
    net_begin(&net, 3);
    net_arc(&net, 0, 1, 1, INT64_MIN);
    refuse(&net, ERR_INPUT, "too high");
    net_begin(&net, 3);
    net_arc(&net, 0, 1, 1, FLOW_COST_MOST / 8);
    refuse(&net, ERR_INPUT, "too high");
    net_begin(&net, 3);
    net_give(&net, 0, INT64_C(1) << 40);
    refuse(&net, ERR_INPUT, "units");
    net_begin(&net, 3);
    net_arc(&net, 0, 1, 5, 1);
    net_give(&net, 0, 1);
    refuse(&net, ERR_REFUSED, "No plan");
}

static void
the_cost_is_too_much_for_64_bits(void)
{
    struct net net;

    net_begin(&net, 2);
    net_arc(&net, 0, 1, FLOW_ENDLESS, FLOW_COST_MOST / 16);
    net_give(&net, 0, 1 << 30);
    refuse(&net, ERR_INPUT, "too high");
}

static void
a_proof_sees_every_flaw(void)
{
    uint64_t state = 4;
    int seen = 0;

    for (int i = 0; i < 300; i++) {
        struct flow_answer answer;
        struct net net;
        int32_t a;

        net_of_boxes(&net, &state);
        if (!simplex_solve(&net.p, &answer, NULL))
            continue;
        a = random_below(&state, net.p.arcs);
        answer.flow[a]++;
        seen += net.tail[a] != net.head[a] && !proof_check(&net.p, answer.flow, answer.price, NULL);
        seen += net.tail[a] == net.head[a];
        answer.flow[a] -= answer.flow[a] + 1;
        g_assert_false(proof_check(&net.p, answer.flow, answer.price, NULL));
        flow_answer_clear(&answer);
    }
    g_assert_cmpint(seen, ==, 300);
}

/* A flow that is one but not the best has no prices that prove it. */
static void
a_dearer_flow_is_not_proved(void)
{
    static const int32_t flow[] = {1, 0};
    static const int64_t prices[][2] = {{0, 0}, {5, 0}, {9, 0}, {7, 0}, {INT64_MIN, 0}};
    struct net net;

    net_begin(&net, 2);
    net_arc(&net, 0, 1, 1, 9);
    net_arc(&net, 0, 1, 1, 5);
    net_give(&net, 0, 1);
    for (size_t i = 0; i < G_N_ELEMENTS(prices); i++)
        g_assert_false(proof_check(&net.p, flow, prices[i], NULL));
}

/* Says whether the mended plan is as good as one made from nothing, with its own proof. */
static void
assert_mended(const struct net *net, const struct repair *repair)
{
    g_autofree int32_t *flow = g_new0(int32_t, net->p.arcs);
    int64_t price[NODES] = {0};
    struct flow_answer cold;

    g_assert_true(simplex_solve(&net->p, &cold, NULL));
    g_assert_cmpint(repair_cost(repair), ==, cold.cost);
    flow_answer_clear(&cold);
    for (int32_t v = 0; v < net->p.nodes - 1; v++) {
        int64_t left = repair_kept(repair, v);

        price[v] = repair_price(repair, v);
        for (int32_t a = 0; a < net->p.arcs; a++)
            if (net->tail[a] == v && net->head[a] == net->p.nodes - 1) {
                flow[a] = (int32_t)MIN(left, net->room[a]);
                left -= flow[a];
            } else if (net->tail[a] == v) {
                flow[a] = repair_flow(repair, a);
            }
    }
    assert_proved(&net->p, flow, price);
}

/* An arc has more room than it uses, or none left, or what it had. */
static void
change_a_room(struct net *net, struct repair *repair, uint64_t *state)
{
    int32_t a = random_below(state, net->p.arcs);

    if (net->head[a] == net->p.nodes - 1 || net->head[a] == net->tail[a])
        return;
    net->room[a] = repair_flow(repair, a) + random_below(state, 5);
    (void)repair_set_room(repair, a, net->room[a]);
}

static void
one_event(struct net *net, struct repair *repair, uint64_t *state)
{
    int32_t boxes = net->p.nodes - 1, v = random_below(state, boxes);
    int32_t units = 1 + random_below(state, 3);
    int64_t cost[4], at = random_below(state, 50);
    int32_t room[4], tiers = 0;

    if (random_below(state, 4) == 0) {
        change_a_room(net, repair, state);
        return;
    }
    if (random_below(state, 3) > 0) {
        if (random_below(state, 2) == 0) {
            g_assert_cmpint(repair_add(repair, v, units), ==, units);
            net_give(net, v, units);
        } else if (net->supply[v] >= units) {
            g_assert_cmpint(repair_remove(repair, v, units), ==, units);
            net_give(net, v, -units);
        }
        return;
    }
    for (int32_t a = 0; a < net->p.arcs; a++)
        if (net->tail[a] == v && net->head[a] == boxes && net->room[a] > 0) {
            bool last = net->room[a] == FLOW_ENDLESS;

            cost[tiers] = net->cost[a] = last ? MAX(net->cost[a], at) : at;
            room[tiers++] = net->room[a] = last ? FLOW_ENDLESS : 1 + random_below(state, 6);
            at += random_below(state, 30);
        }
    repair_set_tiers(repair, v, tiers, cost, room);
}

static void
event_by_event_equals_cold(void)
{
    uint64_t state = 5;

    for (int i = 0; i < 300; i++) {
        struct flow_answer answer;
        struct net net;
        struct repair *repair;

        net_of_boxes(&net, &state);
        g_assert_true(simplex_solve(&net.p, &answer, NULL));
        repair = repair_new(&net.p, &answer, NULL);
        flow_answer_clear(&answer);
        for (int event = 0; event < 40; event++) {
            one_event(&net, repair, &state);
            assert_mended(&net, repair);
        }
        repair_free(repair);
    }
}

static void
repair_says_what_found_no_place(void)
{
    struct net net;
    struct flow_answer answer;
    struct repair *repair;
    g_autoptr(GError) error = NULL;

    net_begin(&net, 2);
    net_arc(&net, 0, 1, 5, 1);
    net_give(&net, 0, 2);
    g_assert_true(simplex_solve(&net.p, &answer, NULL));
    repair = repair_new(&net.p, &answer, NULL);
    g_assert_cmpint(repair_add(repair, 0, 7), ==, 3);
    g_assert_cmpint(repair_remove(repair, 0, 7), ==, 5);
    g_assert_cmpint(repair_cost(repair), ==, 0);
    repair_free(repair);
    net_arc(&net, 1, 0, 5, 1);
    g_assert_null(repair_new(&net.p, &answer, &error));
    g_assert_error(error, ERR, ERR_INPUT);
    flow_answer_clear(&answer);
}

/* An arc that would pay opens while there is nothing to send: what comes later goes over it. */
static void
an_arc_opens_before_anything_comes(void)
{
    struct net net;
    struct flow_answer answer;
    struct repair *repair;

    net_begin(&net, 3);
    net_arc(&net, 0, 1, 0, 1);
    net_arc(&net, 0, 2, FLOW_ENDLESS, 100);
    net_arc(&net, 1, 2, FLOW_ENDLESS, 5);
    g_assert_true(simplex_solve(&net.p, &answer, NULL));
    repair = repair_new(&net.p, &answer, NULL);
    flow_answer_clear(&answer);
    g_assert_false(repair_set_room(repair, 0, net.room[0] = 3));
    assert_mended(&net, repair);
    g_assert_cmpint(repair_add(repair, 0, 2), ==, 2);
    net_give(&net, 0, 2);
    assert_mended(&net, repair);
    g_assert_cmpint(repair_flow(repair, 0), ==, 2);
    repair_free(repair);
}

/* A hierarchy of few places, as a tree and as a network. */
struct hierarchy {
    struct net net;
    struct tree_problem p;
    int32_t parent[NODES], up[NODES], down[NODES], first[NODES + 1], tier_room[ARCS];
    int64_t edge[NODES], supply[NODES], tier_cost[ARCS];
};

static void
hierarchy_tiers(struct hierarchy *h, int32_t v, uint64_t *state)
{
    int32_t places = h->p.nodes, at = h->first[v];
    int32_t last = random_below(state, 2) == 0 ? FLOW_ENDLESS : 9;
    int64_t cost = random_below(state, 30);

    for (int32_t i = random_below(state, 4); i >= 0; i--, cost += random_below(state, 30)) {
        h->tier_cost[at] = cost;
        h->tier_room[at] = i == 0 ? last : 1 + random_below(state, 4);
        net_arc(&h->net, v, places, h->tier_room[at], cost);
        at++;
    }
    h->first[v + 1] = at;
}

static void
hierarchy_make(struct hierarchy *h, uint64_t *state)
{
    int32_t places = 1 + random_below(state, NODES - 1);
    bool part[NODES] = {false};

    memset(h, 0, sizeof(*h));
    net_begin(&h->net, places + 1);
    h->p = (struct tree_problem){places,    h->parent, h->edge,      h->up,       h->down,
                                 h->supply, h->first,  h->tier_cost, h->tier_room};
    for (int32_t v = 0; v < places; v++) {
        h->parent[v] = v == 0 ? -1 : random_below(state, v);
        if (v == 0)
            continue;
        part[h->parent[v]] = true;
        h->edge[v] = random_below(state, 9);
        h->up[v] = random_below(state, 7);
        h->down[v] = random_below(state, 7);
        net_arc(&h->net, v, h->parent[v], h->up[v], h->edge[v]);
        net_arc(&h->net, h->parent[v], v, h->down[v], h->edge[v]);
    }
    for (int32_t v = 0; v < places; v++) {
        h->first[v + 1] = h->first[v];
        if (part[v])
            continue;
        hierarchy_tiers(h, v, state);
        h->supply[v] = random_below(state, 9);
        net_give(&h->net, v, h->supply[v]);
    }
}

/* The tree's plan and prices, put to the proof on the network. */
static void
assert_tree(const struct hierarchy *h, const struct tree *tree)
{
    const struct net *net = &h->net;
    g_autofree int32_t *flow = g_new0(int32_t, net->p.arcs);
    int64_t price[NODES + 1] = {0}, left[NODES];
    struct flow_answer answer;

    g_assert_true(simplex_solve(&net->p, &answer, NULL));
    g_assert_cmpint(tree_cost(tree), ==, answer.cost);
    flow_answer_clear(&answer);
    tree_prices(tree, price);
    for (int32_t v = 0; v < h->p.nodes; v++) {
        left[v] = tree_kept(tree, v);
        if (h->first[v] == h->first[v + 1])
            g_assert_cmpint(left[v], ==, 0); /* a place with parts keeps nothing */
    }
    for (int32_t a = 0; a < net->p.arcs; a++) {
        int32_t tail = net->tail[a], head = net->head[a];

        if (head == h->p.nodes) {
            flow[a] = (int32_t)MIN(left[tail], net->room[a]);
            left[tail] -= flow[a];
        } else if (h->parent[tail] == head) {
            flow[a] = (int32_t)MAX(tree_flow(tree, tail), 0);
        } else {
            flow[a] = (int32_t)MAX(-tree_flow(tree, head), 0);
        }
    }
    assert_proved(&net->p, flow, price);
}

/* Units come to a leaf: as many as find a place; not one more would. */
static void
give_to_tree(struct hierarchy *h, struct tree *tree, int32_t v, int32_t units)
{
    int32_t moved = tree_add(tree, v, units);
    struct flow_answer answer;

    net_give(&h->net, v, moved);
    if (moved == units)
        return;
    net_give(&h->net, v, 1);
    g_assert_false(simplex_solve(&h->net.p, &answer, NULL));
    net_give(&h->net, v, -1);
}

static void
tree_equals_simplex_and_itself(void)
{
    uint64_t state = 6;

    for (int i = 0; i < 500; i++) {
        struct hierarchy h;
        struct tree *tree;

        hierarchy_make(&h, &state);
        tree = tree_new(&h.p, NULL);
        g_assert_nonnull(tree);
        assert_tree(&h, tree);
        for (int event = 0; event < 30; event++) {
            int32_t v = random_below(&state, h.p.nodes), units = 1 + random_below(&state, 3);

            if (h.first[v] == h.first[v + 1])
                continue;
            if (random_below(&state, 2) == 0) {
                give_to_tree(&h, tree, v, units);
            } else if (h.net.supply[v] >= units) {
                g_assert_cmpint(tree_remove(tree, v, units), ==, units);
                net_give(&h.net, v, -units);
            }
            assert_tree(&h, tree);
        }
        tree_free(tree);
    }
}

static void
refuse_tree(const struct hierarchy *h, const char *words)
{
    g_autoptr(GError) error = NULL;

    g_assert_null(tree_new(&h->p, &error));
    g_assert_error(error, ERR, ERR_INPUT);
    g_assert_nonnull(strstr(error->message, words));
}

static void
no_trees_are_refused(void)
{
    uint64_t state = 7;
    struct hierarchy h;

    do
        hierarchy_make(&h, &state);
    while (h.p.nodes < 4);
    h.parent[1] = -1;
    refuse_tree(&h, "top");
    h.parent[1] = 1;
    refuse_tree(&h, "circle");
    h.parent[1] = 0;
    h.edge[1] = -1;
    refuse_tree(&h, "bounds");
    h.edge[1] = INT64_C(1) << 57;
    refuse_tree(&h, "too high");
    h.edge[1] = 1;
    h.supply[0] = 1;
    refuse_tree(&h, "hold");
}

int
main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    words_use(WORDS_EN);
    g_test_add_func("/flow/simplex/least", simplex_finds_the_least);
    g_test_add_func("/flow/simplex/anything", simplex_takes_any_network);
    g_test_add_func("/flow/simplex/wide", simplex_takes_wide_costs);
    g_test_add_func("/flow/simplex/again", simplex_goes_on_from_where_it_ended);
    g_test_add_func("/flow/simplex/same", simplex_is_the_same_each_time);
    g_test_add_func("/flow/simplex/only-a-sink", only_a_sink);
    g_test_add_func("/flow/simplex/refused", impossible_problems_are_refused);
    g_test_add_func("/flow/simplex/64-bits", the_cost_is_too_much_for_64_bits);
    g_test_add_func("/flow/proof/flaws", a_proof_sees_every_flaw);
    g_test_add_func("/flow/proof/dearer", a_dearer_flow_is_not_proved);
    g_test_add_func("/flow/repair/events", event_by_event_equals_cold);
    g_test_add_func("/flow/repair/no-place", repair_says_what_found_no_place);
    g_test_add_func("/flow/repair/opens", an_arc_opens_before_anything_comes);
    g_test_add_func("/flow/tree/equal", tree_equals_simplex_and_itself);
    g_test_add_func("/flow/tree/refused", no_trees_are_refused);
    return g_test_run();
}
