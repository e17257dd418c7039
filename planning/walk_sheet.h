#ifndef PLANNING_WALK_SHEET_H
#define PLANNING_WALK_SHEET_H

/* Walks as lists for paper: what labels/layout_walk.h is filled with. */

#include "labels/layout_walk.h"
#include "planning/walks.h"

struct walk_sheet {
    struct walk_list *lists; /* one a walk */
    size_t n;
    GPtrArray *owned; /* what they borrow */
};

/* Lists of walks (struct walks_walk *), in the thread's language; of what is still to be done. Clear with
 * walk_sheet_clear(), also after a failure. */
MUST_CHECK bool walk_sheet_fill(struct inventory *inventory, struct names *names,
                                const GPtrArray *walks, int64_t now, struct walk_sheet *sheet,
                                GError **error);
void walk_sheet_clear(struct walk_sheet *sheet);

/* Texts that say the same elsewhere, to be freed with g_free(): "Walk 3 · Li", "5 stops, about 40
 * minutes, 2.3 km", "use by 2027-03-31, batch A1". */
char *walk_sheet_title(const struct walks_walk *walk);
char *walk_sheet_summary(const struct walks_walk *walk);
char *walk_sheet_lot(const struct transfer *transfer);

/* How long it takes, as people are told: an estimate, in steps of five minutes. */
double walk_sheet_minutes(const struct walks_walk *walk);

/* Transfers of the same batch are handled together at a stop: units of all that are like the i-th of its
 * tasks (struct walks_task), if that is the first of its like; 0 for the others. Appends the transfers'
 * numbers ("3, 5") to numbers unless that is NULL. */
int32_t walk_sheet_units(const GArray *tasks, guint i, GString *numbers);

#endif
