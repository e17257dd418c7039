#ifndef SCANNER_SIGHTING_H
#define SCANNER_SIGHTING_H

/*
 * From single readings to symbols: a code is crossed by many scan lines in several passes. Those
 * that read the same text at the same place are one symbol; the same text at two places is two
 * packs; two texts at one place can't both be right.
 */

#include <glib.h>

#include "scanner/decode.h"

/*
 * Adds a reading to a list of struct decode_symbol: to the symbol it belongs to, or as a new one.
 * Its outline and quality say where it was seen and how much it counts; its text is copied.
 */
void sighting_add(GPtrArray *symbols, const struct decode_symbol *seen);

/*
 * Takes out of the list what isn't to be trusted, a finding for each place that deserves a closer
 * picture, and puts the rest in reading order.
 */
void sighting_settle(GPtrArray *symbols, GPtrArray *findings);

/* A list as sighting_add() takes it, owning its symbols. */
GPtrArray *sighting_list(void);

#endif
