/*
 * Any bytes as a history for bench-flags: boxes up to a line "--", then events. Read, and every event is
 * of a box and a type that there is, in the order of time; or refused in words.
 */

#include <math.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include "tests/bench/allocator/history.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static void
check(const struct history *h)
{
    g_assert_cmpuint(h->box->len, ==, h->boxes->len);
    for (guint i = 0; i < h->events->len; i++) {
        const struct demand_event *e = &g_array_index(h->events, struct demand_event, i);

        g_assert_cmpint(e->box, >=, 0);
        g_assert_cmpuint((guint)e->box, <, h->boxes->len);
        g_assert_cmpint(e->place, >=, 0);
        g_assert_cmpuint((guint)e->place, <, h->types->len);
        g_assert_true(isfinite(e->amount));
        g_assert_true(e->at < 1.0001F);
        if (i > 0)
            g_assert_cmpint(g_array_index(h->events, struct demand_event, i - 1).day, <=, e->day);
    }
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    const char *text = (const char *)data, *cut = g_strstr_len(text, (gssize)size, "\n--\n");
    size_t first = cut != NULL ? (size_t)(cut - text) : size;
    size_t rest = cut != NULL ? size - first - 4 : 0;
    g_autoptr(GError) error = NULL;
    struct history h;
    FILE *boxes = first > 0 ? fmemopen((void *)(uintptr_t)data, first, "r") : NULL;
    FILE *events = rest > 0 ? fmemopen((void *)(uintptr_t)(cut + 4), rest, "r") : NULL;

    if (history_read_files(&h, boxes, events, &error))
        check(&h);
    else
        g_assert_true(error != NULL && error->domain == ERR);
    history_clear(&h);
    if (boxes != NULL)
        fclose(boxes);
    if (events != NULL)
        fclose(events);
    return 0;
}
