/* Counting a box while it stays in use, wholly, and only to see. */

#include "inventory/posting.h"
#include "inventory/recall.h"
#include "tests/unit/counts.h"

/* ---------------------------------------------------------------------------------- while in use */

static void
bookings_after_the_count_are_kept(struct fixture *f, gconstpointer data)
{
    struct count_line line = line_of(f, TABLETS, SOON, "A1", 8);
    struct count count = count_of(f, &line, 1);
    struct count_result result;

    (void)data;
    fill(f);
    count.counted_at = FIXTURE_NOW - 3 * HOUR;
    post_at(f, MOVEMENT_TAKE, TABLETS, SOON, "A1", 5, FIXTURE_NOW - 2 * HOUR);
    post_at(f, MOVEMENT_DONATE, TABLETS, SOON, "A1", 1, FIXTURE_NOW - HOUR);
    must_post(f, &count, &result);
    expect_difference(&result, 0, "A1", 10, 8);
    g_assert_cmpint(lot_units(f, TABLETS, "A1"), ==, 8 - 5 + 1);
    count_result_clear(&result);
    fixture_audit(f);
}

/* A phone without signal tells later what was done before the count. */
static void
what_was_done_before_counts_whenever_it_is_told(struct fixture *f, gconstpointer data)
{
    struct count_line line = line_of(f, TABLETS, SOON, "A1", 6);
    struct count count = count_of(f, &line, 1);
    struct count_result result;

    (void)data;
    fill(f);
    count.counted_at = FIXTURE_NOW - 3 * HOUR;
    post_at(f, MOVEMENT_TAKE, TABLETS, SOON, "A1", 4, FIXTURE_NOW - 3 * HOUR);
    must_post(f, &count, &result);
    g_assert_cmpuint(result.differences->len, ==, 0);
    g_assert_cmpint(lot_units(f, TABLETS, "A1"), ==, 6);
    count_result_clear(&result);
}

static void
a_complete_count_spares_what_came_later(struct fixture *f, gconstpointer data)
{
    struct count count = count_of(f, NULL, 0);
    struct count_result result;

    (void)data;
    fill(f);
    count.complete = true;
    count.counted_at = FIXTURE_NOW - HOUR;
    post_at(f, MOVEMENT_DONATE, TABLETS, SOON, "A1", 2, FIXTURE_NOW);
    post_at(f, MOVEMENT_DONATE, SYRUP, LATE, "S1", 100, FIXTURE_NOW);
    must_post(f, &count, &result);
    g_assert_cmpuint(result.differences->len, ==, 3);
    g_assert_cmpint(fixture_stock(f, TABLETS), ==, 2);
    g_assert_cmpint(fixture_stock(f, SYRUP), ==, 100);
    g_assert_cmpint(fixture_stock(f, COLD_TABLETS), ==, 0);
    count_result_clear(&result);
    fixture_audit(f);
}

static void
missing_ones_that_were_taken_since(struct fixture *f, gconstpointer data)
{
    struct count_line lines[2];
    struct count count = count_of(f, lines, 2);

    (void)data;
    fill(f);
    lines[0] = line_of(f, TABLETS, LATE, "B2", 25); /* this one alone could be booked */
    lines[1] = line_of(f, TABLETS, SOON, "A1", 4);
    count.counted_at = FIXTURE_NOW - 2 * HOUR;
    post_at(f, MOVEMENT_TAKE, TABLETS, SOON, "A1", 8, FIXTURE_NOW - HOUR);
    refuse(f, &count, ERR_REFUSED, "2"); /* so many are left */
    g_assert_cmpint(lot_units(f, TABLETS, "A1"), ==, 2);
    g_assert_cmpint(lot_units(f, TABLETS, "B2"), ==, 20);
}

static void
no_count_comes_from_the_future(struct fixture *f, gconstpointer data)
{
    struct count_line line = line_of(f, TABLETS, SOON, "A1", 8);
    struct count count = count_of(f, &line, 1);
    struct count_result result;

    (void)data;
    fill(f);
    count.counted_at = FIXTURE_NOW + 1;
    refuse(f, &count, ERR_INPUT, "future");
    count.complete = true;
    refuse(f, &count, ERR_INPUT, "future");
    count.dry_run = true;
    refuse(f, &count, ERR_INPUT, "future");
    count.dry_run = false;
    count.counted_at = FIXTURE_NOW;
    must_post(f, &count, &result);
    count_result_clear(&result);
}

/* -------------------------------------------------------------------------------- complete counts */

