#include "labels/fonts.h"

#include <string.h>

#include <glib/gstdio.h>

#include "base/words.h"
#include "labels/joined.h"

#define NOWHERE 0x3134A /* a hanzi of extension G, the last: no font of Debian has it */
#define NOWHERE_TEXT "\U0003134A"

static struct fonts *
open_fonts(void)
{
    g_autoptr(GError) error = NULL;
    struct fonts *fonts = fonts_open(&error);

    g_assert_no_error(error);
    return fonts;
}

static void
widths(void)
{
    struct fonts *fonts = open_fonts();
    struct fit_measure measure = fonts_measure(fonts);

    for (int bold = 0; bold < 2; bold++) {
        double code = measure.width(measure.with, "7K3-M9QX", bold);

        g_assert_cmpfloat_with_epsilon(measure.width(measure.with, "邻里药箱", bold), 4, 1e-3);
        g_assert_cmpfloat_with_epsilon(measure.width(measure.with, "，", bold), 1, 1e-3);
        g_assert_cmpfloat(code, >, 4);
        g_assert_cmpfloat(code, <, 5.5);
        g_assert_cmpfloat_with_epsilon(measure.width(measure.with, "7K3-M9QX药", bold), code + 1,
                                       1e-3);
    }
    g_assert_cmpfloat(measure.width(measure.with, "7K3", false), <,
                      measure.width(measure.with, "7K3", true));
    fonts_close(fonts);
}

static void
characters(void)
{
    static const gunichar known[] = {0x836F, 0x7BB1, 'A',     '9',     0x2026, 0x260E,
                                     0x3658, 0x6BB7, 0x20BB7, 0x1F48A, 0x0635, 0x0301};
    struct fonts *fonts = open_fonts();

    for (size_t i = 0; i < G_N_ELEMENTS(known); i++)
        g_assert_true(fonts_have(fonts, known[i]));
    g_assert_false(fonts_have(fonts, NOWHERE));
    g_assert_false(fonts_have(fonts, NOWHERE));
    fonts_close(fonts);
}

/* A folder without fonts, in a process of its own: the list of fonts is read once in each. */
static void
no_font(void)
{
    g_autofree char *folder = NULL, *config = NULL, *text = NULL;

    if (g_test_subprocess()) {
        g_autoptr(GError) error = NULL;

        g_assert_null(fonts_open(&error));
        g_assert_error(error, ERR, ERR_MISSING);
        g_assert_nonnull(strstr(error->message, "fonts-noto-cjk"));
        return;
    }
    folder = g_dir_make_tmp("no-font-XXXXXX", NULL);
    config = g_build_filename(folder, "fonts.conf", NULL);
    text = g_strdup_printf("<fontconfig><dir>%s</dir><cachedir>%s</cachedir></fontconfig>", folder,
                           folder);
    g_assert_true(g_file_set_contents(config, text, -1, NULL));
    g_setenv("FONTCONFIG_FILE", config, TRUE);
    g_test_trap_subprocess(NULL, 0, G_TEST_SUBPROCESS_DEFAULT);
    g_unsetenv("FONTCONFIG_FILE");
    g_test_trap_assert_passed();
    g_unlink(config);
    g_rmdir(folder);
}

/* A run of its own for each text, 4 mm high, from 10 mm on. */
static struct layout
layout_of(struct fonts *fonts, const char *const *texts)
{
    struct fit_measure measure = fonts_measure(fonts);
    struct layout layout = {.name = g_strdup("Card 1"), .width = 100, .height = 50};

    for (size_t i = 0; texts[i] != NULL; i++)
        layout_add_run(
            &layout, &(struct layout_run){.what = i == 0 ? "title" : "rule",
                                          .x = 10,
                                          .baseline = 10,
                                          .size = 4,
                                          .width = 4 * measure.width(measure.with, texts[i], false),
                                          .text = g_strdup(texts[i])});
    return layout;
}

static char *
missing_in(struct fonts *fonts, const struct layout *layout)
{
    g_autoptr(GPtrArray) list = g_ptr_array_new_with_free_func(g_free);

    fonts_list_missing(fonts, layout, list);
    g_ptr_array_add(list, NULL);
    return g_strjoinv("\n", (char **)list->pdata);
}

