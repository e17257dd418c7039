#ifndef CLI_CAMERA_H
#define CLI_CAMERA_H

/* A camera of this computer by V4L2 (linux/videodev2.h), streaming into mapped memory. */

#include <stdbool.h>
#include <stdint.h>

#include "base/err.h"

struct camera;

/* Opens it, chooses the best format of frame.h at about 1280 x 720, and starts it. ERR_MISSING,
 * ERR_DENIED, ERR_BUSY; ERR_INPUT for what is no camera or has no format that is read. */
MUST_CHECK struct camera *camera_open(const char *path, GError **error);
void camera_free(struct camera *camera);

/* Becomes readable when there is a frame. */
int camera_fd(const struct camera *camera);

/* The newest frame as a picture file, and its moment in ms; older ones that nobody took are let go.
 * *picture is NULL where there is none after all. ERR_BROKEN where the camera was unplugged. */
MUST_CHECK bool camera_next(struct camera *camera, GBytes **picture, int64_t *at_ms,
                            GError **error);

#endif
