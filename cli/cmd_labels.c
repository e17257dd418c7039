/* medbox labels … */

#include "base/limits.h"
#include "base/words.h"
#include "cli/label_choice.h"
#include "cli/press.h"
#include "cli/scan_print.h"
#include "cli/verb.h"
#include "inventory/field.h"
#include "inventory/names.h"
#include "labels/layout_label.h"
#include "schema/db.h"

#define SHEET "L7160"
#define LAST 20      /* prints in the log, unless told */
#define ROLL "60x40" /* what is in a label printer, unless told */

static void
say_file(struct face *face, const struct press *press, guint labels)
{
    g_autofree char *file = press_names(press);
    int reach = press->report.reach_cm;

    if (press->copies == 1)
        answer_say(face->answer,
                   words_plural("%u label is in %s. A phone reads it from about %d cm.",
                                "%u labels are in %s. A phone reads them from about %d cm.",
                                labels),
                   labels, file, reach);
    else
        answer_say(face->answer,
                   words_plural(
                       "%u label, %zu copies of it, is in %s. A phone reads it from about %d cm.",
                       "%u labels, %zu copies of each, are in %s. A phone reads them from about %d "
                       "cm.",
                       labels),
                   labels, press->copies, file, reach);
    if (press->format == DRAW_PDF)
        answer_say(face->answer,
                   words_plural("%zu page: print it at true size (100 %%), not fitted to the page.",
                                "%zu pages: print them at true size (100 %%), not fitted to the "
                                "page.",
                                (long long)press->report.pages),
                   press->report.pages);
}

static void
say_printed(struct face *face, const struct press *press, guint labels)
{
    answer_number(face->answer, "labels", labels);
    answer_number(face->answer, "pages", (int64_t)press->report.pages);
    answer_number(face->answer, "reach_cm", press->report.reach_cm);
    if (press_has_names(press))
        say_file(face, press, labels);
}

static bool
note(struct face *face, const struct label_batch *batch, const struct press *press, GError **error)
{
    const struct print_job job = {
        .sheet = press->sheet_name,
        .format = draw_name(press->format),
        .reason = face_text(face, face_has(face, "reprint") ? "reprint" : "reason"),
        .person = face->person,
        .at = face->now,
    };

    return label_batch_note(face->inventory, batch, &press->sheet, &job, error);
}

/* Whether it could be noted: asked before, where what is out can't be taken back. */
static bool
rehearse(struct face *face, const struct label_batch *batch, const struct press *press,
         GError **error)
{
    struct db *db = inventory_db(face->inventory);
    bool ok;

    if (press_has_names(press) || press_is_preview(press))
        return true;
    if (!db_begin(db, error))
        return false;
    ok = note(face, batch, press, error);
    db_end(db, false, NULL);
    return ok;
}

/* A print is noted once all of it is out, and a file is only there where it could be noted. */
static bool
keep(struct face *face, const struct label_batch *batch, struct press *press, GError **error)
{
    struct db *db = inventory_db(face->inventory);
    bool ok;

    if (!db_begin(db, error))
        return false;
    ok = note(face, batch, press, error) && press_keep(press, error);
    if (db_end(db, ok, error))
        return true;
    press_take_back(press);
    if (!press_has_names(press))
        g_prefix_error(error, "%s", _("the labels are out, but it could not be written down: "));
    return false;
}

static bool
print_labels(struct face *face, const struct label_batch *batch, struct press *press,
             GError **error)
{
    const struct layout_labels labels = {
        .labels = batch->labels,
        .width = press->sheet.width,
        .height = press->sheet.height,
    };
    const struct layout_source source = layout_label_source(&labels, batch->n);

    for (guint i = 0; i < batch->n; i++) {
        batch->labels[i].stub = face_has(face, "stub");
        batch->labels[i].inspect = face_has(face, "inspect");
    }
    if (!label_choice_host(face, batch->labels[0].host, error) ||
        !rehearse(face, batch, press, error) || !press_run(press, &source, _("Box labels"), error))
        return false;
    if (press_is_preview(press))
        return true;
    if (!keep(face, batch, press, error))
        return false;
    say_printed(face, press, batch->n);
    return true;
}

