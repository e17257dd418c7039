#ifndef SCANNER_TEXTURE_H
#define SCANNER_TEXTURE_H

/*
 * Where codes may be: a picture's gradients gathered in blocks of 8 by 8 pixels into structure
 * tensors (Bigün and Granlund 1987). Where they all point one way there are bars, and that way is
 * across them; where they are strong and point every way there may be a code of squares.
 */

#include <glib.h>

#include "scanner/picture.h"

struct texture {
    int columns, rows;
    double scale;        /* pixels of the whole picture to one of the copy that was measured */
    float *xx, *yy, *xy; /* a block's mean products of gradients, evened out with its neighbours' */
    float *every_way;    /* xx + yy where they point every way, else 0 */
};

/* A place with bars, in pixels of the whole picture: a rectangle turned by an angle. */
struct texture_bars {
    double angle;       /* across the bars, radians from x towards y */
    double left, right; /* along x cos + y sin */
    double top, bottom; /* along y cos - x sin */
    double fan;         /* radians a pixel by which the bars turn from left to right: seen aslant */
    double square;      /* where between left and right they stand at the angle */
    double score;       /* the more, the more likely */
};

/* A place with squares, upright, in pixels of the whole picture. */
struct texture_squares {
    int32_t left, top, right, bottom;
    double score;
};

/* How many are given at most, the best first. */
#define TEXTURE_MOST 128

/* Measures a copy whose pixels are `scale` of the whole picture's. Freed by texture_clear(), which takes zeros. */
void texture_measure(struct texture *texture, const struct picture *copy, double scale);
void texture_clear(struct texture *texture);

/*
 * Places with bars: coherence is the least part of a block's gradients that must agree, from 0 to
 * 1, energy the least mean square of gradients. Returns their number.
 */
int texture_find_bars(const struct texture *texture, double coherence, double energy,
                      struct texture_bars found[TEXTURE_MOST]);

/* Places with squares: least energy as a part of the strongest block's. Returns their number. */
int texture_find_squares(const struct texture *texture, double energy,
                         struct texture_squares found[TEXTURE_MOST]);

#endif
