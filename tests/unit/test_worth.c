#include <math.h>

#include "allocator/plan_inside.h"
#include "base/words.h"
#include "tests/unit/random.h"

/* What a plan is worth, computed from the forecasts afresh: by terms of the negative binomial distribution,
 * one after the other, and amounts that people have before and after. */

#define PLACES 8
#define TRIALS 400
#define ROUNDED 3 /* points a portion and end that whole costs may be off by */

static double
random_real(uint64_t *state, double most)
{
    return (double)random_below(state, 1000000) / 1e6 * most;
}

/* Person-days of an amount that are asked for within the horizon, as expected. */
static double
met(const struct forecast *f, double amount)
{
    double mean = f->mean / f->grain, variance = f->variance / (f->grain * f->grain);
    double shape = mean * mean / (variance - mean), grains = amount / f->grain, sum = 0;
    double term = exp(shape * log(mean / variance)), tail = 1 - term;

    if (f->mean <= 0)
        return 0;
    for (double k = 0; k < grains; k++) {
        sum += tail * fmin(grains - k, 1);
        term *= (shape + k) / (k + 1) * (1 - mean / variance);
        tail -= term;
    }
    return sum * f->grain;
}

static double
worth(const struct plan_place *place, double amount)
{
    return PLAN_VALUE * place->weight * met(&place->forecast, amount);
}

static int64_t
level(const struct plan_place *place, const struct plan_rules *rules, double amount, int64_t top)
{
    double cover = plan_cover(&place->forecast, fmax(amount, 0) + 1e-9);

    return cover < rules->floor_days ? (int64_t)(cover * PLAN_FLOOR_STEPS) : top;
}

/* The ranks of the portions between two amounts, summed up: what fairness looks at first. */
static int64_t
levels(const struct plan_place *place, const struct plan_rules *rules, double from, double until,
       double portion)
{
    int64_t top = (int64_t)ceil(rules->floor_days * PLAN_FLOOR_STEPS), sum = 0;

    for (double below = until - portion; below > from - portion / 2; below -= portion)
        sum += level(place, rules, below, top) * (top + 1) + top -
               level(place, rules, below + portion, top);
    return sum;
}

static double
travel(const struct plan_rules *rules, const struct plan_shipment *s, double portion)
{
    return portion * (s->portions[0] + s->portions[1] + s->portions[2]) *
           (rules->handling + s->metres / 1000 * rules->per_km);
}

/* Asked for a lot, once in a blue moon, or never; sometimes by many at once. */
static struct forecast
random_forecast(uint64_t *state)
{
    double rate[] = {0, random_real(state, 0.1), random_real(state, 1), random_real(state, 5)};
    double grain = 1.0 / (1 + random_below(state, 4)), chosen = rate[random_below(state, 4)];

    return (struct forecast){7, chosen, 7 * chosen,
                             7 * chosen * grain * (1.01 + random_real(state, 20)), grain};
}

/* Places of which each can carry to all, with units that keep for long. */
static int32_t
random_town(struct plan_place *places, int32_t *units, struct plan_rules *rules, uint64_t *state)
{
    int32_t count = 2 + random_below(state, PLACES - 1);

    *rules = plan_rules_standard;
    rules->neighbours = count;
    rules->floor_days = random_below(state, 2) == 0 ? 0 : 3;
    for (int32_t i = 0; i < count; i++) {
        places[i] = (struct plan_place){.box = i + 1,
                                        .x = random_real(state, 3000),
                                        .y = random_real(state, 3000),
                                        .weight = 1 + random_real(state, 2),
                                        .forecast = random_forecast(state),
                                        .room = PLAN_ENDLESS,
                                        .carrier = -1};
        units[i] = random_below(state, 3) == 0 ? 0 : random_below(state, 60);
    }
    return count;
}

/* The units as portions of so many, of a person-day each; those beside whole portions stay. */
static struct plan *
plan_in(struct plan_place *places, const int32_t *units, int32_t count,
        const struct plan_rules *rules, int32_t portion)
{
    struct plan_map *map;
    struct plan *plan;

    for (int32_t i = 0; i < count; i++) {
        places[i].stock[PLAN_CLASSES - 1] = units[i] / portion;
        places[i].rest = units[i] % portion;
    }
    map = plan_map_new(places, count, rules);
    plan = plan_make(map, places, portion, NULL, NULL);
    g_assert_nonnull(plan);
    plan_map_free(map);
    return plan;
}

static double
amount_after(const struct plan *plan, const struct plan_place *places, int32_t i)
{
    return places[i].rest + plan->after[i] * plan->portion;
}

/* The levels of all that is anywhere, portion by portion of one unit; and the points that a plan is worth. */
static double
worth_of(const struct plan *plan, const struct plan_place *places, const struct plan_rules *rules,
         int64_t *level)
{
    double sum = 0;

    *level = 0;
    for (int32_t i = 0; i < plan->places; i++) {
        double after = amount_after(plan, places, i);

        *level += levels(&places[i], rules, 0, after, 1);
        sum += worth(&places[i], after) -
               worth(&places[i], places[i].rest + plan->before[i] * plan->portion);
    }
    for (guint k = 0; k < plan->shipments->len; k++)
        sum -=
            travel(rules, &g_array_index(plan->shipments, struct plan_shipment, k), plan->portion);
    return sum;
}

static double
carried(const struct plan *plan)
{
    double sum = 0;

    for (guint k = 0; k < plan->shipments->len; k++)
        sum += plan->portion *
               g_array_index(plan->shipments, struct plan_shipment, k).portions[PLAN_CLASSES - 1];
    return sum;
}

