#include "labels/pdf_font.h"

#include <math.h>
#include <string.h>

#include <hb-ot.h>
#include <hb-subset.h>
#include <pango/pangocairo.h>

#include "labels/cff.h"

#define BYTES_A_PIXEL 4
#define BFCHARS 100 /* at the most in one block of a ToUnicode map */

struct glyph {
    double advance; /* thousandths of an em */
    char *text;     /* UTF-8 it stands for, or NULL */
    int picture;    /* its image's object, 0 for none, -1 for not asked yet */
};

struct pdf_font {
    int number, object;
    PangoFont *pango;
    hb_font_t *font; /* in the face's own units */
    bool outlines, cff;
    GHashTable *glyphs; /* glyph id to struct glyph */
};

struct pdf_fonts {
    GHashTable *known; /* PangoFont to struct pdf_font */
    GPtrArray *list;   /* the same, in order of use */
};

static void
glyph_free(void *data)
{
    struct glyph *glyph = data;

    g_free(glyph->text);
    g_free(glyph);
}

static void
font_free(void *data)
{
    struct pdf_font *font = data;

    g_hash_table_destroy(font->glyphs);
    hb_font_destroy(font->font);
    g_object_unref(font->pango);
    g_free(font);
}

struct pdf_fonts *
pdf_fonts_new(void)
{
    struct pdf_fonts *fonts = g_new0(struct pdf_fonts, 1);

    fonts->known = g_hash_table_new(NULL, NULL);
    fonts->list = g_ptr_array_new_with_free_func(font_free);
    return fonts;
}

void
pdf_fonts_free(struct pdf_fonts *fonts)
{
    if (fonts == NULL)
        return;
    g_hash_table_destroy(fonts->known);
    g_ptr_array_unref(fonts->list);
    g_free(fonts);
}

static bool
has_table(hb_face_t *face, hb_tag_t tag)
{
    hb_blob_t *table = hb_face_reference_table(face, tag);
    bool has = hb_blob_get_length(table) > 0;

    hb_blob_destroy(table);
    return has;
}

struct pdf_font *
pdf_font_of(struct pdf_fonts *fonts, struct pdf_file *file, PangoFont *pango)
{
    struct pdf_font *font = g_hash_table_lookup(fonts->known, pango);
    hb_face_t *face;

    if (font != NULL)
        return font;
    face = hb_font_get_face(pango_font_get_hb_font(pango));
    font = g_new0(struct pdf_font, 1);
    font->number = (int)fonts->list->len;
    font->pango = g_object_ref(pango);
    font->font = hb_font_create(face);
    font->cff = has_table(face, HB_TAG('C', 'F', 'F', ' '));
    font->outlines = (font->cff || has_table(face, HB_TAG('g', 'l', 'y', 'f'))) &&
                     !has_table(face, HB_TAG('f', 'v', 'a', 'r')) &&
                     !has_table(face, HB_TAG('C', 'O', 'L', 'R'));
    font->object = font->outlines ? pdf_file_reserve(file) : 0;
    font->glyphs = g_hash_table_new_full(NULL, NULL, NULL, glyph_free);
    g_hash_table_insert(fonts->known, pango, font);
    g_ptr_array_add(fonts->list, font);
    return font;
}

int
pdf_font_number(const struct pdf_font *font)
{
    return font->number;
}

bool
pdf_font_has_outlines(const struct pdf_font *font)
{
    return font->outlines;
}

static struct glyph *
glyph_of(struct pdf_font *font, unsigned id)
{
    struct glyph *glyph = g_hash_table_lookup(font->glyphs, GUINT_TO_POINTER(id));

    if (glyph == NULL) {
        hb_position_t advance = hb_font_get_glyph_h_advance(font->font, id);
        unsigned em = hb_face_get_upem(hb_font_get_face(font->font));

        glyph = g_new0(struct glyph, 1);
        glyph->advance = round(advance * 1000.0 / em);
        glyph->picture = -1;
        g_hash_table_insert(font->glyphs, GUINT_TO_POINTER(id), glyph);
    }
    return glyph;
}

double
pdf_font_advance(struct pdf_font *font, unsigned glyph)
{
    return glyph_of(font, glyph)->advance;
}

