/* What codes mean: teaching and looking up. */

#include "inventory/resolve.h"
#include "inventory/taught.h"
#include "tests/unit/fixture.h"

#define RETAIL "6901234567892"
#define RETAIL_GS1 "(01)06901234567892(17)270331(10)LOT7"
#define OWN_LABEL "2000000000015"
#define TRACE "81234567890123456789"
#define TRACE_OF_ANOTHER_PACK "81234569999999999999"
#define NATIONAL "86904879000126"
#define APPROVAL "国药准字H20123456"

static struct code
code(const char *text)
{
    struct code code;

    g_assert_true(code_parse(text, strlen(text), SYMBOLOGY_TYPED, &code, NULL));
    return code;
}

static void
teach(struct fixture *f, const char *text, enum fixture_drug drug, int32_t units)
{
    struct code taught = code(text);
    GError *error = NULL;

    g_assert_true(drug_bind(f->inventory, &taught, f->drugs[drug], units, FIXTURE_NOW, &error));
    g_assert_no_error(error);
}

static void
expect_meaning(struct fixture *f, const char *text, int64_t drug, int32_t units)
{
    struct code asked = code(text);
    struct drug_id id = {-1};
    int32_t n = -1;

    g_assert_true(drug_of_code(f->inventory, &asked, &id, &n, NULL));
    g_assert_cmpint(id.n, ==, drug);
    g_assert_cmpint(n, ==, units);
}

static void
refuse_bind(struct fixture *f, const struct code *code, struct drug_id drug, int32_t units,
            enum err why, const char *part)
{
    g_autoptr(GError) error = NULL;

    g_assert_false(drug_bind(f->inventory, code, drug, units, FIXTURE_NOW, &error));
    g_assert_error(error, ERR, (gint)why);
    g_assert_nonnull(strstr(error->message, part));
}

static void
expect_found(struct fixture *f, const char *text, int64_t id)
{
    struct drug *drug = NULL;

    g_assert_true(drug_find(f->inventory, text, &drug, NULL));
    g_assert_cmpint(drug->id.n, ==, id);
    drug_free(drug);
}

static void
codes_are_learned(struct fixture *f, gconstpointer data)
{
    const char *const codes[] = {RETAIL, OWN_LABEL, TRACE, NATIONAL, APPROVAL};

    (void)data;
    for (size_t i = 0; i < G_N_ELEMENTS(codes); i++) {
        expect_meaning(f, codes[i], 0, 0);
        teach(f, codes[i], (enum fixture_drug)i, (int32_t)i + 10);
    }
    for (size_t i = 0; i < G_N_ELEMENTS(codes); i++) {
        expect_meaning(f, codes[i], f->drugs[i].n, (int32_t)i + 10);
        expect_found(f, codes[i], f->drugs[i].n);
    }
    expect_meaning(f, TRACE_OF_ANOTHER_PACK, f->drugs[2].n, 12);
}

static void
a_number_means_the_same_whatever_carries_it(struct fixture *f, gconstpointer data)
{
    (void)data;
    teach(f, RETAIL_GS1, TABLETS, 12);
    expect_meaning(f, RETAIL, f->drugs[TABLETS].n, 12);
    expect_meaning(f, "https://id.gs1.org/01/6901234567892/10/A", f->drugs[TABLETS].n, 12);
    expect_meaning(f, "16901234567899", 0, 0); /* the outer pack is another number */
    teach(f, "16901234567899", TABLETS, 120);
    expect_meaning(f, RETAIL, f->drugs[TABLETS].n, 12);
}

static void
taught_again(struct fixture *f, gconstpointer data)
{
    struct code asked = code(RETAIL);

    (void)data;
    teach(f, RETAIL, TABLETS, 12);
    teach(f, RETAIL, TABLETS, 24); /* the pack holds so many, it turned out */
    expect_meaning(f, RETAIL, f->drugs[TABLETS].n, 24);
    refuse_bind(f, &asked, f->drugs[SYRUP], 100, ERR_REFUSED, "paracetamol");
    expect_meaning(f, RETAIL, f->drugs[TABLETS].n, 24);
}

static void
what_is_no_code_of_a_medicine(struct fixture *f, gconstpointer data)
{
    struct code other = code("K7M2QX6");

    (void)data;
    refuse_bind(f, &other, f->drugs[TABLETS], 1, ERR_INPUT, "not the code of a medicine");
    other = code("MEDBOX:TIMES:12");
    refuse_bind(f, &other, f->drugs[TABLETS], 1, ERR_INPUT, "not the code of a medicine");
    other = code("(17)270331(10)LOT7"); /* names no product */
    refuse_bind(f, &other, f->drugs[TABLETS], 1, ERR_INPUT, "not the code of a medicine");
    g_assert_false(
        code_parse("6901234567893", 13, SYMBOLOGY_TYPED, &other, NULL)); /* wrong check */
    refuse_bind(f, &other, f->drugs[TABLETS], 1, ERR_INPUT, "not the code of a medicine");
}

