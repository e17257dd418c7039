#include <glib.h>
#include <math.h>
#include <string.h>

#include "allocator/demand_inside.h"

/* Two windows, slow and fast: what a day leaves to the next. */
static const double kept[2] = {0.72, 0.5};
#define WIDE_WEIGHT 20 /* takings' worth of belief in the factor of the area above */
#define NEAR_WEIGHT 18
#define LEVEL_KEPT 0.97 /* of what was usual in the last weeks: half after 23 days */
#define FIRST_DAYS 14   /* there is no surge before there is a usual */
#define GROWTH_LEAST -0.08
#define GROWTH_MOST 0.22
#define GROWTH_DAYS 6 /* it does not go on for ever */

/* Indices among place->areas, behind the communities. */
static int32_t
county_area(const struct demand *d, int32_t county)
{
    return d->level[1].count + county;
}

static int32_t
city_area(const struct demand *d)
{
    return d->level[1].count + d->level[0].count;
}

static void
add(struct area_sums *area, double seen, double expected)
{
    area->recent[EARS_DAYS - 1] += seen;
    for (int w = 0; w < 2; w++) {
        area->seen[w] += seen;
        area->expected[w] += expected;
    }
}

void
demand_surge_add(struct demand *d, int32_t p, const double *seen, const double *expected,
                 double part)
{
    struct area_sums *areas = d->place[p].areas;
    double left[] = {pow(kept[0], part), pow(kept[1], part)};

    for (int32_t a = 0; a <= city_area(d); a++) {
        for (int w = 0; w < 2; w++) {
            areas[a].seen[w] *= left[w];
            areas[a].expected[w] *= left[w];
        }
        memmove(areas[a].recent, areas[a].recent + 1, sizeof(areas[a].recent) - sizeof(double));
        areas[a].recent[EARS_DAYS - 1] = 0;
    }
    for (int32_t c = 0; c < d->level[1].count; c++) {
        add(&areas[c], seen[c], expected[c]);
        add(&areas[county_area(d, d->level[1].parent[c])], seen[c], expected[c]);
        add(&areas[city_area(d)], seen[c], expected[c]);
    }
}

/* Seen over expected in a window, drawn towards the factor of the area above. */
static double
factor(const struct area_sums *area, int window, double weight, double above)
{
    return (weight * above + area->seen[window]) / (weight + area->expected[window]);
}

/* By how much demand grows a day: from the ratio of the fast window to the slow one, of which half of
 * what chance may explain is taken off. */
static double
fit_growth(const struct area_sums *area, double dispersion, double fast, double slow)
{
    double gap = kept[0] / (1 - kept[0]) - kept[1] / (1 - kept[1]);
    double growth = log(fast / slow) / gap;
    double error = 1.5 * sqrt(dispersion / MAX(area->expected[1] * fast, dispersion)) / gap;

    if (fabs(growth) > error)
        growth -= copysign(error / 2, growth);
    else
        growth = 0;
    return CLAMP(growth, GROWTH_LEAST, GROWTH_MOST);
}

static void
fit_county(struct demand *d, int32_t p, int32_t county)
{
    struct place *place = &d->place[p];
    struct area_sums *area = &place->areas[county_area(d, county)];
    const struct area_sums *city = &place->areas[city_area(d)];
    double weight = WIDE_WEIGHT * place->dispersion, fast;

    area->surge = factor(area, 0, weight, city->surge);
    fast = factor(area, 1, weight, factor(city, 1, weight, 1));
    area->growth = fit_growth(area, place->dispersion, fast, area->surge);
}

void
demand_surge_fit(struct demand *d, int32_t p, double part)
{
    struct place *place = &d->place[p];
    struct area_sums *city = &place->areas[city_area(d)];
    double left = pow(LEVEL_KEPT, part);
    double near = NEAR_WEIGHT * place->dispersion;

    if (d->day - d->first < FIRST_DAYS)
        return;
    city->surge = factor(city, 0, WIDE_WEIGHT * place->dispersion, 1);
    for (int32_t c = 0; c < d->level[0].count; c++)
        fit_county(d, p, c);
    for (int32_t c = 0; c < d->level[1].count; c++) {
        struct area_sums *area = &place->areas[c];
        const struct area_sums *above = &place->areas[county_area(d, d->level[1].parent[c])];

        area->surge = factor(area, 0, near, above->surge);
        area->growth = above->growth;
        area->doubt = place->dispersion / (near + area->expected[0]) / MAX(area->surge, 0.3) / 2;
    }
    for (int32_t a = 0; a <= city_area(d); a++)
        place->areas[a].level = left * place->areas[a].level + (1 - left) * place->areas[a].surge;
}

void
demand_surge_ahead(struct demand *d, int32_t p)
{
    double week[DEMAND_AHEAD + 1];

    for (int j = 1; j <= DEMAND_AHEAD; j++)
        week[j] = demand_week(d, d->day + j);
    for (int32_t a = 0; a <= city_area(d); a++) {
        struct area_sums *area = &d->place[p].areas[a];
        double step = exp(area->growth), grown = step;

        area->ahead[0] = 0;
        for (int j = 1; j <= DEMAND_AHEAD; j++) {
            grown *= j + 1 <= GROWTH_DAYS ? step : 1;
            area->ahead[j] = area->ahead[j - 1] + area->surge * grown * week[j];
        }
    }
}

double
demand_surge(const struct demand *d, int32_t county, int32_t place)
{
    const struct area_sums *area = &d->place[place].areas[county_area(d, county)];

    return area->surge / area->level;
}
