#include "labels/label.h"

#include <string.h>

#include "base/limits.h"
#include "base/words.h"

const char *
label_line_word(enum label_line line)
{
    switch (line) {
    case LABEL_NAME: return _("box name");
    case LABEL_AREA: return _("community and grid");
    case LABEL_PLACE: return _("building and place");
    case LABEL_CODE: return _("code");
    case LABEL_RULE_1:
    case LABEL_RULE_2: return _("rule");
    case LABEL_PHONE: return _("phone");
    case LABEL_HOST: return _("host");
    }
    return NULL;
}

const char *
label_line_key(enum label_line line)
{
    static const char *const keys[LABEL_LINES] = {
        [LABEL_NAME] = "name",   [LABEL_AREA] = "area",     [LABEL_PLACE] = "place",
        [LABEL_CODE] = "code",   [LABEL_RULE_1] = "rule_1", [LABEL_RULE_2] = "rule_2",
        [LABEL_PHONE] = "phone", [LABEL_HOST] = "host",
    };

    return keys[line];
}

static bool
is_empty(const char *text)
{
    return text == NULL || text[0] == '\0';
}

static char *
copy(const char *text)
{
    return is_empty(text) ? NULL : g_strdup(text);
}

static char *
two(const char *first, const char *second)
{
    if (is_empty(first) || is_empty(second))
        return copy(is_empty(first) ? second : first);
    return g_strconcat(first, " ", second, NULL);
}

static char *
code_text(struct boxcode code)
{
    char text[BOXCODE_PRINT_SIZE];

    return copy(boxcode_format(code, text));
}

char *
label_line_text(const struct label *label, enum label_line line)
{
    switch (line) {
    case LABEL_NAME: return copy(label->name);
    case LABEL_AREA: return two(label->community, label->grid);
    case LABEL_PLACE: return two(label->building, label->place);
    case LABEL_CODE: return code_text(label->code);
    case LABEL_RULE_1: return copy(label->rules[0]);
    case LABEL_RULE_2: return copy(label->rules[1]);
    case LABEL_PHONE: return is_empty(label->phone) ? NULL : two("☎", label->phone);
    case LABEL_HOST: return copy(label->host);
    }
    return NULL;
}

char *
label_said(const struct label *label)
{
    GString *said = g_string_new(NULL);

    for (int line = 0; line < LABEL_LINES; line++) {
        g_autofree char *text = label_line_text(label, (enum label_line)line);

        g_string_append_printf(said, "%s%s", line > 0 ? "\n" : "", text != NULL ? text : "");
    }
    return g_string_free(said, FALSE);
}

unsigned
label_changes(const struct label *label, const char *said)
{
    g_autofree char *now = label_said(label);
    g_auto(GStrv) old = g_strsplit(said, "\n", LABEL_LINES);
    g_auto(GStrv) new = g_strsplit(now, "\n", LABEL_LINES);
    unsigned lines = 0;

    if (said[0] == '\0')
        return 0;
    for (int line = 0; line < LABEL_LINES; line++) {
        const char *before = line < (int)g_strv_length(old) ? old[line] : "";

        if (strcmp(before, new[line]) != 0)
            lines |= 1u << line;
    }
    return lines;
}

/* What a text of one line can't have. Whether the others can be printed is for the fonts to say. */
static bool
breaks_line(gunichar c)
{
    switch (g_unichar_type(c)) {
    case G_UNICODE_CONTROL:
    case G_UNICODE_LINE_SEPARATOR:
    case G_UNICODE_PARAGRAPH_SEPARATOR: return true;
    default: return false;
    }
}

static bool
check_text(const char *code, const char *word, const char *text, GError **error)
{
    if (is_empty(text))
        return true;
    if (!g_utf8_validate(text, -1, NULL))
        return err_set(error, ERR_INPUT, _("Box %s, %s: the text is not UTF-8; enter it again"),
                       code, word);
    if (g_utf8_strlen(text, -1) > LIMIT_NAME)
        return err_set(error, ERR_INPUT, _("Box %s, %s: more than %d characters; shorten it"), code,
                       word, LIMIT_NAME);
    for (const char *c = text; *c != '\0'; c = g_utf8_find_next_char(c, NULL))
        if (breaks_line(g_utf8_get_char(c)))
            return err_set(error, ERR_INPUT,
                           _("Box %s, %s: there is a line break or another control character in "
                             "it (U+%04X); type the text anew"),
                           code, word, g_utf8_get_char(c));
    return true;
}

static bool
check_host(const struct label *label, const char *code, GError **error)
{
    g_autofree char *ascii = NULL;

    if (is_empty(label->host))
        return err_set(error, ERR_INPUT,
                       _("Box %s: the host for the QR code is not set; set it first"), code);
    if (g_regex_match_simple("^[a-z0-9]([a-z0-9-]*[a-z0-9])?([.][a-z0-9]([a-z0-9-]*[a-z0-9])?)*"
                             "(:[0-9]{1,5})?$",
                             label->host, G_REGEX_CASELESS | G_REGEX_DOLLAR_ENDONLY | G_REGEX_RAW,
                             0))
        return true;
    ascii = g_hostname_is_non_ascii(label->host) ? g_hostname_to_ascii(label->host) : NULL;
    if (ascii != NULL)
        return err_set(error, ERR_INPUT,
                       _("Box %s: “%s” can't stand in a QR code that every phone opens; set "
                         "label.host as phones write it, %s"),
                       code, label->host, ascii) ||
               err_next(error, ERR_NEXT_SET);
    return err_set(error, ERR_INPUT,
                   _("Box %s: “%s” is not a host name; write it as box.example.cn"), code,
                   label->host);
}

bool
label_check(const struct label *label, GError **error)
{
    const struct {
        enum label_line line;
        const char *text;
    } texts[] = {
        {LABEL_NAME, label->name},       {LABEL_AREA, label->community},
        {LABEL_AREA, label->grid},       {LABEL_PLACE, label->building},
        {LABEL_PLACE, label->place},     {LABEL_RULE_1, label->rules[0]},
        {LABEL_RULE_2, label->rules[1]}, {LABEL_PHONE, label->phone},
        {LABEL_HOST, label->host},
    };
    char code[BOXCODE_PRINT_SIZE];

    if (label->code.text[0] == '\0')
        return err_set(error, ERR_INPUT, _("A label needs the code of its box"));
    boxcode_format(label->code, code);
    for (size_t i = 0; i < G_N_ELEMENTS(texts); i++)
        if (!check_text(code, label_line_word(texts[i].line), texts[i].text, error))
            return false;
    return check_host(label, code, error);
}
