#include "allocator/forecast.h"

#include <glib.h>
#include <math.h>

#include "allocator/negbin.h"

double
forecast_tail(const struct forecast *f, double amount)
{
    return negbin_tail(f->mean / f->grain, f->variance / (f->grain * f->grain), amount / f->grain);
}

/* What is asked for comes in whole grains, so any part of a grain is as probably asked for as all of it. */
void
forecast_means(const struct forecast *f, double first, double step, int count, double *means)
{
    double begin = floor(first / f->grain), last = ceil((first + count * step) / f->grain);
    int grains = (int)(last - begin) + 1;
    g_autofree double *tails = g_new(double, grains);
    int g = 1;

    negbin_near(f->mean / f->grain, f->variance / (f->grain * f->grain), begin, grains, tails);
    for (int i = 0; i < count; i++) {
        double at = first + i * step, end = first + (i + 1) * step, sum = 0;

        for (; g < grains && at < end; g++) {
            double until = MIN((begin + g) * f->grain, end);

            sum += MAX(until - at, 0) * tails[g];
            at = MAX(until, at);
            if (until == end)
                break;
        }
        means[i] = i > 0 ? MIN(sum / step, means[i - 1]) : sum / step;
    }
}

double
forecast_met(const struct forecast *f, double amount)
{
    double mean = 0;

    if (amount > 0)
        forecast_means(f, 0, amount, 1, &mean);
    return amount * mean;
}
