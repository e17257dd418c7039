#ifndef SCANNER_PICTURE_PART_H
#define SCANNER_PICTURE_PART_H

/* What the readers of single formats share: they are rows of the table in picture.c. */

#include "scanner/picture.h"

/* As picture_load(), for bytes that begin with the format's signature. */
typedef struct picture *picture_reader(const uint8_t *data, size_t size, int64_t pixels,
                                       GPtrArray *findings, GError **error);

picture_reader picture_jpeg_load, picture_png_load, picture_webp_load, picture_heif_load,
    picture_pnm_load;

/* Loads the library of one that comes seldom; whether the system has it. */
bool picture_heif_ready(void);

/*
 * Judges a picture of which that many rows came: half of it and more is used, with a finding, and
 * the rest is made gray; less is ERR_INPUT, as of picture_part_damaged().
 */
MUST_CHECK bool picture_part_use(struct picture *picture, uint32_t rows, const char *format,
                                 GPtrArray *findings, GError **error);

/* ERR_INPUT for a file of that format whose beginning can't be understood. */
bool picture_part_damaged(const char *format, GError **error);

/* ERR_INPUT for a file that takes more memory than there is. */
bool picture_part_too_dear(GError **error);

/* The finding of a picture that came whole, but not unharmed. */
void picture_part_harmed(GPtrArray *findings);

/* The finding of a file with several pictures, of which the first is read. */
void picture_part_moves(GPtrArray *findings);

/* Lays n pixels over white: alpha 255 leaves them as they are. */
void picture_part_over_white(uint8_t *luma, const uint8_t *alpha, size_t n);

/* Brings n pixels of video range, 16 to 235 (ITU-R BT.601), to 0 to 255. */
void picture_part_full_range(uint8_t *luma, size_t n);

/* How bright red, green and blue are together (ITU-R BT.601). */
static inline uint8_t
picture_part_luma(unsigned red, unsigned green, unsigned blue)
{
    return (uint8_t)((red * 77 + green * 150 + blue * 29) >> 8);
}

#endif
