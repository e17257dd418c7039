#include "web/hooks.h"

#include "base/words.h"
#include "inventory/setting.h"
#include "planning/alerts.h"
#include "schema/db.h"
#include "web/robot.h"
#include "web/service.h"

#define LEAST_PACE_MS 200
#define MOST_PACE_MS 30000
#define LEAST_LOOKS 10   /* while a shortage has to last */
#define ANYWAY_MS 600000 /* between two looks where nothing was written: chances change with time */
#define LAST_TRY_MS 3600000 /* between two tries of a robot that does not answer, at the most */

struct hooks {
    struct service *service;
    struct inventory *inventory;
    struct alerts *alerts;
    GHashTable *tries; /* id of a robot that did not answer to struct tries * */
    int64_t pace_ms;   /* between two looks */
    int64_t version;   /* of the file at the last look; -1: none yet */
    int64_t looked_at; /* ms of the monotonic clock */
    GThread *thread;
    GMutex mutex;
    GCond end;
    bool closing;
};

struct tries {
    int64_t id;
    int64_t wait_ms, next_at;
};

static int64_t
clock_ms(void)
{
    return g_get_monotonic_time() / 1000;
}

/* --------------------------------------------------------------------------------- what one is told */

struct telling {
    struct hooks *hooks;
    const struct hook *hook;
    struct alerts_news news;
    enum words_language language;
    char *text; /* NULL: nothing is told */
    GError *failure;
};

static void
telling_free(gpointer data)
{
    struct telling *telling = data;

    alerts_news_clear(&telling->news);
    g_clear_error(&telling->failure);
    g_free(telling->text);
    g_free(telling);
}

/* The ids of the boxes of an area. */
static bool
read_boxes(struct inventory *inventory, struct area_id area, GHashTable **ids, GError **error)
{
    g_autoptr(GPtrArray) boxes = NULL;

    if (!box_list(inventory, area, false, &boxes, error))
        return false;
    *ids = g_hash_table_new_full(g_int64_hash, g_int64_equal, g_free, NULL);
    for (guint i = 0; i < boxes->len; i++)
        g_hash_table_add(*ids, g_memdup2(&((struct box *)boxes->pdata[i])->id.n, sizeof(int64_t)));
    return true;
}

static bool
write_text(struct telling *telling, const struct flags *flags, struct names *names, GError **error)
{
    const struct hook *hook = telling->hook;
    const struct area *area = names_area(names, hook->area);
    int32_t english = 0;

    if (!setting_number(telling->hooks->inventory, "robots.english", hook->area, (struct box_id){0},
                        &english, error))
        return false;
    telling->language = english != 0 ? WORDS_EN : WORDS_ZH;
    if (telling->news.begun->len + telling->news.ended->len == 0)
        return true;
    words_use(telling->language);
    telling->text = alerts_text(&telling->news, flags, names, area != NULL ? area->name : "",
                                robot_room(hook->kind));
    words_use(WORDS_EN);
    return true;
}

static bool
read_news(struct telling *telling, const struct flags *flags, struct names *names, GError **error)
{
    struct inventory *inventory = telling->hooks->inventory;
    g_autoptr(GHashTable) boxes = NULL;
    g_autoptr(GArray) told = NULL;

    if (!read_boxes(inventory, telling->hook->area, &boxes, error) ||
        !hook_told(inventory, telling->hook->id, &told, error))
        return false;
    alerts_news(telling->hooks->alerts, flags, boxes, told, telling->hooks->looked_at,
                &telling->news);
    return write_text(telling, flags, names, error);
}

/* ------------------------------------------------------------------------------------------ notes */

static bool
note_cells(struct inventory *inventory, const struct telling *telling, int64_t now, GError **error)
{
    const struct alerts_news *news = &telling->news;
    int64_t id = telling->hook->id;

    for (guint i = 0; i < news->begun->len; i++) {
        const struct snapshot_cell *cell = g_array_index(news->begun, struct need, i).cell;

        if (!hook_tell(inventory, id, &(struct hook_cell){cell->box, cell->type, cell->age}, now,
                       error))
            return false;
    }
    for (guint i = 0; i < news->ended->len; i++)
        if (!hook_untell(inventory, id, &g_array_index(news->ended, struct hook_cell, i), error))
            return false;
    return true;
}

