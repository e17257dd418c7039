/*
 * The tree engine on a DIMACS problem with a hierarchy, in the words of bench-plan:
 *
 *   bench_tree FILE.min [ROUNDS]    objective N cpu_ms X
 */

#include <stdio.h>

#include "tests/bench/allocator/hierarchy.h"
#include "tests/bench/timing.h"

int
main(int argc, char **argv)
{
    struct dimacs d;
    struct hierarchy h;
    GError *error = NULL;
    int rounds = argc > 2 ? MAX(atoi(argv[2]), 1) : 1;
    double least = 0;
    int64_t cost = 0;

    if (argc < 2 || !dimacs_read(argv[1], &d, &error) || d.parent == NULL) {
        fprintf(stderr, "bench_tree: %s\n", error != NULL ? error->message : "no hierarchy");
        return 2;
    }
    hierarchy_read(&d, &h);
    for (int i = 0; i < rounds; i++) {
        struct tree *tree = tree_lay_out(&h.problem, &error);
        double start = timing_cpu_fine();

        if (tree == NULL) {
            fprintf(stderr, "bench_tree: %s\n", error->message);
            return 1;
        }
        tree_solve(tree);
        start = timing_cpu_fine() - start;
        least = i == 0 ? start : MIN(least, start);
        cost = tree_cost(tree);
        tree_free(tree);
    }
    printf("objective %lld cpu_ms %.3f peak_mb %.1f\n", (long long)cost, least * 1e3,
           timing_peak_mb());
    hierarchy_clear(&h);
    dimacs_clear(&d);
    return 0;
}
