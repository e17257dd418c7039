#ifndef CLI_SCAN_BEFORE_H
#define CLI_SCAN_BEFORE_H

/*
 * What was booked from a picture before. A file that is scanned once more, by mistake or after a call
 * that was cut short, would book its packs once more: so the id of a booking follows from the picture,
 * the code, the box and the direction, and the ledger is asked for it. Where the caller has an id of its
 * own, the first half of the booking's id follows from the picture and the second from the caller's: it
 * is known by the one and by both.
 */

#include "base/err.h"
#include "base/id.h"
#include "inventory/box.h"
#include "inventory/inventory.h"
#include "scanner/code.h"
#include "scanner/session.h"

/* What is to be booked. */
struct scan_before_of {
    const char *picture; /* what tells the file from any other, such as the SHA-256 of its bytes */
    const struct code *code;
    struct box_id box;
    enum session_mode mode;
    const struct uuid *own; /* the caller's id, or NULL */
};

struct scan_before {
    struct uuid uid; /* under which it is to be booked: the caller's, or the first that is free */
    bool repeated;   /* it was booked under the caller's id already, undone or not */
    int64_t seq,
        at; /* the first movement booked so before, and when (ms UTC); 0: none that stands */
};

MUST_CHECK bool scan_before_find(struct inventory *inventory, const struct scan_before_of *of,
                                 struct scan_before *before, GError **error);

#endif
