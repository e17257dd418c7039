#ifndef INVENTORY_RECALLED_H
#define INVENTORY_RECALLED_H

/* All recalls in force, of which there are few, to be held against many lots; for this folder only. */

#include <stdbool.h>
#include <stddef.h>

#include "base/err.h"
#include "inventory/drug.h"

struct inventory;
struct recalled;

/* Free with recalled_free(), which takes NULL. */
MUST_CHECK bool recalled_read(struct inventory *inventory, struct recalled **recalled,
                              GError **error);
void recalled_free(struct recalled *recalled);

/* Whether anything of a drug is recalled at all; and whether a batch of it is. */
bool recalled_drug(const struct recalled *recalled, struct drug_id drug);
bool recalled_lot(const struct recalled *recalled, struct drug_id drug, const char *lot,
                  size_t size);

#endif
