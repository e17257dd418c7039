/* Taking and discarding, and ids that come twice. */

#include "tests/unit/bookings.h"

static struct booking
taking_lot(struct fixture *f, int32_t units, const char *lot, bool exact)
{
    struct booking booking = fixture_booking(f, TABLETS, units);

    booking.lot = lot;
    booking.exact = exact;
    return booking;
}

static int32_t
units_of_lot(struct fixture *f, const char *name)
{
    g_autoptr(GPtrArray) lots = NULL;
    int32_t units = 0;

    g_assert_true(stock_lots(f->inventory, f->lobby, f->drugs[TABLETS], &lots, NULL));
    for (guint i = 0; i < lots->len; i++) {
        const struct stock_lot *lot = lots->pdata[i];

        units += strcmp(lot->lot, name) == 0 ? lot->units : 0;
    }
    return units;
}

/* --------------------------------------------------------------------- what expires first goes first */

static void
first_expired_first_out(struct fixture *f, gconstpointer data)
{
    struct booking booking = taking(f, TABLETS, 20);
    struct booking_result result;

    (void)data;
    stock_up(f, TABLETS, 12, 300, "C");
    stock_up(f, TABLETS, 5, 100, "A");
    stock_up(f, TABLETS, 6, 200, "B");
    result = must_book(f, booking_take, &booking);
    g_assert_cmpuint(result.lines->len, ==, 3);
    expect_line(f, &result, 0, 100, "A", 5);
    expect_line(f, &result, 1, 200, "B", 6);
    expect_line(f, &result, 2, 300, "C", 9);
    g_assert_cmpint(result.total, ==, 3);
    g_assert_cmpuint(result.notices->len, ==, 0);
    booking_result_clear(&result);
    g_assert_cmpint(units_of_lot(f, "C"), ==, 3);
    fixture_audit(f);
}

static void
last_good_day(struct fixture *f, gconstpointer data)
{
    struct booking booking = taking(f, TABLETS, 4);

    (void)data;
    stock_up(f, TABLETS, 4, 0, "A");
    booking.now = FIXTURE_NOW + FIXTURE_DAY_MS / 2; /* midnight there */
    must_refuse(f, booking_take, &booking, RULE_SHORT, "only 4 tablets expired or recalled");
    booking.uid = fixture_uuid(f);
    booking.now -= 60000;
    book(f, booking_take, &booking);
}

static void
undated_goes_last(struct fixture *f, gconstpointer data)
{
    struct booking give = fixture_booking(f, TABLETS, 12), booking;
    struct booking_result result;

    (void)data;
    set(f, "intake.expiry-required", NULL, NOWHERE, "no");
    book(f, booking_donate, &give);
    stock_up(f, TABLETS, 2, 300, "A");
    booking = taking(f, TABLETS, 3);
    result = must_book(f, booking_take, &booking);
    expect_line(f, &result, 0, 300, "A", 2);
    g_assert_cmpint(line_at(&result, 1)->expiry.n, ==, DAY_NEVER.n);
    booking_result_clear(&result);
}

/* ----------------------------------------------------------------------------- expired and recalled */

static void
expired_is_discarded_only(struct fixture *f, gconstpointer data)
{
    struct booking booking = taking(f, TABLETS, 7);
    struct booking_result result;

    (void)data;
    stock_up(f, TABLETS, 5, -1, "OLD");
    stock_up(f, TABLETS, 6, 100, "NEW");
    must_refuse(
        f, booking_take, &booking, RULE_SHORT,
        "the box has 6 tablets of paracetamol that can be taken, not 7 tablets (besides 5 tablets");
    booking = taking(f, TABLETS, 6);
    result = must_book(f, booking_take, &booking);
    expect_line(f, &result, 0, 100, "NEW", 6);
    booking_result_clear(&result);
    booking = taking(f, TABLETS, 5);
    booking.reason = "expired";
    result = must_book(f, booking_discard, &booking);
    expect_line(f, &result, 0, -1, "OLD", 5);
    g_assert_cmpint(result.total, ==, 0);
    booking_result_clear(&result);
    fixture_audit(f);
}

