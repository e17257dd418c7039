/* The same count again, under the id that its client made for it. */

#include "tests/unit/bookings.h"
#include "tests/unit/counts.h"

static void
twice_is_once(struct fixture *f, gconstpointer data)
{
    struct count_line lines[2];
    struct count count = count_of(f, lines, 2);
    struct count_result result;

    (void)data;
    fill(f);
    lines[0] = line_of(f, TABLETS, SOON, "A1", 8);
    lines[1] = line_of(f, TABLETS, LATE, "B2", 21);
    must_post(f, &count, &result);
    count_result_clear(&result);
    post_at(f, MOVEMENT_TAKE, TABLETS, SOON, "A1", 3,
            FIXTURE_NOW); /* what came since is not of it */
    must_post(f, &count, &result);
    g_assert_true(result.repeated);
    g_assert_cmpuint(result.differences->len, ==, 2);
    expect_difference(&result, 0, "A1", 10, 8);
    expect_difference(&result, 1, "B2", 20, 21);
    g_assert_cmpint(((struct count_difference *)result.differences->pdata[1])->seq, ==, 5);
    count_result_clear(&result);
    g_assert_cmpint(movements(f), ==, 6);
    lines[0].units = 5;
    count.uid = fixture_uuid(f); /* another count of the same finds that all is well now */
    must_post(f, &count, &result);
    g_assert_false(result.repeated);
    g_assert_cmpuint(result.differences->len, ==, 0);
    count_result_clear(&result);
    fixture_audit(f);
}

/* One that found nothing wrong has no movement: it is known all the same. */
static void
what_agreed_is_known(struct fixture *f, gconstpointer data)
{
    struct count_line line = line_of(f, TABLETS, DAY_NONE, NULL, 30);
    struct count count = count_of(f, &line, 1);
    struct count_result result;

    (void)data;
    fill(f);
    must_post(f, &count, &result);
    g_assert_false(result.repeated);
    count_result_clear(&result);
    post_at(f, MOVEMENT_TAKE, TABLETS, SOON, "A1", 3, FIXTURE_NOW + HOUR);
    count.now = FIXTURE_NOW + 2 * HOUR;
    must_post(f, &count, &result);
    g_assert_true(result.repeated);
    g_assert_cmpuint(result.differences->len, ==, 0);
    g_assert_cmpint(result.compared, ==, 2);
    count_result_clear(&result);
    g_assert_cmpint(movements(f), ==, 4);
    g_assert_cmpint(fixture_stock(f, TABLETS), ==, 27);
    fixture_audit(f);
}

/* Also that of a box in which nothing was and nothing was to be, and what it said of a batch. */
static void
an_empty_box_is_known(struct fixture *f, gconstpointer data)
{
    struct count_line line = line_of(f, TABLETS, SOON, "C3", 0);
    struct count count = count_of(f, NULL, 0);
    struct count_result result;

    (void)data;
    count.complete = true;
    must_post(f, &count, &result);
    g_assert_false(result.repeated);
    count_result_clear(&result);
    post_at(f, MOVEMENT_DONATE, TABLETS, SOON, "A1", 10, FIXTURE_NOW + HOUR);
    count.now = FIXTURE_NOW + 2 * HOUR;
    must_post(f, &count, &result);
    g_assert_true(result.repeated);
    count_result_clear(&result);
    g_assert_cmpint(fixture_stock(f, TABLETS), ==, 10);
    count = count_of(f, &line, 1);
    count.now = FIXTURE_NOW + 2 * HOUR;
    for (int again = 0; again < 2; again++) {
        must_post(f, &count, &result);
        g_assert_cmpint(result.repeated, ==, again);
        g_assert_cmpuint(result.notices->len, ==, 1);
        g_assert_nonnull(strstr(result.notices->pdata[0], "it knows: A1"));
        count_result_clear(&result);
        post_at(f, MOVEMENT_DONATE, TABLETS, LATE, "B2", 5, FIXTURE_NOW + 3 * HOUR);
    }
    fixture_audit(f);
}

/* What was said is said again, even if it was undone since, or told late and settled. */
static void
what_was_said_is_said_again(struct fixture *f, gconstpointer data)
{
    struct count_line line = line_of(f, TABLETS, DAY_NONE, NULL, 7);
    struct count count = count_of(f, &line, 1);
    struct booking undo = {.uid = fixture_uuid(f), .now = FIXTURE_NOW};
    struct booking_result undone;
    struct count_result result;

    (void)data;
    fill(f);
    for (int again = 0; again < 3; again++) {
        must_post(f, &count, &result);
        g_assert_cmpint(result.repeated, ==, again > 0);
        g_assert_cmpint(result.compared, ==, 2);
        g_assert_cmpuint(result.differences->len, ==, 2);
        expect_difference(&result, 0, "A1", 10, 0);
        expect_difference(&result, 1, "B2", 20, 7);
        g_assert_cmpint(((struct count_difference *)result.differences->pdata[0])->seq, ==, 4);
        count_result_clear(&result);
        if (again == 0)
            post_at(f, MOVEMENT_DONATE, TABLETS, SOON, "A1", 9, FIXTURE_NOW - 2 * HOUR);
        if (again == 1) {
            g_assert_true(booking_undo(f->inventory, 4, &undo, &undone, NULL));
            booking_result_clear(&undone);
        }
    }
    g_assert_cmpint(fixture_stock(f, TABLETS), ==, 39);
    fixture_audit(f);
}

