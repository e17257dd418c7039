#ifndef INVENTORY_BOX_H
#define INVENTORY_BOX_H

/*
 * Boxes: what hangs on the wall. A box is known by its code (scanner/boxcode.h), which is random,
 * never reused and printed on its label.
 */

#include <stdbool.h>
#include <stdint.h>

#include "base/err.h"
#include "inventory/area.h"
#include "scanner/boxcode.h"

struct box_id {
    int64_t n; /* 0: none */
};

#define BOX_NO_COORDINATE INT32_MIN
#define BOX_COUNT_DAYS 30 /* a count is due so often, unless told; as in the schema */

struct box {
    struct box_id id;
    char *code; /* normal form: 7 or 8 characters without hyphen */
    struct area_id area;
    char *name, *place, *phone;
    int32_t lat, lon;               /* millionths of a degree, or both BOX_NO_COORDINATE */
    int32_t capacity;               /* packs; 0: not known */
    int32_t residents, vulnerable;  /* people served: counts, never names */
    int32_t count_days;             /* a count is due so often */
    int64_t counted_at, created_at; /* ms UTC; counted_at 0: never */
    bool retired;
};

void box_free(struct box *box); /* takes NULL */

/* When its next count is due, in ms UTC. */
int64_t box_count_due(const struct box *box);

/* Any way of writing a phone number, or none; ERR_INPUT for less than three digits and for what a
 * spreadsheet makes of a number (7.12E+10, ="0712"). */
MUST_CHECK bool box_check_phone(const char *phone, GError **error);

/* Adds a box; fills id and, where code is NULL, gives it a code drawn with the caller's random bits
 * (code_bits(data) is called until a free code is found). ERR_INPUT for a bad field, by name;
 * ERR_MISSING for no such area; ERR_REFUSED where the code given belongs to another box, or, where
 * none is given, the area has a box of that name in service. */
typedef uint64_t box_random(void *data);
MUST_CHECK bool box_add(struct inventory *inventory, struct box *box, box_random *draw, void *data,
                        int64_t now, GError **error);

/* By code (as forgiving as boxcode_parse), by the address on its label (box_check_host), by name where only one box has it, or by
 * AREA/NAME, where the area (area_find) is its own or one above it. ERR_INPUT lists several. What is
 * no code, but one slip away from those of boxes, is ERR_INPUT and offers them (box_near()); ERR_MISSING
 * for none, which offers those that have it in their names. Retired boxes are found too, by
 * a name that none in service has. */
MUST_CHECK bool box_find(struct inventory *inventory, const char *what, struct box **box,
                         GError **error);

/* The same without a look for what was perhaps meant, which takes its time: *box is NULL for none. */
MUST_CHECK bool box_seek(struct inventory *inventory, const char *what, struct box **box,
                         GError **error);

/* The boxes in service whose codes are one slip away from a text (boxcode_neighbours()): struct box *, to be
 * freed also after a failure. */
MUST_CHECK bool box_neighbours(struct inventory *inventory, const char *text, GPtrArray **boxes,
                               GError **error);

/* The same with their names between commas: "7K3-M9QX Gate". NULL for none; free with g_free(). */
char *box_near(struct inventory *inventory, const char *text);

/* Whether a label's host is one that labels of this inventory bear: "", one that is set anywhere as
 * label.host, or the default, which those printed before may have. ERR_INPUT for another: its codes are
 * those of another service's boxes, even where they read like one of these. */
MUST_CHECK bool box_check_host(struct inventory *inventory, const char *host, struct boxcode code,
                               GError **error);

MUST_CHECK bool box_by_id(struct inventory *inventory, struct box_id id, struct box **box,
                          GError **error);

/* By its code in the normal form; NULL for none. */
MUST_CHECK bool box_by_code(struct inventory *inventory, const char *code, struct box **box,
                            GError **error);

/* struct box * in an area and all below it ({0}: everywhere), in the order they were added,
 * area by area. */
MUST_CHECK bool box_list(struct inventory *inventory, struct area_id area, bool retired_too,
                         GPtrArray **boxes, GError **error);

/* How many packs lie in a box: of each medicine as many as its units need, a part for a whole. */
MUST_CHECK bool box_packs(struct inventory *inventory, struct box_id id, int64_t *packs,
                          GError **error);

/* Writes all fields of a changed box but its id and code. */
MUST_CHECK bool box_edit(struct inventory *inventory, const struct box *box, GError **error);

/* Takes a box out of service. ERR_REFUSED while it still holds stock, or something is to be carried from it
 * or to it. */
MUST_CHECK bool box_retire(struct inventory *inventory, struct box_id id, GError **error);

#endif
