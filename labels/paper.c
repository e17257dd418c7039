#include "labels/paper.h"

#include <errno.h>
#include <fcntl.h>
#include <string.h>
#include <unistd.h>

#include <glib/gstdio.h>

#include "base/limits.h"
#include "base/words.h"
#include "labels/draw.h"
#include "labels/fonts.h"
#include "labels/symbol.h"

#define USUAL_DPI 300 /* whole dots here are whole dots on printers of 300, 600 and 1200 */
#define MM_PER_INCH 25.4
#define LEAST_DPI 72
#define MOST_DPI 1200

/* A file in the making, under another name in the same folder. */
struct making {
    const char *path;
    char *name;
    int fd;
    int failed; /* errno of the first write that went wrong */
};

static bool
explain(const char *path, int number, GError **error)
{
    enum err kind = ERR_BROKEN;

    if (number == ENOENT || number == ENOTDIR)
        kind = ERR_MISSING;
    if (number == EACCES || number == EPERM || number == EROFS)
        kind = ERR_DENIED;
    return err_set(error, kind, _("%s can't be written: %s"), path, err_system(number));
}

static bool
begin(struct making *making, const char *path, GError **error)
{
    *making = (struct making){.path = path, .name = g_strconcat(path, ".XXXXXX", NULL)};
    making->fd = g_mkstemp_full(making->name, O_WRONLY | O_CLOEXEC, 0666);
    if (making->fd >= 0)
        return true;
    explain(path, errno, error);
    g_free(making->name);
    return false;
}

static bool
append(void *to, const void *bytes, size_t n)
{
    struct making *making = (struct making *)to;
    const char *next = (const char *)bytes;

    while (n > 0 && making->failed == 0) {
        ssize_t written = write(making->fd, next, n);

        if (written >= 0) {
            next += written;
            n -= (size_t)written;
        } else if (errno != EINTR) {
            making->failed = errno;
        }
    }
    return making->failed == 0;
}

/* Gives the file its name if all went well, else takes it away; *error may be set already. */
static bool
end(struct making *making, bool ok, GError **error)
{
    if (making->failed == 0 && ok && g_fsync(making->fd) < 0)
        making->failed = errno;
    if (close(making->fd) < 0 && making->failed == 0)
        making->failed = errno;
    if (making->failed == 0 && ok && g_rename(making->name, making->path) < 0)
        making->failed = errno;
    if (making->failed != 0) {
        if (error != NULL)
            g_clear_error(error);
        ok = explain(making->path, making->failed, error);
    }
    if (!ok)
        g_unlink(making->name);
    g_free(making->name);
    return ok;
}

void
paper_report_clear(struct paper_report *report)
{
    g_clear_pointer(&report->notes, g_ptr_array_unref);
    *report = (struct paper_report){0};
}

static void
note(struct paper_report *report, char *text)
{
    if (report->notes == NULL)
        report->notes = g_ptr_array_new_with_free_func(g_free);
    g_ptr_array_add(report->notes, text);
}

static void
note_cuts(struct paper_report *report, const struct layout *layout)
{
    for (size_t i = 0; i < layout->n_runs; i++)
        if (layout->runs[i].cut)
            note(report, g_strdup_printf(_("%s: the %s is too long for the label and is shortened "
                                           "there"),
                                         layout_name(layout), layout->runs[i].what));
}

static void
note_reach(struct paper_report *report, const struct layout *layout, const struct symbol *symbol)
{
    if (!symbol->far)
        note(report, g_strdup_printf(_("%s: the QR code has to be read from %d cm or nearer; a "
                                       "shorter host name would help"),
                                     layout_name(layout), symbol->reach_cm));
    if (report->reach_cm != 0 && symbol->reach_cm >= report->reach_cm)
        return;
    report->reach_cm = symbol->reach_cm;
    report->version = symbol->version;
    report->level = symbol->level;
    report->module = symbol->module;
}

static bool
refuse_missing(const GString *missing, GError **error)
{
    return err_set(error, ERR_REFUSED,
                   _("Nothing was printed, because no installed font has these characters. Write "
                     "the names differently, or install a font that has them (on Debian: apt "
                     "install fonts-hanazono).%s"),
                   missing->str);
}

/* One layout with the symbols made for its squares. */
struct sticker {
    struct layout layout;
    struct symbol *symbols;
};

static void
sticker_clear(struct sticker *sticker)
{
    layout_clear(&sticker->layout);
    g_clear_pointer(&sticker->symbols, g_free);
}

static bool
fit_symbols(struct sticker *sticker, double dpi, struct paper_report *report, GError **error)
{
    const struct layout *layout = &sticker->layout;

    sticker->symbols = g_new(struct symbol, layout->n_symbols);
    for (size_t i = 0; i < layout->n_symbols; i++) {
        const struct layout_symbol *square = &layout->symbols[i];
        const struct symbol_room room = {square->side, dpi, square->far_cm};

        if (!symbol_fit(square->text, &room, &sticker->symbols[i], error))
            return false;
        note_reach(report, layout, &sticker->symbols[i]);
    }
    return true;
}

/* The caller clears the sticker in any case. */
static bool
sticker_make(struct fonts *fonts, const struct layout_source *source, size_t i, double dpi,
             struct paper_report *report, struct sticker *sticker, GError **error)
{
    const struct fit_measure measure = fonts_measure(fonts);

