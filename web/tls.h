#ifndef WEB_TLS_H
#define WEB_TLS_H

/*
 * A certificate of one's own, for a network without names that others vouch for: browsers ask once
 * whether to trust it, and then use cameras and keep what they keep as with any other.
 */

#include <stdbool.h>
#include <stdint.h>

#include "base/err.h"

/*
 * The pair of PEM files in a folder, which are made where they are missing, are over within 30 days, or
 * do not name one of the hosts (names and addresses; the first is the certificate's own). The key can be
 * read by its owner alone. serial is random. Free both paths with g_free().
 */
MUST_CHECK bool tls_pair(const char *folder, const char *const *hosts, int64_t now,
                         const uint8_t serial[16], char **certificate, char **key, GError **error);

/* "AB:CD:…": SHA-256 of a certificate file, which browsers show too. Free with g_free(). */
char *tls_fingerprint(const char *certificate, GError **error);

#endif
