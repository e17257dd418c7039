#include "card.h"

#include <string.h>

#include <pango/pangocairo.h>
#include <zint.h>

#include "flaw.h"

#define QUIET 11     /* modules beside a linear code */
#define BARS 40      /* modules a linear code is high */
#define MARGIN 8     /* around the panel that carries the code */
#define FACE_MIN 150 /* a carton is at least so wide */
#define LABEL 130    /* a label is so wide */

static const struct {
    const char *word;
    int symbology, mode;
    bool gb18030;
    gsize most; /* characters to give libzint, which adds EAN-8's check digit; 0 for all */
} kinds[] = {
    {"ean13", BARCODE_EANX, DATA_MODE, false, 0},
    {"ean8", BARCODE_EANX, DATA_MODE, false, 7},
    {"upca", BARCODE_UPCA, DATA_MODE, false, 0},
    {"upce", BARCODE_UPCE, DATA_MODE, false, 0},
    {"code128", BARCODE_CODE128, DATA_MODE, false, 0},
    {"code128-latin1", BARCODE_CODE128, UNICODE_MODE, false, 0},
    {"code39", BARCODE_CODE39, DATA_MODE, false, 0},
    {"code93", BARCODE_CODE93, DATA_MODE, false, 0},
    {"codabar", BARCODE_CODABAR, DATA_MODE, false, 0},
    {"itf14", BARCODE_ITF14, DATA_MODE, false, 0},
    {"gs1-128", BARCODE_GS1_128, GS1_MODE, false, 0},
    {"qr", BARCODE_QRCODE, DATA_MODE, false, 0},
    {"qr-gb18030", BARCODE_QRCODE, DATA_MODE, true, 0},
    {"gs1-qr", BARCODE_QRCODE, GS1_MODE, false, 0},
    {"datamatrix", BARCODE_DATAMATRIX, DATA_MODE, false, 0},
    {"gs1-datamatrix", BARCODE_DATAMATRIX, GS1_MODE, false, 0},
};

struct colour {
    double red, green, blue;
};

/* Carton, band and ink, as found in a pharmacy. */
static const struct {
    struct colour face, band, ink;
} looks[] = {
    {{0.95, 0.96, 0.97}, {0.10, 0.35, 0.70}, {0.06, 0.18, 0.40}},
    {{0.98, 0.96, 0.90}, {0.85, 0.25, 0.18}, {0.45, 0.08, 0.06}},
    {{0.90, 0.96, 0.92}, {0.08, 0.52, 0.36}, {0.04, 0.28, 0.20}},
    {{0.97, 0.93, 0.80}, {0.93, 0.55, 0.10}, {0.35, 0.20, 0.05}},
    {{0.93, 0.92, 0.97}, {0.42, 0.26, 0.58}, {0.22, 0.12, 0.34}},
    {{0.86, 0.93, 0.97}, {0.10, 0.58, 0.70}, {0.05, 0.24, 0.32}},
};

static bool
fail(GError **error, const char *text, const char *detail)
{
    g_set_error(error, G_FILE_ERROR, G_FILE_ERROR_INVAL, "%s: %s", text, detail);
    return false;
}

static bool
open_label(struct card *card, GError **error)
{
    card->label = cairo_image_surface_create_from_png(card->item->data);
    if (cairo_surface_status(card->label) != CAIRO_STATUS_SUCCESS)
        return fail(error, "no PNG label", card->item->data);
    card->width = LABEL + 2 * MARGIN;
    card->height = LABEL * (double)cairo_image_surface_get_height(card->label) /
                       cairo_image_surface_get_width(card->label) +
                   2 * MARGIN;
    return true;
}

static bool
open_symbol(struct card *card, size_t kind, GError **error)
{
    const char *data = card->item->data;
    gsize length = strlen(data);
    g_autofree char *bytes = kinds[kind].gb18030
                                 ? g_convert(data, -1, "GB18030", "UTF-8", NULL, &length, error)
                                 : g_strdup(data);

    if (bytes == NULL)
        return false;
    if (kinds[kind].most > 0)
        length = MIN(length, kinds[kind].most);
    card->symbol = ZBarcode_Create();
    card->symbol->symbology = kinds[kind].symbology;
    card->symbol->input_mode = kinds[kind].mode;
    card->symbol->option_1 = kinds[kind].symbology == BARCODE_QRCODE ? 2 : -1;
    if (ZBarcode_Encode(card->symbol, (const unsigned char *)bytes, (int)length) >= ZINT_ERROR)
        return fail(error, data, card->symbol->errtxt);
    return true;
}

static bool
is_square(const struct card *card)
{
    return card->symbol->rows > 1;
}

static double
code_width(const struct card *card)
{
    return card->symbol->width + 2 * (is_square(card) ? 4 : QUIET);
}

static double
code_height(const struct card *card)
{
    return is_square(card) ? card->symbol->rows + 8 : BARS + 14;
}

static bool
is_alone(const struct card *card)
{
    return (card->flaws & FLAW_ALONE) != 0;
}

