#ifndef SCANNER_GS1_H
#define SCANNER_GS1_H

/*
 * GS1 element strings and GS1 Digital Link addresses: both give the same list of application
 * identifiers (AI) and values, each checked against its format.
 *
 * Sources: GS1 General Specifications, release 24: 3.2 (the AIs), 5.10 and 7.8 (element strings,
 * separators, predefined lengths: figure 7.8.5-2), 7.9 (check digits), 7.11 (character sets), 7.12
 * (the century of a date); GS1 Digital Link standard, URI syntax 1.3, chapters 4 and 5.
 */

#include <stdbool.h>
#include <stddef.h>

#include <glib.h>

#include "base/day.h"

#define GS1_ELEMENTS 32   /* in one string; more are refused */
#define GS1_VALUE_SIZE 91 /* 90 characters is the longest value, and its end */
#define GS1_SEPARATOR '\x1d'

struct gs1_element {
    char ai[5];
    char value[GS1_VALUE_SIZE];
    size_t offset; /* of the AI in the text, in bytes */
};

struct gs1 {
    size_t count;
    struct gs1_element elements[GS1_ELEMENTS];
};

/*
 * Reads an element string: with brackets, "(01)06901234567892(17)270331", or plain, where a value
 * of no predefined length ends at U+001D or the end. The separator may come typed as ^], \x1d,
 * <GS>, {GS}, [GS], | or the picture U+241D. False with a finding for each thing wrong, each at
 * its offset; the same AI twice with one value is allowed, with two is not.
 */
bool gs1_read(const char *text, size_t length, struct gs1 *gs1, GPtrArray *findings);

/*
 * Reads a Digital Link address: "https://HOST/01/GTIN/10/LOT?17=270331", any host; in the path the
 * key and its qualifiers in the standard's order, in the query attributes in any; values
 * percent-encoded; "gtin", "lot", "ser" and "cpv" for the numbers in older addresses; GTIN with 8,
 * 12, 13 or 14 digits. Query parts that are no AI are other people's and are left alone. False without a finding where it is no Digital Link at all.
 */
bool gs1_read_link(const char *text, size_t length, struct gs1 *gs1, GPtrArray *findings);

/* The value of an AI, or NULL; lives as long as gs1 does. */
const char *gs1_find(const struct gs1 *gs1, const char *ai);

/* The day of an AI that holds a date, or DAY_NONE; a date with day 00 is its month's last day. */
struct day gs1_day(const struct gs1 *gs1, const char *ai);

/* The string with brackets, ( and < in a value as \( and \<; the caller frees it. gs1_read() gives
 * the same elements back. */
char *gs1_format(const struct gs1 *gs1);

/*
 * The check digit ('0' to '9') behind length digits, weighted 3 and 1 from the right (7.9.1): of
 * EAN, UPC, GTIN, SSCC, and of the Chinese national drug code.
 */
char gs1_check_digit(const char *digits, size_t length);

#endif
