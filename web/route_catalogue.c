/* The catalogue: medicines, codes, and what is new to them. */

#include <string.h>

#include <jansson.h>

#include "base/limits.h"
#include "inventory/drug.h"
#include "inventory/setting.h"
#include "inventory/taught.h"
#include "web/jsontext.h"
#include "web/meaning.h"
#include "web/meanwhile.h"
#include "web/record.h"
#include "web/route.h"
#include "web/shape.h"

#define CODES 100   /* in one look-up */
#define FOUND 20    /* medicines */
#define PACK_DAYS 3 /* that a pack lasts one person, until somebody says better */

/* -------------------------------------------------------------------------------- the whole of it */

static json_t *
shape_ingredients(const struct drug *drug)
{
    json_t *list = json_array();

    for (char **one = drug->ingredients; *one != NULL; one++)
        json_array_append_new(list, json_string(*one));
    return list;
}

static json_t *
shape_drug(const struct drug *drug)
{
    return json_pack(
        "{s:I, s:s, s:o, s:s, s:s, s:s, s:o, s:s, s:i, s:i, s:s, s:b, s:b, s:o, s:o, s:o, s:s}",
        "id", (json_int_t)drug->id.n, "name", drug->name, "brand", shape_text(drug->brand), "type",
        drug_type_key(drug->type), "age", drug_age_key(drug->age), "form", drug->form, "strength",
        shape_text(drug->strength), "unit", drug->unit, "day_units", (int)drug->day_units,
        "pack_units", (int)drug->pack_units, "class", drug_class_key(drug->class), "cold_chain",
        drug->cold_chain, "dated", !drug->undated, "ingredients", shape_ingredients(drug), "maker",
        shape_text(drug->maker), "approval", shape_text(drug->approval), "state",
        drug->retired ? "retired" : "active");
}

static json_t *
shape_types(void)
{
    json_t *list = json_array();

    for (int type = DRUG_FEVER; type <= DRUG_TYPES; type++)
        json_array_append_new(list, json_pack("{s:s, s:s, s:b}", "key",
                                              drug_type_key((enum drug_type)type), "word",
                                              drug_type_word((enum drug_type)type), "critical",
                                              drug_type_is_critical((enum drug_type)type)));
    return list;
}

static bool
put_drugs(struct request *request, json_t *answer, GError **error)
{
    g_autoptr(GPtrArray) drugs = NULL;
    json_t *list = json_array();

    json_object_set_new(answer, "drugs", list);
    if (!drug_list(request_inventory(request), true, &drugs, error))
        return false;
    for (guint i = 0; i < drugs->len; i++)
        json_array_append_new(list, shape_drug(drugs->pdata[i]));
    return true;
}

static bool
put_codes(struct request *request, json_t *answer, GError **error)
{
    g_autoptr(GPtrArray) codes = NULL;
    json_t *list = json_array();

    json_object_set_new(answer, "codes", list);
    if (!taught_list(request_inventory(request), (struct drug_id){0}, &codes, error))
        return false;
    for (guint i = 0; i < codes->len; i++) {
        const struct taught *code = codes->pdata[i];

        json_array_append_new(list, json_pack("{s:s, s:s, s:I, s:i}", "kind", code->kind, "code",
                                              code->code, "drug", (json_int_t)code->drug.n, "units",
                                              (int)code->units));
    }
    return true;
}

/* The rules that a phone without signal has to know, as they are set for its area. */
static const struct {
    const char *field, *key;
} rule_settings[] = {
    {"days_left", "intake.days-left"},         {"prescription", "intake.prescription"},
    {"cold_chain", "intake.cold-chain"},       {"expiry_required", "intake.expiry-required"},
    {"lot_required", "intake.lot-required"},   {"opened_liquid", "intake.opened-liquid"},
    {"household", "take.household-window"},    {"household_packs", "take.household-packs"},
    {"household_days", "take.household-days"},
};

static bool
put_settings(struct request *request, json_t *answer, GError **error)
{
    json_t *rules = json_object();
    int32_t value;

    json_object_set_new(answer, "settings", rules);
    for (size_t i = 0; i < G_N_ELEMENTS(rule_settings); i++) {
        if (!setting_number(request_inventory(request), rule_settings[i].key,
                            request_identity(request)->area, (struct box_id){0}, &value, error))
            return false;
        json_object_set_new(rules, rule_settings[i].field, json_integer(value));
    }
    return true;
}

