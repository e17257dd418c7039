#include "scanner/watch.h"

#include <string.h>

/* A text in view. */
struct held {
    int kind; /* its symbology */
    char *text;
    guint here, most; /* times in this frame; in the one that showed it most often */
    int64_t seen_ms;
};

struct watch {
    GArray *codes, *findings; /* of struct held */
};

static void
held_clear(gpointer data)
{
    struct held *held = data;

    g_free(held->text);
}

static GArray *
list_new(void)
{
    GArray *list = g_array_new(FALSE, FALSE, sizeof(struct held));

    g_array_set_clear_func(list, held_clear);
    return list;
}

struct watch *
watch_new(void)
{
    struct watch *watch = g_new(struct watch, 1);

    watch->codes = list_new();
    watch->findings = list_new();
    return watch;
}

void
watch_free(struct watch *watch)
{
    if (watch == NULL)
        return;
    g_array_unref(watch->codes);
    g_array_unref(watch->findings);
    g_free(watch);
}

/* A frame begins: what was not seen for long has left. */
static void
forget(GArray *list, int64_t at_ms)
{
    for (guint i = list->len; i-- > 0;) {
        struct held *held = &g_array_index(list, struct held, i);

        held->here = 0;
        if (at_ms - held->seen_ms > WATCH_GONE_MS)
            g_array_remove_index_fast(list, i);
    }
}

/* Sees a text once more in this frame; true where it has come into view by that. */
static bool
see(GArray *list, int kind, const char *text, int64_t at_ms)
{
    struct held new = {.kind = kind};
    struct held *held = NULL;

    for (guint i = 0; held == NULL && i < list->len; i++) {
        struct held *other = &g_array_index(list, struct held, i);

        if (other->kind == kind && strcmp(other->text, text) == 0)
            held = other;
    }
    if (held == NULL) {
        new.text = g_strdup(text);
        g_array_append_val(list, new);
        held = &g_array_index(list, struct held, list->len - 1);
    }
    held->seen_ms = at_ms;
    if (++held->here <= held->most)
        return false;
    held->most = held->here;
    return true;
}

GPtrArray *
watch_see(struct watch *watch, const struct decode *decode, int64_t at_ms)
{
    GPtrArray *fresh = g_ptr_array_new();

    forget(watch->codes, at_ms);
    for (guint i = 0; i < decode->symbols->len; i++) {
        struct decode_symbol *symbol = decode->symbols->pdata[i];

        if (see(watch->codes, (int)symbol->symbology, symbol->text, at_ms))
            g_ptr_array_add(fresh, symbol);
    }
    return fresh;
}

GPtrArray *
watch_notice(struct watch *watch, const struct decode *decode, int64_t at_ms)
{
    GPtrArray *fresh = g_ptr_array_new();

    forget(watch->findings, at_ms);
    for (guint i = 0; i < decode->findings->len; i++) {
        struct finding *finding = decode->findings->pdata[i];

        if (see(watch->findings, (int)finding->kind, finding->text, at_ms))
            g_ptr_array_add(fresh, finding);
    }
    return fresh;
}
