#include "labels/layout_strips.h"

#include <glib.h>

#include "base/words.h"

#define MARGIN 2.0    /* mm at either end of a strip */
#define STUB 8.0      /* mm: height of the strip to tear off, */
#define STUB_DASH 1.2 /* and of the dashes to tear it by */
#define INSPECT 7.0   /* mm: height of the strip of squares to tick */
#define MONTHS 12

double
layout_strips_height(const struct label *label)
{
    return (label->stub ? STUB : 0) + (label->inspect ? INSPECT : 0);
}

/* A text in the strips along the lower edge. */
static void
add_strip_text(struct layout *layout, const char *what, const char *text, double size, bool bold,
               double x, double width, double middle, const struct fit_measure *measure)
{
    const struct fit_wish wish = {
        .width = width, .size = size, .floor = size, .least = 2, .lines = 1, .bold = bold};
    struct fit fit;

    fit_text(text, &wish, measure, &fit);
    layout_add_run(layout,
                   &(struct layout_run){
                       .line = LABEL_LINES,
                       .what = what,
                       .x = x,
                       .baseline = middle + 0.36 * fit.size,
                       .size = fit.size,
                       .width = measure->width(measure->with, fit.lines[0], bold) * fit.size,
                       .rise = 0.84 * fit.size,
                       .fall = 0.10 * fit.size,
                       .bold = bold,
                       .cut = fit.cut,
                       .whole = fit.cut ? g_strdup(text) : NULL,
                       .text = g_steal_pointer(&fit.lines[0]),
                   });
    fit_clear(&fit);
}

/* Twelve squares, each with the number of a month. */
static void
add_inspection(struct layout *layout, double y, const struct fit_measure *measure)
{
    double width = (layout->width - 2 * MARGIN) / MONTHS;

    for (int month = 1; month <= MONTHS; month++) {
        double x = MARGIN + (month - 1) * width;
        g_autofree char *number = g_strdup_printf("%d", month);

        layout_add_frame(
            layout, &(struct layout_frame){
                        .x = x, .y = y, .width = width, .height = INSPECT - 1.5, .stroke = 0.15});
        add_strip_text(layout, _("month"), number, 2.2, false, x + 0.5, width - 1, y + 1.5,
                       measure);
    }
}

/* The code and the name of the box, to be kept by who looks after it. */
static void
add_stub(struct layout *layout, const struct label *label, double y,
         const struct fit_measure *measure)
{
    double x = MARGIN, middle = y + STUB / 2;
    g_autofree char *code = label_line_text(label, LABEL_CODE);
    const struct layout_run *run;

    layout_add_frame(
        layout,
        &(struct layout_frame){
            .x = x, .y = y, .width = layout->width - 2 * x, .stroke = 0.2, .dash = STUB_DASH});
    add_strip_text(layout, label_line_word(LABEL_CODE), code, 4.6, true, x, layout->width, middle,
                   measure);
    run = &layout->runs[layout->n_runs - 1];
    x = run->x + run->width + 2;
    if (label->name != NULL && label->name[0] != '\0')
        add_strip_text(layout, label_line_word(LABEL_NAME), label->name, 3.2, false, x,
                       layout->width - MARGIN - x, middle, measure);
}

void
layout_strips(struct layout *layout, const struct label *label, double y,
              const struct fit_measure *measure)
{
    if (label->inspect)
        add_inspection(layout, y, measure);
    if (label->stub)
        add_stub(layout, label, layout->height - STUB, measure);
}
