/*
 * Any bytes as a file. What is read as a table is valid text, every row at a line of its own, and
 * written out again it reads as the same table. Then the bytes as a file of boxes, in a rehearsal:
 * taken whole or refused in words, and in either case nothing is changed.
 */

#include <stdint.h>
#include <string.h>

#include "base/words.h"
#include "inventory/csv.h"
#include "inventory/import.h"
#include "inventory/inventory.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

/* -------------------------------------------------------------------------------------- the table */

static void
check_row(const struct csv_table *table, size_t row)
{
    g_assert_cmpuint(csv_width(table, row), >, 0);
    g_assert_cmpuint(csv_width(table, row), <=, CSV_COLUMNS_MAX);
    g_assert_cmpuint(csv_line(table, row), >, row > 0 ? csv_line(table, row - 1) : 1);
    for (size_t column = 0; column <= csv_width(table, row); column++) {
        const char *cell = csv_cell(table, row, column);

        g_assert_true(g_utf8_validate(cell, -1, NULL));
        g_assert_cmpuint(strlen(cell), <=, CSV_CELL_MAX);
    }
}

static GBytes *
written(const struct csv_table *table)
{
    GByteArray *array = g_byte_array_new();
    struct csv_writer *writer = csv_writer_new(csv_into_array, array);

    for (size_t column = 0; column < csv_columns(table); column++)
        csv_put_text(writer, csv_column(table, column));
    csv_put_row_end(writer);
    for (size_t row = 0; row < csv_rows(table); row++) {
        for (size_t column = 0; column < csv_width(table, row); column++)
            csv_put_text(writer, csv_cell(table, row, column));
        csv_put_row_end(writer);
    }
    g_assert_true(csv_writer_end(writer, NULL));
    return g_byte_array_free_to_bytes(array);
}

static void
check_same(const struct csv_table *one, const struct csv_table *other)
{
    g_assert_cmpuint(csv_columns(one), ==, csv_columns(other));
    g_assert_cmpuint(csv_rows(one), ==, csv_rows(other));
    for (size_t column = 0; column < csv_columns(one); column++)
        g_assert_cmpstr(csv_column(one, column), ==, csv_column(other, column));
    for (size_t row = 0; row < csv_rows(one); row++) {
        g_assert_cmpuint(csv_width(one, row), ==, csv_width(other, row));
        for (size_t column = 0; column < csv_width(one, row); column++)
            g_assert_cmpstr(csv_cell(one, row, column), ==, csv_cell(other, row, column));
    }
}

static void
check_table(const struct csv_table *table)
{
    g_autoptr(GBytes) bytes = written(table);
    struct csv_table *again = NULL;
    GError *error = NULL;

    for (size_t row = 0; row < csv_rows(table); row++)
        check_row(table, row);
    g_assert_true(csv_read(bytes, "again.csv", &again, &error));
    g_assert_no_error(error);
    check_same(table, again);
    csv_table_free(again);
}

/* -------------------------------------------------------------------------------------- the boxes */

/* One for all inputs: each must leave it as it was. */
static struct inventory *
inventory_of_one_box(void)
{
    static const char boxes[] = "community,grid,box,phone,code\nNew,Grid 1,One,+86 712,HQQ-SBDE\n";
    const struct inventory_plan plan = {.city = "city", .district = "district", .empty = true};
    struct import import = {.kind = IMPORT_BOXES, .name = "t.csv", .now = 1};
    struct inventory *inventory = NULL;
    g_autoptr(GBytes) bytes = g_bytes_new_static(boxes, strlen(boxes));
    struct import_result result;

    words_use(WORDS_EN);
    g_assert_true(inventory_create(":memory:", &plan, &inventory, NULL));
    g_assert_true(import_bytes(inventory, &import, bytes, &result, NULL));
    return inventory;
}

static void
check_unchanged(struct inventory *inventory)
{
    g_autoptr(GPtrArray) areas = NULL, boxes = NULL;
    const struct box *box;

    g_assert_true(area_list(inventory, (struct area_id){0}, &areas, NULL));
    g_assert_cmpuint(areas->len, ==, 4);
    g_assert_true(box_list(inventory, (struct area_id){0}, true, &boxes, NULL));
    g_assert_cmpuint(boxes->len, ==, 1);
    box = boxes->pdata[0];
    g_assert_cmpstr(box->name, ==, "One");
    g_assert_cmpstr(box->phone, ==, "+86 712");
    g_assert_false(box->retired);
}

static uint64_t
next_bits(void *data)
{
    uint64_t *bits = data;

    return *bits += UINT64_C(0x9e3779b97f4a7c15);
}

static void
rehearse(struct inventory *inventory, GBytes *bytes, const struct csv_table *table)
{
    uint64_t bits = 1;
    struct import import = {.kind = IMPORT_BOXES,
                            .name = "t.csv",
                            .now = 1,
                            .random = next_bits,
                            .random_data = &bits,
                            .dry_run = true};
    struct import_result result;
    g_autoptr(GError) error = NULL;

    if (import_bytes(inventory, &import, bytes, &result, &error)) {
        g_assert_nonnull(table);
        g_assert_cmpint(result.rows, ==, (int64_t)csv_rows(table));
        g_assert_cmpint(result.added + result.changed + result.unchanged, ==, result.rows);
    } else {
        g_assert_error(error, ERR, ERR_INPUT);
        g_assert_true(g_utf8_validate(error->message, -1, NULL));
        g_assert_nonnull(strstr(error->message, "t.csv"));
    }
    check_unchanged(inventory);
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    static struct inventory *inventory;
    g_autoptr(GBytes) bytes = g_bytes_new(data, size);
    g_autoptr(GError) error = NULL;
    struct csv_table *table = NULL;

    if (inventory == NULL)
        inventory = inventory_of_one_box();
    if (csv_read(bytes, "t.csv", &table, &error))
        check_table(table);
    else
        g_assert_error(error, ERR, ERR_INPUT);
    rehearse(inventory, bytes, table);
    csv_table_free(table);
    return 0;
}
