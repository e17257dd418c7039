#ifndef LABELS_SINK_H
#define LABELS_SINK_H

/* Where the bytes of a drawing go, in order. After the first one that was not taken nothing more is
 * given to it, so that who draws asks once, at the end. */

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include <glib.h>

struct sink {
    bool (*write)(void *to, const void *bytes, size_t n); /* false: no more */
    void *to;
    bool failed;
    uint64_t n; /* bytes that were taken */
};

bool sink_write(struct sink *sink, const void *bytes, size_t n); /* false once it has failed */
void sink_print(struct sink *sink, const char *format, ...) G_GNUC_PRINTF(2, 3);

#endif
