#include "labels/layout_label.h"

#include <math.h>
#include <string.h>

#include "base/words.h"
#include "labels/layout_strips.h"

#define EDGE 0.5        /* mm of white between the sticker's edge and the QR code's own white */
#define HOST_STRIP 6.2  /* under the QR code, for the host and the margin */
#define WHITE 0.108     /* of the QR square's side on each side of the symbol: 4 modules of 37 */
#define RIGHT 2.3       /* mm between the column of text and the right edge */
#define LEAST_SIDE 18.0 /* mm: a QR code smaller than this is not for a wall */
#define LEAST_COLUMN 20.0
#define LEAST_HANZI 2.5   /* mm */
#define QUIET 4           /* modules of white around a symbol */
#define USUAL_MODULE 0.75 /* mm */
#define GAP_LINES 0.25    /* em between the lines of a group */
#define GAP_GROUPS 1.1    /* mm between groups at the least, */
#define GAP_AIRY 3.2      /* and at the most, times how much larger the type is */
#define GAP_LOW 0.8       /* at the least on a low label: */
#define LOW 28.0          /* mm: below this the host has no place under the QR code */
#define LOW_TOP 1.6       /* mm of white above and below the texts of such a label */
#define STACKED 0.9       /* of the width: a label as high as this has the texts below */
#define STACKED_SIDE 0.56 /* of the height, for the QR code there */
#define USUAL_WIDTH 63.5 /* mm: the label that the sizes of type are for; larger ones have larger */
#define USUAL_HEIGHT 38.1

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
    [LABEL_CODE] = {5.8, 4.6, 2.8, true, true, true, 0.73, 0.00},
    [LABEL_RULE_1] = {2.9, 2.6, 2.5, true, false, true, 0.84, 0.10},
    [LABEL_RULE_2] = {2.9, 2.6, 2.5, true, false, false, 0.84, 0.10},
    [LABEL_PHONE] = {3.3, 2.5, 2.5, false, true, true, 0.76, 0.00},
    [LABEL_HOST] = {2.6, 2.0, 2.0, false, true, true, 0.76, 0.20},
};

/* What is given up for height, step by step: size first, then second lines, the name's last and the
 * first rule's before it; at the end the least sizes themselves, as far as LEAST_HANZI. */
static const struct squeeze {
    double scale, least;
    int lines[LABEL_LINES];
} squeezes[] = {
    {1.00, 1, {2, 2, 2, 1, 2, 2, 2, 1}}, {0.92, 1, {2, 2, 2, 1, 2, 2, 2, 1}},
    {0.84, 1, {2, 2, 2, 1, 2, 2, 2, 1}}, {0.76, 1, {2, 2, 2, 1, 2, 2, 2, 1}},
    {0.76, 1, {2, 2, 2, 1, 2, 1, 2, 1}}, {0.76, 1, {2, 2, 1, 1, 2, 1, 2, 1}},
    {0.76, 1, {2, 1, 1, 1, 2, 1, 2, 1}}, {0.76, 1, {2, 1, 1, 1, 1, 1, 2, 1}},
    {0.70, 0, {1, 1, 1, 1, 1, 1, 2, 1}},
};

struct column {
    double x, width, top, bottom; /* bottom is the last baseline */
    double gap;                   /* between groups, at the least */
    double scale;                 /* of the type */
    bool centred;
};

