#ifndef INVENTORY_HOUSEHOLD_H
#define INVENTORY_HOUSEHOLD_H

/* What one household took lately; for booking.c. Households are known by a hash only. */

#include "inventory/booking.h"

/* Whether a taking stays within the household's limit: in the window of days that is set, the larger
 * of so many packs and so many days' amount of one drug. ERR_REFUSED with *rule set otherwise. */
MUST_CHECK bool household_check(struct inventory *inventory, const struct booking *taking,
                                const struct box *box, const struct drug *drug, enum rule *rule,
                                GError **error);

/* Adds a sentence to notices for each active ingredient that the drug shares with what is taken
 * along, or what the household took within the window and did not give back. */
MUST_CHECK bool household_warn(struct inventory *inventory, const struct booking *taking,
                               const struct box *box, const struct drug *drug, GPtrArray *notices,
                               GError **error);

#endif