/* A text that is another for another catalogue. */
static void
put_version(json_t *answer)
{
    g_autofree char *text = jsontext_of(answer);
    g_autofree char *sum = g_compute_checksum_for_string(G_CHECKSUM_MD5, text, -1);

    json_object_set_new(answer, "version", json_string(sum));
}

static bool
get_catalogue(struct request *request, GError **error)
{
    json_t *answer = json_pack("{s:o}", "types", shape_types());
    bool ok = put_drugs(request, answer, error) && put_codes(request, answer, error) &&
              put_settings(request, answer, error);

    put_version(answer);
    return reply_json_if(request, answer, ok);
}

/* ----------------------------------------------------------------------------------- medicines */

/* Whether a medicine is called something like it, and how well: 0 not at all. */
static int
likeness(const struct drug *drug, const char *folded)
{
    g_autofree char *title = drug_title(drug);
    g_autofree char *name = g_utf8_casefold(title, -1);
    g_autofree char *brand = g_utf8_casefold(drug->brand, -1);

    if (g_str_has_prefix(name, folded) || g_str_has_prefix(brand, folded))
        return 2;
    return strstr(name, folded) != NULL || strstr(brand, folded) != NULL;
}

static bool
get_drugs(struct request *request, GError **error)
{
    g_autofree char *folded = g_utf8_casefold(request_text(request, "q"), -1);
    g_autoptr(GPtrArray) drugs = NULL;
    json_t *rows = json_array();

    if (!drug_list(request_inventory(request), false, &drugs, error))
        return reply_json_if(request, rows, false);
    for (int wanted = 2; wanted > 0; wanted--)
        for (guint i = 0; i < drugs->len && json_array_size(rows) < FOUND; i++)
            if (likeness(drugs->pdata[i], folded) == wanted)
                json_array_append_new(rows, shape_drug(drugs->pdata[i]));
    return reply_json(request, json_pack("{s:o}", "rows", rows));
}

static char *
text_or_none(struct request *request, const char *field)
{
    const char *text = request_text(request, field);

    return g_strdup(text != NULL ? text : "");
}

static char **
read_ingredients(const struct request *request)
{
    const json_t *list = request_json(request, "ingredients"), *item;
    GPtrArray *names = g_ptr_array_new();
    size_t i;

    json_array_foreach(list, i, item) if (json_is_string(item))
        g_ptr_array_add(names, g_strdup(json_string_value(item)));
    g_ptr_array_add(names, NULL);
    return (char **)g_ptr_array_free(names, FALSE);
}

/* Where nobody says how much of it is a day's. */
static int32_t
usual_day(int32_t pack)
{
    return MAX(1, pack / PACK_DAYS);
}

/* What a volunteer has in hand and names. Of what class it is stands on the pack; where nobody says, it
 * is taken for what a pharmacy sells without prescription, and a secretary looks: it shows in the
 * catalogue as a medicine without ingredients. */
static bool
post_drug(struct request *request, GError **error)
{
    int32_t pack = (int32_t)request_number(request, "pack_units", 1);
    struct drug *drug = g_new0(struct drug, 1);
    json_t *row = NULL;

    *drug = (struct drug){
        .name = text_or_none(request, "name"),
        .brand = text_or_none(request, "brand"),
        .type = (enum drug_type)request_number(request, "type", 0),
        .age = (enum drug_age)request_number(request, "age", 0),
        .form = text_or_none(request, "form"),
        .strength = text_or_none(request, "strength"),
        .unit = text_or_none(request, "unit"),
        .day_units = (int32_t)request_number(request, "day_units", usual_day(pack)),
        .pack_units = pack,
        .class = (enum drug_class)request_number(request, "class", DRUG_OTC_A),
        .cold_chain = request_flag(request, "cold_chain"),
        .undated = request_has(request, "dated") && !request_flag(request, "dated"),
        .approval = text_or_none(request, "approval"),
        .maker = text_or_none(request, "maker"),
        .ingredients = read_ingredients(request),
    };
    if (drug_add(request_inventory(request), drug, error))
        row = shape_drug(drug);
    drug_free(drug);
    return row != NULL && reply_json(request, row);
}

