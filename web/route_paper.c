/* Paper: labels to look at and to print, and the page that drives hand scanners. */

#include <string.h>

#include <glib/gstdio.h>
#include <jansson.h>

#include "base/limits.h"
#include "base/words.h"
#include "labels/layout_codes.h"
#include "labels/layout_label.h"
#include "labels/layout_sheet.h"
#include "labels/paper.h"
#include "printing/label_batch.h"
#include "web/chance.h"
#include "web/record.h"
#include "web/request.h"
#include "web/route.h"
#include "web/shape.h"

#define SHEET "L7160"
#define BOXES_MOST 5000
#define PICTURE_DPI 110 /* of a page on a screen */
#define DPI 300

/* ---------------------------------------------------------------------------------------- sheets */

static json_t *
shape_sheet(const char *name, const struct sheet *sheet)
{
    return json_pack("{s:s, s:f, s:f, s:f, s:f, s:i, s:i}", "name", name, "page_width",
                     sheet->page_width, "page_height", sheet->page_height, "width", sheet->width,
                     "height", sheet->height, "columns", sheet->columns, "rows", sheet->rows);
}

static bool
get_sheets(struct request *request, GError **error)
{
    size_t n;
    const struct sheet *list = sheet_list(&n);
    json_t *rows = json_array();

    (void)error;
    for (size_t i = 0; i < n; i++)
        json_array_append_new(rows, shape_sheet(list[i].name, &list[i]));
    return reply_json(request, json_pack("{s:o}", "rows", rows));
}

/* By name, or as it is described in mm. */
static bool
read_sheet(struct request *request, struct sheet *sheet, GError **error)
{
    const char *name = request_text(request, "sheet");
    const struct sheet *known = sheet_find(name != NULL ? name : SHEET, NULL);

    if (known == NULL)
        return sheet_parse(name, sheet, error);
    *sheet = *known;
    return true;
}

/* ---------------------------------------------------------------------------------------- making */

static bool
read_bytes(const char *path, GBytes **bytes, GError **error)
{
    g_autoptr(GError) why = NULL;
    char *content = NULL;
    gsize size;

    if (!g_file_get_contents(path, &content, &size, &why))
        return err_set(error, ERR_BROKEN, _("the print can't be read again: %s"), err_file(why));
    *bytes = g_bytes_new_take(content, size);
    return true;
}

/* Fonts serve one thread at a time. */
static GMutex fonts;

static bool
look_at(const struct paper_run *run, struct paper_report *report, GError **error)
{
    bool ok;

    g_mutex_lock(&fonts);
    ok = paper_preview(run, report, error);
    g_mutex_unlock(&fonts);
    return ok;
}

static struct making *
write_print(const char *path, const struct paper_run *run, struct paper_report *report,
            GError **error)
{
    struct making *made;

    g_mutex_lock(&fonts);
    made = paper_write(path, run, report, error);
    g_mutex_unlock(&fonts);
    return made;
}

/* A print in memory. */
static bool
make_bytes(const struct paper_run *run, struct paper_report *report, GBytes **bytes, GError **error)
{
    g_autoptr(GError) why = NULL;
    g_autofree char *folder = g_dir_make_tmp("medbox-XXXXXX", &why), *path = NULL;
    struct making *made;
    bool ok;

    if (folder == NULL)
        return err_set(error, ERR_BROKEN, _("a folder for the print can't be made: %s"),
                       err_file(why));
    path = g_build_filename(folder, "print", NULL);
    made = write_print(path, run, report, error);
    ok = made != NULL && read_bytes(making_first(made), bytes, error);
    making_free(made);
    g_rmdir(folder);
    return ok;
}

static struct paper_run
run_of(const struct request *request, const struct sheet *sheet, const struct layout_source *source)
{
    return (struct paper_run){
        .format = DRAW_PDF,
        .dpi = DPI,
        .sheet = sheet,
        .source = *source,
        .allow_missing = request_flag(request, "allow_missing"),
        .moment = request_now(request),
        .language = words_language() == WORDS_ZH ? "zh-CN" : "en",
    };
}

/* The first page, as it will lie in the printer. */
static bool
make_picture(const struct paper_run *whole, GBytes **bytes, GError **error)
{
    const struct layout_pages pages = {whole->sheet, whole->source};
    const struct sheet sheet = layout_pages_paper(whole->sheet);
    struct paper_run run = *whole;
    struct paper_report report = {0};
    bool ok;

    run.format = DRAW_PNG;
    run.dpi = PICTURE_DPI;
    run.sheet = &sheet;
    run.source = layout_pages_source(&pages);
    run.source.n = MIN(run.source.n, 1);
    ok = make_bytes(&run, &report, bytes, error);
    paper_report_clear(&report);
    return ok;
}

