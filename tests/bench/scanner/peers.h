#ifndef TESTS_BENCH_SCANNER_PEERS_H
#define TESTS_BENCH_SCANNER_PEERS_H

/*
 * Readers, each as its own program runs it by default, on the same gray pixels. Debian's ZXing-C++ 1.4
 * finds no DataMatrix in a whole picture that shows more than the code, as its ZXingReader doesn't;
 * real.py has a current one beside it.
 */

#include <stddef.h>

#include <glib.h>

#include "scanner/picture.h"

struct peer {
    const char *name;
    const char *group; /* the only one whose pictures it is shown; NULL for all */
    /* Adds each text that it reads, as GBytes; *doubtful counts what it isn't sure of. */
    void (*read)(const struct picture *picture, GPtrArray *texts, int *doubtful);
};

extern const struct peer peers[];
extern const size_t peers_count;

#endif
