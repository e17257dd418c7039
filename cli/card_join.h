#ifndef CLI_CARD_JOIN_H
#define CLI_CARD_JOIN_H

/* Cards that make volunteers: as many as fit on the sheet, each with an invitation of its own, which is
 * good once; or all with one link that was made elsewhere. */

#include "cli/face.h"

MUST_CHECK bool card_join_print(struct face *face, GError **error);

#endif
