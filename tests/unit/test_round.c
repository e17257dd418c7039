#include "allocator/round.h"

#include <math.h>
#include <stdbool.h>
#include <string.h>

#include <glib.h>

#include "tests/unit/random.h"

#define POINTS 9
#define LEGS 12
#define CITY_LEGS 600
#define TRIALS 300

static struct round_rules
rules_of(int32_t bag)
{
    struct round_rules rules = round_rules_standard;

    rules.bag = bag;
    return rules;
}

static struct round_point
at(double x, double y)
{
    return (struct round_point){x, y, {0}};
}

static struct round_visit
visit_of(const struct round *round, guint i)
{
    return g_array_index(round->visits, struct round_visit, i);
}

static int32_t
point_of(const struct round_leg *legs, struct round_visit visit)
{
    return visit.puts ? legs[visit.leg].to : legs[visit.leg].from;
}

/* Walks a round: everything is fetched once before it is put in once, and the bag never holds more
 * than it may. Minutes and metres are what the way comes to. */
static void
walk(const struct round *round, const struct round_point *points, const struct round_leg *legs,
     const struct round_rules *rules, int *carried)
{
    bool fetched[CITY_LEGS] = {false}, put[CITY_LEGS] = {false};
    int32_t load = 0;
    double minutes = round->visits->len > 0 ? rules->stop_minutes : 0;

    for (guint i = 0; i < round->visits->len; i++) {
        struct round_visit visit = visit_of(round, i);

        if (legs[visit.leg].from == legs[visit.leg].to) {
            fetched[visit.leg] = true;
            load += MIN(legs[visit.leg].load, rules->bag);
        }
    }
    for (guint i = 0; i < round->visits->len; i++) {
        struct round_visit visit = visit_of(round, i);
        int32_t here = point_of(legs, visit), before, units = MIN(legs[visit.leg].load, rules->bag);

        g_assert_true(visit.puts ? fetched[visit.leg] && !put[visit.leg] : !fetched[visit.leg]);
        (visit.puts ? put : fetched)[visit.leg] = true;
        load += visit.puts ? -units : units;
        if (!visit.puts)
            g_assert_cmpint(load, <=, rules->bag);
        minutes += visit.puts ? rules->leg_minutes : 0;
        carried[visit.leg] += visit.puts;
        before = i > 0 ? point_of(legs, visit_of(round, i - 1)) : here;
        if (before != here && !isnan(points[before].x) && !isnan(points[here].x))
            minutes += hypot(points[before].x - points[here].x, points[before].y - points[here].y) *
                           1.3 / rules->metres_a_minute +
                       rules->stop_minutes;
        else if (before != here)
            minutes = NAN;
    }
    if (!isnan(minutes))
        g_assert_cmpfloat_with_epsilon(round->minutes, minutes, 0.01);
}

static void
random_legs(struct round_leg *legs, int32_t count, uint64_t *state)
{
    for (int32_t i = 0; i < count; i++)
        legs[i] = (struct round_leg){random_below(state, POINTS), random_below(state, POINTS),
                                     1 + random_below(state, 30)};
}

static void
everything_arrives(void)
{
    uint64_t state = 1;

    for (int trial = 0; trial < TRIALS; trial++) {
        struct round_point points[POINTS];
        struct round_leg legs[LEGS];
        int32_t count = random_below(&state, LEGS + 1), carriers = 1 + random_below(&state, 4);
        struct round_rules rules = rules_of(1 + random_below(&state, 40));
        int carried[LEGS] = {0};
        g_autoptr(GArray) rounds = NULL, again = NULL;

        for (int i = 0; i < POINTS; i++)
            points[i] = at(random_below(&state, 8) == 0 ? (double)NAN : random_below(&state, 1000),
                           random_below(&state, 1000));
        random_legs(legs, count, &state);
        rounds = round_share(points, POINTS, legs, count, carriers, &rules);
        again = round_share(points, POINTS, legs, count, carriers, &rules);
        g_assert_cmpuint(rounds->len, ==, (guint)carriers);
        for (guint c = 0; c < rounds->len; c++) {
            const struct round *round = &g_array_index(rounds, struct round, c);
            const struct round *same = &g_array_index(again, struct round, c);

            walk(round, points, legs, &rules, carried);
            g_assert_cmpuint(round->visits->len, ==, same->visits->len);
            for (guint i = 0; i < round->visits->len; i++)
                g_assert_cmpint(visit_of(round, i).leg, ==, visit_of(same, i).leg);
        }
        for (int32_t i = 0; i < count; i++)
            g_assert_cmpint(carried[i], ==, 1);
    }
}

