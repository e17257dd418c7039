#include <string.h>

#include "allocator/proof.h"
#include "allocator/simplex.h"
#include "allocator/simplex_tree.h"
#include "base/words.h"
#include "tests/unit/random.h"

/*
 * That the network simplex ends, step by step: whatever pays is taken up in any order, and after each
 * step the tree is strongly feasible and either the cost is lower, or it is the same and prices fell. The
 * networks are such that most steps move nothing.
 */

#define NODES 14
#define ARCS 160

struct net {
    struct flow_problem p;
    int32_t tail[ARCS], head[ARCS], room[ARCS];
    int64_t cost[ARCS], supply[NODES];
};

static void
net_arc(struct net *net, int32_t tail, int32_t head, int32_t room, int64_t cost)
{
    int32_t a = net->p.arcs++;

    net->tail[a] = tail;
    net->head[a] = head;
    net->room[a] = room;
    net->cost[a] = cost;
}

/* Few units, rooms of one, costs that are often equal, a tier for each unit; some nodes ask for units. */
static void
net_of_ties(struct net *net, uint64_t *state)
{
    int32_t nodes = 3 + random_below(state, NODES - 2), sink = nodes - 1;
    int32_t kinds = 1 + random_below(state, 4), most = random_below(state, 3);

    memset(net, 0, sizeof(*net));
    net->p = (struct flow_problem){.nodes = nodes,
                                   .tail = net->tail,
                                   .head = net->head,
                                   .room = net->room,
                                   .cost = net->cost,
                                   .supply = net->supply};
    for (int32_t v = 0; v < sink; v++) {
        int64_t units = random_below(state, most + 1) - (random_below(state, 6) == 0);

        for (int32_t t = random_below(state, 6); t > 0; t--)
            net_arc(net, v, sink, 1, random_below(state, 5 * kinds));
        net_arc(net, v, sink, 1 + random_below(state, 8), 5 * kinds);
        net->supply[v] += units;
        net->supply[sink] -= units;
    }
    for (int32_t i = random_below(state, 60); i > 0; i--)
        net_arc(net, random_below(state, sink), random_below(state, sink), 1,
                random_below(state, kinds));
}

/* How a tree stands: what is known to fall. */
struct stand {
    int64_t cost, prices;
};

static struct stand
stand_of(const struct simplex *s)
{
    struct stand stand = {0, 0};

    for (int32_t v = 0; v < s->nodes; v++) {
        const struct simplex_node *node = &s->node[v];

        stand.prices += s->price[v];
        for (int32_t i = node->part[SIMPLEX_OUT].full; i < node[1].part[SIMPLEX_OUT].first; i++)
            stand.cost += s->problem->cost[s->side[SIMPLEX_OUT].arc[i]] *
                          s->problem->room[s->side[SIMPLEX_OUT].arc[i]];
        for (int32_t t = node->tiers; v < s->sink && t < node->tier; t++)
            stand.cost += s->tier[t].cost * s->tier[t].room;
        if (v == s->sink)
            continue;
        g_assert_cmpint(node->up, >, 0); /* strongly feasible */
        g_assert_cmpint(node->down, >=, 0);
        stand.cost += node->arc == SIMPLEX_TIER
                          ? s->tier[node->tier].cost * node->down
                          : s->problem->cost[node->arc] * (node->forward ? node->down : node->up);
    }
    return stand;
}

static bool
is_on_tree(const struct simplex *s, int32_t arc)
{
    for (int32_t v = 0; v < s->sink; v++)
        if (s->node[v].arc == arc)
            return true;
    return false;
}