static bool
open_carton(struct card *card, const char *kind, GError **error)
{
    if (strcmp(kind, "plain") == 0 || card->print != PRINT_NONE) {
        card->width = FACE_MIN;
        card->height = 100;
        return true;
    }
    for (size_t i = 0; i < G_N_ELEMENTS(kinds); i++)
        if (strcmp(kind, kinds[i].word) == 0) {
            if (!open_symbol(card, i, error))
                return false;
            card->width = MAX(is_alone(card) ? 0 : FACE_MIN, code_width(card) + 2 * MARGIN);
            card->height = code_height(card) + (is_alone(card) ? 0 : 62) + MARGIN;
            return true;
        }
    return fail(error, "no such kind", kind);
}

bool
card_open(struct card *card, const struct photo_item *item, unsigned look, GError **error)
{
    g_auto(GStrv) words = g_strsplit(item->kind, " ", -1);

    *card = (struct card){
        .item = item, .look = look % G_N_ELEMENTS(looks), .print = print_kind(words[0])};
    if (!flaw_read(words + 1, &card->flaws, error))
        return false;
    return strcmp(words[0], "label") == 0 ? open_label(card, error)
                                          : open_carton(card, words[0], error);
}

void
card_close(struct card *card)
{
    if (card->symbol != NULL)
        ZBarcode_Delete(card->symbol);
    if (card->label != NULL)
        cairo_surface_destroy(card->label);
}

static void
set_colour(cairo_t *cairo, struct colour colour)
{
    cairo_set_source_rgb(cairo, colour.red, colour.green, colour.blue);
}

static void
fill_box(cairo_t *cairo, double x, double y, double width, double height)
{
    cairo_rectangle(cairo, x, y, width, height);
    cairo_fill(cairo);
}

/* Text whose letters are so high, from its upper left corner, squeezed to a width. */
static void
draw_text(cairo_t *cairo, const char *text, double x, double y, double size, double width)
{
    g_autoptr(PangoLayout) layout = pango_cairo_create_layout(cairo);
    PangoFontDescription *font = pango_font_description_from_string("Noto Sans CJK SC");
    int wide, high;

    pango_font_description_set_weight(font, size > 6 ? PANGO_WEIGHT_BOLD : PANGO_WEIGHT_NORMAL);
    pango_font_description_set_absolute_size(font, size * PANGO_SCALE);
    pango_layout_set_font_description(layout, font);
    pango_font_description_free(font);
    pango_layout_set_text(layout, text, -1);
    pango_layout_get_size(layout, &wide, &high);
    cairo_save(cairo);
    cairo_translate(cairo, x, y);
    if (wide > width * PANGO_SCALE)
        cairo_scale(cairo, width * PANGO_SCALE / wide, 1);
    pango_cairo_show_layout(cairo, layout);
    cairo_restore(cairo);
}

static bool
module_at(const struct card *card, int row, int i)
{
    return (card->symbol->encoded_data[row][i / 8] >> (i % 8) & 1) != 0;
}

/* The module of a linear code that is of its neighbour's shade though it shouldn't be. */
static int
misprinted_at(const struct card *card)
{
    int width = card->symbol->width,
        at = 4 + (int)(g_str_hash(card->item->data) % 997) % (width - 8);

    while (module_at(card, 0, at) == module_at(card, 0, at - 1))
        at = at < width - 4 ? at + 1 : 5;
    return at;
}

/* Where its code lies on a card. */
static struct flaw_code
code_of(const struct card *card)
{
    double width = code_width(card), height = code_height(card);
    double x = card->width - width - MARGIN, y = card->height - height - MARGIN;
    bool square = is_square(card);

    return (struct flaw_code){.x = x + (square ? 4 : QUIET),
                              .y = y + (square ? 4 : 3),
                              .wide = card->symbol->width,
                              .high = square ? card->symbol->rows : BARS,
                              .square = square,
                              .flaws = card->flaws,
                              .chance = g_str_hash(card->item->data)};
}

/* Whether a row's module is dark as printed. */
static bool
is_dark(const struct card *card, int row, int i, int wrong)
{
    int column = card->flaws & FLAW_MIRRORED ? card->symbol->width - 1 - i : i;

    return i >= 0 && i < card->symbol->width && row >= 0 && row < card->symbol->rows &&
           module_at(card, row, column) != (column == wrong);
}

/* Of a code drawn in dots the finders aren't. */
static bool
is_dot(const struct card *card, int row, int i)
{
    int far = card->symbol->width - 8;

    return (card->flaws & FLAW_DOTTED) != 0 && is_square(card) &&
           !((row < 8 && (i < 8 || i >= far)) || (row >= far && i < 8));
}

/* A run of dark modules as a bar, by how much wider than it should be. */
static void
draw_run(const struct flaw_code *code, cairo_t *cairo, int row, int from, int to, double more)
{
    double high = code->square ? 1 : code->high, down = code->square ? more / 2 : 0;

    cairo_rectangle(cairo, code->x + from - more / 2, code->y + row * high - down, to - from + more,
                    high + 2 * down);
}

