#include "scanner/command.h"

#include <string.h>

#include "base/words.h"
#include "scanner/finding.h"

static const struct {
    const char *word, *name;
    int32_t most;  /* of the number behind it; 0: there is none */
    bool numbered; /* it must have one */
} commands[] = {
    [COMMAND_NONE] = {"", N_("no command"), 0, false},
    [COMMAND_IN] = {"IN", N_("put in"), 0, false},
    [COMMAND_OUT] = {"OUT", N_("take out"), 0, false},
    [COMMAND_COUNT] = {"COUNT", N_("count"), 0, false},
    [COMMAND_LOOK] = {"LOOK", N_("look up"), 0, false},
    [COMMAND_WALK] = {"WALK", N_("carry"), COMMAND_WALK_MOST, false},
    [COMMAND_TIMES] = {"TIMES", N_("quantity"), COMMAND_TIMES_MOST, true},
    [COMMAND_UNDO] = {"UNDO", N_("undo"), 0, false},
    [COMMAND_DONE] = {"DONE", N_("done"), 0, false},
};

const char *
command_name(enum command_word word)
{
    return commands[word].name;
}

/* What stands where a colon was printed: up to four bytes that are no letters or digits. */
static size_t
skip_separator(const char *text, size_t length, size_t at)
{
    size_t from = at;

    while (at < length && at - from < 4 && !g_ascii_isalnum(text[at]))
        at++;
    return at;
}

/* Whether a sign of a number stands before it, which is more than what separates it. */
static bool
is_signed(const char *text, size_t word_end, size_t at)
{
    return at > word_end + 1 && strchr("+-", text[at - 1]) != NULL;
}

static bool
read_number(const char *text, size_t length, size_t at, enum command_word word,
            struct command *command, GPtrArray *findings)
{
    int32_t number = 0, most = commands[word].most;
    size_t word_end = at, i = at = skip_separator(text, length, at);

    for (; i < length && i - at < 7 && g_ascii_isdigit(text[i]); i++)
        number = number * 10 + (text[i] - '0');
    if (i < length || number < 1 || number > most || is_signed(text, word_end, at)) {
        finding_add(findings, FINDING_COMMAND, at,
                    word == COMMAND_WALK
                        ? _("a walk is a number from 1 to %d, as in MEDBOX:WALK:12")
                        : _("a quantity is a number from 1 to %d, as in MEDBOX:TIMES:12"),
                    (int)most);
        return false;
    }
    *command = (struct command){word, number};
    return true;
}

static void
tell_words(size_t offset, GPtrArray *findings)
{
    g_autoptr(GString) list = g_string_new(NULL);

    for (size_t i = COMMAND_IN; i < G_N_ELEMENTS(commands); i++)
        g_string_append_printf(list, "%s%s", i > COMMAND_IN ? " " : "", commands[i].word);
    finding_add(findings, FINDING_COMMAND, offset,
                _("no such command; after MEDBOX: comes one of %s"), list->str);
}

bool
command_read(const char *text, size_t length, struct command *command, GPtrArray *findings)
{
    const size_t prefix = strlen(COMMAND_PREFIX);
    size_t at;

    *command = (struct command){COMMAND_NONE, 0};
    if (length < prefix || g_ascii_strncasecmp(text, COMMAND_PREFIX, prefix) != 0)
        return false;
    at = skip_separator(text, length, prefix);
    for (size_t i = COMMAND_IN; i < G_N_ELEMENTS(commands); i++) {
        size_t used = strlen(commands[i].word);

        if (length - at < used || g_ascii_strncasecmp(text + at, commands[i].word, used) != 0)
            continue;
        if (commands[i].numbered || (commands[i].most > 0 && length - at > used))
            return read_number(text, length, at + used, (enum command_word)i, command, findings);
        if (length - at == used) {
            command->word = (enum command_word)i;
            return true;
        }
    }
    tell_words(at, findings);
    return false;
}

static const struct {
    const char *text;
    enum command_word word;
} typed[] = {
    {"in", COMMAND_IN},      {"捐入", COMMAND_IN},   {"放入", COMMAND_IN},
    {"out", COMMAND_OUT},    {"取出", COMMAND_OUT},  {"count", COMMAND_COUNT},
    {"盘点", COMMAND_COUNT}, {"look", COMMAND_LOOK}, {"查看", COMMAND_LOOK},
    {"undo", COMMAND_UNDO},  {"撤销", COMMAND_UNDO}, {"done", COMMAND_DONE},
    {"完成", COMMAND_DONE},
};

bool
command_typed(const char *text, size_t length, struct command *command)
{
    g_autofree char *word = g_strstrip(g_strndup(text, length));

    *command = (struct command){COMMAND_NONE, 0};
    for (size_t i = 0; i < G_N_ELEMENTS(typed) && command->word == COMMAND_NONE; i++)
        if (g_ascii_strcasecmp(word, typed[i].text) == 0)
            command->word = typed[i].word;
    return command->word != COMMAND_NONE;
}

static const struct {
    const char *word;
    enum command_note note;
} notes[] = {
    {"expiry", COMMAND_EXPIRY}, {"exp", COMMAND_EXPIRY}, {"有效期", COMMAND_EXPIRY},
    {"效期", COMMAND_EXPIRY},   {"lot", COMMAND_LOT},    {"批号", COMMAND_LOT},
};

/* What stands behind a word such as "exp", or NULL. */
static const char *
behind(const char *text, const char *word)
{
    size_t n = strlen(word);

    if (g_ascii_strncasecmp(text, word, n) != 0)
        return NULL;
    if (g_ascii_isalnum(word[n - 1]) && g_ascii_isalnum(text[n]))
        return NULL;
    text += n;
    return text + strspn(text, " :=");
}

enum command_note
command_note(const char *text, const char **value)
{
    for (size_t i = 0; i < G_N_ELEMENTS(notes); i++) {
        *value = behind(text, notes[i].word);
        if (*value != NULL)
            return notes[i].note;
    }
    return COMMAND_NO_NOTE;
}

const char *
command_format(struct command command, char text[COMMAND_SIZE])
{
    text[0] = '\0';
    if (commands[command.word].numbered || command.quantity > 0)
        g_snprintf(text, COMMAND_SIZE, COMMAND_PREFIX ":%s:%d", commands[command.word].word,
                   command.quantity);
    else if (command.word != COMMAND_NONE)
        g_snprintf(text, COMMAND_SIZE, COMMAND_PREFIX ":%s", commands[command.word].word);
    return text;
}
