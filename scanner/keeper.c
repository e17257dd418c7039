#include "scanner/keeper.h"

#include <errno.h>
#include <fcntl.h>
#include <malloc.h>
#include <poll.h>
#include <signal.h>
#include <sys/pidfd.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/signalfd.h>
#include <sys/wait.h>
#include <unistd.h>

#include "scanner/handover.h"
#include "scanner/jail.h"
#include "scanner/parcel.h"

#define HEAP_STEP (4 * 1024 * 1024) /* bytes by which a reader's memory grows */

struct child {
    pid_t pid;
    int end; /* where its end is told */
};

struct keeper {
    int orders, deaths; /* the socket; a signalfd(2) for SIGCHLD */
    worker_reader *reader;
    struct jail *jail;
    GArray *children;
};

/* --------------------------------------------------------------------------------- the reader */

static void
write_all(int fd, GBytes *bytes)
{
    size_t size;
    const char *data = g_bytes_get_data(bytes, &size);

    while (size > 0) {
        ssize_t written = write(fd, data, size);

        if (written < 0 && errno != EINTR)
            return;
        data += MAX(written, 0);
        size -= (size_t)MAX(written, 0);
    }
}

static GBytes *
map(int picture)
{
    GMappedFile *file = g_mapped_file_new_from_fd(picture, FALSE, NULL);
    GBytes *bytes = file != NULL ? g_mapped_file_get_bytes(file) : g_bytes_new(NULL, 0);

    if (file != NULL)
        g_mapped_file_unref(file);
    return bytes;
}

/* Only the picture, in memory, and the way out are left to it. */
static void
strip(int answer)
{
    sigset_t none;

    sigemptyset(&none);
    sigprocmask(SIG_SETMASK, &none, NULL);
    dup2(answer, JAIL_OUT);
    close_range(JAIL_OUT + 1, ~0U, 0);
}

G_NORETURN static void
read_picture(const struct keeper *keeper, pid_t parent, int picture, int answer)
{
    g_autoptr(GBytes) file = map(picture), parcel = NULL;
    g_autoptr(GError) error = NULL;
    struct decode *decode;

    prctl(PR_SET_PDEATHSIG, SIGKILL, 0, 0, 0);
    if (getppid() != parent) /* it died before that */
        _exit(0);
    strip(answer);
    if (keeper->jail == NULL || !jail_enter(keeper->jail))
        _exit(KEEPER_NO_JAIL);
    decode = keeper->reader(file, &error);
    parcel = parcel_pack(decode, error);
    write_all(JAIL_OUT, parcel);
    _exit(0);
}

/* --------------------------------------------------------------------------------- the keeper */

static void
close_all(const int *fds, size_t count)
{
    for (size_t i = 0; i < count; i++)
        if (fds[i] >= 0)
            close(fds[i]);
}

/* Forks a reader and fills in what its asker gets; false with errno. */
static bool
fork_reader(struct keeper *keeper, int picture, int fds[KEEPER_FDS])
{
    int answer[2] = {-1, -1}, end[2] = {-1, -1};
    struct child child = {-1, -1};
    pid_t keeper_pid = getpid();

    if (pipe2(answer, O_CLOEXEC) == 0 && pipe2(end, O_CLOEXEC) == 0)
        child.pid = fork();
    if (child.pid == 0)
        read_picture(keeper, keeper_pid, picture, answer[1]);
    close_all(answer + 1, 1);
    if (child.pid > 0)
        fds[KEEPER_CHILD] = pidfd_open(child.pid, 0); /* its own: it was not waited for yet */
    fds[KEEPER_ANSWER] = answer[0];
    fds[KEEPER_END] = end[0];
    if (fds[KEEPER_CHILD] < 0) {
        if (child.pid > 0)
            kill(child.pid, SIGKILL);
        close_all(end + 1, 1);
        return false;
    }
    child.end = end[1];
    g_array_append_val(keeper->children, child);
    return true;
}

