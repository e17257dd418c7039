#include "labels/layout_appeal.h"

#include <math.h>

#include <glib.h>

#include "base/words.h"
#include "labels/layout_wall.h"

#define MOST_SIZE 11.0 /* mm: of the list's letters */
#define LEAST_SIZE 6.0
#define STEP 0.5
#define ROW 1.9   /* of the letters: a line's height, */
#define APART 0.4 /* and the white between two */
#define KIND 0.5  /* of the page's width within the margins */

/* ------------------------------------------------------------------------------------------ foot */

/* What may be given, where to bring it, whom to ask; whether the phone is there whole. */
static bool
set_foot(const struct wall *page, const struct plea *plea, struct column *column)
{
    double t = 0.8 * page->type;
    const struct column_style bold = {
        .size = 1.2 * t, .floor = t, .least = 0.7 * t, .lines = 2, .bold = true};
    const struct column_style style = {.size = t, .floor = 0.85 * t, .least = 0.6 * t, .lines = 2};
    const struct column_style large = {
        .size = 1.5 * t, .floor = t, .least = 0.6 * t, .lines = 1, .bold = true};
    g_autofree char *days =
        g_strdup_printf(words_plural("· good for %d more day at least",
                                     "· good for %d more days at least", plea->days_left),
                        (int)plea->days_left);
    bool asks = plea->phone != NULL && plea->phone[0] != '\0';
    g_autofree char *phone = asks ? g_strdup_printf(_("Questions: %s"), plea->phone) : NULL;

    column_text(column, _("request"), _("Can you spare some?"), &bold);
    column_next(column, 0.5 * t, _("request"),
                _("· non-prescription, unopened or in whole blisters"), &style);
    column_next(column, 0.35 * t, _("request"), days, &style);
    column_next(column, 0.35 * t, _("request"),
                _("· into the nearest share box, or to a volunteer"), &style);
    return !asks || column_next(column, 0.7 * t, _("phone"), phone, &large);
}

/* The foot along the lower edge; returns where it begins. */
static double
place_foot(const struct wall *page, const struct plea *plea, bool *whole)
{
    double width = page->layout->width, x = page->margin + page->gap;
    struct column column = {.measure = page->measure, .x = x, .width = width - 2 * x};
    double top, high;

    set_foot(page, plea, &column);
    high = column.y + 2 * page->gap;
    top = page->layout->height - page->margin - high;
    layout_add_frame(page->layout, &(struct layout_frame){.x = page->margin,
                                                          .y = top,
                                                          .width = width - 2 * page->margin,
                                                          .height = high,
                                                          .round = page->round,
                                                          .stroke = 0.7});
    column.layout = page->layout;
    column.y = top + page->gap;
    *whole = set_foot(page, plea, &column);
    return top;
}

/* ------------------------------------------------------------------------------------------ list */

/* How many rows have room in a height, in letters of a size. */
static size_t
rows_in(double height, double size)
{
    return (size_t)fmax(0, floor((height + APART * size) / ((ROW + APART) * size)));
}

/* One kind, white on black, and how it stands with it. */
static void
set_line(const struct wall *page, const struct plea_line *line, double y, double size)
{
    const struct column_style kind = {.size = size,
                                      .floor = 0.65 * size,
                                      .least = 0.5 * size,
                                      .lines = 2,
                                      .bold = true,
                                      .white = true,
                                      .side = COLUMN_CENTRE};
    const struct column_style state = {
        .size = 0.9 * size, .floor = 0.7 * size, .least = 0.5 * size, .lines = 2};
    double all = page->layout->width - 2 * page->margin, left = KIND * all;

    wall_fill(page->layout, page->margin, y, left, ROW * size, page->round);
    wall_middle(page, page->margin + 1.5, y, left - 3, ROW * size, _("type of medicine"),
                line->kind, &kind);
    wall_middle(page, page->margin + left + page->gap, y, all - left - page->gap, ROW * size,
                _("what is short"), line->state, &state);
}

/* The last row: what had none of its own. */
static void
set_rest(const struct wall *page, size_t rest, double y, double size)
{
    const struct column_style style = {
        .size = 0.9 * size, .floor = 0.7 * size, .least = 0.5 * size, .lines = 1};
    g_autofree char *text =
        g_strdup_printf(words_plural("and %zu more kind of medicine",
                                     "and %zu more kinds of medicine", (long long)rest),
                        rest);

    wall_middle(page, page->margin, y, page->layout->width - 2 * page->margin, ROW * size,
                _("what is short"), text, &style);
}

static void
set_list(const struct wall *page, const struct plea *plea, double top, double height)
{
    double size = MOST_SIZE;
    size_t shown;

    while (size > LEAST_SIZE && rows_in(height, size) < plea->n)
        size -= STEP;
    shown = rows_in(height, size);
    shown = shown >= plea->n ? plea->n : shown - MIN(shown, 1);
    for (size_t i = 0; i < shown; i++)
        set_line(page, &plea->lines[i], top + (double)i * (ROW + APART) * size, size);
    if (shown < plea->n)
        set_rest(page, plea->n - shown, top + (double)shown * (ROW + APART) * size, size);
}

static void
set_thanks(const struct wall *page, double top, double height)
{
    const struct column_style style = {.size = 1.4 * page->type,
                                       .floor = page->type,
                                       .least = 0.7 * page->type,
                                       .lines = 2,
                                       .side = COLUMN_CENTRE};

    wall_middle(page, page->margin, top, page->layout->width - 2 * page->margin, height,
                _("what is short"), _("Nothing is short at the moment. Thank you!"), &style);
}

/* ------------------------------------------------------------------------------------------ page */

bool
layout_appeal(const struct plea *plea, double width, double height,
              const struct fit_measure *measure, struct layout *layout, GError **error)
{
    g_autofree char *below = g_strdup_printf(_("Share boxes of %s · %s"), plea->place, plea->day);
    struct wall page;
    double top, bottom;
    bool whole;

    layout->width = width;
    layout->height = height;
    if (!wall_check(width, height, error))
        return false;
    layout->name = g_strdup(_("Call for medicine"));
    page = wall_page(layout, measure);
    top = wall_heading(&page, _("heading"), plea->n > 0 ? _("Medicine is needed") : _("Thank you"),
                       below);
    bottom = place_foot(&page, plea, &whole) - page.gap;
    if (plea->n > 0)
        set_list(&page, plea, top, bottom - top);
    else
        set_thanks(&page, top, bottom - top);
    return whole || err_set(error, ERR_REFUSED, "%s", _("the phone is too long for this page"));
}
