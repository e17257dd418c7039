#ifndef LABELS_LABEL_H
#define LABELS_LABEL_H

/*
 * What one box label says: plain texts, gathered by the caller. A label without a place or a phone
 * leaves that line out; the code and the host it can't do without, because they are its QR code.
 */

#include <stdbool.h>

#include "base/err.h"
#include "scanner/boxcode.h"

#define LABEL_RULES 2

/* All UTF-8 and borrowed; NULL and "" mean that there is none. */
struct label {
    struct boxcode code;
    struct boxcode_nonce nonce; /* of this print, for the QR code where it has room; "" for none */
    const char *name;           /* of the box */
    const char *community;      /* or village */
    const char *grid;
    const char *building;
    const char *place; /* where in the building */
    const char *phone;
    const char *host;               /* box.example.cn, the service that the QR code opens */
    const char *rules[LABEL_RULES]; /* what may be given and taken, in the area's own words */
    bool stub;                      /* with a strip to tear off, for the keeper's list */
    bool inspect;                   /* with a square to tick for each month */
};

/* The lines of a label, from the top; the host stands under the QR code. */
enum label_line {
    LABEL_NAME,
    LABEL_AREA,  /* community and grid */
    LABEL_PLACE, /* building and place */
    LABEL_CODE,
    LABEL_RULE_1,
    LABEL_RULE_2,
    LABEL_PHONE,
    LABEL_HOST,
};
#define LABEL_LINES (LABEL_HOST + 1)

/* What a line is called in a message to a person: "community and grid". Static. */
const char *label_line_word(enum label_line line);

/* And to a program: "area"; "rule_1" and "rule_2" have the same word. Static. */
const char *label_line_key(enum label_line line);

/* What a line says, to be freed with g_free(); NULL where the label has nothing for it. */
char *label_line_text(const struct label *label, enum label_line line);

/* All its lines between '\n', those it has nothing for empty: what is kept of a label that was printed;
 * g_free(). */
char *label_said(const struct label *label);

/* The lines of a label that say something else now than when it was printed, 1 << enum label_line each;
 * none where that was not kept (said is ""). */
unsigned label_changes(const struct label *label, const char *said);

/*
 * ERR_INPUT for a label that can't be printed whatever the font and the size: no code; no host or
 * one that is not a host name (a port may follow); a text that is not UTF-8, is longer than
 * LIMIT_NAME characters, or holds a line break or a control character. The message names the box and
 * the line.
 */
MUST_CHECK bool label_check(const struct label *label, GError **error);

#endif
