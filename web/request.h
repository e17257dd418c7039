#ifndef WEB_REQUEST_H
#define WEB_REQUEST_H

/*
 * One request, as a handler sees it: who asks, the checked fields, the inventory; and the answer that
 * it gives. A handler gives exactly one answer, or an error.
 */

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include <glib.h>

#include "base/day.h"
#include "base/err.h"
#include "base/id.h"
#include "inventory/inventory.h"
#include "web/route.h"

struct json_t;
struct service;

/* Who asks. */
struct identity {
    int64_t person; /* 0: nobody is signed in */
    enum role role;
    struct area_id area; /* the subtree that the role holds for */
    int64_t session;
};

/*
 * Finds out who asks, by the request's cookie and form token, on the connection that the request uses;
 * runs before the role is checked. Nobody is no error: identity is zero when it is called. ERR_DENIED for a request that must not be
 * answered (a form token that does not match).
 */
typedef bool request_identify(struct request *request, struct identity *identity, GError **error);

/* ------------------------------------------------------------------------------ what was asked */

struct service *request_service(const struct request *request);
const struct identity *request_identity(const struct request *request);

/* The connection that this request may use; NULL for ROUTE_FREE. Not to be kept. */
struct inventory *request_inventory(const struct request *request);

int64_t request_now(const struct request *request); /* ms UTC */
struct day request_today(const struct request *request);

/* Fields, as in fields.h. */
bool request_has(const struct request *request, const char *name);
const char *request_text(const struct request *request, const char *name);
bool request_clears(const struct request *request, const char *name);
/* Where it was sent, a text, or "" for what clears it. */
void request_take_text(const struct request *request, const char *name, char **to);
int64_t request_number(const struct request *request, const char *name, int64_t otherwise);
bool request_flag(const struct request *request, const char *name);
struct uuid request_uuid(const struct request *request, const char *name);
struct json_t *request_json(const struct request *request, const char *name); /* borrowed */

/* The body of a route that takes something else than JSON. Borrowed. */
GBytes *request_body(const struct request *request);

/* A header, or a cookie (free with g_free()); NULL where there is none. */
const char *request_header(const struct request *request, const char *name);
char *request_cookie(const struct request *request, const char *name);

const struct route *request_route(const struct request *request);
const char *request_method(const struct request *request);
/* The address it comes from; that which a proxy on this machine tells. */
const char *request_address(const struct request *request);
bool request_is_secure(const struct request *request); /* by TLS, ours or the proxy's */
/* "https://HOST:PORT" as the asker knows this service. Free with g_free(). */
char *request_origin(const struct request *request);

/* Whether an area, or a box, lies in the subtree of who asks; ERR_DENIED where not. */
MUST_CHECK bool request_reaches_area(const struct request *request, struct area_id area,
                                     GError **error);
struct box;
MUST_CHECK bool request_reaches_box(const struct request *request, const struct box *box,
                                    GError **error);
struct transfer; /* both of its boxes */
MUST_CHECK bool request_reaches_transfer(const struct request *request,
                                         const struct transfer *transfer, GError **error);

/* Whether a name, as walks are given to, is that of who asks, and of nobody else. */
bool request_is_called(const struct request *request, const char *name);
/* Whether who asks may carry a transfer: where both of its boxes lie, or it is in a walk that was given to
 * them, wherever that goes; ERR_DENIED where not. */
MUST_CHECK bool request_carries(const struct request *request, const struct transfer *transfer,
                                GError **error);

/* The area that the field “area” names, else one's own, else the district. Not checked for reach. */
struct area_id request_area(const struct request *request);

/* For a ROUTE_SECRET, ROUTE_LONG or ROUTE_PAPER: runs a function in the writer's thread and transaction, as a
 * ROUTE_WRITE is, with the writer's connection as the request's; true when what it wrote is kept. */
MUST_CHECK bool request_write(struct request *request,
                              bool (*run)(struct request *request, void *data, GError **error),
                              void *data, GError **error);

/* ---------------------------------------------------------------------------------- the answer */

#define REPLY_JSON "application/json"

/* Answers with JSON, which is taken over; with bytes of a media type, which get a reference. Both give
 * true, so that a handler can end with them. */
bool reply_json(struct request *request, struct json_t *json);
/* The same, or false and the JSON let go where something failed. */
bool reply_json_if(struct request *request, struct json_t *json, bool ok);
bool reply_bytes(struct request *request, const char *type, GBytes *bytes);

/* Adds a header to the answer, also to that of an error. */
void reply_header(struct request *request, const char *name, const char *value);

/* The field that an error is about, static or in the table; and what was said so far, or NULL. */
void reply_blame(struct request *request, const char *field);
const char *request_blamed(const struct request *request);

struct rate;
/* Whether the address of the request may do something that is limited by a rate; ERR_BUSY with status 429
 * where not. */
MUST_CHECK bool request_is_rare(struct request *request, struct rate *rate, GError **error);

/* ERR_BUSY with status 429: too many of these; come back after so many seconds. False. */
bool reply_too_many(struct request *request, int seconds, GError **error);

#endif
