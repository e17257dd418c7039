#ifndef LABELS_PDF_H
#define LABELS_PDF_H

/*
 * Layouts as a PDF at true size (ISO 32000-1). A symbol is a bitmap of one pixel a module, which
 * rasterisers don't thicken as they do with shapes; it lies inside its page, because an object for
 * each would be half of the file. With the same layouts, moment and fonts it has the same bytes.
 */

#include "labels/fonts.h"
#include "labels/sink.h"
#include "labels/symbol.h"

struct pdf;

/* Pages of this size in mm, of which the bleed all around is to be cut off (the TrimBox says where); the
 * moment is ms UTC. Fonts and the sink must outlive it. */
struct pdf *pdf_new(struct fonts *fonts, double width, double height, double bleed, int64_t moment,
                    const char *language, struct sink *sink);
void pdf_layout(struct pdf *pdf, const struct layout *layout, const struct symbol *symbols,
                double x, double y);
void pdf_end_page(struct pdf *pdf);
void pdf_finish(struct pdf *pdf); /* what went wrong is in the sink */
void pdf_free(struct pdf *pdf);   /* at any time */

#endif
