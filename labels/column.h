#ifndef LABELS_COLUMN_H
#define LABELS_COLUMN_H

/*
 * A column of texts one below the other, for posters and cards: each as large as wished where it fits,
 * then smaller, then on two lines, then shortened (fit.h). A column draws into a layout, or only
 * measures how far down it would come.
 */

#include <stdbool.h>

#include "labels/layout.h"

enum column_side {
    COLUMN_LEFT,
    COLUMN_CENTRE,
    COLUMN_RIGHT,
};

/* How a text is set: sizes in mm, as in struct fit_wish. */
struct column_style {
    double size, floor, least;
    int lines;
    bool bold, white;
    bool words;  /* not to be broken inside a word, */
    bool phones; /* nor at all */
    enum column_side side;
};

struct column {
    struct layout *layout; /* NULL: nothing is drawn */
    const struct fit_measure *measure;
    double x, width;
    double y; /* where the next text's ink may begin; below the last one's when it is set */
};

/*
 * Sets a text and moves y below its ink; NULL and "" set nothing. `what` is what messages call it,
 * static; false where it had to be shortened.
 */
bool column_text(struct column *column, const char *what, const char *text,
                 const struct column_style *style);

/* The same with white above it where there is a text. */
bool column_next(struct column *column, double gap, const char *what, const char *text,
                 const struct column_style *style);

#endif
