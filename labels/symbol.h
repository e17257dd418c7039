#ifndef LABELS_SYMBOL_H
#define LABELS_SYMBOL_H

/*
 * QR symbols (ISO/IEC 18004), made to be read from as far and as damaged as their place on the
 * label allows. What a phone needs is about three pixels a module, so a large module reads from
 * far; what dirt and scratches need is a high error correction level, which takes more modules.
 * The choice is for the highest level whose module still reads from the wanted distance, H only
 * where it is as large as with Q, be it with less white; tests/bench/labels/scan.py shows it beside
 * fixed levels. Modules are whole printer dots, because a part of a dot prints as a dot and eats the
 * white beside it.
 */

#include <stdbool.h>
#include <stdint.h>

#include "base/err.h"

#define SYMBOL_USUAL_CM 36  /* the distance that labels are read from */
#define SYMBOL_MOST_CM 200  /* farther than this was not measured, and is not promised */
#define SYMBOL_MAX_WIDTH 97 /* modules: version 20, far beyond what a label can show */

enum symbol_level {
    SYMBOL_H, /* mends 30 % */
    SYMBOL_Q, /* 25 % */
    SYMBOL_M, /* 15 % */
    SYMBOL_L, /* 7 %: only where it saves a version in a place too small for the others */
};

/* The square that the symbol and the white around it may take. */
struct symbol_room {
    double side;   /* mm */
    double dpi;    /* of the printer */
    double far_cm; /* the distance to read from; 0 for the usual one */
};

struct symbol {
    int version, width; /* width in modules, without the white around */
    int quiet;          /* modules of white around it at the least: 4, or 2 where room is short */
    enum symbol_level level;
    int dots;      /* printer dots a module */
    double module; /* mm */
    int reach_cm;  /* a phone reads it from here, SYMBOL_MOST_CM at the most */
    bool far;      /* which is as far as was wanted */
    uint8_t dark[SYMBOL_MAX_WIDTH * SYMBOL_MAX_WIDTH]; /* width × width, by rows; 1 is printed */
};

/* The corner of the symbol itself, mm. */
struct symbol_place {
    double x, y;
};

/* In the middle of a square of a page whose corner is here, on whole dots of the printer. */
struct symbol_place symbol_place(const struct symbol *symbol, double x, double y, double side);

/* Modules of the least symbol of a level for a text, without the white around; 0 where it is too long
 * for any. */
int symbol_width(const char *text, enum symbol_level level);

/* How many characters the host of an https:// address may have, so that the symbol's modules are larger
 * and it reads from farther; 0 where a shorter one is of no use. */
size_t symbol_shorter_host(const char *text, const struct symbol_room *room,
                           const struct symbol *symbol);

char symbol_level_letter(enum symbol_level level);

/*
 * Fills the symbol for an ASCII text. ERR_INPUT where the text is empty or not printable ASCII.
 * ERR_REFUSED where it is too long for any symbol, or where modules would be under 0.5 mm, or on a
 * printer of 300 dpi or more under 0.375 mm: such labels were measured not to read from 20 cm.
 */
MUST_CHECK bool symbol_fit(const char *text, const struct symbol_room *room, struct symbol *symbol,
                           GError **error);

#endif
