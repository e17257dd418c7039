#ifndef INVENTORY_STARTER_H
#define INVENTORY_STARTER_H

/* The starter catalogue: common OTC medicines by their generic names, from inventory/starter.csv, in
 * the format that drugs are imported in. It holds no barcodes: codes are learned by scanning. */

#include <stdbool.h>

#include "base/err.h"

struct inventory;

/* Adds them to an inventory, inside a transaction. */
MUST_CHECK bool starter_load(struct inventory *inventory, GError **error);

#endif
