#ifndef LABELS_PNG_PAGE_H
#define LABELS_PNG_PAGE_H

/* A page as a grey PNG picture that knows its true size. */

#include "labels/raster.h"
#include "labels/sink.h"

void png_page_write(const struct raster *raster, struct sink *sink);

#endif
