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

/* The margins left and right are the same to a tenth of a millimetre, as on the maker's drawing. */
static void
centred(void)
{
    const struct sheet *sheet = found("L7160");
    struct sheet_place last = sheet_place(sheet, 20);

    g_assert_cmpfloat_with_epsilon(sheet->x0, sheet->page_width - last.x - sheet->width, 0.1);
    g_assert_cmpfloat_with_epsilon(sheet->y0, sheet->page_height - last.y - sheet->height, 0.1);
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
    g_test_add_func("/sheet/a sheet is found by its name in any case", by_name);
    g_test_add_func("/sheet/an unknown sheet is missing and the others are named", unknown);
    g_test_add_func("/sheet/stickers lie on the page and not on each other", geometry);
    g_test_add_func("/sheet/stickers are counted row by row and page by page", places);
    g_test_add_func("/sheet/the stickers stand in the middle of the page", centred);
    g_test_add_func("/sheet/pages are as many as are needed", pages);
    return g_test_run();
}
