#include "labels/fonts.h"

#include <math.h>
#include <string.h>

#include <fontconfig/fontconfig.h>
#include <pango/pangocairo.h>
#include <pango/pangofc-fontmap.h>

#include "base/words.h"
#include "labels/unseen.h"

#define FAMILY "Noto Sans CJK SC"
#define FAMILIES FAMILY ",DejaVu Sans,HanaMinA,HanaMinB"
#define SHAPED_MOST 1000 /* texts kept: more than one label's, so that rules are shaped once */

/* Colours are light or dark, and what is light in them is white on a label printer. */
#define NO_COLOUR                                                                                  \
    "<fontconfig><selectfont><rejectfont><pattern><patelt name=\"color\"><bool>true</bool>"        \
    "</patelt></pattern></rejectfont></selectfont></fontconfig>"

/* The frame of a missing character, in em. */
#define FRAME_GAP 0.06  /* beside it */
#define FRAME_RISE 0.80 /* above and below the baseline */
#define FRAME_FALL 0.10
#define FRAME_STROKE 0.04
#define FRAME_PAD 0.10
#define NUMBER_SIZE 0.5
#define NUMBER_BASE 0.17 /* of the number above the text's baseline */

/*
 * A text is shaped once, in a size of its own, and kept: its width decides the layout, and the
 * drawing scales it. Hinting and rounding are off, so that widths grow evenly with the size.
 */
struct fonts {
    PangoContext *context;
    PangoFont *bold;        /* of FAMILY */
    GHashTable *shaped[2];  /* regular and bold: text to PangoLayout */
    GHashTable *characters; /* to enum look */
};

/* What becomes of a character on paper; 0 is not known yet. */
enum look {
    LOOK_SEEN = 1,
    LOOK_BLANK,   /* it is none that is seen */
    LOOK_MISSING, /* no font has it */
};

static PangoFontDescription *
description(bool bold)
{
    PangoFontDescription *font = pango_font_description_new();

    pango_font_description_set_family_static(font, FAMILIES);
    pango_font_description_set_weight(font, bold ? PANGO_WEIGHT_BOLD : PANGO_WEIGHT_NORMAL);
    pango_font_description_set_absolute_size(font, FONTS_EM * PANGO_SCALE);
    return font;
}

static bool
is_rare(gunichar character)
{
    return g_unichar_get_script(character) == G_UNICODE_SCRIPT_HAN;
}

/* Rare hanzi have one weight. Made bolder by drawing them twice, sixty strokes are a blot: they stay
 * as they are. */
static PangoAttrList *
attributes(struct fonts *fonts, const char *text)
{
    PangoAttrList *list = pango_attr_list_new();

    for (const char *c = text; *c != '\0'; c = g_utf8_find_next_char(c, NULL)) {
        gunichar character = g_utf8_get_char(c);
        PangoAttribute *normal;

        if (!is_rare(character) || pango_font_has_char(fonts->bold, character))
            continue;
        normal = pango_attr_weight_new(PANGO_WEIGHT_NORMAL);
        normal->start_index = (guint)(c - text);
        normal->end_index = (guint)(g_utf8_find_next_char(c, NULL) - text);
        pango_attr_list_insert(list, normal);
    }
    return list;
}

static PangoLayout *
shape(struct fonts *fonts, const char *text, bool bold)
{
    PangoLayout *layout = pango_layout_new(fonts->context);
    PangoFontDescription *font = description(bold);
    PangoAttrList *list = bold ? attributes(fonts, text) : NULL;

    pango_layout_set_single_paragraph_mode(layout, TRUE);
    pango_layout_set_font_description(layout, font);
    pango_layout_set_text(layout, text, -1);
    pango_layout_set_attributes(layout, list);
    g_clear_pointer(&list, pango_attr_list_unref);
    pango_font_description_free(font);
    return layout;
}

PangoLayout *
fonts_shape(struct fonts *fonts, const char *text, bool bold)
{
    GHashTable *kept = fonts->shaped[bold];
    PangoLayout *layout = (PangoLayout *)g_hash_table_lookup(kept, text);

    if (layout == NULL) {
        if (g_hash_table_size(kept) >= SHAPED_MOST)
            g_hash_table_remove_all(kept);
        layout = shape(fonts, text, bold);
        g_hash_table_insert(kept, g_strdup(text), layout);
    }
    return layout;
}

static void
set_options(PangoContext *context, cairo_antialias_t antialias)
{
    cairo_font_options_t *options = cairo_font_options_create();

    cairo_font_options_set_hint_style(options, CAIRO_HINT_STYLE_NONE);
    cairo_font_options_set_hint_metrics(options, CAIRO_HINT_METRICS_OFF);
    cairo_font_options_set_antialias(options, antialias);
    pango_cairo_context_set_font_options(context, options);
    cairo_font_options_destroy(options);
}

