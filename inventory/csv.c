#include "inventory/csv.h"

#include <string.h>

#include <csv.h>

#include "base/words.h"
#include "inventory/csv_text.h"

#define GROW 4096 /* bytes by which libcsv's cell buffer grows */

struct row {
    uint32_t line;
    uint32_t width; /* cells, to the last that is not empty */
    guint first;    /* of them, in cells */
};

struct csv_table {
    char *name;
    GString *text; /* all cells, each with its end; begins with an empty one */
    GArray *cells; /* uint32_t: where a cell begins in the text */
    GArray *rows;  /* struct row; the first names the columns */
};

/* A reading under way. */
struct reading {
    struct csv_table *table;
    struct csv_parser parser;
    uint32_t line;      /* in hand */
    uint32_t row_line;  /* where the row in hand began */
    uint32_t cell_line; /* where the cell in hand began */
    guint first;        /* cell of the row in hand */
    bool row_ended;     /* within the line in hand */
    GError *error;      /* of the callbacks */
};

/* ------------------------------------------------------------------------------------- the table */

void
csv_table_free(struct csv_table *table)
{
    if (table == NULL)
        return;
    g_free(table->name);
    g_string_free(table->text, TRUE);
    g_array_unref(table->cells);
    g_array_unref(table->rows);
    g_free(table);
}

static struct csv_table *
table_new(const char *name)
{
    struct csv_table *table = g_new(struct csv_table, 1);

    *table = (struct csv_table){
        .name = g_strdup(name),
        .text = g_string_new_len("", 1),
        .cells = g_array_new(FALSE, FALSE, sizeof(uint32_t)),
        .rows = g_array_new(FALSE, FALSE, sizeof(struct row)),
    };
    return table;
}

static const char *
cell_of(const struct csv_table *table, const struct row *row, size_t column)
{
    if (column >= row->width)
        return "";
    return table->text->str + g_array_index(table->cells, uint32_t, row->first + column);
}

static const struct row *
row_at(const struct csv_table *table, size_t row)
{
    g_assert(row + 1 < table->rows->len);
    return &g_array_index(table->rows, struct row, row + 1);
}

size_t
csv_columns(const struct csv_table *table)
{
    return g_array_index(table->rows, struct row, 0).width;
}

const char *
csv_column(const struct csv_table *table, size_t column)
{
    return cell_of(table, &g_array_index(table->rows, struct row, 0), column);
}

size_t
csv_rows(const struct csv_table *table)
{
    return table->rows->len - 1;
}

uint32_t
csv_line(const struct csv_table *table, size_t row)
{
    return row_at(table, row)->line;
}

size_t
csv_width(const struct csv_table *table, size_t row)
{
    return row_at(table, row)->width;
}

const char *
csv_cell(const struct csv_table *table, size_t row, size_t column)
{
    return cell_of(table, row_at(table, row), column);
}

char *
csv_complaint(const struct csv_table *table, size_t row, size_t column, const char *what)
{
    return g_strdup_printf(_("%s line %u, column %d (%s): %s"), table->name, csv_line(table, row),
                           (int)column + 1, csv_column(table, column), what);
}

char *
csv_row_complaint(const struct csv_table *table, size_t row, const char *what)
{
    return g_strdup_printf(_("%s line %u: %s"), table->name, csv_line(table, row), what);
}

/* -------------------------------------------------------------------------------- cells and rows */

/* libcsv's cell has no end of its own. The apostrophe that csv_put_text() puts before what a
 * spreadsheet would calculate is stepped over. */
static void
add_cell(struct csv_table *table, const char *bytes, size_t length)
{
    guint32 begin = 0;

    if (length > 0) {
        const char *text;

        begin = (guint32)table->text->len;
        g_string_append_len(table->text, bytes, (gssize)length);
        g_string_append_c(table->text, '\0');
        text = table->text->str + begin;
        begin += text[0] == '\'' && csv_is_formula(text + strspn(text, "'"));
    }
    g_array_append_val(table->cells, begin);
}

static void
take_cell(void *bytes, size_t length, void *data)
{
    struct reading *reading = data;
    guint count = reading->table->cells->len - reading->first;

    if (reading->error != NULL)
        return;
    if (length > CSV_CELL_MAX)
        err_set(&reading->error, ERR_INPUT, _("%s line %u: column %u holds more than %d bytes"),
                reading->table->name, reading->cell_line, count + 1, CSV_CELL_MAX);
    else if (count == CSV_COLUMNS_MAX)
        err_set(&reading->error, ERR_INPUT, _("%s line %u has more than %d columns"),
                reading->table->name, reading->row_line, CSV_COLUMNS_MAX);
    else
        add_cell(reading->table, bytes, length);
    reading->cell_line = reading->line;
}

