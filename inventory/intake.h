#ifndef INVENTORY_INTAKE_H
#define INVENTORY_INTAKE_H

/* The rules of giving, one after another; for booking.c. */

#include "inventory/booking.h"

/* Checks a gift whose expiry and lot are filled in as far as known. ERR_REFUSED with *rule set to
 * the first rule that says no. */
MUST_CHECK bool intake_check(struct inventory *inventory, const struct booking *gift,
                             const struct box *box, const struct drug *drug, enum rule *rule,
                             GError **error);

/* Whether a day can be the expiry of a medicine: ERR_INPUT for one further ahead than anything keeps, and for
 * none (DAY_NEVER) where it has one and the box asks for it (setting intake.expiry-required). */
MUST_CHECK bool intake_check_expiry(struct inventory *inventory, const struct box *box,
                                    const struct drug *drug, struct day expiry, struct day today,
                                    GError **error);

#endif
