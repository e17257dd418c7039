#include "scanner/split.h"

#include <string.h>

#include "base/limits.h"
#include "scanner/code.h"
#include "scanner/digits.h"

#define LONGEST_ADDRESS 300 /* of a box label, where others follow it */
#define TRACE 20

/* For each place up to which the text is made of codes: in how many ways (0, 1, 2 for more), and
 * where the last code of the first of them begins. */
struct ways {
    const char *text;
    size_t length;
    uint8_t count[LIMIT_CODE + 1];
    uint16_t from[LIMIT_CODE + 1];
};

static bool
begins(const char *text, size_t length, const char *word)
{
    return length >= strlen(word) && g_ascii_strncasecmp(text, word, strlen(word)) == 0;
}

static bool
is_boundary(const char *text, size_t length)
{
    size_t prefix;

    return begins(text, length, COMMAND_PREFIX) || begins(text, length, "http://") ||
           begins(text, length, "https://") ||
           symbology_of_prefix(text, length, &prefix) != SYMBOLOGY_TYPED;
}

/* The end of the host where an address stands, else the place itself. */
static size_t
behind_host(const char *text, size_t length, size_t at)
{
    static const char *const schemes[] = {"http://", "https://"};

    for (size_t i = 0; i < G_N_ELEMENTS(schemes); i++)
        if (begins(text + at, length - at, schemes[i])) {
            for (at += strlen(schemes[i]); at < length && text[at] != '/'; at++)
                ;
            return at;
        }
    return at;
}

size_t
split_boundary(const char *text, size_t length, size_t at)
{
    at = behind_host(text, length, at);
    while (++at < length && !is_boundary(text + at, length - at))
        ;
    return MIN(at, length);
}

static bool
is_blank(char c)
{
    return c == ' ' || c == ',' || c == ';';
}

static bool
is_code(const char *text, size_t length)
{
    struct code code;

    return code_parse(text, length, SYMBOLOGY_TYPED, &code, NULL);
}

/* The same for digits alone, without what code_parse() would first make of them. */
static bool
is_number(const char *digits, size_t length)
{
    struct code code = {0};

    return digits_read(digits, length, SYMBOLOGY_TYPED, &code, NULL);
}

/* 20 digits bear no check: alone they are a traceability code, among others only with its 8. */
static bool
is_trace(const struct ways *ways, size_t at)
{
    size_t behind = at + TRACE;

    return ways->text[at] == '8' ||
           ((at == 0 || !g_ascii_isdigit(ways->text[at - 1])) &&
            (behind == ways->length || !g_ascii_isdigit(ways->text[behind])));
}

/* In the characters of a print, of which one at least is a letter. */
static bool
is_box(const char *text, size_t length)
{
    struct boxcode code;

    for (size_t i = 0; i < length; i++)
        if ((!g_ascii_isalnum(text[i]) && text[i] != '-') ||
            strchr("ILOU", g_ascii_toupper(text[i])))
            return false;
    return boxcode_read(text, length, &code, NULL);
}

static void
add_ways(struct ways *ways, size_t at, size_t behind)
{
    if (ways->count[behind] == 0)
        ways->from[behind] = (uint16_t)at;
    ways->count[behind] = (uint8_t)MIN(2, ways->count[behind] + ways->count[at]);
}

/* Goes on from a place by a code of some length, if it is one. */
static void
try_length(struct ways *ways, size_t at, size_t length, bool (*is_one)(const char *, size_t))
{
    size_t behind = at + length;

    if (behind <= ways->length && !is_blank(ways->text[behind - 1]) &&
        is_one(ways->text + at, length))
        add_ways(ways, at, behind);
}

/* A box code with or without its hyphen. */
static void
try_box(struct ways *ways, size_t at)
{
    static const struct {
        size_t length, hyphen; /* 0: none */
    } shapes[] = {
        {BOXCODE_SHORT, 0}, {BOXCODE_LONG, 0}, {BOXCODE_SHORT + 1, 3}, {BOXCODE_LONG + 1, 4}};

    for (size_t i = 0; i < G_N_ELEMENTS(shapes); i++) {
        const char *from = ways->text + at, *hyphen;

        if (at + shapes[i].length > ways->length)
            continue;
        hyphen = memchr(from, '-', shapes[i].length);
        if ((hyphen == NULL ? 0 : (size_t)(hyphen - from)) == shapes[i].hyphen)
            try_length(ways, at, shapes[i].length, is_box);
    }
}

static void
try_digits(struct ways *ways, size_t at)
{
    static const size_t lengths[] = {8, 12, 13, 14, TRACE};
    size_t digits = 0;

    while (at + digits < ways->length && digits < TRACE && g_ascii_isdigit(ways->text[at + digits]))
        digits++;
    for (size_t i = 0; i < G_N_ELEMENTS(lengths); i++)
        if (lengths[i] <= digits && (lengths[i] != TRACE || is_trace(ways, at)))
            try_length(ways, at, lengths[i], is_number);
    /* A GS1 string with its key first, as long as the rest. */
    if (digits >= 16 && ways->text[at] == '0' && ways->length - at != TRACE)
        try_length(ways, at, ways->length - at, is_code);
}

static void
try_from(struct ways *ways, size_t at)
{
    const char *text = ways->text + at;
    size_t left = ways->length - at;

    if (g_ascii_isalnum(text[0]))
        try_box(ways, at);
    if (is_blank(text[0])) {
        add_ways(ways, at, at + 1);
    } else if (g_ascii_isdigit(text[0])) {
        try_digits(ways, at);
    } else if (begins(text, left, COMMAND_PREFIX)) {
        for (size_t length = strlen(COMMAND_PREFIX); length <= MIN(left, COMMAND_SIZE); length++)
            try_length(ways, at, length, is_code);
    } else if (begins(text, left, "http")) {
        for (size_t length = 1; length < MIN(left, LONGEST_ADDRESS); length++)
            try_length(ways, at, length, is_code);
        try_length(ways, at, left, is_code);
    } else if (text[0] == '(' || text[0] == ']') {
        try_length(ways, at, left, is_code);
    }
}

/* The pieces of the only way, from the end. */
static GArray *
collect(const struct ways *ways)
{
    GArray *pieces = g_array_new(FALSE, FALSE, sizeof(struct split_piece));

    for (size_t end = ways->length; end > 0; end = ways->from[end]) {
        struct split_piece piece = {ways->from[end], end - ways->from[end]};

        if (!is_blank(ways->text[piece.start]))
            g_array_prepend_val(pieces, piece);
    }
    return pieces;
}

GArray *
split_run(const char *text, size_t length, bool *several)
{
    g_autofree struct ways *ways = NULL;

    *several = false;
    if (length > LIMIT_CODE)
        return NULL;
    ways = g_new0(struct ways, 1);
    ways->text = text;
    ways->length = length;
    ways->count[0] = 1;
    for (size_t at = 0; at < length; at++)
        if (ways->count[at] > 0)
            try_from(ways, at);
    *several = ways->count[length] > 1;
    return ways->count[length] == 1 ? collect(ways) : NULL;
}
