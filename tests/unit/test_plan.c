#include <math.h>
#include <string.h>

#include "allocator/near.h"
#include "allocator/plan_inside.h"
#include "allocator/proof.h"
#include "allocator/simplex.h"
#include "base/words.h"
#include "tests/unit/random.h"

#define PLACES 8
#define TRIALS 400

static double
random_real(uint64_t *state, double most)
{
    return (double)random_below(state, 1000000) / 1e6 * most;
}

static struct plan *
make_in(const struct plan_place *places, int32_t count, const struct plan_rules *rules,
        double portion)
{
    struct plan_map *map = plan_map_new(places, count, rules);
    struct plan *plan = plan_make(map, places, portion, NULL, NULL);

    plan_map_free(map);
    return plan;
}

static struct plan *
make(const struct plan_place *places, int32_t count, const struct plan_rules *rules)
{
    return make_in(places, count, rules, 1);
}

static struct forecast
forecast_of(double rate)
{
    return (struct forecast){7, rate, 7 * rate, 10 * rate, 1};
}

static void
random_place(struct plan_place *place, int32_t i, uint64_t *state)
{
    *place = (struct plan_place){
        .box = i + 1,
        .x = random_below(state, 5) == 0 ? NAN : random_real(state, 5000),
        .y = random_real(state, 5000),
        .group = {0, 1 + i / 2, 1 + i / 4, 1},
        .weight = 1 + random_real(state, 2),
        .forecast = forecast_of(random_below(state, 4) == 0 ? 0 : random_real(state, 4)),
        .retained = random_below(state, 5),
        .room = random_below(state, 2) == 0 ? PLAN_ENDLESS : random_below(state, 40),
        .carrier = -1,
    };
    for (int c = 0; c < PLAN_CLASSES; c++)
        place->stock[c] = random_below(state, 3) == 0 ? random_below(state, 30) : 0;
    place->rest = random_below(state, 2) == 0 ? 0 : random_real(state, 3);
}

static int32_t
total(const struct plan_place *place)
{
    return place->stock[0] + place->stock[1] + place->stock[2];
}

static void
assert_kept(const struct plan_place *place, int32_t before, int32_t after)
{
    g_assert_cmpint(before, ==, total(place));
    g_assert_cmpint(after, >=, MIN(place->retained, before));
    g_assert_cmpint(after, <=, MAX(place->room, before));
}

/* Nothing made or lost, nothing sent that is not there, nothing below what is retained or above
 * what there is room for, and the best by its own prices. */
static void
assert_sound(const struct plan *plan, const struct plan_place *places, int32_t count)
{
    int32_t left[PLACES][PLAN_CLASSES];
    int64_t before = 0, after = 0;
    g_autoptr(GError) error = NULL;

    for (int32_t i = 0; i < count; i++) {
        memcpy(left[i], places[i].stock, sizeof(left[i]));
        assert_kept(&places[i], plan->before[i], plan->after[i]);
        before += plan->before[i];
        after += plan->after[i];
    }
    g_assert_cmpint(before, ==, after);
    for (guint i = 0; i < plan->shipments->len; i++) {
        const struct plan_shipment *s = &g_array_index(plan->shipments, struct plan_shipment, i);

        g_assert_cmpint(s->from, !=, s->to);
        g_assert_cmpint(s->portions[0] + s->portions[1] + s->portions[2], >, 0);
        for (int c = 0; c < PLAN_CLASSES; c++)
            g_assert_cmpint(left[s->from][c] -= s->portions[c], >=, 0);
    }
    if (!proof_check(&plan->problem, plan->answer.flow, plan->answer.price, &error))
        g_error("%s", error->message);
}

static void
plans_are_sound(void)
{
    uint64_t state = 1;

    for (int trial = 0; trial < TRIALS; trial++) {
        struct plan_place places[PLACES];
        struct plan_rules rules = plan_rules_standard;
        int32_t count = random_below(&state, PLACES + 1);
        struct plan *plan, *again;
        double portion;

        rules.neighbours = random_below(&state, 6);
        portion = 0.5 + random_real(&state, 2);
        rules.fair_by_weight = random_below(&state, 2) == 0;
        for (int32_t i = 0; i < count; i++)
            random_place(&places[i], i, &state);
        plan = make_in(places, count, &rules, portion);
        g_assert_nonnull(plan);
        assert_sound(plan, places, count);
        again = make_in(places, count, &rules, portion);
        g_assert_cmpint(plan->shipments->len, ==, again->shipments->len);
        if (plan->shipments->len > 0)
            g_assert_cmpint(memcmp(plan->shipments->data, again->shipments->data,
                                   plan->shipments->len * sizeof(struct plan_shipment)),
                            ==, 0);
        plan_free(plan);
        plan_free(again);
    }
}

