#ifndef TESTS_BENCH_WEB_PROCESS_H
#define TESTS_BENCH_WEB_PROCESS_H

/* What the bench measures runs in processes of its own. All of these end the program where they fail. */

#include <glib.h>

struct process {
    GPid pid;
    int port; /* for whoever knows it */
};

/* Runs a command (NULL at its end); out, where it is not NULL, is what it says, as a file descriptor. */
void process_start(struct process *process, const char **command, int *out);
void process_stop(struct process *process);

double process_cpu(const struct process *process);    /* seconds so far, by the scheduler's clock */
double process_memory(const struct process *process); /* MB */

#endif
