#ifndef INVENTORY_SNAPSHOT_H
#define INVENTORY_SNAPSHOT_H

/*
 * The whole district at one moment, as plain values: what every cell (box, type, age group) holds, what
 * of it spoils soon, and who asked for it in vain. It is what the allocator is handed.
 */

#include <stdbool.h>
#include <stdint.h>

#include "base/day.h"
#include "base/err.h"
#include "inventory/box.h"
#include "inventory/drug.h"
#include "inventory/level.h"

struct inventory;

/* Amounts are millionths of a person-day (stock.h). */
struct snapshot_cell {
    struct box_id box;
    enum drug_type type;
    enum drug_age age;
    int64_t usable;   /* in the box, neither expired nor recalled */
    int64_t unusable; /* expired or recalled */
    int64_t taken;    /* within the window, where nothing is usable and no minimum is set: there
                              it tells whether anybody wants it; 0 elsewhere */
    int32_t unmet;    /* requests within the window */
    int64_t minimum, fill;     /* the two levels that are set for it */
    const struct level *level; /* they and the rest, as set; the snapshot's */
};

/* Usable stock whose last day comes within the days that shortages are told for. */
struct snapshot_spoiling {
    guint cell;        /* its index */
    int32_t days_left; /* 0: today is the last */
    int64_t amount;
};

struct snapshot {
    int64_t now;
    int32_t window_days;
    GArray *cells;    /* struct snapshot_cell, in no order that means anything */
    GArray *spoiling; /* struct snapshot_spoiling, cell by cell */
    struct level_book *book;
};

/* Reads it in one transaction, for one box or ({0}) all active ones; a retired one has no cells. A box
 * that never held any has a cell all the same for what was asked for in vain within the window, and
 * for fever and cold medicine, adult and child, where a minimum above 0 is set. Clear with
 * snapshot_clear(), also after a failure. */
MUST_CHECK bool snapshot_read(struct inventory *inventory, struct box_id box, int64_t now,
                              struct snapshot *snapshot, GError **error);

/* The same of what is there alone, which is quicker: taken and unmet mean nothing, and spoiling is
 * empty. */
MUST_CHECK bool snapshot_read_stock(struct inventory *inventory, struct box_id box, int64_t now,
                                    struct snapshot *snapshot, GError **error);
void snapshot_clear(struct snapshot *snapshot);

#endif
