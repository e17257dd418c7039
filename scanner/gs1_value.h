#ifndef SCANNER_GS1_VALUE_H
#define SCANNER_GS1_VALUE_H

/* What element strings and Digital Link addresses share: taking one value into the list. */

#include "scanner/gs1.h"
#include "scanner/gs1_table.h"

/*
 * Checks a value against its AI's row and appends it. False with a finding at offset where it
 * does not fit, is there already with another value, or is one too many.
 */
bool gs1_take(struct gs1 *gs1, const char *ai, const char *value, size_t length, size_t offset,
              GPtrArray *findings);

/* YYMMDD; DAY_NONE where there is no such day. Day 00 gives the month's last, if allowed. */
struct day gs1_date(const char *digits, bool month_allowed);

#endif
