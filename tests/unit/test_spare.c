#include "planning/spare.h"

#include "inventory/recall.h"
#include "inventory/setting.h"
#include "inventory/unmet.h"
#include "planning/draft.h"
#include "planning/promise.h"
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

/* Both boxes are asked; the gate never has any. */
static void
ask(struct fixture *f)
{
    for (int i = 0; i < 40; i++) {
        struct uuid uid = fixture_uuid(f);
        bool repeated;

        g_assert_true(unmet_post(f->inventory, &uid, FIXTURE_NOW - (1 + i % 20) * FIXTURE_DAY_MS,
                                 i % 9 == 0 ? f->lobby : f->gate, DRUG_FEVER, DRUG_ADULT, &repeated,
                                 NULL));
    }
}

/* Proposes what a plan says, and carries it at once; how many units that were. */
static int64_t
carry_plan(struct fixture *f)
{
    g_autoptr(GPtrArray) list = NULL;
    struct draft draft;
    int64_t units = 0;

    g_assert_true(draft_read(f->inventory, (struct area_id){0}, FIXTURE_NOW, &draft, NULL));
    g_assert_true(draft_plan(&draft, NULL));
    g_assert_true(draft_propose(f->inventory, &draft, true, FIXTURE_NOW, &list, NULL));
    draft_clear(&draft);
    for (guint i = 0; i < list->len; i++) {
        const struct transfer *meant = list->pdata[i];
        struct transfer *t = carry(f, meant->id, NULL);

        g_assert_nonnull(t);
        g_assert_cmpint(t->sent, ==, meant->units);
        units += t->sent;
        transfer_free(t);
    }
    return units;
}

/* Whatever the days, a plan leaves no less than carrying it does. */
static void
what_a_plan_gives_away_goes(struct fixture *f, gconstpointer data)
{
    int64_t all = 0;

    (void)data;
    ask(f);
    for (int days = 0; days < 30; days++) {
        g_autofree char *text = g_strdup_printf("%d", 3 * days);

        g_assert_true(db_begin(f->inventory->db, NULL));
        fixture_donate(f, TABLETS, 50 + 7 * days, "2027-06-30", "A");
        g_assert_true(setting_set(f->inventory, "keep-days", (struct area_id){0},
                                  (struct box_id){0}, text, NULL));
        all += carry_plan(f);
        db_end(f->inventory->db, false, NULL);
    }
    g_assert_cmpint(all, >, 0);
}

static struct carry
scanned(struct fixture *f, int32_t packs)
{
    return (struct carry){.uid = fixture_uuid(f),
                          .now = FIXTURE_NOW,
                          .box = f->lobby,
                          .drug = f->drugs[TABLETS],
                          .units = 12 * packs,
                          .pack_units = 12};
}

/* Twelve stay: of 36 that were agreed 24 can still go, whoever scans them. */
static void
a_scanned_pack_that_is_to_stay_stays(struct fixture *f, gconstpointer data)
{
    struct carry carry;
    struct carry_result result;
    g_autoptr(GError) error = NULL;

    (void)data;
    fixture_donate(f, TABLETS, 60, "2027-06-30", "A");
    agree(f, 36);
    discard(f, 24);
    carry = scanned(f, 3);
    g_assert_false(spare_post(f->inventory, &carry, &result, &error));
    g_assert_error(error, ERR, ERR_REFUSED);
    g_assert_nonnull(strstr(error->message, "to keep"));
    g_assert_cmpint(err_next_of(error), ==, ERR_NEXT_ALL);
    g_assert_cmpint(in_lobby(f), ==, 36);
    carry_result_clear(&result);
    g_clear_error(&error);
    carry = scanned(f, 1);
    g_assert_true(spare_post(f->inventory, &carry, &result, NULL));
    g_assert_cmpint(result.left, ==, 12);
    g_assert_cmpint(result.stays, ==, 12);
    carry_result_clear(&result);
    g_assert_true(spare_post(f->inventory, &carry, &result, NULL));
    g_assert_true(result.repeated);
    carry_result_clear(&result);
    carry = scanned(f, 1);
    g_assert_true(spare_post(f->inventory, &carry, &result, NULL));
    g_assert_cmpint(result.left, ==, 0);
    g_assert_cmpint(result.stays, ==, 12);
    carry_result_clear(&result);
    carry = scanned(f, 1);
    g_assert_false(spare_post(f->inventory, &carry, &result, &error));
    g_assert_nonnull(strstr(error->message, "nothing of it above"));
    carry_result_clear(&result);
    g_assert_true(carry_post(f->inventory, &carry, &result, NULL)); /* on purpose */
    carry_result_clear(&result);
    g_assert_cmpint(in_lobby(f), ==, 0);
    fixture_audit(f);
}

