#include "web/jsontext.h"

#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <glib.h>
#include <jansson.h>

#define ROOM 512 /* bytes that most answers fit into */

/* What stands behind the backslash; 0: the character stands for itself; u: as its number. */
static char
escape_of(unsigned char c)
{
    switch (c) {
    case '"':
    case '\\': return (char)c;
    case '\b': return 'b';
    case '\f': return 'f';
    case '\n': return 'n';
    case '\r': return 'r';
    case '\t': return 't';
    default: return c < 0x20 ? 'u' : '\0';
    }
}

static void
append_text(GString *to, const char *text, size_t size)
{
    size_t plain = 0; /* where what stands for itself begins */

    g_string_append_c(to, '"');
    for (size_t i = 0; i < size; i++) {
        char escape = escape_of((unsigned char)text[i]);

        if (escape == '\0')
            continue;
        g_string_append_len(to, text + plain, (gssize)(i - plain));
        g_string_append_c(to, '\\');
        g_string_append_c(to, escape);
        if (escape == 'u')
            g_string_append_printf(to, "%04X", (unsigned)text[i]);
        plain = i + 1;
    }
    g_string_append_len(to, text + plain, (gssize)(size - plain));
    g_string_append_c(to, '"');
}

static void
append_integer(GString *to, json_int_t value)
{
    char digits[24], *at = digits + sizeof(digits);
    uint64_t left = value < 0 ? 0 - (uint64_t)value : (uint64_t)value;

    do
        *--at = (char)('0' + left % 10);
    while ((left /= 10) > 0);
    if (value < 0)
        *--at = '-';
    g_string_append_len(to, at, digits + sizeof(digits) - at);
}

/* jansson knows how many digits a number with a fraction needs. */
static void
append_real(GString *to, const json_t *json)
{
    char *text = json_dumps(json, JSON_ENCODE_ANY);

    g_string_append(to, text);
    free(text);
}

static void append(GString *to, const json_t *json);

static void
append_array(GString *to, const json_t *json)
{
    for (size_t i = 0; i < json_array_size(json); i++) {
        g_string_append_c(to, i > 0 ? ',' : '[');
        append(to, json_array_get(json, i));
    }
    g_string_append(to, json_array_size(json) > 0 ? "]" : "[]");
}

static void
append_object(GString *to, json_t *json)
{
    char before = '{';
    const char *name;
    json_t *value;

    json_object_foreach(json, name, value)
    {
        g_string_append_c(to, before);
        append_text(to, name, strlen(name));
        g_string_append_c(to, ':');
        append(to, value);
        before = ',';
    }
    g_string_append(to, before == ',' ? "}" : "{}");
}

static void
append(GString *to, const json_t *json)
{
    switch (json_typeof(json)) {
    case JSON_OBJECT: append_object(to, (json_t *)(uintptr_t)json); break; /* to look at */
    case JSON_ARRAY: append_array(to, json); break;
    case JSON_STRING: append_text(to, json_string_value(json), json_string_length(json)); break;
    case JSON_INTEGER: append_integer(to, json_integer_value(json)); break;
    case JSON_REAL: append_real(to, json); break;
    case JSON_TRUE: g_string_append(to, "true"); break;
    case JSON_FALSE: g_string_append(to, "false"); break;
    default: g_string_append(to, "null");
    }
}

char *
jsontext_of(const json_t *json)
{
    GString *text = g_string_sized_new(ROOM);

    append(text, json);
    return g_string_free(text, FALSE);
}
