#include "cli/rows.h"

#include <string.h>

#include "base/words.h"

#define MINUTE_MS INT64_C(60000)

struct rows {
    const struct rows_column *columns;
    size_t width; /* columns */
    int32_t utc_offset;
    GArray *cells; /* struct rows_cell, row after row */
};

static void
cell_clear(gpointer cell)
{
    struct rows_cell *c = cell;

    g_free(c->text);
    g_free(c->shown);
}

struct rows *
rows_new(const struct rows_column *columns, int32_t utc_offset)
{
    struct rows *rows = g_new0(struct rows, 1);

    rows->columns = columns;
    while (columns[rows->width].field != NULL || columns[rows->width].heading != NULL)
        rows->width++;
    rows->utc_offset = utc_offset;
    rows->cells = g_array_new(FALSE, TRUE, sizeof(struct rows_cell));
    g_array_set_clear_func(rows->cells, cell_clear);
    return rows;
}

void
rows_free(struct rows *rows)
{
    if (rows == NULL)
        return;
    g_array_unref(rows->cells);
    g_free(rows);
}

static bool
is_none(const char *text)
{
    return text == NULL || text[0] == '\0';
}

static void
add(struct rows *rows, struct rows_cell cell)
{
    g_array_append_val(rows->cells, cell);
}

void
rows_none(struct rows *rows)
{
    add(rows, (struct rows_cell){.kind = ROWS_NONE});
}

void
rows_word(struct rows *rows, const char *key, const char *word)
{
    if (is_none(key))
        add(rows, (struct rows_cell){.kind = ROWS_NONE, .shown = g_strdup(word)});
    else
        add(rows,
            (struct rows_cell){.kind = ROWS_TEXT, .text = g_strdup(key), .shown = g_strdup(word)});
}

void
rows_text(struct rows *rows, const char *text)
{
    rows_word(rows, text, text);
}

void
rows_number_as(struct rows *rows, int64_t number, const char *shown)
{
    add(rows, (struct rows_cell){.kind = ROWS_NUMBER, .number = number, .shown = g_strdup(shown)});
}

void
rows_number(struct rows *rows, int64_t number)
{
    add(rows, (struct rows_cell){.kind = ROWS_NUMBER,
                                 .number = number,
                                 .shown = g_strdup_printf("%" G_GINT64_FORMAT, number)});
}

/* Millionths in decimal, rounded half away from zero; without the C library's doubles and locale. */
static char *
decimal_text(int64_t millionths, int places)
{
    int64_t scale = 1, parts = 1, size = ABS(millionths);

    for (int i = places; i < 6; i++)
        scale *= 10;
    for (int i = 0; i < places; i++)
        parts *= 10;
    size = (size + scale / 2) / scale;
    if (places == 0)
        return g_strdup_printf("%s%" G_GINT64_FORMAT, millionths < 0 && size > 0 ? "-" : "", size);
    return g_strdup_printf("%s%" G_GINT64_FORMAT ".%0*" G_GINT64_FORMAT,
                           millionths < 0 && size > 0 ? "-" : "", size / parts, places,
                           size % parts);
}

void
rows_decimal(struct rows *rows, int64_t millionths, int places)
{
    add(rows, (struct rows_cell){.kind = ROWS_DECIMAL,
                                 .number = millionths,
                                 .shown = decimal_text(millionths, places)});
}

void
rows_flag(struct rows *rows, bool flag)
{
    add(rows, (struct rows_cell){
                  .kind = ROWS_FLAG, .number = flag, .shown = g_strdup(flag ? _("yes") : NULL)});
}

void
rows_day(struct rows *rows, struct day day)
{
    char text[DAY_TEXT_SIZE];

    rows_text(rows, day_format(day, text));
}

void
rows_moment(struct rows *rows, int64_t ms)
{
    if (ms == 0) {
        rows_none(rows);
        return;
    }
    add(rows, (struct rows_cell){.kind = ROWS_TEXT,
                                 .text = rows_moment_iso(ms, rows->utc_offset),
                                 .shown = rows_moment_text(ms, rows->utc_offset)});
}

void
rows_box_code(struct rows *rows, const char *code)
{
    size_t n = strlen(code);
    g_autofree char *shown =
        n > 4 ? g_strdup_printf("%.*s-%s", (int)n - 4, code, code + n - 4) : g_strdup(code);

    rows_word(rows, code, shown);
}

void
rows_list(struct rows *rows, const char *const *items)
{
    if (items[0] == NULL) {
        rows_none(rows);
        return;
    }
    add(rows, (struct rows_cell){.kind = ROWS_LIST,
                                 .text = g_strjoinv("\n", (char **)(uintptr_t)items),
                                 .shown = g_strjoinv(_(", "), (char **)(uintptr_t)items)});
}

size_t
rows_columns(const struct rows *rows)
{
    return rows->width;
}

const struct rows_column *
rows_column(const struct rows *rows, size_t column)
{
    return &rows->columns[column];
}

/* A row that lacks a cell, or has one too many, is a mistake of the program. */
size_t
rows_count(const struct rows *rows)
{
    g_assert(rows->cells->len % rows->width == 0);
    return rows->cells->len / rows->width;
}

const struct rows_cell *
rows_cell(const struct rows *rows, size_t row, size_t column)
{
    return &g_array_index(rows->cells, struct rows_cell, row * rows->width + column);
}

struct moment_parts {
    char day[DAY_TEXT_SIZE];
    int minutes, seconds; /* of the day; of the minute */
};

static struct moment_parts
parts_of(int64_t ms, int32_t utc_offset)
{
    struct moment_parts parts;
    struct day day = day_of_moment(ms, utc_offset);
    int64_t since = ms - day_start(day, utc_offset);

    day_format(day, parts.day);
    parts.minutes = (int)(since / MINUTE_MS);
    parts.seconds = (int)(since % MINUTE_MS / 1000);
    return parts;
}

char *
rows_moment_iso(int64_t ms, int32_t utc_offset)
{
    struct moment_parts parts = parts_of(ms, utc_offset);

    return g_strdup_printf("%sT%02d:%02d:%02d%c%02d:%02d", parts.day, parts.minutes / 60,
                           parts.minutes % 60, parts.seconds, utc_offset < 0 ? '-' : '+',
                           ABS(utc_offset) / 60, ABS(utc_offset) % 60);
}

char *
rows_moment_text(int64_t ms, int32_t utc_offset)
{
    struct moment_parts parts = parts_of(ms, utc_offset);

    return g_strdup_printf("%s %02d:%02d", parts.day, parts.minutes / 60, parts.minutes % 60);
}
