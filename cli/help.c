#include "cli/help.h"

#include <string.h>

#include <glib.h>

#include "base/words.h"
#include "cli/table.h"

#define NAMES 18 /* columns for the names of commands */
#define FLAGS 26 /* columns for options with their values */

char *
help_usage(const struct verb *verb)
{
    const char *usage = verb->usage[0] != '\0' ? words(verb->usage) : "";

    return g_strdup_printf("medbox %s%s%s%s%s", verb->name, verb->sub != NULL ? " " : "",
                           verb->sub != NULL ? verb->sub : "", usage[0] != '\0' ? " " : "", usage);
}

static void
add_line(GString *page, const char *left, size_t width, const char *right)
{
    g_string_append(page, "  ");
    table_pad(page, left, width, ROWS_LEFT);
    g_string_append_printf(page, "  %s\n", right);
}

static void
add_command(GString *page, const struct verb *verb)
{
    g_autofree char *name = g_strjoin(" ", verb->name, verb->sub /* NULL ends the list */, NULL);

    add_line(page, name, NAMES, words(verb->help));
}

static void
add_option(GString *page, const struct verb_option *option)
{
    g_autoptr(GString) left = g_string_new(NULL);

    if (option->letter != 0)
        g_string_append_printf(left, "-%c, ", option->letter);
    g_string_append_printf(left, "--%s", option->name);
    if (option->value != NULL)
        g_string_append_printf(left, " %s", words(option->value));
    add_line(page, left->str, FLAGS, words(option->meaning));
}

static const struct verb_option common[] = {
    {.name = "db", .value = N_("FILE"), .meaning = N_("the inventory's file")},
    {.name = "by",
     .value = N_("PERSON"),
     .meaning = N_("who does it, for the books (else MEDBOX_BY in the environment)")},
    {.name = "lang", .value = "zh|en", .meaning = N_("the language")},
    {.name = "json", .kind = VERB_FLAG, .meaning = N_("answer as a JSON object, for programs")},
    {.name = "help", .letter = 'h', .kind = VERB_FLAG, .meaning = N_("this page, or a command's")},
    {.name = "version", .kind = VERB_FLAG, .meaning = N_("the version")},
    {0},
};

static void
add_options(GString *page, const char *heading, const struct verb_option *options)
{
    g_string_append_printf(page, "\n%s\n", heading);
    for (; options->name != NULL; options++)
        add_option(page, options);
}

static char *
page_of_all(void)
{
    GString *page = g_string_new(NULL);

    g_string_append_printf(page, "%s\n\n%s\n\n%s\n", _("medbox keeps shared medicine boxes."),
                           _("medbox [--db FILE] [--by PERSON] [--lang zh|en] [--json] COMMAND …"),
                           _("Commands:"));
    for (const struct verb *const *group = verb_groups; *group != NULL; group++)
        for (const struct verb *verb = *group; verb->name != NULL; verb++)
            add_command(page, verb);
    add_options(page, _("Options of every command:"), common);
    g_string_append_printf(page, "\n%s\n", _("More on one of them: medbox help COMMAND"));
    return g_string_free(page, FALSE);
}

/* The commands of the same first word that have a second, below the one that has none. */
static void
add_others(GString *page, const struct verb *verb)
{
    if (verb->sub != NULL || verb[1].name == NULL || strcmp(verb[1].name, verb->name) != 0)
        return;
    g_string_append_printf(page, "\n%s\n", _("There are also:"));
    for (verb++; verb->name != NULL; verb++)
        add_command(page, verb);
}

static char *
page_of(const struct verb *verb)
{
    GString *page = g_string_new(NULL);
    g_autofree char *usage = help_usage(verb);

    g_string_append_printf(page, "%s\n\n%s\n", usage, words(verb->help));
    if (verb->options != NULL)
        add_options(page, _("Options:"), verb->options);
    add_others(page, verb);
    return g_string_free(page, FALSE);
}

static char *
page_of_group(const char *name)
{
    GString *page = g_string_new(NULL);

    for (const struct verb *const *group = verb_groups; *group != NULL; group++)
        for (const struct verb *verb = *group; verb->name != NULL; verb++)
            if (strcmp(verb->name, name) == 0)
                add_command(page, verb);
    return g_string_free(page, FALSE);
}

char *
help_page(const char *name, const char *sub, GError **error)
{
    const struct verb *verb;
    int used = 0;

    if (name == NULL)
        return page_of_all();
    if (sub == NULL && verb_has_subs(name))
        return page_of_group(name);
    verb = verb_find(name, sub, &used, error);
    return verb != NULL ? page_of(verb) : NULL;
}
