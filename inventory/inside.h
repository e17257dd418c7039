#ifndef INVENTORY_INSIDE_H
#define INVENTORY_INSIDE_H

/* What an inventory handle holds; for this folder only. */

#include <stdbool.h>
#include <stdint.h>

#include "inventory/inventory.h"
#include "schema/db.h"

struct inventory {
    struct db *db;
    int64_t tenant;
    struct area_id district;
    int32_t utc_offset; /* minutes; the setting, read at opening and when it is set */
    struct {
        int64_t seq; /* of the last movement; written back by ledger_end() */
        uint8_t hash[32];
        bool changed;
    } head;
};

#endif