/* False where there will be no more orders. */
static bool
serve(struct keeper *keeper)
{
    struct keeper_order order;
    struct keeper_receipt receipt = {0};
    int picture = -1, fds[KEEPER_FDS] = {-1, -1, -1};
    bool passed, made;

    if (!handover_receive(keeper->orders, &order, sizeof order, &picture, 1, &passed) || !passed)
        return false;
    words_use(order.language);
    made = fork_reader(keeper, picture, fds);
    if (!made)
        receipt.error = errno;
    handover_send(keeper->orders, &receipt, sizeof receipt, fds, made ? KEEPER_FDS : 0);
    close_all(fds, KEEPER_FDS);
    close(picture);
    return true;
}

static int64_t
cpu_of(const struct rusage *usage)
{
    return (int64_t)(usage->ru_utime.tv_sec + usage->ru_stime.tv_sec) * 1000000 +
           usage->ru_utime.tv_usec + usage->ru_stime.tv_usec;
}

static void
tell_end(struct keeper *keeper, pid_t pid, int status, const struct rusage *usage)
{
    struct keeper_end end = {.status = status, .cpu_us = cpu_of(usage)};

    for (guint i = 0; i < keeper->children->len; i++) {
        struct child child = g_array_index(keeper->children, struct child, i);

        if (child.pid != pid)
            continue;
        (void)!write(child.end, &end, sizeof end); /* fits into the pipe; the asker may be gone */
        close(child.end);
        g_array_remove_index_fast(keeper->children, i);
        return;
    }
}

static void
reap(struct keeper *keeper)
{
    struct signalfd_siginfo death;
    struct rusage usage;
    int status;
    pid_t pid;

    (void)!read(keeper->deaths, &death, sizeof death);
    while ((pid = wait4(-1, &status, WNOHANG, &usage)) > 0)
        tell_end(keeper, pid, status, &usage);
}

/*
 * Memory that a reader has freed stays its own for the next copy of the picture: giving it back, and
 * having it cleared anew, would take a twentieth of its time. Nobody else is short of it: it soon ends.
 */
static void
keep_memory(void)
{
    mallopt(M_MMAP_THRESHOLD, JAIL_MEMORY);
    mallopt(M_TRIM_THRESHOLD, JAIL_MEMORY);
    mallopt(M_TOP_PAD, HEAP_STEP);
}

/* Keeps nothing of the process it was forked from but the socket. */
static void
detach(struct keeper *keeper)
{
    static const int ignored[] = {SIGINT, SIGTERM, SIGHUP,
                                  SIGPIPE}; /* it goes when its asker does */
    int nothing = open("/dev/null", O_RDWR);
    sigset_t deaths;

    dup2(nothing, 0);
    dup2(nothing, 1);
    keeper->orders = dup2(keeper->orders, JAIL_OUT);
    close_range(JAIL_OUT + 1, ~0U, 0);
    for (size_t i = 0; i < G_N_ELEMENTS(ignored); i++)
        signal(ignored[i], SIG_IGN);
    sigemptyset(&deaths);
    sigaddset(&deaths, SIGCHLD);
    sigprocmask(SIG_SETMASK, &deaths, NULL);
    keeper->deaths = signalfd(-1, &deaths, SFD_CLOEXEC | SFD_NONBLOCK);
}

void
keeper_run(int orders, worker_reader *reader)
{
    struct keeper keeper = {.orders = orders, .reader = reader, .jail = jail_new()};
    struct pollfd polls[2];
    /* Texts in GB18030 are made UTF-8 by a module that can't be loaded in jail: it stays loaded. */
    GIConv kept = g_iconv_open("UTF-8", "GB18030");
    bool more = kept != NULL;

    detach(&keeper);
    keep_memory();
    keeper.children = g_array_new(FALSE, FALSE, sizeof(struct child));
    polls[0] = (struct pollfd){.fd = keeper.orders, .events = POLLIN};
    polls[1] = (struct pollfd){.fd = keeper.deaths, .events = POLLIN};
    while (more) {
        if (poll(polls, 2, -1) < 0)
            continue;
        if (polls[1].revents != 0)
            reap(&keeper);
        if (polls[0].revents != 0)
            more = serve(&keeper);
    }
    for (guint i = 0; i < keeper.children->len; i++)
        kill(g_array_index(keeper.children, struct child, i).pid, SIGKILL);
    _exit(0);
}
