#ifndef SCANNER_TRACE_H
#define SCANNER_TRACE_H

/*
 * A line of a picture laid along a retail code, and the code drawn anew beside it: how much they are
 * alike, and by which lens most.
 */

#include <stdbool.h>

#include "scanner/drawing.h"
#include "scanner/profile.h"

#define TRACE_PARTS 5 /* of a line, in each of which light and contrast may be its own */

struct trace {
    struct drawing drawing;
    float line[DRAWING_SAMPLES]; /* the picture's, lighter is more */
};

/*
 * Draws the digits, 13 or 8, and finds where on a line they are most alike, as retail_compare() says
 * of edges, light and last; false where no code can stand there.
 */
bool trace_begin(struct trace *trace, const struct profile *edges, const struct profile *light,
                 int last, const char *digits);

/* Samples of the drawing, and so of the line. */
int trace_samples(const struct trace *trace);

/* The correlation of line and drawing, with light and contrast taken apart in so many parts. */
float trace_likeness(const struct trace *trace, int parts);

/* Finds the blur of the line, and by how much its bars are all too wide or too narrow; draws so. Gives
 * the likeness that this has. */
float trace_find_lens(struct trace *trace, int parts);

/* Brings the line to the drawing's light and contrast, part by part; false where one is reversed. */
bool trace_even_light(struct trace *trace);

#endif