static bool
note(struct inventory *inventory, void *data, GError **error)
{
    const struct telling *telling = data;
    int64_t id = telling->hook->id, now = service_now(telling->hooks->service);
    struct hook *still = NULL;

    if (!hook_by_id(inventory, id, &still, NULL))
        return true; /* it was taken away meanwhile */
    hook_free(still);
    for (guint i = 0; i < telling->news.gone->len; i++)
        if (!hook_untell(inventory, id, &g_array_index(telling->news.gone, struct hook_cell, i),
                         error))
            return false;
    if (telling->failure != NULL)
        return hook_note(inventory, id, telling->failure->message, now, error);
    return telling->text == NULL || (note_cells(inventory, telling, now, error) &&
                                     hook_note(inventory, id, NULL, now, error));
}

/* Whether there is anything to write down: a failure that stands there already is not. */
static bool
is_worth_noting(const struct telling *telling)
{
    if (telling->failure != NULL)
        return g_strcmp0(telling->failure->message, telling->hook->failure) != 0 ||
               telling->news.gone->len > 0;
    return telling->text != NULL || telling->news.gone->len > 0;
}

/* ---------------------------------------------------------------------------------------- telling */

/* Twice as long as the time before. */
static void
put_off(struct hooks *hooks, int64_t id, int64_t least_ms)
{
    struct tries *tries = g_hash_table_lookup(hooks->tries, &id);

    if (tries == NULL) {
        tries = g_new0(struct tries, 1);
        tries->id = id;
        tries->wait_ms = hooks->pace_ms / 2;
        g_hash_table_insert(hooks->tries, &tries->id, tries);
    }
    tries->wait_ms = MAX(MIN(2 * tries->wait_ms, LAST_TRY_MS), least_ms);
    tries->next_at = clock_ms() + tries->wait_ms;
}

/* By our own count, before it was asked. */
static bool
is_held_back(const struct telling *telling, int wait_ms)
{
    return wait_ms > 0 && g_error_matches(telling->failure, ERR, ERR_BUSY);
}

static void
tell(struct telling *telling)
{
    struct hooks *hooks = telling->hooks;
    g_autoptr(GError) error = NULL;
    int wait_ms = 0;

    words_use(telling->language); /* what failed is read at a desk */
    if (telling->text != NULL &&
        !robot_tell(&hooks->service->robots, telling->hook, telling->text,
                    service_now(hooks->service), &wait_ms, &telling->failure))
        put_off(hooks, telling->hook->id, wait_ms);
    else
        g_hash_table_remove(hooks->tries, &telling->hook->id);
    words_use(WORDS_EN);
    if (!is_held_back(telling, wait_ms) && is_worth_noting(telling) &&
        !writer_await(hooks->service->writer, note, telling, &error))
        g_printerr("medbox: %s\n", error->message);
}

static bool
is_put_off(const struct hooks *hooks, int64_t id)
{
    const struct tries *tries = g_hash_table_lookup(hooks->tries, &id);

    return tries != NULL && tries->next_at > clock_ms();
}

/* One snapshot for all that is read, which ends before anything is posted. */
static bool
read_tellings(struct hooks *hooks, const GPtrArray *all, struct flags *flags, GPtrArray *tellings,
              GError **error)
{
    const struct flags_question everything = {.least = NEED_OK};
    struct names *names = NULL;
    bool ok =
        flags_read(hooks->inventory, &everything, service_now(hooks->service), flags, error) &&
        (names = names_read(hooks->inventory, error)) != NULL;

    if (ok)
        alerts_look(hooks->alerts, flags, hooks->looked_at);
    for (guint i = 0; ok && i < all->len; i++) {
        const struct hook *hook = all->pdata[i];
        struct telling *telling;

        if (is_put_off(hooks, hook->id))
            continue;
        telling = g_new0(struct telling, 1);
        telling->hooks = hooks;
        telling->hook = hook;
        g_ptr_array_add(tellings, telling);
        ok = read_news(telling, flags, names, error);
    }
    names_free(names);
    return ok;
}

