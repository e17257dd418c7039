#include "allocator/ears.h"

#include <glib.h>
#include <math.h>

#include "tests/unit/ears.h"

/* A week of mean 4 and variance 14/3, two days between, and what is judged. */
static const double counts[] = {1, 2, 3, 4, 5, 6, 7, 9, 8, 10, 4, 12};

static void
by_hand(void)
{
    double sd = sqrt(28.0 / 6), c2_first = (10 - 4) / sd;
    const double second[] = {2, 3, 4, 5, 6, 7, 9}, third[] = {3, 4, 5, 6, 7, 9, 8};
    double mean2 = 36.0 / 7, mean3 = 6, sum2 = 0, sum3 = 0;

    for (int i = 0; i < 7; i++) {
        sum2 += (second[i] - mean2) * (second[i] - mean2);
        sum3 += (third[i] - mean3) * (third[i] - mean3);
    }
    g_assert_cmpfloat_with_epsilon(ears_c1(counts, 8), (9 - 4) / sd, 1e-12);
    g_assert_cmpfloat_with_epsilon(ears_c2(counts, 10), c2_first, 1e-12);
    g_assert_cmpfloat_with_epsilon(ears_c2(counts, 11), (4 - mean2) / sqrt(sum2 / 6), 1e-12);
    g_assert_cmpfloat_with_epsilon(ears_c2(counts, 12), (12 - mean3) / sqrt(sum3 / 6), 1e-12);
    g_assert_cmpfloat_with_epsilon(ears_c3(counts, 12),
                                   c2_first - 1 + (12 - mean3) / sqrt(sum3 / 6) - 1, 1e-12);
}

/* Against another program's numbers for a month with a rise in it. */
static void
as_published(void)
{
    double month[G_N_ELEMENTS(scores)];

    for (size_t t = 0; t < G_N_ELEMENTS(scores); t++) {
        int count = (int)t + 1;

        month[t] = scores[t][0];
        g_assert_cmpfloat_with_epsilon(ears_c1(month, count), scores[t][1], 1e-9);
        g_assert_cmpfloat_with_epsilon(ears_c2(month, count), scores[t][2], 1e-9);
        g_assert_cmpfloat_with_epsilon(ears_c3(month, count), scores[t][3], 1e-9);
    }
}

static void
too_few_days(void)
{
    g_assert_cmpfloat(ears_c1(counts, 7), ==, 0);
    g_assert_cmpfloat(ears_c2(counts, 9), ==, 0);
    g_assert_cmpfloat(ears_c3(counts, 11), ==, 0);
    g_assert_cmpfloat(ears_c1(counts, 1), ==, 0);
}

static void
a_week_without_variation(void)
{
    static const double flat[] = {2, 2, 2, 2, 2, 2, 2, 2, 3};

    g_assert_cmpfloat(ears_c1(flat, 8), ==, 0);
    g_assert_true(isinf(ears_c2(flat, 9)) == 0);
    g_assert_cmpfloat(ears_c1(flat, 9), ==, INFINITY);
}

int
main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/ears/as defined", by_hand);
    g_test_add_func("/ears/a month, as published", as_published);
    g_test_add_func("/ears/too few days give nothing", too_few_days);
    g_test_add_func("/ears/a week without variation", a_week_without_variation);
    return g_test_run();
}
