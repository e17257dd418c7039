#ifndef INVENTORY_RESOLVE_H
#define INVENTORY_RESOLVE_H

/*
 * From what a code says (scanner/code.h) to what it means here: a box, a drug and how many base
 * units, and where the ledger knows it, expiry and batch. A code that nobody taught yet is kept
 * until somebody binds it.
 */

#include <stdbool.h>
#include <stdint.h>

#include "base/day.h"
#include "base/err.h"
#include "base/limits.h"
#include "inventory/ledger.h"
#include "scanner/code.h"

#define RESOLVE_LOT_SIZE (4 * LIMIT_LOT + 1) /* a typed one may be longer than any in a code */

enum resolve_kind {
    RESOLVE_UNKNOWN, /* a product code that no drug is bound to */
    RESOLVE_BOX,
    RESOLVE_DRUG,
    RESOLVE_COMMAND,
    RESOLVE_NOTHING, /* not a code of any use: its findings say why */
};

struct resolved {
    enum resolve_kind kind;
    struct box_id box;
    struct drug_id drug;
    int32_t
        units; /* base units in the pack that bears the code, or what is left of it; in all packs
                          that a carton's code says it holds */
    struct day expiry; /* of the code, else of its batch or pack where seen before, else DAY_NONE */
    char lot[RESOLVE_LOT_SIZE];
    struct box_id pack_box; /* where the ledger has this very pack, {0}: in no box */
    bool pack_known;        /* the ledger has seen this very pack */
};

/* ERR_MISSING for the code of a box that this inventory does not have. */
MUST_CHECK bool resolve_code(struct inventory *inventory, const struct code *code,
                             struct resolved *resolved, GError **error);

/* Where a text is no code of any use: adds a finding that offers the boxes it is one slip away from, if
 * there are any. */
void resolve_offer(struct inventory *inventory, const char *text, GPtrArray *findings);

/* Expiry of a batch (in normal form, lot.h) of a drug where exactly one was seen, else DAY_NONE. */
MUST_CHECK bool resolve_lot(struct inventory *inventory, struct drug_id drug, const char *lot,
                            struct day *expiry, GError **error);

/* What the ledger knows of a very pack: the box it is in ({0}: none) and how many base units of it
 * are left there, drug, expiry and batch (free with g_free(), NULL where the pack was never seen, or
 * its coming in was undone), and what happened to it last. */
struct resolve_pack {
    struct box_id box;
    struct drug_id drug;
    struct day expiry;
    char *lot;
    int32_t units;
    enum movement_kind last;
};
MUST_CHECK bool resolve_pack(struct inventory *inventory, const char *pack,
                             struct resolve_pack *found, GError **error);

/* Of a pack that is in a box: whether it, or another of its lot there, left without its name (a typed
 * taking, a count): the box holds less of the lot than its packs with a name add up to. One that is in
 * somebody's hand may be booked in then. */
MUST_CHECK bool resolve_pack_missing(struct inventory *inventory, const struct resolve_pack *pack,
                                     bool *missing, GError **error);

/* Keeps a code that means nothing yet, with the box it was seen at ({0}: none). */
MUST_CHECK bool resolve_keep_unknown(struct inventory *inventory, const struct code *code,
                                     struct box_id box, int64_t now, GError **error);

/* Codes waiting to be bound, most seen first. */
struct resolve_waiting {
    char *kind, *code; /* kind: the stable word of scanner/code.h */
    struct box_id box;
    int64_t times, first_at, last_at;
};
void resolve_waiting_free(struct resolve_waiting *waiting);
MUST_CHECK bool resolve_waiting_list(struct inventory *inventory, GPtrArray **waiting,
                                     GError **error);

#endif
