#include "scanner/retouch.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "scanner/wide.h"

#define EVEN_PARTS 20 /* of a picture's longer side, over one of which light is made even */
#define EVEN_SWING 60 /* levels that its pixels then are from their mean, on the average */
#define EVEN_NOISE 4  /* levels of difference that are no more than noise */

/* Where an output pixel falls between two of the input: the first, and 256ths of the way on. */
struct between {
    uint32_t at;
    int32_t part;
};

static struct between *
steps_between(uint32_t from, uint32_t to)
{
    struct between *steps = g_new(struct between, to);

    for (uint32_t i = 0; i < to; i++) {
        double place = MAX((i + 0.5) * from / to - 0.5, 0);
        uint32_t at = from > 1 ? MIN((uint32_t)place, from - 2) : 0;

        steps[i] = (struct between){at, (int32_t)(MIN(place - at, from > 1 ? 1 : 0) * 256)};
    }
    return steps;
}

/* The mean of two rows, with shares in 256ths. */
WIDE static void
mix_rows(const uint8_t *restrict upper, const uint8_t *restrict lower, int32_t part, size_t width,
         uint16_t *restrict out)
{
    for (size_t x = 0; x < width; x++)
        out[x] = (uint16_t)(upper[x] * (256 - part) + lower[x] * part);
}

struct picture *
retouch_resize(const struct picture *picture, uint32_t width, uint32_t height)
{
    struct picture *out = picture_new(width, height);
    g_autofree struct between *columns = steps_between(picture->width, width);
    g_autofree struct between *rows = steps_between(picture->height, height);
    g_autofree uint16_t *mixed = g_new(uint16_t, picture->width);
    size_t right = picture->width > 1, down = picture->height > 1 ? picture->width : 0;

    if (width == picture->width && height == picture->height) {
        memcpy(out->luma, picture->luma, (size_t)width * height);
        return out;
    }
    for (uint32_t y = 0; y < height; y++) {
        const uint8_t *row = picture->luma + (size_t)rows[y].at * picture->width;
        uint8_t *to = out->luma + (size_t)y * width;

        mix_rows(row, row + down, rows[y].part, picture->width, mixed);
        for (uint32_t x = 0; x < width; x++) {
            const uint16_t *p = mixed + columns[x].at;
            int32_t fx = columns[x].part;

            to[x] = (uint8_t)((p[0] * (256 - fx) + p[right] * fx + 32768) >> 16);
        }
    }
    return out;
}

/* Four neighbours and their shares in 256ths of a place between the middle two. */
struct curve {
    uint32_t at[4];
    int32_t share[4];
};

static struct curve *
curves_between(uint32_t from, uint32_t to)
{
    struct curve *curves = g_new(struct curve, to);

    for (uint32_t i = 0; i < to; i++) {
        double place = (i + 0.5) * from / to - 0.5, first = floor(place), t = place - first;
        double shares[4] = {((2 - t) * t - 1) * t / 2, ((3 * t - 5) * t * t + 2) / 2,
                            ((4 - 3 * t) * t + 1) * t / 2, (t - 1) * t * t / 2};

        for (int k = 0; k < 4; k++) {
            curves[i].at[k] = (uint32_t)CLAMP(first + k - 1, 0, from - 1.0);
            curves[i].share[k] = (int32_t)lrint(shares[k] * 256);
        }
    }
    return curves;
}

/* Four rows in their shares. */
WIDE static void
mix_four(const int32_t *restrict const rows[4], const int32_t share[4], size_t width,
         uint8_t *restrict out)
{
    const int32_t *restrict a = rows[0], *restrict b = rows[1], *restrict c = rows[2],
                            *restrict d = rows[3];
    int32_t sa = share[0], sb = share[1], sc = share[2], sd = share[3];

    for (size_t x = 0; x < width; x++) {
        int32_t sum = (sa * a[x] + sb * b[x] + sc * c[x] + sd * d[x] + 32768) >> 16;

        out[x] = (uint8_t)CLAMP(sum, 0, 255);
    }
}

struct picture *
retouch_enlarge(const struct picture *picture, uint32_t width, uint32_t height)
{
    struct picture *out = picture_new(width, height);
    g_autofree struct curve *columns = curves_between(picture->width, width);
    g_autofree struct curve *rows = curves_between(picture->height, height);
    g_autofree int32_t *wide = g_new(int32_t, (size_t)width * picture->height);

    for (uint32_t y = 0; y < picture->height; y++)
        for (uint32_t x = 0; x < width; x++) {
            const uint8_t *row = picture->luma + (size_t)y * picture->width;
            const struct curve *c = &columns[x];

            wide[(size_t)y * width + x] = c->share[0] * row[c->at[0]] +
                                          c->share[1] * row[c->at[1]] +
                                          c->share[2] * row[c->at[2]] + c->share[3] * row[c->at[3]];
        }
    for (uint32_t y = 0; y < height; y++) {
        const int32_t *four[4];

        for (int k = 0; k < 4; k++)
            four[k] = wide + (size_t)rows[y].at[k] * width;
        mix_four(four, rows[y].share, width, out->luma + (size_t)y * width);
    }
    return out;
}

struct picture *
retouch_crop(const struct picture *picture, int32_t left, int32_t top, int32_t right,
             int32_t bottom)
{
    struct picture *out;

    left = MAX(left, 0);
    top = MAX(top, 0);
    right = (int32_t)MIN((int64_t)right, (int64_t)picture->width);
    bottom = (int32_t)MIN((int64_t)bottom, (int64_t)picture->height);
    if (left >= right || top >= bottom)
        return NULL;
    out = picture_new((uint32_t)(right - left), (uint32_t)(bottom - top));
    for (uint32_t y = 0; y < out->height; y++)
        memcpy(out->luma + (size_t)y * out->width,
               picture->luma + ((size_t)top + y) * picture->width + left, out->width);
    return out;
}

