#ifndef TESTS_BENCH_TIMING_H
#define TESTS_BENCH_TIMING_H

/* Clocks and medians for the benchmarks. Machines are shared and noisy: ratios of runs taken in
 * turn are what counts, and the processor's time more than the wall's. */

#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/resource.h>
#include <time.h>

static inline double
timing_wall(void) /* seconds */
{
    struct timespec t;

    clock_gettime(CLOCK_MONOTONIC, &t);
    return (double)t.tv_sec + (double)t.tv_nsec / 1e9;
}

static inline double
timing_cpu(void) /* seconds of this process, user and system */
{
    struct rusage u;

    getrusage(RUSAGE_SELF, &u);
    return (double)(u.ru_utime.tv_sec + u.ru_stime.tv_sec) +
           (double)(u.ru_utime.tv_usec + u.ru_stime.tv_usec) / 1e6;
}

static inline double
timing_cpu_fine(void) /* the same by the scheduler's clock, in nanoseconds: for what is short */
{
    struct timespec t;

    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &t);
    return (double)t.tv_sec + (double)t.tv_nsec / 1e9;
}

static inline double
timing_peak_mb(void) /* the most memory this program had at once */
{
    FILE *status = fopen("/proc/self/status", "r");
    char line[128];
    long kb = 0;

    while (status != NULL && fgets(line, sizeof(line), status) != NULL)
        if (sscanf(line, "VmHWM: %ld", &kb) == 1)
            break;
    if (status != NULL)
        fclose(status);
    return (double)kb / 1024;
}

static inline int
timing_order(const void *a, const void *b)
{
    double x = *(const double *)a, y = *(const double *)b;

    return (x > y) - (x < y);
}

/* The median; sorts values. */
static inline double
timing_median(double *values, int count)
{
    qsort(values, (size_t)count, sizeof(*values), timing_order);
    return count % 2 != 0 ? values[count / 2] : (values[count / 2 - 1] + values[count / 2]) / 2;
}

/* Beside an aim. */
static inline const char *
timing_met(bool met)
{
    return met ? "met" : "NOT MET";
}

#endif
