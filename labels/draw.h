#ifndef LABELS_DRAW_H
#define LABELS_DRAW_H

/*
 * Layouts become ink: one drawing, in the words of a file or of a printer. PDF and SVG are shapes at
 * true size; a PNG is dots for a screen; the label printers' languages are the whole label in dots of
 * black and white, one label a page.
 *
 * The text of a PDF can be searched and selected. That of an SVG is outlines: an SVG has no fonts of
 * its own, and where it is opened without Noto its hanzi would be others, of other widths, or none.
 */

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/err.h"
#include "labels/fonts.h"
#include "labels/sink.h"
#include "labels/symbol.h"

enum draw_format {
    DRAW_PDF,
    DRAW_SVG,
    DRAW_PNG,
    DRAW_ZPL,    /* Zebra */
    DRAW_TSPL,   /* TSC */
    DRAW_ESCPOS, /* receipt printers */
};
#define DRAW_FORMATS (DRAW_ESCPOS + 1)

const char *draw_name(enum draw_format format); /* "pdf", which is also the end of a file's name */
bool draw_one_page(enum draw_format format);    /* whether a file has one page and no more */
bool draw_in_dots(enum draw_format format);     /* whether it is dots, not shapes */

/* What all pages of a file have in common. */
struct draw_job {
    enum draw_format format;
    double width, height; /* of a page, mm */
    double bleed;         /* what is to be cut off all around it, mm; only a PDF says so */
    double dpi;           /* of the printer or the screen */
    int copies;           /* of each page, of a printer's language; 0 is 1 */
    int64_t moment;       /* ms UTC, the date in a PDF */
    const char *language; /* of the texts: "zh-CN" */
};

struct draw;

/* Fonts and the sink must outlive it. */
struct draw *draw_new(struct fonts *fonts, const struct draw_job *job, struct sink *sink);

/* A layout with its corner at this point of the page, and the symbols made for its squares. */
void draw_layout(struct draw *draw, const struct layout *layout, const struct symbol *symbols,
                 double x, double y);
void draw_end_page(struct draw *draw);

/* Writes the end of the file. ERR_BROKEN where that or anything before it went wrong. */
MUST_CHECK bool draw_finish(struct draw *draw, GError **error);
void draw_free(struct draw *draw); /* at any time */

#endif
