#ifndef INVENTORY_ATTEMPT_H
#define INVENTORY_ATTEMPT_H

/*
 * Attempts to sign in, so that nobody guesses a secret by trying: the more wrong ones in a row, the
 * longer the wait before the next, for a login and for an address, and after many the login is locked
 * until somebody with a higher role unlocks it (NIST SP 800-63B, 5.2.2, allows a hundred). A login that
 * nobody has is counted like any other, so that nothing shows which there are.
 *
 * An attempt is counted before its secret is looked at, as if it had failed: of many that come at once,
 * none gets past the count.
 */

#include <stdbool.h>
#include <stdint.h>

#include "base/err.h"

struct inventory;

/* What attempts come under; login by account_fold(), address as the caller groups addresses. */
struct attempt {
    const char *login, *address;
};

#define ATTEMPT_FREE 5  /* wrong ones of a login that cost no wait */
#define ATTEMPT_LOCK 50 /* that lock it */
#define ATTEMPT_LOCKED INT64_MAX

/* Counts an attempt. Where it comes too early it isn't counted, and *wait is how many ms are left, or
 * ATTEMPT_LOCKED; otherwise 0. */
MUST_CHECK bool attempt_begin(struct inventory *inventory, const struct attempt *attempt,
                              int64_t now, int64_t *wait, GError **error);

/* It was the right secret: the login's count is over, and this one doesn't count for the address. */
MUST_CHECK bool attempt_succeed(struct inventory *inventory, const struct attempt *attempt,
                                GError **error);

/* How many wrong ones in a row a login has: from ATTEMPT_FREE on the next has to wait. */
MUST_CHECK bool attempt_failures(struct inventory *inventory, const char *login, int64_t *failures,
                                 GError **error);

/* Whether a login is locked; and the end of it. */
MUST_CHECK bool attempt_is_locked(struct inventory *inventory, const char *login, bool *locked,
                                  GError **error);
MUST_CHECK bool attempt_unlock(struct inventory *inventory, const char *login, GError **error);

#endif
