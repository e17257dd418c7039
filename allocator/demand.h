#ifndef ALLOCATOR_DEMAND_H
#define ALLOCATOR_DEMAND_H

/*
 * What people ask for, learned from what happened. A series is one kind of medicine (type and age
 * group) in one box; it is fed events, each in a constant number of steps, and once a day all rates
 * are fitted anew. The same events in the order of their days give the same state, bit by bit.
 *
 * Rates are gamma-Poisson, per resident, shrunk county -> community -> grid -> box by variance components
 * that are estimated from products of different boxes; time during which a box was empty leaves the
 * exposure; requests in vain enter by the share of them that gets recorded. An area's surge is what
 * it asked for lately over what its rates, weekday and exposure made expect; growth is how two
 * windows of it differ. Gifts come in lumps; visits (restocking, transfers) come with a hazard by the
 * days since the last one, so that a habit of coming every other week is learned.
 *
 * Amounts are person-days in the product, whatever units a history has in the bench: only their
 * ratios matter. Takings are counted in grains (the size that nine in ten takings reach).
 */

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "allocator/forecast.h"

struct demand_box {
    int32_t county, community, grid; /* from 0, each in one of the coarser */
    double residents;                /* 0: not known, counted as the mean of the others */
};

enum demand_kind {
    DEMAND_TAKE,  /* took some: the only thing that is demand, with the next */
    DEMAND_UNMET, /* asked for in vain */
    DEMAND_GIFT,  /* a resident gave some */
    DEMAND_VISIT, /* somebody came to fill the box: restocking, a transfer in */
    DEMAND_IN,    /* found by a count, an undone discard */
    DEMAND_OUT,   /* lost, discarded, expired, carried elsewhere */
    DEMAND_COUNT, /* counted: amount is what there is */
    DEMAND_DUE,   /* amount is the day on which the next visit will be, once; box-wide */
};

struct demand_event {
    int32_t day;
    float at; /* part of the day gone, 0 to 1; negative where only the day is known */
    uint8_t kind;
    int32_t box, place; /* place: which kind of medicine */
    double amount;
};

struct demand;

/* Boxes are copied. Series are numbered by box (0 to count - 1) and place (0 to places - 1). */
struct demand *demand_new(const struct demand_box *boxes, int32_t count, int32_t places);
void demand_free(struct demand *demand);

/* Takes an event of a day that is not closed yet; closes those before it. One of a closed day counts
 * for the open one. */
void demand_see(struct demand *demand, const struct demand_event *event);

/* Closes all days up to this one: what was seen enters the sums, and rates are fitted. */
void demand_close(struct demand *demand, int32_t day);

/* Closes an unfinished day of which a part (0 to 1) is gone: for a forecast in the middle of it, on
 * a state that is then let go. */
void demand_close_part(struct demand *demand, double part);

/* Tells the day on which the next visit will bring some of it, as somebody knows who plans visits, and
 * what it leaves (0: as much as visits did before); it goes before a DEMAND_DUE and is no part of the
 * state that is saved. Until that day has come. */
void demand_tell_due(struct demand *demand, int32_t box, int32_t place, int32_t day, double level);

/* The last closed day; INT32_MIN before any. */
int32_t demand_day(const struct demand *demand);

/* What there is by the events. */
double demand_stock(const struct demand *demand, int32_t box, int32_t place);

/* What was asked for is expected to be, over the `days` after the last closed day. */
struct forecast demand_forecast(const struct demand *demand, int32_t box, int32_t place,
                                double days);

/* What is asked for a day now: the rate of such a forecast. */
double demand_rate(const struct demand *demand, int32_t box, int32_t place);

/* P(a stock runs out within the days after the last closed one); 1 for none. Gifts and visits that
 * may come in between are reckoned with. */
double demand_out(const struct demand *demand, int32_t box, int32_t place, double stock, int days);

/* What that is at most, in a few operations: mostly enough to tell that there is plenty. */
double demand_out_most(const struct demand *demand, int32_t box, int32_t place, double stock,
                       int days);

/* Kinds of medicine in one box that stand in for each other, as what is for all ages does for what is
 * for adults: 1 or 2 places. What is asked for and what comes in are sums of theirs. */
