#include <glib.h>
#include <math.h>

#include "allocator/demand_inside.h"

#define GIFT_DAYS 14 /* without gifts, as believed before anything is seen */

/* Days of plain demand ahead. */
static double
worth(const struct area_sums *area, double days)
{
    int whole = (int)MIN(days, DEMAND_AHEAD - 1);

    return area->ahead[whole] + (days - whole) * (area->ahead[whole + 1] - area->ahead[whole]);
}

double
demand_rate(const struct demand *d, int32_t box, int32_t p)
{
    return demand_series(d, box, p)->rate * demand_area(d, p, box)->surge;
}

struct forecast
demand_forecast(const struct demand *d, int32_t box, int32_t p, double days)
{
    const struct series *s = demand_series(d, box, p);
    const struct area_sums *area = demand_area(d, p, box);
    double mean = s->rate * worth(area, days);

    return (struct forecast){
        .days = days,
        .rate = demand_rate(d, box, p),
        .mean = mean,
        .variance =
            d->place[p].dispersion * mean + mean * mean * (1 / MAX(s->shape, 0.2) + area->doubt),
        .grain = d->place[p].grain,
    };
}

/* Gifts per day: half the box's own, half what its residents give elsewhere. The first filling of a box
 * is no habit. */
double
demand_gifts(const struct demand *d, int32_t box, int32_t p)
{
    double all = d->place[p].given / d->boxes * d->residents[box];

    return (demand_series(d, box, p)->given + all) / 2 / (GIFT_DAYS + d->given_days);
}

struct demand_why
demand_explain(const struct demand *d, int32_t box, int32_t p)
{
    const struct series *s = demand_series(d, box, p);
    const struct place *place = &d->place[p];
    const struct area_sums *area = demand_area(d, p, box);
    double chance[DEMAND_AHEAD + 1], week = 0;
    bool sure;
    int32_t due = demand_supply_due(d, box, p, &sure);
    int known = CLAMP(d->day - d->first + 1, 0, EARS_DAYS);
    const double *recent = area->recent + EARS_DAYS - known;

    double noise = place->dispersion / (1 + DEMAND_KEPT);

    for (int j = 1; j <= 3; j++)
        week += demand_week(d, d->day + j) / 3;
    return (struct demand_why){
        .taken = s->count,
        .exposure = s->exposure / d->residents[box],
        .prior = s->shape - s->count / noise,
        .noise = noise,
        .stocked = s->days,
        .rate = s->rate,
        .grid_rate = place->grid_rate[d->level[2].of[box]] * d->residents[box],
        .surge = area->surge,
        .risen = area->surge / area->level,
        .doubt = area->doubt,
        .growth = area->growth,
        .ears = {ears_c1(recent, known), ears_c2(recent, known), ears_c3(recent, known)},
        .weekday = week,
        .recorded = d->recorded,
        .gifts = demand_gifts(d, box, p),
        .dispersion = place->dispersion,
        .shape = s->shape,
        .visit = 1 - demand_supply_next(d, box, p, 7, chance),
        .since_visit = d->visit_day[box] == INT32_MIN ? -1 : d->day - d->visit_day[box],
        .due = due != INT32_MIN ? due - d->day : -1,
    };
}

bool
demand_knows(const struct demand *d, int32_t box, int32_t p)
{
    return demand_series(d, box, p)->used;
}
