#ifndef INVENTORY_BOOKING_WORK_H
#define INVENTORY_BOOKING_WORK_H

/* A booking under way, for the files of booking.h only. */

#include "inventory/booking.h"
#include "inventory/resolve.h"

struct booking_work {
    struct inventory *inventory;
    struct booking booking; /* its gaps are filled in as more becomes known */
    struct booking_result *result;
    struct box *box;   /* its id, area, name and whether it is retired */
    struct drug *drug; /* what the rules and drug_amount() look at; no ingredients */
    struct resolve_pack pack;
    char *lot, *reason; /* those of the booking, in the form that is kept */
    enum movement_kind kind;
    bool other; /* the uid is known, but of something else */
};

/* Finds what was booked by this uid before, else checks and posts by the body, in one transaction. */
MUST_CHECK bool booking_run(struct inventory *inventory, const struct booking *booking,
                            enum movement_kind kind,
                            bool (*body)(struct booking_work *work, GError **error),
                            struct booking_result *result, GError **error);

/* What one movement of the booking has in common with the others; and posts one as its next line. */
struct movement booking_movement(const struct booking_work *work);
MUST_CHECK bool booking_post(struct booking_work *work, struct movement *m, GError **error);

/* Adds a sentence, made by g_strdup_printf() or the like, to what a person should read. */
void booking_note(struct booking_work *work, char *sentence);

#endif
