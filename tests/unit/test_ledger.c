#include "inventory/ledger.h"

#include <sqlite3.h>

#include "inventory/chain.h"
#include "tests/unit/fixture.h"

#define EXPIRY ((struct day){21000})

static struct movement
movement(struct fixture *f, enum movement_kind kind, int32_t units)
{
    return (struct movement){
        .uid = fixture_uuid(f),
        .at = FIXTURE_NOW,
        .kind = kind,
        .box = f->lobby,
        .drug = f->drugs[TABLETS],
        .expiry = EXPIRY,
        .lot = "A1",
        .units = units,
    };
}

static bool
post(struct fixture *f, struct movement *m, bool *repeated, GError **error)
{
    bool ok = ledger_begin(f->inventory, error);

    ok = ok && ledger_post(f->inventory, m, repeated, error);
    return ledger_end(f->inventory, ok, error) && ok;
}

static void
must_post(struct fixture *f, struct movement *m)
{
    bool repeated = true;
    GError *error = NULL;

    g_assert_true(post(f, m, &repeated, &error));
    g_assert_no_error(error);
    g_assert_false(repeated);
}

static bool
undo(struct fixture *f, int64_t seq, GError **error)
{
    struct movement m = {.uid = fixture_uuid(f), .at = FIXTURE_NOW};
    bool repeated = false;
    bool ok = ledger_begin(f->inventory, error);

    ok = ok && ledger_undo(f->inventory, seq, &m, &repeated, error);
    return ledger_end(f->inventory, ok, error) && ok;
}

static void
in_and_out(struct fixture *f, gconstpointer data)
{
    struct movement in = movement(f, MOVEMENT_DONATE, 24), out = movement(f, MOVEMENT_TAKE, 4);

    (void)data;
    must_post(f, &in);
    must_post(f, &out);
    g_assert_cmpint(in.seq, ==, 1);
    g_assert_cmpint(out.seq, ==, 2);
    g_assert_cmpint(in.done_at, ==, FIXTURE_NOW);
    g_assert_cmpint(fixture_stock(f, TABLETS), ==, 20);
    fixture_audit(f);
}

static void
never_below_zero(struct fixture *f, gconstpointer data)
{
    struct movement in = movement(f, MOVEMENT_DONATE, 5), out = movement(f, MOVEMENT_TAKE, 6);
    bool repeated;
    GError *error = NULL;

    (void)data;
    must_post(f, &in);
    g_assert_false(post(f, &out, &repeated, &error));
    g_assert_error(error, ERR, ERR_REFUSED);
    g_assert_nonnull(strstr(error->message, "5"));
    g_clear_error(&error);
    out.units = 5;
    out.lot = "B2"; /* another lot of the same drug */
    g_assert_false(post(f, &out, &repeated, &error));
    g_assert_error(error, ERR, ERR_REFUSED);
    g_clear_error(&error);
    out.lot = "A1";
    must_post(f, &out);
    g_assert_cmpint(fixture_stock(f, TABLETS), ==, 0);
    fixture_audit(f);
}

static void
a_refusal_spoils_no_group(struct fixture *f, gconstpointer data)
{
    struct movement in = movement(f, MOVEMENT_DONATE, 5), out = movement(f, MOVEMENT_TAKE, 9);
    struct movement after = movement(f, MOVEMENT_TAKE, 2);
    bool repeated;
    GError *error = NULL;

    (void)data;
    g_assert_true(ledger_begin(f->inventory, NULL));
    g_assert_true(ledger_post(f->inventory, &in, &repeated, NULL));
    g_assert_false(ledger_post(f->inventory, &out, &repeated, &error));
    g_assert_true(ledger_post(f->inventory, &after, &repeated, NULL));
    g_assert_true(ledger_end(f->inventory, true, NULL));
    g_error_free(error);
    g_assert_cmpint(after.seq, ==, 2);
    g_assert_cmpint(fixture_stock(f, TABLETS), ==, 3);
    fixture_audit(f);
}

