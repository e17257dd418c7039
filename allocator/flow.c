#include "allocator/flow.h"

#include "base/words.h"

__extension__ typedef __int128 wide; /* sums of products of 64 and 32 bits */

static int64_t
magnitude(int64_t cost)
{
    return cost < 0 ? -cost : cost;
}

static bool
arc_is_possible(const struct flow_problem *p, int32_t a)
{
    return p->tail[a] >= 0 && p->tail[a] < p->nodes && p->head[a] >= 0 && p->head[a] < p->nodes &&
           p->room[a] >= 0;
}

static bool
check_supply(const struct flow_problem *p, GError **error)
{
    wide sum = 0, given = 0;

    for (int32_t v = 0; v < p->nodes; v++) {
        sum += p->supply[v];
        given += p->supply[v] > 0 ? p->supply[v] : 0;
    }
    if (sum != 0)
        return err_set(error, ERR_INPUT,
                       _("What the places have and what they ask for is not the same amount."));
    if (given >= FLOW_ENDLESS)
        return err_set(error, ERR_INPUT, _("More than %d units can't be planned at once."),
                       FLOW_ENDLESS);
    return true;
}

bool
flow_check(const struct flow_problem *p, int64_t *dear, GError **error)
{
    int32_t sink = p->nodes - 1;
    int64_t far = 0, tier = 0;
    wide longest;

    for (int32_t a = 0; a < p->arcs; a++) {
        int64_t *most;

        if (!arc_is_possible(p, a))
            return err_set(error, ERR_INPUT,
                           _("Arc %d leads nowhere or has no room it could have."), a + 1);
        if (p->cost[a] < -FLOW_COST_MOST || p->cost[a] > FLOW_COST_MOST)
            return err_set(error, ERR_INPUT, _("The costs are too high to be added up."));
        most = p->head[a] == sink ? &tier : &far;
        *most = MAX(*most, magnitude(p->cost[a]));
    }
    /* A path between two nodes visits none twice and the sink at most once. */
    longest = (wide)far * p->nodes + (wide)tier * 2 + 1;
    if (longest > FLOW_COST_MOST / 4)
        return err_set(error, ERR_INPUT, _("The costs are too high to be added up."));
    *dear = (int64_t)longest;
    return check_supply(p, error);
}

bool
flow_cost(const struct flow_problem *p, const int32_t *flow, int64_t *cost, GError **error)
{
    wide sum = 0;

    for (int32_t a = 0; a < p->arcs; a++)
        sum += (wide)p->cost[a] * flow[a];
    if (sum > INT64_MAX || sum < -INT64_MAX)
        return err_set(error, ERR_INPUT, _("The costs are too high to be added up."));
    *cost = (int64_t)sum;
    return true;
}

void
flow_answer_clear(struct flow_answer *answer)
{
    g_clear_pointer(&answer->flow, g_free);
    g_clear_pointer(&answer->price, g_free);
}

void
flow_firsts(int32_t *first, int32_t nodes)
{
    int32_t at = 0;

    for (int32_t v = 0; v <= nodes; v++) {
        int32_t count = first[v];

        first[v] = at;
        at += count;
    }
}
