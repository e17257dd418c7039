#include "labels/sheet.h"

#include <string.h>

#include <glib.h>

#include "base/words.h"

static const struct sheet *
found(const char *name)
{
    g_autoptr(GError) error = NULL;
    const struct sheet *sheet = sheet_find(name, &error);

    g_assert_no_error(error);
    g_assert_nonnull(sheet);
    return sheet;
}

static void
by_name(void)
{
    g_assert_cmpstr(found("L7160")->name, ==, "L7160");
    g_assert_true(found("l7160") == found("L7160"));
}

static void
unknown(void)
{
    static const char *const names[] = {"", "L716", "L71600", " L7160", "标签"};

    for (size_t i = 0; i < G_N_ELEMENTS(names); i++) {
        g_autoptr(GError) error = NULL;

        g_assert_null(sheet_find(names[i], &error));
        g_assert_error(error, ERR, ERR_MISSING);
        g_assert_nonnull(strstr(error->message, "L7160"));
    }
}

/* Stickers lie on their page and not on each other. */
static void
geometry(void)
{
    size_t n;
    const struct sheet *list = sheet_list(&n);

    g_assert_cmpuint(n, >, 0);
    for (size_t i = 0; i < n; i++) {
        const struct sheet *sheet = &list[i];
        struct sheet_place last = sheet_place(sheet, sheet_stickers(sheet) - 1);

        g_assert_true(found(sheet->name) == sheet);
        g_assert_cmpfloat(sheet->x0, >=, 0);
        g_assert_cmpfloat(sheet->y0, >=, 0);
        g_assert_cmpfloat(sheet->dx, >=, sheet->width);
        g_assert_cmpfloat(sheet->dy, >=, sheet->height);
        g_assert_cmpfloat(last.x + sheet->width, <=, sheet->page_width);
        g_assert_cmpfloat(last.y + sheet->height, <=, sheet->page_height);
        g_assert_cmpfloat(2 * sheet->round, <, sheet->height);
    }
}

static void
places(void)
{
    static const struct {
        size_t i, page;
        double x, y;
    } rows[] = {
        {0, 0, 7.25, 15.15},     {1, 0, 73.29, 15.15}, {2, 0, 139.33, 15.15}, {3, 0, 7.25, 53.25},
        {20, 0, 139.33, 243.75}, {21, 1, 7.25, 15.15}, {43, 2, 73.29, 15.15},
    };

    for (size_t i = 0; i < G_N_ELEMENTS(rows); i++) {
        struct sheet_place place = sheet_place(found("L7160"), rows[i].i);

        g_assert_cmpuint(place.page, ==, rows[i].page);
        g_assert_cmpfloat_with_epsilon(place.x, rows[i].x, 1e-6);
        g_assert_cmpfloat_with_epsilon(place.y, rows[i].y, 1e-6);
    }
}

/* Margins left and right, above and below are the same to a tenth of a millimetre, as on the makers'
 * drawings. */
static void
centred(void)
{
    size_t n;
    const struct sheet *list = sheet_list(&n);

    for (size_t i = 0; i < n; i++) {
        const struct sheet *sheet = &list[i];
        struct sheet_place last = sheet_place(sheet, sheet_stickers(sheet) - 1);

        g_test_message("%s", sheet->name);
        g_assert_cmpfloat_with_epsilon(sheet->x0, sheet->page_width - last.x - sheet->width, 0.1);
        g_assert_cmpfloat_with_epsilon(sheet->y0, sheet->page_height - last.y - sheet->height, 0.1);
    }
}

/* How many stickers makers say are on a sheet. */
static void
counts(void)
{
    static const struct {
        const char *name;
        size_t stickers;
    } rows[] = {
        {"L7160", 21}, {"L7163", 14}, {"L7159", 24}, {"L7161", 18}, {"L7162", 16},    {"L7164", 12},
        {"L7165", 8},  {"L7166", 6},  {"L7173", 10}, {"L7651", 65}, {"70x37-A4", 24}, {"5160", 30},
        {"5162", 14},  {"5163", 10},  {"5164", 6},   {"60x40", 1},  {"100x100", 1},
    };

    for (size_t i = 0; i < G_N_ELEMENTS(rows); i++)
        g_assert_cmpuint(sheet_stickers(found(rows[i].name)), ==, rows[i].stickers);
}

