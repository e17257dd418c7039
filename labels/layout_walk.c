#include "labels/layout_walk.h"

#include <math.h>

#include <glib.h>

#include "base/words.h"
#include "labels/layout_wall.h"

/* All in mm; what is read in the hand need not be large. */
#define MARGIN 12.0
#define BAND 13.0    /* the title's, on each page */
#define SUMMARY 26.0 /* below it on the first: what it comes to, and the command */
#define COMMAND_SIDE 24.0
#define SIDE 22.0  /* of a box's QR code and the white around it */
#define HEAD 15.0  /* name, place, phone and code of a box */
#define ROW 10.5   /* a medicine */
#define NOTE 5.5   /* something that is left out */
#define NOTES 7.0  /* above these: what they are */
#define GAP 3.0    /* between stops */
#define SQUARE 5.5 /* to tick */
#define TYPE 4.0
#define HAND 20.0 /* cm: how far a list is held from the scanner */
#define FOOT 14.0 /* signature and number of the page */

/* Some of a stop's tasks, as far as the page goes; behind the last stop: of what is left out. */
struct block {
    size_t stop, first, n;
};

static double
room(size_t page, double height)
{
    return height - 2 * MARGIN - BAND - FOOT - GAP - (page == 0 ? SUMMARY : 0);
}

static double
block_height(const struct walk_list *list, size_t stop, size_t tasks)
{
    if (stop == list->n)
        return NOTES + (double)tasks * NOTE + GAP;
    return fmax(SIDE + 2, HEAD + (double)tasks * ROW) + GAP;
}

static size_t
tasks_of(const struct walk_list *list, size_t stop)
{
    return stop == list->n ? list->left_out_n : list->stops[stop].n;
}

/* As many tasks as a room holds; 0 where there is none for a stop at all. */
static size_t
fitting(const struct walk_list *list, size_t stop, size_t tasks, double left)
{
    while (tasks > 0 && block_height(list, stop, tasks) > left)
        tasks--;
    return tasks;
}

/* Lays out from the beginning: the blocks of page i into blocks (may be NULL), and how many pages there
 * are. */
static size_t
paginate(const struct walk_list *list, double height, size_t i, GArray *blocks)
{
    size_t page = 0;
    double left = room(0, height);

    for (size_t stop = 0; stop <= list->n; stop++)
        for (size_t done = 0; done < tasks_of(list, stop);) {
            size_t n = fitting(list, stop, tasks_of(list, stop) - done, left);
            struct block block = {stop, done, n};

            if (n == 0) {
                left = room(++page, height);
                continue;
            }
            if (page == i && blocks != NULL)
                g_array_append_val(blocks, block);
            left -= block_height(list, stop, n);
            done += n;
        }
    return page + 1;
}

size_t
layout_walk_pages(const struct walk_list *list, double width, double height)
{
    return wall_check(width, height, NULL) ? paginate(list, height, 0, NULL) : 0;
}

/* ----------------------------------------------------------------------------------------- parts */

static struct column_style
plain(double size)
{
    return (struct column_style){
        .size = size, .floor = 0.85 * size, .least = 0.7 * size, .lines = 1};
}

static struct column_style
bold(double size)
{
    struct column_style style = plain(size);

    style.bold = true;
    return style;
}

static void
set_text(const struct wall *page, double x, double y, double width, const char *what,
         const char *text, struct column_style style)
{
    struct column column = {
        .layout = page->layout, .measure = page->measure, .x = x, .width = width, .y = y};

    column_text(&column, what, text, &style);
}

static void
set_band(const struct wall *page, const struct walk_list *list)
{
    struct column_style title = bold(7), day = plain(4.5);
    double width = page->layout->width - 2 * MARGIN;

    title.white = day.white = true;
    title.floor = title.least = 4;
    day.side = COLUMN_RIGHT;
    wall_fill(page->layout, MARGIN, MARGIN, width, BAND, 2);
    wall_middle(page, MARGIN + 4, MARGIN, 0.7 * width - 4, BAND, _("walk"), list->title, &title);
    wall_middle(page, MARGIN + 0.7 * width, MARGIN, 0.3 * width - 4, BAND, _("day"), list->day,
                &day);
}

static void
set_summary(const struct wall *page, const struct walk_list *list)
{
    double x = page->layout->width - MARGIN - COMMAND_SIDE, y = MARGIN + BAND + 1;
    struct column_style text = plain(TYPE);
    struct column column = {.layout = page->layout,
                            .measure = page->measure,
                            .x = MARGIN,
                            .width = x - MARGIN - 4,
                            .y = y + 4};
    struct column_style sum = bold(5);

    sum.lines = text.lines = 2;
    column_text(&column, _("summary"), list->summary, &sum);
    column_next(&column, 3, _("note"),
                _("With the scanner: first the code on the right, then at each box its label and "
                  "every pack."),
                &text);
    layout_add_symbol(
        page->layout,
        &(struct layout_symbol){
            .x = x, .y = y, .side = COMMAND_SIDE, .far_cm = HAND, .text = g_strdup(list->command)});
}