static void
twice_is_once(struct fixture *f, gconstpointer data)
{
    struct movement in = movement(f, MOVEMENT_DONATE, 5), again = in, other = in;
    bool repeated = false;
    GError *error = NULL;

    (void)data;
    must_post(f, &in);
    again.at = FIXTURE_NOW + 5000;
    g_assert_true(post(f, &again, &repeated, NULL));
    g_assert_true(repeated);
    g_assert_cmpint(again.seq, ==, in.seq);
    g_assert_cmpint(again.at, ==, in.at);
    g_assert_cmpint(fixture_stock(f, TABLETS), ==, 5);
    other.units = 7;
    g_assert_false(post(f, &other, &repeated, &error));
    g_assert_error(error, ERR, ERR_REFUSED);
    g_error_free(error);
    fixture_audit(f);
}

static void
dropped_is_dropped(struct fixture *f, gconstpointer data)
{
    struct movement in = movement(f, MOVEMENT_DONATE, 5), later = movement(f, MOVEMENT_DONATE, 3);
    bool repeated;

    (void)data;
    g_assert_true(ledger_begin(f->inventory, NULL));
    g_assert_true(ledger_post(f->inventory, &in, &repeated, NULL));
    g_assert_false(ledger_end(f->inventory, false, NULL));
    g_assert_cmpint(fixture_stock(f, TABLETS), ==, 0);
    must_post(f, &later);
    g_assert_cmpint(later.seq, ==, 1);
    fixture_audit(f);
}

static void
undo_restores(struct fixture *f, gconstpointer data)
{
    struct movement in = movement(f, MOVEMENT_DONATE, 24), out = movement(f, MOVEMENT_TAKE, 24);
    GError *error = NULL;

    (void)data;
    must_post(f, &in);
    must_post(f, &out);
    g_assert_false(undo(f, in.seq, &error)); /* its units have left the box */
    g_assert_error(error, ERR, ERR_REFUSED);
    g_clear_error(&error);
    g_assert_true(undo(f, out.seq, NULL));
    g_assert_cmpint(fixture_stock(f, TABLETS), ==, 24);
    g_assert_true(undo(f, in.seq, NULL));
    g_assert_cmpint(fixture_stock(f, TABLETS), ==, 0);
    fixture_audit(f);
}

static void
undo_refuses(struct fixture *f, gconstpointer data)
{
    struct movement in = movement(f, MOVEMENT_DONATE, 24);
    GError *error = NULL;

    (void)data;
    must_post(f, &in);
    g_assert_false(undo(f, 99, &error));
    g_assert_error(error, ERR, ERR_MISSING);
    g_clear_error(&error);
    g_assert_true(undo(f, in.seq, NULL));
    g_assert_false(undo(f, in.seq, &error));
    g_assert_error(error, ERR, ERR_REFUSED);
    g_clear_error(&error);
    g_assert_false(undo(f, in.seq + 1, &error)); /* the undo itself */
    g_assert_error(error, ERR, ERR_REFUSED);
    g_clear_error(&error);
}

static void
unknown_drug(struct fixture *f, gconstpointer data)
{
    struct movement in = movement(f, MOVEMENT_DONATE, 5);
    bool repeated;
    GError *error = NULL;

    (void)data;
    in.drug.n = 4711;
    g_assert_false(post(f, &in, &repeated, &error));
    g_assert_error(error, ERR, ERR_MISSING);
    g_error_free(error);
    in = movement(f, MOVEMENT_DONATE, 5);
    in.box.n = 4711;
    error = NULL;
    g_assert_false(post(f, &in, &repeated, &error)); /* the table's own reference */
    g_assert_error(error, ERR, ERR_BROKEN);
    g_error_free(error);
    fixture_audit(f);
}

static void
kinds(void)
{
    for (int kind = MOVEMENT_DONATE; kind <= MOVEMENT_KINDS; kind++) {
        enum movement_kind k = (enum movement_kind)kind;

        g_assert_cmpint(movement_kind_parse(movement_kind_key(k)), ==, kind);
        g_assert_cmpint(ABS(movement_direction(k)), ==, 1);
        g_assert_cmpuint(strlen(movement_kind_word(k)), >, 0);
    }
    g_assert_cmpint(movement_kind_parse("steal"), ==, -1);
}

