#include "allocator/quota.h"

#include <string.h>

#include "allocator/quota_inside.h"
#include "base/words.h"

#define ROUNDS_MOST 80 /* of the search for prices */

static void
open_try(struct quota_try *t, const struct quota_part *part)
{
    const struct flow_problem *p = part->problem;
    size_t arcs = (size_t)p->arcs;

    t->problem = *p;
    t->problem.cost = t->cost = g_memdup2(p->cost, sizeof(*t->cost) * arcs);
    t->problem.room = t->room = g_memdup2(p->room, sizeof(*t->room) * arcs);
    t->flow = g_new0(int32_t, part->arcs + 1);
    t->over = g_new0(int32_t, part->arcs + 1);
    t->under = g_new0(int32_t, part->arcs + 1);
    t->vain = g_new0(bool, part->arcs + 1);
}

static void
close_try(struct quota_try *t)
{
    g_free(t->cost);
    g_free(t->room);
    g_free(t->flow);
    g_free(t->over);
    g_free(t->under);
    g_free(t->vain);
    simplex_free(t->simplex);
    repair_free(t->repair);
    flow_answer_clear(&t->answer);
}

static void
sort_members(struct quota_sharing *s)
{
    g_autofree int32_t *next = NULL;

    s->first = g_new0(int32_t, (size_t)s->carriers + 1);
    for (int32_t d = 0; d < s->count; d++)
        for (int32_t i = 0; i < s->parts[d].arcs; i++)
            s->first[s->parts[d].carrier[i]]++;
    flow_firsts(s->first, s->carriers);
    next = g_memdup2(s->first, sizeof(*next) * ((size_t)s->carriers + 1));
    s->members = g_new(struct quota_member, s->first[s->carriers] + 1);
    for (int32_t d = 0; d < s->count; d++)
        for (int32_t i = 0; i < s->parts[d].arcs; i++)
            s->members[next[s->parts[d].carrier[i]]++] = (struct quota_member){d, i};
}

__extension__ typedef __int128 wide;

int64_t
quota_extra(int64_t price, int64_t load)
{
    return (int64_t)MIN((wide)price * load / QUOTA_LOAD, FLOW_COST_MOST);
}

bool
quota_worth(int64_t price, int64_t most, int64_t *worth, GError **error)
{
    wide all = ((wide)price * most + QUOTA_LOAD - 1) / QUOTA_LOAD;

    *worth = (int64_t)MIN(all, INT64_MAX);
    return all <= INT64_MAX ||
           err_set(error, ERR_INPUT, _("The costs are too high to be added up."));
}

/* What a load can be worth at most: from the dearest tier to the cheapest. */
static int64_t
dearest_of(const struct quota_part *parts, int32_t count)
{
    int64_t most = 0;

    for (int32_t d = 0; d < count; d++) {
        const struct flow_problem *p = parts[d].problem;
        int64_t unit = 0;

        for (int32_t a = 0; a < p->arcs; a++)
            if (p->head[a] == p->nodes - 1)
                unit = MAX(unit, ABS(p->cost[a]));
        most = (int64_t)MIN(MAX(most, ((wide)unit * 2 + 1) * QUOTA_LOAD / parts[d].load + 1),
                            FLOW_COST_MOST);
    }
    return most + 1;
}

bool
quota_add(int64_t *sum, int64_t more, GError **error)
{
    return !__builtin_add_overflow(*sum, more, sum) ||
           err_set(error, ERR_INPUT, _("The costs are too high to be added up."));
}

/* From where it ended the last time, or from nothing. */
static bool
run_simplex(struct quota_try *t, GError **error)
{
    if (t->simplex != NULL)
        return simplex_again(t->simplex, error);
    t->simplex = simplex_new(&t->problem, error);
    if (t->simplex == NULL)
        return false;
    simplex_run(t->simplex);
    return true;
}

