#include "labels/draw.h"

#include <math.h>
#include <string.h>

#include <pango/pangocairo.h>

#include <cairo-pdf.h>

#include "base/words.h"

#define FAMILY "Noto Sans CJK SC"
#define NARROW_FAMILY "Noto Sans CJK JP" /* of the same package, with the same letters and digits */
#define MM_PER_INCH 25.4
#define POINTS_PER_INCH 72.0
#define SHAPED_EM 100.0  /* units of the em in which texts are shaped, and then scaled */
#define SHAPED_MOST 1000 /* texts kept: more than one label's, so that rules are shaped once */

/*
 * A text is shaped once, in a size of its own, and kept: its width decides the layout, and the
 * drawing scales it. Hinting and rounding are off, so that widths grow evenly with the size.
 */
struct draw_fonts {
    PangoContext *context;
    GHashTable *shaped[2];  /* regular and bold: text to PangoLayout */
    GHashTable *characters; /* to whether there is a glyph: 1, or 2 for no */
};

/* cairo forgets some failures of the last writes, so they are kept here. */
struct stream {
    struct draw_sink sink;
    bool failed;
};

struct draw_pdf {
    struct draw_fonts *fonts;
    struct stream stream;
    cairo_surface_t *surface;
    cairo_t *cairo;
};

static PangoFontDescription *
description(bool bold)
{
    PangoFontDescription *font = pango_font_description_new();

    pango_font_description_set_family_static(font, FAMILY);
    pango_font_description_set_weight(font, bold ? PANGO_WEIGHT_BOLD : PANGO_WEIGHT_NORMAL);
    pango_font_description_set_absolute_size(font, SHAPED_EM * PANGO_SCALE);
    return font;
}

/*
 * Letters and digits come from a second face. cairo 1.16 gives up on leaving out the parts of a
 * font that its glyphs don't use as soon as some letters come in some order (F after K), and the
 * parts beside hanzi are 800 kB. In a face without hanzi they are 15.
 */
static PangoAttrList *
narrow_ranges(const char *text)
{
    PangoAttrList *list = pango_attr_list_new();
    const char *end;

    for (const char *c = text; *c != '\0'; c = end) {
        bool wide = g_unichar_iswide(g_utf8_get_char(c));

        for (end = c; *end != '\0' && g_unichar_iswide(g_utf8_get_char(end)) == wide;)
            end = g_utf8_find_next_char(end, NULL);
        if (!wide) {
            PangoAttribute *family = pango_attr_family_new(NARROW_FAMILY);

            family->start_index = (guint)(c - text);
            family->end_index = (guint)(end - text);
            pango_attr_list_insert(list, family);
        }
    }
    return list;
}

static PangoLayout *
shape(PangoContext *context, const char *text, bool bold)
{
    PangoLayout *layout = pango_layout_new(context);
    PangoFontDescription *font = description(bold);
    PangoAttrList *narrow = narrow_ranges(text);

    pango_layout_set_single_paragraph_mode(layout, TRUE);
    pango_layout_set_font_description(layout, font);
    pango_layout_set_attributes(layout, narrow);
    pango_layout_set_text(layout, text, -1);
    pango_attr_list_unref(narrow);
    pango_font_description_free(font);
    return layout;
}

static PangoLayout *
shaped(struct draw_fonts *fonts, const char *text, bool bold)
{
    GHashTable *kept = fonts->shaped[bold];
    PangoLayout *layout = (PangoLayout *)g_hash_table_lookup(kept, text);

    if (layout == NULL) {
        if (g_hash_table_size(kept) >= SHAPED_MOST)
            g_hash_table_remove_all(kept);
        layout = shape(fonts->context, text, bold);
        g_hash_table_insert(kept, g_strdup(text), layout);
    }
    return layout;
}

