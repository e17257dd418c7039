#ifndef WEB_READERS_H
#define WEB_READERS_H

/*
 * Connections for those who read: taken for one request, given back after it. There are as many as
 * were ever needed at once, which is at most one a thread. May be used from many threads.
 */

#include "inventory/inventory.h"

struct readers;

/* Of the inventory at a path; the first is opened at once, so that errors show here. */
MUST_CHECK struct readers *readers_open(const char *path, GError **error);
void readers_close(struct readers *readers); /* takes NULL; all must have been given back */

/* A connection with a snapshot of the inventory open (db_begin_read()); NULL with an error. */
MUST_CHECK struct inventory *readers_take(struct readers *readers, GError **error);
void readers_give(struct readers *readers, struct inventory *inventory); /* takes NULL */

#endif
