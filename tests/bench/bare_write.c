#include "tests/bench/bare_write.h"

#include <glib.h>

#include "inventory/ledger.h"
#include "inventory/stock.h"

sqlite3_stmt *
bare_prepare(sqlite3 *db, const char *sql)
{
    sqlite3_stmt *statement = NULL;

    if (sqlite3_prepare_v2(db, sql, -1, &statement, NULL) != SQLITE_OK)
        g_error("%s: %s", sql, sqlite3_errmsg(db));
    return statement;
}

void
bare_open(struct bare *bare, const char *path)
{
    if (sqlite3_open(path, &bare->db) != SQLITE_OK)
        g_error("%s: %s", path, sqlite3_errmsg(bare->db));
    sqlite3_exec(bare->db,
                 "PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA foreign_keys = ON;"
                 "PRAGMA cache_size = -65536; PRAGMA wal_autocheckpoint = 4000;"
                 "PRAGMA journal_size_limit = 67108864",
                 NULL, NULL, NULL);
    bare->begin = bare_prepare(bare->db, "BEGIN IMMEDIATE");
    bare->commit = bare_prepare(bare->db, "COMMIT");
    bare->movement = bare_prepare(
        bare->db, "INSERT INTO movement (tenant, seq, uid, at, done_at, kind, box, drug, expiry,"
                  " lot, units, reason, hash) VALUES (?,?,?,?,?,?,?,?,?,?,?,'',?)");
    bare->stock_in =
        bare_prepare(bare->db, "INSERT INTO stock VALUES (?,?,?,?,?,?) ON CONFLICT DO UPDATE"
                               " SET units = stock.units + excluded.units");
    bare->stock_out =
        bare_prepare(bare->db, "UPDATE stock SET units = units - ?6 WHERE tenant = ?1 AND"
                               " box = ?2 AND drug = ?3 AND expiry = ?4 AND lot = ?5"
                               " AND units > ?6");
    bare->stock_end = bare_prepare(bare->db, "DELETE FROM stock WHERE tenant = ?1 AND box = ?2 AND"
                                             " drug = ?3 AND expiry = ?4 AND lot = ?5");
    bare->total_in =
        bare_prepare(bare->db, "INSERT INTO total VALUES (?,?,?,?) ON CONFLICT DO UPDATE"
                               " SET units = total.units + excluded.units");
    bare->total_out =
        bare_prepare(bare->db, "UPDATE total SET units = units - ?4 WHERE tenant = ?1 AND"
                               " box = ?2 AND drug = ?3");
    bare->cell_add = bare_prepare(
        bare->db, "UPDATE cell SET amount = amount + ?5 WHERE tenant = ?1 AND box = ?2 AND"
                  " type = ?3 AND age = ?4 AND amount > 0");
    bare->span = bare_prepare(bare->db, "INSERT INTO empty_span SELECT tenant, ?6, box, type, age,"
                                        " empty_since FROM cell WHERE tenant = ?1 AND box = ?2 AND"
                                        " type = ?3 AND age = ?4 AND empty_since < ?6");
    bare->cell_in = bare_prepare(bare->db, "INSERT INTO cell VALUES (?,?,?,?,?,?,NULL) ON CONFLICT"
                                           " DO UPDATE SET amount = excluded.amount,"
                                           " empty_since = NULL");
    bare->cell_out =
        bare_prepare(bare->db, "UPDATE cell SET amount = amount - ?5, empty_since ="
                               " CASE WHEN amount = ?5 THEN ?6 END WHERE tenant = ?1 AND"
                               " box = ?2 AND type = ?3 AND age = ?4");
    bare->use = bare_prepare(bare->db, "INSERT INTO use_day VALUES (?,?,?,?,?,?) ON CONFLICT"
                                       " DO UPDATE SET amount = use_day.amount + excluded.amount");
    bare->lot = bare_prepare(bare->db, "INSERT INTO lot VALUES (?,?,?,?,?) ON CONFLICT DO NOTHING");
    bare->head = bare_prepare(bare->db, "UPDATE tenant SET seq = ?, hash = ? WHERE tenant = ?");
}

void
bare_step(struct bare *bare, sqlite3_stmt *statement)
{
    int code = sqlite3_step(statement);

    if (code != SQLITE_DONE)
        g_error("%s: %s", sqlite3_sql(statement), sqlite3_errmsg(bare->db));
    sqlite3_reset(statement);
}

