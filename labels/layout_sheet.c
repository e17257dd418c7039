#include "labels/layout_sheet.h"

#include <math.h>
#include <stdint.h>

#include <glib.h>

#include "base/words.h"

#define OUTLINE 0.15    /* mm: thickness of the line */
#define MARK 0.15       /* likewise, of crop marks, */
#define MARK_GAP 1.0    /* white between them and the sticker, */
#define MARK_LENGTH 4.0 /* and their length where there is room */

static void
line(struct layout *layout, double x, double y, double width, double height)
{
    layout_add_frame(layout, &(struct layout_frame){
                                 .x = x, .y = y, .width = width, .height = height, .stroke = MARK});
}

/* How long marks can be that stand in a margin of the page. */
static double
mark_length(double margin)
{
    return fmin(MARK_LENGTH, margin - MARK_GAP);
}

static double
right_margin(const struct sheet *sheet)
{
    return sheet->page_width - sheet->x0 - (sheet->columns - 1) * sheet->dx - sheet->width;
}

static double
bottom_margin(const struct sheet *sheet)
{
    return sheet->page_height - sheet->y0 - (sheet->rows - 1) * sheet->dy - sheet->height;
}

bool
layout_sheet_has_margins(const struct sheet *sheet)
{
    return mark_length(fmax(sheet->x0, right_margin(sheet))) > 0 ||
           mark_length(fmax(sheet->y0, bottom_margin(sheet))) > 0;
}

/* Marks left and right of the ends of rows, above and below those of columns. */
static void
add_cropmarks(const struct sheet *sheet, size_t i, struct layout *layout)
{
    size_t on_page = i % sheet_stickers(sheet), columns = (size_t)sheet->columns;
    bool first_column = on_page % columns == 0, last_column = on_page % columns == columns - 1;
    bool first_row = on_page < columns, last_row = on_page / columns + 1 == (size_t)sheet->rows;
    double right = right_margin(sheet), bottom = bottom_margin(sheet);
    double w = sheet->width, h = sheet->height, length;

    for (int end = 0; end < 2; end++) {
        length = mark_length(sheet->x0);
        if (first_column && length > 0)
            line(layout, -MARK_GAP - length, end * h, length, 0);
        length = mark_length(right);
        if (last_column && length > 0)
            line(layout, w + MARK_GAP, end * h, length, 0);
        length = mark_length(sheet->y0);
        if (first_row && length > 0)
            line(layout, end * w, -MARK_GAP - length, 0, length);
        length = mark_length(bottom);
        if (last_row && length > 0)
            line(layout, end * w, h + MARK_GAP, 0, length);
    }
}

static bool
make(const void *with, size_t i, const struct fit_measure *measure, struct layout *layout,
     GError **error)
{
    const struct layout_sheet *dress = with;
    size_t before = dress->first - 1, at = i < before ? SIZE_MAX : (i - before) / dress->copies;
    bool used = at < dress->inner.n;

    layout->width = dress->sheet->width;
    layout->height = dress->sheet->height;
    if (used && !dress->inner.make(dress->inner.with, at, measure, layout, error))
        return false;
    if (used && dress->outline)
        layout_add_frame(layout, &(struct layout_frame){.width = dress->sheet->width,
                                                        .height = dress->sheet->height,
                                                        .round = dress->sheet->round,
                                                        .stroke = OUTLINE});
    if (dress->cropmarks)
        add_cropmarks(dress->sheet, i, layout);
    return true;
}

bool
layout_sheet_source(const struct layout_sheet *dress, struct layout_source *source, GError **error)
{
    size_t stickers = sheet_stickers(dress->sheet);
    size_t n = dress->inner.n > 0 ? dress->first - 1 + dress->inner.n * dress->copies : 0;

    if (dress->first < 1 || dress->first > stickers)
        return err_set(error, ERR_INPUT,
                       _("there is no sticker %zu: the sheet has %zu, counted row by row"),
                       dress->first, stickers);
    if (dress->cropmarks) /* the marks of a page stand also where its last stickers stay empty */
        n = sheet_pages(dress->sheet, n) * stickers;
    *source = (struct layout_source){.n = n, .make = make, .with = dress};
    return true;
}

struct sheet
layout_sheet_bled(const struct sheet *sheet, double bleed)
{
    struct sheet bled = *sheet;

    bled.page_width += 2 * bleed;
    bled.page_height += 2 * bleed;
    bled.x0 += bleed;
    bled.y0 += bleed;
    return bled;
}

/* Takes the marks of one layout over into another, at a place. */
static void
take_over(struct layout *page, struct layout *layout, struct sheet_place place)
{
    for (size_t i = 0; i < layout->n_frames; i++) {
        layout->frames[i].x += place.x;
        layout->frames[i].y += place.y;
        layout_add_frame(page, &layout->frames[i]);
    }
    for (size_t i = 0; i < layout->n_symbols; i++) {
        layout->symbols[i].x += place.x;
        layout->symbols[i].y += place.y;
        layout_add_symbol(page, &layout->symbols[i]);
        layout->symbols[i].text = NULL;
    }
    for (size_t i = 0; i < layout->n_runs; i++) {
        layout->runs[i].x += place.x;
        layout->runs[i].baseline += place.y;
        layout_add_run(page, &layout->runs[i]);
        layout->runs[i].text = layout->runs[i].whole = NULL;
    }
}

bool
layout_sheet_page(const struct sheet *sheet, const struct layout_source *source, size_t page,
                  const struct fit_measure *measure, struct layout *layout, GError **error)
{
    size_t stickers = sheet_stickers(sheet), end = MIN(source->n, (page + 1) * stickers);

    layout->width = sheet->page_width;
    layout->height = sheet->page_height;
    for (size_t i = page * stickers; i < end; i++) {
        struct layout sticker = {0};
        bool ok = source->make(source->with, i, measure, &sticker, error);

        if (ok)
            take_over(layout, &sticker, sheet_place(sheet, i));
        layout_clear(&sticker);
        if (!ok)
            return false;
    }
    return true;
}

static bool
make_page(const void *with, size_t i, const struct fit_measure *measure, struct layout *layout,
          GError **error)
{
    const struct layout_pages *pages = with;

    return layout_sheet_page(pages->sheet, &pages->stickers, i, measure, layout, error);
}

struct layout_source
layout_pages_source(const struct layout_pages *pages)
{
    return (struct layout_source){
        .n = sheet_pages(pages->sheet, pages->stickers.n), .make = make_page, .with = pages};
}

struct sheet
layout_pages_paper(const struct sheet *sheet)
{
    return (struct sheet){.page_width = sheet->page_width,
                          .page_height = sheet->page_height,
                          .columns = 1,
                          .rows = 1,
                          .width = sheet->page_width,
                          .height = sheet->page_height};
}
