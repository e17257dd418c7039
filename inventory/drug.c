#include "inventory/drug.h"

#include <string.h>

#include "base/limits.h"
#include "base/words.h"
#include "inventory/field.h"
#include "inventory/inside.h"
#include "inventory/stock.h"

#define SUGGESTIONS 5
#define INGREDIENTS_MAX 40

void
drug_free(struct drug *drug)
{
    if (drug == NULL)
        return;
    g_free(drug->name);
    g_free(drug->brand);
    g_free(drug->form);
    g_free(drug->strength);
    g_free(drug->unit);
    g_free(drug->approval);
    g_free(drug->maker);
    g_strfreev(drug->ingredients);
    g_free(drug);
}

/* --------------------------------------------------------------------------------------- reading */

static struct drug *
drug_of_row(struct db_stmt *q)
{
    struct drug *drug = g_new(struct drug, 1);

    *drug = (struct drug){
        .id = {db_int(q, 0)},
        .name = g_strdup(db_text(q, 1)),
        .brand = g_strdup(db_text(q, 2)),
        .type = (enum drug_type)db_int(q, 3),
        .age = (enum drug_age)db_int(q, 4),
        .form = g_strdup(db_text(q, 5)),
        .strength = g_strdup(db_text(q, 6)),
        .unit = g_strdup(db_text(q, 7)),
        .day_units = (int32_t)db_int(q, 8),
        .pack_units = (int32_t)db_int(q, 9),
        .class = (enum drug_class)drug_class_parse(db_text(q, 10)),
        .cold_chain = db_int(q, 11) != 0,
        .undated = db_int(q, 12) == 0,
        .approval = g_strdup(db_text(q, 13)),
        .maker = g_strdup(db_text(q, 14)),
        .retired = strcmp(db_text(q, 15), "retired") == 0,
    };
    return drug;
}

static bool
read_ingredients(struct inventory *inventory, struct drug *drug, GError **error)
{
    struct db_stmt *q = db_query(inventory->db, "SELECT ingredient FROM drug_ingredient"
                                                " WHERE drug = :drug ORDER BY ingredient");
    GPtrArray *list = g_ptr_array_new();

    db_bind_int(q, "drug", drug->id.n);
    while (db_row(q))
        g_ptr_array_add(list, g_strdup(db_text(q, 0)));
    g_ptr_array_add(list, NULL);
    drug->ingredients = (char **)g_ptr_array_free(list, FALSE);
    return db_done(q, error);
}

bool
drug_by_id(struct inventory *inventory, struct drug_id id, struct drug **drug, GError **error)
{
    struct db_stmt *q = db_query(
        inventory->db, "SELECT id, name, brand, type, age, form, strength, unit, day_units,"
                       " pack_units, class, cold_chain, dated, approval, maker, state"
                       " FROM drug WHERE id = :id");

    db_bind_int(q, "id", id.n);
    *drug = db_row(q) ? drug_of_row(q) : NULL;
    if (db_done(q, error)) {
        if (*drug == NULL)
            return err_set(error, ERR_MISSING,
                           _("there is no such medicine in the catalogue; “medbox drug list” shows "
                             "what there is"));
        if (read_ingredients(inventory, *drug, error))
            return true;
    }
    g_clear_pointer(drug, drug_free);
    return false;
}

static bool
read_drugs(struct inventory *inventory, struct db_stmt *q, GPtrArray **out, GError **error)
{
    g_autoptr(GPtrArray) drugs = g_ptr_array_new_with_free_func((GDestroyNotify)drug_free);

    *out = NULL;
    while (db_row(q))
        g_ptr_array_add(drugs, drug_of_row(q));
    if (!db_done(q, error))
        return false;
    for (guint i = 0; i < drugs->len; i++)
        if (!read_ingredients(inventory, drugs->pdata[i], error))
            return false;
    *out = g_steal_pointer(&drugs);
    return true;
}

bool
drug_list(struct inventory *inventory, bool retired_too, GPtrArray **drugs, GError **error)
{
    struct db_stmt *q = db_query(
        inventory->db, "SELECT id, name, brand, type, age, form, strength, unit, day_units,"
                       " pack_units, class, cold_chain, dated, approval, maker, state FROM drug"
                       " WHERE state = 'active' OR CAST(:retired_too AS BIGINT) = 1"
                       " ORDER BY type, age, name, brand, strength, id");

    db_bind_int(q, "retired_too", retired_too);
    return read_drugs(inventory, q, drugs, error);
}