static PangoContext *
new_context(PangoFontMap *map)
{
    PangoContext *context = pango_font_map_create_context(map);

    set_options(context, CAIRO_ANTIALIAS_GRAY);
    pango_context_set_round_glyph_positions(context, FALSE);
    pango_context_set_language(context, pango_language_from_string("zh-cn"));
    return context;
}

void
fonts_use_dots(struct fonts *fonts)
{
    set_options(fonts->context, CAIRO_ANTIALIAS_NONE);
    for (int i = 0; i < 2; i++)
        g_hash_table_remove_all(fonts->shaped[i]);
}

/* The fonts that are installed, but for those of colours. */
static PangoFontMap *
new_map(void)
{
    PangoFontMap *map = pango_cairo_font_map_new();
    FcConfig *config = FcInitLoadConfig();
    const bool loaded =
        FcConfigParseAndLoadFromMemory(config, (const FcChar8 *)NO_COLOUR, FcTrue) &&
        FcConfigBuildFonts(config);

    g_assert(loaded); /* the rule can be read, and there is memory */
    pango_fc_font_map_set_config(PANGO_FC_FONT_MAP(map), config);
    FcConfigDestroy(config);
    return map;
}

struct fonts *
fonts_open(GError **error)
{
    g_autoptr(PangoFontMap) map = new_map();
    PangoFontDescription *bold;
    struct fonts *fonts;

    if (pango_font_map_get_family(map, FAMILY) == NULL) {
        err_set(error, ERR_MISSING,
                _("The font %s is not installed; on Debian: apt install fonts-noto-cjk"), FAMILY);
        return NULL;
    }
    fonts = g_new0(struct fonts, 1);
    fonts->context = new_context(map);
    bold = description(true);
    fonts->bold = pango_font_map_load_font(map, fonts->context, bold);
    pango_font_description_free(bold);
    for (int i = 0; i < 2; i++)
        fonts->shaped[i] = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, g_object_unref);
    fonts->characters = g_hash_table_new(NULL, NULL);
    return fonts;
}

void
fonts_close(struct fonts *fonts)
{
    if (fonts == NULL)
        return;
    for (int i = 0; i < 2; i++)
        g_hash_table_destroy(fonts->shaped[i]);
    g_hash_table_destroy(fonts->characters);
    g_object_unref(fonts->bold);
    g_object_unref(fonts->context);
    g_free(fonts);
}

static enum look
look_of(struct fonts *fonts, gunichar character)
{
    char text[7] = {0};
    g_autoptr(PangoLayout) layout = NULL;
    PangoRectangle ink;

    if (g_unichar_type(character) == G_UNICODE_SPACE_SEPARATOR)
        return LOOK_SEEN;
    if (unseen_is(character))
        return LOOK_BLANK;
    if (g_unichar_type(character) == G_UNICODE_PRIVATE_USE)
        return LOOK_MISSING;
    g_unichar_to_utf8(character, text);
    layout = shape(fonts, text, false);
    if (pango_layout_get_unknown_glyphs_count(layout) > 0)
        return LOOK_MISSING;
    pango_layout_get_extents(layout, &ink, NULL);
    return ink.width > 0 && ink.height > 0 ? LOOK_SEEN : LOOK_BLANK;
}

static enum look
look(struct fonts *fonts, gunichar character)
{
    gpointer key = GUINT_TO_POINTER(character);
    guint known = GPOINTER_TO_UINT(g_hash_table_lookup(fonts->characters, key));

    if (known == 0) {
        known = look_of(fonts, character);
        g_hash_table_insert(fonts->characters, key, GUINT_TO_POINTER(known));
    }
    return (enum look)known;
}

bool
fonts_have(struct fonts *fonts, gunichar character)
{
    return look(fonts, character) == LOOK_SEEN;
}

/* Whether what stands there is seen, or belongs to what is: joiners do, behind a letter. */
static bool
is_seen(struct fonts *fonts, const char *text, const char *at)
{
    gunichar character = g_utf8_get_char(at);

    if (!unseen_belongs(character))
        return fonts_have(fonts, character);
    while (at > text && unseen_belongs(character)) {
        at = g_utf8_prev_char(at);
        character = g_utf8_get_char(at);
    }
    return !g_unichar_isspace(character) && fonts_have(fonts, character);
}

/* The first missing character of a text from a place on, or its end. */
static const char *
next_missing(struct fonts *fonts, const char *text, const char *at)
{
    while (*at != '\0' && is_seen(fonts, text, at))
        at = g_utf8_find_next_char(at, NULL);
    return at;
}

static double
shaped_em(struct fonts *fonts, const char *text, bool bold)
{
    int width = 0;

    pango_layout_get_size(fonts_shape(fonts, text, bold), &width, NULL);
    return width / (FONTS_EM * PANGO_SCALE);
}

static char *
number(gunichar character)
{
    return g_strdup_printf("U+%04X", character);
}

/* The width of the frame with what is in it, without the gaps beside it. */
static double
frame_em(struct fonts *fonts, gunichar character)
{
    g_autofree char *text = number(character);

    return NUMBER_SIZE * shaped_em(fonts, text, false) + 2 * FRAME_PAD;
}

