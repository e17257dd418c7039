#include "cli/scan_session.h"

#include <string.h>
#include <unistd.h>

#include "base/limits.h"
#include "base/words.h"
#include "cli/listen.h"
#include "cli/names.h"
#include "cli/scan_tell.h"
#include "inventory/count.h"

/* One code that was counted. */
struct counted {
    struct count_line line;
    int32_t packs;
};

struct live {
    struct scan *scan;
    struct session *session;
    struct day expiry; /* typed for the next code */
    char *lot;
    bool lost;        /* the box that was scanned last is not of this inventory */
    GArray *counted;  /* struct counted, scan by scan; lots are in texts */
    int64_t count_at; /* ms UTC: the first of them */
    GStringChunk *texts;
};

/* -------------------------------------------------------------------------------------- counting */

/* What a code says of its lot separates it; without a date all of the medicine is one. */
static bool
is_same_lot(const struct count_line *a, const struct count_line *b)
{
    return a->drug.n == b->drug.n &&
           (a->expiry.n == DAY_NONE.n || b->expiry.n == DAY_NONE.n ||
            (a->expiry.n == b->expiry.n &&
             (a->lot == NULL || b->lot == NULL || strcmp(a->lot, b->lot) == 0)));
}

static void
fold_into(GArray *lines, struct count_line line)
{
    for (guint i = 0; i < lines->len;) {
        const struct count_line *other = &g_array_index(lines, struct count_line, i);

        if (!is_same_lot(other, &line)) {
            i++;
            continue;
        }
        line.units += other->units;
        if (other->expiry.n == DAY_NONE.n || line.expiry.n == DAY_NONE.n)
            line.expiry = DAY_NONE;
        if (line.expiry.n == DAY_NONE.n || other->lot == NULL)
            line.lot = NULL;
        g_array_remove_index(lines, i);
    }
    g_array_append_val(lines, line);
}

static bool
post_count(struct live *live, GError **error)
{
    struct face *face = live->scan->face;
    g_autoptr(GArray) lines = g_array_new(FALSE, FALSE, sizeof(struct count_line));
    struct count count = {.uid = face_uuid(face),
                          .now = face->now,
                          .counted_at = live->count_at,
                          .box = live->scan->box->id,
                          .dry_run = face_has(face, "dry-run")};
    struct count_result result = {0};
    bool ok;

    for (guint i = 0; i < live->counted->len; i++)
        fold_into(lines, g_array_index(live->counted, struct counted, i).line);
    count.lines = (const struct count_line *)(const void *)lines->data;
    count.line_count = lines->len;
    ok = count_post(face->inventory, &count, &result, error) &&
         scan_counted(live->scan, &result, error);
    count_result_clear(&result);
    return ok;
}

static void
drop_count(struct live *live)
{
    if (live->counted->len > 0)
        scan_problem(live->scan, ERR_INPUT,
                     _("the count was not finished by DONE: nothing of it was booked"));
    g_array_set_size(live->counted, 0);
}

static bool
finish_count(struct live *live, GError **error)
{
    GError *why = NULL;
    bool ok = live->counted->len == 0 || post_count(live, &why) || scan_excuse(live->scan, &why);

    g_array_set_size(live->counted, 0);
    if (!ok)
        g_propagate_error(error, why);
    return ok;
}

static void say_counted(struct live *live, const char *format, ...) G_GNUC_PRINTF(2, 3);

/* A sentence, and behind it what the count came to so far. */
static void
say_counted(struct live *live, const char *format, ...)
{
    g_autofree char *text = NULL, *basket = NULL;
    int packs = 0;
    va_list args;

    for (guint i = 0; i < live->counted->len; i++)
        packs += g_array_index(live->counted, struct counted, i).packs;
    basket = scan_tell_basket(packs);
    va_start(args, format);
    text = g_strdup_vprintf(format, args);
    va_end(args);
    answer_say(live->scan->face->answer, "%s%s%s", text, words_gap(), basket);
}

