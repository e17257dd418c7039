#include "labels/pdf.h"

#include <math.h>

#include <pango/pango.h>

#include "labels/pdf_file.h"
#include "labels/pdf_font.h"

#define POINTS_PER_MM (72 / 25.4)
#define MM 3                /* decimals of a length: thousandths of a mm */
#define EXACT 5             /* and of what is multiplied */
#define CIRCLE 0.5522847498 /* of a radius: the handles of a quarter circle's curve */
#define LEAST_SHIFT 0.5     /* thousandths of an em that are worth a correction */
#define EM (FONTS_EM * PANGO_SCALE)

struct pdf {
    struct fonts *fonts;
    struct pdf_file file;
    struct pdf_fonts *embedded;
    double width, height, bleed; /* mm */
    int catalog, pages, info;
    GString *page; /* what is drawn on this one so far */
    GArray *kids;  /* int: the objects of pages */
    int64_t moment;
    char *language;
};

/* "12.5 3 re": numbers of so many decimals before an operator. */
static void
put(struct pdf *pdf, int decimals, const char *operator, const double * numbers, size_t n)
{
    for (size_t i = 0; i < n; i++) {
        pdf_file_number(pdf->page, numbers[i], decimals);
        g_string_append_c(pdf->page, ' ');
    }
    g_string_append(pdf->page, operator);
    g_string_append_c(pdf->page, '\n');
}

#define PUT(pdf, decimals, operator, ...)                                                          \
    put(pdf, decimals, operator,(const double[]){__VA_ARGS__},                                     \
        sizeof((const double[]){__VA_ARGS__}) / sizeof(double))

/* From here on in mm from the top left corner. */
static void
begin_page(struct pdf *pdf)
{
    g_string_truncate(pdf->page, 0);
    PUT(pdf, EXACT, "cm", POINTS_PER_MM, 0, 0, -POINTS_PER_MM, 0, pdf->height * POINTS_PER_MM);
}

struct pdf *
pdf_new(struct fonts *fonts, double width, double height, double bleed, int64_t moment,
        const char *language, struct sink *sink)
{
    struct pdf *pdf = g_new0(struct pdf, 1);

    pdf->fonts = fonts;
    pdf->embedded = pdf_fonts_new();
    pdf->width = width;
    pdf->height = height;
    pdf->bleed = bleed;
    pdf->moment = moment;
    pdf->language = g_strdup(language);
    pdf->page = g_string_new(NULL);
    pdf->kids = g_array_new(FALSE, FALSE, sizeof(int));
    pdf_file_begin(&pdf->file, sink);
    pdf->catalog = pdf_file_reserve(&pdf->file);
    pdf->pages = pdf_file_reserve(&pdf->file);
    pdf->info = pdf_file_reserve(&pdf->file);
    begin_page(pdf);
    return pdf;
}

/* A quarter of a circle from where the pen is, by way of the corner, to the end. */
static void
put_corner(struct pdf *pdf, double x, double y, double corner_x, double corner_y, double end_x,
           double end_y)
{
    PUT(pdf, MM, "c", x + CIRCLE * (corner_x - x), y + CIRCLE * (corner_y - y),
        end_x + CIRCLE * (corner_x - end_x), end_y + CIRCLE * (corner_y - end_y), end_x, end_y);
}

static void
put_round(struct pdf *pdf, double x, double y, double right, double bottom, double r)
{
    PUT(pdf, MM, "m", x + r, y);
    PUT(pdf, MM, "l", right - r, y);
    put_corner(pdf, right - r, y, right, y, right, y + r);
    PUT(pdf, MM, "l", right, bottom - r);
    put_corner(pdf, right, bottom - r, right, bottom, right - r, bottom);
    PUT(pdf, MM, "l", x + r, bottom);
    put_corner(pdf, x + r, bottom, x, bottom, x, bottom - r);
    PUT(pdf, MM, "l", x, y + r);
    put_corner(pdf, x, y + r, x, y, x + r, y);
    g_string_append(pdf->page, "h\n");
}

static void
put_stroke(struct pdf *pdf, const struct layout_frame *frame)
{
    g_string_append_c(pdf->page, '[');
    if (frame->dash > 0)
        pdf_file_number(pdf->page, frame->dash, MM);
    g_string_append(pdf->page, "]0 d\n");
    PUT(pdf, MM, "w", frame->stroke);
    g_string_append(pdf->page, "S\n");
}

static void
put_frame(struct pdf *pdf, const struct layout_frame *frame, double x, double y)
{
    const double left = x + frame->x, top = y + frame->y;
    const double right = left + frame->width, bottom = top + frame->height;

    if (frame->white)
        g_string_append(pdf->page, "q 1 g 1 G\n");
    if (frame->width <= 0 || frame->height <= 0) {
        PUT(pdf, MM, "m", left, top);
        PUT(pdf, MM, "l", right, bottom);
    } else if (frame->round > 0) {
        put_round(pdf, left, top, right, bottom, frame->round);
    } else {
        PUT(pdf, MM, "re", left, top, frame->width, frame->height);
    }
    if (frame->stroke <= 0)
        g_string_append(pdf->page, "f\n");
    else
        put_stroke(pdf, frame);
    if (frame->white)
        g_string_append(pdf->page, "Q\n");
}

