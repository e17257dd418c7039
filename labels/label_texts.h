#ifndef LABELS_LABEL_TEXTS_H
#define LABELS_LABEL_TEXTS_H

/*
 * The texts of a box label, set into the columns of an arrangement: as large as they can be, then
 * smaller, on two lines, and shortened, line by line what can best be given up first; and the host
 * under the QR code where it stands there.
 */

#include "labels/arrangement.h"
#include "labels/label.h"
#include "labels/layout.h"

#define LABEL_TEXTS_MARGIN 2.0 /* mm along the edge kept free of ink: printers feed that badly */

/* How well a label reads: everything is on it, in type that is no smaller than it may be on one line;
 * in smaller type; some of it shortened; without what a brief label has no room for. */
enum label_texts_quality {
    LABEL_TEXTS_NONE,
    LABEL_TEXTS_SHORTENED,
    LABEL_TEXTS_SMALL,
    LABEL_TEXTS_GOOD,
};

/* Sets them; LABEL_TEXTS_NONE in *quality where there is no room. ERR_REFUSED where code, phone or host
 * can't be had whole. */
MUST_CHECK bool label_texts_set(struct layout *layout, const struct label *label,
                                const struct arrangement *at, const struct fit_measure *measure,
                                enum label_texts_quality *quality, GError **error);

#endif
