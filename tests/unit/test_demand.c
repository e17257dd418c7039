#include "allocator/demand.h"

#include <glib.h>
#include <math.h>
#include <string.h>

#define BOXES 60
#define STOCKED 1e6

/* Three counties of four communities of one grid with five boxes. */
static struct demand *
city(int32_t places)
{
    struct demand_box boxes[BOXES];

    for (int32_t b = 0; b < BOXES; b++)
        boxes[b] = (struct demand_box){
            .county = b / 20, .community = b / 5, .grid = b / 5, .residents = 100 + b % 5};
    return demand_new(boxes, BOXES, places);
}

static void
tell(struct demand *d, int32_t day, double at, enum demand_kind kind, int32_t box, double amount)
{
    struct demand_event event = {.day = day,
                                 .at = (float)at,
                                 .kind = (uint8_t)kind,
                                 .box = box,
                                 .place = 0,
                                 .amount = amount};

    demand_see(d, &event);
}

static double
rate(const struct demand *d, int32_t box)
{
    return demand_explain(d, box, 0).rate;
}

/* Every box is asked for so many single units a day, spread over the day. */
static void
usual_day(struct demand *d, int32_t day, int32_t per_box)
{
    for (int32_t b = 0; b < BOXES; b++)
        for (int32_t i = 0; i < per_box; i++)
            tell(d, day, (i + 0.5) / per_box, DEMAND_TAKE, b, 1);
}

static struct demand *
usual_city(int32_t days, int32_t per_box)
{
    struct demand *d = city(1);

    for (int32_t b = 0; b < BOXES; b++)
        tell(d, 0, 0, DEMAND_COUNT, b, STOCKED);
    for (int32_t day = 0; day < days; day++)
        usual_day(d, day, per_box);
    demand_close(d, days - 1);
    return d;
}

static void
a_rate_is_learned(void)
{
    struct demand *d = usual_city(60, 2);

    for (int32_t b = 0; b < BOXES; b++)
        g_assert_cmpfloat_with_epsilon(rate(d, b), 2, 0.15);
    g_assert_cmpfloat_with_epsilon(demand_forecast(d, 7, 0, 7).mean, 14, 1.5);
    g_assert_cmpfloat(demand_out(d, 7, 0, 40, 7), <, 0.01);
    g_assert_cmpfloat(demand_out(d, 7, 0, 3, 7), >, 0.95);
    g_assert_cmpfloat(demand_out(d, 7, 0, 0, 7), ==, 1);
    demand_free(d);
}

static void
chances_are_ordered(void)
{
    struct demand *d = usual_city(40, 1);
    double before = 1;

    for (int stock = 0; stock < 30; stock++) {
        double three = demand_out(d, 3, 0, stock, 3), seven = demand_out(d, 3, 0, stock, 7);

        g_assert_cmpfloat(three, <=, seven);
        g_assert_cmpfloat(three, <=, before);
        g_assert_cmpfloat(seven, <=, 1);
        before = three;
    }
    demand_free(d);
}

static void
a_new_place_has_an_answer(void)
{
    struct demand *d = city(2);

    g_assert_cmpint(demand_day(d), ==, INT32_MIN);
    g_assert_cmpfloat(demand_out(d, 0, 1, 0, 3), ==, 1);
    g_assert_cmpfloat(demand_out(d, 0, 1, 5, 3), >=, 0);
    tell(d, 100, 0.5, DEMAND_GIFT, 0, 5);
    demand_close(d, 100);
    g_assert_cmpfloat(rate(d, 0), >, 0);
    g_assert_cmpfloat(demand_out(d, 0, 0, 5, 3), <, 0.5);
    demand_free(d);
}