/* One pixel a module, in hexadecimal: a viewer that looks for the end of the data finds it. */
static void
put_symbol(struct pdf *pdf, const struct layout_symbol *place, const struct symbol *symbol,
           double x, double y)
{
    static const char digits[] = "0123456789ABCDEF";
    const int width = symbol->width;
    const double side = width * symbol->module;
    const struct symbol_place at = symbol_place(symbol, x + place->x, y + place->y, place->side);

    g_string_append(pdf->page, "q\n");
    PUT(pdf, EXACT, "cm", side, 0, 0, -side, at.x, at.y + side);
    g_string_append_printf(pdf->page, "BI/W %d/H %d/IM true/D[1 0]/F/AHx ID\n", width, width);
    for (int row = 0; row < width; row++)
        for (int column = 0; column < width; column += 8) {
            unsigned bits = 0;

            for (int i = column; i < column + 8; i++)
                bits = bits << 1 | (i < width && symbol->dark[row * width + i]);
            g_string_append_c(pdf->page, digits[bits >> 4]);
            g_string_append_c(pdf->page, digits[bits & 15]);
        }
    g_string_append(pdf->page, ">\nEI\nQ\n");
}

/* Glyphs one after another: the font's own advances, and numbers where Pango's differ. */
static void
put_glyphs(struct pdf *pdf, struct pdf_font *font, const PangoGlyphString *glyphs, double size)
{
    double shift = 0;
    int rise = 0;

    g_string_append(pdf->page, "[<");
    for (int i = 0; i < glyphs->num_glyphs; i++) {
        const PangoGlyphInfo *glyph = &glyphs->glyphs[i];
        const double moved = glyph->geometry.x_offset * 1000 / EM;

        if (glyph->glyph & PANGO_GLYPH_UNKNOWN_FLAG || glyph->glyph == PANGO_GLYPH_EMPTY) {
            shift += glyph->geometry.width * 1000 / EM;
            continue;
        }
        if (glyph->geometry.y_offset != rise) {
            rise = glyph->geometry.y_offset;
            g_string_append(pdf->page, ">]TJ\n");
            PUT(pdf, MM, "Ts", -rise * size / EM);
            g_string_append(pdf->page, "[<");
        }
        if (fabs(shift + moved) >= LEAST_SHIFT) {
            g_string_append_c(pdf->page, '>');
            pdf_file_number(pdf->page, -(shift + moved), 1);
            g_string_append_c(pdf->page, '<');
            shift = -moved;
        }
        g_string_append_printf(pdf->page, "%04X", glyph->glyph);
        shift += glyph->geometry.width * 1000 / EM - pdf_font_advance(font, glyph->glyph);
    }
    g_string_append(pdf->page, rise != 0 ? ">]TJ\n0 Ts\n" : ">]TJ\n");
}

/* Glyphs that are images, with the text that they stand for. */
static void
put_pictures(struct pdf *pdf, struct pdf_font *font, const char *text, const PangoGlyphItem *item,
             double size, double x, double y)
{
    const double mm = size / EM;
    g_autofree char *words = g_strndup(text + item->item->offset, (gsize)item->item->length);
    g_autofree gunichar2 *units = g_utf8_to_utf16(words, -1, NULL, NULL, NULL);

    g_string_append(pdf->page, "/Span<</ActualText<FEFF");
    for (const gunichar2 *unit = units; *unit != 0; unit++)
        g_string_append_printf(pdf->page, "%04X", *unit);
    g_string_append(pdf->page, ">>>BDC\n");
    for (int i = 0; i < item->glyphs->num_glyphs; i++) {
        const PangoGlyphInfo *glyph = &item->glyphs->glyphs[i];
        PangoRectangle ink;
        int picture = 0;

        if (!(glyph->glyph & PANGO_GLYPH_UNKNOWN_FLAG) && glyph->glyph != PANGO_GLYPH_EMPTY)
            picture = pdf_font_picture(font, &pdf->file, glyph->glyph);
        if (picture > 0) {
            pango_font_get_glyph_extents(item->item->analysis.font, glyph->glyph, &ink, NULL);
            g_string_append(pdf->page, "q\n");
            PUT(pdf, EXACT, "cm", ink.width * mm, 0, 0, -ink.height * mm,
                x + (ink.x + glyph->geometry.x_offset) * mm,
                y + (ink.y + ink.height + glyph->geometry.y_offset) * mm);
            g_string_append_printf(pdf->page, "/I%d Do\nQ\n", picture);
        }
        x += glyph->geometry.width * mm;
    }
    g_string_append(pdf->page, "EMC\n");
}