static void
kinds_are_the_schemas(struct fixture *f, gconstpointer data)
{
    struct db_stmt *q =
        db_query(f->inventory->db, "SELECT kind, key, direction FROM movement_kind ORDER BY kind");
    int rows = 0;

    (void)data;
    while (db_row(q)) {
        enum movement_kind kind = (enum movement_kind)db_int(q, 0);

        g_assert_cmpstr(db_text(q, 1), ==, movement_kind_key(kind));
        g_assert_cmpint(db_int(q, 2), ==, movement_direction(kind));
        rows++;
    }
    g_assert_true(db_done(q, NULL));
    g_assert_cmpint(rows, ==, MOVEMENT_KINDS);
}

struct seen {
    int count;
    int64_t first, last, undone;
};

static bool
see(const struct movement *m, int64_t undone_by, void *data)
{
    struct seen *seen = data;

    if (seen->count++ == 0)
        seen->first = m->seq;
    seen->last = m->seq;
    seen->undone += undone_by != 0;
    return true;
}

static void
listing(struct fixture *f, gconstpointer data)
{
    struct ledger_filter filter = {.after_seq = 0};
    struct seen seen = {0};
    int64_t count = 0;

    (void)data;
    for (int i = 0; i < 10; i++) {
        struct movement m = movement(f, MOVEMENT_DONATE, 1 + i);

        if (i % 2 != 0)
            m.box = f->gate;
        must_post(f, &m);
    }
    g_assert_true(undo(f, 10, NULL));
    g_assert_true(ledger_count(f->inventory, &count, NULL));
    g_assert_cmpint(count, ==, 11);
    g_assert_true(ledger_list(f->inventory, &filter, see, &seen, NULL));
    g_assert_cmpint(seen.count, ==, 11);
    g_assert_cmpint(seen.undone, ==, 1);
    filter = (struct ledger_filter){.box = f->gate, .last = 2};
    seen = (struct seen){0};
    g_assert_true(ledger_list(f->inventory, &filter, see, &seen, NULL));
    g_assert_cmpint(seen.count, ==, 2);
    g_assert_cmpint(seen.first, ==, 10);
    g_assert_cmpint(seen.last, ==, 11);
    filter = (struct ledger_filter){.drug = f->drugs[SYRUP]};
    seen = (struct seen){0};
    g_assert_true(ledger_list(f->inventory, &filter, see, &seen, NULL));
    g_assert_cmpint(seen.count, ==, 0);
}

/* A hash worked out by hand from the bytes that chain.h tells of. */
static void
the_chain_is_as_told(void)
{
    static const uint8_t zeros[CHAIN_SIZE];
    struct movement m = {.seq = 1,
                         .at = 2,
                         .done_at = 3,
                         .kind = MOVEMENT_DONATE,
                         .box = {5},
                         .drug = {6},
                         .expiry = {7},
                         .units = 8,
                         .lot = "L"};
    static const uint8_t numbers[] = {9, 1, 2, 3, 1, 5, 6, 7, 8, 0, 0, 0};
    GChecksum *sum = g_checksum_new(G_CHECKSUM_SHA256);
    uint8_t hash[CHAIN_SIZE], expected[CHAIN_SIZE], eight[8] = {0};
    gsize size = CHAIN_SIZE;

    g_checksum_update(sum, zeros, CHAIN_SIZE);
    for (size_t i = 0; i < G_N_ELEMENTS(numbers); i++) {
        eight[7] = numbers[i];
        g_checksum_update(sum, eight, 8);
    }
    g_checksum_update(sum, zeros, 16); /* uid */
    eight[7] = 1;
    g_checksum_update(sum, eight, 8);
    g_checksum_update(sum, (const guchar *)"L", 1);
    eight[7] = 0;
    for (int i = 0; i < 3; i++)
        g_checksum_update(sum, eight, 8);
    g_checksum_get_digest(sum, expected, &size);
    g_checksum_free(sum);
    chain_next(zeros, 9, &m, hash);
    g_assert_cmpint(memcmp(hash, expected, CHAIN_SIZE), ==, 0);
    m.pack = "P";
    chain_next(zeros, 9, &m, hash);
    g_assert_cmpint(memcmp(hash, expected, CHAIN_SIZE), !=, 0);
}

