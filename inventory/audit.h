#ifndef INVENTORY_AUDIT_H
#define INVENTORY_AUDIT_H

/*
 * The proof of the books: that the ledger is whole and unchanged, and that everything kept beside it
 * is what its movements add up to.
 */

#include <stdbool.h>
#include <stdint.h>

#include "base/err.h"

struct inventory;

#define AUDIT_FINDINGS_MAX 50

struct audit {
    int64_t movements;   /* read */
    char head[65];       /* hash of the last, in hexadecimal: whoever writes it down can tell later
                          that nothing before it was changed */
    GPtrArray *findings; /* char *: what does not hold, at most AUDIT_FINDINGS_MAX; none is good */
};

typedef void audit_progress(int64_t done, int64_t all, void *data);

/* Looks whether the tables and what guards them are as this program makes them, and reads the whole
 * ledger in one snapshot: its numbers without a gap, the chain of hashes to the
 * head, then stock, shelves, batches and use per day. Clear the audit with
 * audit_clear(). */
MUST_CHECK bool audit_run(struct inventory *inventory, audit_progress *progress, void *data,
                          struct audit *audit, GError **error);
void audit_clear(struct audit *audit);

#endif
