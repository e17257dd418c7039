#include "allocator/quota.h"

#include <string.h>

#include "allocator/proof.h"
#include "allocator/simplex.h"
#include "base/words.h"
#include "tests/unit/random.h"

#define BOXES 3
#define PARTS 3
#define CARRIERS 2
#define ARCS 64
#define MOST 5 /* that a carrier can take */
#define TRIALS 400

/* One medicine: boxes, each with a node on the road, and the sink. */
struct medicine {
    struct flow_problem p;
    int32_t tail[ARCS], head[ARCS], room[ARCS];
    int64_t cost[ARCS], supply[2 * BOXES + 1];
    int32_t arc[BOXES], carrier[BOXES];
};

struct town {
    int32_t boxes, parts, carriers;
    int64_t most[CARRIERS];
    struct medicine medicine[PARTS];
    struct quota_part part[PARTS];
};

static void
arc(struct medicine *m, int32_t tail, int32_t head, int32_t room, int64_t cost)
{
    int32_t a = m->p.arcs++;

    g_assert_cmpint(a, <, ARCS);
    m->tail[a] = tail;
    m->head[a] = head;
    m->room[a] = room;
    m->cost[a] = cost;
}

static void
make_medicine(struct medicine *m, int32_t boxes, const int32_t *carrier, uint64_t *state)
{
    int32_t sink = 2 * boxes;

    memset(m, 0, sizeof(*m));
    m->p = (struct flow_problem){.nodes = sink + 1,
                                 .tail = m->tail,
                                 .head = m->head,
                                 .room = m->room,
                                 .cost = m->cost,
                                 .supply = m->supply};
    for (int32_t i = 0; i < boxes; i++) {
        int64_t cost = random_below(state, 300);

        m->supply[i] = random_below(state, 3) == 0 ? 0 : random_below(state, 7);
        m->supply[sink] -= m->supply[i];
        m->arc[i] = m->p.arcs;
        m->carrier[i] = carrier[i];
        arc(m, i, boxes + i, FLOW_ENDLESS, 0);
        arc(m, boxes + i, i, FLOW_ENDLESS, 1);
        for (int32_t t = 1 + random_below(state, 4); t > 0; t--, cost += random_below(state, 200))
            arc(m, i, sink, 1 + random_below(state, 2), cost);
        arc(m, i, sink, FLOW_ENDLESS, 1000);
        for (int32_t j = 0; j < boxes; j++)
            if (j != i)
                arc(m, boxes + i, boxes + j, 1 + random_below(state, 4),
                    5 + random_below(state, 60));
    }
}

static void
make_town(struct town *town, int loads, uint64_t *state)
{
    int32_t carrier[BOXES];

    town->boxes = 2 + random_below(state, BOXES - 1);
    town->parts = 1 + random_below(state, PARTS);
    town->carriers = 1 + random_below(state, CARRIERS);
    for (int32_t k = 0; k < town->carriers; k++)
        town->most[k] = random_below(state, MOST + 1) * QUOTA_LOAD;
    for (int32_t i = 0; i < town->boxes; i++)
        carrier[i] = random_below(state, town->carriers);
    for (int32_t d = 0; d < town->parts; d++) {
        struct medicine *m = &town->medicine[d];

        make_medicine(m, town->boxes, carrier, state);
        town->part[d] = (struct quota_part){&m->p, town->boxes, m->arc, m->carrier,
                                            (1 + d % loads) * QUOTA_LOAD};
    }
}

static int64_t
cost_within(struct medicine *m, int32_t boxes, const int32_t *rooms)
{
    struct flow_answer answer;
    int64_t cost;

    for (int32_t i = 0; i < boxes; i++)
        m->room[m->arc[i]] = rooms[i];
    g_assert_true(simplex_solve(&m->p, &answer, NULL));
    cost = answer.cost;
    flow_answer_clear(&answer);
    for (int32_t i = 0; i < boxes; i++)
        m->room[m->arc[i]] = FLOW_ENDLESS;
    return cost;
}

/* The least that a medicine costs for each use of carriers: [used by 0][used by 1]. */
typedef int64_t table[MOST + 1][MOST + 1];

static void
try_all_rooms(struct town *town, int32_t d, int32_t i, int32_t *rooms, int32_t *used, table best)
{
    struct medicine *m = &town->medicine[d];
    int32_t k, load = (int32_t)(town->part[d].load / QUOTA_LOAD);

    if (i >= MIN(town->boxes, BOXES)) {
        int64_t cost = cost_within(m, town->boxes, rooms), *least = &best[used[0]][used[1]];

        *least = MIN(*least, cost);
        return;
    }
    k = m->carrier[i];
    for (rooms[i] = 0; used[k] * QUOTA_LOAD <= town->most[k]; rooms[i]++, used[k] += load)
        try_all_rooms(town, d, i + 1, rooms, used, best);
    used[k] -= rooms[i] * load;
}

