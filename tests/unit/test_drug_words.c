#include "inventory/drug.h"

#include <glib.h>

#include "base/words.h"

static void
amount_is(const char *unit, int32_t pack_units, int64_t units, const char *expected)
{
    struct drug drug = {.unit = (char *)(uintptr_t)unit, .pack_units = pack_units};
    g_autofree char *amount = drug_amount(&drug, units);

    g_assert_cmpstr(amount, ==, expected);
}

static void
units_take_their_plural(void)
{
    words_use(WORDS_EN);
    amount_is("tablet", 20, 1, "1 tablet");
    amount_is("tablet", 20, 17, "17 tablets");
    amount_is("tablet", 20, 0, "0 tablets");
    amount_is("piece", 1, 2, "2 pieces");
    amount_is("patch", 6, 5, "5 patches");
    amount_is("Tablet", 20, 3, "3 tablets");
}

static void
packs_stand_before_loose_units(void)
{
    words_use(WORDS_EN);
    amount_is("tablet", 12, 12, "1 pack");
    amount_is("tablet", 12, 24, "2 packs");
    amount_is("tablet", 12, 13, "1 pack + 1 tablet");
    amount_is("tablet", 12, 27, "2 packs + 3 tablets");
    amount_is("lozenge", 24, 6000000025, "250000001 packs + 1 lozenge");
}

static void
other_units_stay(void)
{
    words_use(WORDS_EN);
    amount_is("ml", 100, 30, "30 ml");
    amount_is("g", 20, 25, "1 pack + 5 g");
    amount_is("tablets", 20, 1, "1 tablets"); /* as typed: not a word we know */
    amount_is("tab", 20, 2, "2 tab");
}

static void
unit_of(const char *unit, const char *form, int64_t n, const char *expected)
{
    struct drug drug = {.unit = (char *)(uintptr_t)unit, .form = (char *)(uintptr_t)form};

    g_assert_cmpstr(drug_unit_word(&drug, n), ==, expected);
}

static void
measure_words_are_said_in_english(void)
{
    words_use(WORDS_EN);
    amount_is("片", 20, 17, "17 tablets");
    amount_is("片", 20, 41, "2 packs + 1 tablet");
    amount_is("毫升", 100, 30, "30 ml");
    unit_of("粒", "capsule", 10, "capsules");
    unit_of("粒", "suppository", 10, "suppositories");
    unit_of("支", "oral_liquid", 1, "vial");
    unit_of("支", "ointment", 2, "tubes");
    unit_of("束", "device", 2, "束"); /* not a word we know */
    words_use(WORDS_ZH);
    unit_of("粒", "suppository", 10, "粒");
}

static void
chinese_has_no_blanks(void)
{
    words_use(WORDS_ZH);
    amount_is("片", 20, 17, "17片");
    amount_is("片", 20, 57, "2盒+17片");
    amount_is("片", 20, 40, "2盒");
    amount_is("ml", 100, 30, "30ml");
    amount_is("tablet", 20, 57, "2盒+17片");
}

/* Every word that people read, in either language, means one key: no two share a word. */
static void
words_lead_back(void)
{
    for (int language = WORDS_ZH; language <= WORDS_EN; language++) {
        words_use((enum words_language)language);
        for (int i = DRUG_FEVER; i <= DRUG_TYPES; i++)
            g_assert_cmpint(drug_type_parse(drug_type_word((enum drug_type)i)), ==, i);
        for (int i = 0; i < DRUG_AGES; i++)
            g_assert_cmpint(drug_age_parse(drug_age_word((enum drug_age)i)), ==, i);
        for (int i = DRUG_OTC_A; i <= DRUG_NO_CLASS; i++)
            g_assert_cmpint(drug_class_parse(drug_class_word((enum drug_class)i)), ==, i);
        for (const struct drug_form *form = drug_forms; form->key != NULL; form++)
            g_assert_cmpstr(drug_form_find(words(form->word))->key, ==, form->key);
    }
}

/* A file written in Chinese is read by a program that speaks English, and the other way round. */
static void
words_of_the_other_language_are_understood(void)
{
    for (int i = DRUG_FEVER; i <= DRUG_TYPES; i++) {
        const char *word;

        words_use(WORDS_ZH);
        word = drug_type_word((enum drug_type)i);
        words_use(WORDS_EN);
        g_assert_cmpint(drug_type_parse(word), ==, i);
        word = drug_type_word((enum drug_type)i);
        words_use(WORDS_ZH);
        g_assert_cmpint(drug_type_parse(word), ==, i);
    }
    words_use(WORDS_EN);
    for (const struct drug_form *form = drug_forms; form->key != NULL; form++) {
        const char *word;

        words_use(WORDS_ZH);
        word = words(form->word);
        words_use(WORDS_EN);
        g_assert_cmpstr(drug_form_find(word)->key, ==, form->key);
    }
}

static void
nonsense_is_no_word(void)
{
    g_assert_cmpint(drug_type_parse(""), ==, -1);
    g_assert_cmpint(drug_type_parse("退"), ==, -1);
    g_assert_cmpint(drug_type_parse("|"), ==, -1);
    g_assert_cmpint(drug_type_parse("退烧|退热"), ==, -1);
    g_assert_cmpint(drug_age_parse("baby"), ==, -1);
    g_assert_cmpint(drug_class_parse("C"), ==, -1);
    g_assert_null(drug_form_find(""));
    g_assert_null(drug_form_find("sweet"));
}

int
main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/drug-words/units-take-their-plural", units_take_their_plural);
    g_test_add_func("/drug-words/packs-stand-before-loose-units", packs_stand_before_loose_units);
    g_test_add_func("/drug-words/other-units-stay", other_units_stay);
    g_test_add_func("/drug-words/measure-words-are-said-in-english",
                    measure_words_are_said_in_english);
    g_test_add_func("/drug-words/chinese-has-no-blanks", chinese_has_no_blanks);
    g_test_add_func("/drug-words/words-lead-back", words_lead_back);
    g_test_add_func("/drug-words/words-of-the-other-language-are-understood",
                    words_of_the_other_language_are_understood);
    g_test_add_func("/drug-words/nonsense-is-no-word", nonsense_is_no_word);
    return g_test_run();
}
