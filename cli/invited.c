#include "cli/invited.h"

#include "base/words.h"
#include "inventory/setting.h"

char *
invited_url(struct face *face, struct area_id area, const char code[INVITE_CODE_SIZE], bool first,
            GError **error)
{
    g_autofree char *host = NULL;

    if (!setting_text(face->inventory, "label.host", area, (struct box_id){0}, &host, error))
        return NULL;
    return invite_url(host, code, first);
}

bool
invited_say(struct face *face, struct area_id area, const char code[INVITE_CODE_SIZE],
            int64_t ends_at, GError **error)
{
    g_autofree char *url = invited_url(face, area, code, false, error);
    g_autofree char *until = rows_moment_text(ends_at, answer_utc_offset(face->answer));
    char text[INVITE_PRINT_SIZE];

    if (url == NULL)
        return false;
    answer_text(face->answer, "code", code);
    answer_text(face->answer, "url", url);
    answer_number(face->answer, "ends_at", ends_at);
    answer_say(face->answer, _("Good once, until %s: %s"), until, url);
    answer_say(face->answer, _("Where the link can't be opened, its code is typed: %s"),
               invite_format(code, text));
    return true;
}
