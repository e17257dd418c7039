#ifndef CLI_BOOKED_H
#define CLI_BOOKED_H

/* Telling what was booked: its movements, what a person should know of them, the new total. */

#include "cli/face.h"
#include "inventory/booking.h"
#include "inventory/box.h"
#include "inventory/drug.h"

/* The table of movements, and a booking's lines into it; for answer_rows(). */
struct rows *booked_rows(const struct face *face);
void booked_add(struct rows *rows, const struct drug *drug, const struct booking_result *result);

/* All of one booking: table, total, notices. */
void booked_tell(struct face *face, const struct box *box, const struct drug *drug,
                 enum movement_kind kind, const struct booking *booking,
                 const struct booking_result *result);

/* The sentence after a rehearsal or a repetition, or NULL. */
const char *booked_remark(bool dry_run, bool repeated);

/* Says so where a gift of so many packs made the box fuller than its capacity. */
void booked_tell_capacity(struct face *face, const struct box *box, int64_t packs);

#endif
