#ifndef ALLOCATOR_DEMAND_INSIDE_H
#define ALLOCATOR_DEMAND_INSIDE_H

/* What a demand holds; for the files of its name only. */

#include "allocator/demand.h"
#include "allocator/ears.h"

#define DEMAND_KEPT 0.99 /* of the sums from day to day: half after 69 days */
#define DEMAND_LEVELS 3  /* county, community, grid */
#define DEMAND_AGES 40   /* days since a visit that are told apart; the last stands for all more */
#define DEMAND_SIZES 128 /* classes of takings by size, eight to an octave */
#define DEMAND_WEEK 7

/* One kind of medicine in one box, as of the last closed day: saved as it stands. */
struct series {
    int64_t used;        /* 0 or 1; as wide as the rest, so that no byte is undefined */
    double rate, shape;  /* fitted to the sums */
    double level;        /* what a visit leaves in it */
    double stock, start; /* start: when the open day began */
    double count, exposure, days, given; /* discounted sums */
};

/* The open day of a series. */
struct today {
    double taken, unmet, gifts, open, since;
    uint8_t dry, dateless, visited;
};

/* An area's asked and expected amounts in a fast and a slow window. */
struct area_sums {
    double seen[2], expected[2];
    double surge, growth, doubt; /* doubt: relative variance of the surge */
    double level;                /* the surge, of the last weeks: slow growth raises it, too */
    double recent[EARS_DAYS];    /* asked for on each of the last days, oldest first */
    /* Follows from the rest, and is not saved: days of plain demand that so many days ahead are
     * worth. */
    double ahead[DEMAND_AHEAD + 1];
};

struct grouping {
    int32_t *of;     /* by box */
    int32_t *parent; /* by group: the group of the level above */
    int32_t count;
};

/* Of one kind of medicine in the whole city. */
struct place {
    struct series *series;                                   /* by box */
    struct today *today;                                     /* likewise; NULL: not used */
    double size_count[DEMAND_SIZES], size_sum[DEMAND_SIZES]; /* takings by size */
    double deviation, spread;        /* sums of squared deviations and of expectations */
    double lumps, lump_sum;          /* gifts */
    double given;                    /* discounted sum of all boxes */
    double visits, brought;          /* visits, and those that brought some */
    double dispersion, grain, usual; /* usual: mean size of takings */
    double mean;                     /* rate per resident */
    struct area_sums *areas;         /* communities, then counties, then the city */
    double *grid_rate;               /* per resident */
    bool used;
};

/* When a visit is known to come, and what it leaves; level 0: as others did. */
struct told {
    int32_t day;
    double level;
};

struct demand {
    int32_t boxes, places;
    int32_t day, first; /* last closed, and the first one */
    double *residents;
    struct grouping level[DEMAND_LEVELS];
    struct series *nothing; /* by box: of all places that are not used */
    struct place *place;
    double week_seen[DEMAND_WEEK], week_expected[DEMAND_WEEK], week[DEMAND_WEEK];
    double unmet, unmet_expected, recorded;
    double given_days;        /* discounted days since the first */
    int32_t *visit_day, *due; /* by box; INT32_MIN: never */
    struct told *told;        /* by place and box; NULL: nothing was told */
    uint8_t *visit_now;       /* by box: on the open day */
    double age_visits[DEMAND_AGES], age_days[DEMAND_AGES], hazard[DEMAND_AGES];
    double visit_at, visit_count; /* when in the day */
    double *scratch;              /* three times as many as boxes */
};

static inline struct series *
demand_series(const struct demand *d, int32_t box, int32_t place)
{
    return &d->place[place].series[box];
}

/* A week day's factor. */
static inline double
demand_week(const struct demand *d, int32_t day)
{
    return d->week[((day % DEMAND_WEEK) + DEMAND_WEEK) % DEMAND_WEEK];
}

static inline struct area_sums *
demand_area(const struct demand *d, int32_t place, int32_t box)
{
    return &d->place[place].areas[d->level[1].of[box]];
}

/* A place that is used has series of its own (demand.c). */
void demand_use(const struct demand *demand, struct place *place);

/* Fits rates to the sums (demand_fit.c). */
void demand_fit(struct demand *demand, int32_t place);

/* Takes over a day's sums per area; then surge and growth of all (demand_surge.c). part: of the day. */
void demand_surge_add(struct demand *demand, int32_t place, const double *seen,
                      const double *expected, double part);
void demand_surge_fit(struct demand *demand, int32_t place, double part);
/* What the days ahead are worth, once surge, growth and week days are known. */
void demand_surge_ahead(struct demand *demand, int32_t place);

/* Gifts per day (demand_forecast.c). */
double demand_gifts(const struct demand *demand, int32_t box, int32_t place);

/* Visits of the day that closes, and the hazard that follows (demand_supply.c). */
void demand_supply_close(struct demand *demand, double part);
/* P(the next visit comes at the end of day j), j = 1 … days; returns the chance of none. */
double demand_supply_next(const struct demand *demand, int32_t box, int32_t place, int days,
                          double *chance);
/* What the next visit is known to leave; 0: not known. */
double demand_supply_level(const struct demand *demand, int32_t box, int32_t place);
/* The day of the next visit, if it is told and ahead, otherwise INT32_MIN; *sure that it brings some. */
int32_t demand_supply_due(const struct demand *demand, int32_t box, int32_t place, bool *sure);

#endif