static void
recalled_is_discarded_only(struct fixture *f, gconstpointer data)
{
    struct booking booking = taking_lot(f, 5, "BAD", true);
    struct booking_result result;
    int64_t id;

    (void)data;
    stock_up(f, TABLETS, 5, 100, "BAD");
    stock_up(f, TABLETS, 6, 200, "GOOD");
    id = recall(f, TABLETS, "BAD");
    must_refuse(f, booking_take, &booking, RULE_RECALLED, "only discarded");
    booking = taking(f, TABLETS, 1);
    result = must_book(f, booking_take, &booking);
    expect_line(f, &result, 0, 200, "GOOD", 1);
    booking_result_clear(&result);
    booking = taking(f, TABLETS, 6);
    must_refuse(f, booking_take, &booking, RULE_SHORT,
                "has 5 tablets of paracetamol that can be taken");
    booking = taking_lot(f, 2, "BAD", true);
    book(f, booking_discard, &booking);
    g_assert_true(recall_lift(f->inventory, id, FIXTURE_NOW, NULL));
    booking = taking_lot(f, 3, "BAD", true);
    book(f, booking_take, &booking);
    g_assert_cmpint(fixture_stock(f, TABLETS), ==, 5);
    fixture_audit(f);
}

/* Whoever holds an expired or recalled pack is not told to take it because another would do. */
static void
the_bad_in_hand_is_refused(struct fixture *f, gconstpointer data)
{
    struct booking booking;

    (void)data;
    stock_up(f, TABLETS, 5, -1, "OLD");
    stock_up(f, TABLETS, 5, 100, "BAD");
    stock_up(f, TABLETS, 9, 200, "GOOD");
    recall(f, TABLETS, "BAD");
    booking = taking_lot(f, 1, "OLD", false);
    must_refuse(f, booking_take, &booking, RULE_EXPIRED, "this has expired");
    booking = taking_lot(f, 1, "BAD", false);
    must_refuse(f, booking_take, &booking, RULE_RECALLED, "this batch is recalled");
    recall(f, TABLETS, "ELSE"); /* of which the ledger has none here */
    booking = taking_lot(f, 1, "ELSE", false);
    must_refuse(f, booking_take, &booking, RULE_RECALLED, "this batch is recalled");
    booking = taking(f, TABLETS, 1);
    booking.expiry.n = today(f) - 40; /* a batch that the ledger does not have */
    must_refuse(f, booking_take, &booking, RULE_EXPIRED, "this has expired");
    booking = taking_lot(f, 1, "OLD", false);
    book(f, booking_discard, &booking);
    g_assert_cmpint(units_of_lot(f, "OLD"), ==, 4);
    g_assert_cmpint(units_of_lot(f, "GOOD"), ==, 9);
}

static void
whole_medicine_recalled(struct fixture *f, gconstpointer data)
{
    struct booking booking = taking(f, TABLETS, 1);

    (void)data;
    stock_up(f, TABLETS, 5, 100, "A");
    recall(f, TABLETS, "");
    must_refuse(f, booking_take, &booking, RULE_SHORT,
                "the box has no paracetamol that can be taken, only");
    booking = taking_lot(f, 1, "A", true);
    must_refuse(f, booking_take, &booking, RULE_RECALLED, "only discarded");
    booking = taking(f, TABLETS, 5);
    book(f, booking_discard, &booking);
}

/* ----------------------------------------------------------------------------------- the lot named */

static void
lot_named_goes_first(struct fixture *f, gconstpointer data)
{
    struct booking booking = taking_lot(f, 7, "B", false);
    struct booking_result result;

    (void)data;
    stock_up(f, TABLETS, 5, 100, "A");
    stock_up(f, TABLETS, 6, 200, "B");
    result = must_book(f, booking_take, &booking);
    expect_line(f, &result, 0, 200, "B", 6);
    expect_line(f, &result, 1, 100, "A", 1);
    g_assert_true(has_notice(&result, "another batch of the same medicine was booked out"));
    booking_result_clear(&result);
    booking = taking_lot(f, 1, "NEVER SEEN", false);
    result = must_book(f, booking_take, &booking);
    expect_line(f, &result, 0, 100, "A", 1);
    g_assert_true(has_notice(&result, "does not have that batch"));
    booking_result_clear(&result);
}

static void
exactly_the_lot_named(struct fixture *f, gconstpointer data)
{
    struct booking booking = taking_lot(f, 7, "B", true);
    struct booking_result result;

    (void)data;
    stock_up(f, TABLETS, 50, 100, "A");
    stock_up(f, TABLETS, 6, 200, "B");
    stock_up(f, TABLETS, 3, 300, "B");
    booking.expiry.n = today(f) + 200;
    must_refuse(f, booking_take, &booking, RULE_SHORT,
                "the box has 6 tablets of this lot, not 7 tablets");
    booking = taking_lot(f, 7, "B", true);
    result = must_book(f, booking_take, &booking);
    expect_line(f, &result, 0, 200, "B", 6);
    expect_line(f, &result, 1, 300, "B", 1);
    booking_result_clear(&result);
    booking = taking_lot(f, 1, "NEVER SEEN", true);
    must_refuse(f, booking_take, &booking, RULE_SHORT,
                "the box has 0 tablets of this lot, not 1 tablet");
    g_assert_cmpint(units_of_lot(f, "A"), ==, 50);
}

