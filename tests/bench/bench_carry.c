/*
 * Who carries, in a city of 2,183 boxes after a year of bookings: what is lost between a plan's flow and
 * the packs that are carried, plans whose loads are limited, and walks of what was planned. Processor's
 * time, medians.
 *
 *   bench_carry [FOLDER [BOOKINGS]]
 */

#include <stdio.h>

#include "allocator/need.h"
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

/* The demand of the horizon that is met, as expected, in all places of a cell: by what they held, by the
 * plan's flow and by the lines, in person-days. */
struct met {
    double before, flow, lines;
};

static double
met_by(const struct forecast *forecast, int64_t amount)
{
    return forecast_met(forecast, (double)amount / STOCK_PERSON_DAY);
}

static void
add_met(const struct draft *draft, const struct dispatch_cell *cell, struct met *met)
{
    const struct plan *plan = cell->plan;
    g_autoptr(GHashTable) places = g_hash_table_new(g_int64_hash, g_int64_equal);

    for (guint i = 0; i < draft->boxes->len; i++)
        g_hash_table_insert(places, &((struct box *)draft->boxes->pdata[i])->id.n,
                            GUINT_TO_POINTER(i));
    for (guint k = 0; k < draft->input.cells->len; k++) {
        const struct snapshot_cell *c = &g_array_index(draft->input.cells, struct snapshot_cell, k);
        gpointer at;
        guint i;

        if (c->type != cell->type || c->age != cell->age ||
            !g_hash_table_lookup_extended(places, &c->box.n, NULL, &at))
            continue;
        i = GPOINTER_TO_UINT(at);
        met->before += met_by(&draft->input.forecasts[k], cell->before[i]);
        met->flow += met_by(&draft->input.forecasts[k],
                            cell->before[i] + cell->portion * (plan->after[i] - plan->before[i]));
        met->lines += met_by(&draft->input.forecasts[k], cell->after[i]);
    }
}

/* The forecasts as if so many times as much were asked for, by as many more people: takings vary as the
 * number of people does, what is not known of rates as its square (demand_forecast.c). */
static struct forecast *
surge(const struct draft *draft, double factor)
{
    struct forecast *forecasts = g_new(struct forecast, draft->input.cells->len);

    for (guint k = 0; k < draft->input.cells->len; k++) {
        const struct forecast *f = &draft->input.forecasts[k];
        const struct snapshot_cell *c = &g_array_index(draft->input.cells, struct snapshot_cell, k);
        double takings =
            f->mean * demand_explain(outlook_demand(draft->outlook),
                                     outlook_index(draft->outlook, c->box), need_place(c))
                          .dispersion;

        forecasts[k] = (struct forecast){
            f->days, f->rate * factor, f->mean * factor,
            takings * factor + (f->variance - takings) * factor * factor, f->grain};
    }
    return forecasts;
}

static void
measure_packs(struct draft *draft, double factor, bool packs)
{
    const struct forecast *usual = draft->input.forecasts;
    g_autofree struct forecast *forecasts = surge(draft, factor);
    double ms[ROUNDS], flows = 0, carried = 0;
    struct met met = {0};
    guint lines = 0;

    draft->input.packs = packs;
    draft->input.forecasts = forecasts;
    for (int round = 0; round < ROUNDS; round++) {
        struct dispatch dispatch = {0};
        double start = timing_cpu_fine();

        if (!dispatch_plan(&draft->input, &dispatch, NULL))
            g_error("dispatch_plan");
        ms[round] = (timing_cpu_fine() - start) * 1e3;
        lines = dispatch.lines->len;
        for (guint c = 0; round == 0 && c < dispatch.cells->len; c++) {
            const struct dispatch_cell *cell =
                &g_array_index(dispatch.cells, struct dispatch_cell, c);

            flows += (double)cell->flows / STOCK_PERSON_DAY;
            carried += (double)cell->carried / STOCK_PERSON_DAY;
            add_met(draft, cell, &met);
        }
        dispatch_clear(&dispatch);
    }
    draft->input.packs = false;
    draft->input.forecasts = usual;
    printf("demand x %2.0f, %-14s %6u lines %8.1f ms   carried %7.0f of %7.0f person-days, "
           "which meet %8.1f of %8.1f\n",
           factor, packs ? "whole packs" : "what is sealed", lines, timing_median(ms, ROUNDS),
           carried, flows, met.lines - met.before, met.flow - met.before);
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
    static const double factors[] = {1, 10, 50, 250};
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
    for (size_t i = 0; i < G_N_ELEMENTS(factors); i++) {
        measure_packs(&draft, factors[i], false);
        measure_packs(&draft, factors[i], true);
    }
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
