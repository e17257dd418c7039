#include "allocator/simplex.h"

#include "allocator/simplex_tree.h"
#include "base/words.h"

#define BATCH 8 /* nodes looked at before the best of their offers are taken up */

/* The best offer on the arcs of one list of a node: the least of cost and the neighbour's price. */
static inline int32_t
least_out(const struct simplex *s, int32_t v, int64_t *least)
{
    int32_t best = SIMPLEX_NONE;

    for (int32_t a = s->out_first[v]; a < s->out_first[v + 1]; a++) {
        int64_t cost = s->out_cost[a] + s->price[s->out_head[a]];
        bool less = cost < *least;

        *least = less ? cost : *least;
        best = less ? a : best;
    }
    return best;
}

static inline int32_t
least_in(const struct simplex *s, int32_t v, int64_t *least)
{
    int32_t best = SIMPLEX_NONE;

    for (int32_t k = s->in_first[v]; k < s->in_first[v + 1]; k++) {
        int64_t cost = s->in_cost[k] - s->price[s->in_tail[k]];
        bool less = cost < *least;

        *least = less ? cost : *least;
        best = less ? k : best;
    }
    return best;
}

static inline int64_t
cost_of_slot(const struct simplex *s, int32_t slot)
{
    return s->problem->cost[s->out_arc[slot]];
}

static inline int32_t
room_of_slot(const struct simplex *s, int32_t slot)
{
    return s->problem->room[s->out_arc[slot]];
}

/* After its price rose, a node may send more out: on an arc, or back where it came from. */
static void
offers_out(const struct simplex *s, int32_t v, struct simplex_offer *best)
{
    int64_t least = s->price[v] - best->gain;
    int32_t slot = least_out(s, v, &least);

    if (slot != SIMPLEX_NONE)
        *best = (struct simplex_offer){
            SIMPLEX_SEND, v, s->out_head[slot], slot, room_of_slot(s, slot), s->price[v] - least};
    if (s->node[v].full_in == 0)
        return;
    for (int32_t k = s->in_first[v]; k < s->in_first[v + 1]; k++) {
        int64_t gain;

        if (s->in_cost[k] != SIMPLEX_FULL)
            continue;
        slot = s->in_slot[k];
        gain = s->price[v] - s->price[s->in_tail[k]] + cost_of_slot(s, slot);
        if (gain > best->gain)
            *best = (struct simplex_offer){SIMPLEX_CANCEL,        v,   s->in_tail[k], slot,
                                           room_of_slot(s, slot), gain};
    }
}

/* After its price fell, a node may get more. */
static void
offers_in(const struct simplex *s, int32_t v, struct simplex_offer *best)
{
    int64_t least = -s->price[v] - best->gain;
    int32_t place = least_in(s, v, &least);

    if (place != SIMPLEX_NONE)
        *best = (struct simplex_offer){SIMPLEX_SEND,
                                       s->in_tail[place],
                                       v,
                                       s->in_slot[place],
                                       room_of_slot(s, s->in_slot[place]),
                                       -s->price[v] - least};
    if (s->node[v].full_out == 0)
        return;
    for (int32_t slot = s->out_first[v]; slot < s->out_first[v + 1]; slot++) {
        int64_t gain;

        if (s->out_cost[slot] != SIMPLEX_FULL)
            continue;
        gain = s->price[s->out_head[slot]] - s->price[v] + cost_of_slot(s, slot);
        if (gain > best->gain)
            *best = (struct simplex_offer){SIMPLEX_CANCEL, s->out_head[slot],     v,
                                           slot,           room_of_slot(s, slot), gain};
    }
}

