#include "web/events.h"

#include <stdlib.h>
#include <string.h>

#include <jansson.h>

#include "inventory/ledger.h"
#include "schema/db.h"
#include "web/handling.h"
#include "web/service.h"
#include "web/shape.h"

#define RING 1024        /* texts that are kept */
#define AT_ONCE 500      /* movements told in one look, or to one that comes back */
#define BEAT_US 20000000 /* between two signs of life, and two looks at who may still listen */
#define PAUSE_US 100000  /* between two looks at the ledger */
#define ABOVE 8          /* areas above one, itself too */
#define BEAT ":\n\n"
#define HELLO "retry: 2000\n\n"
#define RELOAD "event: catalogue\ndata: {\"reload\":true}\n\n"
#define GOODBYE "event: session\ndata: {\"ended\":true}\n\n"

struct event {
    char *text;
    int64_t seq;          /* of the movement; 0: none */
    int64_t areas[ABOVE]; /* where it happened and what that lies in; all zero: everywhere */
};

struct listener {
    GList link;
    struct events *events;
    struct request *request;
    GString *waiting; /* of it alone, before what is in the ring */
    uint64_t next;    /* place in the ring */
    int64_t heard;    /* movements up to this number */
    bool asleep, ended;
};

struct events {
    struct service *service;
    struct inventory *inventory; /* for the looks */
    int64_t version, seq;        /* of the file and the ledger at the last look */
    gint64 looked_at, beat_at;   /* µs of the monotonic clock */
    GMutex mutex;                /* over all below */
    struct event ring[RING];
    uint64_t head; /* texts so far */
    GQueue listeners;
    guint noted; /* bits: kinds of events that were noted */
    bool ended;
};

/* What is written by a path shows in these kinds of events. */
static const struct {
    const char *prefix, *event;
} kinds[] = {
    {"/api/1/box", "box"},
    {"/api/1/area", "box"},
    {"/api/1/import", "box"},
    {"/api/1/drugs", "catalogue"},
    {"/api/1/codes", "catalogue"},
    {"/api/1/recalls", "catalogue"},
    {"/api/1/settings", "catalogue"},
    {"/api/1/import", "catalogue"},
    {"/api/1/plan", "transfer"},
    {"/api/1/transfers", "transfer"},
    {"/api/1/sign-out", NULL},
    {"/api/1/sessions", NULL},
    {"/api/1/people", NULL},
    {"/api/1/secret", NULL},
};

/* ------------------------------------------------------------------------------------ the ring */

/* Under the mutex. */
static void
wake(struct events *events, struct listener *listener)
{
    if (listener->asleep)
        events->service->nudge(listener->request);
    listener->asleep = false;
}

/* Under the mutex; takes the text over. */
static void
tell(struct events *events, char *text, int64_t seq, const int64_t areas[ABOVE])
{
    struct event *event = &events->ring[events->head++ % RING];

    g_free(event->text);
    event->text = text;
    event->seq = seq;
    memset(event->areas, 0, sizeof(event->areas));
    if (areas != NULL)
        memcpy(event->areas, areas, sizeof(event->areas));
    for (GList *at = events->listeners.head; at != NULL; at = at->next)
        wake(events, at->data);
}

static bool
concerns(const struct event *event, const struct listener *listener)
{
    int64_t area = request_identity(listener->request)->area.n;
    bool here = area == 0 || event->areas[0] == 0;

    for (int i = 0; i < ABOVE && !here; i++)
        here = event->areas[i] == area;
    return here && (event->seq == 0 || event->seq > listener->heard);
}

/* The next text for one that listens, or NULL; one that the ring has left behind is at its end. */
static const char *
next_text(struct listener *listener)
{
    struct events *events = listener->events;

    if (events->head - listener->next > RING)
        listener->ended = true;
    while (!listener->ended && listener->next < events->head) {
        const struct event *event = &events->ring[listener->next++ % RING];

        if (concerns(event, listener))
            return event->text;
    }
    return NULL;
}

static ssize_t
read_listener(void *data, char *buffer, size_t max)
{
    struct listener *listener = data;
    const char *text;
    size_t n;

    g_mutex_lock(&listener->events->mutex);
    while (listener->waiting->len < max && (text = next_text(listener)) != NULL)
        g_string_append(listener->waiting, text);
    n = MIN(max, listener->waiting->len);
    memcpy(buffer, listener->waiting->str, n);
    g_string_erase(listener->waiting, 0, (gssize)n);
    listener->asleep = n == 0 && !listener->ended;
    g_mutex_unlock(&listener->events->mutex);
    return n == 0 && listener->ended ? -1 : (ssize_t)n;
}

static void
leave(void *data)
{
    struct listener *listener = data;

    g_mutex_lock(&listener->events->mutex);
    g_queue_unlink(&listener->events->listeners, &listener->link);
    g_mutex_unlock(&listener->events->mutex);
    g_string_free(listener->waiting, TRUE);
    g_free(listener);
}

/* ------------------------------------------------------------------------------------ movements */

