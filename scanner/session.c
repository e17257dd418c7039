#include "scanner/session.h"

#include <string.h>

#include "base/limits.h"
#include "base/words.h"
#include "scanner/clean.h"
#include "scanner/split.h"

#define RUN_LENGTH 22 /* characters from which a number can only be several codes */

struct session {
    GString *line; /* what was typed since the last Enter, at most LIMIT_CODE bytes */
    size_t typed;  /* how much it was */
    struct boxcode box;
    enum session_mode mode;
};

const char *
session_mode_name(enum session_mode mode)
{
    switch (mode) {
    case SESSION_NO_MODE: return N_("no mode");
    case SESSION_IN: return N_("putting in");
    case SESSION_OUT: return N_("taking out");
    case SESSION_COUNT: return N_("counting");
    case SESSION_LOOK: return N_("looking up");
    case SESSION_CARRY: return N_("carrying");
    }
    return "";
}

struct session *
session_new(struct boxcode box, enum session_mode mode)
{
    struct session *session = g_new0(struct session, 1);

    session->line = g_string_new(NULL);
    session->box = box;
    session->mode = mode;
    return session;
}

void
session_free(struct session *session)
{
    if (session == NULL)
        return;
    g_string_free(session->line, TRUE);
    g_free(session);
}

static void
step_free(gpointer data)
{
    struct session_step *step = data;

    g_ptr_array_unref(step->findings);
    g_free(step->text);
    g_free(step);
}

GPtrArray *
session_steps_new(void)
{
    return g_ptr_array_new_with_free_func(step_free);
}

static struct session_step *
add_step(const struct session *session, enum session_step_kind kind, const char *text,
         size_t length, GPtrArray *steps)
{
    struct session_step *step = g_new0(struct session_step, 1);

    step->kind = kind;
    step->box = session->box;
    step->mode = session->mode;
    step->quantity = 1;
    step->text = g_utf8_make_valid(text, (gssize)length);
    step->findings = findings_new();
    g_ptr_array_add(steps, step);
    return step;
}

static void
take_command(struct session *session, struct session_step *step)
{
    static const enum session_mode modes[] = {[COMMAND_IN] = SESSION_IN,
                                              [COMMAND_OUT] = SESSION_OUT,
                                              [COMMAND_COUNT] = SESSION_COUNT,
                                              [COMMAND_LOOK] = SESSION_LOOK,
                                              [COMMAND_WALK] = SESSION_CARRY};

    switch (step->code.command.word) {
    case COMMAND_NONE: break;
    case COMMAND_IN:
    case COMMAND_OUT:
    case COMMAND_COUNT:
    case COMMAND_LOOK:
    case COMMAND_WALK:
        step->kind = SESSION_MODE;
        step->mode = session->mode = modes[step->code.command.word];
        if (step->mode == SESSION_CARRY)
            step->quantity = step->code.command.quantity;
        break;
    case COMMAND_TIMES:
        step->kind = SESSION_QUANTITY;
        step->quantity = step->code.command.quantity;
        break;
    case COMMAND_UNDO: step->kind = SESSION_UNDO; break;
    case COMMAND_DONE:
        step->kind = SESSION_DONE;
        session->box = (struct boxcode){""};
        session->mode = SESSION_NO_MODE;
        break;
    }
}

static void
take_box(struct session *session, struct session_step *step)
{
    step->kind = SESSION_BOX;
    step->box = session->box = step->code.box;
}

static void
take_product(struct session *session, struct session_step *step)
{
    bool boxed = session->box.text[0] != '\0' || session->mode == SESSION_LOOK;

    step->kind = SESSION_CODE;
    if (boxed && session->mode != SESSION_NO_MODE)
        return;
    step->kind = SESSION_PROBLEM;
    finding_add(step->findings, FINDING_ORDER, 0,
                boxed ? _("say first whether medicine goes in or out: scan IN, OUT, COUNT or LOOK")
                      : _("say first which box it is: scan the label on the box"));
}

