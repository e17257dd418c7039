#ifndef CLI_LISTEN_H
#define CLI_LISTEN_H

/*
 * A live session's ear: waits for a source and for what is typed beside it, and hands on the steps
 * that come of it, until the source ends, somebody presses Ctrl-D on a terminal, or Ctrl-C.
 */

#include "cli/source.h"

/* Takes steps (of struct session_step; they are the caller's again afterwards) and remarks (of char *);
 * false with an error ends the session. */
typedef bool listen_take(const GPtrArray *steps, const GPtrArray *remarks, void *data,
                         GError **error);

/* Lines typed on the standard input count beside any other source: "exp 2027-03" has no code. */
MUST_CHECK bool listen_to(struct source *source, struct session *session, listen_take *take,
                          void *data, GError **error);

#endif
