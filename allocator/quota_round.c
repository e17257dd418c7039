#include <math.h>

#include "allocator/quota_inside.h"

/* An arc that may get more, and how much that is deserved: greatest first. */
struct claim {
    double worth;
    int32_t *room;
    int64_t load; /* of a unit */
};

static int
greatest_first(const void *a, const void *b)
{
    const struct claim *one = a, *other = b;

    return (one->worth < other->worth) - (one->worth > other->worth);
}

/* Gives load to those who claim some: as many units to each, what is over to the first for whom it is
 * enough. */
static void
hand_out(GArray *claims, int64_t load)
{
    int64_t all = 0, each;

    for (guint i = 0; i < claims->len; i++)
        all += g_array_index(claims, struct claim, i).load;
    each = all > 0 ? load / all : 0;
    load -= each * all;
    for (guint i = 0; i < claims->len; i++) {
        const struct claim *claim = &g_array_index(claims, struct claim, i);
        bool one_more = claim->load <= load;

        *claim->room = (int32_t)MIN(*claim->room + each + one_more, FLOW_ENDLESS);
        load -= one_more ? claim->load : 0;
    }
}

/* What the linear program would give each arc lies between what it had on both sides of the bracket:
 * whole units first, then one each by largest remainder, then as much to each. */
static void
round_carrier(struct quota_sharing *s, int32_t k, GArray *claims)
{
    const struct quota_bracket *b = &s->bracket[k];
    double mix = b->was_over && b->over > b->under
                     ? (double)(s->most[k] - b->under) / (double)(b->over - b->under)
                     : 0;
    int64_t left = s->most[k];

    g_array_set_size(claims, 0);
    for (int32_t m = s->first[k]; m < s->first[k + 1]; m++) {
        struct quota_member at = s->members[m];
        const struct quota_try *t = &s->tries[at.part];
        double share = t->under[at.at] + mix * (t->over[at.at] - t->under[at.at]);
        int64_t load = s->parts[at.part].load;
        int32_t whole = (int32_t)MIN((int64_t)(share + 1e-9), left / load);
        struct claim claim = {share - whole, &s->answer->rooms[at.part][at.at], load};

        *claim.room = whole;
        left -= whole * load;
        g_array_append_val(claims, claim);
    }
    g_array_sort(claims, greatest_first);
    hand_out(claims, left);
}

/* ----------------------------------------------------------------------------------- the mending */

static bool
open_repairs(struct quota_sharing *s, GError **error)
{
    for (int32_t d = 0; d < s->count; d++) {
        s->tries[d].repair = repair_new(&s->tries[d].problem, &s->tries[d].answer, error);
        if (s->tries[d].repair == NULL)
            return false;
        s->tries[d].mended = s->tries[d].answer.cost;
    }
    return true;
}

/* A carrier's arcs keep what they use. */
static void
narrow(struct quota_sharing *s, int32_t k)
{
    for (int32_t m = s->first[k]; m < s->first[k + 1]; m++) {
        struct quota_member at = s->members[m];
        const struct quota_try *t = &s->tries[at.part];
        int32_t *room = &s->answer->rooms[at.part][at.at];

        if (*room > t->flow[at.at])
            (void)repair_set_room(t->repair, s->parts[at.part].arc[at.at], t->flow[at.at]);
        *room = t->flow[at.at];
    }
}

/* An arc may take so much; what its plan takes then is read anew. Says whether that saved any; where it did
 * not, though prices promised it, it is not tried again until the plan changes. */
static bool
widen(struct quota_sharing *s, struct quota_member at, int32_t room)
{
    const struct quota_part *part = &s->parts[at.part];
    struct quota_try *t = &s->tries[at.part];
    int64_t before = t->mended;

    s->answer->rooms[at.part][at.at] = room;
    t->vain[at.at] = true;
    if (!repair_set_room(t->repair, part->arc[at.at], room))
        return false;
    t->mended = repair_cost(t->repair);
    for (int32_t i = 0; i < part->arcs; i++) {
        t->flow[i] = repair_flow(t->repair, part->arc[i]);
        t->vain[i] &= t->mended == before;
    }
    return t->mended < before;
}

/* What another unit on an arc would save, where it takes all that it may: the last one that is kept where
 * it begins goes. (What another there would be worth, its price, may be far more.) */
static int64_t
worth_of_more(const struct quota_sharing *s, struct quota_member m)
{
    const struct flow_problem *p = s->parts[m.part].problem;
    const struct quota_try *t = &s->tries[m.part];
    int32_t a = s->parts[m.part].arc[m.at];

    if (t->vain[m.at] || t->flow[m.at] < s->answer->rooms[m.part][m.at] ||
        t->flow[m.at] >= p->room[a])
        return 0;
    return repair_spares(t->repair, p->tail[a]) - repair_price(t->repair, p->head[a]) - p->cost[a];
}

/* The carrier's arc on which more of what is left would save the most for its load; false: nothing
 * would. */
static bool
best_of(const struct quota_sharing *s, int32_t k, int64_t left, struct quota_member *best)
{
    double most = 0;

    for (int32_t m = s->first[k]; m < s->first[k + 1]; m++) {
        int64_t load = s->parts[s->members[m].part].load;
        double worth = load > left ? 0 : (double)worth_of_more(s, s->members[m]) / (double)load;

        if (worth > most)
            *best = s->members[m];
        most = fmax(most, worth);
    }
    return most > 0;
}

/* What plans left of a carrier goes to where it saves most, as long as it saves any. Says whether that
 * changed a plan. */
static bool
hand_on(struct quota_sharing *s, int32_t k)
{
    struct quota_member best = {0, 0};
    bool changed = false;

    for (int64_t left; (left = s->most[k] - quota_used(s, k)) > 0 && best_of(s, k, left, &best);) {
        int32_t before = s->tries[best.part].flow[best.at];
        int32_t own = s->parts[best.part].problem->room[s->parts[best.part].arc[best.at]];

        narrow(s, k);
        changed |= widen(s, best, (int32_t)MIN(before + left / s->parts[best.part].load, own));
    }
    return changed;
}

/* Nothing has to be shared: no carrier was ever asked for more than it can take. */
static bool
is_ample(const struct quota_sharing *s)
{
    bool ample = true;

    for (int32_t k = 0; k < s->carriers; k++)
        ample &= !s->bracket[k].was_over;
    return ample;
}

/* Each plan is kept the best within its rooms by local repair, so the whole only gets better. */
static bool
mend(struct quota_sharing *s, GError **error)
{
    bool more = true;

    if (!quota_solve_within(s, error) || !open_repairs(s, error))
        return false;
    while (more) {
        more = false;
        for (int32_t k = 0; k < s->carriers; k++)
            more |= hand_on(s, k);
    }
    s->answer->cost = 0;
    for (int32_t d = 0; d < s->count; d++)
        if (!quota_add(&s->answer->cost, s->tries[d].mended, error))
            return false;
    return true;
}

bool
quota_round(struct quota_sharing *s, GError **error)
{
    g_autoptr(GArray) claims = g_array_new(FALSE, FALSE, sizeof(struct claim));

    for (int32_t k = 0; k < s->carriers; k++)
        round_carrier(s, k, claims);
    if (is_ample(s))
        s->answer->cost = s->answer->bound; /* all plans at no price */
    else if (!mend(s, error))
        return false;
    for (int32_t k = 0; k < s->carriers; k++)
        s->answer->used[k] = quota_used(s, k);
    return true;
}
