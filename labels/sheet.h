#ifndef LABELS_SHEET_H
#define LABELS_SHEET_H

/*
 * Sheets of stickers: where on the page each one lies. All lengths are mm, measured from the top
 * left corner of the page; stickers are counted from 0, row by row.
 *
 * Names are those that makers sell sheets under; other makers' sheets say which of them they are
 * like. The figures are the makers' own (side margin, pitch, size of the label).
 */

#include <stdbool.h>
#include <stddef.h>

#include "base/err.h"

struct sheet {
    const char *name; /* borrowed; "" for one that was only described */
    double page_width, page_height;
    double x0, y0; /* the first sticker's corner */
    double dx, dy; /* from one sticker to the next: its size and the gap */
    int columns, rows;
    double width, height, round; /* of one sticker; round is the radius of its corners */
};

struct sheet_place {
    size_t page; /* from 0 */
    double x, y; /* the sticker's corner */
};

/* All sheets that are known by name; static. */
const struct sheet *sheet_list(size_t *n);

/* By name in any case; ERR_MISSING, with the names there are, where it is not known. Static. */
MUST_CHECK const struct sheet *sheet_find(const char *name, GError **error);

/*
 * Reads a description of a sheet:
 *
 *     [PAGE] COLUMNSxROWS WIDTHxHEIGHT [at X,Y] [pitch DX,DY] [round R]
 *     WIDTHxHEIGHT                     one sticker, of which the page is the roll: 60x40
 *
 * PAGE is A4 (where it is left out), A5, Letter or WIDTHxHEIGHT. Without "pitch" there are no gaps;
 * without "at" the stickers lie in the middle of the page. A size may be written as people do, “60 × 40
 * mm” or “60mm*40mm”. ERR_INPUT for what can't be read, for pages of more than 2 m, and where the stickers don't fit the page or lie on each other.
 */
MUST_CHECK bool sheet_parse(const char *text, struct sheet *sheet, GError **error);

/* A description with x for × and *, without blanks around it and without units: "60x40"; any other text
 * as it is. g_free(). */
char *sheet_plain(const char *text);

/* The description in its long form, which sheet_parse() reads back to 0.01 mm; g_free(). */
char *sheet_format(const struct sheet *sheet);

/* What a printer does to a page, turned around: each place is multiplied, then shifted. */
struct sheet_tune {
    double x, y;             /* mm to the right and down */
    double scale_x, scale_y; /* 1: as it is */
};

/* The sheet with its stickers where the printer has to be told that they are. Sizes of stickers stay:
 * a label is set as it is, only at another place. */
struct sheet sheet_tuned(const struct sheet *sheet, const struct sheet_tune *tune);

/*
 * Whether labels that are moved so can be of use. ERR_INPUT, with the edge and by how many mm, where
 * they would reach farther beyond the page than the white that they have along their edges, or where
 * more than half of one would be printed beside its sticker. In *notice (g_free(), else NULL) what is
 * to be known before it is printed: that they reach beyond the page by less, or are moved farther than
 * printers usually need. With an outline something is lost as soon as they reach beyond.
 */
MUST_CHECK bool sheet_check_tune(const struct sheet *sheet, const struct sheet_tune *tune,
                                 bool outline, char **notice, GError **error);

size_t sheet_stickers(const struct sheet *sheet); /* on one page */
size_t sheet_pages(const struct sheet *sheet, size_t labels);
struct sheet_place sheet_place(const struct sheet *sheet, size_t i);

#endif