static void
put_item(struct pdf *pdf, const char *text, const PangoGlyphItem *item, double size, double x,
         double y)
{
    struct pdf_font *font = pdf_font_of(pdf->embedded, &pdf->file, item->item->analysis.font);

    if (!pdf_font_has_outlines(font)) {
        put_pictures(pdf, font, text, item, size, x, y);
        return;
    }
    pdf_font_use(font, text, item->item, item->glyphs);
    g_string_append_printf(pdf->page, "BT\n/F%d ", pdf_font_number(font));
    PUT(pdf, MM, "Tf", size);
    PUT(pdf, MM, "Tm", 1, 0, 0, -1, x, y);
    put_glyphs(pdf, font, item->glyphs, size);
    g_string_append(pdf->page, "ET\n");
}

static void
put_run(struct pdf *pdf, const struct layout_run *run, double x, double y)
{
    PangoLayout *shaped = fonts_shape(pdf->fonts, run->text, run->bold);
    const PangoLayoutLine *line = pango_layout_get_line_readonly(shaped, 0);

    x += run->x;
    if (run->white)
        g_string_append(pdf->page, "1 g\n");
    for (const GSList *next = line->runs; next != NULL; next = next->next) {
        const PangoGlyphItem *item = next->data;

        put_item(pdf, run->text, item, run->size, x, y + run->baseline);
        x += pango_glyph_string_get_width(item->glyphs) * run->size / EM;
    }
    if (run->white)
        g_string_append(pdf->page, "0 g\n");
}

void
pdf_layout(struct pdf *pdf, const struct layout *layout, const struct symbol *symbols, double x,
           double y)
{
    for (size_t i = 0; i < layout->n_frames; i++)
        put_frame(pdf, &layout->frames[i], x, y);
    for (size_t i = 0; i < layout->n_symbols; i++)
        put_symbol(pdf, &layout->symbols[i], &symbols[i], x, y);
    for (size_t i = 0; i < layout->n_runs; i++)
        put_run(pdf, &layout->runs[i], x, y);
}

/* Where a page is cut; nothing where that is its edge, as is understood (ISO 32000-1, 14.11.2). */
static char *
trim_box(const struct pdf *pdf)
{
    const double sides[] = {pdf->bleed, pdf->bleed, pdf->width - pdf->bleed,
                            pdf->height - pdf->bleed};
    GString *box = g_string_new(NULL);

    if (pdf->bleed <= 0)
        return g_string_free(box, FALSE);
    g_string_append(box, "/TrimBox[");
    for (size_t i = 0; i < G_N_ELEMENTS(sides); i++) {
        if (i > 0)
            g_string_append_c(box, ' ');
        pdf_file_number(box, sides[i] * POINTS_PER_MM, MM);
    }
    g_string_append_c(box, ']');
    return g_string_free(box, FALSE);
}

void
pdf_end_page(struct pdf *pdf)
{
    const int contents = pdf_file_reserve(&pdf->file), page = pdf_file_reserve(&pdf->file);
    g_autofree char *trim = trim_box(pdf);

    pdf_file_stream(&pdf->file, contents, "", pdf->page->str, pdf->page->len);
    pdf_file_object(&pdf->file, page, "<</Type/Page/Parent %d 0 R%s/Contents %d 0 R>>", pdf->pages,
                    trim, contents);
    g_array_append_val(pdf->kids, page);
    begin_page(pdf);
}

static void
write_info(struct pdf *pdf)
{
    g_autoptr(GDateTime) time = g_date_time_new_from_unix_utc(pdf->moment / 1000);
    g_autofree char *text = time != NULL ? g_date_time_format(time, "%Y%m%d%H%M%SZ") : NULL;

    pdf_file_object(&pdf->file, pdf->info, "<</Producer(medbox)/CreationDate(D:%s)>>",
                    text != NULL ? text : "1970");
}

void
pdf_finish(struct pdf *pdf)
{
    g_autofree char *resources = pdf_fonts_write(pdf->embedded, &pdf->file);
    g_autoptr(GString) kids = g_string_new(NULL), size = g_string_new(NULL);

    for (guint i = 0; i < pdf->kids->len; i++)
        g_string_append_printf(kids, "%d 0 R ", g_array_index(pdf->kids, int, i));
    pdf_file_number(size, pdf->width * POINTS_PER_MM, MM);
    g_string_append_c(size, ' ');
    pdf_file_number(size, pdf->height * POINTS_PER_MM, MM);
    pdf_file_object(&pdf->file, pdf->pages,
                    "<</Type/Pages/Count %u/MediaBox[0 0 %s]/Resources<<%s>>/Kids[%s]>>",
                    pdf->kids->len, size->str, resources, kids->str);
    pdf_file_object(&pdf->file, pdf->catalog,
                    "<</Type/Catalog/Pages %d 0 R/Lang(%s)"
                    "/ViewerPreferences<</PrintScaling/None>>>>",
                    pdf->pages, pdf->language);
    write_info(pdf);
    pdf_file_end(&pdf->file, pdf->catalog, pdf->info);
}

void
pdf_free(struct pdf *pdf)
{
    if (pdf == NULL)
        return;
    pdf_fonts_free(pdf->embedded);
    pdf_file_clear(&pdf->file);
    g_string_free(pdf->page, TRUE);
    g_array_unref(pdf->kids);
    g_free(pdf->language);
    g_free(pdf);
}
