#ifndef INVENTORY_INTAKE_H
#define INVENTORY_INTAKE_H

/* The rules of giving, one after another; for booking.c. */

#include "inventory/booking.h"

/* Checks a gift whose expiry and lot are filled in as far as known. ERR_REFUSED with *rule set to
 * the first rule that says no. */
MUST_CHECK bool intake_check(struct inventory *inventory, const struct booking *gift,
                             const struct box *box, const struct drug *drug, enum rule *rule,
                             GError **error);

#endif
