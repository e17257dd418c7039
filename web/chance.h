#ifndef WEB_CHANCE_H
#define WEB_CHANCE_H

/* Random bytes of the system. There is no going on without them: then the process ends. */

#include <stddef.h>
#include <stdint.h>

#include "base/id.h"

void chance_bytes(void *bytes, size_t n);

/* 64 random bits, in the shape that box_add() wants; data is not used. */
uint64_t chance_bits(void *data);

/* A new id of a moment (UUIDv7). */
struct uuid chance_uuid(int64_t now);

#endif
