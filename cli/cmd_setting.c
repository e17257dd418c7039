/* medbox setting … */

#include <limits.h>
#include <string.h>

#include "base/words.h"
#include "cli/face.h"
#include "cli/scan_print.h"
#include "cli/verb.h"
#include "inventory/names.h"
#include "inventory/setting.h"

/* Where a value is set: one box, an area, or the district. */
struct place {
    struct area_id area;
    struct box_id box;
};

static bool
find_place(struct face *face, struct place *place, GError **error)
{
    struct box *box = NULL;

    *place = (struct place){0};
    if (face_has(face, "area") && face_has(face, "box"))
        return face_usage(face, error, _("say either --area or --box"));
    if (!face_has(face, "box"))
        return face_area(face, "area", inventory_district(face->inventory), &place->area, error);
    if (!scan_print_box(face, face_text(face, "box"), &box, error))
        return false;
    place->box = box->id;
    box_free(box);
    return true;
}

static bool
run_unset(struct face *face, GError **error)
{
    struct place place;

    if (!find_place(face, &place, error) ||
        !setting_set(face->inventory, face->args[0], place.area, place.box, NULL, error))
        return false;
    answer_text(face->answer, "key", face->args[0]);
    answer_say(face->answer, _("%s is back to what holds above it."), face->args[0]);
    return true;
}

static const struct rows_column columns[] = {
    {"key", N_("Setting"), ROWS_LEFT}, {"value", N_("Value"), ROWS_LEFT},
    {"area", NULL, ROWS_RIGHT},        {"box", NULL, ROWS_RIGHT},
    {NULL, N_("Where"), ROWS_LEFT},    {"meaning", N_("Meaning"), ROWS_LEFT},
    {NULL, NULL, ROWS_LEFT},
};

static void
add_place(struct rows *rows, struct names *names, const struct setting_value *value)
{
    const struct area *area = names_area(names, value->area);

    if (value->area.n != 0)
        rows_number(rows, value->area.n);
    else
        rows_none(rows);
    if (value->box.n != 0)
        rows_number(rows, value->box.n);
    else
        rows_none(rows);
    if (value->box.n != 0)
        rows_text(rows, names_box_text(names, value->box));
    else if (area != NULL)
        rows_text(rows, names_area_path(names, area->id));
    else
        rows_text(rows, _("default"));
}

/* A value as people say it. */
static const char *
shown(const struct setting *setting, const char *value)
{
    if (setting->kind != SETTING_YES_NO)
        return value;
    return strcmp(value, "1") == 0 ? _("yes") : _("no");
}

/* What is kept is told, which is not always what was typed. */
static bool
run_set(struct face *face, GError **error)
{
    const char *key = face->args[0];
    g_autofree char *kept = NULL;
    struct place place;

    if (!find_place(face, &place, error) ||
        !setting_set(face->inventory, key, place.area, place.box, face->args[1], error) ||
        !setting_text(face->inventory, key, place.area, place.box, &kept, error))
        return false;
    answer_text(face->answer, "key", key);
    answer_text(face->answer, "value", kept);
    answer_say(face->answer, _("%s is “%s” now."), key, shown(setting_find(key), kept));
    return true;
}

/* Whether a value of the key stands for the whole district. */
static bool
is_set(const GPtrArray *values, const char *key, struct area_id district)
{
    for (guint i = 0; i < values->len; i++) {
        const struct setting_value *value = values->pdata[i];

        if (value->area.n == district.n && value->box.n == 0 && strcmp(value->key, key) == 0)
            return true;
    }
    return false;
}

/* A default of "minimum.fever" counts for nothing where the district has set "minimum": then that is
 * shown in its place, and where it comes from. NULL: the default holds. */
static const char *
wider_of(struct face *face, const GPtrArray *values, const struct setting_value *value)
{
    struct area_id district = inventory_district(face->inventory);
    const char *dot = strrchr(value->key, '.');
    g_autofree char *wider = dot != NULL ? g_strndup(value->key, (gsize)(dot - value->key)) : NULL;

    if (value->area.n != 0 || value->box.n != 0 || value->setting->reach != SETTING_PER_TYPE ||
        wider == NULL || is_set(values, value->key, district) || !is_set(values, wider, district))
        return NULL;
    return setting_find(wider)->key;
}

