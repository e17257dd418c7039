#ifndef ALLOCATOR_NEED_H
#define ALLOCATOR_NEED_H

/*
 * What is short. A cell (box, type, age group) is judged by two levels and by its days of cover:
 * below the minimum it is short, and what it needs is what brings it up to the fill level. Days of
 * cover divide what is there by the daily use of the days on which there was something to take: an
 * empty box is not a box without demand.
 */

#include <stdint.h>

#include "inventory/snapshot.h"

enum need_level {
    NEED_NONE,  /* at the fill level or above */
    NEED_LOW,   /* between the two levels */
    NEED_SHORT, /* below the minimum, or it lasts less than NEED_SHORT_DAYS */
    NEED_EMPTY, /* nothing that can be taken */
};

#define NEED_SHORT_DAYS 3
#define NEED_FILL_DAYS 7 /* what is short is filled up to last so long, where the level is less */

/* Amounts in millionths of a person-day, as in the snapshot. */
struct need {
    const struct snapshot_cell *cell; /* borrowed from the snapshot */
    enum need_level level;
    int64_t daily; /* use per day with stock */
    int64_t
        target; /* what it is filled up to: the fill level or, if short, NEED_FILL_DAYS of use */
    int64_t wanted; /* what brings it there; 0 at or above the fill level */
    double cover;   /* days that it lasts; negative where nothing shows any use */
};

/* Judges one cell. */
struct need need_of_cell(const struct snapshot_cell *cell);

/* struct need[] of every cell at or above a level of need, worst first: critical types first, then
 * empty before short, then least cover. Free with g_array_unref(). */
GArray *need_list(const struct snapshot *snapshot, enum need_level least);

/* "short", for machines, and the word people read. */
const char *need_level_key(enum need_level level);
const char *need_level_word(enum need_level level);

/* The arithmetic of a need in a few sentences in the thread's language. Free with g_free(). */
char *need_explain(const struct need *need);

#endif