static bool
count_code(struct live *live, const struct scan_item *item, GError **error)
{
    const struct resolved *is = &item->resolved;
    struct day expiry = is->expiry.n != DAY_NONE.n ? is->expiry : item->expiry;
    const char *lot = is->lot[0] != '\0' ? is->lot : item->lot;
    struct counted counted = {.packs = item->packs};
    struct count_line *line = &counted.line;
    g_autofree char *title = NULL, *amount = NULL;
    struct drug *drug = NULL;

    *line = (struct count_line){
        .drug = is->drug,
        .expiry = expiry,
        .lot = expiry.n != DAY_NONE.n && lot != NULL ? g_string_chunk_insert_const(live->texts, lot)
                                                     : NULL,
        .units = is->units * item->packs,
    };
    if (!drug_by_id(live->scan->face->inventory, is->drug, &drug, error))
        return false;
    title = drug_title(drug);
    amount = drug_amount(drug, line->units);
    drug_free(drug);
    if (live->counted->len == 0)
        live->count_at = live->scan->face->now;
    g_array_append_val(live->counted, counted);
    live->scan->codes++;
    say_counted(live, _("Counted: %s, %s."), title, amount);
    return true;
}

/* ----------------------------------------------------------------------------- what is typed */

static const struct {
    const char *word;
    bool expiry;
} notes[] = {
    {"exp", true},  {"expiry", true}, {"有效期", true},
    {"效期", true}, {"lot", false},   {"批号", false},
};

/* What stands behind a word such as "exp", or NULL. */
static const char *
behind(const char *text, const char *word)
{
    size_t n = strlen(word);

    if (g_ascii_strncasecmp(text, word, n) != 0)
        return NULL;
    if (g_ascii_isalnum(word[n - 1]) && g_ascii_isalnum(text[n]))
        return NULL;
    text += n;
    return text + strspn(text, " :=");
}

static void
take_expiry(struct live *live, const char *value)
{
    g_autoptr(GError) why = NULL;
    char date[DAY_TEXT_SIZE];

    if (day_parse(value, &live->expiry, &why))
        answer_say(live->scan->face->answer, _("The next code: use by %s."),
                   day_format(live->expiry, date));
    else
        scan_problem(live->scan, ERR_INPUT, "%s", why->message);
}

static void
take_lot(struct live *live, const char *value)
{
    if (value[0] == '\0' || g_utf8_strlen(value, -1) > LIMIT_LOT) {
        scan_problem(live->scan, ERR_INPUT, _("a batch number has 1 to %d characters"), LIMIT_LOT);
        return;
    }
    g_free(live->lot);
    live->lot = g_strdup(value);
    answer_say(live->scan->face->answer, _("The next code: batch %s."), live->lot);
}

static bool
take_note(struct live *live, const char *typed)
{
    g_autofree char *full = g_utf8_normalize(typed, -1, G_NORMALIZE_ALL_COMPOSE);
    const char *text = g_strstrip(full);

    for (size_t i = 0; i < G_N_ELEMENTS(notes); i++) {
        const char *value = behind(text, notes[i].word);

        if (value == NULL)
            continue;
        if (notes[i].expiry)
            take_expiry(live, value);
        else
            take_lot(live, value);
        return true;
    }
    return false;
}

/* ---------------------------------------------------------------------------------------- steps */

static void
tell_step(struct live *live, const struct session_step *step)
{
    g_autoptr(GString) text = g_string_new(step->text);

    for (guint i = 0; i < step->findings->len; i++)
        g_string_append_printf(text, "%s%s", i == 0 ? _(": ") : _("; "),
                               findings_at(step->findings, i)->text);
    scan_problem(live->scan, ERR_INPUT, "%s", text->str);
}

/* What nobody understands is kept, too: somebody may know later. */
static bool
take_unknown(struct live *live, const struct session_step *step, GError **error)
{
    struct scan *scan = live->scan;

    if (step->text[0] == '\0' || take_note(live, step->text))
        return true;
    tell_step(live, step);
    return resolve_keep_unknown(scan->face->inventory, &step->code,
                                scan->box != NULL ? scan->box->id : (struct box_id){0},
                                scan->face->now, error);
}

