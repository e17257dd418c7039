#ifndef PHOTO_PRINT_H
#define PHOTO_PRINT_H

/* What is printed, woven or shown without being a code, and may be taken for one. */

#include <stdint.h>

#include <cairo.h>

#define PRINT_NONE (-1)

/* The number of a kind by its word: "stripes" (bars at random), "fence" (the same again and again),
 * "grid", "checks", "text" (a page of small print), "table" (a ledger), "weave", "speckle" (a square
 * of modules at random), "eyes" (the same with a QR code's corners), "blinds" (slats with shades) and
 * "keys" (of a keyboard); PRINT_NONE for others. */
int print_kind(const char *word);

/* Draws it, a module a unit; what is left to chance is the seed's. */
void print_draw(int kind, cairo_t *cairo, double width, double height, uint64_t seed);

#endif
