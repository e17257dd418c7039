/* Medicines: one a row, with the codes that mean it. */

#include <string.h>

#include "base/limits.h"
#include "base/words.h"
#include "inventory/drug.h"
#include "inventory/importing.h"
#include "inventory/inside.h"

const struct import_column importing_drugs_columns[] = {
    [DRUGS_NAME] = {"name", "通用名", true, "名称"},
    [DRUGS_BRAND] = {"brand", "商品名", false, NULL},
    [DRUGS_TYPE] = {"type", "类别", true, NULL},
    [DRUGS_AGE] = {"age", "人群", false, NULL},
    [DRUGS_FORM] = {"form", "剂型", true, NULL},
    [DRUGS_STRENGTH] = {"strength", "规格", false, NULL},
    [DRUGS_UNIT] = {"unit", "单位", true, NULL},
    [DRUGS_DAY_UNITS] = {"day_units", "日用量", true, NULL},
    [DRUGS_PACK_UNITS] = {"pack_units", "每盒数量", true, NULL},
    [DRUGS_CLASS] = {"class", "分类", true, NULL},
    [DRUGS_COLD_CHAIN] = {"cold_chain", "冷藏", false, NULL},
    [DRUGS_DATED] = {"dated", "有效期制", false, NULL},
    [DRUGS_APPROVAL] = {"approval", "批准文号", false, NULL},
    [DRUGS_MAKER] = {"maker", "厂家", false, NULL},
    [DRUGS_INGREDIENTS] = {"ingredients", "成分", false, NULL},
    [DRUGS_STATE] = {"state", "状态", false, NULL},
    [DRUGS_CODES] = {"codes", "条码", false, NULL},
    {NULL, NULL, false, NULL},
};

/* Kinds of codes as the schema keeps them, and what stands for each as a struct code. */
static const struct {
    const char *word;
    enum code_kind kind;
} code_kinds[] = {
    {"gtin", CODE_GTIN14},       {"own", CODE_OWN_LABEL},     {"trace", CODE_TRACE},
    {"national", CODE_NATIONAL}, {"approval", CODE_APPROVAL},
};

/* For complaints; each word is understood. */
#define TYPES                                                                                              \
    N_("fever 退烧, cold 感冒, cough 止咳化痰, pain 消炎镇痛, throat 咽喉, stomach 胃肠, " \
       "allergy 抗过敏, topical 外用, supplies 检测与用品, other 其他")
#define AGES N_("all 通用, adult 成人, child 儿童")
#define CLASSES N_("A 甲, B 乙, rx 处方, none 无")

struct row {
    struct drug drug;
    struct drug *before; /* NULL for a new one */
};

/* ----------------------------------------------------------------------------------------- cells */

static int
read_word(struct importing *importing, int column, int (*parse)(const char *), int absent,
          const char *choices)
{
    const char *text = importing_text(importing, column, LIMIT_NAME);
    int value = text[0] != '\0' ? parse(text) : absent;

    if (text[0] != '\0' && value < 0)
        importing_complain(importing, column, _("“%s” is not known here; write one of these: %s"),
                           text, words(choices));
    return value;
}

static void
read_form(struct importing *importing, struct drug *drug)
{
    char *text = importing_text(importing, DRUGS_FORM, LIMIT_NAME);
    const struct drug_form *form = drug_form_find(text);

    drug->form = text;
    if (form != NULL) {
        drug->form = g_strdup(form->key);
        g_ptr_array_add(importing->texts, drug->form);
    } else if (text[0] != '\0')
        importing_complain(importing, DRUGS_FORM,
                           _("“%s” is not a dosage form; write one such as tablet (片剂)"), text);
}

static int
by_text(gconstpointer a, gconstpointer b)
{
    return strcmp(*(const char *const *)a, *(const char *const *)b);
}

/* Parts of a cell between bars, wide ones too, without blanks, each once, in order. */
static GPtrArray *
parts_of(char *text)
{
    g_autoptr(GString) narrow = g_string_new(text);
    g_auto(GStrv) pieces = NULL;
    GPtrArray *parts = g_ptr_array_new_with_free_func(g_free);

    g_string_replace(narrow, "｜", "|", 0);
    pieces = g_strsplit(narrow->str, "|", -1);
    for (char **piece = pieces; *piece != NULL; piece++)
        if (g_strstrip(*piece)[0] != '\0')
            g_ptr_array_add(parts, g_strdup(*piece));
    g_ptr_array_sort(parts, by_text);
    for (guint i = parts->len; i-- > 1;)
        if (strcmp(parts->pdata[i], parts->pdata[i - 1]) == 0)
            g_ptr_array_remove_index(parts, i);
    return parts;
}

