#include "phone.h"

#include <math.h>
#include <string.h>

#include <glib.h>

#include "camera.h"
#include "photo.h"

#define WINDOW 2 /* pixels around one that it is smoothed with */

static uint8_t
level(double v)
{
    return (uint8_t)CLAMP(v + 0.5, 0, 255);
}

static uint8_t *
pixel(cairo_surface_t *photo, int x, int y)
{
    return cairo_image_surface_get_data(photo) +
           (ptrdiff_t)y * cairo_image_surface_get_stride(photo) + (ptrdiff_t)x * 4;
}

void
phone_screen(cairo_t *cairo, double wide, double high, double apart)
{
    cairo_save(cairo);
    cairo_set_source_rgba(cairo, 0, 0, 0, 0.5);
    cairo_set_line_width(cairo, 0.3 * apart);
    for (double x = 0; x < wide; x += apart) {
        cairo_move_to(cairo, x, 0);
        cairo_line_to(cairo, x, high);
    }
    for (double y = 0; y < high; y += apart) {
        cairo_move_to(cairo, 0, y);
        cairo_line_to(cairo, wide, y);
    }
    cairo_stroke(cairo);
    cairo_restore(cairo);
}

void
phone_shadow(cairo_surface_t *photo, double depth, uint64_t *random)
{
    int width = cairo_image_surface_get_width(photo),
        height = cairo_image_surface_get_height(photo);
    double angle = 2 * G_PI * photo_uniform(random), c = cos(angle), s = sin(angle);
    double off = (photo_uniform(random) - 0.5) * 0.5 * MIN(width, height), soft = 2 + width / 150.0;

    for (int y = 0; y < height && depth > 0; y++)
        for (int x = 0; x < width; x++) {
            double far = (x - width / 2.0) * c + (y - height / 2.0) * s - off;
            double lit = 1 - depth * CLAMP(0.5 + far / soft, 0, 1);

            for (int k = 0; k < 3; k++)
                pixel(photo, x, y)[k] = level(pixel(photo, x, y)[k] * lit);
        }
    cairo_surface_mark_dirty(photo);
}

void
phone_spots(cairo_surface_t *photo, int count, uint64_t *random)
{
    int width = cairo_image_surface_get_width(photo),
        height = cairo_image_surface_get_height(photo);

    for (int i = 0; i < count; i++) {
        double x = photo_uniform(random) * width, y = photo_uniform(random) * height;
        double radius = (0.02 + 0.05 * photo_uniform(random)) * width;

        camera_glare(photo, 2, x, y, radius, random);
    }
}

void
phone_warm(cairo_surface_t *photo, double warm)
{
    int width = cairo_image_surface_get_width(photo),
        height = cairo_image_surface_get_height(photo);

    for (int y = 0; y < height && warm > 0; y++)
        for (int x = 0; x < width; x++) {
            double here = warm * (0.4 + 0.6 * x / width);
            uint8_t *out = pixel(photo, x, y);

            out[0] = level(out[0] * (1 - here));
            out[1] = level(out[1] * (1 - 0.35 * here));
        }
    cairo_surface_mark_dirty(photo);
}

/* A pixel's mean with those around it that differ by no more than so many levels. */
static void
smooth_pixel(cairo_surface_t *photo, cairo_surface_t *copy, int x, int y, int levels)
{
    int width = cairo_image_surface_get_width(photo),
        height = cairo_image_surface_get_height(photo);
    const uint8_t *own = pixel(copy, x, y);
    int sum[3] = {0}, count = 0;

    for (int j = MAX(y - WINDOW, 0); j <= MIN(y + WINDOW, height - 1); j++)
        for (int i = MAX(x - WINDOW, 0); i <= MIN(x + WINDOW, width - 1); i++) {
            const uint8_t *other = pixel(copy, i, j);

            if (abs(other[1] - own[1]) > levels)
                continue;
            for (int k = 0; k < 3; k++)
                sum[k] += other[k];
            count++;
        }
    for (int k = 0; k < 3; k++)
        pixel(photo, x, y)[k] = (uint8_t)(sum[k] / count);
}

static cairo_surface_t *
copy_of(cairo_surface_t *photo)
{
    int width = cairo_image_surface_get_width(photo),
        height = cairo_image_surface_get_height(photo);
    cairo_surface_t *copy = cairo_image_surface_create(CAIRO_FORMAT_RGB24, width, height);

    cairo_surface_flush(photo);
    memcpy(cairo_image_surface_get_data(copy), cairo_image_surface_get_data(photo),
           (size_t)cairo_image_surface_get_stride(photo) * (size_t)height);
    cairo_surface_mark_dirty(copy);
    return copy;
}

void
phone_denoise(cairo_surface_t *photo, int levels)
{
    cairo_surface_t *copy;

    if (levels <= 0)
        return;
    copy = copy_of(photo);
    for (int y = 0; y < cairo_image_surface_get_height(photo); y++)
        for (int x = 0; x < cairo_image_surface_get_width(photo); x++)
            smooth_pixel(photo, copy, x, y, levels);
    cairo_surface_destroy(copy);
    cairo_surface_mark_dirty(photo);
}

void
phone_sharpen(cairo_surface_t *photo, double amount, double radius)
{
    cairo_surface_t *soft;

    if (amount <= 0)
        return;
    soft = copy_of(photo);
    camera_blur(soft, radius);
    for (int y = 0; y < cairo_image_surface_get_height(photo); y++)
        for (int x = 0; x < cairo_image_surface_get_width(photo); x++)
            for (int k = 0; k < 3; k++) {
                uint8_t *out = pixel(photo, x, y) + k;

                *out = level(*out + amount * (*out - pixel(soft, x, y)[k]));
            }
    cairo_surface_destroy(soft);
    cairo_surface_mark_dirty(photo);
}

void
phone_mirror(cairo_surface_t *photo)
{
    int width = cairo_image_surface_get_width(photo);

    cairo_surface_flush(photo);
    for (int y = 0; y < cairo_image_surface_get_height(photo); y++)
        for (int x = 0; x < width / 2; x++) {
            uint8_t kept[4], *left = pixel(photo, x, y), *right = pixel(photo, width - 1 - x, y);

            memcpy(kept, left, 4);
            memcpy(left, right, 4);
            memcpy(right, kept, 4);
        }
    cairo_surface_mark_dirty(photo);
}
