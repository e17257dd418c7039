#ifndef TESTS_BENCH_ALLOCATOR_HISTORY_H
#define TESTS_BENCH_ALLOCATOR_HISTORY_H

/* A history in two files, boxes.csv and events.csv, as README.md beside this says. */

#include <glib.h>
#include <stdbool.h>
#include <stdio.h>

#include "allocator/demand.h"
#include "base/err.h"

struct history {
    GPtrArray *boxes, *types, *counties; /* char *: names, by number */
    GArray *box;                         /* struct demand_box */
    GArray *weight;    /* double: of a box, residents who count by how vulnerable */
    GArray *community; /* int32_t: by box */
    GArray *events;    /* struct demand_event, by time */
    bool counted;      /* times are numbers of days */
    bool dated;        /* times are dates, day numbers count from 1970-01-01 */
};

/* Reads DIR; ERR_INPUT says file and line of what can't be understood. Clear with history_clear(), also
 * after a failure. */
MUST_CHECK bool history_read(struct history *history, const char *folder, GError **error);
void history_clear(struct history *history);

/* The same of two open files, which stay open. */
MUST_CHECK bool history_read_files(struct history *history, FILE *boxes, FILE *events,
                                   GError **error);

#endif