static void
all_are_listed(void)
{
    static const char *const texts[] = {"药" NOWHERE_TEXT "箱\U00031349", "Box 3",
                                        NOWHERE_TEXT NOWHERE_TEXT, NULL};
    struct fonts *fonts = open_fonts();
    struct layout layout = layout_of(fonts, texts);
    g_autofree char *list = missing_in(fonts, &layout);

    g_assert_cmpstr(list, ==,
                    "Card 1, title: no installed font has the character " NOWHERE_TEXT
                    " (U+3134A)\n"
                    "Card 1, title: no installed font has the character \U00031349 (U+31349)\n"
                    "Card 1, rule: no installed font has the character " NOWHERE_TEXT " (U+3134A)\n"
                    "Card 1, rule: no installed font has the character " NOWHERE_TEXT " (U+3134A)");
    layout_clear(&layout);
    fonts_close(fonts);
}

#define ANEW "; type the text anew"

/* Private characters and those that are never seen, which copying from elsewhere brings along. */
static void
no_ink(void)
{
    static const char *const texts[] = {"药\u200b箱\ue000", "\u202e\ufeff箱\u00ad",
                                        "\u2800箱\u3164", "箱\U000e0041 \u200d", NULL};
    static const char *const fine[] = {"ک\u200cب", "👩\u200d⚕️", "葛\U000e0100",
                                       "药 箱\u3000A\u00a0B", NULL};
    struct fonts *fonts = open_fonts();
    struct layout layout = layout_of(fonts, texts), others = layout_of(fonts, fine);
    g_autofree char *list = missing_in(fonts, &layout), *none = missing_in(fonts, &others);

    g_assert_cmpstr(
        list, ==,
        "Card 1, title: behind “药” there is a character that can't be seen, a space without width "
        "(U+200B)" ANEW "\n"
        "Card 1, title: no installed font has the character \ue000 (U+E000)\n"
        "Card 1, rule: it begins with a character that can't be seen, a mark that turns the "
        "direction of writing (U+202E)" ANEW "\n"
        "Card 1, rule: it begins with a character that can't be seen, a mark from the beginning of "
        "a file (U+FEFF)" ANEW "\n"
        "Card 1, rule: behind “箱” there is a character that can't be seen, a hyphen that shows "
        "only at the end of a line (U+00AD)" ANEW "\n"
        "Card 1, rule: it begins with a character that can't be seen, a Braille sign without dots, "
        "which is blank (U+2800)" ANEW "\n"
        "Card 1, rule: behind “箱” there is a character that can't be seen, a Korean filler, which "
        "is blank (U+3164)" ANEW "\n"
        "Card 1, rule: behind “箱” there is a character that can't be seen, a tag that is not "
        "written (U+E0041)" ANEW "\n"
        "Card 1, rule: behind “箱 ” there is a character that can't be seen, a joiner without "
        "width "
        "(U+200D)" ANEW);
    g_assert_cmpstr(none, ==, "");
    fonts_frame_missing(fonts, &layout);
    g_assert_cmpuint(layout.n_frames, ==, 9);
    layout_clear(&layout);
    layout_clear(&others);
    fonts_close(fonts);
}

/* A measure for fonts that have a picture for what is joined, and for others. */
static double
pictures(void *with, const char *text, bool bold)
{
    (void)bold;
    return *(bool *)with ? 1 : (double)g_utf8_strlen(text, -1);
}

/* Families, flags and skins that are drawn apart are told; all else is no such thing. */
static void
joined(void)
{
    static const char *const apart[] = {"👨‍👩‍👧药箱", "箱🇨🇳", "👍🏽",
                                        "❤️‍🔥", NULL};
    static const char *const fine[] = {"",       "药箱",         "👨👩👧",     "🇨药",
                                       "☎ 0712", "क्‍ष", "👨‍", NULL};
    bool whole[] = {false, true};
    struct fit_measure measure = {.width = pictures, .with = &whole[0]};

    for (size_t i = 0; apart[i] != NULL; i++) {
        measure.with = &whole[0];
        g_assert_true(joined_apart(apart[i], &measure));
        measure.with = &whole[1];
        g_assert_false(joined_apart(apart[i], &measure));
    }
    measure.with = &whole[0];
    for (size_t i = 0; fine[i] != NULL; i++)
        g_assert_false(joined_apart(fine[i], &measure));
}

/* A font of colours is left alone even where it alone has the character. */
static void
no_colours(void)
{
    struct fonts *fonts = open_fonts();

    g_assert_true(fonts_have(fonts, 0x1F48A));  /* Symbola has the pill in black */
    g_assert_false(fonts_have(fonts, 0x1F90D)); /* and not the white heart, as Noto Color Emoji */
    fonts_close(fonts);
}

