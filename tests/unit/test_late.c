/* What is booked after a count though it was done before: the count saw it, and what it found stays. */

#include "inventory/recall.h"
#include "inventory/resolve.h"
#include "tests/unit/bookings.h"
#include "tests/unit/counts.h"

#define NINE (FIXTURE_NOW - 3 * HOUR)
#define QUARTER_PAST (FIXTURE_NOW - 2 * HOUR) /* the count */
#define TEN (FIXTURE_NOW - HOUR)

/* Counts the tablets in the lobby at a quarter past, all lots of them or one. */
static void
count_tablets(struct fixture *f, const char *lot, int32_t units)
{
    struct count_line line = line_of(f, TABLETS, DAY_NONE, lot, units);
    struct count count = count_of(f, &line, 1);
    struct count_result result;

    count.counted_at = QUARTER_PAST;
    must_post(f, &count, &result);
    count_result_clear(&result);
}

/* A booking at ten of something done at nine; says whether that it was counted since is told. */
static bool
book_late(struct fixture *f, poster *post, int32_t units, const char *lot)
{
    struct booking booking = fixture_booking(f, TABLETS, units);
    struct booking_result result;
    GError *error = NULL;
    bool told;

    booking.done_at = NINE;
    booking.lot = lot;
    if (post == booking_donate)
        booking.expiry = LATE;
    g_assert_true(post(f->inventory, &booking, &result, &error));
    g_assert_no_error(error);
    told = has_notice(&result, "counted after that");
    booking_result_clear(&result);
    fixture_audit(f);
    return told;
}

static int64_t
taken(struct fixture *f)
{
    return one_number(db_query(f->inventory->db, "SELECT sum(amount) FROM use_day"));
}

static void
a_late_taking_was_counted(struct fixture *f, gconstpointer data)
{
    (void)data;
    fill(f);                    /* A1 10, B2 20 */
    count_tablets(f, NULL, 20); /* ten were taken already */
    g_assert_cmpint(lot_units(f, TABLETS, "A1"), ==, 0);
    g_assert_true(book_late(f, booking_take, 10, NULL));
    g_assert_cmpint(fixture_stock(f, TABLETS), ==, 20);
    g_assert_cmpint(lot_units(f, TABLETS, "B2"), ==, 20);
    g_assert_cmpint(taken(f), ==, 10 * stock_weight(4)); /* and it is consumption */
}

static void
a_late_gift_was_counted(struct fixture *f, gconstpointer data)
{
    (void)data;
    fill(f);
    count_tablets(f, NULL, 42);
    g_assert_true(book_late(f, booking_donate, 12, "B2"));
    g_assert_cmpint(fixture_stock(f, TABLETS), ==, 42);
}

static void
a_count_of_one_lot_saw_that_lot(struct fixture *f, gconstpointer data)
{
    (void)data;
    fill(f);
    count_tablets(f, "A1", 7);
    g_assert_true(book_late(f, booking_take, 3, "A1"));
    g_assert_cmpint(lot_units(f, TABLETS, "A1"), ==, 7);
    g_assert_false(book_late(f, booking_take, 3, "B2"));
    g_assert_cmpint(lot_units(f, TABLETS, "B2"), ==, 17);
}

static void
a_count_that_agreed_saw_it_too(struct fixture *f, gconstpointer data)
{
    struct count count = count_of(f, NULL, 0);
    struct count_line lines[2];
    struct count_result result;

    (void)data;
    fill(f);
    lines[0] = line_of(f, TABLETS, DAY_NONE, NULL, 30);
    lines[1] = line_of(f, COLD_TABLETS, DAY_NONE, NULL, 30);
    count.lines = lines;
    count.line_count = 2;
    count.complete = true;
    count.counted_at = QUARTER_PAST;
    must_post(f, &count, &result);
    count_result_clear(&result);
    g_assert_true(book_late(f, booking_take, 5, NULL));
    g_assert_cmpint(fixture_stock(f, TABLETS), ==, 30);
}

static void
what_was_done_after_the_count_counts(struct fixture *f, gconstpointer data)
{
    struct booking booking;

    (void)data;
    fill(f);
    count_tablets(f, NULL, 30);
    booking = fixture_booking(f, TABLETS, 4);
    booking.done_at = TEN;
    book(f, booking_take, &booking);
    g_assert_cmpint(fixture_stock(f, TABLETS), ==, 26);
    fixture_audit(f);
}

