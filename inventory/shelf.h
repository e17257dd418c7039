#ifndef INVENTORY_SHELF_H
#define INVENTORY_SHELF_H

/*
 * What a box holds as one row, so that a city is read at a glance: its lots as in stock, packed, and
 * the medicines that it ever held. Totals and amounts by type are added up from it. A booking carries
 * it along in its transaction; `medbox check` proves that it is what stock and ledger say. For this
 * folder only.
 *
 * A shelf is medicines by number, each followed by the size in bytes of its lots, and those by expiry
 * and batch: expiry, units, size of the batch number, the batch number. All numbers are digits of
 * base 64, the lowest first, a byte each, with 64 added to all but the last. There is one form of it
 * for the same contents.
 */

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "inventory/ledger.h"
#include "schema/db.h"

#define SHELF_DIGIT 64

/* One that is read; begin with shelf_of(). */
struct shelf {
    const uint8_t *at, *lots_end, *end;
    bool broken; /* it is none: what came before may be wrong, too */
    struct drug_id drug;
    struct day expiry; /* of the lot */
    int32_t units;
    const char *lot; /* not ended by a NUL */
    size_t lot_size;
};

static inline struct shelf
shelf_of(const void *bytes, size_t size)
{
    const uint8_t *at = bytes;

    return (struct shelf){.at = at, .lots_end = at, .end = size > 0 ? at + size : at};
}

/* A number that ends before `end`. */
static inline int64_t
shelf_number(struct shelf *s, const uint8_t *end)
{
    uint64_t number = 0;

    for (int shift = 0; s->at < end && shift < 60; shift += 6) {
        uint8_t digit = *s->at++;

        number |= (uint64_t)(digit & (SHELF_DIGIT - 1)) << shift;
        if (digit < SHELF_DIGIT)
            return (int64_t)number;
    }
    s->broken = true;
    s->at = s->lots_end = s->end;
    return 0;
}

/* Goes on to the next medicine, past the lots of the one before. */
static inline bool
shelf_next_drug(struct shelf *s)
{
    int64_t size;

    s->at = s->lots_end;
    if (s->at == s->end)
        return false;
    s->drug.n = shelf_number(s, s->end);
    size = shelf_number(s, s->end);
    if (s->broken || size > s->end - s->at)
        return !(s->broken = true);
    s->lots_end = s->at + size;
    return true;
}

/* Goes on to the next lot of that medicine. */
static inline bool
shelf_next_lot(struct shelf *s)
{
    int64_t size;

    if (s->at == s->lots_end)
        return false;
    s->expiry.n = (int32_t)shelf_number(s, s->lots_end);
    s->units = (int32_t)shelf_number(s, s->lots_end);
    size = shelf_number(s, s->lots_end);
    if (s->broken || size > s->lots_end - s->at)
        return !(s->broken = true);
    s->lot = (const char *)s->at;
    s->lot_size = (size_t)size;
    s->at += size;
    return true;
}

/* A shelf after a movement, or NULL where it does not fit; free with g_byte_array_unref(). */
GByteArray *shelf_change(const uint8_t *bytes, size_t size, const struct movement *movement);

/* Rows of box and shelf of a box ({0}: of all), by box; to be run by the caller. */
struct db_stmt *shelf_query(struct inventory *inventory, struct box_id box);

/* Rows of the lots that stock and ledger put on all shelves, box by box; to be run by the caller. From
 * the first row of a box its shelf, and on to the first of the next one: *more false behind the last.
 * Free with g_byte_array_unref(). */
struct db_stmt *shelf_source(struct inventory *inventory);
GByteArray *shelf_of_source(struct db_stmt *source, bool *more, struct box_id *box);

/* Makes all shelves by them where there is none yet, though something was booked. */
MUST_CHECK bool shelf_fill(struct inventory *inventory, GError **error);

/* ERR_BROKEN: one does not fit what else is kept; or that where one that was read is broken. */
bool shelf_fail(GError **error);
MUST_CHECK static inline bool
shelf_whole(const struct shelf *shelf, GError **error)
{
    return !shelf->broken || shelf_fail(error);
}

/* What a shelf has of a drug, in units. */
MUST_CHECK bool shelf_units(const void *bytes, size_t size, struct drug_id drug, int64_t *units,
                            GError **error);

/* Carries a movement along that stock has taken; says its total. */
MUST_CHECK bool shelf_apply(struct inventory *inventory, struct movement *movement, GError **error);

#endif