/* Box 0 has something on every tenth day only, and then two are taken. */
static void
empty_days_are_no_exposure(void)
{
    struct demand *d = usual_city(1, 2);

    tell(d, 1, 0, DEMAND_COUNT, 0, 0);
    for (int32_t day = 1; day < 80; day++) {
        for (int32_t b = 1; b < BOXES; b++)
            tell(d, day, 0.5, DEMAND_TAKE, b, 2);
        if (day % 10 == 0) {
            tell(d, day, 0, DEMAND_COUNT, 0, 3);
            tell(d, day, 0.5, DEMAND_TAKE, 0, 2);
            tell(d, day, 0.99, DEMAND_COUNT, 0, 0);
        }
    }
    demand_close(d, 79);
    g_assert_cmpfloat_with_epsilon(rate(d, 0), 2, 0.5);
    demand_free(d);
}

static void
only_taking_and_asking_is_demand(void)
{
    static const enum demand_kind others[] = {DEMAND_GIFT, DEMAND_VISIT, DEMAND_IN,
                                              DEMAND_OUT,  DEMAND_OUT,   DEMAND_COUNT};
    struct demand *plain = usual_city(30, 1), *busy = usual_city(30, 1);

    for (int32_t day = 30; day < 50; day++) {
        usual_day(plain, day, 1);
        usual_day(busy, day, 1);
        tell(busy, day, 0.7, others[day % 6], 4, day % 6 == 5 ? STOCKED : 9);
    }
    demand_close(plain, 49);
    demand_close(busy, 49);
    for (int32_t b = 0; b < BOXES; b++)
        g_assert_cmpfloat(rate(plain, b), ==, rate(busy, b));
    demand_free(plain);
    demand_free(busy);
}

static void
asking_in_vain_raises_the_rate(void)
{
    struct demand *quiet = usual_city(30, 1), *asked = usual_city(30, 1);

    tell(quiet, 30, 0, DEMAND_COUNT, 0, 0);
    tell(asked, 30, 0, DEMAND_COUNT, 0, 0);
    for (int32_t day = 30; day < 60; day++)
        for (int i = 0; i < 3; i++)
            tell(asked, day, 0.2 * i + 0.1, DEMAND_UNMET, 0, 1);
    demand_close(quiet, 59);
    demand_close(asked, 59);
    g_assert_cmpfloat(rate(asked, 0), >, 1.5 * rate(quiet, 0));
    demand_free(quiet);
    demand_free(asked);
}

static void
a_box_without_history_has_its_grids_rate(void)
{
    struct demand *d = city(1);

    for (int32_t day = 0; day < 60; day++)
        for (int32_t b = 0; b < BOXES - 1; b++) {
            if (day == 0)
                tell(d, day, 0, DEMAND_COUNT, b, STOCKED);
            tell(d, day, 0.5, DEMAND_TAKE, b, b >= BOXES - 5 ? 3 : 1);
        }
    demand_close(d, 59);
    g_assert_cmpfloat(rate(d, BOXES - 1), >, 2);
    g_assert_cmpfloat(rate(d, 0), <, 1.3);
    demand_free(d);
}

/* On the first days one box gives out a few big packs: the rest of the city hears of it, but believes
 * little. */
static void
the_first_takings_tell_little(void)
{
    struct demand *d = city(1);
    double before;

    for (int32_t b = 0; b < BOXES; b++)
        tell(d, 0, 0, DEMAND_COUNT, b, 100);
    demand_close_part(d, 1e-3);
    before = rate(d, BOXES - 1);
    tell(d, 1, 0.2, DEMAND_TAKE, 0, 10);
    demand_close_part(d, 0.5);
    g_assert_cmpfloat(rate(d, BOXES - 1), <, 1.5 * before);
    g_assert_cmpfloat(rate(d, 0), <, 4 * before);
    g_assert_cmpfloat(rate(d, 0), >, 1.2 * before);
    tell(d, 2, 0.2, DEMAND_TAKE, 0, 30);
    demand_close(d, 2);
    g_assert_cmpfloat(rate(d, BOXES - 1), <, 2 * before);
    demand_free(d);
}