/* Where a movement happened. */
static bool
read_areas(struct inventory *inventory, struct area_id id, int64_t areas[ABOVE], GError **error)
{
    struct area *area;

    for (int i = 0; i < ABOVE && id.n != 0; i++) {
        areas[i] = id.n;
        if (!area_by_id(inventory, id, &area, error))
            return false;
        id = area->parent;
        area_free(area);
    }
    return true;
}

struct reading {
    GPtrArray *texts;
    GArray *seqs;
    GArray *boxes; /* int64_t */
    struct inventory *inventory;
};

static bool
add_text(const struct movement *m, int64_t undone_by, void *data)
{
    struct reading *reading = data;
    json_t *row = json_pack("{s:I, s:s, s:I, s:I, s:I, s:o, s:o}", "seq", (json_int_t)m->seq,
                            "kind", movement_kind_key(m->kind), "at", (json_int_t)m->at, "drug",
                            (json_int_t)m->drug.n, "units",
                            movement_direction(m->kind) * (json_int_t)m->units, "expiry",
                            shape_day(m->expiry), "lot", shape_text(m->lot));

    (void)undone_by;
    g_ptr_array_add(reading->texts, row);
    g_array_append_val(reading->seqs, m->seq);
    g_array_append_val(reading->boxes, m->box.n);
    return true;
}

static void
decref(gpointer json)
{
    json_decref(json);
}

/* Hands on the movements after a number, up to AT_ONCE of them: text, number and where. */
typedef void hand_on(char *text, int64_t seq, const int64_t areas[ABOVE], void *data);

static bool
hand_one(struct reading *reading, guint i, hand_on *hand, void *data, GError **error)
{
    json_t *row = reading->texts->pdata[i];
    int64_t seq = g_array_index(reading->seqs, int64_t, i), areas[ABOVE] = {0};
    struct box_id id = {g_array_index(reading->boxes, int64_t, i)};
    struct box *box = NULL;
    char *json;

    if (!box_by_id(reading->inventory, id, &box, error))
        return false;
    json_object_set_new(row, "box", json_string(box->code));
    json = json_dumps(row, JSON_COMPACT);
    if (read_areas(reading->inventory, box->area, areas, error))
        hand(g_strdup_printf("id: %lld\nevent: booking\ndata: %s\n\n", (long long)seq, json), seq,
             areas, data);
    free(json);
    box_free(box);
    return areas[0] != 0;
}

static bool
read_movements(struct inventory *inventory, int64_t after, hand_on *hand, void *data,
               GError **error)
{
    struct ledger_filter filter = {.after_seq = after, .before_seq = after + AT_ONCE + 1};
    struct reading reading = {.texts = g_ptr_array_new_with_free_func(decref),
                              .seqs = g_array_new(FALSE, FALSE, sizeof(int64_t)),
                              .boxes = g_array_new(FALSE, FALSE, sizeof(int64_t)),
                              .inventory = inventory};
    bool ok = ledger_list(inventory, &filter, add_text, &reading, error);

    for (guint i = 0; ok && i < reading.texts->len; i++)
        ok = hand_one(&reading, i, hand, data, error);
    g_ptr_array_unref(reading.texts);
    g_array_unref(reading.seqs);
    g_array_unref(reading.boxes);
    return ok;
}

/* ------------------------------------------------------------------------------------ listening */

static void
hand_to_one(char *text, int64_t seq, const int64_t areas[ABOVE], void *data)
{
    struct listener *listener = data;
    struct event event = {.text = text, .seq = seq};

    memcpy(event.areas, areas, sizeof(event.areas));
    if (concerns(&event, listener))
        g_string_append(listener->waiting, text);
    listener->heard = MAX(listener->heard, seq);
    g_free(text);
}

/* One that was away for long had better read everything anew. */
static bool
catch_up(struct listener *listener, struct inventory *inventory, int64_t since, GError **error)
{
    int64_t count;

    if (!ledger_count(inventory, &count, error))
        return false;
    if (since > 0 && count - since <= AT_ONCE) {
        listener->heard = since;
        return read_movements(inventory, since, hand_to_one, listener, error);
    }
    if (since > 0)
        g_string_append(listener->waiting, RELOAD);
    g_string_append_printf(listener->waiting, "id: %lld\nevent: hello\ndata: {}\n\n",
                           (long long)count);
    listener->heard = count;
    return true;
}

bool
events_listen(struct events *events, struct request *request, int64_t since, GError **error)
{
    struct listener *listener = g_new0(struct listener, 1);

    listener->events = events;
    listener->request = request;
    listener->link.data = listener;
    listener->waiting = g_string_new(HELLO);
    g_mutex_lock(&events->mutex);
    listener->next = events->head;
    listener->ended = events->ended;
    g_queue_push_tail_link(&events->listeners, &listener->link);
    g_mutex_unlock(&events->mutex);
    reply_stream(request, "text/event-stream", read_listener, listener, leave);
    reply_header(request, "Cache-Control", "no-store");
    reply_header(request, "X-Accel-Buffering", "no");
    return catch_up(listener, request_inventory(request), since, error);
}

