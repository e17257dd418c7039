#include "inventory/import.h"

#include <string.h>

#include "base/digest.h"
#include "base/limits.h"
#include "base/words.h"
#include "inventory/importing.h"
#include "inventory/inside.h"
#include "inventory/ledger.h"

#define PROGRESS_ROWS 256

static const struct {
    const char *key;
    const struct import_column *columns;
    bool (*take_row)(struct importing *importing, GError **error);
} kinds[IMPORT_KINDS] = {
    [IMPORT_AREAS] = {"areas", importing_areas_columns, importing_areas_row},
    [IMPORT_BOXES] = {"boxes", importing_boxes_columns, importing_boxes_row},
    [IMPORT_DRUGS] = {"drugs", importing_drugs_columns, importing_drugs_row},
    [IMPORT_STOCK] = {"stock", importing_stock_columns, importing_stock_row},
};

const char *
import_kind_key(enum import_kind kind)
{
    return kinds[kind].key;
}

int
import_kind_parse(const char *key)
{
    for (int kind = 0; kind < IMPORT_KINDS; kind++)
        if (strcmp(kinds[kind].key, key) == 0)
            return kind;
    return -1;
}

const struct import_column *
import_columns(enum import_kind kind)
{
    return kinds[kind].columns;
}

/* -------------------------------------------------------------------------------- the first row */

static void
complain_of_file(struct importing *importing, char *complaint)
{
    importing->wrong++;
    g_ptr_array_add(importing->complaints, complaint);
}

static char *
normal_name(const char *name)
{
    g_autofree char *narrow = g_utf8_normalize(name, -1, G_NORMALIZE_ALL_COMPOSE);
    g_autofree char *low = g_utf8_strdown(narrow, -1);

    g_strstrip(low);
    g_strdelimit(low, " -", '_');
    return g_steal_pointer(&low);
}

static int
column_of(const struct import_column *columns, const char *name)
{
    g_autofree char *normal = normal_name(name);

    for (int i = 0; columns[i].key != NULL; i++)
        if (strcmp(columns[i].key, normal) == 0 || strcmp(columns[i].chinese, normal) == 0 ||
            g_strcmp0(columns[i].also, normal) == 0)
            return i;
    return -1;
}

/* "community (社区), grid (网格), …" */
static char *
known_columns(const struct import_column *columns)
{
    GString *list = g_string_new(NULL);

    for (int i = 0; columns[i].key != NULL; i++)
        g_string_append_printf(list, "%s%s (%s)", i > 0 ? _(", ") : "", columns[i].key,
                               columns[i].chinese);
    return g_string_free(list, FALSE);
}

static void
find_columns(struct importing *importing)
{
    bool unknown = false;

    for (size_t i = 0; i < CSV_COLUMNS_MAX; i++)
        importing->at[i] = -1;
    for (size_t i = 0; i < csv_columns(importing->table); i++) {
        const char *name = csv_column(importing->table, i);
        int column = column_of(importing->columns, name);

        unknown = unknown || column < 0;
        if (column < 0)
            complain_of_file(
                importing, g_strdup_printf(_("nobody knows the column %d (%s)"), (int)i + 1, name));
        else if (importing->at[column] >= 0)
            complain_of_file(importing,
                             g_strdup_printf(_("column %d (%s) is there twice"), (int)i + 1, name));
        else
            importing->at[column] = (int)i;
    }
    for (int i = 0; importing->columns[i].key != NULL; i++) {
        const struct import_column *column = &importing->columns[i];

        if (column->needed && importing->at[i] < 0)
            complain_of_file(importing, g_strdup_printf(_("the column %s (%s) is missing"),
                                                        column->key, column->chinese));
    }
    if (unknown) {
        g_autofree char *list = known_columns(importing->columns);

        g_ptr_array_add(importing->complaints, g_strdup_printf(_("the columns are: %s"), list));
    }
}

/* ----------------------------------------------------------------------------------- row by row */

static bool
take_row(struct importing *importing, GError **error)
{
    GError *failure = NULL;
    size_t width = csv_width(importing->table, importing->row);

    importing->row_bad = false;
    importing_forget(importing);
    g_ptr_array_set_size(importing->texts, 0);
    if (width > csv_columns(importing->table))
        importing_complain(importing, -1, _("the row has %d cells under %d names of columns"),
                           (int)width, (int)csv_columns(importing->table));
    if (kinds[importing->import->kind].take_row(importing, &failure))
        return true;
    return importing_settle(importing, -1, failure, error);
}

static bool
take_rows(struct importing *importing, GError **error)
{
    const struct import *import = importing->import;
    size_t rows = csv_rows(importing->table);

    for (size_t row = 0; row < rows; row++) {
        importing->row = row;
        if (!take_row(importing, error))
            return false;
        if (import->progress != NULL && ((row + 1) % PROGRESS_ROWS == 0 || row + 1 == rows))
            import->progress((int64_t)row + 1, (int64_t)rows, import->progress_data);
    }
    importing->result->rows = (int64_t)rows;
    return true;
}

