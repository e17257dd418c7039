#include "labels/layout_wall.h"

#include <math.h>

#include <glib.h>

#include "base/words.h"

#define LEAST_WIDTH 140.0
#define LEAST_HEIGHT 200.0
#define USUAL_TYPE 11.0 /* mm: of the lines on A4, */
#define A4_WIDTH 210.0  /* for which all figures are */

bool
wall_check(double width, double height, GError **error)
{
    return (width >= LEAST_WIDTH && height >= LEAST_HEIGHT) ||
           err_set(error, ERR_REFUSED,
                   _("A page of %.1f × %.1f mm is too small for the wall; A5 is the smallest"),
                   width, height);
}

struct wall
wall_page(struct layout *layout, const struct fit_measure *measure)
{
    double k = layout->width / A4_WIDTH;

    return (struct wall){.layout = layout,
                         .measure = measure,
                         .margin = 10 * k,
                         .gap = 4.5 * k,
                         .round = 3 * k,
                         .heading = 34 * k,
                         .tag = 40 * k,
                         .type = fmax(WALL_TYPE, USUAL_TYPE * k)};
}

void
wall_fill(struct layout *layout, double x, double y, double width, double height, double round)
{
    layout_add_frame(layout, &(struct layout_frame){
                                 .x = x, .y = y, .width = width, .height = height, .round = round});
}

bool
wall_middle(const struct wall *page, double x, double y, double width, double height,
            const char *what, const char *text, const struct column_style *style)
{
    struct column column = {.measure = page->measure, .x = x, .width = width, .y = 0};
    bool whole;

    column_text(&column, what, text, style);
    column.layout = page->layout;
    column.y = y + (height - column.y) / 2;
    whole = column_text(&column, what, text, style);
    return whole;
}

double
wall_heading(const struct wall *page, const char *what, const char *name, const char *where)
{
    double x = page->margin, width = page->layout->width - 2 * x, h = page->heading;
    const struct column_style style = {.size = 0.62 * h,
                                       .floor = 0.42 * h,
                                       .least = 0.28 * h,
                                       .lines = 2,
                                       .bold = true,
                                       .white = true,
                                       .side = COLUMN_CENTRE};
    const struct column_style below = {.size = page->type,
                                       .floor = 0.65 * WALL_TYPE,
                                       .least = 0.6 * WALL_TYPE,
                                       .lines = 2,
                                       .side = COLUMN_CENTRE};
    struct column column = {
        .layout = page->layout, .measure = page->measure, .x = x, .width = width, .y = x + h};

    wall_fill(page->layout, x, x, width, h, page->round);
    wall_middle(page, x + 4, x, width - 8, h, what, name, &style);
    column_next(&column, page->gap, _("place"), where, &below);
    return column.y + page->gap;
}