struct demand_pool {
    int32_t box, count, place[2];
};

/* The same as above of a pool. */
double demand_pool_rate(const struct demand *demand, const struct demand_pool *pool);
struct forecast demand_pool_forecast(const struct demand *demand, const struct demand_pool *pool,
                                     double days);
double demand_pool_out(const struct demand *demand, const struct demand_pool *pool, double stock,
                       int days);
double demand_pool_out_most(const struct demand *demand, const struct demand_pool *pool,
                            double stock, int days);

/*
 * How a chance to run out comes about. Demand D over the days of a forecast is negative binomial in
 * grains; s of them are there. It is found empty with empty = more + (all - more) (1 - 1 / days)^s,
 * where all = P(D >= s) and more = P(D > s), both interpolated between whole numbers of grains. Gifts
 * that come in time: none with none = exp(-gifts), otherwise `given` more is there, and it is found
 * empty with `raised`: out = none empty + (1 - none) raised.
 */
struct demand_look {
    struct forecast forecast;
    double stock; /* there at the beginning */
    double all, more, empty;
    double gifts, none; /* expected in time, by number; chance of none */
    double given, raised, out;
};

/* A visit on one of the days, or none; and what may happen before it, and after it. */
struct demand_case {
    int day; /* 0: no visit */
    double chance;
    struct demand_look before,
        after; /* only out is set after it where no day is left, and where none comes */
};
#define DEMAND_AHEAD 30 /* days that can be looked ahead */

/* The cases (up to DEMAND_AHEAD of them) for some stock, above 0; their number. demand_pool_out() is
 * the sum of each one's chance times its demand_case_out(): out before, or else out after. */
int demand_cases(const struct demand *demand, const struct demand_pool *pool, double stock,
                 int days, struct demand_case *cases);
double demand_case_out(const struct demand_case *c);

/* How a series' forecast came about, for people. The rate is gamma-Poisson: (prior + taken / noise) /
 * (prior / grid_rate + exposure / noise), and its shape prior + taken / noise; the mean of a forecast
 * is rate times the days ahead with surge, growth and week days, its variance dispersion mean +
 * mean^2 (1 / shape + doubt). */
struct demand_why {
    double taken;    /* discounted sum: half counts after 69 days */
    double exposure; /* days with something to take or a chance to hear of requests, weighted
                                 by week day and surge, discounted likewise */
    double prior, noise;
    double stocked;           /* days with something to take, discounted likewise */
    double rate;              /* per day without surge, of this box */
    double grid_rate;         /* what boxes like it in its grid have per day */
    double surge, growth;     /* factor of its community, and how that grows by day, 0.1: 10 % */
    double risen;             /* the same over what it was in the last weeks: slow growth apart */
    double doubt;             /* relative variance of the surge */
    double ears[3];           /* C1, C2, C3 of its community (ears.h) */
    double weekday;           /* mean factor of the next three days */
    double recorded;          /* share of requests in vain that get recorded */
    double gifts;             /* given per day */
    double dispersion;        /* variance of demand over its mean */
    double shape;             /* of the gamma distribution of its rate: about (mean / error)^2 */
    double visit;             /* chance of a visit within 7 days */
    int32_t since_visit, due; /* days; negative: never, not known */
};
struct demand_why demand_explain(const struct demand *demand, int32_t box, int32_t place);

/* Whether anything is known of it at all: an event. */
bool demand_knows(const struct demand *demand, int32_t box, int32_t place);

/* The surge of a county: by how much more is asked for now than was usual in the last weeks. What
 * grows slowly is none, though demand_explain() tells it against the rates. */
double demand_surge(const struct demand *demand, int32_t county, int32_t place);

/* The state as of the last closed day, as bytes and back into one that is new; loading gives false for
 * what was saved for other boxes, by another version or kind of machine, or is cut short: let that
 * demand go then. Free the bytes with g_free(). */
uint8_t *demand_save(const struct demand *demand, size_t *size);
bool demand_load(struct demand *demand, const uint8_t *bytes, size_t size);

#endif