static bool
solve_part(struct quota_sharing *s, int32_t d, int64_t *cost, GError **error)
{
    const struct quota_part *part = &s->parts[d];
    struct quota_try *t = &s->tries[d];

    flow_answer_clear(&t->answer);
    if (!run_simplex(t, error) || !simplex_answer(t->simplex, &t->answer, error))
        return false;
    for (int32_t i = 0; i < part->arcs; i++)
        t->flow[i] = t->answer.flow[part->arc[i]];
    return quota_add(cost, t->answer.cost, error);
}

static bool
solve_all(struct quota_sharing *s, int64_t *cost, GError **error)
{
    *cost = 0;
    for (int32_t d = 0; d < s->count; d++)
        if (!solve_part(s, d, cost, error))
            return false;
    return true;
}

/* --------------------------------------------------------------------------------- the search */

/* Makes all plans at the prices, and keeps these and the plans' own where the bound is the best yet. */
static bool
try_prices(struct quota_sharing *s, GError **error)
{
    int64_t bound;

    for (int32_t d = 0; d < s->count; d++) {
        const struct quota_part *part = &s->parts[d];

        for (int32_t i = 0; i < part->arcs; i++)
            s->tries[d].cost[part->arc[i]] = part->problem->cost[part->arc[i]] +
                                             quota_extra(s->price[part->carrier[i]], part->load);
    }
    if (!solve_all(s, &bound, error))
        return false;
    for (int32_t k = 0; k < s->carriers; k++) {
        int64_t all;

        if (!quota_worth(s->price[k], s->most[k], &all, error) || !quota_add(&bound, -all, error))
            return false;
    }
    if (s->answer->rounds++ > 0 && bound <= s->answer->bound)
        return true;
    s->answer->bound = bound;
    memcpy(s->answer->price, s->price, sizeof(*s->price) * (size_t)s->carriers);
    for (int32_t d = 0; d < s->count; d++)
        memcpy(s->answer->prices[d], s->tries[d].answer.price,
               sizeof(int64_t) * (size_t)s->parts[d].problem->nodes);
    return true;
}

int64_t
quota_used(const struct quota_sharing *s, int32_t k)
{
    int64_t used = 0;

    for (int32_t m = s->first[k]; m < s->first[k + 1]; m++)
        used +=
            s->parts[s->members[m].part].load * s->tries[s->members[m].part].flow[s->members[m].at];
    return used;
}

/* What a carrier's arcs carry is kept on the side of the bracket where it belongs. */
static void
keep_side(struct quota_sharing *s, int32_t k)
{
    struct quota_bracket *b = &s->bracket[k];
    bool over;

    b->used = quota_used(s, k);
    over = b->used > s->most[k];
    b->was_over |= over;
    *(over ? &b->over : &b->under) = b->used;
    for (int32_t m = s->first[k]; m < s->first[k + 1]; m++) {
        struct quota_try *t = &s->tries[s->members[m].part];
        int32_t at = s->members[m].at;

        (over ? t->over : t->under)[at] = t->flow[at];
    }
}

/* The next price to try; the same where this is the right one, or the first above it. */
static int64_t
next_price(struct quota_bracket *b, int64_t price, int64_t most, int64_t dearest)
{
    bool over = b->used > most;

    if (b->used == most || (!over && price == 0))
        return price;
    if (over)
        b->low = price;
    else
        b->high = price;
    if (b->high ==
        dearest) { /* mostly little is enough, and more would drive others beyond theirs */
        b->reach *= 4;
        return MIN(price + b->reach, dearest);
    }
    if (b->high - b->low == 1 && !over)
        return price;
    if (b->low >= b->high) { /* what the others want has changed since the other end was tried */
        b->step *= 2;
        if (over)
            b->high = MIN(price + b->step, dearest);
        else
            b->low = MAX(price - b->step, 0);
    }
    return b->low + (b->high - b->low + 1) / 2;
}

