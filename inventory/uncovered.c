#include "inventory/uncovered.h"

#include "inventory/inside.h"

bool
uncovered_boxes(struct inventory *inventory, GHashTable **boxes, GError **error)
{
    g_autoptr(GHashTable) found =
        g_hash_table_new_full(g_int64_hash, g_int64_equal, g_free, g_free);
    struct db_stmt *q = db_query(
        inventory->db, "SELECT refusal.box, min(refusal.at) FROM refusal JOIN box"
                       "  ON box.tenant = refusal.tenant AND box.id = refusal.box"
                       " WHERE refusal.tenant = :tenant AND refusal.rule = 'uncovered'"
                       " AND refusal.at > coalesce(box.counted_at, 0) GROUP BY refusal.box");

    *boxes = NULL;
    db_bind_int(q, "tenant", inventory->tenant);
    while (db_row(q)) {
        int64_t id = db_int(q, 0), at = db_int(q, 1);

        g_hash_table_insert(found, g_memdup2(&id, sizeof(id)), g_memdup2(&at, sizeof(at)));
    }
    if (!db_done(q, error))
        return false;
    *boxes = g_steal_pointer(&found);
    return true;
}