static void
half_of_the_lot_is_bad(struct fixture *f, gconstpointer data)
{
    struct booking booking = taking_lot(f, 5, "B", true);
    struct booking_result result;

    (void)data;
    stock_up(f, TABLETS, 50, 100, "A");
    stock_up(f, TABLETS, 6, -2, "B"); /* one batch, two dates on its packs */
    stock_up(f, TABLETS, 3, 30, "B");
    must_refuse(f, booking_take, &booking, RULE_SHORT,
                "has 3 tablets of paracetamol that can be taken");
    booking = taking_lot(f, 3, "B", true);
    result = must_book(f, booking_take, &booking);
    expect_line(f, &result, 0, 30, "B", 3);
    booking_result_clear(&result);
}

/* ---------------------------------------------------------------------------------- the very pack */

static void
pack_says_its_lot(struct fixture *f, gconstpointer data)
{
    struct booking booking = taking(f, TABLETS, 12);
    struct booking_result result;

    (void)data;
    stock_up(f, TABLETS, 12, 100, "A");
    give_pack(f, f->lobby);
    booking.pack = PACK;
    result = must_book(f, booking_take, &booking);
    expect_line(f, &result, 0, 300, "P", 12);
    booking_result_clear(&result);
    booking = taking(f, TABLETS, 12);
    booking.pack = PACK;
    must_refuse(f, booking_take, &booking, RULE_PACK_GONE, "booked out already");
    booking.uid = fixture_uuid(f);
    must_refuse(f, booking_discard, &booking, RULE_PACK_GONE, "booked out already");
    fixture_audit(f);
}

static void
pack_of_another_box(struct fixture *f, gconstpointer data)
{
    struct booking booking = taking(f, TABLETS, 12);

    (void)data;
    stock_up(f, TABLETS, 12, 100, "A");
    give_pack(f, f->gate);
    booking.pack = PACK;
    must_refuse(f, booking_take, &booking, RULE_PACK_GONE, "booked into another box");
}

static void
pack_never_scanned_in(struct fixture *f, gconstpointer data)
{
    struct booking booking = taking(f, TABLETS, 12);

    (void)data;
    stock_up(f, TABLETS, 24, 100, "A");
    booking.pack = PACK;
    book(f, booking_take, &booking);
    booking.uid = fixture_uuid(f);
    must_refuse(f, booking_take, &booking, RULE_PACK_GONE, "booked out already");
    g_assert_cmpint(fixture_stock(f, TABLETS), ==, 12);
}

/* The pack's own lot was recalled, and there is plenty of another. */
static void
pack_recalled(struct fixture *f, gconstpointer data)
{
    struct booking booking = taking(f, TABLETS, 12);

    (void)data;
    stock_up(f, TABLETS, 12, 100, "A");
    give_pack(f, f->lobby);
    recall(f, TABLETS, "P");
    booking.pack = PACK;
    must_refuse(f, booking_take, &booking, RULE_RECALLED, "this batch is recalled");
    booking.uid = fixture_uuid(f);
    book(f, booking_discard, &booking);
    g_assert_cmpint(units_of_lot(f, "P"), ==, 0);
    g_assert_cmpint(units_of_lot(f, "A"), ==, 12);
}

/* ------------------------------------------------------------------------------ nothing below zero */

static void
the_words_say_what_is_there(struct fixture *f, gconstpointer data)
{
    struct booking booking = taking(f, TABLETS, 1);

    (void)data;
    must_refuse(f, booking_take, &booking, RULE_SHORT,
                "the box has no paracetamol; if some is really there");
    stock_up(f, TABLETS, 12, 100, "A");
    booking = taking(f, TABLETS, 13);
    must_refuse(f, booking_take, &booking, RULE_SHORT,
                "the box has 1 pack of paracetamol, not 1 pack + 1 tablet; if more is really "
                "there, count the box "
                "first");
    booking = taking(f, TABLETS, 13);
    must_refuse(f, booking_discard, &booking, RULE_SHORT,
                "the box has 1 pack of paracetamol, not 1 pack + 1 tablet");
    booking = taking(f, TABLETS, 12);
    booking.box = f->gate;
    must_refuse(f, booking_take, &booking, RULE_SHORT,
                "the box has no paracetamol; if some is really there");
    booking = taking(f, TABLETS, 12);
    book(f, booking_take, &booking);
    g_assert_cmpint(fixture_stock(f, TABLETS), ==, 0);
}