/* ---------------------------------------------------------------------------------------- adding */

/* The texts of a drug that are checked and trimmed alike. */
static bool
clean_texts(struct drug *row, GError **error)
{
    const struct {
        const char *field;
        char **text;
        bool needed;
    } fields[] = {
        {_("generic name"), &row->name, true},         {_("brand"), &row->brand, false},
        {_("strength"), &row->strength, false},        {_("unit"), &row->unit, true},
        {_("approval number"), &row->approval, false}, {_("maker"), &row->maker, false},
    };
    bool ok = true;

    for (size_t i = 0; i < G_N_ELEMENTS(fields); i++) {
        const char *given = *fields[i].text;

        *fields[i].text =
            ok ? field_text(fields[i].field, given, LIMIT_NAME, fields[i].needed, error) : NULL;
        ok = *fields[i].text != NULL;
    }
    return ok;
}

static void
free_texts(struct drug *row)
{
    g_free(row->name);
    g_free(row->brand);
    g_free(row->strength);
    g_free(row->unit);
    g_free(row->approval);
    g_free(row->maker);
}

static bool
check_fields(const struct drug *drug, GError **error)
{
    if (drug->type < DRUG_FEVER || drug->type > DRUG_OTHER)
        return err_set(error, ERR_INPUT, _("say what type of medicine %s is"), drug->name);
    if (drug_form_find(drug->form) == NULL)
        return err_set(error, ERR_INPUT,
                       _("“%s” is not a dosage form; “medbox help drug add” lists them"),
                       drug->form);
    return field_number(_("base units a day"), drug->day_units, 1, 100000, error) &&
           field_number(_("base units in a pack"), drug->pack_units, 1, LIMIT_UNITS, error);
}

static bool
check_ingredients(char **ingredients, GError **error)
{
    guint count = g_strv_length(ingredients);

    if (count > INGREDIENTS_MAX)
        return err_set(error, ERR_INPUT, _("at most %d ingredients"), INGREDIENTS_MAX);
    for (guint i = 0; i < count; i++) {
        g_autofree char *clean =
            field_text(_("ingredient"), ingredients[i], LIMIT_NAME, true, error);

        if (clean == NULL)
            return false;
    }
    return true;
}

static bool
find_same(struct inventory *inventory, const struct drug *row, int64_t *id, GError **error)
{
    struct db_stmt *q =
        db_query(inventory->db, "SELECT id FROM drug WHERE name = :name AND brand = :brand"
                                " AND strength = :strength AND maker = :maker");

    db_bind_text(q, "name", row->name);
    db_bind_text(q, "brand", row->brand);
    db_bind_text(q, "strength", row->strength);
    db_bind_text(q, "maker", row->maker);
    return db_one_int(q, 0, id, error);
}

static bool
check_unique(struct inventory *inventory, const struct drug *row, GError **error)
{
    int64_t same = 0;

    if (!find_same(inventory, row, &same, error))
        return false;
    return same == 0 || same == row->id.n ||
           err_set(
               error, ERR_REFUSED,
               _("%s is in the catalogue already, as number %lld; give it another brand, strength "
                 "or maker to tell them apart"),
               row->name, (long long)same);
}

static void
bind_fields(struct db_stmt *q, const struct drug *row)
{
    db_bind_int(q, "id", row->id.n);
    db_bind_text(q, "name", row->name);
    db_bind_text(q, "brand", row->brand);
    db_bind_int(q, "type", (int64_t)row->type);
    db_bind_int(q, "age", (int64_t)row->age);
    db_bind_text(q, "form", drug_form_find(row->form)->key);
    db_bind_text(q, "strength", row->strength);
    db_bind_text(q, "unit", row->unit);
    db_bind_int(q, "day_units", row->day_units);
    db_bind_int(q, "pack_units", row->pack_units);
    db_bind_text(q, "class", drug_class_key(row->class));
    db_bind_int(q, "cold_chain", row->cold_chain);
    db_bind_int(q, "dated", !row->undated);
    db_bind_text(q, "approval", row->approval);
    db_bind_text(q, "maker", row->maker);
    db_bind_text(q, "state", row->retired ? "retired" : "active");
}

