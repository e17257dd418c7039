#ifndef LABELS_LAYOUT_TODAY_H
#define LABELS_LAYOUT_TODAY_H

/*
 * What is in a box today, for the wall beside it, by type, or in the boxes of an area, by box and type: medicines
 * for grown-ups and for children, and QR codes that open the pages of the boxes. It says how much of
 * nothing and nobody's name.
 */

#include <stddef.h>

#include "base/err.h"
#include "labels/layout.h"

/* All texts are UTF-8 and borrowed. */
struct today_type {
    const char *box;              /* of an area: in which box, above its first type; else NULL */
    const char *name;             /* "Fever" */
    const char *const *medicines; /* "Paracetamol tablets · grown-ups"; ends with NULL */
};

/* A box that can be looked at by phone. */
struct today_box {
    const char *name;
    const char *address; /* what its QR code opens */
};

#define TODAY_BOXES 4 /* as many have room for a QR code */

struct today {
    const char *place; /* the box's name, or the area's, */
    bool boxes;        /* whose boxes these are: more than one */
    const char *day;   /* as people write it */
    const char *host;  /* in words; NULL: none */
    const struct today_type *types;
    size_t n;
    const struct today_box *qr; /* TODAY_BOXES at the most */
    size_t n_qr;
    size_t page, pages; /* which of how many it is, from 1 */
};

/*
 * Fills an empty layout with the page; the caller clears it, also after a failure. Letters are as
 * large as the page allows, in two columns where that makes them larger (a long name has both), and never smaller than 5 mm:
 * what has no room then is counted in the last line, and told in a note. ERR_REFUSED where the page is smaller than A5.
 */
MUST_CHECK bool layout_today(const struct today *today, double width, double height,
                             const struct fit_measure *measure, struct layout *layout,
                             GError **error);

#endif
