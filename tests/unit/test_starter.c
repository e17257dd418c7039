#include "inventory/starter.h"

#include "inventory/taught.h"
#include "tests/unit/fixture.h"

/* An inventory as it is first made, with the starter catalogue in it. */
struct start {
    struct inventory *inventory;
    GPtrArray *drugs;
};

static void
start_open(struct start *start, gconstpointer data)
{
    struct inventory_plan plan = {.city = "city", .district = "district"};
    GError *error = NULL;

    (void)data;
    words_use(WORDS_EN);
    g_assert_true(inventory_create(":memory:", &plan, &start->inventory, &error));
    g_assert_no_error(error);
    g_assert_true(drug_list(start->inventory, true, &start->drugs, NULL));
}

static void
start_close(struct start *start, gconstpointer data)
{
    (void)data;
    g_ptr_array_unref(start->drugs);
    inventory_close(start->inventory);
}

static bool
is_medicine(const struct drug *drug)
{
    return drug->class != DRUG_NO_CLASS;
}

static void
there_is_enough_to_start_with(struct start *start, gconstpointer data)
{
    guint of_type[DRUG_TYPES + 1] = {0}, of_age[DRUG_AGES] = {0};

    (void)data;
    g_assert_cmpuint(start->drugs->len, >=, 60);
    for (guint i = 0; i < start->drugs->len; i++) {
        const struct drug *drug = start->drugs->pdata[i];

        of_type[drug->type]++;
        of_age[drug->age]++;
    }
    for (int type = DRUG_FEVER; type <= DRUG_OTHER; type++)
        g_assert_cmpuint(of_type[type], >, 0);
    for (int age = DRUG_ALL_AGES; age <= DRUG_CHILD; age++)
        g_assert_cmpuint(of_age[age], >, 0);
}

/* Shortages of these two are flagged for adults and children apart. */
static void
the_critical_types_have_both_ages(struct start *start, gconstpointer data)
{
    bool seen[DRUG_TYPES + 1][DRUG_AGES] = {{false}};

    (void)data;
    for (guint i = 0; i < start->drugs->len; i++) {
        const struct drug *drug = start->drugs->pdata[i];

        seen[drug->type][drug->age] = true;
    }
    for (int type = DRUG_FEVER; type <= DRUG_OTHER; type++)
        if (drug_type_is_critical((enum drug_type)type))
            g_assert_true(seen[type][DRUG_ADULT] && seen[type][DRUG_CHILD]);
}

/* What would not pass as a drug of one's own has no place here either. */
static void
every_field_is_valid(struct start *start, gconstpointer data)
{
    (void)data;
    for (guint i = 0; i < start->drugs->len; i++) {
        struct drug *drug = start->drugs->pdata[i];
        GError *error = NULL;

        g_assert_true(drug_edit(start->inventory, drug, &error));
        g_assert_no_error(error);
        g_assert_nonnull(drug_form_find(drug->form));
        g_assert_cmpstr(drug->unit, !=, "");
    }
}

static void
nothing_a_box_may_not_hold(struct start *start, gconstpointer data)
{
    (void)data;
    for (guint i = 0; i < start->drugs->len; i++) {
        const struct drug *drug = start->drugs->pdata[i];

        g_assert_cmpint(drug->class, !=, DRUG_PRESCRIPTION);
        g_assert_false(drug->cold_chain);
        g_assert_false(drug->retired);
        g_assert_true(!drug->undated || !is_medicine(drug));
        g_assert_true(drug->type != DRUG_SUPPLIES || !is_medicine(drug));
    }
}

static void
a_pack_lasts_some_days(struct start *start, gconstpointer data)
{
    (void)data;
    for (guint i = 0; i < start->drugs->len; i++) {
        const struct drug *drug = start->drugs->pdata[i];

        g_assert_cmpint(drug->pack_units, <=, 500);
        g_assert_cmpint(drug->day_units, <=, drug->pack_units); /* at least one */
        g_assert_cmpint(drug->pack_units / drug->day_units, <=, 60);
    }
}

