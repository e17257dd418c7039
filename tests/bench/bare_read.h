#ifndef TESTS_BENCH_BARE_READ_H
#define TESTS_BENCH_BARE_READ_H

/*
 * The questions of the overviews, answered by hand on bare sqlite3: prepared statements bound by
 * number, sums in plain arrays, one transaction for each answer. Levels and window are the standard
 * ones, written into the program, which looks only whether any is set; areas and languages are not
 * looked at.
 */

#include <stdbool.h>
#include <stdint.h>

#include <glib.h>

#include "inventory/snapshot.h"

struct bare_read;

struct bare_read *bare_read_open(const char *path, int64_t tenant);
void bare_read_close(struct bare_read *bare);

/* struct stock_total[] of a box (0: all boxes) and drug (0: all). */
GArray *bare_read_totals(struct bare_read *bare, int64_t box, int64_t drug, int32_t today);

/* The snapshot of a box (0: all boxes), at a moment whose day is today at UTC+8; with stock_only what
 * is there and nothing of what happened. Cleared with snapshot_clear(). The levels of its cells are
 * but the minimum and the fill level. */
void bare_read_cells(struct bare_read *bare, int64_t box, int64_t now, int32_t today,
                     bool stock_only, struct snapshot *snapshot);

#endif
