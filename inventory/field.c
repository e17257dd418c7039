#include "inventory/field.h"

#include <string.h>

#include "base/words.h"

/* Marks that turn the direction of what stands beside them (Unicode UAX 9, 2): nobody sees them, and a text looks
 * like another. */
static bool
turns_direction(gunichar c)
{
    return c == 0x061c || c == 0x200e || c == 0x200f || (c >= 0x202a && c <= 0x202e) ||
           (c >= 0x2066 && c <= 0x2069);
}

bool
field_has_control(const char *text)
{
    for (const char *p = text; *p != '\0'; p += g_utf8_skip[(guchar)*p])
        if (g_unichar_iscntrl(g_utf8_get_char(p)) || turns_direction(g_utf8_get_char(p)))
            return true;
    return false;
}

char *
field_trim(const char *text)
{
    const char *end = text + strlen(text);

    while (*text != '\0' && g_unichar_isspace(g_utf8_get_char(text)))
        text += g_utf8_skip[(guchar)*text];
    while (end > text) {
        const char *before = g_utf8_find_prev_char(text, end);

        if (!g_unichar_isspace(g_utf8_get_char(before)))
            break;
        end = before;
    }
    return g_strndup(text, (gsize)(end - text));
}

char *
field_text(const char *field, const char *text, size_t limit, bool needed, GError **error)
{
    g_autofree char *clean = NULL;

    if (text != NULL && !g_utf8_validate(text, -1, NULL)) {
        err_set(error, ERR_INPUT, _("%s is not valid text (UTF-8)"), field);
        return NULL;
    }
    clean = field_trim(text != NULL ? text : "");
    if (needed && clean[0] == '\0') {
        err_set(error, ERR_INPUT, _("%s is missing"), field);
        return NULL;
    }
    if (field_has_control(clean)) {
        err_set(error, ERR_INPUT, _("%s has a control character in it (a line break or the like)"),
                field);
        return NULL;
    }
    if ((size_t)g_utf8_strlen(clean, -1) > limit) {
        err_set(error, ERR_INPUT, _("%s is too long: at most %d characters"), field, (int)limit);
        return NULL;
    }
    return g_steal_pointer(&clean);
}

bool
field_number(const char *field, long long value, long long low, long long high, GError **error)
{
    return (value >= low && value <= high) ||
           err_set(error, ERR_INPUT, _("%s is %lld; it must be from %lld to %lld"), field, value,
                   low, high);
}