static void
a_complete_count_zeroes_the_rest(struct fixture *f, gconstpointer data)
{
    struct count_line line = line_of(f, TABLETS, LATE, "B2", 20);
    struct count count = count_of(f, &line, 1);
    struct count_result result;

    (void)data;
    fill(f);
    count.complete = true;
    must_post(f, &count, &result);
    g_assert_cmpint(result.compared, ==, 3);
    g_assert_cmpuint(result.differences->len, ==, 2);
    expect_difference(&result, 0, "A1", 10, 0);
    expect_difference(&result, 1, "", 30, 0);
    g_assert_cmpint(fixture_stock(f, TABLETS), ==, 20);
    g_assert_cmpint(fixture_stock(f, COLD_TABLETS), ==, 0);
    g_assert_cmpint(counted_at(f), ==, FIXTURE_NOW);
    count_result_clear(&result);
    fixture_audit(f);
}

static void
what_can_t_be_taken_is_counted_too(struct fixture *f, gconstpointer data)
{
    struct count count = count_of(f, NULL, 0);
    struct count_result result;
    int64_t id;
    bool repeated;

    (void)data;
    post_at(f, MOVEMENT_DONATE, TABLETS, (struct day){20000}, "OLD", 5, FIXTURE_NOW - HOUR);
    post_at(f, MOVEMENT_DONATE, TABLETS, LATE, "R1", 6, FIXTURE_NOW - HOUR);
    g_assert_true(recall_add(f->inventory, f->drugs[TABLETS], "R1", "specks", FIXTURE_NOW, &id,
                             &repeated, NULL));
    count.complete = true;
    must_post(f, &count, &result);
    g_assert_cmpuint(result.differences->len, ==, 2);
    g_assert_cmpint(fixture_stock(f, TABLETS), ==, 0);
    count_result_clear(&result);
}

static void
only_a_complete_count_is_noted(struct fixture *f, gconstpointer data)
{
    struct count_line line = line_of(f, TABLETS, SOON, "A1", 10);
    struct count count = count_of(f, &line, 1);
    struct count_result result;

    (void)data;
    fill(f);
    must_post(f, &count, &result);
    count_result_clear(&result);
    g_assert_cmpint(counted_at(f), ==, 0);
    count.uid = fixture_uuid(f);
    count.complete = count.dry_run = true;
    must_post(f, &count, &result);
    count_result_clear(&result);
    g_assert_cmpint(counted_at(f), ==, 0);
}

static void
an_older_count_told_later_turns_nothing_back(struct fixture *f, gconstpointer data)
{
    struct count count = count_of(f, NULL, 0);
    struct count_result result;

    (void)data;
    count.complete = true;
    count.counted_at = FIXTURE_NOW - HOUR;
    must_post(f, &count, &result);
    count_result_clear(&result);
    g_assert_cmpint(counted_at(f), ==, FIXTURE_NOW - HOUR);
    count.uid = fixture_uuid(f);
    count.counted_at = FIXTURE_NOW - 2 * HOUR;
    must_post(f, &count, &result);
    count_result_clear(&result);
    g_assert_cmpint(counted_at(f), ==, FIXTURE_NOW - HOUR);
}

/* A later count has the last word, and who tells of the earlier hears it, and what is in the box now. */
static void
an_older_count_tells_that_a_later_one_holds(struct fixture *f, gconstpointer data)
{
    struct count_line line = line_of(f, TABLETS, DAY_NONE, NULL, 25);
    struct count count = count_of(f, &line, 1);
    struct count_result result;

    (void)data;
    fill(f);
    count.counted_at = FIXTURE_NOW - HOUR;
    must_post(f, &count, &result);
    g_assert_cmpuint(result.notices->len, ==, 0);
    count_result_clear(&result);
    count.uid = fixture_uuid(f);
    count.counted_at = FIXTURE_NOW - 2 * HOUR;
    line.units = 5;
    must_post(f, &count, &result);
    g_assert_cmpuint(result.differences->len, ==, 2);
    for (guint i = 0; i < result.differences->len; i++)
        g_assert_cmpint(((const struct count_difference *)result.differences->pdata[i])->total, ==,
                        25);
    g_assert_cmpuint(result.notices->len, ==, 1);
    g_assert_cmpstr(result.notices->pdata[0], ==, posting_counted_words());
    count_result_clear(&result);
    fixture_audit(f);
}

/* ------------------------------------------------------------------------------------- not yet */

