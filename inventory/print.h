#ifndef INVENTORY_PRINT_H
#define INVENTORY_PRINT_H

/* Labels that were printed: which box, when and why. */

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/err.h"
#include "inventory/box.h"

struct print {
    int64_t id;
    struct box_id box;
    char *nonce; /* of this print, "" for none */
    int64_t at;
    char *reason; /* "" for none */
};
void print_free(struct print *print); /* takes NULL */

/* Keeps that labels of these boxes were printed, all or none. reason may be NULL; ERR_INPUT where it
 * is over LIMIT_NOTE characters or more than one line. */
MUST_CHECK bool print_add(struct inventory *inventory, const struct box_id *boxes, size_t n,
                          const char *reason, int64_t now, GError **error);

/* struct print * of a box ({0}: of all), newest first. */
MUST_CHECK bool print_list(struct inventory *inventory, struct box_id box, GPtrArray **prints,
                           GError **error);

#endif
