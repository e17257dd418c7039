#ifndef PLANNING_CARRIERS_H
#define PLANNING_CARRIERS_H

/*
 * Who carries, and how much: each area or box for which the setting "carry" is set has one carrier, who
 * can take so many person-days out of its boxes. A box belongs to the nearest carrier above it, as
 * with every setting; one that can take any amount is none.
 */

#include "inventory/inventory.h"
#include "inventory/setting.h"
#include "planning/ground.h"

struct carriers {
    int32_t *of; /* of each box: its carrier's number, or -1; NULL where nobody's load is limited */
    GArray *loads;     /* int64_t: person-days that each can take */
    GPtrArray *values; /* struct setting_value *: where each is set */
};

/* For struct box *[]. Clear with carriers_clear(), also after a failure. */
MUST_CHECK bool carriers_read(struct inventory *inventory, const GPtrArray *boxes,
                              const struct ground *ground, struct carriers *carriers,
                              GError **error);
void carriers_clear(struct carriers *carriers);

#endif
