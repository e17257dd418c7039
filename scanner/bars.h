#ifndef SCANNER_BARS_H
#define SCANNER_BARS_H

/*
 * Linear codes. Where bars are, scan lines are laid across them at their own angle in the full
 * picture, each the mean of several; what lies between the edges of a line goes to libzbar's line
 * decoder. A reading of one line proves little: see sighting.h.
 */

#include <stdbool.h>

#include <glib.h>

#include "scanner/effort.h"
#include "scanner/pyramid.h"
#include "scanner/sighting.h"

/* How bars are looked for and lines laid. */
struct bars_pass {
    uint32_t side;    /* of the copy in which bars are looked for */
    int most;         /* places tried */
    int lines, mean;  /* in each place, and lines averaged into one at most */
    double coherence; /* as texture_find_bars() */
    double energy;
};

/*
 * Adds what the picture of a pyramid holds to a list as sighting_add() does; `scale` pixels of the
 * whole picture are one of this. A place is left when a code in it is trusted, unless all are
 * wanted, and all of it when the effort is spent. The middles of places that have as many bars as
 * a code, none of which was read, are added to `unread`, of struct decode_point.
 */
void bars_read(struct pyramid *pyramid, double scale, const struct bars_pass *pass, bool all,
               struct effort *effort, GPtrArray *symbols, GArray *unread);

#endif
