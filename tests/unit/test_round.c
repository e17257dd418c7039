#include "allocator/round.h"

#include <math.h>
#include <stdbool.h>
#include <string.h>

#include <glib.h>

#include "tests/unit/random.h"

#define POINTS 9
#define LEGS 12
#define TRIALS 500

/* Walks the way: what is fetched at its first visit is put in at the first visit of its box after
 * that; all must be in place at the end. Returns how far it is. */
static double
walk(const double *x, const double *y, const struct round_leg *legs, int32_t count,
     const int32_t *order, int32_t length)
{
    bool fetched[LEGS] = {false}, put[LEGS] = {false};
    double far = 0;

    for (int32_t stop = 0; stop < length; stop++) {
        for (int32_t i = 0; i < count; i++)
            if (legs[i].to == order[stop] && (fetched[i] || legs[i].from == legs[i].to))
                put[i] = true;
        for (int32_t i = 0; i < count; i++)
            if (legs[i].from == order[stop])
                fetched[i] = true;
        if (stop > 0 && !isnan(x[order[stop]]) && !isnan(x[order[stop - 1]]))
            far += hypot(x[order[stop]] - x[order[stop - 1]], y[order[stop]] - y[order[stop - 1]]);
    }
    for (int32_t i = 0; i < count; i++)
        g_assert_true(put[i]);
    return far;
}

static void
everything_arrives(void)
{
    uint64_t state = 1;

    for (int trial = 0; trial < TRIALS; trial++) {
        double x[POINTS], y[POINTS];
        struct round_leg legs[LEGS];
        int32_t order[2 * LEGS], count = random_below(&state, LEGS + 1), length;
        bool touched[POINTS] = {false};

        for (int i = 0; i < POINTS; i++) {
            x[i] = random_below(&state, 8) == 0 ? (double)NAN : random_below(&state, 1000);
            y[i] = random_below(&state, 1000);
        }
        for (int32_t i = 0; i < count; i++) {
            legs[i].from = random_below(&state, POINTS);
            legs[i].to = random_below(&state, POINTS);
            touched[legs[i].from] = touched[legs[i].to] = true;
        }
        length = round_order(x, y, POINTS, legs, count, order);
        g_assert_cmpint(length, <=, 2 * count);
        for (int32_t i = 0; i < length; i++)
            g_assert_true(touched[order[i]]);
        walk(x, y, legs, count, order, length);
    }
}

static void
a_row_is_walked_once(void)
{
    static const double x[] = {0, 100, 200, 300, 400}, y[5] = {0};
    static const struct round_leg legs[] = {{0, 4}, {0, 2}, {0, 1}, {0, 3}};
    int32_t order[8];

    g_assert_cmpint(round_order(x, y, 5, legs, 4, order), ==, 5);
    for (int32_t i = 0; i < 5; i++)
        g_assert_cmpint(order[i], ==, i);
}

static void
there_and_back_is_two_visits(void)
{
    static const double x[] = {0, 100}, y[2] = {0};
    static const struct round_leg legs[] = {{0, 1}, {1, 0}};
    int32_t order[4];

    g_assert_cmpint(round_order(x, y, 2, legs, 2, order), ==, 3);
    g_assert_cmpint(order[0], ==, order[2]);
}

static void
what_is_under_way_is_put_in_once(void)
{
    static const double x[] = {0, 100}, y[2] = {0};
    static const struct round_leg legs[] = {{1, 1}, {0, 1}};
    int32_t order[4];

    g_assert_cmpint(round_order(x, y, 2, legs, 2, order), ==, 2);
    g_assert_cmpint(order[0], ==, 0);
    g_assert_cmpint(order[1], ==, 1);
    g_assert_cmpint(round_order(x, y, 2, legs, 1, order), ==, 1);
    g_assert_cmpint(round_order(x, y, 2, legs, 0, order), ==, 0);
}

/* Against all orders of a star from one box. */
static void
ways_are_short(void)
{
    uint64_t state = 2;
    double found = 0, straight = 0;

    for (int trial = 0; trial < 100; trial++) {
        double x[POINTS], y[POINTS], best = INFINITY;
        struct round_leg legs[6];
        int32_t order[12], perm[7] = {0, 1, 2, 3, 4, 5, 6};

        for (int i = 0; i < 7; i++) {
            x[i] = random_below(&state, 1000);
            y[i] = random_below(&state, 1000);
        }
        for (int32_t i = 0; i < 6; i++)
            legs[i] = (struct round_leg){0, i + 1};
        found += walk(x, y, legs, 6, order, round_order(x, y, 7, legs, 6, order));
        for (int n = 0; n < 720; n++) {
            int32_t left[6] = {1, 2, 3, 4, 5, 6}, code = n;

            for (int i = 0; i < 6; i++) {
                int at = code % (6 - i);

                code /= 6 - i;
                perm[i + 1] = left[at];
                memmove(left + at, left + at + 1, sizeof(int32_t) * (size_t)(5 - at));
            }
            best = fmin(best, walk(x, y, legs, 6, perm, 7));
        }
        straight += best;
    }
    g_assert_cmpfloat(found, <, straight * 1.05);
}

int
main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/round/arrives", everything_arrives);
    g_test_add_func("/round/row", a_row_is_walked_once);
    g_test_add_func("/round/there-and-back", there_and_back_is_two_visits);
    g_test_add_func("/round/under-way", what_is_under_way_is_put_in_once);
    g_test_add_func("/round/short", ways_are_short);
    return g_test_run();
}
