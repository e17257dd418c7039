#ifndef SCANNER_RETOUCH_H
#define SCANNER_RETOUCH_H

/* Pictures made from pictures, so that a code may be read in one that wasn't in the other. */

#include "scanner/picture.h"

/* All give a new picture that the caller frees; what they take stays as it is. */

/* Of that size, between pixels by straight lines; no smaller than half, or pixels are left out. */
struct picture *retouch_resize(const struct picture *picture, uint32_t width, uint32_t height);

/* Of that size, larger, by Catmull-Rom curves, which keep edges steep. */
struct picture *retouch_enlarge(const struct picture *picture, uint32_t width, uint32_t height);

/* The part from an upper left to a lower right corner (outside it), clipped; NULL where empty. */
struct picture *retouch_crop(const struct picture *picture, int32_t left, int32_t top,
                             int32_t right, int32_t bottom);

/* Each pixel the mean of a square around it, of odd side. */
struct picture *retouch_blur(const struct picture *picture, int side);

/* Black where darker than the mean of such a square by more than `less`, else white. */
struct picture *retouch_threshold(const struct picture *picture, int side, int less);

/* Light and contrast brought to the same everywhere, a twentieth of the picture's longer side around;
 * what is no more than noise stays faint. */
struct picture *retouch_even(const struct picture *picture);

struct picture *retouch_invert(const struct picture *picture);

#endif
