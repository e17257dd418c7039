#include "allocator/simplex.h"

#include "allocator/simplex_tree.h"
#include "base/words.h"

#define BATCH 12 /* nodes looked at before the best of their offers are taken up */

static inline int64_t
cost_of(const struct simplex *s, const struct simplex_end *end, int32_t arc)
{
    return s->narrow ? end->cost : s->problem->cost[arc];
}

/* The least of cost and the neighbour's price (taken off where the arcs lead here) among arcs with
 * room, if it is less than *least. */
static inline int32_t
least_of(const struct simplex *s, const struct simplex_end *ends, const int32_t *arcs, int32_t from,
         int32_t to, int64_t sign, int64_t *least)
{
    int32_t best = SIMPLEX_NONE;

    for (int32_t i = from; i < to; i++) {
        int64_t cost = cost_of(s, &ends[i], arcs[i]) + sign * s->price[ends[i].other];
        bool less = cost < *least;

        *least = less ? cost : *least;
        best = less ? i : best;
    }
    return best;
}

/* After its price rose, a node may send more out: on an arc, or back where it came from. */
static void
offers_out(const struct simplex *s, int32_t v, struct simplex_offer *best)
{
    const struct simplex_node *node = &s->node[v];
    int64_t least = s->price[v] - best->gain, cost;
    int32_t at = least_of(s, s->out, s->out_arc, node->out, node->out_full, 1, &least);

    if (at != SIMPLEX_NONE) {
        cost = cost_of(s, &s->out[at], s->out_arc[at]);
        *best = (struct simplex_offer){SIMPLEX_SEND,   v,    s->out[at].other,
                                       s->out_arc[at], cost, s->price[v] - least};
    }
    for (int32_t i = node->in_full; i < node[1].in; i++) {
        struct simplex_offer back = {SIMPLEX_CANCEL, v, s->in[i].other, s->in_arc[i], 0, 0};

        back.cost = -cost_of(s, &s->in[i], back.arc);
        back.gain = s->price[v] - s->price[back.to] - back.cost;
        if (back.gain > best->gain)
            *best = back;
    }
}

/* After its price fell, a node may get more. */
static void
offers_in(const struct simplex *s, int32_t v, struct simplex_offer *best)
{
    const struct simplex_node *node = &s->node[v];
    int64_t least = -s->price[v] - best->gain, cost;
    int32_t at = least_of(s, s->in, s->in_arc, node->in, node->in_full, -1, &least);

    if (at != SIMPLEX_NONE) {
        cost = cost_of(s, &s->in[at], s->in_arc[at]);
        *best = (struct simplex_offer){SIMPLEX_SEND, s->in[at].other,     v, s->in_arc[at],
                                       cost,         -s->price[v] - least};
    }
    for (int32_t i = node->out_full; i < node[1].out; i++) {
        struct simplex_offer back = {SIMPLEX_CANCEL, s->out[i].other, v, s->out_arc[i], 0, 0};

        back.cost = -cost_of(s, &s->out[i], back.arc);
        back.gain = s->price[back.from] - s->price[v] - back.cost;
        if (back.gain > best->gain)
            *best = back;
    }
}

/* Its tiers, when none of them is on the tree. */
static void
offers_of_tiers(const struct simplex *s, int32_t v, struct simplex_offer *best)
{
    const struct simplex_node *node = &s->node[v];
    int32_t t = node->tier;
    int64_t price = s->price[v], cost;

    if (node->arc == SIMPLEX_TIER)
        return;
    if (t < node[1].tiers && price - (cost = s->tier[t].cost) > best->gain)
        *best = (struct simplex_offer){SIMPLEX_KEEP, v, s->sink, t, cost, price - cost};
    if (t > node->tiers && (cost = s->tier[t - 1].cost) - price > best->gain)
        *best = (struct simplex_offer){SIMPLEX_TAKE, s->sink, v, t - 1, -cost, cost - price};
}

static bool
best_offer(const struct simplex *s, int32_t v, uint8_t dirty, struct simplex_offer *best)
{
    best->gain = 0;
    if (dirty & SIMPLEX_ROSE)
        offers_out(s, v, best);
    if (dirty & SIMPLEX_FELL)
        offers_in(s, v, best);
    offers_of_tiers(s, v, best);
    return best->gain > 0;
}

