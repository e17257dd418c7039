#ifndef CLI_BOX_ROWS_H
#define CLI_BOX_ROWS_H

/* Boxes as rows, and what is in one and happened to it last. */

#include "base/err.h"
#include "cli/face.h"
#include "cli/rows.h"
#include "inventory/names.h"

/* A row for each struct box *. */
struct rows *box_rows_list(struct face *face, struct names *names, const GPtrArray *boxes);

/* The one row of a box, with every field. */
struct rows *box_rows_one(struct face *face, struct names *names, const struct box *box);

/* Adds to the answer the lots in a box ("stock"), its last bookings ("movements"), and when its label
 * was printed ("prints"). */
MUST_CHECK bool box_rows_stock(struct face *face, struct names *names, const struct box *box,
                               GError **error);
MUST_CHECK bool box_rows_last(struct face *face, struct names *names, const struct box *box,
                              GError **error);
MUST_CHECK bool box_rows_prints(struct face *face, const struct box *box, GError **error);

#endif
