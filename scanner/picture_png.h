#ifndef SCANNER_PICTURE_PNG_H
#define SCANNER_PICTURE_PNG_H

/* PNG files of every colour type, depth and interlacing, for picture_load(). */

#include <stddef.h>

#include "scanner/picture.h"

/* As picture_load(), for bytes that begin with PNG's signature. */
MUST_CHECK struct picture *picture_png_load(const uint8_t *data, size_t size, int64_t pixels,
                                            GError **error);

#endif
