#ifndef SCANNER_PLACE_H
#define SCANNER_PLACE_H

/*
 * Where symbols lie in a picture, by their outlines: which of them lie in one place, what two lines
 * of one symbol span, and in which order a person reads them.
 */

#include <stdbool.h>
#include <stdint.h>

#include <glib.h>

#include "scanner/decode.h"

/* An upright rectangle, its ends included. */
struct place {
    int32_t left, top, right, bottom;
};

/* The one around an outline. */
struct place place_of(const struct decode_symbol *symbol);

/*
 * The same of a linear code with its neighbourhood: scan lines of one symbol lie beside each other
 * with gaps where one failed; a third of their length bridges those and not the way to the next pack.
 */
struct place place_around(const struct decode_symbol *symbol);

bool place_overlap(struct place one, struct place other);
bool place_holds(struct place place, struct decode_point point);

/* Whether one symbol is in the midst of the other's place; those of turned neighbours may overlap
 * at their corners. */
bool place_same(const struct decode_symbol *one, const struct decode_symbol *other);

/* Widens a linear code's outline to the line above or below it; a square's stays. */
void place_join(struct decode_symbol *symbol, const struct decode_symbol *other);

/*
 * Names an outline's corners from the upper left one clockwise. A linear code's direction is that of
 * its lines, which may run any way; a square's corners are named by the code itself.
 */
void place_order_corners(struct decode_symbol *symbol);

/* Sorts a list of symbols row by row: those whose middle is no lower than the end of a row's highest
 * symbol stand in that row. */
void place_order(GPtrArray *symbols);

#endif
