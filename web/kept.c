#include "web/kept.h"

#define MOST 4096 /* answers: some of each box of a city */

struct kept {
    GMutex mutex;
    GHashTable *answers; /* name to struct answer * */
    uint64_t version;
};

struct answer {
    GBytes *bytes;
    char *etag;
};

static void
answer_free(gpointer data)
{
    struct answer *answer = data;

    g_bytes_unref(answer->bytes);
    g_free(answer->etag);
    g_free(answer);
}

struct kept *
kept_new(void)
{
    struct kept *kept = g_new0(struct kept, 1);

    g_mutex_init(&kept->mutex);
    kept->answers = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, answer_free);
    return kept;
}

void
kept_free(struct kept *kept)
{
    if (kept == NULL)
        return;
    g_hash_table_unref(kept->answers);
    g_mutex_clear(&kept->mutex);
    g_free(kept);
}

void
kept_forget(struct kept *kept)
{
    g_mutex_lock(&kept->mutex);
    kept->version++;
    g_hash_table_remove_all(kept->answers);
    g_mutex_unlock(&kept->mutex);
}

GBytes *
kept_find(struct kept *kept, const char *name, uint64_t *version, char **etag)
{
    const struct answer *answer;
    GBytes *bytes;

    g_mutex_lock(&kept->mutex);
    *version = kept->version;
    answer = g_hash_table_lookup(kept->answers, name);
    bytes = answer != NULL ? g_bytes_ref(answer->bytes) : NULL;
    *etag = answer != NULL ? g_strdup(answer->etag) : NULL;
    g_mutex_unlock(&kept->mutex);
    return bytes;
}

void
kept_put(struct kept *kept, const char *name, uint64_t version, GBytes *bytes, const char *etag)
{
    struct answer answer = {g_bytes_ref(bytes), g_strdup(etag)};

    g_mutex_lock(&kept->mutex);
    if (g_hash_table_size(kept->answers) >= MOST)
        g_hash_table_remove_all(kept->answers);
    if (version == kept->version)
        g_hash_table_replace(kept->answers, g_strdup(name), g_memdup2(&answer, sizeof(answer)));
    else
        answer_free(g_memdup2(&answer, sizeof(answer)));
    g_mutex_unlock(&kept->mutex);
}
