#include "labels/sheet.h"

#include <glib.h>

#include "base/words.h"

#define A4 210, 297

/* name, page, x0 y0, dx dy, columns rows, width height round */
static const struct sheet sheets[] = {
    {"L7160", A4, 7.25, 15.15, 66.04, 38.1, 3, 7, 63.5, 38.1, 1.5},
};

const struct sheet *
sheet_list(size_t *n)
{
    *n = G_N_ELEMENTS(sheets);
    return sheets;
}

static char *
names(void)
{
    GString *text = g_string_new(NULL);

    for (size_t i = 0; i < G_N_ELEMENTS(sheets); i++)
        g_string_append_printf(text, "%s%s", i > 0 ? " " : "", sheets[i].name);
    return g_string_free(text, FALSE);
}

const struct sheet *
sheet_find(const char *name, GError **error)
{
    g_autofree char *known = NULL;

    for (size_t i = 0; i < G_N_ELEMENTS(sheets); i++)
        if (g_ascii_strcasecmp(sheets[i].name, name) == 0)
            return &sheets[i];
    known = names();
    err_set(error, ERR_MISSING, _("There is no sheet “%s”; the sheets are: %s"), name, known);
    return NULL;
}

size_t
sheet_stickers(const struct sheet *sheet)
{
    return (size_t)(sheet->columns * sheet->rows);
}

size_t
sheet_pages(const struct sheet *sheet, size_t labels)
{
    size_t page = sheet_stickers(sheet);

    return labels / page + (labels % page > 0);
}

struct sheet_place
sheet_place(const struct sheet *sheet, size_t i)
{
    size_t on_page = i % sheet_stickers(sheet), columns = (size_t)sheet->columns;

    return (struct sheet_place){
        .page = i / sheet_stickers(sheet),
        .x = sheet->x0 + (double)(on_page % columns) * sheet->dx,
        .y = sheet->y0 + (double)(on_page / columns) * sheet->dy,
    };
}
