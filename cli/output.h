#ifndef CLI_OUTPUT_H
#define CLI_OUTPUT_H

/*
 * Files that commands write where the person says (-o FILE, --preview FILE, --sheet FILE). One rule for
 * all: a file is replaced whole, and only once the new one is; and that it was is said. What people write
 * into, or can't make again, is never replaced: an inventory, a backup, a count sheet.
 */

#include <stdbool.h>
#include <stddef.h>

#include "base/err.h"
#include "cli/face.h"

/* Whether a file of a kind ("pdf") may be put at the path: ERR_INPUT where something stands there that
 * is no ordinary file (a folder, a device, a pipe), ERR_REFUSED where it is an inventory of medbox,
 * whichever, or what the database keeps beside the one in use (db), or where it has something in it and
 * its name does not end in the kind: then it is most likely something else. Another ordinary file may be replaced. */
MUST_CHECK bool output_check(const char *path, const char *kind, const char *db, GError **error);

/* Says that so many files (0: says nothing) that were there before were replaced, the first of which
 * was this. */
void output_say_replaced(struct face *face, const char *first, size_t n);

/* ERR_INPUT and ERR_REFUSED alike, and ERR_REFUSED where any file stands there. */
MUST_CHECK bool output_check_new(const char *path, const char *db, GError **error);

#endif
