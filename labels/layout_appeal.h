#ifndef LABELS_LAYOUT_APPEAL_H
#define LABELS_LAYOUT_APPEAL_H

/*
 * A call for gifts, for a notice board: what is short and how badly, what may be given and where, whom
 * to ask. It names kinds of medicine, never boxes or people.
 */

#include <stddef.h>
#include <stdint.h>

#include "base/err.h"
#include "labels/layout.h"

/* All texts are UTF-8 and borrowed. */
struct plea_line {
    const char *kind;  /* "Fever medicine (child)" */
    const char *state; /* "3 boxes have none left" */
};

struct plea {
    const char *place; /* the area in whose name it is */
    const char *day;   /* as people write it */
    const char *phone; /* NULL and "": none */
    int32_t days_left; /* least days before the expiry of a gift */
    const struct plea_line *lines;
    size_t n; /* 0: nothing is short, and the page says thanks */
};

/*
 * Fills an empty layout with the page; the caller clears it, also after a failure. Letters of the list
 * are as large as the page allows, and never smaller than 6 mm: what has no room then is counted in
 * one more line. ERR_REFUSED where the page is smaller than A5 or the phone has no room.
 */
MUST_CHECK bool layout_appeal(const struct plea *plea, double width, double height,
                              const struct fit_measure *measure, struct layout *layout,
                              GError **error);

#endif