/* The square, what to do, and what with. */
static void
set_task(const struct wall *page, const struct walk_task *task, double x, double y, double width)
{
    double tag = x + SQUARE + 3, name = tag + 21, amount = 0.34 * width;
    struct column_style much = bold(TYPE + 0.4), what = bold(TYPE);

    much.side = COLUMN_RIGHT;
    much.least = what.least = 0.55 * TYPE;
    layout_add_frame(page->layout,
                     &(struct layout_frame){
                         .x = x, .y = y + 1.5, .width = SQUARE, .height = SQUARE, .stroke = 0.4});
    set_text(page, tag, y + 2.2, 19, _("what"), task->puts ? _("put into it") : _("take along"),
             what);
    set_text(page, name, y + 1, x + width - amount - name - 2, _("medicine"), task->medicine, what);
    set_text(page, name, y + 6, x + width - name, _("batch"), task->lot, plain(3.2));
    set_text(page, x + width - amount, y + 1, amount, _("amount"), task->amount, much);
}

static void
set_number(const struct wall *page, size_t stop, double x, double y)
{
    g_autofree char *number = g_strdup_printf("%zu", stop + 1);
    struct column_style style = bold(5.5);

    style.white = true;
    style.side = COLUMN_CENTRE;
    wall_fill(page->layout, x, y, 9, 9, 4.5);
    wall_middle(page, x, y, 9, 9, _("stop"), number, &style);
}

static void
set_stop(const struct wall *page, const struct walk_list *list, const struct block *block, double y)
{
    const struct walk_stop *stop = &list->stops[block->stop];
    double x = MARGIN + 11, end = page->layout->width - MARGIN;
    double text = x + SIDE + 3, width = end - text;
    g_autofree char *where =
        g_strjoin("   ", stop->code,
                  stop->place != NULL && stop->place[0] != '\0' ? stop->place : NULL, NULL);
    g_autofree char *again =
        block->first > 0 ? g_strdup_printf(_("%s (continued)"), stop->name) : g_strdup(stop->name);
    struct column_style phone = plain(TYPE);

    phone.side = COLUMN_RIGHT;
    set_number(page, block->stop, MARGIN, y + 1);
    layout_add_symbol(
        page->layout,
        &(struct layout_symbol){
            .x = x, .y = y, .side = SIDE, .far_cm = HAND, .text = g_strdup(stop->address)});
    set_text(page, text, y + 1, 0.68 * width, _("box name"), again, bold(5.2));
    set_text(page, text + 0.7 * width, y + 1.8, 0.3 * width, _("phone"), stop->phone, phone);
    set_text(page, text, y + 8.5, width, _("place"), where, plain(TYPE));
    for (size_t i = 0; i < block->n; i++)
        set_task(page, &stop->tasks[block->first + i], text, y + HEAD + (double)i * ROW, width);
    layout_add_frame(page->layout, &(struct layout_frame){
                                       .x = MARGIN,
                                       .y = y + block_height(list, block->stop, block->n) - GAP / 2,
                                       .width = end - MARGIN,
                                       .stroke = 0.2});
}

static void
set_left_out(const struct wall *page, const struct walk_list *list, const struct block *block,
             double y)
{
    double width = page->layout->width - 2 * MARGIN;

    set_text(page, MARGIN, y + 1, width, _("note"), _("Not to be carried any more:"), bold(TYPE));
    for (size_t i = 0; i < block->n; i++)
        set_text(page, MARGIN, y + NOTES + (double)i * NOTE, width, _("left out"),
                 list->left_out[block->first + i], plain(TYPE));
}

/* On the last page who went signs, and every page has its number. */
static void
set_foot(const struct wall *page, size_t i, size_t pages)
{
    double y = page->layout->height - MARGIN - 6, width = page->layout->width - 2 * MARGIN;
    g_autofree char *number = g_strdup_printf(_("page %zu of %zu"), i + 1, pages);
    struct column_style right = plain(3.5);

    right.side = COLUMN_RIGHT;
    set_text(page, MARGIN + 0.75 * width, y, 0.25 * width, _("page"), number, right);
    if (i + 1 < pages)
        return;
    set_text(page, MARGIN, y, 0.2 * width, _("note"), _("Signed:"), plain(TYPE));
    set_text(page, MARGIN + 0.42 * width, y, 0.2 * width, _("note"), _("Finished at:"),
             plain(TYPE));
    layout_add_frame(page->layout, &(struct layout_frame){.x = MARGIN + 26,
                                                          .y = y + 4.5,
                                                          .width = 0.42 * width - 30,
                                                          .stroke = 0.2});
    layout_add_frame(page->layout, &(struct layout_frame){.x = MARGIN + 0.42 * width + 26,
                                                          .y = y + 4.5,
                                                          .width = 0.3 * width - 26,
                                                          .stroke = 0.2});
}

bool
layout_walk(const struct walk_list *list, size_t i, double width, double height,
            const struct fit_measure *measure, struct layout *layout, GError **error)
{
    g_autoptr(GArray) blocks = g_array_new(FALSE, FALSE, sizeof(struct block));
    struct wall page;
    size_t pages;
    double y;

    layout->width = width;
    layout->height = height;
    if (!wall_check(width, height, NULL))
        return err_set(error, ERR_REFUSED,
                       _("A page of %.1f × %.1f mm is too small for a walking list; A5 is the "
                         "smallest"),
                       width, height);
    layout->name = g_strdup(list->title);
    page = wall_page(layout, measure);
    pages = paginate(list, height, i, blocks);
    set_band(&page, list);
    if (i == 0)
        set_summary(&page, list);
    y = MARGIN + BAND + GAP + (i == 0 ? SUMMARY : 0);
    for (guint b = 0; b < blocks->len; b++) {
        const struct block *block = &g_array_index(blocks, struct block, b);

        if (block->stop == list->n)
            set_left_out(&page, list, block, y);
        else
            set_stop(&page, list, block, y);
        y += block_height(list, block->stop, block->n);
    }
    set_foot(&page, i, pages);
    return true;
}