static char **
read_ingredients(struct importing *importing)
{
    GPtrArray *parts = parts_of(importing_text(importing, DRUGS_INGREDIENTS, CSV_CELL_MAX));

    g_ptr_array_add(parts, NULL);
    return (char **)g_ptr_array_free(parts, FALSE);
}

/* ---------------------------------------------------------------------------------- the medicine */

static bool
find_drug(struct importing *importing, struct row *row, GError **error)
{
    struct drug_id id;

    row->drug.name = importing_text(importing, DRUGS_NAME, LIMIT_NAME);
    row->drug.brand = importing_text(importing, DRUGS_BRAND, LIMIT_NAME);
    row->drug.strength = importing_text(importing, DRUGS_STRENGTH, LIMIT_NAME);
    row->drug.maker = importing_text(importing, DRUGS_MAKER, LIMIT_NAME);
    return drug_same(importing->inventory, &row->drug, &id, error) &&
           (id.n == 0 || drug_by_id(importing->inventory, id, &row->before, error));
}

static void
fill(struct importing *importing, struct row *row)
{
    static const struct importing_range day_units = {1, 100000, 1, 1},
                                        pack_units = {1, LIMIT_UNITS, 1, 1};
    const struct drug fresh = {.approval = importing_text(importing, DRUGS_APPROVAL, LIMIT_NAME)};
    const struct drug *before = row->before != NULL ? row->before : &fresh;
    struct drug *drug = &row->drug;
    int type = read_word(importing, DRUGS_TYPE, drug_type_parse, DRUG_OTHER, TYPES);
    int age =
        read_word(importing, DRUGS_AGE, drug_age_parse,
                  importing_has(importing, DRUGS_AGE) ? DRUG_ALL_AGES : (int)before->age, AGES);
    int class = read_word(importing, DRUGS_CLASS, drug_class_parse, DRUG_OTC_A, CLASSES);

    drug->id = before->id;
    drug->type = (enum drug_type)type;
    drug->age = (enum drug_age)age;
    drug->class = (enum drug_class) class;
    read_form(importing, drug);
    drug->unit = importing_text(importing, DRUGS_UNIT, LIMIT_NAME);
    drug->day_units = importing_number(importing, DRUGS_DAY_UNITS, &day_units);
    drug->pack_units = importing_number(importing, DRUGS_PACK_UNITS, &pack_units);
    drug->cold_chain = importing_yes_no(importing, DRUGS_COLD_CHAIN, before->cold_chain, false);
    drug->undated = !importing_yes_no(importing, DRUGS_DATED, !before->undated, true);
    drug->approval = importing_has(importing, DRUGS_APPROVAL) ? fresh.approval : before->approval;
    drug->ingredients = importing_has(importing, DRUGS_INGREDIENTS) || row->before == NULL
                            ? read_ingredients(importing)
                            : g_strdupv(before->ingredients);
    drug->retired = importing_retired(importing, DRUGS_STATE, before->retired);
}

static const char *
yes_no(bool yes)
{
    return yes ? _("yes") : _("no");
}

static void
note_drug(struct importing *importing, const struct drug *was, const struct drug *is)
{
    g_autofree char *before = g_strjoinv("|", was->ingredients);
    g_autofree char *after = g_strjoinv("|", is->ingredients);

    importing_note(importing, DRUGS_TYPE, drug_type_word(was->type), drug_type_word(is->type));
    importing_note(importing, DRUGS_AGE, drug_age_word(was->age), drug_age_word(is->age));
    importing_note(importing, DRUGS_FORM, was->form, is->form);
    importing_note(importing, DRUGS_UNIT, was->unit, is->unit);
    importing_note_number(importing, DRUGS_DAY_UNITS, was->day_units, is->day_units);
    importing_note_number(importing, DRUGS_PACK_UNITS, was->pack_units, is->pack_units);
    importing_note(importing, DRUGS_CLASS, drug_class_word(was->class), drug_class_word(is->class));
    importing_note(importing, DRUGS_COLD_CHAIN, yes_no(was->cold_chain), yes_no(is->cold_chain));
    importing_note(importing, DRUGS_DATED, yes_no(!was->undated), yes_no(!is->undated));
    importing_note(importing, DRUGS_APPROVAL, was->approval, is->approval);
    importing_note(importing, DRUGS_INGREDIENTS, before, after);
    importing_note(importing, DRUGS_STATE, was->retired ? _("retired") : _("active"),
                   is->retired ? _("retired") : _("active"));
}

