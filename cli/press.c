#include "cli/press.h"

#include <math.h>
#include <string.h>
#include <unistd.h>

#include <glib/gstdio.h>

#include "base/words.h"
#include "cli/format.h"
#include "cli/output.h"
#include "cli/preview.h"
#include "cli/progress.h"
#include "cli/sheets.h"
#include "cli/spool.h"
#include "cli/verb.h"

#define ROLL_MOST 140 /* mm: a page narrower than this is a label, not paper */
#define ROLL "60x40"  /* what is in a label printer, unless told */
#define PERCENT_LEAST 90
#define PERCENT_MOST 110

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

/* One sticker that is all of its page: a label on a roll. */
static bool
is_roll(const struct sheet *sheet)
{
    return sheet_stickers(sheet) == 1 && sheet->width == sheet->page_width &&
           sheet->height == sheet->page_height && sheet->width < ROLL_MOST;
}

/* Marks stand beside the stickers, and a page that is to be cut is larger than what the printer has. */
static bool
check_margins(const struct press *press, double bleed, GError **error)
{
    const struct sheet *sheet = &press->sheet;
    bool marks = face_has(press->face, "cropmarks"), to_file = face_has(press->face, "output");

    if (bleed == 0 && !marks)
        return true;
    if (format_is_raw(press->format) || (is_roll(sheet) && !to_file))
        return err_set(error, ERR_INPUT,
                       _("a label printer prints no more than the label: leave out --bleed and "
                         "--cropmarks"));
    if (marks && bleed == 0 && !layout_sheet_has_margins(sheet))
        return err_set(error, ERR_INPUT,
                       _("there is no room for crop marks around the stickers of this sheet: give "
                         "--bleed 5 as well"));
    if (is_roll(sheet))
        answer_notice(press->face->answer,
                      _("the page is %.0f × %.0f mm, larger than the label: right for a print shop "
                        "that cuts, wrong for a label printer"),
                      sheet->page_width + 2 * bleed, sheet->page_height + 2 * bleed);
    return true;
}

static bool
read_sheet(struct press *press, const char *standard, GError **error)
{
    const char *name = face_text(press->face, "sheet");
    g_autofree char *notice = NULL;
    struct sheet_tune tune;
    double bleed = (double)face_number(press->face, "bleed", 0);

    if (name == NULL && press->printer != NULL && press->printer->sheet[0] != '\0')
        name = press->printer->sheet;
    if (name == NULL && format_is_raw(press->format))
        standard = ROLL;
    if (!sheets_find(press->face, name != NULL ? name : standard, format_is_raw(press->format),
                     &press->sheet, error) ||
        !read_tune(press, &tune, error) || !check_shift(&tune, error))
        return false;
    if (format_is_raw(press->format) && sheet_stickers(&press->sheet) > 1)
        return err_set(error, ERR_INPUT,
                       _("a label printer prints one sticker after another: say which, as --sheet "
                         "60x40"));
    if (!check_margins(press, bleed, error))
        return false;
    press->sheet = layout_sheet_bled(&press->sheet, bleed);
    if (!sheet_check_tune(&press->sheet, &tune, &notice, error))
        return false;
    if (notice != NULL)
        answer_notice(press->face->answer, "%s", notice);
    press->sheet = sheet_tuned(&press->sheet, &tune);
    press->copies = (size_t)face_number(press->face, "copies", 1);
    press->dress = (struct layout_sheet){
        .sheet = &press->sheet,
        .first = (size_t)face_number(press->face, "first", 1),
        .copies = format_is_raw(press->format) ? 1 : press->copies,
        .outline = face_has(press->face, "outline"),
        .cropmarks = face_has(press->face, "cropmarks"),
    };
    return true;
}

static bool
is_stdout(const struct press *press)
{
    return g_strcmp0(face_text(press->face, "output"), "-") == 0;
}

/* To stdout only where that leads on to a file or a program, and where nothing else goes there. */
static bool
check_stdout(struct face *face, GError **error)
{
    if (answer_is_json(face->answer))
        return face_usage(face, error,
                          _("-o - and --json both want the output: give a file's name"));
    return isatty(STDOUT_FILENO) != 1 ||
           err_set(
               error, ERR_INPUT,
               _("-o - would put the file on the screen: lead it on, as in -o - > labels.pdf, or "
                 "give a file's name"));
}

static bool
check_files(const struct press *press, GError **error)
{
    struct face *face = press->face;
    const char *file = face_text(face, "output"), *preview = face_text(face, "preview");

    if (is_stdout(press) ? !check_stdout(face, error)
                         : file != NULL && !output_check(file, face->db, error))
        return false;
    return preview == NULL || (format_check_ending(preview, DRAW_PNG, error) &&
                               output_check(preview, face->db, error));
}

