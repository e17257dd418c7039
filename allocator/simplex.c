#include "allocator/simplex.h"

#include "allocator/simplex_tree.h"
#include "base/words.h"

/*
 * What pays most is taken up first, more or less: by levels that fall from the greatest gain a unit to
 * one. On each, nodes wait whose price has left its bounds by as much, and of what they have to offer the
 * best is taken up if it gains at least half of that. This takes not many more steps than looking for
 * the best of all each time, and far fewer looks.
 */

static inline int64_t
cost_of(const struct simplex *s, enum simplex_side side, int32_t i)
{
    return s->narrow ? s->side[side].end[i].cost : s->problem->cost[s->side[side].arc[i]];
}

/* What sending a unit on an arc costs, or, on one that is full, sending it back: with the price where it
 * gets. */
static inline int64_t
onward(const struct simplex *s, enum simplex_side side, int32_t i)
{
    return cost_of(s, side, i) + simplex_worth(s->price[s->side[side].end[i].other], side);
}

static inline int64_t
back(const struct simplex *s, enum simplex_side side, int32_t i)
{
    return simplex_worth(s->price[s->side[!side].end[i].other], side) - cost_of(s, !side, i);
}

/* The tier a node may keep a unit in, or take one from; or SIMPLEX_NONE. */
static inline int32_t
tier_of(const struct simplex *s, int32_t v, enum simplex_side side)
{
    const struct simplex_node *node = &s->node[v];
    int32_t tier = side == SIMPLEX_OUT ? node->tier : node->tier - 1;
    bool none = node->arc == SIMPLEX_TIER || tier < node->tiers || tier >= node[1].tiers;

    return none ? SIMPLEX_NONE : tier;
}

static inline int64_t
least_of_tiers(const struct simplex *s, int32_t v, enum simplex_side side, int64_t least)
{
    int32_t tier = tier_of(s, v, side);

    return tier == SIMPLEX_NONE ? least : MIN(least, simplex_worth(s->tier[tier].cost, side));
}

/* The cheapest way on from a node, if it is below its worth, which is otherwise the answer. */
static inline int64_t
least_of(const struct simplex *s, int32_t v, enum simplex_side side, int64_t worth)
{
    const struct simplex_node *node = &s->node[v];
    struct simplex_part part = node->part[side];
    int64_t least = least_of_tiers(s, v, side, worth);

    for (int32_t i = part.first; i < part.full; i++)
        least = MIN(least, onward(s, side, i));
    for (int32_t i = node->part[!side].full; i < node[1].part[!side].first; i++)
        least = MIN(least, back(s, side, i));
    return least;
}

/* Which way that was. */
static inline struct simplex_offer
offer_of(const struct simplex *s, int32_t v, enum simplex_side side, int64_t least)
{
    const struct simplex_node *node = &s->node[v];
    struct simplex_part part = node->part[side];
    struct simplex_offer offer = {.gain = simplex_worth(s->price[v], side) - least};
    int32_t i = part.first, other;

    while (i < part.full && onward(s, side, i) != least)
        i++;
    if (i < part.full) {
        offer.kind = SIMPLEX_SEND;
        offer.arc = s->side[side].arc[i];
        other = s->side[side].end[i].other;
    } else if (tier_of(s, v, side) != SIMPLEX_NONE &&
               least == simplex_worth(s->tier[tier_of(s, v, side)].cost, side)) {
        offer.kind = side == SIMPLEX_OUT ? SIMPLEX_KEEP : SIMPLEX_TAKE;
        offer.arc = tier_of(s, v, side);
        other = s->sink;
    } else {
        for (i = node->part[!side].full; back(s, side, i) != least;)
            i++;
        offer.kind = SIMPLEX_CANCEL;
        offer.arc = s->side[!side].arc[i];
        other = s->side[!side].end[i].other;
    }
    offer.from = side == SIMPLEX_OUT ? v : other;
    offer.to = side == SIMPLEX_OUT ? other : v;
    return offer;
}

/* Looks at one side of a node, if its price has gone so far. */
static inline void
look(struct simplex *s, int32_t v, enum simplex_side side)
{
    int64_t worth = simplex_worth(s->price[v], side), *bound = &s->calm[v].bound[side];

    if (worth - *bound < s->level)
        return;
    *bound = least_of(s, v, side, worth);
    if (worth - *bound >= s->level - s->level / 2) {
        struct simplex_offer offer = offer_of(s, v, side, *bound);

        simplex_pivot(s, &offer);
    }
}

/* A node waits if a side of it is to be looked at. */
static inline void
call(struct simplex *s, int32_t v)
{
    const int64_t *bound = s->calm[v].bound;
    bool calls = (s->price[v] - bound[SIMPLEX_OUT] >= s->level) |
                 (-s->price[v] - bound[SIMPLEX_IN] >= s->level);
    bool *waits = &s->node[v].waits;

    s->queue[s->end & s->mask] = v;
    s->end += calls > *waits;
    *waits |= calls;
}

/* Fetches what will be looked at next: networks are larger than the processor's nearest memory. */
static inline void
fetch_ahead(const struct simplex *s)
{
    int32_t later = s->queue[(s->head + 5) & s->mask], soon = s->queue[(s->head + 2) & s->mask];

    __builtin_prefetch(&s->node[later]);
    __builtin_prefetch(&s->calm[later]);
    for (enum simplex_side side = 0; side < SIMPLEX_SIDES; side++)
        for (int32_t line = 0; line < 2; line++)
            __builtin_prefetch(&s->side[side].end[s->node[soon].part[side].first + 8 * line]);
    __builtin_prefetch(&s->tier[s->node[soon].tier]);
}

