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

#include "inventory/inside.h"
#include "inventory/ledger.h"
#include "tests/bench/bare_write.h"
#include "tests/bench/timing.h"

#define ROUNDS 7
#define PER_ROUND 1024
#define CPU_AIM 60.0  /* microseconds a booking, in groups of 128 */
#define RATIO_AIM 0.8 /* of bare sqlite3's rate */

/* ------------------------------------------------------------------------------ the same rows? */

static void
attach(struct bare *bare, const char *ours)
{
    sqlite3_stmt *s = bare_prepare(bare->db, "ATTACH ? AS ours");

    sqlite3_bind_text(s, 1, ours, -1, SQLITE_STATIC);
    bare_step(bare, s);
    sqlite3_finalize(s);
}

static void
compare_rows(struct bare *bare, const char *ours)
{
    static const char *const tables[][2] = {
        {"movement", "seq, uid, at, done_at, kind, box, drug, expiry, lot, units, reason"},
        {"stock", "*"},
        {"shelf", "*"},
        {"use_day", "*"},
        {"lot", "*"},
    };

    attach(bare, ours);
    for (size_t i = 0; i < G_N_ELEMENTS(tables); i++) {
        const char *name = tables[i][0], *columns = tables[i][1];
        g_autofree char *sql = g_strdup_printf(
            "SELECT (SELECT count(*) FROM main.%s) - (SELECT count(*) FROM ours.%s),"
            " (SELECT count(*) FROM (SELECT %s FROM main.%s EXCEPT SELECT %s FROM ours.%s))",
            name, name, columns, name, columns, name);
        sqlite3_stmt *s = bare_prepare(bare->db, sql);

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
