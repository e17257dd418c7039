#include "scanner/command.h"

#include <string.h>

#include "base/words.h"
#include "scanner/finding.h"

static const struct {
    const char *word, *name;
} commands[] = {
    [COMMAND_NONE] = {"", N_("no command")},  [COMMAND_IN] = {"IN", N_("put in")},
    [COMMAND_OUT] = {"OUT", N_("take out")},  [COMMAND_COUNT] = {"COUNT", N_("count")},
    [COMMAND_LOOK] = {"LOOK", N_("look up")}, [COMMAND_TIMES] = {"TIMES", N_("quantity")},
    [COMMAND_UNDO] = {"UNDO", N_("undo")},    [COMMAND_DONE] = {"DONE", N_("done")},
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

static bool
read_quantity(const char *text, size_t length, size_t at, struct command *command,
              GPtrArray *findings)
{
    int32_t quantity = 0;
    size_t i = at = skip_separator(text, length, at);

    for (; i < length && i - at < 5 && g_ascii_isdigit(text[i]); i++)
        quantity = quantity * 10 + (text[i] - '0');
    if (i < length || quantity < 1 || quantity > COMMAND_TIMES_MOST) {
        finding_add(findings, FINDING_COMMAND, at,
                    _("a quantity is a number from 1 to %d, as in MEDBOX:TIMES:12"),
                    COMMAND_TIMES_MOST);
        return false;
    }
    *command = (struct command){COMMAND_TIMES, quantity};
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
        if (i == COMMAND_TIMES)
            return read_quantity(text, length, at + used, command, findings);
        if (length - at == used) {
            command->word = (enum command_word)i;
            return true;
        }
    }
    tell_words(at, findings);
    return false;
}

const char *
command_format(struct command command, char text[COMMAND_SIZE])
{
    text[0] = '\0';
    if (command.word == COMMAND_TIMES)
        g_snprintf(text, COMMAND_SIZE, COMMAND_PREFIX ":%s:%d", commands[command.word].word,
                   command.quantity);
    else if (command.word != COMMAND_NONE)
        g_snprintf(text, COMMAND_SIZE, COMMAND_PREFIX ":%s", commands[command.word].word);
    return text;
}
