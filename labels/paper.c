#include "labels/paper.h"

#include <errno.h>
#include <fcntl.h>
#include <string.h>
#include <unistd.h>

#include <glib/gstdio.h>

#include "base/words.h"
#include "labels/draw.h"
#include "labels/symbol.h"

#define PDF_DPI 300 /* whole dots here are whole dots on printers of 300, 600 and 1200 */
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

/* What messages begin with. */
static const char *
name_of(const struct layout *layout)
{
    return layout->name != NULL ? layout->name : _("This page");
}

static void
note_cuts(struct paper_report *report, const struct layout *layout)
{
    for (size_t i = 0; i < layout->n_runs; i++)
        if (layout->runs[i].cut)
            note(report, g_strdup_printf(_("%s: the %s is too long for the label and is shortened "
                                           "there"),
                                         name_of(layout), layout->runs[i].what));
}

static void
note_reach(struct paper_report *report, const struct layout *layout, const struct symbol *symbol)
{
    if (!symbol->far)
        note(report, g_strdup_printf(_("%s: the QR code has to be read from %d cm or nearer; a "
                                       "shorter host name would help"),
                                     name_of(layout), symbol->reach_cm));
    if (report->reach_cm == 0 || symbol->reach_cm < report->reach_cm)
        report->reach_cm = symbol->reach_cm;
}

/* Adds a line for each character that would be an empty frame. */
static void
list_missing(struct draw_fonts *fonts, const struct layout *layout, GString *missing)
{
    for (size_t i = 0; i < layout->n_runs; i++) {
        const char *next;

        for (const char *c = layout->runs[i].text; *c != '\0'; c = next) {
            next = g_utf8_find_next_char(c, NULL);
            if (!draw_fonts_have(fonts, g_utf8_get_char(c))) {
                g_string_append_c(missing, '\n');
                g_string_append_printf(missing, _("%s, %s: the character %.*s (U+%04X)"),
                                       name_of(layout), layout->runs[i].what, (int)(next - c), c,
                                       g_utf8_get_char(c));
            }
        }
    }
}

static bool
none_missing(const GString *missing, GError **error)
{
    if (missing->len == 0)
        return true;
    return err_set(error, ERR_REFUSED,
                   _("Nothing was printed, because no installed font has these characters. Write "
                     "the names differently, or install a font that has them (on Debian: apt "
                     "install fonts-hanazono).%s"),
                   missing->str);
}

/* One layout with the symbols of its squares. */
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
sticker_make(struct draw_fonts *fonts, const struct layout_source *source, size_t i, double dpi,
             struct paper_report *report, struct sticker *sticker, GError **error)
{
    const struct fit_measure measure = draw_fonts_measure(fonts);

    if (!source->make(source->with, i, &measure, &sticker->layout, error))
        return false;
    note_cuts(report, &sticker->layout);
    return fit_symbols(sticker, dpi, report, error);
}

static bool
print_all(struct draw_fonts *fonts, struct draw_pdf *pdf, const struct paper_run *run,
          struct paper_report *report, GError **error)
{
    const size_t n = run->source.n, page = sheet_stickers(run->sheet);
    g_autoptr(GString) missing = g_string_new(NULL);

    for (size_t i = 0; i < n; i++) {
        struct sheet_place place = sheet_place(run->sheet, i);
        struct sticker sticker = {0};
        bool ok = sticker_make(fonts, &run->source, i, PDF_DPI, report, &sticker, error);

        if (ok) {
            list_missing(fonts, &sticker.layout, missing);
            draw_pdf_layout(pdf, &sticker.layout, sticker.symbols, place.x, place.y);
        }
        sticker_clear(&sticker);
        if (!ok)
            return false;
        if ((i + 1) % page == 0 || i + 1 == n)
            draw_pdf_end_page(pdf);
        if (run->progress != NULL)
            run->progress(run->with, i + 1, n);
    }
    report->pages = sheet_pages(run->sheet, n);
    return none_missing(missing, error) && draw_pdf_finish(pdf, error);
}

static bool
check_source(const struct layout_source *source, GError **error)
{
    return source->n > 0 || err_set(error, ERR_INPUT, _("There is nothing to print"));
}

bool
paper_pdf(const char *path, const struct paper_run *run, struct paper_report *report,
          GError **error)
{
    struct making making;
    const struct draw_sink sink = {append, &making};
    struct draw_fonts *fonts;
    bool ok = false;

    if (!check_source(&run->source, error))
        return false;
    fonts = draw_fonts_open(error);
    if (fonts == NULL)
        return false;
    if (begin(&making, path, error)) {
        struct draw_pdf *pdf = draw_pdf_new(fonts, run->sheet->page_width, run->sheet->page_height,
                                            run->moment, &sink);

        ok = print_all(fonts, pdf, run, report, error);
        draw_pdf_free(pdf);
        ok = end(&making, ok, error);
    }
    draw_fonts_close(fonts);
    return ok;
}

static bool
picture(struct draw_fonts *fonts, const char *path, const struct layout_source *source, double dpi,
        struct paper_report *report, GError **error)
{
    g_autoptr(GString) missing = g_string_new(NULL);
    struct sticker sticker = {0};
    struct making making;
    const struct draw_sink sink = {append, &making};
    bool ok = sticker_make(fonts, source, 0, dpi, report, &sticker, error);

    if (ok)
        list_missing(fonts, &sticker.layout, missing);
    ok = ok && none_missing(missing, error) && begin(&making, path, error) &&
         end(&making, draw_png(fonts, &sticker.layout, sticker.symbols, dpi, &sink, error), error);
    sticker_clear(&sticker);
    return ok;
}

bool
paper_png(const char *path, const struct layout_source *source, double dpi,
          struct paper_report *report, GError **error)
{
    struct draw_fonts *fonts;
    bool ok;

    if (!(dpi >= LEAST_DPI && dpi <= MOST_DPI))
        return err_set(error, ERR_INPUT, _("A picture has %d to %d dots an inch, not %.0f"),
                       LEAST_DPI, MOST_DPI, dpi);
    if (!check_source(source, error))
        return false;
    fonts = draw_fonts_open(error);
    if (fonts == NULL)
        return false;
    ok = picture(fonts, path, source, dpi, report, error);
    draw_fonts_close(fonts);
    return ok;
}
