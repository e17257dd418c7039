#include "inventory/count_sheet.h"

#include <string.h>

#include "base/limits.h"
#include "base/words.h"
#include "inventory/lot.h"
#include "inventory/stock.h"

enum column {
    COLUMN_DRUG,
    COLUMN_NAME,
    COLUMN_EXPIRY,
    COLUMN_LOT,
    COLUMN_UNIT,
    COLUMN_EXPECTED,
    COLUMN_FOUND,
};
#define COLUMNS (COLUMN_FOUND + 1)

static const struct {
    const char *key, *chinese;
} columns[COLUMNS] = {
    [COLUMN_DRUG] = {"drug", "药品编号"},   [COLUMN_NAME] = {"name", "药品"},
    [COLUMN_EXPIRY] = {"expiry", "有效期"}, [COLUMN_LOT] = {"lot", "批号"},
    [COLUMN_UNIT] = {"unit", "单位"},       [COLUMN_EXPECTED] = {"expected", "账面数"},
    [COLUMN_FOUND] = {"found", "实点数"},
};

/* -------------------------------------------------------------------------------------- writing */

static bool
put_lot(struct inventory *inventory, const struct stock_lot *lot, struct csv_writer *writer,
        GError **error)
{
    char expiry[DAY_TEXT_SIZE];
    struct drug *drug = NULL;
    g_autofree char *title = NULL;

    if (!drug_by_id(inventory, lot->drug, &drug, error))
        return false;
    title = drug_title(drug);
    csv_put_number(writer, lot->drug.n);
    csv_put_text(writer, title);
    csv_put_text(writer, lot->expiry.n != DAY_NEVER.n   ? day_format(lot->expiry, expiry)
                         : words_language() == WORDS_ZH ? "不过期"
                                                        : "never");
    csv_put_text(writer, lot->lot);
    csv_put_text(writer, drug->unit);
    csv_put_number(writer, lot->units);
    csv_put_text(writer, "");
    csv_put_row_end(writer);
    drug_free(drug);
    return true;
}

static void
put_blank(struct csv_writer *writer)
{
    for (int column = 0; column < COLUMNS; column++)
        csv_put_text(writer, "");
    csv_put_row_end(writer);
}

bool
count_sheet_write(struct inventory *inventory, struct box_id box, csv_sink *sink, void *sink_data,
                  int64_t *rows, GError **error)
{
    g_autoptr(GPtrArray) lots = NULL;
    struct csv_writer *writer;
    bool ok = true;

    if (!stock_lots(inventory, box, (struct drug_id){0}, &lots, error))
        return false;
    writer = csv_writer_new(sink, sink_data);
    for (int column = 0; column < COLUMNS; column++)
        csv_put_text(writer,
                     words_language() == WORDS_ZH ? columns[column].chinese : columns[column].key);
    csv_put_row_end(writer);
    for (guint i = 0; i < lots->len && ok; i++)
        ok = put_lot(inventory, lots->pdata[i], writer, error);
    for (int i = 0; lots->len == 0 && ok && i < COUNT_SHEET_BLANK; i++)
        put_blank(writer);
    *rows = lots->len;
    return csv_writer_end(writer, ok ? error : NULL) && ok;
}

/* -------------------------------------------------------------------------------------- reading */

/* A sheet being read: where it has the columns, and the row in hand. */
struct reading {
    struct inventory *inventory;
    const struct csv_table *table;
    struct count_sheet *sheet;
    int at[COLUMNS]; /* or -1 */
    size_t row;
};

static bool
complain(const struct reading *reading, enum column column, const char *what, GError **error)
{
    int at = reading->at[column];
    g_autofree char *text = at >= 0 ? csv_complaint(reading->table, reading->row, (size_t)at, what)
                                    : csv_row_complaint(reading->table, reading->row, what);

    return err_set(error, ERR_INPUT, "%s", text);
}

static const char *
cell(const struct reading *reading, enum column column)
{
    int at = reading->at[column];

    return at >= 0 ? csv_cell(reading->table, reading->row, (size_t)at) : "";
}

