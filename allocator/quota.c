#include "allocator/quota.h"

#include <string.h>

#include "allocator/simplex.h"
#include "base/words.h"

#define ROUNDS_MOST 80 /* of the search for prices */
#define MENDS_MOST 12  /* of handing on what is left */

/* The search for a carrier's price: too much is wanted at low, too little at high. */
struct bracket {
    int64_t low, high, step;
    int64_t used;        /* at the price that was tried last */
    int64_t over, under; /* used when too much, and when not, was wanted last */
    bool was_over;       /* ever */
};

/* A part as it is solved again and again. */
struct
try {
    struct flow_problem problem; /* with the two that change */
    int64_t *cost;
    int32_t *room;
    int32_t *flow, *over, *under; /* of the counting arcs: now, and as in the bracket */
    struct simplex *simplex;      /* while only costs change */
    struct flow_answer answer;
};

/* An arc that counts: of a part, the number among its counting arcs. */
struct member {
    int32_t part, at;
};

struct sharing {
    const struct quota_part *parts;
    struct member *members; /* carrier by carrier, from first[k] on */
    int32_t *first;
    int32_t count, carriers;
    const int64_t *most;
    int64_t dearest; /* no unit is worth more */
    int64_t *price;
    struct bracket *bracket;
    struct try *tries;
    struct quota_answer *answer;
};

static void
open_try(struct try *t, const struct quota_part *part)
{
    const struct flow_problem *p = part->problem;
    size_t arcs = (size_t)p->arcs;

    t->problem = *p;
    t->problem.cost = t->cost = g_memdup2(p->cost, sizeof(*t->cost) * arcs);
    t->problem.room = t->room = g_memdup2(p->room, sizeof(*t->room) * arcs);
    t->flow = g_new0(int32_t, part->arcs + 1);
    t->over = g_new0(int32_t, part->arcs + 1);
    t->under = g_new0(int32_t, part->arcs + 1);
}

static void
close_try(struct try *t)
{
    g_free(t->cost);
    g_free(t->room);
    g_free(t->flow);
    g_free(t->over);
    g_free(t->under);
    simplex_free(t->simplex);
    flow_answer_clear(&t->answer);
}

static void
sort_members(struct sharing *s)
{
    g_autofree int32_t *next = NULL;

    s->first = g_new0(int32_t, (size_t)s->carriers + 1);
    for (int32_t d = 0; d < s->count; d++)
        for (int32_t i = 0; i < s->parts[d].arcs; i++)
            s->first[s->parts[d].carrier[i]]++;
    flow_firsts(s->first, s->carriers);
    next = g_memdup2(s->first, sizeof(*next) * ((size_t)s->carriers + 1));
    s->members = g_new(struct member, s->first[s->carriers] + 1);
    for (int32_t d = 0; d < s->count; d++)
        for (int32_t i = 0; i < s->parts[d].arcs; i++)
            s->members[next[s->parts[d].carrier[i]]++] = (struct member){d, i};
}

/* What a unit can be worth at most: from the dearest tier to the cheapest. */
static int64_t
dearest_of(const struct quota_part *parts, int32_t count)
{
    int64_t most = 0;

    for (int32_t d = 0; d < count; d++) {
        const struct flow_problem *p = parts[d].problem;

        for (int32_t a = 0; a < p->arcs; a++)
            if (p->head[a] == p->nodes - 1)
                most = MAX(most, ABS(p->cost[a]));
    }
    return 2 * most + 1;
}

static bool
add(int64_t *sum, int64_t more, GError **error)
{
    return !__builtin_add_overflow(*sum, more, sum) ||
           err_set(error, ERR_INPUT, _("The costs are too high to be added up."));
}

/* From where it ended the last time, or from nothing. */
static bool
run_simplex(struct try *t, GError **error)
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
solve_part(struct sharing *s, int32_t d, int64_t *cost, GError **error)
{
    const struct quota_part *part = &s->parts[d];
    struct try *t = &s->tries[d];

    flow_answer_clear(&t->answer);
    if (!run_simplex(t, error) || !simplex_answer(t->simplex, &t->answer, error))
        return false;
    for (int32_t i = 0; i < part->arcs; i++)
        t->flow[i] = t->answer.flow[part->arc[i]];
    return add(cost, t->answer.cost, error);
}

