#ifndef SCANNER_SIGHTING_H
#define SCANNER_SIGHTING_H

/*
 * From single readings to symbols: a code is crossed by many scan lines in several passes. Those
 * that read the same text at the same place are one symbol; the same text at two places is two
 * packs; two texts at one place can't both be right.
 */

#include <stdbool.h>

#include <glib.h>

#include "scanner/decode.h"
#include "scanner/retail.h"

/* A symbol in the making, and what speaks for it. */
struct sighting {
    struct decode_symbol symbol; /* first, so that a list of these is one of symbols */
    struct retail_proof proof;   /* of a retail code; no lines were tried of others */
    int asked;                   /* times that another engine was shown its lines */
    bool refuted;                /* it read something else there, … */
    bool confirmed;              /* … or the same */
    int line;                    /* the scan line that counted last, by who laid it */
};

/*
 * Adds a reading to a list: to the symbol it belongs to, or as a new one. Its outline and quality
 * say where it was seen and how much it counts; its text is copied. Gives the symbol, which the
 * list owns, or NULL where the picture seems made to keep us busy.
 */
struct sighting *sighting_add(GPtrArray *symbols, const struct decode_symbol *seen);

/*
 * Whether the evidence is enough: a retail code's bars are its own, digit by digit, or many lines
 * agree where bars couldn't be compared; two lines of Code 128, if it is all digits or another engine
 * reads the same. Rivals are another matter.
 */
bool sighting_is_trusted(const struct sighting *sighting);

/* Whether any of a list is trusted and has no trusted rival in its place. */
bool sighting_any_trusted(const GPtrArray *symbols);

/* How many codes of squares are trusted. */
int sighting_count_squares(const GPtrArray *symbols);

/* Whether a point lies in the outline's box of one that is trusted. */
bool sighting_covers(const GPtrArray *symbols, struct decode_point point);

/*
 * Empties a list: what is to be trusted goes to `symbols` and what isn't but deserves a closer
 * picture to `doubtful`, both in reading order.
 */
void sighting_settle(GPtrArray *seen, GPtrArray *symbols, GPtrArray *doubtful);

/* A list as sighting_add() takes it, owning its symbols. */
GPtrArray *sighting_list(void);

#endif
