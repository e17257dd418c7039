/*
 * Bookings per second, one a transaction and in groups, beside bare sqlite3 that writes the same rows
 * with the same durability: the same tables and indexes, prepared statements bound by number, no
 * look-up, no rule, no hash. Both take turns on the same operations, round by round, and in the end
 * both files must hold the same rows. First the ledger alone, then bookings as the faces make them: by
 * all rules, each in a savepoint of its own.
 *
 *   bench_ledger [FOLDER]    where the two files are made (the current folder otherwise)
 */

#include <stdio.h>
#include <string.h>

#include <glib/gstdio.h>
#include <sqlite3.h>

#include "inventory/inside.h"
#include "inventory/ledger.h"
#include "inventory/stock.h"
#include "tests/bench/timing.h"
#include "tests/bench/town.h"

#define ROUNDS 7
#define PER_ROUND 1024
#define CPU_AIM 60.0  /* microseconds a booking, in groups of 128 */
#define RATIO_AIM 0.8 /* of bare sqlite3's rate */

static struct sqlite3_stmt *
prepare(sqlite3 *db, const char *sql)
{
    sqlite3_stmt *statement = NULL;

    if (sqlite3_prepare_v2(db, sql, -1, &statement, NULL) != SQLITE_OK)
        g_error("%s: %s", sql, sqlite3_errmsg(db));
    return statement;
}

struct bare {
    sqlite3 *db;
    sqlite3_stmt *begin, *commit, *movement, *stock_in, *stock_out, *stock_end, *total_in,
        *total_out, *cell_add, *span, *cell_in, *cell_out, *use, *lot, *head;
    int64_t seq;
};

static void
bare_open(struct bare *bare, const char *path)
{
    if (sqlite3_open(path, &bare->db) != SQLITE_OK)
        g_error("%s: %s", path, sqlite3_errmsg(bare->db));
    sqlite3_exec(bare->db,
                 "PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA foreign_keys = ON;"
                 "PRAGMA cache_size = -65536; PRAGMA wal_autocheckpoint = 4000;"
                 "PRAGMA journal_size_limit = 67108864",
                 NULL, NULL, NULL);
    bare->begin = prepare(bare->db, "BEGIN IMMEDIATE");
    bare->commit = prepare(bare->db, "COMMIT");
    bare->movement = prepare(
        bare->db, "INSERT INTO movement (tenant, seq, uid, at, done_at, kind, box, drug, expiry,"
                  " lot, units, reason, hash) VALUES (?,?,?,?,?,?,?,?,?,?,?,'',?)");
    bare->stock_in =
        prepare(bare->db, "INSERT INTO stock VALUES (?,?,?,?,?,?) ON CONFLICT DO UPDATE"
                          " SET units = stock.units + excluded.units");
    bare->stock_out = prepare(bare->db, "UPDATE stock SET units = units - ?6 WHERE tenant = ?1 AND"
                                        " box = ?2 AND drug = ?3 AND expiry = ?4 AND lot = ?5"
                                        " AND units > ?6");
    bare->stock_end = prepare(bare->db, "DELETE FROM stock WHERE tenant = ?1 AND box = ?2 AND"
                                        " drug = ?3 AND expiry = ?4 AND lot = ?5");
    bare->total_in = prepare(bare->db, "INSERT INTO total VALUES (?,?,?,?) ON CONFLICT DO UPDATE"
                                       " SET units = total.units + excluded.units");
    bare->total_out = prepare(bare->db, "UPDATE total SET units = units - ?4 WHERE tenant = ?1 AND"
                                        " box = ?2 AND drug = ?3");
    bare->cell_add =
        prepare(bare->db, "UPDATE cell SET amount = amount + ?5 WHERE tenant = ?1 AND box = ?2 AND"
                          " type = ?3 AND age = ?4 AND amount > 0");
    bare->span = prepare(bare->db, "INSERT INTO empty_span SELECT tenant, ?6, box, type, age,"
                                   " empty_since FROM cell WHERE tenant = ?1 AND box = ?2 AND"
                                   " type = ?3 AND age = ?4 AND empty_since < ?6");
    bare->cell_in = prepare(bare->db, "INSERT INTO cell VALUES (?,?,?,?,?,?,NULL) ON CONFLICT"
                                      " DO UPDATE SET amount = excluded.amount,"
                                      " empty_since = NULL");
    bare->cell_out = prepare(bare->db, "UPDATE cell SET amount = amount - ?5, empty_since ="
                                       " CASE WHEN amount = ?5 THEN ?6 END WHERE tenant = ?1 AND"
                                       " box = ?2 AND type = ?3 AND age = ?4");
    bare->use = prepare(bare->db, "INSERT INTO use_day VALUES (?,?,?,?,?,?) ON CONFLICT"
                                  " DO UPDATE SET amount = use_day.amount + excluded.amount");
    bare->lot = prepare(bare->db, "INSERT INTO lot VALUES (?,?,?,?,?) ON CONFLICT DO NOTHING");
    bare->head = prepare(bare->db, "UPDATE tenant SET seq = ?, hash = ? WHERE tenant = ?");
}

