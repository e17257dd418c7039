#ifndef WEB_RECORD_H
#define WEB_RECORD_H

/*
 * The audit log's line about a request. Whatever a secretary or an office changes gets one by itself, in
 * the same transaction: which act it is follows from the first word of the path, a test holds that every
 * such route has one, and what was sent is its detail. Handlers that know better say so.
 */

#include "inventory/audit_log.h"
#include "web/request.h"

/* The act that a route is, AUDIT_NONE for what needs no line. */
enum audit_act record_act(const struct route *route);

/* Writes down another act, area and object than what follows from the request, which is then not written down by
 * itself. In the writer, for that person. */
MUST_CHECK bool record_add(struct request *request, int64_t person, enum audit_act act,
                           struct area_id area, const char *what, const char *detail,
                           GError **error);

/* What was sent, as a detail. Free with g_free(). */
char *record_given(const struct request *request);

/* The request changed nothing after all: there is nothing to write down. */
void record_none(struct request *request);

/* Writes the line down, where the request needs one and has none. In the writer, after the handler. */
MUST_CHECK bool record_request(struct request *request, GError **error);

#endif
