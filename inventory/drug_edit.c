/* Medicines that are added and changed. */

#include "inventory/drug.h"

#include <string.h>

#include "base/limits.h"
#include "base/words.h"
#include "inventory/field.h"
#include "inventory/inside.h"
#include "inventory/stock.h"

#define INGREDIENTS_MAX 40

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
        return err_set(error, ERR_INPUT, _("“%s” is not a dosage form"), drug->form) ||
               err_next(error, ERR_NEXT_FORMS);
    return field_number(_("base units a day"), drug->day_units, 1, 100000, error) &&
           field_number(_("base units in a pack"), drug->pack_units, 1, LIMIT_UNITS, error);
}

/* A medicine's licence has one form; other things have other ones. */
static bool
check_approval(const struct drug *drug, GError **error)
{
    struct code code;

    if (drug->approval[0] == '\0' || drug->class == DRUG_NO_CLASS)
        return true;
    return (code_parse(drug->approval, strlen(drug->approval), SYMBOLOGY_TYPED, &code, NULL) &&
            code.kind == CODE_APPROVAL) ||
           err_set(error, ERR_INPUT,
                   _("“%s” is no approval number: it is 国药准字, a letter and 8 digits, such as "
                     "国药准字H20123456"),
                   drug->approval);
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
check_unique(struct inventory *inventory, const struct drug *row, GError **error)
{
    struct drug_id same = {0};

    if (!drug_same(inventory, row, &same, error))
        return false;
    return same.n == 0 || same.n == row->id.n ||
           err_set(
               error, ERR_REFUSED,
               _("%s is in the catalogue already, as number %lld; give it another brand, strength "
                 "or maker to tell them apart"),
               row->name, (long long)same.n);
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

/* What is bought and handed over, but not what is counted: packs differ, and are packs anyway. */
static bool
check_unit(const struct drug *row, GError **error)
{
    static const char *const packs[] = {"盒", "箱", "包装", "pack", "packs", "box", "boxes"};

    for (size_t i = 0; i < G_N_ELEMENTS(packs); i++)
        if (g_ascii_strcasecmp(row->unit, packs[i]) == 0)
            return err_set(error, ERR_INPUT,
                           _("“%s” is no unit to count in, since packs differ: say what is in the "
                             "pack, such as tablet (片), sachet (袋) or piece (个)"),
                           row->unit);
    return true;
}

/* The bookings say numbers of units: with another unit they would say something else. */
static bool
check_same_unit(struct inventory *inventory, const struct drug *before, const struct drug *row,
                GError **error)
{
    struct db_stmt *q;
    int64_t booked = 0;

    if (strcmp(before->unit, row->unit) == 0)
        return true;
    q = db_query(inventory->db, "SELECT count(*) FROM movement"
                                " WHERE tenant = :tenant AND drug = :drug");
    db_bind_int(q, "tenant", inventory->tenant);
    db_bind_int(q, "drug", row->id.n);
    if (!db_one_int(q, 0, &booked, error))
        return false;
    if (booked == 0)
        return check_unit(row, error);
    return err_set(error, ERR_REFUSED,
                   _("%s has been booked in the unit “%s” already, which would then mean something "
                     "else; add a medicine of its own for the unit “%s”"),
                   before->name, before->unit, row->unit);
}

static bool
insert_drug(struct inventory *inventory, struct drug *row, GError **error)
{
    struct db_stmt *q;

    if (!check_unit(row, error) || !check_unique(inventory, row, error) ||
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
    bool counts_otherwise, ok;

    if (!check_unique(inventory, row, error) || !drug_by_id(inventory, row->id, &before, error))
        return false;
    counts_otherwise =
        before->type != row->type || before->age != row->age || before->day_units != row->day_units;
    ok = check_same_unit(inventory, before, row, error);
    drug_free(before);
    if (!ok)
        return false;
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
    bool ok = clean_texts(row, error) && check_fields(row, error) && check_approval(row, error) &&
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
