#include "flaw.h"

#include <math.h>
#include <string.h>

#include <pango/pangocairo.h>

#include "photo.h"

#define FINDER 7 /* modules of a QR code's finder */

static const char *const words[] = {
    "light",   "crowded",  "torn",    "misprinted", "tight",   "scuffed", "covered", "half",
    "stamped", "written",  "fat",     "thin",       "blotted", "bare",    "dotted",  "logo",
    "pale",    "mirrored", "patched", "foil",       "eyed",    "alone"};

bool
flaw_read(char *const *given, unsigned *flaws, GError **error)
{
    for (; *given != NULL; given++) {
        size_t i = 0;

        while (i < G_N_ELEMENTS(words) && strcmp(*given, words[i]) != 0)
            i++;
        if (i == G_N_ELEMENTS(words)) {
            g_set_error(error, G_FILE_ERROR, G_FILE_ERROR_INVAL, "no such flaw: %s", *given);
            return false;
        }
        *flaws |= 1u << i;
    }
    return true;
}

static double
between(uint64_t *random, double low, double high)
{
    return low + (high - low) * photo_uniform(random);
}

static void
fill_box(cairo_t *cairo, double x, double y, double wide, double high)
{
    cairo_rectangle(cairo, x, y, wide, high);
    cairo_fill(cairo);
}

static void
set_ink(cairo_t *cairo)
{
    cairo_set_source_rgb(cairo, 0.05, 0.05, 0.06);
}

/* Inks of low contrast, as found on cartons. */
static const struct flaw_shades pale[] = {
    {{0.98, 0.92, 0.62}, {0.78, 0.42, 0.10}},
    {{0.80, 0.62, 0.42}, {0.22, 0.14, 0.10}},
    {{0.86, 0.90, 0.96}, {0.35, 0.48, 0.72}},
    {{0.62, 0.72, 0.60}, {0.12, 0.30, 0.18}},
};

struct flaw_shades
flaw_shades(const struct flaw_code *code)
{
    struct flaw_shades shades = {{1, 1, 1}, {0.05, 0.05, 0.06}}, kept;

    if (code->flaws & FLAW_PALE)
        shades = pale[code->chance % G_N_ELEMENTS(pale)];
    if (code->flaws & FLAW_FOIL)
        shades = (struct flaw_shades){{0.72, 0.74, 0.76}, {0.12, 0.12, 0.14}};
    if ((code->flaws & FLAW_LIGHT) == 0)
        return shades;
    kept = shades;
    memcpy(shades.paper, kept.ink, sizeof shades.paper);
    memcpy(shades.ink, kept.paper, sizeof shades.ink);
    return shades;
}

double
flaw_growth(const struct flaw_code *code)
{
    double most = 0.2 + 0.05 * (double)(code->chance % 6);

    return code->flaws & FLAW_FAT ? most : code->flaws & FLAW_THIN ? -most : 0;
}

/* Streaks that lie all one way, some of them blinding. */
void
flaw_draw_beneath(const struct flaw_code *code, cairo_t *cairo, double x, double y, double wide,
                  double high)
{
    uint64_t random = code->chance;
    double angle = between(&random, 0, G_PI), c = cos(angle), s = sin(angle);
    double reach = wide + high;

    if ((code->flaws & FLAW_FOIL) == 0)
        return;
    cairo_save(cairo);
    cairo_rectangle(cairo, x, y, wide, high);
    cairo_clip(cairo);
    for (int i = 0; i < 40; i++) {
        double off = between(&random, -reach, reach), shade = between(&random, 0.5, 1);

        cairo_set_source_rgba(cairo, shade, shade, shade, between(&random, 0.2, 0.7));
        cairo_set_line_width(cairo, between(&random, 0.4, 9));
        cairo_move_to(cairo, x + wide / 2 - off * s - reach * c,
                      y + high / 2 + off * c - reach * s);
        cairo_rel_line_to(cairo, 2 * reach * c, 2 * reach * s);
        cairo_stroke(cairo);
    }
    cairo_restore(cairo);
}

/* Bars of print and a frame, so many modules beside the code. */
static void
crowd(const struct flaw_code *code, cairo_t *cairo, double gap)
{
    struct flaw_shades shades = flaw_shades(code);

    cairo_set_source_rgb(cairo, shades.ink[0], shades.ink[1], shades.ink[2]);
    fill_box(cairo, code->x - gap - 2.5, code->y - 2, 2.5, code->high + 4);
    fill_box(cairo, code->x + code->wide + gap, code->y - 2, 1.5, code->high + 4);
    if (code->square)
        fill_box(cairo, code->x - gap - 2.5, code->y - gap - 2, code->wide + 2 * gap + 4, 2);
}

static void
draw_crowded(const struct flaw_code *code, cairo_t *cairo)
{
    crowd(code, cairo, 1);
}

