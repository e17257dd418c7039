#ifndef CLI_SCAN_SESSION_H
#define CLI_SCAN_SESSION_H

/*
 * Booking with a hand scanner: codes and command codes as they are typed, one answer a line. What
 * the next code does not say itself can be typed before it: "exp 2027-03" (有效期 2027-03) and
 * "lot A1" (批号 A1).
 *
 * Counted codes are gathered until DONE and then compared with the ledger; a count that was broken
 * off books nothing.
 */

#include "cli/scan.h"

/* Reads stdin to its end, in a mode to begin with. */
MUST_CHECK bool scan_stdin(struct scan *scan, enum session_mode mode, GError **error);

#endif
