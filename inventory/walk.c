#include "inventory/walk.h"

#include "base/limits.h"
#include "base/words.h"
#include "inventory/field.h"
#include "inventory/inside.h"

struct walk *
walk_new(const char *carrier)
{
    struct walk *walk = g_new(struct walk, 1);

    *walk = (struct walk){.carrier = g_strdup(carrier),
                          .transfers = g_array_new(FALSE, FALSE, sizeof(int64_t))};
    return walk;
}

void
walk_free(struct walk *walk)
{
    if (walk == NULL)
        return;
    g_free(walk->carrier);
    if (walk->transfers != NULL)
        g_array_unref(walk->transfers);
    g_free(walk);
}

/* -------------------------------------------------------------------------------------- making */

static bool
next_id(struct inventory *inventory, int64_t *id, GError **error)
{
    struct db_stmt *q =
        db_query(inventory->db, "SELECT coalesce(max(id), 0) + 1 FROM walk WHERE tenant = :tenant");

    db_bind_int(q, "tenant", inventory->tenant);
    return db_one_int(q, 1, id, error);
}

static bool
insert(struct inventory *inventory, const struct walk *walk, GError **error)
{
    g_autofree char *carrier = field_text(_("carrier"), walk->carrier, LIMIT_NAME, false, error);
    struct db_stmt *q;

    if (carrier == NULL)
        return false;
    q = db_query(inventory->db, "INSERT INTO walk (tenant, id, carrier, made_at)"
                                " VALUES (:tenant, :id, :carrier, :at)");
    db_bind_int(q, "tenant", inventory->tenant);
    db_bind_int(q, "id", walk->id);
    db_bind_text(q, "carrier", carrier);
    db_bind_int(q, "at", walk->made_at);
    return db_run(q, error);
}

static bool
give(struct inventory *inventory, int64_t walk, int64_t transfer, GError **error)
{
    struct db_stmt *q = db_query(inventory->db, "UPDATE transfer SET walk = :walk"
                                                " WHERE tenant = :tenant AND id = :id");

    db_bind_int(q, "walk", walk);
    db_bind_int(q, "tenant", inventory->tenant);
    db_bind_int(q, "id", transfer);
    return db_run(q, error) &&
           (db_changed(inventory->db) > 0 ||
            err_set(error, ERR_MISSING, _("there is no transfer %lld"), (long long)transfer) ||
            err_next(error, ERR_NEXT_TRANSFERS));
}

static bool
make(struct inventory *inventory, struct walk *walk, GError **error)
{
    bool ok = insert(inventory, walk, error);

    for (guint i = 0; ok && i < walk->transfers->len; i++)
        ok = give(inventory, walk->id, g_array_index(walk->transfers, int64_t, i), error);
    return ok;
}

bool
walk_make(struct inventory *inventory, GPtrArray *walks, int64_t now, GError **error)
{
    int64_t id = 0;
    bool ok;

    if (!db_begin(inventory->db, error))
        return false;
    ok = next_id(inventory, &id, error);
    for (guint i = 0; ok && i < walks->len; i++) {
        struct walk *walk = walks->pdata[i];

        walk->id = id++;
        walk->made_at = now;
        ok = make(inventory, walk, error);
    }
    return db_end(inventory->db, ok, error);
}

/* ------------------------------------------------------------------------------------- reading */

/* Rows of walks and their transfers, walk by walk. */
static bool
read_rows(struct inventory *inventory, struct db_stmt *q, GPtrArray **walks, GError **error)
{
    *walks = g_ptr_array_new_with_free_func((GDestroyNotify)walk_free);
    db_bind_int(q, "tenant", inventory->tenant);
    while (db_row(q)) {
        struct walk *last = (*walks)->len > 0 ? (*walks)->pdata[(*walks)->len - 1] : NULL;
        int64_t transfer = db_int(q, 3);

        if (last == NULL || last->id != db_int(q, 0)) {
            last = g_new(struct walk, 1);
            *last = (struct walk){.id = db_int(q, 0),
                                  .carrier = g_strdup(db_text(q, 1)),
                                  .made_at = db_int(q, 2),
                                  .transfers = g_array_new(FALSE, FALSE, sizeof(int64_t))};
            g_ptr_array_add(*walks, last);
        }
        if (transfer > 0)
            g_array_append_val(last->transfers, transfer);
    }
    if (db_done(q, error))
        return true;
    g_clear_pointer(walks, g_ptr_array_unref);
    return false;
}

#define WALK_COLUMNS "walk.id, walk.carrier, walk.made_at, coalesce(transfer.id, 0)"

bool
walk_list(struct inventory *inventory, bool closed_too, GPtrArray **walks, GError **error)
{
    struct db_stmt *q =
        db_query(inventory->db, "SELECT " WALK_COLUMNS " FROM walk JOIN transfer"
                                " ON transfer.tenant = walk.tenant AND transfer.walk = walk.id"
                                " WHERE walk.tenant = :tenant"
                                " AND (CAST(:all AS BIGINT) = 1 OR EXISTS (SELECT 1 FROM transfer o"
                                "  WHERE o.tenant = walk.tenant AND o.walk = walk.id"
                                "  AND o.state IN ('proposed', 'accepted', 'carried')))"
                                " ORDER BY walk.id, transfer.id");

    db_bind_int(q, "all", closed_too);
    return read_rows(inventory, q, walks, error);
}

bool
walk_by_id(struct inventory *inventory, int64_t id, struct walk **walk, GError **error)
{
    struct db_stmt *q = db_query(
        inventory->db, "SELECT " WALK_COLUMNS " FROM walk LEFT JOIN transfer"
                       " ON transfer.tenant = walk.tenant AND transfer.walk = walk.id"
                       " WHERE walk.tenant = :tenant AND walk.id = :id ORDER BY transfer.id");
    g_autoptr(GPtrArray) found = NULL;

    *walk = NULL;
    db_bind_int(q, "id", id);
    if (!read_rows(inventory, q, &found, error))
        return false;
    if (found->len > 0)
        *walk = g_ptr_array_steal_index(found, 0);
    return *walk != NULL ||
           err_set(error, ERR_MISSING, _("there is no walk %lld"), (long long)id) ||
           err_next(error, ERR_NEXT_WALKS);
}
