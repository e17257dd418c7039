#include "scanner/gs1_value.h"

#include <string.h>

#include "base/words.h"
#include "scanner/finding.h"

/* The centuries turn at 1977 and 2076: the window of 7.12 as of 2026, which stays right for every
 * pack that may still be found, so that reading needs no clock. */
#define FIRST_YEAR 77

static bool
are_digits(const char *text, size_t length)
{
    for (size_t i = 0; i < length; i++)
        if (!g_ascii_isdigit(text[i]))
            return false;
    return true;
}

char
gs1_check_digit(const char *digits, size_t length)
{
    int sum = 0;

    for (size_t i = 0; i < length; i++)
        sum += (digits[length - 1 - i] - '0') * (i % 2 == 0 ? 3 : 1);
    return (char)('0' + (10 - sum % 10) % 10);
}

static int
two(const char *digits)
{
    return (digits[0] - '0') * 10 + (digits[1] - '0');
}

struct day
gs1_date(const char *digits, bool month_allowed)
{
    int year = two(digits), month = two(digits + 2), day = two(digits + 4);

    year += year < FIRST_YEAR ? 2000 : 1900;
    if (day == 0)
        return month_allowed ? day_end_of_month(year, month) : DAY_NONE;
    return day_of_date(year, month, day);
}

static bool
check_key(const char *ai, const char *value, size_t digits, size_t offset, GPtrArray *findings)
{
    char right = gs1_check_digit(value, digits - 1);

    if (value[digits - 1] == right)
        return true;
    finding_add(findings, FINDING_CHECK, offset + digits - 1,
                _("(%s): the check digit of %.*s should be %c; scan it again"), ai, (int)digits,
                value, right);
    return false;
}

/* Whether the digits behind a date are a time of that kind. */
static bool
is_time(enum gs1_head kind, const char *digits)
{
    switch (kind) {
    case GS1_DATETIME: return two(digits) < 24 && two(digits + 2) < 60;
    case GS1_DELIVERY:
        return (two(digits) < 24 && two(digits + 2) < 60) || strncmp(digits, "9999", 4) == 0;
    case GS1_DATEHOUR: return two(digits) < 24;
    default: return true;
    }
}

static bool
check_date(const struct gs1_ai *row, const char *ai, const char *value, size_t offset,
           GPtrArray *findings)
{
    const char *form = row->head == 6 ? "YYMMDD" : row->head == 8 ? "YYMMDDHH" : "YYMMDDHHMM";

    if (gs1_date(value, row->head_is == GS1_DATE).n != DAY_NONE.n &&
        is_time(row->head_is, value + 6))
        return true;
    finding_add(findings, FINDING_DATE, offset, _("(%s): %.*s is no date of the form %s"), ai,
                (int)row->head, value, form);
    return false;
}

static bool
check_head(const struct gs1_ai *row, const char *ai, const char *value, size_t offset,
           GPtrArray *findings)
{
    switch (row->head_is) {
    case GS1_DIGITS: return true;
    case GS1_KEY: return check_key(ai, value, row->head, offset, findings);
    case GS1_KEY14: return check_key(ai, value, 14, offset, findings);
    case GS1_DATE:
    case GS1_REAL_DAY:
    case GS1_DATEHOUR:
    case GS1_DELIVERY:
    case GS1_DATETIME: return check_date(row, ai, value, offset, findings);
    }
    return false;
}

static bool
belongs(enum gs1_tail tail, char c)
{
    switch (tail) {
    case GS1_NO_TAIL: return false;
    case GS1_NUMBER: return g_ascii_isdigit(c);
    case GS1_TEXT: return g_ascii_isalnum(c) || (c != '\0' && strchr("!\"%&'()*+,-./:;<=>?_", c));
    case GS1_PART39: return g_ascii_isdigit(c) || g_ascii_isupper(c) || strchr("#-/", c) != NULL;
    case GS1_MINUS: return c == '-';
    case GS1_FILE64: return g_ascii_isalnum(c) || c == '-' || c == '_' || c == '=';
    }
    return false;
}

