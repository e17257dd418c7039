#include "scanner/worker.h"

#include <errno.h>
#include <poll.h>
#include <signal.h>
#include <sys/mman.h>
#include <sys/pidfd.h>
#include <sys/socket.h>
#include <sys/timerfd.h>
#include <sys/wait.h>
#include <unistd.h>

#include "base/words.h"
#include "scanner/handover.h"
#include "scanner/keeper.h"
#include "scanner/parcel.h"

#define RECEIPT_MS 1000 /* a keeper that takes longer to fork is stuck */
#define END_MS 1000     /* from a reader's last byte, or its killing, to its end */

struct worker {
    worker_reader *reader;
    GMutex lock; /* of all below */
    GCond turn;
    int free;   /* pictures that may still be begun */
    int orders; /* the keeper's socket */
    pid_t keeper;
};

/* ----------------------------------------------------------------------------------- the keeper */

static bool
start_keeper(struct worker *worker)
{
    int ends[2];

    if (socketpair(AF_UNIX, SOCK_SEQPACKET | SOCK_CLOEXEC, 0, ends) != 0)
        return false;
    worker->keeper = fork();
    if (worker->keeper == 0)
        keeper_run(ends[1], worker->reader);
    close(ends[1]);
    worker->orders = ends[0];
    return worker->keeper > 0;
}

static void
stop_keeper(struct worker *worker)
{
    close(worker->orders);
    if (worker->keeper <= 0)
        return;
    kill(worker->keeper, SIGKILL);
    while (waitpid(worker->keeper, NULL, 0) < 0 && errno == EINTR)
        ;
}

struct worker *
worker_open(worker_reader *reader, int at_once, GError **error)
{
    struct worker *worker;

    if (!decode_ready(error))
        return NULL;
    worker = g_new0(struct worker, 1);
    worker->reader = reader;
    worker->free = at_once;
    g_mutex_init(&worker->lock);
    g_cond_init(&worker->turn);
    if (start_keeper(worker))
        return worker;
    err_set(error, ERR_BROKEN, _("no process can be started to read pictures: %s"),
            err_system(errno));
    worker_close(worker);
    return NULL;
}

void
worker_close(struct worker *worker)
{
    if (worker == NULL)
        return;
    stop_keeper(worker);
    g_mutex_clear(&worker->lock);
    g_cond_clear(&worker->turn);
    g_free(worker);
}

/* ---------------------------------------------------------------------------------- one picture */

/* False where the keeper does not answer; its receipt may still say that it could not fork. */
static bool
order(struct worker *worker, int picture, struct keeper_receipt *receipt, int fds[KEEPER_FDS])
{
    struct keeper_order what = {words_language()};
    struct pollfd answer = {.fd = worker->orders, .events = POLLIN};
    bool passed;

    return handover_send(worker->orders, &what, sizeof what, &picture, 1) &&
           poll(&answer, 1, RECEIPT_MS) == 1 &&
           handover_receive(worker->orders, receipt, sizeof *receipt, fds, KEEPER_FDS, &passed) &&
           passed == (receipt->error == 0);
}

/* Has a reader made, when its turn comes; a keeper that does not answer is replaced, once. */
static bool
begin(struct worker *worker, int picture, int fds[KEEPER_FDS], GError **error)
{
    struct keeper_receipt receipt = {.error = EAGAIN};
    bool ok;

    g_mutex_lock(&worker->lock);
    while (worker->free == 0)
        g_cond_wait(&worker->turn, &worker->lock);
    ok = order(worker, picture, &receipt, fds);
    if (!ok) {
        stop_keeper(worker);
        ok = start_keeper(worker) && order(worker, picture, &receipt, fds);
    }
    ok = ok && receipt.error == 0;
    worker->free -= ok;
    g_mutex_unlock(&worker->lock);
    return ok || err_set(error, ERR_BUSY, _("no process can be started to read pictures: %s"),
                         err_system(receipt.error));
}

static void
finish(struct worker *worker)
{
    g_mutex_lock(&worker->lock);
    worker->free++;
    g_cond_signal(&worker->turn);
    g_mutex_unlock(&worker->lock);
}

