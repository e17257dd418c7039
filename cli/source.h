#ifndef CLI_SOURCE_H
#define CLI_SOURCE_H

/*
 * Where the codes of a live session come from: what is typed on the standard input, a hand scanner
 * that is a device of its own, a camera, or a recording of one. All of them speak to the same
 * session (scanner/session.h).
 */

#include <stdbool.h>

#include "base/err.h"
#include "scanner/session.h"

struct source {
    int fd;       /* becomes readable when there is something; -1: there always is */
    int pause_ms; /* after which a code has ended without Enter; -1: it never has */
    GPtrArray
        *remarks; /* of char *, owned: what else a person should know; emptied by the reader */

    /* Takes what there is; steps are added to. *more: false at the end. */
    bool (*take)(struct source *source, struct session *session, GPtrArray *steps, bool *more,
                 GError **error);
    void (*free)(struct source *source);
};

struct source *source_stdin(void);

/*
 * A hand scanner by its device: a serial port (termios(3)), which is set to raw at the speed it has,
 * or a keyboard (linux/input.h), which is taken for this session alone, so that its keys don't go
 * into other windows. A file or pipe counts as a recording of a keyboard where its name begins with
 * "event", and else as one of a serial port. ERR_MISSING, ERR_DENIED and ERR_BUSY in words.
 */
MUST_CHECK struct source *source_device(const char *path, GError **error);

/*
 * A camera (/dev/video0), or a recording: a folder of pictures, a Y4M file, or JPEG pictures behind
 * one another (recording.h). Frames are read by a worker, as all pictures are.
 */
MUST_CHECK struct source *source_camera(const char *path, GError **error);

/* NULL is taken. */
void source_free(struct source *source);

/* Opens a device for reading and says in words why not: ERR_MISSING, ERR_DENIED, ERR_BUSY. -1. */
int source_open(const char *path, int flags, GError **error);

#endif
