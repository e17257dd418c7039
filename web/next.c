#include "web/next.h"

#include <string.h>

#include "base/words.h"
#include "inventory/setting.h"

static const char *const pages[ERR_NEXTS] = {
    [ERR_NEXT_AGAIN] = N_("“Plan again” does that"),
    [ERR_NEXT_COUNT] = N_("“Count” on the box's page does that"),
    [ERR_NEXT_PLAN] = N_("“Transfers” at the desk proposes what should be carried"),
    [ERR_NEXT_RESET] = N_("whoever runs the service can give a new password"),
    [ERR_NEXT_SET] = N_("“Settings” at the desk does that"),
};

const char *
next_page(enum err_next next)
{
    return pages[next] != NULL ? words(pages[next]) : NULL;
}

#define KEY "abcdefghijklmnopqrstuvwxyz0123456789.-"

/* The setting of which a message has the key at a place, and how long that is; NULL for none. Keys of one
 * word are words of other sentences, too, but not where a sentence begins with them. */
static const struct setting *
setting_at(const char *message, const char *at, size_t *length)
{
    g_autofree char *key = NULL;

    if (at > message && strchr(KEY, at[-1]) != NULL)
        return NULL;
    *length = strspn(at, KEY);
    while (*length > 0 && strchr(".-", at[*length - 1]) != NULL)
        (*length)--;
    key = g_strndup(at, *length);
    return at == message || strchr(key, '.') != NULL ? setting_find(key) : NULL;
}

/* Settings as their room has them, by what they mean: keys are for the terminal. */
static char *
with_names(const char *message)
{
    GString *text = g_string_new(NULL);
    const struct setting *setting;
    size_t length = 0;

    for (const char *at = message; *at != '\0';) {
        setting = setting_at(message, at, &length);
        if (setting != NULL) {
            g_string_append_printf(text, _("“%s”"), words(setting->meaning));
            at += length;
        } else {
            g_string_append_c(text, *at++);
        }
    }
    return g_string_free(text, FALSE);
}

char *
next_sentence(const char *message)
{
    char *sentence = g_strdup(message);

    if (words_language() == WORDS_EN)
        sentence[0] = g_ascii_toupper(sentence[0]);
    return sentence;
}

char *
next_shown(const GError *error)
{
    const char *page = next_page(err_next_of(error));
    g_autofree char *message = with_names(error->message);
    g_autofree char *sentence = next_sentence(message);

    return page != NULL ? g_strconcat(sentence, _("; "), page, NULL) : g_steal_pointer(&sentence);
}
