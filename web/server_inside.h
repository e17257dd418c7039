#ifndef WEB_SERVER_INSIDE_H
#define WEB_SERVER_INSIDE_H

/* What a server holds, for the files that include microhttpd.h. */

#include "web/guard.h"
#include "web/request_inside.h"
#include "web/server.h"

#define SERVER_CONNECTIONS 4096                  /* in all */
#define SERVER_BODIES (gssize)(96 * 1024 * 1024) /* bytes of large bodies that come at a time */

struct server {
    struct service *service;
    struct MHD_Daemon *daemon;
    struct guard *guard;
    int listening;
    char *certificate, *key; /* PEM; NULL for plain HTTP */
    gint busy;               /* requests under way */
    gint away;               /* of them with another thread */
    gint stopping;           /* not 0: every answer ends its connection */
    gssize bodies;           /* bytes of large bodies that are coming or looked at */
};

#endif
