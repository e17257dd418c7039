#ifndef SCANNER_SPLIT_H
#define SCANNER_SPLIT_H

/* Codes that ran together because a scanner sends no Enter, taken apart. */

#include <stdbool.h>
#include <stddef.h>

#include <glib.h>

struct split_piece {
    size_t start, length;
};

/* Where the next code surely begins behind a place: at MEDBOX, http or an AIM prefix, but not inside
 * the host of an address (medbox.local); else length. */
size_t split_boundary(const char *text, size_t length, size_t at);

/*
 * The pieces (struct split_piece) of a normalised text where it is made of valid codes in exactly
 * one way, blanks between them aside; NULL otherwise, and *several tells whether there is more than
 * one way. Check digits and check characters decide: a box code counts in the characters that are
 * printed (no O for 0), and 20 digits, which have no check, count where no digit stands beside them
 * or the first is 8, with which the codes of medicine packs begin.
 */
GArray *split_run(const char *text, size_t length, bool *several);

#endif
