#ifndef INVENTORY_UNMET_H
#define INVENTORY_UNMET_H

/* "Came, and it was not there": an event of its own, which counts as demand. */

#include <stdbool.h>
#include <stdint.h>

#include "base/err.h"
#include "base/id.h"
#include "inventory/box.h"
#include "inventory/drug.h"

/* Keeps one; *repeated where this uid was kept before. ERR_REFUSED for a retired box. */
MUST_CHECK bool unmet_post(struct inventory *inventory, const struct uuid *uid, int64_t now,
                           struct box_id box, enum drug_type type, enum drug_age age,
                           bool *repeated, GError **error);

#endif
