#include "cli/preview.h"

#include <math.h>

#include "base/words.h"
#include "labels/layout_sheet.h"
#include "labels/paper.h"

#define PICTURE_DPI 150

void
preview_say_symbol(struct face *face, const struct paper_report *report)
{
    struct answer *answer = face->answer;
    const char level[] = {symbol_level_letter(report->level), '\0'};

    if (report->reach_cm == 0)
        return;
    answer_number(answer, "version", report->version);
    answer_text(answer, "level", level);
    answer_number(answer, "module_um", lround(report->module * 1000));
    answer_number(answer, "reach_cm", report->reach_cm);
    answer_say(
        answer,
        _("The finest QR code is version %d-%s with squares of %.2f mm: a phone reads it from "
          "about %d cm."),
        report->version, level, report->module, report->reach_cm);
}

static void
say_sheet(struct face *face, const struct sheet *sheet, size_t n)
{
    size_t pages = sheet_pages(sheet, n);

    answer_number(face->answer, "pages", (int64_t)pages);
    answer_say(
        face->answer,
        words_plural("%zu page of %.1f × %.1f mm, stickers of %.1f × %.1f mm, %zu on a page.",
                     "%zu pages of %.1f × %.1f mm, stickers of %.1f × %.1f mm, %zu on a "
                     "page.",
                     (long long)pages),
        pages, sheet->page_width, sheet->page_height, sheet->width, sheet->height,
        sheet_stickers(sheet));
}

void
preview_say(struct face *face, const struct sheet *sheet, size_t stickers,
            const struct paper_report *report)
{
    say_sheet(face, sheet, stickers);
    preview_say_symbol(face, report);
}

static bool
draw_picture(const struct sheet *sheet, const struct layout_source *source, const char *file,
             GError **error)
{
    const struct layout_pages pages = {sheet, *source};
    const struct sheet paper = layout_pages_paper(sheet);
    struct paper_run run = {
        .format = DRAW_PNG,
        .dpi = PICTURE_DPI,
        .sheet = &paper,
        .source = layout_pages_source(&pages),
    };
    struct paper_report report = {0};
    bool ok;

    run.source.n = MIN(run.source.n, 1); /* the first alone */
    ok = paper_print(file, &run, &report, error);

    paper_report_clear(&report);
    return ok;
}

bool
preview_show(struct face *face, const struct paper_run *run, const struct sheet *sheet,
             const struct layout_source *stickers, const char *file, struct paper_report *report,
             GError **error)
{
    if (!paper_preview(run, report, error) || !draw_picture(sheet, stickers, file, error))
        return false;
    preview_say(face, sheet, stickers->n, report);
    answer_text(face->answer, "preview", file);
    answer_say(face->answer, _("The first page is in %s; nothing was printed."), file);
    return true;
}
