/* Paper: labels to look at and to print, and the page that drives hand scanners. */

#include <string.h>

#include <jansson.h>

#include "base/limits.h"
#include "base/words.h"
#include "inventory/printer.h"
#include "labels/layout_codes.h"
#include "labels/layout_label.h"
#include "labels/layout_sheet.h"
#include "labels/paper.h"
#include "printing/label_batch.h"
#include "web/chance.h"
#include "web/printout.h"
#include "web/record.h"
#include "web/request.h"
#include "web/route.h"
#include "web/shape.h"

#define SHEET "L7160"
#define LABEL_DPI 203
#define PRINTS 50 /* of a box, in its log */

/* ---------------------------------------------------------------------------------------- sheets */

static json_t *
shape_sheet(const char *name, const struct sheet *sheet, bool own)
{
    return json_pack("{s:s, s:f, s:f, s:f, s:f, s:i, s:i, s:b}", "name", name, "page_width",
                     sheet->page_width, "page_height", sheet->page_height, "width", sheet->width,
                     "height", sheet->height, "columns", sheet->columns, "rows", sheet->rows, "own",
                     own);
}

/* Those that the district keeps. */
static bool
add_own(struct request *request, json_t *rows, GError **error)
{
    g_autoptr(GPtrArray) own = NULL;

    if (!printer_sheet_list(request_inventory(request), &own, error))
        return false;
    for (guint i = 0; i < own->len; i++) {
        const struct printer_sheet *kept = own->pdata[i];
        struct sheet sheet;

        if (!sheet_parse(kept->grid, &sheet, error))
            return false;
        json_array_append_new(rows, shape_sheet(kept->name, &sheet, true));
    }
    return true;
}

static bool
get_sheets(struct request *request, GError **error)
{
    size_t n;
    const struct sheet *list = sheet_list(&n);
    json_t *rows = json_array();
    bool ok = add_own(request, rows, error);

    for (size_t i = 0; ok && i < n; i++)
        json_array_append_new(rows, shape_sheet(list[i].name, &list[i], false));
    return reply_json_if(request, json_pack("{s:o}", "rows", rows), ok);
}

/* ---------------------------------------------------------------------------------------- printers */

static struct sheet_tune
tune_of(const struct printer *printer)
{
    return (struct sheet_tune){printer->x / 1e3, printer->y / 1e3, printer->scale_x / 1e6,
                               printer->scale_y / 1e6};
}

static bool
get_printers(struct request *request, GError **error)
{
    g_autoptr(GPtrArray) printers = NULL;
    json_t *rows = json_array();
    bool ok = printer_list(request_inventory(request), &printers, error);

    for (guint i = 0; ok && i < printers->len; i++) {
        const struct printer *printer = printers->pdata[i];
        const struct sheet_tune tune = tune_of(printer);

        json_array_append_new(rows, json_pack("{s:s, s:s, s:i, s:o, s:o, s:o, s:o, s:o}", "name",
                                              printer->name, "language", printer->language, "dpi",
                                              printer->dpi, "sheet", shape_text(printer->sheet),
                                              "x", shape_decimal(tune.x, 0.001), "y",
                                              shape_decimal(tune.y, 0.001), "scale_x",
                                              shape_decimal(100 * tune.scale_x, 0.0001), "scale_y",
                                              shape_decimal(100 * tune.scale_y, 0.0001)));
    }
    return reply_json_if(request, json_pack("{s:o}", "rows", rows), ok);
}

/* ------------------------------------------------------------------------------------------- log */

static json_t *
shape_print(const struct print *print, const struct print *latest)
{
    return json_pack("{s:I, s:o, s:b, s:o, s:o, s:o, s:o}", "at", (json_int_t)print->at, "nonce",
                     shape_text(print->bare ? "" : print->nonce), "current",
                     strcmp(print->nonce, latest->nonce) == 0, "sheet", shape_text(print->sheet),
                     "format", shape_text(print->format), "who", shape_text(print->who), "reason",
                     shape_text(print->reason));
}

/* The last prints of a box's label, newest first. */
static bool
get_prints(struct request *request, GError **error)
{
    g_autoptr(GPtrArray) prints = NULL;
    struct box *box = NULL;
    json_t *rows = json_array();
    bool ok = box_find(request_inventory(request), request_text(request, "code"), &box, error) &&
              request_reaches_box(request, box, error) &&
              print_list(request_inventory(request), box->id, PRINTS, &prints, error);

    for (guint i = 0; ok && i < prints->len; i++)
        json_array_append_new(rows, shape_print(prints->pdata[i], prints->pdata[0]));
    box_free(box);
    return reply_json_if(request, json_pack("{s:o}", "rows", rows), ok);
}

/* ---------------------------------------------------------------------------------------- labels */

