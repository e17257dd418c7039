/* medbox printer … */

#include <math.h>
#include <string.h>

#include "base/words.h"
#include "cli/format.h"
#include "cli/output.h"
#include "cli/press.h"
#include "cli/sheets.h"
#include "cli/verb.h"
#include "labels/layout_ruler.h"
#include "scanner/clean.h"

#define PAGE "A4 1x1 210x297" /* that is measured where the printer has no sheet of its own */

static const struct rows_column columns[] = {
    {"name", N_("Printer"), ROWS_LEFT},
    {"language", N_("Speaks"), ROWS_LEFT},
    {"dpi", N_("Dots an inch"), ROWS_RIGHT},
    {"sheet", N_("Sheet"), ROWS_LEFT},
    {"x_um", NULL, ROWS_RIGHT},
    {"y_um", NULL, ROWS_RIGHT},
    {"scale_x", NULL, ROWS_RIGHT},
    {"scale_y", NULL, ROWS_RIGHT},
    {NULL, N_("Corrected by"), ROWS_LEFT},
    {"queue", N_("Queue"), ROWS_LEFT},
    {NULL, NULL, ROWS_LEFT},
};

/* "+1.5 mm, -0.2 mm, × 100.30 %, 100.00 %"; "" where nothing is corrected. */
static char *
correction(const struct printer *printer)
{
    if (printer->x == 0 && printer->y == 0 && printer->scale_x == 1000000 &&
        printer->scale_y == 1000000)
        return g_strdup("");
    return g_strdup_printf("%+.2f, %+.2f mm; × %.2f, %.2f %%", printer->x / 1e3, printer->y / 1e3,
                           printer->scale_x / 1e4, printer->scale_y / 1e4);
}

static bool
run_list(struct face *face, GError **error)
{
    g_autoptr(GPtrArray) printers = NULL;
    struct rows *rows;

    if (!printer_list(face->inventory, &printers, error))
        return false;
    rows = rows_new(columns, answer_utc_offset(face->answer));
    for (guint i = 0; i < printers->len; i++) {
        const struct printer *printer = printers->pdata[i];
        g_autofree char *corrected = correction(printer);

        rows_text(rows, printer->name);
        rows_text(rows, printer->language);
        rows_number(rows, printer->dpi);
        rows_text(rows, printer->sheet);
        rows_number(rows, printer->x);
        rows_number(rows, printer->y);
        rows_number(rows, printer->scale_x);
        rows_number(rows, printer->scale_y);
        rows_text(rows, corrected);
        rows_text(rows, printer->queue);
    }
    answer_rows(face->answer, "rows", rows,
                _("There are no printers yet. Tell of one with “medbox printer set NAME”."));
    return true;
}

static bool
speaks_raw(const struct printer *printer)
{
    enum draw_format format;

    return format_parse(printer->language, &format) && format_is_raw(format);
}

/* The page that labels for a printer are printed on. */
static bool
page_of(struct face *face, const struct printer *printer, struct sheet *sheet, GError **error)
{
    return sheets_find(face, printer->sheet[0] != '\0' ? printer->sheet : PAGE, speaks_raw(printer),
                       sheet, error);
}

static void
take_tune(struct printer *printer, const struct sheet_tune *tune)
{
    printer->x = (int32_t)lround(tune->x * 1e3);
    printer->y = (int32_t)lround(tune->y * 1e3);
    printer->scale_x = (int32_t)lround(tune->scale_x * 1e6);
    printer->scale_y = (int32_t)lround(tune->scale_y * 1e6);
}

/* "20,190,30,265": where the four marks of the page to measure by were found. */
static bool
set_measured(struct face *face, struct printer *printer, GError **error)
{
    const char *text = face_text(face, "measured");
    g_autofree char *plain = text != NULL ? clean_typed(text) : g_strdup("");
    g_auto(GStrv) parts = g_strsplit(plain, ",", 0);
    double mm[4];
    struct sheet sheet;
    struct sheet_tune tune;

    if (text == NULL)
        return true;
    for (guint i = 0; i < g_strv_length(parts) || i < 4; i++) {
        char *end = NULL;

        if (i < 4 && parts[i] != NULL)
            mm[i] = g_ascii_strtod(parts[i], &end);
        if (end == NULL || end == parts[i] || *end != '\0')
            return err_set(error, ERR_INPUT,
                           _("--measured takes the four distances A,B,C,D in mm, as "
                             "20.5,190,30,266; not “%s”"),
                           text);
    }
    if (!page_of(face, printer, &sheet, error) ||
        !layout_ruler_tune(sheet.page_width, sheet.page_height,
                           &(struct ruler_marks){mm[0], mm[1], mm[2], mm[3]}, &tune, error))
        return false;
    take_tune(printer, &tune);
    return true;
}

