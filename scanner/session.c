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

/* One typed code, or what can't be read as one. */
static void
take_code(struct session *session, const char *text, size_t length, GPtrArray *steps)
{
    session_code(session, text, length, SYMBOLOGY_TYPED, steps);
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
    else if (length >= RUN_LENGTH)
        finding_add(step->findings, FINDING_RUN, 0,
                    _("perhaps several codes without Enter between them: scan them again one "
                      "by one, and set the scanner to send Enter"));
}

/* A stretch between sure boundaries: codes where it can be taken apart, else one unknown. */
static void
take_run(struct session *session, const char *line, const struct clean *clean, size_t start,
         size_t end, GPtrArray *steps)
{
    bool several;
    g_autoptr(GArray) pieces = split_run(clean->text + start, end - start, &several);

    if (pieces == NULL) {
        take_whole(session, line + clean->at[start], (size_t)(clean->at[end] - clean->at[start]),
                   several, steps);
        return;
    }
    for (guint i = 0; i < pieces->len; i++) {
        struct split_piece piece = g_array_index(pieces, struct split_piece, i);
        size_t from = clean->at[start + piece.start];

        take_code(session, line + from, clean->at[start + piece.start + piece.length] - from,
                  steps);
    }
}

static void
take_line(struct session *session, GPtrArray *steps)
{
    const char *line = session->line->str;
    size_t length = session->line->len;
    struct clean clean;
    struct code code;

    if (!clean_read(line, length, &clean, NULL) ||
        code_parse(line, length, SYMBOLOGY_TYPED, &code, NULL)) {
        take_code(session, line, length, steps);
        return;
    }
    for (size_t start = 0, end; start < clean.length; start = end) {
        end = split_boundary(clean.text, clean.length, start);
        take_run(session, line, &clean, start, end, steps);
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