/* Out of places with a carrier goes no more than the quotas say, whatever passes there; with quotas that
 * are ample it is as if there were none. */
static void
quotas_are_kept(void)
{
    uint64_t state = 4;

    for (int trial = 0; trial < TRIALS; trial++) {
        struct plan_place places[PLACES];
        struct plan_rules rules = plan_rules_standard;
        int32_t count = 1 + random_below(&state, PLACES), quotas[PLACES * PLAN_CLASSES];
        int32_t sent[PLACES] = {0};
        struct plan_map *map;
        struct plan *plan, *ample, *none;

        rules.neighbours = random_below(&state, 4);
        for (int32_t i = 0; i < count; i++) {
            random_place(&places[i], i, &state);
            places[i].carrier = random_below(&state, 3) - 1;
        }
        for (int32_t q = 0; q < count * PLAN_CLASSES; q++)
            quotas[q] = random_below(&state, 6);
        map = plan_map_new(places, count, &rules);
        plan = plan_make(map, places, 1, quotas, NULL);
        assert_sound(plan, places, count);
        for (guint i = 0; i < plan->shipments->len; i++) {
            const struct plan_shipment *s =
                &g_array_index(plan->shipments, struct plan_shipment, i);

            sent[s->from] += s->portions[0] + s->portions[1] + s->portions[2];
        }
        for (int32_t i = 0; i < count; i++)
            if (places[i].carrier >= 0)
                g_assert_cmpint(sent[i], <=, quotas[i * 3] + quotas[i * 3 + 1] + quotas[i * 3 + 2]);
        ample = plan_make(map, places, 1, NULL, NULL);
        g_assert_cmpint(ample->answer.cost, <=, plan->answer.cost);
        for (int32_t i = 0; i < count; i++)
            places[i].carrier = -1;
        none = plan_make(map, places, 1, quotas, NULL);
        for (int32_t i = 0; i < count; i++)
            g_assert_cmpfloat(ample->cover_after[i] < rules.floor_days, ==,
                              none->cover_after[i] < rules.floor_days);
        plan_free(plan);
        plan_free(ample);
        plan_free(none);
        plan_map_free(map);
    }
}

#define LEVELS (100 * PLAN_FLOOR_STEPS) /* up to the floor of the trials */

/* How long it lasts in each, in levels, the poorest first. */
static void
sort_covers(const struct plan_place *places, int32_t count, const int32_t *portions, int *covers)
{
    for (int32_t i = 0; i < count; i++) {
        double cover = (places[i].rest + portions[i]) / places[i].forecast.rate;
        int32_t at = i;

        for (; at > 0 && covers[at - 1] > (int)(cover * PLAN_FLOOR_STEPS); at--)
            covers[at] = covers[at - 1];
        covers[at] = MIN((int)(cover * PLAN_FLOOR_STEPS), LEVELS);
    }
}

/* Above 0: one is fairer: where they differ first, it has more. */
static int
compare_covers(const int *one, const int *other, int32_t count)
{
    for (int32_t i = 0; i < count; i++)
        if (one[i] != other[i])
            return one[i] - other[i];
    return 0;
}

/* All ways to share sum portions among the places from i on. */
static void
share(const struct plan_place *places, int32_t count, int32_t i, int32_t sum, int32_t *portions,
      int *best)
{
    int covers[3];

    if (i < count - 1) {
        for (portions[i] = 0; portions[i] <= sum; portions[i]++)
            share(places, count, i + 1, sum - portions[i], portions, best);
        return;
    }
    portions[i] = sum;
    sort_covers(places, count, portions, covers);
    if (compare_covers(covers, best, count) > 0)
        memcpy(best, covers, sizeof(covers));
}

