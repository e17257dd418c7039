#include "web/kept.h"

#include <stdlib.h>
#include <string.h>

#define THREADS 4
#define TURNS 20000

static void
put(struct kept *kept, const char *name, uint64_t version, const char *text)
{
    g_autoptr(GBytes) bytes = g_bytes_new(text, strlen(text));

    kept_put(kept, name, version, bytes, "\"tag\"");
}

/* What is kept by a name, "" for nothing; g_free(). */
static char *
find(struct kept *kept, const char *name, uint64_t *version)
{
    g_autofree char *etag = NULL;
    g_autoptr(GBytes) bytes = kept_find(kept, name, version, &etag);
    gsize size;
    const char *text;

    g_assert_cmpstr(etag, ==, bytes != NULL ? "\"tag\"" : NULL);
    if (bytes == NULL)
        return g_strdup("");
    text = g_bytes_get_data(bytes, &size);
    return g_strndup(text, size);
}

static void
kept_until_something_is_written(void)
{
    struct kept *kept = kept_new();
    g_autofree char *before = NULL, *after = NULL, *other = NULL, *gone = NULL;
    uint64_t version;

    before = find(kept, "a", &version);
    g_assert_cmpstr(before, ==, "");
    put(kept, "a", version, "one");
    after = find(kept, "a", &version);
    other = find(kept, "b", &version);
    g_assert_cmpstr(after, ==, "one");
    g_assert_cmpstr(other, ==, "");
    kept_forget(kept);
    gone = find(kept, "a", &version);
    g_assert_cmpstr(gone, ==, "");
    kept_free(kept);
    kept_free(NULL);
}

/* An answer that was made before something was written is not kept after it. */
static void
never_an_old_one(void)
{
    struct kept *kept = kept_new();
    g_autofree char *asked = NULL, *old = NULL, *fresh = NULL;
    uint64_t version, later;

    asked = find(kept, "a", &version);
    kept_forget(kept);
    put(kept, "a", version, "old");
    old = find(kept, "a", &later);
    g_assert_cmpstr(old, ==, "");
    g_assert_cmpuint(later, !=, version);
    put(kept, "a", later, "new");
    fresh = find(kept, "a", &later);
    g_assert_cmpstr(fresh, ==, "new");
    kept_free(kept);
}

/* A new reference lives on, whatever is forgotten. */
static void
what_was_found_stays(void)
{
    struct kept *kept = kept_new();
    g_autofree char *none = NULL, *etag = NULL;
    GBytes *bytes;
    uint64_t version;

    none = find(kept, "a", &version);
    put(kept, "a", version, "one");
    bytes = kept_find(kept, "a", &version, &etag);
    kept_forget(kept);
    kept_free(kept);
    g_assert_true(memcmp(g_bytes_get_data(bytes, NULL), "one", 3) == 0);
    g_bytes_unref(bytes);
}

/* However many names there are, they have an end, and the last is kept. */
static void
no_end_of_names(void)
{
    struct kept *kept = kept_new();
    g_autofree char *first = NULL, *last = NULL;
    uint64_t version;

    first = find(kept, "0", &version);
    for (int n = 0; n < 10000; n++) {
        g_autofree char *name = g_strdup_printf("%d", n);

        put(kept, name, version, "x");
    }
    g_free(first);
    first = find(kept, "0", &version);
    last = find(kept, "9999", &version);
    g_assert_cmpstr(first, ==, "");
    g_assert_cmpstr(last, ==, "x");
    kept_free(kept);
}

/* What is found is never older than what was forgotten before it was asked for. */
struct shared {
    struct kept *kept;
    gint written, forgotten;
};

static gpointer
ask_and_keep(gpointer data)
{
    struct shared *shared = data;

    for (int n = 0; n < TURNS; n++) {
        int least = g_atomic_int_get(&shared->forgotten);
        uint64_t version;
        g_autofree char *found = find(shared->kept, "a", &version), *text = NULL;

        if (found[0] != '\0')
            g_assert_cmpint(atoi(found), >=, least);
        text = g_strdup_printf("%d", g_atomic_int_get(&shared->written));
        put(shared->kept, "a", version, text);
    }
    return NULL;
}

static void
many_threads(void)
{
    struct shared shared = {.kept = kept_new()};
    GThread *threads[THREADS];

    for (int i = 0; i < THREADS; i++)
        threads[i] = g_thread_new("asker", ask_and_keep, &shared);
    for (int n = 1; n <= 500; n++) {
        g_atomic_int_set(&shared.written, n);
        kept_forget(shared.kept);
        g_atomic_int_set(&shared.forgotten, n);
        g_usleep(50);
    }
    for (int i = 0; i < THREADS; i++)
        g_thread_join(threads[i]);
    kept_free(shared.kept);
}

int
main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/kept/kept until something is written", kept_until_something_is_written);
    g_test_add_func("/kept/never an old one", never_an_old_one);
    g_test_add_func("/kept/what was found stays", what_was_found_stays);
    g_test_add_func("/kept/no end of names", no_end_of_names);
    g_test_add_func("/kept/many threads", many_threads);
    return g_test_run();
}
