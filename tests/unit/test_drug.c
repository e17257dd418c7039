#include "inventory/drug.h"

#include "tests/unit/fixture.h"

#define RETAIL "6901234567892"

/* A drug as a caller holds it; its texts belong to the test. */
static struct drug
draft(char *name, char **ingredients)
{
    static char empty[] = "", tablet[] = "tablet";

    return (struct drug){
        .name = name,
        .brand = empty,
        .type = DRUG_FEVER,
        .age = DRUG_ADULT,
        .form = tablet,
        .strength = empty,
        .unit = tablet,
        .day_units = 4,
        .pack_units = 12,
        .class = DRUG_OTC_B,
        .approval = empty,
        .maker = empty,
        .ingredients = ingredients,
    };
}

static struct drug_id
must_add(struct fixture *f, struct drug *drug)
{
    GError *error = NULL;

    g_assert_true(drug_add(f->inventory, drug, &error));
    g_assert_no_error(error);
    g_assert_cmpint(drug->id.n, >, 0);
    return drug->id;
}

static struct drug *
by_id(struct fixture *f, struct drug_id id)
{
    struct drug *drug = NULL;
    GError *error = NULL;

    g_assert_true(drug_by_id(f->inventory, id, &drug, &error));
    g_assert_no_error(error);
    return drug;
}

static int64_t
found(struct fixture *f, const char *what)
{
    struct drug *drug = NULL;
    GError *error = NULL;
    int64_t id;

    g_assert_true(drug_find(f->inventory, what, &drug, &error));
    g_assert_no_error(error);
    id = drug->id.n;
    drug_free(drug);
    return id;
}

static void
refuse_find(struct fixture *f, const char *what, enum err why, const char *part)
{
    struct drug *drug = NULL;
    g_autoptr(GError) error = NULL;

    g_assert_false(drug_find(f->inventory, what, &drug, &error));
    g_assert_error(error, ERR, (gint)why);
    g_assert_nonnull(strstr(error->message, part));
    g_assert_null(drug);
}

static guint
how_many(struct fixture *f, bool retired_too)
{
    g_autoptr(GPtrArray) drugs = NULL;

    g_assert_true(drug_list(f->inventory, retired_too, &drugs, NULL));
    return drugs->len;
}

/* Refuses a drug both as a new one and as the new fields of an old one, and changes nothing. */
static void
refuse_fields(struct fixture *f, const struct drug *draft, enum err why, const char *part)
{
    guint before = how_many(f, true);
    struct drug new = *draft, edited = *draft, *kept;
    GError *error = NULL;

    g_assert_false(drug_add(f->inventory, &new, &error));
    g_assert_error(error, ERR, (gint)why);
    g_assert_nonnull(strstr(error->message, part));
    g_clear_error(&error);
    edited.id = f->drugs[TABLETS];
    g_assert_false(drug_edit(f->inventory, &edited, &error));
    g_assert_error(error, ERR, (gint)why);
    g_assert_nonnull(strstr(error->message, part));
    g_clear_error(&error);
    g_assert_cmpuint(how_many(f, true), ==, before);
    kept = by_id(f, f->drugs[TABLETS]);
    g_assert_cmpstr(kept->name, ==, "paracetamol");
    g_assert_cmpstr(kept->ingredients[0], ==, "paracetamol");
    drug_free(kept);
}

/* ------------------------------------------------------------------------------- adding, changing */

