#ifndef PLANNING_PROMISE_H
#define PLANNING_PROMISE_H

/*
 * Agreeing to transfers, and setting their amounts by hand, so that what is promised out of a box is there:
 * above what it is to keep, and beside what others take out of it (spare.h).
 */

#include "inventory/transfer.h"

/* transfer_accept() of what its box can give beside all that was agreed; ERR_REFUSED for more, in words
 * that say how much it can. */
MUST_CHECK bool promise_accept(struct inventory *inventory, int64_t id,
                               const struct transfer_step *step, struct transfer **transfer,
                               GError **error);

/* transfer_change() to what its box can give beside all that was agreed or is proposed, so that all of a
 * plan can still be agreed to; ERR_REFUSED for more than that and more than it is now. */
MUST_CHECK bool promise_change(struct inventory *inventory, int64_t id, int32_t units,
                               const struct transfer_step *step, struct transfer **transfer,
                               GError **error);

#endif