/* Whatever can be done with packs can be done with the pieces in them. */
static void
pieces_are_worth_what_packs_are(void)
{
    uint64_t state = 11;
    int better = 0, moved = 0;

    for (int trial = 0; trial < TRIALS; trial++) {
        struct plan_place places[PLACES];
        int32_t units[PLACES], pack = 2 + random_below(&state, 6);
        struct plan_rules rules;
        int32_t count = random_town(places, units, &rules, &state);
        struct plan *packs = plan_in(places, units, count, &rules, pack), *pieces;
        int64_t level[2];
        double by_packs = worth_of(packs, places, &rules, &level[0]), by_pieces;

        pieces = plan_in(places, units, count, &rules, 1);
        by_pieces = worth_of(pieces, places, &rules, &level[1]);
        g_assert_cmpint(level[1], <=, level[0]);
        if (level[1] == level[0])
            g_assert_cmpfloat(by_pieces, >=,
                              by_packs - ROUNDED * (carried(packs) + carried(pieces)));
        better += level[1] < level[0] || by_pieces > by_packs + 1000;
        moved += packs->shipments->len > 0;
        plan_free(packs);
        plan_free(pieces);
    }
    g_assert_cmpint(better, >, TRIALS / 3);
    g_assert_cmpint(moved, >, TRIALS / 4);
}

/* Without one of them what the receiver loses is fairer or worth more than what the giver keeps and the
 * carrying that is spared. */
static void
assert_pays(const struct plan *plan, const struct plan_place *places,
            const struct plan_rules *rules, const struct plan_shipment *s)
{
    int32_t portions = s->portions[0] + s->portions[1] + s->portions[2];
    const struct plan_place *from = &places[s->from], *to = &places[s->to];
    double amount = portions * plan->portion, there = amount_after(plan, places, s->to);
    double here = amount_after(plan, places, s->from);
    int64_t given = levels(to, rules, there - amount, there, plan->portion);
    int64_t kept = levels(from, rules, here, here + amount, plan->portion);
    double net = worth(to, there) - worth(to, there - amount) -
                 (worth(from, here + amount) - worth(from, here)) - travel(rules, s, plan->portion);

    g_assert_cmpint(given, <=, kept);
    if (given == kept)
        g_assert_cmpfloat(net, >=, -ROUNDED * portions);
}

static void
each_shipment_pays(void)
{
    uint64_t state = 12;
    guint shipments = 0;

    for (int trial = 0; trial < TRIALS; trial++) {
        struct plan_place places[PLACES];
        int32_t units[PLACES];
        struct plan_rules rules;
        int32_t count = random_town(places, units, &rules, &state);
        struct plan *plan = plan_in(places, units, count, &rules, 1 + random_below(&state, 6));

        for (guint k = 0; k < plan->shipments->len; k++)
            assert_pays(plan, places, &rules,
                        &g_array_index(plan->shipments, struct plan_shipment, k));
        shipments += plan->shipments->len;
        plan_free(plan);
    }
    g_assert_cmpuint(shipments, >, TRIALS);
}

/* What its tiers and what idles say of a place is what is expected to be met there, to the last portion. */
static void
tiers_are_what_is_met(void)
{
    uint64_t state = 13;

    for (int trial = 0; trial < TRIALS; trial++) {
        static struct plan_tier tiers[PLAN_PORTIONS_MOST];
        struct plan_place place = {.weight = 1 + random_real(&state, 2),
                                   .forecast = random_forecast(&state),
                                   .rest = random_real(&state, 3)};
        double portion = 1 + random_real(&state, 4), amount = place.rest, sum = 0;
        int64_t idle = plan_points(portion, 3 * PLAN_VALUE), last = 0;
        struct plan_rules rules = plan_rules_standard;
        int32_t count, portions = 0;

        rules.floor_days = 0;
        count = plan_tiers(&place, &rules, 1, portion, 1, tiers);
        for (int32_t t = 0; t < count; t++) {
            g_assert_cmpint(tiers[t].cost, >=, last);
            last = tiers[t].cost;
            sum += (double)(idle - tiers[t].cost) * tiers[t].portions;
            portions += tiers[t].portions;
        }
        amount += portions * portion;
        g_assert_cmpfloat(fabs(sum - (worth(&place, amount) - worth(&place, place.rest))), <=,
                          1 + portions);
        /* what comes after is worth less than a point */
        g_assert_cmpfloat(worth(&place, amount + portion) - worth(&place, amount), <=, 1.01);
    }
}

/* What is hardly asked for is not carried about, however much of it lies somewhere. */
static void
what_nobody_needs_stays(void)
{
    struct plan_place places[2] = {{.weight = 1, .room = PLAN_ENDLESS, .carrier = -1}};
    int32_t units[] = {40, 8};
    struct plan *plan;

    places[0].forecast = (struct forecast){7, 0.02, 0.14, 0.3, 1};
    places[1] = places[0];
    places[1].x = 300;
    plan = plan_in(places, units, 2, &plan_rules_standard, 4);
    g_assert_cmpuint(plan->shipments->len, ==, 0);
    plan_free(plan);
}

int
main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    words_use(WORDS_EN);
    g_test_add_func("/worth/tiers", tiers_are_what_is_met);
    g_test_add_func("/worth/packs", pieces_are_worth_what_packs_are);
    g_test_add_func("/worth/pays", each_shipment_pays);
    g_test_add_func("/worth/stays", what_nobody_needs_stays);
    return g_test_run();
}
