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

struct bare_read;

struct bare_read *bare_read_open(const char *path, int64_t tenant);
void bare_read_close(struct bare_read *bare);

/* struct stock_total[] of a box (0: all boxes). */
GArray *bare_read_totals(struct bare_read *bare, int64_t box, int32_t today);

/* struct snapshot_cell[] of a box (0: all boxes), at a moment whose day is today at UTC+8; with
 * stock_only what is there and nothing of what happened. */
GArray *bare_read_cells(struct bare_read *bare, int64_t box, int64_t now, int32_t today,
                        bool stock_only);

#endif
