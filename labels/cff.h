#ifndef LABELS_CFF_H
#define LABELS_CFF_H

/* What has to be known of a CFF font program before it goes into a PDF (Adobe Technical Note 5176). */

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/*
 * Whether the font names its glyphs by numbers (CIDs) that are the glyphs' own, as those of the Noto
 * CJK fonts are: then a subset may leave the others out, and be a tenth of the size. False for any
 * other table, also a damaged one.
 */
bool cff_names_are_numbers(const uint8_t *table, size_t n, unsigned glyphs);

#endif
