#ifndef CLI_HELP_H
#define CLI_HELP_H

/* The help pages, made from the table of commands. */

#include "base/err.h"
#include "cli/verb.h"

/* "medbox box add NAME --in AREA"; free with g_free(). */
char *help_usage(const struct verb *verb);

/* The page of all commands (name NULL), of a group ("box"), or of one command ("box", "add"); free
 * with g_free(). NULL with ERR_INPUT where there is no such command. */
MUST_CHECK char *help_page(const char *name, const char *sub, GError **error);

#endif
