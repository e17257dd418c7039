#include <glib.h>
#include <math.h>

#include "allocator/demand_inside.h"
#include "allocator/negbin.h"

#define IN_TIME 0.45  /* of the gifts of a span of days, what comes before the box is empty */
#define LEVEL_DAYS 10 /* what a visit leaves where none was seen */

/* ----------------------------------------------------------------------- kinds that stand in for others */

double
demand_pool_rate(const struct demand *d, const struct demand_pool *pool)
{
    double rate = 0;

    for (int i = 0; i < pool->count; i++)
        rate += demand_rate(d, pool->box, pool->place[i]);
    return rate;
}

/* Rates of different kinds are taken as independent; a grain is the mean of theirs. */
struct forecast
demand_pool_forecast(const struct demand *d, const struct demand_pool *pool, double days)
{
    struct forecast sum = demand_forecast(d, pool->box, pool->place[0], days);

    for (int i = 1; i < pool->count; i++) {
        struct forecast more = demand_forecast(d, pool->box, pool->place[i], days);
        double mean = sum.mean + more.mean;

        if (mean > 0)
            sum.grain = (sum.mean * sum.grain + more.mean * more.grain) / mean;
        sum.rate += more.rate;
        sum.mean = mean;
        sum.variance += more.variance;
    }
    return sum;
}

/* What comes in: gifts a day and the size of one; what a visit leaves, and whether it brings some. */
struct supply {
    double gifts, lump, level, brings, at;
};

/* What is told is of all that stand in for each other. */
static double
level_of(const struct demand *d, const struct demand_pool *pool)
{
    double told = demand_supply_level(d, pool->box, pool->place[0]), level = 0;

    for (int i = 0; i < pool->count; i++) {
        const struct series *s = demand_series(d, pool->box, pool->place[i]);

        level += s->level > 0 ? s->level : s->rate * LEVEL_DAYS;
    }
    return told > 0 ? told : level;
}

static struct supply
supply_of(const struct demand *d, const struct demand_pool *pool)
{
    struct supply supply = {.level = level_of(d, pool),
                            .at = d->visit_count > 0 ? d->visit_at / d->visit_count : 1};
    double nothing = 1, lumps = 0;
    bool sure;

    for (int i = 0; i < pool->count; i++) {
        const struct place *place = &d->place[pool->place[i]];
        double gifts = demand_gifts(d, pool->box, pool->place[i]);
        double lump = place->lumps > 0 ? place->lump_sum / place->lumps : place->grain;

        supply.gifts += gifts;
        lumps += gifts / lump;
        nothing *= 1 - (1 + place->brought) / (1 + place->visits);
    }
    supply.lump = lumps > 0 ? supply.gifts / lumps : 1;
    demand_supply_due(d, pool->box, pool->place[0], &sure);
    supply.brings = sure ? 1 : 1 - nothing;
    return supply;
}

/* What is asked for without a surge ahead: as it is used up until a visit. */
static double
used_up(const struct demand *d, const struct demand_pool *pool, double days)
{
    double sum = 0;

    for (int i = 0; i < pool->count; i++)
        sum += demand_forecast(d, pool->box, pool->place[i], days).mean;
    return sum;
}

/* ------------------------------------------------------------------------------------- the chances */

/* P(somebody finds it empty, or a day begins so): more is asked for than there is, or just as much,
 * but nothing of it on the last day. */
static double
found_empty(const struct forecast *f, double stock, double *all, double *more)
{
    double grains = stock / f->grain, part = grains - floor(grains), tails[3];

    negbin_near(f->mean / f->grain, f->variance / (f->grain * f->grain), grains, 3, tails);
    *all = *more = 0;
    if (tails[0] <= 0)
        return 0;
    *all = tails[0] + part * (tails[1] - tails[0]);
    *more = tails[1] + part * (tails[2] - tails[1]);
    return *more + (*all - *more) * pow(1 - 1 / MAX(f->days, 1), grains);
}