static void
a_surge_shows_in_its_county(void)
{
    struct demand *d = usual_city(60, 1);

    for (int32_t day = 60; day < 62; day++)
        for (int32_t b = 0; b < BOXES; b++)
            for (int i = 0; i < (b < 20 ? 8 : 1); i++)
                tell(d, day, 0.1 + 0.1 * i, DEMAND_TAKE, b, 1);
    demand_close(d, 61);
    g_assert_cmpfloat(demand_surge(d, 0, 0), >, 1.4);
    g_assert_cmpfloat(demand_surge(d, 2, 0), <, 1.3);
    g_assert_cmpfloat(demand_explain(d, 0, 0).growth, >, 0);
    g_assert_cmpfloat(demand_out(d, 0, 0, 8, 3), >, demand_out(d, 59, 0, 8, 3));
    demand_free(d);
}

/* Twice as much is asked for as a hundred days ago, but no week stood out. */
static void
slow_growth_is_no_surge(void)
{
    struct demand *d = usual_city(60, 4);

    for (int32_t day = 60; day < 160; day++) {
        usual_day(d, day, 4);
        for (int32_t b = 0; b < BOXES; b++)
            for (int i = (day * 7 + b * 11) % 25; i < day - 60; i += 25)
                tell(d, day, 0.5, DEMAND_TAKE, b, 1);
        demand_close(d, day);
        for (int32_t county = 0; county < 3; county++)
            g_assert_cmpfloat(demand_surge(d, county, 0), <, 1.3);
    }
    g_assert_cmpfloat(demand_rate(d, 0, 0), >, 6);
    demand_free(d);
}

static void
quiet_days_close_themselves(void)
{
    struct demand *d = usual_city(30, 1), *by_day = usual_city(30, 1);
    g_autofree uint8_t *one = NULL, *other = NULL;
    size_t size, size_by_day;

    tell(d, 50, 0.5, DEMAND_TAKE, 0, 1);
    demand_close(d, 50);
    for (int32_t day = 30; day < 50; day++)
        demand_close(by_day, day);
    tell(by_day, 50, 0.5, DEMAND_TAKE, 0, 1);
    demand_close(by_day, 50);
    one = demand_save(d, &size);
    other = demand_save(by_day, &size_by_day);
    g_assert_true(size == size_by_day && memcmp(one, other, size) == 0);
    demand_free(d);
    demand_free(by_day);
}

/* ------------------------------------------------------------------------------- who comes to fill it */

static struct demand *
visited_city(int32_t days)
{
    struct demand *d = usual_city(1, 1);

    for (int32_t day = 1; day < days; day++) {
        usual_day(d, day, 1);
        for (int32_t b = 0; b < BOXES; b++)
            if ((day + b) % 10 == 0)
                tell(d, day, 0.9, DEMAND_VISIT, b, 10);
    }
    demand_close(d, days - 1);
    return d;
}

static void
a_habit_of_visits_is_learned(void)
{
    struct demand *d = visited_city(101);

    /* at the end of day 100, box 0 was just visited, and box 9 will be tomorrow */
    g_assert_cmpint(demand_explain(d, 0, 0).since_visit, ==, 0);
    g_assert_cmpfloat(demand_explain(d, 0, 0).visit, <, 0.1);
    g_assert_cmpfloat(demand_explain(d, 9, 0).visit, >, 0.9);
    g_assert_cmpfloat(demand_out(d, 9, 0, 4, 7), <, 0.5 * demand_out(d, 0, 0, 4, 7));
    demand_free(d);
}

