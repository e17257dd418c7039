#ifndef LABELS_ESCPOS_H
#define LABELS_ESCPOS_H

/*
 * A label in ESC/POS, the language of receipt printers and of the small ones for the pocket: raster
 * graphics (GS v 0) in bands, because such printers keep little, and a form feed, which takes label
 * paper to the next label; it has no command for copies, which are sent one by one. A bit of 1 prints a dot. Source: Epson's ESC/POS command reference.
 */

#include "labels/raster.h"
#include "labels/sink.h"

void escpos_write(const struct raster *raster, int copies, struct sink *sink);

#endif
