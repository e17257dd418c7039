#ifndef ALLOCATOR_QUOTA_H
#define ALLOCATOR_QUOTA_H

/*
 * What carriers can take is shared between plans. A carrier takes so much out of its boxes at most,
 * of all medicines together, while each medicine has a plan, a flow problem, of its own, whose unit is
 * a load of its own (a bottle is ten tablets). Loads are whole numbers of millionths. That is
 * no network any more, and its best answer may split units. So what a carrier takes gets a price a
 * load, such that all plans together want as much as there is (Lagrangian relaxation; Ahuja,
 * Magnanti, Orlin, Network Flows, 1993, chapter 16): a search halves each carrier's bracket of prices,
 * all carriers at once, and opens it again where the others' prices moved it. Just below a price a
 * plan wants too much, just above it too little; between both lies what the linear program would
 * give each arc. That is rounded by largest remainder to quotas of whole units that never pass the load; with them each plan is a
 * flow problem again and solved to the optimum. What a plan then leaves of its quota goes to where
 * another unit pays most for its load, until nothing pays: the plan there is mended for it (repair.h).
 *
 * Prices of nodes and carriers together give a bound that no sharing can go below (weak duality:
 * proof_bound() computes it from them alone, with as much room on a counting arc as its carrier can
 * take), so how near the plans are to the best is known, not guessed.
 */

#include "allocator/flow.h"

#define QUOTA_LOAD INT64_C(1000000)

/* A plan, and its arcs that count against carriers' quotas; a carrier has any number of them. All
 * arrays are borrowed. */
struct quota_part {
    const struct flow_problem *problem;
    int32_t arcs;
    const int32_t *arc;     /* of the problem, between nodes */
    const int32_t *carrier; /* of each of them: 0 or more */
    int64_t load;           /* millionths of a load that a unit is; 1 or more */
};

struct quota_answer {
    int32_t **rooms; /* of each part's counting arcs: what it may take; of a carrier never more than
                         it can take */
    int64_t **prices; /* of each part's nodes, for the bound */
    int64_t *price;   /* of a load that a carrier takes, for the bound; 0: it can take more */
    int64_t *used;    /* millionths, of each carrier, by the plans within the rooms */
    int64_t cost;     /* of the plans within the rooms, all together */
    int64_t bound;    /* no sharing costs less */
    int64_t idle;     /* what it costs if carriers take nothing */
    int32_t rounds;   /* how often all plans were made */
};

/* What a unit of so much load costs at a price a load; never more than its share. For the bound. */
int64_t quota_extra(int64_t price, int64_t load);

/* What all of a carrier's load costs at a price, to be taken off the bound. ERR_INPUT where that is too
 * high. */
MUST_CHECK bool quota_worth(int64_t price, int64_t most, int64_t *worth, GError **error);

/* Shares what carriers can take (most, in millionths, 0 or more each). ERR_INPUT and ERR_REFUSED as simplex_solve(): a
 * plan must exist even if nothing is taken. Clear with quota_answer_clear(), also after a failure. */
MUST_CHECK bool quota_share(const struct quota_part *parts, int32_t count, const int64_t *most,
                            int32_t carriers, struct quota_answer *answer, GError **error);
void quota_answer_clear(struct quota_answer *answer, int32_t count);

#endif
