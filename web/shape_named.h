#ifndef WEB_SHAPE_NAMED_H
#define WEB_SHAPE_NAMED_H

/* Things of the inventory as JSON, with what they are called. New references, for the caller. */

#include "inventory/ledger.h"
#include "inventory/names.h"
#include "inventory/transfer.h"
#include "web/shape.h"

/* {box, name, place, community, grid}: the code, and what people call it and where it stands. */
struct json_t *shape_box_named(const struct names *names, struct box_id id);

/* A box with all that is kept of it; uncovered as uncovered_boxes() gives it. */
struct json_t *shape_box_full(const struct names *names, const struct box *box,
                              GHashTable *uncovered);

/* A row of the ledger; units have the sign of their direction. */
struct json_t *shape_movement(struct names *names, const struct movement *movement,
                              int64_t undone_by);

/* {id, state, from, to, drug, drug_name, expiry, lot, units, sent, received, walk, reason, …} */
struct json_t *shape_transfer(struct names *names, const struct transfer *transfer);

#endif