static void
a_dry_run_books_nothing(struct fixture *f, gconstpointer data)
{
    struct count_line line = line_of(f, TABLETS, DAY_NONE, NULL, 18);
    struct count count = count_of(f, &line, 1);
    struct count_result result;

    (void)data;
    fill(f);
    count.dry_run = true;
    must_post(f, &count, &result);
    g_assert_cmpuint(result.differences->len, ==, 2);
    expect_difference(&result, 1, "B2", 20, 18);
    g_assert_cmpint(((struct count_difference *)result.differences->pdata[0])->seq, ==, 0);
    count_result_clear(&result);
    g_assert_cmpint(movements(f), ==, 3);
    g_assert_cmpint(fixture_stock(f, TABLETS), ==, 30);
    fixture_audit(f);
    count.dry_run = false;
    must_post(f, &count, &result);
    g_assert_false(result.repeated);
    g_assert_cmpint(movements(f), ==, 5);
    count_result_clear(&result);
    fixture_audit(f);
}

/* More had left by then than had come, as far as was told: the count found that it had not. */
static void
what_was_below_nothing_is_found(struct fixture *f, gconstpointer data)
{
    struct count_line line = line_of(f, TABLETS, LATE, "B2", 5);
    struct count count = count_of(f, &line, 1);
    struct count_result result;

    (void)data;
    post_at(f, MOVEMENT_DONATE, TABLETS, LATE, "B2", 48, FIXTURE_NOW - HOUR);
    post_at(f, MOVEMENT_TAKE, TABLETS, LATE, "B2", 10, FIXTURE_NOW - 4 * HOUR);
    count.counted_at = FIXTURE_NOW - 2 * HOUR;
    must_post(f, &count, &result);
    expect_difference(&result, 0, "B2", -10, 5);
    count_result_clear(&result);
    g_assert_cmpint(fixture_stock(f, TABLETS), ==, 53);
    fixture_audit(f);
}

static void
a_count_is_undone_like_any_booking(struct fixture *f, gconstpointer data)
{
    struct count_line line = line_of(f, TABLETS, SOON, "A1", 8);
    struct count count = count_of(f, &line, 1);
    struct movement undo = {.uid = fixture_uuid(f), .at = FIXTURE_NOW};
    struct count_result result;
    bool repeated;

    (void)data;
    fill(f);
    must_post(f, &count, &result);
    g_assert_true(ledger_begin(f->inventory, NULL));
    g_assert_true(ledger_undo(f->inventory,
                              ((struct count_difference *)result.differences->pdata[0])->seq, &undo,
                              &repeated, NULL));
    g_assert_true(ledger_end(f->inventory, true, NULL));
    g_assert_cmpint(lot_units(f, TABLETS, "A1"), ==, 10);
    count_result_clear(&result);
    fixture_audit(f);
}

int
main(int argc, char **argv)
{
    static const struct {
        const char *name;
        void (*run)(struct fixture *, gconstpointer);
    } tests[] = {
        {"/count-in-use/bookings after the count are kept", bookings_after_the_count_are_kept},
        {"/count-in-use/what was done before counts whenever it is told",
         what_was_done_before_counts_whenever_it_is_told},
        {"/count-in-use/a complete count spares what came later",
         a_complete_count_spares_what_came_later},
        {"/count-in-use/missing ones that were taken since", missing_ones_that_were_taken_since},
        {"/count-in-use/no count comes from the future", no_count_comes_from_the_future},
        {"/count-in-use/a complete count zeroes the rest", a_complete_count_zeroes_the_rest},
        {"/count-in-use/what can't be taken is counted too", what_can_t_be_taken_is_counted_too},
        {"/count-in-use/only a complete count is noted", only_a_complete_count_is_noted},
        {"/count-in-use/an older count told later turns nothing back",
         an_older_count_told_later_turns_nothing_back},
        {"/count-in-use/an older count tells that a later one holds",
         an_older_count_tells_that_a_later_one_holds},
        {"/count-in-use/a dry run books nothing", a_dry_run_books_nothing},
        {"/count-in-use/what was below nothing is found", what_was_below_nothing_is_found},
        {"/count-in-use/a count is undone like any booking", a_count_is_undone_like_any_booking},
    };

    g_test_init(&argc, &argv, NULL);
    for (size_t i = 0; i < G_N_ELEMENTS(tests); i++)
        g_test_add(tests[i].name, struct fixture, NULL, fixture_open, tests[i].run, fixture_close);
    return g_test_run();
}
