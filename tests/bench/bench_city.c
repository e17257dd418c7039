/*
 * Who carries what where in a city of 2,183 boxes after a year of bookings, from the database to the
 * lines that people read: processor's time of each part, medians. Reading stands beside bare sqlite3
 * that looks at every column of the same rows, taken in turn, and makes nothing of them.
 *
 *   bench_city [FOLDER [BOOKINGS]]
 */

#include <stdio.h>

#include <sqlite3.h>

#include "allocator/need.h"
#include "planning/draft.h"
#include "tests/bench/timing.h"
#include "tests/bench/town.h"

#define BOXES 2183
#define BOOKINGS 300000
#define GROUP 5000
#define ROUNDS 7
#define AIM 100.0

enum part {
    READ,
    FLAGS,
    CRITICAL,
    ALL,
    PARTS,
};

static const char *const names[PARTS] = {"boxes, lots, cells from the database",
                                         "flags of all cells", "plans of fever medicine",
                                         "plans of all medicine"};

/* What a draft is read from: its rows, each column. */
static const char *const rows[] = {
    "SELECT * FROM box WHERE state = 'active'",
    "SELECT * FROM area",
    "SELECT * FROM drug LEFT JOIN drug_ingredient ON drug = id",
    "SELECT * FROM shelf", /* for the lots */
    "SELECT * FROM shelf", /* and for what they amount to by type */
    "SELECT state FROM outlook ORDER BY day DESC LIMIT 1",
    "SELECT seq, done_at, kind, box, drug, units, expiry FROM movement"
    " WHERE seq > (SELECT max(later) FROM outlook)",
    "SELECT box, drug, units, expiry FROM stock JOIN outlook ON expiry >= day"
    " WHERE day = (SELECT max(day) FROM outlook) AND expiry <= day",
};

/* Reads them by bare sqlite3; gives a sum, so that no column is passed over. */
static int64_t
read_bare(sqlite3_stmt *const statements[])
{
    int64_t sum = 0;

    for (size_t i = 0; i < G_N_ELEMENTS(rows); i++) {
        while (sqlite3_step(statements[i]) == SQLITE_ROW)
            for (int c = 0; c < sqlite3_column_count(statements[i]); c++)
                switch (sqlite3_column_type(statements[i], c)) {
                case SQLITE_INTEGER: sum += sqlite3_column_int64(statements[i], c); break;
                case SQLITE_NULL: break;
                default:
                    sum += sqlite3_column_blob(statements[i], c) != NULL;
                    sum += sqlite3_column_bytes(statements[i], c);
                }
        sqlite3_reset(statements[i]);
    }
    return sum;
}

static void
build(struct town *town, const char *path, int bookings)
{
    town_remove(path);
    town_build(town, path, BOXES);
    town->step = 365 * INT64_C(86400000) / MAX(bookings, 1);
    for (int i = 0; i < bookings; i += GROUP) {
        int count = MIN(GROUP, bookings - i);
        struct town_op *ops = town_ops(town, count);

        town_post(town, ops, count);
        g_free(ops);
    }
}

/* Plans one type or all; returns lines. */
static guint
plan(struct draft *draft, int type, double *ms)
{
    struct dispatch dispatch = {0};
    double start = timing_cpu_fine();
    guint lines;

    draft->input.type = type;
    if (!dispatch_plan(&draft->input, &dispatch, NULL))
        g_error("dispatch_plan");
    *ms = (timing_cpu_fine() - start) * 1e3;
    lines = dispatch.lines->len;
    dispatch_clear(&dispatch);
    return lines;
}

static void
measure(const struct town *town, double ms[PARTS][ROUNDS], int round, guint counts[PARTS])
{
    struct draft draft;
    double start = timing_cpu_fine();
    GArray *needs;

    if (!draft_read(town->inventory, (struct area_id){0}, town->at, &draft, NULL))
        g_error("draft_read");
    ms[READ][round] = (timing_cpu_fine() - start) * 1e3;
    counts[READ] = draft.stock.lots->len;
    start = timing_cpu_fine();
    needs = need_list(&draft.snapshot, draft.outlook, NEED_YELLOW);
    ms[FLAGS][round] = (timing_cpu_fine() - start) * 1e3;
    counts[FLAGS] = needs->len;
    g_array_unref(needs);
    counts[CRITICAL] = plan(&draft, DRUG_FEVER, &ms[CRITICAL][round]);
    counts[ALL] = plan(&draft, 0, &ms[ALL][round]);
    draft_clear(&draft);
}

static void
open_bare(const char *path, sqlite3 **db, sqlite3_stmt **statements)
{
    if (sqlite3_open_v2(path, db, SQLITE_OPEN_READWRITE | SQLITE_OPEN_NOMUTEX, NULL) != SQLITE_OK)
        g_error("%s: %s", path, sqlite3_errmsg(*db));
    sqlite3_exec(*db, "PRAGMA cache_size = -65536", NULL, NULL, NULL);
    for (size_t i = 0; i < G_N_ELEMENTS(rows); i++)
        if (sqlite3_prepare_v2(*db, rows[i], -1, &statements[i], NULL) != SQLITE_OK)
            g_error("%s: %s", rows[i], sqlite3_errmsg(*db));
}

int
main(int argc, char **argv)
{
    const char *folder = argc > 1 ? argv[1] : ".";
    int bookings = argc > 2 ? atoi(argv[2]) : BOOKINGS;
    g_autofree char *path = g_build_filename(folder, "bench-city.db", NULL);
    double ms[PARTS][ROUNDS], bare[ROUNDS], ratios[ROUNDS], whole = 0;
    sqlite3_stmt *statements[G_N_ELEMENTS(rows)];
    guint counts[PARTS];
    struct town town;
    sqlite3 *db = NULL;

    build(&town, path, bookings);
    measure(&town, ms, 0, counts); /* once from the whole ledger, which is kept */
    open_bare(path, &db, statements);
    for (int round = 0; round < ROUNDS; round++) {
        double start;

        measure(&town, ms, round, counts);
        start = timing_cpu_fine();
        if (read_bare(statements) == 0)
            g_error("nothing was read");
        bare[round] = (timing_cpu_fine() - start) * 1e3;
        ratios[round] = bare[round] / ms[READ][round];
    }
    printf("%d boxes, %d bookings\n%-40s %8s %9s\n", BOXES, bookings, "", "rows", "CPU ms");
    for (int part = 0; part < PARTS; part++) {
        double median = timing_median(ms[part], ROUNDS);

        whole += part == CRITICAL ? 0 : median;
        printf("%-40s %8u %9.1f\n", names[part], counts[part], median);
    }
    printf("%-40s %8s %9.1f  %.2f of it\n", "  the same rows by bare sqlite3", "",
           timing_median(bare, ROUNDS), timing_median(ratios, ROUNDS));
    printf("%-40s %8s %9.1f  aim %.0f %s\n", "flags and plans of all, in all", "", whole, AIM,
           timing_met(whole <= AIM));
    for (size_t i = 0; i < G_N_ELEMENTS(rows); i++)
        sqlite3_finalize(statements[i]);
    sqlite3_close(db);
    inventory_close(town.inventory);
    town_free(&town);
    town_remove(path);
    return 0;
}