static void
all_fields_are_kept(struct fixture *f, gconstpointer data)
{
    char name[] = " 布洛芬混悬液 ", brand[] = "美林", form[] = "混悬液", strength[] = "2%",
         unit[] = "ml", approval[] = "H20123456", maker[] = "示例药厂";
    char second[] = " 布洛芬 ", first[] = "a", again[] = "a";
    char *ingredients[] = {second, first, again, NULL};
    struct drug new = draft(name, ingredients), *drug;

    (void)data;
    new.brand = brand, new.form = form, new.strength = strength, new.unit = unit;
    new.approval = approval, new.maker = maker;
    new.age = DRUG_CHILD, new.class = DRUG_NO_CLASS, new.day_units = 100000;
    new.pack_units = 1000000, new.cold_chain = new.undated = true;
    drug = by_id(f, must_add(f, &new));
    g_assert_cmpstr(drug->name, ==, "布洛芬混悬液");
    g_assert_cmpstr(drug->brand, ==, "美林");
    g_assert_cmpstr(drug->form, ==, "suspension");
    g_assert_cmpstr(drug->strength, ==, "2%");
    g_assert_cmpstr(drug->unit, ==, "ml");
    g_assert_cmpstr(drug->approval, ==, "H20123456");
    g_assert_cmpstr(drug->maker, ==, "示例药厂");
    g_assert_cmpint(drug->type, ==, DRUG_FEVER);
    g_assert_cmpint(drug->age, ==, DRUG_CHILD);
    g_assert_cmpint(drug->class, ==, DRUG_NO_CLASS);
    g_assert_cmpint(drug->day_units, ==, 100000);
    g_assert_cmpint(drug->pack_units, ==, 1000000);
    g_assert_true(drug->cold_chain && drug->undated && !drug->retired);
    g_assert_cmpuint(g_strv_length(drug->ingredients), ==, 2);
    g_assert_cmpstr(drug->ingredients[0], ==, "a");
    g_assert_cmpstr(drug->ingredients[1], ==, "布洛芬");
    drug_free(drug);
}

static void
bad_texts_are_refused(struct fixture *f, gconstpointer data)
{
    char *none[] = {NULL};
    char good[] = "good", blank[] = " \t ", lines[] = "a\nb", bytes[] = "\xb2\xbc",
         jelly[] = "jelly";
    g_autofree char *longer = g_strnfill(121, 'x');
    struct drug drug = draft(blank, none);

    (void)data;
    refuse_fields(f, &drug, ERR_INPUT, "generic name");
    drug = draft(lines, none);
    refuse_fields(f, &drug, ERR_INPUT, "control");
    drug = draft(good, none), drug.brand = longer;
    refuse_fields(f, &drug, ERR_INPUT, "brand");
    drug = draft(good, none), drug.strength = lines;
    refuse_fields(f, &drug, ERR_INPUT, "strength");
    drug = draft(good, none), drug.unit = blank;
    refuse_fields(f, &drug, ERR_INPUT, "unit");
    drug = draft(good, none), drug.maker = bytes;
    refuse_fields(f, &drug, ERR_INPUT, "maker");
    drug = draft(good, none), drug.approval = longer;
    refuse_fields(f, &drug, ERR_INPUT, "approval number");
    drug = draft(good, none), drug.form = jelly;
    refuse_fields(f, &drug, ERR_INPUT, "jelly");
}

static void
bad_numbers_are_refused(struct fixture *f, gconstpointer data)
{
    char *none[] = {NULL};
    char good[] = "good";
    struct drug drug = draft(good, none);

    (void)data;
    drug.day_units = 0;
    refuse_fields(f, &drug, ERR_INPUT, "a day");
    drug.day_units = 100001;
    refuse_fields(f, &drug, ERR_INPUT, "a day");
    drug = draft(good, none), drug.pack_units = 0;
    refuse_fields(f, &drug, ERR_INPUT, "in a pack");
    drug.pack_units = 1000001;
    refuse_fields(f, &drug, ERR_INPUT, "in a pack");
    drug = draft(good, none), drug.type = (enum drug_type)0;
    refuse_fields(f, &drug, ERR_INPUT, "type");
    drug.type = (enum drug_type)11;
    refuse_fields(f, &drug, ERR_INPUT, "type");
}

static void
bad_ingredients_are_refused(struct fixture *f, gconstpointer data)
{
    char good[] = "good", blank[] = " ", some[] = "zinc";
    char *with_blank[] = {some, blank, NULL}, *many[42] = {NULL};
    struct drug drug = draft(good, with_blank);

    (void)data;
    refuse_fields(f, &drug, ERR_INPUT, "ingredient");
    for (int i = 0; i < 41; i++)
        many[i] = some;
    drug = draft(good, many);
    refuse_fields(f, &drug, ERR_INPUT, "40");
    many[40] = NULL;
    must_add(f, &drug);
}

static void
one_of_a_kind(struct fixture *f, gconstpointer data)
{
    char *none[] = {NULL};
    char name[] = "zinc", brand[] = "B", strength[] = "1 mg", maker[] = "M", blanks[] = " zinc ";
    struct drug drug = draft(name, none);
    struct drug_id first = must_add(f, &drug);
    g_autofree char *number = g_strdup_printf("number %d", (int)first.n);

    (void)data;
    drug = draft(blanks, none);
    refuse_fields(f, &drug, ERR_REFUSED, number);
    drug.type = DRUG_OTHER; /* that does not tell them apart */
    refuse_fields(f, &drug, ERR_REFUSED, number);
    drug = draft(name, none), drug.brand = brand;
    must_add(f, &drug);
    drug = draft(name, none), drug.strength = strength;
    must_add(f, &drug);
    drug = draft(name, none), drug.maker = maker;
    must_add(f, &drug);
}

