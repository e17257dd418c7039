#include "labels/tspl.h"

#define MM_PER_INCH 25.4
#define GAP "2" /* mm: of nearly all label paper; what the printer measures goes before it */

void
tspl_write(const struct raster *raster, int copies, struct sink *sink)
{
    const size_t row = raster_row_size(raster);
    const double mm = MM_PER_INCH / raster->dpi;
    g_autofree uint8_t *bits = g_malloc(row);
    char width[G_ASCII_DTOSTR_BUF_SIZE], height[G_ASCII_DTOSTR_BUF_SIZE];

    sink_print(sink, "SIZE %s mm,%s mm\r\nGAP " GAP " mm,0 mm\r\nCLS\r\nBITMAP 0,0,%zu,%d,0,",
               g_ascii_formatd(width, sizeof(width), "%.2f", raster->width * mm),
               g_ascii_formatd(height, sizeof(height), "%.2f", raster->height * mm), row,
               raster->height);
    for (int y = 0; y < raster->height; y++) {
        raster_row_bits(raster, y, bits);
        for (size_t i = 0; i < row; i++)
            bits[i] = (uint8_t)~bits[i];
        sink_write(sink, bits, row);
    }
    sink_print(sink, "\r\nPRINT 1,%d\r\n", copies);
}
