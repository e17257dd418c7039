/* Undoing, and what it leaves alone. */

#include "tests/unit/bookings.h"

static int64_t
post_kind(struct fixture *f, enum movement_kind kind)
{
    struct movement m = {
        .uid = fixture_uuid(f),
        .at = FIXTURE_NOW,
        .kind = kind,
        .box = f->lobby,
        .drug = f->drugs[TABLETS],
        .expiry = {today(f) + 300},
        .lot = "A",
        .units = 8,
    };
    bool repeated;

    g_assert_true(ledger_begin(f->inventory, NULL));
    g_assert_true(ledger_post(f->inventory, &m, &repeated, NULL));
    g_assert_true(ledger_end(f->inventory, true, NULL));
    return m.seq;
}

static void
undo_refused(struct fixture *f, int64_t seq, enum err kind, const char *words)
{
    struct booking undo = fixture_booking(f, TABLETS, 1);
    struct books before = books_of(f);

    for (int rehearsal = 1; rehearsal >= 0; rehearsal--) {
        struct booking_result result;
        g_autoptr(GError) error = NULL;

        undo.dry_run = rehearsal == 1;
        g_assert_false(booking_undo(f->inventory, seq, &undo, &result, &error));
        g_assert_error(error, ERR, (int)kind);
        g_assert_nonnull(strstr(error->message, words));
        booking_result_clear(&result);
        expect_books(f, &before, 0);
    }
}

static int64_t
undone(struct fixture *f, int64_t seq, int64_t total)
{
    struct booking undo = fixture_booking(f, TABLETS, 1);
    struct books before = books_of(f);
    struct booking_result result;
    int64_t by;

    undo.dry_run = true;
    g_assert_true(booking_undo(f->inventory, seq, &undo, &result, NULL));
    g_assert_cmpint(result.total, ==, total);
    booking_result_clear(&result);
    expect_books(f, &before, 0);
    undo.dry_run = false;
    g_assert_true(booking_undo(f->inventory, seq, &undo, &result, NULL));
    expect_line(f, &result, 0, 300, "A", 8);
    g_assert_cmpint(result.total, ==, total);
    g_assert_cmpint(fixture_stock(f, TABLETS), ==, total);
    g_assert_false(result.repeated);
    by = line_at(&result, 0)->seq;
    booking_result_clear(&result);
    g_assert_true(booking_undo(f->inventory, seq, &undo, &result, NULL)); /* the same id again */
    g_assert_true(result.repeated);
    g_assert_cmpint(line_at(&result, 0)->seq, ==, by);
    booking_result_clear(&result);
    return by;
}

static void
undo_of_each_kind(struct fixture *f, gconstpointer data)
{
    (void)data;
    stock_up(f, TABLETS, 20, 300, "A");
    for (int kind = MOVEMENT_DONATE; kind <= MOVEMENT_DISCARD; kind++) {
        int64_t seq = post_kind(f, (enum movement_kind)kind), by;
        g_autofree char *twice = g_strdup_printf("booking %d is undone already", (int)seq);

        g_assert_cmpint(fixture_stock(f, TABLETS), ==,
                        20 + 8 * movement_direction((enum movement_kind)kind));
        by = undone(f, seq, 20);
        undo_refused(f, seq, ERR_REFUSED, twice);
        undo_refused(f, by, ERR_REFUSED, "is itself an undo");
    }
    undo_refused(f, 4711, ERR_MISSING, "no booking 4711");
    undo_refused(f, 0, ERR_MISSING, "no booking 0");
    undo_refused(f, -1, ERR_MISSING, "no booking -1");
    fixture_audit(f);
}

static void
undo_of_what_has_left(struct fixture *f, gconstpointer data)
{
    int64_t seq = post_kind(f, MOVEMENT_DONATE);
    struct booking booking = taking(f, TABLETS, 3);

    (void)data;
    book(f, booking_take, &booking);
    stock_up(f, TABLETS, 50, 200, "B"); /* of another lot, which does not help */
    undo_refused(f, seq, ERR_REFUSED, "the box has 5 of this lot, not 8");
}

static void
undo_of_a_pack(struct fixture *f, gconstpointer data)
{
    struct booking booking = taking(f, TABLETS, 12), undo = fixture_booking(f, TABLETS, 1);
    struct booking_result result;
    int64_t seq;

    (void)data;
    give_pack(f, f->lobby);
    booking.pack = PACK;
    seq = book(f, booking_take, &booking);
    g_assert_true(booking_undo(f->inventory, seq, &undo, &result, NULL));
    booking_result_clear(&result);
    booking.uid = fixture_uuid(f);
    book(f, booking_take, &booking); /* it is in the box again */
    booking = gift(f, TABLETS, 12, 300, "P");
    booking.pack = PACK;
    book(f, booking_donate, &booking);
    g_assert_cmpint(fixture_stock(f, TABLETS), ==, 12);
    fixture_audit(f);
}

/* ------------------------------------------------------------------------------------ consumption */

/* What was taken on a day, so many days before today, in millionths of a person-day. */
static int64_t
used_on(struct fixture *f, int32_t days_ago)
{
    struct db_stmt *q =
        db_query(f->inventory->db, "SELECT sum(amount) FROM use_day WHERE day = :day");

    db_bind_int(q, "day", today(f) - days_ago);
    return one_number(q);
}

static void
undo_and_consumption(struct fixture *f, gconstpointer data)
{
    struct booking give = gift(f, TABLETS, 40, 300, "A"), old, new, thrown;
    int64_t gave, seq, threw;
    struct booking undo = fixture_booking(f, TABLETS, 1);
    struct booking_result result;

    (void)data;
    gave = book(f, booking_donate, &give);
    old = taking(f, TABLETS, 8);
    old.done_at = FIXTURE_NOW - 3 * FIXTURE_DAY_MS;
    seq = book(f, booking_take, &old);
    new = taking(f, TABLETS, 4);
    book(f, booking_take, &new);
    thrown = taking(f, TABLETS, 4);
    threw = book(f, booking_discard, &thrown);
    g_assert_cmpint(used_on(f, 3), ==, 2 * STOCK_PERSON_DAY);
    g_assert_cmpint(used_on(f, 0), ==, STOCK_PERSON_DAY);
    g_assert_true(booking_undo(f->inventory, threw, &undo, &result, NULL)); /* was no use */
    booking_result_clear(&result);
    g_assert_cmpint(used_on(f, 0), ==, STOCK_PERSON_DAY);
    undo.uid = fixture_uuid(f);
    g_assert_true(booking_undo(f->inventory, seq, &undo, &result, NULL));
    booking_result_clear(&result);
    g_assert_cmpint(used_on(f, 3), ==, 0); /* on its own day, not today's */
    g_assert_cmpint(used_on(f, 0), ==, STOCK_PERSON_DAY);
    undo_refused(f, gave, ERR_REFUSED, "the box has 36 of this lot, not 40");
    g_assert_cmpint(used_on(f, 0), ==, STOCK_PERSON_DAY);
    fixture_audit(f);
}

#define ADD(path, function)                                                                        \
    g_test_add("/undo/" path, struct fixture, NULL, fixture_open, function, fixture_close)

int
main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    ADD("undo of each kind, of an undo, and twice", undo_of_each_kind);
    ADD("undo of what has left the box", undo_of_what_has_left);
    ADD("undo of a pack", undo_of_a_pack);
    ADD("undo leaves other consumption alone", undo_and_consumption);
    return g_test_run();
}
