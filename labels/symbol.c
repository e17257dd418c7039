#include "labels/symbol.h"

#include <errno.h>
#include <math.h>
#include <string.h>

#include <qrencode.h>

#include "base/words.h"

#define MM_PER_INCH 25.4
#define USUAL_MODULE 0.75 /* mm: 6 dots at 203 dpi, 9 at 300 */
#define CM_PER_MM 48.0    /* of reach by module: 3 pixels of a 1080p preview, the weaker decoder */
#define SLACK_DOTS 0.05   /* a square of 6.99 dots a module is one of 7 */
#define NARROW_DPI 300.0
#define LEAST_MODULE 0.5
#define LEAST_MODULE_FINE 0.375

#define LEVELS (SYMBOL_L + 1)

/*
 * A symbol is read as well with one mask as with another, which was measured, while the standard's
 * choice among them takes nine tenths of the time of a symbol. The library has always had this
 * function (its Debian symbols file lists it since 3.2.0), but not in its header.
 */
#define MASK 3
QRcode *QRcode_encodeMask(QRinput *input, int mask);

#define CAPITALS "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ $%*+-./:" /* ISO 18004, 7.4.4 */

/* Encodings are made when asked for. */
struct encodings {
    const char *text;
    bool tried[LEVELS];
    QRcode *code[LEVELS];
};

struct choice {
    enum symbol_level level;
    int quiet, dots;
};

static const int quiet_zones[] = {4, 2};

static double
on_a_dot(const struct symbol *symbol, double at, double side)
{
    double dot = symbol->module / symbol->dots;

    return round((at + (side - symbol->width * symbol->module) / 2) / dot) * dot;
}

struct symbol_place
symbol_place(const struct symbol *symbol, double x, double y, double side)
{
    return (struct symbol_place){on_a_dot(symbol, x, side), on_a_dot(symbol, y, side)};
}

char
symbol_level_letter(enum symbol_level level)
{
    switch (level) {
    case SYMBOL_H: return 'H';
    case SYMBOL_Q: return 'Q';
    case SYMBOL_M: return 'M';
    case SYMBOL_L: return 'L';
    }
    return '?';
}

static QRecLevel
library_level(enum symbol_level level)
{
    switch (level) {
    case SYMBOL_H: return QR_ECLEVEL_H;
    case SYMBOL_Q: return QR_ECLEVEL_Q;
    case SYMBOL_M: return QR_ECLEVEL_M;
    case SYMBOL_L: return QR_ECLEVEL_L;
    }
    return QR_ECLEVEL_L;
}

static bool
append(QRinput *input, QRencodeMode mode, const char *text, size_t n)
{
    return n == 0 || QRinput_append(input, mode, (int)n, (const unsigned char *)text) == 0;
}

/* The end in capitals, digits and their few signs takes 5.5 bits a character, what is before it 8:
 * of "https://HOST/B/CODE" the "https". NULL where it is too long. */
static QRcode *
encode(const char *text, enum symbol_level level)
{
    QRinput *input = QRinput_new2(0, library_level(level));
    const char *end = text + strlen(text), *tail = end;
    QRcode *code = NULL;

    while (tail > text && strchr(CAPITALS, tail[-1]) != NULL)
        tail--;
    if (append(input, QR_MODE_8, text, (size_t)(tail - text)) &&
        append(input, QR_MODE_AN, tail, (size_t)(end - tail)))
        code = QRcode_encodeMask(input, MASK);
    QRinput_free(input);
    return code;
}

/* NULL where the text is too long for the level. */
static const QRcode *
encoding(struct encodings *encodings, enum symbol_level level)
{
    if (!encodings->tried[level]) {
        QRcode *code = encode(encodings->text, level);

        if (code != NULL && code->width > SYMBOL_MAX_WIDTH)
            g_clear_pointer(&code, QRcode_free);
        encodings->code[level] = code;
        encodings->tried[level] = true;
    }
    return encodings->code[level];
}

static void
forget(struct encodings *encodings)
{
    for (int i = 0; i < LEVELS; i++)
        QRcode_free(encodings->code[i]);
}

/* Printer dots a module, or 0. */
static int
dots_that_fit(const QRcode *code, int quiet, const struct symbol_room *room)
{
    double dots = room->side * room->dpi / MM_PER_INCH + SLACK_DOTS;

    return code == NULL ? 0 : (int)floor(dots / (code->width + 2 * quiet));
}

