#ifndef SCANNER_KEEPER_H
#define SCANNER_KEEPER_H

/*
 * The process from which readers of pictures are forked, one a picture: it is small, has no
 * threads, no files and no inventory open, and never looks at a picture itself. worker.h is what
 * others use.
 */

#include <stdbool.h>
#include <stdint.h>

#include "base/words.h"
#include "scanner/worker.h"

/* What is sent to a keeper, with the picture's memory file (memfd_create(2)). */
struct keeper_order {
    enum words_language language;
};

/* What it sends back, with KEEPER_FDS descriptors. */
struct keeper_receipt {
    int error; /* errno where no process could be made; the descriptors are then nothing's */
};

enum {
    KEEPER_ANSWER, /* the parcel comes here, then its end */
    KEEPER_END,    /* then a struct keeper_end */
    KEEPER_CHILD,  /* the process, as pidfd_open(2) gives it: to kill it */
    KEEPER_FDS,
};

/* How a reader ended. */
struct keeper_end {
    int status; /* as wait(2) gives it */
    int64_t cpu_us;
};

#define KEEPER_NO_JAIL 3 /* exit status of a reader that could not be shut in */

/* The life of a keeper: serves orders from a socket until its other end is closed. */
G_NORETURN void keeper_run(int orders, worker_reader *reader);

#endif
