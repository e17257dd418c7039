#ifndef SCANNER_PROFILE_H
#define SCANNER_PROFILE_H

/*
 * A scan line laid through a picture at any angle: its brightness, which is the mean of several
 * lines beside each other, and the edges between dark and light.
 */

#include <stdbool.h>

#include <glib.h>

#include "scanner/picture.h"

#define PROFILE_SHARES 16 /* a sample is so many times a pixel's brightness */
#define PROFILE_BITS 5    /* of an edge's place behind the sample: it is said in … */
#define PROFILE_PARTS 32  /* … parts of a sample */

/* Where a line lies: from a point of the picture on, in a direction of length 1. */
struct profile_line {
    double x, y, dx, dy, length;
    int mean;      /* lines that are averaged, a pixel apart */
    int per_pixel; /* samples */
    double fan; /* radians a pixel by which what is crossed turns along the line; 0 for parallels */
    double square; /* how far along it is crossed at a right angle, where they turn */
};

struct profile_edge {
    int32_t at;
    bool dark; /* what comes behind it */
};

struct profile {
    int count;
    int32_t *samples; /* 0 to 255 PROFILE_SHARES */
    GArray *edges;    /* of struct profile_edge: those of the last profile_find_edges() */
};

struct profile *profile_new(void);
void profile_free(struct profile *profile);

/* Cuts off what lies outside the picture; false where less than 50 pixels are left. */
bool profile_clip(struct profile_line *line, const struct picture *picture);

/* Samples a line that profile_clip() left. */
void profile_sample(struct profile *profile, const struct picture *picture,
                    const struct profile_line *line);

/* The same, its edges made steeper over so many samples, into another profile. */
void profile_sharpen(const struct profile *from, int reach, struct profile *to);

/*
 * How often the samples go up and down again by more than a part of their own range, of which a
 * twentieth on either end is left out: what bars do and noise doesn't.
 */
int profile_count_swings(const struct profile *profile, double part);

/*
 * Edges: where the line crosses its own mean over `window` samples, having left it by more than
 * `least` in units of the samples on both sides.
 */
void profile_find_edges(struct profile *profile, int window, int least);

#endif