static bool
take_box(struct live *live, const struct session_step *step, GError **error)
{
    struct scan *scan = live->scan;
    struct resolved resolved;
    struct box *box = NULL;
    GError *why = NULL;

    drop_count(live);
    live->lost = !resolve_code(scan->face->inventory, &step->code, &resolved, &why) ||
                 !box_by_id(scan->face->inventory, resolved.box, &box, &why);
    scan_go(scan, box);
    if (live->lost && !scan_excuse(scan, &why)) {
        g_propagate_error(error, why);
        return false;
    }
    if (box != NULL) {
        g_autofree char *title = names_title(box);

        answer_say(scan->face->answer, _("Box: %s"), title);
    }
    return true;
}

static bool
take_item(struct live *live, const struct session_step *step, GError **error)
{
    struct scan *scan = live->scan;
    struct face *face = scan->face;
    struct scan_item item = {
        .code = &step->code,
        .expiry = live->expiry.n != DAY_NONE.n ? live->expiry : face_day(face, "expiry"),
        .lot = live->lot != NULL ? live->lot : face_text(face, "lot"),
        .packs = step->quantity,
        .uid = face_uuid(face),
    };

    if (!resolve_code(face->inventory, &step->code, &item.resolved, error))
        return false;
    for (guint i = 0; item.resolved.kind != RESOLVE_DRUG && i < step->findings->len; i++)
        answer_notice(face->answer, "%s", findings_at(step->findings, i)->text);
    if (step->mode == SESSION_COUNT && item.resolved.kind == RESOLVE_DRUG)
        return count_code(live, &item, error);
    return scan_item(scan, step->mode, &item, error);
}

static bool
take_code(struct live *live, const struct session_step *step, GError **error)
{
    bool ok;

    if (live->lost && step->mode != SESSION_LOOK) {
        scan_problem(
            live->scan, ERR_INPUT,
            _("%s: the box scanned last is not known here: scan the label of a box of this "
              "inventory first"),
            step->text);
        return true;
    }
    ok = take_item(live, step, error);
    live->expiry = DAY_NONE;
    g_clear_pointer(&live->lot, g_free);
    return ok;
}

static bool
take_undo(struct live *live, GError **error)
{
    if (live->counted->len == 0)
        return scan_undo(live->scan, error);
    g_array_set_size(live->counted, live->counted->len - 1);
    say_counted(live, "%s", _("The code counted last is taken out of the count."));
    return true;
}

static bool
take_done(struct live *live, GError **error)
{
    if (!finish_count(live, error))
        return false;
    scan_go(live->scan, NULL);
    live->lost = false;
    answer_say(live->scan->face->answer, _("Done."));
    return true;
}

static bool
take_step(struct live *live, const struct session_step *step, GError **error)
{
    struct answer *answer = live->scan->face->answer;

    switch (step->kind) {
    case SESSION_UNKNOWN: return take_unknown(live, step, error);
    case SESSION_BOX: return take_box(live, step, error);
    case SESSION_MODE:
        drop_count(live);
        answer_say(answer, _("Now: %s."), _(session_mode_name(step->mode)));
        return true;
    case SESSION_QUANTITY:
        answer_say(answer, _("The next code counts %d times."), (int)step->quantity);
        return true;
    case SESSION_CODE: return take_code(live, step, error);
    case SESSION_UNDO: return take_undo(live, error);
    case SESSION_DONE: return take_done(live, error);
    case SESSION_PROBLEM: tell_step(live, step); return true;
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
    struct live live = {
        .scan = scan,
        .counted = g_array_new(FALSE, FALSE, sizeof(struct counted)),
        .texts = g_string_chunk_new(256),
    };
    struct boxcode box = {""};
    bool ok;

    if (scan->box != NULL)
        g_strlcpy(box.text, scan->box->code, sizeof(box.text));
    scan->hint = N_("type “exp 2027-03”, then scan the pack again");
    scan->live = true;
    live.session = session_new(box, mode);
    if (greeting != NULL && isatty(STDIN_FILENO) == 1)
        answer_notice(scan->face->answer, "%s", words(greeting));
    ok = listen_to(source, live.session, take_all, &live, error);
    drop_count(&live);
    session_free(live.session);
    g_array_unref(live.counted);
    g_string_chunk_free(live.texts);
    g_free(live.lot);
    return ok && scan_end(scan, error);
}
