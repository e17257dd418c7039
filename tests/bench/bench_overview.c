/*
 * Reading: a city of 2,183 boxes x 60 drugs after a year with a million bookings, at a glance and
 * medicine by medicine, and one box of it, beside the same questions answered by hand on bare
 * sqlite3 (bare_read.h). Both answers must be the same, row by row.
 *
 *   bench_overview [FOLDER [BOOKINGS]]    where the file is made (the current folder otherwise)
 */

#include <stdio.h>

#include "allocator/need.h"
#include "inventory/snapshot.h"
#include "inventory/stock.h"
#include "planning/learned.h"
#include "tests/bench/bare_read.h"
#include "tests/bench/timing.h"
#include "tests/bench/town.h"

#define BOXES 2183
#define BOOKINGS 1000000
#define GROUP 5000
#define ROUNDS 15
#define RATIO_AIM 0.8

/* What is asked, and at which moment. */
struct view {
    struct town *town;
    struct bare_read *bare;
    struct box_id box;   /* {0}: the city */
    struct drug_id drug; /* {0}: all medicines */
    struct day today;
};

/* Answers a question by ours or by bare, and lets it go; returns how many rows it had. */
typedef guint ask(struct view *view, bool ours);

static GArray *
read_totals(struct view *view, bool ours)
{
    GArray *totals = NULL;

    if (!ours)
        return bare_read_totals(view->bare, view->box.n, view->drug.n, view->today.n);
    if (!stock_totals(view->town->inventory, view->box, view->drug, view->today, &totals, NULL))
        g_error("stock_totals");
    return totals;
}

static void
read_cells(struct view *view, bool ours, bool stock_only, struct snapshot *snapshot)
{
    struct inventory *inventory = view->town->inventory;
    int64_t now = view->town->at;

    if (!ours)
        bare_read_cells(view->bare, view->box.n, now, view->today.n, stock_only, snapshot);
    else if (!(stock_only ? snapshot_read_stock(inventory, view->box, now, snapshot, NULL)
                          : snapshot_read(inventory, view->box, now, snapshot, NULL)))
        g_error("snapshot_read");
}

static guint
ask_totals(struct view *view, bool ours)
{
    g_autoptr(GArray) totals = read_totals(view, ours);

    return totals->len;
}

static guint
count_cells(struct view *view, bool ours, bool stock_only)
{
    struct snapshot snapshot;
    guint rows;

    read_cells(view, ours, stock_only, &snapshot);
    rows = snapshot.cells->len;
    snapshot_clear(&snapshot);
    return rows;
}

/* What `medbox stock` shows. */
static guint
ask_stock(struct view *view, bool ours)
{
    return count_cells(view, ours, true);
}

/* What the allocator is handed: what every cell holds, what of it spoils soon, who asked in vain. */
static guint
ask_cells(struct view *view, bool ours)
{
    return count_cells(view, ours, false);
}

/* ------------------------------------------------------------------------------------------ flags */

/* The parts of `medbox shortages`: what boxes hold, what the ledger has taught (kept of the days before
 * this one), and judging all cells. Nobody else answers this question, so nothing is beside it. */
enum part {
    READ,
    LEARN,
    JUDGE,
    PARTS
};
static const char *const part_names[PARTS] = {"  stock and what spoils", "  what was learned",
                                              "  judging"};

static guint
flag_city(struct view *view, double cpu[PARTS])
{
    struct snapshot snapshot;
    struct outlook *outlook;
    GArray *needs;
    guint flagged;
    double start = timing_cpu(), read, learned;

    if (!snapshot_read(view->town->inventory, view->box, view->town->at, &snapshot, NULL))
        g_error("snapshot_read");
    read = timing_cpu();
    if (!learned_read(view->town->inventory, view->town->at, &outlook, NULL))
        g_error("learned_read");
    learned = timing_cpu();
    needs = need_list(&snapshot, outlook, NEED_YELLOW);
    cpu[READ] = (read - start) * 1e3;
    cpu[LEARN] = (learned - read) * 1e3;
    cpu[JUDGE] = (timing_cpu() - learned) * 1e3;
    flagged = needs->len;
    g_array_unref(needs);
    outlook_free(outlook);
    snapshot_clear(&snapshot);
    return flagged;
}

static void
measure_flags(struct view *view, double aim)
{
    double rounds[PARTS + 1][ROUNDS], cpu[PARTS], all;
    guint flagged = flag_city(view, cpu);

    printf("\n%-30s %7s  %8s\n", "flags", "rows", "CPU ms");
    printf("%-30s %7s  %8.3f  once, from the whole ledger\n", part_names[LEARN], "", cpu[LEARN]);
    for (int round = 0; round < ROUNDS; round++) {
        flagged = flag_city(view, cpu);
        rounds[PARTS][round] = 0;
        for (int part = 0; part < PARTS; part++) {
            rounds[part][round] = cpu[part];
            rounds[PARTS][round] += cpu[part];
        }
    }
    for (int part = 0; part < PARTS; part++)
        printf("%-30s %7s  %8.3f\n", part_names[part], "", timing_median(rounds[part], ROUNDS));
    all = timing_median(rounds[PARTS], ROUNDS);
    printf("%-30s %7u  %8.3f  aim %.0f %s\n", "city, flags", flagged, all, aim,
           timing_met(all <= aim));
}

