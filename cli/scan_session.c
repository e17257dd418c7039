#include "cli/scan_session.h"

#include <string.h>
#include <unistd.h>

#include "base/words.h"
#include "cli/listen.h"
#include "cli/scan_carry.h"
#include "cli/scan_count.h"
#include "cli/scan_note.h"
#include "cli/scan_print.h"
#include "cli/scan_tell.h"
#include "inventory/names.h"

#define SHOWN 60 /* characters of what was not understood */

struct live {
    struct scan *scan;
    struct session *session;
    struct scan_note note; /* for the next code */
    struct scan_count *count;
    bool lost; /* the box that was scanned last is not of this inventory */
    bool
        stopped; /* the walk that was scanned last is none here: nothing is booked in another's place */
};

/* ---------------------------------------------------------------------------------------- steps */

/* Enough to know it by. */
static char *
shortened(const char *text)
{
    if (g_utf8_strlen(text, -1) <= SHOWN)
        return g_strdup(text);
    return g_strdup_printf("%.*s…", (int)(g_utf8_offset_to_pointer(text, SHOWN) - text), text);
}

static void
tell_step(struct live *live, const struct session_step *step)
{
    g_autofree char *shown = shortened(step->text);
    g_autoptr(GString) text = g_string_new(shown);

    for (guint i = 0; i < step->findings->len; i++)
        g_string_append_printf(text, "%s%s", i == 0 ? _(": ") : _("; "),
                               findings_at(step->findings, i)->text);
    live->scan->text = shown;
    scan_problem(live->scan, ERR_INPUT, "%s", text->str);
    live->scan->text = NULL;
}

/* "MEDBOX:WALK:0": somebody wants to go another walk than the one before. */
static bool
is_spoilt_walk(const struct session_step *step)
{
    for (guint i = 0; i < step->findings->len; i++)
        if (findings_at(step->findings, i)->kind == FINDING_COMMAND)
            return strcasestr(step->text, "WALK") != NULL;
    return false;
}

/* A note for the next code, or what nobody understands. */
static void
take_unknown(struct live *live, const struct session_step *step)
{
    if (step->text[0] == '\0' || scan_note_take(&live->note, live->scan, step->text))
        return;
    live->stopped = live->stopped || is_spoilt_walk(step);
    resolve_offer(live->scan->face->inventory, step->text, step->findings);
    tell_step(live, step);
    scan_note_remind(&live->note, live->scan);
}

/* The label of the box that it is at already changes nothing. */
static bool
take_box(struct live *live, const struct session_step *step, GError **error)
{
    struct scan *scan = live->scan;
    struct box *box = NULL;
    bool same;

    if (!scan_label(scan, &step->code, &box, error))
        return false;
    same = box != NULL && scan->box != NULL && box->id.n == scan->box->id.n;
    if (!same) {
        scan_count_drop(live->count, scan);
        if (scan->box != NULL)
            scan_note_drop(&live->note, scan);
    }
    live->lost = box == NULL;
    if (same)
        box_free(box);
    else
        scan_go(scan, box);
    if (scan->box != NULL) {
        g_autofree char *title = names_title(scan->box);

        answer_say(scan->face->answer, _("Box: %s"), title);
        if (step->mode == SESSION_CARRY && !live->stopped && !scan_carry_tell_box(scan, error))
            return false;
    }
    return live->lost || scan_print_tell(scan->face, &step->code, scan->box, error);
}

static bool
take_item(struct live *live, const struct session_step *step, bool *booked, GError **error)
{
    struct face *face = live->scan->face;
    const struct scan_note *note = &live->note;
    struct scan_item item = {
        .code = &step->code,
        .expiry = note->expiry.n != DAY_NONE.n ? note->expiry : face_day(face, "expiry"),
        .lot = note->lot != NULL ? note->lot : face_text(face, "lot"),
        .packs = MAX(note->times, 1),
        .uid = face_uuid(face),
    };

    if (!resolve_code(face->inventory, &step->code, &item.resolved, error))
        return false;
    scan_tell_remarks(face, step->findings, &item.resolved);
    if (step->mode == SESSION_COUNT && item.resolved.kind == RESOLVE_DRUG)
        return scan_count_add(live->count, live->scan, &item, booked, error);
    return scan_item(live->scan, step->mode, &item, booked, error);
}

static bool
take_code(struct live *live, const struct session_step *step, GError **error)
{
    bool here = true, booked = false;

    if (live->lost && step->mode != SESSION_LOOK) {
        scan_problem(
            live->scan, ERR_INPUT,
            _("%s: the box scanned last is not known here: scan the label of a box of this "
              "inventory first"),
            step->text);
        return true;
    }
    if (live->stopped && step->mode != SESSION_LOOK) {
        scan_problem(
            live->scan, ERR_INPUT,
            _("%s: nothing is booked, as the walk scanned last is none here: scan the code "
              "of a walk, or IN, OUT or COUNT"),
            step->text);
        return true;
    }
    if (!scan_is_here(live->scan, step->text, &here, error))
        return false;
    live->lost = live->lost || !here;
    if (here && !take_item(live, step, &booked, error))
        return false;
    if (booked)
        scan_note_clear(&live->note);
    else
        scan_note_remind(&live->note, live->scan);
    return true;
}