/* ----------------------------------------------------------------------------------------- codes */

static bool
is_product(enum code_kind kind, const struct code *read)
{
    if (kind == CODE_NATIONAL || kind == CODE_APPROVAL)
        return read->kind == kind;
    return read->kind == CODE_RETAIL || read->kind == CODE_OWN_LABEL || read->kind == CODE_GTIN14 ||
           read->kind == CODE_NATIONAL;
}

static bool
read_product(enum code_kind kind, const char *text, struct code *code)
{
    bool ok = kind == CODE_TRACE ? code_parse_trace_product(text, code)
                                 : code_parse(text, strlen(text), SYMBOLOGY_TYPED, code, NULL) &&
                                       is_product(kind, code);

    code->kind = kind;
    return ok;
}

/* "gtin:06901234567892:12": kind, product, base units in the pack. */
static bool
read_taught(const char *text, struct code *code, int32_t *units)
{
    g_auto(GStrv) parts = g_strsplit(text, ":", -1);
    guint64 number = 0;

    if (g_strv_length(parts) != 3 ||
        !g_ascii_string_to_unsigned(parts[2], 10, 1, LIMIT_UNITS, &number, NULL))
        return false;
    *units = (int32_t)number;
    for (size_t i = 0; i < G_N_ELEMENTS(code_kinds); i++)
        if (strcmp(code_kinds[i].word, parts[0]) == 0)
            return read_product(code_kinds[i].kind, parts[1], code);
    return false;
}

static bool
bind(struct importing *importing, const struct code *code, const char *said, struct drug_id drug,
     int32_t units, GError **error)
{
    struct drug_id known;
    int32_t known_units = 0;
    GError *failure = NULL;

    if (!drug_of_code(importing->inventory, code, &known, &known_units, error))
        return false;
    if (known.n == drug.n && known_units == units)
        return true;
    importing_note(importing, DRUGS_CODES, "", said);
    return drug_bind(importing->inventory, code, drug, units, importing->import->now, &failure) ||
           importing_settle(importing, DRUGS_CODES, failure, error);
}

static bool
bind_codes(struct importing *importing, struct drug_id drug, GError **error)
{
    g_autoptr(GPtrArray) parts = parts_of(importing_text(importing, DRUGS_CODES, CSV_CELL_MAX));

    for (guint i = 0; i < parts->len; i++) {
        struct code code;
        int32_t units = 0;

        if (!read_taught(parts->pdata[i], &code, &units))
            importing_complain(
                importing, DRUGS_CODES,
                _("“%s” is not a code; write kind, code and units of the pack, such as "
                  "trace:8123456:12, the kind being gtin, own, trace, national or "
                  "approval"),
                (const char *)parts->pdata[i]);
        else if (!bind(importing, &code, parts->pdata[i], drug, units, error))
            return false;
    }
    return true;
}

/* ------------------------------------------------------------------------------------- the row */

static bool
write_drug(struct importing *importing, struct row *row, GError **error)
{
    GError *failure = NULL;
    bool ok = true;

    if (row->before == NULL)
        ok = drug_add(importing->inventory, &row->drug, &failure);
    else {
        note_drug(importing, row->before, &row->drug);
        ok = !importing->differs || drug_edit(importing->inventory, &row->drug, &failure);
    }
    return ok || importing_settle(importing, DRUGS_NAME, failure, error);
}

static bool
take(struct importing *importing, struct row *row, GError **error)
{
    bool changed;

    if (!find_drug(importing, row, error))
        return false;
    fill(importing, row);
    if (row->before != NULL)
        importing_see(importing, DRUGS_NAME, row->drug.id.n);
    if (importing->row_bad)
        return true;
    if (!write_drug(importing, row, error))
        return false;
    if (row->before == NULL && !importing->row_bad)
        importing_see(importing, DRUGS_NAME, row->drug.id.n);
    if (importing->row_bad)
        return true;
    if (!bind_codes(importing, row->drug.id, error))
        return false;
    changed = row->before != NULL && importing_differs(importing, row->before->name);
    importing->result->added += row->before == NULL;
    importing->result->changed += changed;
    importing->result->unchanged += row->before != NULL && !changed;
    return true;
}

bool
importing_drugs_row(struct importing *importing, GError **error)
{
    struct row row = {.before = NULL};
    bool ok = take(importing, &row, error);

    drug_free(row.before);
    g_strfreev(row.drug.ingredients);
    return ok;
}
