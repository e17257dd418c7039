#include "allocator/proof.h"

#include "base/words.h"

static bool
arcs_hold(const struct flow_problem *p, const int32_t *flow, const int64_t *price, GError **error)
{
    for (int32_t a = 0; a < p->arcs; a++) {
        int64_t dearer;

        if (flow[a] < 0 || flow[a] > p->room[a])
            return err_set(error, ERR_REFUSED, _("Arc %d carries %d, its room is %d."), a + 1,
                           flow[a], p->room[a]);
        if (__builtin_sub_overflow(price[p->head[a]], price[p->tail[a]], &dearer) ||
            __builtin_add_overflow(dearer, p->cost[a], &dearer))
            return err_set(error, ERR_REFUSED, _("The prices at arc %d are no prices."), a + 1);
        if (dearer < 0 && flow[a] < p->room[a])
            return err_set(error, ERR_REFUSED, _("Not the best: another unit on arc %d would pay."),
                           a + 1);
        if (dearer > 0 && flow[a] > 0)
            return err_set(error, ERR_REFUSED, _("Not the best: a unit less on arc %d would pay."),
                           a + 1);
    }
    return true;
}

bool
proof_check(const struct flow_problem *p, const int32_t *flow, const int64_t *price, GError **error)
{
    g_autofree int64_t *left = NULL;

    if (!arcs_hold(p, flow, price, error))
        return false;
    left = g_memdup2(p->supply, sizeof(*left) * (size_t)p->nodes);
    for (int32_t a = 0; a < p->arcs; a++) {
        left[p->tail[a]] -= flow[a];
        left[p->head[a]] += flow[a];
    }
    for (int32_t v = 0; v < p->nodes; v++)
        if (left[v] != 0)
            return err_set(error, ERR_REFUSED, _("At place %d %lld units are lost or made."), v + 1,
                           (long long)left[v]);
    return true;
}

__extension__ typedef __int128 wide;

bool
proof_bound(const struct flow_problem *p, const int64_t *price, const int64_t *extra,
            int64_t *bound, GError **error)
{
    wide sum = 0;

    for (int32_t v = 0; v < p->nodes; v++)
        sum += (wide)p->supply[v] * price[v];
    for (int32_t a = 0; a < p->arcs; a++) {
        wide dearer = (wide)p->cost[a] + (extra != NULL ? extra[a] : 0) + price[p->head[a]] -
                      price[p->tail[a]];

        sum += dearer < 0 ? dearer * p->room[a] : 0;
    }
    if (sum > INT64_MAX || sum < -INT64_MAX)
        return err_set(error, ERR_INPUT, _("The costs are too high to be added up."));
    *bound = (int64_t)sum;
    return true;
}