/* ---------------------------------------------------------------------------------------- labels */

struct job {
    struct label_batch batch;
    struct sheet sheet;
    struct layout_labels labels;
    struct layout_sheet dress;
    struct layout_source source; /* borrows from all of them: it stays where it is */
};

static bool
add_box(struct request *request, json_t *code, GPtrArray *boxes, GError **error)
{
    struct box *box = NULL;

    if (!json_is_string(code))
        return err_set(error, ERR_INPUT, _("“boxes” must be codes of boxes"));
    if (!box_find(request_inventory(request), json_string_value(code), &box, error))
        return false;
    g_ptr_array_add(boxes, box);
    return request_reaches_box(request, box, error);
}

/* Those named, else all of an area, which is one's own where none is said. */
static bool
choose(struct request *request, GPtrArray **boxes, GError **error)
{
    struct area_id area = {request_number(request, "area", request_identity(request)->area.n)};
    json_t *codes = request_json(request, "boxes");

    if (codes == NULL)
        return request_reaches_area(request, area, error) &&
               box_list(request_inventory(request), area, false, boxes, error);
    *boxes = g_ptr_array_new_with_free_func((GDestroyNotify)box_free);
    for (size_t i = 0; i < json_array_size(codes); i++)
        if (!add_box(request, json_array_get(codes, i), *boxes, error))
            return false;
    return true;
}

static bool
lay_out(struct request *request, struct job *job, GError **error)
{
    const struct label_batch *batch = &job->batch;

    for (guint i = 0; i < batch->n; i++) {
        batch->labels[i].stub = request_flag(request, "stub");
        batch->labels[i].inspect = request_flag(request, "inspect");
    }
    job->labels = (struct layout_labels){batch->labels, job->sheet.width, job->sheet.height};
    job->dress = (struct layout_sheet){
        .sheet = &job->sheet,
        .inner = layout_label_source(&job->labels, batch->n),
        .first = (size_t)request_number(request, "first", 1),
        .copies = (size_t)request_number(request, "copies", 1),
        .outline = request_flag(request, "outline"),
    };
    return layout_sheet_source(&job->dress, &job->source, error);
}

/* Close it also after a failure. */
static bool
open_job(struct request *request, struct job *job, GError **error)
{
    const struct label_batch_ask ask = {
        .new = request_flag(request, "new"),
        .changed = request_flag(request, "changed"),
        .renew = request_flag(request, "renew"),
        .random = chance_bits,
    };
    GPtrArray *boxes = NULL;

    *job = (struct job){.labels = {.labels = NULL}};
    if (!read_sheet(request, &job->sheet, error))
        return false;
    if (!choose(request, &boxes, error)) {
        g_clear_pointer(&boxes, g_ptr_array_unref);
        return false;
    }
    return label_batch_read(request_inventory(request), boxes, &ask, &job->batch, error) &&
           lay_out(request, job, error);
}

static json_t *
shape_report(const struct job *job, const struct paper_report *report, GBytes *picture)
{
    gsize size;
    const guchar *png = g_bytes_get_data(picture, &size);
    g_autofree char *base64 = g_base64_encode(png, size);
    g_autofree char *address = g_strconcat("data:image/png;base64,", base64, NULL);
    const char level[] = {symbol_level_letter(report->level), '\0'};
    json_t *notes = json_array();

    for (guint i = 0; report->notes != NULL && i < report->notes->len; i++)
        json_array_append_new(notes, json_string(report->notes->pdata[i]));
    return json_pack("{s:I, s:I, s:i, s:i, s:s, s:o, s:o, s:b, s:s}", "labels",
                     (json_int_t)job->batch.n, "pages",
                     (json_int_t)sheet_pages(&job->sheet, job->source.n), "reach_cm",
                     report->reach_cm, "version", report->version, "level", level, "module",
                     shape_decimal(report->module, 0.01), "notes", notes, "host_unset",
                     label_batch_is_unset(job->batch.labels[0].host), "picture", address);
}

/* What it would be: figures, what was shortened, and its first page. Nothing is noted. */
static bool
post_preview(struct request *request, GError **error)
{
    struct paper_report report = {0};
    g_autoptr(GBytes) picture = NULL;
    struct paper_run run;
    struct job job;
    bool ok = open_job(request, &job, error);

    if (ok) {
        run = run_of(request, &job.sheet, &job.dress.inner);
        ok = look_at(&run, &report, error);
        run.source = job.source;
        ok = ok && make_picture(&run, &picture, error) &&
             reply_json(request, shape_report(&job, &report, picture));
    }
    paper_report_clear(&report);
    label_batch_clear(&job.batch);
    return ok;
}