static double
wanted_module(const struct symbol_room *room)
{
    return room->far_cm > 0 ? room->far_cm / CM_PER_MM : USUAL_MODULE;
}

/* H mends hardly more of what dirt and patches do than Q, and was measured to read less wherever it
 * takes smaller modules for that. */
static bool
worth_it(struct encodings *encodings, const struct symbol_room *room, enum symbol_level level,
         int quiet)
{
    return level != SYMBOL_H || dots_that_fit(encoding(encodings, SYMBOL_H), quiet, room) ==
                                    dots_that_fit(encoding(encodings, SYMBOL_Q), quiet, room);
}

/* The highest level that reads from as far as wanted, with ample white if that can be: two modules
 * of white were measured to be as good as four, and a level more is better than more white. */
static bool
choose_far(struct encodings *encodings, const struct symbol_room *room, struct choice *choice)
{
    int wanted = (int)ceil(wanted_module(room) * room->dpi / MM_PER_INCH - SLACK_DOTS);

    for (enum symbol_level level = SYMBOL_H; level <= SYMBOL_M; level++)
        for (size_t i = 0; i < G_N_ELEMENTS(quiet_zones); i++) {
            int dots = dots_that_fit(encoding(encodings, level), quiet_zones[i], room);

            if (dots >= wanted && worth_it(encodings, room, level, quiet_zones[i])) {
                *choice = (struct choice){level, quiet_zones[i], dots};
                return true;
            }
        }
    return false;
}

/* The largest module there is; the higher level where two have the same. */
static bool
choose_largest(struct encodings *encodings, const struct symbol_room *room, struct choice *choice)
{
    int quiet = quiet_zones[G_N_ELEMENTS(quiet_zones) - 1];
    bool any = false;

    *choice = (struct choice){.level = SYMBOL_H};
    for (int level = SYMBOL_H; level <= SYMBOL_L; level++) {
        const QRcode *code = encoding(encodings, (enum symbol_level)level);
        int dots = dots_that_fit(code, quiet, room);

        any = any || code != NULL;
        if (dots > choice->dots)
            *choice = (struct choice){(enum symbol_level)level, quiet, dots};
    }
    return any;
}

static void
take(const QRcode *code, const struct choice *choice, const struct symbol_room *room,
     struct symbol *symbol)
{
    double module = choice->dots * MM_PER_INCH / room->dpi;

    symbol->version = code->version;
    symbol->width = code->width;
    symbol->quiet = choice->quiet;
    symbol->level = choice->level;
    symbol->dots = choice->dots;
    symbol->module = module;
    symbol->reach_cm = (int)floor(module * CM_PER_MM);
    for (int i = 0; i < code->width * code->width; i++)
        symbol->dark[i] = code->data[i] & 1;
}

static bool
check_text(const char *text, GError **error)
{
    for (const char *c = text; *c != '\0'; c++)
        if (!g_ascii_isgraph(*c))
            return err_set(error, ERR_INPUT,
                           _("A QR code holds an address in plain ASCII only; this is not: %s"),
                           text);
    if (text[0] != '\0')
        return true;
    return err_set(error, ERR_INPUT, _("There is no text for the QR code"));
}

static bool
refuse(const char *text, const struct symbol_room *room, GError **error)
{
    return err_set(error, ERR_REFUSED,
                   _("“%s” (%zu characters) is too long for a QR code of %.1f mm at %.0f dpi: its "
                     "squares would be too small to read. Use a shorter host name or a larger "
                     "label"),
                   text, strlen(text), room->side, room->dpi);
}

bool
symbol_fit(const char *text, const struct symbol_room *room, struct symbol *symbol, GError **error)
{
    struct encodings encodings = {.text = text};
    double least = room->dpi < NARROW_DPI ? LEAST_MODULE : LEAST_MODULE_FINE;
    struct choice choice;
    bool far, ok;

    memset(symbol, 0, sizeof(*symbol));
    if (!check_text(text, error))
        return false;
    far = choose_far(&encodings, room, &choice);
    ok = far || choose_largest(&encodings, room, &choice);
    ok = ok && choice.dots * MM_PER_INCH / room->dpi >= least;
    if (ok) {
        take(encoding(&encodings, choice.level), &choice, room, symbol);
        symbol->far = far;
    }
    forget(&encodings);
    return ok || refuse(text, room, error);
}
