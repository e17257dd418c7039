#include "labels/symbol.h"

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

#define CAPITALS "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ $%*+-./:" /* ISO 18004, 7.4.4 */

/* Data codewords of a version, from 1, at a level: ISO 18004, table 7. */
static const int capacities[][LEVELS] = {
    {9, 13, 16, 19},      {16, 22, 28, 34},     {26, 34, 44, 55},     {36, 48, 64, 80},
    {46, 62, 86, 108},    {60, 76, 108, 136},   {66, 88, 124, 156},   {86, 110, 154, 194},
    {100, 132, 182, 232}, {122, 154, 216, 274}, {140, 180, 254, 324}, {158, 206, 290, 370},
    {180, 244, 334, 428}, {197, 261, 365, 461}, {223, 295, 415, 523}, {253, 325, 453, 589},
    {283, 367, 507, 647}, {313, 397, 563, 721}, {341, 445, 627, 795}, {385, 485, 669, 861},
};
#define LEAST_TAIL 6 /* characters: fewer cost more in a part of their own than in the one before */
#define LEAST_HOST 4 /* characters: "yx.cn" has 5 */
#define LAST_SHORT 9 /* the last version whose counts of characters are short */

/*
 * A text in two parts: the end in capitals, digits and their few signs, which takes 5.5 bits a
 * character, and what is before it, 8: of "https://HOST/B/CODE" the "https". The version at each
 * level is known by counting, so that one symbol is made and not one for each level: nearly all of
 * its time is the choice of the mask.
 */
struct message {
    const char *text;
    size_t head, tail;
    int versions[LEVELS]; /* 0: too long */
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

static size_t
bits_of(const struct message *message, int version)
{
    const bool brief = version <= LAST_SHORT;
    size_t bits = 0;

    if (message->head > 0)
        bits += 4 + (brief ? 8u : 16u) + 8 * message->head;
    if (message->tail > 0)
        bits += 4 + (brief ? 9u : 11u) + 11 * (message->tail / 2) + 6 * (message->tail % 2);
    return bits;
}

static int
least_version(const struct message *message, enum symbol_level level)
{
    for (int version = 1; version <= (int)G_N_ELEMENTS(capacities); version++)
        if (bits_of(message, version) <= 8 * (size_t)capacities[version - 1][level])
            return version;
    return 0;
}

static struct message
message_of(const char *text)
{
    struct message message = {.text = text, .head = strlen(text)};

    for (; message.head > 0 && strchr(CAPITALS, text[message.head - 1]) != NULL; message.head--)
        message.tail++;
    if (message.head > 0 && message.tail < LEAST_TAIL) {
        message.head += message.tail;
        message.tail = 0;
    }
    for (enum symbol_level level = SYMBOL_H; level <= SYMBOL_L; level++)
        message.versions[level] = least_version(&message, level);
    return message;
}

static int
width_of(int version)
{
    return 17 + 4 * version;
}

int
symbol_width(const char *text, enum symbol_level level)
{
    const struct message message = message_of(text);

    return message.versions[level] > 0 ? width_of(message.versions[level]) : 0;
}

static void
append(QRinput *input, QRencodeMode mode, const char *text, size_t n)
{
    if (n > 0 && QRinput_append(input, mode, (int)n, (const unsigned char *)text) != 0)
        g_assert_not_reached(); /* the characters are of the mode, and there is memory */
}

static QRcode *
encode(const struct message *message, enum symbol_level level)
{
    QRinput *input = QRinput_new2(message->versions[level], library_level(level));
    QRcode *code;

    append(input, QR_MODE_8, message->text, message->head);
    append(input, QR_MODE_AN, message->text + message->head, message->tail);
    code = QRcode_encodeInput(input);
    QRinput_free(input);
    g_assert(code != NULL && code->version == message->versions[level]);
    return code;
}

/* Printer dots a module, or 0. */
static int
dots_that_fit(const struct message *message, enum symbol_level level, int quiet,
              const struct symbol_room *room)
{
    const double dots = room->side * room->dpi / MM_PER_INCH + SLACK_DOTS;
    const int version = message->versions[level];

    return version == 0 ? 0 : (int)floor(dots / (width_of(version) + 2 * quiet));
}

static int
wanted_dots(const struct symbol_room *room)
{
    const double module = room->far_cm > 0 ? room->far_cm / CM_PER_MM : USUAL_MODULE;

    return (int)ceil(module * room->dpi / MM_PER_INCH - SLACK_DOTS);
}

/* The dots that level Q would have: with ample white if it reads from as far as wanted then. */
static int
dots_of_q(const struct message *message, const struct symbol_room *room)
{
    int dots = 0;

    for (size_t i = 0; i < G_N_ELEMENTS(quiet_zones) && dots < wanted_dots(room); i++)
        dots = dots_that_fit(message, SYMBOL_Q, quiet_zones[i], room);
    return dots;
}

/* H mends hardly more of what dirt and patches do than Q, and was measured to read less wherever it
 * takes smaller modules for that, and more where it only takes white. */
static bool
worth_it(const struct message *message, const struct symbol_room *room, enum symbol_level level,
         int quiet)
{
    return level != SYMBOL_H ||
           dots_that_fit(message, SYMBOL_H, quiet, room) >= dots_of_q(message, room);
}

/* The highest level that reads from as far as wanted, with ample white if that can be: two modules
 * of white were measured to be as good as four, and a level more is better than more white. */
static bool
choose_far(const struct message *message, const struct symbol_room *room, struct choice *choice)
{
    const int wanted = wanted_dots(room);

    for (enum symbol_level level = SYMBOL_H; level <= SYMBOL_M; level++)
        for (size_t i = 0; i < G_N_ELEMENTS(quiet_zones); i++) {
            const int dots = dots_that_fit(message, level, quiet_zones[i], room);

            if (dots >= wanted && worth_it(message, room, level, quiet_zones[i])) {
                *choice = (struct choice){level, quiet_zones[i], dots};
                return true;
            }
        }
    return false;
}

/* The largest module there is; the higher level where two have the same. */
static void
choose_largest(const struct message *message, const struct symbol_room *room, struct choice *choice)
{
    const int quiet = quiet_zones[G_N_ELEMENTS(quiet_zones) - 1];

    *choice = (struct choice){.level = SYMBOL_H};
    for (enum symbol_level level = SYMBOL_H; level <= SYMBOL_L; level++) {
        const int dots = dots_that_fit(message, level, quiet, room);

        if (dots > choice->dots)
            *choice = (struct choice){level, quiet, dots};
    }
}

static void
take(const struct message *message, const struct choice *choice, const struct symbol_room *room,
     struct symbol *symbol)
{
    QRcode *code = encode(message, choice->level);