/* Is turned down for what it says, and books nothing. */
static void
must_fail(struct fixture *f, poster *post, const struct booking *booking, enum err kind,
          const char *words)
{
    struct books before = books_of(f);
    struct booking_result result;
    g_autoptr(GError) error = NULL;

    g_assert_false(post(f->inventory, booking, &result, &error));
    g_assert_error(error, ERR, (gint)kind);
    g_assert_nonnull(strstr(error->message, words));
    booking_result_clear(&result);
    expect_books(f, &before, 0);
}

/* ------------------------------------------------------------------------------ undone mistakes */

static int64_t
mistake(struct fixture *f)
{
    struct booking booking = fixture_booking(f, TABLETS, 20);

    booking.done_at = NINE;
    booking.expiry = LATE;
    booking.lot = "B2";
    return book(f, booking_donate, &booking);
}

static bool
take_back(struct fixture *f, int64_t seq)
{
    struct booking booking = fixture_booking(f, TABLETS, 1);
    struct booking_result result;
    GError *error = NULL;
    bool told;

    g_assert_true(booking_undo(f->inventory, seq, &booking, &result, &error));
    g_assert_no_error(error);
    told = has_notice(&result, "counted after that");
    booking_result_clear(&result);
    fixture_audit(f);
    return told;
}

static void
an_undone_mistake_was_never_there(struct fixture *f, gconstpointer data)
{
    int64_t seq;

    (void)data;
    fill(f);
    seq = mistake(f);
    g_assert_false(take_back(f, seq));
    count_tablets(f, NULL, 30); /* as of before the undo */
    g_assert_cmpint(fixture_stock(f, TABLETS), ==, 30);
}

static void
a_mistake_undone_after_the_count(struct fixture *f, gconstpointer data)
{
    int64_t seq;

    (void)data;
    fill(f);
    seq = mistake(f);
    count_tablets(f, NULL, 30); /* finds twenty less than the mistake made it */
    g_assert_true(take_back(f, seq));
    g_assert_cmpint(fixture_stock(f, TABLETS), ==, 30);
}

static void
a_count_taken_back_saw_nothing(struct fixture *f, gconstpointer data)
{
    struct count_line line;
    struct count count;
    struct count_result result;
    int64_t seq, counted;

    (void)data;
    fill(f);
    seq = mistake(f);
    line = line_of(f, TABLETS, LATE, "B2", 5);
    count = count_of(f, &line, 1);
    count.counted_at = QUARTER_PAST;
    must_post(f, &count, &result);
    counted = ((const struct count_difference *)result.differences->pdata[0])->seq;
    count_result_clear(&result);
    g_assert_false(take_back(f, counted));
    g_assert_cmpint(fixture_stock(f, TABLETS), ==, 50);
    g_assert_false(take_back(f, seq));
    g_assert_cmpint(fixture_stock(f, TABLETS), ==, 30);
}

/* --------------------------------------------------------------------------- batches and their forms */

static void
a_recall_finds_every_spelling(struct fixture *f, gconstpointer data)
{
    static const char *const spellings[] = {"ab12", " AB12 ", "ＡＢ１２", "AB 12", "aB12"};
    int64_t id;
    bool repeated, recalled;

    (void)data;
    for (size_t i = 0; i < G_N_ELEMENTS(spellings); i++)
        fixture_donate(f, TABLETS, 12, "2028-01", spellings[i]);
    g_assert_cmpint(lot_units(f, TABLETS, "AB12"), ==, 12 * (int64_t)G_N_ELEMENTS(spellings));
    g_assert_true(recall_add(f->inventory, f->drugs[TABLETS], "aｂ12", "notice", FIXTURE_NOW, &id,
                             &repeated, NULL));
    g_assert_true(recall_holds(f->inventory, f->drugs[TABLETS], "AB12", &recalled, NULL));
    g_assert_true(recalled);
    for (size_t i = 0; i < G_N_ELEMENTS(spellings); i++) {
        struct booking booking = fixture_booking(f, TABLETS, 1);

        booking.lot = spellings[i];
        must_refuse(f, booking_take, &booking, RULE_RECALLED, "recalled");
    }
}

static void
bad_batches_and_reasons_are_refused(struct fixture *f, gconstpointer data)
{
    static const char *const bad[] = {"A\x01", "A\nB", "\xff",
                                      "12345678901234567890123456789012345678901"};
    struct booking booking;

    (void)data;
    for (size_t i = 0; i < G_N_ELEMENTS(bad); i++) {
        booking = fixture_booking(f, TABLETS, 1);
        booking.expiry = LATE;
        booking.lot = bad[i];
        must_fail(f, booking_donate, &booking, ERR_INPUT, "batch number");
    }
    booking.lot = "A1";
    booking.reason = "a\nb";
    must_fail(f, booking_donate, &booking, ERR_INPUT, "reason");
}

