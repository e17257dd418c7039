#include "planning/learned.h"

#include "inventory/count.h"
#include "inventory/ledger.h"
#include "inventory/recall.h"
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

    g_assert_true(history_forget(f->inventory, DAY_NONE, NULL));
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

/* What happens by chance, and when: mostly now, sometimes days ago. */
struct chance {
    struct fixture *f;
    GRand *random;
    int64_t now, done_at;
    int64_t seqs[400],
        recalls[400]; /* of what was booked and may be undone, or recalled and lifted */
    int count, recall_count;
};

static int
below(struct chance *c, int most)
{
    return g_rand_int_range(c->random, 0, most);
}

/* One of a few lots: some expire within the test, and what is found of them later is expired. */
static struct movement
some_lot(struct chance *c)
{
    static const char *const lots[] = {"", "A1", "B2"};
    struct day start = inventory_day(c->f->inventory, NOON(0));

    return (struct movement){
        .uid = fixture_uuid(c->f),
        .at = c->now,
        .done_at = c->done_at,
        .box = below(c, 2) == 0 ? c->f->gate : c->f->lobby,
        .drug = c->f->drugs[below(c, COLD_TABLETS + 1)],
        .expiry = {start.n + (below(c, 3) == 0 ? 900 : 8 * below(c, 8))},
        .lot = lots[below(c, (int)G_N_ELEMENTS(lots))],
        .units = 1 + below(c, 12),
    };
}

/* Books it, or not, where the rules refuse it: both belong to life. */
static void
try_movement(struct chance *c)
{
    static const enum movement_kind any[] = {MOVEMENT_DONATE,  MOVEMENT_DONATE, MOVEMENT_TAKE,
                                             MOVEMENT_TAKE,    MOVEMENT_SEND,   MOVEMENT_RECEIVE,
                                             MOVEMENT_DISCARD, MOVEMENT_TAKE};
    struct movement m = some_lot(c);
    bool repeated, ok;

    m.kind = any[below(c, (int)G_N_ELEMENTS(any))];
    g_assert_true(ledger_begin(c->f->inventory, NULL));
    ok = ledger_post(c->f->inventory, &m, &repeated, NULL);
    if (ledger_end(c->f->inventory, ok, NULL) && ok)
        c->seqs[c->count++ % (int)G_N_ELEMENTS(c->seqs)] = m.seq;
}

static void
try_count(struct chance *c)
{
    struct movement m = some_lot(c);
    struct count_line line = {
        .drug = m.drug, .expiry = m.expiry, .lot = m.lot, .units = below(c, 30)};
    struct count count = {.uid = m.uid,
                          .now = c->now,
                          .counted_at = c->done_at,
                          .box = m.box,
                          .lines = &line,
                          .line_count = 1,
                          .complete = below(c, 6) == 0};
    struct count_result result;

    if (count_post(c->f->inventory, &count, &result, NULL))
        for (guint i = 0; i < result.differences->len; i++)
            c->seqs[c->count++ % (int)G_N_ELEMENTS(c->seqs)] =
                ((struct count_difference *)result.differences->pdata[i])->seq;
    count_result_clear(&result);
}

static void
try_undo(struct chance *c)
{
    struct movement undo = {.uid = fixture_uuid(c->f), .at = c->now};
    bool repeated, ok;

    if (c->count == 0)
        return;
    g_assert_true(ledger_begin(c->f->inventory, NULL));
    ok = ledger_undo(c->f->inventory, c->seqs[below(c, MIN(c->count, (int)G_N_ELEMENTS(c->seqs)))],
                     &undo, &repeated, NULL);
    g_assert_true(ledger_end(c->f->inventory, ok, NULL) == ok);
}

static void
try_unmet(struct chance *c)
{
    struct uuid uid = fixture_uuid(c->f);
    bool repeated;

    g_assert_true(unmet_post(c->f->inventory, &uid, c->done_at,
                             below(c, 2) == 0 ? c->f->gate : c->f->lobby,
                             below(c, 2) == 0 ? DRUG_FEVER : DRUG_COLD,
                             (enum drug_age)below(c, DRUG_AGES), &repeated, NULL));
}

