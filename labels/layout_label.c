#include "labels/layout_label.h"

#include <math.h>

#include "base/words.h"

#define EDGE 0.5        /* mm of white between the sticker's edge and the QR code's own white */
#define HOST_STRIP 6.2  /* under the QR code, for the host and the margin */
#define WHITE 0.108     /* of the QR square's side on each side of the symbol: 4 modules of 37 */
#define RIGHT 2.3       /* mm between the column of text and the right edge */
#define LEAST_SIDE 18.0 /* mm: a QR code smaller than this is not for a wall */
#define LEAST_COLUMN 20.0
#define GAP_LINES 0.25 /* em between the lines of a group */
#define GAP_GROUPS 1.1 /* mm between groups at the least, */
#define GAP_AIRY 3.2   /* and at the most */

/* Sizes in mm; how much of an em the ink goes above and below the baseline. */
struct style {
    double size, floor, least;
    bool bold, whole, group; /* never shortened; begins a group */
    double rise, fall;
};

static const struct style styles[LABEL_LINES] = {
    [LABEL_NAME] = {4.6, 3.6, 3.0, true, false, true, 0.84, 0.10},
    [LABEL_AREA] = {3.3, 2.8, 2.5, false, false, true, 0.84, 0.10},
    [LABEL_PLACE] = {3.3, 2.8, 2.5, false, false, false, 0.84, 0.10},
    [LABEL_CODE] = {5.8, 4.6, 4.6, true, true, true, 0.73, 0.00},
    [LABEL_RULE_1] = {2.9, 2.6, 2.5, true, false, true, 0.84, 0.10},
    [LABEL_RULE_2] = {2.9, 2.6, 2.5, true, false, false, 0.84, 0.10},
    [LABEL_PHONE] = {3.3, 2.5, 2.5, false, true, true, 0.76, 0.00},
    [LABEL_HOST] = {2.6, 2.0, 2.0, false, true, true, 0.76, 0.20},
};

/* What is given up for height, step by step: size first, then second lines, the name's last
 * and the first rule's before it. */
static const struct squeeze {
    double scale;
    int lines[LABEL_LINES];
} squeezes[] = {
    {1.00, {2, 2, 2, 1, 2, 2, 2, 1}}, {0.92, {2, 2, 2, 1, 2, 2, 2, 1}},
    {0.84, {2, 2, 2, 1, 2, 2, 2, 1}}, {0.76, {2, 2, 2, 1, 2, 2, 2, 1}},
    {0.76, {2, 2, 2, 1, 2, 1, 2, 1}}, {0.76, {2, 2, 1, 1, 2, 1, 2, 1}},
    {0.76, {2, 1, 1, 1, 2, 1, 2, 1}}, {0.76, {2, 1, 1, 1, 1, 1, 2, 1}},
    {0.76, {1, 1, 1, 1, 1, 1, 2, 1}},
};

struct column {
    double x, width, top, bottom; /* bottom is the last baseline */
};

static void
resize(struct layout_run *run, double size)
{
    run->width *= size / run->size;
    run->rise *= size / run->size;
    run->fall *= size / run->size;
    run->size = size;
}

static void
add_run(struct layout *layout, enum label_line line, double size, char *text, bool cut,
        const struct fit_measure *measure)
{
    const struct style *style = &styles[line];

    layout_add_run(layout, &(struct layout_run){
                               .line = (int)line,
                               .what = label_line_word(line),
                               .size = size,
                               .width = measure->width(measure->with, text, style->bold) * size,
                               .rise = style->rise * size,
                               .fall = style->fall * size,
                               .bold = style->bold,
                               .cut = cut,
                               .text = text,
                           });
}

/* Sets one line's text into a width; returns whether it is all there. */
static bool
set_line(struct layout *layout, const struct label *label, enum label_line line,
         const struct squeeze *squeeze, double width, const struct fit_measure *measure)
{
    const struct style *style = &styles[line];
    const struct fit_wish wish = {
        .width = width,
        .size = fmax(style->size * squeeze->scale, style->least),
        .floor = fmax(style->floor * squeeze->scale, style->least),
        .least = style->least,
        .lines = squeeze->lines[line],
        .bold = style->bold,
    };
    g_autofree char *text = label_line_text(label, line);
    struct fit fit;
    bool whole;

    if (text == NULL)
        return true;
    fit_text(text, &wish, measure, &fit);
    whole = !fit.cut;
    for (int i = 0; i < fit.n; i++)
        add_run(layout, line, fit.size, g_steal_pointer(&fit.lines[i]), fit.cut && i == fit.n - 1,
                measure);
    fit_clear(&fit);
    return whole || !style->whole;
}

static bool
begins_group(const struct layout *layout, size_t i)
{
    int line = layout->runs[i].line, before = layout->runs[i - 1].line;

    if (line == before)
        return false;
    return styles[line].group || (line == LABEL_PLACE && before != LABEL_AREA) ||
           (line == LABEL_RULE_2 && before != LABEL_RULE_1);
}

/* From the baseline of run i - 1 to that of run i, without the gap between groups. */
static double
step(const struct layout *layout, size_t i)
{
    const struct layout_run *run = &layout->runs[i], *before = run - 1;
    double gap = begins_group(layout, i) ? 0 : GAP_LINES * run->size;

    return before->fall + gap + run->rise;
}

static int
gaps(const struct layout *layout)
{
    int n = 0;

    for (size_t i = 1; i < layout->n_runs; i++)
        n += begins_group(layout, i);
    return n;
}

