#ifndef LABELS_DRAW_H
#define LABELS_DRAW_H

/*
 * Layouts become ink: PDF pages at true size, or a picture of one of them. The symbol is drawn as a
 * bitmap of one pixel a module, which rasterisers don't thicken as they do with shapes; type is
 * embedded as subset fonts, so the text of a PDF can be searched and copied.
 *
 * Type is Noto Sans CJK SC; for a character that it lacks, any installed font that has it.
 */

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/err.h"
#include "labels/layout.h"
#include "labels/symbol.h"

struct draw_fonts;
struct draw_pdf;

/* Takes bytes in order; false stops the drawing. */
struct draw_sink {
    bool (*write)(void *to, const void *bytes, size_t n);
    void *to;
};

/* ERR_MISSING, with the Debian package to install, where the font is not there. One thread's. */
MUST_CHECK struct draw_fonts *draw_fonts_open(GError **error);
void draw_fonts_close(struct draw_fonts *fonts);

/* Whether any installed font has a picture for the character. */
bool draw_fonts_have(struct draw_fonts *fonts, gunichar character);

/* The measure for layouts; it borrows the fonts. */
struct fit_measure draw_fonts_measure(struct draw_fonts *fonts);

/*
 * A PDF with pages of this size in mm. The moment (ms UTC) is written into it as its date; with the
 * same labels, moment and fonts it has the same bytes. Fonts and the sink must outlive it.
 */
struct draw_pdf *draw_pdf_new(struct draw_fonts *fonts, double page_width, double page_height,
                              int64_t moment, const struct draw_sink *sink);

/* A layout with its corner at this point of the page, and the symbols made for its squares. */
void draw_pdf_layout(struct draw_pdf *pdf, const struct layout *layout,
                     const struct symbol *symbols, double x, double y);
void draw_pdf_end_page(struct draw_pdf *pdf);

/* Writes the end of the file. ERR_BROKEN where that or anything before it went wrong. */
MUST_CHECK bool draw_pdf_finish(struct draw_pdf *pdf, GError **error);
void draw_pdf_free(struct draw_pdf *pdf); /* at any time */

/* One layout as a PNG picture with this many dots an inch; ERR_BROKEN where it can't be written. */
MUST_CHECK bool draw_png(struct draw_fonts *fonts, const struct layout *layout,
                         const struct symbol *symbols, double dpi, const struct draw_sink *sink,
                         GError **error);

#endif