static void
bad_bindings_are_refused(struct fixture *f, gconstpointer data)
{
    struct code asked = code(RETAIL);

    (void)data;
    refuse_bind(f, &asked, f->drugs[TABLETS], 0, ERR_INPUT, "in the pack");
    refuse_bind(f, &asked, f->drugs[TABLETS], -3, ERR_INPUT, "in the pack");
    refuse_bind(f, &asked, f->drugs[TABLETS], 1000001, ERR_INPUT, "in the pack");
    refuse_bind(f, &asked, (struct drug_id){999}, 12, ERR_MISSING, "medicine");
    expect_meaning(f, RETAIL, 0, 0);
}

static guint
waiting(struct fixture *f)
{
    g_autoptr(GPtrArray) codes = NULL;

    g_assert_true(resolve_waiting_list(f->inventory, &codes, NULL));
    return codes->len;
}

static void
a_taught_code_waits_no_longer(struct fixture *f, gconstpointer data)
{
    struct code seen = code(RETAIL), other = code(OWN_LABEL);
    g_autoptr(GPtrArray) left = NULL;

    (void)data;
    g_assert_true(resolve_keep_unknown(f->inventory, &seen, f->lobby, FIXTURE_NOW, NULL));
    g_assert_true(resolve_keep_unknown(f->inventory, &other, f->lobby, FIXTURE_NOW, NULL));
    g_assert_cmpuint(waiting(f), ==, 2);
    refuse_bind(f, &seen, (struct drug_id){999}, 12, ERR_MISSING, "medicine");
    g_assert_cmpuint(waiting(f), ==, 2);
    teach(f, RETAIL, TABLETS, 12);
    g_assert_true(resolve_waiting_list(f->inventory, &left, NULL));
    g_assert_cmpuint(left->len, ==, 1);
    g_assert_cmpstr(((struct resolve_waiting *)left->pdata[0])->code, ==, other.product);
}

static void
what_a_drug_was_taught_is_listed(struct fixture *f, gconstpointer data)
{
    g_autoptr(GPtrArray) codes = NULL, none = NULL;
    const struct taught *first;

    (void)data;
    teach(f, RETAIL, TABLETS, 12);
    teach(f, APPROVAL, TABLETS, 24);
    g_assert_true(taught_list(f->inventory, f->drugs[TABLETS], &codes, NULL));
    g_assert_cmpuint(codes->len, ==, 2);
    first = codes->pdata[0];
    g_assert_cmpstr(first->kind, ==, "gtin");
    g_assert_cmpstr(first->code, ==, "06901234567892");
    g_assert_cmpint(first->units, ==, 12);
    g_assert_cmpint(first->learned_at, ==, FIXTURE_NOW);
    g_assert_cmpstr(((struct taught *)codes->pdata[1])->kind, ==, "approval");
    g_assert_true(taught_list(f->inventory, f->drugs[SYRUP], &none, NULL));
    g_assert_cmpuint(none->len, ==, 0);
}

static void
unbound_again(struct fixture *f, gconstpointer data)
{
    struct code taught = code("6901234567892");
    struct drug_id drug;
    GError *error = NULL;
    bool booked = true;

    (void)data;
    teach(f, "6901234567892", TABLETS, 24);
    g_assert_true(drug_unbind(f->inventory, &taught, &drug, &booked, &error));
    g_assert_no_error(error);
    g_assert_cmpint(drug.n, ==, f->drugs[TABLETS].n);
    g_assert_false(booked);
    expect_meaning(f, "6901234567892", 0, 0);
    g_assert_false(drug_unbind(f->inventory, &taught, &drug, &booked, &error));
    g_assert_error(error, ERR, (gint)ERR_MISSING);
    g_clear_error(&error);
    teach(f, "6901234567892", SYRUP, 100); /* what it means after all */
    fixture_donate(f, SYRUP, 100, "2028-01", NULL);
    g_assert_true(drug_unbind(f->inventory, &taught, &drug, &booked, NULL));
    g_assert_true(booked);
    fixture_audit(f);
}

int
main(int argc, char **argv)
{
    static const struct {
        const char *name;
        void (*run)(struct fixture *, gconstpointer);
    } tests[] = {
        {"/drug-code/learned", codes_are_learned},
        {"/drug-code/a number means the same whatever carries it",
         a_number_means_the_same_whatever_carries_it},
        {"/drug-code/taught again", taught_again},
        {"/drug-code/what is no code of a medicine", what_is_no_code_of_a_medicine},
        {"/drug-code/bad bindings are refused", bad_bindings_are_refused},
        {"/drug-code/a taught code waits no longer", a_taught_code_waits_no_longer},
        {"/drug-code/what a drug was taught is listed", what_a_drug_was_taught_is_listed},
        {"/drug-code/unbound again", unbound_again},
    };

    g_test_init(&argc, &argv, NULL);
    for (size_t i = 0; i < G_N_ELEMENTS(tests); i++)
        g_test_add(tests[i].name, struct fixture, NULL, fixture_open, tests[i].run, fixture_close);
    return g_test_run();
}
