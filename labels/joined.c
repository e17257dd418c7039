#include "labels/joined.h"

#include <glib.h>

#define JOINER 0x200D
#define FORM 0xFE0F /* asks for the picture of the sign before it */
#define SHARED 0.5  /* of the second sign's width, which one picture does not add to the first's */

static bool
is_flag_letter(gunichar c)
{
    return c >= 0x1F1E6 && c <= 0x1F1FF;
}

static bool
is_skin(gunichar c)
{
    return c >= 0x1F3FB && c <= 0x1F3FF;
}

static bool
is_sign(gunichar c)
{
    return g_unichar_type(c) == G_UNICODE_OTHER_SYMBOL || is_skin(c);
}

static const char *
skip(const char *at, gunichar c)
{
    return g_utf8_get_char(at) == c ? at + g_unichar_to_utf8(c, NULL) : at;
}

/* The sign that is to be one with the one at a place; NULL where none is. */
static const char *
second_of(const char *at)
{
    const gunichar first = g_utf8_get_char(at);
    const char *next = skip(at + g_unichar_to_utf8(first, NULL), FORM);
    const char *joined = skip(next, JOINER);

    if (!is_sign(first))
        return NULL;
    if (joined > next)
        return is_sign(g_utf8_get_char(joined)) ? joined : NULL;
    if (is_skin(g_utf8_get_char(next)) ||
        (is_flag_letter(first) && is_flag_letter(g_utf8_get_char(next))))
        return next;
    return NULL;
}

static double
width(const struct fit_measure *measure, const char *from, const char *end)
{
    g_autofree char *part = g_strndup(from, (gsize)(end - from));

    return measure->width(measure->with, part, false);
}

static bool
is_apart(const char *at, const char *second, const struct fit_measure *measure)
{
    const char *end = second + g_unichar_to_utf8(g_utf8_get_char(second), NULL);
    const char *alone = at + g_unichar_to_utf8(g_utf8_get_char(at), NULL);

    return width(measure, at, end) >
           width(measure, at, alone) + SHARED * width(measure, second, end);
}

bool
joined_apart(const char *text, const struct fit_measure *measure)
{
    const char *at = text;

    while (*at != '\0') {
        const char *second = second_of(at);

        if (second != NULL && is_apart(at, second, measure))
            return true;
        at += g_unichar_to_utf8(g_utf8_get_char(at), NULL);
    }
    return false;
}
