#include "inventory/unusable.h"

#include "inventory/inside.h"

/* Parts without a lot in two of them, because a UNION that looks for doubles would sort them all: past
 * its day; else with the whole drug recalled; else the batch alone. At most one recall is in force for
 * a drug and batch. CROSS JOIN has the planner begin with these few. */
static struct db_stmt *
query(struct inventory *inventory, struct box_id box)
{
    return box.n != 0
               ? db_query(inventory->db,
                          "SELECT box, drug, units, expiry FROM stock"
                          " WHERE tenant = :tenant AND box = :box AND expiry < :today"
                          " UNION ALL SELECT stock.box, stock.drug, stock.units, stock.expiry"
                          "  FROM recall CROSS JOIN stock WHERE recall.lifted_at IS NULL"
                          "  AND stock.tenant = :tenant AND stock.box = :box"
                          "  AND stock.drug = recall.drug AND recall.lot IN ('', stock.lot)"
                          "  AND stock.expiry >= :today AND (recall.lot = '' OR NOT EXISTS"
                          "   (SELECT 1 FROM recall AS whole WHERE whole.drug = recall.drug"
                          "    AND whole.lot = '' AND whole.lifted_at IS NULL))")
               : db_query(inventory->db,
                          "SELECT box, drug, units, expiry FROM stock"
                          " WHERE tenant = :tenant AND expiry < :today"
                          " UNION ALL SELECT stock.box, stock.drug, stock.units, stock.expiry"
                          "  FROM recall CROSS JOIN stock WHERE recall.lifted_at IS NULL"
                          "  AND recall.lot = '' AND stock.tenant = :tenant"
                          "  AND stock.drug = recall.drug AND +stock.expiry >= :today"
                          " UNION ALL SELECT stock.box, stock.drug, stock.units, stock.expiry"
                          "  FROM recall CROSS JOIN stock WHERE recall.lifted_at IS NULL"
                          "  AND recall.lot <> '' AND stock.tenant = :tenant"
                          "  AND stock.drug = recall.drug AND stock.lot = recall.lot"
                          "  AND +stock.expiry >= :today AND NOT EXISTS (SELECT 1"
                          "   FROM recall AS whole WHERE whole.drug = recall.drug"
                          "   AND whole.lot = '' AND whole.lifted_at IS NULL)");
}

static bool
hand_on(struct db_stmt *q, unusable_row *row, void *data, GError **error)
{
    bool ok = true;

    while (ok && db_row(q)) {
        struct unusable lot = {
            .box = {db_int(q, 0)},
            .drug = {db_int(q, 1)},
            .units = db_int(q, 2),
            .expiry = {(int32_t)db_int(q, 3)},
        };

        ok = row(&lot, data, error);
    }
    return db_done(q, ok ? error : NULL) && ok;
}

bool
unusable_read(struct inventory *inventory, struct box_id box, struct day today, unusable_row *row,
              void *data, GError **error)
{
    struct db_stmt *q = query(inventory, box);

    db_bind_int(q, "tenant", inventory->tenant);
    if (box.n != 0)
        db_bind_int(q, "box", box.n);
    db_bind_int(q, "today", today.n);
    return hand_on(q, row, data, error);
}

/* Most medicines are under no recall, so that is looked at first. */
static struct db_stmt *
soon_query(struct inventory *inventory, struct box_id box)
{
    return box.n != 0
               ? db_query(inventory->db,
                          "SELECT box, drug, units, expiry FROM stock"
                          " WHERE tenant = :tenant AND box = :box AND expiry >= :today"
                          " AND expiry < :until AND NOT EXISTS (SELECT 1 FROM recall"
                          "  WHERE recall.drug = stock.drug AND recall.lifted_at IS NULL"
                          "  AND recall.lot IN ('', stock.lot))")
               : db_query(inventory->db,
                          "SELECT box, drug, units, expiry FROM stock"
                          " WHERE tenant = :tenant AND expiry >= :today"
                          " AND expiry < :until"
                          " AND (drug NOT IN (SELECT drug FROM recall WHERE lifted_at IS NULL)"
                          "  OR NOT EXISTS (SELECT 1 FROM recall WHERE recall.drug = stock.drug"
                          "   AND recall.lifted_at IS NULL AND recall.lot IN ('', stock.lot)))");
}

bool
unusable_soon(struct inventory *inventory, struct box_id box, struct day today, struct day until,
              unusable_row *row, void *data, GError **error)
{
    struct db_stmt *q = soon_query(inventory, box);

    db_bind_int(q, "tenant", inventory->tenant);
    if (box.n != 0)
        db_bind_int(q, "box", box.n);
    db_bind_int(q, "today", today.n);
    db_bind_int(q, "until", until.n);
    return hand_on(q, row, data, error);
}