static bool
set_correction(struct face *face, struct printer *printer, GError **error)
{
    double pair[2];

    if (face_has(face, "measured") && (face_has(face, "offset") || face_has(face, "scale")))
        return face_usage(face, error,
                          _("--measured gives offset and scale: leave out --offset and --scale"));
    if (face_has(face, "offset")) {
        if (!press_pair("offset", face_text(face, "offset"), pair, error))
            return false;
        printer->x = (int32_t)lround(CLAMP(pair[0], -1e3, 1e3) * 1e3);
        printer->y = (int32_t)lround(CLAMP(pair[1], -1e3, 1e3) * 1e3);
    }
    if (face_has(face, "scale")) {
        if (!press_pair("scale", face_text(face, "scale"), pair, error))
            return false;
        printer->scale_x = (int32_t)lround(CLAMP(pair[0], 0, 1e3) * 1e4);
        printer->scale_y = (int32_t)lround(CLAMP(pair[1], 0, 1e3) * 1e4);
    }
    return set_measured(face, printer, error);
}

/* The sheet under its own name, however it was written. */
static bool
set_sheet(struct face *face, struct printer *printer, GError **error)
{
    const char *name = face_text(face, "sheet");
    struct sheet sheet;

    if (name == NULL || name[0] == '\0') {
        face_take_text(face, "sheet", &printer->sheet);
        return true;
    }
    if (!sheets_find(face, name, speaks_raw(printer), &sheet, error))
        return false;
    g_free(printer->sheet);
    printer->sheet = g_strdup(sheet.name);
    return true;
}

/* What is kept of a printer is for what is usually in it: can labels be of use there? */
static bool
check_correction(struct face *face, const struct printer *printer, GError **error)
{
    const struct sheet_tune tune = {printer->x / 1e3, printer->y / 1e3, printer->scale_x / 1e6,
                                    printer->scale_y / 1e6};
    g_autofree char *notice = NULL;
    struct sheet sheet;

    if (printer->sheet[0] == '\0')
        return true;
    if (!page_of(face, printer, &sheet, error) ||
        !sheet_check_tune(&sheet, &tune, false, &notice, error))
        return false;
    if (notice != NULL)
        answer_notice(face->answer, "%s", notice);
    return true;
}

static bool
set_fields(struct face *face, struct printer *printer, bool is_new, GError **error)
{
    enum draw_format format;

    face_take_text(face, "queue", &printer->queue);
    face_take_text(face, "language", &printer->language);
    if (!format_parse(printer->language, &format))
        return format_unknown(printer->language, error);
    g_free(printer->language);
    printer->language = g_strdup(draw_name(format));
    if (is_new)
        printer->dpi = format_usual_dpi(format);
    face_take_number(face, "dpi", &printer->dpi);
    return set_sheet(face, printer, error) && set_correction(face, printer, error) &&
           check_correction(face, printer, error);
}

/* The printer as it is kept, or a new one. */
static bool
find_or_new(struct face *face, struct printer **printer, bool *is_new, GError **error)
{
    g_autoptr(GError) why = NULL;

    *is_new = false;
    if (printer_find(face->inventory, face->args[0], printer, &why))
        return true;
    if (!g_error_matches(why, ERR, ERR_MISSING)) {
        g_propagate_error(error, g_steal_pointer(&why));
        return false;
    }
    *is_new = true;
    *printer = printer_new(face->args[0]);
    return true;
}

static bool
run_set(struct face *face, GError **error)
{
    struct printer *printer = NULL;
    bool is_new, ok = find_or_new(face, &printer, &is_new, error) &&
                      set_fields(face, printer, is_new, error) &&
                      printer_set(face->inventory, printer, error);

    if (ok) {
        g_autofree char *corrected = correction(printer);

        answer_text(face->answer, "name", printer->name);
        answer_say(face->answer, _("The printer %s: %s, %d dpi."), printer->name, printer->language,
                   printer->dpi);
        if (corrected[0] != '\0')
            answer_say(face->answer, _("Its pages are corrected by %s."), corrected);
        else
            answer_say(face->answer,
                       _("To have its labels land on the stickers: medbox printer measure %s -o "
                         "page.%s"),
                       printer->name, printer->language);
    }
    printer_free(printer);
    return ok;
}

static bool
run_remove(struct face *face, GError **error)
{
    if (!printer_remove(face->inventory, face->args[0], error))
        return false;
    answer_text(face->answer, "name", face->args[0]);
    answer_say(face->answer, _("The printer %s is forgotten."), face->args[0]);
    return true;
}