/* What a chance is at most it never passes, and where there is plenty it says so. */
static void
the_most_is_more(void)
{
    struct demand *cities[] = {usual_city(40, 1), visited_city(101)};

    for (size_t c = 0; c < G_N_ELEMENTS(cities); c++) {
        for (int32_t b = 0; b < BOXES; b++)
            for (int stock = 0; stock < 80; stock++)
                for (int days = 1; days <= 14; days++)
                    g_assert_cmpfloat(demand_out(cities[c], b, 0, stock / 2.0, days), <=,
                                      demand_out_most(cities[c], b, 0, stock / 2.0, days) + 1e-9);
        g_assert_cmpfloat(demand_out_most(cities[c], 0, 0, 60, 3), <, 0.25);
        demand_free(cities[c]);
    }
}

static void
a_visit_that_is_announced_counts(void)
{
    struct demand *d = usual_city(60, 1);
    double without = demand_out(d, 5, 0, 5, 7);

    tell(d, 60, 0.2, DEMAND_DUE, 5, 62);
    demand_close(d, 60);
    g_assert_cmpint(demand_explain(d, 5, 0).due, ==, 2);
    g_assert_cmpfloat(demand_out(d, 5, 0, 5, 7), <, without);
    tell(d, 61, 0.2, DEMAND_VISIT, 5, 10);
    demand_close(d, 61);
    g_assert_cmpint(demand_explain(d, 5, 0).due, <, 0);
    demand_free(d);
}

/* What is told of one kind of medicine goes before the box's own, and is no part of the state. */
static void
a_filling_that_is_told_counts(void)
{
    struct demand *d = usual_city(60, 1);
    double without = demand_out(d, 5, 0, 5, 7);
    g_autofree uint8_t *before = NULL, *after = NULL;
    size_t size, told_size;

    tell(d, 60, 0.2, DEMAND_DUE, 5, 69);
    demand_close(d, 60);
    before = demand_save(d, &size);
    demand_tell_due(d, 5, 0, 62, 0);
    g_assert_cmpint(demand_explain(d, 5, 0).due, ==, 2);
    g_assert_cmpint(demand_explain(d, 6, 0).due, <, 0);
    g_assert_cmpfloat(demand_out(d, 5, 0, 5, 7), <, without / 2);
    after = demand_save(d, &told_size);
    g_assert_cmpuint(size, ==, told_size);
    g_assert_cmpint(memcmp(before, after, size), ==, 0);
    demand_close(d, 62);
    g_assert_cmpint(demand_explain(d, 5, 0).due, ==, 7);
    demand_free(d);
}

/* What it leaves is told, too; and counts for all kinds that stand in for each other. */
static void
how_much_is_filled_counts(void)
{
    struct demand *d = usual_city(60, 1);
    double little, much;

    demand_tell_due(d, 5, 0, 62, 1);
    little = demand_out(d, 5, 0, 5, 7);
    demand_tell_due(d, 5, 0, 62, 40);
    much = demand_out(d, 5, 0, 5, 7);
    g_assert_cmpfloat(much, <, little / 2);
    demand_free(d);
}

/* Two kinds with as much asked for of each: the sum of both, against what is there of both. */
static void
kinds_that_stand_in_add_up(void)
{
    struct demand *d = city(2);
    struct demand_pool pool = {7, 2, {0, 1}}, one = {7, 1, {1}};
    struct demand_case cases[DEMAND_AHEAD + 1];
    struct forecast alone, both;
    double sum = 0;
    int count;

    for (int32_t day = 0; day < 60; day++)
        for (int32_t b = 0; b < BOXES; b++)
            for (int32_t p = 0; p < 2; p++) {
                struct demand_event event = {
                    .day = day, .at = 0.5F, .kind = DEMAND_TAKE, .box = b, .place = p, .amount = 1};

                if (day % 12 == b % 12)
                    event.kind = DEMAND_VISIT, event.amount = 20;
                demand_see(d, &event);
            }
    demand_close(d, 59);
    alone = demand_pool_forecast(d, &one, 7);
    both = demand_pool_forecast(d, &pool, 7);
    g_assert_cmpfloat_with_epsilon(both.mean, 2 * alone.mean, 1e-9);
    g_assert_cmpfloat_with_epsilon(both.variance, 2 * alone.variance, 1e-9);
    g_assert_cmpfloat_with_epsilon(both.grain, alone.grain, 1e-9);
    g_assert_cmpfloat(demand_pool_out(d, &one, 6, 7), ==, demand_out(d, 7, 1, 6, 7));
    g_assert_cmpfloat(demand_pool_out(d, &pool, 6, 7), >, demand_out(d, 7, 1, 6, 7));
    g_assert_cmpfloat(demand_pool_out(d, &pool, 24, 7), <, demand_out(d, 7, 1, 12, 7));
    count = demand_cases(d, &pool, 9, 7, cases);
    g_assert_cmpint(count, >, 1);
    for (int i = 0; i < count; i++)
        sum += cases[i].chance * demand_case_out(&cases[i]);
    g_assert_cmpfloat(sum, ==, demand_pool_out(d, &pool, 9, 7));
    demand_free(d);
}

