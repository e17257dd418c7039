#include "scanner/gs1.h"

#include <string.h>

#include "base/words.h"
#include "scanner/finding.h"
#include "scanner/gs1_value.h"

struct reader {
    const char *text;
    size_t length, at;
    struct gs1 *gs1;
    GPtrArray *findings;
    bool failed;
};

/* What U+001D becomes when a scanner types it; none of these can stand in a value. */
static size_t
separator_at(const struct reader *r, size_t at)
{
    static const char *const forms[] = {"\x1d", "^]",   "\\x1d", "\\x1D", "<GS>", "<gs>",
                                        "{GS}", "{gs}", "[GS]",  "[gs]",  "|",    "\xe2\x90\x9d"};

    for (size_t i = 0; i < G_N_ELEMENTS(forms); i++) {
        size_t used = strlen(forms[i]);

        if (r->length - at >= used && memcmp(r->text + at, forms[i], used) == 0)
            return used;
    }
    return 0;
}

static void
skip_separators(struct reader *r)
{
    size_t used;

    while (r->at < r->length && (used = separator_at(r, r->at)) > 0)
        r->at += used;
}

/* The end of a value: the next separator or the end of the text. */
static size_t
value_end(const struct reader *r, size_t at)
{
    while (at < r->length && separator_at(r, at) == 0)
        at++;
    return at;
}

/* Digits in brackets at a place, as an AI stands there, known or not; 0 where there are none. */
static size_t
bracketed_digits(const struct reader *r, size_t at)
{
    const char *text = r->text + at;
    size_t digits = 0, left = r->length - at;

    if (left < 4 || text[0] != '(')
        return 0;
    while (digits < 4 && digits + 1 < left && g_ascii_isdigit(text[1 + digits]))
        digits++;
    return digits + 1 < left && text[1 + digits] == ')' ? digits : 0;
}

static bool
tell_ai(struct reader *r)
{
    size_t digits = bracketed_digits(r, r->at);

    r->failed = true;
    if (digits > 0) {
        finding_add(r->findings, FINDING_AI, r->at, _("GS1 has no application identifier (%.*s)"),
                    (int)digits, r->text + r->at + 1);
        return false;
    }
    finding_add(r->findings, FINDING_AI, r->at,
                _("“%.*s” begins no value that GS1 knows; perhaps a separator is missing before"),
                (int)MIN(r->length - r->at, 6), r->text + r->at);
    return false;
}

/* Reads one AI and its value; false where the rest can't be read. */
static bool
read_plain(struct reader *r)
{
    const struct gs1_ai *row = gs1_ai_find(r->text + r->at, r->length - r->at);
    size_t start, end, fixed;
    char ai[5] = "";

    if (row == NULL)
        return tell_ai(r);
    memcpy(ai, r->text + r->at, strlen(row->first));
    start = r->at + strlen(row->first);
    end = value_end(r, start);
    fixed = start + row->head;
    if (row->tail == GS1_NO_TAIL && end > fixed) {
        if (!gs1_ai_is_predefined(row))
            finding_add(r->findings, FINDING_SEPARATOR, fixed,
                        _("(%s): the separator after it is missing"), ai);
        end = fixed;
    }
    r->failed |= !gs1_take(r->gs1, ai, r->text + start, end - start, start, r->findings);
    r->at = end;
    skip_separators(r);
    return true;
}

/* Whether "(nn)" with an AI that GS1 has stands at a place; its length with the brackets. */
static size_t
bracket_at(const struct reader *r, size_t at)
{
    size_t digits = bracketed_digits(r, at);
    const struct gs1_ai *row = gs1_ai_find(r->text + at + 1, digits);

    return row != NULL && strlen(row->first) == digits ? digits + 2 : 0;
}

/* Whether a value ends at a place: before the next AI, which after digits need not be a known one. */
static bool
ends_at(const struct reader *r, const char *ai, size_t at)
{
    const struct gs1_ai *row = gs1_ai_find(ai, strlen(ai));

    return separator_at(r, at) > 0 || bracket_at(r, at) > 0 ||
           (row->tail == GS1_NO_TAIL && bracketed_digits(r, at) > 0);
}

/* Reads "(AI)value", blanks around the value or not; "\(" and "\<" stand for signs that belong to it. */
static bool
read_bracketed(struct reader *r)
{
    size_t used = bracket_at(r, r->at), start = r->at + used, end = start;
    char ai[5] = "";
    g_autoptr(GString) value = g_string_new(NULL);

    if (used == 0)
        return tell_ai(r);
    memcpy(ai, r->text + r->at + 1, used - 2);
    while (end < r->length && r->text[end] == ' ')
        start = ++end;
    while (end < r->length && !ends_at(r, ai, end)) {
        if (r->text[end] == '\\' && end + 1 < r->length && strchr("(<", r->text[end + 1]) != NULL)
            end++;
        g_string_append_c(value, r->text[end++]);
    }
    while (value->len > 0 && value->str[value->len - 1] == ' ')
        g_string_truncate(value, value->len - 1);
    r->failed |= !gs1_take(r->gs1, ai, value->str, value->len, start, r->findings);
    r->at = end;
    skip_separators(r);
    return true;
}

bool
gs1_read(const char *text, size_t length, struct gs1 *gs1, GPtrArray *findings)
{
    struct reader r = {.text = text, .length = length, .gs1 = gs1, .findings = findings};
    bool bracketed;

    memset(gs1, 0, sizeof(*gs1));
    skip_separators(&r);
    if (r.at == length) {
        finding_add(findings, FINDING_EMPTY, 0, _("there is nothing in this GS1 code"));
        return false;
    }
    bracketed = text[r.at] == '(';
    while (r.at < length && (bracketed ? read_bracketed(&r) : read_plain(&r)))
        ;
    return !r.failed;
}

char *
gs1_format(const struct gs1 *gs1)
{
    GString *text = g_string_new(NULL);

    for (size_t i = 0; i < gs1->count; i++) {
        const struct gs1_element *element = &gs1->elements[i];

        g_string_append_printf(text, "(%s)", element->ai);
        for (const char *c = element->value; *c != '\0'; c++) {
            if (*c == '(' || *c == '<')
                g_string_append_c(text, '\\');
            g_string_append_c(text, *c);
        }
    }
    return g_string_free(text, FALSE);
}
