#ifndef INVENTORY_LEDGER_H
#define INVENTORY_LEDGER_H

/*
 * The ledger: every unit that came into a box or left one. It only grows; what a box holds is what
 * its movements add up to, and a mistake is undone by a movement that runs the other way.
 *
 * Posting keeps in the same transaction everything that follows from the movement (stock.h), so the
 * two can't part. Nothing here knows the rules of giving and taking: those are in booking.h.
 */

#include <stdbool.h>
#include <stdint.h>

#include "base/day.h"
#include "base/err.h"
#include "base/id.h"
#include "inventory/box.h"
#include "inventory/drug.h"

/* The numbers are those of movement_kind in the schema. */
enum movement_kind {
    MOVEMENT_DONATE = 1,
    MOVEMENT_TAKE,     /* the only consumption */
    MOVEMENT_SEND,     /* to another box */
    MOVEMENT_RECEIVE,  /* from another box */
    MOVEMENT_FOUND,    /* a count found more */
    MOVEMENT_LOST,     /* a count found less */
    MOVEMENT_DISCARD,  /* expired, damaged, recalled */
    MOVEMENT_UNDO_OUT, /* puts back what a movement took out */
    MOVEMENT_UNDO_IN,  /* takes out what a movement put in */
};
#define MOVEMENT_KINDS 9
#define MOVEMENT_HOUSEHOLD_SIZE 32

struct movement {
    struct uuid uid; /* made by the client: posting it twice books it once */
    int64_t seq;     /* its number in the district; 0 until posted */
    int64_t at;      /* when it was booked, ms UTC */
    int64_t done_at; /* when it was done; 0 on posting: at */
    enum movement_kind kind;
    struct box_id box;
    struct drug_id drug;
    struct day expiry;        /* the last good day, or DAY_NEVER */
    const char *lot;          /* "" where not known */
    int32_t units;            /* 1 to LIMIT_UNITS; the kind says the direction */
    int64_t reverses;         /* seq of the movement that it undoes, or 0 */
    const char *pack;         /* identity of the very pack, or NULL */
    const uint8_t *household; /* MOVEMENT_HOUSEHOLD_SIZE bytes, or NULL */
    int64_t person, transfer; /* 0: none */
    int64_t counted_at;       /* set on posting: the next count, that saw this already; 0: none */
    int64_t total;            /* likewise: units of the drug in the box after it */
    const char *reason;       /* NULL or "": none */
    const uint8_t *hash;      /* CHAIN_SIZE bytes (chain.h) of one that was read; else NULL */
};

/* 1 into the box, -1 out of it. */
int movement_direction(enum movement_kind kind);

/* "donate", as kept in the schema, and -1 or the kind of such a word; the word people read. */
const char *movement_kind_key(enum movement_kind kind);
int movement_kind_parse(const char *key);
const char *movement_kind_word(enum movement_kind kind);

/* A transaction in which movements are posted: one write to the disk for all of them. The pairs
 * nest like db_begin() and db_end(), and end as those do: an inner one may be dropped alone. */
MUST_CHECK bool ledger_begin(struct inventory *inventory, GError **error);
bool ledger_end(struct inventory *inventory, bool ok, GError **error);

/*
 * Posts a movement of a box and a drug that exist, with its lot in normal form (lot.h), inside
 * ledger_begin(), and sets its seq and done_at. *repeated says that this very movement had been
 * posted before: nothing is booked, seq is that of the first time.
 *
 * What was done before a count of that lot, drug or box but is posted after it (counted_at) is
 * settled by a second movement, as of the count, that runs the other way: what the count found stays.
 * That movement belongs to the count, and is undone with it. So what a box holds is what its last count
 * found, and what was done since, in whatever order all of it was posted and undone.
 *
 * ERR_REFUSED where the box has less of that lot than would leave it, or the uid belongs to another
 * movement. After any failure the pair is to be dropped.
 */
MUST_CHECK bool ledger_post(struct inventory *inventory, struct movement *movement, bool *repeated,
                            GError **error);

/* The number of the movement of that uid, or 0. */
MUST_CHECK bool ledger_find(struct inventory *inventory, const struct uuid *uid, int64_t *seq,
                            GError **error);

/* The number of the first movement booked under any id from low to high, byte by byte, or 0; after: of
 * those with a greater number. */
MUST_CHECK bool ledger_find_between(struct inventory *inventory, const struct uuid *low,
                                    const struct uuid *high, int64_t after, int64_t *seq,
                                    GError **error);

/*
 * Posts the opposite of movement seq, inside ledger_begin(); uid, at, person and reason come from
 * undo, and the rest of it is filled in. What was counted since stays as counted, as above. Of what a
 * count found, one movement is undone with all others of the lots whose sum it told (of a lot, or of a
 * medicine), under the ids that follow from uid (uuid_nth()). ERR_MISSING for no such movement;
 * ERR_REFUSED for one that is undone already, is itself an undo, whose units have left the box since,
 * or that would put something into a box out of service.
 */
MUST_CHECK bool ledger_undo(struct inventory *inventory, int64_t seq, struct movement *undo,
                            bool *repeated, GError **error);

/* Which movements to read; zero fields don't narrow it. */
struct ledger_filter {
    struct box_id box;
    struct drug_id drug;
    int64_t after_seq;  /* only those with a greater seq */
    int64_t before_seq; /* only those with a smaller seq; 0: up to the end */
    int64_t last;       /* only the last so many */
};

/* Reads movements in the order of their seq and hands each to row; the movement is borrowed for the
 * call. undone_by is the seq of the movement that undoes it, or 0. Ends early when row returns
 * false. */
typedef bool ledger_row(const struct movement *movement, int64_t undone_by, void *data);
MUST_CHECK bool ledger_list(struct inventory *inventory, const struct ledger_filter *filter,
                            ledger_row *row, void *data, GError **error);

/* How many movements the ledger has. */
MUST_CHECK bool ledger_count(struct inventory *inventory, int64_t *count, GError **error);

#endif
