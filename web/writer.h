#ifndef WEB_WRITER_H
#define WEB_WRITER_H

/*
 * The one thread that writes. Jobs wait in a queue; all that wait, up to a number, are done in one
 * transaction, each in a pair of its own (db.h), so that one write to the disk serves many and one
 * that fails harms no other. A job is told its end only after what it wrote is on the disk. Where many
 * write at once, a group waits a moment for those whom the last one has just told.
 *
 * Where nothing waits, another thread may do a job of its own in the writer's place, as the way to the
 * writer and back takes as long as a booking. There is always one at a time that writes.
 *
 * Between two groups the log is brought into the file (db_checkpoint()), so that no COMMIT has to.
 */

#include <stdbool.h>

#include "inventory/inventory.h"

struct writer;

/* Its functions are called in the thread that writes. */
struct writer_job {
    bool (*run)(struct inventory *inventory, void *data, GError **error);
    void (*done)(void *data, const GError *error); /* error NULL: kept, and durable */
    void *data;
};

/* What the thread tells of itself, in its own thread; data is that of writer_open(). */
struct writer_ears {
    void (*written)(void *data); /* a group was kept; before its jobs are told */
    void (*lost)(void *data);    /* it is unknown whether one was kept: the process has to end */
};

MUST_CHECK struct writer *writer_open(const char *path, const struct writer_ears *ears, void *data,
                                      GError **error);

/* Does what is waiting, ends the thread. Takes NULL. */
void writer_close(struct writer *writer);

/* Puts a job into the queue. ERR_BUSY where too many wait, or after an outcome that is unknown: then nothing
 * is called. */
MUST_CHECK bool writer_submit(struct writer *writer, const struct writer_job *job, GError **error);

/* Does a job now, in the thread that calls and which waits for it, where nobody writes, nothing waits, and
 * the last group was but one job, and soon on the disk; else false: then nothing was called, and it is to be
 * submitted. */
MUST_CHECK bool writer_do(struct writer *writer, const struct writer_job *job);

/* Puts a job into the queue and waits for its end: for threads on which nobody else waits. The error is
 * that of writer_submit(), of the job or of its group; true: kept, and durable. */
MUST_CHECK bool writer_await(struct writer *writer,
                             bool (*run)(struct inventory *inventory, void *data, GError **error),
                             void *data, GError **error);

#endif
