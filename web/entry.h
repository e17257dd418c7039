#ifndef WEB_ENTRY_H
#define WEB_ENTRY_H

/*
 * One entry of a batch of bookings: what a volunteer did, as a phone tells it, perhaps hours later and
 * perhaps twice. Each gets a verdict of its own and harms no other.
 */

#include "web/request.h"

/* The fields of an entry; which of them are needed is for its kind to say. */
extern const struct fields_row entry_fields[];

/* Books an entry (JSON, borrowed) in the transaction of a ROUTE_WRITE and gives its verdict:
 *
 *   booked, repeated   lines, notices and the total of the drug now in the box
 *   refused            by a rule, or because it is not this person's to do: message, rule
 *   invalid            it can't be understood, or names what is not there: message, field
 *
 * NULL only where nothing can be booked at all at the moment (ERR_BUSY, ERR_BROKEN). With rehearse the caller drops it all
 * again, and no numbers of movements are told. */
MUST_CHECK struct json_t *entry_book(struct request *request, struct json_t *entry, bool rehearse,
                                     GError **error);

#endif
