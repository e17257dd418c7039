/*
 * Any text: either a sheet, whose stickers lie on the page and not on each other and whose long form
 * reads back as the same sheet, or ERR_INPUT.
 */

#include <math.h>
#include <stdint.h>
#include <string.h>

#include <glib.h>

#include "labels/sheet.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static void
lies_on_the_page(const struct sheet *sheet)
{
    struct sheet_place last = sheet_place(sheet, sheet_stickers(sheet) - 1);

    g_assert_true(isfinite(last.x) && isfinite(last.y));
    g_assert_cmpfloat(sheet->x0, >=, -0.02);
    g_assert_cmpfloat(sheet->y0, >=, -0.02);
    g_assert_cmpfloat(last.x + sheet->width, <=, sheet->page_width + 0.02);
    g_assert_cmpfloat(last.y + sheet->height, <=, sheet->page_height + 0.02);
    g_assert_cmpuint(sheet_pages(sheet, sheet_stickers(sheet) + 1), ==, 2);
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    g_autofree char *text = g_strndup((const char *)data, size);
    g_autofree char *whole = NULL;
    g_autoptr(GError) error = NULL;
    struct sheet sheet, again;

    if (!g_utf8_validate(text, -1, NULL))
        return 0;
    if (!sheet_parse(text, &sheet, &error)) {
        g_assert_error(error, ERR, ERR_INPUT);
        return 0;
    }
    lies_on_the_page(&sheet);
    whole = sheet_format(&sheet);
    if (sheet_parse(whole, &again, NULL)) { /* to 0.01 mm, which may be just over the edge */
        g_autofree char *same = sheet_format(&again);

        g_assert_cmpstr(same, ==, whole);
    }
    return 0;
}