/* ------------------------------------------------------------------------------------ parts of packs */

#define TRACE "81234560000000000001"

static struct booking
of_pack(struct fixture *f, int32_t units)
{
    struct booking booking = fixture_booking(f, TABLETS, units);

    booking.pack = TRACE;
    booking.expiry = LATE;
    booking.lot = "B2";
    return booking;
}

static int32_t
left(struct fixture *f)
{
    struct resolve_pack pack;

    g_assert_true(resolve_pack(f->inventory, TRACE, &pack, NULL));
    g_free(pack.lot);
    return pack.units;
}

static void
a_pack_goes_tablet_by_tablet(struct fixture *f, gconstpointer data)
{
    struct booking give = of_pack(f, 12), take = of_pack(f, 5);

    (void)data;
    book(f, booking_donate, &give);
    book(f, booking_take, &take);
    g_assert_cmpint(left(f), ==, 7);
    give = of_pack(f, 12); /* what is left of it is still there */
    must_refuse(f, booking_donate, &give, RULE_PACK_HERE, "already");
    take = of_pack(f, 8);
    must_refuse(f, booking_take, &take, RULE_SHORT, "7 tablets");
    take = of_pack(f, 7);
    book(f, booking_take, &take);
    take = of_pack(f, 1);
    must_refuse(f, booking_take, &take, RULE_PACK_GONE, "booked out");
    fixture_audit(f);
}

static void
a_wrong_donation_undone_forgets_no_pack(struct fixture *f, gconstpointer data)
{
    struct booking give = of_pack(f, 12), take = of_pack(f, 12),
                   undo = fixture_booking(f, TABLETS, 1);
    struct booking_result result;
    int64_t seq;

    (void)data;
    fill(f);
    book(f, booking_donate, &give);
    book(f, booking_take, &take);
    give = of_pack(f, 12);
    give.box = f->gate;
    seq = book(f, booking_donate, &give);
    g_assert_true(booking_undo(f->inventory, seq, &undo, &result, NULL));
    booking_result_clear(&result);
    take = of_pack(f, 12);
    must_refuse(f, booking_take, &take, RULE_PACK_GONE, "booked out");
}

static void
a_pack_that_was_discarded_says_so(struct fixture *f, gconstpointer data)
{
    struct booking give = of_pack(f, 12), out = of_pack(f, 12);
    struct booking_result result;

    (void)data;
    book(f, booking_donate, &give);
    book(f, booking_discard, &out);
    give = of_pack(f, 12);
    give.expiry.n = LATE.n + 300;
    result = must_book(f, booking_donate, &give);
    g_assert_true(has_notice(&result, "discarded before"));
    g_assert_true(has_notice(&result, "batch B2"));
    booking_result_clear(&result);
}

/* What left without the pack's name may have been this one: in somebody's hand it may come back. */
static void
a_pack_that_a_count_missed_may_come_back(struct fixture *f, gconstpointer data)
{
    struct booking give = of_pack(f, 12), take = of_pack(f, 12);
    struct count_line line = line_of(f, TABLETS, DAY_NONE, NULL, 0);
    struct count count = count_of(f, &line, 1);
    struct count_result counted;
    struct booking_result result;

    (void)data;
    book(f, booking_donate, &give);
    must_post(f, &count, &counted);
    count_result_clear(&counted);
    give.uid = fixture_uuid(f);
    result = must_book(f, booking_donate, &give);
    g_assert_true(has_notice(&result, "in a box before"));
    booking_result_clear(&result);
    g_assert_cmpint(left(f), ==, 12);
    give.uid = fixture_uuid(f);
    must_refuse(f, booking_donate, &give, RULE_PACK_HERE, "already");
    book(f, booking_take, &take);
    g_assert_cmpint(fixture_stock(f, TABLETS), ==, 0);
    fixture_audit(f);
}

static void
a_pack_that_was_taken_unnamed_may_go_elsewhere(struct fixture *f, gconstpointer data)
{
    struct booking give = of_pack(f, 12), take = fixture_booking(f, TABLETS, 12);

    (void)data;
    book(f, booking_donate, &give);
    give.uid = fixture_uuid(f);
    give.box = f->gate;
    must_refuse(f, booking_donate, &give, RULE_PACK_HERE, "another box");
    book(f, booking_discard, &take);
    book(f, booking_donate, &give);
    g_assert_cmpint(left(f), ==, 12);
    take = of_pack(f, 12);
    take.box = f->gate;
    book(f, booking_take, &take);
    fixture_audit(f);
}

/* ------------------------------------------------------------------------------------------- groups */

