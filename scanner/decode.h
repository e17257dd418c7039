#ifndef SCANNER_DECODE_H
#define SCANNER_DECODE_H

/*
 * The codes in a picture: a file, or gray pixels, in; symbols with their text and place out. Read
 * are EAN-13, EAN-8, UPC-A, UPC-E, Code 128, QR and DataMatrix, the last three with their GS1 forms;
 * what the text means is code.h's matter.
 *
 * A wrong code is worse than none: what isn't proved by independent evidence, or disputes its place
 * with another, is doubtful: a symbol in a list of its own and a finding ("perhaps 6901234567892").
 * Who knows the code for another reason, such as a catalogue that holds it, may believe it yet. Bars
 * that are surely a code's and weren't read beside codes that were are a finding as well.
 */

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include <glib.h>

#include "base/err.h"
#include "scanner/finding.h"
#include "scanner/picture.h"
#include "scanner/symbology.h"

struct decode_point {
    int32_t x, y; /* pixels of the picture as displayed, from its upper left corner */
};

struct decode_symbol {
    enum symbology symbology; /* symbology_is_gs1(): FNC1 came first; it isn't in the text */
    char *text;               /* UTF-8, separators within a GS1 text as 0x1D; owned, ends in NUL */
    size_t length;            /* of text in bytes, without the NUL */
    struct decode_point outline[4]; /* clockwise, upper left first; the code's own if square */
    int quality; /* scan lines that agreed, all passes together, if linear; else passes */
};

struct decode {
    uint32_t width, height; /* as displayed, orientation applied */
    GPtrArray *symbols;     /* of struct decode_symbol, owned; from top to bottom, left to right */
    GPtrArray *doubtful;    /* the same, of what may be wrong; the findings tell of each */
    GPtrArray *findings;    /* of struct finding, owned */
};

/* All zero is the usual. */
struct decode_options {
    bool first;     /* one trusted code is enough: what else is there may be left unread */
    int64_t effort; /* after which it gives up, see effort.h; 0 for what a photo deserves */
};

/* Loads the libraries that reading needs, as all below do too, but can't where a process is shut in.
 * ERR_BROKEN where one is missing that can't be done without. */
MUST_CHECK bool decode_ready(GError **error);

/*
 * Reads a picture file held in memory, of any form that picture.h names; the caller frees the result
 * by decode_free(). No code in the picture is no failure: symbols is empty. ERR_INPUT and ERR_BROKEN
 * as picture_load().
 */
MUST_CHECK struct decode *decode_file(GBytes *file, GError **error);

/* The same for pixels, such as a camera's frame, which stay the caller's. Can't fail. */
struct decode *decode_picture(const struct picture *picture);

/* The same with options. */
struct decode *decode_with(const struct picture *picture, const struct decode_options *options);

/* NULL is taken. */
void decode_free(struct decode *decode);

/* The i-th symbol, borrowed from the decode. */
const struct decode_symbol *decode_symbol_at(const struct decode *decode, size_t i);

#endif
