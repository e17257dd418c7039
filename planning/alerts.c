#include "planning/alerts.h"

enum standing {
    UNSEEN,
    SHORT,
    BETWEEN,
    GOOD,
};

/* A cell that is short, was, or was told of. */
struct state {
    int64_t key;
    enum standing standing;
    int64_t since;
    uint64_t seen; /* number of the last look that had it */
};

struct alerts {
    int64_t wait_ms;
    GHashTable *states; /* key to struct state * */
    uint64_t look;
    bool waiting;
};

static int64_t
key_of(struct box_id box, enum drug_type type, enum drug_age age)
{
    return box.n * 256 + (int64_t)type * 8 + (int64_t)age;
}

static int64_t
key_of_need(const struct need *need)
{
    return key_of(need->cell->box, need->cell->type, need->cell->age);
}

struct alerts *
alerts_new(int64_t wait_ms)
{
    struct alerts *alerts = g_new0(struct alerts, 1);

    alerts->wait_ms = wait_ms;
    alerts->states = g_hash_table_new_full(g_int64_hash, g_int64_equal, NULL, g_free);
    return alerts;
}

void
alerts_free(struct alerts *alerts)
{
    if (alerts == NULL)
        return;
    g_hash_table_unref(alerts->states);
    g_free(alerts);
}

/* --------------------------------------------------------------------------------------- looking */

static enum standing
standing_of(const struct need *need)
{
    return need->level >= NEED_ORANGE ? SHORT : need->level == NEED_OK ? GOOD : BETWEEN;
}

static struct state *
state_new(struct alerts *alerts, int64_t key, enum standing standing, int64_t now)
{
    struct state *state = g_new(struct state, 1);

    *state = (struct state){key, standing, now, alerts->look};
    g_hash_table_insert(alerts->states, &state->key, state);
    return state;
}

static void
look_at(struct alerts *alerts, const struct need *need, int64_t now)
{
    enum standing standing = standing_of(need);
    int64_t key = key_of_need(need);
    struct state *state = g_hash_table_lookup(alerts->states, &key);

    if (state == NULL && standing != SHORT)
        return;
    if (state == NULL)
        state = state_new(alerts, key, standing, now);
    state->seen = alerts->look;
    if (state->standing == standing)
        return;
    state->standing = standing;
    state->since = now;
}

void
alerts_look(struct alerts *alerts, const struct flags *flags, int64_t now)
{
    alerts->look++;
    alerts->waiting = false;
    for (guint i = 0; i < flags->needs->len; i++)
        look_at(alerts, &g_array_index(flags->needs, struct need, i), now);
}

bool
alerts_is_waiting(const struct alerts *alerts)
{
    return alerts->waiting;
}

/* ------------------------------------------------------------------------------------------ news */

/* Whether it has stood so for long enough; else there is something to wait for. */
static bool
lasts(struct alerts *alerts, const struct state *state, enum standing standing, int64_t now)
{
    if (state->standing != standing)
        return false;
    if (now - state->since >= alerts->wait_ms)
        return true;
    alerts->waiting = true;
    return false;
}

static void
add_begun(struct alerts *alerts, const struct flags *flags, GHashTable *boxes, GHashTable *told,
          int64_t now, GArray *begun)
{
    for (guint i = 0; i < flags->needs->len; i++) {
        const struct need *need = &g_array_index(flags->needs, struct need, i);
        int64_t key = key_of_need(need);
        const struct state *state = g_hash_table_lookup(alerts->states, &key);

        if (state != NULL && g_hash_table_contains(boxes, &need->cell->box.n) &&
            !g_hash_table_contains(told, &key) && lasts(alerts, state, SHORT, now))
            g_array_append_val(begun, *need);
    }
}

/* One that was told of; its key is for the table of those. */
static int64_t *
follow(struct alerts *alerts, const struct hook_cell *cell, int64_t now, struct alerts_news *news)
{
    int64_t key = key_of(cell->box, cell->type, cell->age);
    const struct state *state = g_hash_table_lookup(alerts->states, &key);

    if (state == NULL)
        state = state_new(alerts, key, UNSEEN, now);
    if (state->standing == UNSEEN)
        alerts->waiting = true;
    if (state->seen != alerts->look)
        g_array_append_val(news->gone, *cell);
    else if (lasts(alerts, state, GOOD, now))
        g_array_append_val(news->ended, *cell);
    return g_memdup2(&key, sizeof(key));
}

void
alerts_news(struct alerts *alerts, const struct flags *flags, GHashTable *boxes, const GArray *told,
            int64_t now, struct alerts_news *news)
{
    g_autoptr(GHashTable) keys = g_hash_table_new_full(g_int64_hash, g_int64_equal, g_free, NULL);

    *news = (struct alerts_news){
        .begun = g_array_new(FALSE, FALSE, sizeof(struct need)),
        .ended = g_array_new(FALSE, FALSE, sizeof(struct hook_cell)),
        .gone = g_array_new(FALSE, FALSE, sizeof(struct hook_cell)),
    };
    for (guint i = 0; i < told->len; i++)
        g_hash_table_add(keys,
                         follow(alerts, &g_array_index(told, struct hook_cell, i), now, news));
    add_begun(alerts, flags, boxes, keys, now, news->begun);
}

void
alerts_news_clear(struct alerts_news *news)
{
    g_clear_pointer(&news->begun, g_array_unref);
    g_clear_pointer(&news->ended, g_array_unref);
    g_clear_pointer(&news->gone, g_array_unref);
}
