#include "base/limits.h"
#include "tests/unit/counts.h"

/* ------------------------------------------------------------------------------ lots and medicines */

static void
what_agrees_books_nothing(struct fixture *f, gconstpointer data)
{
    struct count_line lines[3];
    struct count count = count_of(f, lines, 3);
    struct count_result result;

    (void)data;
    fill(f);
    lines[0] = line_of(f, TABLETS, SOON, "A1", 10);
    lines[1] = line_of(f, TABLETS, LATE, "B2", 20);
    lines[2] = line_of(f, COLD_TABLETS, DAY_NONE, NULL, 30);
    must_post(f, &count, &result);
    g_assert_cmpuint(result.differences->len, ==, 0);
    g_assert_cmpint(result.compared, ==, 3);
    g_assert_false(result.repeated);
    g_assert_cmpint(movements(f), ==, 3);
    count_result_clear(&result);
}

/* A batch that was mistyped is told, with those that are there. */
static void
unknown_lots(struct fixture *f, gconstpointer data)
{
    struct count_line line = line_of(f, TABLETS, DAY_NONE, "Z9", 4);
    struct count count = count_of(f, &line, 1);
    struct count_result result;
    g_autoptr(GError) error = NULL;

    (void)data;
    fill(f);
    g_assert_false(count_post(f->inventory, &count, &result, &error));
    g_assert_error(error, ERR, ERR_INPUT);
    g_assert_nonnull(strstr(error->message, "no batch “Z9” of it"));
    g_assert_nonnull(strstr(error->message, "A1 (2027-07-01), B2 (2027-10-09)"));
    count_result_clear(&result);
    line.units = 0;
    must_post(f, &count, &result);
    g_assert_cmpuint(result.differences->len, ==, 0);
    g_assert_cmpuint(result.notices->len, ==, 1);
    g_assert_nonnull(strstr(result.notices->pdata[0], "it knows: A1 (2027-07-01), B2"));
    count_result_clear(&result);
    count.uid = fixture_uuid(f);
    line = line_of(f, TABLETS, LATE, "Z9", 4); /* another one, then */
    must_post(f, &count, &result);
    g_assert_cmpuint(result.notices->len, ==, 0);
    expect_difference(&result, 0, "Z9", 0, 4);
    count_result_clear(&result);
    count.uid = fixture_uuid(f);
    line = line_of(f, COLD_TABLETS, DAY_NONE, "", 30);
    must_post(f, &count, &result);
    g_assert_cmpuint(result.notices->len, ==, 0);
    count_result_clear(&result);
}

static bool
keep_last(const struct movement *m, int64_t undone_by, void *data)
{
    struct movement *last = data;

    (void)undone_by;
    *last = *m;
    last->lot = NULL; /* borrowed */
    return true;
}

static void
found_and_lost(struct fixture *f, gconstpointer data)
{
    struct count_line lines[2];
    struct count count = count_of(f, lines, 2);
    struct count_result result;
    struct ledger_filter all = {.last = 1};
    struct movement last = {.seq = 0};

    (void)data;
    fill(f);
    count.counted_at = FIXTURE_NOW - HOUR;
    lines[0] = line_of(f, TABLETS, SOON, "A1", 7);
    lines[1] = line_of(f, TABLETS, LATE, "B2", 25);
    must_post(f, &count, &result);
    g_assert_cmpuint(result.differences->len, ==, 2);
    expect_difference(&result, 0, "A1", 10, 7);
    expect_difference(&result, 1, "B2", 20, 25);
    g_assert_cmpint(((struct count_difference *)result.differences->pdata[1])->seq, ==, 5);
    g_assert_cmpint(lot_units(f, TABLETS, "A1"), ==, 7);
    g_assert_cmpint(lot_units(f, TABLETS, "B2"), ==, 25);
    g_assert_true(ledger_list(f->inventory, &all, keep_last, &last, NULL));
    g_assert_cmpint(last.kind, ==, MOVEMENT_FOUND);
    g_assert_cmpint(last.units, ==, 5);
    g_assert_cmpint(last.at, ==, FIXTURE_NOW);
    g_assert_cmpint(last.done_at, ==, FIXTURE_NOW - HOUR);
    g_assert_cmpint(last.person, ==, 3);
    count_result_clear(&result);
    fixture_audit(f);
}

