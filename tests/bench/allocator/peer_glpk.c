/* GLPK's out-of-kilter algorithm on a DIMACS problem:
 *   peer_glpk FILE.min [ROUNDS]    objective N cpu_ms X */

#include <stddef.h>
#include <stdio.h>

#include <glpk.h>

#include "tests/bench/allocator/dimacs.h"
#include "tests/bench/timing.h"

struct vertex {
    double supply, price;
};

struct arc {
    double low, room, cost, flow;
};

static glp_graph *
graph_of(const struct flow_problem *p)
{
    glp_graph *graph = glp_create_graph(sizeof(struct vertex), sizeof(struct arc));

    glp_add_vertices(graph, p->nodes);
    for (int v = 0; v < p->nodes; v++)
        ((struct vertex *)graph->v[v + 1]->data)->supply = (double)p->supply[v];
    for (int a = 0; a < p->arcs; a++)
        *(struct arc *)glp_add_arc(graph, p->tail[a] + 1, p->head[a] + 1)->data =
            (struct arc){.room = p->room[a], .cost = (double)p->cost[a]};
    return graph;
}

int
main(int argc, char **argv)
{
    struct dimacs d;
    int rounds = argc > 2 ? MAX(atoi(argv[2]), 1) : 1;
    double least = 0, objective = 0;

    if (argc < 2 || !dimacs_read(argv[1], &d, NULL))
        return 2;
    for (int i = 0; i < rounds; i++) {
        glp_graph *graph = graph_of(&d.problem);
        double start = timing_cpu_fine();
        int status =
            glp_mincost_okalg(graph, offsetof(struct vertex, supply), offsetof(struct arc, low),
                              offsetof(struct arc, room), offsetof(struct arc, cost), &objective,
                              offsetof(struct arc, flow), offsetof(struct vertex, price));

        start = timing_cpu_fine() - start;
        least = i == 0 ? start : MIN(least, start);
        glp_delete_graph(graph);
        if (status != 0)
            return 1;
    }
    printf("objective %.0f cpu_ms %.3f peak_mb %.1f\n", objective, least * 1e3, timing_peak_mb());
    return 0;
}
