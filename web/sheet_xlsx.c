#include "web/sheet_xlsx.h"

#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include <glib/gstdio.h>
#include <xlsxwriter.h>

#include "base/library.h"
#include "base/words.h"

#define CALLS(X)                                                                                   \
    X(workbook_, new)                                                                              \
    X(workbook_, add_worksheet)                                                                    \
    X(workbook_, add_format)                                                                       \
    X(workbook_, close)                                                                            \
    X(worksheet_, write_number)                                                                    \
    X(worksheet_, write_datetime)                                                                  \
    X(worksheet_, write_string)                                                                    \
    X(worksheet_, set_column)                                                                      \
    X(worksheet_, freeze_panes)                                                                    \
    X(worksheet_, autofilter)                                                                      \
    X(worksheet_, repeat_rows)                                                                     \
    X(worksheet_, set_landscape)                                                                   \
    X(worksheet_, set_paper)                                                                       \
    X(worksheet_, fit_to_pages)                                                                    \
    X(format_, set_num_format)                                                                     \
    X(format_, set_bold)                                                                           \
    X(lxw_, strerror)
LIBRARY(xlsx, "libxlsxwriter.so.4", CALLS)

#define WIDTH_LEAST 8 /* of a column, in characters */
#define WIDTH_MOST 40
#define HAN_WIDTH 2

enum kind {
    KIND_TEXT,
    KIND_NUMBER,
    KIND_DAY,
    KIND_MOMENT,
};

/* The columns that are not text, and what people call each. */
static const struct column {
    const char *key, *title;
    enum kind kind;
} columns[] = {
    {"kind", N_("Kind"), KIND_TEXT},
    {"name", N_("Name"), KIND_TEXT},
    {"parent", N_("In"), KIND_TEXT},
    {"community", N_("Community"), KIND_TEXT},
    {"grid", N_("Grid"), KIND_TEXT},
    {"building", N_("Building"), KIND_TEXT},
    {"box", N_("Box"), KIND_TEXT},
    {"place", N_("Place"), KIND_TEXT},
    {"phone", N_("Phone"), KIND_TEXT},
    {"lat", N_("Latitude"), KIND_NUMBER},
    {"lon", N_("Longitude"), KIND_NUMBER},
    {"residents", N_("Residents"), KIND_NUMBER},
    {"vulnerable", N_("In need of care"), KIND_NUMBER},
    {"capacity", N_("Room for packs"), KIND_NUMBER},
    {"code", N_("Code"), KIND_TEXT},
    {"count_days", N_("Days between counts"), KIND_NUMBER},
    {"state", N_("State"), KIND_TEXT},
    {"brand", N_("Brand"), KIND_TEXT},
    {"type", N_("Type"), KIND_TEXT},
    {"age", N_("For"), KIND_TEXT},
    {"form", N_("Form"), KIND_TEXT},
    {"strength", N_("Strength"), KIND_TEXT},
    {"unit", N_("Unit"), KIND_TEXT},
    {"day_units", N_("Units a day"), KIND_NUMBER},
    {"pack_units", N_("Units a pack"), KIND_NUMBER},
    {"class", N_("Class"), KIND_TEXT},
    {"cold_chain", N_("Needs a fridge"), KIND_TEXT},
    {"dated", N_("Expires"), KIND_TEXT},
    {"approval", N_("Approval number"), KIND_TEXT},
    {"maker", N_("Maker"), KIND_TEXT},
    {"ingredients", N_("Ingredients"), KIND_TEXT},
    {"codes", N_("Bar codes"), KIND_TEXT},
    {"drug", N_("Medicine"), KIND_TEXT},
    {"expiry", N_("Use by"), KIND_DAY},
    {"lot", N_("Batch"), KIND_TEXT},
    {"units", N_("Amount"), KIND_NUMBER},
    {"seq", N_("No."), KIND_NUMBER},
    {"uid", N_("Id"), KIND_TEXT},
    {"at", N_("Booked"), KIND_MOMENT},
    {"done_at", N_("Done"), KIND_MOMENT},
    {"pack", N_("Pack"), KIND_TEXT},
    {"reverses", N_("Undoes"), KIND_NUMBER},
    {"undone_by", N_("Undone by"), KIND_NUMBER},
    {"reason", N_("Note"), KIND_TEXT},
};

static const struct column *
column_of(const char *key)
{
    for (size_t i = 0; i < G_N_ELEMENTS(columns); i++)
        if (strcmp(columns[i].key, key) == 0)
            return &columns[i];
    return NULL;
}

struct book {
    lxw_workbook *workbook;
    lxw_worksheet *sheet;
    lxw_format *day, *moment, *heading;
    const struct csv_table *table;
};

