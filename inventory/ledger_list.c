#include "inventory/ledger.h"

#include <string.h>

#include "inventory/chain.h"
#include "inventory/inside.h"

/* NULL for a blob of another size, which only tampering leaves: audit.c finds it. */
static const uint8_t *
blob_of(struct db_stmt *q, int column, size_t needed)
{
    size_t size = 0;
    const uint8_t *blob = db_blob(q, column, &size);

    return size == needed ? blob : NULL;
}

static struct movement
movement_of_row(struct db_stmt *q)
{
    size_t size = 0;
    struct movement m = {
        .seq = db_int(q, 0),
        .at = db_int(q, 2),
        .done_at = db_int(q, 3),
        .kind = (enum movement_kind)db_int(q, 4),
        .box = {db_int(q, 5)},
        .drug = {db_int(q, 6)},
        .expiry = {(int32_t)db_int(q, 7)},
        .lot = db_text(q, 8),
        .units = (int32_t)db_int(q, 9),
        .reverses = db_int(q, 10),
        .pack = db_is_null(q, 11) ? NULL : db_text(q, 11),
        .household = blob_of(q, 12, MOVEMENT_HOUSEHOLD_SIZE),
        .person = db_int(q, 13),
        .transfer = db_int(q, 14),
        .reason = db_text(q, 15),
        .hash = blob_of(q, 16, CHAIN_SIZE),
    };
    const void *uid = db_blob(q, 1, &size);

    if (uid != NULL && size == sizeof(m.uid.bytes))
        memcpy(m.uid.bytes, uid, size);
    return m;
}

/* Moves after_seq up to just before the last so many movements that the filter lets through. With a
 * box the index movement_box leads, without one the key of the table. */
static bool
narrow_to_last(struct inventory *inventory, struct ledger_filter *filter, GError **error)
{
    struct db_stmt *q;
    int64_t first = 0;

    if (filter->last == 0)
        return true;
    q = filter->box.n != 0
            ? db_query(inventory->db,
                       "SELECT min(seq) FROM (SELECT seq FROM movement WHERE tenant = :tenant"
                       " AND box = :box AND seq > :after AND seq < :before AND (CAST(:drug AS "
                       "BIGINT) = 0 OR drug = :drug)"
                       " ORDER BY seq DESC LIMIT :last) AS recent")
            : db_query(inventory->db,
                       "SELECT min(seq) FROM (SELECT seq FROM movement WHERE tenant = :tenant"
                       " AND seq > :after AND seq < :before AND (CAST(:drug AS BIGINT) = 0 OR drug "
                       "= :drug)"
                       " ORDER BY seq DESC LIMIT :last) AS recent");
    db_bind_int(q, "tenant", inventory->tenant);
    if (filter->box.n != 0)
        db_bind_int(q, "box", filter->box.n);
    db_bind_int(q, "after", filter->after_seq);
    db_bind_int(q, "before", filter->before_seq != 0 ? filter->before_seq : INT64_MAX);
    db_bind_int(q, "drug", filter->drug.n);
    db_bind_int(q, "last", filter->last);
    if (!db_one_int(q, 0, &first, error))
        return false;
    filter->after_seq = MAX(filter->after_seq, first - 1);
    return true;
}

static struct db_stmt *
list_query(struct inventory *inventory, const struct ledger_filter *filter)
{
    struct db_stmt *q =
        filter->box.n != 0
            ? db_query(
                  inventory->db,
                  "SELECT seq, uid, at, done_at, kind, box, drug, expiry, lot, units, reverses,"
                  " pack, household, person, transfer, reason, hash, (SELECT u.seq FROM movement u"
                  " WHERE u.tenant = m.tenant AND u.reverses = m.seq) FROM movement m"
                  " WHERE tenant = :tenant AND box = :box AND seq > :after AND seq < :before"
                  " AND (CAST(:drug AS BIGINT) = 0 OR drug = :drug) ORDER BY m.seq")
            : db_query(
                  inventory->db,
                  "SELECT seq, uid, at, done_at, kind, box, drug, expiry, lot, units, reverses,"
                  " pack, household, person, transfer, reason, hash, (SELECT u.seq FROM movement u"
                  " WHERE u.tenant = m.tenant AND u.reverses = m.seq) FROM movement m"
                  " WHERE tenant = :tenant AND seq > :after AND seq < :before"
                  " AND (CAST(:drug AS BIGINT) = 0 OR drug = :drug) ORDER BY m.seq");

    db_bind_int(q, "tenant", inventory->tenant);
    if (filter->box.n != 0)
        db_bind_int(q, "box", filter->box.n);
    db_bind_int(q, "after", filter->after_seq);
    db_bind_int(q, "before", filter->before_seq != 0 ? filter->before_seq : INT64_MAX);
    db_bind_int(q, "drug", filter->drug.n);
    return q;
}

bool
ledger_list(struct inventory *inventory, const struct ledger_filter *filter, ledger_row *row,
            void *data, GError **error)
{
    struct ledger_filter narrowed = *filter;
    struct db_stmt *q;

    if (!narrow_to_last(inventory, &narrowed, error))
        return false;
    q = list_query(inventory, &narrowed);
    while (db_row(q)) {
        struct movement m = movement_of_row(q);

        if (!row(&m, db_int(q, 17), data))
            break;
    }
    return db_done(q, error);
}

bool
ledger_count(struct inventory *inventory, int64_t *count, GError **error)
{
    struct db_stmt *q = db_query(inventory->db, "SELECT seq FROM tenant WHERE tenant = :tenant");

    db_bind_int(q, "tenant", inventory->tenant);
    return db_one_int(q, 0, count, error);
}
