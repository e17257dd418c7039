#ifndef ALLOCATOR_NEED_H
#define ALLOCATOR_NEED_H

/*
 * What is short. A cell (box, type, age group; all substitutes together) is judged by the chance that
 * it runs out in the near days and in the far ones, beside two levels that are set for it: below the
 * minimum it is at least yellow, and what it needs brings it up to the fill level. What is expired or
 * recalled does not count, nor, for a horizon, what spoils before it ends.
 *
 * Medicine for all ages serves adults and children: what a box has of it counts for both of them, and
 * so does all that is taken of it, whoever takes it, as it is gone for both. Where a box has cells of a
 * type for both, that for all ages is no need of its own. The rules, with their standard settings
 * (inventory/level.h):
 *
 *   EMPTY   nothing to take, where a minimum is set or somebody wanted some
 *   RED     P(out in 3 days) >= 50 %, or it lasts less than a day
 *   ORANGE  P(out in 3 days) >= 25 %, or P(out in 7 days) >= 60 %
 *   YELLOW  P(out in 7 days) >= 30 %, or below the minimum
 */

#include <stdint.h>

#include "allocator/outlook.h"
#include "inventory/snapshot.h"

enum need_level {
    NEED_OK,
    NEED_YELLOW,
    NEED_ORANGE,
    NEED_RED,
    NEED_EMPTY
};
#define NEED_LEVELS 5

enum need_horizon {
    NEED_NEAR,
    NEED_FAR,
    NEED_HORIZONS
};

/* Amounts in millionths of a person-day, as in the snapshot. */
struct need {
    const struct snapshot_cell *cell; /* borrowed from the snapshot */
    int32_t box, place;               /* its numbers in the outlook; box -1: not there */
    bool known;                       /* something is known of what is asked for there */
    bool shared;             /* for all ages, and judged with those for adults and children */
    struct demand_pool pool; /* what of it and of that for all ages is known */
    enum need_level level;
    int64_t usable; /* to be taken: its own, and what is for all ages beside it */
    int64_t beside; /* the latter; 0 where there is no such cell */
    int32_t days[NEED_HORIZONS];
    double out[NEED_HORIZONS];    /* chances to run out; 1 where it is empty */
    int64_t lasts[NEED_HORIZONS]; /* usable and not spoiling within the days */
    int64_t daily;                /* asked for per day now */
    int64_t target;               /* what it is filled up to: the fill level or, if short, what
                                      is asked for in the far days */
    int64_t wanted;               /* what brings it there; 0 at or above it */
    double cover;                 /* days that it lasts; negative where nothing is asked for */
};

/* Judges one cell as if there were nothing for all ages beside it; spoiling is that of the cell alone. */
struct need need_of_cell(const struct snapshot_cell *cell, const struct snapshot_spoiling *spoiling,
                         guint count, const struct outlook *outlook);

/* struct need[] of every cell at or above a level of need, worst first: critical types first, then by
 * level, then by the chances. Free with g_array_unref(). */
GArray *need_list(const struct snapshot *snapshot, const struct outlook *outlook,
                  enum need_level least);

/* What there is to take, in person-days: tenths, rounded down, so that what is below a minimum never reads
 * as if it were at it. */
double need_usable(const struct need *need);
double need_tenths(int64_t amount);

/* Whether there is less than the minimum. */
bool need_is_below(const struct need *need);

/* Whether it is short by its minimum alone, and not by the chances: days of cover say nothing of it. */
bool need_is_by_minimum(const struct need *need);

/* The place of a cell among an outlook's. */
int32_t need_place(const struct snapshot_cell *cell);

/* Tells an outlook when each cell will be filled next, where that is set (level_restock()): up to its
 * fill level. */
void need_tell_restocks(const struct snapshot *snapshot, struct day today, struct outlook *outlook);

/* An area's share of residents, those who need care first counted three times, who meet an empty box
 * within the near and the far days, as expected. */
struct need_share {
    struct area_id community;
    enum drug_type type;
    enum drug_age age;
    int32_t boxes, empty;
    double weight, share[NEED_HORIZONS];
};
#define NEED_SHARE_SHORT 0.5 /* from here on the area is short of it */

/* struct need_share[] of needs (all of them, at NEED_OK or above), worst first. Free with
 * g_array_unref(). */
GArray *need_shares(const GArray *needs, const struct outlook *outlook);

/* "red", for machines, and the word people read. */
const char *need_level_key(enum need_level level);
const char *need_level_word(enum need_level level);

/* Why, in one sentence in the thread's language. Free with g_free(). */
char *need_sentence(const struct need *need, const struct outlook *outlook);

/* The cases that a chance is the sum of (demand_cases()); 0 where there is none to work out. */
int need_cases(const struct need *need, const struct demand *demand, enum need_horizon horizon,
               struct demand_case *cases);

/* The whole arithmetic, a line each. Free with g_strfreev(). */
char **need_arithmetic(const struct need *need, const struct outlook *outlook);

#endif
