#include <glib.h>
#include <math.h>
#include <string.h>

#include "allocator/demand_inside.h"

#define PRIOR_TAKINGS 6  /* that the belief in the mean of all boxes is worth */
#define PRIOR_RATE 0.3   /* grains a day in the mean box */
#define PRIOR_COUNT 2000 /* grains expected at which variances count as much as what is believed */
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

/* What the boxes of a group add up to. */
struct sum {
    double count, exposure, squares; /* of exposure */
};

/* Of the groups of each level, in one piece: counties, communities, grids. */
static struct sum *
add_up(const struct demand *d, int32_t p, struct sum *sums[DEMAND_LEVELS])
{
    const struct grouping *level = d->level;
    size_t groups = (size_t)level[0].count + (size_t)level[1].count + (size_t)level[2].count;
    struct sum *all = g_new0(struct sum, groups + 1);

    sums[0] = all;
    sums[1] = sums[0] + level[0].count;
    sums[2] = sums[1] + level[1].count;
    for (int32_t b = 0; b < d->boxes; b++) {
        const struct series *s = demand_series(d, b, p);
        struct sum *sum = &sums[2][level[2].of[b]];

        sum->count += s->count;
        sum->exposure += s->exposure;
        sum->squares += s->exposure * s->exposure;
    }
    for (int l = DEMAND_LEVELS - 1; l > 0; l--)
        for (int32_t i = 0; i < level[l].count; i++) {
            struct sum *above = &sums[l - 1][level[l].parent[i]];

            above->count += sums[l][i].count;
            above->exposure += sums[l][i].exposure;
            above->squares += sums[l][i].squares;
        }
    return all;
}

/* What differs from the mean of all, and what is expected by it, squared: of single boxes. */
struct squares {
    double differs, expected;
};

/* What groups differ from the mean by, squared, less the same of single boxes: products of different
 * boxes alone, in which chance cancels. */
static double
covariance(const struct sum *sums, int32_t groups, double mean, const struct squares *boxes)
{
    double above = -boxes->differs, below = -boxes->expected;

    for (int32_t i = 0; i < groups; i++) {
        double expected = mean * sums[i].exposure, differs = sums[i].count - expected;

        above += differs * differs;
        below += expected * expected;
    }
    return above / MAX(below, 1e-9);
}

static struct variances
fit_variances(const struct demand *d, int32_t p, struct sum *const sums[DEMAND_LEVELS], double mean,
              double noise)
{
    struct variances v = {{0}};
    struct squares squares = {0, 0};
    double total[PARTS], all = 0, weight;

    for (int32_t b = 0; b < d->boxes; b++) {
        const struct series *s = demand_series(d, b, p);
        double expected = mean * s->exposure, differs = s->count - expected;

        squares.differs += differs * differs;
        squares.expected += expected * expected;
        all += expected;
    }
    for (int l = 0; l < DEMAND_LEVELS; l++)
        total[l] = covariance(sums[l], d->level[l].count, mean, &squares);
    total[BOX] = (squares.differs - noise * all) / MAX(squares.expected, 1e-9);
    weight = all / (all + PRIOR_COUNT * d->place[p].grain);
    for (int i = 0; i < PARTS; i++) {
        double seen = total[i] - (i > 0 ? total[i - 1] : 0);

        v.of[i] = MAX(weight * seen + (1 - weight) * believed[i], LEAST);
    }
    return v;
}

/* Gamma posteriors of a level's groups: in, the parents' rates; out, their own. below: the variance of
 * what they are made of. */
static void
shrink(const struct demand *d, int level, const struct sum *sums, const double *parents,
       double variance, double below, double noise, double *rates)
{
    const struct grouping *g = &d->level[level];

    for (int32_t i = 0; i < g->count; i++) {
        double parent = parents[level > 0 ? g->parent[i] : 0];
        double unit = noise + below * parent * sums[i].squares / MAX(sums[i].exposure, 1e-9);

        rates[i] = (1 / variance + sums[i].count / unit) /
                   (1 / (variance * parent) + sums[i].exposure / unit);
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
    double count = 0, exposure = 0;
    double noise = place->dispersion / (1 + DEMAND_KEPT);
    struct variances v;
    struct sum *sums[DEMAND_LEVELS];
    g_autofree struct sum *all = add_up(d, p, sums);
    g_autofree double *counties = g_new(double, (size_t)d->level[0].count + 1);
    g_autofree double *communities = g_new(double, (size_t)d->level[1].count + 1);

    for (int32_t i = 0; i < d->level[0].count; i++) {
        count += all[i].count;
        exposure += all[i].exposure;
    }
    place->mean = (PRIOR_TAKINGS + count / place->dispersion) /
                  (PRIOR_TAKINGS / (PRIOR_RATE * place->grain) + exposure / place->dispersion);
    v = fit_variances(d, p, sums, place->mean, noise);
    shrink(d, 0, sums[0], &place->mean, v.of[COUNTY], v.of[BOX] + v.of[GRID] + v.of[COMMUNITY],
           noise, counties);
    shrink(d, 1, sums[1], counties, v.of[COMMUNITY], v.of[BOX] + v.of[GRID], noise, communities);
    shrink(d, 2, sums[2], communities, v.of[GRID], v.of[BOX], noise, place->grid_rate);
    shrink_boxes(d, p, place->grid_rate, v.of[BOX], noise);
}
