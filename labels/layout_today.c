#include "labels/layout_today.h"

#include <math.h>

#include <glib.h>

#include "base/words.h"
#include "labels/layout_wall.h"

#define LEAST_SIZE 5.0 /* mm: of a medicine's name */
#define MOST_SIZE 1.25 /* of the page's type */
#define STEP 0.5
#define MOST_COLUMNS 2
#define HEADING 1.5     /* of a medicine's name: height of a heading, */
#define ROW_GAP 0.35    /* white above a name, */
#define TYPE_GAP 0.6    /* and above a heading */
#define QR_SIDE 0.2     /* of the page's width, for the box's QR code, */
#define QR_SIDE_OF 0.18 /* and for each of an area's */
#define NOTES 0.7       /* of the page's type: that of the lines at the foot */
#define QR_CELL 1.25    /* of its side: the width for one with its name, */
#define BESIDE 2        /* as many of which have room beside the notes */
#define NAMES 1.5       /* of the type: height of the names under an area's QR codes */

/* The list being set: in how large letters, in how many columns, and how many medicines had room. */
struct list {
    const struct wall *page;
    const struct today *today;
    double top, bottom, size;
    size_t columns, shown, all;
    bool cut; /* a name had to be shortened */
};

static double
list_width(const struct list *list)
{
    return list->page->layout->width - 2 * list->page->margin;
}

static double
column_width(const struct list *list)
{
    return (list_width(list) - (double)(list->columns - 1) * list->size) / (double)list->columns;
}

/* Names side by side are all of one size and on one line; one that is too long for that has the whole
 * width, where it may be smaller or on two lines. */
static struct column_style
name_style(const struct list *list, bool alone)
{
    return (struct column_style){.size = list->size,
                                 .floor = (alone ? 0.9 : 1) * list->size,
                                 .least = (alone ? 0.8 : 1) * list->size,
                                 .lines = alone ? 2 : 1};
}

/* Some medicines side by side, drawn or only measured; returns where they end. */
static double
set_row(struct list *list, const char *const *medicines, size_t n, double y, struct layout *draw)
{
    const struct wall *page = list->page;
    const struct column_style style = name_style(list, n == 1);
    const double width = n == 1 ? list_width(list) : column_width(list);
    double end = y;

    for (size_t i = 0; i < n; i++) {
        struct column column = {.layout = draw,
                                .measure = page->measure,
                                .x = page->margin + (double)i * (width + list->size),
                                .width = width,
                                .y = y};

        if (!column_text(&column, _("medicine"), medicines[i], &style))
            list->cut = true;
        end = fmax(end, column.y);
    }
    return end;
}

/* As many as there are columns, where each fits its own on one line. */
static size_t
count_row(const struct list *list, const char *const *medicines)
{
    const struct fit_measure *measure = list->page->measure;
    size_t n = 0;

    while (n < list->columns && medicines[n] != NULL &&
           measure->width(measure->with, medicines[n], false) * list->size <= column_width(list))
        n++;
    return n < list->columns && medicines[0] != NULL ? 1 : n;
}

/* A heading over the whole width: a box's name in black, or what medicines are for in white. */
static void
set_heading(const struct list *list, const char *what, const char *name, bool white, double y)
{
    const struct wall *page = list->page;
    const double size = (white ? 1.0 : 1.2) * list->size, pad = white ? 0.5 * size : 0;
    const double height = HEADING * list->size, width = list_width(list);
    const struct column_style style = {.size = size,
                                       .floor = 0.8 * size,
                                       .least = 0.4 * size,
                                       .lines = 1,
                                       .bold = true,
                                       .white = white,
                                       .words = true};

    if (white)
        wall_fill(page->layout, page->margin, y, width, height, 0.3 * size);
    wall_middle(page, page->margin + pad, y, width - 2 * pad, height, what, name, &style);
}

