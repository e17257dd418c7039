#ifndef CLI_ANSWER_H
#define CLI_ANSWER_H

/*
 * What a command answers, in one of two shapes. As text: sentences and tables on stdout as they
 * come, notices on stderr. With --json: one object on stdout at the end, with the fields named as
 * in the schema, lists of objects, "messages", "notices" and, where it failed, "error" with "kind"
 * (broken, input, missing, refused, denied, busy) and "message"; the error is on stderr too.
 */

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/err.h"
#include "cli/rows.h"

struct answer;

struct answer *answer_new(bool json);
void answer_free(struct answer *answer);

bool answer_is_json(const struct answer *answer);

/* Minutes east of Greenwich in which moments are shown; 480 until it is set. */
void answer_set_utc_offset(struct answer *answer, int32_t minutes);
int32_t answer_utc_offset(const struct answer *answer);

/* A sentence, without a line end; one that needs attention, but is no failure. */
void answer_say(struct answer *answer, const char *format, ...) G_GNUC_PRINTF(2, 3);
void answer_notice(struct answer *answer, const char *format, ...) G_GNUC_PRINTF(2, 3);

/* A sound, where the output is a terminal, and the line "beep N" for programs that make one: 1 is
 * understood, 3 is not done. As text only. */
void answer_beep(struct answer *answer, int times);

/* Lines for people only: headings between tables, empty lines. Nothing with --json. */
void answer_heading(struct answer *answer, const char *format, ...) G_GNUC_PRINTF(2, 3);

/* A named value for programs only: what the sentences said in words. Nothing as text. */
void answer_text(struct answer *answer, const char *field, const char *value); /* NULL: null */
void answer_number(struct answer *answer, const char *field, int64_t value);
void answer_decimal(struct answer *answer, const char *field, int64_t millionths);
void answer_flag(struct answer *answer, const char *field, bool value);

/* Text that is an answer of its own, such as a file asked for on stdout; not with --json. False where
 * it can't be written; answer_reader_left() tells whether that is because nobody reads on. */
MUST_CHECK bool answer_write(struct answer *answer, const char *text, size_t length);
bool answer_reader_left(const struct answer *answer);

/* Whether all of it is where it goes: in a file on the disk, else handed to who reads; and the errno that
 * says why not. */
MUST_CHECK bool answer_flush(struct answer *answer);
int answer_failure(const struct answer *answer);

/* Shows rows as a table, and frees them. The list is called field with --json, "rows" where a
 * command has one list. empty is the sentence for a list without rows. */
void answer_rows(struct answer *answer, const char *field, struct rows *rows, const char *empty);

/* Shows the one row as lines "heading  value"; with --json as fields of the answer itself. Frees
 * the rows. */
void answer_record(struct answer *answer, struct rows *rows);

/* Tells of the failure, if there is one, and with --json writes the object. Returns the exit status;
 * 1 also where the output can't be written, except to a pipe whose reader has left. */
int answer_end(struct answer *answer, const GError *error);

#endif
