#ifndef TESTS_UNIT_BOOKINGS_H
#define TESTS_UNIT_BOOKINGS_H

/*
 * Bookings that must succeed and bookings that must be refused, with everything that has to hold
 * each time: a dry run leaves no trace, a refusal leaves the refusal and nothing else.
 */

#include "inventory/recall.h"
#include "tests/unit/fixture.h"

#define NOWHERE ((struct box_id){0})
#define PACK "81234567890123456789"

typedef bool poster(struct inventory *inventory, const struct booking *booking,
                    struct booking_result *result, GError **error);

/* -------------------------------------------------------------------------- what the books hold */

struct books {
    int64_t movements, refusals, units, used, packs, lots;
};

static inline int64_t
one_number(struct db_stmt *q)
{
    int64_t number = 0;
    GError *error = NULL;

    g_assert_true(db_one_int(q, 0, &number, &error));
    g_assert_no_error(error);
    return number;
}

static inline struct books
books_of(struct fixture *f)
{
    struct db *db = f->inventory->db;

    return (struct books){
        .movements = one_number(db_query(db, "SELECT count(*) FROM movement")),
        .refusals = one_number(db_query(db, "SELECT count(*) FROM refusal")),
        .units = one_number(db_query(db, "SELECT sum(units) FROM stock")),
        .used = one_number(db_query(db, "SELECT sum(amount) FROM use_day")),
        .lots = one_number(db_query(db, "SELECT count(*) FROM lot")),
    };
}

/* That refusals grew by so many, and nothing else changed. */
static inline void
expect_books(struct fixture *f, const struct books *before, int64_t refusals)
{
    struct books now = books_of(f);

    g_assert_cmpint(now.movements, ==, before->movements);
    g_assert_cmpint(now.refusals, ==, before->refusals + refusals);
    g_assert_cmpint(now.units, ==, before->units);
    g_assert_cmpint(now.used, ==, before->used);
    g_assert_cmpint(now.lots, ==, before->lots);
}

/* -------------------------------------------------------------------------------------- booking */

static inline const struct booking_line *
line_at(const struct booking_result *result, guint n)
{
    g_assert_cmpuint(n, <, result->lines->len);
    return result->lines->pdata[n];
}

static inline bool
has_notice(const struct booking_result *result, const char *words)
{
    bool found = false;

    for (guint i = 0; i < result->notices->len; i++)
        found = found || strstr(result->notices->pdata[i], words) != NULL;
    return found;
}

/* The same as a dry run first, which must say the same and leave no trace. */
static inline struct booking_result
must_book(struct fixture *f, poster *post, const struct booking *booking)
{
    struct books before = books_of(f);
    struct booking rehearsal = *booking;
    struct booking_result said, done;
    GError *error = NULL;

    rehearsal.dry_run = true;
    g_assert_true(post(f->inventory, &rehearsal, &said, &error));
    g_assert_no_error(error);
    expect_books(f, &before, 0);
    g_assert_true(post(f->inventory, booking, &done, &error));
    g_assert_no_error(error);
    g_assert_cmpint((int)done.refused, ==, RULE_NONE);
    g_assert_cmpuint(said.lines->len, ==, done.lines->len);
    g_assert_cmpuint(said.notices->len, ==, done.notices->len);
    g_assert_cmpint(said.total, ==, done.total);
    for (guint i = 0; i < done.lines->len; i++) {
        g_assert_cmpint(line_at(&said, i)->seq, ==, 0);
        g_assert_cmpint(line_at(&done, i)->seq, >, 0);
        g_assert_cmpint(line_at(&said, i)->units, ==, line_at(&done, i)->units);
        g_assert_cmpstr(line_at(&said, i)->lot, ==, line_at(&done, i)->lot);
        g_assert_cmpint(line_at(&said, i)->expiry.n, ==, line_at(&done, i)->expiry.n);
    }
    booking_result_clear(&said);
    return done;
}

/* Books, and gives the number of its first movement. */
static inline int64_t
book(struct fixture *f, poster *post, const struct booking *booking)
{
    struct booking_result result = must_book(f, post, booking);
    int64_t seq = line_at(&result, 0)->seq;

    booking_result_clear(&result);
    return seq;
}

