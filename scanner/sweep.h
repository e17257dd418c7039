#ifndef SCANNER_SWEEP_H
#define SCANNER_SWEEP_H

/*
 * Linear codes: scan lines laid over a picture, what the bars along each of them say, and where
 * they began and ended. A reading of one line proves little: see sighting.h.
 */

#include <glib.h>

#include "scanner/picture.h"

/* How the lines are laid. */
struct sweep {
    int step; /* pixels between two lines */
    int mean; /* neighbouring lines averaged into one, which takes noise away */
    int lean; /* pixels that a line falls in 64, for codes that are turned; may be negative */
};

/*
 * Adds what the lines read, across the picture and then down, to a list as sighting_add() does.
 * A pixel of this picture is `scale` pixels of the one that the places are for.
 */
void sweep_picture(const struct picture *picture, int scale, const struct sweep *sweep,
                   GPtrArray *symbols);

#endif
