/* The vocabulary of the catalogue: types, age groups, classes, forms. Each word is known by its key,
 * by the word people read, and by what else it is called in files from elsewhere. */

#include <string.h>

#include "base/words.h"
#include "inventory/drug.h"

struct vocable {
    const char *key, *word;
    const char *also; /* other names, each between bars */
};

static const struct vocable types[] = {
    [DRUG_FEVER] = {"fever", N_("fever"), "|退烧|退热|解热|发热|退烧药|"},
    [DRUG_COLD] = {"cold", N_("cold"), "|感冒|感冒药|流感|"},
    [DRUG_COUGH] = {"cough", N_("cough and phlegm"), "|止咳化痰|止咳|化痰|咳嗽|"},
    [DRUG_PAIN] = {"pain", N_("pain and inflammation"), "|消炎镇痛|镇痛|止痛|消炎|"},
    [DRUG_THROAT] = {"throat", N_("throat"), "|咽喉|咽喉药|利咽|"},
    [DRUG_STOMACH] = {"stomach", N_("stomach"), "|胃肠|肠胃|胃肠药|"},
    [DRUG_ALLERGY] = {"allergy", N_("allergy"), "|抗过敏|过敏|"},
    [DRUG_TOPICAL] = {"topical", N_("for the skin"), "|外用|外用药|贴剂|"},
    [DRUG_SUPPLIES] = {"supplies", N_("tests and supplies"), "|检测用品|用品|防护用品|检测与用品|"},
    [DRUG_OTHER] = {"other", N_("other"), "|其他|其它|"},
};

static const struct vocable ages[] = {
    [DRUG_ALL_AGES] = {"all", N_("all ages"), "|any|通用|全年龄|不限|"},
    [DRUG_ADULT] = {"adult", N_("adult"), "|成人|成年人|"},
    [DRUG_CHILD] = {"child", N_("child"), "|儿童|小儿|"},
};

static const struct vocable classes[] = {
    [DRUG_OTC_A] = {"A", N_("OTC class A"), "|甲|甲类|甲类非处方药|OTC甲|"},
    [DRUG_OTC_B] = {"B", N_("OTC class B"), "|乙|乙类|乙类非处方药|OTC乙|"},
    [DRUG_PRESCRIPTION] = {"rx", N_("prescription"), "|处方|处方药|Rx|RX|"},
    [DRUG_NO_CLASS] = {"none", N_("no medicine"), "|非药品|无|"},
};

const struct drug_form drug_forms[] = {
    {"tablet", N_("tablets"), true},
    {"capsule", N_("capsules"), true},
    {"softgel", N_("soft capsules"), true},
    {"granules", N_("granules"), true},
    {"powder", N_("powder"), true},
    {"pill", N_("pills"), true},
    {"lozenge", N_("lozenges"), true},
    {"effervescent", N_("effervescent tablets"), true},
    {"chewable", N_("chewable tablets"), true},
    {"oral_liquid", N_("oral liquid"), true}, /* in single-dose vials */
    {"solution", N_("solution"), false},
    {"syrup", N_("syrup"), false},
    {"suspension", N_("suspension"), false},
    {"drops", N_("oral drops"), false},
    {"eye_drops", N_("eye drops"), false},
    {"nasal_spray", N_("nasal spray"), false},
    {"spray", N_("spray"), false},
    {"cream", N_("cream"), false},
    {"ointment", N_("ointment"), false},
    {"gel", N_("gel"), false},
    {"liniment", N_("liniment"), false},
    {"patch", N_("patches"), true},
    {"suppository", N_("suppositories"), true},
    {"device", N_("device"), true},
    {NULL, NULL, false},
};

static const struct {
    const char *key, *also;
} form_aliases[] = {
    {"tablet", "|片剂|片|"},
    {"capsule", "|胶囊|胶囊剂|"},
    {"softgel", "|软胶囊|"},
    {"granules", "|颗粒|颗粒剂|冲剂|"},
    {"powder", "|散剂|散|粉剂|"},
    {"pill", "|丸剂|丸|滴丸|"},
    {"lozenge", "|含片|"},
    {"effervescent", "|泡腾片|"},
    {"chewable", "|咀嚼片|"},
    {"oral_liquid", "|口服液|"},
    {"solution", "|溶液|口服溶液|"},
    {"syrup", "|糖浆|糖浆剂|"},
    {"suspension", "|混悬液|"},
    {"drops", "|滴剂|"},
    {"eye_drops", "|滴眼液|"},
    {"nasal_spray", "|鼻喷剂|"},
    {"spray", "|喷雾|喷雾剂|气雾剂|"},
    {"cream", "|乳膏|乳膏剂|"},
    {"ointment", "|软膏|药膏|"},
    {"gel", "|凝胶|"},
    {"liniment", "|搽剂|酊剂|油剂|"},
    {"patch", "|贴|贴剂|贴膏|膏药|"},
    {"suppository", "|栓剂|栓|"},
    {"device", "|器械|用品|"},
};

/* What Chinese measure words are in English, in a medicine of that form (NULL: any; the first row that
 * fits). */
