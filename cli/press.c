#include "cli/press.h"

#include <math.h>
#include <string.h>

#include <glib/gstdio.h>

#include "base/words.h"
#include "cli/output.h"
#include "cli/preview.h"
#include "cli/progress.h"
#include "cli/sheets.h"
#include "cli/spool.h"
#include "cli/verb.h"

#define DPI 300
#define ROLL "60x40" /* what is in a label printer, unless told */
#define PERCENT_LEAST 90
#define PERCENT_MOST 110

/* Whether a printer takes it as it is. */
static bool
is_raw(enum draw_format format)
{
    return format >= DRAW_ZPL;
}

bool
press_format(const char *name, enum draw_format *format)
{
    for (int i = 0; i < DRAW_FORMATS; i++)
        if (g_ascii_strcasecmp(draw_name((enum draw_format)i), name) == 0) {
            *format = (enum draw_format)i;
            return true;
        }
    return false;
}

bool
press_no_format(const char *name, GError **error)
{
    g_autoptr(GString) names = g_string_new(NULL);

    for (int i = 0; i < DRAW_FORMATS; i++)
        g_string_append_printf(names, "%s%s", i > 0 ? " " : "", draw_name((enum draw_format)i));
    return err_set(error, ERR_INPUT, _("there is no format “%s”; there are: %s"), name, names->str);
}

/* The format that is asked for, else what the file's name ends in, else what the printer speaks. */
static bool
choose_format(struct press *press, GError **error)
{
    const char *asked = face_text(press->face, "format");
    const char *file = face_text(press->face, "output");
    const char *end = file != NULL ? strrchr(file, '.') : NULL;

    if (asked != NULL)
        return press_format(asked, &press->format) || press_no_format(asked, error);
    if (end != NULL && press_format(end + 1, &press->format))
        return true;
    asked = press->printer != NULL ? press->printer->language : "pdf";
    return press_format(asked, &press->format) || press_no_format(asked, error);
}

bool
press_pair(const char *option, const char *text, double pair[2], GError **error)
{
    char *end = NULL;

    pair[0] = g_ascii_strtod(text, &end);
    if (end != text && *end == ',') {
        const char *second = end + 1;

        pair[1] = g_ascii_strtod(second, &end);
        if (end != second && *end == '\0' && isfinite(pair[0]) && isfinite(pair[1]))
            return true;
    }
    return err_set(error, ERR_INPUT,
                   _("--%s takes two numbers with a comma between them, as 1.5,-2; "
                     "not “%s”"),
                   option, text);
}

/* What the options say of shift and scale, else what is known of the printer. */
static bool
read_tune(const struct press *press, struct sheet_tune *tune, GError **error)
{
    const char *offset = face_text(press->face, "offset"), *scale = face_text(press->face, "scale");
    double pair[2];

    *tune = (struct sheet_tune){.scale_x = 1, .scale_y = 1};
    if (press->printer != NULL)
        *tune = (struct sheet_tune){press->printer->x / 1e3, press->printer->y / 1e3,
                                    press->printer->scale_x / 1e6, press->printer->scale_y / 1e6};
    if (offset != NULL) {
        if (!press_pair("offset", offset, pair, error))
            return false;
        tune->x = pair[0];
        tune->y = pair[1];
    }
    if (scale == NULL)
        return true;
    if (!press_pair("scale", scale, pair, error))
        return false;
    if (fmin(pair[0], pair[1]) < PERCENT_LEAST || fmax(pair[0], pair[1]) > PERCENT_MOST)
        return err_set(error, ERR_INPUT,
                       _("--scale is in per cent, %d to %d: 100 leaves it as it is"), PERCENT_LEAST,
                       PERCENT_MOST);
    tune->scale_x = pair[0] / 100;
    tune->scale_y = pair[1] / 100;
    return true;
}

/* A printer that is told so can't be meant to print beside the paper. */
static bool
check_shift(const struct sheet_tune *tune, GError **error)
{
    double most = PRINTER_SHIFT / 1e3;

    return (fabs(tune->x) <= most && fabs(tune->y) <= most) ||
           err_set(error, ERR_INPUT, _("--offset is %.0f mm at the most"), most);
}

static bool
read_sheet(struct press *press, const char *standard, GError **error)
{
    const char *name = face_text(press->face, "sheet");
    struct sheet_tune tune;
    double bleed = (double)face_number(press->face, "bleed", 0);

    if (name == NULL && press->printer != NULL && press->printer->sheet[0] != '\0')
        name = press->printer->sheet;
    if (name == NULL && is_raw(press->format))
        standard = ROLL;
    if (!sheets_find(press->face, name != NULL ? name : standard, &press->sheet, error) ||
        !read_tune(press, &tune, error) || !check_shift(&tune, error))
        return false;
    if (is_raw(press->format) && sheet_stickers(&press->sheet) > 1)
        return err_set(error, ERR_INPUT,
                       _("a label printer prints one sticker after another: say which, as --sheet "
                         "60x40"));
    press->sheet = layout_sheet_bled(&press->sheet, bleed);
    press->sheet = sheet_tuned(&press->sheet, &tune);
    press->dress = (struct layout_sheet){
        .sheet = &press->sheet,
        .first = (size_t)face_number(press->face, "first", 1),
        .copies = (size_t)face_number(press->face, "copies", 1),
        .outline = face_has(press->face, "outline"),
        .cropmarks = face_has(press->face, "cropmarks"),
    };
    return true;
}

