#ifndef BASE_DAY_H
#define BASE_DAY_H

/*
 * Calendar days, counted from 1970-01-01. Moments are int64_t milliseconds since then in UTC and
 * are always handed in: nothing below the faces reads a clock.
 */

#include <stdbool.h>
#include <stdint.h>

#include "base/err.h"

struct day {
    int32_t n; /* days since 1970-01-01 */
};

#define DAY_NONE ((struct day){0})        /* not known, not given */
#define DAY_NEVER ((struct day){2932896}) /* 9999-12-31: does not expire */
#define DAY_TEXT_SIZE 11                  /* YYYY-MM-DD and its end */

/* The day of a calendar date, or DAY_NONE where there is no such date (years 1971 to 9999). */
struct day day_of_date(int year, int month, int day);

/* The last day of a month, which is what a date without a day means on a pack. */
struct day day_end_of_month(int year, int month);

/* YYYY-MM-DD, YYYY-MM (the month's last day); also with / or . between, without anything between,
 * as 2027年3月31日, and MM/YYYY. ERR_INPUT otherwise. */
MUST_CHECK bool day_parse(const char *text, struct day *day, GError **error);

/* YYYY-MM-DD into text, which is returned; DAY_NONE and DAY_NEVER give an empty string. */
const char *day_format(struct day day, char text[DAY_TEXT_SIZE]);

/* The day at which a moment falls, utc_offset minutes east of Greenwich. */
struct day day_of_moment(int64_t ms, int32_t utc_offset);

/* Its first moment there, in ms UTC. */
int64_t day_start(struct day day, int32_t utc_offset);

#endif
