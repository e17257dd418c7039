#include "inventory/lot.h"

#include "base/limits.h"
#include "base/words.h"
#include "inventory/field.h"

/* As it is kept, which most are. */
static bool
is_normal(const char *text)
{
    const char *p = text;

    while (g_ascii_isgraph(*p) && !g_ascii_islower(*p))
        p++;
    return *p == '\0' && p - text <= LIMIT_LOT;
}

char *
lot_normal(const char *text, GError **error)
{
    g_autofree char *clean = NULL, *narrow = NULL, *upper = NULL;
    GString *normal;

    if (text != NULL && is_normal(text))
        return g_strdup(text);
    clean = field_text(_("batch number"), text, LIMIT_LOT, false, error);
    if (clean == NULL)
        return NULL;
    narrow = g_utf8_normalize(clean, -1, G_NORMALIZE_ALL_COMPOSE);
    upper = g_utf8_strup(narrow, -1);
    normal = g_string_new(NULL);
    for (char *p = upper; *p != '\0'; p = g_utf8_next_char(p))
        if (!g_unichar_isspace(g_utf8_get_char(p)))
            g_string_append_unichar(normal, g_utf8_get_char(p));
    return g_string_free(normal, FALSE);
}
