#include "print.h"

#include <math.h>
#include <string.h>

#include <pango/pangocairo.h>

#include "photo.h"

#define EYE 7 /* modules of a finder of a QR code */

struct print {
    cairo_t *cairo;
    double width, height;
    uint64_t random;
};

static void
box(const struct print *print, double x, double y, double width, double height)
{
    cairo_rectangle(print->cairo, x, y, width, height);
}

/* Bars and gaps of one to four modules, as codes have them, that say nothing. */
static void
draw_stripes(struct print *print)
{
    for (double x = 8; x < print->width - 12;) {
        double bar = 1 + (double)(photo_random(&print->random) % 4);

        box(print, x, 6, bar, print->height - 12);
        x += bar + 1 + (double)(photo_random(&print->random) % 4);
    }
    cairo_fill(print->cairo);
}

static void
draw_fence(struct print *print)
{
    double bar = 0.8 + 2 * photo_uniform(&print->random);

    for (double x = 0; x < print->width; x += 2 * bar)
        box(print, x, 0, bar, print->height);
    cairo_fill(print->cairo);
}

static void
draw_grid(struct print *print)
{
    double apart = 3 + 6 * photo_uniform(&print->random);

    for (double x = 0; x < print->width; x += apart)
        box(print, x, 0, 0.8, print->height);
    for (double y = 0; y < print->height; y += apart)
        box(print, 0, y, print->width, 0.8);
    cairo_fill(print->cairo);
}

static void
draw_checks(struct print *print)
{
    double side = 1 + 4 * photo_uniform(&print->random);

    for (int row = 0; row * side < print->height; row++)
        for (double x = row % 2 * side; x < print->width; x += 2 * side)
            box(print, x, row * side, side, side);
    cairo_fill(print->cairo);
}

static void
draw_line_of(struct print *print, const char *text, double x, double y, double size)
{
    g_autoptr(PangoLayout) layout = pango_cairo_create_layout(print->cairo);
    PangoFontDescription *font = pango_font_description_from_string("Noto Sans CJK SC");

    pango_font_description_set_absolute_size(font, size * PANGO_SCALE);
    pango_layout_set_font_description(layout, font);
    pango_font_description_free(font);
    pango_layout_set_text(layout, text, -1);
    cairo_move_to(print->cairo, x, y);
    pango_cairo_show_layout(print->cairo, layout);
}

static void
draw_page(struct print *print)
{
    static const char *const texts[] = {
        "【用法用量】口服。一次1~2片，一日3次。",  "Illicit IIII |||| llll 11171 7111 HIMIH",
        "【不良反应】偶见恶心、呕吐、皮疹。",      "国药准字H11020001 产品批号 生产日期",
        "||||  ||| | |||| || ||||| || ||| |||| |", "OTC 6901234567892 100g×12 RX II III IV"};
    double size = 4 + 6 * photo_uniform(&print->random);

    for (double y = 3; y < print->height - size; y += size * 1.3)
        draw_line_of(print, texts[photo_random(&print->random) % G_N_ELEMENTS(texts)], 4, y, size);
}

static void
draw_table(struct print *print)
{
    double high = 7 + 3 * photo_uniform(&print->random);

    for (double y = 2; y < print->height; y += high)
        box(print, 2, y, print->width - 4, 0.5);
    for (double x = 2; x < print->width; x += 24)
        box(print, x, 2, 0.5, print->height - 4);
    cairo_fill(print->cairo);
    for (double y = 3; y < print->height - high; y += high)
        for (double x = 4; x < print->width - 20; x += 24) {
            g_autofree char *number =
                g_strdup_printf("%u", (unsigned)(photo_random(&print->random) % 1000000));

            draw_line_of(print, number, x, y, high * 0.6);
        }
}

/* Threads over and under each other. */
static void
draw_weave(struct print *print)
{
    double thread = 1 + 2 * photo_uniform(&print->random);

    for (int row = 0; row * thread < print->height; row++)
        for (int column = 0; column * thread < print->width; column++) {
            double shade = 0.35 + 0.3 * ((row + column) % 2) +
                           0.15 * photo_uniform(&print->random) +
                           0.1 * sin(row * thread / 5 + column * thread / 7);

            cairo_set_source_rgb(print->cairo, shade, shade, shade);
            box(print, column * thread, row * thread, thread, thread);
            cairo_fill(print->cairo);
        }
}

