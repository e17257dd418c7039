#ifndef PLANNING_FLAGS_H
#define PLANNING_FLAGS_H

/*
 * What is short now: the cells (box, type, age group) of a box or an area, judged (need.h) by what they
 * hold and by what was learned of demand. Each explains itself: need_sentence() and need_arithmetic()
 * with the outlook, need_shares() for whole areas.
 */

#include "allocator/need.h"
#include "inventory/inventory.h"

struct flags_question {
    struct box_id box;     /* only this one; {0}: those of the area */
    struct area_id area;   /* and below; {0}: all */
    int type;              /* of enum drug_type; 0: all */
    enum need_level least; /* NEED_OK: what is enough, too */
};

struct flags {
    GArray *needs; /* struct need, worst first: borrows from what follows */
    struct snapshot snapshot;
    struct outlook *outlook;
};

/* Judges them at a moment (ms UTC); a box or an area that is not there has none. Clear with
 * flags_clear(), also after a failure. */
MUST_CHECK bool flags_read(struct inventory *inventory, const struct flags_question *question,
                           int64_t now, struct flags *flags, GError **error);
void flags_clear(struct flags *flags);

/* The judgement of one cell, or NULL; as long as the flags live. */
const struct need *flags_find(const struct flags *flags, struct box_id box, enum drug_type type,
                              enum drug_age age);

#endif