/* From the top of the first run's ink to the last baseline, without the gaps between groups. */
static double
natural_height(const struct layout *layout)
{
    double height = layout->n_runs > 0 ? layout->runs[0].rise : 0;

    for (size_t i = 1; i < layout->n_runs; i++)
        height += step(layout, i);
    return height;
}

static bool
refuse_whole(const struct label *label, enum label_line line, GError **error)
{
    char code[BOXCODE_PRINT_SIZE];

    return err_set(error, ERR_REFUSED,
                   _("Box %s: the %s is too long for this label and useless when shortened; use a "
                     "shorter one or a larger label"),
                   boxcode_format(label->code, code), label_line_word(line));
}

/* Two lines of a kind look restless in two sizes: the smaller serves for both. */
static void
even_out(struct layout *layout, int a, int b)
{
    double size = INFINITY;

    for (size_t i = 0; i < layout->n_runs; i++)
        if (layout->runs[i].line == a || layout->runs[i].line == b)
            size = fmin(size, layout->runs[i].size);
    for (size_t i = 0; i < layout->n_runs; i++)
        if (layout->runs[i].line == a || layout->runs[i].line == b)
            resize(&layout->runs[i], size);
}

/* Sets the column, giving up as little as possible. */
static bool
set_column(struct layout *layout, const struct label *label, const struct column *column,
           const struct fit_measure *measure, GError **error)
{
    for (size_t i = 0; i < G_N_ELEMENTS(squeezes); i++) {
        layout_drop_runs(layout);
        for (int line = 0; line < LABEL_HOST; line++)
            if (!set_line(layout, label, (enum label_line)line, &squeezes[i], column->width,
                          measure))
                return refuse_whole(label, (enum label_line)line, error);
        even_out(layout, LABEL_AREA, LABEL_PLACE);
        even_out(layout, LABEL_RULE_1, LABEL_RULE_2);
        if (natural_height(layout) + gaps(layout) * GAP_GROUPS <= column->bottom - column->top)
            return true;
    }
    return err_set(error, ERR_REFUSED, _("A label of %.1f × %.1f mm is too small for a box label"),
                   layout->width, layout->height);
}

/* Spreads the groups over the column; what is more than airy stays free, half above, half below. */
static void
place_column(struct layout *layout, const struct column *column)
{
    double room = column->bottom - column->top - natural_height(layout);
    int n = gaps(layout);
    double gap = n > 0 ? fmin(room / n, GAP_AIRY) : 0;
    double y = column->top + (room - n * gap) / 2;

    for (size_t i = 0; i < layout->n_runs; i++) {
        struct layout_run *run = &layout->runs[i];

        if (i == 0)
            y += run->rise;
        else
            y += step(layout, i) + (begins_group(layout, i) ? gap : 0);
        run->x = column->x;
        run->baseline = y;
    }
}

/* The host, centred under the QR code. */
static bool
set_host(struct layout *layout, const struct label *label, double baseline,
         const struct fit_measure *measure, GError **error)
{
    double left = LAYOUT_LABEL_MARGIN;
    double middle = layout->symbols[0].x + layout->symbols[0].side / 2;
    struct layout_run *run;

    if (!set_line(layout, label, LABEL_HOST, &squeezes[0], 2 * (middle - left), measure))
        return refuse_whole(label, LABEL_HOST, error);
    run = &layout->runs[layout->n_runs - 1];
    run->x = middle - run->width / 2;
    run->baseline = baseline;
    return true;
}

static char *
name(const struct label *label)
{
    char code[BOXCODE_PRINT_SIZE];

    return g_strdup_printf(_("Box %s"), boxcode_format(label->code, code));
}

static char *
url(const struct label *label)
{
    const struct boxcode_nonce none = {""};

    return boxcode_url(label->host, label->code, none);
}

bool
layout_label(const struct label *label, double width, double height,
             const struct fit_measure *measure, struct layout *layout, GError **error)
{
    double side = floor(10 * fmin(height - EDGE - HOST_STRIP, width / 2)) / 10;
    double top = (height - side - HOST_STRIP + EDGE) / 2;
    const struct column column = {
        .x = EDGE + side,
        .width = width - RIGHT - EDGE - side,
        .top = top + WHITE * side,
        .bottom = top + side + styles[LABEL_HOST].rise * styles[LABEL_HOST].size,
    };

    layout->width = width;
    layout->height = height;
    if (!label_check(label, error))
        return false;
    if (side < LEAST_SIDE || column.width < LEAST_COLUMN)
        return err_set(error, ERR_REFUSED,
                       _("A label of %.1f × %.1f mm is too small for a box label"), width, height);
    layout->name = name(label);
    layout_add_symbol(
        layout, &(struct layout_symbol){.x = EDGE, .y = top, .side = side, .text = url(label)});
    if (!set_column(layout, label, &column, measure, error))
        return false;
    place_column(layout, &column);
    return set_host(layout, label, column.bottom, measure, error);
}

static bool
make(const void *with, size_t i, const struct fit_measure *measure, struct layout *layout,
     GError **error)
{
    const struct layout_labels *labels = with;

    return layout_label(&labels->labels[i], labels->width, labels->height, measure, layout, error);
}

struct layout_source
layout_label_source(const struct layout_labels *labels, size_t n)
{
    return (struct layout_source){.n = n, .make = make, .with = labels};
}