bool
press_open(struct face *face, const char *standard, struct press *press, GError **error)
{
    static const char *const ways[] = {"output", "printer", "preview", NULL};
    static const char *const files[] = {"output", "preview"};
    const char *printer = face_text(face, "printer");

    *press = (struct press){.face = face};
    if (face_given(face, ways) == 0)
        return face_usage(face, error,
                          _("say where it goes: -o FILE, --printer NAME, or --preview FILE.png to "
                            "look at it first"));
    if (printer != NULL && !printer_find(face->inventory, printer, &press->printer, error))
        return false;
    for (size_t i = 0; i < G_N_ELEMENTS(files); i++)
        if (face_has(face, files[i]) && !output_check(face_text(face, files[i]), face->db, error))
            return false;
    press->dpi = (int)face_number(face, "dpi", press->printer != NULL ? press->printer->dpi : DPI);
    return choose_format(press, error) && read_sheet(press, standard, error);
}

void
press_close(struct press *press)
{
    paper_report_clear(&press->report);
    printer_free(press->printer);
}

bool
press_is_preview(const struct press *press)
{
    return face_has(press->face, "preview");
}

/* -------------------------------------------------------------------------------------- printing */

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

/* One label in a file that has one page is a picture of that label, not of its sheet. */
static struct sheet
page_of(const struct press *press, const struct layout_source *source)
{
    const struct sheet *sheet = &press->sheet;

    if (!draw_one_page(press->format) || source->n > 1)
        return *sheet;
    return (struct sheet){.page_width = sheet->width,
                          .page_height = sheet->height,
                          .columns = 1,
                          .rows = 1,
                          .width = sheet->width,
                          .height = sheet->height};
}

/* All but the progress. */
static bool
fill_run(const struct press *press, const struct layout_source *source, struct paper_run *run,
         GError **error)
{
    *run = (struct paper_run){.format = press->format,
                              .dpi = press->dpi,
                              .sheet = &press->sheet,
                              .source = *source,
                              .allow_missing = face_has(press->face, "allow-missing"),
                              .language = words_language() == WORDS_ZH ? "zh-CN" : "en"};
    return read_moment(press->face, &run->moment, error);
}

static bool
write_file(struct press *press, const char *path, const struct layout_source *source,
           GError **error)
{
    struct progress progress = {.what = _("Drawing")};
    const struct sheet page = page_of(press, source);
    struct paper_run run;
    bool ok;

    if (!fill_run(press, source, &run, error))
        return false;
    run.sheet = &page;
    run.progress = draw_progress;
    run.with = &progress;
    ok = paper_print(path, &run, &press->report, error);
    progress_end(&progress);
    return ok;
}

/* Each note once, however many copies it is of. */
static void
say_notes(const struct press *press)
{
    g_autoptr(GHashTable) said = g_hash_table_new(g_str_hash, g_str_equal);

    for (guint i = 0; press->report.notes != NULL && i < press->report.notes->len; i++)
        if (g_hash_table_add(said, press->report.notes->pdata[i]))
            answer_notice(press->face->answer, "%s", (const char *)press->report.notes->pdata[i]);
}

/* A file of its own for the spooler, which has copied it when lp returns. */
static bool
send_to_printer(struct press *press, const struct layout_source *source, const char *title,
                GError **error)
{
    g_autoptr(GError) why = NULL;
    g_autofree char *folder = g_dir_make_tmp("medbox-XXXXXX", &why), *file = NULL, *said = NULL;
    const char *queue =
        press->printer->queue[0] != '\0' ? press->printer->queue : press->printer->name;
    struct spool_job job = {.queue = queue,
                            .title = title,
                            .width = press->sheet.page_width,
                            .height = press->sheet.page_height,
                            .raw = is_raw(press->format)};
    bool ok;

    if (folder == NULL)
        return err_set(error, ERR_BROKEN, _("a folder for the print can't be made: %s"),
                       err_file(why));
    job.file = file = g_strconcat(folder, "/", "print.", draw_name(press->format), NULL);
    ok = write_file(press, file, source, error) && spool_print(&job, &said, error);
    g_unlink(file);
    g_rmdir(folder);
    if (!ok)
        return false;
    answer_text(press->face->answer, "printer", press->printer->name);
    answer_text(press->face->answer, "job", said);
    say_notes(press);
    answer_say(press->face->answer, _("Sent to %s: %s"), press->printer->name, said);
    return true;
}

static bool
look(struct press *press, const struct layout_source *inner, const struct layout_source *stickers,
     GError **error)
{
    struct paper_run run;
    bool ok = fill_run(press, inner, &run, error);

    run.format = DRAW_PDF; /* any number of pages can be looked at */
    ok = ok && preview_show(press->face, &run, &press->sheet, stickers,
                            face_text(press->face, "preview"), &press->report, error);
    if (ok)
        say_notes(press);
    return ok;
}

bool
press_run(struct press *press, const struct layout_source *inner, const char *title, GError **error)
{
    const char *file = face_text(press->face, "output");
    struct layout_source source;

    press->dress.inner = *inner;
    if (!layout_sheet_source(&press->dress, &source, error))
        return false;
    if (press_is_preview(press))
        return look(press, inner, &source, error);
    if (file == NULL)
        return send_to_printer(press, &source, title, error);
    if (!write_file(press, file, &source, error))
        return false;
    say_notes(press);
    answer_text(press->face->answer, "file", file);
    return true;
}

void
press_undo(struct press *press)
{
    const char *file = face_text(press->face, "output");

    if (file != NULL)
        g_unlink(file);
}
