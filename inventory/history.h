#ifndef INVENTORY_HISTORY_H
#define INVENTORY_HISTORY_H

/*
 * What happened to the cells (box, type, age group), as plain values, for those who learn from it; and
 * what they learned, kept as of the ends of past days. All of it follows from the ledger, the requests
 * in vain, the boxes and the catalogue.
 *
 * An undone movement and the one that undid it never happened. What goes past its day leaves the
 * usable stock then, whenever it is discarded.
 */

#include <stdbool.h>
#include <stdint.h>

#include "base/day.h"
#include "base/digest.h"
#include "base/err.h"
#include "inventory/box.h"
#include "inventory/drug.h"

struct inventory;
struct db_stmt;

#define HISTORY_PLACES (DRUG_TYPES * DRUG_AGES)
#define HISTORY_BASIS DIGEST_SIZE

/* A box in use or retired: where it stands, as areas of the district; the nearest wider one where a
 * level is left out. */
struct history_box {
    struct box_id id;
    struct area_id area, community, grid;
    int32_t residents, vulnerable;
};

enum history_kind {
    HISTORY_TAKE,
    HISTORY_UNMET, /* no amount is known */
    HISTORY_GIFT,
    HISTORY_VISIT, /* brought from elsewhere */
    HISTORY_IN,    /* found */
    HISTORY_OUT,   /* lost, discarded, expired, carried away */
};

struct history_event {
    struct box_id box;
    int32_t day;    /* calendar day */
    float at;       /* part of it gone, 0 to 1 */
    uint8_t kind;   /* enum history_kind */
    uint8_t place;  /* (type - 1) * DRUG_AGES + age */
    int64_t amount; /* millionths of a person-day */
};

/* struct history_box[] by id, retired ones too. Free with g_array_unref(). */
MUST_CHECK bool history_boxes(struct inventory *inventory, GArray **boxes, GError **error);

/* What a state kept for later depends on besides what happened: those boxes, the medicines. */
MUST_CHECK bool history_basis(struct inventory *inventory, const GArray *boxes,
                              uint8_t basis[HISTORY_BASIS], GError **error);

/* A state as it was kept. Its bytes are the database's own until it is cleared, as it has to be before
 * another one is asked for. */
struct history_state {
    struct day day;
    int64_t later, head; /* as in the schema */
    const void *bytes;
    size_t size;
    struct db_stmt *row; /* that they are in; NULL: none */
};
void history_state_clear(struct history_state *state);

struct history_reading {
    GArray *events; /* struct history_event, by time */
    int64_t head;   /* the ledger's last movement when they were read */
    bool stale;     /* nothing was read, as something was booked that belongs to the state's days */
};

/* What happened on the days after those of a state (NULL: on all) up to today. Clear with
 * history_reading_clear(), also after a failure. */
MUST_CHECK bool history_read(struct inventory *inventory, const struct history_state *after,
                             struct day today, struct history_reading *reading, GError **error);
void history_reading_clear(struct history_reading *reading);

/* The newest state before a day ({0}: of all) that was kept on that basis; *found false for none. */
MUST_CHECK bool history_kept(struct inventory *inventory, struct day before,
                             const uint8_t basis[HISTORY_BASIS], struct history_state *state,
                             bool *found, GError **error);

/* Keeps a state as of the end of a day, learned from what was read with that head, and lets older ones
 * go but for a few. */
MUST_CHECK bool history_keep(struct inventory *inventory, struct day day,
                             const uint8_t basis[HISTORY_BASIS], int64_t head, GBytes *bytes,
                             GError **error);

/* Lets kept states go: those as of the end of a day or a later one (DAY_NONE: all). */
MUST_CHECK bool history_forget(struct inventory *inventory, struct day from, GError **error);

#endif