static struct sheet
parsed(const char *text)
{
    g_autoptr(GError) error = NULL;
    struct sheet sheet;

    g_assert_true(sheet_parse(text, &sheet, &error));
    g_assert_no_error(error);
    return sheet;
}

static void
described(void)
{
    static const struct {
        const char *text, *whole;
    } rows[] = {
        {"A4 3x7 63.5x38.1 at 7.25,15.15 pitch 66.04,38.1 round 1.5",
         "210x297 3x7 63.5x38.1 at 7.25,15.15 pitch 66.04,38.1 round 1.5"},
        {"3x8 70x37", "210x297 3x8 70x37 at 0,0.5 pitch 70,37"},
        {"60mmx40mm", "60x40 1x1 60x40 at 0,0 pitch 60,40"},
        {"60 × 40 mm", "60x40 1x1 60x40 at 0,0 pitch 60,40"},
        {"６０＊４０毫米", "60x40 1x1 60x40 at 0,0 pitch 60,40"},
        {"60X40", "60x40 1x1 60x40 at 0,0 pitch 60,40"},
        {"3×8 70×37", "210x297 3x8 70x37 at 0,0.5 pitch 70,37"},
        {"  a5   2*5  60*30 ", "148x210 2x5 60x30 at 14,30 pitch 60,30"},
        {"letter 2x2 100x50 pitch 104,60 at 5，6", "215.9x279.4 2x2 100x50 at 5,6 pitch 104,60"},
        {"100x150 1x2 80x50 round 2", "100x150 1x2 80x50 at 10,25 pitch 80,50 round 2"},
        {"60x40", "60x40 1x1 60x40 at 0,0 pitch 60,40"},
        {"60x40 round 1", "60x40 1x1 60x40 at 0,0 pitch 60,40 round 1"},
    };

    for (size_t i = 0; i < G_N_ELEMENTS(rows); i++) {
        struct sheet sheet = parsed(rows[i].text);
        g_autofree char *whole = sheet_format(&sheet);

        g_assert_cmpstr(whole, ==, rows[i].whole);
        g_assert_cmpstr(sheet.name, ==, "");
    }
}

/* What is kept of a sheet makes the same sheet again. */
static void
kept(void)
{
    size_t n;
    const struct sheet *list = sheet_list(&n);

    for (size_t i = 0; i < n; i++) {
        g_autofree char *text = sheet_format(&list[i]), *again = NULL;
        struct sheet sheet = parsed(text);

        again = sheet_format(&sheet);
        g_assert_cmpstr(again, ==, text);
        g_assert_cmpfloat_with_epsilon(sheet.dx, list[i].dx, 0.005);
        g_assert_cmpfloat_with_epsilon(sheet.y0, list[i].y0, 0.005);
    }
}

static void
not_described(void)
{
    static const char *const texts[] = {
        "",
        " ",
        "x",
        "60",
        "60x",
        "x40",
        "60x40x2",
        "60,40",
        "A4",
        "A4 3x7",
        "A4 60x40",
        "B7 3x7 60x30",
        "3x7 -63x38",
        "3.5x7 60x30",
        "0x7 60x30",
        "3x101 2x2",
        "3x7 60x30 at 5",
        "3x7 60x30 at 5,5,5",
        "3x7 60x30 at 5,5 at 5,5",
        "3x7 60x30 pitch",
        "3x7 60x30 round r",
        "3x7 60x30 more 5",
        "nanx40",
        "3x7 63,5x38,1",
        "60x40 3x7 60x30 20x20",
    };

    for (size_t i = 0; i < G_N_ELEMENTS(texts); i++) {
        g_autoptr(GError) error = NULL;
        struct sheet sheet;

        g_test_message("“%s”", texts[i]);
        g_assert_false(sheet_parse(texts[i], &sheet, &error));
        g_assert_error(error, ERR, ERR_INPUT);
        g_assert_nonnull(strstr(error->message, "3x7 63.5x38.1"));
    }
}