/* Where the cluster of glyph i ends in the item's text: where the next one in the text begins. */
static int
cluster_end(const PangoItem *item, const PangoGlyphString *glyphs, int i)
{
    int end = item->length;

    for (int j = 0; j < glyphs->num_glyphs; j++)
        if (glyphs->log_clusters[j] > glyphs->log_clusters[i])
            end = MIN(end, glyphs->log_clusters[j]);
    return end;
}

/* The first glyph of a cluster stands for all of its text, the others for nothing. */
void
pdf_font_use(struct pdf_font *font, const char *text, const PangoItem *item,
             const PangoGlyphString *glyphs)
{
    for (int i = 0; i < glyphs->num_glyphs; i++) {
        PangoGlyph id = glyphs->glyphs[i].glyph;
        int at = glyphs->log_clusters[i];
        struct glyph *glyph;

        if (id & PANGO_GLYPH_UNKNOWN_FLAG || id == PANGO_GLYPH_EMPTY)
            continue;
        glyph = glyph_of(font, id);
        if (glyph->text == NULL && (i == 0 || glyphs->log_clusters[i - 1] != at))
            glyph->text =
                g_strndup(text + item->offset + at, (gsize)(cluster_end(item, glyphs, i) - at));
    }
}

/* Red, green and blue of a picture on white. */
static GByteArray *
pixels_of(PangoFont *pango, unsigned id, const PangoRectangle *ink)
{
    const int width = PANGO_PIXELS_CEIL(ink->width), height = PANGO_PIXELS_CEIL(ink->height);
    cairo_surface_t *surface = cairo_image_surface_create(CAIRO_FORMAT_RGB24, width, height);
    cairo_t *cairo = cairo_create(surface);
    const cairo_glyph_t glyph = {id, -(double)ink->x / PANGO_SCALE, -(double)ink->y / PANGO_SCALE};
    GByteArray *pixels = g_byte_array_new();

    cairo_set_source_rgb(cairo, 1, 1, 1);
    cairo_paint(cairo);
    cairo_set_source_rgb(cairo, 0, 0, 0);
    cairo_set_scaled_font(cairo, pango_cairo_font_get_scaled_font((PangoCairoFont *)pango));
    cairo_show_glyphs(cairo, &glyph, 1);
    cairo_surface_flush(surface);
    for (int y = 0; y < height; y++)
        for (int x = 0; x < width; x++) {
            uint32_t pixel;
            uint8_t rgb[3];

            memcpy(&pixel,
                   cairo_image_surface_get_data(surface) +
                       y * cairo_image_surface_get_stride(surface) + x * BYTES_A_PIXEL,
                   sizeof(pixel));
            rgb[0] = pixel >> 16 & 0xFF;
            rgb[1] = pixel >> 8 & 0xFF;
            rgb[2] = pixel & 0xFF;
            g_byte_array_append(pixels, rgb, sizeof(rgb));
        }
    cairo_destroy(cairo);
    cairo_surface_destroy(surface);
    return pixels;
}

int
pdf_font_picture(struct pdf_font *font, struct pdf_file *file, unsigned id)
{
    struct glyph *glyph = glyph_of(font, id);
    g_autoptr(GByteArray) pixels = NULL;
    g_autofree char *entries = NULL;
    PangoRectangle ink;

    if (glyph->picture >= 0)
        return glyph->picture;
    pango_font_get_glyph_extents(font->pango, id, &ink, NULL);
    glyph->picture = 0;
    if (ink.width <= 0 || ink.height <= 0)
        return 0;
    pixels = pixels_of(font->pango, id, &ink);
    entries = g_strdup_printf("/Type/XObject/Subtype/Image/ColorSpace/DeviceRGB/BitsPerComponent 8"
                              "/Width %d/Height %d",
                              PANGO_PIXELS_CEIL(ink.width), PANGO_PIXELS_CEIL(ink.height));
    glyph->picture = pdf_file_reserve(file);
    pdf_file_stream(file, glyph->picture, entries, pixels->data, pixels->len);
    return glyph->picture;
}

static int
by_id(const void *a, const void *b)
{
    guint x = GPOINTER_TO_UINT(*(void *const *)a), y = GPOINTER_TO_UINT(*(void *const *)b);

    return (x > y) - (x < y);
}

/* The ids of the glyphs that were used, from the lowest. */
static gpointer *
ids_of(const struct pdf_font *font, guint *n)
{
    gpointer *ids = g_hash_table_get_keys_as_array(font->glyphs, n);

    qsort(ids, *n, sizeof(*ids), by_id);
    return ids;
}

