#include "labels/layout_poster.h"

#include <math.h>

#include <glib.h>

#include "base/words.h"
#include "labels/column.h"
#include "labels/layout_wall.h"

#define READ_CM 55     /* a poster is read in passing: squares before levels */
#define INSPECT 0.062  /* of the page's width: height of the squares for the months */
#define TIGHTEST 0.6   /* of heading and gaps, where QR code and texts need their room */
#define TIGHTER 0.1    /* step by step, */
#define SMALLER 0.1    /* mm: as the type */
#define LINE_GAP 0.3   /* em between lines */
#define TAG_EDGE 1.5   /* mm: of black around a heading, at the least */
#define WHITE 0.108    /* of the QR square's side on each side of the symbol: 4 modules of 37 */
#define WHITE_EDGE 0.5 /* mm: of the page's margin, which is that white as well, stays free of it */

/* The QR code's side, mm: squares of 2.4 mm on A5, of 3.2 on A4 and larger, read from 1.5 and 2 m. */
#define QR_A5 88.0
#define QR_A4 120.0
#define QR_LEAST 36.0
#define A5_WIDTH 148.0
#define A4_WIDTH 210.0

/* ---------------------------------------------------------------------------------------- poster */

static bool
has_hanzi(const char *text)
{
    for (const char *c = text; *c != '\0'; c = g_utf8_find_next_char(c, NULL))
        if (g_unichar_iswide(g_utf8_get_char(c)))
            return true;
    return false;
}

/* The least height of a hanzi, in proportion on a small page, which is read from nearer. */
static double
least_type(const struct wall *page)
{
    return WALL_TYPE * fmin(1, page->layout->width / A4_WIDTH);
}

/* Letters are read from as far as hanzi that are half as large again: they may shrink before they take
 * two lines. */
static struct column_style
line_style(const struct wall *page, const char *text)
{
    double least = fmin(page->type, least_type(page)) / (has_hanzi(text) ? 1 : 1.5);

    return (struct column_style){.size = page->type, .floor = least, .least = least, .lines = 2};
}

/* A section's lines from a height on, drawn where the column has a layout; returns where they end. */
static double
set_lines(const struct wall *page, const struct poster_section *section, struct column *column)
{
    double start = column->y;

    for (size_t i = 0; section->lines[i] != NULL; i++) {
        const struct column_style style = line_style(page, section->lines[i]);

        column_next(column, (i > 0 ? LINE_GAP : 0.15) * page->type, section->heading,
                    section->lines[i], &style);
    }
    return fmax(column->y + 0.2 * page->type, start + 1.6 * page->type);
}

/* Words in letters are wider than hanzi, and are all of one size where they take two lines at once. */
static struct column_style
tag_style(const struct wall *page, const char *heading)
{
    return (struct column_style){.size = (has_hanzi(heading) ? 1.15 : 0.85) * page->type,
                                 .floor = 0.75 * page->type,
                                 .least = 0.5 * page->type,
                                 .lines = 2,
                                 .bold = true,
                                 .white = true,
                                 .words = true,
                                 .side = COLUMN_CENTRE};
}

static double
tag_height(const struct wall *page, const struct poster_section *section)
{
    const struct column_style tag = tag_style(page, section->heading);
    struct column column = {.measure = page->measure, .width = page->tag - 2 * TAG_EDGE};

    column_text(&column, _("heading"), section->heading, &tag);
    return column.y + 2 * TAG_EDGE;
}

static double
lines_height(const struct wall *page, const struct poster_section *section)
{
    double x = page->margin + page->tag + page->gap;
    struct column column = {
        .measure = page->measure, .x = x, .width = page->layout->width - page->margin - x};

    return set_lines(page, section, &column);
}

static double
section_height(const struct wall *page, const struct poster_section *section)
{
    return fmax(lines_height(page, section), tag_height(page, section));
}

static bool
has_lines(const struct poster_section *section)
{
    return section->lines != NULL && section->lines[0] != NULL;
}

static double
sections_height(const struct wall *page, const struct poster *poster)
{
    double height = 0;

    for (int i = 0; i < POSTER_SECTIONS; i++)
        if (has_lines(&poster->sections[i]))
            height += page->gap + section_height(page, &poster->sections[i]);
    return height;
}

