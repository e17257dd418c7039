#include "labels/label_texts.h"

#include <math.h>
#include <string.h>

#include "base/words.h"

#define LEAST_HANZI 2.5 /* mm */
#define BESIDE 2.5      /* mm between a phone and the host right of it */
#define GAP_HOST 0.1    /* em between the two lines of a host */
#define GAP_AIRY 3.2    /* mm between groups at the most, times how much larger the type is */

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
    [LABEL_CODE] = {5.8, 4.6, 2.7, true, true, true, 0.73, 0.00},
    [LABEL_RULE_1] = {2.9, 2.6, 2.5, true, false, true, 0.84, 0.10},
    [LABEL_RULE_2] = {2.9, 2.6, 2.5, true, false, false, 0.84, 0.10},
    [LABEL_PHONE] = {3.3, 2.5, 2.5, false, true, true, 0.76, 0.00},
    [LABEL_HOST] = {ARRANGEMENT_HOST_SIZE, 2.0, 2.0, false, true, true, ARRANGEMENT_HOST_RISE,
                    0.20},
};

/* What is given up for height, step by step: size first, as far as LEAST_HANZI, then second lines, the
 * name's last and the first rule's before it. */
static const struct squeeze {
    double scale, least;
    int lines[LABEL_LINES];
} squeezes[] = {
    {1.00, 1, {4, 2, 2, 1, 2, 2, 2, 2}}, {0.92, 1, {4, 2, 2, 1, 2, 2, 2, 2}},
    {0.84, 1, {4, 2, 2, 1, 2, 2, 2, 2}}, {0.76, 1, {4, 2, 2, 1, 2, 2, 2, 2}},
    {0.70, 0, {4, 2, 2, 1, 2, 2, 2, 2}}, {0.70, 0, {4, 2, 2, 1, 2, 1, 2, 2}},
    {0.70, 0, {4, 2, 1, 1, 2, 1, 2, 2}}, {0.70, 0, {3, 1, 1, 1, 2, 1, 2, 2}},
    {0.70, 0, {3, 1, 1, 1, 1, 1, 2, 2}}, {0.70, 0, {2, 1, 1, 1, 1, 1, 2, 2}},
    {0.70, 0, {1, 1, 1, 1, 1, 1, 2, 2}},
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
add_run(struct layout *layout, enum label_line line, const struct fit *fit, int i, const char *text,
        const struct fit_measure *measure)
{
    const struct style *style = &styles[line];
    bool cut = fit->cut && i == fit->n - 1;
    double width = measure->width(measure->with, fit->lines[i], style->bold);

    layout_add_run(layout, &(struct layout_run){
                               .line = (int)line,
                               .what = label_line_word(line),
                               .size = fit->size,
                               .width = width * fit->size,
                               .rise = style->rise * fit->size,
                               .fall = style->fall * fit->size,
                               .bold = style->bold,
                               .cut = cut,
                               .text = g_strdup(fit->lines[i]),
                               .whole = cut ? g_strdup(text) : NULL,
                           });
}

static bool
refuse_whole(enum label_line line, const char *text, const struct fit *fit, GError **error)
{
    long sign = line == LABEL_PHONE ? 2 : 0; /* "☎ " is none of its characters, */
    long room = -1 - sign;                   /* nor is "…" */

    for (int i = 0; i < fit->n; i++)
        room += g_utf8_strlen(fit->lines[i], -1);
    return err_set(error, ERR_REFUSED,
                   _("the %s has %ld characters, and this label has room for about %ld; a part of "
                     "it is useless: use a shorter one or a larger label"),
                   label_line_word(line), g_utf8_strlen(text, -1) - sign, room);
}

/* What is made of a line's style where it is squeezed. */
static struct fit_wish
wish_of(enum label_line line, const struct squeeze *squeeze,
        const struct arrangement_column *column, double width)
{
    const struct style *style = &styles[line];
    double least = style->whole ? style->least : fmax(style->least * squeeze->least, LEAST_HANZI);
    double scale = squeeze->scale * column->scale;
    /* There one line as large as on a usual label is better than two larger ones. */
    bool narrow = column->narrow && line == LABEL_CODE;

    return (struct fit_wish){
        .width = width,
        .size = fmax(style->size * scale, style->whole ? style->floor : least),
        .floor = fmax(style->floor * (narrow ? 1 : scale), least),
        .least = least,
        .lines = narrow ? 2 : squeeze->lines[line],
        .bold = style->bold,
        .address = line == LABEL_HOST || line == LABEL_CODE,
        .phones = line == LABEL_PHONE,
    };
}

/* Sets one line's text into a width. ERR_REFUSED where it would be useless. */
static bool
set_line(struct layout *layout, const struct label *label, enum label_line line,
         const struct squeeze *squeeze, const struct arrangement_column *column, double width,
         const struct fit_measure *measure, GError **error)
{
    const struct fit_wish wish = wish_of(line, squeeze, column, width);
    g_autofree char *text = label_line_text(label, line);
    struct fit fit;
    bool ok;

    if (text == NULL)
        return true;
    fit_text(text, &wish, measure, &fit);
    ok = !fit.cut || !styles[line].whole || refuse_whole(line, text, &fit, error);
    for (int i = 0; i < fit.n; i++)
        add_run(layout, line, &fit, i, text, measure);
    fit_clear(&fit);
    return ok;
}

/* Phone and host stand side by side where a wide column has room for both. */
static bool
is_beside(const struct layout *layout, const struct arrangement_column *column, size_t i)
{
    const struct layout_run *run = &layout->runs[i], *before = run - 1;
    bool alone = i + 1 == layout->n_runs && (i < 2 || before[-1].line != LABEL_PHONE);

    return run->line == LABEL_HOST && before->line == LABEL_PHONE && alone &&
           before->width + BESIDE + run->width <= column->width;
}

static bool
begins_group(const struct layout *layout, const struct arrangement_column *column, size_t i)
{
    int line = layout->runs[i].line, before = layout->runs[i - 1].line;

    if (line == before || is_beside(layout, column, i))
        return false;
    return styles[line].group || (line == LABEL_PLACE && before != LABEL_AREA) ||
           (line == LABEL_RULE_2 && before != LABEL_RULE_1);
}

/* From the baseline of run i - 1 to that of run i, without the gap between groups. */
static double
step(const struct layout *layout, const struct arrangement_column *column, size_t i)
{
    const struct layout_run *run = &layout->runs[i], *before = run - 1;
    double gap = begins_group(layout, column, i) ? 0 : column->line_gap * run->size;

    return is_beside(layout, column, i) ? 0 : before->fall + gap + run->rise;
}

static int
gaps(const struct layout *layout, const struct arrangement_column *column)
{
    int n = 0;

    for (size_t i = 1; i < layout->n_runs; i++)
        n += begins_group(layout, column, i);
    return n;
}

/* From the top of the first run's ink to the last baseline, without the gaps between groups. */
static double
natural_height(const struct layout *layout, const struct arrangement_column *column)
{
    double height = layout->n_runs > 0 ? layout->runs[0].rise : 0;

    for (size_t i = 1; i < layout->n_runs; i++)
        height += step(layout, column, i);
    return height;
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

/* Sets a column, giving up as little as possible; *fits is whether it has room then. */
static bool
set_column(struct layout *layout, const struct label *label,
           const struct arrangement_column *column, const struct fit_measure *measure, bool *fits,
           GError **error)
{
    *fits = false;
    for (size_t i = 0; i < G_N_ELEMENTS(squeezes) && !*fits; i++) {
        layout_drop_runs(layout);
        for (int line = 0; line < LABEL_LINES; line++)
            if ((column->lines >> line & 1) != 0 &&
                !set_line(layout, label, (enum label_line)line, &squeezes[i], column, column->width,
                          measure, error))
                return false;
        even_out(layout, LABEL_AREA, LABEL_PLACE);
        even_out(layout, LABEL_RULE_1, LABEL_RULE_2);
        *fits = natural_height(layout, column) + gaps(layout, column) * column->gap <=
                column->bottom - column->top;
    }
    return true;
}

/* Spreads the groups over the column; what is more than airy stays free, half above, half below. */
static void
place_column(struct layout *layout, const struct arrangement_column *column)
{
    double room = column->bottom - column->top - natural_height(layout, column);
    int n = gaps(layout, column);
    double gap = n > 0 ? fmin(room / n, GAP_AIRY * column->scale) : 0;
    double y = column->top + (room - n * gap) / 2;

    for (size_t i = 0; i < layout->n_runs; i++) {
        struct layout_run *run = &layout->runs[i];

        if (i == 0)
            y += run->rise;
        else
            y += step(layout, column, i) + (begins_group(layout, column, i) ? gap : 0);
        run->x = column->x + (column->centred ? (column->width - run->width) / 2 : 0);
        if (i > 0 && is_beside(layout, column, i))
            run->x = column->x + column->width - run->width;
        run->baseline = y;
    }
}

/* Sets all columns; *fits is whether each has room. */
static bool
set_columns(struct layout *layout, const struct label *label, const struct arrangement *at,
            const struct fit_measure *measure, bool *fits, GError **error)
{
    *fits = true;
    layout_drop_runs(layout);
    for (int i = 0; i < at->n; i++) {
        struct layout part = {0};
        bool fit, ok = set_column(&part, label, &at->columns[i], measure, &fit, error);

        place_column(&part, &at->columns[i]);
        layout_take_runs(layout, &part);
        if (!ok)
            return false;
        *fits = *fits && fit;
    }
    return true;
}

/* The host, centred under the QR code. */
static bool
set_host(struct layout *layout, const struct label *label, const struct arrangement *at,
         const struct fit_measure *measure, GError **error)
{
    double middle = at->qr_x + at->side / 2, y = at->qr_y + at->side;
    size_t first = layout->n_runs;

    if (!set_line(layout, label, LABEL_HOST, &squeezes[0], &at->columns[0],
                  2 * (middle - LABEL_TEXTS_MARGIN), measure, error))
        return false;
    for (size_t i = first; i < layout->n_runs; i++) {
        struct layout_run *run = &layout->runs[i];

        y += i == first && layout->n_runs == first + 1
                 ? ARRANGEMENT_HOST_RISE * ARRANGEMENT_HOST_SIZE * at->columns[0].scale
                 : run->rise;
        run->x = middle - run->width / 2;
        run->baseline = y;
        y += run->fall + GAP_HOST * run->size;
    }
    return true;
}

static enum label_texts_quality
quality_of(const struct layout *layout)
{
    enum label_texts_quality quality = LABEL_TEXTS_GOOD;

    for (size_t i = 0; i < layout->n_runs; i++) {
        const struct layout_run *run = &layout->runs[i];

        if (run->cut)
            return LABEL_TEXTS_SHORTENED;
        if (run->size < styles[run->line].floor)
            quality = LABEL_TEXTS_SMALL;
    }
    return quality;
}

bool
label_texts_set(struct layout *layout, const struct label *label, const struct arrangement *at,
                const struct fit_measure *measure, enum label_texts_quality *quality,
                GError **error)
{
    bool fits;

    *quality = LABEL_TEXTS_NONE;
    if (!set_columns(layout, label, at, measure, &fits, error) ||
        (at->host_below && !set_host(layout, label, at, measure, error)))
        return false;
    if (fits)
        *quality = quality_of(layout);
    return true;
}
