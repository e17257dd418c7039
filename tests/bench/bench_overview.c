/*
 * Reading: stock and shortages of a city of 2,183 boxes x 60 drugs after a million bookings, and of
 * one box, beside bare sqlite3 that steps through the same rows and adds nothing.
 *
 *   bench_overview [FOLDER [BOOKINGS]]
 */

#include <stdio.h>

#include <sqlite3.h>

#include "allocator/need.h"
#include "inventory/inside.h"
#include "inventory/snapshot.h"
#include "inventory/stock.h"
#include "tests/bench/timing.h"
#include "tests/bench/town.h"

#define BOXES 2183
#define BOOKINGS 1000000
#define GROUP 5000
#define ROUNDS 15
#define WINDOW 28

/* A day and moment at the end of the history. */
struct view {
    struct town *town;
    sqlite3 *bare;
    struct box_id box;
    struct day today;
};

static int64_t
ours_stock(struct view *view)
{
    GArray *totals = NULL;
    int64_t rows = 0;

    if (!stock_totals(view->town->inventory, view->box, view->today, &totals, NULL))
        g_error("stock_totals");
    rows = totals->len;
    g_array_unref(totals);
    return rows;
}

static int64_t
ours_shortages(struct view *view)
{
    struct snapshot snapshot;
    GArray *needs;
    int64_t rows;

    if (!snapshot_read(view->town->inventory, view->box, view->town->at, &snapshot, NULL))
        g_error("snapshot_read");
    needs = need_list(&snapshot, NEED_SHORT);
    rows = snapshot.cells->len;
    g_array_unref(needs);
    snapshot_clear(&snapshot);
    return rows;
}

/* Steps through a query and reads its columns as numbers. */
static int64_t
step_all(struct view *view, const char *sql, int columns)
{
    static GHashTable *kept;
    sqlite3_stmt *statement;
    int64_t rows = 0;
    volatile int64_t sink = 0;

    if (kept == NULL)
        kept = g_hash_table_new(g_str_hash, g_str_equal);
    statement = g_hash_table_lookup(kept, sql);
    if (statement == NULL) {
        if (sqlite3_prepare_v2(view->bare, sql, -1, &statement, NULL) != SQLITE_OK)
            g_error("%s", sqlite3_errmsg(view->bare));
        g_hash_table_insert(kept, g_strdup(sql), statement);
    }
    while (sqlite3_step(statement) == SQLITE_ROW) {
        rows++;
        for (int i = 0; i < columns; i++)
            sink += sqlite3_column_int64(statement, i);
    }
    sqlite3_reset(statement);
    return rows;
}

static int64_t
bare_stock(struct view *view)
{
    g_autofree char *one = g_strdup_printf(" AND box = %d", (int)view->box.n);
    const char *where = view->box.n != 0 ? one : "";
    g_autofree char *totals =
        g_strdup_printf("SELECT box, drug, units FROM total WHERE tenant = %d%s AND units > 0",
                        (int)view->town->tenant, where);
    g_autofree char *expired =
        g_strdup_printf("SELECT box, drug, units FROM stock WHERE tenant = %d%s AND expiry < %d",
                        (int)view->town->tenant, where, view->today.n);

    return step_all(view, totals, 3) + 0 * step_all(view, expired, 3);
}

static int64_t
bare_shortages(struct view *view)
{
    int tenant = (int)view->town->tenant;
    g_autofree char *one = g_strdup_printf(" AND box = %d", (int)view->box.n);
    g_autofree char *id = g_strdup_printf(" AND id = %d", (int)view->box.n);
    const char *where = view->box.n != 0 ? one : "";
    int64_t from = view->town->at - WINDOW * INT64_C(86400000);
    g_autofree char *cells = g_strdup_printf(
        "SELECT box, type, age, amount, first_at, empty_since FROM cell WHERE tenant = %d%s",
        tenant, where);
    g_autofree char *boxes = g_strdup_printf("SELECT id, area FROM box WHERE tenant = %d%s", tenant,
                                             view->box.n != 0 ? id : "");
    g_autofree char *expired = g_strdup_printf(
        "SELECT box, drug, units FROM stock WHERE tenant = %d%s AND expiry < %d", tenant, where,
        view->today.n);
    g_autofree char *use =
        g_strdup_printf("SELECT box, type, age, amount FROM use_day WHERE tenant = %d%s AND day > %d"
                        " AND day <= %d",
                        tenant, where, view->today.n - WINDOW, view->today.n);
    g_autofree char *spans = g_strdup_printf(
        "SELECT box, type, age, from_at, until_at FROM empty_span WHERE tenant = %d%s"
        " AND until_at > %lld",
        tenant, where, (long long)from);
    int64_t rows = step_all(view, cells, 6);

    step_all(view, boxes, 2);
    step_all(view, expired, 3);
    step_all(view, use, 4);
    step_all(view, spans, 5);
    return rows;
}

static void
measure(struct view *view, const char *name, int64_t (*ours)(struct view *),
        int64_t (*bare)(struct view *), int repeats)
{
    double ours_cpu[ROUNDS], ratio[ROUNDS];
    int64_t rows = 0;

    for (int round = 0; round < ROUNDS; round++) {
        double start = timing_cpu(), middle, end;

        for (int i = 0; i < repeats; i++)
            rows = ours(view);
        middle = timing_cpu();
        for (int i = 0; i < repeats; i++)
            bare(view);
        end = timing_cpu();
        ours_cpu[round] = (middle - start) / repeats;
        ratio[round] = (end - middle) / (middle - start);
    }
    printf("%-22s %8lld %14.3f %18.2f\n", name, (long long)rows,
           timing_median(ours_cpu, ROUNDS) * 1e3, timing_median(ratio, ROUNDS));
    fflush(stdout);
}

int
main(int argc, char **argv)
{
    const char *folder = argc > 1 ? argv[1] : ".";
    int bookings = argc > 2 ? atoi(argv[2]) : BOOKINGS;
    g_autofree char *path = g_build_filename(folder, "bench-overview.db", NULL);
    struct town town;
    struct view view = {.town = &town};

    town_remove(path);
    town_build(&town, path, BOXES);
    town.step = 300 * INT64_C(86400000) / MAX(bookings, 1);
    for (int i = 0; i < bookings; i += GROUP) {
        struct town_op *ops = town_ops(&town, GROUP);

        town_post(&town, ops, GROUP);
        g_free(ops);
    }
    view.today = inventory_day(town.inventory, town.at);
    if (sqlite3_open(path, &view.bare) != SQLITE_OK)
        g_error("%s", sqlite3_errmsg(view.bare));
    sqlite3_exec(view.bare, "PRAGMA cache_size = -65536", NULL, NULL, NULL);
    printf("overviews, %d boxes x %d drugs, %d bookings, medians of %d rounds taken in turn\n",
           BOXES, TOWN_DRUGS, bookings, ROUNDS);
    printf("view                       rows   CPU ms, ours   bare CPU / ours\n");
    measure(&view, "stock, city", ours_stock, bare_stock, 1);
    measure(&view, "shortages, city", ours_shortages, bare_shortages, 1);
    view.box.n = 1000;
    measure(&view, "stock, one box", ours_stock, bare_stock, 200);
    measure(&view, "shortages, one box", ours_shortages, bare_shortages, 200);
    inventory_close(town.inventory);
    sqlite3_close_v2(view.bare);
    town_free(&town);
    town_remove(path);
    return 0;
}
