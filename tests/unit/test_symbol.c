#include "labels/symbol.h"

#include <string.h>

#include <qrencode.h>

#include "base/words.h"

#define URL "https://YX.EXAMPLE.CN/B/7K3M9QX"
#define LONGER "https://BOX.EXAMPLE.CN/B/7K3M9QX" /* H takes a version more than Q */

static struct symbol
fitted(const char *text, double side, double dpi, double far_cm)
{
    const struct symbol_room room = {.side = side, .dpi = dpi, .far_cm = far_cm};
    g_autoptr(GError) error = NULL;
    struct symbol symbol;

    g_assert_true(symbol_fit(text, &room, &symbol, &error));
    g_assert_no_error(error);
    return symbol;
}

static void
refused(const char *text, double side, double dpi, enum err kind, const char *part)
{
    const struct symbol_room room = {.side = side, .dpi = dpi};
    g_autoptr(GError) error = NULL;
    struct symbol symbol;

    g_assert_false(symbol_fit(text, &room, &symbol, &error));
    g_assert_error(error, ERR, (gint)kind);
    g_assert_nonnull(strstr(error->message, part));
}

/* The media that were measured, and what was found to serve them best. */
static void
media(void)
{
    static const struct {
        double side, dpi;
        int version;
        char level;
        int quiet, dots, reach_cm;
    } rows[] = {
        {22, 203, 2, 'M', 2, 6, 36}, {26, 203, 3, 'H', 2, 6, 36}, {31.4, 300, 3, 'H', 4, 10, 40},
        {34, 203, 3, 'H', 4, 7, 42}, {42, 203, 3, 'H', 4, 9, 54}, {70, 203, 3, 'H', 4, 15, 90},
    };

    for (size_t i = 0; i < G_N_ELEMENTS(rows); i++) {
        struct symbol symbol = fitted(URL, rows[i].side, rows[i].dpi, 0);

        g_assert_cmpint(symbol.version, ==, rows[i].version);
        g_assert_cmpint(symbol_level_letter(symbol.level), ==, rows[i].level);
        g_assert_cmpint(symbol.quiet, ==, rows[i].quiet);
        g_assert_cmpint(symbol.dots, ==, rows[i].dots);
        g_assert_cmpint(symbol.reach_cm, ==, rows[i].reach_cm);
        g_assert_true(symbol.far);
    }
}

/* H is taken where its squares are as large as those of Q, with two modules of white for four, and not
 * where they would be smaller. */
static void
highest_level_is_free(void)
{
    static const double sides[] = {31.4, 34, 42, 70, 90, 120};

    for (size_t i = 0; i < G_N_ELEMENTS(sides); i++) {
        struct symbol symbol = fitted(LONGER, sides[i], 300, 0);

        g_assert_cmpint(symbol_level_letter(symbol.level), ==, 'H');
        g_assert_cmpint(symbol.version, ==, 4);
        g_assert_cmpint(symbol.quiet, ==, 2);
        g_assert_cmpint(symbol.dots, ==, (int)(sides[i] * 300 / 25.4 / 37));
    }
    g_assert_cmpint(fitted(LONGER, 24.4, 300, 30).level, ==, SYMBOL_Q); /* 8 dots, and 7 with H */
    g_assert_cmpint(fitted(LONGER, 20.9, 203, 24).level, ==, SYMBOL_H); /* 4 dots in either */
}

static int
library_version(const char *text, enum symbol_level level)
{
    static const QRecLevel levels[] = {QR_ECLEVEL_H, QR_ECLEVEL_Q, QR_ECLEVEL_M, QR_ECLEVEL_L};
    QRcode *code = QRcode_encodeString(text, 0, levels[level], QR_MODE_8, 1);
    int version = code->version;

    QRcode_free(code);
    return version;
}

