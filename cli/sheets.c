#include "cli/sheets.h"

#include <string.h>

#include "base/words.h"
#include "inventory/printer.h"

/* "60x40" and "A4 3x8 70x37" are descriptions; anything else is a name. */
static bool
is_description(const char *text)
{
    return strchr(text, ' ') != NULL || (g_ascii_isdigit(text[0]) && strpbrk(text, "x*") != NULL) ||
           strstr(text, "×") != NULL;
}

static bool
no_sheet(struct face *face, const char *name, GError **error)
{
    g_autoptr(GPtrArray) own = NULL;
    g_autoptr(GString) names = g_string_new(NULL);
    size_t n;
    const struct sheet *list = sheet_list(&n);

    if (!printer_sheet_list(face->inventory, &own, error))
        return false;
    for (guint i = 0; i < own->len; i++)
        g_string_append_printf(names, "%s ", ((const struct printer_sheet *)own->pdata[i])->name);
    for (size_t i = 0; i < n; i++)
        g_string_append_printf(names, "%s%s", i > 0 ? " " : "", list[i].name);
    return err_set(error, ERR_MISSING,
                   _("there is no sheet “%s”; the sheets are: %s. Any other is described in mm: "
                     "--sheet \"A4 3x8 70x37\", or 60x40 for a roll"),
                   name, names->str);
}

bool
sheets_find(struct face *face, const char *name, struct sheet *sheet, GError **error)
{
    const struct sheet *known = sheet_find(name, NULL);
    g_autofree char *grid = NULL;

    if (known != NULL) {
        *sheet = *known;
        return true;
    }
    if (!printer_sheet_find(face->inventory, name, &grid, error))
        return false;
    if (grid == NULL && !is_description(name))
        return no_sheet(face, name, error);
    if (!sheet_parse(grid != NULL ? grid : name, sheet, error))
        return false;
    sheet->name = name;
    return true;
}