static void
draw_tight(const struct flaw_code *code, cairo_t *cairo)
{
    crowd(code, cairo, 6);
}

/* Takes a strip away, from above the bars so far down. */
static void
tear(const struct flaw_code *code, cairo_t *cairo, double high)
{
    guint chance = (guint)code->chance;
    double gone = 2 + chance % 9, at = chance / 16 % 100 * code->wide / 100;

    cairo_set_source_rgb(cairo, 0.9, 0.88, 0.8);
    fill_box(cairo, code->x + at, code->y - 2, gone, high);
}

static void
draw_torn(const struct flaw_code *code, cairo_t *cairo)
{
    tear(code, cairo, code->high + 4);
}

static void
draw_scuffed(const struct flaw_code *code, cairo_t *cairo)
{
    tear(code, cairo, 0.6 * code->high);
}

/* A thumb or a sticker over as much as a half, from one side or above. */
static void
draw_covered(const struct flaw_code *code, cairo_t *cairo)
{
    uint64_t random = code->chance;
    double part = between(&random, 0.1, 0.5), shade = between(&random, 0.55, 0.9);
    bool above = photo_random(&random) % 3 == 0, end = photo_random(&random) % 2 == 0;
    double wide = above ? code->wide * 1.2 : code->wide * part;
    double high = above ? code->high * part : code->high * 1.3;
    double x = above ? code->x - 0.1 * code->wide : end ? code->x + code->wide - wide : code->x;

    cairo_set_source_rgb(cairo, shade, 0.82 * shade, 0.7 * shade);
    if (photo_random(&random) % 2 == 0) {
        fill_box(cairo, x, code->y - 0.15 * code->high, wide, high);
        return;
    }
    cairo_save(cairo);
    cairo_translate(cairo,
                    x + (above ? wide / 2
                         : end ? wide
                               : 0),
                    code->y + (above ? 0 : high / 2));
    cairo_scale(cairo, above ? wide / 2 : wide, above ? high : high / 1.6);
    cairo_arc(cairo, 0, 0, 1, 0, 2 * G_PI);
    cairo_restore(cairo);
    cairo_fill(cairo);
}

/* Torn off somewhere between a third and two thirds, along a line that isn't quite square. */
static void
draw_half(const struct flaw_code *code, cairo_t *cairo)
{
    uint64_t random = code->chance;
    bool end = photo_random(&random) % 2 == 0;
    double at = code->x + code->wide * between(&random, 0.33, 0.67);
    double lean = between(&random, -0.1, 0.1) * code->wide;
    double far = end ? code->x + code->wide + 12 : code->x - 12;

    cairo_set_source_rgb(cairo, 0.55, 0.5, 0.45);
    cairo_move_to(cairo, at + lean, code->y - 4);
    cairo_line_to(cairo, at - lean, code->y + code->high + 4);
    cairo_line_to(cairo, far, code->y + code->high + 4);
    cairo_line_to(cairo, far, code->y - 4);
    cairo_fill(cairo);
}

static void
write_at(cairo_t *cairo, const char *text, double x, double y, double size)
{
    g_autoptr(PangoLayout) layout = pango_cairo_create_layout(cairo);
    PangoFontDescription *font = pango_font_description_from_string("Noto Sans CJK SC");

    pango_font_description_set_absolute_size(font, size * PANGO_SCALE);
    pango_layout_set_font_description(layout, font);
    pango_font_description_free(font);
    pango_layout_set_text(layout, text, -1);
    cairo_move_to(cairo, x, y);
    pango_cairo_show_layout(cairo, layout);
}

/* A date stamped across it. */
static void
draw_stamped(const struct flaw_code *code, cairo_t *cairo)
{
    uint64_t random = code->chance;

    cairo_save(cairo);
    cairo_translate(cairo, code->x, code->y + code->high * between(&random, 0, 0.5));
    cairo_rotate(cairo, between(&random, -0.3, 0.3));
    cairo_set_source_rgba(cairo, 0.1, 0.1, 0.3, between(&random, 0.5, 1));
    write_at(cairo, "EXP 2028/11/07 LOT 171728", 0, 0, between(&random, 5, 16));
    cairo_restore(cairo);
}

/* Letters that look like bars where white should be. */
static void
draw_written(const struct flaw_code *code, cairo_t *cairo)
{
    uint64_t random = code->chance;
    double size = between(&random, 6, 20);

    set_ink(cairo);
    for (double y = code->y - 2; y < code->y + code->high; y += size) {
        write_at(cairo, "IlI|HI", code->x - between(&random, 1, 3) - 2.2 * size, y, size);
        write_at(cairo, "|IIlIM", code->x + code->wide + between(&random, 1, 3), y, size);
    }
}