static bool
find_columns(struct reading *reading, const char *name, GError **error)
{
    for (int column = 0; column < COLUMNS; column++) {
        reading->at[column] = -1;
        for (size_t at = 0; at < csv_columns(reading->table); at++) {
            const char *heading = csv_column(reading->table, at);

            if (g_ascii_strcasecmp(heading, columns[column].key) == 0 ||
                strcmp(heading, columns[column].chinese) == 0)
                reading->at[column] = (int)at;
        }
    }
    if (reading->at[COLUMN_FOUND] >= 0 &&
        (reading->at[COLUMN_DRUG] >= 0 || reading->at[COLUMN_NAME] >= 0))
        return true;
    return err_set(
        error, ERR_INPUT,
        _("%s is no count sheet: it needs the columns found (实点数) and drug (药品编号) or "
          "name (药品)"),
        name);
}

static bool
read_drug(const struct reading *reading, struct drug_id *id, GError **error)
{
    enum column column = cell(reading, COLUMN_DRUG)[0] != '\0' ? COLUMN_DRUG : COLUMN_NAME;
    g_autoptr(GError) why = NULL;
    struct drug *drug = NULL;

    if (!drug_find(reading->inventory, cell(reading, column), &drug, &why)) {
        if (!g_error_matches(why, ERR, ERR_INPUT) && !g_error_matches(why, ERR, ERR_MISSING)) {
            g_propagate_error(error, g_steal_pointer(&why));
            return false;
        }
        return complain(reading, column, why->message, error);
    }
    *id = drug->id;
    drug_free(drug);
    return true;
}

static bool
read_expiry(const struct reading *reading, struct day *day, GError **error)
{
    const char *text = cell(reading, COLUMN_EXPIRY);
    g_autoptr(GError) why = NULL;

    *day = DAY_NONE;
    if (strcmp(text, "never") == 0 || strcmp(text, "不过期") == 0)
        *day = DAY_NEVER;
    else if (text[0] != '\0' && !day_parse(text, day, &why))
        return complain(reading, COLUMN_EXPIRY, why->message, error);
    return true;
}

static bool
read_found(const struct reading *reading, int32_t *units, GError **error)
{
    gint64 number = 0;

    if (!g_ascii_string_to_signed(cell(reading, COLUMN_FOUND), 10, 0, LIMIT_UNITS, &number, NULL))
        return complain(reading, COLUMN_FOUND, _("a count is a whole number of units, or 0"),
                        error);
    *units = (int32_t)number;
    return true;
}

/* A sheet has a row for each lot, so that a dated row without a batch is of what has none. */
static bool
read_lot(const struct reading *reading, struct count_line *line, GError **error)
{
    g_autoptr(GError) why = NULL;
    g_autofree char *lot = lot_normal(cell(reading, COLUMN_LOT), &why);

    if (lot == NULL)
        return complain(reading, COLUMN_LOT, why->message, error);
    if (lot[0] != '\0' || line->expiry.n != DAY_NONE.n)
        line->lot = g_string_chunk_insert(reading->sheet->texts, lot);
    return true;
}

static bool
read_line(const struct reading *reading, GError **error)
{
    struct count_line line = {0};

    if (cell(reading, COLUMN_FOUND)[0] == '\0')
        return true;
    if (!read_drug(reading, &line.drug, error) || !read_expiry(reading, &line.expiry, error) ||
        !read_found(reading, &line.units, error))
        return false;
    if (!read_lot(reading, &line, error))
        return false;
    g_array_append_val(reading->sheet->lines, line);
    return true;
}

static bool
read_lines(struct reading *reading, const char *name, GError **error)
{
    if (!find_columns(reading, name, error))
        return false;
    for (reading->row = 0; reading->row < csv_rows(reading->table); reading->row++)
        if (!read_line(reading, error))
            return false;
    return reading->sheet->lines->len > 0 ||
           err_set(error, ERR_INPUT, _("%s has no row with a count in it"), name);
}

bool
count_sheet_read(struct inventory *inventory, GBytes *bytes, const char *name,
                 struct count_sheet *sheet, GError **error)
{
    struct csv_table *table = NULL;
    struct reading reading = {.inventory = inventory, .sheet = sheet};
    bool ok;

    *sheet = (struct count_sheet){
        .lines = g_array_new(FALSE, FALSE, sizeof(struct count_line)),
        .texts = g_string_chunk_new(256),
    };
    ok = csv_read(bytes, name, &table, error);
    reading.table = table;
    ok = ok && read_lines(&reading, name, error);
    csv_table_free(table);
    return ok;
}

void
count_sheet_clear(struct count_sheet *sheet)
{
    g_clear_pointer(&sheet->lines, g_array_unref);
    g_clear_pointer(&sheet->texts, g_string_chunk_free);
}