static void
edited(struct fixture *f, gconstpointer data)
{
    struct drug *drug = by_id(f, f->drugs[COLD_TABLETS]);
    char brand[] = "B", menthol[] = "menthol";
    char *ingredients[] = {menthol, NULL};
    struct drug new = *drug, *after;

    (void)data;
    new.brand = brand;
    new.ingredients = ingredients;
    new.cold_chain = true;
    g_assert_true(drug_edit(f->inventory, &new, NULL));
    after = by_id(f, f->drugs[COLD_TABLETS]);
    g_assert_cmpstr(after->brand, ==, "B");
    g_assert_cmpstr(after->name, ==, "cold compound");
    g_assert_cmpuint(g_strv_length(after->ingredients), ==, 1);
    g_assert_cmpstr(after->ingredients[0], ==, "menthol");
    g_assert_true(after->cold_chain);
    drug_free(drug), drug_free(after);
}

static void
what_follows_from_the_ledger_is_counted_anew(struct fixture *f, gconstpointer data)
{
    struct drug *drug = by_id(f, f->drugs[TABLETS]);
    struct booking taking = fixture_booking(f, TABLETS, 5);
    struct booking_result result;

    (void)data;
    fixture_donate(f, TABLETS, 24, "2027-11", "A1");
    fixture_donate(f, COLD_TABLETS, 10, "2027-11", "C1");
    g_assert_true(booking_take(f->inventory, &taking, &result, NULL));
    booking_result_clear(&result);
    drug->type = DRUG_COLD; /* where there is something already */
    g_assert_true(drug_edit(f->inventory, drug, NULL));
    fixture_audit(f);
    drug->age = DRUG_CHILD;
    g_assert_true(drug_edit(f->inventory, drug, NULL));
    fixture_audit(f);
    drug->day_units = 7;
    g_assert_true(drug_edit(f->inventory, drug, NULL));
    fixture_audit(f);
    g_assert_cmpint(fixture_stock(f, TABLETS), ==, 19);
    drug_free(drug);
}

/* Of what was booked, numbers of units are kept: the unit stays. A pack is no unit. */
static void
the_unit_stays(struct fixture *f, gconstpointer data)
{
    struct drug *drug = by_id(f, f->drugs[TABLETS]);
    GError *error = NULL;

    (void)data;
    g_free(drug->unit);
    drug->unit = g_strdup("盒");
    g_assert_false(drug_edit(f->inventory, drug, &error));
    g_assert_error(error, ERR, ERR_INPUT);
    g_clear_error(&error);
    g_free(drug->unit);
    drug->unit = g_strdup("sachet");
    g_assert_true(drug_edit(f->inventory, drug, NULL));
    fixture_donate(f, TABLETS, 24, "2027-11", "A1");
    drug->pack_units = 48; /* only how it is said */
    g_assert_true(drug_edit(f->inventory, drug, NULL));
    g_free(drug->unit);
    drug->unit = g_strdup("tablet");
    g_assert_false(drug_edit(f->inventory, drug, &error));
    g_assert_error(error, ERR, ERR_REFUSED);
    g_assert_nonnull(strstr(error->message, "sachet"));
    g_clear_error(&error);
    drug_free(drug);
}

static void
an_approval_number_has_its_form(struct fixture *f, gconstpointer data)
{
    struct drug *drug = by_id(f, f->drugs[TABLETS]), *device = by_id(f, f->drugs[THERMOMETER]);
    GError *error = NULL;

    (void)data;
    g_free(drug->approval), g_free(device->approval);
    drug->approval = g_strdup("12345");
    device->approval = g_strdup("鄂械注准20202640123");
    g_assert_false(drug_edit(f->inventory, drug, &error));
    g_assert_error(error, ERR, ERR_INPUT);
    g_clear_error(&error);
    g_assert_true(drug_edit(f->inventory, device, &error));
    g_free(drug->approval);
    drug->approval = g_strdup("国药准字H20123456");
    g_assert_true(drug_edit(f->inventory, drug, &error));
    g_assert_no_error(error);
    drug_free(drug), drug_free(device);
}

