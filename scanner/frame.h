#ifndef SCANNER_FRAME_H
#define SCANNER_FRAME_H

/*
 * A camera's frames as pictures that picture_load() reads: brightness alone as PGM, and JPEG as it
 * comes. Formats have the names of V4L2 (linux/videodev2.h), four letters each.
 */

#include <stddef.h>
#include <stdint.h>

#include <glib.h>

#include "base/err.h"

struct frame_format {
    char fourcc[5]; /* "GREY", "YU12", "NV12", "NV21", "YUYV", "UYVY", "MJPG", "JPEG" */
    uint32_t width, height;
    size_t stride; /* bytes from one row of brightness to the next; 0: no gaps */
};

/* Names of the formats that are read, the best first; NULL at the end. */
extern const char *const frame_formats[];

/* The frame as a picture file, which the caller unrefs. ERR_INPUT for another format, and where the
 * data is too short for its size. */
MUST_CHECK GBytes *frame_picture(const struct frame_format *format, const uint8_t *data,
                                 size_t size, GError **error);

#endif