static bool
names_are_numbers(hb_face_t *face)
{
    hb_blob_t *table = hb_face_reference_table(face, HB_TAG('C', 'F', 'F', ' '));
    unsigned n;
    const char *bytes = hb_blob_get_data(table, &n);
    bool are = cff_names_are_numbers((const uint8_t *)bytes, n, hb_face_get_glyph_count(face));

    hb_blob_destroy(table);
    return are;
}

/*
 * The face without all other glyphs and without what only shaping needs. Pages name a glyph by its
 * id, which has to stay: where the face has no names that are the same, with a gap for each glyph
 * that has gone.
 */
static hb_face_t *
subset(const struct pdf_font *font)
{
    static const char *const needless[] = {"GSUB", "GPOS", "GDEF", "cmap", "name", "OS/2", "post",
                                           "vhea", "vmtx", "VORG", "BASE", "gasp", "STAT", "DSIG"};
    hb_subset_input_t *input = hb_subset_input_create_or_fail();
    hb_set_t *glyphs = hb_subset_input_glyph_set(input);
    hb_set_t *drop = hb_subset_input_set(input, HB_SUBSET_SETS_DROP_TABLE_TAG);
    hb_face_t *face;
    GHashTableIter iter;
    gpointer id;

    g_hash_table_iter_init(&iter, font->glyphs);
    while (g_hash_table_iter_next(&iter, &id, NULL))
        hb_set_add(glyphs, GPOINTER_TO_UINT(id));
    for (size_t i = 0; i < G_N_ELEMENTS(needless); i++)
        hb_set_add(drop, hb_tag_from_string(needless[i], -1));
    face = hb_font_get_face(font->font);
    hb_subset_input_set_flags(input, names_are_numbers(face) ? HB_SUBSET_FLAGS_NO_HINTING
                                                             : HB_SUBSET_FLAGS_NO_HINTING |
                                                                   HB_SUBSET_FLAGS_RETAIN_GIDS);
    face = hb_subset_or_fail(face, input);
    hb_subset_input_destroy(input);
    return face != NULL ? face : hb_face_reference(hb_font_get_face(font->font));
}

static int
write_program(const struct pdf_font *font, struct pdf_file *file)
{
    hb_face_t *face = subset(font);
    hb_blob_t *blob = font->cff ? hb_face_reference_table(face, HB_TAG('C', 'F', 'F', ' '))
                                : hb_face_reference_blob(face);
    int object = pdf_file_reserve(file);
    unsigned n;
    const char *bytes = hb_blob_get_data(blob, &n);
    g_autofree char *entries =
        font->cff ? g_strdup("/Subtype/CIDFontType0C") : g_strdup_printf("/Length1 %u", n);

    pdf_file_stream(file, object, entries, bytes, n);
    hb_blob_destroy(blob);
    hb_face_destroy(face);
    return object;
}

static void
add_utf16(GString *map, const char *text)
{
    g_autofree gunichar2 *units = g_utf8_to_utf16(text, -1, NULL, NULL, NULL);

    for (const gunichar2 *unit = units; unit != NULL && *unit != 0; unit++)
        g_string_append_printf(map, "%04X", *unit);
}

/* ISO 32000-1, 9.10.3. */
static int
write_texts(const struct pdf_font *font, struct pdf_file *file)
{
    static const char head[] = "/CIDInit /ProcSet findresource begin\n12 dict begin\nbegincmap\n"
                               "/CMapName /T def\n/CMapType 2 def\n1 begincodespacerange\n"
                               "<0000><FFFF>\nendcodespacerange\n";
    g_autoptr(GString) map = g_string_new(head), block = g_string_new(NULL);
    int object = pdf_file_reserve(file), in_block = 0;
    guint n;
    g_autofree gpointer *ids = ids_of(font, &n);

    for (guint i = 0; i <= n; i++) {
        const struct glyph *glyph = i < n ? g_hash_table_lookup(font->glyphs, ids[i]) : NULL;

        if (glyph != NULL && glyph->text != NULL) {
            g_string_append_printf(block, "<%04X><", GPOINTER_TO_UINT(ids[i]));
            add_utf16(block, glyph->text);
            g_string_append(block, ">\n");
            in_block++;
        }
        if (in_block == BFCHARS || (i == n && in_block > 0)) {
            g_string_append_printf(map, "%d beginbfchar\n%sendbfchar\n", in_block, block->str);
            g_string_truncate(block, 0);
            in_block = 0;
        }
    }
    g_string_append(map, "endcmap\nCMapName currentdict /CMap defineresource pop\nend\nend\n");
    pdf_file_stream(file, object, "", map->str, map->len);
    return object;
}

