#ifndef INVENTORY_VISIT_H
#define INVENTORY_VISIT_H

/*
 * Devices on which people are signed in. A visit begins with a random token, which the device keeps
 * and shows each time; only the token's SHA-256 is kept here. What a visitor may do is looked up each
 * time, so a role that is taken away is gone with the next request.
 */

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/err.h"
#include "inventory/role.h"

#define VISIT_TOKEN 32 /* random bytes */

struct visit {
    int64_t id, person;
    char *device; /* "WeChat, Android"; "": not known */
    int64_t began_at, seen_at, ends_at;
};
void visit_free(struct visit *visit); /* takes NULL */

/* Signs a person in. Visits that have run out are forgotten on this occasion; so are a person's oldest,
 * beyond the hundredth. */
MUST_CHECK bool visit_begin(struct inventory *inventory, int64_t person,
                            const uint8_t token[VISIT_TOKEN], const char *device, int64_t now,
                            int64_t *id, GError **error);

/* Who shows a token: {0} and id 0 where the visit has ended, was never begun, or its person is
 * retired. *stale: visit_touch() is due. */
MUST_CHECK bool visit_find(struct inventory *inventory, const uint8_t token[VISIT_TOKEN],
                           int64_t now, int64_t *id, struct actor *actor, bool *stale,
                           GError **error);

/* Notes that a visit goes on, which moves its end: a device that is not used for long has to sign in
 * again, and each some day. Needed once in a few minutes. */
MUST_CHECK bool visit_touch(struct inventory *inventory, int64_t id, int64_t now, GError **error);

/* struct visit *, a person's, the last seen first; those that have run out are left away. */
MUST_CHECK bool visit_list(struct inventory *inventory, int64_t person, int64_t now,
                           GPtrArray **visits, GError **error);

/* Ends a person's visit; ERR_MISSING where it has none of that number. All of them but one (0: all). */
MUST_CHECK bool visit_end(struct inventory *inventory, int64_t person, int64_t id, GError **error);
MUST_CHECK bool visit_end_all(struct inventory *inventory, int64_t person, int64_t but,
                              GError **error);

#endif
