#ifndef LABELS_LAYOUT_H
#define LABELS_LAYOUT_H

/*
 * Where everything stands on one label, in mm from its top left corner. Pure: texts and a measuring
 * function in, positions out. Left the QR code with the host in words under it, so that a foreign
 * sticker is noticed; right, from the top, what a person looks for: name, community and grid,
 * building and place, the code in large type, the rules, the phone.
 *
 * Hanzi are never smaller than 2.5 mm. A text that is too long gets smaller, then two lines, then
 * it is shortened, which is a finding. Code, phone and host are never shortened, since a part of
 * them is worth nothing.
 */

#include <stdbool.h>

#include "base/err.h"
#include "labels/fit.h"
#include "labels/label.h"

#define LAYOUT_MARGIN 2.0 /* mm along the edge kept free of ink: printers feed that badly */
#define LAYOUT_RUNS 13    /* two lines of each but code and host, which have one */

struct layout_run {
    enum label_line line;
    double x, baseline; /* of its left end */
    double size;        /* type size, which is the height of a hanzi */
    double width;
    bool bold;
    char *text; /* UTF-8, one line */
};

struct layout {
    double width, height;
    double qr_x, qr_y, qr_side; /* the square for the symbol and the white around it */
    int n;
    struct layout_run runs[LAYOUT_RUNS];
    unsigned cut; /* bit 1u << line: shortened */
};

/*
 * Fills the layout of a label that label_check() agrees with, on a sticker of this size. The caller
 * clears it, also after a failure. ERR_REFUSED where the sticker is too small, or where code,
 * phone or host can't be had whole; the message names the box and the line.
 */
MUST_CHECK bool layout_label(const struct label *label, double width, double height,
                             const struct fit_measure *measure, struct layout *layout,
                             GError **error);
void layout_clear(struct layout *layout);

/* How far the ink of a run goes above and below its baseline, mm. */
double layout_rise(const struct layout_run *run);
double layout_fall(const struct layout_run *run);

#endif