static void
a_lot_nobody_knew(struct fixture *f, gconstpointer data)
{
    struct count_line lines[2];
    struct count count = count_of(f, lines, 2);
    struct count_result result;

    (void)data;
    fill(f);
    lines[0] = line_of(f, TABLETS, LATE, "C3", 4); /* another batch of the same day */
    lines[1] = line_of(f, THERMOMETER, DAY_NEVER, "", 2);
    must_post(f, &count, &result);
    expect_difference(&result, 0, "C3", 0, 4);
    expect_difference(&result, 1, "", 0, 2);
    g_assert_cmpint(fixture_stock(f, TABLETS), ==, 34);
    g_assert_cmpint(fixture_stock(f, THERMOMETER), ==, 2);
    count_result_clear(&result);
    fixture_audit(f);
}

static void
a_day_that_is_none(struct fixture *f, gconstpointer data)
{
    struct count_line line = line_of(f, TABLETS, DAY_NEVER, "", 2);
    struct count count = count_of(f, &line, 1);

    (void)data;
    refuse(f, &count, ERR_INPUT, "does expire");
    line.expiry = (struct day){LATE.n + 20 * 365};
    refuse(f, &count, ERR_INPUT, "15 years");
}

static void
a_lot_of_which_none_is_left(struct fixture *f, gconstpointer data)
{
    struct count_line lines[2];
    struct count count = count_of(f, lines, 2);
    struct count_result result;

    (void)data;
    fill(f);
    lines[0] = line_of(f, TABLETS, SOON, "A1", 0);
    lines[1] = line_of(f, TABLETS, SOON, "Z9", 0); /* nor was there ever any of this */
    must_post(f, &count, &result);
    g_assert_cmpuint(result.differences->len, ==, 1);
    expect_difference(&result, 0, "A1", 10, 0);
    g_assert_cmpint(fixture_stock(f, TABLETS), ==, 20);
    count_result_clear(&result);
}

static void
missing_goes_from_what_expires_first(struct fixture *f, gconstpointer data)
{
    struct count_line line = line_of(f, TABLETS, DAY_NONE, NULL, 18);
    struct count count = count_of(f, &line, 1);
    struct count_result result;

    (void)data;
    fill(f);
    must_post(f, &count, &result);
    g_assert_cmpuint(result.differences->len, ==, 2);
    expect_difference(&result, 0, "A1", 10, 0);
    expect_difference(&result, 1, "B2", 20, 18);
    g_assert_cmpint(lot_units(f, TABLETS, "A1"), ==, 0);
    g_assert_cmpint(lot_units(f, TABLETS, "B2"), ==, 18);
    g_assert_cmpint(fixture_stock(f, COLD_TABLETS), ==, 30); /* not spoken of */
    count_result_clear(&result);
    fixture_audit(f);
}

static void
more_goes_to_what_expires_last(struct fixture *f, gconstpointer data)
{
    struct count_line line = line_of(f, TABLETS, DAY_NONE, NULL, 33);
    struct count count = count_of(f, &line, 1);
    struct count_result result;

    (void)data;
    fill(f);
    must_post(f, &count, &result);
    g_assert_cmpuint(result.differences->len, ==, 1);
    expect_difference(&result, 0, "B2", 20, 23);
    g_assert_cmpint(lot_units(f, TABLETS, "A1"), ==, 10);
    count_result_clear(&result);
    fixture_audit(f);
}

static void
what_nobody_knew_needs_its_expiry(struct fixture *f, gconstpointer data)
{
    struct count_line line = line_of(f, SYRUP, DAY_NONE, NULL, 100);
    struct count count = count_of(f, &line, 1);
    struct count_result result;

    (void)data;
    fill(f);
    refuse(f, &count, ERR_INPUT, "expiry");
    line.units = 0; /* none is there, and none was known */
    must_post(f, &count, &result);
    g_assert_cmpuint(result.differences->len, ==, 0);
    count_result_clear(&result);
}

/* ----------------------------------------------------------------------------------- what is refused */

static void
nothing_is_counted_twice(struct fixture *f, gconstpointer data)
{
    struct count_line lines[2];
    struct count count = count_of(f, lines, 2);

    (void)data;
    fill(f);
    lines[0] = line_of(f, TABLETS, SOON, "A1", 9);
    lines[1] = lines[0];
    refuse(f, &count, ERR_INPUT, "twice");
    lines[1] = line_of(f, TABLETS, DAY_NONE, NULL, 30);
    refuse(f, &count, ERR_INPUT, "twice");
    lines[0] = line_of(f, TABLETS, DAY_NONE, NULL, 30);
    lines[1] = line_of(f, TABLETS, SOON, "A1", 9);
    refuse(f, &count, ERR_INPUT, "twice");
    lines[0] = line_of(f, COLD_TABLETS, SOON, "", 20);
    lines[1] = line_of(f, COLD_TABLETS, SOON, NULL, 20); /* no lot is the lot "" */
    refuse(f, &count, ERR_INPUT, "twice");
}