/* Takes up all that gains as much as the level says. */
static void
improve_on_level(struct simplex *s, int64_t patient)
{
    for (int32_t v = 0; v < s->nodes; v++)
        call(s, v);
    while (s->head != s->end) {
        int32_t v = s->queue[s->head++ & s->mask];

        fetch_ahead(s);
        s->node[v].waits = false;
        s->plain = s->pivots >= patient;
        look(s, v, SIMPLEX_OUT);
        look(s, v, SIMPLEX_IN);
        call(s, v);
    }
}

/* Sets all bounds by what nodes can send out, since every arc leads out of one; returns the greatest
 * gain. */
static int64_t
look_at_all(struct simplex *s)
{
    int64_t most = 0;

    for (int32_t v = 0; v < s->nodes; v++) {
        int64_t *bound = s->calm[v].bound, price = s->price[v];

        bound[SIMPLEX_OUT] = least_of(s, v, SIMPLEX_OUT, price);
        bound[SIMPLEX_IN] = least_of_tiers(s, v, SIMPLEX_IN, -price);
        most = MAX(most, MAX(price - bound[SIMPLEX_OUT], -price - bound[SIMPLEX_IN]));
    }
    return most;
}

static void
improve(struct simplex *s)
{
    int64_t patient = s->pivots + s->patience;

    for (s->level = look_at_all(s); s->level > 0; s->level /= 2)
        improve_on_level(s, patient);
}

void
simplex_run(struct simplex *s)
{
    simplex_start(s);
    improve(s);
}

bool
simplex_again(struct simplex *s, GError **error)
{
    int64_t dear;

    if (!flow_check(s->problem, &dear, error))
        return false;
    simplex_lay_costs(s, dear);
    improve(s);
    return true;
}

static void
flow_of_tiers(const struct simplex *s, int32_t v, int32_t *flow)
{
    const struct simplex_node *node = &s->node[v];

    for (int32_t t = node->tiers; t < node[1].tiers; t++) {
        bool here = node->arc == SIMPLEX_TIER && t == node->tier;

        if (s->tier[t].arc != SIMPLEX_NONE)
            flow[s->tier[t].arc] = here ? node->down : t < node->tier ? s->tier[t].room : 0;
    }
}

static void
read_flow(const struct simplex *s, int32_t *flow)
{
    const struct flow_problem *p = s->problem;

    for (int32_t a = 0; a < p->arcs; a++)
        flow[a] = p->tail[a] == p->head[a] && p->cost[a] < 0 ? p->room[a] : 0;
    for (int32_t v = 0; v < s->nodes; v++) {
        const struct simplex_node *node = &s->node[v];

        for (int32_t i = node->part[SIMPLEX_OUT].full; i < node[1].part[SIMPLEX_OUT].first; i++)
            flow[s->side[SIMPLEX_OUT].arc[i]] = p->room[s->side[SIMPLEX_OUT].arc[i]];
    }
    for (int32_t v = 0; v < s->sink; v++) {
        const struct simplex_node *node = &s->node[v];

        flow_of_tiers(s, v, flow);
        if (node->arc != SIMPLEX_TIER)
            flow[node->arc] = node->forward ? node->down : node->up;
    }
}

/* Units that node v could not get, or not get rid of. */
static bool
is_served(const struct simplex *s, int32_t v)
{
    const struct simplex_node *node = &s->node[v];
    int32_t first = node->tiers, last = node[1].tiers - 1;
    bool on_tree = node->arc == SIMPLEX_TIER;

    if (node->tier > last || (on_tree && node->tier == last && node->down > 0))
        return false;
    return s->tier[first].cost > -s->dear || node->tier > first ||
           (on_tree && node->tier == first && node->up == 0);
}

static bool
all_served(const struct simplex *s, GError **error)
{
    for (int32_t v = 0; v < s->sink; v++)
        if (!is_served(s, v))
            return err_set(
                error, ERR_REFUSED,
                _("No plan exists: there is no way with enough room from or to place %d."), v + 1);
    return true;
}

struct simplex *
simplex_new(const struct flow_problem *problem, GError **error)
{
    struct simplex *s;
    int64_t dear;

    if (!flow_check(problem, &dear, error))
        return NULL;
    s = g_new0(struct simplex, 1);
    simplex_layout(s, problem, dear);
    return s;
}

void
simplex_free(struct simplex *s)
{
    if (s == NULL)
        return;
    simplex_layout_free(s);
    g_free(s);
}

bool
simplex_answer(const struct simplex *s, struct flow_answer *answer, GError **error)
{
    const struct flow_problem *p = s->problem;

    *answer = (struct flow_answer){0};
    if (!all_served(s, error))
        return false;
    answer->flow = g_new(int32_t, p->arcs);
    read_flow(s, answer->flow);
    if (!flow_cost(p, answer->flow, &answer->cost, error)) {
        flow_answer_clear(answer);
        return false;
    }
    answer->price = g_memdup2(s->price, sizeof(*s->price) * (size_t)s->nodes);
    answer->pivots = s->pivots;
    return true;
}

bool
simplex_solve(const struct flow_problem *problem, struct flow_answer *answer, GError **error)
{
    struct simplex *s = simplex_new(problem, error);
    bool ok;

    *answer = (struct flow_answer){0};
    if (s == NULL)
        return false;
    simplex_run(s);
    ok = simplex_answer(s, answer, error);
    simplex_free(s);
    return ok;
}
