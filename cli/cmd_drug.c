/* medbox drug … */

#include <string.h>

#include "base/limits.h"
#include "base/words.h"
#include "cli/drug_rows.h"
#include "cli/face.h"
#include "cli/order.h"
#include "cli/verb.h"
#include "inventory/drug.h"
#include "scanner/code.h"
#include "scanner/finding.h"

static bool
set_type(const struct face *face, struct drug *drug, GError **error)
{
    const char *text = face_text(face, "type");
    int type = text != NULL ? drug_type_parse(text) : (int)drug->type;

    if (type < 0)
        return err_set(error, ERR_INPUT,
                       _("--type is fever, cold, cough, pain, throat, stomach, allergy, topical, "
                         "supplies or other, not “%s”"),
                       text);
    drug->type = (enum drug_type)type;
    return true;
}

/* What can be typed for an option, in the language of who reads it. */
static void
add_choice(GString *list, const char *key, const char *word)
{
    g_string_append_printf(list, "%s%s", list->len > 0 ? _(", ") : "",
                           words_language() == WORDS_EN ? key : word);
}

static bool
set_age(const struct face *face, struct drug *drug, GError **error)
{
    const char *text = face_text(face, "age");
    int age = text != NULL ? drug_age_parse(text) : (int)drug->age;
    g_autoptr(GString) list = g_string_new(NULL);

    for (int i = DRUG_ALL_AGES; i <= DRUG_CHILD; i++)
        add_choice(list, drug_age_key((enum drug_age)i), drug_age_word((enum drug_age)i));
    if (age < 0)
        return err_set(error, ERR_INPUT, _("there is no age group “%s”; --age is one of: %s"), text,
                       list->str);
    drug->age = (enum drug_age)age;
    return true;
}

static bool
set_class(const struct face *face, struct drug *drug, GError **error)
{
    const char *text = face_text(face, "class");
    int class = text != NULL ? drug_class_parse(text) : (int)drug->class;
    g_autoptr(GString) list = g_string_new(NULL);

    for (int i = DRUG_OTC_A; i <= DRUG_NO_CLASS; i++)
        add_choice(list, drug_class_key((enum drug_class)i), drug_class_word((enum drug_class)i));
    if (class < 0)
        return err_set(error, ERR_INPUT, _("there is no class “%s”; --class is one of: %s"), text,
                       list->str);
    drug->class = (enum drug_class) class;
    return true;
}

static char *
list_forms(void)
{
    GString *list = g_string_new(NULL);

    for (const struct drug_form *form = drug_forms; form->key != NULL; form++)
        add_choice(list, form->key, words(form->word));
    return g_string_free(list, FALSE);
}

static bool
set_form(const struct face *face, struct drug *drug, GError **error)
{
    const char *text = face_text(face, "form");
    const struct drug_form *form = text != NULL ? drug_form_find(text) : NULL;

    if (text == NULL)
        return true;
    if (form == NULL) {
        g_autofree char *list = list_forms();

        return err_set(error, ERR_INPUT, _("there is no form “%s”; --form is one of: %s"), text,
                       list);
    }
    g_free(drug->form);
    drug->form = g_strdup(form->key);
    return true;
}

static void
set_ingredients(const struct face *face, struct drug *drug)
{
    if (!face_has(face, "ingredients"))
        return;
    g_strfreev(drug->ingredients);
    drug->ingredients = g_strsplit(face_text(face, "ingredients"), "|", -1);
    for (char **item = drug->ingredients; *item != NULL; item++)
        g_strstrip(*item);
}

/* Puts the options that were given into the drug. */
static bool
set_fields(const struct face *face, struct drug *drug, GError **error)
{
    if (!set_type(face, drug, error) || !set_age(face, drug, error) ||
        !set_class(face, drug, error) || !set_form(face, drug, error))
        return false;
    face_take_text(face, "brand", &drug->brand);
    face_take_text(face, "strength", &drug->strength);
    face_take_text(face, "unit", &drug->unit);
    face_take_text(face, "approval", &drug->approval);
    face_take_text(face, "maker", &drug->maker);
    set_ingredients(face, drug);
    face_take_number(face, "day-units", &drug->day_units);
    face_take_number(face, "pack-units", &drug->pack_units);
    drug->cold_chain = drug->cold_chain || face_has(face, "cold-chain");
    drug->undated = drug->undated || face_has(face, "undated");
    return true;
}