/* First what was only said, then what was counted, then what was booked. */
static bool
take_undo(struct live *live, GError **error)
{
    if (!scan_note_is_empty(&live->note)) {
        scan_note_drop(&live->note, live->scan);
        return true;
    }
    return scan_count_take_back(live->count, live->scan) || scan_undo(live->scan, error);
}

static void
tell_done(struct scan *scan)
{
    g_autofree char *title = scan->box != NULL ? names_title(scan->box) : NULL,
                    *text = title != NULL ? g_strdup_printf(_("Done: %s."), title) : NULL;

    scan_tell_step(scan, text != NULL ? text : _("Done."));
}

static bool
take_done(struct live *live, const struct session_step *step, GError **error)
{
    bool here = true, stopped = live->stopped;

    if (live->scan->box != NULL && (!scan_is_here(live->scan, _("DONE"), &here, error) ||
                                    (here && !scan_count_finish(live->count, live->scan, error))))
        return false;
    scan_count_drop(live->count, live->scan);
    scan_note_drop(&live->note, live->scan);
    tell_done(live->scan);
    scan_go(live->scan, NULL);
    live->lost = live->stopped = false;
    return step->mode != SESSION_CARRY || stopped || scan_carry_tell_left(live->scan, error);
}

static bool
take_mode(struct live *live, const struct session_step *step, GError **error)
{
    g_autofree char *text = NULL;

    scan_count_drop(live->count, live->scan);
    scan_note_drop(&live->note, live->scan);
    live->stopped = false;
    if (step->mode == SESSION_CARRY)
        return scan_carry_begin(live->scan, step->quantity, &live->stopped, error);
    text = g_strdup_printf(_("Now: %s."), _(session_mode_name(step->mode)));
    scan_tell_step(live->scan, text);
    return true;
}

static bool
take_step(struct live *live, const struct session_step *step, GError **error)
{
    switch (step->kind) {
    case SESSION_UNKNOWN: take_unknown(live, step); return true;
    case SESSION_BOX: return take_box(live, step, error);
    case SESSION_MODE: return take_mode(live, step, error);
    case SESSION_QUANTITY: scan_note_times(&live->note, live->scan, step->quantity); return true;
    case SESSION_CODE: return take_code(live, step, error);
    case SESSION_UNDO: return take_undo(live, error);
    case SESSION_DONE: return take_done(live, step, error);
    case SESSION_PROBLEM:
        tell_step(live, step);
        scan_note_remind(&live->note, live->scan);
        return true;
    }
    g_assert_not_reached();
}

/* --------------------------------------------------------------------------------------- reading */

/* A short sound where it was understood, three where it was not done; a line for programs. */
static void
beep(struct live *live, const struct session_step *step, int problems_before)
{
    struct scan *scan = live->scan;
    bool done = scan->problems == problems_before;

    if (!face_has(scan->face, "beep") || (step->kind == SESSION_UNKNOWN && step->text[0] == '\0'))
        return;
    answer_beep(scan->face->answer, done ? 1 : 3);
}

static bool
take_all(const GPtrArray *steps, const GPtrArray *remarks, void *data, GError **error)
{
    struct live *live = data;
    bool ok = face_read_clock(live->scan->face, error);

    for (guint i = 0; ok && i < steps->len; i++) {
        int before = live->scan->problems;

        ok = take_step(live, steps->pdata[i], error);
        if (ok)
            beep(live, steps->pdata[i], before);
    }
    for (guint i = 0; ok && i < remarks->len; i++)
        answer_notice(live->scan->face->answer, "%s", (const char *)remarks->pdata[i]);
    return ok;
}

bool
scan_source(struct scan *scan, enum session_mode mode, struct source *source, const char *greeting,
            GError **error)
{
    struct live live = {.scan = scan, .count = scan_count_new(), .note = {.expiry = DAY_NONE}};
    struct boxcode box = {""};
    bool ok;

    if (scan->box != NULL)
        g_strlcpy(box.text, scan->box->code, sizeof(box.text));
    scan->hint = N_("type “exp 2027-03”, then scan the pack again");
    scan->live = true;
    live.session = session_new(box, mode);
    if (greeting != NULL && isatty(STDIN_FILENO) == 1)
        answer_notice(scan->face->answer, "%s", words(greeting));
    ok = (mode != SESSION_CARRY ||
          scan_carry_begin(scan, (int32_t)scan->walk, &live.stopped, error)) &&
         listen_to(source, live.session, take_all, &live, error);
    scan_count_drop(live.count, scan);
    session_free(live.session);
    scan_count_free(live.count);
    scan_note_clear(&live.note);
    return ok && scan_end(scan, error);
}