/* Over days without a visit; with the gifts that come in time: none, or some of the usual size. */
static void
look(const struct demand *d, const struct demand_pool *pool, const struct supply *supply,
     double stock, double days, struct demand_look *l)
{
    double all, more;

    l->forecast = demand_pool_forecast(d, pool, days);
    l->stock = stock;
    l->gifts = IN_TIME * supply->gifts * days / supply->lump;
    l->empty = found_empty(&l->forecast, stock, &l->all, &l->more);
    l->none = 1;
    l->out = l->raised = l->empty;
    l->given = 0;
    if (l->empty <= 0 || l->gifts < 1e-3)
        return;
    l->none = exp(-l->gifts);
    l->given = supply->lump * l->gifts / (1 - l->none);
    l->raised = found_empty(&l->forecast, stock + l->given, &all, &more);
    l->out = l->none * l->empty + (1 - l->none) * l->raised;
}

int
demand_cases(const struct demand *d, const struct demand_pool *pool, double stock, int days,
             struct demand_case *cases)
{
    struct supply supply = supply_of(d, pool);
    double chance[DEMAND_AHEAD + 1], rest = 1;
    int count = 0;

    days = MIN(days, DEMAND_AHEAD - 1);
    demand_supply_next(d, pool->box, pool->place[0], days, chance);
    for (int j = 1; j <= days; j++) {
        struct demand_case *c = &cases[count];
        double at = j - 1 + supply.at;

        if (chance[j] * supply.brings < 1e-3)
            continue;
        c->chance = chance[j] * supply.brings;
        c->day = j;
        look(d, pool, &supply, stock, at, &c->before);
        c->after.out = 0;
        if (j < days) /* a visit takes nothing away */
            look(d, pool, &supply, fmax(supply.level, stock - used_up(d, pool, at)), days - j,
                 &c->after);
        rest -= c->chance;
        count++;
    }
    cases[count].chance = rest;
    cases[count].day = 0;
    cases[count].after.out = 0;
    look(d, pool, &supply, stock, days, &cases[count].before);
    return count + 1;
}

double
demand_case_out(const struct demand_case *c)
{
    return c->before.out + (1 - c->before.out) * c->after.out;
}

double
demand_pool_out(const struct demand *d, const struct demand_pool *pool, double stock, int days)
{
    struct demand_case cases[DEMAND_AHEAD + 1];
    double out = 0;
    int count;

    if (stock <= 0)
        return 1;
    count = demand_cases(d, pool, stock, days, cases);
    for (int i = 0; i < count; i++)
        out += cases[i].chance * demand_case_out(&cases[i]);
    return MIN(out, 1);
}

double
demand_out(const struct demand *d, int32_t box, int32_t p, double stock, int days)
{
    struct demand_pool pool = {box, 1, {p}};

    return demand_pool_out(d, &pool, stock, days);
}

/* P(D >= at) is at most this, whatever D's distribution is (Cantelli). */
static double
most_above(const struct forecast *f, double stock)
{
    double above = floor(stock / f->grain) * f->grain - f->mean;

    return above > 0 ? f->variance / (f->variance + above * above) : 1;
}

double
demand_pool_out_most(const struct demand *d, const struct demand_pool *pool, double stock, int days)
{
    double chance[DEMAND_AHEAD + 1], none;
    struct forecast f;

    if (stock <= 0)
        return 1;
    days = MIN(days, DEMAND_AHEAD - 1);
    f = demand_pool_forecast(d, pool, days);
    none = demand_supply_next(d, pool->box, pool->place[0], days, chance);
    return MIN(
        most_above(&f, stock) + (none < 1 ? (1 - none) * most_above(&f, level_of(d, pool)) : 0), 1);
}

double
demand_out_most(const struct demand *d, int32_t box, int32_t p, double stock, int days)
{
    struct demand_pool pool = {box, 1, {p}};

    return demand_pool_out_most(d, &pool, stock, days);
}