static char *
widths_of(const struct pdf_font *font)
{
    GString *text = g_string_new(NULL);
    guint n;
    g_autofree gpointer *ids = ids_of(font, &n);

    for (guint i = 0; i < n; i++) {
        const struct glyph *glyph = g_hash_table_lookup(font->glyphs, ids[i]);

        if (glyph->advance != 1000)
            g_string_append_printf(text, "%u[%.0f]", GPOINTER_TO_UINT(ids[i]), glyph->advance);
    }
    return g_string_free(text, FALSE);
}

/* What PDF calls the font: a tag of six letters, as for all subsets, and its own name. */
static char *
name_of(const struct pdf_font *font)
{
    hb_face_t *face = hb_font_get_face(font->font);
    char name[64] = "";
    unsigned n = sizeof(name);

    hb_ot_name_get_utf8(face, HB_OT_NAME_ID_POSTSCRIPT_NAME, HB_LANGUAGE_INVALID, &n, name);
    for (char *c = name; *c != '\0'; c++)
        if (!g_ascii_isalnum(*c) && *c != '-')
            *c = '-';
    return g_strdup_printf("MEDBO%c+%s", 'A' + font->number % 26, name[0] != '\0' ? name : "Font");
}

static void
write_font(const struct pdf_font *font, struct pdf_file *file)
{
    const int descriptor = pdf_file_reserve(file), descendant = pdf_file_reserve(file);
    const int program = write_program(font, file), texts = write_texts(font, file);
    const double unit = 1000.0 / hb_face_get_upem(hb_font_get_face(font->font));
    g_autofree char *name = name_of(font), *widths = widths_of(font);
    hb_font_extents_t extents;

    hb_font_get_h_extents(font->font, &extents);
    pdf_file_object(file, descriptor,
                    "<</Type/FontDescriptor/FontName/%s/Flags 4/FontBBox[-1000 %.0f 2000 %.0f]"
                    "/ItalicAngle 0/Ascent %.0f/Descent %.0f/CapHeight 733/StemV 80/FontFile%d %d "
                    "0 R>>",
                    name, extents.descender * unit, extents.ascender * unit,
                    extents.ascender * unit, extents.descender * unit, font->cff ? 3 : 2, program);
    pdf_file_object(file, descendant,
                    "<</Type/Font/Subtype/CIDFontType%d/BaseFont/%s/CIDSystemInfo<</Registry(Adobe)"
                    "/Ordering(Identity)/Supplement 0>>/FontDescriptor %d 0 R/DW 1000/W[%s]%s>>",
                    font->cff ? 0 : 2, name, descriptor, widths,
                    font->cff ? "" : "/CIDToGIDMap/Identity");
    pdf_file_object(file, font->object,
                    "<</Type/Font/Subtype/Type0/BaseFont/%s/Encoding/Identity-H"
                    "/DescendantFonts[%d 0 R]/ToUnicode %d 0 R>>",
                    name, descendant, texts);
}

static void
list_pictures(const struct pdf_font *font, GString *pictures)
{
    guint n;
    g_autofree gpointer *ids = ids_of(font, &n);

    for (guint i = 0; i < n; i++) {
        const struct glyph *glyph = g_hash_table_lookup(font->glyphs, ids[i]);

        if (glyph->picture > 0)
            g_string_append_printf(pictures, "/I%d %d 0 R", glyph->picture, glyph->picture);
    }
}

char *
pdf_fonts_write(struct pdf_fonts *fonts, struct pdf_file *file)
{
    g_autoptr(GString) names = g_string_new(NULL), pictures = g_string_new(NULL);

    for (guint i = 0; i < fonts->list->len; i++) {
        const struct pdf_font *font = fonts->list->pdata[i];

        if (font->outlines) {
            write_font(font, file);
            g_string_append_printf(names, "/F%d %d 0 R", font->number, font->object);
        } else {
            list_pictures(font, pictures);
        }
    }
    return g_strdup_printf("/Font<<%s>>/XObject<<%s>>", names->str, pictures->str);
}
