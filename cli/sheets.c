#include "cli/sheets.h"

#include <string.h>

#include "base/words.h"
#include "cli/nearest.h"
#include "inventory/printer.h"

/* Of what people mean by it, sheet_plain(): "60x40" and "A4 3x8 70x37" are descriptions; anything else is a name. */
static bool
is_description(const char *text)
{
    return strchr(text, ' ') != NULL || (g_ascii_isdigit(text[0]) && strchr(text, 'x') != NULL);
}

/* A name without what people write or read differently: its maker, spaces, hyphens, O and I. */
static char *
plain(const char *name)
{
    static const char *const makers[] = {"AVERY", "ZWECKFORM", "N0.", "SHEET"};
    g_autoptr(GString) text = g_string_new(NULL);

    for (const char *c = name; *c != '\0'; c++) {
        char upper = g_ascii_toupper(*c);

        if (g_ascii_isgraph(upper) && upper != '-')
            g_string_append_c(text, upper == 'O' ? '0' : upper == 'I' ? '1' : upper);
    }
    for (size_t i = 0; i < G_N_ELEMENTS(makers); i++)
        if (g_str_has_prefix(text->str, makers[i]))
            g_string_erase(text, 0, (gssize)strlen(makers[i]));
    return g_strdup(text->str);
}

/* All names there are: those of the district first. */
static bool
read_names(struct face *face, GPtrArray **names, GError **error)
{
    g_autoptr(GPtrArray) own = NULL;
    size_t n;
    const struct sheet *list = sheet_list(&n);

    if (!printer_sheet_list(face->inventory, &own, error))
        return false;
    *names = g_ptr_array_new_with_free_func(g_free);
    for (guint i = 0; i < own->len; i++)
        g_ptr_array_add(*names, g_strdup(((const struct printer_sheet *)own->pdata[i])->name));
    for (size_t i = 0; i < n; i++)
        g_ptr_array_add(*names, g_strdup(list[i].name));
    return true;
}

static bool
no_sheet(const char *name, const GPtrArray *names, GError **error)
{
    g_autoptr(GString) near = g_string_new(NULL), all = g_string_new(NULL);
    g_autofree char *typed = plain(name);

    for (guint i = 0; i < names->len; i++) {
        g_autofree char *known = plain(names->pdata[i]);

        g_string_append_printf(all, "%s%s", i > 0 ? " " : "", (const char *)names->pdata[i]);
        if (nearest_distance(typed, known) <= 1 ||
            (strlen(known) > 2 && g_str_has_prefix(typed, known)))
            g_string_append_printf(near, "%s%s", near->len > 0 ? _(", ") : "",
                                   (const char *)names->pdata[i]);
    }
    if (near->len > 0)
        return err_set(error, ERR_MISSING,
                       _("there is no sheet “%s”; did you mean %s? “medbox sheet list” shows all"),
                       name, near->str);
    return err_set(error, ERR_MISSING,
                   _("there is no sheet “%s”; the sheets are: %s. Any other is described in mm: "
                     "--sheet \"A4 3x8 70x37\", or 60x40 for a roll"),
                   name, all->str);
}

/* The name that is the same but for how it is written; NULL where none is. */
static const char *
same_name(const char *name, const GPtrArray *names)
{
    g_autofree char *typed = plain(name);

    for (guint i = 0; i < names->len; i++) {
        g_autofree char *known = plain(names->pdata[i]);

        if (strcmp(typed, known) == 0)
            return names->pdata[i];
    }
    return NULL;
}

static bool
take(struct face *face, const char *name, struct sheet *sheet, bool *found, GError **error)
{
    const struct sheet *known = sheet_find(name, NULL);
    g_autofree char *grid = NULL;

    *found = known != NULL;
    if (known != NULL) {
        *sheet = *known;
        return true;
    }
    if (!printer_sheet_find(face->inventory, name, &grid, error))
        return false;
    *found = grid != NULL;
    if (grid == NULL)
        return true;
    if (!sheet_parse(grid, sheet, error))
        return false;
    sheet->name = name;
    return true;
}

/* A size of labels of which an A4 sheet is sold. */
static const struct sheet *
on_a4(const char *name)
{
    g_autofree char *whole = g_strconcat(name, "-A4", NULL);

    return sheet_find(whole, NULL);
}

bool
sheets_find(struct face *face, const char *name, bool roll, struct sheet *sheet, GError **error)
{
    g_autofree char *size = sheet_plain(name);
    const struct sheet *a4 = roll ? NULL : on_a4(size);
    g_autoptr(GPtrArray) names = NULL;
    const char *same;
    bool found;

    if (!take(face, name, sheet, &found, error))
        return false;
    if (!found && sheet_find(size, NULL) != NULL && !take(face, size, sheet, &found, error))
        return false;
    if (found)
        return true;
    if (!read_names(face, &names, error))
        return false;
    same = same_name(name, names);
    if (same != NULL) {
        answer_notice(face->answer, _("“%s” is taken as the sheet %s"), name, same);
        if (!take(face, same, sheet, &found, error))
            return false;
        sheet->name = sheet_find(same, NULL) != NULL ? sheet->name : name;
        return true;
    }
    if (a4 != NULL) {
        answer_notice(face->answer,
                      _("“%s” is taken as the sheet %s, %zu on a page; a roll of single labels is "
                        "“%s 1x1 %s”"),
                      name, a4->name, sheet_stickers(a4), size, size);
        *sheet = *a4;
        return true;
    }
    if (!is_description(size))
        return no_sheet(name, names, error);
    sheet->name = name;
    return sheet_parse(name, sheet, error);
}