static bool
write_ingredients(struct inventory *inventory, const struct drug *row, GError **error)
{
    struct db_stmt *q = db_query(inventory->db, "DELETE FROM drug_ingredient WHERE drug = :drug");

    db_bind_int(q, "drug", row->id.n);
    if (!db_run(q, error))
        return false;
    for (char **name = row->ingredients; *name != NULL; name++) {
        g_autofree char *clean = g_strstrip(g_strdup(*name));

        q = db_query(inventory->db, "INSERT INTO drug_ingredient (drug, ingredient)"
                                    " VALUES (:drug, :name) ON CONFLICT DO NOTHING");
        db_bind_int(q, "drug", row->id.n);
        db_bind_text(q, "name", clean);
        if (!db_run(q, error))
            return false;
    }
    return true;
}

static bool
insert_drug(struct inventory *inventory, struct drug *row, GError **error)
{
    struct db_stmt *q;

    if (!check_unique(inventory, row, error) ||
        !db_one_int(db_query(inventory->db, "SELECT max(id) + 1 FROM drug"), 1, &row->id.n, error))
        return false;
    q = db_query(
        inventory->db,
        "INSERT INTO drug (id, name, brand, type, age, form, strength, unit, day_units,"
        " pack_units, class, cold_chain, dated, approval, maker, state) VALUES (:id, :name,"
        " :brand, :type, :age, :form, :strength, :unit, :day_units, :pack_units, :class,"
        " :cold_chain, :dated, :approval, :maker, :state)");
    bind_fields(q, row);
    return db_run(q, error) && write_ingredients(inventory, row, error);
}

static bool
update_drug(struct inventory *inventory, struct drug *row, GError **error)
{
    struct drug *before = NULL;
    struct db_stmt *q;
    bool counts_otherwise;

    if (!check_unique(inventory, row, error) || !drug_by_id(inventory, row->id, &before, error))
        return false;
    counts_otherwise =
        before->type != row->type || before->age != row->age || before->day_units != row->day_units;
    drug_free(before);
    q = db_query(inventory->db,
                 "UPDATE drug SET name = :name, brand = :brand, type = :type, age = :age,"
                 " form = :form, strength = :strength, unit = :unit, day_units = :day_units,"
                 " pack_units = :pack_units, class = :class, cold_chain = :cold_chain,"
                 " dated = :dated, approval = :approval, maker = :maker, state = :state"
                 " WHERE id = :id");
    bind_fields(q, row);
    return db_run(q, error) && write_ingredients(inventory, row, error) &&
           (!counts_otherwise || stock_recount(inventory, error));
}

/* Checks a drug and writes it by one of the two above, in a transaction. */
static bool
write_drug(struct inventory *inventory, struct drug *row,
           bool (*write)(struct inventory *, struct drug *, GError **), GError **error)
{
    bool ok = clean_texts(row, error) && check_fields(row, error) &&
              check_ingredients(row->ingredients, error) && db_begin(inventory->db, error);

    if (ok) {
        ok = write(inventory, row, error);
        ok = db_end(inventory->db, ok, error) && ok;
    }
    free_texts(row);
    return ok;
}

bool
drug_add(struct inventory *inventory, struct drug *drug, GError **error)
{
    struct drug row = *drug;
    bool ok = write_drug(inventory, &row, insert_drug, error);

    drug->id = row.id;
    return ok;
}

bool
drug_edit(struct inventory *inventory, const struct drug *drug, GError **error)
{
    struct drug row = *drug;

    return write_drug(inventory, &row, update_drug, error);
}

/* --------------------------------------------------------------------------------------- finding */

