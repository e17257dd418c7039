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

/* Where on the flat face a place of the bent one is seen: both as parts from edge to edge. */
static double
unroll(double part, double curve)
{
    return curve > 0 ? 0.5 + asin(CLAMP((2 * part - 1) * sin(curve), -1, 1)) / (2 * curve) : part;
}

/* Undoes a lens's barrel: where a pixel would be in a picture of straight lines. */
static void
straighten(const struct pixels *photo, double barrel, double *x, double *y)
{
    double half = hypot(photo->width, photo->height) / 2;
    double dx = (*x - photo->width / 2.0) / half, dy = (*y - photo->height / 2.0) / half;
    double more = 1 + barrel * (dx * dx + dy * dy);

    *x = photo->width / 2.0 + dx * more * half;
    *y = photo->height / 2.0 + dy * more * half;
}

static void
project_pixel(const struct pixels *photo, const struct pixels *face, const double back[9],
              const struct camera_bend *bend, int x, int y)
{
    double sum[3] = {0};
    uint8_t *out = pixel(photo, x, y);
    int inside = 0, all = SAMPLES * SAMPLES;

    for (int i = 0; i < all; i++) {
        double px = x + (i % SAMPLES + 0.5) / SAMPLES, py = y + (i / SAMPLES + 0.5) / SAMPLES;
        double d, u, v;

        straighten(photo, bend->barrel, &px, &py);
        d = back[6] * px + back[7] * py + back[8];
        u = (back[0] * px + back[1] * py + back[2]) / d;
        v = (back[3] * px + back[4] * py + back[5]) / d;
        if (u < 0 || u >= 1 || v < 0 || v >= 1)
            continue;
        add_sample(face, bend->upright ? unroll(u, bend->curve) : u,
                   bend->upright ? v : unroll(v, bend->curve), sum);
        inside++;
    }
    for (int c = 0; c < 3; c++)
        out[c] = level((sum[c] + out[c] * (double)(all - inside)) / all);
}

