#ifndef INVENTORY_WALK_H
#define INVENTORY_WALK_H

/*
 * Walks: which transfers one volunteer carries. The number of a walk is printed on its list and told
 * to the scanner, so it stays what it is; what is not begun may be given to another walk.
 */

#include <stdbool.h>
#include <stdint.h>

#include "base/err.h"

struct inventory;

struct walk {
    int64_t id;        /* its number in the district; 0 until made */
    char *carrier;     /* who goes, as they are called; "": not said */
    int64_t made_at;   /* ms UTC */
    GArray *transfers; /* int64_t: numbers of those given to it, by number; open or not */
};
struct walk *walk_new(const char *carrier); /* without transfers, to be made */
void walk_free(struct walk *walk);          /* takes NULL */

/* Makes walks (struct walk *; their ids are filled in) and gives them their transfers, in one
 * transaction. ERR_INPUT for a carrier's name that is too long; ERR_MISSING for no such transfer. */
MUST_CHECK bool walk_make(struct inventory *inventory, GPtrArray *walks, int64_t now,
                          GError **error);

/* struct walk *, by number: those with transfers still open, or all that have any. */
MUST_CHECK bool walk_list(struct inventory *inventory, bool closed_too, GPtrArray **walks,
                          GError **error);
MUST_CHECK bool walk_by_id(struct inventory *inventory, int64_t id, struct walk **walk,
                           GError **error);

#endif