/* One carrier's visits, as the points they lead to. */
static void
expect_way(const struct round_point *points, int32_t point_count, const struct round_leg *legs,
           int32_t count, int32_t bag, const char *way)
{
    struct round_rules rules = rules_of(bag);
    g_autoptr(GArray) rounds = round_share(points, point_count, legs, count, 1, &rules);
    const struct round *round = &g_array_index(rounds, struct round, 0);
    g_autoptr(GString) text = g_string_new(NULL);
    int32_t last = -1;

    for (guint i = 0; i < round->visits->len; i++) {
        int32_t here = point_of(legs, visit_of(round, i));

        if (here != last)
            g_string_append_printf(text, "%d", here);
        last = here;
    }
    g_assert_cmpstr(text->str, ==, way);
}

static void
a_row_is_walked_once(void)
{
    const struct round_point points[] = {at(0, 0), at(100, 0), at(200, 0), at(300, 0), at(400, 0)};
    static const struct round_leg legs[] = {{0, 4, 1}, {0, 2, 1}, {0, 1, 1}, {0, 3, 1}};

    expect_way(points, 5, legs, 4, 40, "01234");
}

/* What is fetched here and there is put in together; a small bag makes it two ways. */
static void
fetched_together_put_in_together(void)
{
    const struct round_point points[] = {at(0, 0), at(100, 0), at(1000, 0), at(1100, 0)};
    static const struct round_leg legs[] = {{0, 2, 5}, {1, 3, 5}, {0, 3, 5}};

    expect_way(points, 4, legs, 3, 40, "0123");
    expect_way(points, 4, legs, 3, 15, "0123");
    expect_way(points, 4, legs, 1, 3, "02"); /* more than fits is carried all the same */
}

static void
there_and_back_is_two_visits(void)
{
    const struct round_point points[] = {at(0, 0), at(100, 0)};
    static const struct round_leg legs[] = {{0, 1, 1}, {1, 0, 1}};
    struct round_rules rules = rules_of(9);
    g_autoptr(GArray) rounds = round_share(points, 2, legs, 2, 1, &rules);

    g_assert_cmpfloat_with_epsilon(g_array_index(rounds, struct round, 0).metres, 260, 0.1);
}

static void
what_is_under_way_is_put_in_once(void)
{
    const struct round_point points[] = {at(0, 0), at(100, 0)};
    static const struct round_leg legs[] = {{1, 1, 1}, {0, 1, 1}};

    expect_way(points, 2, legs, 2, 40, "01");
    expect_way(points, 2, legs, 1, 40, "1");
    expect_way(points, 2, legs, 0, 40, "");
}

/* Against all orders of a star from one box. */
static void
stars_are_short(void)
{
    uint64_t state = 2;
    double found = 0, best_of_all = 0;

    for (int trial = 0; trial < 100; trial++) {
        struct round_point points[7];
        struct round_leg legs[6];
        struct round_rules rules = rules_of(40);
        g_autoptr(GArray) rounds = NULL;
        double best = INFINITY;

        for (int i = 0; i < 7; i++)
            points[i] = at(random_below(&state, 1000), random_below(&state, 1000));
        for (int32_t i = 0; i < 6; i++)
            legs[i] = (struct round_leg){0, i + 1, 1};
        rounds = round_share(points, 7, legs, 6, 1, &rules);
        found += g_array_index(rounds, struct round, 0).metres;
        for (int n = 0; n < 720; n++) {
            int32_t left[6] = {1, 2, 3, 4, 5, 6}, code = n, from = 0;
            double metres = 0;

            for (int i = 0; i < 6; i++) {
                int next = code % (6 - i);

                metres += hypot(points[from].x - points[left[next]].x,
                                points[from].y - points[left[next]].y) *
                          1.3;
                from = left[next];
                code /= 6 - i;
                memmove(left + next, left + next + 1, sizeof(int32_t) * (size_t)(5 - next));
            }
            best = fmin(best, metres);
        }
        best_of_all += best;
    }
    g_assert_cmpfloat(found, <, best_of_all * 1.03);
}

