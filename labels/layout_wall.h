#ifndef LABELS_LAYOUT_WALL_H
#define LABELS_LAYOUT_WALL_H

/* What pages for the wall have in common: margins and type by the size of the page, and the black band
 * with a name in white along the upper edge. */

#include "base/err.h"
#include "labels/column.h"
#include "labels/layout.h"

#define WALL_TYPE 9.0 /* mm: the least height of hanzi that somebody has to read from afar */

/* Everything in mm on this very page. */
struct wall {
    struct layout *layout;
    const struct fit_measure *measure;
    double margin, gap, round;
    double heading; /* height of the band with the name */
    double tag;     /* width of the headings of sections */
    double type;    /* of the lines */
};

/* ERR_REFUSED for a page smaller than A5. */
MUST_CHECK bool wall_check(double width, double height, GError **error);

/* The figures for a layout whose size is known. */
struct wall wall_page(struct layout *layout, const struct fit_measure *measure);

/* A black area. */
void wall_fill(struct layout *layout, double x, double y, double width, double height,
               double round);

/* A text in the middle of a height; false where it had to be shortened. */
bool wall_middle(const struct wall *page, double x, double y, double width, double height,
                 const char *what, const char *text, const struct column_style *style);

/* The band with a name, and below it where that is (NULL: nowhere). Returns where they end, and the
 * gap below them. */
double wall_heading(const struct wall *page, const char *what, const char *name, const char *where);

#endif
