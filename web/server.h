#ifndef WEB_SERVER_H
#define WEB_SERVER_H

/*
 * HTTP by libmicrohttpd: a few threads that each wait for many connections; a connection whose answer
 * another thread makes is set aside until then.
 */

#include "web/service.h"

struct server_options {
    const char
        *listen; /* ADDRESS:PORT, [ADDRESS]:PORT, or :PORT for every address; port 0: any free */
    const char *certificate, *key; /* PEM files, or both NULL for plain HTTP */
};

struct server;

/* Listens from when it returns. Free with server_close(). ERR_INPUT for an address that can't be read,
 * ERR_DENIED or ERR_BUSY for one that can't be had, errors of files. */
MUST_CHECK struct server *server_open(struct service *service, const struct server_options *options,
                                      GError **error);

/* Where it listens: "http://192.168.1.5:8080", one for each address of this machine that others may
 * use; NULL at the end. Free with g_strfreev(). */
char **server_addresses(const struct server *server);

/* Takes no new connections, lets what is under way end for up to so many ms, and stops. Takes NULL. */
void server_close(struct server *server, int wait_ms);

#endif
