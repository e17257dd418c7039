#ifndef SCANNER_FINDER_H
#define SCANNER_FINDER_H

/*
 * The three squares at the corners of a QR code (ISO/IEC 18004, 6.3.3): along any line through
 * the middle of one, dark and light alternate as 1:1:3:1:1.
 */

#include "scanner/picture.h"

struct finder {
    double x, y;   /* the middle, in pixels */
    double module; /* pixels along an axis of the picture */
    int rows;      /* on which it was seen */
};

#define FINDER_MOST 8

/* Finds what looks like one in a small picture, those seen on the most rows first; their number. */
int finder_search(const struct picture *picture, struct finder found[FINDER_MOST]);

#endif