static bool
look(struct hooks *hooks, GError **error)
{
    g_autoptr(GPtrArray) all = NULL, tellings = g_ptr_array_new_with_free_func(telling_free);
    struct db *db = inventory_db(hooks->inventory);
    struct flags flags = {.needs = NULL};
    bool ok;

    if (!hook_list(hooks->inventory, (struct area_id){0}, &all, error))
        return false;
    if (all->len == 0)
        return true;
    if (!inventory_refresh(hooks->inventory, error) || !db_begin_read(db, error))
        return false;
    ok = read_tellings(hooks, all, &flags, tellings, error);
    db_end(db, true, NULL);
    for (guint i = 0; ok && i < tellings->len; i++)
        tell(tellings->pdata[i]);
    g_clear_pointer(&tellings, g_ptr_array_unref); /* borrows from the flags */
    flags_clear(&flags);
    return ok;
}

/* ------------------------------------------------------------------------------------- the thread */

static bool
is_due(struct hooks *hooks, GError **error)
{
    int64_t version, now = clock_ms();
    bool due = hooks->version < 0 || alerts_is_waiting(hooks->alerts) ||
               g_hash_table_size(hooks->tries) > 0 || now - hooks->looked_at >= ANYWAY_MS;

    if (!db_version(inventory_db(hooks->inventory), &version, error))
        return false;
    due = due || version != hooks->version;
    if (!due)
        return true;
    hooks->version = version;
    hooks->looked_at = now;
    return look(hooks, error);
}

/* False at the end. */
static bool
rest(struct hooks *hooks)
{
    gint64 until = g_get_monotonic_time() + hooks->pace_ms * 1000;
    bool closing;

    g_mutex_lock(&hooks->mutex);
    while (!hooks->closing && g_cond_wait_until(&hooks->end, &hooks->mutex, until))
        ;
    closing = hooks->closing;
    g_mutex_unlock(&hooks->mutex);
    return !closing;
}

static gpointer
live(gpointer data)
{
    struct hooks *hooks = data;

    words_use(WORDS_EN); /* what it says goes to the log */
    while (rest(hooks)) {
        g_autoptr(GError) error = NULL;

        if (!is_due(hooks, &error))
            g_printerr("medbox: %s\n", error->message);
    }
    return NULL;
}

struct hooks *
hooks_open(struct service *service, int64_t wait_ms, GError **error)
{
    struct hooks *hooks = g_new0(struct hooks, 1);

    hooks->service = service;
    hooks->alerts = alerts_new(wait_ms);
    hooks->tries = g_hash_table_new_full(g_int64_hash, g_int64_equal, NULL, g_free);
    hooks->pace_ms = CLAMP(wait_ms / LEAST_LOOKS, LEAST_PACE_MS, MOST_PACE_MS);
    hooks->version = -1;
    g_mutex_init(&hooks->mutex);
    g_cond_init(&hooks->end);
    if (inventory_open(service->options.db, &hooks->inventory, error)) {
        hooks->thread = g_thread_new("hooks", live, hooks);
        return hooks;
    }
    hooks_close(hooks);
    return NULL;
}

void
hooks_close(struct hooks *hooks)
{
    if (hooks == NULL)
        return;
    g_atomic_int_set(&hooks->service->robots.ending, 1);
    g_mutex_lock(&hooks->mutex);
    hooks->closing = true;
    g_cond_signal(&hooks->end);
    g_mutex_unlock(&hooks->mutex);
    if (hooks->thread != NULL)
        g_thread_join(hooks->thread);
    inventory_close(hooks->inventory);
    alerts_free(hooks->alerts);
    g_hash_table_unref(hooks->tries);
    g_cond_clear(&hooks->end);
    g_mutex_clear(&hooks->mutex);
    g_free(hooks);
}
