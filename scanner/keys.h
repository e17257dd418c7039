#ifndef SCANNER_KEYS_H
#define SCANNER_KEYS_H

/*
 * A hand scanner that is a keyboard: key events of the kernel become the characters that a US
 * keyboard types, for which such scanners are set when they leave the factory. The GS1 separator
 * comes as Control and ], or as Alt and 029 on the number pad.
 */

#include <stdbool.h>
#include <stdint.h>

/* What is held down. Zero: nothing. */
struct keys {
    bool shift, control, alt;
    unsigned number; /* typed on the number pad while Alt is down */
};

/*
 * Takes an EV_KEY event (linux/input-event-codes.h): value 1 is a press, 0 a release, 2 a key that
 * is held, which types nothing. Gives the character typed, or 0 for none. Enter is '\n'.
 */
char keys_type(struct keys *keys, unsigned code, int32_t value);

#endif
