#ifndef CLI_NEXT_H
#define CLI_NEXT_H

/* The commands that lead on from an error. */

#include "base/err.h"

/* “there is no box “x”; “medbox box list” shows them”: the message, and the command that err_next()
 * stands for. Free with g_free(). */
char *next_told(const GError *error);

/* The command's part alone; NULL where none leads on. Static. */
const char *next_command(enum err_next next);

#endif
