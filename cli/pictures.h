#ifndef CLI_PICTURES_H
#define CLI_PICTURES_H

/*
 * Pictures that a command line names, read by worker processes (scanner/worker.h), several at once,
 * and given in the order named. Few are held at a time, however many there are.
 */

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/err.h"
#include "scanner/decode.h"

struct pictures_read {
    const char *path; /* as named, or found in a folder; "-" for the standard input */
    size_t number, all;
    const struct decode *decode; /* NULL where it could not be read */
    const GError *error; /* then why: ERR_MISSING for no such file, others of worker_read() */
    GBytes *file;        /* its bytes; NULL where there were none to read */
    int64_t cpu_us;      /* processor time of reading it, in microseconds */
};

/* Takes a picture; false with an error ends it. */
typedef bool pictures_take(const struct pictures_read *read, void *data, GError **error);

/*
 * The paths (of char *, owned) that the words name: files as they are, of folders all pictures in
 * them and below by the ends of their names, in order. list (may be NULL) is a file with more words,
 * one a line; "-" is the standard input. ERR_MISSING where it can't be read.
 */
MUST_CHECK bool pictures_find(char *const *words, const char *list, GPtrArray **paths,
                              GError **error);

/* Reads them all. */
MUST_CHECK bool pictures_read(const GPtrArray *paths, pictures_take *take, void *data,
                              GError **error);

#endif
