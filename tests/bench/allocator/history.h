#ifndef TESTS_BENCH_ALLOCATOR_HISTORY_H
#define TESTS_BENCH_ALLOCATOR_HISTORY_H

/* A history in two files, boxes.csv and events.csv, as README.md beside this says. */

#include <glib.h>
#include <stdbool.h>

#include "allocator/demand.h"

struct history {
    GPtrArray *boxes, *types, *counties; /* char *: names, by number */
    GArray *box;                         /* struct demand_box */
    GArray *weight;    /* double: of a box, residents who count by how vulnerable */
    GArray *community; /* int32_t: by box */
    GArray *events;    /* struct demand_event, by time */
    bool dated;        /* times are dates, day numbers count from 1970-01-01 */
};

/* Reads DIR; ends the program with the file and line of what it can't understand. */
void history_read(struct history *history, const char *folder);
void history_clear(struct history *history);

#endif