/* Its tiers, when none of them is on the tree. */
static void
offers_of_tiers(const struct simplex *s, int32_t v, struct simplex_offer *best)
{
    int32_t t = s->node[v].tier;

    if (s->node[v].arc == SIMPLEX_TIER)
        return;
    if (t < s->tier_first[v + 1] && s->price[v] - s->tier[t].cost > best->gain)
        *best = (struct simplex_offer){
            SIMPLEX_KEEP, v, s->sink, t, s->tier[t].room, s->price[v] - s->tier[t].cost};
    if (t > s->tier_first[v] && s->tier[t - 1].cost - s->price[v] > best->gain)
        *best = (struct simplex_offer){SIMPLEX_TAKE,
                                       s->sink,
                                       v,
                                       t - 1,
                                       s->tier[t - 1].room,
                                       s->tier[t - 1].cost - s->price[v]};
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

/* What an offer gains now, after others were taken up. */
static int64_t
gain_now(const struct simplex *s, const struct simplex_offer *offer)
{
    int64_t gain = s->price[offer->from] - s->price[offer->to];
    int32_t tier = s->node[offer->kind == SIMPLEX_KEEP ? offer->from : offer->to].tier;

    switch (offer->kind) {
    case SIMPLEX_SEND: return gain - s->out_cost[offer->slot];
    case SIMPLEX_CANCEL:
        return s->out_cost[offer->slot] == SIMPLEX_FULL ? gain + cost_of_slot(s, offer->slot) : 0;
    case SIMPLEX_KEEP:
        return tier == offer->slot && s->node[offer->from].arc != SIMPLEX_TIER
                   ? gain - s->tier[tier].cost
                   : 0;
    default:
        return tier == offer->slot + 1 && s->node[offer->to].arc != SIMPLEX_TIER
                   ? gain + s->tier[offer->slot].cost
                   : 0;
    }
}

/* Offers of a batch of nodes, greatest gain first. */
struct batch {
    int count;
    struct simplex_offer offer[BATCH];
    int32_t node[BATCH];
    uint8_t dirty[BATCH];
};

static void
gather(struct simplex *s, struct batch *batch)
{
    batch->count = 0;
    while (s->head != s->end && batch->count < BATCH) {
        int32_t v = s->queue[s->head++ & s->mask];
        uint8_t dirty = s->node[v].dirty;
        struct simplex_offer offer;
        int at;

        s->node[v].dirty = 0;
        if (!best_offer(s, v, dirty, &offer))
            continue;
        for (at = batch->count++; at > 0 && batch->offer[at - 1].gain < offer.gain; at--) {
            batch->offer[at] = batch->offer[at - 1];
            batch->node[at] = batch->node[at - 1];
            batch->dirty[at] = batch->dirty[at - 1];
        }
        batch->offer[at] = offer;
        batch->node[at] = v;
        batch->dirty[at] = dirty;
    }
}

void
simplex_run(struct simplex *s)
{
    struct batch batch;

    simplex_start(s);
    while (s->head != s->end) {
        gather(s, &batch);
        for (int i = 0; i < batch.count; i++) {
            struct simplex_offer *offer = &batch.offer[i];
            int64_t hoped = offer->gain;

            offer->gain = gain_now(s, offer);
            if (offer->gain > 0 && offer->gain >= hoped / 2)
                simplex_pivot(s, offer);
            simplex_touch(s, batch.node[i], batch.dirty[i]);
        }
    }
}

static void
flow_of_tiers(const struct simplex *s, int32_t v, int32_t *flow)
{
    const struct simplex_node *node = &s->node[v];

    for (int32_t t = s->tier_first[v]; t < s->tier_first[v + 1]; t++) {
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
    for (int32_t slot = 0; slot < s->out_first[s->nodes]; slot++)
        if (s->out_cost[slot] == SIMPLEX_FULL)
            flow[s->out_arc[slot]] = room_of_slot(s, slot);
    for (int32_t v = 0; v < s->sink; v++) {
        const struct simplex_node *node = &s->node[v];

        flow_of_tiers(s, v, flow);
        if (node->arc != SIMPLEX_TIER)
            flow[s->out_arc[node->arc]] = node->forward ? node->down : node->up;
    }
}

/* Units that node v could not get, or not get rid of. */
static bool
is_served(const struct simplex *s, int32_t v)
{
    const struct simplex_node *node = &s->node[v];
    int32_t first = s->tier_first[v], last = s->tier_first[v + 1] - 1;
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
