#ifndef WEB_GUARD_H
#define WEB_GUARD_H

/*
 * Who is connected, and until when they may take their time. A client that sends or reads a byte now and
 * then is not idle, and would hold a connection for ever: what it does at the moment has an end of its
 * own here, whatever moves. May be used from many threads.
 */

#include <stdbool.h>

struct guard;
struct guard_seat; /* one connection */

/* At most so many connections an address; those of this machine itself are not counted, for a proxy. */
/* last_words, static, are sent to a client that ends in the middle of a request; NULL where they can't be, by
 * TLS. */
struct guard *guard_new(int per_address, const char *last_words);
void guard_free(struct guard *guard); /* takes NULL; every seat must have been given up */

/* Whether one more may come from an address. */
bool guard_admits(struct guard *guard, const char *address);

/* A connection that came by a socket, and one that goes, before the socket is closed. */
struct guard_seat *guard_seat(struct guard *guard, int fd, const char *address);
void guard_leave(struct guard *guard, struct guard_seat *seat);

/* From now on it has so many ms for what it does; negative: as long as it likes. */
void guard_allow(struct guard *guard, struct guard_seat *seat, int ms);

/* Whether more is to come from it: where its end comes instead, it is told so and ended. */
void guard_expect(struct guard_seat *seat, bool expected);

/* Ends the connections whose time is over, and those that have broken off; returns how many there were. */
int guard_look(struct guard *guard);

#endif
