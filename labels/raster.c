#include "labels/raster.h"

#include <string.h>

#define HALF 128

size_t
raster_row_size(const struct raster *raster)
{
    return ((size_t)raster->width + 7) / 8;
}

void
raster_row_bits(const struct raster *raster, int y, uint8_t *bits)
{
    const uint8_t *light = raster->light + (size_t)y * (size_t)raster->width;

    memset(bits, 0, raster_row_size(raster));
    for (int x = 0; x < raster->width; x++)
        if (light[x] < HALF)
            bits[x / 8] |= (uint8_t)(0x80 >> x % 8);
}
