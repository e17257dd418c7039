#include "inventory/counted.h"

#include <string.h>

#include "inventory/inside.h"

#define ANY_LOT " "

/* The rows that speak of a lot of :drug, :expiry and :lot. */
#define SPEAKS                                                                                     \
    " ((drug = :drug AND (expiry = 0 OR expiry = :expiry) AND (lot = ' ' OR lot = :lot))"          \
    "  OR (drug = 0 AND rest = 1))"

static void
bind_lot(struct db_stmt *q, const struct inventory *inventory, const struct movement *m)
{
    db_bind_int(q, "tenant", inventory->tenant);
    db_bind_int(q, "box", m->box.n);
    db_bind_int(q, "drug", m->drug.n);
    db_bind_int(q, "expiry", m->expiry.n);
    db_bind_text(q, "lot", m->lot);
}

/* --------------------------------------------------------------------------------------- noting */

bool
counted_moment(struct inventory *inventory, struct box_id box, int64_t *at, GError **error)
{
    struct db_stmt *q =
        db_query(inventory->db, "SELECT DISTINCT at FROM counted_line WHERE tenant = :tenant"
                                " AND box = :box AND at >= :at ORDER BY at");

    db_bind_int(q, "tenant", inventory->tenant);
    db_bind_int(q, "box", box.n);
    db_bind_int(q, "at", *at);
    while (db_row(q) && db_int(q, 0) == *at)
        ++*at;
    return db_done(q, error);
}

static void
bind_uid(struct db_stmt *q, const struct uuid *uid)
{
    if (uid != NULL)
        db_bind_blob(q, "uid", uid->bytes, sizeof(uid->bytes));
    else
        db_bind_null(q, "uid");
}

static void
bind_scope(struct db_stmt *q, const struct counted *count, const struct counted_scope *scope)
{
    db_bind_int(q, "box", count->box.n);
    db_bind_int(q, "at", count->at);
    db_bind_int(q, "drug", scope->drug.n);
    db_bind_int(q, "expiry", scope->expiry.n);
    db_bind_text(q, "lot", scope->lot != NULL ? scope->lot : ANY_LOT);
    bind_uid(q, count->uid);
}

static bool
note(struct inventory *inventory, const struct counted *count, const struct counted_scope *scope,
     bool rest, bool holds, GError **error)
{
    struct db_stmt *q = db_query(
        inventory->db,
        "INSERT INTO counted_line (tenant, box, at, drug, expiry, lot, seq, rest, holds, uid)"
        " VALUES (:tenant, :box, :at, :drug, :expiry, :lot, :seq, :rest, :holds, :uid)"
        " ON CONFLICT (tenant, box, at, drug, expiry, lot) DO UPDATE SET holds = excluded.holds");

    db_bind_int(q, "tenant", inventory->tenant);
    bind_scope(q, count, scope);
    db_bind_int(q, "seq", count->seq);
    db_bind_int(q, "rest", rest);
    db_bind_int(q, "holds", holds);
    return db_run(q, error);
}

bool
counted_note(struct inventory *inventory, const struct counted *count,
             const struct counted_scope *scope, GError **error)
{
    return note(inventory, count, scope, false, true, error);
}

/* What a box shows: the last count of all of it, of which nothing was taken back. */
static bool
show_last(struct inventory *inventory, struct box_id box, GError **error)
{
    struct db_stmt *q =
        db_query(inventory->db,
                 "UPDATE box SET counted_at = (SELECT max(whole.at) FROM counted_line whole"
                 "  WHERE whole.tenant = :tenant AND whole.box = :box AND whole.drug = 0"
                 "  AND NOT EXISTS (SELECT 1 FROM counted_line part WHERE part.tenant = :tenant"
                 "   AND part.box = :box AND part.at = whole.at AND part.holds = 0))"
                 " WHERE tenant = :tenant AND id = :box");

    db_bind_int(q, "tenant", inventory->tenant);
    db_bind_int(q, "box", box.n);
    return db_run(q, error);
}

bool
counted_note_box(struct inventory *inventory, const struct counted *count, bool rest,
                 GError **error)
{
    struct counted_scope all = {.drug = {0}};

    return note(inventory, count, &all, rest, true, error) &&
           show_last(inventory, count->box, error);
}

/* -------------------------------------------------------------------------------------- looking */

bool
counted_find(struct inventory *inventory, const struct uuid *uid, struct counted_before *before,
             bool *found, GError **error)
{
    struct db_stmt *q = db_query(
        inventory->db,
        "SELECT box, at, seq, CAST(sum(CASE WHEN drug <> 0 THEN 1 ELSE 0 END) AS BIGINT) AS lines,"
        " max(rest) AS rest, CAST(1 AS BIGINT) AS kept FROM counted_line"
        " WHERE tenant = :tenant AND uid = :uid GROUP BY box, at, seq"
        " UNION ALL SELECT CASE WHEN kind IN (:found, :lost) THEN box ELSE 0 END, done_at, seq - 1,"
        "  0, 0, 0 FROM movement WHERE tenant = :tenant AND uid = :uid"
        " ORDER BY kept DESC LIMIT 1");

    db_bind_int(q, "tenant", inventory->tenant);
    bind_uid(q, uid);
    db_bind_int(q, "found", MOVEMENT_FOUND);
    db_bind_int(q, "lost", MOVEMENT_LOST);
    *found = db_row(q);
    if (*found)
        *before = (struct counted_before){
            .count = {.box = {db_int(q, 0)},
                      .at = db_int(q, 1),
                      .seq = db_int(q, 2),
                      .uid = db_int(q, 5) != 0 ? uid : NULL},
            .lines = db_int(q, 3),
            .rest = db_int(q, 4) != 0,
        };
    return db_done(q, error);
}

