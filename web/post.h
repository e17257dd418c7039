#ifndef WEB_POST_H
#define WEB_POST_H

/*
 * One POST to another service, by libcurl: https alone, its certificate checked, no redirects, no proxy,
 * and an answer of a few KiB within some seconds. Names are looked up anew each time, and an address that
 * is not public (socket_is_public()) is not connected to, unless that is allowed.
 */

#include <stdbool.h>

#include "base/err.h"

struct post {
    const char *url;  /* https://… */
    const char *body; /* JSON */
    const char
        *ca; /* PEM file of those who vouch for it, in the place of the system's; NULL: those */
    bool private_too; /* also addresses that are not public */
    gint *ending;     /* where this becomes other than 0 it is given up at once; NULL: never */
};

/* Once, before there are threads that post. */
void post_begin(void);

/* Posts and waits. The HTTP status and the body of the answer, which may be empty. ERR_BUSY with the reason
 * where there is none; no message has the address in it, which may be a secret. */
MUST_CHECK bool post_send(struct post *post, long *status, GBytes **answer, GError **error);

#endif
