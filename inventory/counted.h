#ifndef INVENTORY_COUNTED_H
#define INVENTORY_COUNTED_H

/*
 * When what was last counted. A count sees what was done before it, booked or not; what is booked
 * later but was done before must not change what the count found (ledger.h settles that).
 */

#include <stdint.h>

#include "base/day.h"
#include "base/err.h"
#include "inventory/ledger.h"

/* Notes that a lot was counted at a moment, or all lots of the drug (expiry DAY_NONE, lot ""). */
MUST_CHECK bool counted_note(struct inventory *inventory, struct box_id box, struct drug_id drug,
                             struct day expiry, const char *lot, int64_t at, GError **error);

/* Notes that the whole box was. */
MUST_CHECK bool counted_note_box(struct inventory *inventory, struct box_id box, int64_t at,
                                 GError **error);

/* The last moment at which a lot was counted, itself or with all of its drug or box; with lot NULL
 * the last at which anything of the drug was. 0: never. */
MUST_CHECK bool counted_last(struct inventory *inventory, struct box_id box, struct drug_id drug,
                             struct day expiry, const char *lot, int64_t *at, GError **error);

/* Forgets the counts of a box and drug at a moment, which were undone. */
MUST_CHECK bool counted_forget(struct inventory *inventory, struct box_id box, struct drug_id drug,
                               int64_t at, GError **error);

#endif
