#ifndef SCANNER_SQUARE_H
#define SCANNER_SQUARE_H

/*
 * Codes of squares, QR and DataMatrix: libzbar's QR reader, ZXing-C++ where it finds nothing, and
 * ZXing once more on what a grid laid over a QR code makes of it.
 * ZXing reads linear codes too; those are one more reading among the lines', compared as they are.
 */

#include <stdbool.h>

#include <glib.h>

#include "base/err.h"
#include "scanner/effort.h"
#include "scanner/picture.h"

/* Where a picture lies in the whole one: its upper left corner there, and its pixels' size. */
struct square_view {
    const struct picture *picture;
    double left, top, scale;
};

/* Loads libzbar, before all below; ERR_BROKEN where it is missing. */
MUST_CHECK bool square_ready(GError **error);

/* Adds what libzbar's QR reader finds, as sighting_add() does. */
void square_read_qr(const struct square_view *view, GPtrArray *symbols);

/* Adds what ZXing finds of QR and DataMatrix. */
void square_read_any(const struct square_view *view, GPtrArray *symbols);

/* Adds a linear code that ZXing finds. */
void square_read_linear(const struct square_view *view, GPtrArray *symbols);

/* Adds QR codes of a crop by their grids (grid.h); whether there is one, read or not. */
bool square_read_grid(const struct square_view *view, struct effort *effort, GPtrArray *symbols);

#endif
