#include "inventory/taught.h"

#include "inventory/inside.h"

void
taught_free(struct taught *taught)
{
    if (taught == NULL)
        return;
    g_free(taught->kind);
    g_free(taught->code);
    g_free(taught);
}

bool
taught_list(struct inventory *inventory, struct drug_id drug, GPtrArray **codes, GError **error)
{
    struct db_stmt *q =
        drug.n != 0
            ? db_query(inventory->db, "SELECT kind, code, units, learned_at, drug FROM code "
                                      "WHERE drug = :drug ORDER BY learned_at, code")
            : db_query(inventory->db, "SELECT kind, code, units, learned_at, drug FROM code "
                                      "ORDER BY drug, learned_at, code");

    *codes = g_ptr_array_new_with_free_func((GDestroyNotify)taught_free);
    if (drug.n != 0)
        db_bind_int(q, "drug", drug.n);
    while (db_row(q)) {
        struct taught *taught = g_new0(struct taught, 1);

        taught->kind = g_strdup(db_text(q, 0));
        taught->code = g_strdup(db_text(q, 1));
        taught->units = (int32_t)db_int(q, 2);
        taught->learned_at = db_int(q, 3);
        taught->drug.n = db_int(q, 4);
        g_ptr_array_add(*codes, taught);
    }
    if (db_done(q, error))
        return true;
    g_clear_pointer(codes, g_ptr_array_unref);
    return false;
}
