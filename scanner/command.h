#ifndef SCANNER_COMMAND_H
#define SCANNER_COMMAND_H

/*
 * Command codes, which drive a hand scanner that has no keyboard: printed as QR or Code 128 on a
 * card. The text is "MEDBOX:" and a word, some with ":" and a number behind it: "MEDBOX:IN",
 * "MEDBOX:TIMES:12", and on a walking list "MEDBOX:WALK:3".
 *
 * Only upper-case letters, digits and the colon: all of them are in QR's alphanumeric mode, upper
 * case passes through Chinese input methods untouched, and no word uses a letter that changes
 * places between QWERTY and QWERTZ. Read in any case, full width, and with the colons missing or
 * turned into something else.
 */

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include <glib.h>

enum command_word {
    COMMAND_NONE,
    COMMAND_IN,    /* what follows is donated */
    COMMAND_OUT,   /* what follows is taken */
    COMMAND_COUNT, /* what follows is counted */
    COMMAND_LOOK,  /* what follows is only looked up */
    COMMAND_WALK,  /* what follows goes from box to box, as a walk says */
    COMMAND_TIMES, /* the next code counts this many times */
    COMMAND_UNDO,  /* take back the last booking */
    COMMAND_DONE,  /* finished with this box */
};

#define COMMAND_PREFIX "MEDBOX"
#define COMMAND_SIZE 24         /* bytes of a command code and its end */
#define COMMAND_TIMES_MOST 9999 /* packs of one scan */
#define COMMAND_WALK_MOST 999999

struct command {
    enum command_word word;
    int32_t quantity; /* of COMMAND_TIMES: 1 to COMMAND_TIMES_MOST; of COMMAND_WALK the walk, up to
                         COMMAND_WALK_MOST, or 0: any; else 0 */
};

/* What a person reads, through words(): N_("take in"); static. */
const char *command_name(enum command_word word);

/*
 * Reads a command code. False where the text is none; one that begins as a command but goes on
 * wrongly adds a finding that lists the words there are.
 */
bool command_read(const char *text, size_t length, struct command *command, GPtrArray *findings);

/*
 * Reads a command as people type it, who have no card at hand: a word alone ("in", "DONE", "捐入",
 * "取出"), in any case, with blanks around it. None of them is a code of anything. False for other text.
 */
bool command_typed(const char *text, size_t length, struct command *command);

/* What people type of the next pack: "exp 2028-03", "lot A1", "批号A1". */
enum command_note {
    COMMAND_NO_NOTE,
    COMMAND_EXPIRY,
    COMMAND_LOT,
};

/* Which of them a text begins with; value is where what it says begins, perhaps at the end. */
enum command_note command_note(const char *text, const char **value);

/* The code as printed, into text, which is returned; "" for none. */
const char *command_format(struct command command, char text[COMMAND_SIZE]);

#endif