static void
step(struct bare *bare, sqlite3_stmt *statement)
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
    step(bare, s);
    if (op->in || sqlite3_changes(bare->db) == 1)
        return;
    bind_key(bare->stock_end, key, 4);
    sqlite3_bind_text(bare->stock_end, 5, op->lot, -1, SQLITE_STATIC);
    step(bare, bare->stock_end);
}

static void
bare_run(struct bare *bare, sqlite3_stmt *s, const int64_t *numbers, int count)
{
    bind_key(s, numbers, count);
    step(bare, s);
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
    step(bare, bare->lot);
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
    step(bare, bare->movement);
}

static void
bare_group(struct bare *bare, const struct town *town, const struct town_op *ops, int count)
{
    static const uint8_t hash[32];

    step(bare, bare->begin);
    for (int i = 0; i < count; i++)
        bare_post(bare, town, &ops[i]);
    sqlite3_bind_int64(bare->head, 1, bare->seq);
    sqlite3_bind_blob(bare->head, 2, hash, 32, SQLITE_STATIC);
    sqlite3_bind_int64(bare->head, 3, town->tenant);
    step(bare, bare->head);
    step(bare, bare->commit);
}

/* ------------------------------------------------------------------------------ the same rows? */

static void
attach(struct bare *bare, const char *ours)
{
    sqlite3_stmt *s = prepare(bare->db, "ATTACH ? AS ours");

    sqlite3_bind_text(s, 1, ours, -1, SQLITE_STATIC);
    step(bare, s);
    sqlite3_finalize(s);
}

static void
compare_rows(struct bare *bare, const char *ours)
{
    static const char *const tables[][2] = {
        {"movement", "seq, uid, at, done_at, kind, box, drug, expiry, lot, units, reason"},
        {"stock", "*"},
        {"total", "*"},
        {"cell", "*"},
        {"use_day", "*"},
        {"empty_span", "*"},
        {"lot", "*"},
    };

    attach(bare, ours);
    for (size_t i = 0; i < G_N_ELEMENTS(tables); i++) {
        const char *name = tables[i][0], *columns = tables[i][1];
        g_autofree char *sql = g_strdup_printf(
            "SELECT (SELECT count(*) FROM main.%s) - (SELECT count(*) FROM ours.%s),"
            " (SELECT count(*) FROM (SELECT %s FROM main.%s EXCEPT SELECT %s FROM ours.%s))",
            name, name, columns, name, columns, name);
        sqlite3_stmt *s = prepare(bare->db, sql);

        if (sqlite3_step(s) != SQLITE_ROW || sqlite3_column_int64(s, 0) != 0 ||
            sqlite3_column_int64(s, 1) != 0)
            g_error("%s: %d rows more, %d differ", name, sqlite3_column_int(s, 0),
                    sqlite3_column_int(s, 1));
        sqlite3_finalize(s);
    }
}

