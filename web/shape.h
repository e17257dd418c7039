#ifndef WEB_SHAPE_H
#define WEB_SHAPE_H

/* The things that many answers have in them, as JSON. New references, for the caller. */

#include "base/day.h"
#include "inventory/area.h"
#include "inventory/box.h"
#include "inventory/drug.h"

struct json_t;

/* "2027-03-31", "9999-12-31" for what does not expire; null for DAY_NONE. */
struct json_t *shape_day(struct day day);

/* null for 0. */
struct json_t *shape_moment(int64_t ms);

/* null for 0, which is none: ids, amounts. */
struct json_t *shape_number(int64_t number);

/* null for NULL and "". */
struct json_t *shape_text(const char *text);

/* A coordinate in degrees; null for none. */
struct json_t *shape_degree(int32_t millionths);

/* A number in steps of a grain (0.1); null for what is none. */
struct json_t *shape_decimal(double value, double grain);

/* The sentences of findings (scanner/finding.h), an array. */
struct json_t *shape_findings(const GPtrArray *findings);

/* {"id": 7, "name": "…"} */
struct json_t *shape_area(const struct area *area);

/* What a resident may know of a box; chain is that of its area. */
struct json_t *shape_box_public(const struct box *box, const struct area_chain *chain);

/* {code, name, place}, with which a box is named in other things. */
struct json_t *shape_box_short(const struct box *box);

#endif