static bool
matching(struct inventory *inventory, const char *name, bool exact, GPtrArray **drugs,
         GError **error)
{
    struct db_stmt *q =
        exact ? db_query(inventory->db,
                         "SELECT id, name, brand, type, age, form, strength, unit, day_units,"
                         " pack_units, class, cold_chain, dated, approval, maker, state FROM drug"
                         " WHERE :name IN (name, brand, name || ' ' || strength,"
                         "  name || ' ' || brand, name || ' ' || strength || ' ' || brand,"
                         "  name || ' (' || brand || ')',"
                         "  name || ' ' || strength || ' (' || brand || ')')"
                         " ORDER BY state, type, age, id")
              : db_query(inventory->db,
                         "SELECT id, name, brand, type, age, form, strength, unit, day_units,"
                         " pack_units, class, cold_chain, dated, approval, maker, state FROM drug"
                         " WHERE replace(lower(name), lower(:name), '') <> lower(name)"
                         " OR replace(lower(brand), lower(:name), '') <> lower(brand)"
                         " ORDER BY state, type, age, id");

    db_bind_text(q, "name", name);
    return read_drugs(inventory, q, drugs, error);
}

static bool
tell_several(const char *name, const GPtrArray *drugs, GError **error)
{
    g_autoptr(GString) list = g_string_new(NULL);

    for (guint i = 0; i < drugs->len && i < SUGGESTIONS; i++) {
        const struct drug *drug = drugs->pdata[i];
        g_autofree char *title = drug_title(drug);

        g_string_append_printf(list, "%s%d %s", i > 0 ? _(", ") : "", (int)drug->id.n, title);
    }
    return err_set(error, ERR_INPUT, _("%d medicines match “%s”; say which by its number: %s%s"),
                   (int)drugs->len, name, list->str, drugs->len > SUGGESTIONS ? _(", …") : "");
}

static bool
drug_by_name(struct inventory *inventory, const char *name, struct drug **drug, GError **error)
{
    g_autoptr(GPtrArray) drugs = NULL;

    if (!matching(inventory, name, true, &drugs, error))
        return false;
    if (drugs->len == 0) {
        g_clear_pointer(&drugs, g_ptr_array_unref);
        if (!matching(inventory, name, false, &drugs, error))
            return false;
    }
    if (drugs->len == 0)
        return err_set(
            error, ERR_MISSING,
            _("there is no medicine “%s” in the catalogue; “medbox drug list” shows what "
              "there is, “medbox drug add” adds one"),
            name);
    if (drugs->len > 1)
        return tell_several(name, drugs, error);
    *drug = g_ptr_array_steal_index(drugs, 0);
    return true;
}

bool
drug_find(struct inventory *inventory, const char *what, struct drug **drug, GError **error)
{
    g_autofree char *clean = g_strstrip(g_strdup(what));
    guint64 number = 0;
    struct code code;

    *drug = NULL;
    if (clean[0] == '\0')
        return err_set(error, ERR_INPUT, _("say which medicine"));
    if (strlen(clean) < 8 && g_ascii_string_to_unsigned(clean, 10, 1, G_MAXINT32, &number, NULL))
        return drug_by_id(inventory, (struct drug_id){(int64_t)number}, drug, error);
    if (code_parse(clean, strlen(clean), SYMBOLOGY_TYPED, &code, NULL)) {
        struct drug_id id;
        int32_t units;

        if (!drug_of_code(inventory, &code, &id, &units, error))
            return false;
        if (id.n != 0)
            return drug_by_id(inventory, id, drug, error);
    }
    return drug_by_name(inventory, clean, drug, error);
}

/* ---------------------------------------------------------------------------------------- saying */

char *
drug_title(const struct drug *drug)
{
    GString *title = g_string_new(drug->name);

    if (drug->strength[0] != '\0')
        g_string_append_printf(title, " %s", drug->strength);
    if (drug->brand[0] != '\0')
        g_string_append_printf(title, " (%s)", drug->brand);
    return g_string_free(title, FALSE);
}

char *
drug_amount(const struct drug *drug, int64_t units)
{
    long long packs = units / drug->pack_units, loose = units % drug->pack_units;

    if (packs == 0 || drug->pack_units == 1)
        return g_strdup_printf(_("%lld %s"), (long long)units, drug_unit_word(drug->unit, units));
    if (loose == 0)
        return g_strdup_printf(words_plural("%lld pack", "%lld packs", packs), packs);
    return g_strdup_printf(words_plural("%lld pack + %lld %s", "%lld packs + %lld %s", packs),
                           packs, loose, drug_unit_word(drug->unit, loose));
}
