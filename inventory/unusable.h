#ifndef INVENTORY_UNUSABLE_H
#define INVENTORY_UNUSABLE_H

/*
 * Lots that are in a box and can't be taken: past their day, or under a recall in force. There are
 * few of them, so what can be taken is read as everything less these; for this folder only.
 */

#include <stdbool.h>
#include <stdint.h>

#include "base/day.h"
#include "base/err.h"
#include "inventory/box.h"
#include "inventory/drug.h"

struct inventory;

struct unusable {
    struct box_id box;
    struct drug_id drug;
    int64_t units;
    struct day expiry;
};

/* Hands on each such lot of a box ({0}: of all boxes) as of a day, in no order that means anything. */
typedef bool unusable_row(const struct unusable *lot, void *data, GError **error);
MUST_CHECK bool unusable_read(struct inventory *inventory, struct box_id box, struct day today,
                              unusable_row *row, void *data, GError **error);

/* The same for lots that can be taken on a day, but will be past theirs on another. */
MUST_CHECK bool unusable_soon(struct inventory *inventory, struct box_id box, struct day today,
                              struct day until, unusable_row *row, void *data, GError **error);

#endif