#define SHARE_BITS                                                                                 \
    20 /* of a mean's share of a sum: a product instead of a division for each pixel */

static uint32_t
share_of(int32_t count)
{
    return (uint32_t)((1 << SHARE_BITS) + count / 2) / (uint32_t)count;
}

/* The means of so many pixels from their sums from the row's beginning on, each rounded. */
WIDE static void
means_of(const uint32_t *restrict sums, int32_t count, size_t width, uint8_t *restrict out)
{
    uint32_t share = share_of(count), half = (uint32_t)count / 2;
    const uint32_t *restrict ends = sums + count;

    for (size_t x = 0; x < width; x++) {
        uint32_t mean = (ends[x] - sums[x] + half) * share >> SHARE_BITS;

        out[x] = (uint8_t)MIN(mean, 255);
    }
}

/* The mean of `side` pixels around each of a row; its ends go on for ever. */
static void
blur_rows(const struct picture *from, struct picture *to, int side)
{
    int32_t reach = side / 2, width = (int32_t)from->width;
    g_autofree uint32_t *sums = g_new(uint32_t, (size_t)width + 2 * (size_t)reach + 1);

    for (uint32_t y = 0; y < from->height; y++) {
        const uint8_t *in = from->luma + (size_t)y * from->width;
        uint32_t sum = 0, *end = sums;

        *end++ = 0;
        for (int32_t x = 0; x < reach; x++)
            *end++ = sum += in[0];
        for (int32_t x = 0; x < width; x++)
            *end++ = sum += in[x];
        for (int32_t x = 0; x < reach; x++)
            *end++ = sum += in[width - 1];
        means_of(sums, 2 * reach + 1, from->width, to->luma + (size_t)y * from->width);
    }
}

/* Gives the means of sums, and lets one row enter and another leave. */
WIDE static void
pass_row(int32_t *restrict sums, uint32_t share, const uint8_t *restrict enter,
         const uint8_t *restrict leave, size_t width, uint8_t *restrict out)
{
    for (size_t x = 0; x < width; x++) {
        uint32_t mean = (uint32_t)sums[x] * share >> SHARE_BITS;

        out[x] = (uint8_t)MIN(mean, 255);
        sums[x] += enter[x] - leave[x];
    }
}

static void
blur_columns(const struct picture *from, struct picture *to, int side)
{
    int32_t reach = side / 2, last = (int32_t)from->height - 1;
    uint32_t share = share_of(2 * reach + 1);
    size_t width = from->width;
    g_autofree int32_t *sums = g_new(int32_t, width);

    for (size_t x = 0; x < width; x++)
        sums[x] = reach;
    for (int32_t y = -reach; y <= reach; y++)
        for (size_t x = 0; x < width; x++)
            sums[x] += from->luma[(size_t)CLAMP(y, 0, last) * width + x];
    for (int32_t y = 0; y <= last; y++) {
        const uint8_t *enter = from->luma + (size_t)MIN(y + reach + 1, last) * width;
        const uint8_t *leave = from->luma + (size_t)MAX(y - reach, 0) * width;

        pass_row(sums, share, enter, leave, width, to->luma + (size_t)y * width);
    }
}

struct picture *
retouch_blur(const struct picture *picture, int side)
{
    struct picture *rows = picture_new(picture->width, picture->height);
    struct picture *out = picture_new(picture->width, picture->height);

    blur_rows(picture, rows, side);
    blur_columns(rows, out, side);
    picture_free(rows);
    return out;
}

WIDE static void
set_threshold(const uint8_t *restrict luma, int32_t less, size_t size, uint8_t *restrict mean)
{
    for (size_t i = 0; i < size; i++)
        mean[i] = luma[i] + less < mean[i] ? 0 : 255;
}

struct picture *
retouch_threshold(const struct picture *picture, int side, int less)
{
    struct picture *out = retouch_blur(picture, side);

    set_threshold(picture->luma, less, (size_t)picture->width * picture->height, out->luma);
    return out;
}

struct picture *
retouch_invert(const struct picture *picture)
{
    struct picture *out = picture_new(picture->width, picture->height);
    size_t size = (size_t)picture->width * picture->height;

    for (size_t i = 0; i < size; i++)
        out->luma[i] = (uint8_t)(255 - picture->luma[i]);
    return out;
}

/* How far each pixel is from the mean of those around it. */
static struct picture *
differences(const struct picture *picture, const struct picture *mean)
{
    struct picture *out = picture_new(picture->width, picture->height);
    size_t size = (size_t)picture->width * picture->height;

    for (size_t i = 0; i < size; i++)
        out->luma[i] = (uint8_t)abs(picture->luma[i] - mean->luma[i]);
    return out;
}

struct picture *
retouch_even(const struct picture *picture)
{
    int side = (int)(MAX(picture->width, picture->height) / EVEN_PARTS) | 1;
    struct picture *mean = retouch_blur(picture, side), *far = differences(picture, mean);
    struct picture *swing = retouch_blur(far, side);
    size_t size = (size_t)picture->width * picture->height;

    for (size_t i = 0; i < size; i++) {
        int light = (picture->luma[i] - mean->luma[i]) * EVEN_SWING / (swing->luma[i] + EVEN_NOISE);

        far->luma[i] = (uint8_t)CLAMP(128 + light, 0, 255);
    }
    picture_free(mean);
    picture_free(swing);
    return far;
}
