#include <string.h>

#include "base/words.h"
#include "scanner/finding.h"
#include "scanner/gs1_value.h"

/* Names that stood for numbers in addresses after Digital Link 1.0 and 1.1: of what a pack bears. */
static const char *const aliases[][2] = {{"gtin", "01"}, {"itip", "8006"}, {"sscc", "00"},
                                         {"cpv", "22"},  {"lot", "10"},    {"ser", "21"},
                                         {"exp", "17"}};

/*
 * The keys an address of something can begin with, and what may follow each in the path, in that
 * order and leaving out any, from one of the rows: the keys marked "dlpkey" in GS1's Barcode Syntax
 * Dictionary of 2026-01-27. All else stands behind the question mark (URI syntax, 4.3 and 4.4).
 */
static const struct key {
    const char *ai, *qualifiers[2][4];
} keys[] = {
    {"00", {{NULL}}},
    {"01", {{"22", "10", "21", NULL}, {"235", NULL}}},
    {"253", {{NULL}}},
    {"255", {{NULL}}},
    {"401", {{NULL}}},
    {"402", {{NULL}}},
    {"414", {{"254", NULL}, {"7040", NULL}}},
    {"415", {{"8020", NULL}}},
    {"417", {{"7040", NULL}}},
    {"8003", {{NULL}}},
    {"8004", {{"7040", NULL}}},
    {"8006", {{"22", "10", "21", NULL}}},
    {"8010", {{"8011", NULL}}},
    {"8013", {{NULL}}},
    {"8017", {{"8019", NULL}}},
    {"8018", {{"8019", NULL}}},
};

/* A part of the address, and where it stands in it. */
struct part {
    const char *text;
    size_t length, offset;
};

/* The AI that a path segment or a query name says, or "". */
static void
ai_of(struct part name, char ai[5])
{
    ai[0] = '\0';
    for (size_t i = 0; i < G_N_ELEMENTS(aliases); i++)
        if (strlen(aliases[i][0]) == name.length &&
            g_ascii_strncasecmp(name.text, aliases[i][0], name.length) == 0)
            g_strlcpy(ai, aliases[i][1], 5);
    if (ai[0] == '\0' && name.length >= 2 && name.length <= 4) {
        const struct gs1_ai *row = gs1_ai_find(name.text, name.length);

        if (row != NULL && strlen(row->first) == name.length)
            g_strlcpy(ai, name.text, name.length + 1);
    }
}

static const struct key *
key_of(const char *ai)
{
    for (size_t i = 0; i < G_N_ELEMENTS(keys); i++)
        if (strcmp(ai, keys[i].ai) == 0)
            return &keys[i];
    return NULL;
}

/* Whether a path segment can be the value of a key: "/01/page" is just a path. */
static bool
can_follow(const char *ai, struct part value)
{
    const struct gs1_ai *row = gs1_ai_find(ai, strlen(ai));

    return value.length > 0 && (row->head == 0 || g_ascii_isdigit(value.text[0]));
}

/* Percent-decodes into value (RFC 3986, 2.1); false with a finding. */
static bool
decode(struct part part, GString *value, GPtrArray *findings)
{
    for (size_t i = 0; i < part.length; i++) {
        int high, low;

        if (part.text[i] != '%') {
            g_string_append_c(value, part.text[i]);
            continue;
        }
        high = i + 2 < part.length ? g_ascii_xdigit_value(part.text[i + 1]) : -1;
        low = i + 2 < part.length ? g_ascii_xdigit_value(part.text[i + 2]) : -1;
        if (high < 0 || low < 0) {
            finding_add(findings, FINDING_CHARACTER, part.offset + i,
                        _("a percent sign in an address is followed by two hexadecimal digits"));
            return false;
        }
        g_string_append_c(value, (char)(high << 4 | low));
        i += 2;
    }
    return true;
}

static bool
take(struct gs1 *gs1, const char *ai, struct part part, GPtrArray *findings)
{
    g_autoptr(GString) value = g_string_new(NULL);

    if (!decode(part, value, findings))
        return false;
    /* A GTIN may be given as printed; 14 digits are the form in element strings. */
    if (strcmp(ai, "01") == 0 && (value->len == 8 || value->len == 12 || value->len == 13))
        while (value->len < 14)
            g_string_prepend_c(value, '0');
    return gs1_take(gs1, ai, value->str, value->len, part.offset, findings);
}

