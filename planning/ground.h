#ifndef PLANNING_GROUND_H
#define PLANNING_GROUND_H

/* Where boxes stand: in which areas. */

#include "allocator/plan.h"
#include "inventory/area.h"
#include "inventory/box.h"

struct ground;

/* Reads the areas; free with ground_free(), which takes NULL. */
MUST_CHECK bool ground_read(struct inventory *inventory, struct ground **ground, GError **error);
void ground_free(struct ground *ground);

/* The areas that a box stands in, by its own area and those above (plan.h); 0: none of that kind. */
void ground_groups(const struct ground *ground, const struct box *box, int64_t groups[PLAN_GROUPS]);

/* The area that one is in; {0} above all. */
struct area_id ground_parent(const struct ground *ground, struct area_id area);

#endif
