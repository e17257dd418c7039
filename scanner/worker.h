#ifndef SCANNER_WORKER_H
#define SCANNER_WORKER_H

/*
 * Pictures from strangers, read by a process of their own each, which is shut in (jail.h): whatever
 * a picture does to the libraries that read it, it costs that one picture, in words, and no more
 * than the time it was given.
 *
 *   asker ── order, picture ──> keeper ── fork ──> reader, shut in
 *         <── pipe, pidfd ─────                       │
 *         <─────────────── parcel ────────────────────┘
 *
 * The keeper (keeper.h) is forked when the worker is opened, best before there are threads and open
 * files; one that dies is replaced. All calls may come from many threads at once.
 */

#include "scanner/decode.h"

/* What reads a picture: decode_file(), or something worse in tests. */
typedef struct decode *worker_reader(GBytes *file, GError **error);

struct worker;

/* At most `at_once` pictures are read at one time; more wait their turn. ERR_BROKEN where no process
 * can be made, or a library for reading is missing. */
MUST_CHECK struct worker *worker_open(worker_reader *reader, int at_once, GError **error);

/* Waits for no one: no call may be under way. NULL is taken. */
void worker_close(struct worker *worker);

/*
 * Reads a picture, within so many milliseconds after its turn has come; errors are those of the
 * reader, and ERR_BUSY where it took too long, died, or asked for too much memory: the picture is
 * then lost, and only that. *cpu_us (may be NULL) is the processor time it took in microseconds,
 * also where it failed. The caller frees the result by decode_free().
 */
MUST_CHECK struct decode *worker_read(struct worker *worker, GBytes *file, int timeout_ms,
                                      int64_t *cpu_us, GError **error);

#endif
