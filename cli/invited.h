#ifndef CLI_INVITED_H
#define CLI_INVITED_H

/* An invitation just made: how it is handed on. */

#include "cli/face.h"
#include "inventory/invite.h"

/* "https://HOST/J/CODE" by the host of an area's labels; free with g_free(), NULL with an error. */
char *invited_url(struct face *face, struct area_id area, const char code[INVITE_CODE_SIZE],
                  bool first, GError **error);

/* Says the link, the code and how long they are good. */
MUST_CHECK bool invited_say(struct face *face, struct area_id area,
                            const char code[INVITE_CODE_SIZE], int64_t ends_at, GError **error);

#endif
