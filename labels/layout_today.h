#ifndef LABELS_LAYOUT_TODAY_H
#define LABELS_LAYOUT_TODAY_H

/*
 * What is in a box today, for the wall beside it: medicines by type, for grown-ups and for children.
 * It says how much of nothing and nobody's name.
 */

#include <stddef.h>

#include "base/err.h"
#include "labels/layout.h"

/* All texts are UTF-8 and borrowed. */
struct today_type {
    const char *name;             /* "Fever" */
    const char *const *medicines; /* "Paracetamol tablets · grown-ups"; ends with NULL */
};

struct today {
    const char *place;   /* the box's name, or the area's, */
    bool boxes;          /* whose boxes these are: more than one */
    const char *day;     /* as people write it */
    const char *host;    /* in words under the QR code; NULL: none */
    const char *address; /* what the QR code opens; NULL: no QR code */
    const struct today_type *types;
    size_t n;
};

/*
 * Fills an empty layout with the page; the caller clears it, also after a failure. Letters are as
 * large as the page allows, and never smaller than 5 mm: what has no room then is counted in the last
 * line. ERR_REFUSED where the page is smaller than A5.
 */
MUST_CHECK bool layout_today(const struct today *today, double width, double height,
                             const struct fit_measure *measure, struct layout *layout,
                             GError **error);

#endif
