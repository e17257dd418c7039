#ifndef CLI_ORDER_H
#define CLI_ORDER_H

/*
 * What a command line orders to be booked or counted: a box, a medicine by name, number or code,
 * and an amount. A code also tells what its pack says: expiry, batch, the very pack.
 */

#include "cli/face.h"
#include "inventory/booking.h"
#include "inventory/box.h"
#include "inventory/drug.h"
#include "scanner/code.h"

struct order {
    struct box *box;
    struct drug *drug;
    int32_t pack_units; /* base units in the pack meant: of the code, else the usual one */
    struct day expiry;  /* DAY_NONE: not told */
    char *lot, *pack;   /* NULL: not told */
    struct day said;    /* the expiry in the code itself, or DAY_NONE */
    bool lot_said;      /* the lot is from the code itself */
};

/* The box that the first argument names. Where it names none and the second does, they are swapped:
 * ERR_INPUT that says how it is meant. */
MUST_CHECK bool order_box(struct face *face, struct box **box, GError **error);

/* ERR_INPUT that offers the command with its two arguments swapped; what says why. False always. */
bool order_swapped(struct face *face, const char *what, GError **error);

/* Reads BOX and DRUG from the first two arguments, and --expiry and --lot, which may fill in what a
 * code leaves open but not contradict it: ERR_INPUT. ERR_MISSING for a code that nobody taught yet, which is kept. Clear with order_clear(),
 * also after a failure. */
MUST_CHECK bool order_read(struct face *face, struct order *order, GError **error);
void order_clear(struct order *order);

/* Says that --expiry counts for nothing where the medicine does not expire. */
void order_tell_undated(struct face *face, const struct drug *drug);

/* The amount in base units, from --packs or --units; otherwise (0: none) where neither is given.
 * ERR_INPUT for both, and for more than LIMIT_UNITS. */
MUST_CHECK bool order_units(struct face *face, const struct order *order, int32_t otherwise,
                            int32_t *units, GError **error);

/* Fills a booking from the order and --reason, --at, --uid, --dry-run, --packs and --units; without
 * an amount it is one pack. It borrows from the order. */
MUST_CHECK bool order_booking(struct face *face, const struct order *order, struct booking *booking,
                              GError **error);

/* --uid, else a fresh one. */
MUST_CHECK bool order_uid(const struct face *face, struct uuid *uid, GError **error);

/* Keeps a code that nobody taught yet; false with ERR_MISSING, which says how to teach it. */
bool order_unknown_code(struct face *face, const struct code *code, struct box_id box,
                        GError **error);

#endif
