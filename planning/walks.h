#ifndef PLANNING_WALKS_H
#define PLANNING_WALKS_H

/*
 * Who carries what, in which order: transfers shared out to volunteers as walks (inventory/walk.h), each
 * a short round (allocator/round.h) of stops at boxes, with what is to be taken along and put in
 * at each. The order follows from what is still to be done, so a walk that is half done is the rest of
 * it.
 */

#include "allocator/round.h"
#include "inventory/names.h"
#include "inventory/transfer.h"
#include "inventory/walk.h"

/* Something at a stop. */
struct walks_task {
    const struct transfer *transfer; /* of the walk */
    bool puts;                       /* into this box; else it is taken along */
    int32_t units;
};

/* A box that is gone to; perhaps twice in a walk. */
struct walks_stop {
    struct box_id box;
    GArray *tasks; /* struct walks_task: what is put in first */
};

/* What can't be carried of a transfer, and is at no stop. */
struct walks_loss {
    int64_t transfer;
    struct box_id from; /* its box, */
    struct drug_id drug;
    int32_t units;
    bool gone; /* where it is not any more; else it expired or was recalled, there or on the way */
    bool all;  /* nothing of the transfer is left to do */
};

struct walks_walk {
    struct walk *walk;    /* its id is 0 until it is made */
    GPtrArray *transfers; /* struct transfer *: all of it, done or not */
    GArray *lost;         /* struct walks_loss, by transfer */
    GArray *stops;        /* struct walks_stop: what is still to be done, in order */
    double minutes;       /* of that, as far as it can be told */
    double metres; /* on the road, as plans measure it; stretches that they can't are not in it */
    int32_t bag;   /* packs that are carried at a time, at most */
};
void walks_walk_free(struct walks_walk *walk);

/* Who there is to carry. */
struct walks_people {
    char **names;   /* NULL-terminated, or NULL */
    int32_t number; /* where there are no names: how many */
    /* Of each of the names: the area in which they can book. They are given only what goes from a box in it
     * to another in it; what nobody reaches is in no walk. NULL: all reach everything. */
    const struct area_id *areas;
};

/* ERR_INPUT where two of them are called the same. */
MUST_CHECK bool walks_check_people(const struct walks_people *people, GError **error);

/* All of these read what is left to be done at a moment, now (ms UTC). */

/* Shares transfers (struct transfer *, which stay the caller's and are copied) out as walks that are not
 * kept: struct walks_walk *, only those with something to do, to be freed with g_ptr_array_unref().
 * Errors of walks_check_people(). */
MUST_CHECK bool walks_share(struct inventory *inventory, const struct names *names,
                            const GPtrArray *transfers, const struct walks_people *people,
                            int64_t now, GPtrArray **walks, GError **error);

/* Shares the open transfers out of boxes of an area ({0}: all) that nobody has begun to carry and that are
 * in no walk yet, and keeps the walks; with again, those are taken out of theirs, too. What is begun
 * stays with whom it is. ERR_REFUSED where there is nothing to share out, and where nobody reaches any
 * of it. */
MUST_CHECK bool walks_make(struct inventory *inventory, const struct names *names,
                           struct area_id area, const struct walks_people *people, bool again,
                           int64_t now, GPtrArray **walks, GError **error);

/* Those that were made: with something still to do, or all; and one. Of what nobody was given to, or
 * only in part, walks_rest() tells. */
MUST_CHECK bool walks_list(struct inventory *inventory, const struct names *names, bool closed_too,
                           int64_t now, GPtrArray **walks, GError **error);
MUST_CHECK bool walks_read(struct inventory *inventory, const struct names *names, int64_t id,
                           int64_t now, struct walks_walk **walk, GError **error);

/* How many open transfers belong to no walk, of those that nobody has begun to carry. */
MUST_CHECK bool walks_rest(struct inventory *inventory, int64_t *count, GError **error);

/* How many of a walk's transfers are done, and how many cancelled. */
guint walks_done(const struct walks_walk *walk);
guint walks_cancelled(const struct walks_walk *walk);

#endif
