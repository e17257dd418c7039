#ifndef WEB_LIMIT_H
#define WEB_LIMIT_H

/*
 * How often an address may ask for something: as often in a row as a burst, then once in a while. May be
 * used from many threads. What it counts is forgotten when the process ends.
 */

#include <stdbool.h>
#include <stdint.h>

struct limit;

struct limit *limit_new(int burst, int64_t every_ms);
void limit_free(struct limit *limit); /* takes NULL */

/* Takes one turn of an address at a moment; 0, or ms until there is one again. */
int64_t limit_take(struct limit *limit, const char *address, int64_t now);

/*
 * Those who can be taken for one: an IPv4 address, also as IPv6 writes it (RFC 4291, 2.5.5.2), and the
 * first 64 bits of an IPv6 address, which is what one household gets (RFC 6177). Anything else stands
 * for itself. Free with g_free().
 */
char *limit_group(const char *address);

#endif