/* The next part up to one of the stops; moves *at behind the stop. */
static struct part
next_part(const char *text, size_t length, size_t *at, const char *stops)
{
    struct part part = {text + *at, 0, *at};

    while (*at < length && strchr(stops, text[*at]) == NULL)
        ++*at;
    part.length = *at - part.offset;
    if (*at < length)
        ++*at;
    return part;
}

/* Where an AI stands among a key's qualifiers; false where it is none. */
static bool
find_qualifier(const struct key *key, const char *ai, size_t *row, size_t *place)
{
    for (*row = 0; *row < G_N_ELEMENTS(key->qualifiers); ++*row)
        for (*place = 0; key->qualifiers[*row][*place] != NULL; ++*place)
            if (strcmp(key->qualifiers[*row][*place], ai) == 0)
                return true;
    return false;
}

/* A segment behind the key must name a qualifier of it, and one that comes after the last. */
static bool
may_stand(const struct key *key, struct part name, const char *ai, const char **last,
          GPtrArray *findings)
{
    size_t row, place, last_row, last_place;

    if (ai[0] == '\0')
        finding_add(findings, FINDING_AI, name.offset,
                    _("“%.*s” in the address is no application identifier of GS1"),
                    (int)MIN(name.length, 40), name.text);
    else if (!find_qualifier(key, ai, &row, &place))
        finding_add(findings, FINDING_AI, name.offset,
                    _("(%s) can't follow (%s) in the path of an address: it stands behind “?”"), ai,
                    key->ai);
    else if (*last != NULL && find_qualifier(key, *last, &last_row, &last_place) && last_row != row)
        finding_add(findings, FINDING_AI, name.offset,
                    _("(%s) and (%s) don't stand in one address: it has the one or the other"),
                    *last, ai);
    else if (*last != NULL && last_place >= place)
        finding_add(findings, FINDING_AI, name.offset,
                    _("(%s) stands too late in the address: it comes before (%s)"), ai, *last);
    else {
        *last = key->qualifiers[row][place];
        return true;
    }
    return false;
}

/* Takes the pairs of the path from the first key on. False where the path has no key. */
static bool
read_path(const char *path, size_t length, size_t base, struct gs1 *gs1, bool *failed,
          GPtrArray *findings)
{
    const struct key *key = NULL;
    const char *last = NULL;

    for (size_t at = 0; at < length;) {
        struct part name = next_part(path, length, &at, "/"), value;
        size_t after_name = at;
        char ai[5];

        ai_of(name, ai);
        name.offset += base;
        if (key == NULL && key_of(ai) == NULL)
            continue;
        value = next_part(path, length, &at, "/");
        value.offset += base;
        if (key == NULL && !can_follow(ai, value)) {
            at = after_name;
            continue;
        }
        if (key != NULL && !may_stand(key, name, ai, &last, findings)) {
            *failed = true;
            return true;
        }
        if (key == NULL)
            key = key_of(ai);
        *failed |= !take(gs1, ai, value, findings);
    }
    return key != NULL;
}

static void
read_query(const char *query, size_t length, size_t base, struct gs1 *gs1, bool *failed,
           GPtrArray *findings)
{
    for (size_t at = 0; at < length;) {
        struct part pair = next_part(query, length, &at, "&;"), name, value;
        size_t inside = 0;
        char ai[5];

        name = next_part(pair.text, pair.length, &inside, "=");
        value = next_part(pair.text, pair.length, &inside, "");
        value.offset += base + pair.offset;
        ai_of(name, ai);
        if (ai[0] != '\0')
            *failed |= !take(gs1, ai, value, findings);
    }
}

bool
gs1_read_link(const char *text, size_t length, struct gs1 *gs1, GPtrArray *findings)
{
    static const char *const schemes[] = {"http://", "https://"};
    size_t at = 0, path, query, end;
    bool failed = false;

    memset(gs1, 0, sizeof(*gs1));
    for (size_t i = 0; i < G_N_ELEMENTS(schemes); i++)
        if (length > strlen(schemes[i]) &&
            g_ascii_strncasecmp(text, schemes[i], strlen(schemes[i])) == 0)
            at = strlen(schemes[i]);
    for (path = at; path < length && strchr("/?#", text[path]) == NULL; path++)
        ;
    if (at == 0 || path == at || path == length || text[path] != '/')
        return false;
    for (end = path; end < length && text[end] != '#'; end++)
        ;
    for (query = path; query < end && text[query] != '?'; query++)
        ;
    if (!read_path(text + path + 1, query - path - 1, path + 1, gs1, &failed, findings))
        return false;
    if (query < end)
        read_query(text + query + 1, end - query - 1, query + 1, gs1, &failed, findings);
    return !failed;
}