/* Against every possible sharing. */
static void
floors_are_the_fairest(void)
{
    uint64_t state = 2;

    for (int trial = 0; trial < 600; trial++) {
        struct plan_place places[3];
        struct plan_rules rules = plan_rules_standard;
        int32_t sum = 0, portions[3], count = 2 + random_below(&state, 2);
        int best[3], found[3];
        struct plan *plan;

        rules.floor_days = 100;
        rules.class_days[0] = 150;
        rules.class_days[1] = 199;
        for (int32_t i = 0; i < count; i++) {
            random_place(&places[i], i, &state);
            places[i].forecast = forecast_of(0.2 + random_real(&state, 3));
            places[i].retained = 0;
            places[i].room = PLAN_ENDLESS;
            places[i].stock[0] = places[i].stock[1] = 0;
            places[i].stock[2] = random_below(&state, 7);
            sum += places[i].stock[2];
        }
        memset(best, 0, sizeof(best));
        share(places, count, 0, sum, portions, best);
        plan = make(places, count, &rules);
        sort_covers(places, count, plan->after, found);
        g_assert_cmpint(compare_covers(found, best, count), ==, 0);
        plan_free(plan);
    }
}

static struct plan_place
place_with(double x, double rate, int32_t soon, int32_t later, int32_t stays_good)
{
    return (struct plan_place){.box = 1,
                               .x = x,
                               .y = 0,
                               .weight = 1,
                               .forecast = forecast_of(rate),
                               .stock = {soon, later, stays_good},
                               .room = PLAN_ENDLESS,
                               .carrier = -1};
}

static const struct plan_shipment *
only_shipment(const struct plan *plan)
{
    g_assert_cmpint(plan->shipments->len, ==, 1);
    return &g_array_index(plan->shipments, struct plan_shipment, 0);
}

static void
what_spoils_goes_first(void)
{
    struct plan_place places[] = {place_with(0, 1, 20, 0, 20), place_with(500, 3, 0, 0, 0)};
    struct plan *plan = make(places, 2, &plan_rules_standard);
    const struct plan_shipment *s = only_shipment(plan);

    g_assert_cmpint(s->from, ==, 0);
    /* what three a day are in three days, of which it is surely good */
    g_assert_cmpint(s->portions[0], ==, 9);
    plan_free(plan);
}

static void
near_boxes_give_first(void)
{
    struct plan_place places[] = {place_with(0, 1, 0, 0, 40), place_with(1000, 1, 0, 0, 0),
                                  place_with(9000, 1, 0, 0, 40)};
    struct plan *plan = make(places, 3, &plan_rules_standard);

    g_assert_cmpint(only_shipment(plan)->from, ==, 0);
    g_assert_cmpint(only_shipment(plan)->to, ==, 1);
    g_assert_cmpfloat(only_shipment(plan)->metres, ==, 1300);
    plan_free(plan);
}

/* From one end of a row to the other, though only neighbours have ways: one carries it straight. */
static void
what_passes_through_goes_straight(void)
{
    struct plan_place places[] = {place_with(0, 0.1, 0, 0, 60), place_with(1000, 0, 0, 0, 0),
                                  place_with(2100, 4, 0, 0, 0)};
    struct plan_rules rules = plan_rules_standard;
    struct plan *plan;

    rules.neighbours = 1;
    rules.arc_room = 5;
    places[1].x = 1100;
    plan = make(places, 3, &rules);
    g_assert_cmpint(only_shipment(plan)->from, ==, 0);
    g_assert_cmpint(only_shipment(plan)->to, ==, 2);
    g_assert_cmpint(only_shipment(plan)->portions[2], ==, 5);
    g_assert_cmpfloat(fabs(only_shipment(plan)->metres - 2730), <, 1e-6);
    plan_free(plan);
}

static void
the_weightier_box_comes_first(void)
{
    struct plan_place places[] = {place_with(0, 0, 0, 0, 5), place_with(1000, 4, 0, 0, 12),
                                  place_with(1000.1, 4, 0, 0, 12)};
    struct plan *plan;

    places[2].weight = 3;
    plan = make(places, 3, &plan_rules_standard);
    g_assert_cmpint(only_shipment(plan)->to, ==, 2);
    plan_free(plan);
}

/* Fairness has no answer where both have nothing and are asked for as much: then it is what helps more, though
 * it is further. */
static void
of_equally_poor_boxes_the_weightier_comes_first(void)
{
    struct plan_place places[] = {place_with(0, 0, 0, 0, 1), place_with(400, 1, 0, 0, 0),
                                  place_with(500, 1, 0, 0, 0)};
    struct plan *plan;

    places[2].weight = 2;
    plan = make(places, 3, &plan_rules_standard);
    g_assert_cmpint(only_shipment(plan)->to, ==, 2);
    plan_free(plan);
}

