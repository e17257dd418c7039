#ifndef INVENTORY_COUNTED_H
#define INVENTORY_COUNTED_H

/*
 * What was counted when. A count sees what was done before it, booked or not; what is booked later but
 * was done before must not change what the count found (ledger.h settles that). Each count is kept, line
 * by line, so that one that is taken back leaves what the one before it found.
 *
 * Two things may be of one moment: then the one that was booked first was done first.
 */

#include <stdint.h>

#include "base/day.h"
#include "base/err.h"
#include "inventory/ledger.h"

/* Lots that were counted together. */
struct counted_scope {
    struct drug_id drug; /* {0}: the whole box */
    struct day expiry;   /* DAY_NONE: any */
    const char *lot;     /* NULL: any */
};

/* The moment at which a count done at *at is kept: as no two counts of a box are of one moment, up to
 * a few ms later. */
MUST_CHECK bool counted_moment(struct inventory *inventory, struct box_id box, int64_t *at,
                               GError **error);

/* A count of a box. */
struct counted {
    struct box_id box;
    int64_t at;             /* from counted_moment() */
    int64_t seq;            /* of the last movement before it */
    const struct uuid *uid; /* made by the client for the whole of it; borrowed; NULL: not known */
};

/* Notes that a count told the sum of these lots. */
MUST_CHECK bool counted_note(struct inventory *inventory, const struct counted *count,
                             const struct counted_scope *scope, GError **error);

/* Notes that it left nothing out that the ledger had in the box; rest: and that what it did not speak
 * of was not there, whether the ledger knew it or not. */
MUST_CHECK bool counted_note_box(struct inventory *inventory, const struct counted *count,
                                 bool rest, GError **error);

/* A count that was kept, as its client told it. */
struct counted_before {
    struct counted count; /* box {0}: the id belongs to no count */
    int64_t lines; /* noted by counted_note(); this and rest mean nothing where no uid is kept */
    bool rest;
};

/* The count under a uid, which it borrows. One of an older medbox, which kept no uid, is found where it
 * booked a difference under it; its own count.uid is NULL then. */
MUST_CHECK bool counted_find(struct inventory *inventory, const struct uuid *uid,
                             struct counted_before *before, bool *found, GError **error);

/* Whether the count under count->uid told the sum of just these lots. */
MUST_CHECK bool counted_told(struct inventory *inventory, const struct counted *count,
                             const struct counted_scope *scope, bool *told, GError **error);

/* The first count that saw what a movement changed in its lot: one that is of a later moment than its
 * done_at, or of the same and booked after seq. *at is 0 where there is none. */
MUST_CHECK bool counted_next(struct inventory *inventory, const struct movement *movement,
                             int64_t seq, int64_t *at, GError **error);

/* Whether any lots of a drug in a box were counted after a moment. */
MUST_CHECK bool counted_since(struct inventory *inventory, struct box_id box, struct drug_id drug,
                              int64_t moment, bool *counted, GError **error);

/* If a movement books what a count found: *parts are the numbers of all such (int64_t) that are not
 * undone, of the lots that the count told the sum of; those that put something into the box when they
 * are undone come first. The count of these lots is taken back. Else *parts is NULL. */
MUST_CHECK bool counted_take_back(struct inventory *inventory, const struct movement *movement,
                                  GArray **parts, GError **error);

#endif
