#ifndef SCANNER_EXIF_H
#define SCANNER_EXIF_H

/* The one thing in a photo's EXIF data that matters here: which way up the camera was held. */

#include <stddef.h>
#include <stdint.h>

/*
 * The orientation of a JPEG file in memory, 1 to 8: tag 0x0112 in the first directory of the first
 * APP1 segment that begins with "Exif" (Exif 2.32, 4.5.4 and 4.6.4). 1, upright, where the file
 * doesn't say or the data makes no sense. Takes any bytes.
 */
int exif_orientation(const uint8_t *jpeg, size_t size);

/* The same of EXIF data by itself, as PNG and WebP keep it: a TIFF file, perhaps with "Exif" and two
 * zeros before it. */
int exif_tiff_orientation(const uint8_t *tiff, size_t size);

#endif
