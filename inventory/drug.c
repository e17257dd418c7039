#include "inventory/drug.h"

#include <string.h>

#include "base/words.h"
#include "inventory/inside.h"

#define SUGGESTIONS 5

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
            return err_set(error, ERR_MISSING, _("there is no such medicine in the catalogue")) ||
                   err_next(error, ERR_NEXT_DRUGS);
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

/* --------------------------------------------------------------------------------------- finding */

bool
drug_same(struct inventory *inventory, const struct drug *drug, struct drug_id *id, GError **error)
{
    struct db_stmt *q =
        db_query(inventory->db, "SELECT id FROM drug WHERE name = :name AND brand = :brand"
                                " AND strength = :strength AND maker = :maker");

    db_bind_text(q, "name", drug->name);
    db_bind_text(q, "brand", drug->brand);
    db_bind_text(q, "strength", drug->strength);
    db_bind_text(q, "maker", drug->maker);
    return db_one_int(q, 0, &id->n, error);
}

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
        return err_set(error, ERR_MISSING, _("there is no medicine “%s” in the catalogue"), name) ||
               err_next(error, ERR_NEXT_DRUGS);
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
        return g_strdup_printf(_("%lld %s"), (long long)units, drug_unit_word(drug, units));
    if (loose == 0)
        return g_strdup_printf(words_plural("%lld pack", "%lld packs", packs), packs);
    return g_strdup_printf(words_plural("%lld pack + %lld %s", "%lld packs + %lld %s", packs),
                           packs, loose, drug_unit_word(drug, loose));
}