static double
speckled_side(const struct print *print)
{
    return MIN(print->width, print->height) - 12;
}

static void
draw_speckle(struct print *print)
{
    int side = (int)speckled_side(print);

    for (int row = 0; row < side; row++)
        for (int column = 0; column < side; column++)
            if (photo_random(&print->random) % 2 == 0)
                box(print, 6 + column, 6 + row, 1, 1);
    cairo_fill(print->cairo);
}

static void
draw_eye(struct print *print, double x, double y)
{
    cairo_set_source_rgb(print->cairo, 1, 1, 1);
    box(print, x - 1, y - 1, EYE + 2, EYE + 2);
    cairo_fill(print->cairo);
    cairo_set_source_rgb(print->cairo, 0.06, 0.06, 0.07);
    box(print, x, y, EYE, EYE);
    cairo_fill(print->cairo);
    cairo_set_source_rgb(print->cairo, 1, 1, 1);
    box(print, x + 1, y + 1, EYE - 2, EYE - 2);
    cairo_fill(print->cairo);
    cairo_set_source_rgb(print->cairo, 0.06, 0.06, 0.07);
    box(print, x + 2, y + 2, EYE - 4, EYE - 4);
    cairo_fill(print->cairo);
}

static void
draw_eyes(struct print *print)
{
    double far = 6 + floor(speckled_side(print)) - EYE;

    draw_speckle(print);
    draw_eye(print, 6, 6);
    draw_eye(print, far, 6);
    draw_eye(print, 6, far);
}

/* Slats, each lit from above. */
static void
draw_blinds(struct print *print)
{
    double slat = 3 + 5 * photo_uniform(&print->random);

    for (double x = 0; x < print->width; x += slat) {
        cairo_pattern_t *shades = cairo_pattern_create_linear(x, 0, x + slat, 0);

        cairo_pattern_add_color_stop_rgb(shades, 0, 0.9, 0.9, 0.88);
        cairo_pattern_add_color_stop_rgb(shades, 0.7, 0.55, 0.55, 0.52);
        cairo_pattern_add_color_stop_rgb(shades, 1, 0.1, 0.1, 0.1);
        cairo_set_source(print->cairo, shades);
        box(print, x, 0, slat, print->height);
        cairo_fill(print->cairo);
        cairo_pattern_destroy(shades);
    }
}

/* A keyboard: dark keys in rows, each with a letter. */
static void
draw_keys(struct print *print)
{
    double key = 6 + 8 * photo_uniform(&print->random);

    for (int row = 0; row * key < print->height; row++)
        for (double x = row % 3 * key / 3; x < print->width; x += key) {
            char letter[2] = {(char)('A' + photo_random(&print->random) % 26), 0};

            cairo_set_source_rgb(print->cairo, 0.12, 0.12, 0.13);
            box(print, x + 0.06 * key, (row + 0.06) * key, 0.88 * key, 0.88 * key);
            cairo_fill(print->cairo);
            cairo_set_source_rgb(print->cairo, 0.9, 0.9, 0.9);
            draw_line_of(print, letter, x + 0.3 * key, row * key, 0.5 * key);
        }
}

static const struct {
    const char *word;
    void (*draw)(struct print *print);
} kinds[] = {
    {"stripes", draw_stripes}, {"fence", draw_fence},     {"grid", draw_grid},
    {"checks", draw_checks},   {"text", draw_page},       {"table", draw_table},
    {"weave", draw_weave},     {"speckle", draw_speckle}, {"eyes", draw_eyes},
    {"blinds", draw_blinds},   {"keys", draw_keys},
};

int
print_kind(const char *word)
{
    for (size_t i = 0; i < G_N_ELEMENTS(kinds); i++)
        if (strcmp(kinds[i].word, word) == 0)
            return (int)i;
    return PRINT_NONE;
}

void
print_draw(int kind, cairo_t *cairo, double width, double height, uint64_t seed)
{
    struct print print = {cairo, width, height, seed};

    cairo_save(cairo);
    cairo_rectangle(cairo, 0, 0, width, height);
    cairo_clip(cairo);
    cairo_set_source_rgb(cairo, 0.97, 0.97, 0.95);
    cairo_paint(cairo);
    cairo_set_source_rgb(cairo, 0.06, 0.06, 0.07);
    kinds[kind].draw(&print);
    cairo_restore(cairo);
}
