#include "labels/paint.h"

#include <math.h>

#include <pango/pangocairo.h>

#define INSET 0.01 /* of a module on each side, else rasterisers take the next dot as well */

/* Where a run of dark modules ends that begins at this one; step is 1 along rows, width down. */
static int
dark_until(const struct symbol *symbol, int row, int column, int step)
{
    int n = 0;

    for (int i = step == 1 ? column : row; i < symbol->width; i++, n++)
        if (!symbol->dark[row * symbol->width + column + n * step])
            break;
    return n;
}

/*
 * The runs of dark modules of all rows, and of all columns over them, so that no white hair shows
 * between one row and the next. A symbol of shapes is for pictures and SVG alone.
 */
static void
add_modules(cairo_t *cairo, const struct symbol *symbol)
{
    const int width = symbol->width;

    for (int step = 1; step <= width; step += width - 1)
        for (int i = 0; i < width * width; i++) {
            const int row = i / width, column = i % width, before = step == 1 ? column : row;
            int n;

            if (!symbol->dark[i] || (before > 0 && symbol->dark[i - step]))
                continue;
            n = dark_until(symbol, row, column, step);
            cairo_rectangle(cairo, column + INSET, row + INSET, (step == 1 ? n : 1) - 2 * INSET,
                            (step == 1 ? 1 : n) - 2 * INSET);
        }
}

static void
paint_symbol(cairo_t *cairo, const struct layout_symbol *square, const struct symbol *symbol,
             double x, double y)
{
    const struct symbol_place at = symbol_place(symbol, x + square->x, y + square->y, square->side);

    cairo_save(cairo);
    cairo_translate(cairo, at.x, at.y);
    cairo_scale(cairo, symbol->module, symbol->module);
    cairo_set_antialias(cairo, CAIRO_ANTIALIAS_NONE);
    add_modules(cairo, symbol);
    cairo_fill(cairo);
    cairo_restore(cairo);
}

static void
add_outline(cairo_t *cairo, const struct layout_frame *frame)
{
    const double round = frame->round, x = frame->x, y = frame->y;
    const double right = x + frame->width, bottom = y + frame->height;

    if (round <= 0) {
        cairo_rectangle(cairo, x, y, frame->width, frame->height);
        return;
    }
    cairo_new_sub_path(cairo);
    cairo_arc(cairo, right - round, y + round, round, -G_PI_2, 0);
    cairo_arc(cairo, right - round, bottom - round, round, 0, G_PI_2);
    cairo_arc(cairo, x + round, bottom - round, round, G_PI_2, G_PI);
    cairo_arc(cairo, x + round, y + round, round, G_PI, 3 * G_PI_2);
    cairo_close_path(cairo);
}

static void
paint_frame(cairo_t *cairo, const struct layout_frame *frame)
{
    const double light = frame->white ? 1 : 0;

    cairo_set_source_rgb(cairo, light, light, light);
    if (frame->width <= 0 || frame->height <= 0) {
        cairo_move_to(cairo, frame->x, frame->y);
        cairo_line_to(cairo, frame->x + frame->width, frame->y + frame->height);
    } else {
        add_outline(cairo, frame);
    }
    if (frame->stroke <= 0) {
        cairo_fill(cairo);
        return;
    }
    cairo_set_line_width(cairo, frame->stroke);
    cairo_set_dash(cairo, &frame->dash, frame->dash > 0 ? 1 : 0, 0);
    cairo_stroke(cairo);
}

static void
paint_run(cairo_t *cairo, struct fonts *fonts, const struct layout_run *run)
{
    PangoLayout *text = fonts_shape(fonts, run->text, run->bold);

    cairo_save(cairo);
    cairo_translate(cairo, run->x, run->baseline);
    cairo_scale(cairo, run->size / FONTS_EM, run->size / FONTS_EM);
    cairo_move_to(cairo, 0, 0);
    if (run->white)
        cairo_set_source_rgb(cairo, 1, 1, 1);
    pango_cairo_show_layout_line(cairo, pango_layout_get_line_readonly(text, 0));
    cairo_restore(cairo);
}

void
paint_layout(cairo_t *cairo, struct fonts *fonts, const struct layout *layout,
             const struct symbol *symbols, double x, double y)
{
    cairo_save(cairo);
    cairo_translate(cairo, x, y);
    for (size_t i = 0; i < layout->n_frames; i++)
        paint_frame(cairo, &layout->frames[i]);
    cairo_restore(cairo);
    for (size_t i = 0; i < layout->n_symbols; i++)
        paint_symbol(cairo, &layout->symbols[i], &symbols[i], x, y);
    cairo_save(cairo);
    cairo_translate(cairo, x, y);
    for (size_t i = 0; i < layout->n_runs; i++)
        paint_run(cairo, fonts, &layout->runs[i]);
    cairo_restore(cairo);
}
