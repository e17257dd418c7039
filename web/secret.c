#include "web/secret.h"

#include <string.h>

#include <glib.h>
#include <sodium.h>

#include "base/digest.h"
#include "base/words.h"
#include "web/chance.h"

G_STATIC_ASSERT(SECRET_HEX_SIZE == 2 * SECRET_TOKEN + 1);
G_STATIC_ASSERT(SECRET_HEX_SIZE == 2 * DIGEST_SIZE + 1);

/* Once a process, before anything else of the library. */
static void
begin(void)
{
    static gsize done;

    if (g_once_init_enter(&done)) {
        if (sodium_init() < 0)
            g_error("libsodium doesn't start");
        g_once_init_leave(&done, 1);
    }
}

char *
secret_hash(const char *secret, GError **error)
{
    char text[crypto_pwhash_STRBYTES];

    begin();
    if (crypto_pwhash_str_alg(text, secret, strlen(secret), crypto_pwhash_OPSLIMIT_INTERACTIVE,
                              crypto_pwhash_MEMLIMIT_INTERACTIVE,
                              crypto_pwhash_ALG_ARGON2ID13) == 0)
        return g_strdup(text);
    err_set(error, ERR_BUSY, _("there is no room for that now; try again in a moment"));
    return NULL;
}

/* The hash of a secret that nobody has. */
static const char *
nobodys(void)
{
    static char *hash;
    static gsize done;

    if (g_once_init_enter(&done)) {
        uint8_t random[SECRET_TOKEN];
        char text[SECRET_HEX_SIZE];

        chance_bytes(random, sizeof(random));
        secret_format(random, text);
        hash = secret_hash(text, NULL);
        g_once_init_leave(&done, 1);
    }
    return hash != NULL ? hash : "";
}

bool
secret_check(const char *hash, const char *secret)
{
    const char *against = hash != NULL ? hash : nobodys();

    begin();
    return crypto_pwhash_str_verify(against, secret, strlen(secret)) == 0 && hash != NULL;
}

void
secret_format(const uint8_t token[SECRET_TOKEN], char text[SECRET_HEX_SIZE])
{
    sodium_bin2hex(text, SECRET_HEX_SIZE, token, SECRET_TOKEN);
}

bool
secret_parse(const char *text, uint8_t token[SECRET_TOKEN])
{
    size_t bytes = 0;

    return strlen(text) == SECRET_HEX_SIZE - 1 &&
           sodium_hex2bin(token, SECRET_TOKEN, text, SECRET_HEX_SIZE - 1, NULL, &bytes, NULL) ==
               0 &&
           bytes == SECRET_TOKEN;
}

void
secret_derive(const uint8_t token[SECRET_TOKEN], const char *purpose, char text[SECRET_HEX_SIZE])
{
    uint8_t derived[DIGEST_SIZE];

    digest_keyed(token, SECRET_TOKEN, purpose, strlen(purpose), derived);
    sodium_bin2hex(text, SECRET_HEX_SIZE, derived, sizeof(derived));
}

bool
secret_equal(const char *one, const char *other)
{
    size_t n = strlen(one);

    return strlen(other) == n && sodium_memcmp(one, other, n) == 0;
}
