#ifndef INVENTORY_CARRY_H
#define INVENTORY_CARRY_H

/*
 * Carrying transfers pack by pack: somebody stands at a box with a pack that was scanned, and the
 * open transfers say whether it comes out of this box or goes into it, and which of them it is for.
 * Each step is a movement of its transfer (transfer.h), so that it is seen how far each has come.
 */

#include <stdbool.h>
#include <stdint.h>

#include "base/day.h"
#include "base/err.h"
#include "base/id.h"
#include "inventory/box.h"
#include "inventory/drug.h"

struct carry {
    struct uuid uid; /* again with the same uid books nothing again */
    int64_t now;     /* ms UTC */
    int64_t person;
    int64_t walk;      /* only transfers of this walk (walk.h); 0: any that is open */
    struct box_id box; /* where it is */
    struct drug_id drug;
    int32_t units;      /* of all that was scanned */
    int32_t pack_units; /* of one pack: the last may be broken for less */
    struct day expiry;  /* as scanned, DAY_NONE: not told */
    const char *lot;    /* likewise, NULL */
    const char *pack;   /* identity of the very pack, or NULL */
    const int32_t
        *most;    /* base units of it that may come out of the box; NULL: all that is there */
    bool dry_run; /* say what would be booked, and book nothing */
};

/* One movement. */
struct carry_line {
    int64_t seq; /* 0 in a dry run */
    int64_t transfer;
    struct box_id other; /* where it goes, or came from */
    struct day expiry;
    char *lot;
    int32_t units;
};

struct carry_result {
    bool repeated;    /* booked before by this uid: nothing was booked now */
    bool puts;        /* into this box; else out of it */
    GPtrArray *lines; /* struct carry_line * */
    int64_t left;     /* base units of it that are still to come out of this box, or go into it, */
    int64_t stays;    /* and that are to come out too, but may not (carry.most) */
    int64_t total;    /* base units of it now in the box */
};
void carry_result_clear(struct carry_result *result);

/*
 * Books it: into this box where some of it is on the way here, else out of it. ERR_REFUSED where no
 * transfer has to do with it here, none of it is on the way yet, it is more than is wanted or may come
 * out by a pack or more, or the box has not so much that may go; the words say which, and what to do. Clear the result
 * also after a failure.
 */
MUST_CHECK bool carry_post(struct inventory *inventory, const struct carry *carry,
                           struct carry_result *result, GError **error);

#endif