/* Sizes that are no sizes. */
static void
nonsense(void)
{
    static const struct {
        const char *text, *why;
    } rows[] = {
        {"1e3x40", "written out"},      {"60x4E1", "written out"},
        {"999999x40", "at the most"},   {"2000.5x40", "at the most"},
        {"0x40", "at least"},           {"0x1fx40", "no description"},
        {"6.0.0x40", "no description"}, {"60x-40", "no description"},
        {"60x40xx", "no description"},  {"60cmx40cm", "no description"},
    };

    for (size_t i = 0; i < G_N_ELEMENTS(rows); i++) {
        g_autoptr(GError) error = NULL;
        struct sheet sheet;

        g_assert_false(sheet_parse(rows[i].text, &sheet, &error));
        g_assert_error(error, ERR, ERR_INPUT);
        g_test_message("%s", error->message);
        g_assert_nonnull(strstr(error->message, rows[i].why));
    }
}

static void
not_on_the_page(void)
{
    static const struct {
        const char *text, *why;
    } rows[] = {
        {"4x7 60x38", "don't fit the page"},
        {"3x8 70x38", "don't fit the page"},
        {"3x7 60x38 at 40,0", "don't fit the page"},
        {"3x7 60x38 at 0,40", "don't fit the page"},
        {"3x7 60x38 pitch 100,38", "don't fit the page"},
        {"3x7 60x38 pitch 50,38", "lie on each other"},
        {"3x7 60x38 pitch 60,30", "lie on each other"},
        {"3x7 60x4", "at least 5"},
        {"1x1", "at least 5"},
        {"60x40 round 21", "too round"},
    };

    for (size_t i = 0; i < G_N_ELEMENTS(rows); i++) {
        g_autoptr(GError) error = NULL;
        struct sheet sheet;

        g_assert_false(sheet_parse(rows[i].text, &sheet, &error));
        g_assert_error(error, ERR, ERR_INPUT);
        g_assert_nonnull(strstr(error->message, rows[i].why));
    }
}

/* A printer that prints everything 1 % too narrow and 2 mm too far down is told otherwise. */
static void
tuned(void)
{
    const struct sheet_tune tune = {.x = 0, .y = -2, .scale_x = 1 / 0.99, .scale_y = 1};
    const struct sheet_tune none = {.scale_x = 1, .scale_y = 1};
    struct sheet same = sheet_tuned(found("L7160"), &none);
    struct sheet sheet = sheet_tuned(found("L7160"), &tune);
    struct sheet_place last = sheet_place(&sheet, 20), wanted = sheet_place(found("L7160"), 20);

    g_assert_true(memcmp(&same, found("L7160"), sizeof(same)) == 0);
    g_assert_cmpfloat_with_epsilon(last.x * 0.99, wanted.x, 1e-6);
    g_assert_cmpfloat_with_epsilon(last.y + 2, wanted.y, 1e-6);
    g_assert_cmpfloat(sheet.width, ==, 63.5);
}

static const struct sheet_tune nothing = {.scale_x = 1, .scale_y = 1};

/* Every sheet as it is, and what is moved so little that nothing of it is lost, without a word. */
static void
moved_a_little(void)
{
    size_t n;
    const struct sheet *list = sheet_list(&n);

    for (size_t i = 0; i < n; i++) {
        const struct sheet_tune little = {.x = 0.2, .y = -0.2, .scale_x = 1, .scale_y = 1};
        g_autofree char *none = NULL, *still = NULL;

        g_assert_true(sheet_check_tune(&list[i], &nothing, true, &none, NULL));
        g_assert_null(none);
        g_assert_true(sheet_check_tune(&list[i], &little, true, &still, NULL));
        g_assert_null(still);
    }
}

