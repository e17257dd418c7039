/*
 * Random histories against a shadow. Gifts, takings, discards and counts are posted at once or late,
 * and any of it is undone, in any order. The shadow knows nothing of settling: what a lot holds is what
 * its last count found that stands, and what was done since and stands. The ledger must say the same
 * after every step, refuse just what would fall below zero, and be whole. A count told once more, however
 * much later, says what it said the first time and changes nothing.
 *
 * Where counts tell the sum of all lots, it is the sum that must agree: which lot it was that went
 * missing nobody told, so what a lot holds may be too little where the sum is not.
 */

#include "inventory/count.h"
#include "tests/unit/bookings.h"

#define LOTS 3
#define STEPS 80
#define SLOTS 24 /* late moments are so few that things meet */
#define SLOT_MS 3600000
#define MOST 400 /* entries */

static const char *const lots[LOTS] = {"A1", "B2", ""};
static const struct day expiries[LOTS] = {{21000}, {21100}, {21200}};

/* Something that was posted. */
struct entry {
    int64_t at;
    int64_t seq;       /* of its movement; 0 of a count */
    int32_t delta;     /* of its lot, where it is no count */
    int lot;           /* -1: a count */
    bool covers[LOTS]; /* by the count, */
    int32_t found[LOTS];
    bool stands[LOTS]; /* and not taken back */
};

/* A count that was posted, and what was said of it. */
struct told {
    struct count count;
    struct count_line lines[LOTS];
    struct count_result said;
};

struct shadow {
    struct fixture *f;
    GRand *random;
    GPtrArray *told;            /* struct told * */
    bool by_drug;               /* all lots are one here */
    struct entry entries[MOST]; /* in the order of posting */
    int n, refused;
    int64_t now;
};

static bool
is_count_of(const struct entry *e, int lot)
{
    return e->lot < 0 && e->covers[lot] && e->stands[lot];
}

/* What a lot held at a moment. Of two things of one moment the first posted was first. */
static int64_t
held(const struct shadow *s, int lot, int64_t moment)
{
    int last = -1;
    int64_t units = 0;

    for (int i = 0; i < s->n; i++)
        if (is_count_of(&s->entries[i], lot) && s->entries[i].at <= moment &&
            (last < 0 || s->entries[i].at > s->entries[last].at))
            last = i;
    if (last >= 0)
        units = s->entries[last].found[lot];
    for (int i = 0; i < s->n; i++) {
        const struct entry *e = &s->entries[i];
        bool since =
            last < 0 || e->at > s->entries[last].at || (e->at == s->entries[last].at && i > last);

        if (e->lot == lot && e->stands[lot] && since && e->at <= moment)
            units += e->delta;
    }
    return units;
}

/* What may be taken of a lot: what a later count has seen without it is judged by that moment. */
static int64_t
available(const struct shadow *s, int lot, int64_t moment)
{
    for (int i = 0; i < s->n; i++)
        if (is_count_of(&s->entries[i], lot) && s->entries[i].at > moment)
            return MAX(held(s, lot, moment), 0);
    return held(s, lot, INT64_MAX);
}

static bool
is_sound(const struct shadow *s)
{
    for (int lot = 0; lot < LOTS; lot++)
        if (held(s, lot, INT64_MAX) < 0)
            return false;
    return true;
}

static int64_t
in_ledger(const struct shadow *s, int lot)
{
    struct db_stmt *q;

    if (s->by_drug)
        return lot == 0 ? fixture_stock(s->f, TABLETS) : 0;
    q = db_query(s->f->inventory->db, "SELECT units FROM stock WHERE box = :box"
                                      " AND expiry = :expiry AND lot = :lot");
    db_bind_int(q, "box", s->f->lobby.n);
    db_bind_int(q, "expiry", expiries[lot].n);
    db_bind_text(q, "lot", lots[lot]);
    return one_number(q);
}

/* Whether it was done as it had to be; says so to the end. */
static bool
was_right(struct shadow *s, bool done, bool sound, const GError *error)
{
    g_assert_true(done ? sound : !sound || s->by_drug);
    if (!done)
        g_assert_error(error, ERR, ERR_REFUSED);
    s->refused += !done;
    return done;
}

static int
number(struct shadow *s, int low, int high)
{
    return g_rand_int_range(s->random, low, high);
}

