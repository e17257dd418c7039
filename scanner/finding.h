#ifndef SCANNER_FINDING_H
#define SCANNER_FINDING_H

/*
 * Findings: what was noticed while reading, short of a failure. A picture with two readable codes
 * and one torn gives two codes and a finding; a code with a wrong check digit gives no product
 * and a finding that says which digit would be right.
 *
 * A list of them is a GPtrArray of struct finding that owns its elements: made by findings_new(),
 * freed by g_ptr_array_unref(). Wherever a function takes one it may be NULL: nothing is told.
 */

#include <stddef.h>

#include <glib.h>

enum finding_kind {
    FINDING_UNKNOWN,   /* no kind of code looks like this */
    FINDING_EMPTY,     /* nothing was given */
    FINDING_TOO_LONG,  /* over LIMIT_CODE bytes */
    FINDING_ENCODING,  /* not valid UTF-8 */
    FINDING_CONTROL,   /* a control character other than the GS1 separator */
    FINDING_CHECK,     /* a check digit or character is wrong; the text says which is right */
    FINDING_LENGTH,    /* too many or too few characters */
    FINDING_CHARACTER, /* a character that can't stand there, such as U in a box code */
    FINDING_DATE,      /* no such date or time */
    FINDING_AI,        /* an application identifier GS1 does not have, or none where one must be */
    FINDING_SEPARATOR, /* a separator is missing or too many */
    FINDING_REPEATED,  /* the same application identifier with two values */
    FINDING_AMBIGUOUS, /* could be read in another way too; the text says which was taken */
    FINDING_COMMAND,   /* a command code with an unknown word or number */
    FINDING_RUN,       /* several codes without Enter between them that can't be told apart */
    FINDING_ORDER,     /* came before the box or the mode was set */
    FINDING_PICTURE,   /* something about a picture, not about a code in it */
};

struct finding {
    enum finding_kind kind;
    size_t offset; /* bytes into the text as it was handed in */
    char *text;    /* a sentence in the thread's language; owned by the finding */
};

/* An empty list. */
GPtrArray *findings_new(void);

/* Adds one; the format comes translated, as err_set()'s does. Does nothing where list is NULL. */
void finding_add(GPtrArray *list, enum finding_kind kind, size_t offset, const char *format, ...)
    G_GNUC_PRINTF(4, 5);

/* The number of findings so far, and the i-th of them (borrowed); list may be NULL for the count. */
size_t findings_count(const GPtrArray *list);
const struct finding *findings_at(const GPtrArray *list, size_t i);

/* A stable word for machines, such as "check"; static, never translated. */
const char *finding_word(enum finding_kind kind);

#endif
