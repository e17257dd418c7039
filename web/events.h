#ifndef WEB_EVENTS_H
#define WEB_EVENTS_H

/*
 * Live updates by server-sent events (HTML, 9.2): what happens anywhere shows on every open desk within
 * a second. The ledger itself tells of bookings and the audit log of acts, whoever did them, also another
 * program; what volunteers write in passing is told by the path that it came by.
 *
 * All who listen read the same ring of texts, each at its own place; one that falls behind it is let go
 * and comes back by Last-Event-ID, which is the number of the last movement it heard of.
 */

#include <stdint.h>

#include "base/err.h"
#include "web/request.h"

struct events;
struct service;

/* Watches the service's inventory by a connection of its own. Free with events_free(), which takes NULL. */
MUST_CHECK struct events *events_new(struct service *service, GError **error);
void events_free(struct events *events);

/* Answers a request with all that happens from now on in the area of who asks, after what happened
 * since the movement of that number (0: nothing). */
MUST_CHECK bool events_listen(struct events *events, struct request *request, int64_t since,
                              GError **error);

/* Something was written by a request: it is told by the next events_look(). From any thread. */
void events_note(struct events *events, const char *path);

/* Tells what happened since the last time, and ends what nobody may listen to any more; now and then. True
 * where the inventory was written to since. One thread's. */
bool events_look(struct events *events);

/* Ends all of them. */
void events_end(struct events *events);

#endif