/* Now, or at one of few moments before. */
static int64_t
some_moment(struct shadow *s)
{
    return number(s, 0, 2) == 0 ? s->now : FIXTURE_NOW - number(s, 1, SLOTS + 1) * (int64_t)SLOT_MS;
}

static struct entry *
add(struct shadow *s, int64_t at, int of_lot, int32_t delta, int64_t seq)
{
    struct entry *e = &s->entries[s->n++];
    int lot = s->by_drug ? MIN(of_lot, 0) : of_lot;

    g_assert_cmpint(s->n, <, MOST);
    *e = (struct entry){.at = at, .lot = lot, .delta = delta, .seq = seq};
    if (lot >= 0)
        e->stands[lot] = true;
    return e;
}

static int
lot_named(const char *name)
{
    for (int lot = 0; lot < LOTS; lot++)
        if (strcmp(lots[lot], name) == 0)
            return lot;
    g_assert_not_reached();
}

/* ---------------------------------------------------------------------------------------- steps */

static struct booking
some_booking(struct shadow *s, int lot)
{
    return (struct booking){.uid = fixture_uuid(s->f),
                            .now = s->now,
                            .done_at = some_moment(s),
                            .box = s->f->lobby,
                            .drug = s->f->drugs[TABLETS],
                            .units = number(s, 1, 13),
                            .expiry = expiries[lot],
                            .lot = lots[lot],
                            .exact = true};
}

static void
give(struct shadow *s)
{
    int lot = number(s, 0, LOTS);
    struct booking booking = some_booking(s, lot);
    struct booking_result result;
    GError *error = NULL;

    g_assert_true(booking_donate(s->f->inventory, &booking, &result, &error));
    g_assert_no_error(error);
    add(s, booking.done_at, lot, booking.units, line_at(&result, 0)->seq);
    booking_result_clear(&result);
}

static void
take_out(struct shadow *s, poster *post)
{
    int lot = number(s, 0, LOTS);
    struct booking booking = some_booking(s, lot);
    bool enough = s->by_drug || available(s, lot, booking.done_at) >= booking.units;
    struct booking_result result;
    g_autoptr(GError) error = NULL;
    bool done = post(s->f->inventory, &booking, &result, &error);

    if (was_right(s, done, enough, error))
        add(s, booking.done_at, lot, -booking.units, line_at(&result, 0)->seq);
    booking_result_clear(&result);
}

static bool
note_cover(const struct movement *m, int64_t undone_by, void *data)
{
    struct shadow *s = data;

    (void)undone_by;
    add(s, m->done_at, lot_named(m->lot), m->units, m->seq);
    return false;
}

/* Told by a phone that had no signal: it can't be refused. What the ledger lacked was found. */
static void
take_unasked(struct shadow *s)
{
    struct booking booking = some_booking(s, number(s, 0, LOTS));
    struct ledger_filter filter = {.after_seq = 0};
    struct booking_result result;
    struct uuid cover;
    int64_t seq = 0;
    GError *error = NULL;

    booking.exact = false;
    booking.happened = true;
    booking.done_at = s->now - 1 - number(s, 0, SLOTS * SLOT_MS); /* of no count's moment */
    g_assert_true(booking_take(s->f->inventory, &booking, &result, &error));
    g_assert_no_error(error);
    cover = uuid_nth(booking.uid, UINT32_MAX - 1);
    g_assert_true(ledger_find(s->f->inventory, &cover, &seq, NULL));
    filter.after_seq = seq - 1;
    if (seq != 0)
        g_assert_true(ledger_list(s->f->inventory, &filter, note_cover, s, NULL));
    for (guint i = 0; i < result.lines->len; i++) {
        const struct booking_line *line = line_at(&result, i);

        add(s, booking.done_at, lot_named(line->lot), -line->units, line->seq);
    }
    booking_result_clear(&result);
}

/* What the ledger says as often as not. */
static int32_t
some_number_found(struct shadow *s, int lot, int64_t at)
{
    int64_t units = held(s, lot, at);

    return number(s, 0, 2) == 0 && units >= 0 ? (int32_t)units : number(s, 0, 21);
}

