#ifndef ALLOCATOR_DISPATCH_H
#define ALLOCATOR_DISPATCH_H

/*
 * From what boxes hold to what somebody carries: cell by cell (type and age group, the critical
 * ones first) a plan in person-days (plan.h), then lots of medicines in base units that make up
 * each of its shipments, of the class of expiry that the plan chose. What was agreed already and is
 * still to be carried or under way counts as if it were done.
 */

#include "allocator/plan.h"
#include "inventory/box.h"
#include "inventory/snapshot.h"
#include "inventory/stock.h"
#include "inventory/transfer.h"

#define DISPATCH_LEAST_DAYS 2 /* what expires sooner stays where it is */

/* All arrays are borrowed. */
struct dispatch_input {
    const GPtrArray *boxes;               /* struct box *, in service, area by area */
    const int64_t (*groups)[PLAN_GROUPS]; /* of each box: plan.h */
    const GPtrArray *lots;                /* struct stock_lot *, box by box, soonest expiry first */
    const GPtrArray *drugs;               /* struct drug * */
    const GPtrArray *transfers;           /* struct transfer *: those still open */
    const GArray *cells;                  /* struct snapshot_cell */
    const struct forecast *forecasts;     /* of each cell, over seven days */
    const struct plan_rules *rules;       /* portions of one person-day */
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
    double chance_before, chance_after; /* that the receiver runs out within seven days */
    double gives;                       /* person-days of this whole shipment */
};
void dispatch_line_free(struct dispatch_line *line);

/* One planned cell, for who wants to check it. */
struct dispatch_cell {
    enum drug_type type;
    enum drug_age age;
    struct plan *plan;
};

struct dispatch {
    GPtrArray *lines; /* struct dispatch_line * */
    GArray *cells;    /* struct dispatch_cell */
};

/* Plans all of it. ERR_INPUT as plan_make(). Clear with dispatch_clear(), also after a failure. */
MUST_CHECK bool dispatch_plan(const struct dispatch_input *input, struct dispatch *dispatch,
                              GError **error);
void dispatch_clear(struct dispatch *dispatch);

/* Why a line is carried, in one sentence; and the arithmetic behind it, line by line. In the thread's
 * language; free with g_free(). */
char *dispatch_reason(const struct dispatch_line *line);
char *dispatch_arithmetic(const struct dispatch_line *line);

#endif
