#ifndef LABELS_LAYOUT_STRIPS_H
#define LABELS_LAYOUT_STRIPS_H

/*
 * Strips along the lower edge of a box label: squares to tick, one for each month, and under them a
 * strip to tear off with the code and the name, which goes into the list of who looks after the box.
 */

#include "labels/label.h"
#include "labels/layout.h"

/* What they take of a label's height, mm; 0 where it has none. */
double layout_strips_height(const struct label *label);

/* Adds those that the label has to a layout of its size, the first at y. */
void layout_strips(struct layout *layout, const struct label *label, double y,
                   const struct fit_measure *measure);

#endif
