#ifndef LABELS_LAYOUT_RULER_H
#define LABELS_LAYOUT_RULER_H

/*
 * A page to measure a printer by. Four long marks stand where they are said to stand, if the printer
 * is right; a ruler says where they really are. What is measured gives shift and scale.
 */

#include "base/err.h"
#include "labels/layout.h"
#include "labels/sheet.h"

/* Where the marks are, mm from the left and from the top edge of the page: near one and far one. */
struct ruler_marks {
    double left, right, top, bottom;
};
struct ruler_marks layout_ruler_marks(double page_width, double page_height);

/*
 * What corrects a printer on whose page the marks were measured at these distances. ERR_INPUT where
 * that can't be: a page off by more than a tenth of its length, or by more than 30 mm.
 */
MUST_CHECK bool layout_ruler_tune(double page_width, double page_height,
                                  const struct ruler_marks *measured, struct sheet_tune *tune,
                                  GError **error);

/* Fills the page; printer is its name, for the command that is said on it. ERR_REFUSED where the page
 * is under 60 × 30 mm. The caller clears the layout, also after a failure. */
MUST_CHECK bool layout_ruler(const char *printer, double page_width, double page_height,
                             const struct fit_measure *measure, struct layout *layout,
                             GError **error);

#endif
