#include "labels/layout_today.h"

#include <math.h>

#include <glib.h>

#include "base/words.h"
#include "labels/layout_wall.h"

#define LEAST_SIZE 5.0 /* mm: of a medicine's name */
#define MOST_SIZE 10.0
#define STEP 0.5
#define QR_SIDE 0.2 /* of the page's width */

/* The list being set: in how large letters, and how many medicines had room. */
struct list {
    const struct wall *page;
    const struct today *today;
    double top, bottom, size;
    size_t shown, all;
};

static struct column_style
name_style(const struct list *list)
{
    return (struct column_style){
        .size = list->size, .floor = 0.9 * list->size, .least = 0.8 * list->size, .lines = 2};
}

/* One type of medicine, from the column's height on, until the page ends. */
static void
set_type(struct list *list, const struct today_type *type, struct layout *draw, double *y)
{
    const struct wall *page = list->page;
    double x = page->margin + page->tag + page->gap, top = *y;
    const struct column_style style = name_style(list);
    const struct column_style tag = {.size = 1.1 * list->size,
                                     .floor = 0.8 * list->size,
                                     .least = 0.5 * list->size,
                                     .lines = 2,
                                     .bold = true,
                                     .white = true,
                                     .side = COLUMN_CENTRE};
    struct column column = {.measure = page->measure,
                            .x = x,
                            .width = page->layout->width - page->margin - x,
                            .y = top + 0.25 * list->size};
    bool full = false;
    size_t n = 0;

    for (size_t i = 0; type->medicines[i] != NULL; i++) {
        double before = column.y, gap = n > 0 ? 0.35 * list->size : 0;

        list->all++;
        column.layout = NULL;
        column_next(&column, gap, _("medicine"), type->medicines[i], &style);
        full = full || column.y + 0.25 * list->size > list->bottom;
        if (full)
            continue;
        column.y = before;
        column.layout = draw;
        column_next(&column, gap, _("medicine"), type->medicines[i], &style);
        *y = column.y + 0.25 * list->size;
        n++;
    }
    list->shown += n;
    if (draw == NULL || n == 0)
        return;
    wall_fill(page->layout, page->margin, top, page->tag, *y - top, page->round);
    wall_middle(page, page->margin + 1, top, page->tag - 2, *y - top, _("type of medicine"),
                type->name, &tag);
}

/* Sets the list in letters of a size, or only looks how much of it has room. */
static void
set_list(struct list *list, struct layout *draw)
{
    double y = list->top;

    list->shown = list->all = 0;
    for (size_t i = 0; i < list->today->n; i++) {
        set_type(list, &list->today->types[i], draw, &y);
        y += 0.6 * list->size;
    }
}

/* The largest letters in which all of it has room, or the least. */
static void
choose_size(struct list *list)
{
    for (list->size = MOST_SIZE; list->size > LEAST_SIZE; list->size -= STEP) {
        set_list(list, NULL);
        if (list->shown == list->all)
            return;
    }
}

/* The last line of the page: how many medicines had no room, else whom to ask. */
static void
set_foot(const struct list *list, double side)
{
    const struct wall *page = list->page;
    double width = page->layout->width - 2 * page->margin - (side > 0 ? side + page->gap : 0);
    double t = 0.7 * page->type;
    const struct column_style style = {.size = t, .floor = 0.8 * t, .least = 0.6 * t, .lines = 2};
    const struct column_style bold = {
        .size = t, .floor = 0.8 * t, .least = 0.6 * t, .lines = 2, .bold = true};
    struct column column = {.layout = page->layout,
                            .measure = page->measure,
                            .x = page->margin,
                            .width = width,
                            .y = list->bottom + page->gap};
    g_autofree char *more =
        g_strdup_printf(words_plural("and %zu more medicine", "and %zu more medicines",
                                     (long long)(list->all - list->shown)),
                        list->all - list->shown);

    if (list->all == 0)
        column_text(&column, _("note"),
                    list->today->boxes ? _("The boxes are empty today.")
                                       : _("The box is empty today."),
                    &bold);
    if (list->shown < list->all)
        column_text(&column, _("note"), more, &bold);
    column_next(&column, 0.4 * t, _("note"),
                _("Read the leaflet before you take anything, or ask a "
                  "pharmacist."),
                &style);
    column_next(&column, 0.4 * t, _("host"), list->today->host, &style);
}

bool
layout_today(const struct today *today, double width, double height,
             const struct fit_measure *measure, struct layout *layout, GError **error)
{
    struct wall page;
    struct list list = {.today = today};
    double side = today->address != NULL ? QR_SIDE * width : 0;
    g_autofree char *below = g_strdup_printf(today->boxes ? _("Medicines in the boxes on %s")
                                                          : _("Medicines in the box on %s"),
                                             today->day);

    layout->width = width;
    layout->height = height;
    if (!wall_check(width, height, error))
        return false;
    layout->name = g_strdup(today->place);
    page = wall_page(layout, measure);
    list.page = &page;
    list.top = wall_heading(&page, _("place"), today->place, below);
    list.bottom = height - page.margin - fmax(side, 3.6 * page.type) - page.gap;
    choose_size(&list);
    set_list(&list, layout);
    set_foot(&list, side);
    if (side > 0)
        layout_add_symbol(layout, &(struct layout_symbol){.x = width - page.margin - side,
                                                          .y = height - page.margin - side,
                                                          .side = side,
                                                          .text = g_strdup(today->address)});
    return true;
}
