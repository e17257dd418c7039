#ifndef LABELS_MAKING_H
#define LABELS_MAKING_H

/*
 * Files in the making, under other names in the folder where they will be: they get their names
 * together, once all of them are whole, or are taken away. What was there before stays until then.
 */

#include <stdbool.h>
#include <stddef.h>

#include "base/err.h"

struct making;

struct making *making_new(void);

/* Takes away what was not kept; takes NULL. */
void making_free(struct making *making);

/* Begins the next file. ERR_MISSING where there is no such folder, ERR_DENIED where it can't be
 * written to, ERR_BROKEN for a disk that is full and the like. */
MUST_CHECK bool making_begin(struct making *making, const char *path, GError **error);

/* Writes into the file that was begun last, for a sink: false once something went wrong, which
 * making_end() tells. */
bool making_write(void *making, const void *bytes, size_t n);

/* Ends it: all of it is on the disk. Errors as above. */
MUST_CHECK bool making_end(struct making *making, GError **error);

/* Gives all files their names. Errors as above. */
MUST_CHECK bool making_keep(struct making *making, GError **error);

/* The first file, before it is kept: for who copies it on. NULL where there is none. */
const char *making_first(const struct making *making);

#endif