static void
bind_key(sqlite3_stmt *s, const int64_t *numbers, int count)
{
    for (int i = 0; i < count; i++)
        sqlite3_bind_int64(s, i + 1, numbers[i]);
}

static void
bare_stock(struct bare *bare, const struct town *town, const struct town_op *op)
{
    sqlite3_stmt *s = op->in ? bare->stock_in : bare->stock_out;
    const int64_t key[] = {town->tenant, op->box, op->drug, op->expiry};

    bind_key(s, key, 4);
    sqlite3_bind_text(s, 5, op->lot, -1, SQLITE_STATIC);
    sqlite3_bind_int64(s, 6, op->units);
    bare_step(bare, s);
    if (op->in || sqlite3_changes(bare->db) == 1)
        return;
    bind_key(bare->stock_end, key, 4);
    sqlite3_bind_text(bare->stock_end, 5, op->lot, -1, SQLITE_STATIC);
    bare_step(bare, bare->stock_end);
}

static void
bare_run(struct bare *bare, sqlite3_stmt *s, const int64_t *numbers, int count)
{
    bind_key(s, numbers, count);
    bare_step(bare, s);
}

static void
bare_cell(struct bare *bare, const struct town_op *op, const int64_t cell[6])
{
    bare_run(bare, op->in ? bare->cell_add : bare->cell_out, cell, op->in ? 5 : 6);
    if (!op->in || sqlite3_changes(bare->db) == 1)
        return;
    bare_run(bare, bare->span, cell, 6);
    bare_run(bare, bare->cell_in, cell, 6);
}

static void
bare_lot(struct bare *bare, const struct town *town, const struct town_op *op)
{
    sqlite3_bind_int64(bare->lot, 1, town->tenant);
    sqlite3_bind_int64(bare->lot, 2, op->drug);
    sqlite3_bind_text(bare->lot, 3, op->lot, -1, SQLITE_STATIC);
    sqlite3_bind_int64(bare->lot, 4, op->expiry);
    sqlite3_bind_int64(bare->lot, 5, op->at);
    bare_step(bare, bare->lot);
}

static void
bare_post(struct bare *bare, const struct town *town, const struct town_op *op)
{
    static const uint8_t hash[32];
    int64_t amount = op->units * stock_weight(town_day_units(op->drug));
    const int64_t total[] = {town->tenant, op->box, op->drug, op->units};
    const int64_t cell[] = {town->tenant,       op->box, town_type(op->drug),
                            town_age(op->drug), amount,  op->at};
    const int64_t use[] = {town->tenant,        op->at / 86400000,  op->box,
                           town_type(op->drug), town_age(op->drug), amount};

    bare_stock(bare, town, op);
    bare_run(bare, op->in ? bare->total_in : bare->total_out, total, 4);
    bare_cell(bare, op, cell);
    if (op->in)
        bare_lot(bare, town, op);
    else
        bare_run(bare, bare->use, use, 6);
    sqlite3_bind_int64(bare->movement, 1, town->tenant);
    sqlite3_bind_int64(bare->movement, 2, ++bare->seq);
    sqlite3_bind_blob(bare->movement, 3, op->uid.bytes, 16, SQLITE_STATIC);
    sqlite3_bind_int64(bare->movement, 4, op->at);
    sqlite3_bind_int64(bare->movement, 5, op->at);
    sqlite3_bind_int64(bare->movement, 6, op->in ? MOVEMENT_DONATE : MOVEMENT_TAKE);
    sqlite3_bind_int64(bare->movement, 7, op->box);
    sqlite3_bind_int64(bare->movement, 8, op->drug);
    sqlite3_bind_int64(bare->movement, 9, op->expiry);
    sqlite3_bind_text(bare->movement, 10, op->lot, -1, SQLITE_STATIC);
    sqlite3_bind_int64(bare->movement, 11, op->units);
    sqlite3_bind_blob(bare->movement, 12, hash, 32, SQLITE_STATIC);
    bare_step(bare, bare->movement);
}

void
bare_group(struct bare *bare, const struct town *town, const struct town_op *ops, int count)
{
    static const uint8_t hash[32];

    bare_step(bare, bare->begin);
    for (int i = 0; i < count; i++)
        bare_post(bare, town, &ops[i]);
    sqlite3_bind_int64(bare->head, 1, bare->seq);
    sqlite3_bind_blob(bare->head, 2, hash, 32, SQLITE_STATIC);
    sqlite3_bind_int64(bare->head, 3, town->tenant);
    bare_step(bare, bare->head);
    bare_step(bare, bare->commit);
}
