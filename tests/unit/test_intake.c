/* The rules of giving. */

#include "tests/unit/bookings.h"

static struct box_id
add_village(struct fixture *f)
{
    struct area_id village;
    GError *error = NULL;

    g_assert_true(area_add(f->inventory, inventory_district(f->inventory), AREA_COMMUNITY,
                           "village", &village, &error));
    g_assert_no_error(error);
    return fixture_add_box(f, village, "hut");
}

/* ------------------------------------------------------------------- every rule that is a setting */

struct row {
    const char *key, *value; /* the setting, and the value that turns the rule around */
    bool strict;             /* that value refuses what is else accepted */
    enum rule rule;
    const char *words; /* in the refusal */
    enum fixture_drug drug;
    int32_t units, days; /* days 0: expiry not known */
    bool opened;
};

static const struct row rows[] = {
    {"intake.prescription", "yes", false, RULE_PRESCRIPTION, "cefaclor is a prescription medicine",
     ANTIBIOTIC, 6, 400, false},
    {"intake.cold-chain", "yes", false, RULE_COLD_CHAIN, "eye drops must be kept in a fridge",
     DROPS, 5, 400, false},
    {"intake.expiry-required", "no", false, RULE_NO_EXPIRY, "the expiry date is missing", TABLETS,
     12, 0, false},
    {"intake.days-left", "89", false, RULE_EXPIRES_SOON, "in 89 days; at least 90 days", TABLETS,
     12, 89, false},
    {"intake.days-left", "91", true, RULE_EXPIRES_SOON, "in 90 days; at least 91 days", TABLETS, 12,
     90, false},
    {"intake.lot-required", "yes", true, RULE_NO_LOT, "the batch number is missing", TABLETS, 12,
     400, false},
    {"intake.opened-liquid", "yes", false, RULE_OPENED, "an opened pack of ibuprofen", SYRUP, 100,
     400, true},
    {"intake.opened-liquid", "yes", false, RULE_OPENED, "whole, unopened packs (100 each)", SYRUP,
     150, 400, false},
};

static void
offer(struct fixture *f, const struct row *row, struct box_id box, bool accepted)
{
    struct booking booking = fixture_booking(f, row->drug, row->units);

    booking.box = box;
    booking.opened = row->opened;
    booking.expiry.n = row->days != 0 ? today(f) + row->days : DAY_NONE.n;
    if (accepted)
        book(f, booking_donate, &booking);
    else
        must_refuse(f, booking_donate, &booking, row->rule, row->words);
}

/* The standard, then the rule turned around for the village, for one box, and back. */
static void
each_rule(struct fixture *f, gconstpointer data)
{
    struct box_id hut = add_village(f);

    (void)data;
    for (size_t i = 0; i < G_N_ELEMENTS(rows); i++) {
        const struct row *row = &rows[i];
        bool usual = row->strict;

        offer(f, row, f->lobby, usual);
        offer(f, row, hut, usual);
        set(f, row->key, "village", NOWHERE, row->value);
        offer(f, row, hut, !usual);
        offer(f, row, f->lobby, usual);
        set(f, row->key, "village", NOWHERE, NULL);
        offer(f, row, hut, usual);
        set(f, row->key, NULL, f->gate, row->value);
        offer(f, row, f->gate, !usual);
        offer(f, row, f->lobby, usual); /* of the same community */
        set(f, row->key, NULL, f->gate, NULL);
        set(f, row->key, NULL, NOWHERE, row->value);
        offer(f, row, f->lobby, !usual);
        set(f, row->key, NULL, NOWHERE, NULL);
    }
    fixture_audit(f);
}

/* ----------------------------------------------------------------------------------------- expiry */

static void
ninety_days(struct fixture *f, gconstpointer data)
{
    struct booking booking = gift(f, TABLETS, 12, 90, NULL);

    (void)data;
    book(f, booking_donate, &booking);
    booking = gift(f, TABLETS, 12, 89, NULL);
    must_refuse(f, booking_donate, &booking, RULE_EXPIRES_SOON, "2027-02-21, in 89 days");
    booking = gift(f, TABLETS, 12, 89, NULL);
    booking.now -= FIXTURE_DAY_MS; /* yesterday it still had 90 */
    book(f, booking_donate, &booking);
    g_assert_cmpint(fixture_stock(f, TABLETS), ==, 24);
}