/* Texts of every length and in squares of every size: the least version, as libqrencode has it. */
static void
every_length(void)
{
    static const char *const heads[] = {"", "https", "https://box.example.cn/"};
    int seen[SYMBOL_L + 1] = {0}, most = 0;

    for (size_t head = 0; head < G_N_ELEMENTS(heads); head++) {
        g_autoptr(GString) text = g_string_new(heads[head]);

        for (int n = 1; n < 620; n++) {
            const struct symbol_room room = {.side = 20 + 7.3 * (n % 29), .dpi = 300};
            struct symbol symbol;

            g_string_append_c(text, (char)('A' + n % 26));
            if (!symbol_fit(text->str, &room, &symbol, NULL))
                continue;
            g_assert_cmpint(symbol.version, ==, library_version(text->str, symbol.level));
            g_assert_cmpint(symbol.width, ==, 17 + 4 * symbol.version);
            seen[symbol.level]++;
            most = MAX(most, symbol.version);
        }
    }
    for (int level = 0; level <= SYMBOL_L; level++)
        g_assert_cmpint(seen[level], >, 0);
    g_assert_cmpint(most, ==, 20);
}

static void
inside_its_square(void)
{
    for (double side = 16; side < 60; side += 0.7)
        for (double dpi = 203; dpi < 700; dpi += 97) {
            struct symbol symbol = fitted(URL, side, dpi, 0);
            double dot = 25.4 / dpi;

            g_assert_cmpfloat_with_epsilon(symbol.module, symbol.dots * dot, 1e-9);
            g_assert_cmpfloat((symbol.width + 2 * symbol.quiet) * symbol.module, <=,
                              side + 0.05 * dot + 1e-9);
            g_assert_cmpint(symbol.width, ==, 17 + 4 * symbol.version);
        }
}

/* Three finders of 7 × 7 with a white border, and the dark module beside the lower one. */
static void
finders(void)
{
    static const char *const finder[] = {
        "1111111", "1000001", "1011101", "1011101", "1011101", "1000001", "1111111",
    };
    struct symbol symbol = fitted(URL, 31.4, 300, 0);
    int far = symbol.width - 7, at[3][2] = {{0, 0}, {far, 0}, {0, far}};

    for (int f = 0; f < 3; f++)
        for (int y = 0; y < 7; y++)
            for (int x = 0; x < 7; x++)
                g_assert_cmpint(symbol.dark[(at[f][1] + y) * symbol.width + at[f][0] + x], ==,
                                finder[y][x] - '0');
    g_assert_cmpint(symbol.dark[(far - 1) * symbol.width + 8], ==, 1);
}

static void
capitals_are_smaller(void)
{
    struct symbol capitals = fitted(URL, 22, 203, 0);
    struct symbol small = fitted("https://yx.example.cn/b/7k3m9qx", 22, 203, 0);

    g_assert_cmpint(capitals.version, ==, 2);
    g_assert_cmpint(symbol_level_letter(capitals.level), ==, 'M');
    g_assert_true(small.version > 2 || symbol_level_letter(small.level) == 'L');
}

static void
far_is_a_larger_module(void)
{
    struct symbol usual = fitted(URL, 34, 300, 0), far = fitted(URL, 34, 300, 52);

    g_assert_cmpint(usual.reach_cm, <, 52);
    g_assert_cmpint(far.reach_cm, >=, 52);
    g_assert_true(far.far);
    g_assert_cmpint(far.level, >, usual.level);
}

static void
too_far_is_told(void)
{
    struct symbol symbol = fitted(URL, 30, 203, 200);

    g_assert_false(symbol.far);
    g_assert_cmpint(symbol.reach_cm, <, 200);
    g_assert_cmpint(symbol.quiet, ==, 2);
}

static void
same_module_takes_the_higher_level(void)
{
    struct symbol symbol = fitted(URL, 24.9, 203, 200);

    g_assert_false(symbol.far);
    g_assert_cmpint(symbol.dots, ==, 6);
    g_assert_cmpint(symbol_level_letter(symbol.level), ==, 'H');
}

