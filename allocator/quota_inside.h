#ifndef ALLOCATOR_QUOTA_INSIDE_H
#define ALLOCATOR_QUOTA_INSIDE_H

/* The inside of sharing loads: the search for prices (quota.c), then whole units (quota_round.c). */

#include "allocator/quota.h"
#include "allocator/repair.h"
#include "allocator/simplex.h"

/* The search for a carrier's price: too much is wanted at low, too little at high. */
struct quota_bracket {
    int64_t low, high, step;
    int64_t reach;       /* upwards, while nothing is known to be too much */
    int64_t used;        /* at the price that was tried last */
    int64_t over, under; /* used when too much, and when not, was wanted last */
    bool was_over;       /* ever */
};

/* A part as it is solved again and again. */
struct quota_try {
    struct flow_problem problem; /* with the two that change */
    int64_t *cost;
    int32_t *room;
    int32_t *flow, *over, *under; /* of the counting arcs: now, and as in the bracket */
    struct simplex *simplex;      /* while only costs change */
    struct flow_answer answer;
    struct repair *repair; /* while what is left is handed on, */
    int64_t mended;        /* what its plan costs then, */
    bool *vain;            /* of the counting arcs: more room brought nothing */
};

/* An arc that counts: of a part, the number among its counting arcs. */
struct quota_member {
    int32_t part, at;
};

struct quota_sharing {
    const struct quota_part *parts;
    struct quota_member *members; /* carrier by carrier, from first[k] on */
    int32_t *first;
    int32_t count, carriers;
    const int64_t *most;
    int64_t dearest; /* no load is worth more */
    int64_t *price;
    struct quota_bracket *bracket;
    struct quota_try *tries;
    struct quota_answer *answer;
};

/* Makes all plans within the rooms, at their own costs. */
MUST_CHECK bool quota_solve_within(struct quota_sharing *sharing, GError **error);

/* What all plans take of a carrier, in millionths. */
int64_t quota_used(const struct quota_sharing *sharing, int32_t carrier);

/* Adds to a sum of costs; ERR_INPUT where it is too high. */
MUST_CHECK bool quota_add(int64_t *sum, int64_t more, GError **error);

/* From prices to rooms of whole units, and what the plans cost within them. */
MUST_CHECK bool quota_round(struct quota_sharing *sharing, GError **error);

#endif
