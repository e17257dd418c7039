#ifndef CLI_SCAN_NOTE_H
#define CLI_SCAN_NOTE_H

/*
 * What was said in a hand-scanner session for the next code: how often it counts, until when it is
 * good, its batch. It waits for a booking that succeeds; a code that is refused leaves it there, and
 * that is told.
 */

#include "base/day.h"
#include "cli/scan.h"

struct scan_note {
    int32_t times; /* 0: not said */
    struct day expiry;
    char *lot; /* NULL: not said */
};

bool scan_note_is_empty(const struct scan_note *note);
void scan_note_clear(struct scan_note *note);

/* Takes typed words such as "exp 2028-03" and "lot A1", and tells of them; false for other text. */
bool scan_note_take(struct scan_note *note, struct scan *scan, const char *typed);
void scan_note_times(struct scan_note *note, struct scan *scan, int32_t times);

/* Says that it still waits; forgets it and says so. Nothing where it is empty. */
void scan_note_remind(const struct scan_note *note, struct scan *scan);
void scan_note_drop(struct scan_note *note, struct scan *scan);

#endif
