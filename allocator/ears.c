#include "allocator/ears.h"

#include <glib.h>
#include <math.h>

/* The count at `at` against the week that ended `lag` days before it. */
static double
score(const double *counts, int at, int lag)
{
    const double *week = counts + at - lag - EARS_BASELINE;
    double mean = 0, square = 0;

    if (at - lag < EARS_BASELINE)
        return 0;
    for (int i = 0; i < EARS_BASELINE; i++)
        mean += week[i] / EARS_BASELINE;
    for (int i = 0; i < EARS_BASELINE; i++)
        square += (week[i] - mean) * (week[i] - mean) / (EARS_BASELINE - 1);
    if (square > 1e-12 * mean * mean)
        return (counts[at] - mean) / sqrt(square);
    return counts[at] > mean + 1e-9 ? INFINITY : 0;
}

double
ears_c1(const double *counts, int count)
{
    return score(counts, count - 1, 0);
}

double
ears_c2(const double *counts, int count)
{
    return score(counts, count - 1, EARS_LAG);
}

double
ears_c3(const double *counts, int count)
{
    double sum = 0;

    if (count < EARS_DAYS)
        return 0;
    for (int at = count - 3; at < count; at++)
        sum += MAX(score(counts, at, EARS_LAG) - 1, 0);
    return sum;
}
