#ifndef CLI_SCAN_PRINT_H
#define CLI_SCAN_PRINT_H

/*
 * What the label that was scanned says of itself: whether it is the one that hangs, an old one that
 * was replaced, one that this inventory never printed, or no label at all but a code that was typed.
 */

#include "cli/face.h"
#include "inventory/box.h"
#include "scanner/code.h"

/* Tells of a label that is not the newest of its box; with --json "label" is "current", "old",
 * "unknown" (no such print), "plain" (an address without a print's nonce) or "typed". The scan goes
 * on: an old label still names its box. */
MUST_CHECK bool scan_print_tell(struct face *face, const struct code *code, const struct box *box,
                                GError **error);

/* box_find() for a box that somebody names, and tells of an old label where they name it by one. */
MUST_CHECK bool scan_print_box(struct face *face, const char *what, struct box **box,
                               GError **error);

#endif
