#ifndef LABELS_FIT_H
#define LABELS_FIT_H

/*
 * One text into one narrow column: as large as it can be, then smaller, then on two lines and more,
 * then shortened with a mark. Nothing here knows a font: the caller hands in a function that measures.
 */

#include <stdbool.h>

/* Widths of a text set in one line, in em: 1 is the type size, the width of one hanzi. */
struct fit_measure {
    double (*width)(void *with, const char *text, bool bold);
    void *with;
};

struct fit_wish {
    double width; /* of the column, mm */
    double size;  /* of the type, mm: what is wanted, */
    double floor; /* what one line may shrink to before the text takes two, */
    double least; /* and what is still read by old eyes */
    int lines;    /* at the most, up to FIT_LINES */
    bool bold;
    bool address; /* a host name or a code: its first line ends before a dot or after a hyphen */
    bool words;   /* it is small rather than broken inside a word */
    bool phones;  /* it is small rather than broken; of two each has a line, and the slash goes */
};

#define FIT_LINES 4

struct fit {
    double size;            /* mm, in steps of 0.1 */
    int n;                  /* lines */
    char *lines[FIT_LINES]; /* UTF-8, freed by fit_clear() */
    bool cut;               /* the text was too long; the last line ends with … */
};

/* Fills fit with a text that has at least one character. */
void fit_text(const char *text, const struct fit_wish *wish, const struct fit_measure *measure,
              struct fit *fit);
void fit_clear(struct fit *fit);

#endif