void
session_code(struct session *session, const char *text, size_t length, enum symbology symbology,
             GPtrArray *steps)
{
    struct session_step *step = add_step(session, SESSION_UNKNOWN, text, length, steps);

    if (!code_parse(text, length, symbology, &step->code, step->findings))
        return;
    if (step->code.kind == CODE_COMMAND)
        take_command(session, step);
    else if (step->code.kind == CODE_BOX)
        take_box(session, step);
    else
        take_product(session, step);
}

/* One typed code or word of command, or what can't be read as one. */
static void
take_code(struct session *session, const char *text, size_t length, GPtrArray *steps)
{
    g_autofree char *given = g_strndup(text, length), *plain = clean_typed(given);
    struct session_step *step;
    struct command command;

    if (!command_typed(plain, strlen(plain), &command)) {
        session_code(session, text, length, SYMBOLOGY_TYPED, steps);
        return;
    }
    step = add_step(session, SESSION_UNKNOWN, text, length, steps);
    step->code.kind = CODE_COMMAND;
    step->code.command = command;
    take_command(session, step);
}

/* Element strings and addresses have blanks of their own, and a form by which they are known. */
static bool
has_form(const char *text)
{
    return strchr("(]", text[0]) != NULL || g_ascii_strncasecmp(text, "http", 4) == 0;
}

/* Whether what was found of a code leaves it open that it is several. */
static bool
may_be_run(const struct session_step *step)
{
    return !has_form(step->text) &&
           !(step->findings->len > 0 && findings_at(step->findings, 0)->kind == FINDING_DATE);
}

/* What can't be taken apart stays whole. */
static void
take_whole(struct session *session, const char *text, size_t length, bool several, GPtrArray *steps)
{
    struct session_step *step;

    take_code(session, text, length, steps);
    step = g_ptr_array_index(steps, steps->len - 1);
    if (step->kind != SESSION_UNKNOWN)
        return;
    if (several)
        finding_add(step->findings, FINDING_RUN, 0,
                    _("these are several codes without Enter between them, and they can be told "
                      "apart in more than one way: scan them again one by one, and set the "
                      "scanner to send Enter"));
    else if (length >= RUN_LENGTH && may_be_run(step))
        finding_add(step->findings, FINDING_RUN, 0,
                    _("perhaps several codes without Enter between them: scan them again one "
                      "by one, and set the scanner to send Enter"));
}

/* What was typed, and the same made plain; and stretches of the latter. */
struct typed {
    const char *line;
    const struct clean *clean;
};

static void
take_stretch(struct session *session, const struct typed *typed, size_t start, size_t end,
             bool several, GPtrArray *steps)
{
    size_t from = typed->clean->at[start];

    if (end > start)
        take_whole(session, typed->line + from, typed->clean->at[end] - from, several, steps);
}

static void
take_pieces(struct session *session, const struct typed *typed, size_t start, const GArray *pieces,
            GPtrArray *steps)
{
    for (guint i = 0; i < pieces->len; i++) {
        struct split_piece piece = g_array_index(pieces, struct split_piece, i);
        size_t from = typed->clean->at[start + piece.start];

        take_code(session, typed->line + from,
                  typed->clean->at[start + piece.start + piece.length] - from, steps);
    }
}

/* Whether a word stands for itself: codes, or a command. */
static GArray *
sure_pieces(const char *word, size_t length)
{
    struct split_piece whole = {0, length};
    struct command command;
    bool several;
    GArray *pieces = split_run(word, length, &several);

    if (pieces != NULL || !command_typed(word, length, &command))
        return pieces;
    pieces = g_array_new(FALSE, FALSE, sizeof(whole));
    g_array_append_val(pieces, whole);
    return pieces;
}

static size_t
behind_word(const char *text, size_t end, size_t at)
{
    while (at < end && text[at] != ' ')
        at++;
    return at;
}

static size_t
behind_blanks(const char *text, size_t end, size_t at)
{
    while (at < end && text[at] == ' ')
        at++;
    return at;
}

