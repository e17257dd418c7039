#include "inventory/unmet.h"

#include "inventory/snapshot.h"
#include "tests/unit/fixture.h"

static void
ask(struct fixture *f, const struct uuid *uid, struct box_id box, enum drug_type type,
    enum drug_age age, bool expect_repeated)
{
    bool repeated = !expect_repeated;
    GError *error = NULL;

    g_assert_true(unmet_post(f->inventory, uid, FIXTURE_NOW, box, type, age, &repeated, &error));
    g_assert_no_error(error);
    g_assert_true(repeated == expect_repeated);
}

static void
ask_anew(struct fixture *f, struct box_id box, enum drug_type type, enum drug_age age)
{
    struct uuid uid = fixture_uuid(f);

    ask(f, &uid, box, type, age, false);
}

/* How often a type and age group was asked for at a box, as the allocator reads it. */
static int32_t
asked(struct fixture *f, struct box_id box, enum drug_type type, enum drug_age age)
{
    struct snapshot snapshot;
    int32_t times = 0;

    g_assert_true(snapshot_read(f->inventory, box, FIXTURE_NOW, &snapshot, NULL));
    for (guint i = 0; i < snapshot.cells->len; i++) {
        const struct snapshot_cell *cell = &g_array_index(snapshot.cells, struct snapshot_cell, i);

        if (cell->type == type && cell->age == age)
            times += cell->unmet;
    }
    snapshot_clear(&snapshot);
    return times;
}

static int32_t
asked_at_all(struct fixture *f)
{
    int32_t times = 0;

    for (int type = DRUG_FEVER; type <= DRUG_OTHER; type++)
        for (int age = DRUG_ALL_AGES; age <= DRUG_CHILD; age++)
            times += asked(f, (struct box_id){0}, (enum drug_type)type, (enum drug_age)age);
    return times;
}

static void
refuse(struct fixture *f, struct box_id box, enum err why, const char *part)
{
    struct uuid uid = fixture_uuid(f);
    int32_t before = asked_at_all(f);
    bool repeated;
    g_autoptr(GError) error = NULL;

    g_assert_false(unmet_post(f->inventory, &uid, FIXTURE_NOW, box, DRUG_FEVER, DRUG_ADULT,
                              &repeated, &error));
    g_assert_error(error, ERR, (gint)why);
    g_assert_nonnull(strstr(error->message, part));
    g_assert_cmpint(asked_at_all(f), ==, before);
}

static void
it_is_kept_where_and_what(struct fixture *f, gconstpointer data)
{
    (void)data;
    ask_anew(f, f->lobby, DRUG_FEVER, DRUG_ADULT);
    ask_anew(f, f->lobby, DRUG_FEVER, DRUG_ADULT); /* the next one who came */
    ask_anew(f, f->lobby, DRUG_FEVER, DRUG_CHILD);
    ask_anew(f, f->gate, DRUG_COUGH, DRUG_ALL_AGES);
    g_assert_cmpint(asked(f, f->lobby, DRUG_FEVER, DRUG_ADULT), ==, 2);
    g_assert_cmpint(asked(f, f->lobby, DRUG_FEVER, DRUG_CHILD), ==, 1);
    g_assert_cmpint(asked(f, f->gate, DRUG_COUGH, DRUG_ALL_AGES), ==, 1);
    g_assert_cmpint(asked(f, f->gate, DRUG_FEVER, DRUG_ADULT), ==, 0);
    g_assert_cmpint(asked_at_all(f), ==, 4);
}

static void
every_type_can_be_asked_for(struct fixture *f, gconstpointer data)
{
    (void)data;
    for (int type = DRUG_FEVER; type <= DRUG_OTHER; type++)
        for (int age = DRUG_ALL_AGES; age <= DRUG_CHILD; age++)
            ask_anew(f, f->gate, (enum drug_type)type, (enum drug_age)age);
    g_assert_cmpint(asked_at_all(f), ==, DRUG_TYPES * DRUG_AGES);
}

static void
twice_is_once(struct fixture *f, gconstpointer data)
{
    struct uuid uid = fixture_uuid(f);

    (void)data;
    ask(f, &uid, f->lobby, DRUG_FEVER, DRUG_ADULT, false);
    ask(f, &uid, f->lobby, DRUG_FEVER, DRUG_ADULT, true);
    ask(f, &uid, f->lobby, DRUG_FEVER, DRUG_ADULT, true);
    g_assert_cmpint(asked_at_all(f), ==, 1);
}

/* A phone that was offline sends again what it sent before the box went. */
static void
twice_is_once_after_the_box_went(struct fixture *f, gconstpointer data)
{
    struct uuid uid = fixture_uuid(f);

    (void)data;
    ask(f, &uid, f->lobby, DRUG_FEVER, DRUG_ADULT, false);
    g_assert_true(box_retire(f->inventory, f->lobby, NULL));
    ask(f, &uid, f->lobby, DRUG_FEVER, DRUG_ADULT, true);
}

static void
a_box_out_of_service_is_refused(struct fixture *f, gconstpointer data)
{
    (void)data;
    g_assert_true(box_retire(f->inventory, f->gate, NULL));
    refuse(f, f->gate, ERR_REFUSED, "gate");
    ask_anew(f, f->lobby, DRUG_FEVER, DRUG_ADULT);
}

static void
a_box_that_is_not_there_is_refused(struct fixture *f, gconstpointer data)
{
    (void)data;
    refuse(f, (struct box_id){999}, ERR_MISSING, "box");
    refuse(f, (struct box_id){0}, ERR_MISSING, "box");
    refuse(f, (struct box_id){-1}, ERR_MISSING, "box");
}

static void
it_changes_no_stock(struct fixture *f, gconstpointer data)
{
    (void)data;
    fixture_donate(f, TABLETS, 12, "2027-11", "A1");
    ask_anew(f, f->lobby, DRUG_FEVER, DRUG_ADULT);
    g_assert_cmpint(fixture_stock(f, TABLETS), ==, 12);
    fixture_audit(f);
}

int
main(int argc, char **argv)
{
    static const struct {
        const char *name;
        void (*run)(struct fixture *, gconstpointer);
    } tests[] = {
        {"/unmet/it is kept where and what", it_is_kept_where_and_what},
        {"/unmet/every type can be asked for", every_type_can_be_asked_for},
        {"/unmet/twice is once", twice_is_once},
        {"/unmet/twice is once after the box went", twice_is_once_after_the_box_went},
        {"/unmet/a box out of service is refused", a_box_out_of_service_is_refused},
        {"/unmet/a box that is not there is refused", a_box_that_is_not_there_is_refused},
        {"/unmet/it changes no stock", it_changes_no_stock},
    };

    g_test_init(&argc, &argv, NULL);
    for (size_t i = 0; i < G_N_ELEMENTS(tests); i++)
        g_test_add(tests[i].name, struct fixture, NULL, fixture_open, tests[i].run, fixture_close);
    return g_test_run();
}
