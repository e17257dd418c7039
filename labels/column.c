#include "labels/column.h"

#include <glib.h>

/* Ink above and below the baseline, in em: hanzi stand a little below it. */
#define RISE 0.84
#define FALL 0.10
#define LINE_GAP 0.25 /* em between two lines of one text */

static double
left_end(const struct column *column, double width, enum column_side side)
{
    switch (side) {
    case COLUMN_LEFT: return column->x;
    case COLUMN_CENTRE: return column->x + (column->width - width) / 2;
    case COLUMN_RIGHT: return column->x + column->width - width;
    }
    return column->x;
}

static void
draw(const struct column *column, const char *what, const char *text,
     const struct column_style *style, const struct fit *fit, int i, double baseline)
{
    bool cut = fit->cut && i == fit->n - 1;
    double width =
        column->measure->width(column->measure->with, fit->lines[i], style->bold) * fit->size;

    layout_add_run(column->layout, &(struct layout_run){
                                       .what = what,
                                       .x = left_end(column, width, style->side),
                                       .baseline = baseline,
                                       .size = fit->size,
                                       .width = width,
                                       .rise = RISE * fit->size,
                                       .fall = FALL * fit->size,
                                       .bold = style->bold,
                                       .white = style->white,
                                       .cut = cut,
                                       .whole = cut ? g_strdup(text) : NULL,
                                       .text = g_strdup(fit->lines[i]),
                                   });
}

bool
column_text(struct column *column, const char *what, const char *text,
            const struct column_style *style)
{
    const struct fit_wish wish = {
        .width = column->width,
        .size = style->size,
        .floor = style->floor,
        .least = style->least,
        .lines = style->lines,
        .bold = style->bold,
        .words = style->words,
        .phones = style->phones,
    };
    struct fit fit;
    bool whole;

    if (text == NULL || text[0] == '\0')
        return true;
    fit_text(text, &wish, column->measure, &fit);
    for (int i = 0; i < fit.n; i++) {
        column->y += (i > 0 ? LINE_GAP + RISE : RISE) * fit.size;
        if (column->layout != NULL)
            draw(column, what, text, style, &fit, i, column->y);
        column->y += FALL * fit.size;
    }
    whole = !fit.cut;
    fit_clear(&fit);
    return whole;
}

bool
column_next(struct column *column, double gap, const char *what, const char *text,
            const struct column_style *style)
{
    if (text == NULL || text[0] == '\0')
        return true;
    column->y += gap;
    return column_text(column, what, text, style);
}