/* ---------------------------------------------------------------------------------------- looking */

static void
hand_to_all(char *text, int64_t seq, const int64_t areas[ABOVE], void *data)
{
    struct events *events = data;

    g_mutex_lock(&events->mutex);
    tell(events, text, seq, areas);
    g_mutex_unlock(&events->mutex);
    events->seq = seq;
}

/* What is too much to be told one by one is had anew by those who want it. */
static bool
tell_movements(struct events *events, int64_t count, GError **error)
{
    while (count - events->seq <= 2 * AT_ONCE && events->seq < count)
        if (!read_movements(events->inventory, events->seq, hand_to_all, events, error))
            return false;
    if (events->seq < count) {
        g_mutex_lock(&events->mutex);
        tell(events, g_strdup_printf("id: %lld\n" RELOAD, (long long)count), 0, NULL);
        g_mutex_unlock(&events->mutex);
    }
    events->seq = count;
    return true;
}

static bool
is_heard(struct events *events)
{
    bool heard;

    g_mutex_lock(&events->mutex);
    heard = !g_queue_is_empty(&events->listeners);
    g_mutex_unlock(&events->mutex);
    return heard;
}

static bool
look_at_ledger(struct events *events, GError **error)
{
    int64_t version, count;

    if (!db_version(inventory_db(events->inventory), &version, error))
        return false;
    if (version == events->version)
        return true;
    if (!ledger_count(events->inventory, &count, error))
        return false;
    events->version = version;
    if (is_heard(events))
        return tell_movements(events, count, error);
    events->seq = count;
    return true;
}

/* Tells what was noted; true where it may have ended a session. */
static bool
tell_noted(struct events *events)
{
    bool sessions = false;

    g_mutex_lock(&events->mutex);
    for (size_t i = 0; i < G_N_ELEMENTS(kinds); i++) {
        if ((events->noted & (1u << i)) == 0)
            continue;
        if (kinds[i].event != NULL)
            tell(events, g_strdup_printf("event: %s\ndata: {}\n\n", kinds[i].event), 0, NULL);
        else
            sessions = true;
    }
    events->noted = 0;
    g_mutex_unlock(&events->mutex);
    return sessions;
}

/* Who was signed in when it began may not be any more. */
static void
look_at_listeners(struct events *events)
{
    g_mutex_lock(&events->mutex);
    for (GList *at = events->listeners.head; at != NULL; at = at->next) {
        struct listener *listener = at->data;

        if (listener->ended || handling_is_still(listener->request, events->inventory))
            continue;
        g_string_append(listener->waiting, GOODBYE);
        listener->ended = true;
        wake(events, listener);
    }
    g_mutex_unlock(&events->mutex);
}

static void
beat(struct events *events)
{
    g_mutex_lock(&events->mutex);
    tell(events, g_strdup(BEAT), 0, NULL);
    g_mutex_unlock(&events->mutex);
}

bool
events_look(struct events *events)
{
    int64_t version = events->version;
    gint64 now = g_get_monotonic_time();
    bool due = now - events->beat_at > BEAT_US;
    g_autoptr(GError) error = NULL;

    if (now - events->looked_at < PAUSE_US)
        return false;
    events->looked_at = now;
    if (!look_at_ledger(events, &error))
        g_printerr("medbox: %s\n", error->message);
    if (tell_noted(events) || due)
        look_at_listeners(events);
    if (due) {
        events->beat_at = now;
        beat(events);
    }
    return events->version != version;
}

void
events_note(struct events *events, const char *path)
{
    g_mutex_lock(&events->mutex);
    for (size_t i = 0; i < G_N_ELEMENTS(kinds); i++)
        if (g_str_has_prefix(path, kinds[i].prefix))
            events->noted |= 1u << i;
    g_mutex_unlock(&events->mutex);
}

/* -------------------------------------------------------------------------------- from first to last */

struct events *
events_new(struct service *service, GError **error)
{
    struct events *events = g_new0(struct events, 1);

    events->service = service;
    events->beat_at = g_get_monotonic_time();
    g_mutex_init(&events->mutex);
    g_queue_init(&events->listeners);
    if (inventory_open(service->options.db, &events->inventory, error) &&
        db_version(inventory_db(events->inventory), &events->version, error) &&
        ledger_count(events->inventory, &events->seq, error))
        return events;
    events_free(events);
    return NULL;
}

void
events_end(struct events *events)
{
    g_mutex_lock(&events->mutex);
    events->ended = true;
    for (GList *at = events->listeners.head; at != NULL; at = at->next) {
        struct listener *listener = at->data;

        listener->ended = true;
        wake(events, listener);
    }
    g_mutex_unlock(&events->mutex);
}

void
events_free(struct events *events)
{
    if (events == NULL)
        return;
    g_assert(g_queue_is_empty(&events->listeners));
    for (size_t i = 0; i < RING; i++)
        g_free(events->ring[i].text);
    inventory_close(events->inventory);
    g_mutex_clear(&events->mutex);
    g_free(events);
}
