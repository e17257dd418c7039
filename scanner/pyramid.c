#include "scanner/pyramid.h"

#include "scanner/retouch.h"
#include "scanner/wide.h"

WIDE static struct picture *
half_of(const struct picture *picture)
{
    struct picture *half = picture_new(picture->width / 2, picture->height / 2);

    for (uint32_t y = 0; y < half->height; y++) {
        const uint8_t *restrict upper = picture->luma + (size_t)2 * y * picture->width;
        const uint8_t *restrict lower = upper + picture->width;
        uint8_t *restrict out = half->luma + (size_t)y * half->width;

        for (uint32_t x = 0; x < half->width; x++) {
            int sum = upper[2 * x] + upper[2 * x + 1] + lower[2 * x] + lower[2 * x + 1];

            out[x] = (uint8_t)((sum + 2) / 4);
        }
    }
    return half;
}

void
pyramid_begin(struct pyramid *pyramid, const struct picture *picture)
{
    *pyramid = (struct pyramid){.count = 1, .levels = {picture}};
}

void
pyramid_clear(struct pyramid *pyramid)
{
    for (int i = 1; i < pyramid->count; i++)
        picture_free((struct picture *)(uintptr_t)pyramid->levels[i]);
    pyramid->count = 0;
}

/* A level, made if it is the next one. */
static const struct picture *
level_at(struct pyramid *pyramid, int level)
{
    if (level == pyramid->count)
        pyramid->levels[pyramid->count++] = half_of(pyramid->levels[level - 1]);
    return pyramid->levels[level];
}

const struct picture *
pyramid_near(struct pyramid *pyramid, uint32_t side)
{
    const struct picture *picture = pyramid->levels[0];

    for (int level = 1; level < PYRAMID_LEVELS; level++) {
        if (MAX(picture->width, picture->height) * UINT64_C(5) <= side * UINT64_C(7) ||
            MIN(picture->width, picture->height) < 2)
            break;
        picture = level_at(pyramid, level);
    }
    return picture;
}

struct picture *
pyramid_fit(struct pyramid *pyramid, uint32_t side)
{
    const struct picture *base = pyramid->levels[0];
    uint32_t longer = MAX(base->width, base->height), fit = MIN(side, longer);
    uint32_t width = (uint32_t)MAX(1, ((uint64_t)base->width * fit + longer / 2) / longer);
    uint32_t height = (uint32_t)MAX(1, ((uint64_t)base->height * fit + longer / 2) / longer);
    int level = 0;

    while (pyramid->levels[level]->width >= 2 * width &&
           pyramid->levels[level]->height >= 2 * height && level + 1 < PYRAMID_LEVELS) {
        level_at(pyramid, level + 1);
        level++;
    }
    return retouch_resize(pyramid->levels[level], width, height);
}
