#include "tests/bench/web/process.h"

#include <signal.h>
#include <stdint.h>
#include <string.h>
#include <sys/prctl.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

double
process_cpu(const struct process *process)
{
    struct timespec t;
    clockid_t clock;

    if (clock_getcpuclockid(process->pid, &clock) != 0 || clock_gettime(clock, &t) != 0)
        g_error("no process %d", (int)process->pid);
    return (double)t.tv_sec + (double)t.tv_nsec / 1e9;
}

double
process_memory(const struct process *process)
{
    g_autofree char *path = g_strdup_printf("/proc/%d/status", (int)process->pid);
    g_autofree char *text = NULL;
    const char *line;

    g_file_get_contents(path, &text, NULL, NULL);
    line = text != NULL ? strstr(text, "VmRSS:") : NULL;
    return line != NULL ? (double)g_ascii_strtoll(line + 6, NULL, 10) / 1024 : 0;
}

/* Whatever ends the bench ends what it started: also a closed pipe, or a signal. */
static void
end_with_parent(void *parent)
{
    prctl(PR_SET_PDEATHSIG, SIGTERM);
    if (getppid() != GPOINTER_TO_INT(parent)) /* it ended before that */
        _exit(1);
}

void
process_start(struct process *process, const char **command, int *out)
{
    GError *error = NULL;

    if (!g_spawn_async_with_pipes(NULL, (char **)(uintptr_t)command, NULL,
                                  G_SPAWN_DO_NOT_REAP_CHILD | G_SPAWN_SEARCH_PATH, end_with_parent,
                                  GINT_TO_POINTER(getpid()), &process->pid, NULL, out, NULL,
                                  &error))
        g_error("%s", error->message);
}

void
process_stop(struct process *process)
{
    kill(process->pid, SIGTERM);
    waitpid(process->pid, NULL, 0);
}
