#include <glib.h>
#include <math.h>

#include "allocator/demand_inside.h"
#include "allocator/negbin.h"

#define IN_TIME 0.45  /* of the gifts of a span of days, what comes before the box is empty */
#define GIFT_DAYS 14  /* without gifts, as believed before anything is seen */
#define LEVEL_DAYS 10 /* what a visit leaves where none was seen */

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
static double
gift_rate(const struct demand *d, int32_t box, int32_t p)
{
    double all = d->place[p].given / d->boxes * d->residents[box];

    return (demand_series(d, box, p)->given + all) / 2 / (GIFT_DAYS + d->given_days);
}

/* P(somebody finds it empty, or a day begins so): more is asked for than there is, or just as much,
 * but nothing of it on the last day. */
static double
found_empty(const struct forecast *f, double stock)
{
    double grains = stock / f->grain, part = grains - floor(grains), tails[3], all, more;

    negbin_near(f->mean / f->grain, f->variance / (f->grain * f->grain), grains, 3, tails);
    if (tails[0] <= 0)
        return 0;
    all = tails[0] + part * (tails[1] - tails[0]);
    more = tails[1] + part * (tails[2] - tails[1]);
    return more + (all - more) * pow(1 - 1 / MAX(f->days, 1), grains);
}

/* The same, with the gifts that come in time: none, or some of the usual size. */
static double
out_in(const struct demand *d, int32_t box, int32_t p, double stock, double days, double gifts)
{
    struct forecast f = demand_forecast(d, box, p, days);
    const struct place *place = &d->place[p];
    double lump = place->lumps > 0 ? place->lump_sum / place->lumps : place->grain;
    double lumps = IN_TIME * gifts * days / lump, out = found_empty(&f, stock), none;

    if (out <= 0 || lumps < 1e-3)
        return out;
    none = exp(-lumps);
    return none * out + (1 - none) * found_empty(&f, stock + lump * lumps / (1 - none));
}

double
demand_out(const struct demand *d, int32_t box, int32_t p, double stock, int days)
{
    const struct series *s = demand_series(d, box, p);
    const struct place *place = &d->place[p];
    const struct area_sums *area = demand_area(d, p, box);
    double brings = (1 + place->brought) / (1 + place->visits), chance[DEMAND_AHEAD + 1];
    double gifts = gift_rate(d, box, p), level = s->level, rest = 1, out = 0;
    double at = d->visit_count > 0 ? d->visit_at / d->visit_count : 1;
    bool sure;

    if (stock <= 0)
        return 1;
    days = MIN(days, DEMAND_AHEAD - 1);
    demand_supply_due(d, box, p, &sure);
    if (sure)
        brings = 1;
    demand_supply_next(d, box, p, days, chance);
    if (level <= 0)
        level = s->rate * LEVEL_DAYS;
    for (int j = 1; j <= days; j++) {
        double comes = chance[j] * brings, before;

        if (comes < 1e-3)
            continue;
        before = out_in(d, box, p, stock, j - 1 + at, gifts);
        if (j < days) /* a visit takes nothing away */
            before += (1 - before) * out_in(d, box, p,
                                            fmax(level, stock - s->rate * worth(area, j - 1 + at)),
                                            days - j, gifts);
        out += comes * before;
        rest -= comes;
    }
    return MIN(out + rest * out_in(d, box, p, stock, days, gifts), 1);
}

/* P(D >= at) is at most this, whatever D's distribution is (Cantelli). */
static double
most_above(const struct forecast *f, double stock)
{
    double above = floor(stock / f->grain) * f->grain - f->mean;

    return above > 0 ? f->variance / (f->variance + above * above) : 1;
}

double
demand_out_most(const struct demand *d, int32_t box, int32_t p, double stock, int days)
{
    const struct series *s = demand_series(d, box, p);
    double chance[DEMAND_AHEAD + 1], level = s->level > 0 ? s->level : s->rate * LEVEL_DAYS, none;
    struct forecast f;

    if (stock <= 0)
        return 1;
    days = MIN(days, DEMAND_AHEAD - 1);
    f = demand_forecast(d, box, p, days);
    none = demand_supply_next(d, box, p, days, chance);
    return MIN(most_above(&f, stock) + (none < 1 ? (1 - none) * most_above(&f, level) : 0), 1);
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

    for (int j = 1; j <= 3; j++)
        week += demand_week(d, d->day + j) / 3;
    return (struct demand_why){
        .taken = s->count,
        .stocked = s->days,
        .rate = s->rate,
        .grid_rate = place->grid_rate[d->level[2].of[box]] * d->residents[box],
        .surge = area->surge,
        .growth = area->growth,
        .ears = {ears_c1(recent, known), ears_c2(recent, known), ears_c3(recent, known)},
        .weekday = week,
        .recorded = d->recorded,
        .gifts = gift_rate(d, box, p),
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