static void
set_headings(const struct list *list, const struct today_type *type, double y)
{
    if (type->box != NULL) {
        set_heading(list, _("box name"), type->box, false, y);
        y += HEADING * list->size;
    }
    set_heading(list, _("type of medicine"), type->name, true, y);
}

/* One type of medicine, from the column's height on, until the page ends. */
static void
set_type(struct list *list, const struct today_type *type, struct layout *draw, double *y)
{
    const double top = *y, headings = (type->box != NULL ? 2 : 1) * HEADING * list->size;
    const char *const *row = type->medicines;
    bool full = false;

    *y += headings;
    for (size_t n; (n = count_row(list, row)) > 0; row += n) {
        const double begin = *y + ROW_GAP * list->size;
        const double end = set_row(list, row, n, begin, NULL);

        list->all += n;
        full = full || end > list->bottom;
        if (full)
            continue;
        if (draw != NULL && row == type->medicines)
            set_headings(list, type, top);
        if (draw != NULL)
            set_row(list, row, n, begin, draw);
        *y = end;
        list->shown += n;
    }
}

/* Sets the list in letters of a size, or only looks how much of it has room. */
static void
set_list(struct list *list, struct layout *draw)
{
    double y = list->top;

    list->shown = list->all = 0;
    list->cut = false;
    for (size_t i = 0; i < list->today->n; i++) {
        set_type(list, &list->today->types[i], draw, &y);
        y += TYPE_GAP * list->size;
    }
}

/* The largest letters in which all of it has room, or the least; in one column rather than in two. */
static void
choose_size(struct list *list)
{
    for (list->size = MOST_SIZE * list->page->type; list->size > LEAST_SIZE; list->size -= STEP)
        for (list->columns = 1; list->columns <= MOST_COLUMNS; list->columns++) {
            set_list(list, NULL);
            if (list->shown == list->all && !list->cut)
                return;
        }
    list->size = LEAST_SIZE;
    list->columns = MOST_COLUMNS;
}

static void
set_empty(const struct list *list)
{
    const struct wall *page = list->page;
    const struct column_style style = {.size = 1.6 * page->type,
                                       .floor = page->type,
                                       .least = 0.6 * page->type,
                                       .lines = 1,
                                       .bold = true,
                                       .side = COLUMN_CENTRE};

    wall_middle(page, page->margin, list->top, page->layout->width - 2 * page->margin,
                list->bottom - list->top, _("note"),
                list->today->boxes ? _("The boxes are empty today.") : _("The box is empty today."),
                &style);
}

/* The last lines of the page: how many medicines had no room, whom to ask, where to look. Returns their
 * height, with room for the first. */
static double
set_notes(const struct list *list, double width, struct layout *draw)
{
    const struct wall *page = list->page;
    const double t = NOTES * page->type;
    const struct column_style style = {.size = t, .floor = 0.8 * t, .least = 0.6 * t, .lines = 2};
    const struct column_style bold = {
        .size = t, .floor = 0.8 * t, .least = 0.6 * t, .lines = 2, .bold = true};
    struct column column = {.layout = draw,
                            .measure = page->measure,
                            .x = page->margin,
                            .width = width,
                            .y = list->bottom + page->gap};
    const double start = column.y;
    g_autofree char *more =
        g_strdup_printf(words_plural("and %zu more medicine", "and %zu more medicines",
                                     (long long)(list->all - list->shown)),
                        list->all - list->shown);

    if (list->shown < list->all)
        column_text(&column, _("note"), more, &bold);
    column_next(&column, 0.4 * t, _("note"),
                _("Read the leaflet before you take anything, or ask a "
                  "pharmacist."),
                &style);
    if (list->today->boxes && list->today->n_qr > 0)
        column_next(&column, 0.4 * t, _("note"), _("Scan a box to see what is in it."), &style);
    column_next(&column, 0.4 * t, _("host"), list->today->host, &style);
    return column.y - start + 1.4 * t;
}

