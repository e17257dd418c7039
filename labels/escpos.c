#include "labels/escpos.h"

#define BAND 128 /* rows */
#define ESC 0x1B
#define GS 0x1D
#define FF 0x0C

static uint8_t
low(size_t n)
{
    return (uint8_t)(n & 0xFF);
}

static uint8_t
high(size_t n)
{
    return (uint8_t)(n >> 8 & 0xFF);
}

static void
write_band(const struct raster *raster, int top, int rows, struct sink *sink)
{
    const size_t row = raster_row_size(raster);
    const uint8_t head[] = {
        GS, 'v', '0', 0, low(row), high(row), low((size_t)rows), high((size_t)rows)};
    g_autofree uint8_t *bits = g_malloc(row);

    sink_write(sink, head, sizeof(head));
    for (int y = top; y < top + rows; y++) {
        raster_row_bits(raster, y, bits);
        sink_write(sink, bits, row);
    }
}

void
escpos_write(const struct raster *raster, int copies, struct sink *sink)
{
    static const uint8_t reset[] = {ESC, '@'}, feed[] = {FF};

    for (int copy = 0; copy < copies; copy++) {
        sink_write(sink, reset, sizeof(reset));
        for (int y = 0; y < raster->height; y += BAND)
            write_band(raster, y, MIN(BAND, raster->height - y), sink);
        sink_write(sink, feed, sizeof(feed));
    }
}
