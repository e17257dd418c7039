#include <glib.h>
#include <math.h>
#include <string.h>

#include "allocator/demand_inside.h"

#define KEPT 0.99
#define PRIOR_EXPOSURE 20 /* box days */
#define PRIOR_RATE 0.3    /* grains a day in the mean box */
#define PRIOR_COUNT 2000  /* grains expected at which variances count as much as what is believed */
#define LEAST 0.002

/* Relative variances between counties, between the communities of one, and so on; believed before
 * anything is seen. */
enum {
    COUNTY,
    COMMUNITY,
    GRID,
    BOX,
    PARTS
};
static const double believed[PARTS] = {0.01, 0.08, 0.04, 0.15};

struct variances {
    double of[PARTS];
};

/* Sums over the boxes of each group of what they differ from the mean by, squared, less the same of
 * single boxes: products of different boxes alone, in which chance cancels. */
static double
covariance(struct demand *d, int32_t p, const struct grouping *g, double mean)
{
    g_autofree double *sums = g_new0(double, 2 * (size_t)g->count + 1);
    double above = 0, below = 0;

    for (int32_t b = 0; b < d->boxes; b++) {
        const struct series *s = demand_series(d, b, p);
        double expected = mean * s->exposure, differs = s->count - expected;

        sums[2 * g->of[b]] += differs;
        sums[2 * g->of[b] + 1] += expected;
        above -= differs * differs;
        below -= expected * expected;
    }
    for (int32_t i = 0; i < g->count; i++) {
        above += sums[2 * i] * sums[2 * i];
        below += sums[2 * i + 1] * sums[2 * i + 1];
    }
    return above / MAX(below, 1e-9);
}

static struct variances
fit_variances(struct demand *d, int32_t p, double mean, double noise)
{
    struct variances v = {{0}};
    double total[PARTS], squares = 0, all = 0, expected_squares = 0, weight, grain;

    for (int32_t b = 0; b < d->boxes; b++) {
        const struct series *s = demand_series(d, b, p);
        double expected = mean * s->exposure, differs = s->count - expected;

        squares += differs * differs;
        all += expected;
        expected_squares += expected * expected;
    }
    for (int l = 0; l < DEMAND_LEVELS; l++)
        total[l] = covariance(d, p, &d->level[l], mean);
    total[BOX] = (squares - noise * all) / MAX(expected_squares, 1e-9);
    grain = d->place[p].grain;
    weight = all / (all + PRIOR_COUNT * grain);
    for (int i = 0; i < PARTS; i++) {
        double seen = total[i] - (i > 0 ? total[i - 1] : 0);

        v.of[i] = MAX(weight * seen + (1 - weight) * believed[i], LEAST);
    }
    return v;
}

/* Gamma posteriors of a level's groups: in, the parents' rates; out, their own. below: the variance of
 * what they are made of. */
static void
shrink(struct demand *d, int32_t p, int level, const double *parents, double variance, double below,
       double noise, double *rates)
{
    const struct grouping *g = &d->level[level];
    g_autofree double *sums = g_new0(double, 3 * (size_t)g->count + 1);

    for (int32_t b = 0; b < d->boxes; b++) {
        const struct series *s = demand_series(d, b, p);
        double *sum = &sums[3 * g->of[b]];

        sum[0] += s->count;
        sum[1] += s->exposure;
        sum[2] += s->exposure * s->exposure;
    }
    for (int32_t i = 0; i < g->count; i++) {
        double parent = parents[level > 0 ? g->parent[i] : 0];
        double unit = noise + below * parent * sums[3 * i + 2] / MAX(sums[3 * i + 1], 1e-9);

        rates[i] = (1 / variance + sums[3 * i] / unit) /
                   (1 / (variance * parent) + sums[3 * i + 1] / unit);
    }
}

static void
shrink_boxes(struct demand *d, int32_t p, const double *grids, double variance, double noise)
{
    for (int32_t b = 0; b < d->boxes; b++) {
        struct series *s = demand_series(d, b, p);
        double grid = grids[d->level[2].of[b]];

        s->shape = 1 / variance + s->count / noise;
        s->rate = s->shape / (1 / (variance * grid) + s->exposure / noise) * d->residents[b];
    }
}

void
demand_fit(struct demand *d, int32_t p)
{
    struct place *place = &d->place[p];
    double count = PRIOR_EXPOSURE * PRIOR_RATE * place->grain, exposure = PRIOR_EXPOSURE;
    double noise = place->dispersion / (1 + KEPT);
    struct variances v;
    g_autofree double *counties = g_new(double, (size_t)d->level[0].count + 1);
    g_autofree double *communities = g_new(double, (size_t)d->level[1].count + 1);

    for (int32_t b = 0; b < d->boxes; b++) {
        count += demand_series(d, b, p)->count;
        exposure += demand_series(d, b, p)->exposure;
    }
    place->mean = count / exposure;
    v = fit_variances(d, p, place->mean, noise);
    shrink(d, p, 0, &place->mean, v.of[COUNTY], v.of[BOX] + v.of[GRID] + v.of[COMMUNITY], noise,
           counties);
    shrink(d, p, 1, counties, v.of[COMMUNITY], v.of[BOX] + v.of[GRID], noise, communities);
    shrink(d, p, 2, communities, v.of[GRID], v.of[BOX], noise, place->grid_rate);
    shrink_boxes(d, p, place->grid_rate, v.of[BOX], noise);
}
