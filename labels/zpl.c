#include "labels/zpl.h"

#include <string.h>

#include "labels/deflate.h"

/* CRC-16 of the polynomial x^16 + x^12 + x^5 + 1, from 0, over the base64 text. */
static unsigned
crc(const char *text)
{
    unsigned value = 0;

    for (const char *c = text; *c != '\0'; c++) {
        value ^= (unsigned)(unsigned char)*c << 8;
        for (int bit = 0; bit < 8; bit++)
            value = (value << 1 ^ (value & 0x8000 ? 0x1021 : 0)) & 0xFFFF;
    }
    return value;
}

void
zpl_write(const struct raster *raster, int copies, struct sink *sink)
{
    const size_t row = raster_row_size(raster), size = row * (size_t)raster->height;
    g_autofree uint8_t *bits = g_malloc(size);
    g_autoptr(GByteArray) small = NULL;
    g_autofree char *text = NULL;

    for (int y = 0; y < raster->height; y++)
        raster_row_bits(raster, y, bits + (size_t)y * row);
    small = deflate_bytes(bits, size);
    text = g_base64_encode(small->data, small->len);
    sink_print(sink, "^XA\n^PW%d\n^LL%d\n^LH0,0\n^FO0,0^GFA,%zu,%zu,%zu,:Z64:", raster->width,
               raster->height, size, size, row);
    sink_write(sink, text, strlen(text));
    sink_print(sink, ":%04X^FS\n", crc(text));
    if (copies > 1)
        sink_print(sink, "^PQ%d\n", copies);
    sink_print(sink, "^XZ\n");
}