/* Some lots, or the sum of all. */
static size_t
count_lines(struct shadow *s, struct entry *e, bool complete, struct count_line lines[LOTS])
{
    size_t n = 0;

    for (int lot = 0; lot < (s->by_drug ? 1 : LOTS); lot++) {
        bool told = s->by_drug || number(s, 0, 2) == 0;

        e->covers[lot] = e->stands[lot] = told || complete;
        e->found[lot] = told ? some_number_found(s, lot, e->at) : 0;
        if (told)
            lines[n++] =
                (struct count_line){s->f->drugs[TABLETS], expiries[lot], lots[lot], e->found[lot]};
    }
    if (s->by_drug) {
        lines[0].expiry = DAY_NONE;
        lines[0].lot = NULL;
    }
    return n;
}

/* No two counts are of one moment. */
static int64_t
moment_of_count(const struct shadow *s, int64_t at)
{
    for (int i = 0; i < s->n; i++)
        if (s->entries[i].lot < 0 && s->entries[i].at == at)
            return moment_of_count(s, at + 1);
    return at;
}

static void
told_free(gpointer data)
{
    struct told *told = data;

    count_result_clear(&told->said);
    g_free(told);
}

/* Takes over the result. */
static void
keep_told(struct shadow *s, const struct count *count, struct count_result result)
{
    struct told *told = g_new(struct told, 1);

    *told = (struct told){.count = *count, .said = result};
    for (size_t i = 0; i < count->line_count; i++)
        told->lines[i] = count->lines[i];
    told->count.lines = told->lines;
    g_ptr_array_add(s->told, told);
}

static void
expect_same_said(const struct count_result *first, const struct count_result *again)
{
    g_assert_true(again->repeated);
    g_assert_cmpint(again->compared, ==, first->compared);
    g_assert_cmpuint(again->differences->len, ==, first->differences->len);
    g_assert_cmpuint(again->notices->len, <=,
                     first->notices->len); /* what was settled is told once */
    for (guint i = 0; i < first->differences->len; i++) {
        const struct count_difference *a = first->differences->pdata[i],
                                      *b = again->differences->pdata[i];

        g_assert_cmpint(a->drug.n, ==, b->drug.n);
        g_assert_cmpint(a->expiry.n, ==, b->expiry.n);
        g_assert_cmpstr(a->lot, ==, b->lot);
        g_assert_cmpint(a->expected, ==, b->expected);
        g_assert_cmpint(a->found, ==, b->found);
        g_assert_cmpint(a->seq, ==, b->seq);
    }
    for (guint i = 0; i < again->notices->len; i++)
        g_assert_true(g_ptr_array_find_with_equal_func(first->notices, again->notices->pdata[i],
                                                       g_str_equal, NULL));
}

static int64_t
rows_kept(const struct shadow *s)
{
    return one_number(db_query(s->f->inventory->db, "SELECT (SELECT count(*) FROM movement)"
                                                    " + (SELECT count(*) FROM counted_line)"));
}

/* Without its moment it is now, which is another each time. */
static void
repeat_some(struct shadow *s)
{
    int64_t before = rows_kept(s);
    const struct told *told;
    struct count_result again;
    struct count count;
    GError *error = NULL;

    if (s->told->len == 0)
        return;
    told = s->told->pdata[number(s, 0, (int)s->told->len)];
    count = told->count;
    count.now = s->now;
    count.counted_at = number(s, 0, 2) == 0 ? count.counted_at : 0;
    count.dry_run = number(s, 0, 4) == 0;
    g_assert_true(count_post(s->f->inventory, &count, &again, &error));
    g_assert_no_error(error);
    expect_same_said(&told->said, &again);
    count_result_clear(&again);
    g_assert_cmpint(rows_kept(s), ==, before);
}

/* Counts, and perhaps that nothing else is there. */
static void
count_some(struct shadow *s)
{
    struct count_line lines[LOTS];
    struct count count = {.uid = fixture_uuid(s->f),
                          .now = s->now,
                          .counted_at = some_moment(s),
                          .box = s->f->lobby,
                          .lines = lines,
                          .complete = number(s, 0, 4) == 0};
    struct entry *e = add(s, moment_of_count(s, count.counted_at), -1, 0, 0);
    struct count_result result;
    g_autoptr(GError) error = NULL;
    bool done;

    count.line_count = count_lines(s, e, count.complete, lines);
    if (count.line_count == 0 && !count.complete) { /* says nothing */
        s->n--;
        return;
    }
    done = count_post(s->f->inventory, &count, &result, &error);
    if (!done && s->by_drug && error->code == ERR_INPUT) /* of a lot that nobody knows */
        s->n--;
    else if (!was_right(s, done, is_sound(s), error))
        s->n--;
    if (done)
        keep_told(s, &count, result);
    else
        count_result_clear(&result);
}

