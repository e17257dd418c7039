#include "allocator/forecast.h"

#include <glib.h>
#include <math.h>

#include "allocator/negbin.h"

static void
expect(double said, double right)
{
    g_assert_cmpfloat(fabs(said - right), <=, 1e-10 * right);
}

static void
geometric(void)
{
    static const double means[] = {0.01, 0.1, 0.5, 1, 20, 3000};

    for (size_t i = 0; i < G_N_ELEMENTS(means); i++)
        for (int u = 0; u <= 200; u += u < 10 ? 1 : 19) {
            double mean = means[i], right = pow(mean / (1 + mean), u);

            if (right > 1e-290)
                expect(negbin_tail(mean, mean + mean * mean, u), right);
        }
}

static void
poisson(void)
{
    expect(negbin_tail(1, 1, 1), 1 - exp(-1));
    expect(negbin_tail(2, 1, 3), 1 - 5 * exp(-2)); /* no less than Poisson's variance */
    expect(negbin_tail(1e-6, 1e-6, 2), 1e-12 / 2 * (1 - 2e-6 / 3));
    g_assert_cmpfloat_with_epsilon(negbin_tail(1e8, 1e8, 1e8), 0.5, 1e-4);
    g_assert_cmpfloat(negbin_tail(1e12, 1e12, 1.001e12), ==, 0);
}

static void
nothing_and_everything(void)
{
    g_assert_cmpfloat(negbin_tail(5, 9, 0), ==, 1);
    g_assert_cmpfloat(negbin_tail(5, 9, -3), ==, 1);
    g_assert_cmpfloat(negbin_tail(0, 0, 1), ==, 0);
    g_assert_cmpfloat(negbin_tail(0, 0, 0.2), ==, 0);
    g_assert_cmpfloat(negbin_tail(1e12, 1e13, 5), ==, 1);
    g_assert_cmpfloat(negbin_tail(1e-12, 1e12, 1), <, 1e-12);
}

static void
between_whole_numbers(void)
{
    double three = negbin_tail(4, 7, 3), four = negbin_tail(4, 7, 4);

    expect(negbin_tail(4, 7, 3.25), 0.75 * three + 0.25 * four);
}

/* One by one, all at once, and as sums: E[D] is the sum of its tails, E[D²] that of (2u - 1) P. */
static void
all_at_once(void)
{
    g_autoptr(GRand) random = g_rand_new_with_seed(5);

    for (int round = 0; round < 200; round++) {
        double mean = pow(10, g_rand_double_range(random, -3, 3));
        double variance = mean * (1 + pow(10, g_rand_double_range(random, -4, 1)));
        int last = (int)(mean + 40 * sqrt(variance) + 40 * variance / mean);
        g_autofree double *tails = g_new(double, (size_t)last + 1);
        double sum = 0, squares = 0;

        negbin_near(mean, variance, 0, last + 1, tails);
        for (int u = 0; u <= last; u++) {
            if (u % (1 + last / 20) == 0)
                g_assert_cmpfloat_with_epsilon(tails[u], negbin_tail(mean, variance, u),
                                               tails[u] > 0 ? 1e-10 : 1e-6);
            g_assert_true(u == 0 || (tails[u] <= tails[u - 1] && tails[u] >= 0));
            sum += u > 0 ? tails[u] : 0;
            squares += (2 * u - 1) * (u > 0 ? tails[u] : 0);
        }
        g_assert_cmpfloat_with_epsilon(sum, mean, 1e-4 * (mean + variance) + 1e-5);
        g_assert_cmpfloat_with_epsilon(squares - sum * sum, variance, 0.05 * variance + 1e-4);
    }
}

static void
far_beyond_the_mean(void)
{
    g_autofree double *tails = g_new(double, 100001);

    negbin_near(3, 4, 0, 100001, tails);
    expect(tails[5], negbin_tail(3, 4, 5));
    g_assert_cmpfloat(tails[100000], ==, 0);
    negbin_near(1e6, 1e6, 0, 11, tails);
    g_assert_cmpfloat(tails[10], ==, 1);
}

