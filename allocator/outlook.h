#ifndef ALLOCATOR_OUTLOOK_H
#define ALLOCATOR_OUTLOOK_H

/*
 * What an inventory's history teaches about demand: its boxes and events (inventory/history.h) as
 * demand.h wants them, in person-days.
 */

#include "allocator/demand.h"
#include "inventory/history.h"

struct outlook;

/* For struct history_box[], by id; free with outlook_free(), which takes NULL. */
struct outlook *outlook_new(const GArray *boxes);
void outlook_free(struct outlook *outlook);

/* Goes on where a state ended that was kept; false, and it knows nothing, where the bytes are none of
 * its own. */
bool outlook_load(struct outlook *outlook, const void *bytes, size_t size);
GBytes *outlook_save(const struct outlook *outlook);

/* Learns from struct history_event[] by time, of days up to one, the first *at of which are passed
 * over; *at is then those that were seen. Closes that day. */
void outlook_see(struct outlook *outlook, const GArray *events, guint *at, struct day until);

/* The same of all that are left, for a day of which a part is gone. */
void outlook_see_part(struct outlook *outlook, const GArray *events, guint at, double part);

/* Tells when a box will be filled with a kind of medicine, and up to how many person-days;
 * demand_tell_due(). */
void outlook_tell_due(struct outlook *outlook, struct box_id box, int32_t place, struct day day,
                      double level);

const struct demand *outlook_demand(const struct outlook *outlook);

int32_t outlook_count(const struct outlook *outlook); /* of boxes */

/* The box's number there, and what it serves; -1 and NULL for a box that it does not know. */
int32_t outlook_index(const struct outlook *outlook, struct box_id box);
const struct history_box *outlook_box(const struct outlook *outlook, struct box_id box);

#endif
