#ifndef SCANNER_SPLIT_H
#define SCANNER_SPLIT_H

/* Codes that ran together because a scanner sends no Enter, taken apart. */

#include <stdbool.h>
#include <stddef.h>

#include <glib.h>

struct split_piece {
    size_t start, length;
};

/* Where the next code surely begins behind a place: at MEDBOX, http or an AIM prefix; else length. */
size_t split_boundary(const char *text, size_t length, size_t at);

/*
 * The pieces (struct split_piece) of a normalised text where it is made of valid codes in exactly
 * one way, blanks between them aside; NULL otherwise.
 */
GArray *split_run(const char *text, size_t length);

#endif