/* What is put in is nobody's to keep: the other box has nothing. */
static void
a_scanned_pack_arrives(struct fixture *f, gconstpointer data)
{
    struct carry carry = scanned(f, 1);
    struct carry_result result;

    (void)data;
    fixture_donate(f, TABLETS, 60, "2027-06-30", "A");
    agree(f, 12);
    g_assert_true(spare_post(f->inventory, &carry, &result, NULL));
    carry_result_clear(&result);
    carry = scanned(f, 1);
    carry.box = f->gate;
    g_assert_true(spare_post(f->inventory, &carry, &result, NULL));
    g_assert_true(result.puts);
    carry_result_clear(&result);
}

static int64_t
propose_some(struct fixture *f, int32_t one, int32_t other, int64_t *second)
{
    g_autoptr(GPtrArray) list = g_ptr_array_new_with_free_func((GDestroyNotify)transfer_free);

    for (int i = 0; i < 2; i++) {
        struct transfer *t = g_new0(struct transfer, 1);

        *t = (struct transfer){.from = f->lobby,
                               .to = f->gate,
                               .drug = f->drugs[TABLETS],
                               .units = i == 0 ? one : other,
                               .reason = g_strdup("because\nsums")};
        g_ptr_array_add(list, t);
    }
    g_assert_true(
        transfer_propose(f->inventory, (struct area_id){0}, false, list, FIXTURE_NOW, NULL));
    *second = ((struct transfer *)list->pdata[1])->id;
    return ((struct transfer *)list->pdata[0])->id;
}

/* The amount by hand; -1 where it is refused, with the words. */
static int32_t
change(struct fixture *f, int64_t id, int32_t units, char **words)
{
    struct transfer_step step = {.now = FIXTURE_NOW};
    struct transfer *t = NULL;
    g_autoptr(GError) error = NULL;
    bool ok = promise_change(f->inventory, id, units, &step, &t, &error);
    int32_t now = ok ? t->units : -1;

    g_assert_true(ok == (t != NULL));
    if (!ok) {
        g_assert_error(error, ERR, ERR_REFUSED);
        g_free(*words);
        *words = g_strdup(error->message);
    }
    transfer_free(t);
    return now;
}

/* Sixty are there and twelve stay. What a proposal is raised to leaves the others of the plan theirs. */
static void
what_is_set_by_hand_is_there(struct fixture *f, gconstpointer data)
{
    int64_t second = 0, first;
    g_autofree char *words = NULL;

    (void)data;
    fixture_donate(f, TABLETS, 60, "2027-06-30", "A");
    first = propose_some(f, 12, 24, &second);
    g_assert_cmpint(change(f, first, 60, &words), ==, -1);
    g_assert_nonnull(strstr(words, "2 packs"));
    g_assert_cmpint(change(f, first, 24, &words), ==, 24);
    g_assert_cmpint(change(f, second, 36, &words), ==, -1);
    g_assert_cmpint(change(f, first, 1, &words), ==, 1);
    g_assert_cmpint(change(f, second, 47, &words), ==, 47);
    discard(f, 59); /* less is always possible */
    g_assert_cmpint(change(f, second, 46, &words), ==, 46);
    g_assert_cmpint(change(f, first, 2, &words), ==, -1);
    g_assert_nonnull(strstr(words, "nothing of it left"));
}

/* Agreed to is what is there beside all that was agreed before; more only on purpose. */
static void
nothing_is_promised_twice(struct fixture *f, gconstpointer data)
{
    struct transfer_step step = {.uid = fixture_uuid(f), .now = FIXTURE_NOW};
    struct transfer *t = NULL;
    g_autoptr(GError) error = NULL;
    int64_t second = 0, first;

    (void)data;
    fixture_donate(f, TABLETS, 60, "2027-06-30", "A");
    first = propose_some(f, 36, 36, &second);
    g_assert_true(promise_accept(f->inventory, first, &step, &t, NULL));
    g_clear_pointer(&t, transfer_free);
    g_assert_false(promise_accept(f->inventory, second, &step, &t, &error));
    g_assert_error(error, ERR, ERR_REFUSED);
    g_assert_nonnull(strstr(error->message, "1 pack of it at most"));
    g_assert_cmpint(err_next_of(error), ==, ERR_NEXT_ALL);
    g_assert_null(t);
    g_assert_true(transfer_accept(f->inventory, second, &step, &t, NULL));
    transfer_free(t);
}

