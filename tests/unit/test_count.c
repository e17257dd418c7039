#include "inventory/count.h"

#include "base/limits.h"
#include "inventory/recall.h"
#include "tests/unit/fixture.h"

#define HOUR INT64_C(3600000)
#define SOON ((struct day){21000})
#define LATE ((struct day){21100})

/* Posts movements as they were done at a moment, whenever that is told. */
static void
post_at(struct fixture *f, enum movement_kind kind, enum fixture_drug drug, struct day expiry,
        const char *lot, int32_t units, int64_t done_at)
{
    struct movement m = {
        .uid = fixture_uuid(f),
        .at = FIXTURE_NOW,
        .done_at = done_at,
        .kind = kind,
        .box = f->lobby,
        .drug = f->drugs[drug],
        .expiry = expiry,
        .lot = lot,
        .units = units,
    };
    bool repeated;
    GError *error = NULL;

    g_assert_true(ledger_begin(f->inventory, NULL));
    g_assert_true(ledger_post(f->inventory, &m, &repeated, &error));
    g_assert_no_error(error);
    g_assert_true(ledger_end(f->inventory, true, NULL));
}

/* Two lots of tablets and one of cold tablets, a day ago. */
static void
fill(struct fixture *f)
{
    post_at(f, MOVEMENT_DONATE, TABLETS, SOON, "A1", 10, FIXTURE_NOW - FIXTURE_DAY_MS);
    post_at(f, MOVEMENT_DONATE, TABLETS, LATE, "B2", 20, FIXTURE_NOW - FIXTURE_DAY_MS);
    post_at(f, MOVEMENT_DONATE, COLD_TABLETS, SOON, "", 30, FIXTURE_NOW - FIXTURE_DAY_MS);
}

static struct count
count_of(struct fixture *f, const struct count_line *lines, size_t line_count)
{
    return (struct count){
        .uid = fixture_uuid(f),
        .now = FIXTURE_NOW,
        .box = f->lobby,
        .lines = lines,
        .line_count = line_count,
        .person = 3,
    };
}

static struct count_line
line_of(struct fixture *f, enum fixture_drug drug, struct day expiry, const char *lot,
        int32_t units)
{
    return (struct count_line){
        .drug = f->drugs[drug], .expiry = expiry, .lot = lot, .units = units};
}

static void
must_post(struct fixture *f, const struct count *count, struct count_result *result)
{
    GError *error = NULL;

    g_assert_true(count_post(f->inventory, count, result, &error));
    g_assert_no_error(error);
}

static void
expect_difference(const struct count_result *result, guint n, const char *lot, int64_t expected,
                  int64_t found)
{
    const struct count_difference *difference;

    g_assert_cmpuint(n, <, result->differences->len);
    difference = result->differences->pdata[n];
    g_assert_cmpstr(difference->lot, ==, lot);
    g_assert_cmpint(difference->expected, ==, expected);
    g_assert_cmpint(difference->found, ==, found);
}

static int64_t
lot_units(struct fixture *f, enum fixture_drug drug, const char *name)
{
    g_autoptr(GPtrArray) lots = NULL;

    g_assert_true(stock_lots(f->inventory, f->lobby, f->drugs[drug], &lots, NULL));
    for (guint i = 0; i < lots->len; i++) {
        const struct stock_lot *lot = lots->pdata[i];

        if (strcmp(lot->lot, name) == 0)
            return lot->units;
    }
    return 0;
}

static int64_t
movements(struct fixture *f)
{
    int64_t count = -1;

    g_assert_true(ledger_count(f->inventory, &count, NULL));
    return count;
}

static int64_t
counted_at(struct fixture *f)
{
    struct box *box = NULL;
    int64_t at;

    g_assert_true(box_by_id(f->inventory, f->lobby, &box, NULL));
    at = box->counted_at;
    box_free(box);
    return at;
}

/* Says no in words with this part, books nothing and notes nothing. */
static void
refuse(struct fixture *f, const struct count *count, enum err why, const char *part)
{
    int64_t before = movements(f), noted = counted_at(f);
    struct count_result result;
    g_autoptr(GError) error = NULL;

    g_assert_false(count_post(f->inventory, count, &result, &error));
    g_assert_error(error, ERR, (gint)why);
    g_assert_nonnull(strstr(error->message, part));
    count_result_clear(&result);
    g_assert_cmpint(movements(f), ==, before);
    g_assert_cmpint(counted_at(f), ==, noted);
    fixture_audit(f);
}

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

/* --------------------------------------------------------------------------------- once, or not yet */

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
    must_post(f, &count, &result);
    g_assert_true(result.repeated);
    count_result_clear(&result);
    g_assert_cmpint(movements(f), ==, 5);
    count.uid = fixture_uuid(f); /* another count of the same finds that all is well now */
    must_post(f, &count, &result);
    g_assert_false(result.repeated);
    g_assert_cmpuint(result.differences->len, ==, 0);
    count_result_clear(&result);
    fixture_audit(f);
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
        {"/count/found and lost", found_and_lost},
        {"/count/a lot nobody knew", a_lot_nobody_knew},
        {"/count/a lot of which none is left", a_lot_of_which_none_is_left},
        {"/count/missing goes from what expires first", missing_goes_from_what_expires_first},
        {"/count/more goes to what expires last", more_goes_to_what_expires_last},
        {"/count/what nobody knew needs its expiry", what_nobody_knew_needs_its_expiry},
        {"/count/bookings after the count are kept", bookings_after_the_count_are_kept},
        {"/count/what was done before counts whenever it is told",
         what_was_done_before_counts_whenever_it_is_told},
        {"/count/a complete count spares what came later", a_complete_count_spares_what_came_later},
        {"/count/missing ones that were taken since", missing_ones_that_were_taken_since},
        {"/count/no count comes from the future", no_count_comes_from_the_future},
        {"/count/a complete count zeroes the rest", a_complete_count_zeroes_the_rest},
        {"/count/what can't be taken is counted too", what_can_t_be_taken_is_counted_too},
        {"/count/only a complete count is noted", only_a_complete_count_is_noted},
        {"/count/an older count told later turns nothing back",
         an_older_count_told_later_turns_nothing_back},
        {"/count/twice is once", twice_is_once},
        {"/count/an id of something else is refused", an_id_of_something_else_is_refused},
        {"/count/a dry run books nothing", a_dry_run_books_nothing},
        {"/count/a count is undone like any booking", a_count_is_undone_like_any_booking},
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