static void
small_modules(void)
{
    refused(URL, 14, 203, ERR_REFUSED, "203 dots an inch are too coarse for a QR code of 14.0 mm");
    g_assert_cmpfloat(fitted(URL, 14, 300, 0).module, <, 0.5);
    refused(URL, 7, 300, ERR_REFUSED, "7.0 mm is too small for any QR code");
    refused(URL, 0, 300, ERR_REFUSED, "larger label");
}

static void
long_texts(void)
{
    g_autofree char *long_host = g_strnfill(200, 'A');
    g_autofree char *endless = g_strnfill(5000, 'A');

    refused(long_host, 16, 300, ERR_REFUSED, "it has 200 characters");
    refused(endless, 200, 600, ERR_REFUSED, "shorter host name");
}

/* The limit that is told is one: so many characters fit, and one more does not. */
static void
the_limit_is_told(void)
{
    for (double side = 12.5; side < 30; side += 3.7) {
        const struct symbol_room room = {.side = side, .dpi = 300};
        g_autofree char *endless = g_strnfill(900, 'A');
        g_autoptr(GError) error = NULL;
        struct symbol symbol;
        const char *limit;
        guint64 n;

        g_assert_false(symbol_fit(endless, &room, &symbol, &error));
        limit = strstr(error->message, "with more than ");
        g_assert_nonnull(limit);
        n = g_ascii_strtoull(limit + strlen("with more than "), NULL, 10);
        endless[n + 1] = '\0';
        g_assert_false(symbol_fit(endless, &room, &symbol, NULL));
        endless[n] = '\0';
        g_assert_true(n == 0 || symbol_fit(endless, &room, &symbol, NULL));
    }
}

/* A low level is as far as a high one where its squares are as large. */
static void
far_by_its_squares(void)
{
    struct symbol symbol = fitted(LONGER "-ABCD", 22.4, 300, 0);

    g_assert_cmpint(symbol_level_letter(symbol.level), ==, 'L');
    g_assert_cmpint(symbol.reach_cm, >=, 36);
    g_assert_true(symbol.far);
}

static void
not_an_address(void)
{
    refused("", 31, 300, ERR_INPUT, "no text");
    refused("https://药箱.CN/B/7", 31, 300, ERR_INPUT, "plain ASCII");
    refused("https://A.CN/B/ 7", 31, 300, ERR_INPUT, "plain ASCII");
    refused("https://A.CN\n", 31, 300, ERR_INPUT, "plain ASCII");
}

int
main(int argc, char **argv)
{
    words_use(WORDS_EN);
    g_test_init(&argc, &argv, NULL);
    words_use(WORDS_EN);
    g_test_add_func("/symbol/a text of any length has the least version", every_length);
    g_test_add_func("/symbol/the highest level is taken where it is free", highest_level_is_free);
    g_test_add_func("/symbol/each medium gets the measured choice", media);
    g_test_add_func("/symbol/it stays inside its square, in whole dots", inside_its_square);
    g_test_add_func("/symbol/it has its finders", finders);
    g_test_add_func("/symbol/capitals make it smaller", capitals_are_smaller);
    g_test_add_func("/symbol/a wanted distance makes the module larger", far_is_a_larger_module);
    g_test_add_func("/symbol/a distance that can't be had is told", too_far_is_told);
    g_test_add_func("/symbol/the same module takes the higher level",
                    same_module_takes_the_higher_level);
    g_test_add_func("/symbol/modules too small to read are refused", small_modules);
    g_test_add_func("/symbol/a text too long is refused", long_texts);
    g_test_add_func("/symbol/the limit is told", the_limit_is_told);
    g_test_add_func("/symbol/how far is a matter of its squares", far_by_its_squares);
    g_test_add_func("/symbol/what is no address is refused", not_an_address);
    return g_test_run();
}
