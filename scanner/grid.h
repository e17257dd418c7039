#ifndef SCANNER_GRID_H
#define SCANNER_GRID_H

/*
 * A QR code's grid laid over a gray picture of it: what every code of a size has alike (finders,
 * timing and alignment patterns: ISO/IEC 18004, 6.3) is moved about, drawn aslant and bent until the
 * picture agrees best. Its modules, each the mean of a few places, are then drawn anew, black and
 * white and upright, for an engine to read. It gets at codes that are too small, too dim, too
 * blurred or too bent for thresholds.
 */

#include "scanner/effort.h"
#include "scanner/finder.h"

struct grid {
    int size;                  /* modules on a side */
    double x[4], y[4];         /* corners from the code's own upper left one clockwise, in pixels */
    double bow_x[2], bow_y[2]; /* how far its middle is bent off, along both of its axes */
    double like;               /* correlation with the picture, up to 1 */
};

#define GRID_MOST 2

/* Lays grids over finders of a small picture that are like it; their number. */
int grid_fit(const struct picture *picture, const struct finder *finders, int count,
             struct effort *effort, struct grid grids[GRID_MOST]);

/*
 * The code drawn anew, black and white, with a quiet zone; `sharpen` is how many times a module's
 * difference from those beside it is added to it, which takes out what blur has run into it. The
 * caller frees it.
 */
struct picture *grid_draw(const struct picture *picture, const struct grid *grid, double sharpen);

#endif
