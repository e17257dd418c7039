#ifndef BASE_ID_H
#define BASE_ID_H

/*
 * UUIDs, by which a client names a booking before the ledger has seen it (RFC 9562). Version 7
 * begins with the time, so that rows made together lie together; any 16 bytes are accepted.
 */

#include <stdbool.h>
#include <stdint.h>

#include "base/err.h"

struct uuid {
    uint8_t bytes[16];
};

#define UUID_TEXT_SIZE 37 /* 36 characters and their end */

/* A version-7 UUID of a moment (ms UTC) and ten random bytes from the caller. */
struct uuid uuid_of_moment(int64_t ms, const uint8_t random[10]);

/* The n-th of the ids that follow from one (n = 0: itself), for a booking of several movements. It
 * keeps the time; the rest is a hash, so that it is near no other id. */
struct uuid uuid_nth(struct uuid uuid, uint32_t n);

/* A version-8 UUID of the first bytes of a digest, for what always has the same id. Such ids lie
 * scattered: for what is booked by the thousand, version 7 is quicker. */
struct uuid uuid_of_digest(const uint8_t digest[16]);

/* 36 characters in any case, or 32 hexadecimal digits; ERR_INPUT otherwise. */
MUST_CHECK bool uuid_parse(const char *text, struct uuid *uuid, GError **error);

/* Lower case with hyphens, into text, which is returned. */
const char *uuid_format(const struct uuid *uuid, char text[UUID_TEXT_SIZE]);

#endif
