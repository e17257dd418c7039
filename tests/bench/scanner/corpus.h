#ifndef TESTS_BENCH_SCANNER_CORPUS_H
#define TESTS_BENCH_SCANNER_CORPUS_H

/*
 * Photo-like pictures in classes, each of which is hard in a way of its own, with what a reader
 * should say of them. A class, a seed and a number always give the same picture.
 */

#include <stddef.h>
#include <stdint.h>

#include <glib.h>

#include "scanner/picture.h"

#define CORPUS_CODES 40

struct corpus_shot {
    struct picture *picture;
    char *expected[CORPUS_CODES]; /* texts, separators as 0x1D */
    int count;
};

/* Another camera than the class's, things as large in its picture as in the class's; 0: the same. */
struct corpus_camera {
    int width;   /* pixels, at the class's ratio of width to height */
    int quality; /* of its JPEG, 1 to 100 */
};

size_t corpus_classes(void);
const char *corpus_class(size_t number);

/* The group that a class is part of: "EAN", "Code 128", "QR", "DataMatrix", "several", "none". */
const char *corpus_group(size_t number);

/* Takes the picture; `label` is the PNG file of the label that says that text. */
void corpus_take(size_t number, uint64_t seed, const struct corpus_camera *camera,
                 const char *label, const char *label_text, struct corpus_shot *shot);
void corpus_clear(struct corpus_shot *shot);

#endif
