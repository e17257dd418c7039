#ifndef INVENTORY_FIELD_H
#define INVENTORY_FIELD_H

/* Checks of the text that people give for a field. */

#include <stdbool.h>
#include <stddef.h>

#include "base/err.h"

/* Line breaks and the like in a UTF-8 text, and marks that turn its direction. */
bool field_has_control(const char *text);

/* A copy of a UTF-8 text without the blanks around it, wide ones too; free with g_free(). */
char *field_trim(const char *text);

/*
 * The text without the blanks around it, or NULL with ERR_INPUT that names the field: for bytes that
 * are not UTF-8, control characters, more than limit characters, or nothing where it is needed.
 * A NULL text counts as empty. Free with g_free().
 */
char *field_text(const char *field, const char *text, size_t limit, bool needed, GError **error);

/* ERR_INPUT that names the field where a number is not within its limits. */
MUST_CHECK bool field_number(const char *field, long long value, long long low, long long high,
                             GError **error);

#endif