static double
width_in_em(void *with, const char *text, bool bold)
{
    struct fonts *fonts = (struct fonts *)with;
    const char *at = text, *end = next_missing(fonts, text, at);
    double em = 0;

    for (; *end != '\0';
         at = g_utf8_find_next_char(end, NULL), end = next_missing(fonts, text, at)) {
        g_autofree char *piece = g_strndup(at, (gsize)(end - at));

        em += shaped_em(fonts, piece, bold);
        em += frame_em(fonts, g_utf8_get_char(end)) + 2 * FRAME_GAP;
    }
    return em + shaped_em(fonts, at, bold);
}

struct fit_measure
fonts_measure(struct fonts *fonts)
{
    return (struct fit_measure){width_in_em, fonts};
}

/* What stands before a place and is seen; g_free(). */
static char *
seen_before(const char *text, const char *at)
{
    GString *seen = g_string_new(NULL);

    for (; text < at; text = g_utf8_find_next_char(text, NULL))
        if (!unseen_is(g_utf8_get_char(text)))
            g_string_append_unichar(seen, g_utf8_get_char(text));
    return g_string_free(seen, FALSE);
}

/* What is said of one: an unseen one can't be shown, so what stands before it is. */
static char *
missing_line(struct fonts *fonts, const struct layout *layout, const char *what, const char *text,
             const char *at)
{
    const gunichar character = g_utf8_get_char(at);
    const char *name = layout_name(layout), *word = unseen_word(character);
    const int size = (int)(g_utf8_find_next_char(at, NULL) - at);
    g_autofree char *before = seen_before(text, at);

    if (look(fonts, character) == LOOK_MISSING)
        return g_strdup_printf(_("%s, %s: no installed font has the character %.*s (U+%04X)"), name,
                               what, size, at, character);
    if (before[0] == '\0')
        return g_strdup_printf(_("%s, %s: it begins with a character that can't be seen, %s "
                                 "(U+%04X); type the text anew"),
                               name, what, word, character);
    return g_strdup_printf(_("%s, %s: behind “%s” there is a character that can't be seen, %s "
                             "(U+%04X); type the text anew"),
                           name, what, before, word, character);
}

void
fonts_list_missing(struct fonts *fonts, const struct layout *layout, GPtrArray *list)
{
    for (size_t i = 0; i < layout->n_runs; i++) {
        const struct layout_run *run = &layout->runs[i];
        const char *text = run->whole != NULL ? run->whole : run->text;
        const char *at = next_missing(fonts, text, text);

        for (; *at != '\0'; at = next_missing(fonts, text, g_utf8_find_next_char(at, NULL)))
            g_ptr_array_add(list, missing_line(fonts, layout, run->what, text, at));
    }
}

/* A piece of a text as a run of its own; returns where the next one begins. */
static double
add_piece(struct fonts *fonts, struct layout *layout, const struct layout_run *run, double x,
          char *text)
{
    struct layout_run piece = *run;

    piece.x = x;
    piece.text = text;
    piece.whole = NULL;
    piece.width = run->size * shaped_em(fonts, text, run->bold);
    layout_add_run(layout, &piece);
    return x + piece.width;
}

static double
add_frame(struct fonts *fonts, struct layout *layout, const struct layout_run *run, double x,
          gunichar character)
{
    const double em = run->size;
    struct layout_frame frame = {.x = x + FRAME_GAP * em,
                                 .y = run->baseline - FRAME_RISE * em,
                                 .width = frame_em(fonts, character) * em,
                                 .height = (FRAME_RISE + FRAME_FALL) * em,
                                 .stroke = FRAME_STROKE * em,
                                 .white = run->white};
    struct layout_run text = *run;

    text.size = NUMBER_SIZE * em;
    text.baseline -= NUMBER_BASE * em;
    text.bold = false;
    layout_add_frame(layout, &frame);
    add_piece(fonts, layout, &text, frame.x + FRAME_PAD * em, number(character));
    return frame.x + frame.width + FRAME_GAP * em;
}

static void
frame_run(struct fonts *fonts, struct layout *layout, const struct layout_run *run)
{
    const char *text = run->text, *at = text, *end = next_missing(fonts, text, at);
    double x = run->x;

    for (; *end != '\0';
         at = g_utf8_find_next_char(end, NULL), end = next_missing(fonts, text, at)) {
        if (end > at)
            x = add_piece(fonts, layout, run, x, g_strndup(at, (gsize)(end - at)));
        x = add_frame(fonts, layout, run, x, g_utf8_get_char(end));
    }
    if (*at != '\0')
        add_piece(fonts, layout, run, x, g_strdup(at));
}

void
fonts_frame_missing(struct fonts *fonts, struct layout *layout)
{
    struct layout whole = *layout;

    layout->runs = NULL;
    layout->n_runs = 0;
    for (size_t i = 0; i < whole.n_runs; i++)
        frame_run(fonts, layout, &whole.runs[i]);
    layout_drop_runs(&whole);
}