static void
boxes_without_coordinates_go_by_the_hierarchy(void)
{
    struct plan_place places[] = {place_with(NAN, 1, 0, 0, 40), place_with(NAN, 1, 0, 0, 0),
                                  place_with(NAN, 1, 0, 0, 0)};
    struct plan *plan;

    places[0].group[2] = places[1].group[2] = 7;
    plan = make(places, 3, &plan_rules_standard);
    g_assert_cmpint(only_shipment(plan)->to, ==, 1);
    g_assert_cmpfloat(only_shipment(plan)->metres, ==, 1000);
    plan_free(plan);
}

/* Somewhere in two districts of two communities of two grids; some are in none of a kind. */
static void
random_areas(struct plan_place *place, uint64_t *state)
{
    int64_t at = 0;

    place->x = place->y = NAN;
    for (int g = PLAN_GROUPS - 1; g >= 0; g--) {
        at = at * 2 + 1 + random_below(state, 2);
        place->group[g] = random_below(state, 5) == 0 ? 0 : at;
    }
    for (int g = PLAN_GROUPS - 2; g >= 0; g--) /* each area is in the next */
        if (place->group[g + 1] == 0)
            place->group[g] = 0;
}

/* Over areas, whichever engine it is for: sound, and as good as the simplex makes it; with one class, the
 * tree engine's. */
static void
over_areas_both_engines_agree(void)
{
    uint64_t state = 8;
    int by_tree = 0;

    for (int trial = 0; trial < 3 * TRIALS; trial++) {
        struct plan_place places[PLACES];
        int32_t count = 1 + random_below(&state, PLACES), quotas[PLACES * PLAN_CLASSES];
        int class = random_below(&state, PLAN_CLASSES + 1); /* the only one, or all */
        struct plan_map *map;
        struct plan *plan;
        struct flow_answer answer;
        double portion = trial % 3 == 0 ? 1 : 1 + random_real(&state, 12);

        for (int32_t i = 0; i < count; i++) {
            random_place(&places[i], i, &state);
            random_areas(&places[i], &state);
            places[i].carrier = random_below(&state, 3) - 1;
            for (int c = 0; c < PLAN_CLASSES; c++)
                if (class < PLAN_CLASSES && c != class)
                    places[i].stock[c] = 0;
        }
        for (int32_t q = 0; q < count * PLAN_CLASSES; q++)
            quotas[q] = random_below(&state, 9);
        map = plan_map_new(places, count, &plan_rules_standard);
        plan = plan_make(map, places, portion, trial % 2 == 0 ? quotas : NULL, NULL);
        assert_sound(plan, places, count);
        g_assert_true(simplex_solve(&plan->problem, &answer, NULL));
        g_assert_cmpint(plan->answer.cost, ==, answer.cost);
        by_tree += plan_tree_class(map, plan) >= 0 && plan->shipments->len > 0;
        flow_answer_clear(&answer);
        plan_free(plan);
        plan_map_free(map);
    }
    g_assert_cmpint(by_tree, >, TRIALS / 2);
}

/* What so many portions cost in a place, by the tiers of its problem, which has no gates. */
static int64_t
cost_of_keeping(const struct plan *plan, int32_t place, int32_t portions)
{
    const struct flow_problem *p = &plan->problem;
    int64_t cost = 0;

    for (int32_t a = plan->between; a < p->arcs; a++)
        if (p->tail[a] / PLAN_CLASSES == place && p->head[a] == p->nodes - 1) {
            int32_t here = MIN(portions, p->room[a]);

            cost += p->cost[a] * here;
            portions -= here;
        }
    return portions > 0 ? INT64_MAX / 8 : cost;
}

/* Sends each portion of each place to every place. */
static int64_t
least_cost(const struct plan *plan, const struct plan_place *places, int32_t from, int32_t sent,
           int32_t kept[3], int64_t travel)
{
    int64_t least = INT64_MAX;

    if (from == 3) {
        for (int32_t i = 0; i < 3; i++)
            travel += cost_of_keeping(plan, i, kept[i]);
        return travel;
    }
    if (sent == total(&places[from]))
        return least_cost(plan, places, from + 1, 0, kept, travel);
    for (int32_t to = 0; to < 3; to++) {
        double metres = plan_metres(&places[from], &places[to], &plan_rules_standard);
        int64_t way = 0, cost;

        if (to != from && isnan(metres))
            continue;
        if (to != from)
            way = plan_way_cost(&plan_rules_standard, metres);
        kept[to]++;
        cost = least_cost(plan, places, from, sent + 1, kept, travel + way);
        kept[to]--;
        least = MIN(least, cost);
    }
    return least;
}

