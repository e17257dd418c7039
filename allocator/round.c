#include "allocator/round.h"

#include <math.h>
#include <stdbool.h>

#include <glib.h>

struct work {
    const double *x, *y;
    const struct round_leg *legs;
    int32_t points, count;
    int32_t *waits;    /* legs into each point whose things are not fetched yet */
    bool *fetch, *put; /* what is still to be done at each point */
};

static double
metres(const struct work *w, int32_t a, int32_t b)
{
    double far = hypot(w->x[a] - w->x[b], w->y[a] - w->y[b]);

    return isnan(far) ? 1e9 : far;
}

/* Something can be done there: fetch, or put in all that is meant for it. */
static bool
is_ready(const struct work *w, int32_t v)
{
    return w->fetch[v] || (w->put[v] && w->waits[v] == 0);
}

/* Does there what can be done. */
static void
visit(struct work *w, int32_t v)
{
    if (w->put[v] && w->waits[v] == 0)
        w->put[v] = false;
    if (!w->fetch[v])
        return;
    w->fetch[v] = false;
    for (int32_t i = 0; i < w->count; i++)
        w->waits[w->legs[i].to] -= w->legs[i].from == v && w->legs[i].to != v;
}

static int32_t
nearest_ready(const struct work *w, int32_t from)
{
    int32_t best = -1;

    for (int32_t v = 0; v < w->points; v++)
        if (is_ready(w, v) && (best < 0 || metres(w, from, v) < metres(w, from, best)))
            best = v;
    return best;
}

/* Where most is fetched. */
static int32_t
start_of(const struct work *w)
{
    g_autofree int32_t *fetched = g_new0(int32_t, w->points);
    int32_t best = w->legs[0].from;

    for (int32_t i = 0; i < w->count; i++) {
        int32_t from = w->legs[i].from;

        fetched[from] += from != w->legs[i].to;
        if (fetched[from] > fetched[best] || (fetched[from] == fetched[best] && from < best))
            best = from;
    }
    return best;
}

/* Whether everything is fetched somewhere before the last time its receiver is visited. */
static bool
is_possible(const struct work *w, const int32_t *order, int32_t length)
{
    g_autofree int32_t *first = g_new(int32_t, w->points), *last = g_new(int32_t, w->points);

    for (int32_t i = length - 1; i >= 0; i--)
        first[order[i]] = i;
    for (int32_t i = 0; i < length; i++)
        last[order[i]] = i;
    for (int32_t i = 0; i < w->count; i++)
        if (first[w->legs[i].from] > last[w->legs[i].to])
            return false;
    return true;
}

static void
reverse(int32_t *order, int32_t from, int32_t to)
{
    for (; from < to; from++, to--) {
        int32_t swap = order[from];

        order[from] = order[to];
        order[to] = swap;
    }
}

/* Turns one stretch round if that helps. */
static bool
shorten(const struct work *w, int32_t *order, int32_t length)
{
    for (int32_t a = 1; a < length - 1; a++)
        for (int32_t b = a + 1; b < length; b++) {
            double now = metres(w, order[a - 1], order[a]);
            double then = metres(w, order[a - 1], order[b]);

            if (b + 1 < length) {
                now += metres(w, order[b], order[b + 1]);
                then += metres(w, order[a], order[b + 1]);
            }
            if (then + 1e-6 >= now)
                continue;
            reverse(order, a, b);
            if (is_possible(w, order, length))
                return true;
            reverse(order, a, b);
        }
    return false;
}

int32_t
round_order(const double *x, const double *y, int32_t points, const struct round_leg *legs,
            int32_t count, int32_t *order)
{
    struct work w = {x, y, legs, points, count, NULL, NULL, NULL};
    int32_t length = 0;

    if (count == 0)
        return 0;
    w.waits = g_new0(int32_t, points);
    w.fetch = g_new0(bool, points);
    w.put = g_new0(bool, points);
    for (int32_t i = 0; i < count; i++) {
        w.put[legs[i].to] = true;
        if (legs[i].from == legs[i].to)
            continue;
        w.fetch[legs[i].from] = true;
        w.waits[legs[i].to]++;
    }
    for (int32_t at = nearest_ready(&w, start_of(&w)); at >= 0; at = nearest_ready(&w, at)) {
        visit(&w, at);
        order[length++] = at;
    }
    for (int turns = 0; turns < 1000 && shorten(&w, order, length); turns++)
        continue;
    g_free(w.waits);
    g_free(w.fetch);
    g_free(w.put);
    return length;
}
