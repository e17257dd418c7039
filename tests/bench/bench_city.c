/*
 * Who carries what where in a city of 2,183 boxes after a year of bookings, from the database to the
 * lines that people read: processor's time of each part, medians.
 *
 *   bench_city [FOLDER [BOOKINGS]]
 */

#include <stdio.h>

#include "allocator/need.h"
#include "cli/plan_input.h"
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
plan(struct plan_input *input, int type, double *ms)
{
    struct dispatch dispatch = {NULL, NULL};
    double start = timing_cpu_fine();
    guint lines;

    input->dispatch.type = type;
    if (!dispatch_plan(&input->dispatch, &dispatch, NULL))
        g_error("dispatch_plan");
    *ms = (timing_cpu_fine() - start) * 1e3;
    lines = dispatch.lines->len;
    dispatch_clear(&dispatch);
    return lines;
}

static void
measure(struct face *face, double ms[PARTS][ROUNDS], int round, guint counts[PARTS])
{
    struct plan_input input;
    double start = timing_cpu_fine();
    GArray *needs;

    if (!plan_input_read(face, (struct area_id){0}, &input, NULL))
        g_error("plan_input_read");
    ms[READ][round] = (timing_cpu_fine() - start) * 1e3;
    counts[READ] = input.lots->len;
    start = timing_cpu_fine();
    needs = need_list(&input.snapshot, input.outlook, NEED_YELLOW);
    ms[FLAGS][round] = (timing_cpu_fine() - start) * 1e3;
    counts[FLAGS] = needs->len;
    g_array_unref(needs);
    counts[CRITICAL] = plan(&input, DRUG_FEVER, &ms[CRITICAL][round]);
    counts[ALL] = plan(&input, 0, &ms[ALL][round]);
    plan_input_clear(&input);
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
    struct face face;

    build(&town, path, bookings);
    face = (struct face){.inventory = town.inventory, .now = town.at};
    for (int round = 0; round < ROUNDS; round++)
        measure(&face, ms, round, counts);
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
