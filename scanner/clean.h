#ifndef SCANNER_CLEAN_H
#define SCANNER_CLEAN_H

/*
 * A scanned or typed text made plain: full-width characters and the punctuation of Chinese input
 * methods become ASCII, byte order marks, zero-width and direction characters go, blanks at both
 * ends go. Everything else stays, Chinese too.
 */

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include <glib.h>

#include "base/limits.h"

struct clean {
    size_t length;
    char text[LIMIT_CODE + 1];   /* valid UTF-8 without control characters other than U+001D */
    uint16_t at[LIMIT_CODE + 1]; /* where each byte, and the end, stood in the text handed in */
};

/*
 * False with a finding where the text is over LIMIT_CODE bytes, not UTF-8, or has a control
 * character other than U+001D (at its ends, blanks and line ends are none).
 */
bool clean_read(const char *text, size_t length, struct clean *clean, GPtrArray *findings);

/* What was typed for a number or a day, made plain; as it is where that can't be. Free with g_free(). */
char *clean_typed(const char *text);

#endif
