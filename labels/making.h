#ifndef LABELS_MAKING_H
#define LABELS_MAKING_H

/*
 * Files in the making, under other names in the folder where they will be: they get their names
 * together, once all of them are whole, or are taken away. What was there before stays until then,
 * and comes back where they can't all have their names.
 */

#include <stdbool.h>
#include <stddef.h>

#include "base/err.h"

struct making;

struct making *making_new(void);

/* Takes away what was not kept, and what was there before what was; takes NULL. */
void making_free(struct making *making);

/* Begins the next file. ERR_MISSING where there is no such folder, ERR_DENIED where it can't be
 * written to, ERR_INPUT where something of that name is no ordinary file, ERR_BROKEN for a disk that is
 * full and the like. */
MUST_CHECK bool making_begin(struct making *making, const char *path, GError **error);

/* Writes into the file that was begun last, for a sink: false once something went wrong, which
 * making_end() tells. */
bool making_write(void *making, const void *bytes, size_t n);

/* Ends it: all of it is written. Errors as above. */
MUST_CHECK bool making_end(struct making *making, GError **error);

/* Has all files on the disk, gives them their names, and has the folder on the disk; else none has a
 * name. Errors as above. */
MUST_CHECK bool making_keep(struct making *making, GError **error);

/* Takes their names from them again: as if they had not been kept. */
void making_take_back(struct making *making);

/* The first file, before it is kept: for who copies it on. NULL where there is none. */
const char *making_first(const struct making *making);

#endif