/* --------------------------------------------------------------------------------- the same id again */

static void
expect_repeated(struct fixture *f, poster *post, const struct booking *booking, int64_t total)
{
    struct books before = books_of(f);
    struct booking_result first, again;

    g_assert_true(post(f->inventory, booking, &first, NULL));
    g_assert_true(post(f->inventory, booking, &again, NULL));
    g_assert_true(first.repeated && again.repeated);
    g_assert_cmpint(again.total, ==, total);
    g_assert_cmpuint(again.lines->len, ==, first.lines->len);
    for (guint i = 0; i < again.lines->len; i++)
        g_assert_cmpint(line_at(&again, i)->seq, ==, line_at(&first, i)->seq);
    expect_books(f, &before, 0);
    booking_result_clear(&first);
    booking_result_clear(&again);
}

static void
same_id_books_once(struct fixture *f, gconstpointer data)
{
    struct booking give = gift(f, TABLETS, 12, 300, "A"), take, discard;
    struct booking_result result;

    (void)data;
    book(f, booking_donate, &give);
    expect_repeated(f, booking_donate, &give, 12);
    stock_up(f, TABLETS, 5, 100, "B");
    take = taking(f, TABLETS, 9); /* of two lots */
    book(f, booking_take, &take);
    expect_repeated(f, booking_take, &take, 8);
    g_assert_true(booking_take(f->inventory, &take, &result, NULL));
    expect_line(f, &result, 0, 100, "B", 5);
    expect_line(f, &result, 1, 300, "A", 4);
    booking_result_clear(&result);
    discard = taking(f, TABLETS, 8);
    book(f, booking_discard, &discard);
    expect_repeated(f, booking_discard, &discard, 0);
    expect_repeated(f, booking_take, &take, 0); /* though it would be short now */
    recall(f, TABLETS, "");
    expect_repeated(f, booking_donate, &give, 0); /* though a rule would say no now */
    fixture_audit(f);
}

/* Another booking under a known id would be lost if it were called booked. */
static void
same_id_of_something_else(struct fixture *f, gconstpointer data)
{
    struct booking give = gift(f, TABLETS, 12, 300, "A"), wrong[5];
    struct books before;

    (void)data;
    book(f, booking_donate, &give);
    for (size_t i = 0; i < G_N_ELEMENTS(wrong); i++)
        wrong[i] = give;
    wrong[0].units = 24;
    wrong[1].box = f->gate;
    wrong[2].drug = f->drugs[COLD_TABLETS];
    wrong[4].units = 11; /* a taking too */
    before = books_of(f);
    for (size_t i = 0; i < G_N_ELEMENTS(wrong); i++) {
        struct booking_result result;
        g_autoptr(GError) error = NULL;

        g_assert_false(
            (i < 3 ? booking_donate : booking_take)(f->inventory, &wrong[i], &result, &error));
        g_assert_error(error, ERR, ERR_REFUSED);
        g_assert_nonnull(strstr(error->message, "make a new id"));
        g_assert_false(result.repeated);
        g_assert_cmpint((int)result.refused, ==, RULE_NONE);
        booking_result_clear(&result);
    }
    expect_books(f, &before, 0);
}

#define ADD(path, function)                                                                        \
    g_test_add("/booking/" path, struct fixture, NULL, fixture_open, function, fixture_close)

int
main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    ADD("what expires first goes first, over several lots", first_expired_first_out);
    ADD("the last good day ends at midnight", last_good_day);
    ADD("what has no date goes last", undated_goes_last);
    ADD("the expired is discarded only", expired_is_discarded_only);
    ADD("the recalled is discarded only", recalled_is_discarded_only);
    ADD("the bad in hand is refused, whatever else there is", the_bad_in_hand_is_refused);
    ADD("a whole medicine recalled", whole_medicine_recalled);
    ADD("the lot named goes first", lot_named_goes_first);
    ADD("exactly the lot named", exactly_the_lot_named);
    ADD("half of the lot is bad", half_of_the_lot_is_bad);
    ADD("a pack says its lot, and goes once", pack_says_its_lot);
    ADD("a pack of another box", pack_of_another_box);
    ADD("a pack never scanned in", pack_never_scanned_in);
    ADD("a pack recalled", pack_recalled);
    ADD("never below zero, and the words say what is there", the_words_say_what_is_there);
    ADD("the same id books once", same_id_books_once);
    ADD("the same id of something else is refused", same_id_of_something_else);
    return g_test_run();
}