/* ----------------------------------------------------------------------------------- for several */

/* Two streets far apart are one carrier's each; the third has nothing to do only where nothing is. */
static void
each_has_a_street(void)
{
    const struct round_point points[] = {at(0, 0),    at(50, 0),   at(100, 0),
                                         at(9000, 0), at(9050, 0), at(9100, 0)};
    static const struct round_leg legs[] = {{0, 1, 1}, {3, 4, 1}, {0, 2, 1}, {3, 5, 1}};
    struct round_rules rules = rules_of(40);
    g_autoptr(GArray) rounds = round_share(points, 6, legs, 4, 2, &rules);

    for (guint c = 0; c < 2; c++) {
        const struct round *round = &g_array_index(rounds, struct round, c);

        g_assert_cmpuint(round->visits->len, ==, 4);
        for (guint i = 1; i < 4; i++)
            g_assert_cmpint(visit_of(round, i).leg % 2, ==, visit_of(round, 0).leg % 2);
        g_assert_cmpfloat(round->metres, <, 200);
    }
}

static void
work_is_shared_alike(void)
{
    uint64_t state = 3;
    double longest = 0, mean = 0;

    for (int trial = 0; trial < 20; trial++) {
        struct round_point points[60];
        struct round_leg legs[60];
        struct round_rules rules = rules_of(40);
        g_autoptr(GArray) rounds = NULL;
        double most = 0;

        for (int i = 0; i < 60; i++)
            points[i] = at(random_below(&state, 3000), random_below(&state, 3000));
        for (int i = 0; i < 60; i++)
            legs[i] = (struct round_leg){random_below(&state, 60), random_below(&state, 60), 4};
        rounds = round_share(points, 60, legs, 60, 6, &rules);
        for (guint c = 0; c < 6; c++) {
            most = fmax(most, g_array_index(rounds, struct round, c).minutes);
            mean += g_array_index(rounds, struct round, c).minutes / 6;
        }
        longest += most;
    }
    g_assert_cmpfloat(longest, <, 1.15 * mean);
}

static void
more_people_than_legs(void)
{
    const struct round_point points[] = {at(0, 0), at(50, 0)};
    static const struct round_leg legs[] = {{0, 1, 1}};
    struct round_rules rules = rules_of(40);
    g_autoptr(GArray) rounds = round_share(points, 2, legs, 1, 5, &rules);
    guint busy = 0;

    g_assert_cmpuint(rounds->len, ==, 5);
    for (guint c = 0; c < 5; c++)
        busy += g_array_index(rounds, struct round, c).visits->len > 0;
    g_assert_cmpuint(busy, ==, 1);
}

