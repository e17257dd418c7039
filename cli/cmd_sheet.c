/* medbox sheet … */

#include <string.h>

#include "base/words.h"
#include "cli/press.h"
#include "cli/verb.h"
#include "labels/arrangement.h"

static const struct rows_column columns[] = {
    {"name", N_("Sheet"), ROWS_LEFT},
    {"stickers", N_("Stickers"), ROWS_RIGHT},
    {"size", N_("Size (mm)"), ROWS_LEFT},
    {"box_label", N_("Box label"), ROWS_LEFT},
    {"own", N_("Own"), ROWS_LEFT},
    {"grid", N_("All of it"), ROWS_LEFT},
    {NULL, NULL, ROWS_LEFT},
};

/* What of a box label a sticker has room for. */
static void
add_room(struct rows *rows, const struct sheet *sheet)
{
    struct arrangement list[ARRANGEMENT_MOST];
    const int n = arrangement_list(sheet->width, sheet->height, list);

    if (n == 0)
        rows_word(rows, "none", _("none: too small"));
    else if (list[0].brief)
        rows_word(rows, "brief", _("name, code, host"));
    else
        rows_word(rows, "whole", _("whole"));
}

static void
add_sheet(struct rows *rows, const char *name, const struct sheet *sheet, bool own)
{
    g_autofree char *grid = sheet_format(sheet);
    g_autofree char *size = g_strdup_printf("%g × %g", sheet->width, sheet->height);

    rows_text(rows, name);
    rows_number(rows, (int64_t)sheet_stickers(sheet));
    rows_text(rows, size);
    add_room(rows, sheet);
    rows_flag(rows, own);
    rows_text(rows, grid);
}

static bool
run_list(struct face *face, GError **error)
{
    g_autoptr(GPtrArray) own = NULL;
    size_t n;
    const struct sheet *list = sheet_list(&n);
    struct rows *rows;

    if (!printer_sheet_list(face->inventory, &own, error))
        return false;
    rows = rows_new(columns, answer_utc_offset(face->answer));
    for (guint i = 0; i < own->len; i++) {
        const struct printer_sheet *kept = own->pdata[i];
        struct sheet sheet;

        if (!sheet_parse(kept->grid, &sheet, error)) {
            rows_free(rows);
            return false;
        }
        add_sheet(rows, kept->name, &sheet, true);
    }
    for (size_t i = 0; i < n; i++)
        add_sheet(rows, list[i].name, &list[i], false);
    answer_rows(face->answer, "rows", rows, "");
    return true;
}

static bool
run_add(struct face *face, GError **error)
{
    const char *name = face->args[0];
    g_autofree char *text = g_strjoinv(" ", face->args + 1), *grid = NULL, *before = NULL;
    struct sheet sheet;

    if (sheet_find(name, NULL) != NULL)
        return err_set(error, ERR_REFUSED,
                       _("%s is a sheet that medbox knows already; choose another name"), name);
    if (!sheet_parse(text, &sheet, error))
        return false;
    grid = sheet_format(&sheet);
    if (!printer_sheet_find(face->inventory, name, &before, error) ||
        !printer_sheet_set(face->inventory, name, grid, error))
        return false;
    if (before != NULL && strcmp(before, grid) != 0)
        answer_notice(face->answer, _("the sheet %s was there before and is replaced; it was: %s"),
                      name, before);
    answer_text(face->answer, "name", name);
    answer_text(face->answer, "grid", grid);
    answer_say(face->answer, _("The sheet %s is kept: %s"), name, grid);
    return true;
}

static bool
run_remove(struct face *face, GError **error)
{
    if (!printer_sheet_remove(face->inventory, face->args[0], error))
        return false;
    answer_text(face->answer, "name", face->args[0]);
    answer_say(face->answer, _("The sheet %s is forgotten."), face->args[0]);
    return true;
}

const struct verb verb_sheet[] = {
    {.name = "sheet",
     .sub = "list",
     .usage = "",
     .help = N_("Lists the sheets of stickers that labels can be printed on."),
     .run = run_list},
    {.name = "sheet",
     .sub = "add",
     .usage = N_("NAME \"[PAGE] COLUMNSxROWS WIDTHxHEIGHT [at X,Y] [pitch DX,DY] [round R]\""),
     .help = N_("Keeps a sheet, described in mm, under a name."),
     .least = 2,
     .most = VERB_ANY,
     .run = run_add},
    {.name = "sheet",
     .sub = "remove",
     .usage = N_("NAME"),
     .help = N_("Forgets a sheet that was kept."),
     .least = 1,
     .most = 1,
     .run = run_remove},
    {0},
};