bool
press_open(struct face *face, const char *standard, struct press *press, GError **error)
{
    static const char *const ways[] = {"output", "printer", "preview", NULL};
    const char *printer = face_text(face, "printer");

    *press = (struct press){.face = face};
    if (face_given(face, ways) == 0)
        return face_usage(face, error,
                          _("say where it goes: -o FILE, --printer NAME, or --preview FILE.png to "
                            "look at it first"));
    if (printer != NULL && !printer_find(face->inventory, printer, &press->printer, error))
        return false;
    if (!check_files(press, error) ||
        !format_choose(press->face, press->printer, &press->format, error))
        return false;
    press->dpi = (int)face_number(face, "dpi",
                                  press->printer != NULL ? press->printer->dpi
                                                         : format_usual_dpi(press->format));
    return read_sheet(press, standard, error);
}

void
press_close(struct press *press)
{
    making_free(press->made);
    g_clear_pointer(&press->bytes, g_bytes_unref);
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
                              .copies = format_is_raw(press->format) ? (int)press->copies : 1,
                              .name_all = answer_is_json(press->face->answer),
                              .allow_missing = face_has(press->face, "allow-missing"),
                              .language = words_language() == WORDS_ZH ? "zh-CN" : "en"};
    return read_moment(press->face, &run->moment, error);
}

/* Draws it into files that press->made keeps. */
static bool
write_files(struct press *press, const char *path, const struct layout_source *source,
            GError **error)
{
    struct progress progress = {.what = _("Drawing")};
    const struct sheet page = page_of(press, source);
    struct paper_run run;

    if (!fill_run(press, source, &run, error))
        return false;
    run.sheet = &page;
    run.progress = draw_progress;
    run.with = &progress;
    press->made = paper_write(path, &run, &press->report, error);
    progress_end(&progress);
    return press->made != NULL;
}

static void
say_notes(const struct press *press)
{
    for (guint i = 0; press->report.notes != NULL && i < press->report.notes->len; i++)
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
                            .raw = format_is_raw(press->format)};
    bool ok;

    if (folder == NULL)
        return err_set(error, ERR_BROKEN, _("a folder for the print can't be made: %s"),
                       err_file(why));
    job.file = file = g_strconcat(folder, "/", "print.", draw_name(press->format), NULL);
    ok = write_files(press, file, source, error) && making_keep(press->made, error);
    if (ok) {
        preview_say(press->face, &press->sheet, source->n, &press->report);
        say_notes(press);
    }
    ok = ok && spool_print(&job, &said, error);
    g_unlink(file);
    g_rmdir(folder);
    if (!ok)
        return false;
    answer_text(press->face->answer, "printer", press->printer->name);
    answer_text(press->face->answer, "job", said);
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

/* A file of its own that is copied on: nothing comes out where it can't be made whole. */
static bool
write_stdout(struct press *press, const struct layout_source *source, GError **error)
{
    g_autoptr(GError) why = NULL;
    g_autofree char *folder = g_dir_make_tmp("medbox-XXXXXX", &why), *path = NULL, *bytes = NULL;
    gsize n = 0;
    bool ok;

    if (folder == NULL)
        return err_set(error, ERR_BROKEN, _("a folder for the print can't be made: %s"),
                       err_file(why));
    path = g_build_filename(folder, "print", NULL);
    ok = write_files(press, path, source, error);
    if (ok && draw_one_page(press->format) && press->report.pages > 1)
        ok = err_set(error, ERR_INPUT,
                     _("%zu pages are that many pictures: give a file's name, or print a PDF"),
                     press->report.pages);
    if (ok && !g_file_get_contents(making_first(press->made), &bytes, &n, &why))
        ok = err_set(error, ERR_BROKEN, _("the print can't be read again: %s"), err_file(why));
    press->bytes = ok ? g_bytes_new_take(g_steal_pointer(&bytes), n) : NULL;
    g_clear_pointer(&press->made, making_free);
    g_rmdir(folder);
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
    if (!(is_stdout(press) ? write_stdout(press, &source, error)
                           : write_files(press, file, &source, error)))
        return false;
    say_notes(press);
    if (format_is_raw(press->format) && press->printer == NULL && !face_has(press->face, "dpi"))
        answer_notice(press->face->answer,
                      _("drawn for %d dots an inch, as most label printers have; for a finer one "
                        "give --dpi 300"),
                      press->dpi);
    return true;
}

bool
press_keep(struct press *press, GError **error)
{
    gsize n;
    const char *bytes;

    if (press->bytes != NULL) { /* what can't be written is told when the answer ends */
        bytes = g_bytes_get_data(press->bytes, &n);
        (void)!answer_write(press->face->answer, bytes, n);
        g_clear_pointer(&press->bytes, g_bytes_unref);
        return true;
    }
    if (!press_has_names(press))
        return true;
    if (!making_keep(press->made, error))
        return false;
    answer_text(press->face->answer, "file", face_text(press->face, "output"));
    return true;
}

bool
press_has_names(const struct press *press)
{
    return face_has(press->face, "output") && !press_is_preview(press) && !is_stdout(press);
}

char *
press_names(const struct press *press)
{
    const char *file = face_text(press->face, "output");
    size_t files = draw_one_page(press->format) ? press->report.pages : 1;
    g_autofree char *first = paper_page_path(file, 0, files);
    g_autofree char *last = paper_page_path(file, files - 1, files);

    return files == 1 ? g_strdup(file) : g_strdup_printf(_("%s to %s"), first, last);
}
