#ifndef WEB_WIRE_H
#define WEB_WIRE_H

/* The server's connections, by libmicrohttpd; for server.c. */

#include "web/server_inside.h"

/* Begins to take connections from server->listening. */
MUST_CHECK bool wire_start(struct server *server, GError **error);

/* Takes no new ones; ends all that are left, none of which may be waiting for another thread. */
void wire_quiet(struct server *server);
void wire_stop(struct server *server);

/* Goes on with a request whose answer is there; from any thread. */
void wire_wake(struct request *request);

/* The same with an answer that goes on, whether it sleeps or not. */
void wire_nudge(struct request *request);

/* Whether the other end of one that sleeps has hung up, which nothing else tells before there is something
 * to send. From any thread. */
bool wire_is_gone(const struct request *request);

#endif