static PangoContext *
new_context(PangoFontMap *map)
{
    PangoContext *context = pango_font_map_create_context(map);
    cairo_font_options_t *options = cairo_font_options_create();

    cairo_font_options_set_hint_style(options, CAIRO_HINT_STYLE_NONE);
    cairo_font_options_set_hint_metrics(options, CAIRO_HINT_METRICS_OFF);
    cairo_font_options_set_antialias(options, CAIRO_ANTIALIAS_GRAY);
    pango_cairo_context_set_font_options(context, options);
    pango_context_set_round_glyph_positions(context, FALSE);
    pango_context_set_language(context, pango_language_from_string("zh-cn"));
    cairo_font_options_destroy(options);
    return context;
}

struct draw_fonts *
draw_fonts_open(GError **error)
{
    g_autoptr(PangoFontMap) map = pango_cairo_font_map_new();
    struct draw_fonts *fonts;

    if (pango_font_map_get_family(map, FAMILY) == NULL) {
        err_set(error, ERR_MISSING,
                _("The font %s is not installed; on Debian: apt install fonts-noto-cjk"), FAMILY);
        return NULL;
    }
    fonts = g_new0(struct draw_fonts, 1);
    fonts->context = new_context(map);
    for (int i = 0; i < 2; i++)
        fonts->shaped[i] = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, g_object_unref);
    fonts->characters = g_hash_table_new(NULL, NULL);
    return fonts;
}

void
draw_fonts_close(struct draw_fonts *fonts)
{
    if (fonts == NULL)
        return;
    for (int i = 0; i < 2; i++)
        g_hash_table_destroy(fonts->shaped[i]);
    g_hash_table_destroy(fonts->characters);
    g_object_unref(fonts->context);
    g_free(fonts);
}

bool
draw_fonts_have(struct draw_fonts *fonts, gunichar character)
{
    gpointer key = GUINT_TO_POINTER(character);
    guint known = GPOINTER_TO_UINT(g_hash_table_lookup(fonts->characters, key));

    if (known == 0) {
        char text[7] = {0};
        g_autoptr(PangoLayout) layout = NULL;

        g_unichar_to_utf8(character, text);
        layout = shape(fonts->context, text, false);
        known = pango_layout_get_unknown_glyphs_count(layout) == 0 ? 1 : 2;
        g_hash_table_insert(fonts->characters, key, GUINT_TO_POINTER(known));
    }
    return known == 1;
}

static double
width_in_em(void *with, const char *text, bool bold)
{
    struct draw_fonts *fonts = (struct draw_fonts *)with;
    int width = 0;

    pango_layout_get_size(shaped(fonts, text, bold), &width, NULL);
    return width / (SHAPED_EM * PANGO_SCALE);
}

struct fit_measure
draw_fonts_measure(struct draw_fonts *fonts)
{
    return (struct fit_measure){width_in_em, fonts};
}

/* One pixel a module. */
static cairo_surface_t *
modules(const struct symbol *symbol)
{
    cairo_surface_t *bits =
        cairo_image_surface_create(CAIRO_FORMAT_A1, symbol->width, symbol->width);
    int stride = cairo_image_surface_get_stride(bits);
    unsigned char *rows = cairo_image_surface_get_data(bits);

    cairo_surface_flush(bits);
    for (int i = 0; i < symbol->width * symbol->width; i++) {
        int x = i % symbol->width, y = i / symbol->width;
        int bit = G_BYTE_ORDER == G_LITTLE_ENDIAN ? x % 8 : 7 - x % 8;

        if (symbol->dark[i])
            rows[y * stride + x / 8] |= (unsigned char)(1 << bit);
    }
    cairo_surface_mark_dirty(bits);
    return bits;
}

/* Centred in its square, on whole dots of the printer. */
static double
on_a_dot(double at, double side, const struct symbol *symbol)
{
    double dot = symbol->module / symbol->dots;

    return round((at + (side - symbol->width * symbol->module) / 2) / dot) * dot;
}

