#ifndef SCANNER_PICTURE_JPEG_H
#define SCANNER_PICTURE_JPEG_H

/* JPEG files: baseline and progressive, gray, colour and CMYK, for picture_load(). */

#include <stddef.h>

#include "scanner/picture.h"

/* As picture_load(), for bytes that begin with JPEG's signature; EXIF is left to the caller. */
MUST_CHECK struct picture *picture_jpeg_load(const uint8_t *data, size_t size, int64_t pixels,
                                             GPtrArray *findings, GError **error);

#endif
