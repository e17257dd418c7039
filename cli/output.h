#ifndef CLI_OUTPUT_H
#define CLI_OUTPUT_H

/* Files that commands write where the person says (-o FILE, --sheet FILE). */

#include <stdbool.h>

#include "base/err.h"

/* Whether a file may be put at the path: ERR_INPUT where something stands there that is no ordinary
 * file (a folder, a device, a pipe), ERR_REFUSED where it is an inventory of medbox, whichever, or what
 * the database keeps beside the one in use (db). Another ordinary file may be replaced. */
MUST_CHECK bool output_check(const char *path, const char *db, GError **error);

/* The same, and ERR_REFUSED where any file stands there. */
MUST_CHECK bool output_check_new(const char *path, const char *db, GError **error);

#endif