/* A box with more than a visit usually leaves is no worse off after one. */
static void
a_visit_takes_nothing_away(void)
{
    struct demand *d = usual_city(60, 1);

    g_assert_cmpfloat(demand_out(d, 5, 0, 60, 7), <, 0.01);
    demand_tell_due(d, 5, 0, 62, 0);
    g_assert_cmpfloat(demand_out(d, 5, 0, 60, 7), <, 0.01);
    demand_free(d);
}

/* ------------------------------------------------------------------------- one history, one state */

static GArray *
random_history(guint32 seed)
{
    g_autoptr(GRand) random = g_rand_new_with_seed(seed);
    GArray *events = g_array_new(FALSE, FALSE, sizeof(struct demand_event));

    for (int32_t day = 0; day < 90; day++)
        for (int32_t box = 0; box < BOXES; box++)
            for (int i = 0; i < 4; i++) {
                struct demand_event event = {
                    .day = day,
                    .at = (float)(0.2 * i + 0.1),
                    .kind = (uint8_t)g_rand_int_range(random, DEMAND_TAKE, DEMAND_DUE),
                    .box = box,
                    .place = g_rand_int_range(random, 0, 3),
                    .amount = g_rand_int_range(random, 1, 6),
                };

                if (g_rand_double(random) < 0.4)
                    g_array_append_val(events, event);
            }
    return events;
}

static void
see_all(struct demand *d, const GArray *events, guint from, guint to)
{
    for (guint i = from; i < to; i++)
        demand_see(d, &g_array_index(events, struct demand_event, i));
}

/* Within a day, boxes in any order. */
static int
boxes_backwards(gconstpointer a, gconstpointer b)
{
    const struct demand_event *one = a, *other = b;

    return one->day != other->day ? one->day - other->day : other->box - one->box;
}

static void
the_order_of_boxes_does_not_matter(void)
{
    for (guint32 seed = 1; seed <= 5; seed++) {
        g_autoptr(GArray) events = random_history(seed);
        struct demand *d = city(3), *backwards = city(3);
        g_autofree uint8_t *one = NULL, *other = NULL;
        size_t size, size_backwards;

        see_all(d, events, 0, events->len);
        g_array_sort(events, boxes_backwards);
        see_all(backwards, events, 0, events->len);
        demand_close(d, 89);
        demand_close(backwards, 89);
        one = demand_save(d, &size);
        other = demand_save(backwards, &size_backwards);
        g_assert_true(size == size_backwards && memcmp(one, other, size) == 0);
        demand_free(d);
        demand_free(backwards);
    }
}