/*
 * A bitmap for each symbol, although one for a whole page would save 300 bytes a label: printers
 * begin a bitmap on a whole dot, so its first module is a whole one. In a bitmap for a page most
 * symbols begin inside a dot, and up to 7 % of them were not read at 200 to 240 dpi.
 */
static void
draw_symbol(cairo_t *cairo, const struct layout_symbol *place, const struct symbol *symbol)
{
    cairo_surface_t *bits = modules(symbol);
    cairo_pattern_t *mask = cairo_pattern_create_for_surface(bits);

    cairo_pattern_set_filter(mask, CAIRO_FILTER_NEAREST);
    cairo_save(cairo);
    cairo_translate(cairo, on_a_dot(place->x, place->side, symbol),
                    on_a_dot(place->y, place->side, symbol));
    cairo_scale(cairo, symbol->module, symbol->module);
    cairo_mask(cairo, mask);
    cairo_restore(cairo);
    cairo_pattern_destroy(mask);
    cairo_surface_destroy(bits);
}

static void
outline(cairo_t *cairo, const struct layout_frame *frame)
{
    const double round = frame->round, x = frame->x, y = frame->y;
    const double right = x + frame->width, bottom = y + frame->height;

    if (round <= 0) {
        cairo_rectangle(cairo, x, y, frame->width, frame->height);
        return;
    }
    cairo_new_sub_path(cairo);
    cairo_arc(cairo, right - round, y + round, round, -G_PI_2, 0);
    cairo_arc(cairo, right - round, bottom - round, round, 0, G_PI_2);
    cairo_arc(cairo, x + round, bottom - round, round, G_PI_2, G_PI);
    cairo_arc(cairo, x + round, y + round, round, G_PI, 3 * G_PI_2);
    cairo_close_path(cairo);
}

static void
draw_frame(cairo_t *cairo, const struct layout_frame *frame)
{
    if (frame->width <= 0 || frame->height <= 0) {
        cairo_move_to(cairo, frame->x, frame->y);
        cairo_line_to(cairo, frame->x + frame->width, frame->y + frame->height);
    } else {
        outline(cairo, frame);
    }
    if (frame->stroke <= 0) {
        cairo_fill(cairo);
        return;
    }
    cairo_set_line_width(cairo, frame->stroke);
    cairo_set_dash(cairo, &frame->dash, frame->dash > 0 ? 1 : 0, 0);
    cairo_stroke(cairo);
}

static void
draw_run(cairo_t *cairo, struct draw_fonts *fonts, const struct layout_run *run)
{
    PangoLayout *text = shaped(fonts, run->text, run->bold);

    cairo_save(cairo);
    cairo_translate(cairo, run->x, run->baseline);
    cairo_scale(cairo, run->size / SHAPED_EM, run->size / SHAPED_EM);
    cairo_move_to(cairo, 0, 0);
    if (run->white)
        cairo_set_source_rgb(cairo, 1, 1, 1);
    pango_cairo_show_layout_line(cairo, pango_layout_get_line_readonly(text, 0));
    cairo_restore(cairo);
}

/* Everything in mm from the layout's corner, to which the context has been moved. */
static void
draw_layout(cairo_t *cairo, struct draw_fonts *fonts, const struct layout *layout,
            const struct symbol *symbols)
{
    for (size_t i = 0; i < layout->n_frames; i++)
        draw_frame(cairo, &layout->frames[i]);
    for (size_t i = 0; i < layout->n_symbols; i++)
        draw_symbol(cairo, &layout->symbols[i], &symbols[i]);
    for (size_t i = 0; i < layout->n_runs; i++)
        draw_run(cairo, fonts, &layout->runs[i]);
}

static cairo_status_t
to_sink(void *closure, const unsigned char *bytes, unsigned int n)
{
    struct stream *stream = (struct stream *)closure;

    stream->failed = stream->failed || !stream->sink.write(stream->sink.to, bytes, n);
    return stream->failed ? CAIRO_STATUS_WRITE_ERROR : CAIRO_STATUS_SUCCESS;
}

