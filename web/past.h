#ifndef WEB_PAST_H
#define WEB_PAST_H

#include "inventory/ledger.h"
#include "inventory/names.h"
#include "web/request.h"

/* Rows of the ledger that who asks may see, newest first; a new reference. */
MUST_CHECK bool past_movements(struct request *request, struct names *names,
                               const struct ledger_filter *filter, struct json_t **rows,
                               GError **error);

#endif
