#ifndef CLI_SCAN_CARRY_H
#define CLI_SCAN_CARRY_H

/* Carrying by scanning (inventory/carry.h): which walk, what is to be done at a box, pack by pack. */

#include "cli/scan.h"

/* Reads --carry: the number of a walk, or "all". ERR_INPUT otherwise. */
MUST_CHECK bool scan_carry_read(struct scan *scan, GError **error);

/* Goes on with a walk (0: all open transfers), and tells what is to be done at the box that it is at. Told
 * and noted where there is no such walk: *none, and the one before must not go on. */
MUST_CHECK bool scan_carry_begin(struct scan *scan, int64_t walk, bool *none, GError **error);

/* What is to be done at the box that it is at. */
MUST_CHECK bool scan_carry_tell_box(struct scan *scan, GError **error);

/* What is left of the walk. */
MUST_CHECK bool scan_carry_tell_left(struct scan *scan, GError **error);

/* Books what was scanned out of the box or into it; what the box is to keep stays, but for --all. Errors
 * of carry_post(). */
MUST_CHECK bool scan_carry_item(struct scan *scan, const struct scan_item *item,
                                const struct drug *drug, GError **error);

#endif
