#include "cli/next.h"

#include "base/words.h"

static const char *const commands[ERR_NEXTS] = {
    [ERR_NEXT_AGAIN] = N_("--again does that"),
    [ERR_NEXT_ALL] = N_("--all does that"),
    [ERR_NEXT_AREAS] = N_("“medbox area list” shows them"),
    [ERR_NEXT_BOXES] = N_("“medbox box list” shows them"),
    [ERR_NEXT_CHECK] = N_("“medbox check” tells where, “medbox restore” brings a backup back"),
    [ERR_NEXT_COUNT] = N_("“medbox count” does that"),
    [ERR_NEXT_DRUGS] = N_("“medbox drug list” shows what there is, “medbox drug add” adds one"),
    [ERR_NEXT_FORMS] = N_("“medbox help drug add” lists them"),
    [ERR_NEXT_INIT] = N_("“medbox init” makes one"),
    [ERR_NEXT_LEDGER] = N_("“medbox ledger” lists them"),
    [ERR_NEXT_MEASURE] = N_("“medbox printer measure” prints a page for that"),
    [ERR_NEXT_PEOPLE] = N_("“medbox person list” shows them"),
    [ERR_NEXT_PLAN] = N_("“medbox plan” says what should be carried, --propose makes it proposals"),
    [ERR_NEXT_PRINTER] = N_("“medbox printer set NAME” tells of it"),
    [ERR_NEXT_RECALLS] = N_("“medbox recall list” shows them"),
    [ERR_NEXT_RESET] = N_("“medbox person reset” gives a new password"),
    [ERR_NEXT_RESTORE] = N_("“medbox restore” does that"),
    [ERR_NEXT_SET] = N_("“medbox setting set” does that"),
    [ERR_NEXT_SETTINGS] = N_("“medbox setting list” shows them"),
    [ERR_NEXT_SHEETS] = N_("“medbox sheet list” shows them"),
    [ERR_NEXT_TRANSFERS] = N_("“medbox transfer list --all” lists them"),
    [ERR_NEXT_WAITING] = N_("“medbox drug waiting” lists them"),
    [ERR_NEXT_WALKS] = N_("“medbox walk list --all” lists them"),
};

const char *
next_command(enum err_next next)
{
    return commands[next] != NULL ? words(commands[next]) : NULL;
}

char *
next_told(const GError *error)
{
    const char *command = next_command(err_next_of(error));

    return command != NULL ? g_strconcat(error->message, _("; "), command, NULL)
                           : g_strdup(error->message);
}