static void
what_is_not_there_is_not_changed(struct fixture *f, gconstpointer data)
{
    char *none[] = {NULL};
    char name[] = "zinc";
    struct drug drug = draft(name, none), *out = NULL;
    GError *error = NULL;

    (void)data;
    drug.id.n = 999;
    g_assert_false(drug_edit(f->inventory, &drug, &error));
    g_assert_error(error, ERR, ERR_MISSING);
    g_clear_error(&error);
    g_assert_false(drug_by_id(f->inventory, (struct drug_id){999}, &out, &error));
    g_assert_error(error, ERR, ERR_MISSING);
    g_clear_error(&error);
    g_assert_null(out);
    refuse_find(f, "zinc", ERR_MISSING, "zinc");
    drug_free(NULL);
}

static void
listed_by_type_age_and_name(struct fixture *f, gconstpointer data)
{
    g_autoptr(GPtrArray) drugs = NULL;
    struct drug *drug = by_id(f, f->drugs[SYRUP]);

    (void)data;
    g_assert_true(drug_list(f->inventory, false, &drugs, NULL));
    g_assert_cmpuint(drugs->len, ==, FIXTURE_DRUGS);
    for (guint i = 1; i < drugs->len; i++) {
        const struct drug *a = drugs->pdata[i - 1], *b = drugs->pdata[i];

        g_assert_cmpint(a->type * DRUG_AGES + a->age, <=, b->type * DRUG_AGES + b->age);
    }
    g_assert_cmpstr(((struct drug *)drugs->pdata[2])->ingredients[1], ==, "paracetamol");
    drug->retired = true;
    g_assert_true(drug_edit(f->inventory, drug, NULL));
    g_assert_cmpuint(how_many(f, false), ==, FIXTURE_DRUGS - 1);
    g_assert_cmpuint(how_many(f, true), ==, FIXTURE_DRUGS);
    drug_free(drug);
}

/* --------------------------------------------------------------------------------------- finding */

static void
found_by_number_and_name(struct fixture *f, gconstpointer data)
{
    char *none[] = {NULL};
    char name[] = "布洛芬片", brand[] = "芬必得", strength[] = "0.2 g";
    struct drug drug = draft(name, none);
    g_autofree char *number = NULL;
    int64_t id;

    (void)data;
    drug.brand = brand, drug.strength = strength;
    id = must_add(f, &drug).n;
    number = g_strdup_printf(" %d ", (int)id);
    g_assert_cmpint(found(f, number), ==, id);
    g_assert_cmpint(found(f, "布洛芬片"), ==, id);
    g_assert_cmpint(found(f, "芬必得"), ==, id);
    g_assert_cmpint(found(f, "布洛芬片 0.2 g"), ==, id);
    g_assert_cmpint(found(f, "布洛芬片 芬必得"), ==, id);
    g_assert_cmpint(found(f, "布洛芬片 0.2 g 芬必得"), ==, id);
    g_assert_cmpint(found(f, "布洛芬片 0.2 g (芬必得)"), ==, id);
    g_assert_cmpint(found(f, "必得"), ==, id);
    g_assert_cmpint(found(f, "PARACET"), ==, f->drugs[TABLETS].n);
}

/* Whatever a list shows can be typed back. */
static void
found_by_its_title(struct fixture *f, gconstpointer data)
{
    char *none[] = {NULL};
    char name[] = "zinc", brand[] = "B", strength[] = "1 mg", empty[] = "";

    (void)data;
    for (int i = 0; i < 4; i++) {
        struct drug drug = draft(name, none);
        g_autofree char *title = NULL;
        struct drug_id id;

        drug.brand = i & 1 ? brand : empty;
        drug.strength = i & 2 ? strength : empty;
        id = must_add(f, &drug);
        title = drug_title(&drug);
        if (i > 0) /* "zinc" alone means all of them by and by */
            g_assert_cmpint(found(f, title), ==, id.n);
    }
}

static void
what_is_not_there_is_not_found(struct fixture *f, gconstpointer data)
{
    (void)data;
    refuse_find(f, "", ERR_INPUT, "which");
    refuse_find(f, "  ", ERR_INPUT, "which");
    refuse_find(f, "4711", ERR_MISSING, "medicine");
    refuse_find(f, "aspirin", ERR_MISSING, "“aspirin”");
    refuse_find(f, RETAIL, ERR_MISSING, RETAIL);
    refuse_find(f, "cold  compound", ERR_MISSING, "“cold  compound”");
}

