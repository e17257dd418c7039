#include "inventory/daily.h"

#include "inventory/ledger.h"
#include "tests/unit/fixture.h"

#define TODAY ((struct day){20781}) /* 2026-11-24 */

static GArray *
sums_of(struct fixture *f, struct area_id area, int from, int until)
{
    g_autoptr(GError) error = NULL;
    GArray *sums = NULL;

    g_assert_true(daily_sums(f->inventory, area, (struct day){TODAY.n + from},
                             (struct day){TODAY.n + until}, &sums, &error));
    g_assert_no_error(error);
    return sums;
}

/* One row is all there is. */
static void
expect(struct fixture *f, int from, int until, int64_t given, int64_t taken)
{
    g_autoptr(GArray) sums = sums_of(f, (struct area_id){0}, from, until);
    const struct daily_sum *sum = &g_array_index(sums, struct daily_sum, 0);

    g_assert_cmpuint(sums->len, ==, 1);
    g_assert_cmpint(sum->type, ==, DRUG_FEVER);
    g_assert_cmpint(sum->age, ==, DRUG_ADULT);
    g_assert_cmpint(sum->given, ==, given);
    g_assert_cmpint(sum->taken, ==, taken);
}

static int64_t
book(struct fixture *f, bool gives, int32_t units, int days_ago)
{
    struct booking booking = {
        .uid = fixture_uuid(f),
        .now = FIXTURE_NOW,
        .done_at = FIXTURE_NOW - days_ago * FIXTURE_DAY_MS,
        .box = f->lobby,
        .drug = f->drugs[TABLETS],
        .units = units,
        .expiry = gives ? day_of_date(2028, 1, 31) : DAY_NONE,
    };
    struct booking_result result = {0};
    g_autoptr(GError) error = NULL;
    int64_t seq;

    g_assert_true((gives ? booking_donate : booking_take)(f->inventory, &booking, &result, &error));
    g_assert_no_error(error);
    seq = ((struct booking_line *)result.lines->pdata[0])->seq;
    booking_result_clear(&result);
    return seq;
}

static void
undo(struct fixture *f, int64_t seq)
{
    struct booking booking = {.uid = fixture_uuid(f), .now = FIXTURE_NOW};
    struct booking_result result = {0};
    g_autoptr(GError) error = NULL;

    g_assert_true(booking_undo(f->inventory, seq, &booking, &result, &error));
    g_assert_no_error(error);
    booking_result_clear(&result);
}

/* Four tablets are a day of one person. */
static void
test_sums(void)
{
    struct fixture f;

    fixture_open(&f, NULL);
    book(&f, true, 36, 3);
    book(&f, true, 12, 3);
    book(&f, false, 8, 1);
    expect(&f, -3, -3, 12 * STOCK_PERSON_DAY, 0);
    expect(&f, -1, 0, 0, 2 * STOCK_PERSON_DAY);
    g_assert_cmpuint(sums_of(&f, (struct area_id){0}, -3, 0)->len, ==, 2);
    g_assert_cmpuint(sums_of(&f, (struct area_id){0}, -2, -2)->len, ==, 0);
    fixture_close(&f, NULL);
}

static void
test_undone(void)
{
    struct fixture f;
    int64_t gift, taking;

    fixture_open(&f, NULL);
    book(&f, true, 36, 2);
    gift = book(&f, true, 12, 2);
    taking = book(&f, false, 8, 2);
    undo(&f, taking);
    undo(&f, gift);
    expect(&f, -2, 0, 9 * STOCK_PERSON_DAY, 0);
    fixture_close(&f, NULL);
}

static void
test_areas(void)
{
    struct fixture f;
    struct box *box = NULL;
    struct area_id other = {0};
    g_autoptr(GArray) there = NULL, elsewhere = NULL;

    fixture_open(&f, NULL);
    book(&f, true, 36, 1);
    g_assert_true(box_by_id(f.inventory, f.lobby, &box, NULL));
    g_assert_true(area_add(f.inventory, inventory_district(f.inventory), AREA_COMMUNITY,
                           "elsewhere", &other, NULL));
    there = sums_of(&f, box->area, -1, 0);
    elsewhere = sums_of(&f, other, -1, 0);
    g_assert_cmpuint(there->len, ==, 1);
    g_assert_cmpuint(elsewhere->len, ==, 0);
    box_free(box);
    fixture_close(&f, NULL);
}

/* The binary search for the first movement of the time looks at no more than it has to, and misses
 * none, wherever the days begin. */
static void
test_every_beginning(void)
{
    struct fixture f;

    fixture_open(&f, NULL);
    for (int day = 20; day >= 0; day--) {
        struct booking booking = {
            .uid = fixture_uuid(&f),
            .now = FIXTURE_NOW - day * FIXTURE_DAY_MS,
            .box = f.lobby,
            .drug = f.drugs[TABLETS],
            .units = 4,
            .expiry = day_of_date(2028, 1, 31),
        };
        struct booking_result result = {0};

        g_assert_true(booking_donate(f.inventory, &booking, &result, NULL));
        booking_result_clear(&result);
    }
    for (int day = 0; day <= 20; day++) {
        g_autoptr(GArray) sums = sums_of(&f, (struct area_id){0}, -day, 0);

        g_assert_cmpuint(sums->len, ==, (guint)day + 1);
    }
    fixture_close(&f, NULL);
}

int
main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/daily/sums up what was given and taken", test_sums);
    g_test_add_func("/daily/what was undone never was", test_undone);
    g_test_add_func("/daily/of an area alone", test_areas);
    g_test_add_func("/daily/from any day on", test_every_beginning);
    return g_test_run();
}
