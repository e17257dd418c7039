#include "inventory/history.h"
#include "inventory/inside.h"

#define KEPT_DAYS                                                                                  \
    3 /* that many newest states stay, and of older ones each eighth day's for a while */
#define KEPT_LONG 64

void
history_state_clear(struct history_state *state)
{
    if (state->row != NULL && db_done(state->row, NULL))
        state->row = NULL;
}

bool
history_kept(struct inventory *inventory, struct day before, const uint8_t basis[HISTORY_BASIS],
             struct history_state *state, bool *found, GError **error)
{
    struct db_stmt *q =
        db_query(inventory->db, "SELECT day, later, head, state FROM outlook"
                                " WHERE tenant = :tenant AND basis = :basis AND day < :before"
                                " ORDER BY day DESC LIMIT 1");

    *state = (struct history_state){.row = NULL};
    db_bind_int(q, "tenant", inventory->tenant);
    db_bind_blob(q, "basis", basis, HISTORY_BASIS);
    db_bind_int(q, "before", before.n);
    *found = db_row(q);
    if (!*found)
        return db_done(q, error);
    *state = (struct history_state){
        .day = {(int32_t)db_int(q, 0)}, .later = db_int(q, 1), .head = db_int(q, 2), .row = q};
    state->bytes = db_blob(q, 3, &state->size);
    return true;
}

/* The newest few, and every eighth day of the last two months. */
static bool
prune(struct inventory *inventory, struct day day, const uint8_t *basis, GError **error)
{
    struct db_stmt *q = db_query(inventory->db, "DELETE FROM outlook WHERE tenant = :tenant"
                                                " AND (basis <> :basis OR day > :day"
                                                "  OR day <= :day - :long"
                                                "  OR (day <= :day - :days AND day % 8 <> 0))");

    db_bind_int(q, "tenant", inventory->tenant);
    db_bind_blob(q, "basis", basis, HISTORY_BASIS);
    db_bind_int(q, "day", day.n);
    db_bind_int(q, "long", KEPT_LONG);
    db_bind_int(q, "days", KEPT_DAYS);
    return db_run(q, error);
}

static bool
put(struct inventory *inventory, struct day day, const uint8_t *basis, int64_t head, GBytes *bytes,
    GError **error)
{
    struct db_stmt *q = db_query(
        inventory->db,
        "INSERT INTO outlook (tenant, day, later, head, basis, state) SELECT :tenant, :day,"
        " coalesce((SELECT min(seq) - 1 FROM movement WHERE tenant = :tenant AND done_at >= :end"
        "  AND seq <= :head AND seq > coalesce((SELECT max(later) FROM outlook"
        "   WHERE tenant = :tenant AND day < :day), 0)), :head), :head, :basis, :state"
        " WHERE true ON CONFLICT (tenant, day) DO UPDATE SET later = excluded.later,"
        " head = excluded.head, basis = excluded.basis, state = excluded.state");
    gsize size;
    const void *data = g_bytes_get_data(bytes, &size);

    db_bind_int(q, "tenant", inventory->tenant);
    db_bind_int(q, "day", day.n);
    db_bind_int(q, "end", day_start((struct day){day.n + 1}, inventory->utc_offset));
    db_bind_int(q, "head", head);
    db_bind_blob(q, "basis", basis, HISTORY_BASIS);
    db_bind_blob(q, "state", data, size);
    return db_run(q, error);
}

bool
history_keep(struct inventory *inventory, struct day day, const uint8_t basis[HISTORY_BASIS],
             int64_t head, GBytes *bytes, GError **error)
{
    bool ok = db_begin(inventory->db, error);

    if (!ok)
        return false;
    ok = put(inventory, day, basis, head, bytes, error) && prune(inventory, day, basis, error);
    return db_end(inventory->db, ok, error) && ok;
}

bool
history_forget(struct inventory *inventory, struct day from, GError **error)
{
    struct db_stmt *q =
        db_query(inventory->db, "DELETE FROM outlook WHERE tenant = :tenant AND day >= :from");

    db_bind_int(q, "tenant", inventory->tenant);
    db_bind_int(q, "from", from.n);
    return db_run(q, error);
}
