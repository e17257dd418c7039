/* medbox labels */

#include <glib/gstdio.h>

#include "base/words.h"
#include "cli/face.h"
#include "cli/output.h"
#include "cli/progress.h"
#include "cli/verb.h"
#include "inventory/box.h"
#include "inventory/print.h"
#include "inventory/setting.h"
#include "labels/paper.h"

#define SHEET "L7160"
#define DPI 300

/* What is printed: labels borrow from the boxes, chains and texts of the same place. */
struct batch {
    GPtrArray *boxes; /* struct box * */
    struct area_chain *chains;
    GPtrArray *texts; /* char *: of settings */
    struct label *labels;
};

static void
batch_clear(struct batch *batch)
{
    guint n = batch->boxes != NULL ? batch->boxes->len : 0;

    for (guint i = 0; batch->chains != NULL && i < n; i++)
        area_chain_clear(&batch->chains[i]);
    g_free(batch->chains);
    g_free(batch->labels);
    g_clear_pointer(&batch->texts, g_ptr_array_unref);
    g_clear_pointer(&batch->boxes, g_ptr_array_unref);
}

static bool
choose_named(struct face *face, GPtrArray **boxes, GError **error)
{
    *boxes = g_ptr_array_new_with_free_func((GDestroyNotify)box_free);
    for (size_t i = 0; i < face->arg_count; i++) {
        struct box *box = NULL;

        if (!box_find(face->inventory, face->args[i], &box, error))
            return false;
        g_ptr_array_add(*boxes, box);
    }
    return true;
}

static bool
choose(struct face *face, GPtrArray **boxes, GError **error)
{
    struct area_id area;
    int ways = (face->arg_count > 0) + face_has(face, "area") + face_has(face, "all");

    if (ways != 1)
        return face_usage(face, error, _("say which boxes: by code or name, --area or --all"));
    if (face->arg_count > 0)
        return choose_named(face, boxes, error);
    if (!face_area(face, "area", (struct area_id){0}, &area, error) ||
        !box_list(face->inventory, area, false, boxes, error))
        return false;
    return (*boxes)->len > 0 ||
           err_set(error, ERR_MISSING, _("there are no boxes there: nothing to print"));
}

/* The value of a setting at a box, kept with the batch; NULL with an error. */
static const char *
text_at(struct face *face, struct batch *batch, const char *key, struct box_id box, GError **error)
{
    char *text = NULL;

    if (!setting_text(face->inventory, key, (struct area_id){0}, box, &text, error))
        return NULL;
    g_ptr_array_add(batch->texts, text);
    return text;
}

static bool
fill_label(struct face *face, struct batch *batch, guint i, GError **error)
{
    const struct box *box = batch->boxes->pdata[i];
    struct label *label = &batch->labels[i];

    if (!area_chain_of(face->inventory, box->area, &batch->chains[i], error))
        return false;
    g_strlcpy(label->code.text, box->code, sizeof(label->code.text));
    label->name = box->name;
    label->community = batch->chains[i].names[AREA_COMMUNITY];
    label->grid = batch->chains[i].names[AREA_GRID];
    label->building = batch->chains[i].names[AREA_BUILDING];
    label->place = box->place;
    label->phone = box->phone;
    label->host = text_at(face, batch, "label.host", box->id, error);
    if (label->host != NULL)
        label->rules[0] = text_at(face, batch, "label.rule", box->id, error);
    return label->rules[0] != NULL;
}

static bool
fill(struct face *face, struct batch *batch, GError **error)
{
    if (!choose(face, &batch->boxes, error))
        return false;
    batch->chains = g_new0(struct area_chain, batch->boxes->len);
    batch->labels = g_new0(struct label, batch->boxes->len);
    batch->texts = g_ptr_array_new_with_free_func(g_free);
    for (guint i = 0; i < batch->boxes->len; i++)
        if (!fill_label(face, batch, i, error))
            return false;
    return true;
}

/* The moment that SOURCE_DATE_EPOCH puts in the place of now, so that a PDF can be made again to the
 * byte (reproducible-builds.org/specs/source-date-epoch). */
static bool
read_moment(const struct face *face, int64_t *moment, GError **error)
{
    const char *epoch = g_getenv("SOURCE_DATE_EPOCH");
    gint64 seconds;

    *moment = face->now;
    if (epoch == NULL || epoch[0] == '\0')
        return true;
    if (!g_ascii_string_to_signed(epoch, 10, 0, INT64_C(253402300799), &seconds, NULL))
        return err_set(error, ERR_INPUT, _("SOURCE_DATE_EPOCH is in seconds since 1970, not “%s”"),
                       epoch);
    *moment = seconds * 1000;
    return true;
}