static bool
add_effective(struct face *face, struct rows *rows, const char *wider,
              const struct setting_value *value, GError **error)
{
    struct area_id district = inventory_district(face->inventory);
    g_autofree char *text = NULL, *where = g_strdup_printf(_("as %s"), wider);

    if (!setting_text(face->inventory, value->key, district, (struct box_id){0}, &text, error))
        return false;
    rows_text(rows, value->key);
    rows_word(rows, text, shown(value->setting, text));
    rows_number(rows, district.n);
    rows_none(rows);
    rows_text(rows, where);
    rows_text(rows, words(value->setting->meaning));
    return true;
}

/* The meaning stands with the default only, not again with each place. */
static void
add_value(struct rows *rows, struct names *names, const struct setting_value *value)
{
    bool standard = value->area.n == 0 && value->box.n == 0;
    const char *meaning = words(value->setting->meaning);

    rows_text(rows, value->key);
    rows_word(rows, value->value, shown(value->setting, value->value));
    add_place(rows, names, value);
    rows_word(rows, meaning, standard ? meaning : NULL);
}

/* All settings, or one with everything that narrows it. */
static bool
show_values(struct face *face, const struct setting *only, GError **error)
{
    g_autoptr(GPtrArray) values = NULL;
    struct names *names = names_read(face->inventory, error);
    struct rows *rows;
    bool ok = true;

    if (names == NULL)
        return false;
    if (!setting_list(face->inventory, &values, error)) {
        names_free(names);
        return false;
    }
    rows = rows_new(columns, answer_utc_offset(face->answer));
    for (guint i = 0; ok && i < values->len; i++) {
        const struct setting_value *value = values->pdata[i];
        const char *wider = wider_of(face, values, value);

        if (only != NULL && value->setting != only)
            continue;
        if (wider != NULL)
            ok = add_effective(face, rows, wider, value, error);
        else
            add_value(rows, names, value);
    }
    if (ok)
        answer_rows(face->answer, "rows", rows, "");
    else
        rows_free(rows);
    names_free(names);
    return ok;
}

/* --------------------------------------------------------------------------- what holds at a place */

/* How far above the place a value is set: 0 there, then area by area, INT_MAX for the default; -1: it does
 * not hold there. */
static int
steps_up(struct names *names, const struct place *place, const struct setting_value *value)
{
    const struct box *box = names_box(names, place->box);
    const struct area *area = names_area(names, box != NULL ? box->area : place->area);
    int steps = 1;

    if (value->box.n != 0)
        return value->box.n == place->box.n ? 0 : -1;
    if (value->area.n == 0)
        return INT_MAX;
    for (; area != NULL; area = names_area(names, area->parent), steps++)
        if (area->id.n == value->area.n)
            return steps;
    return -1;
}

/* The nearest value of a key that is set; the default where none is, or NULL. */
static const struct setting_value *
nearest_of(struct names *names, const GPtrArray *values, const struct place *place, const char *key)
{
    const struct setting_value *nearest = NULL;
    int best = INT_MAX;

    for (guint i = 0; i < values->len; i++) {
        const struct setting_value *value = values->pdata[i];
        int steps = strcmp(value->key, key) == 0 ? steps_up(names, place, value) : -1;

        if (steps < 0 || (nearest != NULL && steps >= best))
            continue;
        nearest = value;
        best = steps;
    }
    return nearest;
}

static bool
is_default(const struct setting_value *value)
{
    return value == NULL || (value->area.n == 0 && value->box.n == 0);
}

/* The same for what holds: a narrowed key that is set nowhere there has what the wider one has, where that
 * is set. */
static const struct setting_value *
source_of(struct names *names, const GPtrArray *values, const struct place *place, const char *key)
{
    const struct setting_value *own = nearest_of(names, values, place, key);
    g_autofree char *wider = g_strdup(key);
    char *dot;

    if (!is_default(own) || setting_find(key)->reach != SETTING_PER_TYPE)
        return own;
    while ((dot = strrchr(wider, '.')) != NULL) {
        const struct setting_value *above;

        *dot = '\0';
        above = setting_find(wider) != NULL ? nearest_of(names, values, place, wider) : NULL;
        if (!is_default(above))
            return above;
    }
    return own;
}

