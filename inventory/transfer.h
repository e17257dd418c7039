#ifndef INVENTORY_TRANSFER_H
#define INVENTORY_TRANSFER_H

/*
 * Medicine that is to go from one box to another. A plan proposes; the secretary accepts; somebody
 * takes it out of the one box (it is carried: its units are in no box, but on the way, and seen so)
 * and puts it into the other (it is done). Out and in are movements of the ledger, so nothing is
 * lost on the way: what was carried is either received, or brought back.
 *
 *   proposed -> accepted -> carried -> done
 *        \_________\___________\____-> cancelled
 *
 * It may be carried in parts, pack by pack (carry.h): how far it has come is what its movements add up
 * to, and an undone movement takes it back.
 */

#include <stdbool.h>
#include <stdint.h>

#include "base/day.h"
#include "base/err.h"
#include "base/id.h"
#include "inventory/box.h"
#include "inventory/drug.h"

enum transfer_state {
    TRANSFER_PROPOSED,
    TRANSFER_ACCEPTED,
    TRANSFER_CARRIED,
    TRANSFER_DONE,
    TRANSFER_CANCELLED,
};

struct transfer {
    int64_t id; /* its number in the district; 0 until proposed */
    struct box_id from, to;
    struct drug_id drug;
    struct day expiry; /* of the batch that is to go, DAY_NONE: any */
    char *lot;
    int32_t units;    /* base units; of one that is done: what arrived */
    int32_t sent;     /* of these: taken out of the one box and not brought back, */
    int32_t received; /* and put into the other; what lies between is on the way */
    enum transfer_state state;
    int64_t proposed_at, changed_at; /* ms UTC */
    int64_t person;                  /* who changed it last; 0: not known */
    int64_t walk;                    /* the walk that it is a part of (walk.h); 0: none */
    char *figures; /* why it was proposed, in numbers (allocator/dispatch.h); "": not kept */
    char *reason;  /* in words, of one from before there were figures; "": none */
};
void transfer_free(struct transfer *transfer); /* takes NULL */
struct transfer *transfer_copy(const struct transfer *transfer);

/* Neither done nor cancelled. */
bool transfer_is_open(const struct transfer *transfer);

/* "carried", as kept in the schema, and the word people read. */
const char *transfer_state_key(enum transfer_state state);
const char *transfer_state_word(enum transfer_state state);

/* Puts new proposals (struct transfer *; their ids are filled in) in the place of those out of boxes of
 * an area ({0}: all) that nobody has accepted yet, which are cancelled. ERR_MISSING for an unknown box
 * or drug; ERR_REFUSED where some of those are in walks, unless again says that they go too. */
MUST_CHECK bool transfer_propose(struct inventory *inventory, struct area_id area, bool again,
                                 GPtrArray *transfers, int64_t now, GError **error);

/* struct transfer *, by number: those still open, or all. */
MUST_CHECK bool transfer_list(struct inventory *inventory, bool closed_too, GPtrArray **transfers,
                              GError **error);
/* The same of those that a filter leaves. */
struct transfer_filter {
    int64_t walk;      /* only those of this walk (walk.h); 0: of all and none */
    struct box_id box; /* only those out of it or into it; {0}: any */
    bool closed_too;
};
MUST_CHECK bool transfer_find(struct inventory *inventory, const struct transfer_filter *filter,
                              GPtrArray **transfers, GError **error);
MUST_CHECK bool transfer_by_id(struct inventory *inventory, int64_t id, struct transfer **transfer,
                               GError **error);

/* Who does something to a transfer, and when; uid is that of the movements, see booking.h. */
struct transfer_step {
    struct uuid uid;
    int64_t now;
    int64_t person;
    int32_t most; /* transfer_carry(): base units taken out at most; 0: all that is there */
};

/* Steps. Each fills transfer with how it stands then (free with transfer_free()). ERR_MISSING for no
 * such transfer; ERR_REFUSED where its state doesn't allow the step, in words that say what does. */
MUST_CHECK bool transfer_accept(struct inventory *inventory, int64_t id,
                                const struct transfer_step *step, struct transfer **transfer,
                                GError **error);

/* Sets the amount of one that nobody has begun to carry, in base units, and what its figures are now; uid
 * is not used. ERR_INPUT for an amount that is none. */
MUST_CHECK bool transfer_change(struct inventory *inventory, int64_t id, int32_t units,
                                const char *figures, const struct transfer_step *step,
                                struct transfer **transfer, GError **error);

/* Takes it out of its box, accepted or just proposed, or what is still missing of one that is carried in
 * part: the batch it names as far as it is there, then others, soonest expiry first; nothing expired
 * or recalled. Where there is less by now, what there is, and its units say so. ERR_REFUSED where
 * there is nothing. */
MUST_CHECK bool transfer_carry(struct inventory *inventory, int64_t id,
                               const struct transfer_step *step, struct transfer **transfer,
                               GError **error);

/* Puts what is on the way into the box it is meant for. Done is it with the last of it. What expired
 * or was recalled on the way stays on the way; ERR_REFUSED, with what to do, where that is all. */
MUST_CHECK bool transfer_deliver(struct inventory *inventory, int64_t id,
                                 const struct transfer_step *step, struct transfer **transfer,
                                 GError **error);

/* What is still to be done of one at a moment (ms UTC), in base units: to be taken out, to be put in; and
 * what can't, as it expired or was recalled, in its box or on the way, or is not in the box any more,
 * where others take so many (promised) of the medicine out of the box before. */
struct transfer_left {
    int32_t take, put, spoiled, gone;
};
MUST_CHECK bool transfer_left(struct inventory *inventory, const struct transfer *transfer,
                              int64_t now, int64_t promised, struct transfer_left *left,
                              GError **error);

/* Ends it; what is on the way goes back into the box it came from. Where some has arrived, it is done
 * with that. */
MUST_CHECK bool transfer_cancel(struct inventory *inventory, int64_t id,
                                const struct transfer_step *step, struct transfer **transfer,
                                GError **error);

#endif