/* However far that is for them. */
static void
each_leg_goes_to_one_who_may(void)
{
    uint64_t state = 11;

    for (int trial = 0; trial < 20; trial++) {
        struct round_point points[30];
        struct round_leg legs[40];
        bool may[40][4];
        struct round_rules rules = rules_of(40);
        g_autoptr(GArray) rounds = NULL;
        int carried[40] = {0};

        for (int i = 0; i < 30; i++)
            points[i] = at(random_below(&state, 3000), random_below(&state, 3000));
        for (int i = 0; i < 40; i++) {
            legs[i] = (struct round_leg){random_below(&state, 30), random_below(&state, 30), 2};
            for (int c = 0; c < 4; c++) /* the first may take none, the last only every fourth */
                may[i][c] = c != 0 && (i % 4 == 0 ? c == 3 : c != 3);
        }
        rules.may = may[0];
        rounds = round_share(points, 30, legs, 40, 4, &rules);
        for (guint c = 0; c < 4; c++) {
            const struct round *round = &g_array_index(rounds, struct round, c);

            walk(round, points, legs, &rules, carried);
            for (guint i = 0; i < round->visits->len; i++)
                g_assert_true(may[visit_of(round, i).leg][c]);
        }
        for (int i = 0; i < 40; i++)
            g_assert_cmpint(carried[i], ==, 1);
    }
}

/* Without coordinates what stands in one grid is near. */
static void
grids_stay_together(void)
{
    struct round_point points[6];
    static const struct round_leg legs[] = {{0, 1, 1}, {3, 4, 1}, {0, 2, 1}, {3, 5, 1}};
    struct round_rules rules = rules_of(40);
    g_autoptr(GArray) rounds = NULL;

    for (int i = 0; i < 6; i++)
        points[i] = (struct round_point){NAN, NAN, {1 + i / 3, 1, 1}};
    rounds = round_share(points, 6, legs, 4, 2, &rules);
    for (guint c = 0; c < 2; c++) {
        const struct round *round = &g_array_index(rounds, struct round, c);

        g_assert_cmpuint(round->visits->len, ==, 4);
        for (guint i = 1; i < 4; i++)
            g_assert_cmpint(visit_of(round, i).leg % 2, ==, visit_of(round, 0).leg % 2);
    }
}

/* So many legs that places are only tried near them: 20 by 15 boxes, 100 m apart, each of which gives
 * to the next two. All of it arrives, and rounds are not much longer than going to each box once. */
static void
a_city_is_shared_near_by(void)
{
    struct round_point points[300];
    struct round_leg legs[CITY_LEGS];
    struct round_rules rules = rules_of(40);
    g_autoptr(GArray) rounds = NULL;
    int carried[CITY_LEGS] = {0};
    double minutes = 0, once = 300 * (100 * 1.3 / rules.metres_a_minute + rules.stop_minutes) +
                               CITY_LEGS * rules.leg_minutes;

    for (int i = 0; i < 300; i++)
        points[i] = at(i % 20 * 100, i / 20 % 15 * 100);
    for (int i = 0; i < CITY_LEGS; i++)
        legs[i] = (struct round_leg){i / 2, (i / 2 + (i % 2 == 0 ? 1 : 20)) % 300, 2};
    rounds = round_share(points, 300, legs, CITY_LEGS, 12, &rules);
    for (guint c = 0; c < rounds->len; c++) {
        const struct round *round = &g_array_index(rounds, struct round, c);

        walk(round, points, legs, &rules, carried);
        minutes += round->minutes;
    }
    for (int i = 0; i < CITY_LEGS; i++)
        g_assert_cmpint(carried[i], ==, 1);
    g_test_message("%.0f minutes, each box once %.0f", minutes, once);
    g_assert_cmpfloat(minutes, <, once * 1.7);
}

int
main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/round/arrives", everything_arrives);
    g_test_add_func("/round/row", a_row_is_walked_once);
    g_test_add_func("/round/together", fetched_together_put_in_together);
    g_test_add_func("/round/there-and-back", there_and_back_is_two_visits);
    g_test_add_func("/round/under-way", what_is_under_way_is_put_in_once);
    g_test_add_func("/round/short", stars_are_short);
    g_test_add_func("/round/streets", each_has_a_street);
    g_test_add_func("/round/alike", work_is_shared_alike);
    g_test_add_func("/round/who-may", each_leg_goes_to_one_who_may);
    g_test_add_func("/round/more-people", more_people_than_legs);
    g_test_add_func("/round/grids", grids_stay_together);
    g_test_add_func("/round/city", a_city_is_shared_near_by);
    return g_test_run();
}
