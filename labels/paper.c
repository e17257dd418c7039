#include "labels/paper.h"

#include <string.h>

#include "base/limits.h"
#include "base/words.h"
#include "labels/draw.h"
#include "labels/fonts.h"
#include "labels/joined.h"
#include "labels/remarks.h"
#include "labels/symbol.h"

#define USUAL_DPI 300 /* whole dots here are whole dots on printers of 300, 600 and 1200 */
#define MM_PER_INCH 25.4
#define LEAST_DPI 72
#define MOST_DPI 1200
#define NOTED_NAMED 3    /* of how many labels a note gives the names, */
#define REFUSED_NAMED 20 /* and a refusal, after which each of them has to be looked at */

void
paper_report_clear(struct paper_report *report)
{
    g_clear_pointer(&report->notes, g_ptr_array_unref);
    *report = (struct paper_report){0};
}

static void
remark_joined(struct remarks *remarks, const struct layout *layout, const struct layout_run *run,
              const struct fit_measure *measure)
{
    g_autofree char *text = NULL;

    if (!joined_apart(run->text, measure))
        return;
    text = g_strdup_printf(_("no font has a joined sign of the %s, such as a family or a flag, in "
                             "one picture: its parts stand side by side"),
                           run->what);
    remarks_add(remarks, layout_name(layout), text);
}

static void
remark_layout(struct remarks *remarks, const struct layout *layout,
              const struct fit_measure *measure)
{
    const char *name = layout_name(layout);

    for (size_t i = 0; i < layout->n_runs; i++)
        remark_joined(remarks, layout, &layout->runs[i], measure);

    for (size_t i = 0; i < layout->n_runs; i++)
        if (layout->runs[i].cut) {
            g_autofree char *text = g_strdup_printf(
                _("the %s is too long for its place and is shortened there"), layout->runs[i].what);

            remarks_add(remarks, name, text);
        }
    for (size_t i = 0; i < layout->n_notes; i++)
        remarks_add(remarks, name, layout->notes[i]);
}

static void
remark_reach(struct remarks *remarks, const struct layout *layout,
             const struct layout_symbol *square, const struct symbol_room *room,
             const struct symbol *symbol)
{
    g_autofree char *text = NULL;
    size_t host;

    if (symbol->far || symbol->reach_cm >= SYMBOL_USUAL_CM)
        return;
    host = symbol_shorter_host(square->text, room, symbol);
    if (host > 0)
        text =
            g_strdup_printf(_("the QR code has to be read from %d cm or nearer; with a host name "
                              "of %zu characters or fewer its squares would be larger"),
                            symbol->reach_cm, host);
    else if (strstr(square->text, "://") != NULL)
        text = g_strdup_printf(_("the QR code has to be read from %d cm or nearer; a larger label "
                                 "would help"),
                               symbol->reach_cm);
    else
        text = g_strdup_printf(_("the QR code has to be read from %d cm or nearer; a larger sheet "
                                 "would help"),
                               symbol->reach_cm);
    remarks_add(remarks, layout_name(layout), text);
}

