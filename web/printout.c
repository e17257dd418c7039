#include "web/printout.h"

#include <glib/gstdio.h>
#include <jansson.h>

#include "inventory/printer.h"
#include "printing/label_batch.h"

#define PICTURE_DPI 110 /* of a page on a screen */
#define USUAL_DPI 300

const char *const printout_languages[] = {"zh", "en", NULL}; /* as in enum words_language */

enum words_language
printout_speak(const struct request *request)
{
    enum words_language own = words_language();

    words_use((enum words_language)request_number(request, "lang", own));
    return own;
}

bool
printout_sheet(const struct request *request, const char *standard, struct sheet *sheet,
               GError **error)
{
    const char *asked = request_text(request, "sheet"), *name = asked != NULL ? asked : standard;
    const struct sheet *known = sheet_find(name, NULL);
    g_autofree char *own = NULL;

    if (known != NULL) {
        *sheet = *known;
        return true;
    }
    if (!printer_sheet_find(request_inventory(request), name, &own, error) ||
        !sheet_parse(own != NULL ? own : name, sheet, error))
        return false;
    sheet->name = name;
    return true;
}

struct paper_run
printout_run(const struct request *request, const struct sheet *sheet,
             const struct layout_source *source)
{
    return (struct paper_run){
        .format = DRAW_PDF,
        .dpi = USUAL_DPI,
        .sheet = sheet,
        .source = *source,
        .allow_missing = request_flag(request, "allow_missing"),
        .moment = request_now(request),
        .language = words_language() == WORDS_ZH ? "zh-CN" : "en",
    };
}

/* ----------------------------------------------------------------------------------------- boxes */

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

bool
printout_boxes(struct request *request, GPtrArray **boxes, GError **error)
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

/* ---------------------------------------------------------------------------------------- making */

static struct making *
make_file(const char *path, const struct paper_run *run, GError **error)
{
    struct paper_report report = {0};
    struct making *made = paper_write(path, run, &report, error);

    paper_report_clear(&report);
    return made;
}

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

bool
printout_bytes(const struct paper_run *run, GBytes **bytes, GError **error)
{
    g_autoptr(GError) why = NULL;
    g_autofree char *folder = g_dir_make_tmp("medbox-XXXXXX", &why), *path = NULL;
    struct making *made;
    bool ok;

    if (folder == NULL)
        return err_set(error, ERR_BROKEN, _("a folder for the print can't be made: %s"),
                       err_file(why));
    path = g_build_filename(folder, "print", NULL);
    made = make_file(path, run, error);
    ok = made != NULL && read_bytes(making_first(made), bytes, error);
    making_free(made);
    g_rmdir(folder);
    return ok;
}

/* What is printed, as the job has it. */
static struct paper_run
run_of(const struct request *request, const struct printout *job,
       const struct layout_source *source)
{
    struct paper_run run = printout_run(request, job->sheet, source);

    run.format = job->format;
    run.bleed = job->bleed;
    run.copies = job->copies;
    if (job->dpi > 0)
        run.dpi = job->dpi;
    return run;
}

/* One layout of another source. */
struct one {
    struct layout_source all;
    size_t at;
};

static bool
make_one(const void *with, size_t i, const struct fit_measure *measure, struct layout *layout,
         GError **error)
{
    const struct one *one = with;

    (void)i;
    return one->all.make(one->all.with, one->at, measure, layout, error);
}

static bool
draw_page(struct request *request, const struct paper_run *whole, size_t page, GBytes **bytes,
          GError **error)
{
    const struct layout_pages pages = {whole->sheet, whole->source};
    const struct sheet sheet = layout_pages_paper(whole->sheet);
    const struct one one = {layout_pages_source(&pages), page - 1};
    struct paper_run run = *whole;

    if (page > one.all.n) {
        reply_blame(request, "page");
        return err_set(error, ERR_INPUT, _("there is no page %zu, only %zu"), page, one.all.n);
    }
    run.format = DRAW_PNG;
    run.dpi = PICTURE_DPI;
    run.copies = 1;
    run.sheet = &sheet;
    run.source = (struct layout_source){1, make_one, &one};
    return printout_bytes(&run, bytes, error);
}

/* ------------------------------------------------------------------------------------- answering */

static json_t *
shape_shown(const struct printout *job, const struct paper_report *report, GBytes *picture)
{
    gsize size;
    const guchar *png = g_bytes_get_data(picture, &size);
    g_autofree char *base64 = g_base64_encode(png, size);
    g_autofree char *address = g_strconcat("data:image/png;base64,", base64, NULL);
    json_t *notes = json_array();

    for (guint i = 0; report->notes != NULL && i < report->notes->len; i++)
        json_array_append_new(notes, json_string(report->notes->pdata[i]));
    return json_pack("{s:I, s:o, s:b, s:s}", "pages",
                     (json_int_t)sheet_pages(job->sheet, job->source.n), "notes", notes,
                     "host_unset", label_batch_is_unset(job->host), "picture", address);
}

bool
printout_show(struct request *request, const struct printout *job, struct paper_report *report,
              json_t **shown, GError **error)
{
    const struct paper_run each = run_of(request, job, &job->inner);
    const struct paper_run all = run_of(request, job, &job->source);
    g_autoptr(GBytes) png = NULL;

    if (!paper_preview(&each, report, error) ||
        !draw_page(request, &all, (size_t)request_number(request, "page", 1), &png, error))
        return false;
    *shown = shape_shown(job, report, png);
    return true;
}

static bool
reply_show(struct request *request, const struct printout *job, GError **error)
{
    struct paper_report report = {0};
    json_t *shown = NULL;
    bool ok = printout_show(request, job, &report, &shown, error);

    paper_report_clear(&report);
    return reply_json_if(request, shown, ok);
}

/* What a browser is told of a file, in the order of enum draw_format. */
static const char *const types[DRAW_FORMATS] = {
    "application/pdf",          "image/svg+xml",           "image/png", "application/octet-stream",
    "application/octet-stream", "application/octet-stream"};

static bool
check_pages(const struct printout *job, GError **error)
{
    const size_t pages = sheet_pages(job->sheet, job->source.n);

    return pages <= 1 || !draw_one_page(job->format) ||
           err_set(
               error, ERR_REFUSED,
               _("%s has one page a file, and these are %zu pages: choose PDF, or fewer labels"),
               draw_name(job->format), pages);
}

bool
printout_reply(struct request *request, const struct printout *job, GError **error)
{
    const struct paper_run run = run_of(request, job, &job->source);
    g_autofree char *disposition =
        g_strdup_printf("attachment; filename=\"%s.%s\"", job->file, draw_name(job->format));
    g_autoptr(GBytes) file = NULL;

    if (!check_pages(job, error) || !printout_bytes(&run, &file, error) ||
        !request_write(request, job->note, job->data, error))
        return false;
    reply_header(request, "Content-Disposition", disposition);
    return reply_bytes(request, types[job->format], file);
}

bool
printout_reply_or_show(struct request *request, const struct printout *job, GError **error)
{
    return request_flag(request, "preview") ? reply_show(request, job, error)
                                            : printout_reply(request, job, error);
}
