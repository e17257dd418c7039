#include "planning/spare.h"

#include "inventory/setting.h"
#include "planning/draft.h"
#include "tests/unit/fixture.h"

/* Twelve tablets are kept: three person-days. Returns the number of one that was agreed. */
static int64_t
agree(struct fixture *f, int32_t units)
{
    g_autoptr(GPtrArray) list = g_ptr_array_new_with_free_func((GDestroyNotify)transfer_free);
    struct transfer_step step = {.uid = fixture_uuid(f), .now = FIXTURE_NOW};
    struct transfer *t = g_new0(struct transfer, 1), *accepted = NULL;

    *t = (struct transfer){
        .from = f->lobby, .to = f->gate, .drug = f->drugs[TABLETS], .units = units};
    g_ptr_array_add(list, t);
    g_assert_true(
        transfer_propose(f->inventory, (struct area_id){0}, false, list, FIXTURE_NOW, NULL));
    g_assert_true(transfer_accept(f->inventory, t->id, &step, &accepted, NULL));
    transfer_free(accepted);
    return t->id;
}

static void
discard(struct fixture *f, int32_t units)
{
    struct booking booking = fixture_booking(f, TABLETS, units);
    struct booking_result result;

    g_assert_true(booking_discard(f->inventory, &booking, &result, NULL));
    booking_result_clear(&result);
}

static struct transfer *
carry(struct fixture *f, int64_t id, GError **error)
{
    struct transfer_step step = {.uid = fixture_uuid(f), .now = FIXTURE_NOW};
    struct transfer *t = NULL;
    bool ok = spare_carry(f->inventory, id, &step, &t, error);

    g_assert_true(ok == (t != NULL));
    fixture_audit(f);
    return t;
}

static int64_t
in_lobby(struct fixture *f)
{
    int64_t units = 0;

    g_assert_true(stock_units(f->inventory, f->lobby, f->drugs[TABLETS], &units, NULL));
    return units;
}

static void
what_the_box_keeps_stays(struct fixture *f, gconstpointer data)
{
    struct transfer *t;
    g_autoptr(GError) error = NULL;
    int64_t id;

    (void)data;
    fixture_donate(f, TABLETS, 60, "2027-06-30", "A");
    id = agree(f, 40);
    discard(f, 20);
    t = carry(f, id, NULL);
    g_assert_cmpint(t->units, ==, 28);
    g_assert_cmpint(in_lobby(f), ==, 12);
    transfer_free(t);
    id = agree(f, 4);
    g_assert_null(carry(f, id, &error));
    g_assert_error(error, ERR, ERR_REFUSED);
    g_assert_nonnull(strstr(error->message, "to keep"));
    g_assert_cmpint(in_lobby(f), ==, 12);
}

/* Packs are not broken for what was agreed in packs; the setting is the box's. */
static void
whole_packs_go(struct fixture *f, gconstpointer data)
{
    struct transfer *t;
    int64_t id;

    (void)data;
    fixture_donate(f, TABLETS, 60, "2027-06-30", "A");
    g_assert_true(
        setting_set(f->inventory, "keep.fever.adult", (struct area_id){0}, f->lobby, "5", NULL));
    id = agree(f, 48);
    t = carry(f, id, NULL);
    g_assert_cmpint(t->units, ==, 36);
    transfer_free(t);
}

static void
without_anything_changed_all_goes(struct fixture *f, gconstpointer data)
{
    struct transfer *t;

    (void)data;
    fixture_donate(f, TABLETS, 60, "2027-06-30", "A");
    t = carry(f, agree(f, 48), NULL);
    g_assert_cmpint(t->units, ==, 48);
    g_assert_cmpint(in_lobby(f), ==, 12);
    transfer_free(t);
}

/* Two were agreed: the first has all of what can go, the second is told. */
static void
a_new_plan_tells_of_gaps(struct fixture *f, gconstpointer data)
{
    struct draft draft;
    const struct spare_gap *gap;
    int64_t second;

    (void)data;
    fixture_donate(f, TABLETS, 60, "2027-06-30", "A");
    agree(f, 20);
    second = agree(f, 24);
    discard(f, 20);
    g_assert_true(draft_read(f->inventory, (struct area_id){0}, FIXTURE_NOW, &draft, NULL));
    g_assert_cmpuint(draft.gaps->len, ==, 1);
    gap = &g_array_index(draft.gaps, struct spare_gap, 0);
    g_assert_cmpint(gap->transfer, ==, second);
    g_assert_cmpint(gap->wanted, ==, 24);
    g_assert_cmpint(gap->can, ==, 0);
    draft_clear(&draft);
}

int
main(int argc, char **argv)
{
    static const struct {
        const char *path;
        void (*test)(struct fixture *, gconstpointer);
    } tests[] = {
        {"/spare/keeps", what_the_box_keeps_stays},
        {"/spare/packs", whole_packs_go},
        {"/spare/enough", without_anything_changed_all_goes},
        {"/spare/gaps", a_new_plan_tells_of_gaps},
    };

    g_test_init(&argc, &argv, NULL);
    for (size_t i = 0; i < G_N_ELEMENTS(tests); i++)
        g_test_add(tests[i].path, struct fixture, NULL, fixture_open, tests[i].test, fixture_close);
    return g_test_run();
}
