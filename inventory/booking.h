#ifndef INVENTORY_BOOKING_H
#define INVENTORY_BOOKING_H

/*
 * Giving, taking and discarding, by the rules (rule.h). One booking is one or more movements in one
 * transaction: a taking that needs two lots is two movements, booked together or not at all.
 */

#include <stdbool.h>
#include <stdint.h>

#include "base/day.h"
#include "base/err.h"
#include "base/id.h"
#include "inventory/ledger.h"
#include "inventory/rule.h"

struct booking {
    struct uuid uid; /* of the booking: again with the same uid books nothing again */
    int64_t now;     /* ms UTC */
    int64_t done_at; /* when it was done; 0: now */
    struct box_id box;
    struct drug_id drug;
    int32_t units;              /* base units */
    struct day expiry;          /* DAY_NONE: not known (giving), any (taking) */
    const char *lot;            /* NULL: not known (giving), any (taking) */
    const char *pack;           /* identity of the very pack, or NULL */
    const char *reason;         /* why it is discarded, or a note; may be NULL */
    const uint8_t *household;   /* from booking_household(), or NULL */
    const struct drug_id *with; /* what the same person takes along: for the ingredient warning */
    size_t with_count;
    int64_t person;
    bool opened;   /* giving: the pack was opened */
    bool exact;    /* taking: only of the expiry and lot named; else they are only taken first */
    bool happened; /* taking: it is done and can't be refused any more, see below */
    bool dry_run;  /* say what would be booked, and book nothing; refusals are not kept either */
};

/* One movement of a booking. */
struct booking_line {
    int64_t seq; /* 0 in a dry run */
    struct day expiry;
    char *lot;
    int32_t units;
    enum movement_kind kind;
};

struct booking_result {
    bool repeated;      /* booked before by this uid: nothing was booked now */
    GPtrArray *lines;   /* struct booking_line *, soonest expiry first */
    GPtrArray *notices; /* char *: sentences a person should read */
    int64_t total;      /* base units of the drug now in the box */
    enum rule refused;  /* which rule said no, where it failed with ERR_REFUSED */
};
void booking_result_clear(struct booking_result *result);

/*
 * A gift. A batch seen before fills in its expiry, and so does a pack seen before: what is known is
 * never blanked. ERR_REFUSED where a rule says no, in words that say which and what to do.
 */
MUST_CHECK bool booking_donate(struct inventory *inventory, const struct booking *booking,
                               struct booking_result *result, GError **error);

/*
 * A taking: of the lot or pack named, else what expires first. Expired and recalled lots can't be
 * taken. ERR_REFUSED likewise.
 *
 * One that happened while its phone had no signal is booked whatever the rules and the ledger say: the
 * medicine is gone. Where the ledger has less than was taken, the rest is booked as found first, and kept
 * as RULE_UNCOVERED among the refusals, so that the box is due for a count (uncovered.h). Undoing the taking leaves what was
 * found.
 */
MUST_CHECK bool booking_take(struct inventory *inventory, const struct booking *booking,
                             struct booking_result *result, GError **error);

/* Throws away, expired and recalled lots too: of the lot named, else what expires first. */
MUST_CHECK bool booking_discard(struct inventory *inventory, const struct booking *booking,
                                struct booking_result *result, GError **error);

/* Undoes movement seq: struct booking gives uid, now, person, reason. The result's first line is of that
 * movement; where it is of a count, others follow (ledger_undo()). */
MUST_CHECK bool booking_undo(struct inventory *inventory, int64_t seq,
                             const struct booking *booking, struct booking_result *result,
                             GError **error);

/* The salted hash by which takings of one household are told; the door number itself is never
 * kept. Width, case and the kind of separators don't matter. ERR_INPUT for an empty one. */
MUST_CHECK bool booking_household(struct inventory *inventory, const char *door,
                                  uint8_t hash[MOVEMENT_HOUSEHOLD_SIZE], GError **error);

#endif
