#include "inventory/resolve.h"

#include <string.h>

#include "base/limits.h"
#include "base/words.h"
#include "inventory/inside.h"
#include "inventory/lot.h"
#include "scanner/finding.h"

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

/* What was undone never happened to the pack. */
static struct db_stmt *
pack_query(struct inventory *inventory, const char *pack)
{
    struct db_stmt *q =
        db_query(inventory->db, "SELECT kind, box, drug, expiry, lot, units FROM movement"
                                " WHERE tenant = :tenant AND pack = :pack AND reverses IS NULL"
                                " AND NOT EXISTS (SELECT 1 FROM movement u"
                                "  WHERE u.tenant = movement.tenant AND u.reverses = movement.seq)"
                                " ORDER BY seq");

    db_bind_int(q, "tenant", inventory->tenant);
    db_bind_text(q, "pack", pack);
    return q;
}

/* A pack that comes in though some of it should be elsewhere is what came in: the rest left untold. */
bool
resolve_pack(struct inventory *inventory, const char *pack, struct resolve_pack *found,
             GError **error)
{
    struct db_stmt *q = pack_query(inventory, pack);

    *found = (struct resolve_pack){.lot = NULL};
    while (db_row(q)) {
        bool in;

        found->last = (enum movement_kind)db_int(q, 0);
        in = movement_direction(found->last) > 0;
        found->units = (in ? 0 : found->units) + (in ? 1 : -1) * (int32_t)db_int(q, 5);
        found->box.n = found->units <= 0 ? 0 : in ? db_int(q, 1) : found->box.n;
        found->drug.n = db_int(q, 2);
        found->expiry.n = (int32_t)db_int(q, 3);
        g_free(found->lot);
        found->lot = g_strdup(db_text(q, 4));
    }
    return db_done(q, error);
}

/* The names of packs that were ever in the box as of a lot. */
static bool
packs_of_lot(struct inventory *inventory, const struct resolve_pack *like, GPtrArray *names,
             GError **error)
{
    struct db_stmt *q = db_query(
        inventory->db, "SELECT DISTINCT pack FROM movement WHERE tenant = :tenant AND box = :box"
                       " AND drug = :drug AND expiry = :expiry AND lot = :lot"
                       " AND pack IS NOT NULL");

    db_bind_int(q, "tenant", inventory->tenant);
    db_bind_int(q, "box", like->box.n);
    db_bind_int(q, "drug", like->drug.n);
    db_bind_int(q, "expiry", like->expiry.n);
    db_bind_text(q, "lot", like->lot);
    while (db_row(q))
        g_ptr_array_add(names, g_strdup(db_text(q, 0)));
    return db_done(q, error);
}

static bool
units_of_packs(struct inventory *inventory, const struct resolve_pack *like, int64_t *units,
               GError **error)
{
    g_autoptr(GPtrArray) names = g_ptr_array_new_with_free_func(g_free);

    *units = 0;
    if (!packs_of_lot(inventory, like, names, error))
        return false;
    for (guint i = 0; i < names->len; i++) {
        struct resolve_pack pack;

        if (!resolve_pack(inventory, names->pdata[i], &pack, error))
            return false;
        if (pack.lot != NULL && pack.box.n == like->box.n && pack.drug.n == like->drug.n &&
            pack.expiry.n == like->expiry.n && strcmp(pack.lot, like->lot) == 0)
            *units += pack.units;
        g_free(pack.lot);
    }
    return true;
}

bool
resolve_pack_missing(struct inventory *inventory, const struct resolve_pack *pack, bool *missing,
                     GError **error)
{
    struct db_stmt *q =
        db_query(inventory->db, "SELECT units FROM stock WHERE tenant = :tenant AND box = :box"
                                " AND drug = :drug AND expiry = :expiry AND lot = :lot");
    int64_t held = 0, named = 0;

    db_bind_int(q, "tenant", inventory->tenant);
    db_bind_int(q, "box", pack->box.n);
    db_bind_int(q, "drug", pack->drug.n);
    db_bind_int(q, "expiry", pack->expiry.n);
    db_bind_text(q, "lot", pack->lot);
    if (!db_one_int(q, 0, &held, error) || !units_of_packs(inventory, pack, &named, error))
        return false;
    *missing = held < named;
    return true;
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
        if (pack.box.n != 0)
            resolved->units = MIN(resolved->units, pack.units);
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
    g_autofree char *lot = lot_normal(code->lot, error);

    if (lot == NULL)
        return false;
    resolved->expiry = code->expiry;
    g_strlcpy(resolved->lot, lot, sizeof(resolved->lot));
    if (!drug_of_code(inventory, code, &resolved->drug, &resolved->units, error))
        return false;
    if (resolved->drug.n == 0) {
        resolved->kind = RESOLVE_UNKNOWN;
        return true;
    }
    if (code->contained) { /* more than can be booked at once, each face refuses */
        int64_t packs = code->count > 0 ? code->count : LIMIT_UNITS + 1;

        resolved->units = (int32_t)MIN(packs * resolved->units, LIMIT_UNITS + 1);
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

void
resolve_offer(struct inventory *inventory, const char *text, GPtrArray *findings)
{
    g_autofree char *near = box_near(inventory, text);

    if (near != NULL)
        finding_add(findings, FINDING_CHECK, 0, _("did you mean %s?"), near);
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
