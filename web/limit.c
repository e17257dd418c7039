#include "web/limit.h"

#include <arpa/inet.h>
#include <string.h>

#include <glib.h>

#define MOST                                                                                       \
    20000 /* addresses that are remembered; then those that have waited longest are forgotten */

struct limit {
    GMutex mutex;
    GHashTable *full_at;  /* int64_t of each group: when all of its turns are there again */
    int64_t every, burst; /* ms; burst: that all turns are worth */
};

struct limit *
limit_new(int burst, int64_t every_ms)
{
    struct limit *limit = g_new0(struct limit, 1);

    g_mutex_init(&limit->mutex);
    limit->full_at = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, g_free);
    limit->every = every_ms;
    limit->burst = burst * every_ms;
    return limit;
}

void
limit_free(struct limit *limit)
{
    if (limit == NULL)
        return;
    g_hash_table_destroy(limit->full_at);
    g_mutex_clear(&limit->mutex);
    g_free(limit);
}

static gboolean
is_full(gpointer group, gpointer full_at, gpointer now)
{
    (void)group;
    return *(int64_t *)full_at <= *(int64_t *)now;
}

/* An address that has all its turns needs no remembering. */
static void
make_room(struct limit *limit, int64_t now)
{
    if (g_hash_table_size(limit->full_at) < MOST)
        return;
    g_hash_table_foreach_remove(limit->full_at, is_full, &now);
    if (g_hash_table_size(limit->full_at) >= MOST)
        g_hash_table_remove_all(limit->full_at);
}

int64_t
limit_take(struct limit *limit, const char *address, int64_t now)
{
    g_autofree char *group = limit_group(address);
    int64_t *full_at, after, wait;

    g_mutex_lock(&limit->mutex);
    full_at = g_hash_table_lookup(limit->full_at, group);
    after = MAX(full_at != NULL ? *full_at : 0, now) + limit->every;
    wait = after - now - limit->burst;
    if (wait <= 0) {
        make_room(limit, now);
        g_hash_table_replace(limit->full_at, g_steal_pointer(&group),
                             g_memdup2(&after, sizeof(after)));
    }
    g_mutex_unlock(&limit->mutex);
    return MAX(wait, 0);
}

char *
limit_group(const char *address)
{
    struct in6_addr six;
    char text[INET6_ADDRSTRLEN];

    if (inet_pton(AF_INET6, address, &six) != 1)
        return g_strdup(address);
    if (IN6_IS_ADDR_V4MAPPED(&six))
        return g_strdup(inet_ntop(AF_INET, six.s6_addr + 12, text, sizeof(text)));
    memset(six.s6_addr + 8, 0, 8);
    return g_strdup_printf("%s/64", inet_ntop(AF_INET6, &six, text, sizeof(text)));
}
