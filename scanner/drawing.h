#ifndef SCANNER_DRAWING_H
#define SCANNER_DRAWING_H

/*
 * A retail code drawn anew along a line, as a camera sees it (GS1 General Specifications 22, 5.2:
 * the widths of EAN-13, UPC-A and EAN-8): its bars a little wider or narrower than they should be,
 * as ink and exposure make them all alike, and blurred.
 */

#include <stdbool.h>
#include <stdint.h>

#define DRAWING_PER_MODULE 4 /* samples */
#define DRAWING_MODULES 95   /* the most that a code has */
#define DRAWING_SAMPLES (DRAWING_MODULES * DRAWING_PER_MODULE)
#define DRAWING_REACH 32 /* samples of the widest blur */
#define DRAWING_BLUR 0.6f
#define DRAWING_SPREAD_MOST 0.5f

/* A code's elements and modules, and which of them lie where. */
struct drawing_form {
    int digits;                    /* drawn ones: without the first of an EAN-13 */
    int elements, modules, centre; /* the first of the five elements in the middle */
};

extern const struct drawing_form drawing_ean13, drawing_ean8;

struct drawing {
    const struct drawing_form *form;
    char digits[14];
    uint8_t modules[DRAWING_MODULES]; /* 1 is a bar */
    float blur, spread;               /* a bell's sigma, and what bars are wider by, in modules */
    float light[DRAWING_SAMPLES];     /* 0 to 1 */
    /* Its own: */
    int reach;
    float share[2 * DRAWING_REACH + 1];
    float ink[DRAWING_SAMPLES + 2 * DRAWING_REACH];
};

/* An unblurred one of 13 digits or 8. */
void drawing_begin(struct drawing *drawing, const char *digits);

/* All of it again, with other digits of as many, or another blur and spread. */
void drawing_digits(struct drawing *drawing, const char *digits);
void drawing_lens(struct drawing *drawing, float blur, float spread);

/* The modules of a digit: kind 0 left, 1 left turned about, 2 right. */
void drawing_bits(int digit, int kind, uint8_t bits[7]);

/* Where the i-th drawn digit begins, in modules. */
int drawing_start(const struct drawing_form *form, int i);

/* Puts seven modules there; `light` is left as it was, and drawing_at() tells of them. */
void drawing_put(struct drawing *drawing, int start, const uint8_t bits[7]);

/* A sample; outside it is white. */
float drawing_at(const struct drawing *drawing, int at);

#endif
