#include "inventory/printer.h"

#include "tests/unit/fixture.h"

static void
kept_and_found(struct fixture *f, gconstpointer data)
{
    struct printer *printer = printer_new(" Office "), *found = NULL;
    g_autoptr(GError) error = NULL;

    (void)data;
    printer->x = -1500;
    printer->y = 250;
    printer->scale_y = 1003000;
    printer->dpi = 203;
    g_free(printer->language);
    printer->language = g_strdup("zpl");
    g_assert_true(printer_set(f->inventory, printer, &error));
    g_assert_no_error(error);
    g_assert_true(printer_find(f->inventory, "office", &found, &error));
    g_assert_cmpstr(found->name, ==, "Office");
    g_assert_cmpstr(found->language, ==, "zpl");
    g_assert_cmpstr(found->queue, ==, "");
    g_assert_cmpint(found->dpi, ==, 203);
    g_assert_cmpint(found->x, ==, -1500);
    g_assert_cmpint(found->y, ==, 250);
    g_assert_cmpint(found->scale_x, ==, 1000000);
    g_assert_cmpint(found->scale_y, ==, 1003000);
    printer_free(found);
    printer_free(printer);
}

static void
set_again_and_removed(struct fixture *f, gconstpointer data)
{
    struct printer *printer = printer_new("office");
    g_autoptr(GPtrArray) printers = NULL;
    g_autoptr(GError) error = NULL;

    (void)data;
    g_assert_true(printer_set(f->inventory, printer, NULL));
    printer->dpi = 600;
    g_assert_true(printer_set(f->inventory, printer, NULL));
    printer_free(printer);
    printer = printer_new("OFFICE");
    g_assert_true(printer_set(f->inventory, printer, NULL));
    g_assert_true(printer_list(f->inventory, &printers, NULL));
    g_assert_cmpuint(printers->len, ==, 1);
    g_assert_cmpint(((struct printer *)printers->pdata[0])->dpi, ==, 300);
    g_assert_true(printer_remove(f->inventory, "Office", NULL));
    g_assert_false(printer_remove(f->inventory, "Office", &error));
    g_assert_error(error, ERR, ERR_MISSING);
    g_assert_cmpint(err_next_of(error), ==, ERR_NEXT_PRINTER);
    printer_free(printer);
}

static void
an_unknown_one_is_told_the_others(struct fixture *f, gconstpointer data)
{
    struct printer *printer = printer_new("station"), *found = NULL;
    g_autoptr(GError) error = NULL;

    (void)data;
    g_assert_true(printer_set(f->inventory, printer, NULL));
    printer_free(printer);
    g_assert_false(printer_find(f->inventory, "stations", &found, &error));
    g_assert_error(error, ERR, ERR_MISSING);
    g_assert_nonnull(strstr(error->message, "station"));
    g_assert_null(found);
}

static void
bad_fields_are_refused(struct fixture *f, gconstpointer data)
{
    struct {
        char name[4], queue[4];
        int32_t dpi, x, y, scale_x, scale_y;
        const char *word;
    } rows[] = {
        {"", "", 300, 0, 0, 1000000, 1000000, "name"},
        {"a\nb", "", 300, 0, 0, 1000000, 1000000, "name"},
        {"a", "b\tc", 300, 0, 0, 1000000, 1000000, "queue"},
        {"a", "", 71, 0, 0, 1000000, 1000000, "dots"},
        {"a", "", 2401, 0, 0, 1000000, 1000000, "dots"},
        {"a", "", 300, 30001, 0, 1000000, 1000000, "shift"},
        {"a", "", 300, 0, -30001, 1000000, 1000000, "shift"},
        {"a", "", 300, 0, 0, 899999, 1000000, "scale"},
        {"a", "", 300, 0, 0, 1000000, 1100001, "scale"},
    };
    char language[] = "pdf", sheet[] = "";

    (void)data;
    for (size_t i = 0; i < G_N_ELEMENTS(rows); i++) {
        g_autoptr(GError) error = NULL;
        const struct printer printer = {
            .name = rows[i].name,
            .queue = rows[i].queue,
            .language = language,
            .sheet = sheet,
            .dpi = rows[i].dpi,
            .x = rows[i].x,
            .y = rows[i].y,
            .scale_x = rows[i].scale_x,
            .scale_y = rows[i].scale_y,
        };

        g_assert_false(printer_set(f->inventory, &printer, &error));
        g_assert_error(error, ERR, ERR_INPUT);
        g_assert_nonnull(strstr(error->message, rows[i].word));
    }
}

static void
sheets_under_names(struct fixture *f, gconstpointer data)
{
    g_autoptr(GPtrArray) sheets = NULL;
    g_autoptr(GError) error = NULL;
    char *grid = NULL;

    (void)data;
    g_assert_true(printer_sheet_set(f->inventory, "ours", "A4 3x8 70x36", NULL));
    g_assert_true(printer_sheet_set(f->inventory, "Ours", "A4 3x8 70x37", NULL));
    g_assert_true(printer_sheet_find(f->inventory, "OURS", &grid, NULL));
    g_assert_cmpstr(grid, ==, "A4 3x8 70x37");
    g_free(grid);
    g_assert_true(printer_sheet_find(f->inventory, "theirs", &grid, NULL));
    g_assert_null(grid);
    g_assert_true(printer_sheet_list(f->inventory, &sheets, NULL));
    g_assert_cmpuint(sheets->len, ==, 1);
    g_assert_false(printer_sheet_set(f->inventory, " ", "60x40", &error));
    g_assert_error(error, ERR, ERR_INPUT);
    g_clear_error(&error);
    g_assert_true(printer_sheet_remove(f->inventory, "ours", NULL));
    g_assert_false(printer_sheet_remove(f->inventory, "ours", &error));
    g_assert_error(error, ERR, ERR_MISSING);
}

int
main(int argc, char **argv)
{
    static const struct {
        const char *name;
        void (*run)(struct fixture *, gconstpointer);
    } tests[] = {
        {"/printer/kept and found", kept_and_found},
        {"/printer/set again and removed", set_again_and_removed},
        {"/printer/an unknown one is told the others", an_unknown_one_is_told_the_others},
        {"/printer/bad fields are refused", bad_fields_are_refused},
        {"/printer/sheets under names", sheets_under_names},
    };

    g_test_init(&argc, &argv, NULL);
    for (size_t i = 0; i < G_N_ELEMENTS(tests); i++)
        g_test_add(tests[i].name, struct fixture, NULL, fixture_open, tests[i].run, fixture_close);
    return g_test_run();
}