/* A movement that may be undone. */
struct picked {
    int64_t seq, done_at;
    int lot;
    bool count;
};

static bool
pick(struct shadow *s, struct picked *picked)
{
    struct db_stmt *q = db_query(
        s->f->inventory->db,
        "SELECT seq, done_at, lot, kind FROM movement m WHERE reverses IS NULL AND NOT EXISTS"
        " (SELECT 1 FROM movement u WHERE u.tenant = m.tenant AND u.reverses = m.seq)"
        " ORDER BY (seq * :a) % 1009");
    bool found;

    db_bind_int(q, "a", number(s, 1, 1009));
    found = db_row(q);
    if (found)
        *picked = (struct picked){.seq = db_int(q, 0),
                                  .done_at = db_int(q, 1),
                                  .lot = s->by_drug ? 0 : lot_named(db_text(q, 2)),
                                  .count = db_int(q, 3) == MOVEMENT_FOUND ||
                                           db_int(q, 3) == MOVEMENT_LOST};
    g_assert_true(db_done(q, NULL));
    return found;
}

static struct entry *
entry_of(struct shadow *s, const struct picked *picked)
{
    for (int i = 0; i < s->n; i++)
        if (s->entries[i].seq == picked->seq ||
            (picked->count && s->entries[i].at == picked->done_at &&
             is_count_of(&s->entries[i], picked->lot)))
            return &s->entries[i];
    g_assert_not_reached();
}

static void
undo_some(struct shadow *s)
{
    struct booking undo = {.uid = fixture_uuid(s->f), .now = s->now};
    struct booking_result result;
    struct picked picked;
    struct entry *e;
    g_autoptr(GError) error = NULL;
    bool done;

    if (!pick(s, &picked))
        return;
    e = entry_of(s, &picked);
    e->stands[picked.lot] = false;
    done = booking_undo(s->f->inventory, picked.seq, &undo, &result, &error);
    if (!was_right(s, done, is_sound(s), error))
        e->stands[picked.lot] = true;
    booking_result_clear(&result);
}

/* ------------------------------------------------------------------------------------ histories */

static void
step(struct shadow *s)
{
    s->now += 60000;
    switch (number(s, 0, 14)) {
    case 0:
    case 1:
    case 2:
    case 3: give(s); break;
    case 4:
    case 5: take_out(s, booking_take); break;
    case 6: take_out(s, booking_discard); break;
    case 7: take_unasked(s); break;
    case 8:
    case 9: count_some(s); break;
    case 10:
    case 11: repeat_some(s); break;
    default: undo_some(s); break;
    }
}

static void
compare(const struct shadow *s)
{
    for (int lot = 0; lot < LOTS; lot++)
        g_assert_cmpint(in_ledger(s, lot), ==, held(s, lot, INT64_MAX));
}

/* What is left of it is undone too, in any order; what can't be yet can be later. */
static void
undo_all(struct shadow *s)
{
    struct picked picked;

    for (int tries = 0; pick(s, &picked); tries++) {
        s->now += 60000;
        undo_some(s);
        repeat_some(s);
        compare(s);
        g_assert_cmpint(tries, <, 2000);
    }
    for (int lot = 0; lot < LOTS; lot++)
        g_assert_cmpint(in_ledger(s, lot), ==, 0);
}

static void
random_histories(gconstpointer data)
{
    int refused = 0;

    for (uint32_t seed = 1; seed <= 20; seed++) {
        struct fixture f;
        struct shadow s = {.f = &f,
                           .random = g_rand_new_with_seed(seed),
                           .told = g_ptr_array_new_with_free_func(told_free),
                           .by_drug = data != NULL,
                           .now = FIXTURE_NOW};

        fixture_open_at(&f, ":memory:");
        for (int i = 0; i < STEPS; i++) {
            step(&s);
            compare(&s);
        }
        fixture_audit(&f);
        undo_all(&s);
        fixture_audit(&f);
        refused += s.refused;
        g_rand_free(s.random);
        g_ptr_array_unref(s.told);
        inventory_close(f.inventory);
    }
    g_assert_cmpint(refused, >, 100);
}

int
main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    words_use(WORDS_EN);
    g_test_add_data_func("/shadow/any order, counted lot by lot", NULL, random_histories);
    g_test_add_data_func("/shadow/any order, counted by medicine", "", random_histories);
    return g_test_run();
}