/* No medicine keeps for decades: 2208 was 2028. */
static void
a_date_too_far(struct fixture *f, gconstpointer data)
{
    struct booking booking = gift(f, TABLETS, 12, 15 * 365, NULL);
    struct booking_result result;
    g_autoptr(GError) error = NULL;

    (void)data;
    book(f, booking_donate, &booking);
    booking = gift(f, TABLETS, 12, 15 * 365 + 1, NULL);
    g_assert_false(booking_donate(f->inventory, &booking, &result, &error));
    g_assert_error(error, ERR, ERR_INPUT);
    g_assert_nonnull(strstr(error->message, "15 years"));
    booking_result_clear(&result);
}

/* The day is the inventory's own: at 23:59 there it still is today, a minute later it is not. */
static void
days_are_local(struct fixture *f, gconstpointer data)
{
    struct booking booking = gift(f, TABLETS, 12, 90, NULL);

    (void)data;
    booking.now = FIXTURE_NOW + FIXTURE_DAY_MS / 2 - 60000;
    book(f, booking_donate, &booking);
    booking.uid = fixture_uuid(f);
    booking.now += 60000;
    must_refuse(f, booking_donate, &booking, RULE_EXPIRES_SOON, "in 89 days");
}

static void
month_is_its_last_day(struct fixture *f, gconstpointer data)
{
    struct booking booking = fixture_booking(f, TABLETS, 12);

    (void)data;
    g_assert_true(day_parse("2027-02", &booking.expiry, NULL)); /* 96 days; its first would be 69 */
    book(f, booking_donate, &booking);
    booking = fixture_booking(f, TABLETS, 12);
    g_assert_true(day_parse("2027-01", &booking.expiry, NULL)); /* 68 days */
    must_refuse(f, booking_donate, &booking, RULE_EXPIRES_SOON, "2027-01-31, in 68 days");
}

static void
expired_is_never_taken_in(struct fixture *f, gconstpointer data)
{
    struct booking booking = gift(f, TABLETS, 12, 0, NULL);

    (void)data;
    set(f, "intake.days-left", NULL, NOWHERE, "0");
    book(f, booking_donate, &booking); /* its last good day */
    booking = gift(f, TABLETS, 12, -1, NULL);
    must_refuse(f, booking_donate, &booking, RULE_EXPIRED, "it expired on 2026-11-23");
    set(f, "intake.expiry-required", NULL, NOWHERE, "no");
    booking.uid = fixture_uuid(f);
    must_refuse(f, booking_donate, &booking, RULE_EXPIRED, "it expired on 2026-11-23");
}

static void
undated_needs_no_expiry(struct fixture *f, gconstpointer data)
{
    struct booking booking = fixture_booking(f, THERMOMETER, 3);
    struct booking_result result = must_book(f, booking_donate, &booking);

    (void)data;
    g_assert_cmpint(line_at(&result, 0)->expiry.n, ==, DAY_NEVER.n);
    g_assert_cmpint(result.total, ==, 3);
    booking_result_clear(&result);
}

/* "It does not expire" is no way around the date of what does. */
static void
dated_needs_its_date(struct fixture *f, gconstpointer data)
{
    struct booking booking = gift(f, TABLETS, 12, 300, NULL);
    struct booking_result result;
    g_autoptr(GError) error = NULL;

    (void)data;
    booking.expiry = DAY_NEVER;
    g_assert_false(booking_donate(f->inventory, &booking, &result, &error));
    g_assert_error(error, ERR, ERR_INPUT);
    g_assert_nonnull(strstr(error->message, "does expire"));
    booking_result_clear(&result);
    set(f, "intake.expiry-required", NULL, NOWHERE, "no");
    book(f, booking_donate, &booking);
}

/* ------------------------------------------------------------------------------- what fills gaps */

static int32_t
expiry_given(struct fixture *f, const struct booking *booking)
{
    struct booking_result result = must_book(f, booking_donate, booking);
    int32_t expiry = line_at(&result, 0)->expiry.n;

    booking_result_clear(&result);
    return expiry - today(f);
}

