#ifndef WEB_SECRET_H
#define WEB_SECRET_H

/*
 * Secrets, by libsodium: what passwords and PINs are checked by (argon2id, RFC 9106, with the costs that
 * libsodium calls interactive: 64 MiB and about a tenth of a second), and tokens.
 */

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/err.h"

#define SECRET_TOKEN 32          /* bytes of a token */
#define SECRET_HEX_SIZE (64 + 1) /* its text, and the text of what follows from one */

/* What a secret is checked by, with its salt and costs in it; free with g_free(). ERR_BUSY where there
 * is not enough memory at the moment. */
char *secret_hash(const char *secret, GError **error);

/* Whether it is the secret that the hash was made of. A hash NULL is none's, and takes as long. */
bool secret_check(const char *hash, const char *secret);

/* A token as text (in small hexadecimal digits) and back; false for what is none. */
void secret_format(const uint8_t token[SECRET_TOKEN], char text[SECRET_HEX_SIZE]);
bool secret_parse(const char *text, uint8_t token[SECRET_TOKEN]);

/* What follows from a token for a purpose, and tells nothing of the token (HMAC-SHA-256, RFC 2104). */
void secret_derive(const uint8_t token[SECRET_TOKEN], const char *purpose,
                   char text[SECRET_HEX_SIZE]);

/* Whether two texts are the same, in a time that doesn't tell where they differ. */
bool secret_equal(const char *one, const char *other);

#endif
