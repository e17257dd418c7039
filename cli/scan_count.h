#ifndef CLI_SCAN_COUNT_H
#define CLI_SCAN_COUNT_H

/* A count with a hand scanner: code by code, compared and booked at its end. */

#include "cli/scan.h"

struct scan_count;

struct scan_count *scan_count_new(void);
void scan_count_free(struct scan_count *count);

/* Counts an item in the box of the scan. One whose expiry the count needs, because the ledger has none
 * of it in this box, is told and not counted, and so is a very pack that is counted already: *counted
 * says which. False where the database failed. */
MUST_CHECK bool scan_count_add(struct scan_count *count, struct scan *scan,
                               const struct scan_item *item, bool *counted, GError **error);

/* Takes the last code out again, and tells; false where there is none. */
bool scan_count_take_back(struct scan_count *count, struct scan *scan);

/* Books what differs, medicine by medicine where not all of it can be booked, and begins anew. */
MUST_CHECK bool scan_count_finish(struct scan_count *count, struct scan *scan, GError **error);

/* Forgets what was counted, and tells that it was not booked. */
void scan_count_drop(struct scan_count *count, struct scan *scan);

#endif
