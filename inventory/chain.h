#ifndef INVENTORY_CHAIN_H
#define INVENTORY_CHAIN_H

/*
 * The chain that makes a changed, missing or reordered movement show. The hash of a movement is the
 * SHA-256 of these bytes, one after another:
 *
 *   the hash of the movement before it (32 bytes; zeros before the first),
 *   tenant, seq, at, done_at, kind, box, drug, expiry, units, reverses, person, transfer:
 *     8 bytes each, two's complement, most significant byte first; 0 where there is none,
 *   uid: 16 bytes,
 *   lot, pack, household, reason: a length of 8 bytes as above, then so many bytes; none has length 0.
 */

#include <stdint.h>

#include "inventory/ledger.h"

#define CHAIN_SIZE 32

/* Writes the hash of a movement that follows one with the hash before; may be the same array. */
void chain_next(const uint8_t before[CHAIN_SIZE], int64_t tenant, const struct movement *movement,
                uint8_t hash[CHAIN_SIZE]);

#endif
