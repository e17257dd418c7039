#include "scanner/frame.h"

#include <string.h>

#include "base/limits.h"
#include "base/words.h"
#include "scanner/picture.h"

const char *const frame_formats[] = {"GREY", "NV12", "YU12", "NV21", "YUYV",
                                     "UYVY", "MJPG", "JPEG", NULL};

/* How brightness lies in a row: from which byte, and at which distances. 0: as a JPEG. */
static const struct {
    const char *fourcc;
    size_t first, step;
} layouts[] = {
    {"GREY", 0, 1}, {"NV12", 0, 1}, {"YU12", 0, 1}, {"NV21", 0, 1},
    {"YUYV", 0, 2}, {"UYVY", 1, 2}, {"MJPG", 0, 0}, {"JPEG", 0, 0},
};

static GBytes *
pgm_of(const struct frame_format *format, const uint8_t *data, size_t stride, size_t first,
       size_t step)
{
    size_t width = format->width, height = format->height;
    g_autofree char *head = g_strdup_printf("P5 %zu %zu 255\n", width, height);
    size_t used = strlen(head);
    uint8_t *pgm = g_malloc(used + width * height);

    memcpy(pgm, head, used);
    for (size_t y = 0; y < height; y++) {
        const uint8_t *from = data + y * stride + first;
        uint8_t *to = pgm + used + y * width;

        for (size_t x = 0; x < width; x++)
            to[x] = from[x * step];
    }
    return g_bytes_new_take(pgm, used + width * height);
}

GBytes *
frame_picture(const struct frame_format *format, const uint8_t *data, size_t size, GError **error)
{
    for (size_t i = 0; i < G_N_ELEMENTS(layouts); i++) {
        size_t step = layouts[i].step, row = format->width * step;
        size_t stride = MAX(format->stride, row);

        if (strcmp(layouts[i].fourcc, format->fourcc) != 0)
            continue;
        if (step == 0)
            return g_bytes_new(data, size);
        if (!picture_fits(format->width, format->height, LIMIT_PIXELS, error))
            return NULL;
        if (size < stride * (format->height - 1) + row) {
            err_set(error, ERR_INPUT, _("a frame of the camera is incomplete"));
            return NULL;
        }
        return pgm_of(format, data, stride, layouts[i].first, step);
    }
    err_set(error, ERR_INPUT,
            _("the camera gives pictures in a format that can't be read here (%s): use another"),
            format->fourcc);
    return NULL;
}
