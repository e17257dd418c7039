#include "inventory/stock.h"

#include <stdlib.h>

#include "inventory/inside.h"
#include "inventory/unusable.h"

bool
stock_units(struct inventory *inventory, struct box_id box, struct drug_id drug, int64_t *units,
            GError **error)
{
    struct db_stmt *q =
        db_query(inventory->db, "SELECT units FROM total WHERE tenant = :tenant AND box = :box"
                                " AND drug = :drug");

    db_bind_int(q, "tenant", inventory->tenant);
    db_bind_int(q, "box", box.n);
    db_bind_int(q, "drug", drug.n);
    return db_one_int(q, 0, units, error);
}

static struct db_stmt *
totals_query(struct inventory *inventory, struct box_id box, struct drug_id drug)
{
    struct db_stmt *q =
        box.n != 0
            ? db_query(inventory->db, "SELECT box, drug, units FROM total WHERE tenant = :tenant"
                                      " AND box = :box AND units > 0"
                                      " AND (CAST(:drug AS BIGINT) = 0 OR drug = :drug)"
                                      " ORDER BY box, drug")
        : drug.n != 0
            ? db_query(inventory->db, "SELECT box, drug, units FROM total WHERE tenant = :tenant"
                                      " AND drug = :drug AND units > 0 ORDER BY box, drug")
            : db_query(inventory->db, "SELECT box, drug, units FROM total WHERE tenant = :tenant"
                                      " AND units > 0 ORDER BY box, drug");

    db_bind_int(q, "tenant", inventory->tenant);
    if (box.n != 0)
        db_bind_int(q, "box", box.n);
    if (box.n != 0 || drug.n != 0)
        db_bind_int(q, "drug", drug.n);
    return q;
}

static bool
read_totals(struct inventory *inventory, struct box_id box, struct drug_id drug, GArray *totals,
            GError **error)
{
    struct db_stmt *q = totals_query(inventory, box, drug);

    while (db_row(q)) {
        int64_t units = db_int(q, 2);
        struct stock_total total = {
            .box = {db_int(q, 0)}, .drug = {db_int(q, 1)}, .units = units, .usable = units};

        g_array_append_val(totals, total);
    }
    return db_done(q, error);
}

/* The order in which they are read. */
static int
by_box_and_drug(const void *a, const void *b)
{
    const struct stock_total *one = a, *other = b;

    if (one->box.n != other->box.n)
        return one->box.n < other->box.n ? -1 : 1;
    return (one->drug.n > other->drug.n) - (one->drug.n < other->drug.n);
}

static bool
subtract(const struct unusable *lot, void *data, GError **error)
{
    GArray *totals = data;
    struct stock_total key = {.box = lot->box, .drug = lot->drug};
    struct stock_total *total =
        totals->len == 0 ? NULL
                         : bsearch(&key, totals->data, totals->len, sizeof(key), by_box_and_drug);

    (void)error;
    if (total != NULL)
        total->usable -= lot->units;
    return true;
}

bool
stock_totals(struct inventory *inventory, struct box_id box, struct drug_id drug, struct day today,
             GArray **out, GError **error)
{
    g_autoptr(GArray) totals = g_array_new(FALSE, FALSE, sizeof(struct stock_total));
    bool ok;

    *out = NULL;
    if (!db_begin_read(inventory->db, error)) /* both reads see the same moment */
        return false;
    ok = read_totals(inventory, box, drug, totals, error) &&
         unusable_read(inventory, box, today, subtract, totals, error);
    if (!db_end(inventory->db, ok, error))
        return false;
    *out = g_steal_pointer(&totals);
    return true;
}