/* All that pays; returns how many. */
static int
offers(const struct simplex *s, struct simplex_offer *offer)
{
    int count = 0;

    for (int32_t v = 0; v < s->nodes; v++) {
        const struct simplex_node *node = &s->node[v];
        int32_t t = node->tier;

        for (int32_t i = node->part[SIMPLEX_OUT].first; i < node[1].part[SIMPLEX_OUT].first; i++) {
            int32_t arc = s->side[SIMPLEX_OUT].arc[i], u = s->side[SIMPLEX_OUT].end[i].other;
            int64_t cost = s->problem->cost[arc], gain = s->price[v] - s->price[u] - cost;

            if (is_on_tree(s, arc))
                continue;
            if (i < node->part[SIMPLEX_OUT].full && gain > 0)
                offer[count++] = (struct simplex_offer){SIMPLEX_SEND, v, u, arc, cost, gain};
            if (i >= node->part[SIMPLEX_OUT].full && gain < 0)
                offer[count++] = (struct simplex_offer){SIMPLEX_CANCEL, u, v, arc, -cost, -gain};
        }
        if (v == s->sink || node->arc == SIMPLEX_TIER)
            continue;
        if (t < node[1].tiers && s->price[v] > s->tier[t].cost)
            offer[count++] = (struct simplex_offer){
                SIMPLEX_KEEP, v, s->sink, t, s->tier[t].cost, s->price[v] - s->tier[t].cost};
        if (t > node->tiers && s->price[v] < s->tier[t - 1].cost)
            offer[count++] = (struct simplex_offer){SIMPLEX_TAKE,
                                                    s->sink,
                                                    v,
                                                    t - 1,
                                                    -s->tier[t - 1].cost,
                                                    s->tier[t - 1].cost - s->price[v]};
    }
    return count;
}

/* Takes up one of what pays, by chance; false when nothing does. Counts steps that moved nothing. */
static bool
one_step(struct simplex *s, uint64_t *state, struct stand *stand, int *idle)
{
    struct simplex_offer offer[2 * ARCS];
    int count = offers(s, offer);
    struct stand now;

    if (count == 0)
        return false;
    simplex_pivot(s, &offer[random_below(state, count)]);
    now = stand_of(s);
    g_assert_cmpint(now.cost, <=, stand->cost);
    if (now.cost == stand->cost)
        g_assert_cmpint(now.prices, <, stand->prices);
    *idle += now.cost == stand->cost;
    *stand = now;
    return true;
}

/* Passing tiers within a step, or plain. */
static void
every_step_is_progress(gconstpointer plain)
{
    uint64_t state = 21;
    int steps = 0, idle = 0;
    struct net net;

    for (int i = 0; i < 1500; i++) {
        struct simplex *s;
        struct flow_answer answer;
        struct stand stand;

        net_of_ties(&net, &state);
        s = simplex_new(&net.p, NULL);
        s->plain = plain != NULL;
        simplex_start(s);
        stand = stand_of(s);
        while (one_step(s, &state, &stand, &idle))
            steps++;
        if (simplex_answer(s, &answer, NULL)) {
            g_assert_true(proof_check(&net.p, answer.flow, answer.price, NULL));
            flow_answer_clear(&answer);
        }
        simplex_free(s);
    }
    g_test_message("%d steps, %d moved nothing", steps, idle);
    g_assert_cmpint(steps, >, 5000);
    g_assert_cmpint(idle, >, steps / 4); /* what this is about */
}

/* When patience ends, at once or midway, plain steps end at the same optimum. */
static void
without_patience_steps_are_plain(void)
{
    uint64_t state = 22;
    int plain = 0;
    struct net net;

    for (int i = 0; i < 1500; i++) {
        struct flow_answer one, other;
        struct simplex *s;
        bool feasible;

        net_of_ties(&net, &state);
        feasible = simplex_solve(&net.p, &one, NULL);
        s = simplex_new(&net.p, NULL);
        s->patience = random_below(&state, 6);
        simplex_run(s);
        plain += s->plain;
        g_assert_cmpint(simplex_answer(s, &other, NULL), ==, feasible);
        if (feasible) {
            g_assert_cmpint(one.cost, ==, other.cost);
            g_assert_true(proof_check(&net.p, other.flow, other.price, NULL));
        }
        flow_answer_clear(&one);
        flow_answer_clear(&other);
        simplex_free(s);
    }
    g_assert_cmpint(plain, >, 700);
}

int
main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    words_use(WORDS_EN);
    g_test_add_data_func("/simplex/progress", NULL, every_step_is_progress);
    g_test_add_data_func("/simplex/progress/plain", "", every_step_is_progress);
    g_test_add_func("/simplex/patience", without_patience_steps_are_plain);
    return g_test_run();
}
