#include "inventory/stock.h"

#include "inventory/inside.h"
#include "inventory/recalled.h"
#include "inventory/shelf.h"

bool
stock_units(struct inventory *inventory, struct box_id box, struct drug_id drug, int64_t *units,
            GError **error)
{
    struct db_stmt *q = shelf_query(inventory, box);
    bool ok = true;

    *units = 0;
    if (db_row(q)) {
        size_t size;
        const void *bytes = db_blob(q, 1, &size);

        ok = shelf_units(bytes, size, drug, units, error);
    }
    return db_done(q, ok ? error : NULL) && ok;
}

/* What a box has of a drug, at which the shelf is. */
static struct stock_total
total_of(struct box_id box, struct shelf *shelf, struct day today, const struct recalled *recalled)
{
    struct stock_total total = {.box = box, .drug = shelf->drug};
    bool some = recalled_drug(recalled, shelf->drug);

    while (shelf_next_lot(shelf)) {
        total.units += shelf->units;
        if (shelf->expiry.n >= today.n &&
            !(some && recalled_lot(recalled, shelf->drug, shelf->lot, shelf->lot_size)))
            total.usable += shelf->units;
    }
    return total;
}

static bool
read_totals(struct inventory *inventory, struct box_id box, struct drug_id drug, struct day today,
            GArray *totals, GError **error)
{
    struct recalled *recalled;
    bool ok = recalled_read(inventory, &recalled, error), whole = true;
    struct db_stmt *q;

    if (ok) {
        q = shelf_query(inventory, box);
        while (whole && db_row(q)) {
            size_t size;
            const void *bytes = db_blob(q, 1, &size);
            struct shelf shelf = shelf_of(bytes, size);

            while (shelf_next_drug(&shelf)) {
                struct stock_total total;

                if (drug.n != 0 && shelf.drug.n != drug.n)
                    continue;
                total = total_of((struct box_id){db_int(q, 0)}, &shelf, today, recalled);
                if (total.units > 0)
                    g_array_append_val(totals, total);
            }
            whole = shelf_whole(&shelf, error);
        }
        ok = db_done(q, whole ? error : NULL) && whole;
    }
    recalled_free(recalled);
    return ok;
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
    ok = read_totals(inventory, box, drug, today, totals, error);
    if (!db_end(inventory->db, ok, error))
        return false;
    *out = g_steal_pointer(&totals);
    return true;
}