static bool
find_prices(struct quota_sharing *s, GError **error)
{
    bool changed = true;

    for (int32_t k = 0; k < s->carriers; k++)
        s->bracket[k] =
            (struct quota_bracket){.low = 0, .high = s->dearest, .step = 1, .reach = 16};
    while (changed && s->answer->rounds < ROUNDS_MOST) {
        changed = false;
        if (!try_prices(s, error))
            return false;
        for (int32_t k = 0; k < s->carriers; k++) {
            int64_t next;

            keep_side(s, k);
            next = next_price(&s->bracket[k], s->price[k], s->most[k], s->dearest);

            changed |= next != s->price[k];
            s->price[k] = next;
        }
    }
    return true;
}

bool
quota_solve_within(struct quota_sharing *s, GError **error)
{
    for (int32_t d = 0; d < s->count; d++) {
        const struct quota_part *part = &s->parts[d];

        for (int32_t i = 0; i < part->arcs; i++) {
            s->tries[d].cost[part->arc[i]] = part->problem->cost[part->arc[i]];
            s->tries[d].room[part->arc[i]] =
                MIN(part->problem->room[part->arc[i]], s->answer->rooms[d][i]);
        }
        g_clear_pointer(&s->tries[d].simplex, simplex_free);
    }
    return solve_all(s, &s->answer->cost, error);
}

/* With rooms of 0: that is what they are at first. */
static bool
solve_idle(struct quota_sharing *s, GError **error)
{
    bool ok = quota_solve_within(s, error);

    s->answer->idle = s->answer->cost;
    for (int32_t d = 0; ok && d < s->count; d++)
        for (int32_t i = 0; i < s->parts[d].arcs; i++) {
            int32_t a = s->parts[d].arc[i];

            s->tries[d].room[a] = (int32_t)MIN(s->parts[d].problem->room[a],
                                               s->most[s->parts[d].carrier[i]] / s->parts[d].load);
        }
    for (int32_t d = 0; d < s->count; d++)
        g_clear_pointer(&s->tries[d].simplex, simplex_free);
    return ok;
}

bool
quota_share(const struct quota_part *parts, int32_t count, const int64_t *most, int32_t carriers,
            struct quota_answer *answer, GError **error)
{
    struct quota_sharing s = {.parts = parts, .count = count, .carriers = carriers, .most = most};
    bool ok;

    *answer = (struct quota_answer){
        .rooms = g_new0(int32_t *, count + 1),
        .prices = g_new0(int64_t *, count + 1),
        .price = g_new0(int64_t, carriers + 1),
        .used = g_new0(int64_t, carriers + 1),
    };
    s.answer = answer;
    s.dearest = dearest_of(parts, count);
    s.price = g_new0(int64_t, carriers + 1);
    s.bracket = g_new0(struct quota_bracket, carriers + 1);
    s.tries = g_new0(struct quota_try, count + 1);
    for (int32_t d = 0; d < count; d++) {
        open_try(&s.tries[d], &parts[d]);
        answer->rooms[d] = g_new0(int32_t, parts[d].arcs + 1);
        answer->prices[d] = g_new0(int64_t, parts[d].problem->nodes);
    }
    sort_members(&s);
    ok = solve_idle(&s, error) && find_prices(&s, error) && quota_round(&s, error);
    for (int32_t d = 0; d < count; d++)
        close_try(&s.tries[d]);
    g_free(s.price);
    g_free(s.bracket);
    g_free(s.tries);
    g_free(s.members);
    g_free(s.first);
    return ok;
}

void
quota_answer_clear(struct quota_answer *answer, int32_t count)
{
    for (int32_t d = 0; d < count && answer->rooms != NULL; d++) {
        g_free(answer->rooms[d]);
        g_free(answer->prices[d]);
    }
    g_free(answer->rooms);
    g_free(answer->prices);
    g_free(answer->price);
    g_free(answer->used);
    *answer = (struct quota_answer){0};
}