/* What drug edit takes back. */
static bool
unset_fields(struct face *face, struct drug *drug, GError **error)
{
    if ((face_has(face, "cold-chain") && face_has(face, "no-cold-chain")) ||
        (face_has(face, "undated") && face_has(face, "dated")))
        return face_usage(face, error, _("that contradicts itself"));
    drug->cold_chain = drug->cold_chain && !face_has(face, "no-cold-chain");
    drug->undated = drug->undated && !face_has(face, "dated");
    return true;
}

/* Tells programs which drug it was; gives how people call it. */
static char *
title_of(struct face *face, const struct drug *drug)
{
    answer_number(face->answer, "id", drug->id.n);
    return drug_title(drug);
}

static bool
run_add(struct face *face, GError **error)
{
    struct drug *drug = g_new0(struct drug, 1);
    bool ok;

    drug->name = g_strdup(face->args[0]);
    drug->brand = g_strdup("");
    drug->strength = g_strdup("");
    drug->approval = g_strdup("");
    drug->maker = g_strdup("");
    drug->ingredients = g_new0(char *, 1);
    ok = set_fields(face, drug, error) && drug_add(face->inventory, drug, error);
    if (ok) {
        g_autofree char *title = title_of(face, drug);

        answer_say(face->answer,
                   _("Added: %s, No. %lld. Teach its barcode: medbox drug bind CODE %lld"), title,
                   (long long)drug->id.n, (long long)drug->id.n);
    }
    drug_free(drug);
    return ok;
}

static bool
run_list(struct face *face, GError **error)
{
    g_autoptr(GPtrArray) drugs = NULL;
    struct drug wanted = {0}; /* type 0: all */

    if (!set_type(face, &wanted, error) ||
        !drug_list(face->inventory, face_has(face, "all"), &drugs, error))
        return false;
    answer_rows(face->answer, "rows", drug_rows_list(face, drugs, wanted.type),
                _("There are no such medicines. Add one with “medbox drug add”."));
    return true;
}

static bool
run_show(struct face *face, GError **error)
{
    struct drug *drug = NULL;
    bool ok;

    if (!drug_find(face->inventory, face->args[0], &drug, error))
        return false;
    answer_record(face->answer, drug_rows_one(face, drug));
    ok = drug_rows_stock(face, drug, error) && drug_rows_codes(face, drug, error);
    drug_free(drug);
    return ok;
}

static bool
run_edit(struct face *face, GError **error)
{
    struct drug *drug = NULL;
    bool ok;

    if (g_hash_table_size(face->options) == 0)
        return face_usage(face, error, _("say what is to change"));
    if (!drug_find(face->inventory, face->args[0], &drug, error))
        return false;
    face_take_text(face, "name", &drug->name);
    ok = set_fields(face, drug, error) && unset_fields(face, drug, error) &&
         drug_edit(face->inventory, drug, error);
    if (ok) {
        g_autofree char *title = title_of(face, drug);

        answer_say(face->answer, _("Changed: %s."), title);
    }
    drug_free(drug);
    return ok;
}

static bool
run_retire(struct face *face, GError **error)
{
    struct drug *drug = NULL;
    bool ok;

    if (!drug_find(face->inventory, face->args[0], &drug, error))
        return false;
    drug->retired = true;
    ok = drug_edit(face->inventory, drug, error);
    if (ok) {
        g_autofree char *title = title_of(face, drug);

        answer_say(face->answer, _("No longer taken in: %s."), title);
    }
    drug_free(drug);
    return ok;
}

/* ERR_INPUT with all that was found wrong. */
static bool
read_code(const char *text, struct code *code, GError **error)
{
    g_autoptr(GPtrArray) findings = findings_new();
    g_autoptr(GString) why = g_string_new(NULL);

    if (code_parse_trace_product(text, code) ||
        code_parse(text, strlen(text), SYMBOLOGY_TYPED, code, findings))
        return true;
    for (size_t i = 0; i < findings_count(findings); i++)
        g_string_append_printf(why, "%s%s", i > 0 ? " " : "", findings_at(findings, i)->text);
    return err_set(error, ERR_INPUT, _("“%s” is no code that can be taught: %s"), text, why->str);
}

