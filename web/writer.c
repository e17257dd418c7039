#include "web/writer.h"

#include "base/words.h"
#include "inventory/ledger.h"
#include "schema/db.h"

#define GROUP 128      /* jobs in one transaction */
#define QUEUE 4096     /* jobs that may wait */
#define LOG_MIB 64     /* of the log from which on the writer waits until it is in the file */
#define REST_US 200000 /* between two times that the log is brought into the file, at the least; */
#define WAIT_US                                                                                    \
    1000000 /* and so long where little is written: what is written again meanwhile goes once */
#define MUCH 1000 /* jobs */
#define CACHE_MIB 16
#define GATHER_US 2000 /* at the most, that those who wait for a group wait for others */
#define BRIEF_US 5000  /* that other connections of a thread which writes itself may wait for it */

struct writer {
    struct inventory *inventory, *saving; /* of the two threads */
    struct writer_ears ears;
    void *data;
    GThread *thread, *saver;
    GMutex mutex;
    GCond more, unsaved; /* jobs to be done; much in the log */
    GQueue queue;        /* struct writer_job * */
    bool closing, lost;
    guint behind;   /* jobs that are in the log alone */
    bool at_work;   /* somebody has the inventory: the writer's thread or, for one job, another */
    guint last;     /* jobs in the last group, */
    guint wanted;   /* those to be waited for, before the next, */
    gint64 took_us; /* and how long it took */
    gint log_mib;
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

static bool
open_group(struct writer *writer, GError **error)
{
    if (!ledger_begin(writer->inventory, error))
        return false;
    if (inventory_refresh(writer->inventory, error))
        return true;
    ledger_end(writer->inventory, false, NULL);
    return false;
}

/* Not where another program writes: who waits for that is the writer's thread. */
static bool
open_at_once(struct writer *writer)
{
    struct db *db = inventory_db(writer->inventory);
    bool open;

    db_be_patient(db, false);
    open = open_group(writer, NULL);
    db_be_patient(db, true);
    return open;
}

/* Runs a group that is open; *error is what went wrong with all of it. */
static bool
run_group(struct writer *writer, struct end *ends, guint n, GError **error)
{
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

/* Those who are told now and those who wait already may be as many again in a moment. Counted before they
 * are told: the first are back before the last has heard. */
static void
expect(struct writer *writer, guint told)
{
    g_mutex_lock(&writer->mutex);
    writer->wanted = MIN(told + g_queue_get_length(&writer->queue), GROUP);
    g_mutex_unlock(&writer->mutex);
}

/* Runs a group, open already or not, and tells its jobs. */
static void
serve(struct writer *writer, struct end *ends, guint n, bool open)
{
    g_autoptr(GError) error = NULL, all = NULL;
    gint64 begun = g_get_monotonic_time();

    if (writer->lost)
        err_set(&error, ERR_BUSY, "%s", _("the service is stopping; try again in a moment"));
    else if ((open || open_group(writer, &error)) && !run_group(writer, ends, n, &error) &&
             db_is_unsure(inventory_db(writer->inventory)))
        lose(writer);
    if (error != NULL)
        all = error_of_all(writer, error);
    writer->took_us = g_get_monotonic_time() - begun;
    if (all == NULL)
        writer->ears.written(writer->data);
    expect(writer, n);
    for (guint i = 0; i < n; i++)
        tell(&ends[i], all);
}

/* ------------------------------------------------------------------------------------- the log */

/* Brings the log into the file, and notes how large it is. */
static void
save(struct writer *writer, struct inventory *inventory, bool wait)
{
    g_autoptr(GError) error = NULL;
    int mebibytes = 0;

    if (db_checkpoint(inventory_db(inventory), wait, &mebibytes, &error))
        g_atomic_int_set(&writer->log_mib, wait ? 0 : mebibytes);
    else
        g_printerr("medbox: %s\n", error->message);
}

/* False at the end. */
static bool
wait_for_groups(struct writer *writer)
{
    gint64 until;
    bool more;

    g_mutex_lock(&writer->mutex);
    while (writer->behind == 0 && !writer->closing)
        g_cond_wait(&writer->unsaved, &writer->mutex);
    until = g_get_monotonic_time() + WAIT_US;
    while (writer->behind < MUCH && !writer->closing &&
           g_cond_wait_until(&writer->unsaved, &writer->mutex, until))
        continue;
    more = writer->behind > 0 && !writer->lost;
    writer->behind = 0;
    g_mutex_unlock(&writer->mutex);
    return more;
}

/* Beside the writer, so that no booking waits for it; under endless load the log outgrows it, and the
 * writer then takes a breath (below). */
static gpointer
live_saving(gpointer data)
{
    struct writer *writer = data;

    words_use(WORDS_EN); /* what it says goes to the log */
    while (wait_for_groups(writer)) {
        save(writer, writer->saving, false);
        g_usleep(REST_US);
    }
    return NULL;
}

/* ------------------------------------------------------------------------------------ whose turn */

static void
begin_group(struct writer *writer, guint jobs)
{
    writer->at_work = true;
    writer->last = jobs;
}

static void
end_group(struct writer *writer)
{
    g_mutex_lock(&writer->mutex);
    writer->at_work = false;
    if (writer->behind == 0 || writer->behind + writer->last >= MUCH)
        g_cond_signal(&writer->unsaved);
    writer->behind += writer->last;
    if (!g_queue_is_empty(&writer->queue))
        g_cond_signal(&writer->more);
    g_mutex_unlock(&writer->mutex);
}

static bool
is_idle(struct writer *writer)
{
    return !writer->at_work && !writer->closing && !writer->lost &&
           g_queue_is_empty(&writer->queue) && writer->last <= 1 && writer->took_us < BRIEF_US &&
           g_atomic_int_get(&writer->log_mib) < LOG_MIB;
}

static bool
claim(struct writer *writer)
{
    bool idle;

    g_mutex_lock(&writer->mutex);
    idle = is_idle(writer);
    if (idle)
        begin_group(writer, 1);
    g_mutex_unlock(&writer->mutex);
    return idle;
}

bool
writer_do(struct writer *writer, const struct writer_job *job)
{
    struct end end = {NULL, NULL};
    bool open;

    if (!claim(writer))
        return false;
    open = open_at_once(writer);
    if (open) {
        end.job = g_memdup2(job, sizeof(*job));
        serve(writer, &end, 1, true);
    }
    end_group(writer);
    return open;
}

/* ----------------------------------------------------------------------------------- the thread */

/* Where many book at once, those who were just told come again while the next group would begin without
 * them: half of the time that the last took is lost at the most, and the write to the disk serves more. */
static void
wait_for_more(struct writer *writer)
{
    gint64 until = g_get_monotonic_time() + MIN(writer->took_us / 2, GATHER_US);

    while (g_queue_get_length(&writer->queue) < writer->wanted && !writer->closing &&
           g_cond_wait_until(&writer->more, &writer->mutex, until))
        continue;
}

/* What waits, up to a group; 0 at the end. */
static guint
take(struct writer *writer, struct end ends[GROUP])
{
    guint n = 0;

    g_mutex_lock(&writer->mutex);
    while (writer->at_work || (g_queue_is_empty(&writer->queue) && !writer->closing))
        g_cond_wait(&writer->more, &writer->mutex);
    wait_for_more(writer);
    while (n < GROUP && !g_queue_is_empty(&writer->queue))
        ends[n++] = (struct end){g_queue_pop_head(&writer->queue), NULL};
    begin_group(writer, n);
    g_mutex_unlock(&writer->mutex);
    return n;
}

static gpointer
live(gpointer data)
{
    struct writer *writer = data;
    struct end ends[GROUP];
    guint n;

    while ((n = take(writer, ends)) > 0) {
        serve(writer, ends, n, false);
        if (!writer->lost && g_atomic_int_get(&writer->log_mib) >= LOG_MIB)
            save(writer, writer->inventory, true);
        end_group(writer);
    }
    return NULL;
}

static bool
open_both(struct writer *writer, const char *path, GError **error)
{
    return inventory_open(path, &writer->inventory, error) &&
           inventory_open(path, &writer->saving, error) &&
           db_set_cache(inventory_db(writer->inventory), CACHE_MIB, error) &&
           db_checkpoint_by_hand(inventory_db(writer->inventory), error);
}

struct writer *
writer_open(const char *path, const struct writer_ears *ears, void *data, GError **error)
{
    struct writer *writer = g_new0(struct writer, 1);

    writer->ears = *ears;
    writer->data = data;
    g_mutex_init(&writer->mutex);
    g_cond_init(&writer->more);
    g_cond_init(&writer->unsaved);
    g_queue_init(&writer->queue);
    if (open_both(writer, path, error)) {
        writer->thread = g_thread_new("writer", live, writer);
        writer->saver = g_thread_new("saver", live_saving, writer);
        return writer;
    }
    writer_close(writer);
    return NULL;
}

static void
end_threads(struct writer *writer)
{
    g_mutex_lock(&writer->mutex);
    writer->closing = true;
    g_cond_signal(&writer->more);
    g_cond_signal(&writer->unsaved);
    g_mutex_unlock(&writer->mutex);
    if (writer->thread != NULL)
        g_thread_join(writer->thread);
    if (writer->saver != NULL)
        g_thread_join(writer->saver);
}

void
writer_close(struct writer *writer)
{
    if (writer == NULL)
        return;
    end_threads(writer);
    inventory_close(writer->saving);
    inventory_close(writer->inventory);
    g_cond_clear(&writer->unsaved);
    g_cond_clear(&writer->more);
    g_mutex_clear(&writer->mutex);
    g_free(writer);
}

bool
writer_submit(struct writer *writer, const struct writer_job *job, GError **error)
{
    guint waiting;
    bool taken;

    g_mutex_lock(&writer->mutex);
    taken = !writer->closing && !writer->lost && g_queue_get_length(&writer->queue) < QUEUE;
    if (taken) {
        g_queue_push_tail(&writer->queue, g_memdup2(job, sizeof(*job)));
        waiting = g_queue_get_length(&writer->queue);
        if (!writer->at_work && (waiting == 1 || waiting >= writer->wanted))
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
