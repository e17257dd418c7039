#ifndef PHOTO_CARD_H
#define PHOTO_CARD_H

/* The flat face of one thing, measured in modules: narrow bars of its code. */

#include <cairo.h>
#include <glib.h>

#include "photo.h"
#include "print.h"

struct card {
    const struct photo_item *item;
    struct zint_symbol *symbol; /* NULL for labels and plain cartons */
    cairo_surface_t *label;     /* NULL for cartons */
    int print;                  /* of print.h, or PRINT_NONE */
    unsigned flaws;             /* bits of flaw.h */
    double width, height;       /* in modules */
    unsigned look;              /* which colours */
};

/* False and an error where a code can't be made or a label not be read. */
bool card_open(struct card *card, const struct photo_item *item, unsigned look, GError **error);
void card_close(struct card *card);

/* Draws it, its upper left corner at the origin, a module a unit. */
void card_draw(const struct card *card, cairo_t *cairo);

#endif