    if (!source->make(source->with, i, &measure, &sticker->layout, error))
        return false;
    note_cuts(report, &sticker->layout);
    return fit_symbols(sticker, dpi, report, error);
}

/* A run on its way to paper. */
struct printing {
    struct fonts *fonts;
    struct draw *draw; /* NULL for a preview */
    const struct paper_run *run;
    double dpi;
    GString *missing; /* a line for each character that no font has */
};

static struct sheet_place
place_of(const struct paper_run *run, size_t i)
{
    return sheet_place(run->sheet, run->first % sheet_stickers(run->sheet) + i);
}

static bool
print_one(struct printing *printing, size_t i, struct paper_report *report, GError **error)
{
    const struct paper_run *run = printing->run;
    const struct sheet_place place = place_of(run, i);
    struct sticker sticker = {0};
    bool ok =
        sticker_make(printing->fonts, &run->source, i, printing->dpi, report, &sticker, error);

    if (ok) {
        fonts_list_missing(printing->fonts, &sticker.layout, printing->missing);
    }
    if (ok && printing->draw != NULL) {
        fonts_frame_missing(printing->fonts, &sticker.layout);
        draw_layout(printing->draw, &sticker.layout, sticker.symbols, place.x, place.y);
    }
    sticker_clear(&sticker);
    return ok;
}

static bool
print_all(struct printing *printing, struct paper_report *report, GError **error)
{
    const struct paper_run *run = printing->run;
    const size_t n = run->source.n;

    for (size_t i = 0; i < n; i++) {
        if (!print_one(printing, i, report, error))
            return false;
        if (printing->draw != NULL &&
            (i + 1 == n || place_of(run, i + 1).page != place_of(run, i).page))
            draw_end_page(printing->draw);
        if (run->progress != NULL)
            run->progress(run->with, i + 1, n);
    }
    report->pages = place_of(run, n - 1).page + 1;
    if (printing->missing->len > 0 && !run->allow_missing)
        return refuse_missing(printing->missing, error);
    return printing->draw == NULL || draw_finish(printing->draw, error);
}

static bool
check_dots(const struct paper_run *run, double dpi, GError **error)
{
    const double width = run->sheet->page_width, height = run->sheet->page_height;
    const double dots = width * dpi / MM_PER_INCH * height * dpi / MM_PER_INCH;

    if (!draw_in_dots(run->format) || dots <= (double)LIMIT_PIXELS)
        return true;
    return err_set(error, ERR_INPUT,
                   _("A page of %.0f × %.0f mm is too large for %.0f dots an inch; take fewer, or "
                     "print a PDF"),
                   width, height, dpi);
}

static bool
check_run(const struct paper_run *run, double dpi, GError **error)
{
    if (!(dpi >= LEAST_DPI && dpi <= MOST_DPI))
        return err_set(error, ERR_INPUT, _("A printer has %d to %d dots an inch, not %.0f"),
                       LEAST_DPI, MOST_DPI, dpi);
    if (run->source.n == 0)
        return err_set(error, ERR_INPUT, _("There is nothing to print"));
    if (draw_one_page(run->format) && place_of(run, run->source.n - 1).page > 0)
        return err_set(error, ERR_INPUT,
                       _("A picture is one page; print fewer at a time, or print a PDF"));
    return check_dots(run, dpi, error);
}

static bool
preview(struct fonts *fonts, const struct paper_run *run, double dpi, struct paper_report *report,
        GError **error)
{
    g_autoptr(GString) missing = g_string_new(NULL);
    struct printing printing = {.fonts = fonts, .run = run, .dpi = dpi, .missing = missing};

    return print_all(&printing, report, error);
}

static bool
print_file(struct fonts *fonts, const char *path, const struct paper_run *run, double dpi,
           struct paper_report *report, GError **error)
{
    const struct draw_job job = {
        .format = run->format,
        .width = run->sheet->page_width,
        .height = run->sheet->page_height,
        .dpi = dpi,
        .moment = run->moment,
        .language = run->language != NULL ? run->language : "zh-CN",
    };
    struct making making;
    struct sink sink = {.write = append, .to = &making};
    struct printing printing = {.fonts = fonts, .run = run, .dpi = dpi};
    bool ok;

    if (!begin(&making, path, error))
        return false;
    printing.draw = draw_new(fonts, &job, &sink);
    printing.missing = g_string_new(NULL);
    ok = print_all(&printing, report, error);
    g_string_free(printing.missing, TRUE);
    draw_free(printing.draw);
    return end(&making, ok, error);
}

/* Into a file, or with no path nowhere. */
static bool
print_or_preview(const char *path, const struct paper_run *run, struct paper_report *report,
                 GError **error)
{
    const double dpi = run->dpi == 0 ? USUAL_DPI : run->dpi;
    struct fonts *fonts;
    bool ok;

    if (!check_run(run, dpi, error))
        return false;
    fonts = fonts_open(error);
    if (fonts == NULL)
        return false;
    ok = path != NULL ? print_file(fonts, path, run, dpi, report, error)
                      : preview(fonts, run, dpi, report, error);
    fonts_close(fonts);
    return ok;
}

bool
paper_print(const char *path, const struct paper_run *run, struct paper_report *report,
            GError **error)
{
    return print_or_preview(path, run, report, error);
}

bool
paper_preview(const struct paper_run *run, struct paper_report *report, GError **error)
{
    return print_or_preview(NULL, run, report, error);
}
