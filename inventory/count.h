#ifndef INVENTORY_COUNT_H
#define INVENTORY_COUNT_H

/*
 * Counting a box while it stays in use. What was counted is compared with what the ledger held at
 * the moment of the count, and only the difference is booked: what was given or taken since stays
 * as it is.
 */

#include <stdbool.h>
#include <stdint.h>

#include "base/day.h"
#include "base/err.h"
#include "base/id.h"
#include "inventory/ledger.h"

/* What was found of a drug: of one lot, or of all those together that the line leaves open. */
struct count_line {
    struct drug_id drug;
    struct day expiry; /* DAY_NONE: any */
    const char *lot;   /* NULL: any; "": those without a batch number */
    int32_t units;     /* 0: none left */
};

struct count {
    struct uuid uid;
    int64_t now, counted_at; /* ms UTC; counted_at 0: now */
    struct box_id box;
    const struct count_line *lines;
    size_t line_count;
    bool complete; /* what is not among the lines was not there */
    bool dry_run;  /* only compare */
    int64_t person;
};

/* One difference. */
struct count_difference {
    struct drug_id drug;
    struct day expiry;
    char *lot;
    int64_t expected; /* by the ledger, at the moment of the count */
    int64_t found;
    int64_t total; /* of the drug in the box, after all of the count */
    int64_t seq;   /* of the movement that books it; 0 in a dry run */
};

struct count_result {
    /* This very count had been booked before: all is told as it was then, but not what was settled. */
    bool repeated;
    int64_t compared;       /* lots looked at */
    GPtrArray *differences; /* struct count_difference * */
    /* char *: lines that tell of none of what the ledger does not know of; that a later count has the last
     * word. */
    GPtrArray *notices;
};
void count_result_clear(struct count_result *result);

/*
 * Compares and books the differences as found or lost; a complete count is noted at the box. Of lots
 * counted together, what is missing goes from the one that expires first, and what is more goes to
 * the one that expires last. The same count under the same uid again books nothing, however much was
 * booked or undone since, and be it that the first agreed with the ledger. ERR_INPUT where more is found and the ledger knows no lot of it: the
 * line must then say the expiry; also for a moment in the future. ERR_REFUSED where units
 * that are missing have been taken since the count (count again), for a box out of service, and
 * where the uid belongs to something else.
 */
MUST_CHECK bool count_post(struct inventory *inventory, const struct count *count,
                           struct count_result *result, GError **error);

#endif