/* Puts what was sent into a medicine that is known. */
static void
set_drug(const struct request *request, struct drug *drug)
{
    request_take_text(request, "name", &drug->name);
    request_take_text(request, "brand", &drug->brand);
    request_take_text(request, "form", &drug->form);
    request_take_text(request, "strength", &drug->strength);
    request_take_text(request, "unit", &drug->unit);
    request_take_text(request, "maker", &drug->maker);
    request_take_text(request, "approval", &drug->approval);
    drug->type = (enum drug_type)request_number(request, "type", drug->type);
    drug->age = (enum drug_age)request_number(request, "age", drug->age);
    drug->class = (enum drug_class)request_number(request, "class", drug->class);
    drug->pack_units = (int32_t)request_number(request, "pack_units", drug->pack_units);
    drug->day_units = request_clears(request, "day_units")
                          ? usual_day(drug->pack_units)
                          : (int32_t)request_number(request, "day_units", drug->day_units);
    drug->cold_chain = request_number(request, "cold_chain", drug->cold_chain) != 0;
    drug->undated = request_number(request, "dated", !drug->undated) == 0;
    drug->retired = request_number(request, "retire", drug->retired) != 0;
    if (!request_has(request, "ingredients"))
        return;
    g_strfreev(drug->ingredients);
    drug->ingredients = read_ingredients(request);
}

static bool
note_drug(struct request *request, const struct drug *drug, GError **error)
{
    g_autofree char *given = record_given(request), *title = drug_title(drug);

    return record_add(request, request_identity(request)->person, AUDIT_DRUG, (struct area_id){0},
                      title, given, error);
}

static bool
patch_drug(struct request *request, GError **error)
{
    struct inventory *inventory = request_inventory(request);
    struct drug_id id = {request_number(request, "id", 0)};
    struct drug *drug = NULL, *kept = NULL;
    g_autofree char *title = NULL;
    bool ok = drug_by_id(inventory, id, &drug, error);

    if (ok) {
        title = drug_title(drug);
        ok = meanwhile_check(request, shape_drug(drug), AUDIT_DRUG, title, error);
    }
    if (ok) {
        set_drug(request, drug);
        ok = drug_edit(inventory, drug, error) && drug_by_id(inventory, id, &kept, error) &&
             note_drug(request, kept, error) && reply_json(request, shape_drug(kept));
    }
    drug_free(drug);
    drug_free(kept);
    return ok;
}

/* --------------------------------------------------------------------------------------- codes */

/* The units in the pack with a code; where they are not told, those of the usual pack. */
static bool
pack_of(struct request *request, struct drug_id id, int32_t *units, GError **error)
{
    struct drug *drug = NULL;

    if (!drug_by_id(request_inventory(request), id, &drug, error))
        return false;
    *units = (int32_t)request_number(request, "units", drug->pack_units);
    drug_free(drug);
    return true;
}

static bool
post_code(struct request *request, GError **error)
{
    const char *text = request_text(request, "code");
    struct drug_id drug = {request_number(request, "drug", 0)};
    g_autoptr(GPtrArray) findings = findings_new();
    struct code code;
    int32_t units;

    if (!code_parse(text, strlen(text), SYMBOLOGY_TYPED, &code, findings)) {
        reply_blame(request, "code");
        return err_set(error, ERR_INPUT, "%s", findings_at(findings, 0)->text);
    }
    return pack_of(request, drug, &units, error) &&
           drug_bind(request_inventory(request), &code, drug, units, request_now(request), error) &&
           reply_json(request, json_pack("{s:s, s:I, s:i}", "code", code.product, "drug",
                                         (json_int_t)drug.n, "units", (int)units));
}

static bool
post_resolve(struct request *request, GError **error)
{
    const json_t *codes = request_json(request, "codes"), *item;
    json_t *rows = json_array(), *row = rows;
    size_t i;

    json_array_foreach(codes, i, item)
    {
        const char *text = json_is_string(item) ? json_string_value(item) : "";

        row = meaning_of(request, text, strlen(text), SYMBOLOGY_TYPED, error);
        if (row == NULL)
            break;
        json_array_append_new(rows, row);
    }
    return reply_json_if(request, json_pack("{s:o}", "rows", rows), row != NULL);
}

/* --------------------------------------------------------------------------------------- the table */

static const char *const class_words[] = {"A", "B", "rx", "none", NULL};