struct job {
    struct label_batch batch;
    struct printer *printer; /* NULL: none in particular */
    struct sheet sheet;      /* as it lies in the printer */
    char *notice;            /* of how it is moved; NULL for none */
    enum draw_format format;
    double dpi, bleed;
    struct layout_labels labels;
    struct layout_sheet dress;
    struct layout_source source; /* borrows from all of them: it stays where it is */
};

/* Whether a label printer takes it as it is. */
static bool
is_raw(enum draw_format format)
{
    return format >= DRAW_ZPL;
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
        .copies = is_raw(job->format) ? 1 : (size_t)request_number(request, "copies", 1),
        .outline = request_flag(request, "outline"),
        .cropmarks = request_flag(request, "cropmarks"),
    };
    return layout_sheet_source(&job->dress, &job->source, error);
}

/* What is asked for, and what there is room for: marks stand beside the stickers, and a label printer
 * prints no more than the label. */
static bool
read_margins(struct request *request, struct job *job, GError **error)
{
    const bool marks = request_flag(request, "cropmarks");

    job->bleed = (double)request_number(request, "bleed", 0);
    if (is_raw(job->format) && sheet_stickers(&job->sheet) > 1) {
        reply_blame(request, "sheet");
        return err_set(error, ERR_INPUT,
                       _("a label printer prints one sticker after another: choose the sticker's "
                         "size as the paper, 60x40 for one"));
    }
    if (is_raw(job->format) && (marks || job->bleed > 0))
        return err_set(error, ERR_INPUT,
                       _("a label printer prints no more than the label: no bleed and no crop "
                         "marks"));
    if (marks && job->bleed == 0 && !layout_sheet_has_margins(&job->sheet))
        return err_set(error, ERR_INPUT,
                       _("there is no room for crop marks around the stickers of this sheet: "
                         "give a bleed of 5 mm as well"));
    job->sheet = layout_sheet_bled(&job->sheet, job->bleed);
    return true;
}

/* Dots an inch as said, else those of the printer, else what is usual. */
static double
dpi_of(struct request *request, const struct job *job)
{
    const int64_t usual = job->printer != NULL  ? job->printer->dpi
                          : is_raw(job->format) ? LABEL_DPI
                                                : 0;

    return (double)request_number(request, "dpi", usual);
}

/* The sheet that is asked for, else that which is usually in the printer; as the printer has to be told. */
static bool
read_sheet(struct request *request, struct job *job, GError **error)
{
    const char *name = request_text(request, "printer"), *standard = SHEET;
    struct sheet_tune tune = {.scale_x = 1, .scale_y = 1};

    if (name != NULL && !printer_find(request_inventory(request), name, &job->printer, error)) {
        reply_blame(request, "printer");
        return false;
    }
    if (job->printer != NULL) {
        tune = tune_of(job->printer);
        standard = job->printer->sheet[0] != '\0' ? job->printer->sheet : SHEET;
    }
    job->format = (enum draw_format)request_number(request, "format", DRAW_PDF);
    job->dpi = dpi_of(request, job);
    if (!printout_sheet(request, standard, &job->sheet, error) ||
        !read_margins(request, job, error) ||
        !sheet_check_tune(&job->sheet, &tune, request_flag(request, "outline"), &job->notice,
                          error))
        return false;
    job->sheet = sheet_tuned(&job->sheet, &tune);
    return true;
}

static void
close_job(struct job *job)
{
    label_batch_clear(&job->batch);
    printer_free(job->printer);
    g_free(job->notice);
}

/* close_job(), also after a failure. */
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
    if (!read_sheet(request, job, error))
        return false;
    if (!printout_boxes(request, &boxes, error)) {
        g_clear_pointer(&boxes, g_ptr_array_unref);
        return false;
    }
    return label_batch_read(request_inventory(request), boxes, &ask, &job->batch, error) &&
           lay_out(request, job, error);
}

/* In the writer: what was printed is in the log before it is handed out. */
static bool
note(struct request *request, void *data, GError **error)
{
    const struct job *job = data;
    g_autofree char *count = g_strdup_printf("%u", job->batch.n);
    int64_t person = request_identity(request)->person;
    const struct print_job print = {.sheet = job->sheet.name,
                                    .format = draw_name(job->format),
                                    .reason = request_text(request, "reason"),
                                    .person = person,
                                    .at = request_now(request)};

    return label_batch_note(request_inventory(request), &job->batch, &job->sheet, &print, error) &&
           record_add(request, person, AUDIT_LABELS, request_identity(request)->area, count,
                      request_text(request, "reason"), error);
}