/* What was cut off is looked at too: the same name on a larger sheet would show it. */
static void
cut_off(void)
{
    static const char *const texts[] = {"药…", NULL};
    struct fonts *fonts = open_fonts();
    struct layout layout = layout_of(fonts, texts);
    g_autofree char *list = NULL;

    layout.runs[0].cut = true;
    layout.runs[0].whole = g_strdup("药箱" NOWHERE_TEXT);
    list = missing_in(fonts, &layout);
    g_assert_cmpstr(
        list, ==, "Card 1, title: no installed font has the character " NOWHERE_TEXT " (U+3134A)");
    layout_clear(&layout);
    fonts_close(fonts);
}

/* On a black band the frame is white as the text is. */
static void
white_frame(void)
{
    static const char *const texts[] = {NOWHERE_TEXT, NULL};
    struct fonts *fonts = open_fonts();
    struct layout layout = layout_of(fonts, texts);

    layout.runs[0].white = true;
    fonts_frame_missing(fonts, &layout);
    g_assert_true(layout.frames[0].white && layout.runs[0].white);
    layout_clear(&layout);
    fonts_close(fonts);
}

/* The pieces of a text stand side by side and end where the whole text was measured to end. */
static void
a_frame_stands_in(void)
{
    static const char *const texts[] = {"药" NOWHERE_TEXT "箱", NULL};
    static const char *const pieces[] = {"药", "U+3134A", "箱"};
    struct fonts *fonts = open_fonts();
    struct layout layout = layout_of(fonts, texts);
    const double end = 10 + layout.runs[0].width;
    const struct layout_frame *frame;

    fonts_frame_missing(fonts, &layout);
    g_assert_cmpuint(layout.n_runs, ==, G_N_ELEMENTS(pieces));
    g_assert_cmpuint(layout.n_frames, ==, 1);
    for (size_t i = 0; i < layout.n_runs; i++)
        g_assert_cmpstr(layout.runs[i].text, ==, pieces[i]);
    frame = &layout.frames[0];
    g_assert_cmpfloat(frame->x, >=, layout.runs[0].x + layout.runs[0].width);
    g_assert_cmpfloat(layout.runs[1].x, >, frame->x);
    g_assert_cmpfloat(layout.runs[1].x + layout.runs[1].width, <, frame->x + frame->width);
    g_assert_cmpfloat(frame->x + frame->width, <=, layout.runs[2].x);
    g_assert_cmpfloat_with_epsilon(layout.runs[2].x + layout.runs[2].width, end, 1e-6);
    layout_clear(&layout);
    fonts_close(fonts);
}

static void
whole_texts_stay(void)
{
    static const char *const texts[] = {"药箱", "Box 3", "صندوق", NULL};
    struct fonts *fonts = open_fonts();
    struct layout layout = layout_of(fonts, texts), before = layout_of(fonts, texts);
    g_autofree char *list = missing_in(fonts, &layout);

    fonts_frame_missing(fonts, &layout);
    g_assert_cmpstr(list, ==, "");
    g_assert_cmpuint(layout.n_frames, ==, 0);
    g_assert_cmpuint(layout.n_runs, ==, before.n_runs);
    for (size_t i = 0; i < layout.n_runs; i++) {
        g_assert_cmpstr(layout.runs[i].text, ==, before.runs[i].text);
        g_assert_cmpfloat(layout.runs[i].x, ==, before.runs[i].x);
    }
    layout_clear(&layout);
    layout_clear(&before);
    fonts_close(fonts);
}

int
main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    words_use(WORDS_EN);
    g_test_add_func("/fonts/a hanzi is one em wide and widths add up", widths);
    g_test_add_func("/fonts/a character that no font has is known before", characters);
    g_test_add_func("/fonts/without the font its package is named", no_font);
    g_test_add_func("/fonts/all missing characters are listed", all_are_listed);
    g_test_add_func("/fonts/private and invisible characters are missing", no_ink);
    g_test_add_func("/fonts/joined signs that are drawn apart", joined);
    g_test_add_func("/fonts/fonts of colours are left alone", no_colours);
    g_test_add_func("/fonts/what was cut off is listed too", cut_off);
    g_test_add_func("/fonts/a frame on black is white", white_frame);
    g_test_add_func("/fonts/a frame with the number stands in for a missing one",
                    a_frame_stands_in);
    g_test_add_func("/fonts/a text that is whole stays as it is", whole_texts_stay);
    return g_test_run();
}
