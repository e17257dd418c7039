#include "cli/table.h"

#include "base/words.h"

#define GAP 2 /* blanks between columns */

size_t
table_width(const char *text)
{
    size_t width = 0;

    for (const char *at = text; *at != '\0'; at = g_utf8_find_next_char(at, NULL)) {
        gunichar c = g_utf8_get_char(at);

        if (!g_unichar_iszerowidth(c))
            width += g_unichar_iswide(c) ? 2 : 1;
    }
    return width;
}

static void
blanks(GString *out, size_t n)
{
    while (n-- > 0)
        g_string_append_c(out, ' ');
}

void
table_pad(GString *out, const char *text, size_t width, enum rows_side side)
{
    size_t used = table_width(text), rest = used < width ? width - used : 0;

    if (side == ROWS_RIGHT)
        blanks(out, rest);
    g_string_append(out, text);
    if (side != ROWS_RIGHT)
        blanks(out, rest);
}

/* Line breaks, tabs and other control characters in a text would take the table, or the terminal,
 * apart. */
static char *
shown(const struct rows_cell *cell)
{
    GString *out = g_string_new(NULL);

    for (const char *at = cell->shown != NULL ? cell->shown : ""; *at != '\0';
         at = g_utf8_find_next_char(at, NULL)) {
        gunichar c = g_utf8_get_char(at);

        g_string_append_unichar(out, g_unichar_iscntrl(c) ? ' ' : c);
    }
    return g_string_free(out, FALSE);
}

static bool
has_heading(const struct rows *rows, size_t column)
{
    return rows_column(rows, column)->heading != NULL;
}

/* 0 for a column that is not shown. */
static size_t
column_width(const struct rows *rows, size_t column)
{
    size_t width = 0;

    for (size_t row = 0; has_heading(rows, column) && row < rows_count(rows); row++) {
        g_autofree char *text = shown(rows_cell(rows, row, column));

        width = MAX(width, table_width(text));
    }
    if (!has_heading(rows, column) ||
        (width == 0 && rows_column(rows, column)->side == ROWS_SPARSE))
        return 0;
    return MAX(width, table_width(words(rows_column(rows, column)->heading)));
}

static void
end_line(GString *out, size_t start)
{
    while (out->len > start && out->str[out->len - 1] == ' ')
        g_string_truncate(out, out->len - 1);
    g_string_append_c(out, '\n');
}

static void
print_headings(GString *out, const struct rows *rows, const size_t *widths)
{
    size_t start = out->len;

    for (size_t i = 0; i < rows_columns(rows); i++) {
        if (widths[i] == 0)
            continue;
        table_pad(out, words(rows_column(rows, i)->heading), widths[i], rows_column(rows, i)->side);
        blanks(out, GAP);
    }
    end_line(out, start);
}

static void
print_row(GString *out, const struct rows *rows, size_t row, const size_t *widths)
{
    size_t start = out->len;

    for (size_t i = 0; i < rows_columns(rows); i++) {
        g_autofree char *text = shown(rows_cell(rows, row, i));

        if (widths[i] == 0)
            continue;
        table_pad(out, text, widths[i], rows_column(rows, i)->side);
        blanks(out, GAP);
    }
    end_line(out, start);
}

void
table_print(GString *out, const struct rows *rows, bool bold)
{
    g_autofree size_t *widths = g_new0(size_t, rows_columns(rows));

    for (size_t i = 0; i < rows_columns(rows); i++)
        widths[i] = column_width(rows, i);
    if (bold)
        g_string_append(out, "\033[1m");
    print_headings(out, rows, widths);
    if (bold)
        g_string_insert(out, (gssize)out->len - 1, "\033[0m");
    for (size_t row = 0; row < rows_count(rows); row++)
        print_row(out, rows, row, widths);
}

void
table_print_record(GString *out, const struct rows *rows)
{
    size_t width = 0;

    for (size_t i = 0; i < rows_columns(rows); i++)
        if (has_heading(rows, i))
            width = MAX(width, table_width(words(rows_column(rows, i)->heading)));
    for (size_t i = 0; i < rows_columns(rows); i++) {
        g_autofree char *text = shown(rows_cell(rows, 0, i));

        if (!has_heading(rows, i) || text[0] == '\0')
            continue;
        table_pad(out, words(rows_column(rows, i)->heading), width + GAP, ROWS_LEFT);
        g_string_append(out, text);
        g_string_append_c(out, '\n');
    }
}
