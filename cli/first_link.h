#ifndef CLI_FIRST_LINK_H
#define CLI_FIRST_LINK_H

/* The way in where nobody has one: without an office account, whoever starts the service is told a link
 * by which the first is made, once. Each start says a new one, and those said before are good no more. */

#include "cli/face.h"

/* Says it for a service at an address ("https://…"); nothing where there is an office account. */
MUST_CHECK bool first_link_say(struct face *face, const char *url, GError **error);

#endif
