#include "web/writer.h"

#include "base/words.h"
#include "inventory/ledger.h"
#include "schema/db.h"

#define GROUP 128      /* jobs in one transaction */
#define QUEUE 4096     /* jobs that may wait */
#define LOG_MIB 64     /* of it the writer lets grow before it waits for readers */
#define IDLE_US 200000 /* without a job before the log is brought into the file */
#define CACHE_MIB 16

struct writer {
    struct inventory *inventory;
    struct writer_ears ears;
    void *data;
    GThread *thread;
    GMutex mutex;
    GCond more;
    GQueue queue; /* struct writer_job * */
    bool closing, lost;
};

struct end {
    struct writer_job *job;
    GError *error;
};

/* ------------------------------------------------------------------------------------ one group */

static void
run_job(struct writer *writer, struct end *end)
{
    bool ok;

    if (!ledger_begin(writer->inventory, &end->error))
        return;
    ok = end->job->run(writer->inventory, end->job->data, &end->error);
    if (ledger_end(writer->inventory, ok, ok ? &end->error : NULL))
        return;
    g_assert(end->error != NULL);
}

/* Runs a group; *error is what went wrong with all of it. */
static bool
run_group(struct writer *writer, struct end *ends, guint n, GError **error)
{
    if (!ledger_begin(writer->inventory, error))
        return false;
    for (guint i = 0; i < n; i++)
        run_job(writer, &ends[i]);
    return ledger_end(writer->inventory, true, error);
}

/* Whatever broke, nothing is acknowledged that is not on the disk: those who asked may ask again. */
static GError *
error_of_all(const struct writer *writer, const GError *why)
{
    GError *error = NULL;

    g_printerr("medbox: %s\n", why->message);
    err_set(&error, ERR_BUSY, "%s",
            writer->lost ? _("the inventory file failed while this was written; try again in a "
                             "moment: what was kept is not booked twice")
                         : why->message);
    return error;
}

static void
tell(struct end *end, const GError *all)
{
    end->job->done(end->job->data, all != NULL ? all : end->error);
    g_clear_error(&end->error);
    g_free(end->job);
}

/* No more is taken after an unknown outcome, and what waits is turned away. */
static void
lose(struct writer *writer)
{
    g_mutex_lock(&writer->mutex);
    writer->lost = true;
    g_mutex_unlock(&writer->mutex);
    writer->ears.lost(writer->data);
}

static void
serve(struct writer *writer, struct end *ends, guint n)
{
    g_autoptr(GError) error = NULL, all = NULL;

    if (writer->lost)
        err_set(&error, ERR_BUSY, "%s", _("the service is stopping; try again in a moment"));
    else if (!run_group(writer, ends, n, &error) && db_is_unsure(inventory_db(writer->inventory)))
        lose(writer);
    if (error != NULL)
        all = error_of_all(writer, error);
    for (guint i = 0; i < n; i++)
        tell(&ends[i], all);
    if (all == NULL)
        writer->ears.written(writer->data);
}

/* ----------------------------------------------------------------------------------- the thread */

/* What waits, up to a group; 0 when nothing came for a while, or at the end. */
static guint
take(struct writer *writer, struct end ends[GROUP], bool wait)
{
    gint64 until = g_get_monotonic_time() + IDLE_US;
    bool patient = true;
    guint n = 0;

    g_mutex_lock(&writer->mutex);
    while (g_queue_is_empty(&writer->queue) && !writer->closing && patient)
        if (wait)
            g_cond_wait(&writer->more, &writer->mutex);
        else
            patient = g_cond_wait_until(&writer->more, &writer->mutex, until);
    while (n < GROUP && !g_queue_is_empty(&writer->queue))
        ends[n++] = (struct end){g_queue_pop_head(&writer->queue), NULL};
    g_mutex_unlock(&writer->mutex);
    return n;
}

