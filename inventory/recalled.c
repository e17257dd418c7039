#include "inventory/recalled.h"

#include <string.h>

#include "inventory/inside.h"

struct row {
    struct drug_id drug;
    char *lot; /* "": all */
    size_t size;
};

struct recalled {
    GArray *rows;          /* struct row */
    struct drug_id newest; /* the highest number among them */
    uint8_t *drugs;        /* by number, to that one: whether there are rows */
};

static void
row_clear(gpointer data)
{
    g_free(((struct row *)data)->lot);
}

bool
recalled_read(struct inventory *inventory, struct recalled **out, GError **error)
{
    struct recalled *recalled = g_new0(struct recalled, 1);
    struct db_stmt *q =
        db_query(inventory->db, "SELECT drug, lot FROM recall WHERE lifted_at IS NULL");

    *out = recalled;
    recalled->rows = g_array_new(FALSE, FALSE, sizeof(struct row));
    g_array_set_clear_func(recalled->rows, row_clear);
    while (db_row(q)) {
        struct row row = {.drug = {db_int(q, 0)}, .lot = g_strdup(db_text(q, 1))};

        row.size = strlen(row.lot);
        recalled->newest.n = MAX(recalled->newest.n, row.drug.n);
        g_array_append_val(recalled->rows, row);
    }
    recalled->drugs = g_new0(uint8_t, (gsize)recalled->newest.n + 1);
    for (guint i = 0; i < recalled->rows->len; i++)
        recalled->drugs[g_array_index(recalled->rows, struct row, i).drug.n] = true;
    return db_done(q, error);
}

void
recalled_free(struct recalled *recalled)
{
    if (recalled == NULL)
        return;
    g_array_unref(recalled->rows);
    g_free(recalled->drugs);
    g_free(recalled);
}

bool
recalled_drug(const struct recalled *recalled, struct drug_id drug)
{
    return drug.n <= recalled->newest.n && recalled->drugs[drug.n];
}

bool
recalled_lot(const struct recalled *recalled, struct drug_id drug, const char *lot, size_t size)
{
    for (guint i = 0; i < recalled->rows->len; i++) {
        const struct row *row = &g_array_index(recalled->rows, struct row, i);

        if (row->drug.n == drug.n &&
            (row->size == 0 || (row->size == size && memcmp(row->lot, lot, size) == 0)))
            return true;
    }
    return false;
}
