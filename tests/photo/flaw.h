#ifndef PHOTO_FLAW_H
#define PHOTO_FLAW_H

/* What can be the matter with a code on a thing: the words behind its kind (photo.h). */

#include <stdbool.h>
#include <stdint.h>

#include <cairo.h>
#include <glib.h>

enum flaw {
    FLAW_LIGHT = 1 << 0,
    FLAW_CROWDED = 1 << 1,
    FLAW_TORN = 1 << 2,
    FLAW_MISPRINTED = 1 << 3,
    FLAW_TIGHT = 1 << 4,
    FLAW_SCUFFED = 1 << 5,
    FLAW_COVERED = 1 << 6,
    FLAW_HALF = 1 << 7,
    FLAW_STAMPED = 1 << 8,
    FLAW_WRITTEN = 1 << 9,
    FLAW_FAT = 1 << 10,
    FLAW_THIN = 1 << 11,
    FLAW_BLOTTED = 1 << 12,
    FLAW_BARE = 1 << 13,
    FLAW_DOTTED = 1 << 14,
    FLAW_LOGO = 1 << 15,
    FLAW_PALE = 1 << 16,
    FLAW_MIRRORED = 1 << 17,
    FLAW_PATCHED = 1 << 18,
    FLAW_FOIL = 1 << 19,
    FLAW_EYED = 1 << 20,
    FLAW_ALONE = 1 << 21,
};

/* Adds the flaws that words name; false and an error for one that is none. */
bool flaw_read(char *const *words, unsigned *flaws, GError **error);

/* A code as it lies on a face, in modules, and what is left to chance about it. */
struct flaw_code {
    double x, y, wide, high;
    bool square;
    unsigned flaws;
    uint64_t chance;
};

/* The paper's shade and the ink's, each from black to white. */
struct flaw_shades {
    double paper[3], ink[3];
};

struct flaw_shades flaw_shades(const struct flaw_code *code);

/* How much wider bars are than they should be, in modules; below 0: narrower. */
double flaw_growth(const struct flaw_code *code);

/* What lies beneath a code, on its panel: foil instead of paper. */
void flaw_draw_beneath(const struct flaw_code *code, cairo_t *cairo, double x, double y,
                       double wide, double high);

/* What lies beside it and over it. */
void flaw_draw_over(const struct flaw_code *code, cairo_t *cairo);

#endif