static inline void
expect_refusal(struct fixture *f, const struct booking *booking, enum rule rule)
{
    GPtrArray *refusals = NULL;
    const struct rule_refusal *last;

    g_assert_true(rule_refusals(f->inventory, booking->now, &refusals, NULL));
    g_assert_cmpuint(refusals->len, >, 0);
    last = refusals->pdata[0];
    for (guint i = 1; i < refusals->len && last->rule != rule; i++) /* all of one moment */
        last = refusals->pdata[i];
    g_assert_cmpint((int)last->rule, ==, (int)rule);
    g_assert_cmpint(last->box.n, ==, booking->box.n);
    g_assert_cmpint(last->drug.n, ==, booking->drug.n);
    g_assert_cmpint(last->units, ==, booking->units);
    g_assert_cmpint(last->at, ==, booking->now);
    g_ptr_array_unref(refusals);
}

/* A dry run is refused alike, and not even the refusal stays. */
static inline void
must_refuse(struct fixture *f, poster *post, const struct booking *booking, enum rule rule,
            const char *words)
{
    for (int rehearsal = 1; rehearsal >= 0; rehearsal--) {
        struct books before = books_of(f);
        struct booking asked = *booking;
        struct booking_result result;
        g_autoptr(GError) error = NULL;

        asked.dry_run = rehearsal == 1;
        g_assert_false(post(f->inventory, &asked, &result, &error));
        g_assert_error(error, ERR, ERR_REFUSED);
        g_assert_cmpint((int)result.refused, ==, (int)rule);
        if (strstr(error->message, words) == NULL)
            g_error("%s: %s", words, error->message);
        g_assert_cmpuint(result.lines->len, ==, 0);
        booking_result_clear(&result);
        expect_books(f, &before, rehearsal == 1 ? 0 : 1);
    }
    expect_refusal(f, booking, rule);
}

/* -------------------------------------------------------------------------------- circumstances */

static inline int32_t
today(struct fixture *f)
{
    return inventory_day(f->inventory, FIXTURE_NOW).n;
}

/* So many units that are good for so many days more. */
static inline struct booking
gift(struct fixture *f, enum fixture_drug drug, int32_t units, int32_t days, const char *lot)
{
    struct booking booking = fixture_booking(f, drug, units);

    booking.expiry.n = today(f) + days;
    booking.lot = lot;
    return booking;
}

/* Puts into the box what no gift could: the day may be past. */
static inline void
stock_up(struct fixture *f, enum fixture_drug drug, int32_t units, int32_t days, const char *lot)
{
    struct movement m = {
        .uid = fixture_uuid(f),
        .at = FIXTURE_NOW,
        .kind = MOVEMENT_FOUND,
        .box = f->lobby,
        .drug = f->drugs[drug],
        .expiry = {today(f) + days},
        .lot = lot,
        .units = units,
    };
    bool repeated;
    GError *error = NULL;

    g_assert_true(ledger_begin(f->inventory, &error));
    g_assert_true(ledger_post(f->inventory, &m, &repeated, &error));
    g_assert_true(ledger_end(f->inventory, true, &error));
    g_assert_no_error(error);
}

static inline void
set(struct fixture *f, const char *key, const char *area, struct box_id box, const char *value)
{
    struct area *where = NULL;
    GError *error = NULL;

    if (area != NULL)
        g_assert_true(area_find(f->inventory, area, &where, &error));
    g_assert_no_error(error);
    g_assert_true(setting_set(f->inventory, key, where != NULL ? where->id : (struct area_id){0},
                              box, value, &error));
    g_assert_no_error(error);
    area_free(where);
}

static inline int64_t
recall(struct fixture *f, enum fixture_drug drug, const char *lot)
{
    int64_t id = 0;
    bool repeated;

    g_assert_true(recall_add(f->inventory, f->drugs[drug], lot, "glass in it", FIXTURE_NOW, &id,
                             &repeated, NULL));
    return id;
}

static inline struct booking
taking(struct fixture *f, enum fixture_drug drug, int32_t units)
{
    return fixture_booking(f, drug, units);
}

static inline void
expect_line(struct fixture *f, const struct booking_result *result, guint n, int32_t days,
            const char *lot, int32_t units)
{
    const struct booking_line *line = line_at(result, n);

    g_assert_cmpint(line->expiry.n - today(f), ==, days);
    g_assert_cmpstr(line->lot, ==, lot);
    g_assert_cmpint(line->units, ==, units);
}

static inline void
give_pack(struct fixture *f, struct box_id box)
{
    struct booking booking = gift(f, TABLETS, 12, 300, "P");

    booking.box = box;
    booking.pack = PACK;
    book(f, booking_donate, &booking);
}

#endif
