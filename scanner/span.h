#ifndef SCANNER_SPAN_H
#define SCANNER_SPAN_H

/* From where to where a code reaches on a line, of which libzbar tells only that it has just read it. */

#include <stdbool.h>

#include <glib.h>

#include "scanner/profile.h"

/* What is known of a symbology's length. */
struct span_form {
    guint elements;  /* bars and spaces from end to end; 0 where that varies, as in Code 128 */
    int32_t modules; /* their width; 0 likewise */
    bool margins;    /* white is wanted on both sides: a part of another code looks like it */
};

/*
 * The first edge of a code and its last, in a line's edges (struct profile_edge), when it was told
 * at the edge `last`. Of a code whose length is known there may be fewer elements left: it was put
 * together from more than this line.
 */
void span_find(const GArray *edges, const struct span_form *form, guint last, guint *start,
               guint *end);

/*
 * Whether the elements can be those of one code: none is much wider than four modules. libzbar puts
 * the halves of an EAN together wherever they lie, so that the left one of a pack and the right one
 * of another give a code that neither has: a white margin lies between them. Half an EAN-13 misread
 * gives UPC-E, of which libzbar looks at one margin only: both must be there.
 */
bool span_is_sound(const GArray *edges, const struct span_form *form, guint start, guint end);

/* The first element between two edges that is too wide for such a code, as its edge; or the end. */
guint span_gap(const GArray *edges, const struct span_form *form, guint start, guint end);

#endif