static bool
is_full(const struct simplex *s, int32_t arc)
{
    const struct simplex_node *tail = &s->node[s->problem->tail[arc]];

    for (int32_t i = tail->out_full; i < tail[1].out; i++)
        if (s->out_arc[i] == arc)
            return true;
    return false;
}

/* Whether an offer still stands, after others were taken up. */
static bool
stands(const struct simplex *s, const struct simplex_offer *offer)
{
    const struct simplex_node *from = &s->node[offer->from], *to = &s->node[offer->to];

    switch (offer->kind) {
    case SIMPLEX_SEND: return !is_full(s, offer->arc);
    case SIMPLEX_CANCEL: return is_full(s, offer->arc);
    case SIMPLEX_KEEP: return from->tier == offer->arc && from->arc != SIMPLEX_TIER;
    default: return to->tier == offer->arc + 1 && to->arc != SIMPLEX_TIER;
    }
}

/* The best offer of a node, and how things were when it was looked at. */
struct look {
    struct simplex_offer offer;
    int64_t price, turns;
    int32_t node;
    uint8_t dirty;
};

/* Fetches what will be looked at next: networks are larger than the processor's nearest memory. */
static inline void
fetch_ahead(const struct simplex *s)
{
    const struct simplex_node *soon = &s->node[s->queue[(s->head + 2) & s->mask]];

    __builtin_prefetch(&s->node[s->queue[(s->head + 5) & s->mask]]);
    for (int32_t line = 0; line < 2; line++) {
        __builtin_prefetch(&s->out[soon->out + 8 * line]);
        __builtin_prefetch(&s->in[soon->in + 8 * line]);
    }
    __builtin_prefetch(&s->tier[soon->tier]);
}

/* What nodes have to offer, and its order, greatest gain first. */
struct batch {
    int count;
    struct look look[BATCH];
    int order[BATCH];
};

/* Looks at waiting nodes until so many have an offer. */
static void
gather(struct simplex *s, struct batch *batch)
{
    batch->count = 0;
    while (s->head != s->end && batch->count < BATCH) {
        int32_t v = s->queue[s->head++ & s->mask];
        struct look *look = &batch->look[batch->count];
        int at = batch->count;

        look->dirty = s->node[v].dirty;
        s->node[v].dirty = 0;
        fetch_ahead(s);
        if (!best_offer(s, v, look->dirty, &look->offer))
            continue;
        look->node = v;
        look->price = s->price[v];
        look->turns = s->turns;
        if (look->offer.kind < SIMPLEX_KEEP)
            __builtin_prefetch(&s->problem->room[look->offer.arc]);
        for (; at > 0 && batch->look[batch->order[at - 1]].offer.gain < look->offer.gain; at--)
            batch->order[at] = batch->order[at - 1];
        batch->order[at] = batch->count++;
    }
}

/* Takes an offer up unless it has lost half of its gain. What else the node had to offer has to be
 * looked at again; but nothing, where its price moved by as much as the best of it gained. */
static void
take_up(struct simplex *s, struct look *look)
{
    struct simplex_offer *offer = &look->offer;
    int64_t hoped = offer->gain, moved;
    uint8_t dirty = look->dirty;
    bool same = look->turns == s->turns && offer->kind < SIMPLEX_KEEP;

    offer->gain = s->price[offer->from] - s->price[offer->to] - offer->cost;
    if (offer->gain > 0 && offer->gain >= hoped / 2 && (same || stands(s, offer)))
        simplex_pivot(s, offer);
    moved = s->price[look->node] - look->price;
    if (moved <= -hoped)
        dirty &= (uint8_t)~SIMPLEX_ROSE;
    if (moved >= hoped)
        dirty &= (uint8_t)~SIMPLEX_FELL;
    if (dirty != 0)
        simplex_touch(s, look->node, dirty);
}

static void
improve(struct simplex *s)
{
    int64_t calm = s->pivots + s->patience;
    struct batch batch;

    while (s->head != s->end) {
        s->plain = s->pivots >= calm;
        gather(s, &batch);
        for (int i = 0; i < batch.count; i++)
            take_up(s, &batch.look[batch.order[i]]);
    }
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
    for (int32_t v = 0; v < s->nodes; v++)
        for (int32_t i = s->node[v].out_full; i < s->node[v + 1].out; i++)
            flow[s->out_arc[i]] = p->room[s->out_arc[i]];
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
