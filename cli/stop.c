#include "cli/stop.h"

#include <signal.h>
#include <sys/signalfd.h>

#include <glib.h>

int
stop_signals(void)
{
    sigset_t set;

    sigemptyset(&set);
    sigaddset(&set, SIGINT);
    sigaddset(&set, SIGTERM);
    sigprocmask(SIG_BLOCK, &set, NULL);
    return signalfd(-1, &set, SFD_CLOEXEC);
}

static const int ending[] = {SIGINT, SIGTERM, SIGHUP};
static struct sigaction before[G_N_ELEMENTS(ending)];
static volatile sig_atomic_t came; /* the number of the last one, or 0 */
static int heeded;

static void
note(int number)
{
    came = number;
}

/* What waits is not to go on: no SA_RESTART. What is ignored stays so, as nohup has it. */
void
stop_begin(void)
{
    const struct sigaction action = {.sa_handler = note};

    came = heeded = 0;
    for (size_t i = 0; i < G_N_ELEMENTS(ending); i++) {
        sigaction(ending[i], NULL, &before[i]);
        if (before[i].sa_handler != SIG_IGN)
            sigaction(ending[i], &action, NULL);
    }
}

bool
stop_asked(void)
{
    heeded = came;
    return heeded != 0;
}

void
stop_end(void)
{
    for (size_t i = 0; i < G_N_ELEMENTS(ending); i++)
        sigaction(ending[i], &before[i], NULL);
    if (heeded != 0)
        raise(heeded);
}
