#ifndef CLI_SCAN_H
#define CLI_SCAN_H

/*
 * A scan under way, by photos (scan_photo.h) or with a hand scanner or a camera (scan_session.h):
 * the box it is at, and what becomes of each code. Every booking is told as soon as it is kept. A
 * code that can't be booked is told and does not stop the others; scan_end() then fails with the
 * gravest reason.
 */

#include "base/err.h"
#include "cli/face.h"
#include "inventory/booking.h"
#include "inventory/box.h"
#include "inventory/count.h"
#include "inventory/drug.h"
#include "inventory/resolve.h"
#include "scanner/session.h"

struct scan {
    struct face *face;
    struct box *box; /* NULL: none yet */
    int64_t walk;    /* with SESSION_CARRY: only transfers of this walk; 0: any */
    const uint8_t *household;
    uint8_t household_hash[MOVEMENT_HOUSEHOLD_SIZE];
    struct rows *rows;    /* what was booked and looked up, for --json */
    struct rows *refused; /* codes that were not, and why, likewise */
    const char *text;     /* of the code in hand, borrowed; NULL: none */
    GPtrArray *booked;    /* of struct scan_booked, for undo */
    guint sitting;        /* the first of them since scan_go() */
    int counted;          /* packs of the count under way, or just booked, in the box it is at */
    bool live;     /* with a hand scanner or a camera: each answer says what there is so far */
    GArray *taken; /* of struct drug_id: what goes to one person */
    GError *worst;
    int problems, codes;
    const char *hint; /* N_(): how to tell an expiry date here */
};

/* What packs were scanned for. */
enum scan_way {
    SCAN_IN,
    SCAN_OUT,
    SCAN_COUNTED,
    SCAN_WAYS,
};

/* A booking of this scan: the id of its first movement, and the numbers of all. */
struct scan_booked {
    struct uuid uid;
    GArray *numbers; /* int64_t */
    enum scan_way way;
    int32_t packs; /* 0 where a count was booked: they are in the scan's `counted` */
};

/* What one code stands for. */
struct scan_item {
    const struct code *code;
    struct resolved resolved;
    struct day expiry; /* as told beside the code, or DAY_NONE; the code itself goes before it */
    const char *lot;   /* likewise; NULL: not told */
    int32_t packs;
    struct uuid uid; /* of the booking */
};

/* Reads --box and --household. Clear with scan_clear(), also after a failure. */
MUST_CHECK bool scan_start(struct face *face, struct scan *scan, GError **error);
void scan_clear(struct scan *scan);

/* Goes to another box, and takes it over; NULL: to none. What was taken so far goes to somebody
 * else. */
void scan_go(struct scan *scan, struct box *box);

/* The box of a label. NULL, told and noted, where it is not of this inventory: an unknown code, or the
 * address of a service that is none of those set as label.host. False where the database failed. */
MUST_CHECK bool scan_label(struct scan *scan, const struct code *code, struct box **box,
                           GError **error);

/* Whether the box is still what it was: a backup that was restored meanwhile may not have it. Told and
 * noted, and the box is left, where it is not; what is text of the code that came. */
MUST_CHECK bool scan_is_here(struct scan *scan, const char *what, bool *here, GError **error);

/*
 * Books or looks up an item as the mode says (all but SESSION_COUNT) and tells of it. False only where going on makes no sense: the database failed. What a rule refuses is told and
 * noted; *booked (may be NULL) says whether anything was booked.
 */
MUST_CHECK bool scan_item(struct scan *scan, enum session_mode mode, const struct scan_item *item,
                          bool *booked, GError **error);

/* Notes numbers of movements (int64_t, taken over) under the id of the first, for scan_undo(). */
void scan_keep(struct scan *scan, struct uuid uid, GArray *numbers, enum scan_way way,
               int32_t packs);

/* Tells what a count came to, and keeps it, under the count's id, for scan_undo(). */
MUST_CHECK bool scan_counted(struct scan *scan, const struct uuid *uid,
                             const struct count_result *result, GError **error);

/* Takes back the last booking of this scan that was not yet taken back. */
MUST_CHECK bool scan_undo(struct scan *scan, GError **error);

/* Whether a failure concerns one code only: it is told, noted and cleared; others are left. */
bool scan_excuse(struct scan *scan, GError **error);

/* Notes what can't be booked, and tells why. */
void scan_problem(struct scan *scan, enum err kind, const char *format, ...) G_GNUC_PRINTF(3, 4);

/* The end of it: the list of bookings, and ERR_… of the gravest problem if there was any. */
bool scan_end(struct scan *scan, GError **error);

#endif
