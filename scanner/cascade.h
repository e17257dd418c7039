#ifndef SCANNER_CASCADE_H
#define SCANNER_CASCADE_H

/*
 * The order in which a picture is tried, cheap and often successful before dear and seldom so:
 * scan lines across what looks like bars, whole copies and crops for squares, then the same over
 * again in finer and coarser copies, blurred, with thresholds set, unbent, inverted and evenly lit.
 */

#include <stdbool.h>

#include <glib.h>

#include "scanner/effort.h"
#include "scanner/picture.h"

/*
 * Adds what it reads to a list as sighting_add() does. It ends with the level in which a code is
 * trusted, or where all codes are wanted when all steps for that are taken, or when the effort is
 * spent. What may be codes and wasn't read is added to `unread`, as bars_read() does.
 */
void cascade_read(const struct picture *picture, bool all, struct effort *effort,
                  GPtrArray *symbols, GArray *unread);

#endif
