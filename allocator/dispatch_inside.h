#ifndef ALLOCATOR_DISPATCH_INSIDE_H
#define ALLOCATOR_DISPATCH_INSIDE_H

/* What the plans of all cells share; for the files of dispatch's name only. */

#include "allocator/dispatch.h"

#define DISPATCH_CELLS ((DRUG_OTHER + 1) * DRUG_AGES)

/* What a lot is to the plans: looked up once. */
struct dispatch_view {
    const struct drug *drug; /* NULL: not known */
    int32_t box;             /* its index, or -1 */
    int32_t class;           /* by days to expiry */
    int32_t left;            /* units that may go and are not given away */
    int32_t step;            /* units that move together */
    int64_t weight;          /* millionths of a person-day a unit */
};

/* Numbers by id, for quick search. */
struct dispatch_id {
    int64_t id;
    int32_t at;
};

/* Numbers of the snapshot's cells by type and age group: of cell c from first[c] on. */
struct dispatch_sort {
    int32_t first[DISPATCH_CELLS + 1];
    int32_t *at;
};

struct dispatch_work {
    const struct dispatch_input *input;
    struct dispatch *dispatch;
    struct dispatch_id *box_ids, *drug_ids;
    struct plan_place *places;
    struct plan_map *map;
    int32_t *free_packs;         /* of each box, as cells are planned; or INT32_MAX */
    struct dispatch_view *views; /* of each lot */
    int32_t *lot_first;          /* of each box */
    /* Millionths of a person-day, of cell c and box b at c * boxes + b: in whole steps, and beside them. */
    int64_t (*amounts)[PLAN_CLASSES];
    int64_t *rests;
    int64_t (*held)[PLAN_CLASSES];    /* both by class, without what is still to come */
    bool *short_before, *short_after; /* of each box: of something that was planned or can't be */
    int64_t portions[DISPATCH_CELLS]; /* millionths of a person-day */
    struct dispatch_sort cells;
};

static inline const struct stock_lot *
dispatch_lot(const struct dispatch_work *work, guint i)
{
    return &g_array_index(work->input->lots, struct stock_lot, i);
}

/* The number of a pair of type and age group. */
int32_t dispatch_cell_number(enum drug_type type, enum drug_age age);

/* A drug of the input; NULL: none. */
const struct drug *dispatch_drug(const struct dispatch_work *work, struct drug_id id);

/* Reads all of the input but forecasts; closes what it opened. */
void dispatch_open(struct dispatch_work *work);
void dispatch_close(struct dispatch_work *work);

/* Units that move together: a pack where only those may, and of what is not sealed piece by piece, such as
 * a bottle of syrup. */
int32_t dispatch_step(const struct dispatch_work *work, const struct drug *drug);

/* Of each cell the portion that most of its stock moves in, of the same the smaller: needs the views. */
void dispatch_choose_portions(struct dispatch_work *work);

/* Whether anybody has any of it, and anybody asks for it: otherwise it needs no plan. */
bool dispatch_is_alive(const struct dispatch_work *work, enum drug_type type, enum drug_age age);

/* Of one that needs no plan: what nobody has is short wherever it is asked for. */
void dispatch_find_bare(struct dispatch_work *work, enum drug_type type, enum drug_age age);

/* Makes the places those of a cell: stock, forecast and room as they are now. */
void dispatch_set_places(struct dispatch_work *work, enum drug_type type, enum drug_age age);

/* Shares what carriers can take: quotas and prices of all cells, and the carriers. */
MUST_CHECK bool dispatch_share(struct dispatch_work *work, GError **error);

/* What carriers take and all plans cost, once they are made. */
void dispatch_settle(struct dispatch *dispatch, const struct dispatch_input *input);

/* The person-days of a carrier's load that a transfer takes which was agreed but is not carried yet. */
double dispatch_agreed_load(const struct dispatch_work *work, const struct transfer *transfer,
                            int32_t *carrier);

/* Fills the shipments of a cell's plan: lines, and all that the cell says of them. */
void dispatch_fill(struct dispatch_work *work, struct dispatch_cell *cell);

/* Packs that so many units need. */
int32_t dispatch_packs(const struct drug *drug, int32_t units);

/* A place's room in packs: less so many units from now on; and how many of a medicine it still has room
 * for, INT32_MAX where its capacity isn't known. */
void dispatch_take_room(struct dispatch_work *work, int32_t place, const struct drug *drug,
                        int32_t units);
int32_t dispatch_room(const struct dispatch_work *work, int32_t place, const struct drug *drug);

#endif
