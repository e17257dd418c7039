#ifndef LABELS_ZPL_H
#define LABELS_ZPL_H

/*
 * A label in ZPL II, the language of Zebra printers and those that speak like them: the whole label
 * as one graphic (^GFA), deflated and in base64 (:Z64:) with its CRC. Text goes as dots too, because
 * the fonts that such printers have are not known, and hanzi least of all.
 * Copies are
 * the printer's work (^PQ). Source: ZPL II Programming Guide, ^GF, ^PQ and "ZB64 Encoding and Compression".
 */

#include "labels/raster.h"
#include "labels/sink.h"

void zpl_write(const struct raster *raster, int copies, struct sink *sink);

#endif