static void
draw_modules(const struct card *card, const struct flaw_code *code, cairo_t *cairo)
{
    bool misprinted = (card->flaws & FLAW_MISPRINTED) != 0 && !code->square;
    int wrong = misprinted ? misprinted_at(card) : -1;
    double more = flaw_growth(code);

    for (int row = 0; row < card->symbol->rows; row++)
        for (int i = 0; i < card->symbol->width; i++) {
            int from = i;

            if (!is_dark(card, row, i, wrong))
                continue;
            if (is_dot(card, row, i)) {
                cairo_new_sub_path(cairo);
                cairo_arc(cairo, code->x + i + 0.5, code->y + row + 0.5, 0.42, 0, 2 * G_PI);
                continue;
            }
            while (more != 0 && is_dark(card, row, i + 1, wrong) && !is_dot(card, row, i + 1))
                i++;
            draw_run(code, cairo, row, from, i + 1, more);
        }
    cairo_fill(cairo);
}

/* The white panel at the lower edge, with the code and, if linear, its digits. */
static void
draw_code(const struct card *card, cairo_t *cairo)
{
    double width = code_width(card), height = code_height(card);
    double x = card->width - width - MARGIN, y = card->height - height - MARGIN;
    struct flaw_code code = code_of(card);
    struct flaw_shades shades = flaw_shades(&code);

    cairo_set_source_rgb(cairo, shades.paper[0], shades.paper[1], shades.paper[2]);
    fill_box(cairo, x, y, width, height);
    flaw_draw_beneath(&code, cairo, x, y, width, height);
    cairo_set_source_rgb(cairo, shades.ink[0], shades.ink[1], shades.ink[2]);
    draw_modules(card, &code, cairo);
    if (!is_square(card))
        draw_text(cairo, (const char *)card->symbol->text, code.x + 4, y + BARS + 2, 8,
                  card->symbol->width - 8);
    flaw_draw_over(&code, cairo);
}

/* The oval mark of medicine that is sold without prescription. */
static void
draw_mark(const struct card *card, cairo_t *cairo)
{
    cairo_save(cairo);
    cairo_translate(cairo, card->width - 20, 32);
    cairo_scale(cairo, 13, 7);
    cairo_arc(cairo, 0, 0, 1, 0, 2 * G_PI);
    cairo_restore(cairo);
    if (card->look % 2 == 0)
        cairo_set_source_rgb(cairo, 0.80, 0.10, 0.10);
    else
        cairo_set_source_rgb(cairo, 0.05, 0.50, 0.20);
    cairo_fill(cairo);
    cairo_set_source_rgb(cairo, 1, 1, 1);
    draw_text(cairo, "OTC", card->width - 29, 25.5, 9, 18);
}

static void
draw_sticker(const struct card *card, cairo_t *cairo)
{
    cairo_set_source_rgb(cairo, 1, 1, 1);
    cairo_paint(cairo);
    draw_code(card, cairo);
}

static void
draw_carton(const struct card *card, cairo_t *cairo)
{
    static const char *const lines[] = {"请仔细阅读说明书并按说明使用", "或在药师指导下购买和使用",
                                        "密封，在阴凉干燥处保存"};

    set_colour(cairo, looks[card->look].face);
    fill_box(cairo, 0, 0, card->width, card->height);
    set_colour(cairo, looks[card->look].band);
    fill_box(cairo, 0, 0, card->width, 14);
    fill_box(cairo, 0, card->height - 4, card->width, 4);
    set_colour(cairo, looks[card->look].ink);
    draw_text(cairo, card->item->name, 8, 16, 20, card->width - 48);
    for (size_t i = 0; i < G_N_ELEMENTS(lines); i++)
        draw_text(cairo, lines[i], 8, 42 + 6 * (double)i, 4.5, card->width - 16);
    draw_mark(card, cairo);
    if (card->symbol != NULL)
        draw_code(card, cairo);
}

/* A label sticks on a lid of gray plastic. */
static void
draw_label(const struct card *card, cairo_t *cairo)
{
    double scale = LABEL / (double)cairo_image_surface_get_width(card->label);

    cairo_set_source_rgb(cairo, 0.72, 0.76, 0.78);
    fill_box(cairo, 0, 0, card->width, card->height);
    cairo_translate(cairo, MARGIN, MARGIN);
    cairo_scale(cairo, scale, scale);
    cairo_set_source_rgb(cairo, 1, 1, 1);
    fill_box(cairo, 0, 0, LABEL / scale, (card->height - 2 * MARGIN) / scale);
    cairo_set_source_surface(cairo, card->label, 0, 0);
    cairo_pattern_set_filter(cairo_get_source(cairo), CAIRO_FILTER_BEST);
    cairo_paint(cairo);
}

void
card_draw(const struct card *card, cairo_t *cairo)
{
    if (card->label != NULL)
        draw_label(card, cairo);
    else if (card->print != PRINT_NONE)
        print_draw(card->print, cairo, card->width, card->height, g_str_hash(card->item->data));
    else if (is_alone(card))
        draw_sticker(card, cairo);
    else
        draw_carton(card, cairo);
}
