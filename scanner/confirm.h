#ifndef SCANNER_CONFIRM_H
#define SCANNER_CONFIRM_H

/* Second opinions: what one engine has read is looked at by other means. */

#include <glib.h>

#include "scanner/effort.h"
#include "scanner/profile.h"
#include "scanner/sighting.h"

/*
 * Compares retail codes of the list that nobody has compared, in a picture of which a pixel is
 * `scale` of the whole one's, with their bars where their outlines say that they are.
 */
void confirm_retail(const struct picture *picture, double scale, struct effort *effort,
                    GPtrArray *symbols);

/*
 * Asks ZXing about a Code 128 that isn't all digits, on the line from which libzbar read it: libzbar
 * doesn't know FNC4 (ISO/IEC 15417, 4.3.4.2), which makes other letters of those that follow. What
 * ZXing reads instead is added, and the sighting refuted; it has at most three tries.
 */
void confirm_letters(const struct profile *profile, struct effort *effort,
                     struct sighting *sighting, GPtrArray *symbols);

#endif