/* The warning of the same ingredient twice stands and falls with these. */
static void
every_medicine_has_ingredients(struct start *start, gconstpointer data)
{
    guint paracetamol = 0;

    (void)data;
    for (guint i = 0; i < start->drugs->len; i++) {
        const struct drug *drug = start->drugs->pdata[i];

        g_assert_true(drug->ingredients[0] != NULL || !is_medicine(drug));
        if (drug->type == DRUG_COLD &&
            g_strv_contains((const char *const *)drug->ingredients, "对乙酰氨基酚"))
            paracetamol++;
    }
    g_assert_cmpuint(paracetamol, >, 0);
}

static void
no_codes_are_bound(struct start *start, gconstpointer data)
{
    (void)data;
    for (guint i = 0; i < start->drugs->len; i++) {
        g_autoptr(GPtrArray) codes = NULL;

        g_assert_true(taught_list(start->inventory, ((struct drug *)start->drugs->pdata[i])->id,
                                  &codes, NULL));
        g_assert_cmpuint(codes->len, ==, 0);
    }
}

static void
no_maker_and_no_brand(struct start *start, gconstpointer data)
{
    (void)data;
    for (guint i = 0; i < start->drugs->len; i++) {
        const struct drug *drug = start->drugs->pdata[i];

        g_assert_cmpstr(drug->brand, ==, "");
        g_assert_cmpstr(drug->maker, ==, "");
        g_assert_cmpstr(drug->approval, ==, "");
    }
}

static void
loaded_again_it_adds_nothing(struct start *start, gconstpointer data)
{
    g_autoptr(GPtrArray) after = NULL;
    GError *error = NULL;
    bool ok;

    (void)data;
    g_assert_true(db_begin(start->inventory->db, NULL));
    ok = starter_load(start->inventory, &error);
    g_assert_true(db_end(start->inventory->db, ok, NULL));
    g_assert_no_error(error);
    g_assert_true(drug_list(start->inventory, true, &after, NULL));
    g_assert_cmpuint(after->len, ==, start->drugs->len);
}

static void
without_it_there_is_nothing(struct start *start, gconstpointer data)
{
    struct inventory_plan plan = {.empty = true};
    struct inventory *inventory = NULL;
    g_autoptr(GPtrArray) drugs = NULL;

    (void)start, (void)data;
    g_assert_true(inventory_create(":memory:", &plan, &inventory, NULL));
    g_assert_true(drug_list(inventory, true, &drugs, NULL));
    g_assert_cmpuint(drugs->len, ==, 0);
    inventory_close(inventory);
}

int
main(int argc, char **argv)
{
    static const struct {
        const char *name;
        void (*run)(struct start *, gconstpointer);
    } tests[] = {
        {"/starter/there is enough to start with", there_is_enough_to_start_with},
        {"/starter/the critical types have both ages", the_critical_types_have_both_ages},
        {"/starter/every field is valid", every_field_is_valid},
        {"/starter/nothing a box may not hold", nothing_a_box_may_not_hold},
        {"/starter/a pack lasts some days", a_pack_lasts_some_days},
        {"/starter/every medicine has ingredients", every_medicine_has_ingredients},
        {"/starter/no codes are bound", no_codes_are_bound},
        {"/starter/no maker and no brand", no_maker_and_no_brand},
        {"/starter/loaded again it adds nothing", loaded_again_it_adds_nothing},
        {"/starter/without it there is nothing", without_it_there_is_nothing},
    };

    g_test_init(&argc, &argv, NULL);
    for (size_t i = 0; i < G_N_ELEMENTS(tests); i++)
        g_test_add(tests[i].name, struct start, NULL, start_open, tests[i].run, start_close);
    return g_test_run();
}