static const struct {
    const char *unit, *form, *word;
} measures[] = {
    {"片", "lozenge", "lozenge"},
    {"片", NULL, "tablet"},
    {"粒", "suppository", "suppository"},
    {"粒", "pill", "pill"},
    {"粒", NULL, "capsule"},
    {"枚", "suppository", "suppository"},
    {"枚", NULL, "piece"},
    {"支", "suppository", "suppository"},
    {"支", "cream", "tube"},
    {"支", "ointment", "tube"},
    {"支", "gel", "tube"},
    {"支", "device", "piece"},
    {"支", NULL, "vial"},
    {"袋", NULL, "sachet"},
    {"丸", NULL, "pill"},
    {"滴", NULL, "drop"},
    {"贴", NULL, "patch"},
    {"瓶", NULL, "bottle"},
    {"管", NULL, "tube"},
    {"条", NULL, "strip"},
    {"个", NULL, "piece"},
    {"只", NULL, "piece"},
    {"毫升", NULL, "ml"},
    {"克", NULL, "g"},
};

/* English units, which take their plural. What is not here, such as ml and g, stays as it is typed. */
static const struct {
    const char *one, *many;
} units[] = {
    {NP_("tablet", "tablets")},
    {NP_("capsule", "capsules")},
    {NP_("sachet", "sachets")},
    {NP_("lozenge", "lozenges")},
    {NP_("pill", "pills")},
    {NP_("drop", "drops")},
    {NP_("dose", "doses")},
    {NP_("patch", "patches")},
    {NP_("suppository", "suppositories")},
    {NP_("ampoule", "ampoules")},
    {NP_("vial", "vials")},
    {NP_("tube", "tubes")},
    {NP_("bottle", "bottles")},
    {NP_("strip", "strips")},
    {NP_("test", "tests")},
    {NP_("mask", "masks")},
    {NP_("piece", "pieces")},
};

static bool
is_among(const char *also, const char *text)
{
    g_autofree char *between = g_strdup_printf("|%s|", text);

    return text[0] != '\0' && strchr(text, '|') == NULL && strstr(also, between) != NULL;
}

static int
parse(const struct vocable *list, int first, int last, const char *text)
{
    for (int i = first; i <= last; i++)
        if (g_ascii_strcasecmp(list[i].key, text) == 0 ||
            g_ascii_strcasecmp(list[i].word, text) == 0 || strcmp(_(list[i].word), text) == 0 ||
            is_among(list[i].also, text))
            return i;
    return -1;
}

const char *
drug_type_key(enum drug_type type)
{
    return types[type].key;
}

const char *
drug_type_word(enum drug_type type)
{
    return _(types[type].word);
}

int
drug_type_parse(const char *text)
{
    return parse(types, DRUG_FEVER, DRUG_TYPES, text);
}

bool
drug_type_is_critical(enum drug_type type)
{
    return type == DRUG_FEVER || type == DRUG_COLD;
}

const char *
drug_age_key(enum drug_age age)
{
    return ages[age].key;
}

const char *
drug_age_word(enum drug_age age)
{
    return _(ages[age].word);
}

int
drug_age_parse(const char *text)
{
    return parse(ages, DRUG_ALL_AGES, DRUG_CHILD, text);
}

const char *drug_class_key(enum drug_class class)
{
    return classes[class].key;
}

const char *drug_class_word(enum drug_class class)
{
    return _(classes[class].word);
}

int
drug_class_parse(const char *text)
{
    return parse(classes, DRUG_OTC_A, DRUG_NO_CLASS, text);
}

/* By the word that is kept, which is what bookings ask for. */
static const struct drug_form *
form_of_key(const char *key)
{
    for (const struct drug_form *form = drug_forms; form->key != NULL; form++)
        if (strcmp(form->key, key) == 0)
            return form;
    return NULL;
}

const struct drug_form *
drug_form_find(const char *text)
{
    const char *key = text;
    const struct drug_form *kept = form_of_key(text);

    if (kept != NULL)
        return kept;
    for (size_t i = 0; i < G_N_ELEMENTS(form_aliases); i++)
        if (is_among(form_aliases[i].also, text))
            key = form_aliases[i].key;
    for (const struct drug_form *form = drug_forms; form->key != NULL; form++)
        if (g_ascii_strcasecmp(form->key, key) == 0 || g_ascii_strcasecmp(form->word, key) == 0 ||
            strcmp(_(form->word), key) == 0)
            return form;
    return NULL;
}

static const char *
english_of(const struct drug *drug)
{
    for (size_t i = 0; i < G_N_ELEMENTS(measures); i++)
        if (strcmp(measures[i].unit, drug->unit) == 0 &&
            (measures[i].form == NULL || g_strcmp0(measures[i].form, drug->form) == 0))
            return measures[i].word;
    return drug->unit;
}

const char *
drug_unit_word(const struct drug *drug, int64_t n)
{
    const char *unit = words_language() == WORDS_EN ? english_of(drug) : drug->unit;

    for (size_t i = 0; i < G_N_ELEMENTS(units); i++)
        if (g_ascii_strcasecmp(units[i].one, unit) == 0)
            return words_plural(units[i].one, units[i].many, n);
    return unit;
}