/* In the writer: what was printed is in the log before it is handed out. */
static bool
note(struct request *request, void *data, GError **error)
{
    const struct job *job = data;
    g_autofree char *count = g_strdup_printf("%u", job->batch.n);
    int64_t person = request_identity(request)->person;
    const struct print_job print = {
        .sheet = job->sheet.name[0] != '\0' ? job->sheet.name : request_text(request, "sheet"),
        .format = draw_name(DRAW_PDF),
        .reason = request_text(request, "reason"),
        .person = person,
        .at = request_now(request)};

    return label_batch_note(request_inventory(request), &job->batch, &print, error) &&
           record_add(request, person, AUDIT_LABELS, request_identity(request)->area, count,
                      request_text(request, "reason"), error);
}

static bool
post_labels(struct request *request, GError **error)
{
    struct paper_report report = {0};
    g_autoptr(GBytes) pdf = NULL;
    struct paper_run run;
    struct job job;
    bool ok = open_job(request, &job, error);

    if (ok) {
        run = run_of(request, &job.sheet, &job.source);
        ok = make_bytes(&run, &report, &pdf, error) && request_write(request, note, &job, error);
    }
    if (ok) {
        reply_header(request, "Content-Disposition", "attachment; filename=\"medbox-labels.pdf\"");
        ok = reply_bytes(request, "application/pdf", pdf);
    }
    paper_report_clear(&report);
    label_batch_clear(&job.batch);
    return ok;
}

/* ----------------------------------------------------------------------------------------- codes */

static bool
make_codes(const void *with, size_t i, const struct fit_measure *measure, struct layout *layout,
           GError **error)
{
    const struct sheet *sheet = with;

    (void)i;
    return layout_codes(sheet->width, sheet->height, measure, layout, error);
}

static bool
get_codes(struct request *request, GError **error)
{
    struct paper_report report = {0};
    g_autoptr(GBytes) pdf = NULL;
    struct sheet sheet;
    bool ok = sheet_parse("A4 1x1 210x297", &sheet, error);

    if (ok) {
        const struct layout_source source = {.n = 1, .make = make_codes, .with = &sheet};
        const struct paper_run run = {.format = DRAW_PDF,
                                      .dpi = DPI,
                                      .sheet = &sheet,
                                      .source = source,
                                      .moment = request_now(request),
                                      .language = words_language() == WORDS_ZH ? "zh-CN" : "en"};

        ok = make_bytes(&run, &report, &pdf, error) && reply_bytes(request, "application/pdf", pdf);
    }
    paper_report_clear(&report);
    return ok;
}

static const struct fields_row label_fields[] = {
    {.name = "boxes", .kind = FIELDS_LIST, .low = 1, .high = BOXES_MOST},
    {.name = "area", .kind = FIELDS_NUMBER, .low = 1, .high = INT64_MAX},
    {.name = "sheet", .kind = FIELDS_TEXT, .low = 1, .high = LIMIT_NAME},
    {.name = "first", .kind = FIELDS_NUMBER, .low = 1, .high = 10000},
    {.name = "copies", .kind = FIELDS_NUMBER, .low = 1, .high = 100},
    {.name = "new", .kind = FIELDS_FLAG},     /* only those never printed */
    {.name = "changed", .kind = FIELDS_FLAG}, /* only those that say something else now */
    {.name = "renew", .kind = FIELDS_FLAG},   /* those that hang are old from now on */
    {.name = "stub", .kind = FIELDS_FLAG},
    {.name = "inspect", .kind = FIELDS_FLAG},
    {.name = "outline", .kind = FIELDS_FLAG},
    {.name = "allow_missing", .kind = FIELDS_FLAG},
    {.name = "reason", .kind = FIELDS_TEXT, .high = LIMIT_NOTE},
    {0},
};

const struct route route_paper[] = {
    {"GET", "/api/1/sheets", ROLE_SECRETARY, ROUTE_READ, NULL, get_sheets, NULL, 0},
    {"POST", "/api/1/labels/preview", ROLE_SECRETARY, ROUTE_LONG, label_fields, post_preview, NULL,
     0},
    {"POST", "/api/1/labels", ROLE_SECRETARY, ROUTE_LONG, label_fields, post_labels, NULL, 0},
    {"GET", "/api/1/cards/codes", ROLE_SECRETARY, ROUTE_LONG, NULL, get_codes, NULL, 0},
    {0},
};
