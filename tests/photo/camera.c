#include "camera.h"

#include <math.h>
#include <string.h>

#include <glib.h>

#include "photo.h"

#define SAMPLES 3 /* by as many, in each pixel of a projected face */

struct pixels {
    uint8_t *data; /* blue, green, red, unused */
    int width, height;
    size_t stride;
};

static struct pixels
pixels_of(cairo_surface_t *surface)
{
    cairo_surface_flush(surface);
    return (struct pixels){
        cairo_image_surface_get_data(surface), cairo_image_surface_get_width(surface),
        cairo_image_surface_get_height(surface), (size_t)cairo_image_surface_get_stride(surface)};
}

static uint8_t *
pixel(const struct pixels *pixels, int x, int y)
{
    return pixels->data + (size_t)y * pixels->stride + (size_t)x * 4;
}

static uint8_t
level(double v)
{
    return (uint8_t)(v < 0 ? 0 : v > 255 ? 255 : v + 0.5);
}

/* Adds the face's colour at a place of the unit square, between its pixels. */
static void
add_sample(const struct pixels *face, double u, double v, double sum[3])
{
    double fx = CLAMP(u * face->width - 0.5, 0, face->width - 1.001);
    double fy = CLAMP(v * face->height - 0.5, 0, face->height - 1.001);
    int x = (int)fx, y = (int)fy;
    const uint8_t *upper = pixel(face, x, y), *lower = pixel(face, x, y + 1);

    fx -= x;
    fy -= y;
    for (int c = 0; c < 3; c++)
        sum[c] += (upper[c] * (1 - fx) + upper[4 + c] * fx) * (1 - fy) +
                  (lower[c] * (1 - fx) + lower[4 + c] * fx) * fy;
}

static void
project_pixel(const struct pixels *photo, const struct pixels *face, const double back[9], int x,
              int y)
{
    double sum[3] = {0};
    uint8_t *out = pixel(photo, x, y);
    int inside = 0, all = SAMPLES * SAMPLES;

    for (int i = 0; i < all; i++) {
        double px = x + (i % SAMPLES + 0.5) / SAMPLES, py = y + (i / SAMPLES + 0.5) / SAMPLES;
        double d = back[6] * px + back[7] * py + back[8];
        double u = (back[0] * px + back[1] * py + back[2]) / d;
        double v = (back[3] * px + back[4] * py + back[5]) / d;

        if (u < 0 || u >= 1 || v < 0 || v >= 1)
            continue;
        add_sample(face, u, v, sum);
        inside++;
    }
    for (int c = 0; c < 3; c++)
        out[c] = level((sum[c] + out[c] * (double)(all - inside)) / all);
}

void
camera_project(cairo_surface_t *photo, cairo_surface_t *face, const double back[9],
               const double x[4], const double y[4])
{
    struct pixels to = pixels_of(photo), from = pixels_of(face);
    double left = x[0], right = x[0], top = y[0], bottom = y[0];

    for (int i = 1; i < 4; i++) {
        left = MIN(left, x[i]);
        right = MAX(right, x[i]);
        top = MIN(top, y[i]);
        bottom = MAX(bottom, y[i]);
    }
    for (int j = MAX((int)top, 0); j <= MIN((int)bottom, to.height - 1); j++)
        for (int i = MAX((int)left, 0); i <= MIN((int)right, to.width - 1); i++)
            project_pixel(&to, &from, back, i, j);
    cairo_surface_mark_dirty(photo);
}

/* Blurs a line of count pixels, each step bytes behind the last, with half a bell. */
static void
blur_line(uint8_t *line, int count, size_t step, const double *bell, int reach, uint8_t *copy)
{
    for (int i = 0; i < count; i++)
        memcpy(copy + 4 * (size_t)i, line + (size_t)i * step, 4);
    for (int i = 0; i < count; i++)
        for (int c = 0; c < 3; c++) {
            double sum = bell[0] * copy[4 * i + c];

            for (int k = 1; k <= reach; k++)
                sum +=
                    bell[k] * (copy[4 * MAX(i - k, 0) + c] + copy[4 * MIN(i + k, count - 1) + c]);
            line[(size_t)i * step + (size_t)c] = level(sum);
        }
}

void
camera_blur(cairo_surface_t *photo, double sigma)
{
    struct pixels pixels = pixels_of(photo);
    int reach = (int)ceil(3 * sigma);
    g_autofree double *bell = g_new(double, reach + 1);
    g_autofree uint8_t *copy = g_malloc(4 * (size_t)MAX(pixels.width, pixels.height));
    double sum = 0;

    if (sigma <= 0)
        return;
    for (int k = 0; k <= reach; k++) {
        bell[k] = exp(-k * k / (2 * sigma * sigma));
        sum += k == 0 ? bell[k] : 2 * bell[k];
    }
    for (int k = 0; k <= reach; k++)
        bell[k] /= sum;
    for (int y = 0; y < pixels.height; y++)
        blur_line(pixel(&pixels, 0, y), pixels.width, 4, bell, reach, copy);
    for (int x = 0; x < pixels.width; x++)
        blur_line(pixel(&pixels, x, 0), pixels.height, pixels.stride, bell, reach, copy);
    cairo_surface_mark_dirty(photo);
}

void
camera_light(cairo_surface_t *photo, double light, double noise, uint64_t *random)
{
    struct pixels pixels = pixels_of(photo);
    double angle = 2 * G_PI * photo_uniform(random), dx = cos(angle), dy = sin(angle);
    double reach = fabs(dx) + fabs(dy);

    if (light <= 0 && noise <= 0)
        return;
    for (int y = 0; y < pixels.height; y++)
        for (int x = 0; x < pixels.width; x++) {
            uint8_t *out = pixel(&pixels, x, y);
            double far = ((2.0 * x / pixels.width - 1) * dx + (2.0 * y / pixels.height - 1) * dy);
            double lit = 1 - light * (far / reach + 1) / 2;
            double grain = noise * photo_normal(random);

            for (int c = 0; c < 3; c++)
                out[c] = level(out[c] * lit + grain + noise * 0.3 * photo_normal(random));
        }
    cairo_surface_mark_dirty(photo);
}
