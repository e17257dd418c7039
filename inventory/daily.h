#ifndef INVENTORY_DAILY_H
#define INVENTORY_DAILY_H

/* What was given and taken day by day, for those who look back on it. What was undone never was. */

#include <stdbool.h>
#include <stdint.h>

#include "base/day.h"
#include "base/err.h"
#include "inventory/area.h"
#include "inventory/drug.h"

struct daily_sum {
    struct day day; /* on which it was done, by the inventory's own clock */
    enum drug_type type;
    enum drug_age age;
    int64_t given, taken; /* millionths of a person-day */
};

/* struct daily_sum[] of an area and below ({0}: everywhere) from one day to another, both with it, by
 * day, type and age group; nothing for days without any. Free with g_array_unref(). */
MUST_CHECK bool daily_sums(struct inventory *inventory, struct area_id area, struct day from,
                           struct day until, GArray **sums, GError **error);

/* The first day on which anything was booked in an area and below ({0}: everywhere), by the first of each
 * of its boxes; DAY_NONE where nothing was. Days before it say nothing of what is usual there. */
MUST_CHECK bool daily_begin(struct inventory *inventory, struct area_id area, struct day *first,
                            GError **error);

#endif