static void
moved_and_told(void)
{
    static const struct {
        const char *sheet;
        struct sheet_tune tune;
        const char *notice;
        bool outline;
    } rows[] = {
        {"L7160", {-8, 0, 1, 1}, "nothing of it is lost", false},
        {"L7160",
         {-8, 0, 1, 1},
         "0.8 mm beyond the left edge of the paper: the outline is lost",
         true},
        {"60x40", {1.5, 0, 1, 1}, "1.5 mm beyond the right edge of the paper", false},
        {"60x40", {-1.5, 0, 1, 1}, "1.5 mm beyond the left edge", false},
        {"60x40", {0, 1.2, 1, 1}, "1.2 mm beyond the lower edge", false},
        {"60x40", {0, -1.2, 1, 1}, "1.2 mm beyond the upper edge", false},
        {"A4",
         {4, 0, 1, 1},
         "4.0 mm beyond the right edge",
         false}, /* a poster has a wide margin */
        {"L7160", {8, 0, 1, 1}, "0.8 mm beyond the right edge", false},
        {"L7160", {0, 6, 1, 1}, "moved by up to 6.0 mm", false},
        {"L7160", {0, 0, 1, 0.975}, "moved by up to 6.1 mm", false}, /* at the end of the page */
    };

    for (size_t i = 0; i < G_N_ELEMENTS(rows); i++) {
        g_autofree char *notice = NULL;

        g_assert_true(
            sheet_check_tune(found(rows[i].sheet), &rows[i].tune, rows[i].outline, &notice, NULL));
        g_test_message("%s", notice);
        g_assert_nonnull(strstr(notice, rows[i].notice));
    }
}

static void
moved_too_far(void)
{
    static const struct {
        const char *sheet;
        struct sheet_tune tune;
        const char *why;
    } rows[] = {
        {"60x40", {3, 0, 1, 1}, "3.0 mm beyond the right edge of the paper"},
        {"60x40", {-3, 0, 1, 1}, "3.0 mm beyond the left edge"},
        {"60x40", {0, -30, 1, 1}, "30.0 mm above its sticker"},
        {"70x37-A4", {0, 3, 1, 1}, "2.5 mm beyond the lower edge"},
        {"A4", {-6, 0, 1, 1}, "6.0 mm beyond the left edge"},
        {"L7160", {0, 0, 1.10, 1}, "beyond the right edge"},
        {"L7651", {0, 0, 1, 0.95}, "13.3 mm above its sticker"},
        {"L7651", {-20, 0, 1, 1}, "20.0 mm to the left of its sticker"},
    };

    for (size_t i = 0; i < G_N_ELEMENTS(rows); i++) {
        g_autofree char *notice = NULL;
        g_autoptr(GError) error = NULL;

        g_assert_false(
            sheet_check_tune(found(rows[i].sheet), &rows[i].tune, false, &notice, &error));
        g_assert_error(error, ERR, ERR_INPUT);
        g_test_message("%s", error->message);
        g_assert_nonnull(strstr(error->message, rows[i].why));
        g_assert_nonnull(strstr(error->message, "smaller offset"));
        g_assert_null(notice);
    }
}

static void
pages(void)
{
    const struct sheet *sheet = found("L7160");

    g_assert_cmpuint(sheet_stickers(sheet), ==, 21);
    g_assert_cmpuint(sheet_pages(sheet, 0), ==, 0);
    g_assert_cmpuint(sheet_pages(sheet, 1), ==, 1);
    g_assert_cmpuint(sheet_pages(sheet, 21), ==, 1);
    g_assert_cmpuint(sheet_pages(sheet, 22), ==, 2);
    g_assert_cmpuint(sheet_pages(sheet, 2183), ==, 104);
}

int
main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    words_use(WORDS_EN);
    g_test_add_func("/sheet/moved a little", moved_a_little);
    g_test_add_func("/sheet/moved and told", moved_and_told);
    g_test_add_func("/sheet/moved beside the sticker or the paper", moved_too_far);
    g_test_add_func("/sheet/a sheet is found by its name in any case", by_name);
    g_test_add_func("/sheet/an unknown sheet is missing and the others are named", unknown);
    g_test_add_func("/sheet/stickers lie on the page and not on each other", geometry);
    g_test_add_func("/sheet/stickers are counted row by row and page by page", places);
    g_test_add_func("/sheet/the stickers stand in the middle of the page", centred);
    g_test_add_func("/sheet/there are as many as the makers say", counts);
    g_test_add_func("/sheet/a sheet can be described in mm", described);
    g_test_add_func("/sheet/a description makes the same sheet again", kept);
    g_test_add_func("/sheet/what is no description is told how to write one", not_described);
    g_test_add_func("/sheet/sizes that are none are refused", nonsense);
    g_test_add_func("/sheet/stickers that don't fit are refused", not_on_the_page);
    g_test_add_func("/sheet/a printer's error is turned around", tuned);
    g_test_add_func("/sheet/pages are as many as are needed", pages);
    return g_test_run();
}
