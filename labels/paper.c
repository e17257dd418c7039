#include "labels/paper.h"

#include <errno.h>
#include <fcntl.h>
#include <string.h>
#include <unistd.h>

#include <glib/gstdio.h>

#include "base/words.h"
#include "labels/draw.h"
#include "labels/layout.h"
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

static void
note_cuts(struct paper_report *report, const struct label *label, const struct layout *layout)
{
    char code[BOXCODE_PRINT_SIZE];

    for (int line = 0; line < LABEL_LINES; line++)
        if (layout->cut & 1u << line)
            note(report, g_strdup_printf(_("Box %s: the %s is too long for the label and is "
                                           "shortened there"),
                                         boxcode_format(label->code, code),
                                         label_line_word((enum label_line)line)));
}

static void
note_reach(struct paper_report *report, const struct label *label, const struct symbol *symbol)
{
    char code[BOXCODE_PRINT_SIZE];

    if (!symbol->far)
        note(report, g_strdup_printf(_("Box %s: the QR code has to be read from %d cm or nearer; a "
                                       "shorter host name would help"),
                                     boxcode_format(label->code, code), symbol->reach_cm));
    if (report->reach_cm == 0 || symbol->reach_cm < report->reach_cm)
        report->reach_cm = symbol->reach_cm;
}

/* Adds a line for each character of a text that would be an empty frame. */
static void
list_missing(struct draw_fonts *fonts, const struct label *label, enum label_line line,
             GString *missing)
{
    g_autofree char *text = label_line_text(label, line);
    char code[BOXCODE_PRINT_SIZE];

    for (const char *c = text; c != NULL && *c != '\0'; c = g_utf8_find_next_char(c, NULL)) {
        gunichar character = g_utf8_get_char(c);
        int length = (int)(g_utf8_find_next_char(c, NULL) - c);

        if (!draw_fonts_have(fonts, character)) {
            g_string_append_c(missing, '\n');
            g_string_append_printf(missing, _("Box %s, %s: %.*s (U+%04X)"),
                                   boxcode_format(label->code, code), label_line_word(line), length,
                                   c, character);
        }
    }
}

static bool
check_labels(struct draw_fonts *fonts, const struct label *labels, size_t n, GError **error)
{
    g_autoptr(GString) missing = g_string_new(NULL);

    for (size_t i = 0; i < n; i++) {
        if (!label_check(&labels[i], error))
            return false;
        for (int line = 0; line < LABEL_LINES; line++)
            list_missing(fonts, &labels[i], (enum label_line)line, missing);
    }
    if (missing->len == 0)
        return true;
    return err_set(error, ERR_REFUSED,
                   _("Nothing was printed, because no installed font has these characters. Write "
                     "the names differently, or install a font that has them (on Debian: apt "
                     "install fonts-hanazono).%s"),
                   missing->str);
}

/* Layout and symbol of one label; the layout is the caller's to clear in any case. */
static bool
prepare(const struct fit_measure *measure, const struct sheet *sheet, const struct label *label,
        double dpi, struct paper_report *report, struct layout *layout, struct symbol *symbol,
        GError **error)
{
    g_autofree char *url = boxcode_url(label->host, label->code, (struct boxcode_nonce){0});
    struct symbol_room room = {.dpi = dpi};

    if (!layout_label(label, sheet->width, sheet->height, measure, layout, error))
        return false;
    room.side = layout->qr_side;
    if (!symbol_fit(url, &room, symbol, error))
        return false;
    note_cuts(report, label, layout);
    note_reach(report, label, symbol);
    return true;
}

static bool
print_one(struct draw_fonts *fonts, struct draw_pdf *pdf, const struct paper_run *run, size_t i,
          struct paper_report *report, GError **error)
{
    const struct fit_measure measure = draw_fonts_measure(fonts);
    struct sheet_place place = sheet_place(run->sheet, i);
    struct layout layout = {0};
    struct symbol symbol;
    bool ok =
        prepare(&measure, run->sheet, &run->labels[i], PDF_DPI, report, &layout, &symbol, error);

    if (ok)
        draw_pdf_label(pdf, &layout, &symbol, place.x, place.y);
    layout_clear(&layout);
    return ok;
}

static bool
print_all(struct draw_fonts *fonts, struct draw_pdf *pdf, const struct paper_run *run,
          struct paper_report *report, GError **error)
{
    size_t page = sheet_stickers(run->sheet);

    for (size_t i = 0; i < run->n; i++) {
        if (!print_one(fonts, pdf, run, i, report, error))
            return false;
        if ((i + 1) % page == 0 || i + 1 == run->n)
            draw_pdf_end_page(pdf);
        if (run->progress != NULL)
            run->progress(run->with, i + 1, run->n);
    }
    report->pages = sheet_pages(run->sheet, run->n);
    return draw_pdf_finish(pdf, error);
}

static bool
print_file(struct draw_fonts *fonts, const char *path, const struct paper_run *run,
           struct paper_report *report, GError **error)
{
    struct making making;
    const struct draw_sink sink = {append, &making};
    struct draw_pdf *pdf;
    bool ok;

    if (!begin(&making, path, error))
        return false;
    pdf = draw_pdf_new(fonts, run->sheet->page_width, run->sheet->page_height, run->moment, &sink);
    ok = print_all(fonts, pdf, run, report, error);
    draw_pdf_free(pdf);
    return end(&making, ok, error);
}

bool
paper_pdf(const char *path, const struct paper_run *run, struct paper_report *report,
          GError **error)
{
    struct draw_fonts *fonts;
    bool ok;

    if (run->n == 0)
        return err_set(error, ERR_INPUT, _("There are no boxes to print labels for"));
    fonts = draw_fonts_open(error);
    if (fonts == NULL)
        return false;
    ok = check_labels(fonts, run->labels, run->n, error) &&
         print_file(fonts, path, run, report, error);
    draw_fonts_close(fonts);
    return ok;
}

static bool
picture_file(struct draw_fonts *fonts, const char *path, const struct layout *layout,
             const struct symbol *symbol, double dpi, GError **error)
{
    struct making making;
    const struct draw_sink sink = {append, &making};

    if (!begin(&making, path, error))
        return false;
    return end(&making, draw_png(fonts, layout, symbol, dpi, &sink, error), error);
}

bool
paper_png(const char *path, const struct sheet *sheet, const struct label *label, double dpi,
          struct paper_report *report, GError **error)
{
    struct draw_fonts *fonts;
    struct fit_measure measure;
    struct layout layout = {0};
    struct symbol symbol;
    bool ok;

    if (!(dpi >= LEAST_DPI && dpi <= MOST_DPI))
        return err_set(error, ERR_INPUT, _("A picture has %d to %d dots an inch, not %.0f"),
                       LEAST_DPI, MOST_DPI, dpi);
    fonts = draw_fonts_open(error);
    if (fonts == NULL)
        return false;
    measure = draw_fonts_measure(fonts);
    ok = check_labels(fonts, label, 1, error) &&
         prepare(&measure, sheet, label, dpi, report, &layout, &symbol, error) &&
         picture_file(fonts, path, &layout, &symbol, dpi, error);
    layout_clear(&layout);
    draw_fonts_close(fonts);
    return ok;
}
