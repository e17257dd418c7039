/* COIN-OR Clp's dual simplex on a DIMACS problem, as a linear program:
 *   peer_clp FILE.min [ROUNDS]    objective N cpu_ms X */

#include <stdio.h>

#include <coin/Clp_C_Interface.h>

#include "tests/bench/allocator/dimacs.h"
#include "tests/bench/timing.h"

/* Each arc is a column: out of its tail, into its head. */
struct program {
    int *start, *row;
    double *entry, *low, *high, *cost, *side;
};

static void
make_program(const struct flow_problem *p, struct program *l)
{
    size_t arcs = (size_t)p->arcs;

    l->start = g_new(int, arcs + 1);
    l->row = g_new(int, 2 * arcs);
    l->entry = g_new(double, 2 * arcs);
    l->low = g_new0(double, arcs);
    l->high = g_new(double, arcs);
    l->cost = g_new(double, arcs);
    l->side = g_new(double, p->nodes);
    for (int a = 0; a < p->arcs; a++) {
        l->start[a] = 2 * a;
        l->row[2 * a] = p->tail[a];
        l->row[2 * a + 1] = p->head[a];
        l->entry[2 * a] = 1;
        l->entry[2 * a + 1] = -1;
        l->high[a] = p->room[a];
        l->cost[a] = (double)p->cost[a];
    }
    l->start[p->arcs] = 2 * p->arcs;
    for (int v = 0; v < p->nodes; v++)
        l->side[v] = (double)p->supply[v];
}

int
main(int argc, char **argv)
{
    struct dimacs d;
    struct program l;
    int rounds = argc > 2 ? MAX(atoi(argv[2]), 1) : 1;
    double least = 0, objective = 0;

    if (argc < 2 || !dimacs_read(argv[1], &d, NULL))
        return 2;
    make_program(&d.problem, &l);
    for (int i = 0; i < rounds; i++) {
        Clp_Simplex *model = Clp_newModel();
        double start;

        Clp_setLogLevel(model, 0);
        Clp_loadProblem(model, d.problem.arcs, d.problem.nodes, l.start, l.row, l.entry, l.low,
                        l.high, l.cost, l.side, l.side);
        start = timing_cpu_fine();
        if (Clp_dual(model, 0) != 0)
            return 1;
        start = timing_cpu_fine() - start;
        least = i == 0 ? start : MIN(least, start);
        objective = Clp_objectiveValue(model);
        Clp_deleteModel(model);
    }
    printf("objective %.0f cpu_ms %.3f peak_mb %.1f\n", objective, least * 1e3, timing_peak_mb());
    return 0;
}
