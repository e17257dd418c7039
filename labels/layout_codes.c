#include "labels/layout_codes.h"

#include <math.h>

#include <glib.h>

#include "base/words.h"
#include "labels/layout_wall.h"
#include "scanner/command.h"

#define COLUMNS 3
#define SIDE 0.56 /* of a cell's height, for the QR code */

/* In the order in which a hand finds them: what is done, then how often. */
static const struct command commands[] = {
    {COMMAND_IN, 0},     {COMMAND_OUT, 0},    {COMMAND_COUNT, 0},  {COMMAND_LOOK, 0},
    {COMMAND_WALK, 0},   {COMMAND_UNDO, 0},   {COMMAND_DONE, 0},   {COMMAND_TIMES, 2},
    {COMMAND_TIMES, 3},  {COMMAND_TIMES, 4},  {COMMAND_TIMES, 5},  {COMMAND_TIMES, 6},
    {COMMAND_TIMES, 7},  {COMMAND_TIMES, 8},  {COMMAND_TIMES, 9},  {COMMAND_TIMES, 10},
    {COMMAND_TIMES, 12}, {COMMAND_TIMES, 15}, {COMMAND_TIMES, 20}, {COMMAND_TIMES, 24},
};

static char *
name_of(struct command command)
{
    return command.word == COMMAND_TIMES ? g_strdup_printf("× %d", command.quantity)
                                         : g_strdup(words(command_name(command.word)));
}

static void
set_cell(const struct wall *page, struct command command, double x, double y, double width,
         double height)
{
    double side = fmin(SIDE * height, 0.7 * width), t = 0.13 * height;
    const struct column_style name = {.size = t,
                                      .floor = 0.8 * t,
                                      .least = 0.6 * t,
                                      .lines = 1,
                                      .bold = true,
                                      .side = COLUMN_CENTRE};
    const struct column_style small = {
        .size = 0.4 * t, .floor = 0.4 * t, .least = 0.3 * t, .lines = 1, .side = COLUMN_CENTRE};
    struct column column = {.layout = page->layout,
                            .measure = page->measure,
                            .x = x,
                            .width = width,
                            .y = y + 0.05 * height + side};
    char code[COMMAND_SIZE];
    g_autofree char *text = name_of(command);

    command_format(command, code);
    layout_add_symbol(page->layout, &(struct layout_symbol){.x = x + (width - side) / 2,
                                                            .y = y + 0.04 * height,
                                                            .side = side,
                                                            .text = g_strdup(code)});
    column_text(&column, _("command"), text, &name);
    column_next(&column, 0.3 * t, _("code"), code, &small);
}

bool
layout_codes(double width, double height, const struct fit_measure *measure, struct layout *layout,
             GError **error)
{
    const int rows = (G_N_ELEMENTS(commands) + COLUMNS - 1) / COLUMNS;
    struct wall page;
    double top, w, h;

    layout->width = width;
    layout->height = height;
    if (!wall_check(width, height, error))
        return false;
    layout->name = g_strdup(_("Command codes"));
    page = wall_page(layout, measure);
    page.heading *= 0.5;
    top = wall_heading(&page, _("heading"), _("Command codes for the hand scanner"), NULL);
    w = (width - 2 * page.margin) / COLUMNS;
    h = (height - page.margin - top) / rows;
    for (int i = 0; i < (int)G_N_ELEMENTS(commands); i++)
        set_cell(&page, commands[i], page.margin + i % COLUMNS * w, top + i / COLUMNS * h, w, h);
    return true;
}