/* The first argument; where the second is the code, they are swapped. */
static bool
read_first_code(struct face *face, struct code *code, GError **error)
{
    struct code other;
    g_autofree char *what = NULL;

    if (read_code(face->args[0], code, NULL))
        return true;
    if (!read_code(face->args[1], &other, NULL))
        return read_code(face->args[0], code, error);
    what = g_strdup_printf(_("“%s” is no code, and “%s” is one"), face->args[0], face->args[1]);
    return order_swapped(face, what, error);
}

static bool
run_bind(struct face *face, GError **error)
{
    struct drug *drug = NULL;
    struct code code;
    int32_t units;
    bool ok;

    if (!read_first_code(face, &code, error) ||
        !drug_find(face->inventory, face->args[1], &drug, error))
        return false;
    units = (int32_t)face_number(face, "units", drug->pack_units);
    ok = drug_bind(face->inventory, &code, drug->id, units, face->now, error);
    if (ok) {
        g_autofree char *title = title_of(face, drug);
        g_autofree char *amount = drug_amount(drug, units);

        answer_text(face->answer, "kind", code_kind_word(code.kind));
        answer_text(face->answer, "code", code.product);
        answer_number(face->answer, "units", units);
        answer_say(face->answer, _("Learned: %s %s is %s, %s."), words(code_kind_name(code.kind)),
                   code.product, title, amount);
    }
    drug_free(drug);
    return ok;
}

static bool
run_unbind(struct face *face, GError **error)
{
    struct drug *drug = NULL;
    struct drug_id id;
    struct code code;
    bool booked = false;

    if (!read_code(face->args[0], &code, error) ||
        !drug_unbind(face->inventory, &code, &id, &booked, error) ||
        !drug_by_id(face->inventory, id, &drug, error))
        return false;
    answer_text(face->answer, "code", code.product);
    answer_number(face->answer, "drug", id.n);
    answer_say(face->answer, _("Forgotten: %s no longer means %s."), code.product, drug->name);
    if (booked)
        answer_notice(face->answer,
                      _("What was booked as %s stays so; where the code was wrong, undo those "
                        "bookings (medbox ledger shows them)"),
                      drug->name);
    drug_free(drug);
    return true;
}

static bool
run_waiting(struct face *face, GError **error)
{
    const char *code = face_text(face, "forget");

    if (code == NULL)
        return drug_rows_waiting(face, error);
    if (!drug_forget_code(face->inventory, code, error))
        return false;
    answer_text(face->answer, "code", code);
    answer_say(face->answer, _("%s is no longer waiting."), code);
    return true;
}

#define FIELD_OPTIONS(must)                                                                        \
    {.name = "type",                                                                               \
     .value = N_("TYPE"),                                                                          \
     .meaning =                                                                                    \
         N_("fever, cold, cough, pain, throat, stomach, allergy, topical, supplies, other"),       \
     .needed = (must)},                                                                            \
        {.name = "age", .value = N_("AGE"), .meaning = N_("all, adult or child")},                 \
        {.name = "form",                                                                           \
         .value = N_("FORM"),                                                                      \
         .meaning = N_("tablet, capsule, granules, syrup, …"),                                     \
         .needed = (must)},                                                                        \
        {.name = "unit",                                                                           \
         .value = N_("UNIT"),                                                                      \
         .meaning = N_("what it is counted in: tablet, sachet, ml"),                               \
         .needed = (must)},                                                                        \
        {.name = "day-units",                                                                      \
         .kind = VERB_NUMBER,                                                                      \
         .value = N_("N"),                                                                         \
         .meaning = N_("units one person takes in a day"),                                         \
         .low = 1,                                                                                 \
         .high = LIMIT_UNITS,                                                                      \
         .needed = (must)},                                                                        \
        {.name = "pack-units",                                                                     \
         .kind = VERB_NUMBER,                                                                      \
         .value = N_("N"),                                                                         \
         .meaning = N_("units in the usual pack"),                                                 \
         .low = 1,                                                                                 \
         .high = LIMIT_UNITS,                                                                      \
         .needed = (must)},                                                                        \
        {.name = "class",                                                                          \
         .value = N_("CLASS"),                                                                     \
         .meaning = N_("A or B (over the counter), rx (prescription), none (no medicine)"),        \
         .needed = (must)},                                                                        \
        {.name = "brand", .value = N_("NAME"), .meaning = N_("its brand")},                        \
        {.name = "strength", .value = N_("TEXT"), .meaning = N_("such as 0.2 g")},                 \
        {.name = "ingredients",                                                                    \
         .value = N_("NAMES"),                                                                     \
         .meaning = N_("active ones, with | between")},                                            \
        {.name = "maker", .value = N_("NAME"), .meaning = N_("its maker")},                        \
        {.name = "approval", .value = N_("NUMBER"), .meaning = N_("its approval number")},         \
        {.name = "cold-chain", .kind = VERB_FLAG, .meaning = N_("it needs a fridge")},             \
        {.name = "undated", .kind = VERB_FLAG, .meaning = N_("it does not expire")},               \
    {                                                                                              \
        0                                                                                          \
    }