/* ------------------------------------------------------------------------------ random histories */

struct history {
    struct movement moves[400];
    char lots[400][4];
    int count;
};

static void
random_history(struct fixture *f, GRand *random, struct history *history)
{
    static const enum movement_kind in[] = {MOVEMENT_DONATE, MOVEMENT_RECEIVE, MOVEMENT_FOUND};
    static const enum movement_kind out[] = {MOVEMENT_TAKE, MOVEMENT_SEND, MOVEMENT_LOST,
                                             MOVEMENT_DISCARD};

    history->count = 400;
    for (int i = 0; i < history->count; i++) {
        struct movement *m = &history->moves[i];
        bool into = g_rand_int_range(random, 0, 5) < 2;

        g_snprintf(history->lots[i], 4, "%d", g_rand_int_range(random, 0, 3));
        *m = (struct movement){
            .uid = fixture_uuid(f),
            .at = FIXTURE_NOW + i * INT64_C(7200000),
            .kind = into ? in[g_rand_int_range(random, 0, 3)] : out[g_rand_int_range(random, 0, 4)],
            .box = g_rand_boolean(random) ? f->lobby : f->gate,
            .drug = f->drugs[g_rand_int_range(random, 0, FIXTURE_DRUGS)],
            .expiry = {21000 + g_rand_int_range(random, 0, 3)},
            .lot = history->lots[i],
            .units = g_rand_int_range(random, 1, 30),
        };
    }
}

/* Sum of a table's units, whatever is in it. */
static int64_t
sum_of_stock(struct fixture *f)
{
    int64_t sum = 0;

    g_assert_true(
        db_one_int(db_query(f->inventory->db, "SELECT sum(units) FROM stock"), 0, &sum, NULL));
    return sum;
}

static void
stock_is_the_sum(struct fixture *f, gconstpointer data)
{
    GRand *random = g_rand_new_with_seed(1);
    struct history *history = g_new0(struct history, 1);
    int64_t sum = 0, booked = 0;

    (void)data;
    random_history(f, random, history);
    for (int i = 0; i < history->count; i++) {
        struct movement *m = &history->moves[i];
        bool repeated;
        GError *error = NULL;

        if (post(f, m, &repeated, &error)) {
            sum += m->units * movement_direction(m->kind);
            booked++;
        } else
            g_assert_error(error, ERR, ERR_REFUSED);
        g_clear_error(&error);
        g_assert_cmpint(sum_of_stock(f), ==, sum);
    }
    g_assert_cmpint(booked, >, 100);
    g_assert_cmpint(booked, <, history->count);
    fixture_audit(f);
    g_free(history);
    g_rand_free(random);
}

static void
undoing_all_restores_nothing(struct fixture *f, gconstpointer data)
{
    GRand *random = g_rand_new_with_seed(2);
    struct history *history = g_new0(struct history, 1);
    int64_t last = 0;

    (void)data;
    random_history(f, random, history);
    for (int i = 0; i < history->count; i++) {
        bool repeated;
        g_autoptr(GError) error = NULL;

        if (post(f, &history->moves[i], &repeated, &error))
            last = history->moves[i].seq;
    }
    for (int64_t seq = last; seq > 0; seq--) /* newest first, so that nothing is short */
        g_assert_true(undo(f, seq, NULL));
    g_assert_cmpint(sum_of_stock(f), ==, 0);
    fixture_audit(f);
    g_free(history);
    g_rand_free(random);
}

static char *
dump_of_stock(struct fixture *f)
{
    GString *text = g_string_new(NULL);
    struct db_stmt *q = db_query(f->inventory->db, "SELECT box, drug, expiry, lot, units FROM stock"
                                                   " ORDER BY box, drug, expiry, lot");

    while (db_row(q))
        g_string_append_printf(text, "%d %d %d %s %d\n", (int)db_int(q, 0), (int)db_int(q, 1),
                               (int)db_int(q, 2), db_text(q, 3), (int)db_int(q, 4));
    g_assert_true(db_done(q, NULL));
    return g_string_free(text, FALSE);
}