static void
bad_numbers_are_refused(struct fixture *f, gconstpointer data)
{
    struct count_line line = line_of(f, TABLETS, SOON, "A1", -1);
    struct count count = count_of(f, &line, 1);

    (void)data;
    fill(f);
    refuse(f, &count, ERR_INPUT, "from 0 to");
    line.units = LIMIT_UNITS + 1;
    refuse(f, &count, ERR_INPUT, "1000000");
    line.expiry = DAY_NONE;
    refuse(f, &count, ERR_INPUT, "1000000");
    line.units = INT32_MIN;
    refuse(f, &count, ERR_INPUT, "from 0 to");
}

/* A box may hold more of a lot than one movement can move. */
static void
more_than_one_movement_holds(struct fixture *f, gconstpointer data)
{
    struct count_line line = line_of(f, TABLETS, SOON, "A1", 499999);
    struct count count = count_of(f, &line, 1);
    struct count_result result;

    (void)data;
    post_at(f, MOVEMENT_DONATE, TABLETS, SOON, "A1", LIMIT_UNITS, FIXTURE_NOW - HOUR);
    post_at(f, MOVEMENT_DONATE, TABLETS, SOON, "A1", 500000, FIXTURE_NOW - HOUR);
    refuse(f, &count, ERR_INPUT, "1000001");
    line.units = 500000;
    must_post(f, &count, &result);
    g_assert_cmpint(fixture_stock(f, TABLETS), ==, 500000);
    count_result_clear(&result);
}

static void
what_is_not_there_is_missing(struct fixture *f, gconstpointer data)
{
    struct count_line line = line_of(f, TABLETS, SOON, "A1", 1);
    struct count count = count_of(f, &line, 1);

    (void)data;
    fill(f);
    line.drug.n = 999;
    refuse(f, &count, ERR_MISSING, "medicine");
    line.drug = f->drugs[TABLETS];
    count.box.n = 999;
    refuse(f, &count, ERR_MISSING, "box");
    count.line_count = 0;
    count.complete = true;
    refuse(f, &count, ERR_MISSING, "box");
}

static void
a_box_out_of_service_is_not_counted(struct fixture *f, gconstpointer data)
{
    struct count_line line = line_of(f, TABLETS, SOON, "A1", 1);
    struct count count = count_of(f, &line, 1);

    (void)data;
    g_assert_true(box_retire(f->inventory, f->gate, NULL));
    count.box = f->gate;
    refuse(f, &count, ERR_REFUSED, "gate");
}

int
main(int argc, char **argv)
{
    static const struct {
        const char *name;
        void (*run)(struct fixture *, gconstpointer);
    } tests[] = {
        {"/count/what agrees books nothing", what_agrees_books_nothing},
        {"/count/a lot that nobody knows", unknown_lots},
        {"/count/found and lost", found_and_lost},
        {"/count/a lot nobody knew", a_lot_nobody_knew},
        {"/count/a day that no medicine is good until", a_day_that_is_none},
        {"/count/a lot of which none is left", a_lot_of_which_none_is_left},
        {"/count/missing goes from what expires first", missing_goes_from_what_expires_first},
        {"/count/more goes to what expires last", more_goes_to_what_expires_last},
        {"/count/what nobody knew needs its expiry", what_nobody_knew_needs_its_expiry},
        {"/count/nothing is counted twice", nothing_is_counted_twice},
        {"/count/bad numbers are refused", bad_numbers_are_refused},
        {"/count/more than one movement holds", more_than_one_movement_holds},
        {"/count/what is not there is missing", what_is_not_there_is_missing},
        {"/count/a box out of service is not counted", a_box_out_of_service_is_not_counted},
    };

    g_test_init(&argc, &argv, NULL);
    for (size_t i = 0; i < G_N_ELEMENTS(tests); i++)
        g_test_add(tests[i].name, struct fixture, NULL, fixture_open, tests[i].run, fixture_close);
    return g_test_run();
}