/* ------------------------------------------------------------------------------------- measuring */

struct figures {
    double ours_wall[ROUNDS], ours_cpu[ROUNDS], wall_ratio[ROUNDS], cpu_ratio[ROUNDS];
};

typedef void town_poster(struct town *town, const struct town_op *ops, int count);

static void
one_round(struct town *town, struct bare *bare, town_poster *post, int group, int round,
          struct figures *figures)
{
    struct town_op *ops = town_ops(town, PER_ROUND);
    double wall, cpu, ours_wall, ours_cpu, bare_wall, bare_cpu;

    wall = timing_wall(), cpu = timing_cpu();
    for (int i = 0; i < PER_ROUND; i += group)
        post(town, ops + i, group);
    ours_wall = timing_wall() - wall, ours_cpu = timing_cpu() - cpu;
    wall = timing_wall(), cpu = timing_cpu();
    for (int i = 0; i < PER_ROUND; i += group)
        bare_group(bare, town, ops + i, group);
    bare_wall = timing_wall() - wall, bare_cpu = timing_cpu() - cpu;
    figures->ours_wall[round] = ours_wall;
    figures->ours_cpu[round] = ours_cpu;
    figures->wall_ratio[round] = bare_wall / ours_wall;
    figures->cpu_ratio[round] = bare_cpu / ours_cpu;
    g_free(ops);
}

static void
measure(struct town *town, struct bare *bare, const char *what, town_poster *post, int group)
{
    struct figures f;
    double cpu, ratio;

    for (int round = 0; round < ROUNDS; round++)
        one_round(town, bare, post, group, round, &f);
    cpu = timing_median(f.ours_cpu, ROUNDS) / PER_ROUND * 1e6;
    ratio = timing_median(f.wall_ratio, ROUNDS);
    printf("%-8s %5d  %10.0f  %10.1f %-7s  %12.2f %-7s  %12.2f\n", what, group,
           PER_ROUND / timing_median(f.ours_wall, ROUNDS), cpu,
           group == 128 ? timing_met(cpu <= CPU_AIM) : "", ratio, timing_met(ratio >= RATIO_AIM),
           timing_median(f.cpu_ratio, ROUNDS));
    fflush(stdout);
}

int
main(int argc, char **argv)
{
    static const int groups[] = {1, 8, 32, 128};
    const char *folder = argc > 1 ? argv[1] : ".";
    g_autofree char *ours = g_build_filename(folder, "bench-ours.db", NULL);
    g_autofree char *bares = g_build_filename(folder, "bench-bare.db", NULL);
    struct town town, other;
    struct bare bare = {.db = NULL};

    town_remove(ours);
    town_remove(bares);
    town_build(&town, ours, 500);
    town_build(&other, bares, 500);
    inventory_close(other.inventory);
    bare_open(&bare, bares);
    printf("bookings, %d boxes x %d drugs, %d a round, medians of %d rounds taken in turn\n",
           town.boxes, TOWN_DRUGS, PER_ROUND, ROUNDS);
    printf("         group    medbox/s   CPU us each (60)   rate / bare (0.8)  bare CPU / ours\n");
    for (size_t i = 0; i < G_N_ELEMENTS(groups); i++)
        measure(&town, &bare, "ledger", town_post, groups[i]);
    for (size_t i = 0; i < G_N_ELEMENTS(groups); i++)
        measure(&town, &bare, "bookings", town_book, groups[i]);
    inventory_close(town.inventory);
    compare_rows(&bare, ours);
    town_free(&town);
    town_free(&other);
    sqlite3_close_v2(bare.db);
    town_remove(ours);
    town_remove(bares);
    return 0;
}
