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
#define TICK 4.0     /* length of the longest ticks */
#define LOWER 0.64   /* of the way from C to D: where the marks A and B begin */
#define WORDY 100.0  /* height of a page that has room for all that is to do */
#define LARGEST 6.0  /* type of what is to do, */
#define SMALLEST 1.5 /* and how small it may be */

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
        double length = mm % 10 == 0 ? TICK : mm % 5 == 0 ? 3 : 1.8;

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

/* The four marks, each with its letter and where it should be: those left and right in the lower part,
 * so that what is explained has the upper one for itself. */
static void
marks(struct layout *layout, const struct ruler_marks *at, double size,
      const struct fit_measure *measure)
{
    double middle = (at->left + at->right) / 2, half = (at->right - at->left) * 0.12;
    double height = at->bottom - at->top, y = at->top + LOWER * height;
    g_autofree char *a = g_strdup_printf("A %.0f", at->left);
    g_autofree char *b = g_strdup_printf("B %.0f", at->right);
    g_autofree char *c = g_strdup_printf("C %.0f", at->top);
    g_autofree char *d = g_strdup_printf("D %.0f", at->bottom);

    line(layout, at->left, y, 0, 0.24 * height, LONG);
    line(layout, at->right, y, 0, 0.24 * height, LONG);
    line(layout, middle - half, at->top, 2 * half, 0, LONG);
    line(layout, middle - half, at->bottom, 2 * half, 0, LONG);
    say(layout, measure, at->left + TICK + 1, y, size, a);
    say(layout, measure, at->right - 1.5 - 3.2 * size, y, size, b);
    say(layout, measure, middle + 1.5, at->top + TICK + 0.3, size, c);
    say(layout, measure, middle + 1.5, at->bottom - 1.5 - size, size, d);
}

/* What to do with the page; on a small one no more than the command. False where something had to be
 * shortened. */
static bool
explain(struct column *column, const char *printer, const struct ruler_marks *at, double size,
        bool all)
{
    const struct column_style style = {.size = size, .floor = size, .least = size, .lines = 2};
    const struct column_style bold = {
        .size = 1.2 * size, .floor = size, .least = size, .lines = 2, .bold = true};
    const char *const steps[] = {
        _("1. Print this page at 100 %, not fitted to the paper."),
        _("2. With a ruler, measure from the left edge of the paper to A and to B, from the top "
          "edge to C and to D."),
        _("3. Give what you measured, in mm, in this order; beside each letter stands what a "
          "perfect printer gives:"),
    };
    g_autofree char *title = g_strdup_printf(_("To measure the printer “%s”"), printer);
    g_autofree char *example =
        g_strdup_printf("medbox printer set %s --measured %.1f,%.1f,%.1f,%.1f", printer, at->left,
                        at->right, at->top, at->bottom);
    bool whole = column_text(column, _("heading"), title, &bold);

    for (size_t i = 0; all && i < G_N_ELEMENTS(steps); i++)
        whole = column_next(column, i == 0 ? size : size / 2, _("step"), steps[i], &style) && whole;
    return column_next(column, size / 2, _("command"), example, &bold) && whole;
}

/* As large as it can be between the upper marks and the lower ones. */
static void
set_explanation(struct layout *layout, const char *printer, const struct ruler_marks *at,
                double top, const struct fit_measure *measure)
{
    double room = at->top + LOWER * (at->bottom - at->top) - 0.5 - top, size;
    struct column column = {
        .measure = measure, .x = at->left + TICK + 2, .width = at->right - at->left - TICK - 4};
    bool all = layout->height >= WORDY;

    for (size = LARGEST; size > SMALLEST; size *= 0.95) {
        column.y = 0;
        if (explain(&column, printer, at, size, all) && column.y <= room)
            break;
    }
    column.y = top + fmax(0, room - column.y) / 3;
    column.layout = layout;
    explain(&column, printer, at, size, all);
}

bool
layout_ruler(const char *printer, double page_width, double page_height,
             const struct fit_measure *measure, struct layout *layout, GError **error)
{
    struct ruler_marks at = layout_ruler_marks(page_width, page_height);
    double size = fmin(4, page_height / 16);

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
    marks(layout, &at, size, measure);
    set_explanation(layout, printer, &at, at.top + TICK + 0.3 + size + 0.5, measure);
    return true;
}
