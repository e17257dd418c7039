#include "scanner/exif.h"

#include <stdbool.h>
#include <string.h>

#define UPRIGHT 1
#define MARKER_APP1 0xe1
#define MARKER_SCAN 0xda /* the pixels: no segment of interest follows */
#define EXIF_HEAD 6      /* "Exif" and two zeros, then a TIFF file */
#define TIFF_MAGIC 42
#define ENTRY_SIZE 12
#define TAG_ORIENTATION 0x0112
#define TYPE_SHORT 3

/* A stretch of bytes that is read with its ends in mind: what lies outside reads as 0. */
struct span {
    const uint8_t *data;
    size_t size;
    bool little; /* endian */
};

static uint32_t
read_number(const struct span *span, size_t at, size_t bytes)
{
    uint32_t n = 0;

    if (at > span->size || bytes > span->size - at)
        return 0;
    for (size_t i = 0; i < bytes; i++)
        n = n << 8 | span->data[at + (span->little ? bytes - 1 - i : i)];
    return n;
}

/* The orientation in the directory of a TIFF file. */
static int
tiff_orientation(struct span tiff)
{
    size_t at;
    uint32_t entries;

    if (tiff.size < 8 || (memcmp(tiff.data, "II", 2) != 0 && memcmp(tiff.data, "MM", 2) != 0))
        return UPRIGHT;
    tiff.little = tiff.data[0] == 'I';
    if (read_number(&tiff, 2, 2) != TIFF_MAGIC)
        return UPRIGHT;
    at = read_number(&tiff, 4, 4);
    entries = read_number(&tiff, at, 2);
    at += 2;
    for (uint32_t i = 0; i < entries && at <= tiff.size; i++, at += ENTRY_SIZE)
        if (read_number(&tiff, at, 2) == TAG_ORIENTATION) {
            uint32_t value = read_number(&tiff, at + 8, 2);
            bool sane = read_number(&tiff, at + 2, 2) == TYPE_SHORT && value >= 1 && value <= 8;

            return sane ? (int)value : UPRIGHT;
        }
    return UPRIGHT;
}

int
exif_tiff_orientation(const uint8_t *tiff, size_t size)
{
    size_t skip = size >= EXIF_HEAD && memcmp(tiff, "Exif\0", EXIF_HEAD) == 0 ? EXIF_HEAD : 0;

    return tiff_orientation((struct span){tiff + skip, size - skip, false});
}

int
exif_orientation(const uint8_t *jpeg, size_t size)
{
    struct span file = {jpeg, size, false};
    size_t at = 2; /* behind the start-of-image marker */

    while (at + 4 <= size && jpeg[at] == 0xff) {
        size_t length = read_number(&file, at + 2, 2);
        const uint8_t *segment = jpeg + at + 4;

        if (jpeg[at + 1] == 0xff) { /* a fill byte before a marker */
            at++;
            continue;
        }
        if (jpeg[at + 1] == MARKER_SCAN || length < 2 || length > size - at - 2)
            return UPRIGHT;
        if (jpeg[at + 1] == MARKER_APP1 && length >= 2 + EXIF_HEAD &&
            memcmp(segment, "Exif\0", EXIF_HEAD) == 0)
            return tiff_orientation(
                (struct span){segment + EXIF_HEAD, length - 2 - EXIF_HEAD, false});
        at += 2 + length;
    }
    return UPRIGHT;
}