/* The QR codes of an area's boxes side by side, each with its name below. */
static void
set_boxes(const struct wall *page, const struct today *today)
{
    const double side = QR_SIDE_OF * page->layout->width, t = 0.5 * page->type;
    const double all = page->layout->width - 2 * page->margin;
    const double width = today->n_qr <= BESIDE ? QR_CELL * side : all / (double)today->n_qr;
    const double x = page->layout->width - page->margin - width * (double)today->n_qr;
    const double top = page->layout->height - page->margin - side - NAMES * page->type;
    const struct column_style style = {
        .size = t, .floor = 0.8 * t, .least = 0.6 * t, .lines = 2, .side = COLUMN_CENTRE};

    for (size_t i = 0; i < today->n_qr; i++) {
        struct column column = {.layout = page->layout,
                                .measure = page->measure,
                                .x = x + (double)i * width + 1,
                                .width = width - 2,
                                .y = top + side};

        layout_add_symbol(page->layout,
                          &(struct layout_symbol){.x = column.x + (column.width - side) / 2,
                                                  .y = top,
                                                  .side = side,
                                                  .text = g_strdup(today->qr[i].address)});
        column_text(&column, _("box name"), today->qr[i].name, &style);
    }
}

/* The width of the notes, which have the QR codes beside them, or below where those are many. */
static double
notes_width(const struct list *list)
{
    const struct wall *page = list->page;
    const struct today *today = list->today;
    const double all = list_width(list), width = page->layout->width;

    if (today->n_qr == 0 || today->n_qr > BESIDE)
        return all;
    return all - page->gap -
           (today->boxes ? (double)today->n_qr * QR_CELL * QR_SIDE_OF : QR_SIDE) * width;
}

/* What stands below the list takes this height. */
static double
foot_height(const struct list *list)
{
    const struct wall *page = list->page;
    const struct today *today = list->today;
    const double notes = set_notes(list, notes_width(list), NULL), width = page->layout->width;
    const double codes = today->boxes ? QR_SIDE_OF * width + NAMES * page->type : QR_SIDE * width;

    if (today->n_qr == 0)
        return notes;
    return today->n_qr > BESIDE ? notes + codes : fmax(notes, codes);
}

static void
set_foot(const struct list *list)
{
    const struct wall *page = list->page;
    const struct today *today = list->today;
    const double side = QR_SIDE * page->layout->width;

    set_notes(list, notes_width(list), page->layout);
    if (today->boxes && today->n_qr > 0)
        set_boxes(page, today);
    else if (today->n_qr > 0)
        layout_add_symbol(page->layout,
                          &(struct layout_symbol){.x = page->layout->width - page->margin - side,
                                                  .y = page->layout->height - page->margin - side,
                                                  .side = side,
                                                  .text = g_strdup(today->qr[0].address)});
}

bool
layout_today(const struct today *today, double width, double height,
             const struct fit_measure *measure, struct layout *layout, GError **error)
{
    struct wall page;
    struct list list = {.today = today};
    g_autofree char *what = g_strdup_printf(today->boxes ? _("Medicines in the boxes on %s")
                                                         : _("Medicines in the box on %s"),
                                            today->day);
    g_autofree char *below = today->pages > 1 ? g_strdup_printf(_("%s (page %zu of %zu)"), what,
                                                                today->page, today->pages)
                                              : g_strdup(what);

    layout->width = width;
    layout->height = height;
    if (!wall_check(width, height, error))
        return false;
    layout->name = g_strdup(today->place);
    page = wall_page(layout, measure);
    list.page = &page;
    list.top = wall_heading(&page, _("place"), today->place, below);
    list.bottom = height - page.margin - foot_height(&list) - page.gap;
    choose_size(&list);
    set_list(&list, layout);
    if (list.all == 0)
        set_empty(&list);
    if (list.shown < list.all)
        layout_add_note(layout, _("the page has no room for all medicines; its last lines say how "
                                  "many are left out: a larger sheet shows more"));
    set_foot(&list);
    return true;
}
