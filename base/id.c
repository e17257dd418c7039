#include "base/id.h"

#include <string.h>

#include "base/digest.h"
#include "base/words.h"

static void
set_version(struct uuid *uuid, uint8_t version)
{
    uuid->bytes[6] = (uint8_t)(version << 4 | (uuid->bytes[6] & 0x0f));
    uuid->bytes[8] = (uint8_t)(0x80 | (uuid->bytes[8] & 0x3f));
}

struct uuid
uuid_of_moment(int64_t ms, const uint8_t random[10])
{
    struct uuid uuid;

    for (int i = 0; i < 6; i++)
        uuid.bytes[i] = (uint8_t)(ms >> (40 - 8 * i));
    memcpy(uuid.bytes + 6, random, 10);
    set_version(&uuid, 7);
    return uuid;
}

struct uuid
uuid_of_digest(const uint8_t digest[16])
{
    struct uuid uuid;

    memcpy(uuid.bytes, digest, sizeof(uuid.bytes));
    set_version(&uuid, 8);
    return uuid;
}

/* Clients count up the low bits of ids that they make in one millisecond (RFC 9562, 6.2), so what
 * follows from an id may not lie beside it. */
struct uuid
uuid_nth(struct uuid uuid, uint32_t n)
{
    const uint8_t number[4] = {(uint8_t)(n >> 24), (uint8_t)(n >> 16), (uint8_t)(n >> 8),
                               (uint8_t)n};
    uint8_t hash[DIGEST_SIZE];
    struct digest digest;

    if (n == 0)
        return uuid;
    digest_begin(&digest);
    digest_add(&digest, uuid.bytes, sizeof(uuid.bytes));
    digest_add(&digest, number, sizeof(number));
    digest_end(&digest, hash);
    memcpy(uuid.bytes + 6, hash, 10);
    set_version(&uuid, 7);
    return uuid;
}

bool
uuid_parse(const char *text, struct uuid *uuid, GError **error)
{
    size_t digits = 0;
    bool hyphened = strlen(text) == UUID_TEXT_SIZE - 1;

    memset(uuid, 0, sizeof(*uuid));
    for (size_t i = 0; text[i] != '\0'; i++) {
        bool hyphen = hyphened && (i == 8 || i == 13 || i == 18 || i == 23);
        int digit = g_ascii_xdigit_value(text[i]);

        if (hyphen ? text[i] != '-' : digit < 0 || digits == 32)
            goto bad;
        if (!hyphen) {
            uuid->bytes[digits / 2] = (uint8_t)(uuid->bytes[digits / 2] << 4 | digit);
            digits++;
        }
    }
    if (digits == 32)
        return true;
bad:
    return err_set(error, ERR_INPUT, _("“%s” is not a UUID: 32 hexadecimal digits are wanted"),
                   text);
}

const char *
uuid_format(const struct uuid *uuid, char text[UUID_TEXT_SIZE])
{
    const uint8_t *b = uuid->bytes;

    g_snprintf(text, UUID_TEXT_SIZE,
               "%02x%02x%02x%02x-%02x%02x-%02x%02x-%02x%02x-%02x%02x%02x%02x%02x%02x", b[0], b[1],
               b[2], b[3], b[4], b[5], b[6], b[7], b[8], b[9], b[10], b[11], b[12], b[13], b[14],
               b[15]);
    return text;
}
