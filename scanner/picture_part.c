#include "scanner/picture_part.h"

#include <string.h>

#include "base/words.h"
#include "scanner/finding.h"

#define MISSING 128 /* gray: no edge of a code is as pale */

bool
picture_part_damaged(const char *format, GError **error)
{
    return err_set(error, ERR_INPUT, _("The %s picture is damaged or incomplete: send it again."),
                   format);
}

bool
picture_part_too_dear(GError **error)
{
    return err_set(error, ERR_INPUT,
                   _("The picture needs too much memory: make it smaller, or send it as JPEG."));
}

void
picture_part_harmed(GPtrArray *findings)
{
    finding_add(findings, FINDING_PICTURE, 0,
                _("The picture is damaged in places: a code there may be missing."));
}

bool
picture_part_use(struct picture *picture, uint32_t rows, const char *format, GPtrArray *findings,
                 GError **error)
{
    size_t width = picture->width;

    if (rows >= picture->height)
        return true;
    if (rows == 0 || rows < picture->height / 2)
        return picture_part_damaged(format, error);
    memset(picture->luma + width * rows, MISSING, width * (picture->height - rows));
    finding_add(findings, FINDING_PICTURE, 0,
                _("The picture breaks off: a part of it is missing or coarse."));
    return true;
}

void
picture_part_moves(GPtrArray *findings)
{
    finding_add(findings, FINDING_PICTURE, 0,
                _("The picture moves: only the first of its pictures was read."));
}

void
picture_part_over_white(uint8_t *luma, const uint8_t *alpha, size_t n)
{
    for (size_t i = 0; i < n; i++)
        luma[i] = (uint8_t)((luma[i] * alpha[i] + 255 * (255 - alpha[i]) + 127) / 255);
}

void
picture_part_full_range(uint8_t *luma, size_t n)
{
    uint8_t table[256];

    for (int i = 0; i < 256; i++)
        table[i] = (uint8_t)CLAMP(((i - 16) * 255 + 109) / 219, 0, 255);
    for (size_t i = 0; i < n; i++)
        luma[i] = table[luma[i]];
}
