#include "labels/draw.h"

#include <string.h>

#include "base/words.h"

/* A sink that takes so many bytes and no more. */
struct cup {
    GByteArray *bytes;
    size_t room;
};

static bool
pour(void *to, const void *bytes, size_t n)
{
    struct cup *cup = (struct cup *)to;

    if (cup->bytes->len + n > cup->room)
        return false;
    g_byte_array_append(cup->bytes, (const guint8 *)bytes, (guint)n);
    return true;
}

static struct fonts *
open_fonts(void)
{
    g_autoptr(GError) error = NULL;
    struct fonts *fonts = fonts_open(&error);

    g_assert_no_error(error);
    return fonts;
}

static const struct symbol *
symbol(void)
{
    static struct symbol symbol;
    const struct symbol_room room = {.side = 31.4, .dpi = 300};

    g_assert_true(symbol_fit("https://YX.EXAMPLE.CN/B/7K3M9QX", &room, &symbol, NULL));
    return &symbol;
}

static struct layout
layout(const char *text)
{
    struct layout layout = {.width = 63.5, .height = 38.1};

    layout_add_symbol(&layout, &(struct layout_symbol){.side = 31.4});
    layout_add_run(
        &layout, &(struct layout_run){.x = 32, .baseline = 20, .size = 4, .text = g_strdup(text)});
    return layout;
}

static struct draw_job
job(enum draw_format format, int64_t moment)
{
    return (struct draw_job){.format = format,
                             .width = 210,
                             .height = 297,
                             .dpi = 100,
                             .moment = moment,
                             .language = "zh-CN"};
}

static GByteArray *
drawn(enum draw_format format, const char *text, int64_t moment, int labels)
{
    const struct draw_job wanted = job(format, moment);
    struct fonts *fonts = open_fonts();
    struct cup cup = {g_byte_array_new(), SIZE_MAX};
    struct sink sink = {.write = pour, .to = &cup};
    struct draw *draw = draw_new(fonts, &wanted, &sink);
    struct layout one = layout(text);
    g_autoptr(GError) error = NULL;

    for (int i = 0; i < labels; i++)
        draw_layout(draw, &one, symbol(), 7.25, 15.15 + 38.1 * i);
    draw_end_page(draw);
    g_assert_true(draw_finish(draw, &error));
    g_assert_no_error(error);
    draw_free(draw);
    layout_clear(&one);
    fonts_close(fonts);
    return cup.bytes;
}

static GByteArray *
pdf(const char *text, int64_t moment, int labels)
{
    return drawn(DRAW_PDF, text, moment, labels);
}

static bool
same(const GByteArray *a, const GByteArray *b)
{
    return a->len == b->len && memcmp(a->data, b->data, a->len) == 0;
}

static void
same_bytes(void)
{
    char text[] = "药箱 Box 3";
    g_autoptr(GByteArray) first = pdf(text, 1780272000000, 3);
    g_autoptr(GByteArray) again = pdf(text, 1780272000000, 3);
    g_autoptr(GByteArray) later = pdf(text, 1780358400000, 3);

    g_assert_cmpint(memcmp(first->data, "%PDF-", 5), ==, 0);
    g_assert_true(same(first, again));
    g_assert_false(same(first, later));
}

/* One bit a dot from ESC/POS bands (GS v 0, bytes a row, rows, both little-endian): how many are black. */
static guint
black_dots(const GByteArray *escpos)
{
    guint black = 0;

    for (guint i = 0; i + 8 < escpos->len;) {
        if (memcmp(escpos->data + i, "\x1dv0", 3) != 0) {
            i++;
            continue;
        }
        guint bytes = (escpos->data[i + 4] + 256u * escpos->data[i + 5]) *
                      (escpos->data[i + 6] + 256u * escpos->data[i + 7]);

        i += 8;
        for (guint end = i + bytes; i < end; i++)
            black += (guint)__builtin_popcount(escpos->data[i]);
    }
    return black;
}

/* The smallest type there is, 20 dots high at 203 dpi. */
static guint
ink_of(struct fonts *fonts, const char *text)
{
    const struct draw_job wanted = {.format = DRAW_ESCPOS, .width = 40, .height = 8, .dpi = 203};
    struct cup cup = {g_byte_array_new(), SIZE_MAX};
    struct sink sink = {.write = pour, .to = &cup};
    struct draw *draw = draw_new(fonts, &wanted, &sink);
    struct layout one = {.width = 40, .height = 8};
    guint black;

    layout_add_run(
        &one, &(struct layout_run){.x = 4, .baseline = 5, .size = 2.5, .text = g_strdup(text)});
    draw_layout(draw, &one, NULL, 0, 0);
    draw_end_page(draw);
    g_assert_true(draw_finish(draw, NULL));
    black = black_dots(cup.bytes);
    draw_free(draw);
    layout_clear(&one);
    g_byte_array_unref(cup.bytes);
    return black;
}

/* Whatever a font is said to have is seen on a printer that knows black and white only: emoji of
 * light colours were white there. */
static void
all_ink(void)
{
    static const struct {
        gunichar first, last;
    } ranges[] = {
        {0x21, 0x7E},       {0xA1, 0x17F},      {0x2000, 0x2BFF},   {0x3001, 0x318E},
        {0x3658, 0x3660},   {0x836F, 0x8380},   {0xFE00, 0xFFFD},   {0x1F300, 0x1F6FF},
        {0x1F900, 0x1F9FF}, {0x20BB7, 0x20BC0}, {0x2A6A5, 0x2A6D6}, {0xE0001, 0xE007F},
    };
    struct fonts *fonts = open_fonts();
    int seen = 0;

    for (size_t i = 0; i < G_N_ELEMENTS(ranges); i++)
        for (gunichar c = ranges[i].first; c <= ranges[i].last; c++) {
            char text[7] = {0};

            if (!g_unichar_validate(c) || g_unichar_type(c) == G_UNICODE_SPACE_SEPARATOR ||
                !fonts_have(fonts, c))
                continue;
            g_unichar_to_utf8(c, text);
            if (ink_of(fonts, text) < 2)
                g_error("U+%04X leaves %u dots", c, ink_of(fonts, text));
            seen++;
        }
    g_assert_cmpint(seen, >, 2500);
    fonts_close(fonts);
}

