#ifndef SCANNER_PYRAMID_H
#define SCANNER_PYRAMID_H

/*
 * A picture and its smaller copies, each half as wide and high as the one before, made when they
 * are first needed. Between them any size is made without leaving a pixel of the picture out.
 */

#include "scanner/picture.h"

#define PYRAMID_LEVELS 16 /* more than any picture can be halved */

struct pyramid {
    int count;
    const struct picture *levels[PYRAMID_LEVELS]; /* the first is the caller's own */
};

/* Ended by pyramid_clear(); the picture must outlive it. */
void pyramid_begin(struct pyramid *pyramid, const struct picture *picture);
void pyramid_clear(struct pyramid *pyramid);

/*
 * The level whose longer side is nearest below 1.4 times that many pixels, which costs nothing but
 * its halving; it belongs to the pyramid.
 */
const struct picture *pyramid_near(struct pyramid *pyramid, uint32_t side);

/* A copy whose longer side has at most that many pixels, never enlarged; the caller's to free. */
struct picture *pyramid_fit(struct pyramid *pyramid, uint32_t side);

#endif
