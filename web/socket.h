#ifndef WEB_SOCKET_H
#define WEB_SOCKET_H

/* Where the service listens. */

#include <stdbool.h>

#include "base/err.h"

struct sockaddr;

#define SOCKET_ADDRESS_SIZE 64 /* of an address as text, and its end */

/* A socket that listens at ADDRESS:PORT, [ADDRESS]:PORT, or :PORT for every address of this machine
 * (IPv4 and IPv6); -1 with ERR_INPUT, ERR_DENIED or ERR_BUSY. */
MUST_CHECK int socket_listen(const char *where, GError **error);

/* What this machine can be reached by: its name, "localhost", and its IPv4 addresses, the loopback one
 * last; ends with NULL. Free with g_strfreev(). */
char **socket_hosts(void);

/* "http://192.168.1.5:8080" for each address at which a listening socket can be reached, this machine's
 * own first; ends with NULL. Free with g_strfreev(). */
char **socket_urls(int listening, const char *scheme);

/* An address as text, without the port; the IPv4 one of an IPv6 socket as it is written in IPv4. */
void socket_address(const struct sockaddr *address, char text[SOCKET_ADDRESS_SIZE]);

/* Whether an address is one of the public internet: not this machine's, a private network's (RFC 1918, RFC
 * 4193), a link's, a provider's (RFC 6598), or one for many, for tests or for later (RFC 6890); an IPv4
 * address in an IPv6 one (RFC 4291, 2.5.5.2; RFC 6052; RFC 3056) is judged as such. */
bool socket_is_public(const struct sockaddr *address);

/* Whether such a text is an address of this machine alone. */
bool socket_is_loopback(const char *text);

#endif
