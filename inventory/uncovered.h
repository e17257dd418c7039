#ifndef INVENTORY_UNCOVERED_H
#define INVENTORY_UNCOVERED_H

/* Boxes from which more was taken than the ledger had, as told later by a phone that had no signal
 * (booking.h): they are due for a count until the next one. */

#include <stdbool.h>

#include <glib.h>

#include "base/err.h"

struct inventory;

/* Ids of such boxes, each with the moment of the first such taking since its last count; both int64_t.
 * Free with g_hash_table_unref(). */
MUST_CHECK bool uncovered_boxes(struct inventory *inventory, GHashTable **boxes, GError **error);

#endif
