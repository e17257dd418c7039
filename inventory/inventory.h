#ifndef INVENTORY_INVENTORY_H
#define INVENTORY_INVENTORY_H

/*
 * An inventory: one district's areas, boxes, drugs and ledger, in one database. What every function
 * of this folder is handed. It belongs to one thread.
 */

#include <stdbool.h>
#include <stdint.h>

#include "base/day.h"
#include "base/err.h"
#include "inventory/area.h"

struct inventory;
struct db;

/* What a new inventory is made of. */
struct inventory_plan {
    const char *city, *district; /* names; NULL: "本市" and "本区" in the thread's language */
    bool empty;                  /* without the starter catalogue */
    uint8_t salt[32];            /* random: household hashes are made with it */
};

/* Makes the database and puts drug types, areas and the starter catalogue into it; or none of it. */
MUST_CHECK bool inventory_create(const char *path, const struct inventory_plan *plan,
                                 struct inventory **inventory, GError **error);

/* Opens one; ERR_MISSING where there is none. Free with inventory_close(). */
MUST_CHECK bool inventory_open(const char *path, struct inventory **inventory, GError **error);
void inventory_close(struct inventory *inventory); /* takes NULL */

/* Reads anew what the handle holds of the settings (utc-offset), where another connection wrote to the file
 * since it did so; not in a transaction. For handles that stay open while others write. */
MUST_CHECK bool inventory_refresh(struct inventory *inventory, GError **error);

struct db *inventory_db(struct inventory *inventory);
int64_t inventory_tenant(const struct inventory *inventory);
struct area_id inventory_district(const struct inventory *inventory);

/* The calendar day at a moment by the inventory's own clock (setting utc-offset). */
struct day inventory_day(const struct inventory *inventory, int64_t now);

#endif