static void
batch_fills_expiry(struct fixture *f, gconstpointer data)
{
    struct booking booking = gift(f, TABLETS, 12, 300, "A1");

    (void)data;
    book(f, booking_donate, &booking);
    booking = fixture_booking(f, TABLETS, 12);
    booking.lot = "A1";
    g_assert_cmpint(expiry_given(f, &booking), ==, 300);
    booking = fixture_booking(f, COLD_TABLETS, 10); /* the same letters on another medicine */
    booking.lot = "A1";
    must_refuse(f, booking_donate, &booking, RULE_NO_EXPIRY, "the expiry date is missing");
    booking = gift(f, TABLETS, 12, 310, "A1"); /* what is scanned is never overridden */
    g_assert_cmpint(expiry_given(f, &booking), ==, 310);
    booking = fixture_booking(f, TABLETS, 12); /* now it is not known which */
    booking.lot = "A1";
    must_refuse(f, booking_donate, &booking, RULE_NO_EXPIRY, "the expiry date is missing");
}

/* A slip of the pen that was undone must not come back with the next pack of the batch. */
static void
undone_batch_fills_nothing(struct fixture *f, gconstpointer data)
{
    struct booking booking = gift(f, TABLETS, 12, 700, "A1"), undo = fixture_booking(f, TABLETS, 1);
    struct booking_result result;
    int64_t seq = book(f, booking_donate, &booking);

    (void)data;
    g_assert_true(booking_undo(f->inventory, seq, &undo, &result, NULL));
    booking_result_clear(&result);
    booking = fixture_booking(f, TABLETS, 12);
    booking.lot = "A1";
    must_refuse(f, booking_donate, &booking, RULE_NO_EXPIRY, "the expiry date is missing");
    booking = gift(f, TABLETS, 12, 300, "A1");
    book(f, booking_donate, &booking);
    booking = fixture_booking(f, TABLETS, 12);
    booking.lot = "A1";
    g_assert_cmpint(expiry_given(f, &booking), ==, 300);
}

/* Undoing the second gift of a batch does not make the first one forgotten. */
static void
batch_stays_known(struct fixture *f, gconstpointer data)
{
    struct booking first = gift(f, TABLETS, 12, 300, "A1"),
                   second = gift(f, TABLETS, 12, 300, "A1");
    struct booking undo = fixture_booking(f, TABLETS, 1), booking = fixture_booking(f, TABLETS, 12);
    struct booking_result result;
    int64_t seq;

    (void)data;
    book(f, booking_donate, &first);
    seq = book(f, booking_donate, &second);
    g_assert_true(booking_undo(f->inventory, seq, &undo, &result, NULL));
    booking_result_clear(&result);
    booking.lot = "A1";
    g_assert_cmpint(expiry_given(f, &booking), ==, 300);
}

/* ------------------------------------------------------------------------------------ the opened */

static void
opened_tablets_are_blisters(struct fixture *f, gconstpointer data)
{
    struct booking booking = gift(f, TABLETS, 5, 300, NULL);

    (void)data;
    booking.opened = true;
    book(f, booking_donate, &booking);
    booking = gift(f, TABLETS, 29, 300, NULL);
    book(f, booking_donate, &booking);
    g_assert_cmpint(fixture_stock(f, TABLETS), ==, 34);
    booking = gift(f, SYRUP, 200, 300, NULL);
    book(f, booking_donate, &booking); /* two whole bottles */
    booking = gift(f, SYRUP, 99, 300, NULL);
    must_refuse(f, booking_donate, &booking, RULE_OPENED, "an opened pack of ibuprofen");
    g_assert_cmpint(fixture_stock(f, SYRUP), ==, 200);
}

/* ---------------------------------------------------------------------------- recalled and retired */

static void
recalled_is_refused(struct fixture *f, gconstpointer data)
{
    int64_t id = recall(f, TABLETS, "A1");
    struct booking booking = gift(f, TABLETS, 12, 300, "A1");

    (void)data;
    must_refuse(f, booking_donate, &booking, RULE_RECALLED, "this medicine is recalled");
    booking = gift(f, TABLETS, 12, 300, "B2");
    book(f, booking_donate, &booking);
    recall(f, TABLETS, "");
    booking = gift(f, TABLETS, 12, 300, "B2");
    must_refuse(f, booking_donate, &booking, RULE_RECALLED, "this medicine is recalled");
    booking = gift(f, COLD_TABLETS, 10, 300, "A1");
    book(f, booking_donate, &booking);
    g_assert_true(recall_lift(f->inventory, id + 1, FIXTURE_NOW, NULL));
    booking = gift(f, TABLETS, 12, 300, "B2");
    book(f, booking_donate, &booking);
    booking = gift(f, TABLETS, 12, 300, "A1"); /* that recall is still in force */
    must_refuse(f, booking_donate, &booking, RULE_RECALLED, "this medicine is recalled");
}

