#ifndef LABELS_SHEET_H
#define LABELS_SHEET_H

/*
 * Sheets of stickers: where on the page each one lies. All lengths are mm, measured from the top
 * left corner of the page; stickers are counted from 0, row by row.
 */

#include <stdbool.h>
#include <stddef.h>

#include "base/err.h"

struct sheet {
    const char *name;
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

/* All sheets that are known; static. */
const struct sheet *sheet_list(size_t *n);

/* By name in any case; ERR_MISSING, with the names there are, where it is not known. Static. */
MUST_CHECK const struct sheet *sheet_find(const char *name, GError **error);

size_t sheet_stickers(const struct sheet *sheet); /* on one page */
size_t sheet_pages(const struct sheet *sheet, size_t labels);
struct sheet_place sheet_place(const struct sheet *sheet, size_t i);

#endif