static struct printout
printout_of(struct request *request, struct job *job)
{
    return (struct printout){
        .sheet = &job->sheet,
        .inner = job->dress.inner,
        .source = job->source,
        .host = job->batch.labels[0].host,
        .file = "medbox-labels",
        .format = job->format,
        .dpi = job->dpi,
        .bleed = job->bleed,
        .copies = is_raw(job->format) ? (int)request_number(request, "copies", 1) : 1,
        .note = note,
        .data = job};
}

static void
put_report(json_t *shown, const struct job *job, const struct paper_report *report)
{
    const char level[] = {symbol_level_letter(report->level), '\0'};

    if (job->notice != NULL)
        json_array_insert_new(json_object_get(shown, "notes"), 0, json_string(job->notice));
    json_object_update_new(shown, json_pack("{s:I, s:i, s:i, s:s, s:o}", "labels",
                                            (json_int_t)job->batch.n, "reach_cm", report->reach_cm,
                                            "version", report->version, "level", level, "module",
                                            shape_decimal(report->module, 0.01)));
}

/* What it would be: figures, what was shortened, and a page of it. Nothing is noted. */
static bool
post_preview(struct request *request, GError **error)
{
    struct paper_report report = {0};
    json_t *shown = NULL;
    struct job job;
    bool ok = open_job(request, &job, error);

    if (ok) {
        const struct printout print = printout_of(request, &job);

        ok = printout_show(request, &print, &report, &shown, error);
    }
    if (ok)
        put_report(shown, &job, &report);
    paper_report_clear(&report);
    close_job(&job);
    return reply_json_if(request, shown, ok);
}

/* Labels that end those which hang: why is asked before they are drawn. */
static bool
check_reason(struct request *request, GError **error)
{
    const char *reason = request_text(request, "reason");

    if (!request_flag(request, "renew") || (reason != NULL && reason[strspn(reason, " ")] != '\0'))
        return true;
    reply_blame(request, "reason");
    return err_set(error, ERR_INPUT,
                   _("the labels that hang become invalid: say why they are printed anew"));
}

static bool
post_labels(struct request *request, GError **error)
{
    struct job job = {.printer = NULL};
    bool ok = check_reason(request, error) && open_job(request, &job, error);

    if (ok) {
        const struct printout print = printout_of(request, &job);

        ok = printout_reply(request, &print, error);
    }
    close_job(&job);
    return ok;
}

/* In the order of enum draw_format. */
static const char *const formats[] = {"pdf", "svg", "png", "zpl", "tspl", "escpos", NULL};

static const struct fields_row label_fields[] = {
    PRINTOUT_WHICH,
    {.name = "first", .kind = FIELDS_NUMBER, .low = 1, .high = 10000},
    {.name = "copies", .kind = FIELDS_NUMBER, .low = 1, .high = 100},
    {.name = "new", .kind = FIELDS_FLAG},     /* only those never printed */
    {.name = "changed", .kind = FIELDS_FLAG}, /* only those that say something else now */
    {.name = "renew", .kind = FIELDS_FLAG},   /* those that hang are old from now on */
    {.name = "stub", .kind = FIELDS_FLAG},
    {.name = "inspect", .kind = FIELDS_FLAG},
    {.name = "outline", .kind = FIELDS_FLAG},
    {.name = "cropmarks", .kind = FIELDS_FLAG},
    {.name = "bleed", .kind = FIELDS_NUMBER, .high = 20}, /* mm */
    {.name = "format", .kind = FIELDS_WORD, .words = formats},
    {.name = "dpi", .kind = FIELDS_NUMBER, .low = 72, .high = 1200},
    /* one that is kept: its sheet, and what it has to be told */
    {.name = "printer", .kind = FIELDS_TEXT, .low = 1, .high = LIMIT_NAME},
    {.name = "reason", .kind = FIELDS_TEXT, .high = LIMIT_NOTE},
    PRINTOUT_FIELDS,
    {0},
};

static const struct fields_row log_fields[] = {
    {.name = "code", .kind = FIELDS_TEXT, .needed = true, .low = 1, .high = LIMIT_NAME},
    {0},
};

const struct route route_paper[] = {
    {"GET", "/api/1/sheets", ROLE_SECRETARY, ROUTE_READ, NULL, get_sheets, NULL, 0},
    {"GET", "/api/1/printers", ROLE_SECRETARY, ROUTE_READ, NULL, get_printers, NULL, 0},
    {"GET", "/api/1/labels/log", ROLE_SECRETARY, ROUTE_READ, log_fields, get_prints, NULL, 0},
    {"POST", "/api/1/labels/preview", ROLE_SECRETARY, ROUTE_PAPER, label_fields, post_preview, NULL,
     0},
    {"POST", "/api/1/labels", ROLE_SECRETARY, ROUTE_PAPER, label_fields, post_labels, NULL, 0},
    {0},
};
