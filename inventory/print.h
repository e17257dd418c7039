#ifndef INVENTORY_PRINT_H
#define INVENTORY_PRINT_H

/*
 * Labels that were printed: which box, when, why, and what the label said. A print has a nonce, which
 * its QR code bears where there is room for it (scanner/boxcode.h): so a label that was replaced is
 * told from the one that replaced it. A label printed once more as it was keeps its nonce, also one
 * that does not bear it; in the table that nonce has a hyphen before it.
 */

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/err.h"
#include "inventory/box.h"

struct print {
    int64_t id;
    struct box_id box;
    char *nonce; /* "" for none */
    bool bare;   /* its QR code does not bear the nonce */
    int64_t at;
    char *who;    /* the name of who printed it; "" where that is not known */
    char *sheet;  /* by its name, or in the words of a sheet; "" where that was not kept */
    char *format; /* "pdf", "zpl"; "" where that was not kept */
    char *reason; /* "" for none */
    char *said;   /* the label's lines between '\n'; "" where that was not kept */
};
void print_free(struct print *print); /* takes NULL */

/* What is kept of one label. */
struct print_entry {
    struct box_id box;
    const char *nonce, *said;
    bool bare;
};

/* What they have in common. Texts may be NULL. */
struct print_job {
    const char *sheet, *format, *reason;
    int64_t person; /* 0: somebody not known */
    int64_t at;     /* ms UTC */
};

/* Keeps that labels were printed, all or none. ERR_INPUT where the reason is over LIMIT_NOTE characters
 * or more than one line. */
MUST_CHECK bool print_add(struct inventory *inventory, const struct print_entry *entries, size_t n,
                          const struct print_job *job, GError **error);

/* struct print * of a box ({0}: of all), newest first, so many at the most (0: all). */
MUST_CHECK bool print_list(struct inventory *inventory, struct box_id box, int64_t most,
                           GPtrArray **prints, GError **error);

/* The newest print of every box that has one, without who printed it: int64_t * of the box's id to
 * struct print *. */
MUST_CHECK bool print_latest(struct inventory *inventory, GHashTable **prints, GError **error);

/* NULL for a box that was never printed. */
const struct print *print_of(GHashTable *latest, struct box_id box);

enum print_state {
    PRINT_UNKNOWN, /* no print of the box had this nonce */
    PRINT_CURRENT,
    PRINT_OLD, /* another was printed since */
};

/* What the nonce on a label ("": none) says of it; *at is when it was printed, the last time, and
 * *replaced when the first with another nonce was printed after it. Each 0 where there is none. */
MUST_CHECK bool print_tell(struct inventory *inventory, struct box_id box, const char *nonce,
                           enum print_state *state, int64_t *at, int64_t *replaced, GError **error);

#endif
