#ifndef LABELS_LAYOUT_H
#define LABELS_LAYOUT_H

/*
 * What stands on one piece of paper, be it a label, a poster, a card or a page to measure a printer
 * by: marks in mm from its top left corner, y downwards. Who draws a layout knows no more of it, and
 * who makes one knows no font and no printer. Frames lie lowest, symbols on them, texts on top; a
 * mark may lie outside the paper's edge, as crop marks do.
 */

#include <stdbool.h>
#include <stddef.h>

#include "base/err.h"
#include "labels/fit.h"

/* A text in one line. */
struct layout_run {
    int line;           /* which of its maker's texts it is, a number of the maker's own */
    const char *what;   /* what messages call that text: "box name"; static */
    double x, baseline; /* of its left end */
    double size;        /* of the type, which is the height of a hanzi */
    double width;
    double rise, fall; /* how far its ink goes above and below the baseline */
    bool bold, white;  /* white on a filled frame */
    bool cut;          /* it was too long and ends with …, */
    char *whole;       /* and this is all of it; else NULL. Both UTF-8 and the layout's own */
    char *text;
};

/* A rectangle, or a line where width or height is 0. */
struct layout_frame {
    double x, y, width, height;
    double round;  /* radius of the corners */
    double stroke; /* thickness of the line, half of it on each side; 0 is filled with black */
    double dash;   /* length of the dashes and of the gaps between; 0 is one line */
    bool white;    /* on a filled frame */
};

/* A square for a QR code and the white around it. */
struct layout_symbol {
    double x, y, side;
    double far_cm; /* the distance to read it from; 0 for the usual one */
    char *text;    /* ASCII, the layout's own */
};

/* All zeros is an empty layout. */
struct layout {
    char *name; /* what messages call it: "Box 7K3-M9QX"; may be NULL */
    double width, height;
    size_t n_runs, n_frames, n_symbols, n_notes;
    struct layout_run *runs;
    struct layout_frame *frames;
    struct layout_symbol *symbols;
    const char **notes; /* what its maker could not do, in words for who prints it; static */
};

/* The mark that was added stays where it is until the next one of its kind. */
struct layout_run *layout_add_run(struct layout *layout, const struct layout_run *run);
void layout_add_frame(struct layout *layout, const struct layout_frame *frame);
void layout_add_symbol(struct layout *layout, const struct layout_symbol *symbol);
void layout_add_note(struct layout *layout, const char *note);

/* Moves all runs of another layout behind those of this one; the other is clear then. */
void layout_take_runs(struct layout *layout, struct layout *other);

/* What messages call it; static or the layout's own. */
const char *layout_name(const struct layout *layout);

void layout_drop_runs(struct layout *layout); /* all of them */
void layout_clear(struct layout *layout);

/*
 * Many layouts for one run of a printer, made one at a time: fills the i-th one, from 0; the caller
 * clears it, also after a failure. ERR_REFUSED with a layout that has its name is of this one alone, and
 * its message goes on behind the name: others of the run may do.
 */
struct layout_source {
    size_t n;
    bool (*make)(const void *with, size_t i, const struct fit_measure *measure,
                 struct layout *layout, GError **error);
    const void *with;
};

#endif