static void
checkpoint(struct writer *writer, int wait_over)
{
    g_autoptr(GError) error = NULL;

    if (!writer->lost && !db_checkpoint(inventory_db(writer->inventory), wait_over, &error))
        g_printerr("medbox: %s\n", error->message);
}

static gpointer
live(gpointer data)
{
    struct writer *writer = data;
    struct end ends[GROUP];
    bool behind = false; /* something is in the log that is not in the file */
    guint n;

    while ((n = take(writer, ends, !behind)) > 0 || behind) {
        if (n > 0)
            serve(writer, ends, n);
        if (n == 0)
            checkpoint(writer, 0);
        behind = n > 0;
    }
    return NULL;
}

struct writer *
writer_open(const char *path, const struct writer_ears *ears, void *data, GError **error)
{
    struct inventory *inventory = NULL;
    struct writer *writer;

    if (!inventory_open(path, &inventory, error))
        return NULL;
    if (!db_set_cache(inventory_db(inventory), CACHE_MIB, error)) {
        inventory_close(inventory);
        return NULL;
    }
    writer = g_new0(struct writer, 1);
    writer->inventory = inventory;
    writer->ears = *ears;
    writer->data = data;
    g_mutex_init(&writer->mutex);
    g_cond_init(&writer->more);
    g_queue_init(&writer->queue);
    writer->thread = g_thread_new("writer", live, writer);
    return writer;
}

void
writer_close(struct writer *writer)
{
    if (writer == NULL)
        return;
    g_mutex_lock(&writer->mutex);
    writer->closing = true;
    g_cond_signal(&writer->more);
    g_mutex_unlock(&writer->mutex);
    g_thread_join(writer->thread);
    inventory_close(writer->inventory);
    g_cond_clear(&writer->more);
    g_mutex_clear(&writer->mutex);
    g_free(writer);
}

bool
writer_submit(struct writer *writer, const struct writer_job *job, GError **error)
{
    bool taken;

    g_mutex_lock(&writer->mutex);
    taken = !writer->closing && !writer->lost && g_queue_get_length(&writer->queue) < QUEUE;
    if (taken) {
        g_queue_push_tail(&writer->queue, g_memdup2(job, sizeof(*job)));
        g_cond_signal(&writer->more);
    }
    g_mutex_unlock(&writer->mutex);
    return taken || err_set(error, ERR_BUSY,
                            _("more is being booked than can be written; try again in a "
                              "moment"));
}

/* What a waiting thread and the writer's have in common. */
struct waiting {
    GMutex mutex;
    GCond ended;
    bool over;
    bool (*run)(struct inventory *inventory, void *data, GError **error);
    void *data;
    GError *error;
};

static bool
run_awaited(struct inventory *inventory, void *data, GError **error)
{
    struct waiting *waiting = data;

    return waiting->run(inventory, waiting->data, error);
}

static void
end_awaited(void *data, const GError *error)
{
    struct waiting *waiting = data;

    g_mutex_lock(&waiting->mutex);
    waiting->error = error != NULL ? g_error_copy(error) : NULL;
    waiting->over = true;
    g_cond_signal(&waiting->ended);
    g_mutex_unlock(&waiting->mutex);
}

bool
writer_await(struct writer *writer,
             bool (*run)(struct inventory *inventory, void *data, GError **error), void *data,
             GError **error)
{
    struct waiting waiting = {.run = run, .data = data};
    const struct writer_job job = {run_awaited, end_awaited, &waiting};
    bool ok;

    g_mutex_init(&waiting.mutex);
    g_cond_init(&waiting.ended);
    ok = writer_submit(writer, &job, error);
    g_mutex_lock(&waiting.mutex);
    while (ok && !waiting.over)
        g_cond_wait(&waiting.ended, &waiting.mutex);
    g_mutex_unlock(&waiting.mutex);
    g_cond_clear(&waiting.ended);
    g_mutex_clear(&waiting.mutex);
    if (waiting.error == NULL)
        return ok;
    g_propagate_error(error, waiting.error);
    return false;
}
