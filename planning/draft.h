#ifndef PLANNING_DRAFT_H
#define PLANNING_DRAFT_H

/*
 * A plan of transfers for an area as it stands now: all that it is made from, read from the inventory,
 * the plan itself (dispatch.h), and its lines as proposals that people then accept, carry and deliver
 * (inventory/transfer.h).
 */

#include "allocator/dispatch.h"
#include "allocator/outlook.h"
#include "inventory/inventory.h"
#include "planning/carriers.h"
#include "planning/spare.h"

#define DRAFT_HORIZON 7 /* days that are looked ahead; fewer where a box is filled before */

struct draft {
    struct area_id area;         /* that it was read for */
    struct dispatch_input input; /* borrows from what follows; type and packs may be set */
    struct dispatch dispatch;    /* after draft_plan() */
    GPtrArray *boxes, *drugs, *transfers;
    GArray *gaps; /* struct spare_gap: what was agreed and can't all go now counts as what can */
    struct stock_city stock;
    int64_t (*groups)[PLAN_GROUPS];
    struct carriers carriers;
    struct snapshot snapshot;
    struct outlook *outlook;
    struct forecast *forecasts;
    struct plan_rules rules;
};

/* Reads the boxes of an area ({0}: all) and what they hold at a moment (ms UTC). The draft stays where
 * it is, as its input points into it. Clear with draft_clear(), also after a failure. */
MUST_CHECK bool draft_read(struct inventory *inventory, struct area_id area, int64_t now,
                           struct draft *draft, GError **error);
void draft_clear(struct draft *draft);

/* Plans it; nothing is booked or kept. Errors of dispatch_plan(). */
MUST_CHECK bool draft_plan(struct draft *draft, GError **error);

/* Keeps the lines as proposals in the place of those of its area not accepted yet (again: transfer_propose()), each with its reason;
 * gives them (struct transfer *) in the order of the lines. Free with g_ptr_array_unref(). */
MUST_CHECK bool draft_propose(struct inventory *inventory, const struct draft *draft, bool again,
                              int64_t now, GPtrArray **transfers, GError **error);

/* The lines as transfers that are not kept: struct transfer *, their ids 0. Free with
 * g_ptr_array_unref(). */
GPtrArray *draft_transfers(const struct draft *draft);

/* Why a transfer was proposed, in one sentence and in all its arithmetic, a line each: by the numbers
 * that were kept in the thread's language, otherwise as it was said then; "" and no lines where nothing
 * is known. Free with g_free() and g_strfreev(). */
char *draft_reason(const struct transfer *transfer);
char **draft_arithmetic(const struct transfer *transfer);

/* The figures of a transfer whose amount is set by hand: what was proposed is kept with them, and the reason
 * is then told as the proposal's own. Free with g_free(). */
char *draft_changed(const struct transfer *transfer);
bool draft_is_changed(const struct transfer *transfer);

/* A word about a proposal that carries little over a long way, in the thread's language; "" where there is
 * none to say, the way is not known, or its amount was set by hand. Free with g_free(). */
#define DRAFT_LITTLE                                                                               \
    4 /* person-days that all lines of one way carry together, below which it is little */
#define DRAFT_FAR                                                                                  \
    1500. /* metres on the road from which it is far: more than is taken for one community */
char *draft_notice(const struct transfer *transfer);

#endif
