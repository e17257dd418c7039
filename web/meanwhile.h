#ifndef WEB_MEANWHILE_H
#define WEB_MEANWHILE_H

/*
 * Two people at one form: what is sent to change something may say what the sender had seen, and where that is not
 * what is kept any more, somebody else changed it meanwhile and nothing is written over.
 */

#include "inventory/audit_log.h"
#include "web/request.h"

/* Compares the request's object "seen" (fields and their values; none: nothing was seen) with those that a thing
 * has now (taken over). ERR_REFUSED, with who changed it last as the audit log has it under act and what. */
MUST_CHECK bool meanwhile_check(struct request *request, struct json_t *now, enum audit_act act,
                                const char *what, GError **error);

/* The same of one text, the field "seen". */
MUST_CHECK bool meanwhile_check_text(struct request *request, const char *now, enum audit_act act,
                                     const char *what, GError **error);

#endif
