#ifndef SCANNER_GS1_TABLE_H
#define SCANNER_GS1_TABLE_H

/*
 * The GS1 application identifiers as data (General Specifications, release 24, figure 3.2-1).
 * Every value is a head of digits in a fixed number, then a tail.
 */

#include <stdbool.h>
#include <stddef.h>

/* What the digits of the head are, beyond being digits. */
enum gs1_head {
    GS1_DIGITS,
    GS1_KEY,      /* ends with a check digit */
    GS1_KEY14,    /* its first 14 digits do */
    GS1_DATE,     /* YYMMDD; day 00 is the month's last */
    GS1_DATETIME, /* YYMMDD with a real day, then HHMM */
    GS1_DELIVERY, /* YYMMDD with a real day, then HHMM, or 9999 for no time */
    GS1_DATEHOUR, /* YYMMDD with a real day, then HH */
    GS1_REAL_DAY, /* YYMMDD with a real day */
};

/* What the tail is made of. */
enum gs1_tail {
    GS1_NO_TAIL,
    GS1_NUMBER, /* digits */
    GS1_TEXT,   /* character set 82, figure 7.11-1 */
    GS1_PART39, /* character set 39, figure 7.11-2 */
    GS1_FILE64, /* character set 64, figure 7.11-3 */
    GS1_MINUS,  /* a minus sign */
};

/* One row stands for all AIs whose digits lie between those of first and last, place by place. */
struct gs1_ai {
    const char *first, *last;
    size_t head;
    enum gs1_head head_is;
    enum gs1_tail tail;
    size_t least, most; /* characters of the tail */
    size_t step;        /* its length is a multiple of this */
};

/* The row of the AI at the start of a text, or NULL. No AI is the beginning of another. */
const struct gs1_ai *gs1_ai_find(const char *text, size_t length);

/* Whether the value's length is known from the AI's first two digits (figure 7.8.5-2). */
bool gs1_ai_is_predefined(const struct gs1_ai *ai);

#endif