static void
take_row(int end, void *data)
{
    struct reading *reading = data;
    struct csv_table *table = reading->table;
    struct row row = {.line = reading->row_line, .first = reading->first};

    (void)end;
    reading->row_ended = true;
    row.width = table->cells->len - row.first;
    while (row.width > 0 && cell_of(table, &row, row.width - 1)[0] == '\0')
        row.width--;
    g_array_set_size(table->cells, row.first + row.width);
    reading->first = table->cells->len;
    if (row.width == 0 || reading->error != NULL)
        return;
    if (table->rows->len > CSV_ROWS_MAX)
        err_set(&reading->error, ERR_INPUT,
                _("%s has more than %d rows; split it into smaller files"), table->name,
                CSV_ROWS_MAX);
    g_array_append_val(table->rows, row);
}

/* -------------------------------------------------------------------------------- line after line */

static size_t
line_length(const char *text, size_t length)
{
    size_t end = 0;

    while (end < length && text[end] != '\n' && text[end] != '\r')
        end++;
    if (end + 1 < length && text[end] == '\r' && text[end + 1] == '\n')
        return end + 2;
    return MIN(end + 1, length);
}

/* Whatever stands most often in the first line that has anything, outside quotation marks. */
static char
separator_of(const char *text)
{
    static const char separators[] = ",;\t";
    size_t times[sizeof(separators)] = {0}, best = 0;
    bool quoted = false;

    text += strspn(text, "\r\n");
    for (; *text != '\0' && (quoted || (*text != '\n' && *text != '\r')); text++) {
        const char *separator = strchr(separators, *text);

        quoted = quoted != (*text == '"');
        if (separator != NULL && !quoted)
            times[separator - separators]++;
    }
    for (size_t i = 1; i < strlen(separators); i++)
        if (times[i] > times[best])
            best = i;
    return separators[best];
}

static bool
fail_parsing(const struct reading *reading, int code, GError **error)
{
    if (code != CSV_EPARSE)
        return err_set(error, ERR_BROKEN, _("there is not enough memory to read %s"),
                       reading->table->name);
    return err_set(error, ERR_INPUT,
                   _("%s line %u: a quotation mark stands inside a cell; put the whole cell in "
                     "quotation marks and write each inside twice"),
                   reading->table->name, reading->line);
}

static bool
fail_open(const struct reading *reading, GError **error)
{
    return err_set(error, ERR_INPUT,
                   _("%s line %u: a quotation mark opens a cell and nothing closes it"),
                   reading->table->name, reading->cell_line);
}

/* Whether the line in hand left a cell open: within quotation marks libcsv holds at least the line's
 * end, and the last line of a file may have none. */
static bool
is_open(const struct reading *reading, guint cells_before, char last)
{
    return !reading->row_ended &&
           (reading->parser.entry_pos > 0 || reading->table->cells->len > cells_before ||
            (last != '\n' && last != '\r'));
}

static bool
propagate(struct reading *reading, GError **error)
{
    if (reading->error == NULL)
        return true;
    g_propagate_error(error, g_steal_pointer(&reading->error));
    return false;
}

static bool
read_line(struct reading *reading, const char *line, size_t length, GError **error)
{
    guint cells = reading->table->cells->len;

    reading->row_ended = false;
    if (csv_parse(&reading->parser, line, length, take_cell, take_row, reading) != length)
        return fail_parsing(reading, csv_error(&reading->parser), error);
    if (!propagate(reading, error))
        return false;
    if (!is_open(reading, cells, line[length - 1]))
        reading->row_line = reading->cell_line = reading->line + 1;
    else if (reading->parser.entry_pos > CSV_CELL_MAX)
        return fail_open(reading, error);
    reading->line++;
    return true;
}

static bool
has_rows(const struct csv_table *table, GError **error)
{
    return table->rows->len > 0 ||
           err_set(error, ERR_INPUT, _("%s is empty; its first row must name the columns"),
                   table->name);
}

static bool
read_lines(struct reading *reading, const GString *text, GError **error)
{
    for (size_t at = 0; at < text->len;) {
        size_t length = line_length(text->str + at, text->len - at);

        if (!read_line(reading, text->str + at, length, error))
            return false;
        at += length;
    }
    if (csv_fini(&reading->parser, take_cell, take_row, reading) != 0)
        return fail_open(reading, error);
    return propagate(reading, error) && has_rows(reading->table, error);
}

static bool
read_text(struct csv_table *table, const GString *text, GError **error)
{
    struct reading reading = {.table = table, .line = 1, .row_line = 1, .cell_line = 1};
    bool ok;

    csv_init(&reading.parser, CSV_STRICT | CSV_STRICT_FINI);
    csv_set_delim(&reading.parser, (unsigned char)separator_of(text->str));
    csv_set_blk_size(&reading.parser, GROW);
    ok = read_lines(&reading, text, error);
    csv_free(&reading.parser);
    return ok;
}

bool
csv_read(GBytes *bytes, const char *name, struct csv_table **table, GError **error)
{
    g_autoptr(GString) text = NULL;

    *table = NULL;
    if (!csv_text(bytes, name, &text, error))
        return false;
    *table = table_new(name);
    if (read_text(*table, text, error))
        return true;
    g_clear_pointer(table, csv_table_free);
    return false;
}