void
camera_project(cairo_surface_t *photo, cairo_surface_t *face, const double back[9],
               const double x[4], const double y[4], const struct camera_bend *bend)
{
    struct pixels to = pixels_of(photo), from = pixels_of(face);
    double left = x[0], right = x[0], top = y[0], bottom = y[0];
    double drawn_in = bend->barrel * hypot(to.width, to.height) / 2;

    for (int i = 1; i < 4; i++) {
        left = MIN(left, x[i]);
        right = MAX(right, x[i]);
        top = MIN(top, y[i]);
        bottom = MAX(bottom, y[i]);
    }
    for (int j = MAX((int)(top - drawn_in), 0); j <= MIN((int)(bottom + drawn_in), to.height - 1);
         j++)
        for (int i = MAX((int)(left - drawn_in), 0);
             i <= MIN((int)(right + drawn_in), to.width - 1); i++)
            project_pixel(&to, &from, back, bend, i, j);
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

/* Replaces each pixel by the mean of those at some places around it. */
static void
mean_of(cairo_surface_t *photo, int (*places)[2], int count)
{
    struct pixels pixels = pixels_of(photo);
    g_autofree uint8_t *copy = g_memdup2(pixels.data, pixels.stride * (size_t)pixels.height);
    struct pixels from = {copy, pixels.width, pixels.height, pixels.stride};

    for (int y = 0; y < pixels.height; y++)
        for (int x = 0; x < pixels.width; x++) {
            int sum[3] = {count / 2, count / 2, count / 2};

            for (int i = 0; i < count; i++) {
                const uint8_t *in = pixel(&from, CLAMP(x + places[i][0], 0, pixels.width - 1),
                                          CLAMP(y + places[i][1], 0, pixels.height - 1));

                for (int c = 0; c < 3; c++)
                    sum[c] += in[c];
            }
            for (int c = 0; c < 3; c++)
                pixel(&pixels, x, y)[c] = (uint8_t)(sum[c] / count);
        }
    cairo_surface_mark_dirty(photo);
}

void
camera_defocus(cairo_surface_t *photo, double radius)
{
    int places[500][2], count = 0, reach = MIN((int)radius, 12);

    for (int y = -reach; y <= reach; y++)
        for (int x = -reach; x <= reach && count < 500; x++)
            if (x * x + y * y <= radius * radius) {
                places[count][0] = x;
                places[count++][1] = y;
            }
    if (radius >= 1)
        mean_of(photo, places, count);
}

void
camera_move(cairo_surface_t *photo, double length, uint64_t *random)
{
    double angle = 2 * G_PI * photo_uniform(random);
    int places[64][2], count = CLAMP((int)length + 1, 1, 64);

    for (int i = 0; i < count; i++) {
        places[i][0] = (int)lrint((i - count / 2.0) * cos(angle));
        places[i][1] = (int)lrint((i - count / 2.0) * sin(angle));
    }
    if (count > 1)
        mean_of(photo, places, count);
}

void
camera_glare(cairo_surface_t *photo, double strength, double x, double y, double radius,
             uint64_t *random)
{
    struct pixels pixels = pixels_of(photo);
    double angle = G_PI * photo_uniform(random), flat = 0.2 + 0.5 * photo_uniform(random);
    double c = cos(angle), s = sin(angle);

    for (int j = MAX((int)(y - 2 * radius), 0); j < MIN((int)(y + 2 * radius), pixels.height); j++)
        for (int i = MAX((int)(x - 2 * radius), 0); i < MIN((int)(x + 2 * radius), pixels.width);
             i++) {
            double u = ((i - x) * c + (j - y) * s) / radius;
            double v = ((j - y) * c - (i - x) * s) / (radius * flat);
            double light = 255 * strength * exp(-2 * (u * u + v * v));
            uint8_t *out = pixel(&pixels, i, j);

            for (int k = 0; k < 3; k++)
                out[k] = level(out[k] + light);
        }
    cairo_surface_mark_dirty(photo);
}

void
camera_light(cairo_surface_t *photo, double dim, double light, uint64_t *random)
{
    struct pixels pixels = pixels_of(photo);
    double angle = 2 * G_PI * photo_uniform(random), dx = cos(angle), dy = sin(angle);
    double reach = fabs(dx) + fabs(dy);

    if (light <= 0 && dim <= 0)
        return;
    for (int y = 0; y < pixels.height; y++)
        for (int x = 0; x < pixels.width; x++) {
            uint8_t *out = pixel(&pixels, x, y);
            double far = ((2.0 * x / pixels.width - 1) * dx + (2.0 * y / pixels.height - 1) * dy);
            double lit = (1 - dim) * (1 - light * (far / reach + 1) / 2);

            for (int c = 0; c < 3; c++)
                out[c] = level(out[c] * lit);
        }
    cairo_surface_mark_dirty(photo);
}

/* Of a pixel's noise that a sensor's neighbours share: a quarter each way, in a first-order run. */
static void
smear(double *noise, int count)
{
    for (int i = 0; i + 1 < count; i++)
        noise[i] = 0.6 * noise[i] + 0.6 * noise[i + 1];
}

void
camera_noise(cairo_surface_t *photo, double sigma, bool sensor, uint64_t *random)
{
    struct pixels pixels = pixels_of(photo);
    g_autofree double *above = g_new0(double, pixels.width);
    g_autofree double *grain = g_new(double, pixels.width);

    for (int y = 0; y < pixels.height && sigma > 0; y++) {
        for (int x = 0; x < pixels.width; x++)
            grain[x] = sigma * photo_normal(random);
        if (sensor)
            smear(grain, pixels.width);
        for (int x = 0; x < pixels.width; x++) {
            uint8_t *out = pixel(&pixels, x, y);
            double more = sensor ? sqrt(0.3 + out[1] / 180.0) : 1;
            double mine = sensor ? 0.7 * grain[x] + 0.7 * above[x] : grain[x];

            above[x] = grain[x];
            for (int c = 0; c < 3; c++)
                out[c] = level(out[c] + more * (mine + sigma * 0.3 * photo_normal(random)));
        }
    }
    cairo_surface_mark_dirty(photo);
}
