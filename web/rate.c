#include "web/rate.h"

#include <glib.h>

#define NAMES                                                                                      \
    10000 /* that are remembered; then those that may do all again are let go, or else all */

struct rate {
    GMutex mutex;
    GHashTable *full_at; /* name to the moment at which all are allowed again */
    int64_t every_ms, span_ms;
};

struct rate *
rate_new(int at_once, int every_ms)
{
    struct rate *rate = g_new0(struct rate, 1);

    g_mutex_init(&rate->mutex);
    rate->full_at = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, g_free);
    rate->every_ms = every_ms;
    rate->span_ms = (int64_t)at_once * every_ms;
    return rate;
}

void
rate_free(struct rate *rate)
{
    if (rate == NULL)
        return;
    g_hash_table_unref(rate->full_at);
    g_mutex_clear(&rate->mutex);
    g_free(rate);
}

static gboolean
is_over(gpointer name, gpointer full_at, gpointer now)
{
    (void)name;
    return *(int64_t *)full_at <= *(int64_t *)now;
}

static void
make_room(struct rate *rate, int64_t now)
{
    if (g_hash_table_size(rate->full_at) < NAMES)
        return;
    if (g_hash_table_foreach_remove(rate->full_at, is_over, &now) == 0)
        g_hash_table_remove_all(rate->full_at);
}

bool
rate_admits(struct rate *rate, const char *who, int64_t now, int *wait_ms)
{
    int64_t *known, full_at;
    bool admits;

    g_mutex_lock(&rate->mutex);
    known = g_hash_table_lookup(rate->full_at, who);
    full_at = MAX(known != NULL ? *known : 0, now) + rate->every_ms;
    admits = full_at - now <= rate->span_ms;
    *wait_ms = admits ? 0 : (int)(full_at - now - rate->span_ms);
    if (admits) {
        make_room(rate, now);
        g_hash_table_replace(rate->full_at, g_strdup(who), g_memdup2(&full_at, sizeof(full_at)));
    }
    g_mutex_unlock(&rate->mutex);
    return admits;
}
