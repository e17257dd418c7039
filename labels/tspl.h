#ifndef LABELS_TSPL_H
#define LABELS_TSPL_H

/*
 * A label in TSPL, the language of TSC printers and of most cheap label printers: the whole label as
 * one BITMAP, in which a bit of 0 prints a dot and one of 1 leaves it white. The gap between labels
 * is left as the printer has measured it. Source: TSPL/TSPL2 Programming Manual, SIZE, CLS, BITMAP.
 */

#include "labels/raster.h"
#include "labels/sink.h"

void tspl_write(const struct raster *raster, struct sink *sink);

#endif
