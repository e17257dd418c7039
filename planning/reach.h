#ifndef PLANNING_REACH_H
#define PLANNING_REACH_H

/*
 * Who can carry what. A booking in a box is taken only from people whose area holds it, so a transfer is
 * for those whose area holds both of its boxes.
 */

#include "inventory/account.h"
#include "inventory/names.h"
#include "inventory/transfer.h"

/* Whether an area ({0}: everything) holds both boxes. */
bool reach_way(const struct names *names, struct area_id area, struct box_id from,
               struct box_id to);

/* Somebody who can sign in, and what of some transfers is for them. */
struct reach_person {
    const struct account *account;
    GArray *transfers; /* int64_t: numbers; perhaps none */
};
struct reach {
    GArray *people; /* struct reach_person: who can carry most first, volunteers before others */
    GPtrArray *accounts;
};

/* Those who can carry any of the transfers (struct transfer *), and all others of an area ({0}: of all), as they
 * are looked for, too. Clear with reach_clear(), also after a failure. */
MUST_CHECK bool reach_read(struct inventory *inventory, const struct names *names,
                           struct area_id area, const GPtrArray *transfers, struct reach *reach,
                           GError **error);
void reach_clear(struct reach *reach);

#endif
