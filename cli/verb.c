#include "cli/verb.h"

#include <string.h>

#include <glib.h>

#include "base/words.h"
#include "cli/nearest.h"

const struct verb *const verb_groups[] = {
    verb_init,      verb_area,   verb_box,    verb_drug,     verb_setting,  verb_labels,
    verb_poster,    verb_card,   verb_sheet,  verb_printer,  verb_scan,     verb_decode,
    verb_book,      verb_count,  verb_recall, verb_unmet,    verb_exchange, verb_stock,
    verb_shortages, verb_appeal, verb_plan,   verb_transfer, verb_walk,     verb_ledger,
    verb_person,    verb_invite, verb_audit,  verb_keep,     verb_serve,    NULL,
};

static const struct verb *
first_of(const char *name)
{
    for (const struct verb *const *group = verb_groups; *group != NULL; group++)
        for (const struct verb *verb = *group; verb->name != NULL; verb++)
            if (strcmp(verb->name, name) == 0)
                return verb;
    return NULL;
}

/* The rows of one name stand together. */
static const struct verb *
with_sub(const char *name, const char *sub)
{
    for (const struct verb *verb = first_of(name);
         sub != NULL && verb->name != NULL && strcmp(verb->name, name) == 0; verb++)
        if (g_strcmp0(verb->sub, sub) == 0)
            return verb;
    return NULL;
}

/* Takes the word of a row where it is nearer than the nearest so far. */
static void
take_nearer(const char *typed, const char *word, const char **nearest, size_t *best)
{
    size_t far = nearest_distance(typed, word);

    if (nearest_is_near(typed, word) && far < *best) {
        *best = far;
        *nearest = word;
    }
}

static const char *
nearest_name(const char *typed)
{
    const char *nearest = NULL;
    size_t best = SIZE_MAX;

    for (const struct verb *const *group = verb_groups; *group != NULL; group++)
        for (const struct verb *verb = *group; verb->name != NULL; verb++)
            take_nearer(typed, verb->name, &nearest, &best);
    return nearest;
}

static const char *
nearest_sub(const char *name, const char *typed)
{
    const char *nearest = NULL;
    size_t best = SIZE_MAX;

    for (const struct verb *verb = first_of(name);
         verb->name != NULL && strcmp(verb->name, name) == 0; verb++)
        take_nearer(typed, verb->sub, &nearest, &best);
    return nearest;
}

static char *
list_subs(const char *name)
{
    GString *list = g_string_new(NULL);

    for (const struct verb *verb = first_of(name);
         verb->name != NULL && strcmp(verb->name, name) == 0; verb++)
        g_string_append_printf(list, "%s%s", list->len > 0 ? _(", ") : "", verb->sub);
    return g_string_free(list, FALSE);
}

static const struct verb *
no_sub(const char *name, const char *sub, GError **error)
{
    g_autofree char *subs = list_subs(name);
    bool none = sub == NULL || sub[0] == '-';
    const char *nearest = none ? NULL : nearest_sub(name, sub);

    if (none)
        err_set(error, ERR_INPUT, _("“medbox %s” needs one of these after it: %s"), name, subs);
    else if (nearest != NULL)
        err_set(error, ERR_INPUT, _("there is no “medbox %s %s”; did you mean “medbox %s %s”?"),
                name, sub, name, nearest);
    else
        err_set(error, ERR_INPUT, _("there is no “medbox %s %s”; there are: %s"), name, sub, subs);
    return NULL;
}

const struct verb *
verb_find(const char *name, const char *sub, int *used, GError **error)
{
    const struct verb *verb = first_of(name), *found;
    const char *nearest = nearest_name(name);

    *used = 1;
    if (verb == NULL && nearest != NULL)
        err_set(error, ERR_INPUT, _("there is no command “%s”; did you mean “%s”?"), name, nearest);
    else if (verb == NULL)
        err_set(error, ERR_INPUT, _("there is no command “%s”; “medbox help” lists them"), name);
    found = verb != NULL ? with_sub(name, sub) : NULL;
    if (found == NULL && (verb == NULL || verb->sub == NULL))
        return verb;
    *used = 2;
    return found != NULL ? found : no_sub(name, sub, error);
}

bool
verb_has_subs(const char *name)
{
    const struct verb *verb = first_of(name);

    return verb != NULL && verb->sub != NULL;
}
