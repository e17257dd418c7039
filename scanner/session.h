#ifndef SCANNER_SESSION_H
#define SCANNER_SESSION_H

/*
 * A hand-scanner session: bytes as a scanner types them go in, steps come out. The session knows
 * which box and which mode were set; what a step does to the stock, and that a quantity waits for a
 * booking that succeeds, is its reader's business.
 *
 * Enter, carriage return, line feed or tab ends a code. Codes that run together because the
 * scanner sends none of these are taken apart where that can be done in one way only: at MEDBOX,
 * at http, at AIM prefixes, and elsewhere by check digits and check characters. What can't be taken apart
 * is reported whole, as is everything else that is not understood: nothing scanned is lost. Of words with
 * blanks between them those that are sure are taken, commands as people type them too (command_typed()).
 */

#include <stddef.h>
#include <stdint.h>

#include <glib.h>

#include "scanner/code.h"

enum session_mode {
    SESSION_NO_MODE,
    SESSION_IN,
    SESSION_OUT,
    SESSION_COUNT,
    SESSION_LOOK,
    SESSION_CARRY,
};

enum session_step_kind {
    SESSION_UNKNOWN,  /* not understood: text and findings */
    SESSION_BOX,      /* the box was set */
    SESSION_MODE,     /* the mode was set */
    SESSION_QUANTITY, /* the next code that is booked counts this many times */
    SESSION_CODE,     /* a product: book it as box and mode say */
    SESSION_UNDO,     /* take back the last booking */
    SESSION_DONE,     /* finished: box and mode are unset again */
    SESSION_PROBLEM,  /* a product that can't be booked yet; the finding says what is missing */
};

struct session_step {
    enum session_step_kind kind;
    struct code code;       /* what was read; CODE_UNKNOWN for SESSION_UNKNOWN */
    struct boxcode box;     /* as set after this step; before it for SESSION_DONE */
    enum session_mode mode; /* likewise */
    int32_t quantity;       /* of SESSION_QUANTITY; of SESSION_MODE with SESSION_CARRY the walk, 0:
                               any; else 1 */
    char *text;             /* what was typed, as valid UTF-8 and whole up to LIMIT_CODE bytes */
    GPtrArray *findings;    /* of struct finding, perhaps empty */
};

struct session;

/* A new session in a box and a mode, or in none yet (zero). */
struct session *session_new(struct boxcode box, enum session_mode mode);
void session_free(struct session *session);

/* A list for steps, which owns them; freed by g_ptr_array_unref(). */
GPtrArray *session_steps_new(void);

/* Takes bytes as they come, cut anywhere, and appends to steps what they complete. */
void session_feed(struct session *session, const char *bytes, size_t length, GPtrArray *steps);

/* Takes one code read whole, by a camera or on a line of its own, whatever is in it; what is being
 * typed stays as it is. */
void session_code(struct session *session, const char *text, size_t length,
                  enum symbology symbology, GPtrArray *steps);

/*
 * Ends the code being typed, as Enter would: at the end of the input, or after a pause from a
 * scanner that sends no Enter. The session may go on afterwards.
 */
void session_end(struct session *session, GPtrArray *steps);

/* The mode's name for people, through words(): N_("taking in"); static. */
const char *session_mode_name(enum session_mode mode);

#endif