static void
retired_is_refused(struct fixture *f, gconstpointer data)
{
    struct booking booking = gift(f, TABLETS, 12, 300, NULL);
    struct drug *drug = NULL;

    (void)data;
    g_assert_true(drug_by_id(f->inventory, f->drugs[TABLETS], &drug, NULL));
    drug->retired = true;
    g_assert_true(drug_edit(f->inventory, drug, NULL));
    drug_free(drug);
    must_refuse(f, booking_donate, &booking, RULE_DRUG_RETIRED,
                "paracetamol is no longer accepted");
    g_assert_true(box_retire(f->inventory, f->lobby, NULL));
    booking = gift(f, SYRUP, 100, 300, NULL);
    must_refuse(f, booking_donate, &booking, RULE_BOX_RETIRED, "lobby is out of service");
    booking.box = f->gate;
    booking.uid = fixture_uuid(f);
    book(f, booking_donate, &booking);
}

/* ---------------------------------------------------------------------------------- the very pack */

static struct booking
pack_gift(struct fixture *f)
{
    struct booking booking = gift(f, TABLETS, 12, 300, "A1");

    booking.pack = PACK;
    return booking;
}

static void
pack_is_counted_once(struct fixture *f, gconstpointer data)
{
    struct booking booking = pack_gift(f);

    (void)data;
    book(f, booking_donate, &booking);
    booking = pack_gift(f);
    must_refuse(f, booking_donate, &booking, RULE_PACK_HERE, "is in the box already");
    booking = pack_gift(f);
    booking.box = f->gate;
    must_refuse(f, booking_donate, &booking, RULE_PACK_HERE, "booked into another box");
    g_assert_cmpint(fixture_stock(f, TABLETS), ==, 12);
    fixture_audit(f);
}

/* What was taken and is offered again is shown, and its scan needs no batch and expiry any more. */
static void
pack_comes_back(struct fixture *f, gconstpointer data)
{
    struct booking booking = pack_gift(f);
    struct booking_result result = must_book(f, booking_donate, &booking);

    (void)data;
    g_assert_cmpuint(result.notices->len, ==, 0);
    booking_result_clear(&result);
    booking = fixture_booking(f, TABLETS, 12);
    booking.pack = PACK;
    book(f, booking_take, &booking);
    booking = fixture_booking(f, TABLETS, 12);
    booking.pack = PACK;
    booking.box = f->gate;
    result = must_book(f, booking_donate, &booking);
    g_assert_true(has_notice(&result, "had been taken out"));
    g_assert_cmpint(line_at(&result, 0)->expiry.n, ==, today(f) + 300);
    g_assert_cmpstr(line_at(&result, 0)->lot, ==, "A1");
    booking_result_clear(&result);
    fixture_audit(f);
}

/* After an undo the pack was never in the box: no notice, and nothing of the slip is filled in. */
static void
undone_pack_was_never_there(struct fixture *f, gconstpointer data)
{
    struct booking booking = pack_gift(f), undo = fixture_booking(f, TABLETS, 1);
    struct booking_result result;
    int64_t seq = book(f, booking_donate, &booking);

    (void)data;
    g_assert_true(booking_undo(f->inventory, seq, &undo, &result, NULL));
    booking_result_clear(&result);
    booking = fixture_booking(f, TABLETS, 12);
    booking.pack = PACK;
    must_refuse(f, booking_donate, &booking, RULE_NO_EXPIRY, "the expiry date is missing");
    booking = pack_gift(f);
    booking.expiry.n += 10;
    result = must_book(f, booking_donate, &booking);
    g_assert_cmpuint(result.notices->len, ==, 0);
    booking_result_clear(&result);
    g_assert_cmpint(fixture_stock(f, TABLETS), ==, 12);
    fixture_audit(f);
}

