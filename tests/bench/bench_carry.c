/*
 * Who carries, in a city of 2,183 boxes after a year of bookings: plans whose loads are limited, and
 * walks of what was planned. Processor's time, medians.
 *
 *   bench_carry [FOLDER [BOOKINGS]]
 */

#include <stdio.h>

#include "inventory/names.h"
#include "planning/draft.h"
#include "planning/walks.h"
#include "tests/bench/timing.h"
#include "tests/bench/town.h"

#define BOXES 2183
#define BOOKINGS 300000
#define GROUP 5000
#define ROUNDS 5

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

/* Each carrier takes out of so many boxes, so many person-days. */
static void
limit(struct draft *draft, int boxes, int64_t load, int32_t **of, int64_t **loads)
{
    guint count = draft->boxes->len;

    draft->input.carrier_count = (int32_t)count / boxes + 1;
    *of = g_new(int32_t, count);
    *loads = g_new(int64_t, draft->input.carrier_count);
    for (guint i = 0; i < count; i++)
        (*of)[i] = (int32_t)i / boxes;
    for (int32_t k = 0; k < draft->input.carrier_count; k++)
        (*loads)[k] = load;
    draft->input.carriers = *of;
    draft->input.loads = *loads;
}

static void
measure_loads(struct draft *draft, int boxes, int64_t load)
{
    g_autofree int32_t *of = NULL;
    g_autofree int64_t *loads = NULL;
    double ms[ROUNDS], gap = 0;
    int32_t carriers;

    limit(draft, boxes, load, &of, &loads);
    carriers = draft->input.carrier_count;
    for (int round = 0; round < ROUNDS; round++) {
        struct dispatch dispatch = {0};
        double start = timing_cpu_fine();

        if (!dispatch_plan(&draft->input, &dispatch, NULL))
            g_error("dispatch_plan");
        ms[round] = (timing_cpu_fine() - start) * 1e3;
        gap = (double)(dispatch.cost - dispatch.bound) /
              (double)MAX(dispatch.idle - dispatch.bound, 1);
        dispatch_clear(&dispatch);
    }
    draft->input.carriers = NULL;
    draft->input.carrier_count = 0;
    printf("%5d carriers of %4d boxes, %5lld each %10.1f ms   %.5f %% of the gain from the bound\n",
           carriers, boxes, (long long)load, timing_median(ms, ROUNDS), gap * 100);
}

static void
measure_walks(const struct town *town, const struct draft *draft, const struct names *names,
              int people)
{
    g_autoptr(GPtrArray) transfers = draft_transfers(draft);
    const struct walks_people who = {.number = people};
    double ms[ROUNDS], minutes = 0;
    guint walked = 0;

    for (guint i = 0; i < transfers->len; i++)
        ((struct transfer *)transfers->pdata[i])->id = i + 1;
    for (int round = 0; round < ROUNDS; round++) {
        g_autoptr(GPtrArray) walks = NULL;
        double start = timing_cpu_fine();

        if (!walks_share(town->inventory, names, transfers, &who, town->at, &walks, NULL))
            g_error("walks_share");
        ms[round] = (timing_cpu_fine() - start) * 1e3;
        walked = walks->len;
        minutes = 0;
        for (guint i = 0; i < walks->len; i++)
            minutes = MAX(minutes, ((const struct walks_walk *)walks->pdata[i])->minutes);
    }
    printf("%5u transfers to %4d people        %10.1f ms   %u walks, the longest %.0f minutes\n",
           transfers->len, people, timing_median(ms, ROUNDS), walked, minutes);
}

int
main(int argc, char **argv)
{
    static const struct {
        int boxes;
        int64_t load;
    } limits[] = {{437, 200}, {50, 20}, {10, 4}};
    static const int people[] = {5, 50, 200};
    const char *folder = argc > 1 ? argv[1] : ".";
    g_autofree char *path = g_build_filename(folder, "bench-carry.db", NULL);
    struct draft draft;
    struct names *names;
    struct town town;

    build(&town, path, argc > 2 ? atoi(argv[2]) : BOOKINGS);
    names = names_read(town.inventory, NULL);
    if (names == NULL || !draft_read(town.inventory, (struct area_id){0}, town.at, &draft, NULL) ||
        !draft_plan(&draft, NULL))
        g_error("a draft");
    setvbuf(stdout, NULL, _IOLBF, 0);
    for (size_t i = 0; i < G_N_ELEMENTS(limits); i++)
        measure_loads(&draft, limits[i].boxes, limits[i].load);
    for (size_t i = 0; i < G_N_ELEMENTS(people); i++)
        measure_walks(&town, &draft, names, people[i]);
    draft_clear(&draft);
    names_free(names);
    inventory_close(town.inventory);
    town_free(&town);
    town_remove(path);
    return 0;
}