static void
one_refused_in_a_group_spoils_no_other(struct fixture *f, gconstpointer data)
{
    struct booking_result result;
    int64_t count = 0;

    (void)data;
    fill(f);
    g_assert_true(ledger_begin(f->inventory, NULL));
    for (int i = 0; i < 6; i++) {
        struct booking booking = fixture_booking(f, TABLETS, i % 2 == 0 ? 2 : 1000);

        g_assert_true(booking_take(f->inventory, &booking, &result, NULL) == (i % 2 == 0));
        booking_result_clear(&result);
    }
    g_assert_true(ledger_end(f->inventory, true, NULL));
    g_assert_cmpint(fixture_stock(f, TABLETS), ==, 24);
    count = one_number(db_query(f->inventory->db, "SELECT count(*) FROM refusal"));
    g_assert_cmpint(count, ==, 3);
    fixture_audit(f);
}

static void
nothing_comes_back_into_a_retired_box(struct fixture *f, gconstpointer data)
{
    struct booking booking = fixture_booking(f, TABLETS, 12);
    struct booking_result result;
    g_autoptr(GError) error = NULL;
    int64_t seq;

    (void)data;
    fixture_donate(f, TABLETS, 12, "2028-01", "A1");
    seq = book(f, booking_take, &booking);
    g_assert_true(box_retire(f->inventory, f->lobby, NULL));
    booking = fixture_booking(f, TABLETS, 1);
    g_assert_false(booking_undo(f->inventory, seq, &booking, &result, &error));
    booking_result_clear(&result);
    g_assert_error(error, ERR, ERR_REFUSED);
    g_assert_nonnull(strstr(error->message, "out of service"));
}

static void
a_box_has_room_for_no_slip_of_the_pen(struct fixture *f, gconstpointer data)
{
    struct movement m = {.at = FIXTURE_NOW,
                         .kind = MOVEMENT_DONATE,
                         .box = f->lobby,
                         .drug = f->drugs[TABLETS],
                         .expiry = LATE,
                         .lot = "B2",
                         .units = LIMIT_UNITS};
    g_autoptr(GError) error = NULL;
    bool repeated, ok = true;
    int posted = 0;

    (void)data;
    g_assert_true(ledger_begin(f->inventory, NULL));
    for (; ok; posted++) {
        m.uid = fixture_uuid(f);
        ok = ledger_post(f->inventory, &m, &repeated, &error);
    }
    g_assert_error(error, ERR, ERR_REFUSED);
    g_assert_cmpint(posted, ==, LIMIT_STOCK / LIMIT_UNITS + 1);
    ledger_end(f->inventory, false, NULL);
}

int
main(int argc, char **argv)
{
    static const struct {
        const char *name;
        void (*run)(struct fixture *, gconstpointer);
    } tests[] = {
        {"/late/a taking was counted", a_late_taking_was_counted},
        {"/late/a gift was counted", a_late_gift_was_counted},
        {"/late/a count of one lot saw that lot", a_count_of_one_lot_saw_that_lot},
        {"/late/a count that agreed saw it too", a_count_that_agreed_saw_it_too},
        {"/late/what was done after the count counts", what_was_done_after_the_count_counts},
        {"/late/an undone mistake was never there", an_undone_mistake_was_never_there},
        {"/late/a mistake undone after the count", a_mistake_undone_after_the_count},
        {"/late/a count taken back saw nothing", a_count_taken_back_saw_nothing},
        {"/lot/a recall finds every spelling", a_recall_finds_every_spelling},
        {"/lot/bad batches and reasons are refused", bad_batches_and_reasons_are_refused},
        {"/pack/it goes tablet by tablet", a_pack_goes_tablet_by_tablet},
        {"/pack/a wrong donation undone forgets none", a_wrong_donation_undone_forgets_no_pack},
        {"/pack/one that was discarded says so", a_pack_that_was_discarded_says_so},
        {"/pack/one that a count missed may come back", a_pack_that_a_count_missed_may_come_back},
        {"/pack/one that was taken unnamed may go elsewhere",
         a_pack_that_was_taken_unnamed_may_go_elsewhere},
        {"/group/one refused spoils no other", one_refused_in_a_group_spoils_no_other},
        {"/retired/nothing comes back", nothing_comes_back_into_a_retired_box},
        {"/limit/no slip of the pen", a_box_has_room_for_no_slip_of_the_pen},
    };

    g_test_init(&argc, &argv, NULL);
    words_use(WORDS_EN);
    for (size_t i = 0; i < G_N_ELEMENTS(tests); i++)
        g_test_add(tests[i].name, struct fixture, NULL, fixture_open, tests[i].run, fixture_close);
    return g_test_run();
}
