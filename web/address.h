#ifndef WEB_ADDRESS_H
#define WEB_ADDRESS_H

/*
 * Those who can be taken for one by their addresses: an IPv4 address, also as IPv6 writes it (RFC 4291,
 * 2.5.5.2), and the first 64 bits of an IPv6 address, which is what one household gets (RFC 6177).
 * Anything else stands for itself. Free with g_free().
 */
char *address_group(const char *address);

#endif
