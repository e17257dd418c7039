#ifndef INVENTORY_CSV_H
#define INVENTORY_CSV_H

/*
 * Tables in CSV files (RFC 4180), as spreadsheets write and read them.
 *
 * Reading takes what Excel and WPS give: UTF-8 with or without a byte order mark, UTF-16 with one,
 * GB18030; comma, semicolon or tab between the cells; any line end; cells in quotation marks that
 * hold separators and line ends. Every row knows the line it begins on, so that a complaint can say
 * where. Writing gives UTF-8 with a byte order mark, commas and CRLF, which both programs open
 * without asking.
 *
 * A cell that begins with = + - @ is a formula to a spreadsheet, and a stranger's formula is a
 * danger. Such a text is written with an apostrophe before it, which reading takes away again; a text
 * that itself begins with apostrophes and such a sign gets one more, so nothing is ever lost.
 */

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/err.h"

#define CSV_COLUMNS_MAX 64
#define CSV_ROWS_MAX 1048576 /* as many as a spreadsheet holds */
#define CSV_CELL_MAX 32767   /* bytes; a spreadsheet's cell holds as many characters */

/* -------------------------------------------------------------------------------------- reading */

struct csv_table;

/*
 * Reads a file whole. Its first row that is not empty names the columns; rows of empty cells only
 * are left out. The name is for complaints. ERR_INPUT, with the line, for bytes that are no text in
 * any of the encodings, a NUL byte, a quotation mark that is never closed or stands inside a cell,
 * a file or cell over its limit, or no row at all. Free with csv_table_free().
 */
MUST_CHECK bool csv_read(GBytes *bytes, const char *name, struct csv_table **table, GError **error);
void csv_table_free(struct csv_table *table); /* takes NULL */

/* Names of the columns, without blanks around them; columns and rows count from 0. */
size_t csv_columns(const struct csv_table *table);
const char *csv_column(const struct csv_table *table, size_t column);

/* Rows below the names, and the line of the file that a row begins on, from 1. */
size_t csv_rows(const struct csv_table *table);
uint32_t csv_line(const struct csv_table *table, size_t row);

/* How many cells the row has, to the last that is not empty: more than csv_columns() means that a
 * cell has no name above it. */
size_t csv_width(const struct csv_table *table, size_t row);

/* Valid UTF-8; "" where the row is too short. As long as the table. */
const char *csv_cell(const struct csv_table *table, size_t row, size_t column);

/* "boxes.csv line 7, column 6 (lat): …" and "boxes.csv line 7: …"; free with g_free(). */
char *csv_complaint(const struct csv_table *table, size_t row, size_t column, const char *what);
char *csv_row_complaint(const struct csv_table *table, size_t row, const char *what);

/* -------------------------------------------------------------------------------------- writing */

/*
 * A writer holds its first failure, and csv_writer_end() reports it: write without looking, then
 * ask once.
 */
struct csv_writer;

/* Takes the text in pieces; false with an error ends the writing. */
typedef bool csv_sink(const char *text, size_t length, void *data, GError **error);

/* Free with csv_writer_end(), which says whether everything was written. */
struct csv_writer *csv_writer_new(csv_sink *sink, void *data);
MUST_CHECK bool csv_writer_end(struct csv_writer *writer, GError **error);

/* Whether a spreadsheet would calculate a cell of that text. */
bool csv_is_formula(const char *text);

/* The next cell of the row. NULL is an empty text. Numbers are never guarded against formulas. */
void csv_put_text(struct csv_writer *writer, const char *text);
void csv_put_number(struct csv_writer *writer, int64_t number);
void csv_put_decimal(struct csv_writer *writer, int64_t millionths); /* "29.1", "-0.000001" */
void csv_put_row_end(struct csv_writer *writer);

/* Whether a failure is held, so that a long listing can stop early. */
bool csv_writer_failed(const struct csv_writer *writer);

/* Sinks: into a GByteArray, and into the file of csv_file_open(). */
csv_sink csv_into_array, csv_into_file;

/*
 * A file that appears only when it is whole: what is written goes into a file beside it, which
 * takes its name at csv_file_close(file, true) and goes away at csv_file_close(file, false). ERR_INPUT
 * for a folder that is not there, can't be written to, or a name that is no ordinary file.
 */
struct csv_file;
MUST_CHECK bool csv_file_open(const char *path, struct csv_file **file, GError **error);
bool csv_file_close(struct csv_file *file, bool keep, GError **error);

#endif
