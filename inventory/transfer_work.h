#ifndef INVENTORY_TRANSFER_WORK_H
#define INVENTORY_TRANSFER_WORK_H

/* What transfers do in parts; for the files of transfer.h, carry.h and booking.h only. */

#include "inventory/transfer.h"

/* Some of it that was taken out and neither put in nor brought back. */
struct transfer_parcel {
    struct day expiry;
    char *lot, *pack; /* pack: NULL where it has no identity of its own */
    int32_t units;
    bool spoiled; /* expired by the day asked for, or recalled */
};

/* struct transfer_parcel[] of a transfer as they are on a day, in the order they were taken out. Free
 * with g_array_unref(). */
MUST_CHECK bool transfer_on_way(struct inventory *inventory, const struct transfer *t,
                                struct day today, GArray **parcels, GError **error);

/* What to do with what spoiled on the way: never into the box it was meant for. Always false. */
bool transfer_refuse_spoiled(const struct transfer *t, GError **error);

/* Writes how a transfer stands after movements of it were posted or undone: t is read anew, and its
 * state follows from what they add up to; one that was cancelled stays so. */
MUST_CHECK bool transfer_settle(struct inventory *inventory, struct transfer **t,
                                const struct transfer_step *step, GError **error);

#endif
