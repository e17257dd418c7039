#ifndef CLI_SCOPE_H
#define CLI_SCOPE_H

/* What a listing is about: one box or those of an area, one type of medicine or all. */

#include <stdbool.h>
#include <stdint.h>

#include "base/err.h"
#include "cli/face.h"
#include "inventory/box.h"

struct scope {
    struct box *box;     /* the one, or NULL */
    struct area_id area; /* {0}: the district */
    int type;            /* of enum drug_type; 0: all */
    GPtrArray *boxes;    /* struct box *, those in service; NULL where there is the one */
    GHashTable *ids;     /* int64_t * of these */
};

/* Reads --area and --type, which the command must have in its table, and a box as it was typed (NULL:
 * none). ERR_INPUT for a box together with --area, and for an unknown type. Clear with
 * scope_clear(), also after a failure. */
MUST_CHECK bool scope_read(struct face *face, const char *box, struct scope *scope, GError **error);
void scope_clear(struct scope *scope);

/* {0} unless there is the one. */
struct box_id scope_box(const struct scope *scope);

bool scope_has(const struct scope *scope, struct box_id box, int type);

/* Rows of the tables of options for --area and --type. */
#define SCOPE_OPTIONS                                                                              \
    {.name = "area", .value = N_("AREA"), .meaning = N_("only boxes in it and below")},            \
    {                                                                                              \
        .name = "type", .value = N_("TYPE"), .meaning = N_("only medicine of a type")              \
    }

#endif
