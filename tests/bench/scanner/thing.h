#ifndef TESTS_BENCH_SCANNER_THING_H
#define TESTS_BENCH_SCANNER_THING_H

/* Things to photograph, with codes whose texts are left to chance. */

#include <stdbool.h>
#include <stdint.h>

#include <glib.h>

#include "photo.h"

/*
 * One thing of a kind: e EAN-13, a the same with an add-on, 8 EAN-8, u UPC-A, t a traceability code and l a lot in Code 128, g
 * GS1-128, q and Q (large) QR, d GS1 DataMatrix, 3 Code 39, 9 Code 93, c Codabar, i ITF-14, x what
 * is no code but looks like one, p a plain carton. `flaws` are words of photo.h, or empty. The
 * thing's texts are the chunk's. What a reader should say of it, separators as 0x1D, is the caller's
 * to free; NULL if nothing.
 */
char *thing_make(char kind, const char *flaws, uint64_t *random, GStringChunk *texts,
                 struct photo_item *item);

#endif
