#ifndef LABELS_LAYOUT_WALK_H
#define LABELS_LAYOUT_WALK_H

/*
 * A volunteer's walking list: stop by stop which box, where it is and whom to call, what to put in
 * and what to take along, with squares to tick. Beside each stop stands the QR code of its box, and on
 * the first page the command that tells a hand scanner which walk it is. Behind the stops stands what
 * can't be carried any more. As many pages as it needs.
 */

#include <stdbool.h>
#include <stddef.h>

#include "base/err.h"
#include "labels/layout.h"

/* All texts are UTF-8 and borrowed; NULL and "" mean that there is none. */
struct walk_task {
    bool puts;            /* into this box; else it is taken along */
    const char *medicine; /* "Paracetamol tablets 0.5 g" */
    const char *lot;      /* "use by 2027-03-31, batch A1" */
    const char *amount;   /* "2 packs and 6 tablets" */
};

struct walk_stop {
    const char *name, *place, *phone;
    const char *code;    /* as it is printed on the box: "7K3-M9QX" */
    const char *address; /* what its QR code opens: ASCII */
    const struct walk_task *tasks;
    size_t n;
};

struct walk_list {
    const char *title;   /* "Walk 3 · Li" */
    const char *day;     /* as people write it */
    const char *summary; /* "5 stops, about 40 minutes, 2.3 km" */
    const char *command; /* for a hand scanner: ASCII */
    const struct walk_stop *stops;
    size_t n;
    const char *const *left_out; /* "Paracetamol tablets 2 packs (lobby): not there any more" */
    size_t left_out_n;
};

/* How many pages of this size, in mm, a list takes; 0 for a page smaller than A5. */
size_t layout_walk_pages(const struct walk_list *list, double width, double height);

/* Fills an empty layout with page number i, from 0; the caller clears it, also after a failure.
 * ERR_REFUSED where the page is smaller than A5. */
MUST_CHECK bool layout_walk(const struct walk_list *list, size_t i, double width, double height,
                            const struct fit_measure *measure, struct layout *layout,
                            GError **error);

#endif
