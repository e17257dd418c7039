#ifndef PLANNING_APPEAL_CALL_H
#define PLANNING_APPEAL_CALL_H

/* A call for gifts in the name of an area: what is short there now, whom to ask, what may be given. */

#include "inventory/area.h"
#include "planning/appeal.h"

struct appeal_call {
    struct appeal appeal; /* borrows from these: */
    struct area *area;
    struct flags flags;
    GArray *lines;
    char *phone;
};

/* Of an area at a moment (ms UTC). ERR_MISSING for no such area. Clear with appeal_call_clear(), also after
 * a failure. */
MUST_CHECK bool appeal_call_read(struct inventory *inventory, struct area_id area, int64_t now,
                                 struct appeal_call *call, GError **error);
void appeal_call_clear(struct appeal_call *call);

#endif
