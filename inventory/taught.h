#ifndef INVENTORY_TAUGHT_H
#define INVENTORY_TAUGHT_H

/* The codes that a drug was taught by drug_bind(). */

#include <stdbool.h>
#include <stdint.h>

#include "base/err.h"
#include "inventory/drug.h"

struct taught {
    struct drug_id drug;
    char *kind, *code; /* as in the schema */
    int32_t units;     /* base units in the pack that bears it */
    int64_t learned_at;
};
void taught_free(struct taught *taught); /* takes NULL */

/* struct taught * of a drug ({0}: of all, drug by drug), oldest first. */
MUST_CHECK bool taught_list(struct inventory *inventory, struct drug_id drug, GPtrArray **codes,
                            GError **error);

#endif