static void
try_recall(struct chance *c)
{
    struct movement m = some_lot(c);
    bool repeated;

    if (c->recall_count > 0 && below(c, 2) == 0)
        g_assert_true(recall_lift(c->f->inventory, c->recalls[--c->recall_count], c->now, NULL));
    else if (recall_add(c->f->inventory, m.drug, m.lot, "dust", c->now,
                        &c->recalls[c->recall_count], &repeated, NULL) &&
             !repeated)
        c->recall_count++;
}

/* Everything that there is, in any order, and a look at the shortages now and then. */
static void
anything_at_any_time(struct fixture *f, gconstpointer data)
{
    static void (*const tries[])(struct chance * c) = {
        try_movement, try_movement, try_movement, try_movement, try_count,
        try_count,    try_undo,     try_unmet,    try_recall,
    };

    (void)data;
    for (uint32_t seed = 1; seed <= 8; seed++) {
        struct chance c = {.f = f, .random = g_rand_new_with_seed(seed)};

        for (int day = 0; day < 70; day++) {
            for (int i = below(&c, 6); i > 0; i--) {
                c.now = NOON(day) + below(&c, 12) * INT64_C(3000000);
                c.done_at = c.now;
                if (below(&c, 4) == 0)
                    c.done_at -= below(&c, 20) * (FIXTURE_DAY_MS / 2 + 1234567);
                tries[below(&c, (int)G_N_ELEMENTS(tries))](&c);
            }
            if (below(&c, 3) > 0)
                g_bytes_unref(learn(f, NOON(day + 1) - 1));
            if (below(&c, 5) == 0)
                expect_same(f, NOON(day + 1) - 1);
        }
        expect_same(f, NOON(70));
        g_assert_cmpint(c.count, >, 60);
        g_rand_free(c.random);
        fixture_close(f, NULL);
        fixture_open(f, NULL);
    }
}

/* What was expired already when it was found never was there to take. */
static void
found_expired_changes_nothing(struct fixture *f, gconstpointer data)
{
    struct count_line line = {.drug = f->drugs[TABLETS], .lot = "Z", .units = 96};
    struct count count = {
        .uid = fixture_uuid(f), .now = NOON(20), .box = f->lobby, .lines = &line, .line_count = 1};
    struct count_result result;
    g_autoptr(GBytes) before = NULL, after = NULL;

    (void)data;
    line.expiry = inventory_day(f->inventory, NOON(5));
    filled(f);
    usual_days(f, 0, 20);
    before = learn(f, NOON(21));
    g_assert_true(count_post(f->inventory, &count, &result, NULL));
    count_result_clear(&result);
    expect_same(f, NOON(21));
    after = learn(f, NOON(21));
    g_assert_true(g_bytes_equal(before, after));
}

/* A phone without signal told only today that somebody asked in vain days ago. */
static void
asked_in_vain_is_told_late(struct fixture *f, gconstpointer data)
{
    g_autoptr(GBytes) before = NULL, after = NULL;

    (void)data;
    filled(f);
    usual_days(f, 0, 20);
    before = learn(f, NOON(20));
    ask_in_vain(f, NOON(11));
    after = learn(f, NOON(20));
    g_assert_false(g_bytes_equal(before, after));
    expect_same(f, NOON(20));
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
        {"/learned/anything at any time", anything_at_any_time},
        {"/learned/found when expired", found_expired_changes_nothing},
        {"/learned/asked in vain, told late", asked_in_vain_is_told_late},
        {"/learned/residents changed", what_it_holds_for_changed},
        {"/learned/a changed state is found and let go", a_changed_state_is_found},
        {"/learned/rubbish is passed over", rubbish_is_passed_over},
    };

    g_test_init(&argc, &argv, NULL);
    for (size_t i = 0; i < G_N_ELEMENTS(tests); i++)
        g_test_add(tests[i].name, struct fixture, NULL, fixture_open, tests[i].test, fixture_close);
    return g_test_run();
}
