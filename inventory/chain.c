#include "inventory/chain.h"

#include <string.h>

#include "base/digest.h"

#define NUMBERS 12

static void
add_text(struct digest *digest, const void *bytes, size_t size)
{
    uint64_t length = GUINT64_TO_BE((uint64_t)size);

    digest_add(digest, &length, sizeof(length));
    if (size > 0)
        digest_add(digest, bytes, size);
}

void
chain_next(const uint8_t before[CHAIN_SIZE], int64_t tenant, const struct movement *m,
           uint8_t hash[CHAIN_SIZE])
{
    int64_t numbers[NUMBERS] = {
        tenant,    m->seq,      m->at,    m->done_at,  (int64_t)m->kind, m->box.n,
        m->drug.n, m->expiry.n, m->units, m->reverses, m->person,        m->transfer,
    };
    struct digest digest;

    for (size_t i = 0; i < NUMBERS; i++)
        numbers[i] = GINT64_TO_BE(numbers[i]);
    digest_begin(&digest);
    digest_add(&digest, before, CHAIN_SIZE);
    digest_add(&digest, numbers, sizeof(numbers));
    digest_add(&digest, m->uid.bytes, sizeof(m->uid.bytes));
    add_text(&digest, m->lot, strlen(m->lot));
    add_text(&digest, m->pack, m->pack != NULL ? strlen(m->pack) : 0);
    add_text(&digest, m->household, m->household != NULL ? MOVEMENT_HOUSEHOLD_SIZE : 0);
    add_text(&digest, m->reason, m->reason != NULL ? strlen(m->reason) : 0);
    digest_end(&digest, hash);
}
