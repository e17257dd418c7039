#ifndef INVENTORY_LEVEL_H
#define INVENTORY_LEVEL_H

/*
 * What is set for every type and age group at a box: two levels in person-days (below the minimum it
 * is short, and it is filled up to the fill level, or the minimum where that is more), what a transfer
 * leaves there, when it is filled next, whether the type is critical, and from which chances on a
 * shortage is told. They are settings ("minimum", "minimum.fever", "minimum.fever.child", likewise
 * "fill", …), read here for all boxes at once.
 */

#include <stdint.h>

#include "inventory/setting.h"

struct level {
    int32_t minimum, fill;   /* person-days */
    int32_t keep, keep_days; /* what a transfer leaves: person-days, days of what is asked for */
    int32_t restock, restock_every; /* a day on which it is filled, 0: not known; days between */
    int32_t critical;               /* 1: shortages of it come first */
    int32_t near, far;              /* days ahead that shortages are told for */
    int32_t red, orange, orange_far, yellow; /* chances to run out, in percent */
};

struct level_book;

/* Reads the settings; free with level_book_free(), which takes NULL. */
MUST_CHECK bool level_book_new(struct inventory *inventory, struct level_book **book,
                               GError **error);
void level_book_free(struct level_book *book);

/* The days that are looked back on for requests in vain: the district's setting "shortage.window". */
MUST_CHECK bool level_window(struct level_book *book, int32_t *days, GError **error);

/* The levels of a box that stands in an area: DRUG_TYPES * DRUG_AGES of them, by type - 1 and age.
 * Borrowed from the book. */
const struct level *level_of_box(struct level_book *book, struct area_id area, struct box_id box);

/* The next day after today on which it is known to be filled, or DAY_NONE. */
struct day level_restock(const struct level *level, struct day today);

#endif
