#ifndef LABELS_LAYOUT_POSTER_H
#define LABELS_LAYOUT_POSTER_H

/*
 * The poster for a box's door: what may be given, what not, how to take, whom to call. The QR code is
 * to be read in passing: 88 mm on A5, 120 mm on A4, less only where the texts need its room. Hanzi that
 * somebody has to read are 9 mm high and more on A4, and on a smaller page in proportion.
 */

#include <stddef.h>

#include "base/err.h"
#include "labels/label.h"
#include "labels/layout.h"

#define POSTER_SECTIONS 3

/* A heading and lines below it, all borrowed; lines end with NULL. */
struct poster_section {
    const char *heading;
    const char *const *lines;
};

struct poster {
    const struct label *label; /* box, place, code, phone and host */
    struct poster_section sections[POSTER_SECTIONS];
    bool inspect; /* with a square to stamp for each month along the lower edge */
};

/*
 * Fills an empty layout with the poster on a page of this size. The caller clears it, also after a
 * failure. ERR_INPUT where label_check() turns the label down. ERR_REFUSED where the page is smaller
 * than A5, where the texts are too many for letters of that size, and where code or phone can't be had
 * whole.
 */
MUST_CHECK bool layout_poster(const struct poster *poster, double width, double height,
                              const struct fit_measure *measure, struct layout *layout,
                              GError **error);

#endif
