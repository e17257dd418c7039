#ifndef SCANNER_PYRAMID_H
#define SCANNER_PYRAMID_H

/*
 * A picture and its smaller copies, each half as wide and high as the one before. A code that is
 * blurred or noisy at full size is often clear at half of it.
 */

#include "scanner/picture.h"

#define PYRAMID_LEVELS 16 /* more than any picture can be halved */

struct pyramid {
    int count;
    const struct picture *levels[PYRAMID_LEVELS]; /* the first is the caller's own */
};

/* Halves a picture until its longer side is at most that. Freed by pyramid_clear(). */
void pyramid_build(struct pyramid *pyramid, const struct picture *picture, uint32_t side);
void pyramid_clear(struct pyramid *pyramid);

/* The index of the largest level whose longer side is at most that; of the smallest where none. */
int pyramid_level(const struct pyramid *pyramid, uint32_t side);

#endif
