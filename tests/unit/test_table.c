#include "cli/table.h"

#include <string.h>

#include "base/words.h"

static const struct rows_column columns[] = {
    {"name", "Name", ROWS_LEFT}, {"id", NULL, ROWS_RIGHT}, {"units", "Units", ROWS_RIGHT},
    {"day", "Day", ROWS_LEFT},   {NULL, NULL, ROWS_LEFT},
};

static struct rows *
two_rows(void)
{
    struct rows *rows = rows_new(columns, 480);

    rows_text(rows, "布洛芬片");
    rows_number(rows, 1);
    rows_number_as(rows, 27, "2 packs");
    rows_day(rows, day_of_date(2027, 3, 31));
    rows_text(rows, "Gate");
    rows_number(rows, 2);
    rows_number(rows, 5);
    rows_day(rows, DAY_NEVER);
    return rows;
}

static void
test_columns_stand_under_each_other(void)
{
    g_autoptr(GString) out = g_string_new(NULL);
    struct rows *rows = two_rows();

    table_print(out, rows, false);
    g_assert_cmpstr(out->str, ==,
                    "Name        Units  Day\n"
                    "布洛芬片  2 packs  2027-03-31\n"
                    "Gate            5\n");
    rows_free(rows);
}

static void
test_a_record_leaves_out_what_is_not_there(void)
{
    g_autoptr(GString) out = g_string_new(NULL);
    struct rows *rows = rows_new(columns, 480);

    rows_text(rows, "Gate");
    rows_number(rows, 2);
    rows_number(rows, 5);
    rows_none(rows);
    table_print_record(out, rows);
    g_assert_cmpstr(out->str, ==, "Name   Gate\nUnits  5\n");
    rows_free(rows);
}

static void
test_widths(void)
{
    g_assert_cmpuint(table_width(""), ==, 0);
    g_assert_cmpuint(table_width("abc"), ==, 3);
    g_assert_cmpuint(table_width("药箱A"), ==, 5);
    g_assert_cmpuint(table_width("e\u0301"), ==, 1); /* a combining accent */
    g_assert_cmpuint(table_width("\u200b"), ==, 0);
    g_assert_cmpuint(table_width("（）"), ==, 4);
}

static void
test_control_characters_do_not_break_lines(void)
{
    g_autoptr(GString) out = g_string_new(NULL);
    struct rows *rows = two_rows();

    rows_text(rows, "a\nb\033[1m\tc");
    rows_number(rows, 3);
    rows_number(rows, 1);
    rows_none(rows);
    table_print(out, rows, false);
    g_assert_nonnull(strstr(out->str, "a b [1m c"));
    g_assert_null(strchr(out->str, '\033'));
    rows_free(rows);
}

static void
check_decimal(int64_t millionths, int places, const char *shown)
{
    struct rows *rows = rows_new((const struct rows_column[]){{"x", "X", ROWS_RIGHT}, {0}}, 0);

    rows_decimal(rows, millionths, places);
    g_assert_cmpstr(rows_cell(rows, 0, 0)->shown, ==, shown);
    rows_free(rows);
}

static void
test_decimals_are_rounded(void)
{
    check_decimal(30920000, 6, "30.920000");
    check_decimal(1500000, 1, "1.5");
    check_decimal(1250000, 1, "1.3");
    check_decimal(1500000, 0, "2");
    check_decimal(-1250000, 1, "-1.3");
    check_decimal(-1, 1, "0.0");
    check_decimal(INT64_C(999999999), 2, "1000.00");
}

static void
test_moments_in_a_zone(void)
{
    const int64_t ms = INT64_C(1795485600000); /* 2026-11-24 02:00 UTC */
    g_autofree char *east = rows_moment_iso(ms, 480), *west = rows_moment_iso(ms, -210);
    g_autofree char *text = rows_moment_text(ms, 480);

    g_assert_cmpstr(east, ==, "2026-11-24T10:00:00+08:00");
    g_assert_cmpstr(west, ==, "2026-11-23T22:30:00-03:30");
    g_assert_cmpstr(text, ==, "2026-11-24 10:00");
}

static void
test_cells_keep_what_programs_read(void)
{
    struct rows *rows = rows_new(columns, 480);

    rows_box_code(rows, "HQQSBDE");
    rows_flag(rows, true);
    rows_list(rows, (const char *const[]){"a", "b", NULL});
    rows_moment(rows, 0);
    g_assert_cmpstr(rows_cell(rows, 0, 0)->text, ==, "HQQSBDE");
    g_assert_cmpstr(rows_cell(rows, 0, 0)->shown, ==, "HQQ-SBDE");
    g_assert_cmpint(rows_cell(rows, 0, 1)->kind, ==, ROWS_FLAG);
    g_assert_cmpstr(rows_cell(rows, 0, 2)->shown, ==, "a, b");
    g_assert_cmpint(rows_cell(rows, 0, 3)->kind, ==, ROWS_NONE);
    rows_free(rows);
}

int
main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    words_use(WORDS_EN);
    g_test_add_func("/table/columns stand under each other", test_columns_stand_under_each_other);
    g_test_add_func("/table/a record leaves out what is not there",
                    test_a_record_leaves_out_what_is_not_there);
    g_test_add_func("/table/wide and zero-width characters are measured", test_widths);
    g_test_add_func("/table/control characters don't break lines",
                    test_control_characters_do_not_break_lines);
    g_test_add_func("/table/decimals are rounded away from zero", test_decimals_are_rounded);
    g_test_add_func("/table/moments are shown in their zone", test_moments_in_a_zone);
    g_test_add_func("/table/cells keep what programs read", test_cells_keep_what_programs_read);
    return g_test_run();
}