bool
counted_told(struct inventory *inventory, const struct counted *count,
             const struct counted_scope *scope, bool *told, GError **error)
{
    struct db_stmt *q =
        db_query(inventory->db, "SELECT count(*) FROM counted_line WHERE tenant = :tenant"
                                " AND box = :box AND at = :at AND drug = :drug"
                                " AND expiry = :expiry AND lot = :lot AND uid = :uid");
    int64_t lines = 0;

    db_bind_int(q, "tenant", inventory->tenant);
    bind_scope(q, count, scope);
    if (!db_one_int(q, 0, &lines, error))
        return false;
    *told = lines > 0;
    return true;
}

bool
counted_next(struct inventory *inventory, const struct movement *movement, int64_t seq, int64_t *at,
             GError **error)
{
    struct db_stmt *q =
        db_query(inventory->db, "SELECT at FROM counted_line WHERE tenant = :tenant AND box = :box"
                                " AND at >= :moment AND (at > :moment OR seq >= :seq) AND" SPEAKS
                                " GROUP BY at HAVING min(holds) = 1 ORDER BY at LIMIT 1");

    bind_lot(q, inventory, movement);
    db_bind_int(q, "moment", movement->done_at);
    db_bind_int(q, "seq", seq);
    return db_one_int(q, 0, at, error);
}

bool
counted_since(struct inventory *inventory, struct box_id box, struct drug_id drug, int64_t moment,
              bool *counted, GError **error)
{
    struct db_stmt *q =
        db_query(inventory->db, "SELECT count(*) FROM counted_line WHERE tenant = :tenant"
                                " AND box = :box AND at > :moment AND holds = 1"
                                " AND (drug = :drug OR (drug = 0 AND rest = 1))");
    int64_t lines = 0;

    db_bind_int(q, "tenant", inventory->tenant);
    db_bind_int(q, "box", box.n);
    db_bind_int(q, "drug", drug.n);
    db_bind_int(q, "moment", moment);
    if (!db_one_int(q, 0, &lines, error))
        return false;
    *counted = lines > 0;
    return true;
}

/* ---------------------------------------------------------------------------------- taking back */

/* The line of the count that a movement belongs to; what a complete count did not speak of is a line of
 * its own for each lot. *lot is the text of the scope. */
static bool
find_line(struct inventory *inventory, const struct movement *m, struct counted *count,
          struct counted_scope *scope, char **lot, GError **error)
{
    struct db_stmt *q = db_query(
        inventory->db, "SELECT seq, drug, expiry, lot FROM counted_line WHERE tenant = :tenant"
                       " AND box = :box AND at = :at AND seq < :seq AND holds = 1 AND" SPEAKS
                       " ORDER BY drug DESC LIMIT 1");

    *lot = NULL;
    bind_lot(q, inventory, m);
    db_bind_int(q, "at", m->done_at);
    db_bind_int(q, "seq", m->seq);
    if (db_row(q)) {
        bool line = db_int(q, 1) != 0;

        *count = (struct counted){m->box, m->done_at, db_int(q, 0), NULL};
        *lot = g_strdup(line ? db_text(q, 3) : m->lot);
        *scope = (struct counted_scope){
            .drug = m->drug,
            .expiry = line ? (struct day){(int32_t)db_int(q, 2)} : m->expiry,
            .lot = strcmp(*lot, ANY_LOT) != 0 ? *lot : NULL,
        };
    }
    return db_done(q, error);
}

static bool
list_parts(struct inventory *inventory, const struct counted *count,
           const struct counted_scope *scope, GArray *parts, GError **error)
{
    struct db_stmt *q =
        db_query(inventory->db,
                 "SELECT seq FROM movement WHERE tenant = :tenant AND box = :box AND seq > :seq"
                 " AND drug = :drug AND done_at = :at AND kind IN (:found, :lost)"
                 " AND (CAST(:expiry AS BIGINT) = 0 OR expiry = :expiry)"
                 " AND (CAST(:lot AS TEXT) = ' ' OR lot = :lot)"
                 " AND NOT EXISTS (SELECT 1 FROM movement u WHERE u.tenant = movement.tenant"
                 "  AND u.reverses = movement.seq) ORDER BY kind DESC, seq");

    db_bind_int(q, "tenant", inventory->tenant);
    db_bind_int(q, "box", count->box.n);
    db_bind_int(q, "seq", count->seq);
    db_bind_int(q, "drug", scope->drug.n);
    db_bind_int(q, "at", count->at);
    db_bind_int(q, "found", MOVEMENT_FOUND);
    db_bind_int(q, "lost", MOVEMENT_LOST);
    db_bind_int(q, "expiry", scope->expiry.n);
    db_bind_text(q, "lot", scope->lot != NULL ? scope->lot : ANY_LOT);
    while (db_row(q)) {
        int64_t seq = db_int(q, 0);

        g_array_append_val(parts, seq);
    }
    return db_done(q, error);
}

bool
counted_take_back(struct inventory *inventory, const struct movement *movement, GArray **parts,
                  GError **error)
{
    struct counted count;
    struct counted_scope scope;
    g_autofree char *lot = NULL;

    *parts = NULL;
    if (movement->kind != MOVEMENT_FOUND && movement->kind != MOVEMENT_LOST)
        return true;
    if (!find_line(inventory, movement, &count, &scope, &lot, error))
        return false;
    if (lot == NULL)
        return true;
    *parts = g_array_new(FALSE, FALSE, sizeof(int64_t));
    return list_parts(inventory, &count, &scope, *parts, error) &&
           note(inventory, &count, &scope, false, false, error) &&
           show_last(inventory, movement->box, error);
}