/* Against every way to carry every portion. */
static void
over_areas_none_is_cheaper(void)
{
    uint64_t state = 9;

    for (int trial = 0; trial < 100; trial++) {
        struct plan_place places[3];
        int32_t kept[3] = {0};
        struct plan *plan;

        for (int32_t i = 0; i < 3; i++) {
            random_place(&places[i], i, &state);
            random_areas(&places[i], &state);
            places[i].retained = 0;
            places[i].room = PLAN_ENDLESS;
            places[i].stock[0] = places[i].stock[1] = 0;
            places[i].stock[2] = random_below(&state, 4);
        }
        plan = make(places, 3, &plan_rules_standard);
        g_assert_cmpint(plan->answer.cost, ==, least_cost(plan, places, 0, 0, kept, 0));
        plan_free(plan);
    }
}

static void
impossible_numbers_are_refused(void)
{
    struct plan_place good = place_with(0, 1, 0, 0, 5), bad = good;
    struct plan_rules rules = plan_rules_standard;
    struct plan_map *map = plan_map_new(&bad, 1, &rules);
    g_autoptr(GError) error = NULL;

    bad.weight = 0;
    g_assert_null(plan_make(map, &bad, 1, NULL, &error));
    g_assert_error(error, ERR, ERR_INPUT);
    plan_map_free(map);
    bad = good;
    bad.stock[1] = -1;
    g_assert_null(make(&bad, 1, &rules));
    bad = good;
    bad.rest = -1;
    g_assert_null(make(&bad, 1, &rules));
    g_assert_null(make_in(&good, 1, &rules, 0));
    g_assert_null(make_in(&good, 1, &rules, NAN));
    g_assert_null(make_in(&good, 1, &rules, 1e9));
}

/* Against looking at all. */
static void
neighbours_are_the_nearest(void)
{
    enum {
        POINTS = 200,
        COUNT = 6
    };
    uint64_t state = 3;
    double x[POINTS], y[POINTS], metres[POINTS * COUNT];
    int32_t near[POINTS * COUNT];

    for (int i = 0; i < POINTS; i++) {
        x[i] = i % 10 == 0 ? NAN : floor(random_real(&state, i < 100 ? 50 : 100000));
        y[i] = floor(random_real(&state, 50));
    }
    near_find(x, y, POINTS, COUNT, near, metres);
    for (int i = 0; i < POINTS; i++)
        for (int k = 0; k < COUNT; k++) {
            int nearer = 0, j = near[i * COUNT + k];

            if (isnan(x[i])) {
                g_assert_cmpint(j, ==, -1);
                continue;
            }
            for (int other = 0; other < POINTS; other++) {
                double far = hypot(x[other] - x[i], y[other] - y[i]);

                nearer += other != i && (far < metres[i * COUNT + k] ||
                                         (far <= metres[i * COUNT + k] && other < j));
            }
            g_assert_cmpint(nearer, ==, k);
        }
}

int
main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    words_use(WORDS_EN);
    g_test_add_func("/plan/sound", plans_are_sound);
    g_test_add_func("/plan/quotas", quotas_are_kept);
    g_test_add_func("/plan/fairest", floors_are_the_fairest);
    g_test_add_func("/plan/spoils", what_spoils_goes_first);
    g_test_add_func("/plan/near-first", near_boxes_give_first);
    g_test_add_func("/plan/straight", what_passes_through_goes_straight);
    g_test_add_func("/plan/weight", the_weightier_box_comes_first);
    g_test_add_func("/plan/weight-of-poor", of_equally_poor_boxes_the_weightier_comes_first);
    g_test_add_func("/plan/hierarchy", boxes_without_coordinates_go_by_the_hierarchy);
    g_test_add_func("/plan/areas/engines", over_areas_both_engines_agree);
    g_test_add_func("/plan/areas/least", over_areas_none_is_cheaper);
    g_test_add_func("/plan/refused", impossible_numbers_are_refused);
    g_test_add_func("/near/nearest", neighbours_are_the_nearest);
    return g_test_run();
}
