#include "cli/scan_print.h"

#include <string.h>

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
    if (state == PRINT_OLD)
        return "old";
    if (state == PRINT_CURRENT)
        return "current";
    if (code->nonce.text[0] != '\0')
        return "unknown";
    return code->label ? "plain" : "typed";
}

/* By the nonce that it bears, if any. */
static bool
tell(struct face *face, const struct code *code, const struct box *box, enum print_state *state,
     GError **error)
{
    int64_t at = 0, replaced = 0;
    char printed[DAY_TEXT_SIZE], since[DAY_TEXT_SIZE];
    g_autofree char *title = names_title(box);

    *state = PRINT_UNKNOWN;
    if (code->nonce.text[0] == '\0')
        return true;
    if (!print_tell(face->inventory, box->id, code->nonce.text, state, &at, &replaced, error))
        return false;
    if (*state == PRINT_OLD)
        answer_notice(
            face->answer,
            _("this is an old label of %s, printed on %s and replaced on %s; take it down"), title,
            day_text(face, at, printed), day_text(face, replaced, since));
    else if (*state == PRINT_UNKNOWN)
        answer_notice(
            face->answer,
            _("no print of %s is known with this mark: a label from elsewhere, or from an "
              "older copy of the inventory"),
            title);
    return true;
}

bool
scan_print_tell(struct face *face, const struct code *code, const struct box *box, GError **error)
{
    enum print_state state;

    if (!tell(face, code, box, &state, error))
        return false;
    answer_text(face->answer, "label", word_of(code, state));
    return true;
}

bool
scan_print_box(struct face *face, const char *what, struct box **box, GError **error)
{
    enum print_state state;
    struct code code;

    if (!box_find(face->inventory, what, box, error))
        return false;
    if (!code_parse(what, strlen(what), SYMBOLOGY_TYPED, &code, NULL) || code.kind != CODE_BOX ||
        tell(face, &code, *box, &state, error))
        return true;
    g_clear_pointer(box, box_free);
    return false;
}