/* ----------------------------------------------------------------------------------- the same? */

static void
compare_totals(struct view *view)
{
    g_autoptr(GArray) ours = read_totals(view, true), bare = read_totals(view, false);

    g_assert(ours->len > 0 && ours->len == bare->len);
    for (guint i = 0; i < ours->len; i++) {
        const struct stock_total *a = &g_array_index(ours, struct stock_total, i);
        const struct stock_total *b = &g_array_index(bare, struct stock_total, i);

        g_assert(a->box.n == b->box.n && a->drug.n == b->drug.n && a->units == b->units &&
                 a->usable == b->usable);
    }
}

static void
compare_spoiling(const GArray *ours, const GArray *bare)
{
    g_assert(ours->len == bare->len);
    for (guint i = 0; i < ours->len; i++) {
        const struct snapshot_spoiling *a = &g_array_index(ours, struct snapshot_spoiling, i);
        const struct snapshot_spoiling *b = &g_array_index(bare, struct snapshot_spoiling, i);

        g_assert(a->cell == b->cell && a->days_left == b->days_left && a->amount == b->amount);
    }
}

static void
compare_cells(struct view *view, bool stock_only)
{
    struct snapshot ours, bare;

    read_cells(view, true, stock_only, &ours);
    read_cells(view, false, stock_only, &bare);
    g_assert(ours.cells->len > 0 && ours.cells->len == bare.cells->len);
    for (guint i = 0; i < ours.cells->len; i++) {
        const struct snapshot_cell *a = &g_array_index(ours.cells, struct snapshot_cell, i);
        const struct snapshot_cell *b = &g_array_index(bare.cells, struct snapshot_cell, i);

        g_assert(a->box.n == b->box.n && a->type == b->type && a->age == b->age &&
                 a->usable == b->usable && a->unusable == b->unusable && a->unmet == b->unmet &&
                 a->minimum == b->minimum && a->fill == b->fill);
    }
    compare_spoiling(ours.spoiling, bare.spoiling);
    snapshot_clear(&ours);
    snapshot_clear(&bare);
}

/* ------------------------------------------------------------------------------------ measuring */

static double
time_of(struct view *view, ask *question, bool ours, int repeats, guint *rows)
{
    double start = timing_cpu();

    for (int i = 0; i < repeats; i++)
        *rows = question(view, ours);
    return (timing_cpu() - start) / repeats * 1e3;
}

static void
measure(struct view *view, const char *name, ask *question, int repeats, double aim)
{
    double ours[ROUNDS], bare[ROUNDS], ratios[ROUNDS], cpu, ratio;
    guint rows = 0;

    for (int round = 0; round < ROUNDS; round++) {
        ours[round] = time_of(view, question, true, repeats, &rows);
        bare[round] = time_of(view, question, false, repeats, &rows);
        ratios[round] = bare[round] / ours[round];
    }
    cpu = timing_median(ours, ROUNDS);
    ratio = timing_median(ratios, ROUNDS);
    printf("%-30s %7u  %8.3f %8.3f  %6.2f %-8s  %6.1f %s\n", name, rows, cpu,
           timing_median(bare, ROUNDS), ratio, timing_met(ratio >= RATIO_AIM), aim,
           timing_met(cpu <= aim));
    fflush(stdout);
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
    town_wear(town);
}

static void
measure_all(struct view *view)
{
    printf("%-30s %7s  %17s  %-15s  %s\n", "", "", "CPU ms", "bare / ours", "CPU ms");
    printf("%-30s %7s  %8s %8s  %6s %-8s  %6s\n", "overview", "rows", "ours", "bare", "", "0.80",
           "aim");
    compare_cells(view, true);
    compare_cells(view, false);
    compare_totals(view);
    measure(view, "city, stock by type", ask_stock, 1, 15);
    measure(view, "city, what flags are made of", ask_cells, 1, 15);
    measure(view, "city, stock by medicine", ask_totals, 1, 15);
    view->drug.n = 20;
    compare_totals(view);
    measure(view, "city, one medicine", ask_totals, 1, 15);
    view->drug.n = 0;
    view->box.n = 1000;
    compare_cells(view, true);
    compare_cells(view, false);
    compare_totals(view);
    measure(view, "one box, stock by medicine", ask_totals, 500, 0.1);
    measure(view, "one box, the same", ask_cells, 500, 0.1);
    view->box.n = 0;
    measure_flags(view, 15);
}

int
main(int argc, char **argv)
{
    const char *folder = argc > 1 ? argv[1] : ".";
    int bookings = argc > 2 ? atoi(argv[2]) : BOOKINGS;
    g_autofree char *path = g_build_filename(folder, "bench-overview.db", NULL);
    struct town town;
    struct view view = {.town = &town};

    build(&town, path, bookings);
    view.today = inventory_day(town.inventory, town.at);
    view.bare = bare_read_open(path, town.tenant);
    printf("%d boxes x %d drugs, %d bookings, medians of %d rounds taken in turn\n", BOXES,
           TOWN_DRUGS, bookings, ROUNDS);
    measure_all(&view);
    bare_read_close(view.bare);
    inventory_close(town.inventory);
    town_free(&town);
    town_remove(path);
    return 0;
}
