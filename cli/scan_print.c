#include "cli/scan_print.h"

#include <string.h>

#include "printing/mark.h"

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
    struct mark mark;
    bool ok = mark_read(face->inventory, box, code->nonce.text, &mark, error);

    *state = mark.state;
    if (ok && mark.notice != NULL)
        answer_notice(face->answer, "%s", mark.notice);
    mark_clear(&mark);
    return ok;
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
