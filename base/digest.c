#include "base/digest.h"

#include <glib.h>
#include <nettle/hmac.h>
#include <nettle/sha2.h>

G_STATIC_ASSERT(sizeof(struct digest) >= sizeof(struct sha256_ctx));
G_STATIC_ASSERT(G_ALIGNOF(struct digest) >= G_ALIGNOF(struct sha256_ctx));
G_STATIC_ASSERT(DIGEST_SIZE == SHA256_DIGEST_SIZE);

static struct sha256_ctx *
context(struct digest *digest)
{
    return (struct sha256_ctx *)(void *)digest->state;
}

void
digest_begin(struct digest *digest)
{
    sha256_init(context(digest));
}

void
digest_add(struct digest *digest, const void *bytes, size_t size)
{
    sha256_update(context(digest), size, bytes);
}

void
digest_end(struct digest *digest, uint8_t hash[DIGEST_SIZE])
{
    sha256_digest(context(digest), DIGEST_SIZE, hash);
}

void
digest_of(const void *bytes, size_t size, uint8_t hash[DIGEST_SIZE])
{
    struct digest digest;

    digest_begin(&digest);
    digest_add(&digest, bytes, size);
    digest_end(&digest, hash);
}

void
digest_keyed(const void *key, size_t key_size, const void *bytes, size_t size,
             uint8_t hash[DIGEST_SIZE])
{
    struct hmac_sha256_ctx keyed;

    hmac_sha256_set_key(&keyed, key_size, key);
    hmac_sha256_update(&keyed, size, bytes);
    hmac_sha256_digest(&keyed, DIGEST_SIZE, hash);
}
