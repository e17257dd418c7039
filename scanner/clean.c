#include "scanner/clean.h"

#include <string.h>

#include "base/words.h"
#include "scanner/finding.h"

/* What keys of a US keyboard type through a Chinese input method, and look-alikes of the hyphen.
 * The full-width block U+FF01 to U+FF5E, which has most of them, is arithmetic. */
static const struct {
    gunichar from;
    char to;
} punctuation[] = {
    {0x00a0, ' '}, {0x2010, '-'},  {0x2011, '-'},  {0x2012, '-'}, {0x2013, '-'},
    {0x2014, '-'}, {0x2018, '\''}, {0x2019, '\''}, {0x201c, '"'}, {0x201d, '"'},
    {0x2026, '^'}, {0x2212, '-'},  {0x3000, ' '},  {0x3001, '/'}, {0x3002, '.'},
    {0x300a, '<'}, {0x300b, '>'},  {0x3010, '['},  {0x3011, ']'},
};

static gunichar
plain(gunichar c)
{
    if (c >= 0xff01 && c <= 0xff5e)
        return c - 0xff01 + '!';
    for (size_t i = 0; c >= 0xa0 && i < G_N_ELEMENTS(punctuation); i++)
        if (punctuation[i].from == c)
            return (gunichar)punctuation[i].to;
    return c;
}

static bool
is_invisible(gunichar c)
{
    return c == 0xfeff || c == 0xad || (c >= 0x200b && c <= 0x200f) ||
           (c >= 0x202a && c <= 0x202e) || (c >= 0x2060 && c <= 0x2064);
}

static bool
is_control(gunichar c)
{
    return (c < 0x20 && c != 0x1d) || (c >= 0x7f && c < 0xa0);
}

/* Blanks as they stand at the ends of a line. */
static bool
is_blank(char c)
{
    return c == ' ' || c == '\t' || c == '\r' || c == '\n';
}

static void
append(struct clean *clean, gunichar c, size_t at)
{
    int bytes = g_unichar_to_utf8(c, clean->text + clean->length);

    for (int i = 0; i < bytes; i++)
        clean->at[clean->length++] = (uint16_t)at;
}

bool
clean_read(const char *text, size_t length, struct clean *clean, GPtrArray *findings)
{
    const char *bad = NULL;

    clean->length = 0;
    clean->text[0] = '\0';
    if (length > LIMIT_CODE) {
        finding_add(findings, FINDING_TOO_LONG, LIMIT_CODE,
                    _("this text is too long to be a code: %zu bytes, and at most %d are read"),
                    length, LIMIT_CODE);
        return false;
    }
    if (!g_utf8_validate(text, (gssize)length, &bad) && *bad != '\0') {
        finding_add(findings, FINDING_ENCODING, (size_t)(bad - text),
                    _("this is not text in UTF-8; set the scanner to UTF-8 or to plain digits"));
        return false;
    }
    while (length > 0 && is_blank(text[length - 1]))
        length--;
    for (size_t at = 0; at < length; at += (size_t)g_utf8_skip[(guchar)text[at]]) {
        gunichar c = plain(g_utf8_get_char(text + at));

        if ((clean->length == 0 && c < 0x80 && is_blank((char)c)) || is_invisible(c))
            continue;
        if (is_control(c)) {
            finding_add(findings, FINDING_CONTROL, at,
                        _("a control character (U+%04X) can't stand in a code; scan it again"), c);
            return false;
        }
        append(clean, c, at);
    }
    while (clean->length > 0 && clean->text[clean->length - 1] == ' ')
        clean->length--;
    clean->text[clean->length] = '\0';
    clean->at[clean->length] = (uint16_t)length;
    return true;
}

char *
clean_typed(const char *text)
{
    struct clean clean;

    return g_strdup(clean_read(text, strlen(text), &clean, NULL) ? clean.text : text);
}
