#ifndef LABELS_ARRANGEMENT_H
#define LABELS_ARRANGEMENT_H

/*
 * Where on a box label the QR code, the texts and the host can go, by the size of the sticker alone:
 * texts right of the QR code and the host under it, on a very wide label in two columns; on a low label
 * the host below the texts, so that the QR code has all of the height; on one about as high as wide all
 * texts below the QR code, or where it is large, what a phone call needs beside it. A small label is
 * brief: it has room for name, code and host only. Which of them serves best is for the texts to
 * show (layout_label.h).
 *
 * The squares are those that were measured to be read from as far as people stand: 31 mm on L7160
 * and L7163, 33 on 60 × 40, 42 on 70 × 50, 70 on 100 × 100.
 */

#include <stdbool.h>

#include "labels/label.h"

#define ARRANGEMENT_HOST_SIZE 2.6  /* mm: of the host's type on a label of the usual size */
#define ARRANGEMENT_HOST_RISE 0.76 /* em */

/* The smallest sticker, mm. */
#define ARRANGEMENT_LEAST_WIDTH 36.0
#define ARRANGEMENT_LEAST_HEIGHT 19.0

#define ARRANGEMENT_COLUMNS 2
#define ARRANGEMENT_MOST 6

struct arrangement_column {
    unsigned lines;               /* which stand in it: 1 << enum label_line */
    double x, width, top, bottom; /* mm; bottom is the last baseline */
    double gap;                   /* between groups, at the least, */
    double line_gap;              /* and between the lines of one, em */
    double scale;                 /* of the type */
    bool centred;
    bool narrow; /* the code takes two lines there */
};

struct arrangement {
    double qr_x, qr_y, side;
    int n; /* columns: of texts, and perhaps one for a phone call */
    struct arrangement_column columns[ARRANGEMENT_COLUMNS];
    bool host_below; /* it stands in no column, but under the QR code */
    bool brief;      /* there is never room for more */
    bool spare;      /* not as others of a sheet are: only where those before it have no room */
};

/* Those of a sticker, the one to be preferred first; returns how many, 0 where it is too small for any. */
int arrangement_list(double width, double height, struct arrangement list[ARRANGEMENT_MOST]);

#endif