/* Heading left, white on black; the lines right of it. */
static void
set_section(const struct wall *page, const struct poster_section *section, double y)
{
    double height = section_height(page, section), x = page->margin + page->tag + page->gap;
    const struct column_style tag = tag_style(page, section->heading);
    struct column column = {.layout = page->layout,
                            .measure = page->measure,
                            .x = x,
                            .width = page->layout->width - page->margin - x,
                            .y = y + (height - lines_height(page, section)) / 2};

    wall_fill(page->layout, page->margin, y, page->tag, height, page->round);
    wall_middle(page, page->margin + TAG_EDGE, y, page->tag - 2 * TAG_EDGE, height, _("heading"),
                section->heading, &tag);
    set_lines(page, section, &column);
}

static double
host_size(const struct wall *page)
{
    return 0.55 * page->type;
}

/* What the QR code is for, the phone, the code; whether phone and code are there whole. */
static bool
set_contact(const struct label *label, double t, struct column *column)
{
    const struct column_style small = {
        .size = 1.3 * t, .floor = 0.8 * t, .least = 0.6 * t, .lines = 2};
    const struct column_style phone = {.size = 1.7 * t,
                                       .floor = 0.9 * t,
                                       .least = 0.6 * t,
                                       .lines = 2,
                                       .bold = true,
                                       .phones = true};
    const struct column_style whole = {
        .size = 1.7 * t, .floor = 0.6 * t, .least = 0.6 * t, .lines = 1, .bold = true};
    g_autofree char *number = label_line_text(label, LABEL_PHONE);
    g_autofree char *code = label_line_text(label, LABEL_CODE);
    bool fits;

    column_text(column, _("what to do"), _("Scan to see what is in it"), &small);
    fits = column_next(column, 0.8 * t, label_line_word(LABEL_PHONE), number, &phone);
    return column_next(column, 0.8 * t, label_line_word(LABEL_CODE), code, &whole) && fits;
}

/* All of that beside the QR code, in the middle of its height and as large as that allows. */
static bool
contact_beside(const struct wall *page, const struct label *label, double x, double y,
               double height)
{
    struct column column = {
        .measure = page->measure, .x = x, .width = page->layout->width - page->margin - x};
    double t;

    for (t = page->type; t > 0.6 * page->type; t *= 0.95) {
        column.y = 0;
        set_contact(label, t, &column);
        if (column.y <= height)
            break;
    }
    column.layout = page->layout;
    column.y = y + (height - column.y) / 2;
    return set_contact(label, t, &column);
}

static const char *const months[] = {N_("Jan"), N_("Feb"), N_("Mar"), N_("Apr"),
                                     N_("May"), N_("Jun"), N_("Jul"), N_("Aug"),
                                     N_("Sep"), N_("Oct"), N_("Nov"), N_("Dec")};

/* Squares along the lower edge to be stamped once a month. */
static void
set_inspection(const struct wall *page, double y, double height)
{
    double width = (page->layout->width - 2 * page->margin) / G_N_ELEMENTS(months);

    for (size_t month = 0; month < G_N_ELEMENTS(months); month++) {
        double x = page->margin + (double)month * width;
        const struct column_style style = {
            .size = 3.4, .floor = 2.5, .least = 2, .lines = 1, .side = COLUMN_CENTRE};
        struct column column = {.layout = page->layout,
                                .measure = page->measure,
                                .x = x + 0.5,
                                .width = width - 1,
                                .y = y + 0.8};

        layout_add_frame(page->layout,
                         &(struct layout_frame){
                             .x = x, .y = y, .width = width, .height = height, .stroke = 0.25});
        column_text(&column, _("month"), words(months[month]), &style);
    }
}

static char *
where(const struct label *label)
{
    g_autofree char *area = label_line_text(label, LABEL_AREA);
    g_autofree char *place = label_line_text(label, LABEL_PLACE);

    if (area == NULL || place == NULL)
        return g_strdup(area != NULL ? area : place);
    return g_strconcat(area, " ", place, NULL);
}

static double
usual_side(const struct wall *page)
{
    double share = (page->layout->width - A5_WIDTH) / (A4_WIDTH - A5_WIDTH);

    return QR_A5 + fmax(0, fmin(1, share)) * (QR_A4 - QR_A5);
}

