#ifndef WEB_SERVER_H
#define WEB_SERVER_H

/*
 * HTTP by libmicrohttpd: a few threads that each wait for many connections; a connection whose answer
 * another thread makes is set aside until then.
 */

#include "web/service.h"

struct server_options {
    const char *listen;            /* where, as socket_listen() reads it */
    const char *certificate, *key; /* PEM files, or both NULL for plain HTTP */
};

struct server;

/* Listens from when it returns. Free with server_close(). Errors of socket_listen() and of the files. */
MUST_CHECK struct server *server_open(struct service *service, const struct server_options *options,
                                      GError **error);

/* Where it can be reached, as socket_urls() tells it. */
char **server_urls(const struct server *server);

/* Serves until the file descriptor stop can be read. ERR_BROKEN where it has to end because it is unknown
 * what the disk kept. */
MUST_CHECK bool server_run(struct server *server, int stop, GError **error);

/* Takes no new connections, lets what is under way end for up to so many ms, and stops. Takes NULL. */
void server_close(struct server *server, int wait_ms);

#endif