struct ruler {
    const char *printer;
    const struct sheet *sheet;
};

static bool
make_ruler(const void *with, size_t i, const struct fit_measure *measure, struct layout *layout,
           GError **error)
{
    const struct ruler *ruler = with;

    (void)i;
    return layout_ruler(ruler->printer, ruler->sheet->page_width, ruler->sheet->page_height,
                        measure, layout, error);
}

/* How the page gets to the printer. */
static void
say_measure(struct face *face, const struct printer *printer)
{
    const char *file = face_text(face, "output");
    const char *queue = printer->queue[0] != '\0' ? printer->queue : printer->name;

    answer_text(face->answer, "file", file);
    if (speaks_raw(printer))
        answer_say(face->answer, _("Print it as it is: lp -d %s -o raw %s"), queue, file);
    answer_say(face->answer,
               _("Print %s at 100 %%, measure the marks A, B, C and D from the edge of the paper, "
                 "and give what you found: medbox printer set %s --measured A,B,C,D"),
               file, printer->name);
}

/* The page as the printer prints it uncorrected, in what it speaks: what it does by itself is
 * measured. */
static bool
run_measure(struct face *face, GError **error)
{
    const char *file = face_text(face, "output");
    struct printer *printer = NULL;
    struct paper_report report = {0};
    struct sheet page, whole;
    struct ruler ruler;
    struct paper_run run = {.sheet = &whole, .moment = face->now};
    bool there = g_file_test(file, G_FILE_TEST_EXISTS);
    bool ok = printer_find(face->inventory, face->args[0], &printer, error) &&
              (format_parse(printer->language, &run.format) ||
               format_unknown(printer->language, error)) &&
              format_check_ending(file, run.format, error) &&
              output_check(file, draw_name(run.format), face->db, error) &&
              page_of(face, printer, &page, error);

    if (ok) {
        whole = (struct sheet){.page_width = page.page_width,
                               .page_height = page.page_height,
                               .columns = 1,
                               .rows = 1,
                               .width = page.page_width,
                               .height = page.page_height};
        ruler = (struct ruler){printer->name, &whole};
        run.dpi = printer->dpi;
        run.source = (struct layout_source){.n = 1, .make = make_ruler, .with = &ruler};
        ok = paper_print(file, &run, &report, error);
    }
    if (ok) {
        output_say_replaced(face, file, there);
        say_measure(face, printer);
    }
    paper_report_clear(&report);
    printer_free(printer);
    return ok;
}

static const struct verb_option set_options[] = {
    {.name = "queue", .value = N_("QUEUE"), .meaning = N_("what CUPS calls it, if not the same")},
    {.name = "language", .value = N_("FORMAT"), .meaning = N_("what it is sent (pdf)")},
    {.name = "dpi",
     .kind = VERB_NUMBER,
     .value = N_("N"),
     .meaning = N_("its dots an inch (203 for a label printer, else 300)"),
     .low = 72,
     .high = 1200},
    {.name = "sheet", .value = N_("SHEET"), .meaning = N_("what is usually in it")},
    {.name = "measured",
     .value = "A,B,C,D",
     .meaning = N_("where the marks of “printer measure” were found, mm")},
    {.name = "offset", .value = "X,Y", .meaning = N_("moves all of it, mm right and down")},
    {.name = "scale", .value = "X,Y", .meaning = N_("stretches the distances, in per cent")},
    {0},
};

static const struct verb_option measure_options[] = {
    {.name = "output",
     .letter = 'o',
     .value = N_("FILE"),
     .meaning = N_("where to write it"),
     .needed = true},
    {0},
};

const struct verb verb_printer[] = {
    {.name = "printer",
     .sub = "list",
     .usage = "",
     .help = N_("Lists the printers that are known."),
     .run = run_list},
    {.name = "printer",
     .sub = "set",
     .usage = N_("NAME [--language FORMAT] [--dpi N] [--sheet SHEET] [--measured A,B,C,D] …"),
     .help = N_("Tells of a printer: what it speaks, what is in it, what has to be corrected."),
     .options = set_options,
     .least = 1,
     .most = 1,
     .run = run_set},
    {.name = "printer",
     .sub = "measure",
     .usage = N_("NAME -o FILE.pdf"),
     .help = N_("Draws a page to measure a printer by."),
     .options = measure_options,
     .least = 1,
     .most = 1,
     .run = run_measure},
    {.name = "printer",
     .sub = "remove",
     .usage = N_("NAME"),
     .help = N_("Forgets a printer."),
     .least = 1,
     .most = 1,
     .run = run_remove},
    {0},
};