/* Where a note such as "exp 2028-05" ends that begins at a place, or the place itself. Its value may look
 * like a code, and is none. */
static size_t
behind_note(const char *text, size_t end, size_t at)
{
    size_t behind = behind_word(text, end, at);
    g_autofree char *word = g_strndup(text + at, behind - at);
    const char *value;

    if (command_note(word, &value) == COMMAND_NO_NOTE)
        return at;
    return *value != '\0' ? behind : behind_word(text, end, behind_blanks(text, end, behind));
}

/* Word by word: those that are sure are taken, and notes stand alone; the rest between them is reported. */
static void
take_words(struct session *session, const struct typed *typed, size_t start, size_t end,
           GPtrArray *steps)
{
    const char *text = typed->clean->text;
    size_t unsure = start, behind = start; /* what is not understood yet, from and to */

    for (size_t at = behind_blanks(text, end, start); at < end;) {
        size_t word = behind_word(text, end, at), note = behind_note(text, end, at);
        g_autoptr(GArray) pieces = note == at ? sure_pieces(text + at, word - at) : NULL;
        bool known = note > at || pieces != NULL;

        if (known)
            take_stretch(session, typed, unsure, behind, false, steps);
        if (pieces != NULL)
            take_pieces(session, typed, at, pieces, steps);
        else if (known)
            take_stretch(session, typed, at, note, false, steps);
        behind = MAX(word, note);
        at = behind_blanks(text, end, behind);
        if (known)
            unsure = behind = at;
    }
    take_stretch(session, typed, unsure, behind, false, steps);
}

static bool
is_of_words(const char *text, size_t length)
{
    return !has_form(text) && memchr(text, ' ', length) != NULL;
}

/* A stretch between sure boundaries: codes where it can be taken apart, else what is sure of it. */
static void
take_run(struct session *session, const struct typed *typed, size_t start, size_t end,
         GPtrArray *steps)
{
    const char *text = typed->clean->text + start;
    bool several;
    g_autoptr(GArray) pieces = split_run(text, end - start, &several);

    if (pieces != NULL)
        take_pieces(session, typed, start, pieces, steps);
    else if (!several && is_of_words(text, end - start))
        take_words(session, typed, start, end, steps);
    else
        take_stretch(session, typed, start, end, several, steps);
}

static void
take_line(struct session *session, GPtrArray *steps)
{
    const char *line = session->line->str;
    size_t length = session->line->len;
    struct clean clean;
    struct typed typed = {line, &clean};
    struct code code;

    if (!clean_read(line, length, &clean, NULL) ||
        code_parse(line, length, SYMBOLOGY_TYPED, &code, NULL)) {
        take_code(session, line, length, steps);
        return;
    }
    for (size_t start = 0, end; start < clean.length; start = end) {
        end = split_boundary(clean.text, clean.length, start);
        take_run(session, &typed, start, end, steps);
    }
}

static void
take_overlong(struct session *session, GPtrArray *steps)
{
    struct session_step *step =
        add_step(session, SESSION_UNKNOWN, session->line->str, session->line->len, steps);

    finding_add(step->findings, FINDING_TOO_LONG, session->line->len,
                _("%zu characters came without Enter, and only the first %d were kept: set the "
                  "scanner to send Enter"),
                session->typed, LIMIT_CODE);
}

void
session_end(struct session *session, GPtrArray *steps)
{
    if (session->typed > session->line->len)
        take_overlong(session, steps);
    else if (session->typed > 0)
        take_line(session, steps);
    g_string_truncate(session->line, 0);
    session->typed = 0;
}

void
session_feed(struct session *session, const char *bytes, size_t length, GPtrArray *steps)
{
    for (size_t i = 0; i < length; i++) {
        if (bytes[i] == '\n' || bytes[i] == '\r' || bytes[i] == '\t') {
            session_end(session, steps);
            continue;
        }
        if (session->line->len < LIMIT_CODE)
            g_string_append_c(session->line, bytes[i]);
        session->typed++;
    }
}
