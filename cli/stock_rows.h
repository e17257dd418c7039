#ifndef CLI_STOCK_ROWS_H
#define CLI_STOCK_ROWS_H

/* What boxes hold, as rows: a district at a glance, medicine by medicine, lot by lot. */

#include "base/err.h"
#include "cli/face.h"
#include "cli/rows.h"
#include "cli/scope.h"
#include "inventory/names.h"
#include "inventory/snapshot.h"

/* Adds to the answer what the boxes of a scope hold, in person-days. For people it is a line a box and
 * a column a type (or, for one type, an age group); many boxes are summed up by the areas that lie
 * next below, unless each is set. For programs it is always a row for each box, type and age group. */
void stock_rows_overview(struct face *face, struct names *names, const struct scope *scope,
                         const struct snapshot *snapshot, bool each);

/* Adds struct stock_total[] of one box (by medicine), or of one medicine (by box). */
void stock_rows_box(struct face *face, struct names *names, const GArray *totals);
void stock_rows_drug(struct face *face, struct names *names, const struct drug *drug,
                     const GArray *totals);

/* Adds struct stock_lot *. */
void stock_rows_lots(struct face *face, struct names *names, const GPtrArray *lots);

/* The same with the days that are left. */
void stock_rows_expiring(struct face *face, struct names *names, const GPtrArray *lots,
                         const char *empty);

#endif
