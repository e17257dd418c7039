#ifndef SCANNER_PICTURE_H
#define SCANNER_PICTURE_H

/*
 * A picture as its brightness, which is all that a barcode needs: 8 bits a pixel, upright. Files
 * are told by their first bytes and never by their name:
 *
 *   JPEG        ITU-T T.81: baseline, progressive, gray, colour, CMYK
 *   PNG         W3C PNG, third edition: every colour type, depth and interlacing
 *   WebP        RFC 9649: lossy, lossless; the first picture of an animation
 *   HEIC, AVIF  ISO/IEC 23008-12, what iPhones send
 *   PGM, PPM    Netpbm P2, P3, P5, P6, of 8 and 16 bits
 */

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include <glib.h>

#include "base/err.h"

struct picture {
    uint32_t width, height; /* at least 1 */
    uint8_t *luma;          /* width * height bytes in rows from the top, 0 black; owned */
};

/*
 * Reads a file held in memory, at most `pixels` large (LIMIT_PIXELS, or less where memory is
 * scarce), which is checked, as LIMIT_FILE is, before anything of that size is allocated. A
 * photo's EXIF orientation, or what a HEIC file says of its own, is applied. Transparent places
 * become white. A JPEG of more than 25 million pixels is read at half its width and height, where
 * no camera shows more.
 *
 * A file that breaks off late, or has damaged places, is read as far as it goes and gives a
 * finding; what is missing is gray. ERR_INPUT where the file is none of these (the message names
 * the format where it is known), is too large, or is damaged beyond use. The caller frees the
 * picture by picture_free().
 */
MUST_CHECK struct picture *picture_load(GBytes *file, int64_t pixels, GPtrArray *findings,
                                        GError **error);

/* A picture of that size, its pixels unset. */
struct picture *picture_new(uint32_t width, uint32_t height);

/* NULL is taken. */
void picture_free(struct picture *picture);

/*
 * Turns and mirrors a picture that was stored with an EXIF orientation of 1 to 8 into the one to
 * be shown (Exif 2.32, 4.6.4, tag 0x0112): takes it over and gives the upright one.
 */
struct picture *picture_upright(struct picture *picture, int orientation);

/* ERR_INPUT in words where a size is 0 or has more than that many pixels. */
MUST_CHECK bool picture_fits(int64_t width, int64_t height, int64_t pixels, GError **error);

/* The level of light that so many hundredths of a picture stay below. */
int picture_level_at(const struct picture *picture, int hundredths);

#endif
