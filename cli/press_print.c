/* What was read by press.c goes to its file, its printer, or is only looked at. */

#include "cli/press.h"

#include <errno.h>
#include <unistd.h>

#include <glib/gstdio.h>

#include "base/words.h"
#include "cli/format.h"
#include "cli/output.h"
#include "cli/preview.h"
#include "cli/progress.h"
#include "cli/spool.h"
#include "cli/stop.h"

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

static bool
draw_progress(void *with, size_t done, size_t n)
{
    progress_draw(with, (int64_t)done, (int64_t)n);
    return !stop_asked();
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
                              .bleed = press->bleed,
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
        return err_set(error, err_kind_of_file(why), _("a folder for the print can't be made: %s"),
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
    const char *file = face_text(press->face, "preview"),
               *output = face_text(press->face, "output");
    bool there = g_file_test(file, G_FILE_TEST_EXISTS);
    struct paper_run run;
    bool ok = fill_run(press, inner, &run, error);

    run.format = DRAW_PDF; /* any number of pages can be looked at */
    if (!ok ||
        !preview_show(press->face, &run, &press->sheet, stickers, file, &press->report, error))
        return false;
    output_say_replaced(press->face, file, there);
    if (output != NULL)
        answer_notice(press->face->answer, _("%s was not written: for that, leave --preview out"),
                      output);
    say_notes(press);
    return true;
}

/* All of it, and to the end. */
static bool
put_out(struct answer *answer, const char *bytes, size_t n, GError **error)
{
    if (answer_write(answer, bytes, n) && answer_flush(answer))
        return true;
    if (answer_reader_left(answer))
        return err_set(error, ERR_BROKEN,
                       _("the output was not read to its end: it does not count as printed"));
    return err_set(error, ERR_BROKEN, _("the output can't be written: %s"),
                   err_system(answer_failure(answer)));
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
        return err_set(error, err_kind_of_file(why), _("a folder for the print can't be made: %s"),
                       err_file(why));
    path = g_build_filename(folder, "print", NULL);
    ok = write_files(press, path, source, error);
    if (ok && draw_one_page(press->format) && press->report.pages > 1)
        ok = err_set(error, ERR_INPUT,
                     _("%zu pages are that many pictures: give a file's name, or print a PDF"),
                     press->report.pages);
    if (ok && !g_file_get_contents(making_first(press->made), &bytes, &n, &why))
        ok = err_set(error, err_kind_of_file(why), _("the print can't be read again: %s"),
                     err_file(why));
    g_clear_pointer(&press->made, making_free);
    g_rmdir(folder);
    return ok && put_out(press->face->answer, bytes, n, error);
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
    if (!(press_is_stdout(press) ? write_stdout(press, &source, error)
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

/* Of the files that are to be: which of them there are already. */
static char *
find_replaced(const struct press *press, size_t *n)
{
    const char *file = face_text(press->face, "output");
    size_t files = draw_one_page(press->format) ? press->report.pages : 1;
    char *first = NULL;

    *n = 0;
    for (size_t i = 0; i < files; i++) {
        g_autofree char *path = paper_page_path(file, i, files);

        if (!g_file_test(path, G_FILE_TEST_EXISTS))
            continue;
        if ((*n)++ == 0)
            first = g_steal_pointer(&path);
    }
    return first;
}

bool
press_keep(struct press *press, GError **error)
{
    if (!press_has_names(press))
        return true;
    press->replaced = find_replaced(press, &press->replaced_n);
    press->kept = making_keep(press->made, error);
    return press->kept;
}

void
press_take_back(struct press *press)
{
    if (press->kept)
        making_take_back(press->made);
    press->kept = false;
}

bool
press_has_names(const struct press *press)
{
    return face_has(press->face, "output") && !press_is_preview(press) && !press_is_stdout(press);
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
