#include "inventory/recall.h"

#include "tests/unit/fixture.h"

static int64_t
add(struct fixture *f, enum fixture_drug drug, const char *lot, bool expect_repeated)
{
    int64_t id = 0;
    bool repeated = !expect_repeated;
    GError *error = NULL;

    g_assert_true(recall_add(f->inventory, f->drugs[drug], lot, "specks in it", FIXTURE_NOW, &id,
                             &repeated, &error));
    g_assert_no_error(error);
    g_assert_cmpint(id, >, 0);
    g_assert_true(repeated == expect_repeated);
    return id;
}

static void
lift(struct fixture *f, int64_t id)
{
    GError *error = NULL;

    g_assert_true(recall_lift(f->inventory, id, FIXTURE_NOW + 1, &error));
    g_assert_no_error(error);
}

static bool
holds(struct fixture *f, enum fixture_drug drug, const char *lot)
{
    bool recalled = false;

    g_assert_true(recall_holds(f->inventory, f->drugs[drug], lot, &recalled, NULL));
    return recalled;
}

static guint
how_many(struct fixture *f, bool lifted_too)
{
    g_autoptr(GPtrArray) recalls = NULL;

    g_assert_true(recall_list(f->inventory, lifted_too, &recalls, NULL));
    return recalls->len;
}

static void
refuse(struct fixture *f, struct drug_id drug, const char *lot, const char *reason, enum err why,
       const char *part)
{
    guint before = how_many(f, true);
    int64_t id = 0;
    bool repeated = true;
    g_autoptr(GError) error = NULL;

    g_assert_false(
        recall_add(f->inventory, drug, lot, reason, FIXTURE_NOW, &id, &repeated, &error));
    g_assert_error(error, ERR, (gint)why);
    g_assert_nonnull(strstr(error->message, part));
    g_assert_false(repeated);
    g_assert_cmpuint(how_many(f, true), ==, before);
}

static void
refuse_lift(struct fixture *f, int64_t id, enum err why, const char *part)
{
    g_autoptr(GError) error = NULL;

    g_assert_false(recall_lift(f->inventory, id, FIXTURE_NOW, &error));
    g_assert_error(error, ERR, (gint)why);
    g_assert_nonnull(strstr(error->message, part));
}

static bool
take(struct fixture *f, enum fixture_drug drug, const char *lot, GError **error)
{
    struct booking taking = fixture_booking(f, drug, 1);
    struct booking_result result;
    bool ok;

    taking.lot = lot;
    taking.exact = true;
    g_assert_true(day_parse("2027-11", &taking.expiry, NULL));
    ok = booking_take(f->inventory, &taking, &result, error);
    booking_result_clear(&result);
    return ok;
}

static void
a_batch_is_recalled(struct fixture *f, gconstpointer data)
{
    (void)data;
    g_assert_false(holds(f, TABLETS, "A1"));
    add(f, TABLETS, "A1", false);
    g_assert_true(holds(f, TABLETS, "A1"));
    g_assert_false(holds(f, TABLETS, "A2"));
    g_assert_false(holds(f, TABLETS, "a1"));
    g_assert_false(holds(f, TABLETS, "")); /* a batch not known is not that one */
    g_assert_false(holds(f, TABLETS, NULL));
    g_assert_false(holds(f, SYRUP, "A1"));
}

static void
every_batch_is_recalled(struct fixture *f, gconstpointer data)
{
    (void)data;
    add(f, TABLETS, "", false);
    g_assert_true(holds(f, TABLETS, "A1"));
    g_assert_true(holds(f, TABLETS, ""));
    g_assert_true(holds(f, TABLETS, NULL));
    g_assert_false(holds(f, SYRUP, "A1"));
}

static void
what_is_recalled_is_not_given_out(struct fixture *f, gconstpointer data)
{
    GError *error = NULL;
    int64_t id, units = 0, usable = 0;

    (void)data;
    fixture_donate(f, TABLETS, 12, "2027-11", "A1");
    fixture_donate(f, TABLETS, 12, "2027-11", "A2");
    id = add(f, TABLETS, "A1", false);
    g_assert_true(stock_of_drug(f->inventory, f->lobby, f->drugs[TABLETS],
                                inventory_day(f->inventory, FIXTURE_NOW), &units, &usable, NULL));
    g_assert_cmpint(units, ==, 24);
    g_assert_cmpint(usable, ==, 12);
    g_assert_false(take(f, TABLETS, "A1", &error));
    g_assert_error(error, ERR, ERR_REFUSED);
    g_clear_error(&error);
    g_assert_true(take(f, TABLETS, "A2", &error));
    lift(f, id);
    g_assert_true(take(f, TABLETS, "A1", &error));
    g_assert_no_error(error);
    fixture_audit(f);
}

static void
twice_is_once(struct fixture *f, gconstpointer data)
{
    int64_t batch = add(f, TABLETS, "A1", false);

    (void)data;
    g_assert_cmpint(add(f, TABLETS, "A1", true), ==, batch);
    g_assert_cmpint(add(f, TABLETS, " A1 ", true), ==, batch);
    g_assert_cmpint(add(f, TABLETS, "A2", false), !=, batch);
    g_assert_cmpint(add(f, TABLETS, "", false), !=, batch);
    g_assert_cmpint(add(f, SYRUP, "A1", false), !=, batch);
    g_assert_cmpuint(how_many(f, false), ==, 4);
}