/* Signs that mean anything to the database mean themselves here. */
static void
signs_are_only_signs(struct fixture *f, gconstpointer data)
{
    char *none[] = {NULL};
    char name[] = "2% cream", other[] = "250 cream";
    struct drug drug = draft(name, none);
    int64_t id = must_add(f, &drug).n;

    (void)data;
    drug = draft(other, none);
    must_add(f, &drug);
    refuse_find(f, "_", ERR_MISSING, "“_”");
    refuse_find(f, "thermo%eter", ERR_MISSING, "thermo%eter");
    refuse_find(f, "'; --", ERR_MISSING, "--");
    g_assert_cmpint(found(f, "2%"), ==, id);
    g_assert_cmpint(found(f, "% CR"), ==, id);
}

static void
several_are_told(struct fixture *f, gconstpointer data)
{
    char *none[] = {NULL};
    char name[] = "zinc";
    g_autofree char *first = NULL;

    (void)data;
    for (int i = 0; i < 6; i++) {
        g_autofree char *brand = g_strdup_printf("B%d", i);
        struct drug drug = draft(name, none);

        drug.brand = brand;
        must_add(f, &drug);
        if (i == 0)
            first = g_strdup_printf("%d zinc (B0)", (int)drug.id.n);
    }
    refuse_find(f, "zinc", ERR_INPUT, "6 medicines");
    refuse_find(f, "zinc", ERR_INPUT, first);
    refuse_find(f, "zinc", ERR_INPUT, "zinc (B4), …");
    refuse_find(f, "zin", ERR_INPUT, "6 medicines");
    g_assert_cmpint(found(f, "B3"), >, 0);
}

/* ---------------------------------------------------------------------------------------- saying */

static void
titles(struct fixture *f, gconstpointer data)
{
    static const struct {
        char brand[4], strength[6];
        const char *title;
    } rows[] = {{"", "", "zinc"},
                {"B", "", "zinc (B)"},
                {"", "1 mg", "zinc 1 mg"},
                {"B", "1 mg", "zinc 1 mg (B)"}};
    char name[] = "zinc", *none[] = {NULL};

    (void)f, (void)data;
    for (size_t i = 0; i < G_N_ELEMENTS(rows); i++) {
        struct drug drug = draft(name, none);
        g_autofree char *brand = g_strdup(rows[i].brand), *strength = g_strdup(rows[i].strength),
                        *title = NULL;

        drug.brand = brand, drug.strength = strength;
        title = drug_title(&drug);
        g_assert_cmpstr(title, ==, rows[i].title);
    }
}

int
main(int argc, char **argv)
{
    static const struct {
        const char *name;
        void (*run)(struct fixture *, gconstpointer);
    } tests[] = {
        {"/drug/all fields are kept", all_fields_are_kept},
        {"/drug/bad texts are refused", bad_texts_are_refused},
        {"/drug/bad numbers are refused", bad_numbers_are_refused},
        {"/drug/bad ingredients are refused", bad_ingredients_are_refused},
        {"/drug/one of a kind", one_of_a_kind},
        {"/drug/edited", edited},
        {"/drug/what follows from the ledger is counted anew",
         what_follows_from_the_ledger_is_counted_anew},
        {"/drug/the unit stays", the_unit_stays},
        {"/drug/an approval number has its form", an_approval_number_has_its_form},
        {"/drug/what is not there is not changed", what_is_not_there_is_not_changed},
        {"/drug/listed by type, age and name", listed_by_type_age_and_name},
        {"/drug/found by number and name", found_by_number_and_name},
        {"/drug/found by its title", found_by_its_title},
        {"/drug/what is not there is not found", what_is_not_there_is_not_found},
        {"/drug/signs are only signs", signs_are_only_signs},
        {"/drug/several are told", several_are_told},
        {"/drug/titles", titles},
    };

    g_test_init(&argc, &argv, NULL);
    for (size_t i = 0; i < G_N_ELEMENTS(tests); i++)
        g_test_add(tests[i].name, struct fixture, NULL, fixture_open, tests[i].run, fixture_close);
    return g_test_run();
}
