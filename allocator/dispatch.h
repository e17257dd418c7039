#ifndef ALLOCATOR_DISPATCH_H
#define ALLOCATOR_DISPATCH_H

/*
 * From what boxes hold to what somebody carries: cell by cell (type and age group, the critical
 * ones first) a plan (plan.h), then lots of medicines in base units that make up each of its
 * shipments, of the class of expiry that the plan chose. What was agreed already and is still to be
 * carried or under way counts as if it were done.
 *
 * Lots move in steps: packs, or pieces of those that are sealed one by one. A cell is planned in
 * portions of the fewest steps that are a person-day, and that a pack is a whole number of, as most of its
 * stock has them: so a plan in pieces is never worth less than one in packs. What is
 * left beside whole portions stays and counts where it lies. Where all lots have that step, the lines
 * are the plan's flow to the piece. Where steps differ, a shipment takes what its lots can make up, what
 * it is short of goes with the next out of the same box, and half a step or more becomes a step, but
 * never below what is retained, into no room, or beyond what a carrier can take. What is told of
 * covers is what the lines do, not the flow.
 *
 * Where what people can carry is limited, it is shared between all cells first (quota.h), each
 * portion weighing its person-days, as if packs of one took no room from those of another; each cell
 * is then planned within its share, in whole portions.
 */

#include "allocator/plan.h"
#include "inventory/box.h"
#include "inventory/snapshot.h"
#include "inventory/stock.h"
#include "inventory/transfer.h"

#define DISPATCH_LEAST_DAYS                                                                        \
    3 /* what expires sooner stays where it is, and counts as cover nowhere */

/* Where a box stands, as ways are measured: metres to the east and the north, on a plane that is true
 * near a latitude (degrees); NAN where its place is not known. */
void dispatch_place(const struct box *box, double latitude, double *x, double *y);

/* Person-days of a type and age group that a plan leaves in a box, where so many are asked for a day. */
double dispatch_kept(const struct level *level, double rate);

/* All arrays are borrowed. */
struct dispatch_input {
    const GPtrArray *boxes;               /* struct box *, in service, area by area */
    const int64_t (*groups)[PLAN_GROUPS]; /* of each box: plan.h */
    const GArray *lots;                   /* struct stock_lot, box by box, soonest expiry first */
    const GPtrArray *drugs;               /* struct drug * */
    const GPtrArray *transfers;           /* struct transfer *: those still open */
    const GArray *cells;                  /* struct snapshot_cell */
    const struct forecast *forecasts;     /* of each cell, over seven days */
    const struct plan_rules *rules;
    const int32_t *carriers; /* of each box: the number of who carries out of it, or -1;
                                             NULL: nobody's load is limited */
    const int64_t *loads;    /* of each carrier: person-days that it can take */
    int32_t carrier_count;
    struct day today;
    int type;   /* of enum drug_type; 0: all */
    bool packs; /* whole packs only */
};

/* One line to carry. */
struct dispatch_line {
    struct box_id from, to;
    enum drug_type type;
    enum drug_age age;
    struct drug_id drug;
    struct day expiry;
    char *lot;
    int32_t units;
    double metres;                                       /* on the road; NAN: not known */
    double days_left;                                    /* until it expires; below 0: does not */
    double from_before, from_after, to_before, to_after; /* days of cover, at most 9999 */
    double from_rate, to_rate;                           /* person-days a day */
    double from_amount, to_amount;                       /* person-days there before */
    double horizon;                                      /* days looked ahead for the receiver */
    double chance_before, chance_after;                  /* that it runs out within them */
    double gives;                                        /* person-days of all lines this way */
};
void dispatch_line_free(struct dispatch_line *line);

/* One planned cell, for who wants to check it. */
struct dispatch_cell {
    enum drug_type type;
    enum drug_age age;
    struct plan *plan;
    int32_t *quotas;         /* of the plan; NULL: none */
    int64_t *prices;         /* of its nodes, that prove the bound; NULL without carriers */
    int64_t portion;         /* of the plan, in millionths of a person-day */
    int64_t flows, carried;  /* millionths of a person-day: by the flow, and by the lines */
    int64_t *before, *after; /* the same in each place, before and after all lines are carried */
    int64_t *good_before,
        *good_after; /* of that, what is asked for before it expires, at this rate */
    double
        met; /* person-days more of what is asked for within the horizon that are there, as expected */
};

/* A carrier, and what it takes of all cells by their flows. */
struct dispatch_carrier {
    bool limited;       /* it has boxes among those that are planned */
    bool full;          /* not even the smallest portion more */
    int64_t most, used; /* millionths of a person-day */
    int64_t price;      /* points: what one person-day more would be worth; for the bound */
};

struct dispatch {
    GPtrArray *lines; /* struct dispatch_line * */
    GArray *cells;    /* struct dispatch_cell */
    /* Boxes that have less than the rules' floor_days of something they are asked for, also of what nobody
     * has; before and after all lines are carried. */
    int32_t short_before, short_after;
    /* struct dispatch_carrier, by number; NULL: none. Then the points that all plans cost; that no
     * sharing of what they can take costs less than; that it costs if they take nothing. */
    GArray *carriers;
    int64_t cost, bound, idle;
};

/* The carrier of a place of the input, or -1. */
int32_t dispatch_carrier_of(const struct dispatch_input *input, int32_t place);

/* Plans all of it. ERR_INPUT as plan_make(). Clear with dispatch_clear(), also after a failure. */
MUST_CHECK bool dispatch_plan(const struct dispatch_input *input, struct dispatch *dispatch,
                              GError **error);
void dispatch_clear(struct dispatch *dispatch);

/* Why a line is carried, in one sentence; and the arithmetic behind it, line by line. In the thread's
 * language; free with g_free(). */
char *dispatch_reason(const struct dispatch_line *line);
char *dispatch_arithmetic(const struct dispatch_line *line);

/* The numbers that both are made of, to be kept: "metres=1250000000 gives=9000000 …", in millionths; free
 * with g_free(). And back: false, and nothing in the line is changed, where some are missing. */
char *dispatch_figures(const struct dispatch_line *line);
bool dispatch_read_figures(const char *figures, struct dispatch_line *line);

#endif
