#ifndef CLI_PERSON_ROLE_H
#define CLI_PERSON_ROLE_H

/* The option --role. */

#include "cli/face.h"
#include "inventory/role.h"

/* By its key or by the word for it; ROLE_NOBODY where it was not given, ERR_INPUT for other words. */
MUST_CHECK bool person_role(struct face *face, enum role *role, GError **error);

#endif
