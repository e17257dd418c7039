#ifndef TESTS_UNIT_COUNTS_H
#define TESTS_UNIT_COUNTS_H

/*
 * A box with a few lots in it, and counts of it that must be booked or must be refused with nothing
 * changed.
 */

#include "inventory/count.h"
#include "tests/unit/fixture.h"

#define HOUR INT64_C(3600000)
#define SOON ((struct day){21000})
#define LATE ((struct day){21100})

/* Posts movements as they were done at a moment, whenever that is told. */
static inline void
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
static inline void
fill(struct fixture *f)
{
    post_at(f, MOVEMENT_DONATE, TABLETS, SOON, "A1", 10, FIXTURE_NOW - FIXTURE_DAY_MS);
    post_at(f, MOVEMENT_DONATE, TABLETS, LATE, "B2", 20, FIXTURE_NOW - FIXTURE_DAY_MS);
    post_at(f, MOVEMENT_DONATE, COLD_TABLETS, SOON, "", 30, FIXTURE_NOW - FIXTURE_DAY_MS);
}

static inline struct count
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

static inline struct count_line
line_of(struct fixture *f, enum fixture_drug drug, struct day expiry, const char *lot,
        int32_t units)
{
    return (struct count_line){
        .drug = f->drugs[drug], .expiry = expiry, .lot = lot, .units = units};
}

static inline void
must_post(struct fixture *f, const struct count *count, struct count_result *result)
{
    GError *error = NULL;

    g_assert_true(count_post(f->inventory, count, result, &error));
    g_assert_no_error(error);
}

static inline void
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

static inline int64_t
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

static inline int64_t
movements(struct fixture *f)
{
    int64_t count = -1;

    g_assert_true(ledger_count(f->inventory, &count, NULL));
    return count;
}

static inline int64_t
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
static inline void
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

#endif
