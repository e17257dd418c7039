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
    int most;         /* places tried in vain */
    int lines, mean;  /* in each place, and lines averaged into one at most */
    double coherence; /* as texture_find_bars() */
    double energy;
};

/* Where there may be a code that wasn't read. */
struct bars_unread {
    struct decode_point middle; /* in the whole picture */
    bool sure;                  /* it has a code's bars from end to end, wherever it is crossed */
};

/*
 * Adds what the picture of a pyramid holds to a list as sighting_add() does; `scale` pixels of the
 * whole picture are one of this. A place is left when a code in it is trusted, unless all are
 * wanted, and all of it when the effort is spent. Where all are wanted and there is one, places that
 * surely are codes are tried beyond `most`. What may be one and wasn't read is added to `unread`, of
 * struct bars_unread.
 */
void bars_read(struct pyramid *pyramid, double scale, const struct bars_pass *pass, bool all,
               struct effort *effort, GPtrArray *symbols, GArray *unread);

#endif
