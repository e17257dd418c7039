#include "inventory/resolve.h"

#include <string.h>

#include "inventory/inside.h"

bool
resolve_lot(struct inventory *inventory, struct drug_id drug, const char *lot, struct day *expiry,
            GError **error)
{
    struct db_stmt *q =
        db_query(inventory->db, "SELECT count(*), min(expiry) FROM lot WHERE tenant = :tenant"
                                " AND drug = :drug AND lot = :lot");

    *expiry = DAY_NONE;
    db_bind_int(q, "tenant", inventory->tenant);
    db_bind_int(q, "drug", drug.n);
    db_bind_text(q, "lot", lot);
    if (db_row(q) && db_int(q, 0) == 1)
        expiry->n = (int32_t)db_int(q, 1);
    return db_done(q, error);
}

bool
resolve_pack(struct inventory *inventory, const char *pack, struct resolve_pack *found,
             GError **error)
{
    struct db_stmt *q = db_query(
        inventory->db, "SELECT m.box, m.drug, m.expiry, m.lot, m.units, k.direction"
                       " FROM pack p JOIN movement m ON m.tenant = p.tenant AND m.seq = p.seq"
                       " JOIN movement_kind k ON k.kind = m.kind"
                       " WHERE p.tenant = :tenant AND p.pack = :pack AND m.kind <> :undo_in");

    *found = (struct resolve_pack){.lot = NULL};
    db_bind_int(q, "tenant", inventory->tenant);
    db_bind_text(q, "pack", pack);
    db_bind_int(q, "undo_in", MOVEMENT_UNDO_IN);
    if (db_row(q))
        *found = (struct resolve_pack){
            .box = {db_int(q, 5) > 0 ? db_int(q, 0) : 0},
            .drug = {db_int(q, 1)},
            .expiry = {(int32_t)db_int(q, 2)},
            .lot = g_strdup(db_text(q, 3)),
            .units = (int32_t)db_int(q, 4),
        };
    return db_done(q, error);
}

static bool
resolve_box(struct inventory *inventory, const struct code *code, struct resolved *resolved,
            GError **error)
{
    struct box *box = NULL;

    resolved->kind = RESOLVE_BOX;
    if (!box_find(inventory, code->box.text, &box, error))
        return false;
    resolved->box = box->id;
    box_free(box);
    return true;
}

/* The code's own expiry and batch first, then what the ledger knows of the pack, then of the batch. */
static bool
fill_from_ledger(struct inventory *inventory, const struct code *code, struct resolved *resolved,
                 GError **error)
{
    struct resolve_pack pack = {.lot = NULL};

    if (code->pack[0] != '\0' && !resolve_pack(inventory, code->pack, &pack, error))
        return false;
    if (pack.lot != NULL && pack.drug.n == resolved->drug.n) {
        resolved->pack_known = true;
        resolved->pack_box = pack.box;
        if (resolved->lot[0] == '\0')
            g_strlcpy(resolved->lot, pack.lot, sizeof(resolved->lot));
        if (resolved->expiry.n == DAY_NONE.n)
            resolved->expiry = pack.expiry;
    }
    g_free(pack.lot);
    if (resolved->expiry.n == DAY_NONE.n && resolved->lot[0] != '\0')
        return resolve_lot(inventory, resolved->drug, resolved->lot, &resolved->expiry, error);
    return true;
}

static bool
resolve_product(struct inventory *inventory, const struct code *code, struct resolved *resolved,
                GError **error)
{
    resolved->expiry = code->expiry;
    g_strlcpy(resolved->lot, code->lot, sizeof(resolved->lot));
    if (!drug_of_code(inventory, code, &resolved->drug, &resolved->units, error))
        return false;
    if (resolved->drug.n == 0) {
        resolved->kind = RESOLVE_UNKNOWN;
        return true;
    }
    resolved->kind = RESOLVE_DRUG;
    return fill_from_ledger(inventory, code, resolved, error);
}

bool
resolve_code(struct inventory *inventory, const struct code *code, struct resolved *resolved,
             GError **error)
{
    *resolved = (struct resolved){.kind = RESOLVE_NOTHING};
    switch (code->kind) {
    case CODE_BOX: return resolve_box(inventory, code, resolved, error);
    case CODE_COMMAND: resolved->kind = RESOLVE_COMMAND; return true;
    case CODE_UNKNOWN: return true;
    case CODE_RETAIL:
    case CODE_OWN_LABEL:
    case CODE_GTIN14:
    case CODE_TRACE:
    case CODE_NATIONAL:
    case CODE_APPROVAL:
    case CODE_GS1:
    case CODE_LINK: break;
    }
    return code->product[0] == '\0' || resolve_product(inventory, code, resolved, error);
}

/* --------------------------------------------------------------------------------- codes waiting */

bool
resolve_keep_unknown(struct inventory *inventory, const struct code *code, struct box_id box,
                     int64_t now, GError **error)
{
    struct db_stmt *q;
    bool ok;

    if (!db_begin(inventory->db, error))
        return false;
    q = db_query(inventory->db,
                 "INSERT INTO code_unknown (tenant, kind, code, box, times, first_at, last_at)"
                 " VALUES (:tenant, :kind, :code, :box, 1, :now, :now)"
                 " ON CONFLICT (tenant, kind, code) DO UPDATE SET times = code_unknown.times + 1,"
                 " box = coalesce(excluded.box, code_unknown.box), last_at = excluded.last_at");
    db_bind_int(q, "tenant", inventory->tenant);
    db_bind_text(q, "kind", code_kind_word(code->kind));
    db_bind_text(q, "code", code->product);
    if (box.n != 0)
        db_bind_int(q, "box", box.n);
    else
        db_bind_null(q, "box");
    db_bind_int(q, "now", now);
    ok = db_run(q, error);
    return db_end(inventory->db, ok, error);
}

void
resolve_waiting_free(struct resolve_waiting *waiting)
{
    if (waiting == NULL)
        return;
    g_free(waiting->kind);
    g_free(waiting->code);
    g_free(waiting);
}

bool
resolve_waiting_list(struct inventory *inventory, GPtrArray **out, GError **error)
{
    g_autoptr(GPtrArray) list =
        g_ptr_array_new_with_free_func((GDestroyNotify)resolve_waiting_free);
    struct db_stmt *q =
        db_query(inventory->db, "SELECT kind, code, box, times, first_at, last_at FROM code_unknown"
                                " WHERE tenant = :tenant ORDER BY times DESC, last_at DESC, code");

    *out = NULL;
    db_bind_int(q, "tenant", inventory->tenant);
    while (db_row(q)) {
        struct resolve_waiting *waiting = g_new(struct resolve_waiting, 1);

        *waiting = (struct resolve_waiting){
            .kind = g_strdup(db_text(q, 0)),
            .code = g_strdup(db_text(q, 1)),
            .box = {db_int(q, 2)},
            .times = db_int(q, 3),
            .first_at = db_int(q, 4),
            .last_at = db_int(q, 5),
        };
        g_ptr_array_add(list, waiting);
    }
    if (!db_done(q, error))
        return false;
    *out = g_steal_pointer(&list);
    return true;
}
