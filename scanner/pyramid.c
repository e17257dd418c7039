#include "scanner/pyramid.h"

static uint32_t
longer_side(const struct picture *picture)
{
    return MAX(picture->width, picture->height);
}

static struct picture *
half_of(const struct picture *picture)
{
    struct picture *half = picture_new(picture->width / 2, picture->height / 2);

    for (uint32_t y = 0; y < half->height; y++) {
        const uint8_t *upper = picture->luma + (size_t)2 * y * picture->width;
        const uint8_t *lower = upper + picture->width;
        uint8_t *out = half->luma + (size_t)y * half->width;

        for (uint32_t x = 0; x < half->width; x++) {
            int sum = upper[2 * x] + upper[2 * x + 1] + lower[2 * x] + lower[2 * x + 1];

            out[x] = (uint8_t)((sum + 2) / 4);
        }
    }
    return half;
}

void
pyramid_build(struct pyramid *pyramid, const struct picture *picture, uint32_t side)
{
    *pyramid = (struct pyramid){.count = 1, .levels = {picture}};
    while (longer_side(picture) > side && MIN(picture->width, picture->height) >= 2) {
        picture = half_of(picture);
        pyramid->levels[pyramid->count++] = picture;
    }
}

void
pyramid_clear(struct pyramid *pyramid)
{
    for (int i = 1; i < pyramid->count; i++)
        picture_free((struct picture *)(uintptr_t)pyramid->levels[i]);
    pyramid->count = 0;
}

int
pyramid_level(const struct pyramid *pyramid, uint32_t side)
{
    int i = 0;

    while (i < pyramid->count - 1 && longer_side(pyramid->levels[i]) > side)
        i++;
    return i;
}
