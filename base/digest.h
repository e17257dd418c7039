#ifndef BASE_DIGEST_H
#define BASE_DIGEST_H

/*
 * SHA-256 (FIPS 180-4) of bytes that come in pieces, by nettle, which lets the processor do it where it
 * can: a movement's hash takes a fifth of the time that GLib's takes.
 */

#include <stddef.h>
#include <stdint.h>

#define DIGEST_SIZE 32

struct digest {
    uint64_t state[15]; /* nettle's own */
};

void digest_begin(struct digest *digest);
void digest_add(struct digest *digest, const void *bytes, size_t size);
void digest_end(struct digest *digest, uint8_t hash[DIGEST_SIZE]);

/* Of bytes that are all there. */
void digest_of(const void *bytes, size_t size, uint8_t hash[DIGEST_SIZE]);

/* HMAC-SHA-256 (RFC 2104) under a key. */
void digest_keyed(const void *key, size_t key_size, const void *bytes, size_t size,
                  uint8_t hash[DIGEST_SIZE]);

#endif
