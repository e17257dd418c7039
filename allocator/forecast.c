#include "allocator/forecast.h"

#include <glib.h>
#include <math.h>

#include "allocator/negbin.h"

double
forecast_tail(const struct forecast *f, double amount)
{
    return negbin_tail(f->mean / f->grain, f->variance / (f->grain * f->grain), amount / f->grain);
}

void
forecast_tails(const struct forecast *f, double step, int count, double *tails)
{
    double grains = step / f->grain;
    int last = (int)ceil(grains * count) + 1;
    g_autofree double *by_grain = g_new(double, (size_t)last + 1);

    negbin_near(f->mean / f->grain, f->variance / (f->grain * f->grain), 0, last + 1, by_grain);
    for (int i = 0; i <= count; i++) {
        double at = grains * i, below = floor(at);

        tails[i] =
            by_grain[(int)below] + (at - below) * (by_grain[(int)below + 1] - by_grain[(int)below]);
    }
}
