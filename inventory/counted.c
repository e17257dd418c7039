#include "inventory/counted.h"

#include "inventory/inside.h"

bool
counted_note(struct inventory *inventory, struct box_id box, struct drug_id drug, struct day expiry,
             const char *lot, int64_t at, GError **error)
{
    struct db_stmt *q =
        db_query(inventory->db, "INSERT INTO counted (tenant, box, drug, expiry, lot, at)"
                                " VALUES (:tenant, :box, :drug, :expiry, :lot, :at)"
                                " ON CONFLICT (tenant, box, drug, expiry, lot)"
                                " DO UPDATE SET at = excluded.at WHERE counted.at < excluded.at");

    db_bind_int(q, "tenant", inventory->tenant);
    db_bind_int(q, "box", box.n);
    db_bind_int(q, "drug", drug.n);
    db_bind_int(q, "expiry", expiry.n);
    db_bind_text(q, "lot", lot);
    db_bind_int(q, "at", at);
    return db_run(q, error);
}

bool
counted_note_box(struct inventory *inventory, struct box_id box, int64_t at, GError **error)
{
    struct db_stmt *q = db_query(
        inventory->db, "UPDATE box SET counted_at = :at WHERE tenant = :tenant AND id = :box"
                       " AND coalesce(counted_at, 0) < :at");

    db_bind_int(q, "at", at);
    db_bind_int(q, "tenant", inventory->tenant);
    db_bind_int(q, "box", box.n);
    return db_run(q, error);
}

static bool
last_of_box(struct inventory *inventory, struct box_id box, int64_t *at, GError **error)
{
    struct db_stmt *q =
        db_query(inventory->db, "SELECT counted_at FROM box WHERE tenant = :tenant AND id = :box");

    db_bind_int(q, "tenant", inventory->tenant);
    db_bind_int(q, "box", box.n);
    return db_one_int(q, 0, at, error);
}

static struct db_stmt *
last_query(struct inventory *inventory, struct day expiry, const char *lot)
{
    struct db_stmt *q;

    if (lot == NULL)
        return db_query(inventory->db, "SELECT max(at) FROM counted WHERE tenant = :tenant"
                                       " AND box = :box AND drug = :drug");
    q = db_query(inventory->db, "SELECT max(at) FROM counted WHERE tenant = :tenant"
                                " AND box = :box AND drug = :drug"
                                " AND (expiry = 0 OR (expiry = :expiry AND lot = :lot))");
    db_bind_int(q, "expiry", expiry.n);
    db_bind_text(q, "lot", lot);
    return q;
}

bool
counted_last(struct inventory *inventory, struct box_id box, struct drug_id drug, struct day expiry,
             const char *lot, int64_t *at, GError **error)
{
    int64_t of_box = 0, of_lot = 0;
    struct db_stmt *q;

    if (!last_of_box(inventory, box, &of_box, error))
        return false;
    q = last_query(inventory, expiry, lot);
    db_bind_int(q, "tenant", inventory->tenant);
    db_bind_int(q, "box", box.n);
    db_bind_int(q, "drug", drug.n);
    if (!db_one_int(q, 0, &of_lot, error))
        return false;
    *at = MAX(of_box, of_lot);
    return true;
}

bool
counted_forget(struct inventory *inventory, struct box_id box, struct drug_id drug, int64_t at,
               GError **error)
{
    struct db_stmt *q =
        db_query(inventory->db, "DELETE FROM counted WHERE tenant = :tenant AND box = :box"
                                " AND drug = :drug AND at = :at");

    db_bind_int(q, "tenant", inventory->tenant);
    db_bind_int(q, "box", box.n);
    db_bind_int(q, "drug", drug.n);
    db_bind_int(q, "at", at);
    if (!db_run(q, error))
        return false;
    q = db_query(inventory->db, "UPDATE box SET counted_at = NULL WHERE tenant = :tenant"
                                " AND id = :box AND counted_at = :at");
    db_bind_int(q, "tenant", inventory->tenant);
    db_bind_int(q, "box", box.n);
    db_bind_int(q, "at", at);
    return db_run(q, error);
}