static void
near_tails(void)
{
    g_autoptr(GRand) random = g_rand_new_with_seed(8);

    for (int round = 0; round < 2000; round++) {
        double mean = pow(10, g_rand_double_range(random, -3, 3.5)), tails[3];
        double variance = mean * (1 + pow(10, g_rand_double_range(random, -4, 1)));
        double u = floor(mean * g_rand_double_range(random, 0, 3));

        negbin_near(mean, variance, u + 0.5, 3, tails);
        for (int i = 0; i < 3; i++)
            g_assert_cmpfloat_with_epsilon(tails[i], negbin_tail(mean, variance, u + i), 2e-6);
        if (tails[0] > 1e-3)
            g_assert_cmpfloat_with_epsilon(tails[0], negbin_tail(mean, variance, u), 1e-10);
    }
}

/* In person-days: half packs of a day and a half each. Against the chances of grains, part by part. */
static void
portions(void)
{
    struct forecast forecast = {.days = 7, .rate = 2, .mean = 14, .variance = 60, .grain = 1.5};
    const double firsts[] = {0, 2.25, 1.5, 7}, steps[] = {1, 0.75, 10, 1.5};
    double means[8];

    for (size_t t = 0; t < G_N_ELEMENTS(firsts); t++) {
        forecast_means(&forecast, firsts[t], steps[t], 8, means);
        for (int i = 0; i < 8; i++) {
            double sum = 0;

            for (int part = 0; part < 3000; part++) {
                double at = firsts[t] + steps[t] * (i + (part + 0.5) / 3000);

                sum += negbin_tail(14 / 1.5, 60 / 2.25, ceil(at / 1.5));
            }
            g_assert_cmpfloat_with_epsilon(means[i], sum / 3000, 2e-6);
        }
    }
    forecast_means(&forecast, 1.5, 1.5, 1, means);
    g_assert_cmpfloat_with_epsilon(means[0], forecast_tail(&forecast, 3), 1e-10);
}

/* Of plenty all that is asked for, of nothing nothing, of a grain as much as it is asked for. */
static void
what_is_met(void)
{
    struct forecast forecast = {.days = 7, .rate = 2, .mean = 14, .variance = 60, .grain = 1.5};

    g_assert_cmpfloat(forecast_met(&forecast, 0), ==, 0);
    g_assert_cmpfloat_with_epsilon(forecast_met(&forecast, 1.5),
                                   1.5 * forecast_tail(&forecast, 1.5), 1e-10);
    g_assert_cmpfloat_with_epsilon(forecast_met(&forecast, 1000), 14, 1e-3);
}

/* A bottle of ten person-days where nobody asks is worth nothing, and so is half of it. */
static void
nobody_asks(void)
{
    struct forecast forecast = {.days = 7, .grain = 10};
    double means[4];

    forecast_means(&forecast, 0, 1, 4, means);
    for (int i = 0; i < 4; i++)
        g_assert_cmpfloat(means[i], ==, 0);
}

int
main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/negbin/geometric tails in closed form", geometric);
    g_test_add_func("/negbin/a small variance is Poisson's", poisson);
    g_test_add_func("/negbin/edges", nothing_and_everything);
    g_test_add_func("/negbin/interpolated", between_whole_numbers);
    g_test_add_func("/negbin/all at once are as one by one and have the moments", all_at_once);
    g_test_add_func("/negbin/far out", far_beyond_the_mean);
    g_test_add_func("/negbin/quick ones are near", near_tails);
    g_test_add_func("/forecast/portions are worth what is asked for of them", portions);
    g_test_add_func("/forecast/what of an amount is asked for", what_is_met);
    g_test_add_func("/forecast/nobody asks", nobody_asks);
    return g_test_run();
}
