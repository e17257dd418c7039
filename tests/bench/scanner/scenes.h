#ifndef TESTS_BENCH_SCANNER_SCENES_H
#define TESTS_BENCH_SCANNER_SCENES_H

/*
 * The classes of corpus.h: what lies there and what makes it hard, among them the groups that public
 * sets of real photographs have (bright, close, curved, damaged, high versions, lots, on screens, not
 * as the standard has it, with shadows and spots) and what phones' own software makes of pictures.
 */

#include <stddef.h>

#include "photo.h"

/* Which kinds (thing.h), how many at most and their flaws. Each effect is at its most; what a row
 * leaves out is as usual. */
struct scene {
    const char *group, *name, *kinds, *flaws;
    int items, quality;
    struct photo_shot shot;
};

extern const struct scene scenes[];
extern const size_t scenes_count;

#endif