/* Where QR code, texts and host go. */
struct arrangement {
    double qr_x, qr_y, side;
    struct column column;
    bool host_inside; /* the host is the column's last line */
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
         const struct squeeze *squeeze, const struct column *column,
         const struct fit_measure *measure)
{
    const struct style *style = &styles[line];
    double least = style->whole ? style->least : fmax(style->least * squeeze->least, LEAST_HANZI);
    const struct fit_wish wish = {
        .width = column->width,
        .size =
            fmax(style->size * squeeze->scale * column->scale, style->whole ? style->floor : least),
        .floor = fmax(style->floor * squeeze->scale * column->scale, least),
        .least = least,
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

static bool
refuse_size(const struct layout *layout, GError **error)
{
    return err_set(error, ERR_REFUSED, _("A label of %.1f × %.1f mm is too small for a box label"),
                   layout->width, layout->height);
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
set_column(struct layout *layout, const struct label *label, const struct arrangement *at,
           const struct fit_measure *measure, GError **error)
{
    const struct column *column = &at->column;
    int lines = at->host_inside ? LABEL_LINES : LABEL_HOST;

    for (size_t i = 0; i < G_N_ELEMENTS(squeezes); i++) {
        layout_drop_runs(layout);
        for (int line = 0; line < lines; line++)
            if (!set_line(layout, label, (enum label_line)line, &squeezes[i], column, measure))
                return refuse_whole(label, (enum label_line)line, error);
        even_out(layout, LABEL_AREA, LABEL_PLACE);
        even_out(layout, LABEL_RULE_1, LABEL_RULE_2);
        if (natural_height(layout) + gaps(layout) * column->gap <= column->bottom - column->top)
            return true;
    }
    return refuse_size(layout, error);
}

/* Spreads the groups over the column; what is more than airy stays free, half above, half below. */
static void
place_column(struct layout *layout, const struct column *column)
{
    double room = column->bottom - column->top - natural_height(layout);
    int n = gaps(layout);
    double gap = n > 0 ? fmin(room / n, GAP_AIRY * column->scale) : 0;
    double y = column->top + (room - n * gap) / 2;

    for (size_t i = 0; i < layout->n_runs; i++) {
        struct layout_run *run = &layout->runs[i];

        if (i == 0)
            y += run->rise;
        else
            y += step(layout, i) + (begins_group(layout, i) ? gap : 0);
        run->x = column->x + (column->centred ? (column->width - run->width) / 2 : 0);
        run->baseline = y;
    }
}

/* The host, centred under the QR code. */
static bool
set_host(struct layout *layout, const struct label *label, const struct arrangement *at,
         const struct fit_measure *measure, GError **error)
{
    double middle = at->qr_x + at->side / 2;
    const struct column below = {.width = 2 * (middle - LAYOUT_LABEL_MARGIN),
                                 .scale = at->column.scale};
    struct layout_run *run;

    if (!set_line(layout, label, LABEL_HOST, &squeezes[0], &below, measure))
        return refuse_whole(label, LABEL_HOST, error);
    run = &layout->runs[layout->n_runs - 1];
    run->x = middle - run->width / 2;
    run->baseline =
        at->qr_y + at->side + styles[LABEL_HOST].rise * styles[LABEL_HOST].size * at->column.scale;
    return true;
}

static char *
name(const struct label *label)
{
    char code[BOXCODE_PRINT_SIZE];

    return g_strdup_printf(_("Box %s"), boxcode_format(label->code, code));
}

/* Modules of the smallest symbol of level M that holds an address: 25, and 4 more for each version.
 * With its scheme in lower case and the rest in upper case it takes 89 bits and 5.5 a character
 * behind "https://"; versions 2, 3 and 4 hold 224, 352 and 512 (ISO/IEC 18004, table 7). */
static int
modules(const char *address)
{
    static const double bits[] = {224, 352, 512};
    double needed = 89 + 5.5 * (double)(strlen(address) - strlen("https://"));
    int n = 25;

    for (size_t i = 0; i < G_N_ELEMENTS(bits) && needed > bits[i]; i++)
        n += 4;
    return n;
}

/* The nonce of the print goes along where that makes the symbol no larger, or where its modules, with
 * the usual white around them, can still be read from the usual distance. */
static char *
address(const struct label *label, double side)
{
    const struct boxcode_nonce none = {""};
    char *plain = boxcode_url(label->host, label->code, none);
    g_autofree char *with = boxcode_url(label->host, label->code, label->nonce);
    int n = modules(with);

    if (n > modules(plain) && side / (n + 2 * QUIET) < USUAL_MODULE)
        return plain;
    g_free(plain);
    return g_steal_pointer(&with);
}

/* Texts beside the QR code, and the host under it. */
static struct arrangement
beside(double width, double height)
{
    double scale = fmax(1, fmin(width / USUAL_WIDTH, height / USUAL_HEIGHT));
    double strip = HOST_STRIP * scale;
    double side = floor(10 * fmin(height - EDGE - strip, width / 2)) / 10;
    double top = (height - side - strip + EDGE) / 2;

    return (struct arrangement){
        .qr_x = EDGE,
        .qr_y = top,
        .side = side,
        .column = {.x = EDGE + side,
                   .width = width - RIGHT - EDGE - side,
                   .top = top + WHITE * side,
                   .bottom = top + side + styles[LABEL_HOST].rise * styles[LABEL_HOST].size * scale,
                   .gap = GAP_GROUPS,
                   .scale = scale},
    };
}

/* Texts and host beside a QR code as high as the label. */
static struct arrangement
low(double width, double height)
{
    double side = floor(10 * fmin(height - 2 * EDGE, width / 2)) / 10;

    return (struct arrangement){
        .qr_x = EDGE,
        .qr_y = (height - side) / 2,
        .side = side,
        .column = {.x = EDGE + side,
                   .width = width - RIGHT - EDGE - side,
                   .top = LOW_TOP,
                   .bottom = height - LOW_TOP,
                   .gap = GAP_LOW,
                   .scale = 1},
        .host_inside = true,
    };
}

/* Texts below the QR code and the host. */
static struct arrangement
stacked(double width, double height)
{
    double scale = fmax(1, width / USUAL_WIDTH);
    double side = floor(10 * fmin(width - 2 * EDGE, STACKED_SIDE * height)) / 10;
    double host = styles[LABEL_HOST].size * scale;

    return (struct arrangement){
        .qr_x = (width - side) / 2,
        .qr_y = EDGE,
        .side = side,
        .column = {.x = 2 * RIGHT,
                   .width = width - 4 * RIGHT,
                   .top = EDGE + side + 1.4 * host,
                   .bottom = height - RIGHT * scale,
                   .gap = GAP_GROUPS,
                   .scale = scale,
                   .centred = true},
    };
}

static struct arrangement
arrange(double width, double height)
{
    if (height < LOW)
        return low(width, height);
    return height >= STACKED * width ? stacked(width, height) : beside(width, height);
}

bool
layout_label(const struct label *label, double width, double height,
             const struct fit_measure *measure, struct layout *layout, GError **error)
{
    double body = height - layout_strips_height(label);
    const struct arrangement at = arrange(width, body);

    layout->width = width;
    layout->height = height;
    if (!label_check(label, error))
        return false;
    if (at.side < LEAST_SIDE || at.column.width < LEAST_COLUMN)
        return refuse_size(layout, error);
    layout->name = name(label);
    layout_add_symbol(
        layout, &(struct layout_symbol){
                    .x = at.qr_x, .y = at.qr_y, .side = at.side, .text = address(label, at.side)});
    if (!set_column(layout, label, &at, measure, error))
        return false;
    place_column(layout, &at.column);
    if (!at.host_inside && !set_host(layout, label, &at, measure, error))
        return false;
    layout_strips(layout, label, body, measure);
    return true;
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
