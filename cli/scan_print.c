#include "cli/scan_print.h"

#include "base/words.h"
#include "inventory/names.h"
#include "inventory/print.h"

/* "2026-11-24" by the inventory's clock. */
static const char *
day_text(const struct face *face, int64_t ms, char text[DAY_TEXT_SIZE])
{
    return day_format(inventory_day(face->inventory, ms), text);
}

static const char *
word_of(const struct code *code, enum print_state state)
{
    if (!code->label)
        return "typed";
    if (state == PRINT_OLD)
        return "old";
    if (state == PRINT_CURRENT)
        return "current";
    return code->nonce.text[0] != '\0' ? "unknown" : "plain";
}

bool
scan_print_tell(struct face *face, const struct code *code, const struct box *box, GError **error)
{
    enum print_state state = PRINT_UNKNOWN;
    int64_t at = 0, replaced = 0;
    char printed[DAY_TEXT_SIZE], since[DAY_TEXT_SIZE];
    g_autofree char *title = names_title(box);

    if (code->nonce.text[0] != '\0' &&
        !print_tell(face->inventory, box->id, code->nonce.text, &state, &at, &replaced, error))
        return false;
    answer_text(face->answer, "label", word_of(code, state));
    if (state == PRINT_OLD)
        answer_notice(
            face->answer,
            _("this is an old label of %s, printed on %s and replaced on %s; take it down"), title,
            day_text(face, at, printed), day_text(face, replaced, since));
    else if (state == PRINT_UNKNOWN && code->nonce.text[0] != '\0')
        answer_notice(
            face->answer,
            _("no print of %s is known with this mark: a label from elsewhere, or from an "
              "older copy of the inventory"),
            title);
    return true;
}
