#ifndef CLI_FACE_H
#define CLI_FACE_H

/*
 * What a command is handed when it runs: the inventory, the moment, its options and arguments (all
 * checked against its table row), and where its answer goes. The clock and random bytes are read
 * here and nowhere below.
 */

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/day.h"
#include "base/err.h"
#include "base/id.h"
#include "cli/answer.h"
#include "inventory/inventory.h"

struct verb;

struct face {
    const struct verb *verb;
    struct inventory *inventory; /* NULL for a command that needs none */
    const char *db;              /* the file, also where there is none yet */
    const char *by;              /* who does it, as it was said; NULL: it was not */
    const char *version;         /* of this program: "medbox 1.0" */
    int64_t now;                 /* ms UTC */
    int64_t person;              /* who does it (account.h); 0: not said */
    struct answer *answer;
    char **args; /* positional ones, NULL-terminated: as many as the row of the table says */
    size_t arg_count;
    GHashTable *options;  /* by face_text() and its like */
    bool show_usage;      /* set by face_usage() */
    struct area_id where; /* which area a command with an act (verb.h) was about; {0}: all of it */
};

/*
 * An option of the command by its name in the table; a name that is not there is a mistake of the
 * program. Where it was not given: false, NULL, the other value, DAY_NONE, 0.
 */
bool face_has(const struct face *face, const char *option);
const char *face_text(const struct face *face, const char *option);
int64_t face_number(const struct face *face, const char *option, int64_t otherwise);
struct day face_day(const struct face *face, const char *option);
int64_t face_moment(const struct face *face, const char *option); /* ms UTC */

/* Puts a text or a number into a field of a struct, in the place of what is there; leaves it alone
 * where the option was not given. */
void face_take_text(const struct face *face, const char *option, char **field);
void face_take_number(const struct face *face, const char *option, int32_t *field);

/* The area that an option names, or otherwise where it was not given; errors of area_find(). */
MUST_CHECK bool face_area(const struct face *face, const char *option, struct area_id otherwise,
                          struct area_id *id, GError **error);

/* How many of these options (names, NULL at the end) were given: for "one of --in, --out, --look". */
size_t face_given(const struct face *face, const char *const *options);

/* Sets ERR_INPUT for a command used the wrong way; its usage line is shown below the message. */
bool face_usage(struct face *face, GError **error, const char *format, ...) G_GNUC_PRINTF(3, 4);

/* Sets now by the clock, or to the moment that MEDBOX_NOW puts in its place for rehearsals and tests;
 * anew in a command that goes on for long. */
MUST_CHECK bool face_read_clock(struct face *face, GError **error);

/* A fresh id for a booking. */
struct uuid face_uuid(const struct face *face);

#endif