/* Whatever the first one said, another under its id is not booked, nor called so. */
static void
another_under_its_id_is_refused(struct fixture *f, gconstpointer data)
{
    struct count_line lines[2];
    struct count count = count_of(f, lines, 1);
    struct count_result result;

    fill(f);
    lines[0] = line_of(f, TABLETS, SOON, "A1", data != NULL ? 10 : 8);
    lines[1] = line_of(f, TABLETS, LATE, "B2", 20);
    must_post(f, &count, &result);
    count_result_clear(&result);
    count.line_count = 2;
    refuse(f, &count, ERR_REFUSED, "id");
    count.line_count = 0;
    refuse(f, &count, ERR_REFUSED, "id");
    count.line_count = 1;
    count.complete = true;
    refuse(f, &count, ERR_REFUSED, "id");
    count.complete = false;
    lines[0].units = 9;
    refuse(f, &count, ERR_REFUSED, "id");
    lines[0].units = data != NULL ? 8 : 10;
    refuse(f, &count, ERR_REFUSED, "id");
    lines[0] = lines[1];
    refuse(f, &count, ERR_REFUSED, "id");
    lines[0] = line_of(f, TABLETS, SOON, "A1", data != NULL ? 10 : 8);
    count.box = f->gate;
    refuse(f, &count, ERR_REFUSED, "id");
    count.box = f->lobby;
    must_post(f, &count, &result);
    g_assert_true(result.repeated);
    count_result_clear(&result);
}

/* An older medbox kept no id with its counts: those that booked something are known by that. */
static void
an_older_one_is_known(struct fixture *f, gconstpointer data)
{
    struct count_line line = line_of(f, TABLETS, SOON, "A1", 8);
    struct count count = count_of(f, &line, 1);
    struct count_result result;

    (void)data;
    fill(f);
    must_post(f, &count, &result);
    count_result_clear(&result);
    g_assert_true(db_run(db_query(f->inventory->db, "UPDATE counted_line SET uid = NULL"), NULL));
    post_at(f, MOVEMENT_TAKE, TABLETS, SOON, "A1", 3, FIXTURE_NOW);
    must_post(f, &count, &result);
    g_assert_true(result.repeated);
    expect_difference(&result, 0, "A1", 10, 8);
    count_result_clear(&result);
    g_assert_cmpint(movements(f), ==, 5);
    line.units = 5;
    refuse(f, &count, ERR_REFUSED, "id");
}

static void
an_id_of_something_else_is_refused(struct fixture *f, gconstpointer data)
{
    struct count_line line = line_of(f, TABLETS, SOON, "A1", 8);
    struct count count = count_of(f, &line, 1);
    struct booking gift = fixture_booking(f, TABLETS, 12);
    struct booking_result booked;
    struct count_result result;

    (void)data;
    fill(f);
    gift.expiry = LATE;
    g_assert_true(booking_donate(f->inventory, &gift, &booked, NULL));
    booking_result_clear(&booked);
    count.uid = gift.uid;
    refuse(f, &count, ERR_REFUSED, "id");
    count.uid = fixture_uuid(f);
    must_post(f, &count, &result);
    count_result_clear(&result);
    count.box = f->gate; /* the id of a count of another box */
    refuse(f, &count, ERR_REFUSED, "id");
}

int
main(int argc, char **argv)
{
    static const struct {
        const char *name, *data;
        void (*run)(struct fixture *, gconstpointer);
    } tests[] = {
        {"/count-again/twice is once", NULL, twice_is_once},
        {"/count-again/what agreed is known", NULL, what_agreed_is_known},
        {"/count-again/an empty box is known", NULL, an_empty_box_is_known},
        {"/count-again/what was said is said again", NULL, what_was_said_is_said_again},
        {"/count-again/another under its id is refused", NULL, another_under_its_id_is_refused},
        {"/count-again/another under the id of one that agreed is refused", "agreed",
         another_under_its_id_is_refused},
        {"/count-again/an older one is known", NULL, an_older_one_is_known},
        {"/count-again/an id of something else is refused", NULL,
         an_id_of_something_else_is_refused},
    };

    g_test_init(&argc, &argv, NULL);
    for (size_t i = 0; i < G_N_ELEMENTS(tests); i++)
        g_test_add(tests[i].name, struct fixture, tests[i].data, fixture_open, tests[i].run,
                   fixture_close);
    return g_test_run();
}