static void
draw_progress(void *with, size_t done, size_t n)
{
    progress_draw(with, (int64_t)done, (int64_t)n);
}

static bool
print_pdf(struct face *face, const struct batch *batch, const struct sheet *sheet, const char *file,
          struct paper_report *report, GError **error)
{
    struct progress progress = {.what = _("Drawing")};
    struct paper_run run = {.sheet = sheet,
                            .labels = batch->labels,
                            .n = batch->boxes->len,
                            .progress = draw_progress,
                            .with = &progress};
    bool ok = read_moment(face, &run.moment, error) && paper_pdf(file, &run, report, error);

    progress_end(&progress);
    return ok;
}

static bool
print_png(struct face *face, const struct batch *batch, const struct sheet *sheet, const char *file,
          struct paper_report *report, GError **error)
{
    if (batch->boxes->len != 1)
        return face_usage(face, error, _("--png draws one label: name one box"));
    return paper_png(file, sheet, &batch->labels[0], (double)face_number(face, "dpi", DPI), report,
                     error);
}

static bool
keep_prints(struct face *face, const struct batch *batch, GError **error)
{
    g_autofree struct box_id *ids = g_new(struct box_id, batch->boxes->len);

    for (guint i = 0; i < batch->boxes->len; i++)
        ids[i] = ((const struct box *)batch->boxes->pdata[i])->id;
    return print_add(face->inventory, ids, batch->boxes->len, face_text(face, "reason"), face->now,
                     error);
}

static void
say_printed(struct face *face, const char *file, guint labels, const struct paper_report *report)
{
    for (guint i = 0; report->notes != NULL && i < report->notes->len; i++)
        answer_notice(face->answer, "%s", (const char *)report->notes->pdata[i]);
    answer_text(face->answer, "file", file);
    answer_number(face->answer, "labels", labels);
    answer_number(face->answer, "pages", (int64_t)report->pages);
    answer_number(face->answer, "reach_cm", report->reach_cm);
    answer_say(face->answer,
               words_plural("%u label is in %s. A phone reads it from about %d cm.",
                            "%u labels are in %s. A phone reads them from about %d cm.", labels),
               labels, file, report->reach_cm);
    if (report->pages > 0)
        answer_say(face->answer,
                   words_plural("%zu page: print it at true size (100 %%), not fitted to the page.",
                                "%zu pages: print them at true size (100 %%), not fitted to the "
                                "page.",
                                (long long)report->pages),
                   report->pages);
}

/* Printing and noting it belong together: without the note there is no file. */
static bool
print_labels(struct face *face, const struct batch *batch, struct paper_report *report,
             GError **error)
{
    const char *file = face_text(face, "output"), *name = face_text(face, "sheet");
    const struct sheet *sheet = sheet_find(name != NULL ? name : SHEET, error);

    if (sheet == NULL || !output_check(file, face->db, error))
        return false;
    if (!(face_has(face, "png") ? print_png(face, batch, sheet, file, report, error)
                                : print_pdf(face, batch, sheet, file, report, error)))
        return false;
    if (!keep_prints(face, batch, error)) {
        g_unlink(file);
        return false;
    }
    say_printed(face, file, batch->boxes->len, report);
    return true;
}

static bool
run_labels(struct face *face, GError **error)
{
    struct batch batch = {0};
    struct paper_report report = {0};
    bool ok = fill(face, &batch, error) && print_labels(face, &batch, &report, error);

    paper_report_clear(&report);
    batch_clear(&batch);
    return ok;
}

static const struct verb_option labels_options[] = {
    {.name = "area", .value = N_("AREA"), .meaning = N_("all boxes in an area and below")},
    {.name = "all", .kind = VERB_FLAG, .meaning = N_("all boxes")},
    {.name = "sheet", .value = N_("NAME"), .meaning = N_("the sheet of stickers (L7160)")},
    {.name = "output",
     .letter = 'o',
     .value = N_("FILE"),
     .meaning = N_("where to write it"),
     .needed = true},
    {.name = "reason", .value = N_("TEXT"), .meaning = N_("why it is printed, for the record")},
    {.name = "png", .kind = VERB_FLAG, .meaning = N_("one label as a picture, not a PDF")},
    {.name = "dpi",
     .kind = VERB_NUMBER,
     .value = N_("N"),
     .meaning = N_("dots an inch of the picture (300)"),
     .low = 72,
     .high = 1200},
    {0},
};

const struct verb verb_labels[] = {
    {.name = "labels",
     .usage = N_("[BOX…] [--area AREA | --all] -o FILE.pdf"),
     .help = N_("Draws the labels of boxes, on sheets of stickers."),
     .options = labels_options,
     .most = VERB_ANY,
     .run = run_labels},
    {0},
};
