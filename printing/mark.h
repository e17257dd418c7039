#ifndef PRINTING_MARK_H
#define PRINTING_MARK_H

/* What the mark on a label that was scanned says of it, to who looks after the box: whether it is the one
 * that hangs, an old one that was replaced, or one that this inventory never printed. */

#include "inventory/box.h"
#include "inventory/inventory.h"
#include "inventory/print.h"

struct mark {
    enum print_state state;
    int64_t replaced; /* ms UTC; 0 for one that was not */
    char *notice;     /* a sentence; NULL for the label that hangs, and where there is no mark */
};

/* nonce is "" or NULL where a label bears none. Clear with mark_clear(), also after a failure. */
MUST_CHECK bool mark_read(struct inventory *inventory, const struct box *box, const char *nonce,
                          struct mark *mark, GError **error);
void mark_clear(struct mark *mark);

#endif