    symbol->version = code->version;
    symbol->width = code->width;
    symbol->quiet = choice->quiet;
    symbol->level = choice->level;
    symbol->dots = choice->dots;
    symbol->module = choice->dots * MM_PER_INCH / room->dpi;
    symbol->reach_cm = (int)fmin(floor(symbol->module * CM_PER_MM), SYMBOL_MOST_CM);
    for (int i = 0; i < code->width * code->width; i++)
        symbol->dark[i] = code->data[i] & 1;
    QRcode_free(code);
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

static double
least_module(double dpi)
{
    return dpi < NARROW_DPI ? LEAST_MODULE : LEAST_MODULE_FINE;
}

/* By the rule, and whether that can be read at all. */
static bool
choose(const struct message *message, const struct symbol_room *room, struct choice *choice)
{
    if (!choose_far(message, room, choice))
        choose_largest(message, room, choice);
    return choice->dots > 0 && choice->dots * MM_PER_INCH / room->dpi >= least_module(room->dpi);
}

/* How many characters of the text there is room for: fewer where a few more are too many. */
static size_t
longest(const char *text, const struct symbol_room *room)
{
    size_t low = 0, high = strlen(text);

    while (low < high) {
        const size_t middle = (low + high + 1) / 2;
        g_autofree char *part = g_strndup(text, middle);
        const struct message message = message_of(part);
        struct choice choice;

        if (choose(&message, room, &choice))
            low = middle;
        else
            high = middle - 1;
    }
    return low;
}

size_t
symbol_shorter_host(const char *text, const struct symbol_room *room, const struct symbol *symbol)
{
    const char *host = strstr(text, "://"), *path = host != NULL ? strchr(host + 3, '/') : NULL;

    if (path == NULL)
        return 0;
    host += 3;
    for (size_t n = (size_t)(path - host) - 1; n >= LEAST_HOST; n--) {
        g_autofree char *shorter =
            g_strdup_printf("%.*s%s", (int)(host - text + (long)n), text, path);
        const struct message message = message_of(shorter);
        struct choice choice;

        if (choose(&message, room, &choice) && choice.dots > symbol->dots)
            return n;
    }
    return 0;
}

static bool
refuse(const struct message *message, const struct symbol_room *room, GError **error)
{
    const struct symbol_room finer = {.side = room->side, .dpi = NARROW_DPI};
    const size_t n = strlen(message->text), most = longest(message->text, room);
    struct choice choice;

    if (room->dpi < NARROW_DPI && choose(message, &finer, &choice))
        return err_set(error, ERR_REFUSED,
                       _("%.0f dots an inch are too coarse for a QR code of %.1f mm with %zu "
                         "characters: print it at %.0f dpi, or take a larger label"),
                       room->dpi, room->side, n, NARROW_DPI);
    if (most == 0)
        return err_set(error, ERR_REFUSED,
                       _("A square of %.1f mm is too small for any QR code at %.0f dpi; take a "
                         "larger label"),
                       room->side, room->dpi);
    return err_set(
        error, ERR_REFUSED,
        _("“%s” is too long for a QR code of %.1f mm at %.0f dpi: it has %zu characters, "
          "and with more than %zu the squares are too small to read. Use a shorter host "
          "name or a larger label"),
        message->text, room->side, room->dpi, n, most);
}

bool
symbol_fit(const char *text, const struct symbol_room *room, struct symbol *symbol, GError **error)
{
    struct message message;
    struct choice choice;

    memset(symbol, 0, sizeof(*symbol));
    if (!check_text(text, error))
        return false;
    message = message_of(text);
    if (!choose(&message, room, &choice))
        return refuse(&message, room, error);
    symbol->far = choice.dots >= wanted_dots(room);
    take(&message, &choice, room, symbol);
    return true;
}
