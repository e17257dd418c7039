#ifndef LABELS_PAINT_H
#define LABELS_PAINT_H

/* Layouts painted by cairo, for pictures and for SVG. */

#include "labels/fonts.h"
#include "labels/symbol.h"

struct _cairo;

/* On a context that counts in mm from the page's corner: a layout whose corner is here. */
void paint_layout(struct _cairo *cairo, struct fonts *fonts, const struct layout *layout,
                  const struct symbol *symbols, double x, double y);

#endif
