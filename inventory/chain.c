#include "inventory/chain.h"

#include <string.h>

#define NUMBERS 12

static void
add_text(GChecksum *sum, const void *bytes, size_t size)
{
    uint64_t length = GUINT64_TO_BE((uint64_t)size);

    g_checksum_update(sum, (const guchar *)&length, sizeof(length));
    if (size > 0)
        g_checksum_update(sum, bytes, (gssize)size);
}

void
chain_next(const uint8_t before[CHAIN_SIZE], int64_t tenant, const struct movement *m,
           uint8_t hash[CHAIN_SIZE])
{
    int64_t numbers[NUMBERS] = {
        tenant,    m->seq,      m->at,    m->done_at,  (int64_t)m->kind, m->box.n,
        m->drug.n, m->expiry.n, m->units, m->reverses, m->person,        m->transfer,
    };
    gsize size = CHAIN_SIZE;
    GChecksum *sum = g_checksum_new(G_CHECKSUM_SHA256);

    for (size_t i = 0; i < NUMBERS; i++)
        numbers[i] = GINT64_TO_BE(numbers[i]);
    g_checksum_update(sum, before, CHAIN_SIZE);
    g_checksum_update(sum, (const guchar *)numbers, sizeof(numbers));
    g_checksum_update(sum, m->uid.bytes, sizeof(m->uid.bytes));
    add_text(sum, m->lot, strlen(m->lot));
    add_text(sum, m->pack, m->pack != NULL ? strlen(m->pack) : 0);
    add_text(sum, m->household, m->household != NULL ? MOVEMENT_HOUSEHOLD_SIZE : 0);
    add_text(sum, m->reason, m->reason != NULL ? strlen(m->reason) : 0);
    g_checksum_get_digest(sum, hash, &size);
    g_checksum_free(sum);
}