/* One message: what happened, then a complaint a line. */
static bool
tell(const struct importing *importing, GError **error)
{
    long long wrong = importing->wrong, more = wrong - IMPORT_COMPLAINTS_MAX;
    g_autoptr(GString) text = g_string_new(NULL);

    if (wrong == 0)
        return true;
    g_string_printf(text,
                    words_plural("nothing of %s was taken, because of %lld mistake in it:",
                                 "nothing of %s was taken, because of %lld mistakes in it:", wrong),
                    importing->import->name, wrong);
    for (guint i = 0; i < importing->complaints->len; i++)
        g_string_append_printf(text, "\n%s", (char *)importing->complaints->pdata[i]);
    if (more > 0) {
        g_string_append_c(text, '\n');
        g_string_append_printf(text, words_plural("and %lld more", "and %lld more", more), more);
    }
    return err_set(error, ERR_INPUT, "%s", text->str);
}

static bool
take_table(struct importing *importing, GError **error)
{
    bool ok;

    find_columns(importing);
    if (importing->wrong > 0)
        return tell(importing, error);
    if (!ledger_begin(importing->inventory, error))
        return false;
    ok = take_rows(importing, error) && importing_stock_end(importing, error) &&
         tell(importing, error);
    if (!ok || !importing->import->dry_run)
        return ledger_end(importing->inventory, ok, error);
    ledger_end(importing->inventory, false, NULL);
    return true;
}

static void
hash_table(const struct csv_table *table, uint8_t hash[DIGEST_SIZE])
{
    struct digest digest;

    digest_begin(&digest);
    for (size_t column = 0; column < csv_columns(table); column++) {
        const char *name = csv_column(table, column);

        digest_add(&digest, name, strlen(name) + 1);
    }
    for (size_t row = 0; row < csv_rows(table); row++)
        for (size_t column = 0; column < csv_columns(table); column++) {
            const char *cell = csv_cell(table, row, column);

            digest_add(&digest, cell, strlen(cell) + 1);
        }
    digest_end(&digest, hash);
}

bool
import_bytes(struct inventory *inventory, const struct import *import, GBytes *bytes,
             struct import_result *result, GError **error)
{
    struct importing importing = {.inventory = inventory, .import = import, .result = result};
    struct csv_table *table = NULL;
    bool ok;

    *result = (struct import_result){0};
    if (!csv_read(bytes, import->name, &table, error))
        return false;
    importing.columns = kinds[import->kind].columns;
    importing.table = table;
    importing.texts = g_ptr_array_new_with_free_func(g_free);
    importing.complaints = g_ptr_array_new_with_free_func(g_free);
    importing.notes = g_string_new(NULL);
    importing.seen = g_hash_table_new_full(g_int64_hash, g_int64_equal, g_free, NULL);
    importing.drugs =
        g_hash_table_new_full(g_str_hash, g_str_equal, g_free, (GDestroyNotify)drug_free);
    importing.boxes = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, g_free);
    importing.misses = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, g_free);
    importing.heaps = g_ptr_array_new_with_free_func((GDestroyNotify)importing_heap_free);
    importing.heap_of = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
    hash_table(table, importing.digest);
    ok = take_table(&importing, error);
    g_hash_table_unref(importing.heap_of);
    g_ptr_array_unref(importing.heaps);
    g_hash_table_unref(importing.boxes);
    g_hash_table_unref(importing.misses);
    g_hash_table_unref(importing.drugs);
    g_hash_table_unref(importing.seen);
    g_ptr_array_unref(importing.complaints);
    g_ptr_array_unref(importing.texts);
    g_string_free(importing.notes, TRUE);
    csv_table_free(table);
    return ok;
}

/* ----------------------------------------------------------------------------------------- files */

static bool
read_file(const char *path, GBytes **bytes, GError **error)
{
    g_autoptr(GError) failure = NULL;
    char *content;
    gsize size;

    if (g_file_get_contents(path, &content, &size, &failure)) {
        *bytes = g_bytes_new_take(content, size);
        return true;
    }
    if (g_error_matches(failure, G_FILE_ERROR, G_FILE_ERROR_NOENT))
        return err_set(error, ERR_MISSING, _("there is no file %s"), path);
    return err_set(error, err_kind_of_file(failure), _("%s can't be read: %s"), path,
                   err_file(failure));
}

bool
import_file(struct inventory *inventory, const struct import *import, const char *path,
            struct import_result *result, GError **error)
{
    g_autoptr(GBytes) bytes = NULL;
    g_autofree char *last = g_path_get_basename(path), *name = g_filename_display_name(last);
    struct import named = *import;

    *result = (struct import_result){0};
    if (named.name == NULL)
        named.name = name;
    return read_file(path, &bytes, error) && import_bytes(inventory, &named, bytes, result, error);
}
