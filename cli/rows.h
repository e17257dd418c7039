#ifndef CLI_ROWS_H
#define CLI_ROWS_H

/*
 * Rows of a listing: cell after cell, in the order of the columns, each with what a program reads
 * and what a person reads. answer_rows() shows them.
 */

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include <glib.h>

#include "base/day.h"

enum rows_side {
    ROWS_LEFT,
    ROWS_RIGHT,  /* numbers and amounts */
    ROWS_SPARSE, /* left, and not shown where no row has anything in it */
};

struct rows_column {
    const char *field;   /* name with --json, as in the schema; NULL: only for people */
    const char *heading; /* N_(); NULL: only with --json */
    enum rows_side side;
};

struct rows_cell {
    enum {
        ROWS_NONE, /* null */
        ROWS_TEXT,
        ROWS_NUMBER,
        ROWS_DECIMAL, /* number is in millionths */
        ROWS_FLAG,
        ROWS_LIST, /* text: items between '\n' */
    } kind;
    int64_t number;
    char *text;  /* of ROWS_TEXT and ROWS_LIST */
    char *shown; /* for people; NULL: nothing to show */
};

struct rows;

/* Columns end with a row whose field and heading are NULL, and must outlive the rows. utc_offset (see
 * answer_utc_offset()) is how moments are shown. */
struct rows *rows_new(const struct rows_column *columns, int32_t utc_offset);
void rows_free(struct rows *rows); /* takes NULL */

/* The next cell. All texts are copied; NULL and "" mean none. */
void rows_text(struct rows *rows, const char *text);
void rows_word(struct rows *rows, const char *key, const char *word); /* "fever" / "退烧" */
void rows_number(struct rows *rows, int64_t number);
void rows_number_as(struct rows *rows, int64_t number, const char *shown); /* 27 / "2 packs …" */
void rows_decimal(struct rows *rows, int64_t millionths, int places); /* places shown to people */
void rows_flag(struct rows *rows, bool flag);                         /* true / "yes", or empty */
void rows_day(struct rows *rows, struct day day);                     /* none and never: null */
void rows_moment(struct rows *rows, int64_t ms);                      /* 0: none */
void rows_box_code(struct rows *rows, const char *code);     /* normal form / with hyphen */
void rows_list(struct rows *rows, const char *const *items); /* array / "a, b" */
void rows_none(struct rows *rows);

/* What was put in; for answer.c. */
size_t rows_columns(const struct rows *rows);
const struct rows_column *rows_column(const struct rows *rows, size_t column);
size_t rows_count(const struct rows *rows);
const struct rows_cell *rows_cell(const struct rows *rows, size_t row, size_t column);

/* "2026-11-24T10:00:00+08:00", and "2026-11-24 10:00" for people; free with g_free(). */
char *rows_moment_iso(int64_t ms, int32_t utc_offset);
char *rows_moment_text(int64_t ms, int32_t utc_offset);

#endif
