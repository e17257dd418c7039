#include "planning/learned.h"

#include "inventory/ledger.h"
#include "inventory/unmet.h"
#include "tests/unit/fixture.h"

#define NOON(day) (FIXTURE_NOW + (day)*FIXTURE_DAY_MS)

static int64_t
post(struct fixture *f, enum movement_kind kind, int64_t at, int64_t done_at, int32_t units,
     bool gate)
{
    struct movement movement = {
        .uid = fixture_uuid(f),
        .at = at,
        .done_at = done_at,
        .kind = kind,
        .box = gate ? f->gate : f->lobby,
        .drug = f->drugs[TABLETS],
        .expiry = day_of_date(2030, 1, 1),
        .lot = "",
        .units = units,
    };
    GError *error = NULL;
    bool repeated, ok;

    g_assert_true(ledger_begin(f->inventory, &error));
    ok = ledger_post(f->inventory, &movement, &repeated, &error);
    g_assert_true(ledger_end(f->inventory, ok, &error));
    g_assert_no_error(error);
    return movement.seq;
}

static void
undo(struct fixture *f, int64_t seq, int64_t at)
{
    struct movement movement = {.uid = fixture_uuid(f), .at = at};
    GError *error = NULL;
    bool repeated, ok;

    g_assert_true(ledger_begin(f->inventory, &error));
    ok = ledger_undo(f->inventory, seq, &movement, &repeated, &error);
    g_assert_true(ledger_end(f->inventory, ok, &error));
    g_assert_no_error(error);
}

static void
ask_in_vain(struct fixture *f, int64_t at)
{
    struct uuid uid = fixture_uuid(f);
    GError *error = NULL;
    bool repeated;

    g_assert_true(
        unmet_post(f->inventory, &uid, at, f->gate, DRUG_FEVER, DRUG_CHILD, &repeated, &error));
    g_assert_no_error(error);
}

static GBytes *
learn(struct fixture *f, int64_t now)
{
    struct outlook *outlook;
    GBytes *bytes;
    GError *error = NULL;

    g_assert_true(learned_read(f->inventory, now, &outlook, &error));
    g_assert_no_error(error);
    bytes = outlook_save(outlook);
    outlook_free(outlook);
    return bytes;
}

static int64_t
kept_states(struct fixture *f)
{
    int64_t count = 0;

    g_assert_true(
        db_one_int(db_query(f->inventory->db, "SELECT count(*) FROM outlook"), 0, &count, NULL));
    return count;
}

/* What goes on from what was kept is what the whole ledger teaches. */
static void
expect_same(struct fixture *f, int64_t now)
{
    g_autoptr(GBytes) on = learn(f, now), anew = NULL;

    g_assert_true(history_forget(f->inventory, NULL));
    anew = learn(f, now);
    g_assert_true(g_bytes_equal(on, anew));
}

static void
usual_days(struct fixture *f, int from, int until)
{
    for (int day = from; day < until; day++) {
        post(f, MOVEMENT_TAKE, NOON(day) + 1, 0, 4 + 4 * (day % 3), day % 2 == 0);
        if (day % 5 == 0)
            ask_in_vain(f, NOON(day) + 2);
    }
}

static void
filled(struct fixture *f)
{
    post(f, MOVEMENT_DONATE, NOON(0), 0, 10000, false);
    post(f, MOVEMENT_RECEIVE, NOON(0), 0, 10000, true);
}

static void
day_by_day_is_all_at_once(struct fixture *f, gconstpointer data)
{
    (void)data;
    filled(f);
    for (int day = 0; day < 30; day++) {
        g_bytes_unref(learn(f, NOON(day) - 3600000));

        usual_days(f, day, day + 1);
    }
    g_assert_cmpint(kept_states(f), >=, 3);
    g_assert_cmpint(kept_states(f), <, 9);
    expect_same(f, NOON(30));
}

static void
nothing_happened_yet(struct fixture *f, gconstpointer data)
{
    g_bytes_unref(learn(f, NOON(0)));

    (void)data;
    g_assert_cmpint(kept_states(f), ==, 0);
    expect_same(f, NOON(3));
}

static void
booked_late_is_learned(struct fixture *f, gconstpointer data)
{
    g_autoptr(GBytes) before = NULL, after = NULL;

    (void)data;
    filled(f);
    usual_days(f, 0, 20);
    before = learn(f, NOON(20));
    post(f, MOVEMENT_TAKE, NOON(20), NOON(12), 40, true); /* a phone without signal */
    after = learn(f, NOON(20));
    g_assert_false(g_bytes_equal(before, after));
    expect_same(f, NOON(20));
}

