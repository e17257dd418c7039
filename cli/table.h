#ifndef CLI_TABLE_H
#define CLI_TABLE_H

/*
 * Text in columns that stand under each other, with wide (Chinese) and zero-width characters
 * measured as a terminal shows them. Nothing is ever cut off: a long cell makes a long line.
 */

#include <stddef.h>

#include <glib.h>

#include "cli/rows.h"

/* Columns of a terminal that a text takes. */
size_t table_width(const char *text);

/* Appends the text and blanks to a width, or blanks and the text. */
void table_pad(GString *out, const char *text, size_t width, enum rows_side side);

/* Appends headings and rows, a line each; bold sets the headings apart with terminal codes. */
void table_print(GString *out, const struct rows *rows, bool bold);

/* Appends the first row as lines of heading and value; cells without a value are left out. */
void table_print_record(GString *out, const struct rows *rows);

#endif
