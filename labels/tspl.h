#ifndef LABELS_TSPL_H
#define LABELS_TSPL_H

/*
 * A label in TSPL, the language of TSC printers and of most cheap label printers: the whole label as
 * one BITMAP, in which a bit of 0 prints a dot and one of 1 leaves it white. GAP says that
 * this is paper with gaps, which a printer that was last used for endless paper does not know. Source:
 * TSPL/TSPL2 Programming Manual, SIZE, GAP, CLS, BITMAP, PRINT.
 */

#include "labels/raster.h"
#include "labels/sink.h"

void tspl_write(const struct raster *raster, int copies, struct sink *sink);

#endif
