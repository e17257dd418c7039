#include "labels/layout_ruler.h"

#include <math.h>

#include <glib.h>

#include "base/words.h"
#include "labels/column.h"

#define LEAST_WIDTH 60.0
#define LEAST_HEIGHT 30.0
#define MOST_SHIFT 30.0
#define MOST_SCALE 0.1
#define HAIR 0.15 /* mm */
#define LONG 0.3

/* Marks are a tenth of the page inside, to the nearest 5 mm, and no nearer than 5. */
static double
inside(double length)
{
    return fmax(5, round(length / 10 / 5) * 5);
}

struct ruler_marks
layout_ruler_marks(double page_width, double page_height)
{
    double x = inside(page_width), y = inside(page_height);

    return (struct ruler_marks){
        .left = x,
        .right = floor((page_width - x) / 5) * 5,
        .top = y,
        .bottom = floor((page_height - y) / 5) * 5,
    };
}

/* What was said to be at near and far was found elsewhere: the printer's k and c in k * x + c. */
static bool
tune_axis(double near, double far, double found_near, double found_far, double *scale,
          double *shift, GError **error)
{
    double k = (found_far - found_near) / (far - near), c = found_near - k * near;

    if (!(fabs(k - 1) <= MOST_SCALE) || !(fabs(c) <= MOST_SHIFT))
        return err_set(error, ERR_INPUT,
                       _("marks that should be at %.0f and %.0f mm can't be at %.1f and %.1f mm; "
                         "measure again, from the edge of the paper"),
                       near, far, found_near, found_far);
    *scale = 1 / k;
    *shift = -c / k;
    return true;
}

bool
layout_ruler_tune(double page_width, double page_height, const struct ruler_marks *measured,
                  struct sheet_tune *tune, GError **error)
{
    struct ruler_marks said = layout_ruler_marks(page_width, page_height);

    return tune_axis(said.left, said.right, measured->left, measured->right, &tune->scale_x,
                     &tune->x, error) &&
           tune_axis(said.top, said.bottom, measured->top, measured->bottom, &tune->scale_y,
                     &tune->y, error);
}

static void
line(struct layout *layout, double x, double y, double width, double height, double stroke)
{
    layout_add_frame(
        layout,
        &(struct layout_frame){.x = x, .y = y, .width = width, .height = height, .stroke = stroke});
}

/* Ticks every millimetre between two marks, longer every 5 and 10. */
static void
ticks(struct layout *layout, double from, double to, double at, bool across)
{
    for (int mm = (int)from; mm <= (int)to; mm++) {
        double length = mm % 10 == 0 ? 4 : mm % 5 == 0 ? 3 : 1.8;

        if (across)
            line(layout, mm, at, 0, length, HAIR);
        else
            line(layout, at, mm, length, 0, HAIR);
    }
}

static void
say(struct layout *layout, const struct fit_measure *measure, double x, double y, double size,
    const char *text)
{
    const struct column_style style = {.size = size, .floor = size, .least = size, .lines = 1};
    struct column column = {.layout = layout, .measure = measure, .x = x, .width = 1000, .y = y};

    column_text(&column, _("measure"), text, &style);
}

/* The four marks, each with its letter and where it should be. */
static void
marks(struct layout *layout, const struct ruler_marks *at, double size,
      const struct fit_measure *measure)
{
    double middle_x = (at->left + at->right) / 2, middle_y = (at->top + at->bottom) / 2;
    double half_x = (at->right - at->left) * 0.12, half_y = (at->bottom - at->top) * 0.12;
    g_autofree char *a = g_strdup_printf("A %.0f", at->left);
    g_autofree char *b = g_strdup_printf("B %.0f", at->right);
    g_autofree char *c = g_strdup_printf("C %.0f", at->top);
    g_autofree char *d = g_strdup_printf("D %.0f", at->bottom);

    line(layout, at->left, middle_y - half_y, 0, 2 * half_y, LONG);
    line(layout, at->right, middle_y - half_y, 0, 2 * half_y, LONG);
    line(layout, middle_x - half_x, at->top, 2 * half_x, 0, LONG);
    line(layout, middle_x - half_x, at->bottom, 2 * half_x, 0, LONG);
    say(layout, measure, at->left + 5, middle_y - half_y, size, a);
    say(layout, measure, at->right - 1.5 - 3.2 * size, middle_y - half_y, size, b);
    say(layout, measure, middle_x + 1.5, at->top + 5, size, c);
    say(layout, measure, middle_x + 1.5, at->bottom - 1.5 - size, size, d);
}

/* What to do with the page, in the middle of it. */
static void
explain(struct layout *layout, const char *printer, const struct ruler_marks *at,
        const struct fit_measure *measure)
{
    double size = fmin(6, (at->right - at->left) / 26);
    const struct column_style style = {
        .size = size, .floor = 0.8 * size, .least = 0.6 * size, .lines = 2};
    const struct column_style bold = {
        .size = 1.2 * size, .floor = size, .least = 0.6 * size, .lines = 2, .bold = true};
    struct column column = {.layout = layout,
                            .measure = measure,
                            .x = at->left + 2.5 * size,
                            .width = at->right - at->left - 5 * size,
                            .y = at->top + (at->bottom - at->top) * 0.22};
    g_autofree char *title = g_strdup_printf(_("To measure the printer “%s”"), printer);
    g_autofree char *example =
        g_strdup_printf("medbox printer set %s --measured %.1f,%.1f,%.1f,%.1f", printer, at->left,
                        at->right, at->top, at->bottom);

    column_text(&column, _("heading"), title, &bold);
    column_next(&column, size, _("step"),
                _("1. Print this page at 100 %, not fitted to the paper."), &style);
    column_next(&column, size / 2, _("step"),
                _("2. With a ruler, measure from the left edge of the paper to A and to B, from "
                  "the top edge to C and to D."),
                &style);
    column_next(&column, size / 2, _("step"),
                _("3. Give what you measured, in mm, in this order; beside each letter stands what "
                  "a perfect printer gives:"),
                &style);
    column_next(&column, size / 2, _("command"), example, &bold);
}

bool
layout_ruler(const char *printer, double page_width, double page_height,
             const struct fit_measure *measure, struct layout *layout, GError **error)
{
    struct ruler_marks at = layout_ruler_marks(page_width, page_height);

    layout->width = page_width;
    layout->height = page_height;
    if (page_width < LEAST_WIDTH || page_height < LEAST_HEIGHT)
        return err_set(error, ERR_REFUSED,
                       _("A page of %.1f × %.1f mm is too small to measure a printer by; it needs "
                         "%.0f × %.0f mm"),
                       page_width, page_height, LEAST_WIDTH, LEAST_HEIGHT);
    layout->name = g_strdup(_("Page to measure by"));
    ticks(layout, at.left, at.right, at.top, true);
    ticks(layout, at.top, at.bottom, at.left, false);
    marks(layout, &at, fmin(4, page_height / 12), measure);
    explain(layout, printer, &at, measure);
    return true;
}
