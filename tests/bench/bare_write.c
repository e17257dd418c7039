#include "tests/bench/bare_write.h"

#include <glib.h>

#include "inventory/ledger.h"
#include "inventory/shelf.h"
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
    bare->shelf_read =
        bare_prepare(bare->db, "SELECT holds FROM shelf WHERE tenant = ?1 AND box = ?2");
    bare->shelf_in = bare_prepare(bare->db, "INSERT INTO shelf VALUES (?1, ?2, ?3)");
    bare->shelf_on =
        bare_prepare(bare->db, "UPDATE shelf SET holds = ?3 WHERE tenant = ?1 AND box = ?2");
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
bare_shelf(struct bare *bare, const struct town *town, const struct town_op *op)
{
    struct movement m = {.kind = op->in ? MOVEMENT_DONATE : MOVEMENT_TAKE,
                         .drug = {op->drug},
                         .expiry = {op->expiry},
                         .lot = op->lot,
                         .units = op->units};
    const int64_t key[] = {town->tenant, op->box};
    sqlite3_stmt *s = bare->shelf_read;
    g_autoptr(GByteArray) after = NULL;
    bool found;

    bind_key(s, key, 2);
    found = sqlite3_step(s) == SQLITE_ROW;
    after = found ? shelf_change(sqlite3_column_blob(s, 0), (size_t)sqlite3_column_bytes(s, 0), &m)
                  : shelf_change(NULL, 0, &m);
    sqlite3_reset(s);
    s = found ? bare->shelf_on : bare->shelf_in;
    bind_key(s, key, 2);
    sqlite3_bind_blob(s, 3, after->data, (int)after->len, SQLITE_STATIC);
    bare_step(bare, s);
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
    const int64_t use[] = {town->tenant,        op->at / 86400000,  op->box,
                           town_type(op->drug), town_age(op->drug), amount};

    bare_stock(bare, town, op);
    bare_shelf(bare, town, op);
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
