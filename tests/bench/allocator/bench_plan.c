/*
 * Solves a DIMACS problem by the planner's network simplex:
 *
 *   bench-plan FILE.min [ROUNDS]    objective N cpu_ms X peak_mb Y
 *
 * X is the least of the rounds, of the solve alone.
 *
 * Reading the file and laying out the network are not counted; the answer is proved before it is
 * printed. What is no problem, or has no plan, is refused in words.
 */

#include <stdio.h>

#include "allocator/proof.h"
#include "allocator/simplex.h"
#include "base/words.h"
#include "tests/bench/allocator/dimacs.h"
#include "tests/bench/timing.h"

static bool
solve(const struct flow_problem *problem, int rounds, struct flow_answer *answer, double *least,
      GError **error)
{
    for (int i = 0; i < rounds; i++) {
        struct simplex *simplex = simplex_new(problem, error);
        double start;
        bool ok;

        if (simplex == NULL)
            return false;
        start = timing_cpu_fine();
        simplex_run(simplex);
        start = timing_cpu_fine() - start;
        *least = i == 0 ? start : MIN(*least, start);
        flow_answer_clear(answer);
        ok = simplex_answer(simplex, answer, error);
        simplex_free(simplex);
        if (!ok)
            return false;
    }
    return true;
}

int
main(int argc, char **argv)
{
    struct dimacs dimacs = {0};
    struct flow_answer answer = {0};
    GError *error = NULL;
    int rounds = argc > 2 ? MAX(atoi(argv[2]), 1) : 1;
    double seconds = 0;
    bool ok;

    if (argc < 2) {
        fprintf(stderr, "usage: bench-plan FILE.min [ROUNDS]\n");
        return 2;
    }
    words_use(WORDS_EN);
    ok = dimacs_read(argv[1], &dimacs, &error) &&
         solve(&dimacs.problem, rounds, &answer, &seconds, &error) &&
         proof_check(&dimacs.problem, answer.flow, answer.price, &error);
    if (ok)
        printf("objective %lld cpu_ms %.3f peak_mb %.1f\n", (long long)answer.cost, seconds * 1e3,
               timing_peak_mb());
    else
        fprintf(stderr, "bench-plan: %s\n", error->message);
    flow_answer_clear(&answer);
    dimacs_clear(&dimacs);
    g_clear_error(&error);
    return ok ? 0 : 1;
}