/* What one label more adds, with its fonts there already. */
static void
small_labels(void)
{
    g_autoptr(GByteArray) one = pdf("药箱", 0, 1), seven = pdf("药箱", 0, 7);

    g_assert_cmpuint((seven->len - one->len) / 6, <, 250);
}

static void
small_fonts(void)
{
    char text[] = "箱KFLÃ☎…，药";
    g_autoptr(GByteArray) bytes = pdf(text, 0, 1);

    g_assert_cmpuint(bytes->len, <, 20000);
}

static void
full_disk(void)
{
    const size_t rooms[] = {0, 10, 300};
    struct fonts *fonts = open_fonts();
    struct layout one = layout("药箱");

    for (int format = 0; format < DRAW_FORMATS; format++)
        for (size_t i = 0; i < G_N_ELEMENTS(rooms); i++) {
            const struct draw_job wanted = job((enum draw_format)format, 0);
            struct cup cup = {g_byte_array_new(), rooms[i]};
            struct sink sink = {.write = pour, .to = &cup};
            struct draw *draw = draw_new(fonts, &wanted, &sink);
            g_autoptr(GError) error = NULL;

            draw_layout(draw, &one, symbol(), 0, 0);
            draw_end_page(draw);
            g_assert_false(draw_finish(draw, &error));
            g_assert_error(error, ERR, ERR_BROKEN);
            draw_free(draw);
            g_byte_array_unref(cup.bytes);
        }
    layout_clear(&one);
    fonts_close(fonts);
}

static int
count(const GByteArray *bytes, const char *part)
{
    size_t length = strlen(part);
    int n = 0;

    for (size_t i = 0; i + length <= bytes->len; i++)
        n += memcmp(bytes->data + i, part, length) == 0;
    return n;
}

/* Copies are the printer's work where its language has a word for them: one bitmap, not three. */
static void
copies(void)
{
    static const struct {
        enum draw_format format;
        const char *bitmap, *word;
        int bitmaps;
    } rows[] = {{DRAW_ZPL, "^GFA", "^PQ3\n^XZ", 1},
                {DRAW_TSPL, "BITMAP", "\r\nPRINT 1,3\r\n", 1},
                {DRAW_ESCPOS, "\x1b@", "\x0c\x1b@", 3}};
    struct fonts *fonts = open_fonts();
    struct layout one = layout("药箱");

    for (size_t i = 0; i < G_N_ELEMENTS(rows); i++) {
        struct draw_job wanted = job(rows[i].format, 0);
        g_autoptr(GByteArray) bytes = g_byte_array_new();
        struct cup cup = {bytes, SIZE_MAX};
        struct sink sink = {.write = pour, .to = &cup};
        struct draw *draw;

        wanted.copies = 3;
        draw = draw_new(fonts, &wanted, &sink);
        draw_layout(draw, &one, symbol(), 0, 0);
        draw_end_page(draw);
        g_assert_true(draw_finish(draw, NULL));
        g_assert_cmpint(count(bytes, rows[i].bitmap), ==, rows[i].bitmaps);
        g_assert_cmpint(count(bytes, rows[i].word), >=, 1);
        draw_free(draw);
    }
    layout_clear(&one);
    fonts_close(fonts);
}

/* A word in bold or not, as dots. */
static GByteArray *
word(const char *text, bool bold)
{
    const struct draw_job wanted = job(DRAW_PNG, 0);
    struct fonts *fonts = open_fonts();
    struct cup cup = {g_byte_array_new(), SIZE_MAX};
    struct sink sink = {.write = pour, .to = &cup};
    struct draw *draw = draw_new(fonts, &wanted, &sink);
    struct layout one = layout(text);

    one.runs[0].bold = bold;
    draw_layout(draw, &one, symbol(), 0, 0);
    draw_end_page(draw);
    g_assert_true(draw_finish(draw, NULL));
    draw_free(draw);
    layout_clear(&one);
    fonts_close(fonts);
    return cup.bytes;
}

/* Sixty strokes drawn twice to look bold would be a blot: rare hanzi, which have one weight, keep it. */
static void
rare_hanzi(void)
{
    static const struct {
        const char *text;
        bool same;
    } rows[] = {{"\U0002A6A5", true}, {"\U0002A6D0", true}, {"药", false}, {"Ab", false}};

    for (size_t i = 0; i < G_N_ELEMENTS(rows); i++) {
        g_autoptr(GByteArray) bold = word(rows[i].text, true), plain = word(rows[i].text, false);

        g_test_message("%s", rows[i].text);
        g_assert_true(same(bold, plain) == rows[i].same);
    }
}

int
main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    words_use(WORDS_EN);
    g_test_add_func("/draw/what a font has leaves ink in black and white", all_ink);
    g_test_add_func("/draw/the same labels have the same bytes", same_bytes);
    g_test_add_func("/draw/one label more is a few bytes", small_labels);
    g_test_add_func("/draw/no more of a font than is used", small_fonts);
    g_test_add_func("/draw/rare hanzi in bold are no blots", rare_hanzi);
    g_test_add_func("/draw/copies are the printer's work", copies);
    g_test_add_func("/draw/a sink that is full is an error", full_disk);
    return g_test_run();
}
