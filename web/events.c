#include "web/events.h"

#include <string.h>

#include "inventory/audit_log.h"
#include "inventory/ledger.h"
#include "schema/db.h"
#include "web/handling.h"
#include "web/happening.h"
#include "web/service.h"

#define RING 1024        /* texts that are kept */
#define BEAT_US 20000000 /* between two signs of life, and two looks at who may still listen */
#define GONE_US 1000000  /* between two looks at who has hung up */
#define BEAT ":\n\n"
#define HELLO "retry: 2000\n\n"
#define RELOAD "event: catalogue\ndata: {\"reload\":true}\n\n"
#define GOODBYE "event: session\ndata: {\"ended\":true}\n\n"

struct event {
    char *text;
    int64_t seq; /* of the movement; 0: none */
    int64_t
        areas[HAPPENING_AREAS]; /* where it happened and what that lies in; all zero: everywhere */
};

struct listener {
    GList link;
    struct events *events;
    struct request *request;
    GString *waiting;          /* of it alone, before what is in the ring */
    uint64_t next;             /* place in the ring */
    int64_t heard;             /* movements up to this number */
    bool begun, asleep, ended; /* begun: its request is done but for what it hears */
};

struct events {
    struct service *service;
    struct inventory *inventory; /* for the looks */
    int64_t version, seq, act;   /* of the file, the ledger and the audit log at the last look */
    gint64 beat_at, gone_at;     /* µs of the monotonic clock */
    GMutex mutex;                /* over all below */
    struct event ring[RING];
    uint64_t head; /* texts so far */
    GQueue listeners;
    guint noted; /* what may have changed and was not told yet */
    bool ended;
};

/* What may have changed, as bits. */
enum {
    BOXES = 1,
    CATALOGUE = 2,
    TRANSFERS = 4,
    SESSIONS = 8,
};

static const struct {
    guint bit;
    const char *event;
} kinds[] = {{BOXES, "box"}, {CATALOGUE, "catalogue"}, {TRANSFERS, "transfer"}};

/* What an act of the audit log changed, whoever did it, also another program. */
static const guint acts[AUDIT_ACTS] = {
    [AUDIT_AREA] = BOXES,
    [AUDIT_BOX] = BOXES,
    [AUDIT_IMPORT] = BOXES | CATALOGUE,
    [AUDIT_DRUG] = CATALOGUE,
    [AUDIT_SETTING] = CATALOGUE,
    [AUDIT_RECALL] = CATALOGUE,
    [AUDIT_RECALL_LIFT] = CATALOGUE,
    [AUDIT_PLAN] = TRANSFERS,
    [AUDIT_TRANSFER] = TRANSFERS,
    [AUDIT_TRANSFER_ACCEPT] = TRANSFERS,
    [AUDIT_TRANSFER_CHANGE] = TRANSFERS,
    [AUDIT_TRANSFER_CANCEL] = TRANSFERS,
    [AUDIT_WALK] = TRANSFERS,
    [AUDIT_SIGN_OUT] = SESSIONS,
    [AUDIT_VISIT_END] = SESSIONS,
    [AUDIT_SECRET] = SESSIONS,
    [AUDIT_RESET] = SESSIONS,
    [AUDIT_PERSON_EDIT] = SESSIONS,
    [AUDIT_PERSON_RETIRE] = SESSIONS,
};

/* What volunteers write in passing is no act, and known by its path. */
static const char *const taught[] = {"/api/1/drugs", "/api/1/codes"};

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
tell(struct events *events, char *text, int64_t seq, const int64_t areas[HAPPENING_AREAS])
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

    for (int i = 0; i < HAPPENING_AREAS && !here; i++)
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
    bool over;

    g_mutex_lock(&listener->events->mutex);
    listener->begun = true;
    while (listener->waiting->len < max && (text = next_text(listener)) != NULL)
        g_string_append(listener->waiting, text);
    n = MIN(max, listener->waiting->len);
    memcpy(buffer, listener->waiting->str, n);
    g_string_erase(listener->waiting, 0, (gssize)n);
    over = n == 0 && listener->ended;
    listener->asleep = n == 0 && !over;
    g_mutex_unlock(&listener->events->mutex);
    return over ? -1 : (ssize_t)n;
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

/* ------------------------------------------------------------------------------------ listening */

