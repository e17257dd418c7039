#ifndef PRINTING_POSTERS_H
#define PRINTING_POSTERS_H

/* Posters for the doors of boxes, with what the settings at each box say. */

#include "inventory/inventory.h"
#include "labels/layout_poster.h"
#include "labels/sheet.h"
#include "printing/label_batch.h"

struct posters {
    struct label_batch batch; /* posters borrow from it, */
    GPtrArray *lines;         /* and from these: GStrv */
    struct poster *posters;   /* as many as the batch has labels */
    double width, height;     /* mm: of the page */
};

/* Makes posters of a batch of labels, which becomes theirs also after a failure; their QR codes have no
 * nonce, so that they stay good when labels are renewed. Clear with posters_clear(), also after a failure. */
MUST_CHECK bool posters_read(struct inventory *inventory, struct label_batch *batch, bool inspect,
                             struct posters *posters, GError **error);
void posters_clear(struct posters *posters);

/* A source of all of them for pages of this sheet, which borrows them. */
struct layout_source posters_source(struct posters *posters, const struct sheet *sheet);

#endif
