#ifndef INVENTORY_NEAREST_H
#define INVENTORY_NEAREST_H

/*
 * The boxes nearest to one. By their coordinates where both have them (equirectangular, which is exact
 * to the metre within a city); else those of the same grid, then of the same community, then the rest.
 */

#include <stdint.h>

#include <glib.h>

#include "inventory/box.h"

struct nearest {
    struct box *box;
    double metres; /* negative: not known */
};

/* struct nearest[] of the boxes in service but itself, nearest first; those whose distance is not known
 * come last. Free with nearest_free(). */
MUST_CHECK bool nearest_boxes(struct inventory *inventory, const struct box *from, GArray **list,
                              GError **error);
void nearest_free(GArray *list); /* takes NULL */

#endif
