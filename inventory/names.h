#ifndef INVENTORY_NAMES_H
#define INVENTORY_NAMES_H

/*
 * What the numbers in listings are called: all boxes, drugs, areas and people, read once and looked up
 * without failing.
 */

#include "base/err.h"
#include "inventory/area.h"
#include "inventory/box.h"
#include "inventory/drug.h"

struct names;

/* Reads them, retired ones too; NULL with an error. Free with names_free(). */
MUST_CHECK struct names *names_read(struct inventory *inventory, GError **error);

/* The same with no boxes but those in an area and below. */
MUST_CHECK struct names *names_read_in(struct inventory *inventory, struct area_id area,
                                       GError **error);
void names_free(struct names *names); /* takes NULL */

/* "Box at the gate (7K3-M9QX)"; free with g_free(). */
char *names_title(const struct box *box);

/* NULL for {0} and ids that aren't there; the things live as long as the names. */
const struct box *names_box(const struct names *names, struct box_id id);
const struct drug *names_drug(const struct names *names, struct drug_id id);
const struct area *names_area(const struct names *names, struct area_id id);

/* The order in which box_list() and drug_list() have them, from 1; 0 for what is not there. */
guint names_box_place(const struct names *names, struct box_id id);
guint names_drug_place(const struct names *names, struct drug_id id);

/* Texts for a cell, "" where there is no such thing: a box's name and code, a drug's title
 * (drug_title()), an area with those above it up to the community ("community/grid/building").
 * They live as long as the names; so does a person's name. */
const char *names_box_text(struct names *names, struct box_id id);
const char *names_drug_text(struct names *names, struct drug_id id);
const char *names_area_path(struct names *names, struct area_id id);
const char *names_person(const struct names *names, int64_t person);

#endif
