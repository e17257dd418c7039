#include "inventory/audit_words.h"

#include <string.h>

#include "base/words.h"
#include "inventory/setting.h"

#define BETWEEN ", "

static const struct {
    const char *key, *word;
} known[] = {
    {"active", N_("has rights again")},
    {"again", N_("anew")},
    {"age", N_("age group")},
    {"approval", N_("approval number")},
    {"area", N_("area")},
    {"areas", N_("areas")},
    {"back", N_("has rights again")},
    {"box", N_("box")},
    {"boxes", N_("boxes")},
    {"brand", N_("brand")},
    {"building", N_("building")},
    {"capacity", N_("room for packs")},
    {"class", N_("class")},
    {"code", N_("code")},
    {"cold_chain", N_("kept cool")},
    {"commands", N_("codes for hand scanners")},
    {"community", N_("community")},
    {"count_days", N_("days between counts")},
    {"dated", N_("has an expiry")},
    {"day_units", N_("a day's need")},
    {"days", N_("days")},
    {"dingtalk", N_("DingTalk")},
    {"drug", N_("medicine")},
    {"drugs", N_("medicines")},
    {"end", N_("ended")},
    {"feishu", N_("Feishu")},
    {"form", N_("form")},
    {"grid", N_("grid")},
    {"in", N_("area")},
    {"ingredients", N_("active ingredients")},
    {"join", N_("invitation cards")},
    {"kind", N_("kind")},
    {"lat", N_("latitude")},
    {"left", N_("has no rights any more")},
    {"lon", N_("longitude")},
    {"maker", N_("maker")},
    {"name", N_("name")},
    {"number", N_("how many go")},
    {"office", N_("office")},
    {"pack_units", N_("pack size")},
    {"people", N_("people")},
    {"phone", N_("phone")},
    {"place", N_("where it stands")},
    {"poster", N_("posters")},
    {"residents", N_("residents")},
    {"retire", N_("in or out of use")},
    {"role", N_("role")},
    {"secretary", N_("secretary")},
    {"service", N_("service cards")},
    {"state", N_("state")},
    {"stock", N_("stock")},
    {"strength", N_("strength")},
    {"test", N_("tried out")},
    {"today", N_("pages of what is there today")},
    {"type", N_("type")},
    {"unit", N_("unit")},
    {"units", N_("amount")},
    {"unlock", N_("unlocked")},
    {"value", N_("value")},
    {"volunteer", N_("volunteer")},
    {"vulnerable", N_("vulnerable residents")},
    {"wecom", N_("WeCom")},
};

/* The word of so many bytes of a key, or NULL. */
static const char *
word_of(const char *key, size_t length)
{
    for (size_t i = 0; i < G_N_ELEMENTS(known); i++)
        if (strlen(known[i].key) == length && strncmp(known[i].key, key, length) == 0)
            return words(known[i].word);
    return NULL;
}

const char *
audit_words_field(const char *key)
{
    const char *word = word_of(key, strlen(key));

    return word != NULL ? word : key;
}

/* "role=volunteer" or "role". */
static void
say(GString *text, const char *token)
{
    const char *value = strchr(token, '='), *word, *meaning = NULL;

    word = word_of(token, value != NULL ? (size_t)(value - token) : strlen(token));
    if (value != NULL)
        meaning = word_of(value + 1, strlen(value + 1));
    if (text->len > 0)
        g_string_append(text, _(", "));
    if (word == NULL)
        g_string_append(text, token);
    else if (value == NULL)
        g_string_append(text, word);
    else
        g_string_append_printf(text, _("%s: %s"), word, meaning != NULL ? meaning : value + 1);
}

/* Older lines have what a browser sent, as JSON: the names of its fields. What a program numbers its requests by
 * tells nobody anything. */
static char **
fields_of(const char *json)
{
    g_auto(GStrv) parts = g_strsplit(json, "\"", -1);
    GStrvBuilder *names = g_strv_builder_new();
    char **list;

    for (guint i = 1; parts[0] != NULL && parts[i] != NULL && parts[i + 1] != NULL; i++)
        if (parts[i + 1][0] == ':' && strcmp(parts[i], "uid") != 0)
            g_strv_builder_add(names, parts[i]);
    list = g_strv_builder_end(names);
    g_strv_builder_unref(names);
    return list;
}

static char *
say_all(const char *detail)
{
    bool json = detail[0] == '{';
    g_auto(GStrv) tokens = json ? fields_of(detail) : g_strsplit(detail, BETWEEN, -1);
    GString *text = g_string_new(NULL);

    for (char **token = tokens; *token != NULL; token++)
        say(text, *token);
    return g_string_free(text, FALSE);
}

static bool
is_number(const char *text, gint64 *number)
{
    return g_ascii_string_to_signed(text, 10, 0, INT32_MAX, number, NULL);
}

char *
audit_words_what(const struct audit_entry *entry)
{
    const struct setting *setting;
    const char *word;
    gint64 number;

    switch (entry->act) {
    case AUDIT_SETTING:
        setting = setting_find(entry->what);
        return g_strdup(setting != NULL ? words(setting->meaning) : entry->what);
    case AUDIT_LABELS:
        if (is_number(entry->what, &number))
            return g_strdup_printf(words_plural("%lld label", "%lld labels", (long)number),
                                   (long long)number);
        G_GNUC_FALLTHROUGH;
    case AUDIT_IMPORT:
        word = word_of(entry->what, strlen(entry->what));
        return g_strdup(word != NULL ? word : entry->what);
    default: return g_strdup(entry->what);
    }
}

/* "2 + 3": new ones, and changed ones. */
static char *
say_import(const char *detail)
{
    g_auto(GStrv) parts = g_strsplit(detail, " + ", -1);
    gint64 added, changed;

    if (g_strv_length(parts) != 2 || !is_number(parts[0], &added) || !is_number(parts[1], &changed))
        return say_all(detail);
    return g_strdup_printf(_("%lld new, %lld changed"), (long long)added, (long long)changed);
}

char *
audit_words_detail(const struct audit_entry *entry)
{
    switch (entry->act) {
    case AUDIT_IMPORT: return say_import(entry->detail);
    case AUDIT_RECALL: /* typed by people */
    case AUDIT_SETTING: return g_strdup(entry->detail);
    case AUDIT_LABELS:
        if (entry->detail[0] != '{')
            return g_strdup(entry->detail);
        G_GNUC_FALLTHROUGH;
    default: return say_all(entry->detail);
    }
}
