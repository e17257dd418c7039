#ifndef INVENTORY_INSIDE_H
#define INVENTORY_INSIDE_H

/* What an inventory handle holds; for this folder only. */

#include <stdbool.h>
#include <stdint.h>

#include <glib.h>

#include "inventory/inventory.h"
#include "schema/db.h"

/* Where the chain ends. */
struct inventory_head {
    int64_t seq; /* of the last movement */
    uint8_t hash[32];
};

struct inventory {
    struct db *db;
    int64_t tenant;
    struct area_id district;
    int32_t utc_offset;         /* minutes; the setting, as of this */
    int64_t version;            /* version of the file, and as it was set since */
    struct inventory_head head; /* of the ledger, while ledger_begin() is in force */
    GArray *heads;              /* as it was when each pair of ledger_begin() and _end() began */
};

#endif
