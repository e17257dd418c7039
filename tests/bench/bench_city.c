/*
 * Who carries what where in a city of 2,183 boxes after a year of bookings, from the database to the
 * lines that people read: processor's time of each part, medians.
 *
 *   bench_city [FOLDER [BOOKINGS]]
 */

#include <stdio.h>

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

int
main(int argc, char **argv)
{
    const char *folder = argc > 1 ? argv[1] : ".";
    int bookings = argc > 2 ? atoi(argv[2]) : BOOKINGS;
    g_autofree char *path = g_build_filename(folder, "bench-city.db", NULL);
    double ms[PARTS][ROUNDS], whole = 0;
    guint counts[PARTS];
    struct town town;

    build(&town, path, bookings);
    for (int round = 0; round < ROUNDS; round++)
        measure(&town, ms, round, counts);
    printf("%d boxes, %d bookings\n%-40s %8s %9s\n", BOXES, bookings, "", "rows", "CPU ms");
    for (int part = 0; part < PARTS; part++) {
        double median = timing_median(ms[part], ROUNDS);

        whole += part == CRITICAL ? 0 : median;
        printf("%-40s %8u %9.1f\n", names[part], counts[part], median);
    }
    printf("%-40s %8s %9.1f  aim %.0f %s\n", "flags and plans of all, in all", "", whole, AIM,
           timing_met(whole <= AIM));
    inventory_close(town.inventory);
    town_free(&town);
    town_remove(path);
    return 0;
}
