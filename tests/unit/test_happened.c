/* Takings told later by a phone that had no signal: what is gone is booked, and shows. */

#include "inventory/uncovered.h"
#include "tests/unit/bookings.h"
#include "tests/unit/counts.h"

static struct booking
gone(struct fixture *f, int32_t units)
{
    struct booking booking = fixture_booking(f, TABLETS, units);

    booking.done_at = FIXTURE_NOW - HOUR;
    booking.happened = true;
    return booking;
}

/* When the lobby was found to be uncovered first, or 0. */
static int64_t
uncovered_since(struct fixture *f)
{
    g_autoptr(GHashTable) boxes = NULL;
    const int64_t *at;

    g_assert_true(uncovered_boxes(f->inventory, &boxes, NULL));
    at = g_hash_table_lookup(boxes, &f->lobby.n);
    return at != NULL ? *at : 0;
}

static struct booking_result
book_gone(struct fixture *f, const struct booking *booking)
{
    struct booking_result result = must_book(f, booking_take, booking);

    fixture_audit(f);
    return result;
}

static void
what_is_there_is_taken_as_ever(struct fixture *f, gconstpointer data)
{
    struct booking booking = gone(f, 12);
    struct booking_result result;

    (void)data;
    fill(f); /* A1 10, B2 20 */
    result = book_gone(f, &booking);
    g_assert_cmpuint(result.lines->len, ==, 2);
    g_assert_cmpstr(line_at(&result, 0)->lot, ==, "A1");
    g_assert_cmpint(result.total, ==, 18);
    g_assert_cmpuint(result.notices->len, ==, 0);
    g_assert_cmpint(uncovered_since(f), ==, 0);
    booking_result_clear(&result);
}

static void
more_than_is_there_is_found_first(struct fixture *f, gconstpointer data)
{
    struct booking booking = gone(f, 35);
    struct booking_result result;

    (void)data;
    fill(f);
    result = book_gone(f, &booking);
    g_assert_cmpint(result.total, ==, 0);
    g_assert_true(has_notice(&result, "count the box"));
    g_assert_cmpint(uncovered_since(f), ==, FIXTURE_NOW - HOUR);
    booking_result_clear(&result);
}

static void
of_nothing_at_all_too(struct fixture *f, gconstpointer data)
{
    struct booking booking = gone(f, 3);
    struct booking_result result;

    (void)data;
    result = book_gone(f, &booking);
    g_assert_cmpuint(result.lines->len, ==, 1);
    g_assert_cmpint(line_at(&result, 0)->expiry.n, ==, DAY_NEVER.n);
    g_assert_cmpint(result.total, ==, 0);
    booking_result_clear(&result);
}

static void
a_lot_that_nobody_knew_keeps_its_name(struct fixture *f, gconstpointer data)
{
    struct booking booking = gone(f, 33);
    struct booking_result result;

    (void)data;
    fill(f);
    booking.lot = "Z9";
    booking.expiry = LATE;
    result = book_gone(f, &booking);
    g_assert_cmpstr(line_at(&result, 0)->lot, ==, "Z9");
    g_assert_cmpint(line_at(&result, 0)->units, ==, 3);
    g_assert_cmpint(result.total, ==, 0);
    booking_result_clear(&result);
}

static void
what_is_told_again_is_booked_once(struct fixture *f, gconstpointer data)
{
    struct booking booking = gone(f, 35);
    struct booking_result result;
    struct books before;

    (void)data;
    fill(f);
    result = book_gone(f, &booking);
    booking_result_clear(&result);
    before = books_of(f);
    g_assert_true(booking_take(f->inventory, &booking, &result, NULL));
    g_assert_true(result.repeated);
    g_assert_cmpuint(result.lines->len, ==, 2);
    expect_books(f, &before, 0);
    booking_result_clear(&result);
}

static void
what_may_not_be_taken_is_gone_all_the_same(struct fixture *f, gconstpointer data)
{
    struct booking booking = gone(f, 5);
    struct booking_result result;

    (void)data;
    stock_up(f, TABLETS, 5, -10, "OLD");
    result = book_gone(f, &booking);
    g_assert_cmpstr(line_at(&result, 0)->lot, ==, "OLD");
    g_assert_cmpint(uncovered_since(f), ==, 0);
    booking_result_clear(&result);
}

static void
a_count_settles_it(struct fixture *f, gconstpointer data)
{
    struct booking booking = gone(f, 35);
    struct booking_result result;
    struct count count = count_of(f, NULL, 0);
    struct count_result counted;

    (void)data;
    fill(f);
    result = book_gone(f, &booking);
    booking_result_clear(&result);
    count.complete = true;
    must_post(f, &count, &counted);
    count_result_clear(&counted);
    g_assert_cmpint(uncovered_since(f), ==, 0);
    fixture_audit(f);
}

static void
a_count_in_between_stays(struct fixture *f, gconstpointer data)
{
    struct count_line line = line_of(f, TABLETS, DAY_NONE, NULL, 4);
    struct count count = count_of(f, &line, 1);
    struct booking booking = gone(f, 35);
    struct booking_result result;
    struct count_result counted;

    (void)data;
    fill(f);
    count.counted_at = FIXTURE_NOW - HOUR / 2;
    must_post(f, &count, &counted);
    count_result_clear(&counted);
    result = book_gone(f, &booking);
    g_assert_cmpint(fixture_stock(f, TABLETS), ==, 4);
    booking_result_clear(&result);
}

int
main(int argc, char **argv)
{
    static const struct {
        const char *name;
        void (*run)(struct fixture *, gconstpointer);
    } tests[] = {
        {"/happened/what is there is taken as ever", what_is_there_is_taken_as_ever},
        {"/happened/more than is there is found first", more_than_is_there_is_found_first},
        {"/happened/of nothing at all too", of_nothing_at_all_too},
        {"/happened/an unknown lot keeps its name", a_lot_that_nobody_knew_keeps_its_name},
        {"/happened/told again it is booked once", what_is_told_again_is_booked_once},
        {"/happened/what may not be taken is gone too", what_may_not_be_taken_is_gone_all_the_same},
        {"/happened/a count settles it", a_count_settles_it},
        {"/happened/a count in between stays", a_count_in_between_stays},
    };

    g_test_init(&argc, &argv, NULL);
    words_use(WORDS_EN);
    for (size_t i = 0; i < G_N_ELEMENTS(tests); i++)
        g_test_add(tests[i].name, struct fixture, NULL, fixture_open, tests[i].run, fixture_close);
    return g_test_run();
}