static void
hand_to_one(char *text, int64_t seq, const int64_t areas[HAPPENING_AREAS], void *data)
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
    bool carried;

    if (!ledger_count(inventory, &count, error))
        return false;
    if (since > 0 && count - since <= HAPPENING_MOST) {
        listener->heard = since;
        return happening_read(inventory, since, hand_to_one, listener, &carried, error);
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
hand_to_all(char *text, int64_t seq, const int64_t areas[HAPPENING_AREAS], void *data)
{
    struct events *events = data;

    g_mutex_lock(&events->mutex);
    tell(events, text, seq, areas);
    g_mutex_unlock(&events->mutex);
    events->seq = seq;
}

static void
note(struct events *events, guint bits)
{
    g_mutex_lock(&events->mutex);
    events->noted |= bits;
    g_mutex_unlock(&events->mutex);
}

/* What is too much to be told one by one is had anew by those who want it. */
static bool
tell_movements(struct events *events, int64_t count, GError **error)
{
    bool carried = false;

    while (count - events->seq <= 2 * HAPPENING_MOST && events->seq < count) {
        if (!happening_read(events->inventory, events->seq, hand_to_all, events, &carried, error))
            return false;
        note(events, carried ? TRANSFERS : 0);
    }
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
look_at_acts(struct events *events, GError **error)
{
    const struct audit_query query = {.after = events->act, .limit = HAPPENING_MOST};
    g_autoptr(GPtrArray) entries = NULL;

    if (!audit_log_list(events->inventory, &query, &entries, error))
        return false;
    for (guint i = 0; i < entries->len; i++) {
        const struct audit_entry *entry = entries->pdata[i];

        events->act = MAX(events->act, entry->id);
        note(events, acts[entry->act]);
    }
    return true;
}

static bool
look_at_file(struct events *events, GError **error)
{
    int64_t version, count;

    if (!db_version(inventory_db(events->inventory), &version, error))
        return false;
    if (version == events->version)
        return true;
    if (!ledger_count(events->inventory, &count, error) || !look_at_acts(events, error))
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
    guint noted;

    g_mutex_lock(&events->mutex);
    noted = events->noted;
    events->noted = 0;
    for (size_t i = 0; i < G_N_ELEMENTS(kinds); i++)
        if ((noted & kinds[i].bit) != 0)
            tell(events, g_strdup_printf("event: %s\ndata: {}\n\n", kinds[i].event), 0, NULL);
    g_mutex_unlock(&events->mutex);
    return (noted & SESSIONS) != 0;
}

/* Who was signed in when it began may not be any more. One that is still catching up has its own use
 * for its request: it is looked at the next time. */
static void
look_at_listeners(struct events *events)
{
    g_mutex_lock(&events->mutex);
    for (GList *at = events->listeners.head; at != NULL; at = at->next) {
        struct listener *listener = at->data;

        if (!listener->begun)
            events->noted |= SESSIONS;
        if (!listener->begun || listener->ended ||
            handling_is_still(listener->request, events->inventory))
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

/* One that sleeps is not told that the other end has hung up: its connection, of which an address has only so
 * many, would be held until the next sign of life. */
static void
end_those_gone(struct events *events)
{
    g_mutex_lock(&events->mutex);
    for (GList *at = events->listeners.head; at != NULL; at = at->next) {
        struct listener *listener = at->data;

        if (!listener->asleep || !events->service->is_gone(listener->request))
            continue;
        listener->ended = true;
        wake(events, listener);
    }
    g_mutex_unlock(&events->mutex);
}

bool
events_look(struct events *events)
{
    int64_t version = events->version;
    gint64 now = g_get_monotonic_time();
    bool due = now - events->beat_at > BEAT_US;
    g_autoptr(GError) error = NULL;

    if (!look_at_file(events, &error))
        g_printerr("medbox: %s\n", error->message);
    if (tell_noted(events) || due)
        look_at_listeners(events);
    if (now - events->gone_at > GONE_US) {
        events->gone_at = now;
        end_those_gone(events);
    }
    if (due) {
        events->beat_at = now;
        beat(events);
    }
    return events->version != version;
}

void
events_note(struct events *events, const char *path)
{
    for (size_t i = 0; i < G_N_ELEMENTS(taught); i++)
        if (g_str_has_prefix(path, taught[i]))
            note(events, CATALOGUE);
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
        ledger_count(events->inventory, &events->seq, error) && look_at_acts(events, error)) {
        events->noted = 0; /* that was before */
        return events;
    }
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
