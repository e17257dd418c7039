#include "web/chance.h"

#include <errno.h>
#include <sys/random.h>

#include <glib.h>

void
chance_bytes(void *bytes, size_t n)
{
    uint8_t *at = bytes;

    while (n > 0) {
        ssize_t got = getrandom(at, n, 0);

        if (got < 0 && errno != EINTR)
            g_error("the system gives no random bytes: %s", g_strerror(errno));
        if (got > 0) {
            at += got;
            n -= (size_t)got;
        }
    }
}

uint64_t
chance_bits(void *data)
{
    uint64_t bits;

    (void)data;
    chance_bytes(&bits, sizeof(bits));
    return bits;
}

struct uuid
chance_uuid(int64_t now)
{
    uint8_t random[10];

    chance_bytes(random, sizeof(random));
    return uuid_of_moment(now, random);
}
