/*
 * Bookings one by one: units come to boxes or leave them by chance, and after each the plan is the
 * best again. By the tree engine where the problem has a hierarchy, by the local repair otherwise.
 *
 *   bench_events FILE.min [EVENTS [OUT.min]]    objective N mean_us A p50_us B p99_us C
 *
 * The mean is of the processor's time without clocks between; the others are wall time of each. The
 * objective afterwards must be that of a plan made from nothing. OUT.min gets the problem as it is
 * then, so that others can solve it.
 */

#include <stdio.h>

#include "allocator/repair.h"
#include "allocator/simplex.h"
#include "tests/bench/allocator/hierarchy.h"
#include "tests/bench/timing.h"
#include "tests/unit/random.h"

#define EVENTS 20000

/* One of both. */
struct keeper {
    struct repair *repair;
    struct tree *tree;
};

static void
event(const struct keeper *keeper, int32_t box, bool comes)
{
    int32_t moved;

    if (keeper->tree != NULL)
        moved = (comes ? tree_add : tree_remove)(keeper->tree, box, 1);
    else
        moved = (comes ? repair_add : repair_remove)(keeper->repair, box, 1);
    if (moved != 1)
        g_error("an event found no place");
}

static struct keeper
start(const struct dimacs *d)
{
    struct keeper keeper = {NULL, NULL};
    struct flow_answer answer;
    struct hierarchy h;

    if (d->parent != NULL) {
        hierarchy_read(d, &h);
        keeper.tree = tree_new(&h.problem, NULL);
        hierarchy_clear(&h);
        return keeper;
    }
    if (!simplex_solve(&d->problem, &answer, NULL))
        g_error("no plan");
    keeper.repair = repair_new(&d->problem, &answer, NULL);
    flow_answer_clear(&answer);
    return keeper;
}

/* Boxes: places that are part of something and have no parts. */
static int32_t *
boxes_of(const struct dimacs *d, int32_t *count)
{
    int32_t places = d->problem.nodes - 1, *boxes = g_new(int32_t, places);
    g_autofree bool *has_parts = g_new0(bool, places);

    for (int32_t v = 0; d->parent != NULL && v < places; v++)
        if (d->parent[v] >= 0)
            has_parts[d->parent[v]] = true;
    *count = 0;
    for (int32_t v = 0; v < places; v++)
        if (!has_parts[v])
            boxes[(*count)++] = v;
    return boxes;
}

/* Runs events; with wall, each is timed. Returns processor's seconds. */
static double
run(struct dimacs *d, const struct keeper *keeper, uint64_t *state, int count, double *wall)
{
    int32_t places = 0, *boxes = boxes_of(d, &places), sink = d->problem.nodes - 1;
    double begin = timing_cpu_fine(), cpu;

    for (int i = 0; i < count; i++) {
        int32_t box = boxes[random_below(state, places)];
        bool comes = random_below(state, 2) == 1 || d->supply[box] <= 0;
        double before = wall != NULL ? timing_wall() : 0;

        event(keeper, box, comes);
        if (wall != NULL)
            wall[i] = timing_wall() - before;
        d->supply[box] += comes ? 1 : -1;
        d->supply[sink] -= comes ? 1 : -1;
    }
    cpu = timing_cpu_fine() - begin;
    g_free(boxes);
    return cpu;
}

int
main(int argc, char **argv)
{
    struct dimacs d;
    struct flow_answer cold;
    struct keeper keeper;
    GError *error = NULL;
    int count = argc > 2 ? MAX(atoi(argv[2]), 1) : EVENTS;
    uint64_t state = 12345;
    double *wall, cpu;
    int64_t cost;

    if (argc < 2 || !dimacs_read(argv[1], &d, &error)) {
        fprintf(stderr, "bench_events: %s\n", error != NULL ? error->message : "which file?");
        return 2;
    }
    wall = g_new(double, count);
    keeper = start(&d);
    cpu = run(&d, &keeper, &state, count, NULL);
    run(&d, &keeper, &state, count, wall);
    qsort(wall, (size_t)count, sizeof(*wall), timing_order);
    cost = keeper.tree != NULL ? tree_cost(keeper.tree) : repair_cost(keeper.repair);
    if (!simplex_solve(&d.problem, &cold, &error) || cold.cost != cost)
        g_error("events: %lld, from nothing: %lld", (long long)cost, (long long)cold.cost);
    printf("objective %lld mean_us %.3f p50_us %.3f p99_us %.3f\n", (long long)cost,
           cpu * 1e6 / count, wall[count / 2] * 1e6, wall[count * 99 / 100] * 1e6);
    if (argc > 3 && !dimacs_write(argv[3], &d.problem, &error))
        g_error("%s", error->message);
    repair_free(keeper.repair);
    tree_free(keeper.tree);
    flow_answer_clear(&cold);
    dimacs_clear(&d);
    g_free(wall);
    return 0;
}