/* Saved and loaded at the end of any day, it goes on as if nothing had been. */
static void
restarted_is_run_through(void)
{
    for (guint32 seed = 1; seed <= 5; seed++) {
        g_autoptr(GArray) events = random_history(seed);
        struct demand *d = city(3), *restarted = NULL;
        g_autofree uint8_t *one = NULL, *other = NULL;
        int32_t stop = 13 * (int32_t)seed;
        guint half = 0;
        size_t size, size_restarted;

        while (g_array_index(events, struct demand_event, half).day <= stop)
            half++;
        see_all(d, events, 0, half);
        demand_close(d, stop);
        one = demand_save(d, &size);
        restarted = city(3);
        g_assert_true(demand_load(restarted, one, size));
        see_all(d, events, half, events->len);
        see_all(restarted, events, half, events->len);
        demand_close(d, 95);
        demand_close(restarted, 95);
        for (int32_t b = 0; b < BOXES; b++)
            g_assert_cmpfloat(demand_out(d, b, 1, 6, 7), ==, demand_out(restarted, b, 1, 6, 7));
        g_free(one);
        one = demand_save(d, &size);
        other = demand_save(restarted, &size_restarted);
        g_assert_true(size == size_restarted && memcmp(one, other, size) == 0);
        demand_free(d);
        demand_free(restarted);
    }
}

static void
what_is_not_its_own_is_refused(void)
{
    struct demand *d = usual_city(10, 1), *fresh;
    size_t size;
    g_autofree uint8_t *bytes = demand_save(d, &size);
    static const size_t cuts[] = {0, 3, 20, 500};

    for (size_t i = 0; i < G_N_ELEMENTS(cuts); i++) {
        fresh = city(1);
        g_assert_false(demand_load(fresh, bytes, cuts[i]));
        demand_free(fresh);
    }
    fresh = city(1);
    g_assert_false(demand_load(fresh, bytes, size - 1));
    demand_free(fresh);
    fresh = city(2);
    g_assert_false(demand_load(fresh, bytes, size));
    demand_free(fresh);
    bytes[0] ^= 1;
    fresh = city(1);
    g_assert_false(demand_load(fresh, bytes, size));
    demand_free(fresh);
    demand_free(d);
}

int
main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/demand/a steady rate is learned", a_rate_is_learned);
    g_test_add_func("/demand/more stock or fewer days is less chance", chances_are_ordered);
    g_test_add_func("/demand/the most that a chance can be", the_most_is_more);
    g_test_add_func("/demand/there is an answer from the first day", a_new_place_has_an_answer);
    g_test_add_func("/demand/empty days are no days without demand", empty_days_are_no_exposure);
    g_test_add_func("/demand/only taking and asking is demand", only_taking_and_asking_is_demand);
    g_test_add_func("/demand/asking in vain raises the rate", asking_in_vain_raises_the_rate);
    g_test_add_func("/demand/a box without history has its grid's rate",
                    a_box_without_history_has_its_grids_rate);
    g_test_add_func("/demand/the first takings tell little", the_first_takings_tell_little);
    g_test_add_func("/demand/a surge shows in its county", a_surge_shows_in_its_county);
    g_test_add_func("/demand/slow growth is no surge", slow_growth_is_no_surge);
    g_test_add_func("/demand/days without events close themselves", quiet_days_close_themselves);
    g_test_add_func("/demand/how much is filled counts", how_much_is_filled_counts);
    g_test_add_func("/demand/kinds that stand in for others add up", kinds_that_stand_in_add_up);
    g_test_add_func("/demand/a visit takes nothing away", a_visit_takes_nothing_away);
    g_test_add_func("/demand/a filling that is told counts", a_filling_that_is_told_counts);
    g_test_add_func("/demand/a habit of visits is learned", a_habit_of_visits_is_learned);
    g_test_add_func("/demand/an announced visit counts until it came",
                    a_visit_that_is_announced_counts);
    g_test_add_func("/demand/the order of boxes does not matter",
                    the_order_of_boxes_does_not_matter);
    g_test_add_func("/demand/restarted is as run through", restarted_is_run_through);
    g_test_add_func("/demand/what is not its own is refused", what_is_not_its_own_is_refused);
    return g_test_run();
}
