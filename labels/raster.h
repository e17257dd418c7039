#ifndef LABELS_RASTER_H
#define LABELS_RASTER_H

/* A page as dots, as a screen or a label printer has it. */

#include <stddef.h>
#include <stdint.h>

struct raster {
    int width, height; /* dots */
    double dpi;
    const uint8_t *light; /* width × height, by rows: 0 is black, 255 white */
};

/* Bytes of a row at one bit a dot. */
size_t raster_row_size(const struct raster *raster);

/*
 * A row of it at one bit a dot, the leftmost in the highest bit: 1 where it is darker than half.
 * The bits after the last dot are 0. Label printers know black and white only.
 */
void raster_row_bits(const struct raster *raster, int y, uint8_t *bits);

#endif
