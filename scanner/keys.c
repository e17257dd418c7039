#include "scanner/keys.h"

#include <linux/input-event-codes.h>

#include <glib.h>

#define SEPARATOR 0x1d

static const struct {
    char plain, shifted;
} map[] = {
    [KEY_1] = {'1', '!'},           [KEY_2] = {'2', '@'},         [KEY_3] = {'3', '#'},
    [KEY_4] = {'4', '$'},           [KEY_5] = {'5', '%'},         [KEY_6] = {'6', '^'},
    [KEY_7] = {'7', '&'},           [KEY_8] = {'8', '*'},         [KEY_9] = {'9', '('},
    [KEY_0] = {'0', ')'},           [KEY_MINUS] = {'-', '_'},     [KEY_EQUAL] = {'=', '+'},
    [KEY_TAB] = {'\t', '\t'},       [KEY_Q] = {'q', 'Q'},         [KEY_W] = {'w', 'W'},
    [KEY_E] = {'e', 'E'},           [KEY_R] = {'r', 'R'},         [KEY_T] = {'t', 'T'},
    [KEY_Y] = {'y', 'Y'},           [KEY_U] = {'u', 'U'},         [KEY_I] = {'i', 'I'},
    [KEY_O] = {'o', 'O'},           [KEY_P] = {'p', 'P'},         [KEY_LEFTBRACE] = {'[', '{'},
    [KEY_RIGHTBRACE] = {']', '}'},  [KEY_ENTER] = {'\n', '\n'},   [KEY_A] = {'a', 'A'},
    [KEY_S] = {'s', 'S'},           [KEY_D] = {'d', 'D'},         [KEY_F] = {'f', 'F'},
    [KEY_G] = {'g', 'G'},           [KEY_H] = {'h', 'H'},         [KEY_J] = {'j', 'J'},
    [KEY_K] = {'k', 'K'},           [KEY_L] = {'l', 'L'},         [KEY_SEMICOLON] = {';', ':'},
    [KEY_APOSTROPHE] = {'\'', '"'}, [KEY_GRAVE] = {'`', '~'},     [KEY_BACKSLASH] = {'\\', '|'},
    [KEY_Z] = {'z', 'Z'},           [KEY_X] = {'x', 'X'},         [KEY_C] = {'c', 'C'},
    [KEY_V] = {'v', 'V'},           [KEY_B] = {'b', 'B'},         [KEY_N] = {'n', 'N'},
    [KEY_M] = {'m', 'M'},           [KEY_COMMA] = {',', '<'},     [KEY_DOT] = {'.', '>'},
    [KEY_SLASH] = {'/', '?'},       [KEY_SPACE] = {' ', ' '},     [KEY_KPASTERISK] = {'*', '*'},
    [KEY_KP7] = {'7', '7'},         [KEY_KP8] = {'8', '8'},       [KEY_KP9] = {'9', '9'},
    [KEY_KPMINUS] = {'-', '-'},     [KEY_KP4] = {'4', '4'},       [KEY_KP5] = {'5', '5'},
    [KEY_KP6] = {'6', '6'},         [KEY_KPPLUS] = {'+', '+'},    [KEY_KP1] = {'1', '1'},
    [KEY_KP2] = {'2', '2'},         [KEY_KP3] = {'3', '3'},       [KEY_KP0] = {'0', '0'},
    [KEY_KPDOT] = {'.', '.'},       [KEY_KPENTER] = {'\n', '\n'}, [KEY_KPSLASH] = {'/', '/'},
};

/* The end of Alt: the character whose number was typed, as a control character. */
static char
end_number(struct keys *keys)
{
    unsigned number = keys->number;

    keys->number = 0;
    return number > 0 && number < 128 ? (char)number : '\0';
}

static char
type(struct keys *keys, unsigned code)
{
    char plain = code < G_N_ELEMENTS(map) ? map[code].plain : '\0';

    if (keys->alt) {
        if (g_ascii_isdigit(plain) && keys->number < 100)
            keys->number = keys->number * 10 + (unsigned)(plain - '0');
        return '\0';
    }
    if (keys->control)
        return code == KEY_RIGHTBRACE         ? SEPARATOR
               : plain == 'm' || plain == 'j' ? '\n' /* Enter, as its control character */
                                              : '\0';
    return keys->shift && plain != '\0' ? map[code].shifted : plain;
}

char
keys_type(struct keys *keys, unsigned code, int32_t value)
{
    switch (code) {
    case KEY_LEFTSHIFT:
    case KEY_RIGHTSHIFT: keys->shift = value != 0; return '\0';
    case KEY_LEFTCTRL:
    case KEY_RIGHTCTRL: keys->control = value != 0; return '\0';
    case KEY_LEFTALT:
    case KEY_RIGHTALT: keys->alt = value != 0; return value == 0 ? end_number(keys) : '\0';
    default: return value == 1 ? type(keys, code) : '\0';
    }
}