static void
set_date(cairo_surface_t *surface, int64_t moment)
{
    g_autoptr(GDateTime) time = g_date_time_new_from_unix_utc(moment / 1000);
    g_autofree char *text = time != NULL ? g_date_time_format(time, "%Y-%m-%dT%H:%M:%SZ") : NULL;

    if (text != NULL)
        cairo_pdf_surface_set_metadata(surface, CAIRO_PDF_METADATA_CREATE_DATE, text);
}

struct draw_pdf *
draw_pdf_new(struct draw_fonts *fonts, double page_width, double page_height, int64_t moment,
             const struct draw_sink *sink)
{
    struct draw_pdf *pdf = g_new0(struct draw_pdf, 1);
    const double unit = POINTS_PER_INCH / MM_PER_INCH;

    pdf->fonts = fonts;
    pdf->stream.sink = *sink;
    pdf->surface = cairo_pdf_surface_create_for_stream(to_sink, &pdf->stream, page_width * unit,
                                                       page_height * unit);
    set_date(pdf->surface, moment);
    cairo_pdf_surface_set_metadata(pdf->surface, CAIRO_PDF_METADATA_CREATOR, "medbox");
    pdf->cairo = cairo_create(pdf->surface);
    cairo_scale(pdf->cairo, unit, unit);
    return pdf;
}

void
draw_pdf_layout(struct draw_pdf *pdf, const struct layout *layout, const struct symbol *symbols,
                double x, double y)
{
    cairo_save(pdf->cairo);
    cairo_translate(pdf->cairo, x, y);
    draw_layout(pdf->cairo, pdf->fonts, layout, symbols);
    cairo_restore(pdf->cairo);
}

void
draw_pdf_end_page(struct draw_pdf *pdf)
{
    cairo_show_page(pdf->cairo);
}

static bool
check_status(cairo_status_t status, const struct stream *stream, GError **error)
{
    if (status == CAIRO_STATUS_SUCCESS && stream->failed)
        status = CAIRO_STATUS_WRITE_ERROR;
    if (status == CAIRO_STATUS_SUCCESS)
        return true;
    return err_set(error, ERR_BROKEN, _("The labels could not be drawn: %s"),
                   cairo_status_to_string(status));
}

bool
draw_pdf_finish(struct draw_pdf *pdf, GError **error)
{
    cairo_status_t status = cairo_status(pdf->cairo);

    cairo_surface_finish(pdf->surface);
    if (status == CAIRO_STATUS_SUCCESS)
        status = cairo_surface_status(pdf->surface);
    return check_status(status, &pdf->stream, error);
}

void
draw_pdf_free(struct draw_pdf *pdf)
{
    if (pdf == NULL)
        return;
    cairo_destroy(pdf->cairo);
    cairo_surface_destroy(pdf->surface);
    g_free(pdf);
}

bool
draw_png(struct draw_fonts *fonts, const struct layout *layout, const struct symbol *symbols,
         double dpi, const struct draw_sink *sink, GError **error)
{
    const double unit = dpi / MM_PER_INCH;
    struct stream stream = {.sink = *sink};
    cairo_surface_t *picture = cairo_image_surface_create(
        CAIRO_FORMAT_RGB24, (int)lround(layout->width * unit), (int)lround(layout->height * unit));
    cairo_t *cairo = cairo_create(picture);
    cairo_status_t status;

    cairo_set_source_rgb(cairo, 1, 1, 1);
    cairo_paint(cairo);
    cairo_set_source_rgb(cairo, 0, 0, 0);
    cairo_scale(cairo, unit, unit);
    draw_layout(cairo, fonts, layout, symbols);
    status = cairo_status(cairo);
    if (status == CAIRO_STATUS_SUCCESS)
        status = cairo_surface_write_to_png_stream(picture, to_sink, &stream);
    cairo_destroy(cairo);
    cairo_surface_destroy(picture);
    return check_status(status, &stream, error);
}
