#ifndef LABELS_LAYOUT_CODES_H
#define LABELS_LAYOUT_CODES_H

/*
 * The page of command codes (scanner/command.h), from which a hand scanner without a keyboard is
 * driven. They stand far apart, so that a sweep does not read the neighbour.
 */

#include "base/err.h"
#include "labels/layout.h"

/* Fills an empty layout with the page; the caller clears it, also after a failure. ERR_REFUSED where
 * it is smaller than A5. */
MUST_CHECK bool layout_codes(double width, double height, const struct fit_measure *measure,
                             struct layout *layout, GError **error);

#endif