/* The bytes of a reader until it ends; NULL where the time is over or it says too much. */
static GBytes *
collect(int answer, int timer)
{
    g_autoptr(GByteArray) bytes = g_byte_array_new();
    struct pollfd polls[] = {{.fd = answer, .events = POLLIN}, {.fd = timer, .events = POLLIN}};
    uint8_t part[16384];
    ssize_t got;

    while (bytes->len <= PARCEL_MOST) {
        if (poll(polls, 2, -1) < 0)
            continue;
        if (polls[1].revents != 0)
            return NULL;
        got = read(answer, part, sizeof part);
        if (got == 0)
            return g_byte_array_free_to_bytes(g_steal_pointer(&bytes));
        if (got > 0)
            g_byte_array_append(bytes, part, (guint)got);
    }
    return NULL;
}

static int
timer_of(int timeout_ms)
{
    int timer = timerfd_create(CLOCK_MONOTONIC, TFD_CLOEXEC);
    struct itimerspec when = {.it_value = {timeout_ms / 1000, timeout_ms % 1000 * 1000000L}};

    timerfd_settime(timer, 0, &when, NULL);
    return timer;
}

/* False where the keeper can't tell how a reader ended. */
static bool
wait_end(int fd, struct keeper_end *end)
{
    struct pollfd told = {.fd = fd, .events = POLLIN};

    return poll(&told, 1, END_MS) == 1 && read(fd, end, sizeof *end) == sizeof *end;
}

/* What became of a picture whose parcel did not come, or makes no sense. */
static void
tell_lost(bool late, const struct keeper_end *end, GError **error)
{
    bool slow = late || (WIFSIGNALED(end->status) && WTERMSIG(end->status) == SIGXCPU);

    if (WIFEXITED(end->status) && WEXITSTATUS(end->status) == KEEPER_NO_JAIL)
        err_set(error, ERR_BROKEN,
                _("This system can't shut a process in (seccomp), and pictures are not read "
                  "without that."));
    else if (slow)
        err_set(
            error, ERR_BUSY,
            _("Reading the picture took too long and was stopped: take it again from nearer, or "
              "make it smaller."));
    else
        err_set(error, ERR_BUSY,
                _("Reading the picture broke off: it is damaged, or needs too much memory. Take it "
                  "again, or save it as a JPEG."));
}

static struct decode *
receive(const int fds[KEEPER_FDS], int timeout_ms, int64_t *cpu_us, GError **error)
{
    int timer = timer_of(timeout_ms);
    g_autoptr(GBytes) parcel = collect(fds[KEEPER_ANSWER], timer);
    struct keeper_end end = {.status = 0};
    struct decode *decode = NULL;

    close(timer);
    if (parcel == NULL)
        pidfd_send_signal(fds[KEEPER_CHILD], SIGKILL, NULL, 0);
    if (wait_end(fds[KEEPER_END], &end) && cpu_us != NULL)
        *cpu_us = end.cpu_us;
    if (parcel == NULL || !parcel_open(parcel, &decode, error))
        tell_lost(parcel == NULL, &end, error);
    return decode;
}

/* The picture in memory that another process can map. -1 with an error. */
static int
memory_of(GBytes *file, GError **error)
{
    size_t size, done = 0;
    const char *data = g_bytes_get_data(file, &size);
    int fd = memfd_create("picture", MFD_CLOEXEC);

    while (fd >= 0 && done < size) {
        ssize_t written = write(fd, data + done, size - done);

        if (written < 0 && errno != EINTR)
            break;
        done += (size_t)MAX(written, 0);
    }
    if (fd >= 0 && done == size)
        return fd;
    err_set(error, ERR_BUSY, _("there is no memory for the picture: %s"), err_system(errno));
    if (fd >= 0)
        close(fd);
    return -1;
}

struct decode *
worker_read(struct worker *worker, GBytes *file, int timeout_ms, int64_t *cpu_us, GError **error)
{
    int picture = memory_of(file, error), fds[KEEPER_FDS];
    struct decode *decode = NULL;
    bool begun;

    if (cpu_us != NULL)
        *cpu_us = 0;
    if (picture < 0)
        return NULL;
    begun = begin(worker, picture, fds, error);
    close(picture);
    if (!begun)
        return NULL;
    decode = receive(fds, timeout_ms, cpu_us, error);
    for (int i = 0; i < KEEPER_FDS; i++)
        close(fds[i]);
    finish(worker);
    return decode;
}
