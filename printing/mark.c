#include "printing/mark.h"

#include "base/words.h"
#include "inventory/names.h"

/* "2026-11-24" by the inventory's clock. */
static const char *
day_text(const struct inventory *inventory, int64_t ms, char text[DAY_TEXT_SIZE])
{
    return day_format(inventory_day(inventory, ms), text);
}

bool
mark_read(struct inventory *inventory, const struct box *box, const char *nonce, struct mark *mark,
          GError **error)
{
    char printed[DAY_TEXT_SIZE], since[DAY_TEXT_SIZE];
    g_autofree char *title = names_title(box);
    int64_t at = 0;

    *mark = (struct mark){.state = PRINT_UNKNOWN};
    if (nonce == NULL || nonce[0] == '\0')
        return true;
    if (!print_tell(inventory, box->id, nonce, &mark->state, &at, &mark->replaced, error))
        return false;
    if (mark->state == PRINT_OLD)
        mark->notice = g_strdup_printf(
            _("this is an old label of %s, printed on %s and replaced on %s; take it down"), title,
            day_text(inventory, at, printed), day_text(inventory, mark->replaced, since));
    else if (mark->state == PRINT_UNKNOWN)
        mark->notice =
            g_strdup_printf(_("no print of %s is known with this mark: a label from elsewhere, or "
                              "from an older copy of the inventory"),
                            title);
    return true;
}

void
mark_clear(struct mark *mark)
{
    g_clear_pointer(&mark->notice, g_free);
}