static void
undone_never_happened(struct fixture *f, gconstpointer data)
{
    g_autoptr(GBytes) before = NULL, with = NULL, after = NULL;
    int64_t seq;

    (void)data;
    filled(f);
    usual_days(f, 0, 20);
    before = learn(f, NOON(25));
    seq = post(f, MOVEMENT_TAKE, NOON(22), 0, 400, false);
    with = learn(f, NOON(25));
    g_assert_false(g_bytes_equal(before, with));
    undo(f, seq, NOON(25));
    after = learn(f, NOON(25));
    g_assert_true(g_bytes_equal(before, after));
    expect_same(f, NOON(26));
}

static void
random_bookings(struct fixture *f, gconstpointer data)
{
    g_autoptr(GRand) random = g_rand_new_with_seed(11);
    int64_t last = 0;

    (void)data;
    filled(f);
    for (int day = 0; day < 60; day++) {
        int count = g_rand_int_range(random, 0, 4);

        for (int i = 0; i < count; i++) {
            int64_t now = NOON(day) + i, late = g_rand_int_range(random, 0, 6) == 0 ? 3 : 0;

            last = post(f, g_rand_boolean(random) ? MOVEMENT_TAKE : MOVEMENT_DONATE, now,
                        now - MIN(late, day) * FIXTURE_DAY_MS, g_rand_int_range(random, 1, 13),
                        g_rand_boolean(random));
            if (g_rand_int_range(random, 0, 8) == 0)
                undo(f, last, now + 1);
        }
        if (g_rand_boolean(random)) {
            g_bytes_unref(learn(f, NOON(day) + 10));
        }
        if (day % 7 == 0)
            expect_same(f, NOON(day) + 20);
    }
    expect_same(f, NOON(60));
}

static void
what_it_holds_for_changed(struct fixture *f, gconstpointer data)
{
    struct box *box = NULL;

    (void)data;
    filled(f);
    usual_days(f, 0, 20);
    g_bytes_unref(learn(f, NOON(20)));
    g_assert_true(box_by_id(f->inventory, f->gate, &box, NULL));
    box->residents = 5000;
    g_assert_true(box_edit(f->inventory, box, NULL));
    box_free(box);
    expect_same(f, NOON(20));
}

static void
a_changed_state_is_found(struct fixture *f, gconstpointer data)
{
    bool right;

    (void)data;
    filled(f);
    usual_days(f, 0, 20);
    g_bytes_unref(learn(f, NOON(20)));
    g_assert_true(learned_check(f->inventory, NOON(20), &right, NULL));
    g_assert_true(right);
    g_assert_true(
        db_run(db_query(f->inventory->db, "UPDATE outlook SET state = CAST(substr(state, 1, 300)"
                                          " || x'3f' || substr(state, 302) AS BLOB)"),
               NULL));
    g_assert_true(learned_check(f->inventory, NOON(20), &right, NULL));
    g_assert_false(right);
    g_assert_cmpint(kept_states(f), ==, 0);
    g_assert_true(learned_check(f->inventory, NOON(20), &right, NULL));
    g_assert_true(right);
}

static void
rubbish_is_passed_over(struct fixture *f, gconstpointer data)
{
    (void)data;
    filled(f);
    usual_days(f, 0, 20);
    g_bytes_unref(learn(f, NOON(20)));
    g_assert_true(db_run(db_query(f->inventory->db, "UPDATE outlook SET state = x'0102'"), NULL));
    expect_same(f, NOON(20));
}

int
main(int argc, char **argv)
{
    static const struct {
        const char *name;
        void (*test)(struct fixture *f, gconstpointer data);
    } tests[] = {
        {"/learned/day by day is all at once", day_by_day_is_all_at_once},
        {"/learned/nothing happened yet", nothing_happened_yet},
        {"/learned/what is booked late is learned", booked_late_is_learned},
        {"/learned/what was undone never happened", undone_never_happened},
        {"/learned/random bookings, late and undone ones", random_bookings},
        {"/learned/residents changed", what_it_holds_for_changed},
        {"/learned/a changed state is found and let go", a_changed_state_is_found},
        {"/learned/rubbish is passed over", rubbish_is_passed_over},
    };

    g_test_init(&argc, &argv, NULL);
    for (size_t i = 0; i < G_N_ELEMENTS(tests); i++)
        g_test_add(tests[i].name, struct fixture, NULL, fixture_open, tests[i].test, fixture_close);
    return g_test_run();
}
