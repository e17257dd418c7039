#ifndef CLI_PLAN_INPUT_H
#define CLI_PLAN_INPUT_H

/* All that a plan is made from, read from the inventory. */

#include "allocator/dispatch.h"
#include "allocator/outlook.h"
#include "cli/face.h"
#include "inventory/snapshot.h"

struct plan_input {
    struct dispatch_input dispatch; /* of what follows */
    GPtrArray *boxes, *lots, *drugs, *transfers;
    int64_t (*groups)[PLAN_GROUPS];
    struct snapshot snapshot;
    struct outlook *outlook;
    struct forecast *forecasts;
    struct plan_rules rules;
};

/* Reads boxes of an area ({0}: all) and what they hold. Clear with plan_input_clear(), also after a
 * failure. */
MUST_CHECK bool plan_input_read(struct face *face, struct area_id area, struct plan_input *input,
                                GError **error);
void plan_input_clear(struct plan_input *input);

#endif
