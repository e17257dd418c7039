#ifndef WEB_FINISH_H
#define WEB_FINISH_H

/* An answer's last steps before it is sent: what went wrong becomes one; JSON bears a tag of what it says,
 * is not sent again to who has it, and is shrunk for who can take that. */

#include "web/request.h"

struct reply;

/* What tells bytes from others, to be freed with g_free() (RFC 9110, 8.8.3). */
char *finish_tag(GBytes *bytes);

/* JSON that was given becomes bytes; which finish_answer() does too. */
void finish_bytes(struct reply *reply);

void finish_answer(struct request *request, bool ok, const GError *error);

#endif
