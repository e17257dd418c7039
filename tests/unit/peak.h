#ifndef TESTS_UNIT_PEAK_H
#define TESTS_UNIT_PEAK_H

/* How much memory this process has had at most. */

#include <sys/resource.h>

#include <glib.h>

/* From here on the peak is counted anew (proc(5), clear_refs). */
static inline void
peak_forget(void)
{
    g_assert_true(g_file_set_contents_full("/proc/self/clear_refs", "5", 1,
                                           G_FILE_SET_CONTENTS_NONE, 0600, NULL));
}

static inline long
peak_kib(void)
{
    struct rusage usage;

    g_assert_cmpint(getrusage(RUSAGE_SELF, &usage), ==, 0);
    return usage.ru_maxrss;
}

#endif