/* The symbol that has to be read from nearest is the one that is told. */
static void
report_reach(struct paper_report *report, const struct symbol *symbol)
{
    if (report->reach_cm != 0 && symbol->reach_cm >= report->reach_cm)
        return;
    report->reach_cm = symbol->reach_cm;
    report->version = symbol->version;
    report->level = symbol->level;
    report->module = symbol->module;
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

/* A run on its way to paper. */
struct printing {
    struct fonts *fonts;
    const struct paper_run *run;
    double dpi;
    const char *path;
    struct making *making; /* NULL for a preview */
    struct sink sink;
    struct draw *draw; /* of the file that is being made */
    struct paper_report *report;
    struct remarks *remarks;
    struct remarks *refused; /* why layouts could not be made; NULL as long as all could */
    GHashTable *seen;        /* char *: each character that no font has, */
    GString *missing;        /* and the lines of them */
};

static struct sheet_place
place_of(const struct paper_run *run, size_t i)
{
    return sheet_place(run->sheet, run->first % sheet_stickers(run->sheet) + i);
}

static size_t
pages_of(const struct paper_run *run)
{
    return place_of(run, run->source.n - 1).page + 1;
}

static bool
fit_symbols(struct printing *printing, struct sticker *sticker, GError **error)
{
    const struct layout *layout = &sticker->layout;

    sticker->symbols = g_new(struct symbol, layout->n_symbols);
    for (size_t i = 0; i < layout->n_symbols; i++) {
        const struct layout_symbol *square = &layout->symbols[i];
        const struct symbol_room room = {square->side, printing->dpi, square->far_cm};

        if (!symbol_fit(square->text, &room, &sticker->symbols[i], error))
            return false;
        remark_reach(printing->remarks, layout, square, &room, &sticker->symbols[i]);
        report_reach(printing->report, &sticker->symbols[i]);
    }
    return true;
}

/* Lists its missing characters; each once, however many copies are printed. */
static void
list_missing(struct printing *printing, const struct layout *layout)
{
    g_autoptr(GPtrArray) lines = g_ptr_array_new();

    fonts_list_missing(printing->fonts, layout, lines);
    for (guint i = 0; i < lines->len; i++)
        if (!g_hash_table_contains(printing->seen, lines->pdata[i])) {
            g_string_append_printf(printing->missing, "\n%s", (const char *)lines->pdata[i]);
            g_hash_table_add(printing->seen, lines->pdata[i]);
        } else {
            g_free(lines->pdata[i]);
        }
}

/* What is refused of one layout alone is told with that of the others, when all were looked at. */
static bool
put_off(struct printing *printing, const struct layout *layout, GError *why, GError **error)
{
    if (layout->name == NULL || !g_error_matches(why, ERR, ERR_REFUSED)) {
        g_propagate_error(error, why);
        return false;
    }
    if (printing->refused == NULL)
        printing->refused = remarks_new();
    remarks_add(printing->refused, layout->name, why->message);
    g_error_free(why);
    return true;
}

/* The caller clears the sticker in any case. */
static bool
sticker_make(struct printing *printing, size_t i, struct sticker *sticker, GError **error)
{
    const struct layout_source *source = &printing->run->source;
    const struct fit_measure measure = fonts_measure(printing->fonts);
    GError *why = NULL;

    if (!source->make(source->with, i, &measure, &sticker->layout, &why))
        return put_off(printing, &sticker->layout, why, error);
    remark_layout(printing->remarks, &sticker->layout, &measure);
    list_missing(printing, &sticker->layout);
    return fit_symbols(printing, sticker, error);
}

/* --------------------------------------------------------------------------------------- files */

char *
paper_page_path(const char *path, size_t page, size_t pages)
{
    const char *folder = strrchr(path, '/'), *end = strrchr(path, '.');
    g_autofree char *last = g_strdup_printf("%zu", pages);

    if (pages <= 1)
        return g_strdup(path);
    if (end == NULL || (folder != NULL && end < folder))
        end = path + strlen(path);
    return g_strdup_printf("%.*s-%0*zu%s", (int)(end - path), path, (int)strlen(last), page + 1,
                           end);
}

/* A page begins: its file too, where it has one of its own or is the first. */
static bool
begin_page(struct printing *printing, size_t page, GError **error)
{
    const struct paper_run *run = printing->run;
    const struct draw_job job = {
        .format = run->format,
        .width = run->sheet->page_width,
        .height = run->sheet->page_height,
        .bleed = run->bleed,
        .dpi = printing->dpi,
        .copies = run->copies,
        .moment = run->moment,
        .language = run->language != NULL ? run->language : "zh-CN",
    };
    g_autofree char *path =
        paper_page_path(printing->path, page, draw_one_page(run->format) ? pages_of(run) : 1);

    if (printing->making == NULL || printing->draw != NULL)
        return true;
    if (!making_begin(printing->making, path, error))
        return false;
    printing->sink = (struct sink){.write = making_write, .to = printing->making};
    printing->draw = draw_new(printing->fonts, &job, &printing->sink);
    return true;
}

static bool
end_file(struct printing *printing, GError **error)
{
    GError *why = NULL;
    bool drawn = draw_finish(printing->draw, &why);

    g_clear_pointer(&printing->draw, draw_free);
    if (!making_end(printing->making, error)) { /* which is why it could not be drawn */
        g_clear_error(&why);
        return false;
    }
    if (!drawn)
        g_propagate_error(error, why);
    return drawn;
}

static bool
end_page(struct printing *printing, bool last, GError **error)
{
    if (printing->draw == NULL)
        return true;
    draw_end_page(printing->draw);
    return !(last || draw_one_page(printing->run->format)) || end_file(printing, error);
}

/* ------------------------------------------------------------------------------------ printing */

static bool
print_one(struct printing *printing, size_t i, GError **error)
{
    const struct sheet_place place = place_of(printing->run, i);
    struct sticker sticker = {0};
    bool ok = sticker_make(printing, i, &sticker, error);

    if (ok && printing->draw != NULL && printing->refused == NULL) {
        fonts_frame_missing(printing->fonts, &sticker.layout);
        draw_layout(printing->draw, &sticker.layout, sticker.symbols, place.x, place.y);
    }
    sticker_clear(&sticker);
    return ok;
}

static bool
refuse_missing(const GString *missing, GError **error)
{
    return err_set(
        error, ERR_REFUSED,
        _("Nothing was printed, because these characters would not be seen on paper. "
          "Write the texts differently; rare hanzi and signs may be had from other fonts "
          "(on Debian: apt install fonts-hanazono fonts-symbola).%s"),
        missing->str);
}

static bool
refuse_layouts(const struct printing *printing, GError **error)
{
    g_autoptr(GPtrArray) said =
        remarks_say(printing->refused, printing->run->name_all ? G_MAXUINT : REFUSED_NAMED);
    g_autofree char *text = NULL;

    g_ptr_array_add(said, NULL);
    text = g_strjoinv("\n", (char **)said->pdata);
    return err_set(error, ERR_REFUSED, "%s", text);
}

static bool
print_all(struct printing *printing, GError **error)
{
    const struct paper_run *run = printing->run;
    const size_t n = run->source.n;

    for (size_t i = 0; i < n; i++) {
        const size_t page = place_of(run, i).page;
        const bool last = i + 1 == n;

        if (!begin_page(printing, page, error) || !print_one(printing, i, error) ||
            ((last || place_of(run, i + 1).page != page) && !end_page(printing, last, error)))
            return false;
        if (run->progress != NULL && !run->progress(run->with, i + 1, n))
            return err_set(error, ERR_REFUSED, _("stopped: nothing was printed"));
    }
    printing->report->pages = pages_of(run);
    if (printing->refused != NULL)
        return refuse_layouts(printing, error);
    return printing->missing->len == 0 || run->allow_missing ||
           refuse_missing(printing->missing, error);
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
    return check_dots(run, dpi, error);
}

/* Into files, or with no path nowhere. */
static bool
print(const char *path, const struct paper_run *run, struct making *making,
      struct paper_report *report, GError **error)
{
    struct printing printing = {.run = run,
                                .dpi = run->dpi == 0 ? USUAL_DPI : run->dpi,
                                .path = path,
                                .making = making,
                                .report = report};
    bool ok;

    if (!check_run(run, printing.dpi, error))
        return false;
    printing.fonts = fonts_open(error);
    if (printing.fonts == NULL)
        return false;
    printing.remarks = remarks_new();
    printing.seen = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
    printing.missing = g_string_new(NULL);
    ok = print_all(&printing, error);
    report->notes =
        ok ? remarks_say(printing.remarks, run->name_all ? G_MAXUINT : NOTED_NAMED) : NULL;
    draw_free(printing.draw);
    remarks_free(printing.remarks);
    g_clear_pointer(&printing.refused, remarks_free);
    g_hash_table_unref(printing.seen);
    g_string_free(printing.missing, TRUE);
    fonts_close(printing.fonts);
    return ok;
}

struct making *
paper_write(const char *path, const struct paper_run *run, struct paper_report *report,
            GError **error)
{
    struct making *making = making_new();

    if (!print(path, run, making, report, error))
        g_clear_pointer(&making, making_free);
    return making;
}

bool
paper_print(const char *path, const struct paper_run *run, struct paper_report *report,
            GError **error)
{
    struct making *making = paper_write(path, run, report, error);
    bool ok = making != NULL && making_keep(making, error);

    making_free(making);
    return ok;
}

bool
paper_preview(const struct paper_run *run, struct paper_report *report, GError **error)
{
    return print("", run, NULL, report, error);
}
