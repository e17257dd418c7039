#ifndef INVENTORY_RECALL_H
#define INVENTORY_RECALL_H

/*
 * Recalls: a drug, or one batch of it, that may no longer be given out. What boxes hold of it does
 * not count as stock and can only be discarded.
 */

#include <stdbool.h>
#include <stdint.h>

#include "base/err.h"
#include "inventory/drug.h"

struct recall {
    int64_t id;
    struct drug_id drug;
    char *lot; /* "": every batch */
    char *reason;
    int64_t at, lifted_at; /* lifted_at 0: in force */
};
void recall_free(struct recall *recall);

/* Puts a recall in force and gives its id; the one in force already for the same drug and batch
 * gives its id again with *repeated set. ERR_INPUT for an empty reason or a bad text, ERR_MISSING for
 * no such drug. */
MUST_CHECK bool recall_add(struct inventory *inventory, struct drug_id drug, const char *lot,
                           const char *reason, int64_t now, int64_t *id, bool *repeated,
                           GError **error);

/* ERR_MISSING for no such recall; ERR_REFUSED for one lifted already. */
MUST_CHECK bool recall_lift(struct inventory *inventory, int64_t id, int64_t now, GError **error);

/* struct recall *, newest first; lifted ones too where asked. */
MUST_CHECK bool recall_list(struct inventory *inventory, bool lifted_too, GPtrArray **recalls,
                            GError **error);

/* Whether a batch of a drug is under a recall in force. */
MUST_CHECK bool recall_holds(struct inventory *inventory, struct drug_id drug, const char *lot,
                             bool *recalled, GError **error);

#endif