/* Why it is printed, looked at before it is: paper that lies in the tray can't be taken back. */
static bool
check_reason(struct face *face, GError **error)
{
    bool again = face_has(face, "reprint");
    const char *text = face_text(face, again ? "reprint" : "reason");
    g_autofree char *clean = field_text(again ? _("the reason of --reprint") : _("reason"), text,
                                        LIMIT_NOTE, again, error);

    return clean != NULL;
}

static bool
run_labels(struct face *face, GError **error)
{
    static const char *const which[] = {"new", "changed", "reprint", NULL};
    const struct label_choice ask = {.new = face_has(face, "new"),
                                     .changed = face_has(face, "changed"),
                                     .renew = face_has(face, "reprint")};
    struct label_batch batch = {0};
    struct press press = {0};
    bool ok;

    if (face_given(face, which) > 1)
        return face_usage(face, error, _("say one of --new, --changed and --reprint"));
    ok = check_reason(face, error) && press_open(face, SHEET, ROLL, &press, error) &&
         label_choice_read(face, &ask, &batch, error) && print_labels(face, &batch, &press, error);
    label_batch_clear(&batch);
    press_close(&press);
    return ok;
}

/* ------------------------------------------------------------------------------------------- log */

static const struct rows_column log_columns[] = {
    {"at", N_("Printed"), ROWS_LEFT},
    {"box", NULL, ROWS_RIGHT},
    {"box_code", N_("Code"), ROWS_LEFT},
    {"box_name", N_("Box"), ROWS_LEFT},
    {"nonce", N_("Mark"), ROWS_LEFT},
    {"state", N_("Now"), ROWS_LEFT},
    {"sheet", N_("Sheet"), ROWS_SPARSE},
    {"format", N_("Format"), ROWS_SPARSE},
    {"person_name", N_("Who"), ROWS_SPARSE},
    {"reason", N_("Reason"), ROWS_LEFT},
    {NULL, NULL, ROWS_LEFT},
};

static void
add_print(struct rows *rows, const struct names *names, GHashTable *latest,
          const struct print *print)
{
    const struct box *box = names_box(names, print->box);
    bool current = g_strcmp0(print_of(latest, print->box)->nonce, print->nonce) == 0;

    rows_moment(rows, print->at);
    rows_number(rows, box->id.n);
    rows_box_code(rows, box->code);
    rows_text(rows, box->name);
    rows_text(rows, print->bare ? "" : print->nonce);
    rows_word(rows, current ? "current" : "old", current ? _("current") : _("old"));
    rows_text(rows, print->sheet);
    rows_text(rows, print->format);
    rows_text(rows, print->who);
    rows_text(rows, print->reason);
}

static bool
run_log(struct face *face, GError **error)
{
    const int64_t last = face_number(face, "last", LAST);
    g_autoptr(GPtrArray) prints = NULL;
    g_autoptr(GHashTable) latest = NULL;
    struct box *box = NULL;
    struct names *names;
    struct rows *rows;
    bool ok = (face->arg_count == 0 || scan_print_box(face, face->args[0], &box, error)) &&
              print_list(face->inventory, box != NULL ? box->id : (struct box_id){0}, last + 1,
                         &prints, error) &&
              print_latest(face->inventory, &latest, error);

    box_free(box);
    names = ok ? names_read(face->inventory, error) : NULL;
    if (names == NULL)
        return false;
    rows = rows_new(log_columns, answer_utc_offset(face->answer));
    for (guint i = 0; i < prints->len && i < last; i++)
        add_print(rows, names, latest, prints->pdata[i]);
    answer_rows(face->answer, "rows", rows, _("No label was printed yet."));
    if (prints->len > last)
        answer_heading(face->answer, _("These are the last %lld; --last N shows more."),
                       (long long)last);
    names_free(names);
    return true;
}

static const struct rows_column changed_columns[] = {
    {"box", NULL, ROWS_RIGHT},          {"box_code", N_("Code"), ROWS_LEFT},
    {"box_name", N_("Box"), ROWS_LEFT}, {"changes", NULL, ROWS_LEFT},
    {NULL, N_("Changed"), ROWS_LEFT},   {NULL, NULL, ROWS_LEFT},
};