/* The side of the QR code where this height lies between the heading and the sections. */
static double
qr_side(const struct wall *page, double height)
{
    return fmin(height - 1.6 * host_size(page), usual_side(page));
}

/* What lies there: QR code and host, contact. */
static bool
set_middle(const struct wall *page, const struct poster *poster, double y, double height,
           GError **error)
{
    const struct label *label = poster->label;
    double host = host_size(page), side = qr_side(page, height);
    double x = fmax(WHITE_EDGE, page->margin - WHITE * side);
    double top = y + fmax(0, height - 1.6 * host - side) / 2;
    const struct column_style style = {
        .size = host, .floor = 0.6 * host, .least = 3, .lines = 1, .side = COLUMN_CENTRE};
    struct column column = {.layout = page->layout,
                            .measure = page->measure,
                            .x = x + WHITE * side,
                            .width = side - 2 * WHITE * side,
                            .y = top + side + 0.1 * host};

    layout_add_symbol(
        page->layout,
        &(struct layout_symbol){.x = x,
                                .y = top,
                                .side = side,
                                .far_cm = READ_CM,
                                .text = boxcode_url(label->host, label->code, label->nonce)});
    column_text(&column, label_line_word(LABEL_HOST), label->host, &style);
    return contact_beside(page, label, x + side, top, side + 1.6 * host) ||
           err_set(error, ERR_REFUSED, "%s", _("the phone is too long for this page"));
}

/* The heading in a tightness; returns where it ends, with *lower where the sections begin. */
static double
set_heading(struct wall *page, const struct poster *poster, double foot, double *lower)
{
    g_autofree char *place = where(poster->label);
    double y;

    layout_drop_runs(page->layout);
    page->layout->n_frames = 0;
    y = wall_heading(page, label_line_word(LABEL_NAME), poster->label->name, place);
    *lower = page->layout->height - page->margin - sections_height(page, poster) -
             (foot > 0 ? foot + page->gap : 0);
    return y;
}

/* The page in the largest type that leaves the QR code its side, with as much air as that allows; where
 * there is none, in the least, and the QR code takes what is left. The heading is set then. */
static double
choose_type(struct wall *page, const struct poster *poster, double foot, double *lower)
{
    const struct wall usual = *page;
    const double least = least_type(&usual);
    double y = 0;

    for (double type = usual.type; type > least - SMALLER; type -= SMALLER)
        for (double tight = 1; tight > TIGHTEST - TIGHTER / 2; tight -= TIGHTER) {
            page->type = fmax(type, least);
            page->heading = tight * usual.heading;
            page->gap = tight * usual.gap;
            y = set_heading(page, poster, foot, lower);
            if (qr_side(page, *lower - y) >= usual_side(page))
                return y;
        }
    return y;
}

bool
layout_poster(const struct poster *poster, double width, double height,
              const struct fit_measure *measure, struct layout *layout, GError **error)
{
    struct wall page;
    double foot = poster->inspect ? INSPECT * width : 0, top, y = 0;
    char code[BOXCODE_PRINT_SIZE];

    layout->width = width;
    layout->height = height;
    if (!label_check(poster->label, error) || !wall_check(width, height, error))
        return false;
    layout->name = g_strdup_printf(_("Box %s"), boxcode_format(poster->label->code, code));
    page = wall_page(layout, measure);
    top = choose_type(&page, poster, foot, &y);
    if (qr_side(&page, y - top) < QR_LEAST)
        return err_set(error, ERR_REFUSED,
                       _("the poster's texts are too long for this page in letters of %.1f mm; "
                         "say less in poster.give, poster.not and poster.take, or take A4"),
                       least_type(&page));
    if (!set_middle(&page, poster, top, y - top, error))
        return false;
    for (int i = 0; i < POSTER_SECTIONS; i++)
        if (has_lines(&poster->sections[i])) {
            set_section(&page, &poster->sections[i], y + page.gap);
            y += page.gap + section_height(&page, &poster->sections[i]);
        }
    if (foot > 0)
        set_inspection(&page, height - page.margin - foot, foot);
    return true;
}
