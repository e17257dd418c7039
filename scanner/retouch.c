#include "scanner/retouch.h"

#include <math.h>
#include <string.h>

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

struct picture *
retouch_resize(const struct picture *picture, uint32_t width, uint32_t height)
{
    struct picture *out = picture_new(width, height);
    g_autofree struct between *columns = steps_between(picture->width, width);
    g_autofree struct between *rows = steps_between(picture->height, height);
    size_t right = picture->width > 1, down = picture->height > 1 ? picture->width : 0;

    if (width == picture->width && height == picture->height) {
        memcpy(out->luma, picture->luma, (size_t)width * height);
        return out;
    }
    for (uint32_t y = 0; y < height; y++) {
        const uint8_t *row = picture->luma + (size_t)rows[y].at * picture->width;
        uint8_t *to = out->luma + (size_t)y * width;
        int32_t fy = rows[y].part;

        for (uint32_t x = 0; x < width; x++) {
            const uint8_t *p = row + columns[x].at;
            int32_t fx = columns[x].part;
            int32_t upper = p[0] * (256 - fx) + p[right] * fx;
            int32_t lower = p[down] * (256 - fx) + p[down + right] * fx;

            to[x] = (uint8_t)((upper * (256 - fy) + lower * fy + 32768) >> 16);
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
    for (uint32_t y = 0; y < height; y++)
        for (uint32_t x = 0; x < width; x++) {
            int32_t sum = 32768;

            for (int k = 0; k < 4; k++)
                sum += rows[y].share[k] * wide[(size_t)rows[y].at[k] * width + x];
            out->luma[(size_t)y * width + x] = (uint8_t)CLAMP(sum >> 16, 0, 255);
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

/* The mean of `side` pixels around each, along a line whose pixels are `step` bytes apart. */
static void
blur_rows(const struct picture *from, struct picture *to, int side)
{
    int32_t reach = side / 2, last = (int32_t)from->width - 1;
    uint32_t share = share_of(2 * reach + 1);

    for (uint32_t y = 0; y < from->height; y++) {
        const uint8_t *restrict in = from->luma + (size_t)y * from->width;
        uint8_t *restrict out = to->luma + (size_t)y * from->width;
        int32_t sum = reach;

        for (int32_t x = -reach; x <= reach; x++)
            sum += in[CLAMP(x, 0, last)];
        for (int32_t x = 0; x <= last; x++) {
            out[x] = (uint8_t)MIN((uint32_t)sum * share >> SHARE_BITS, 255);
            sum += in[MIN(x + reach + 1, last)] - in[MAX(x - reach, 0)];
        }
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
        const uint8_t *restrict enter = from->luma + (size_t)MIN(y + reach + 1, last) * width;
        const uint8_t *restrict leave = from->luma + (size_t)MAX(y - reach, 0) * width;
        uint8_t *restrict out = to->luma + (size_t)y * width;

        for (size_t x = 0; x < width; x++) {
            out[x] = (uint8_t)MIN((uint32_t)sums[x] * share >> SHARE_BITS, 255);
            sums[x] += enter[x] - leave[x];
        }
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

struct picture *
retouch_threshold(const struct picture *picture, int side, int less)
{
    struct picture *out = retouch_blur(picture, side);
    size_t size = (size_t)picture->width * picture->height;

    for (size_t i = 0; i < size; i++)
        out->luma[i] = picture->luma[i] + less < out->luma[i] ? 0 : 255;
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