/* For a program by their keys, for people in words, each once. */
static void
add_changes(struct rows *rows, unsigned lines)
{
    const char *keys[LABEL_LINES + 1], *last = NULL;
    g_autoptr(GString) said = g_string_new(NULL);
    size_t n = 0;

    for (int i = 0; i < LABEL_LINES; i++) {
        const char *word = label_line_word((enum label_line)i);

        if ((lines >> i & 1) == 0)
            continue;
        keys[n++] = label_line_key((enum label_line)i);
        if (g_strcmp0(word, last) != 0)
            g_string_append_printf(said, "%s%s", said->len > 0 ? _(", ") : "", word);
        last = word;
    }
    keys[n] = NULL;
    rows_list(rows, keys);
    rows_text(rows, said->str);
}

static bool
run_changed(struct face *face, GError **error)
{
    const struct label_choice all = {.all = true};
    struct label_batch batch = {0};
    struct rows *rows;
    bool ok = label_choice_read(face, &all, &batch, error);

    rows = rows_new(changed_columns, answer_utc_offset(face->answer));
    for (guint i = 0; ok && i < batch.n; i++) {
        unsigned changes = label_batch_changes(&batch, i);
        const struct box *box = batch.boxes->pdata[i];

        if (changes == 0)
            continue;
        rows_number(rows, box->id.n);
        rows_box_code(rows, box->code);
        rows_text(rows, box->name);
        add_changes(rows, changes);
    }
    if (ok)
        answer_rows(face->answer, "rows", rows,
                    _("Every label that was printed still says what it should."));
    else
        rows_free(rows);
    label_batch_clear(&batch);
    return ok;
}

#define WHICH_OPTIONS                                                                              \
    {.name = "area", .value = N_("AREA"), .meaning = N_("all boxes in an area and below")},        \
    {                                                                                              \
        .name = "all", .kind = VERB_FLAG, .meaning = N_("all boxes")                               \
    }

static const struct verb_option labels_options[] = {
    WHICH_OPTIONS,
    {.name = "new", .kind = VERB_FLAG, .meaning = N_("only those that were never printed")},
    {.name = "changed",
     .kind = VERB_FLAG,
     .meaning = N_("only those that say something else now than when they were printed")},
    {.name = "reprint",
     .value = N_("REASON"),
     .meaning = N_("in place of those that hang, which are old from now on")},
    {.name = "reason", .value = N_("TEXT"), .meaning = N_("why it is printed, for the record")},
    {.name = "stub",
     .kind = VERB_FLAG,
     .meaning = N_("with a strip to tear off, for the keeper's list")},
    {.name = "inspect", .kind = VERB_FLAG, .meaning = N_("with a box to tick for each month")},
    PRESS_OPTIONS,
    {0},
};

static const struct verb_option log_options[] = {
    {.name = "last",
     .kind = VERB_NUMBER,
     .value = N_("N"),
     .meaning = N_("the last so many (20)"),
     .low = 1,
     .high = INT32_MAX},
    {0},
};

static const struct verb_option changed_options[] = {
    WHICH_OPTIONS,
    {0},
};

const struct verb verb_labels[] = {
    {.name = "labels",
     .usage = N_("[BOX…] [--area AREA | --all] -o FILE.pdf | --printer NAME | --preview FILE.png"),
     .help = N_("Prints the labels of boxes, on sheets of stickers."),
     .options = labels_options,
     .most = VERB_ANY,
     .run = run_labels},
    {.name = "labels",
     .sub = "log",
     .usage = N_("[BOX] [--last N]"),
     .help = N_("Lists what labels were printed: when, on what, by whom and why."),
     .options = log_options,
     .most = 1,
     .run = run_log},
    {.name = "labels",
     .sub = "changed",
     .usage = N_("[BOX… | --area AREA]"),
     .help = N_("Lists labels that no longer say what they should, and what changed."),
     .options = changed_options,
     .most = VERB_ANY,
     .run = run_changed},
    {0},
};
