#include "cli/person_role.h"

#include <string.h>

#include "base/words.h"

bool
person_role(struct face *face, enum role *role, GError **error)
{
    const char *text = face_text(face, "role");

    *role = ROLE_NOBODY;
    for (int i = ROLE_VOLUNTEER; text != NULL && i <= ROLE_OFFICE; i++)
        if (strcmp(role_key((enum role)i), text) == 0 || strcmp(role_word((enum role)i), text) == 0)
            *role = (enum role)i;
    return text == NULL || *role != ROLE_NOBODY ||
           err_set(error, ERR_INPUT, _("--role is volunteer, secretary or office, not “%s”"), text);
}
