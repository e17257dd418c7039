#ifndef LABELS_ARRANGEMENT_H
#define LABELS_ARRANGEMENT_H

/*
 * Where on a box label the QR code, the texts and the host go, by the size of the sticker alone: texts
 * right of the QR code and the host under it; on a low label the host below the texts, so that the QR
 * code has all of the height; on one about as high as wide all texts below the QR code. A small label
 * is brief: it has room for name, code and host only.
 */

#include <stdbool.h>

#define ARRANGEMENT_HOST_SIZE 2.6  /* mm: of the host's type on a label of the usual size */
#define ARRANGEMENT_HOST_RISE 0.76 /* em */

/* The smallest sticker, mm. */
#define ARRANGEMENT_LEAST_WIDTH 36.0
#define ARRANGEMENT_LEAST_HEIGHT 19.0

struct arrangement_column {
    double x, width, top, bottom; /* mm; bottom is the last baseline */
    double gap;                   /* between groups, at the least, */
    double line_gap;              /* and between the lines of one, em */
    double scale;                 /* of the type */
    bool centred;
};

struct arrangement {
    double qr_x, qr_y, side;
    struct arrangement_column column;
    bool host_inside; /* the host is the column's last line */
    bool brief;
};

/* False where the sticker is too small for any label. */
bool arrangement_of(double width, double height, struct arrangement *at);

#endif