/* Every way to share among all medicines. */
static int64_t
best_of_all(struct town *town)
{
    table sum, part, next;
    int64_t best = INT64_MAX;

    memset(sum, 0, sizeof(sum));
    for (int32_t d = 0; d < town->parts; d++) {
        int32_t rooms[BOXES], used[CARRIERS] = {0, 0};

        for (int a = 0; a <= MOST; a++)
            for (int b = 0; b <= MOST; b++)
                part[a][b] = next[a][b] = INT64_MAX / 4;
        try_all_rooms(town, d, 0, rooms, used, part);
        for (int i = 0; i < (MOST + 1) * (MOST + 1); i++)
            for (int j = 0; j < (MOST + 1) * (MOST + 1); j++) {
                int a = i / (MOST + 1) + j / (MOST + 1), b = i % (MOST + 1) + j % (MOST + 1);
                int64_t cost =
                    sum[i / (MOST + 1)][i % (MOST + 1)] + part[j / (MOST + 1)][j % (MOST + 1)];

                if (a <= MOST && b <= MOST)
                    next[a][b] = MIN(next[a][b], cost);
            }
        memcpy(sum, next, sizeof(sum));
    }
    for (int64_t a = 0; a * QUOTA_LOAD <= town->most[0]; a++)
        for (int64_t b = 0; b * QUOTA_LOAD <= (town->carriers > 1 ? town->most[1] : 0); b++)
            best = MIN(best, sum[a][b]);
    return best;
}

static void
assert_kept(struct town *town, const struct quota_answer *answer)
{
    int64_t given[CARRIERS] = {0}, cost = 0, bound = 0, worth;

    for (int32_t d = 0; d < town->parts; d++) {
        struct medicine *m = &town->medicine[d];
        int64_t extra[ARCS] = {0}, of_part;

        for (int32_t i = 0; i < town->boxes; i++) {
            given[m->carrier[i]] += answer->rooms[d][i] * town->part[d].load;
            extra[m->arc[i]] = quota_extra(answer->price[m->carrier[i]], town->part[d].load);
        }
        cost += cost_within(m, town->boxes, answer->rooms[d]);
        for (int32_t i = 0; i < town->boxes; i++)
            m->room[m->arc[i]] = (int32_t)(town->most[m->carrier[i]] / town->part[d].load);
        g_assert_true(proof_bound(&m->p, answer->prices[d], extra, &of_part, NULL));
        bound += of_part;
    }
    for (int32_t k = 0; k < town->carriers; k++) {
        g_assert_cmpint(given[k], <=, town->most[k]);
        g_assert_cmpint(answer->used[k], <=, given[k]);
        g_assert_cmpint(answer->price[k], >=, 0);
        g_assert_true(quota_worth(answer->price[k], town->most[k], &worth, NULL));
        bound -= worth;
    }
    g_assert_cmpint(cost, ==, answer->cost);
    g_assert_cmpint(bound, ==, answer->bound);
}

/* With medicines of one load, or of some; says so many of a hundred are the best, and as much of a thousand
 * of the gain is lost at most. */
static void
assert_nearly_the_best(int loads, int best_of_hundred, double lost_of_thousand)
{
    uint64_t state = 1;
    int exact = 0, rounds = 0;
    double lost = 0, gained = 0;

    for (int trial = 0; trial < TRIALS; trial++) {
        struct town town;
        struct quota_answer answer;
        int64_t best;

        make_town(&town, loads, &state);
        g_assert_true(quota_share(town.part, town.parts, town.most, town.carriers, &answer, NULL));
        assert_kept(&town, &answer);
        best = best_of_all(&town);
        g_assert_cmpint(answer.bound, <=, best);
        g_assert_cmpint(answer.cost, >=, best);
        g_assert_cmpint(answer.cost, <=, answer.idle);
        exact += answer.cost == best;
        lost += (double)(answer.cost - best);
        gained += (double)(answer.idle - best);
        rounds = MAX(rounds, answer.rounds);
        quota_answer_clear(&answer, town.parts);
    }
    g_test_message("%d of %d are the best, %.4f %% of the gain is lost, at most %d rounds", exact,
                   TRIALS, 100 * lost / gained, rounds);
    g_assert_cmpint(exact, >=, TRIALS * best_of_hundred / 100);
    g_assert_cmpfloat(lost, <=, gained * lost_of_thousand / 1000);
}

static void
sharing_is_nearly_the_best(void)
{
    assert_nearly_the_best(1, 98, 1);
}

static void
loads_of_two_sizes(void)
{
    assert_nearly_the_best(2, 97, 5);
}

int
main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    words_use(WORDS_EN);
    g_test_add_func("/quota/nearly the best of all ways to share", sharing_is_nearly_the_best);
    g_test_add_func("/quota/loads of two sizes", loads_of_two_sizes);
    return g_test_run();
}
