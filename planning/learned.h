#ifndef PLANNING_LEARNED_H
#define PLANNING_LEARNED_H

/*
 * What the ledger has taught about demand, up to a moment. Of closed days it is kept in the
 * database, so that only the bookings since are read; where that is of no use any more (something was
 * booked for an earlier day, a box moved, a medicine changed its type) all of the ledger is read again.
 */

#include "allocator/outlook.h"
#include "inventory/inventory.h"

/* Free with outlook_free(). */
MUST_CHECK bool learned_read(struct inventory *inventory, int64_t now, struct outlook **outlook,
                             GError **error);

/* Whether what was kept is what the whole ledger teaches (*right, also where nothing is kept); if it
 * is not, it is let go, to be learned anew. */
MUST_CHECK bool learned_check(struct inventory *inventory, int64_t now, bool *right,
                              GError **error);

#endif