static bool
solve_all(struct sharing *s, int64_t *cost, GError **error)
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
try_prices(struct sharing *s, GError **error)
{
    int64_t bound;

    for (int32_t d = 0; d < s->count; d++) {
        const struct quota_part *part = &s->parts[d];

        for (int32_t i = 0; i < part->arcs; i++)
            s->tries[d].cost[part->arc[i]] =
                part->problem->cost[part->arc[i]] + s->price[part->carrier[i]];
    }
    if (!solve_all(s, &bound, error))
        return false;
    for (int32_t k = 0; k < s->carriers; k++) {
        int64_t all;

        if (__builtin_mul_overflow(s->price[k], s->most[k], &all) || !add(&bound, -all, error))
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

static int64_t
used_by(const struct sharing *s, int32_t k)
{
    int64_t used = 0;

    for (int32_t m = s->first[k]; m < s->first[k + 1]; m++)
        used += s->tries[s->members[m].part].flow[s->members[m].at];
    return used;
}

/* What a carrier's arcs carry is kept on the side of the bracket where it belongs. */
static void
keep_side(struct sharing *s, int32_t k)
{
    struct bracket *b = &s->bracket[k];
    bool over;

    b->used = used_by(s, k);
    over = b->used > s->most[k];
    b->was_over |= over;
    *(over ? &b->over : &b->under) = b->used;
    for (int32_t m = s->first[k]; m < s->first[k + 1]; m++) {
        struct try *t = &s->tries[s->members[m].part];
        int32_t at = s->members[m].at;

        (over ? t->over : t->under)[at] = t->flow[at];
    }
}

/* The next price to try; the same where this is the right one, or the first above it. */
static int64_t
next_price(struct bracket *b, int64_t price, int64_t most, int64_t dearest)
{
    bool over = b->used > most;

    if (b->used == most || (!over && price == 0))
        return price;
    if (over)
        b->low = price;
    else
        b->high = price;
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
find_prices(struct sharing *s, GError **error)
{
    bool changed = true;

    for (int32_t k = 0; k < s->carriers; k++)
        s->bracket[k] = (struct bracket){.low = 0, .high = s->dearest, .step = 1};
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

/* ------------------------------------------------------------------------------------ the rounding */

/* An arc that may get more, and how much that is deserved: greatest first. */
struct claim {
    double worth;
    int32_t *room;
};

static int
greatest_first(const void *a, const void *b)
{
    const struct claim *one = a, *other = b;

    return (one->worth < other->worth) - (one->worth > other->worth);
}

/* Gives units to those who claim some: as many to each, what is over to the first. */
static void
hand_out(GArray *claims, int64_t units)
{
    int64_t each = claims->len > 0 ? units / claims->len : 0, over = units - each * claims->len;

    for (guint i = 0; i < claims->len; i++) {
        int32_t *room = g_array_index(claims, struct claim, i).room;

        *room = (int32_t)MIN(*room + each + (i < over), FLOW_ENDLESS);
    }
}

/* What the linear program would give each arc lies between what it had on both sides of the bracket:
 * whole units first, then one each by largest remainder, then as much to each. */
static void
round_carrier(struct sharing *s, int32_t k, GArray *claims)
{
    const struct bracket *b = &s->bracket[k];
    double mix = b->was_over && b->over > b->under
                     ? (double)(s->most[k] - b->under) / (double)(b->over - b->under)
                     : 0;
    int64_t left = s->most[k];

    g_array_set_size(claims, 0);
    for (int32_t m = s->first[k]; m < s->first[k + 1]; m++) {
        struct member at = s->members[m];
        const struct try *t = &s->tries[at.part];
        double share = t->under[at.at] + mix * (t->over[at.at] - t->under[at.at]);
        int32_t whole = (int32_t)MIN((int64_t)(share + 1e-9), left);
        struct claim claim = {share - whole, &s->answer->rooms[at.part][at.at]};

        *claim.room = whole;
        left -= whole;
        g_array_append_val(claims, claim);
    }
    g_array_sort(claims, greatest_first);
    hand_out(claims, left);
}

/* What another unit on an arc would save, where it takes all that it may. */
static int64_t
worth_of_more(const struct sharing *s, struct member m)
{
    const struct flow_problem *p = s->parts[m.part].problem;
    const struct try *t = &s->tries[m.part];
    int32_t a = s->parts[m.part].arc[m.at];

    return t->flow[m.at] < s->answer->rooms[m.part][m.at]
               ? 0
               : t->answer.price[p->tail[a]] - t->answer.price[p->head[a]] - p->cost[a];
}

/* What plans left goes to where more would save most; whether there is any. */
static bool
hand_on(struct sharing *s, int32_t k, GArray *claims)
{
    int64_t left = s->most[k] - used_by(s, k);

    g_array_set_size(claims, 0);
    for (int32_t m = s->first[k]; left > 0 && m < s->first[k + 1]; m++) {
        struct member at = s->members[m];
        struct claim claim = {(double)worth_of_more(s, at), &s->answer->rooms[at.part][at.at]};

        if (claim.worth > 0)
            g_array_append_val(claims, claim);
    }
    if (claims->len == 0)
        return false;
    for (int32_t m = s->first[k]; m < s->first[k + 1]; m++)
        s->answer->rooms[s->members[m].part][s->members[m].at] =
            s->tries[s->members[m].part].flow[s->members[m].at];
    g_array_sort(claims, greatest_first);
    hand_out(claims, left);
    return true;
}

/* Makes the plans within the rooms, at their own costs. */
static bool
solve_within(struct sharing *s, GError **error)
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

/* Each time the old flows still fit, so it only gets better. */
static bool
round_and_mend(struct sharing *s, GError **error)
{
    g_autoptr(GArray) claims = g_array_new(FALSE, FALSE, sizeof(struct claim));
    bool more = true;
    int64_t before;

    for (int32_t k = 0; k < s->carriers; k++)
        round_carrier(s, k, claims);
    if (!solve_within(s, error))
        return false;
    for (int mend = 0; more && mend < MENDS_MOST; mend++) {
        more = false;
        for (int32_t k = 0; k < s->carriers; k++)
            more |= hand_on(s, k, claims);
        before = s->answer->cost;
        if (more && !solve_within(s, error))
            return false;
        more = more && s->answer->cost < before;
    }
    for (int32_t k = 0; k < s->carriers; k++)
        s->answer->used[k] = used_by(s, k);
    return true;
}

/* With rooms of 0: that is what they are at first. */
static bool
solve_idle(struct sharing *s, GError **error)
{
    bool ok = solve_within(s, error);

    s->answer->idle = s->answer->cost;
    for (int32_t d = 0; ok && d < s->count; d++)
        for (int32_t i = 0; i < s->parts[d].arcs; i++) {
            int32_t a = s->parts[d].arc[i];

            s->tries[d].room[a] =
                (int32_t)MIN(s->parts[d].problem->room[a], s->most[s->parts[d].carrier[i]]);
        }
    for (int32_t d = 0; d < s->count; d++)
        g_clear_pointer(&s->tries[d].simplex, simplex_free);
    return ok;
}

bool
quota_share(const struct quota_part *parts, int32_t count, const int64_t *most, int32_t carriers,
            struct quota_answer *answer, GError **error)
{
    struct sharing s = {.parts = parts, .count = count, .carriers = carriers, .most = most};
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
    s.bracket = g_new0(struct bracket, carriers + 1);
    s.tries = g_new0(struct try, count + 1);
    for (int32_t d = 0; d < count; d++) {
        open_try(&s.tries[d], &parts[d]);
        answer->rooms[d] = g_new0(int32_t, parts[d].arcs + 1);
        answer->prices[d] = g_new0(int64_t, parts[d].problem->nodes);
    }
    sort_members(&s);
    ok = solve_idle(&s, error) && find_prices(&s, error) && round_and_mend(&s, error);
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
