#include "cli/press.h"

#include <math.h>
#include <string.h>
#include <unistd.h>

#include "base/words.h"
#include "cli/format.h"
#include "cli/output.h"
#include "cli/sheets.h"
#include "cli/stop.h"
#include "cli/verb.h"
#include "scanner/clean.h"

#define ROLL_MOST 140 /* mm: a page narrower than this is a label, not paper */
#define PERCENT_LEAST 90
#define PERCENT_MOST 110

bool
press_pair(const char *option, const char *text, double pair[2], GError **error)
{
    g_autofree char *plain = clean_typed(text);
    char *end = NULL;

    pair[0] = g_ascii_strtod(plain, &end);
    if (end != plain && *end == ',') {
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

/* A plain page, as posters and cards are printed on. */
static bool
is_page(const struct sheet *sheet)
{
    return sheet_stickers(sheet) == 1 && sheet->width == sheet->page_width &&
           sheet->height == sheet->page_height && fmin(sheet->width, sheet->height) >= ROLL_MOST;
}

/* What is usually in the printer, where that is of use: stickers are none for what goes on paper (roll is
 * NULL), which is told. NULL in *name where it isn't. */
static bool
usual_sheet(const struct press *press, const char *standard, const char *roll, const char **name,
            GError **error)
{
    const char *usual = press->printer != NULL ? press->printer->sheet : "";
    const bool raw = format_is_raw(press->format);
    struct sheet sheet;

    *name = NULL;
    if (usual[0] == '\0')
        return true;
    if (!sheets_find(press->face, usual, raw, &sheet, error))
        return false;
    if (roll != NULL || is_page(&sheet))
        *name = usual;
    else if (!raw)
        answer_notice(
            press->face->answer,
            _("this is for plain paper, the sheet %s; in %s there is usually %s: lay paper "
              "in, or say another with --sheet"),
            standard, press->printer->name, usual);
    return true;
}

static bool
read_sheet(struct press *press, const char *standard, const char *roll, GError **error)
{
    const char *name = face_text(press->face, "sheet");
    g_autofree char *notice = NULL;
    struct sheet_tune tune;
    double bleed = (double)face_number(press->face, "bleed", 0);

    if (name == NULL && !usual_sheet(press, standard, roll, &name, error))
        return false;
    if (name == NULL)
        name = format_is_raw(press->format) ? roll : standard;
    if (name == NULL)
        return format_for_pages(press->format, standard, error);
    if (!sheets_find(press->face, name, format_is_raw(press->format), &press->sheet, error) ||
        !read_tune(press, &tune, error) || !check_shift(&tune, error))
        return false;
    if (format_is_raw(press->format) && sheet_stickers(&press->sheet) > 1)
        return err_set(error, ERR_INPUT,
                       _("a label printer prints one sticker after another: say which, as --sheet "
                         "60x40"));
    if (!check_margins(press, bleed, error))
        return false;
    press->sheet_name = press->sheet.name[0] != '\0' ? press->sheet.name : name;
    press->bleed = bleed;
    press->sheet = layout_sheet_bled(&press->sheet, bleed);
    if (!sheet_check_tune(&press->sheet, &tune, face_has(press->face, "outline"), &notice, error))
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

bool
press_is_stdout(const struct press *press)
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

    if (press_is_stdout(press)
            ? !check_stdout(face, error)
            : file != NULL && !output_check(file, draw_name(press->format), face->db, error))
        return false;
    return preview == NULL || (format_check_ending(preview, DRAW_PNG, error) &&
                               output_check(preview, draw_name(DRAW_PNG), face->db, error));
}

bool
press_open(struct face *face, const char *standard, const char *roll, struct press *press,
           GError **error)
{
    static const char *const ways[] = {"output", "printer", "preview", NULL};
    const char *printer = face_text(face, "printer");

    *press = (struct press){.face = face, .open = true};
    stop_begin();
    if (face_given(face, ways) == 0)
        return face_usage(face, error,
                          _("say where it goes: -o FILE, --printer NAME, or --preview FILE.png to "
                            "look at it first"));
    if (printer != NULL && !printer_find(face->inventory, printer, &press->printer, error))
        return false;
    if (!format_choose(press->face, press->printer, &press->format, error) ||
        !check_files(press, error))
        return false;
    press->dpi = (int)face_number(face, "dpi",
                                  press->printer != NULL ? press->printer->dpi
                                                         : format_usual_dpi(press->format));
    return read_sheet(press, standard, roll, error);
}

void
press_close(struct press *press)
{
    if (press->kept) {
        answer_text(press->face->answer, "file", face_text(press->face, "output"));
        output_say_replaced(press->face, press->replaced, press->replaced_n);
    }
    making_free(press->made);
    g_free(press->replaced);
    paper_report_clear(&press->report);
    printer_free(press->printer);
    if (press->open)
        stop_end();
}

bool
press_is_preview(const struct press *press)
{
    return face_has(press->face, "preview");
}

bool
press_is_paper(const struct face *face)
{
    return !face_has(face, "preview") && !face_has(face, "output");
}