static void
a_lifted_one_can_come_again(struct fixture *f, gconstpointer data)
{
    int64_t first = add(f, TABLETS, "A1", false), second;

    (void)data;
    lift(f, first);
    g_assert_false(holds(f, TABLETS, "A1"));
    second = add(f, TABLETS, "A1", false);
    g_assert_cmpint(second, !=, first);
    g_assert_true(holds(f, TABLETS, "A1"));
}

static void
a_wider_one_outlives_a_narrower(struct fixture *f, gconstpointer data)
{
    int64_t batch = add(f, TABLETS, "A1", false), whole = add(f, TABLETS, "", false);

    (void)data;
    lift(f, batch);
    g_assert_true(holds(f, TABLETS, "A1"));
    lift(f, whole);
    g_assert_false(holds(f, TABLETS, "A1"));
}

static void
lifting_is_refused(struct fixture *f, gconstpointer data)
{
    int64_t id = add(f, TABLETS, "A1", false);

    (void)data;
    refuse_lift(f, id + 1, ERR_MISSING, "no recall");
    refuse_lift(f, 0, ERR_MISSING, "no recall 0");
    refuse_lift(f, -1, ERR_MISSING, "no recall -1");
    g_assert_true(holds(f, TABLETS, "A1"));
    lift(f, id);
    refuse_lift(f, id, ERR_REFUSED, "lifted already");
}

static void
bad_texts_are_refused(struct fixture *f, gconstpointer data)
{
    struct drug_id drug = f->drugs[TABLETS];
    g_autofree char *fits = g_strnfill(500, 'x'), *longer = g_strnfill(501, 'x'),
                    *lot = g_strnfill(41, '1');
    int64_t id;
    bool repeated;

    (void)data;
    refuse(f, drug, "", "", ERR_INPUT, "say why");
    refuse(f, drug, "", " \t ", ERR_INPUT, "say why");
    refuse(f, drug, "", longer, ERR_INPUT, "500");
    refuse(f, drug, "", "two\nlines", ERR_INPUT, "control");
    refuse(f, drug, "", "\xff", ERR_INPUT, "UTF-8");
    refuse(f, drug, "  ", "specks", ERR_INPUT, "batch number"); /* not every batch */
    refuse(f, drug, lot, "specks", ERR_INPUT, "40");
    refuse(f, drug,
           "A\x1d"
           "1",
           "specks", ERR_INPUT, "control");
    g_assert_true(recall_add(f->inventory, drug, lot + 1, fits, FIXTURE_NOW, &id, &repeated, NULL));
}

static void
a_medicine_that_is_not_there(struct fixture *f, gconstpointer data)
{
    (void)data;
    refuse(f, (struct drug_id){999}, "A1", "specks", ERR_MISSING, "medicine");
    refuse(f, (struct drug_id){0}, "", "specks", ERR_MISSING, "medicine");
}

static void
listed_newest_first(struct fixture *f, gconstpointer data)
{
    int64_t first = add(f, TABLETS, "A1", false), second = add(f, SYRUP, "", false);
    g_autoptr(GPtrArray) recalls = NULL;
    const struct recall *recall;

    (void)data;
    lift(f, first);
    g_assert_cmpuint(how_many(f, false), ==, 1);
    g_assert_true(recall_list(f->inventory, true, &recalls, NULL));
    g_assert_cmpuint(recalls->len, ==, 2);
    recall = recalls->pdata[0];
    g_assert_cmpint(recall->id, ==, second);
    g_assert_cmpint(recall->drug.n, ==, f->drugs[SYRUP].n);
    g_assert_cmpstr(recall->lot, ==, "");
    g_assert_cmpint(recall->lifted_at, ==, 0);
    recall = recalls->pdata[1];
    g_assert_cmpint(recall->id, ==, first);
    g_assert_cmpstr(recall->lot, ==, "A1");
    g_assert_cmpstr(recall->reason, ==, "specks in it");
    g_assert_cmpint(recall->at, ==, FIXTURE_NOW);
    g_assert_cmpint(recall->lifted_at, ==, FIXTURE_NOW + 1);
    recall_free(NULL);
}

int
main(int argc, char **argv)
{
    static const struct {
        const char *name;
        void (*run)(struct fixture *, gconstpointer);
    } tests[] = {
        {"/recall/a batch is recalled", a_batch_is_recalled},
        {"/recall/every batch is recalled", every_batch_is_recalled},
        {"/recall/what is recalled is not given out", what_is_recalled_is_not_given_out},
        {"/recall/twice is once", twice_is_once},
        {"/recall/a lifted one can come again", a_lifted_one_can_come_again},
        {"/recall/a wider one outlives a narrower", a_wider_one_outlives_a_narrower},
        {"/recall/lifting is refused", lifting_is_refused},
        {"/recall/bad texts are refused", bad_texts_are_refused},
        {"/recall/a medicine that is not there", a_medicine_that_is_not_there},
        {"/recall/listed newest first", listed_newest_first},
    };

    g_test_init(&argc, &argv, NULL);
    for (size_t i = 0; i < G_N_ELEMENTS(tests); i++)
        g_test_add(tests[i].name, struct fixture, NULL, fixture_open, tests[i].run, fixture_close);
    return g_test_run();
}