static bool
add_holding(struct face *face, struct rows *rows, struct names *names, const struct place *place,
            const struct setting_value *of, const struct setting_value *source, GError **error)
{
    g_autofree char *text = NULL;

    if (!setting_text(face->inventory, of->key, place->area, place->box, &text, error))
        return false;
    rows_text(rows, of->key);
    rows_word(rows, text, shown(of->setting, text));
    add_place(rows, names, source);
    rows_text(rows, words(of->setting->meaning));
    return true;
}

/* Every key once. */
static bool
add_all_holding(struct face *face, struct rows *rows, struct names *names,
                const struct place *place, const GPtrArray *values, GError **error)
{
    g_autoptr(GHashTable) told = g_hash_table_new(g_str_hash, g_str_equal);

    for (guint i = 0; i < values->len; i++) {
        const struct setting_value *value = values->pdata[i];

        if (steps_up(names, place, value) < 0 || !g_hash_table_add(told, value->key))
            continue;
        if (!add_holding(face, rows, names, place, value,
                         source_of(names, values, place, value->key), error))
            return false;
    }
    return true;
}

static bool
show_holding(struct face *face, GError **error)
{
    g_autoptr(GPtrArray) values = NULL;
    struct names *names = names_read(face->inventory, error);
    struct rows *rows = rows_new(columns, answer_utc_offset(face->answer));
    struct place place;
    bool ok = names != NULL && find_place(face, &place, error) &&
              setting_list(face->inventory, &values, error) &&
              add_all_holding(face, rows, names, &place, values, error);

    if (ok)
        answer_rows(face->answer, "rows", rows, "");
    else
        rows_free(rows);
    names_free(names);
    return ok;
}

static bool
run_list(struct face *face, GError **error)
{
    return face_has(face, "area") || face_has(face, "box") ? show_holding(face, error)
                                                           : show_values(face, NULL, error);
}

static bool
run_show(struct face *face, GError **error)
{
    const char *key = face->args[0];
    const struct setting *setting = setting_find(key);
    struct place place;
    g_autofree char *value = NULL;

    if (setting == NULL)
        return err_set(error, ERR_INPUT,
                       _("there is no setting “%s”; “medbox setting list” shows them"), key);
    if (!find_place(face, &place, error) ||
        !setting_text(face->inventory, key, place.area, place.box, &value, error))
        return false;
    answer_text(face->answer, "key", key);
    answer_text(face->answer, "value", value);
    answer_say(face->answer, _("%s is “%s” here."), key, shown(setting, value));
    return show_values(face, setting, error);
}

static const struct verb_option place_options[] = {
    {.name = "area", .value = N_("AREA"), .meaning = N_("for an area and all below it")},
    {.name = "box", .value = N_("BOX"), .meaning = N_("for one box")},
    {0},
};

const struct verb verb_setting[] = {
    {.name = "setting",
     .sub = "list",
     .usage = N_("[--area AREA | --box BOX]"),
     .help = N_("Lists the rules that can be changed and what they are set to, or what holds at a "
                "place and where it comes from."),
     .options = place_options,
     .run = run_list},
    {.name = "setting",
     .sub = "show",
     .usage = N_("KEY [--area AREA | --box BOX]"),
     .help = N_("Shows which value of a setting holds, and where it is set."),
     .options = place_options,
     .least = 1,
     .most = 1,
     .run = run_show},
    {.name = "setting",
     .sub = "set",
     .usage = N_("KEY VALUE [--area AREA | --box BOX]"),
     .help = N_("Sets a rule for the district, an area or a box."),
     .options = place_options,
     .least = 2,
     .most = 2,
     .act = AUDIT_SETTING,
     .run = run_set},
    {.name = "setting",
     .sub = "unset",
     .usage = N_("KEY [--area AREA | --box BOX]"),
     .help = N_("Takes a setting back to what holds above."),
     .options = place_options,
     .least = 1,
     .most = 1,
     .act = AUDIT_SETTING,
     .run = run_unset},
    {0},
};
