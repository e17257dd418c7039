/*
 * Any bytes as a problem for bench-plan: read, and what is read stays within its bounds and reads as
 * itself when it is written out; or refused in words.
 */

#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include "base/err.h"
#include "tests/bench/allocator/dimacs.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static void
check_bounds(const struct flow_problem *p)
{
    g_assert_cmpint(p->nodes, >, 0);
    for (int32_t a = 0; a < p->arcs; a++) {
        g_assert_cmpint(p->tail[a], >=, 0);
        g_assert_cmpint(p->tail[a], <, p->nodes);
        g_assert_cmpint(p->head[a], >=, 0);
        g_assert_cmpint(p->head[a], <, p->nodes);
        g_assert_cmpint(p->room[a], >=, 0);
        g_assert_cmpint(p->room[a], <=, FLOW_ENDLESS);
    }
}

static bool
read_bytes(const void *data, size_t size, struct dimacs *d)
{
    g_autoptr(GError) error = NULL;
    FILE *file = fmemopen((void *)(uintptr_t)data, size, "rb");
    bool ok;

    g_assert_nonnull(file);
    ok = dimacs_read_file(file, "bytes", d, &error);
    fclose(file);
    g_assert_true(ok || (error != NULL && error->domain == ERR));
    return ok;
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    struct dimacs d, again;
    char *written = NULL;
    size_t length = 0;
    FILE *file;

    if (size == 0 || !read_bytes(data, size, &d))
        return 0;
    check_bounds(&d.problem);
    file = open_memstream(&written, &length);
    dimacs_write_file(file, &d.problem);
    fclose(file);
    if (length / 2 > (size_t)MAX(d.problem.nodes, d.problem.arcs)) {
        g_assert_true(read_bytes(written, length, &again));
        g_assert_cmpint(again.problem.arcs, ==, d.problem.arcs);
        if (d.problem.arcs > 0)
            g_assert_cmpint(memcmp(again.cost, d.cost, sizeof(*d.cost) * (size_t)d.problem.arcs),
                            ==, 0);
        dimacs_clear(&again);
    }
    dimacs_clear(&d);
    free(written);
    return 0;
}