static bool
check_characters(const struct gs1_ai *row, const char *ai, const char *value, size_t length,
                 size_t offset, GPtrArray *findings)
{
    for (size_t i = 0; i < length; i++)
        if (i < row->head ? !g_ascii_isdigit(value[i]) : !belongs(row->tail, value[i])) {
            finding_add(findings, FINDING_CHARACTER, offset + i,
                        i < row->head || row->tail == GS1_NUMBER
                            ? _("(%s): only digits can stand here")
                            : _("(%s): this character can't stand here"),
                        ai);
            return false;
        }
    return true;
}

static void
tell_length(const struct gs1_ai *row, const char *ai, size_t length, size_t offset,
            GPtrArray *findings)
{
    size_t least = row->head + row->least, most = row->head + row->most;

    if (least == most)
        finding_add(findings, FINDING_LENGTH, offset, _("(%s): the length is %zu and must be %zu"),
                    ai, length, most);
    else if (length > most)
        finding_add(
            findings, FINDING_LENGTH, offset,
            _("(%s): the length is %zu and may be %zu at most; perhaps the scanner leaves out "
              "the separators between values"),
            ai, length, most);
    else if (length < least)
        finding_add(findings, FINDING_LENGTH, offset,
                    _("(%s): the length is %zu and must be at least %zu"), ai, length, least);
    else
        finding_add(findings, FINDING_LENGTH, offset,
                    _("(%s): the length is %zu and must be %zu, and %zu more as often as there is "
                      "more"),
                    ai, length, least, row->step);
}

static bool
check(const char *ai, const char *value, size_t length, size_t offset, GPtrArray *findings)
{
    const struct gs1_ai *row = gs1_ai_find(ai, strlen(ai));

    if (row == NULL || strlen(row->first) != strlen(ai)) {
        finding_add(findings, FINDING_AI, offset, _("GS1 has no application identifier (%s)"), ai);
        return false;
    }
    if (length < row->head + row->least || length > row->head + row->most ||
        (length - row->head) % row->step != 0) {
        tell_length(row, ai, length, offset, findings);
        return false;
    }
    return check_characters(row, ai, value, length, offset, findings) &&
           check_head(row, ai, value, offset, findings);
}

bool
gs1_take(struct gs1 *gs1, const char *ai, const char *value, size_t length, size_t offset,
         GPtrArray *findings)
{
    const char *before = gs1_find(gs1, ai);
    struct gs1_element *element = &gs1->elements[gs1->count];

    if (!check(ai, value, length, offset, findings))
        return false;
    if (before != NULL && strlen(before) == length && memcmp(before, value, length) == 0)
        return true;
    if (before != NULL) {
        finding_add(findings, FINDING_REPEATED, offset,
                    _("(%s) stands here twice with different values"), ai);
        return false;
    }
    if (gs1->count == GS1_ELEMENTS) {
        finding_add(findings, FINDING_TOO_LONG, offset,
                    _("more than %d values in one code are not read"), GS1_ELEMENTS);
        return false;
    }
    g_strlcpy(element->ai, ai, sizeof(element->ai));
    memcpy(element->value, value, length);
    element->value[length] = '\0';
    element->offset = offset;
    gs1->count++;
    return true;
}

const char *
gs1_find(const struct gs1 *gs1, const char *ai)
{
    for (size_t i = 0; i < gs1->count; i++)
        if (strcmp(gs1->elements[i].ai, ai) == 0)
            return gs1->elements[i].value;
    return NULL;
}

struct day
gs1_day(const struct gs1 *gs1, const char *ai)
{
    const char *value = gs1_find(gs1, ai);

    return value == NULL || !are_digits(value, 6) ? DAY_NONE : gs1_date(value, true);
}