/* Spots of ink and of bare paper, on up to a sixth of it. */
static void
draw_blotted(const struct flaw_code *code, cairo_t *cairo)
{
    uint64_t random = code->chance;
    double gone = between(&random, 0.02, 0.16) * code->wide * code->high;

    while (gone > 0) {
        double radius = between(&random, 0.8, MAX(1, 0.12 * MIN(code->wide, code->high)));
        double shade = photo_random(&random) % 2 == 0 ? 0.08 : 0.95;

        cairo_set_source_rgb(cairo, shade, shade, shade);
        cairo_arc(cairo, code->x + between(&random, 0, code->wide),
                  code->y + between(&random, 0, code->high), radius, 0, 2 * G_PI);
        cairo_fill(cairo);
        gone -= G_PI * radius * radius;
    }
}

/* Dark print up to the very edge. */
static void
draw_bare(const struct flaw_code *code, cairo_t *cairo)
{
    double shade = 0.15 + 0.1 * (double)(code->chance % 5);

    cairo_set_source_rgb(cairo, shade, shade, 1.2 * shade);
    cairo_set_fill_rule(cairo, CAIRO_FILL_RULE_EVEN_ODD);
    cairo_rectangle(cairo, code->x - 6, code->y - 6, code->wide + 12, code->high + 12);
    cairo_rectangle(cairo, code->x - 0.5, code->y - 0.5, code->wide + 1, code->high + 1);
    cairo_fill(cairo);
}

static void
draw_logo(const struct flaw_code *code, cairo_t *cairo)
{
    double side = 0.22 * code->wide, x = code->x + (code->wide - side) / 2;
    double y = code->y + (code->high - side) / 2;

    cairo_set_source_rgb(cairo, 1, 1, 1);
    fill_box(cairo, x, y, side, side);
    cairo_set_source_rgb(cairo, 0.8, 0.2, 0.15);
    cairo_arc(cairo, x + side / 2, y + side / 2, 0.38 * side, 0, 2 * G_PI);
    cairo_fill(cairo);
}

/* A sticker with bars of its own, laid over a part of it as chance would have it. */
static void
draw_patched(const struct flaw_code *code, cairo_t *cairo)
{
    uint64_t random = code->chance;
    double wide = code->wide * between(&random, 0.2, 0.7),
           high = code->high * between(&random, 0.3, 1);
    double x = code->x + between(&random, -0.1, 0.9) * (code->wide - wide);
    double y = code->y + photo_uniform(&random) * (code->high - high);

    cairo_save(cairo);
    cairo_translate(cairo, x, y);
    cairo_rotate(cairo, between(&random, -0.05, 0.05));
    cairo_set_source_rgb(cairo, 0.97, 0.97, 0.95);
    fill_box(cairo, 0, 0, wide, high);
    set_ink(cairo);
    for (double at = photo_uniform(&random) * 3; at < wide;) {
        double bar = 1 + (double)(photo_random(&random) % 4);

        fill_box(cairo, at, 0, MIN(bar, wide - at), high);
        at += bar + 1 + (double)(photo_random(&random) % 3);
    }
    cairo_restore(cairo);
}

/* Finders that are none around it. */
static void
draw_eyed(const struct flaw_code *code, cairo_t *cairo)
{
    uint64_t random = code->chance;

    for (int i = 0; i < 5; i++) {
        double side = FINDER * between(&random, 0.7, 1.4), m = side / FINDER;
        double x = code->x + (i % 2 == 0 ? -1.3 * side - 3 : code->wide + 3 + 0.3 * side);
        double y = code->y + (code->high - side) * i / 4;

        set_ink(cairo);
        fill_box(cairo, x, y, side, side);
        cairo_set_source_rgb(cairo, 1, 1, 1);
        fill_box(cairo, x + m, y + m, 5 * m, 5 * m);
        set_ink(cairo);
        fill_box(cairo, x + 2 * m, y + 2 * m, 3 * m, 3 * m);
    }
}

static const struct {
    unsigned flaw;
    void (*draw)(const struct flaw_code *code, cairo_t *cairo);
} overs[] = {
    {FLAW_CROWDED, draw_crowded}, {FLAW_TIGHT, draw_tight},     {FLAW_TORN, draw_torn},
    {FLAW_SCUFFED, draw_scuffed}, {FLAW_STAMPED, draw_stamped}, {FLAW_WRITTEN, draw_written},
    {FLAW_BLOTTED, draw_blotted}, {FLAW_BARE, draw_bare},       {FLAW_LOGO, draw_logo},
    {FLAW_PATCHED, draw_patched}, {FLAW_EYED, draw_eyed},       {FLAW_COVERED, draw_covered},
    {FLAW_HALF, draw_half},
};

void
flaw_draw_over(const struct flaw_code *code, cairo_t *cairo)
{
    for (size_t i = 0; i < G_N_ELEMENTS(overs); i++) {
        if ((code->flaws & overs[i].flaw) == 0)
            continue;
        cairo_save(cairo);
        overs[i].draw(code, cairo);
        cairo_restore(cairo);
    }
}
