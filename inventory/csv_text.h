#ifndef INVENTORY_CSV_TEXT_H
#define INVENTORY_CSV_TEXT_H

/* From the bytes of a text file, in whatever encoding a spreadsheet saved it, to UTF-8. */

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/err.h"

/*
 * UTF-8 without a byte order mark and without NUL bytes. A byte order mark decides; without one it is
 * UTF-8 where it is valid UTF-8, else GB18030 where it is valid GB18030, unless its beginning shows
 * that it is UTF-8 with a damaged place. ERR_INPUT otherwise, with line and byte. The name is for
 * complaints; free the text with g_string_free().
 */
MUST_CHECK bool csv_text(GBytes *bytes, const char *name, GString **text, GError **error);

#endif
