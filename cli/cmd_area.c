/* medbox area … */

#include <string.h>

#include "base/words.h"
#include "cli/face.h"
#include "cli/verb.h"
#include "inventory/area.h"
#include "inventory/box.h"
#include "inventory/names.h"

static bool
read_kind(const char *text, enum area_kind *kind, GError **error)
{
    int found = area_kind_of_word(text);

    if (found >= 0) {
        *kind = (enum area_kind)found;
        return true;
    }
    return err_set(error, ERR_INPUT,
                   _("--kind is community (or village), grid or building, not “%s”"), text);
}

static bool
run_add(struct face *face, GError **error)
{
    enum area_kind kind = AREA_COMMUNITY;
    struct area_id parent, id;

    if (!read_kind(face_text(face, "kind"), &kind, error) ||
        !face_area(face, "in", inventory_district(face->inventory), &parent, error) ||
        !area_add(face->inventory, parent, kind, face->args[0], &id, error))
        return false;
    answer_number(face->answer, "id", id.n);
    answer_say(face->answer, _("Added: %s “%s”."), area_kind_word(kind), face->args[0]);
    return true;
}

static bool
run_edit(struct face *face, GError **error)
{
    struct area *area = NULL;
    struct area_id parent;
    bool ok;

    if (g_hash_table_size(face->options) == 0)
        return face_usage(face, error, _("say what is to change"));
    ok = area_find(face->inventory, face->args[0], &area, error) &&
         face_area(face, "in", (struct area_id){0}, &parent, error) &&
         area_edit(face->inventory, area->id, face_text(face, "name"), parent, error);
    if (ok) {
        const char *name = face_has(face, "name") ? face_text(face, "name") : area->name;

        answer_number(face->answer, "id", area->id.n);
        answer_say(face->answer, _("Changed: %s."), name);
    }
    area_free(area);
    return ok;
}

static const struct rows_column columns[] = {
    {"id", N_("No."), ROWS_RIGHT},   {"parent", NULL, ROWS_RIGHT},
    {"kind", N_("Kind"), ROWS_LEFT}, {"name", N_("Name"), ROWS_LEFT},
    {"path", N_("Path"), ROWS_LEFT}, {NULL, NULL, ROWS_LEFT},
};

static bool
run_list(struct face *face, GError **error)
{
    g_autoptr(GPtrArray) areas = NULL;
    struct names *names = names_read(face->inventory, error);
    struct rows *rows;

    if (names == NULL)
        return false;
    if (!area_list(face->inventory, (struct area_id){0}, &areas, error)) {
        names_free(names);
        return false;
    }
    rows = rows_new(columns, answer_utc_offset(face->answer));
    for (guint i = 0; i < areas->len; i++) {
        const struct area *area = areas->pdata[i];

        rows_number(rows, area->id.n);
        if (area->parent.n != 0)
            rows_number(rows, area->parent.n);
        else
            rows_none(rows);
        rows_word(rows, area_kind_key(area->kind), area_kind_word(area->kind));
        rows_text(rows, area->name);
        rows_text(rows, names_area_path(names, area->id));
    }
    answer_rows(face->answer, "rows", rows, _("There are no areas yet."));
    names_free(names);
    return true;
}

static const struct verb_option add_options[] = {
    {.name = "kind",
     .value = N_("KIND"),
     .meaning = N_("community, grid or building"),
     .needed = true},
    {.name = "in", .value = N_("AREA"), .meaning = N_("the area it lies in (else the district)")},
    {0},
};

static const struct verb_option edit_options[] = {
    {.name = "name", .value = N_("NAME"), .meaning = N_("its name")},
    {.name = "in", .value = N_("AREA"), .meaning = N_("the area it lies in, with all in it")},
    {0},
};

const struct verb verb_area[] = {
    {.name = "area",
     .sub = "add",
     .usage = N_("NAME --kind KIND [--in AREA]"),
     .help = N_("Adds a community, a grid or a building."),
     .options = add_options,
     .least = 1,
     .most = 1,
     .act = AUDIT_AREA,
     .run = run_add},
    {.name = "area",
     .sub = "edit",
     .usage = N_("AREA [--name NAME] [--in AREA]"),
     .help = N_("Renames an area, or moves it with all that is in it."),
     .options = edit_options,
     .least = 1,
     .most = 1,
     .act = AUDIT_AREA,
     .run = run_edit},
    {.name = "area", .sub = "list", .usage = "", .help = N_("Lists all areas."), .run = run_list},
    {0},
};