static const struct fields_row find_fields[] = {
    {.name = "q", .kind = FIELDS_TEXT, .needed = true, .low = 1, .high = LIMIT_NAME},
    {0},
};

/* What is told of every new medicine, and may be of one that changes. */
#define DRUG_FIELDS(must)                                                                          \
    {.name = "name", .kind = FIELDS_TEXT, .needed = (must), .low = 1, .high = LIMIT_NAME},         \
        {.name = "type", .kind = FIELDS_TYPE, .needed = (must)},                                   \
        {.name = "age", .kind = FIELDS_AGE, .needed = (must)},                                     \
        {.name = "form", .kind = FIELDS_TEXT, .needed = (must), .low = 1, .high = LIMIT_NAME},     \
        {.name = "unit", .kind = FIELDS_TEXT, .needed = (must), .low = 1, .high = LIMIT_NAME},     \
        {.name = "pack_units",                                                                     \
         .kind = FIELDS_NUMBER,                                                                    \
         .needed = (must),                                                                         \
         .low = 1,                                                                                 \
         .high = LIMIT_UNITS},                                                                     \
        {.name = "day_units",                                                                      \
         .kind = FIELDS_NUMBER,                                                                    \
         .clears = true,                                                                           \
         .low = 1,                                                                                 \
         .high = LIMIT_UNITS},                                                                     \
        {.name = "brand", .kind = FIELDS_TEXT, .clears = true, .high = LIMIT_NAME},                \
        {.name = "strength", .kind = FIELDS_TEXT, .clears = true, .high = LIMIT_NAME},             \
        {.name = "maker", .kind = FIELDS_TEXT, .clears = true, .high = LIMIT_NAME},                \
        {.name = "approval", .kind = FIELDS_TEXT, .clears = true, .high = LIMIT_NAME},             \
        {.name = "class", .kind = FIELDS_WORD, .words = class_words},                              \
        {.name = "cold_chain", .kind = FIELDS_FLAG}, {.name = "dated", .kind = FIELDS_FLAG},       \
    {                                                                                              \
        .name = "ingredients", .kind = FIELDS_LIST, .high = 40                                     \
    }

static const struct fields_row drug_fields[] = {DRUG_FIELDS(true), {0}};

static const struct fields_row drug_edit_fields[] = {
    {.name = "id", .kind = FIELDS_NUMBER, .needed = true, .low = 1, .high = INT64_MAX},
    {.name = "seen", .kind = FIELDS_OBJECT}, /* meanwhile.h */
    {.name = "retire", .kind = FIELDS_FLAG}, /* not taken in any more; false: again */
    DRUG_FIELDS(false),
    {0},
};

static const struct fields_row code_fields[] = {
    {.name = "code", .kind = FIELDS_TEXT, .needed = true, .low = 1, .high = LIMIT_CODE},
    {.name = "drug", .kind = FIELDS_NUMBER, .needed = true, .low = 1, .high = INT32_MAX},
    {.name = "units", .kind = FIELDS_NUMBER, .low = 1, .high = LIMIT_UNITS},
    {0},
};

static const struct fields_row resolve_fields[] = {
    {.name = "codes", .kind = FIELDS_LIST, .needed = true, .low = 1, .high = CODES},
    {0},
};

const struct route route_catalogue[] = {
    {"GET", "/api/1/catalogue", ROLE_VOLUNTEER, ROUTE_LONG, NULL, get_catalogue, NULL, 0},
    {"GET", "/api/1/drugs", ROLE_VOLUNTEER, ROUTE_READ, find_fields, get_drugs, NULL, 0},
    {"POST", "/api/1/drugs", ROLE_VOLUNTEER, ROUTE_WRITE, drug_fields, post_drug, NULL, 0},
    {"PATCH", "/api/1/drugs/{id}", ROLE_SECRETARY, ROUTE_WRITE, drug_edit_fields, patch_drug, NULL,
     0},
    {"POST", "/api/1/drugs/{drug}/bind", ROLE_SECRETARY, ROUTE_WRITE, code_fields, post_code, NULL,
     0},
    {"POST", "/api/1/codes", ROLE_VOLUNTEER, ROUTE_WRITE, code_fields, post_code, NULL, 0},
    {"POST", "/api/1/resolve", ROLE_VOLUNTEER, ROUTE_READ, resolve_fields, post_resolve, NULL,
     CODES *LIMIT_CODE},
    {0},
};