/* How wide it is on the screen, in digits. */
static int
width_of(const char *text)
{
    int width = 0;
    glong length = g_utf8_strlen(text, -1);

    for (const char *at = text; length > 0; length--, at = g_utf8_find_next_char(at, NULL))
        width += g_unichar_iswide(g_utf8_get_char(at)) ? HAN_WIDTH : 1;
    return width;
}

static bool
read_date(const char *text, lxw_datetime *date)
{
    int seconds = 0;

    *date = (lxw_datetime){0};
    if (sscanf(text, "%4d-%2d-%2dT%2d:%2d:%2d", &date->year, &date->month, &date->day, &date->hour,
               &date->min, &seconds) < 3)
        return false;
    date->sec = seconds;
    return date->year >= 1900; /* what a workbook can tell */
}

static void
put(struct book *book, lxw_row_t row, lxw_col_t column, enum kind kind, const char *text)
{
    lxw_datetime date;
    char *end = NULL;
    double number = g_ascii_strtod(text, &end);

    if (text[0] == '\0')
        return;
    if (kind == KIND_NUMBER && *end == '\0')
        xlsx.write_number(book->sheet, row, column, number, NULL);
    else if ((kind == KIND_DAY || kind == KIND_MOMENT) && read_date(text, &date))
        xlsx.write_datetime(book->sheet, row, column, &date,
                            kind == KIND_DAY ? book->day : book->moment);
    else
        xlsx.write_string(book->sheet, row, column, text, NULL);
}

static void
put_column(struct book *book, lxw_col_t at)
{
    const char *key = csv_column(book->table, at);
    const struct column *column = column_of(key);
    const char *title = column != NULL ? _(column->title) : key;
    enum kind kind = column != NULL ? column->kind : KIND_TEXT;
    int width = MAX(WIDTH_LEAST, width_of(title) + 3); /* and the filter's button */

    xlsx.write_string(book->sheet, 0, at, title, book->heading);
    for (size_t row = 0; row < csv_rows(book->table); row++) {
        const char *text = csv_cell(book->table, row, at);

        put(book, (lxw_row_t)row + 1, at, kind, text);
        width = MAX(width, width_of(text) + 1);
    }
    if (kind == KIND_MOMENT)
        width = 17;
    xlsx.set_column(book->sheet, at, at, MIN(width, WIDTH_MOST), NULL);
}

static void
put_all(struct book *book, const char *name)
{
    lxw_col_t last = (lxw_col_t)csv_columns(book->table) - 1;

    book->sheet = xlsx.add_worksheet(book->workbook, name);
    book->day = xlsx.add_format(book->workbook);
    xlsx.set_num_format(book->day, "yyyy-mm-dd");
    book->moment = xlsx.add_format(book->workbook);
    xlsx.set_num_format(book->moment, "yyyy-mm-dd hh:mm");
    book->heading = xlsx.add_format(book->workbook);
    xlsx.set_bold(book->heading);
    for (lxw_col_t column = 0; column <= last; column++)
        put_column(book, column);
    xlsx.freeze_panes(book->sheet, 1, 0);
    xlsx.autofilter(book->sheet, 0, 0, (lxw_row_t)csv_rows(book->table), last);
    xlsx.repeat_rows(book->sheet, 0, 0);
    xlsx.set_landscape(book->sheet);
    xlsx.set_paper(book->sheet, 9); /* A4 */
    xlsx.fit_to_pages(book->sheet, 1, 0);
}

static bool
write_book(const struct csv_table *table, const char *name, const char *path, GError **error)
{
    struct book book = {.table = table};
    lxw_error failure;

    if (!library_load(&xlsx_library, error))
        return false;
    book.workbook = xlsx.new(path);
    if (book.workbook == NULL)
        return err_set(error, ERR_BROKEN, _("the workbook can't be made"));
    put_all(&book, name);
    failure = xlsx.close(book.workbook);
    return failure == LXW_NO_ERROR ||
           err_set(error, ERR_BROKEN, _("the workbook can't be made: %s"), xlsx.strerror(failure));
}

/* The library writes into files only. */
bool
sheet_xlsx(const struct csv_table *table, const char *name, GBytes **bytes, GError **error)
{
    g_autofree char *path = NULL, *content = NULL;
    g_autoptr(GError) why = NULL;
    gsize size;
    int file = g_file_open_tmp("medbox-XXXXXX.xlsx", &path, &why);
    bool ok;

    *bytes = NULL;
    if (file < 0)
        return err_set(error, ERR_BROKEN, _("the workbook can't be made: %s"), err_file(why));
    close(file);
    ok = write_book(table, name, path, error);
    if (ok && !g_file_get_contents(path, &content, &size, &why))
        ok = err_set(error, ERR_BROKEN, _("the workbook can't be made: %s"), err_file(why));
    g_unlink(path);
    if (ok)
        *bytes = g_bytes_new_take(g_steal_pointer(&content), size);
    return ok;
}
