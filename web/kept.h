#ifndef WEB_KEPT_H
#define WEB_KEPT_H

/*
 * Answers that are the same for everybody, kept until something is written: a crowd before one box asks
 * for the same page. May be used from many threads.
 */

#include <stdint.h>

#include <glib.h>

struct kept;

struct kept *kept_new(void);
void kept_free(struct kept *kept); /* takes NULL */

/* Something was written: whatever is kept is let go. */
void kept_forget(struct kept *kept);

/* What is kept by a name, and its ETag (free with g_free()); a new reference, or NULL. *version is for
 * kept_put(): it tells that something was written in between. */
GBytes *kept_find(struct kept *kept, const char *name, uint64_t *version, char **etag);
void kept_put(struct kept *kept, const char *name, uint64_t version, GBytes *answer,
              const char *etag);

#endif