/* ----------------------------------------------------------------------------- refusals that stay */

static void
refusal_is_kept_once(struct fixture *f, gconstpointer data)
{
    struct booking booking = gift(f, ANTIBIOTIC, 6, 400, "Z9");
    GPtrArray *refusals = NULL;
    const struct rule_refusal *refusal;

    (void)data;
    for (int i = 0; i < 2; i++) { /* a phone that got no answer asks again */
        struct booking_result result;
        g_autoptr(GError) error = NULL;

        g_assert_false(booking_donate(f->inventory, &booking, &result, &error));
        booking_result_clear(&result);
    }
    g_assert_true(rule_refusals(f->inventory, 0, &refusals, NULL));
    g_assert_cmpuint(refusals->len, ==, 1);
    refusal = refusals->pdata[0];
    g_assert_cmpint((int)refusal->kind, ==, MOVEMENT_DONATE);
    g_assert_cmpint(refusal->expiry.n, ==, today(f) + 400);
    g_assert_cmpstr(refusal->lot, ==, "Z9");
    g_assert_cmpstr(rule_key(refusal->rule), ==, "prescription");
    g_ptr_array_unref(refusals);
    g_assert_true(rule_refusals(f->inventory, FIXTURE_NOW + 1, &refusals, NULL));
    g_assert_cmpuint(refusals->len, ==, 0);
    g_ptr_array_unref(refusals);
}

static void
rules_have_words(void)
{
    for (int rule = RULE_NONE; rule <= RULE_HOUSEHOLD; rule++) {
        g_assert_cmpint((int)rule_parse(rule_key((enum rule)rule)), ==, rule);
        g_assert_cmpuint(strlen(rule_word((enum rule)rule)), >, 0);
    }
    g_assert_cmpint((int)rule_parse("mood"), ==, RULE_NONE);
}

static void
unknown_box_and_drug(struct fixture *f, gconstpointer data)
{
    struct booking booking = gift(f, TABLETS, 12, 300, NULL);
    struct books before = books_of(f);
    struct booking_result result;
    GError *error = NULL;

    (void)data;
    booking.box.n = 4711;
    g_assert_false(booking_donate(f->inventory, &booking, &result, &error));
    g_assert_error(error, ERR, ERR_MISSING);
    g_clear_error(&error);
    booking_result_clear(&result);
    booking.box = f->lobby;
    booking.drug.n = 4711;
    g_assert_false(booking_donate(f->inventory, &booking, &result, &error));
    g_assert_error(error, ERR, ERR_MISSING);
    g_clear_error(&error);
    booking_result_clear(&result);
    expect_books(f, &before, 0); /* no rule said no */
}

#define ADD(path, function)                                                                        \
    g_test_add("/intake/" path, struct fixture, NULL, fixture_open, function, fixture_close)

int
main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    ADD("each rule, on and off, by area and box", each_rule);
    ADD("90 days are enough, 89 are not", ninety_days);
    ADD("a date too far", a_date_too_far);
    ADD("days are those of the place", days_are_local);
    ADD("a month means its last day", month_is_its_last_day);
    ADD("what is dated needs its date", dated_needs_its_date);
    ADD("the expired is never taken in", expired_is_never_taken_in);
    ADD("what does not expire needs no date", undated_needs_no_expiry);
    ADD("a batch seen before fills in its expiry", batch_fills_expiry);
    ADD("a batch that was undone fills in nothing", undone_batch_fills_nothing);
    ADD("a batch stays known while one gift of it stands", batch_stays_known);
    ADD("opened tablets are blisters, opened liquids are refused", opened_tablets_are_blisters);
    ADD("the recalled is refused until lifted", recalled_is_refused);
    ADD("retired boxes and medicines take nothing in", retired_is_refused);
    ADD("a pack is counted once", pack_is_counted_once);
    ADD("a pack taken and offered again is shown", pack_comes_back);
    ADD("a pack whose gift was undone was never there", undone_pack_was_never_there);
    ADD("a refusal is kept once, with its reason", refusal_is_kept_once);
    ADD("an unknown box or drug breaks no rule", unknown_box_and_drug);
    g_test_add_func("/intake/rules have keys and words", rules_have_words);
    return g_test_run();
}
