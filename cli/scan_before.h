#ifndef CLI_SCAN_BEFORE_H
#define CLI_SCAN_BEFORE_H

/*
 * What was booked from a picture before. A file that is scanned once more, by mistake or after a call
 * that was cut short, would book its packs once more: so the id of a booking follows from the picture,
 * the code, the box and the direction, and the ledger is asked for it.
 */

#include "base/err.h"
#include "base/id.h"
#include "inventory/box.h"
#include "inventory/inventory.h"
#include "scanner/code.h"
#include "scanner/session.h"

struct scan_before {
    struct uuid uid; /* under which it is to be booked: the first of its ids that is free */
    int64_t seq,
        at; /* the first movement booked so before, and when (ms UTC); 0: none that stands */
};

/* picture: what tells the file from any other, such as the SHA-256 of its bytes. */
MUST_CHECK bool scan_before_find(struct inventory *inventory, const char *picture,
                                 const struct code *code, struct box_id box, enum session_mode mode,
                                 struct scan_before *before, GError **error);

#endif