/* That it was recalled is said, and nothing leads around it. */
static void
what_is_recalled_is_not_promised(struct fixture *f, gconstpointer data)
{
    struct transfer_step step = {.uid = fixture_uuid(f), .now = FIXTURE_NOW};
    struct transfer *t = NULL;
    g_autoptr(GError) error = NULL;
    int64_t second = 0, first, recall;
    bool repeated;

    (void)data;
    fixture_donate(f, TABLETS, 60, "2027-06-30", "A");
    first = propose_some(f, 12, 12, &second);
    g_assert_true(recall_add(f->inventory, f->drugs[TABLETS], "", "specks", FIXTURE_NOW, &recall,
                             &repeated, NULL));
    g_assert_false(promise_accept(f->inventory, first, &step, &t, &error));
    g_assert_error(error, ERR, ERR_REFUSED);
    g_assert_nonnull(strstr(error->message, "but what was recalled"));
    g_assert_cmpint(err_next_of(error), ==, ERR_NEXT_NOTHING);
}

/* The reason was the proposal's: it is told as that, until the amount is what it was. */
static void
a_reason_is_the_proposals(struct fixture *f, gconstpointer data)
{
    int64_t second = 0, first;
    g_autofree char *words = NULL, *changed = NULL, *back = NULL;
    g_auto(GStrv) lines = NULL;
    struct transfer *t = NULL;

    (void)data;
    fixture_donate(f, TABLETS, 60, "2027-06-30", "A");
    first = propose_some(f, 12, 12, &second);
    g_assert_cmpint(change(f, first, 24, &words), ==, 24);
    g_assert_cmpint(change(f, first, 36, &words), ==, 36);
    g_assert_true(transfer_by_id(f->inventory, first, &t, NULL));
    changed = draft_reason(t);
    lines = draft_arithmetic(t);
    g_assert_nonnull(strstr(changed, "by hand"));
    g_assert_cmpuint(g_strv_length(lines), ==, 3);
    g_assert_cmpstr(lines[1], ==, "because");
    g_clear_pointer(&t, transfer_free);
    g_assert_cmpint(change(f, first, 12, &words), ==, 12);
    g_assert_true(transfer_by_id(f->inventory, first, &t, NULL));
    back = draft_reason(t);
    g_assert_cmpstr(back, ==, "because");
    transfer_free(t);
}

static int64_t
propose_way(struct fixture *f, struct box_id from, struct box_id to)
{
    g_autoptr(GPtrArray) list = g_ptr_array_new_with_free_func((GDestroyNotify)transfer_free);
    struct transfer *t = g_new0(struct transfer, 1);

    *t = (struct transfer){.from = from, .to = to, .drug = f->drugs[TABLETS], .units = 12};
    g_ptr_array_add(list, t);
    g_assert_true(
        transfer_propose(f->inventory, (struct area_id){0}, false, list, FIXTURE_NOW, NULL));
    return t->id;
}

/* Nobody could carry it there any more, and it would be listed for good. */
static void
a_box_with_transfers_is_not_retired(struct fixture *f, gconstpointer data)
{
    struct box_id ways[][2] = {{f->lobby, f->gate}, {f->gate, f->lobby}};

    (void)data;
    for (size_t i = 0; i < G_N_ELEMENTS(ways); i++) {
        int64_t id = propose_way(f, ways[i][0], ways[i][1]);
        g_autofree char *number = g_strdup_printf("transfer %d ", (int)id);
        struct transfer_step step = {.uid = fixture_uuid(f), .now = FIXTURE_NOW};
        struct transfer *t = NULL;
        g_autoptr(GError) error = NULL;

        g_assert_false(box_retire(f->inventory, f->gate, &error));
        g_assert_error(error, ERR, ERR_REFUSED);
        g_assert_nonnull(strstr(error->message, number));
        g_assert_true(transfer_cancel(f->inventory, id, &step, &t, NULL));
        transfer_free(t);
    }
    g_assert_true(box_retire(f->inventory, f->gate, NULL));
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
        {"/spare/scanned/stays", a_scanned_pack_that_is_to_stay_stays},
        {"/spare/scanned/arrives", a_scanned_pack_arrives},
        {"/spare/plan", what_a_plan_gives_away_goes},
        {"/spare/by-hand", what_is_set_by_hand_is_there},
        {"/spare/twice", nothing_is_promised_twice},
        {"/spare/recalled", what_is_recalled_is_not_promised},
        {"/spare/reason", a_reason_is_the_proposals},
        {"/spare/retiring", a_box_with_transfers_is_not_retired},
        {"/spare/gaps", a_new_plan_tells_of_gaps},
    };

    g_test_init(&argc, &argv, NULL);
    for (size_t i = 0; i < G_N_ELEMENTS(tests); i++)
        g_test_add(tests[i].path, struct fixture, NULL, fixture_open, tests[i].test, fixture_close);
    return g_test_run();
}
