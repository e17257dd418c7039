#ifndef CLI_SCAN_SESSION_H
#define CLI_SCAN_SESSION_H

/*
 * Booking with a hand scanner or a camera: codes and command codes as they come, one answer a line.
 * What the next code does not say itself can be typed before it: "exp 2027-03" (有效期 2027-03)
 * and "lot A1" (批号 A1).
 *
 * Counted codes are gathered until DONE and then compared with the ledger; a count that was broken
 * off books nothing.
 */

#include "cli/scan.h"
#include "cli/source.h"

/* Reads a source to its end, in a mode to begin with; greeting (N_(), may be NULL) is what a person at
 * a terminal is told first. */
MUST_CHECK bool scan_source(struct scan *scan, enum session_mode mode, struct source *source,
                            const char *greeting, GError **error);

#endif