static void
replays_change_nothing(struct fixture *f, gconstpointer data)
{
    GRand *random = g_rand_new_with_seed(3);
    struct history *history = g_new0(struct history, 1);
    g_autofree char *before = NULL, *after = NULL;

    (void)data;
    random_history(f, random, history);
    for (int round = 0; round < 2; round++) {
        for (int i = 0; i < history->count; i++) {
            bool repeated = false, known = history->moves[i].seq != 0;
            g_autoptr(GError) error = NULL;
            struct movement m = history->moves[i];

            if (round == 1 && !known)
                continue;
            if (post(f, &m, &repeated, &error))
                history->moves[i].seq = m.seq;
            g_assert_true(repeated == (round == 1));
        }
        if (round == 0)
            before = dump_of_stock(f);
    }
    after = dump_of_stock(f);
    g_assert_cmpstr(before, ==, after);
    fixture_audit(f);
    g_free(history);
    g_rand_free(random);
}

static void
shuffle(struct history *history, GRand *random)
{
    for (int i = history->count - 1; i > 0; i--) {
        int j = g_rand_int_range(random, 0, i + 1);
        struct movement swap = history->moves[i];

        history->moves[i] = history->moves[j];
        history->moves[j] = swap;
    }
}

/* All that comes in first, and much of it: then whether a movement is refused depends on the lot
 * alone and not on the order. */
static void
post_in_then_out(struct fixture *f, struct history *history)
{
    for (int direction = 1; direction >= -1; direction -= 2)
        for (int i = 0; i < history->count; i++) {
            struct movement *m = &history->moves[i];
            g_autoptr(GError) error = NULL;
            bool repeated;

            if (movement_direction(m->kind) != direction)
                continue;
            m->units += direction > 0 ? 10000 : 0;
            if (!post(f, m, &repeated, &error))
                g_assert_error(error, ERR, ERR_REFUSED);
        }
}

static void
order_does_not_matter(void)
{
    char *dumps[3];
    GRand *random = g_rand_new_with_seed(4);

    for (int turn = 0; turn < 3; turn++) {
        struct history *history = g_new0(struct history, 1);
        GRand *same = g_rand_new_with_seed(5);
        struct fixture f;

        fixture_open(&f, NULL);
        random_history(&f, same, history);
        if (turn > 0)
            shuffle(history, random);
        post_in_then_out(&f, history);
        dumps[turn] = dump_of_stock(&f);
        fixture_audit(&f);
        fixture_close(&f, NULL);
        g_rand_free(same);
        g_free(history);
    }
    g_assert_cmpuint(strlen(dumps[0]), >, 0);
    g_assert_cmpstr(dumps[0], ==, dumps[1]);
    g_assert_cmpstr(dumps[0], ==, dumps[2]);
    for (int turn = 0; turn < 3; turn++)
        g_free(dumps[turn]);
    g_rand_free(random);
}

#define ADD(path, function)                                                                        \
    g_test_add("/ledger/" path, struct fixture, NULL, fixture_open, function, fixture_close)

int
main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    ADD("what goes in can go out", in_and_out);
    ADD("nothing falls below zero", never_below_zero);
    ADD("a refusal spoils no group", a_refusal_spoils_no_group);
    ADD("posting twice books once", twice_is_once);
    ADD("a dropped transaction leaves nothing", dropped_is_dropped);
    ADD("undo restores", undo_restores);
    ADD("undo refuses what it must", undo_refuses);
    ADD("an unknown drug or box is refused", unknown_drug);
    ADD("a list narrows to box, drug and the last", listing);
    ADD("kinds are those of the schema", kinds_are_the_schemas);
    g_test_add_func("/ledger/kinds have keys, words and directions", kinds);
    g_test_add_func("/ledger/the chain is as told", the_chain_is_as_told);
    ADD("random histories: stock is the sum", stock_is_the_sum);
    ADD("random histories: undoing all leaves nothing", undoing_all_restores_nothing);
    ADD("random histories: replays change nothing", replays_change_nothing);
    g_test_add_func("/ledger/random histories: order does not matter", order_does_not_matter);
    return g_test_run();
}