static const struct verb_option add_options[] = {FIELD_OPTIONS(true)};

static const struct verb_option edit_options[] = {
    {.name = "name", .value = N_("NAME"), .meaning = N_("its generic name")},
    {.name = "no-cold-chain", .kind = VERB_FLAG, .meaning = N_("it needs no fridge after all")},
    {.name = "dated", .kind = VERB_FLAG, .meaning = N_("it does expire after all")},
    FIELD_OPTIONS(false),
};

static const struct verb_option waiting_options[] = {
    {.name = "forget", .value = N_("CODE"), .meaning = N_("take a code from the list")},
    {0},
};

static const struct verb_option list_options[] = {
    {.name = "type", .value = N_("TYPE"), .meaning = N_("only those of a type")},
    {.name = "all", .kind = VERB_FLAG, .meaning = N_("those no longer taken in too")},
    {0},
};

static const struct verb_option bind_options[] = {
    {.name = "units",
     .kind = VERB_NUMBER,
     .value = N_("N"),
     .meaning = N_("units in the pack with this code (else in the usual pack)"),
     .low = 1,
     .high = LIMIT_UNITS},
    {0},
};

const struct verb verb_drug[] = {
    {.name = "drug",
     .sub = "add",
     .usage = N_("NAME --type TYPE --form FORM --unit UNIT --day-units N --pack-units N "
                 "--class CLASS …"),
     .help = N_("Adds a medicine to the catalogue."),
     .options = add_options,
     .least = 1,
     .most = 1,
     .act = AUDIT_DRUG,
     .run = run_add},
    {.name = "drug",
     .sub = "list",
     .usage = N_("[--type TYPE] [--all]"),
     .help = N_("Lists the catalogue."),
     .options = list_options,
     .run = run_list},
    {.name = "drug",
     .sub = "show",
     .usage = N_("DRUG"),
     .help = N_("Shows a medicine, its codes and where it is."),
     .least = 1,
     .most = 1,
     .run = run_show},
    {.name = "drug",
     .sub = "edit",
     .usage = N_("DRUG [--name NAME] [--brand NAME] …"),
     .help = N_("Changes what is known of a medicine."),
     .options = edit_options,
     .least = 1,
     .most = 1,
     .act = AUDIT_DRUG,
     .run = run_edit},
    {.name = "drug",
     .sub = "retire",
     .usage = N_("DRUG"),
     .help = N_("Takes a medicine out of use; what is in boxes stays."),
     .least = 1,
     .most = 1,
     .act = AUDIT_DRUG,
     .run = run_retire},
    {.name = "drug",
     .sub = "bind",
     .usage = N_("CODE DRUG [--units N]"),
     .help = N_("Teaches what a code on a pack means."),
     .options = bind_options,
     .least = 2,
     .most = 2,
     .act = AUDIT_DRUG,
     .run = run_bind},
    {.name = "drug",
     .sub = "unbind",
     .usage = N_("CODE"),
     .help = N_("Takes back what a code was taught to mean."),
     .least = 1,
     .most = 1,
     .act = AUDIT_DRUG,
     .run = run_unbind},
    {.name = "drug",
     .sub = "waiting",
     .usage = N_("[--forget CODE]"),
     .help = N_("Lists codes that were scanned and that nobody taught yet."),
     .options = waiting_options,
     .run = run_waiting},
    {0},
};
