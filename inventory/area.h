#ifndef INVENTORY_AREA_H
#define INVENTORY_AREA_H

/*
 * Areas: the tree of city, district, community or village, grid, building. A district is the unit
 * inside which medicine moves, and the tenant of its ledger.
 */

#include <stdbool.h>
#include <stdint.h>

#include "base/err.h"

struct inventory;

struct area_id {
    int64_t n; /* 0: none */
};

enum area_kind {
    AREA_CITY,
    AREA_DISTRICT,
    AREA_COMMUNITY,
    AREA_GRID,
    AREA_BUILDING,
};

struct area {
    struct area_id id, parent;
    enum area_kind kind;
    char *name;
};

void area_free(struct area *area); /* takes NULL */

/* The word kept in the schema ("grid"), and the kind of such a word or -1. */
const char *area_kind_key(enum area_kind kind);
int area_kind_parse(const char *key);

/* The kind below the district that a word of either language means ("village", "社区"); -1 for none. */
int area_kind_of_word(const char *word);

/* The word a person reads ("网格"), in the thread's language. */
const char *area_kind_word(enum area_kind kind);

/* Adds an area below a parent of a higher kind (a grid may be left out of the chain). ERR_INPUT for
 * a bad name or order of kinds, ERR_MISSING for no such parent, ERR_REFUSED where the parent has an
 * area of that name. */
MUST_CHECK bool area_add(struct inventory *inventory, struct area_id parent, enum area_kind kind,
                         const char *name, struct area_id *id, GError **error);

/* The area of that name right below a parent, or {0}. */
MUST_CHECK bool area_child(struct inventory *inventory, struct area_id parent, const char *name,
                           struct area_id *id, GError **error);

/* The area of that name below a parent, made where there is none. */
MUST_CHECK bool area_ensure(struct inventory *inventory, struct area_id parent, enum area_kind kind,
                            const char *name, struct area_id *id, GError **error);

/* Renames an area, or moves it below another parent with all that is in it; name NULL and parent {0}
 * leave that as it is. Errors of area_add(); a city and the district can't be moved. */
MUST_CHECK bool area_edit(struct inventory *inventory, struct area_id id, const char *name,
                          struct area_id parent, GError **error);

/* ERR_INPUT where medicine can't be in an area itself: in a city, that is, above the districts. */
MUST_CHECK bool area_check_inside(const struct area *area, GError **error);

/* By number, by name where only one area has it, or by a path "community/grid/building" in which a
 * community's name is enough to begin with. ERR_MISSING, or ERR_INPUT listing the several; a number
 * that is another area's name too is one of those. */
MUST_CHECK bool area_find(struct inventory *inventory, const char *what, struct area **area,
                          GError **error);

/* By its number alone; ERR_MISSING. Free with area_free(). */
MUST_CHECK bool area_by_id(struct inventory *inventory, struct area_id id, struct area **area,
                           GError **error);

/* struct area * of an area and all below it, each followed by what lies in it, in the order they were
 * added; everything for {0}. */
MUST_CHECK bool area_list(struct inventory *inventory, struct area_id root, GPtrArray **areas,
                          GError **error);

/* Whether an area is another one or lies anywhere below it; everything lies in {0}. */
MUST_CHECK bool area_lies_in(struct inventory *inventory, struct area_id id, struct area_id root,
                             bool *lies, GError **error);

/* Name of the area itself and of those above it, by kind; NULL where the chain has none. */
struct area_chain {
    char *names[AREA_BUILDING + 1];
};
MUST_CHECK bool area_chain_of(struct inventory *inventory, struct area_id id,
                              struct area_chain *chain, GError **error);
void area_chain_clear(struct area_chain *chain);

#endif
