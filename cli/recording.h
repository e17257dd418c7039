#ifndef CLI_RECORDING_H
#define CLI_RECORDING_H

/*
 * What a camera saw, kept: a folder of pictures, in the order of their names; a YUV4MPEG2 file
 * (y4m(5), 8 bits); or JPEG files behind one another, as "MJPEG" cameras give them. Frames whose time
 * is not told are 40 ms apart.
 */

#include <stdbool.h>
#include <stdint.h>

#include "base/err.h"

struct recording;

/* ERR_MISSING where it can't be read, ERR_INPUT where it is none. */
MUST_CHECK struct recording *recording_open(const char *path, GError **error);
void recording_free(struct recording *recording);

/* The next frame as a picture file, and its moment in ms from the first. *picture is NULL at the
 * end; the caller unrefs it. ERR_INPUT where the file is damaged there. */
MUST_CHECK bool recording_next(struct recording *recording, GBytes **picture, int64_t *at_ms,
                               GError **error);

#endif
