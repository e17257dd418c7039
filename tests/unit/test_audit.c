#include "inventory/audit.h"

#include <glib/gstdio.h>
#include <sqlite3.h>

#include "inventory/stock.h"

#include "tests/unit/fixture.h"

/* A ledger of seven movements in a file, and a second file that is a copy to be spoiled. */
struct books {
    struct fixture f;
    char *folder, *whole, *spoiled;
};

static void
post(struct fixture *f, enum movement_kind kind, enum fixture_drug drug, int32_t units,
     const char *lot, const char *pack)
{
    static const uint8_t household[MOVEMENT_HOUSEHOLD_SIZE] = {7, 7, 7};
    struct movement m = {
        .uid = fixture_uuid(f),
        .at = FIXTURE_NOW,
        .kind = kind,
        .box = f->lobby,
        .drug = f->drugs[drug],
        .expiry = drug == THERMOMETER ? DAY_NEVER : (struct day){21000},
        .lot = lot,
        .units = units,
        .pack = pack,
        .household = kind == MOVEMENT_TAKE ? household : NULL,
        .person = 3,
        .reason = kind == MOVEMENT_DISCARD ? "torn" : NULL,
    };
    bool repeated;
    GError *error = NULL;

    g_assert_true(ledger_begin(f->inventory, NULL));
    g_assert_true(ledger_post(f->inventory, &m, &repeated, &error));
    g_assert_no_error(error);
    g_assert_true(ledger_end(f->inventory, true, NULL));
}

/* The same, done at a moment of its own. */
static void
post_done(struct fixture *f, enum movement_kind kind, enum fixture_drug drug, int32_t units,
          const char *lot, int64_t done_at)
{
    struct movement m = {
        .uid = fixture_uuid(f),
        .at = FIXTURE_NOW + FIXTURE_DAY_MS,
        .done_at = done_at,
        .kind = kind,
        .box = f->lobby,
        .drug = f->drugs[drug],
        .expiry = {21000},
        .lot = lot,
        .units = units,
    };
    bool repeated;

    g_assert_true(ledger_begin(f->inventory, NULL));
    g_assert_true(ledger_end(f->inventory, ledger_post(f->inventory, &m, &repeated, NULL), NULL));
}

static void
undo(struct fixture *f, int64_t seq)
{
    struct movement m = {.uid = fixture_uuid(f), .at = FIXTURE_NOW};
    bool repeated;

    g_assert_true(ledger_begin(f->inventory, NULL));
    g_assert_true(ledger_undo(f->inventory, seq, &m, &repeated, NULL));
    g_assert_true(ledger_end(f->inventory, true, NULL));
}

static void
books_open(struct books *books, gconstpointer data)
{
    struct fixture *f = &books->f;

    (void)data;
    books->folder = g_dir_make_tmp("medbox-audit-XXXXXX", NULL);
    books->whole = g_build_filename(books->folder, "whole.db", NULL);
    books->spoiled = g_build_filename(books->folder, "spoiled.db", NULL);
    fixture_open_at(f, books->whole);
    post(f, MOVEMENT_DONATE, TABLETS, 12, "A1", "83000000000000000001");
    post(f, MOVEMENT_DONATE, SYRUP, 100, "S1", NULL);
    post(f, MOVEMENT_TAKE, TABLETS, 4, "A1", NULL);
    post(f, MOVEMENT_TAKE, SYRUP, 20, "S1", NULL);
    undo(f, 4);
    post(f, MOVEMENT_DISCARD, TABLETS, 1, "A1", NULL);
    post(f, MOVEMENT_DONATE, THERMOMETER, 2, "", NULL);
}

static void
books_close(struct books *books, gconstpointer data)
{
    const char *const ends[] = {"", "-wal", "-shm"};

    (void)data;
    inventory_close(books->f.inventory);
    for (size_t i = 0; i < G_N_ELEMENTS(ends); i++) {
        g_autofree char *whole = g_strconcat(books->whole, ends[i], NULL);
        g_autofree char *spoiled = g_strconcat(books->spoiled, ends[i], NULL);

        g_remove(whole), g_remove(spoiled);
    }
    g_rmdir(books->folder);
    g_free(books->folder), g_free(books->whole), g_free(books->spoiled);
}

static void
run_audit(struct inventory *inventory, struct audit *audit)
{
    GError *error = NULL;

    g_assert_true(audit_run(inventory, NULL, NULL, audit, &error));
    g_assert_no_error(error);
}

/* What keeps the ledger from being changed, as the schema has it. */
#define GUARDS                                                                                     \
    "CREATE TRIGGER movement_stays BEFORE UPDATE ON movement\n"                                    \
    "BEGIN SELECT RAISE(ABORT, 'the ledger only grows'); END;"                                     \
    "CREATE TRIGGER movement_remains BEFORE DELETE ON movement\n"                                  \
    "BEGIN SELECT RAISE(ABORT, 'the ledger only grows'); END;"

/* Does to a copy of the books what only somebody with the file in hand can do, and covers the traces. */
static void
spoil(struct books *books, const char *sql)
{
    g_autofree char *all =
        g_strconcat("PRAGMA foreign_keys = OFF; PRAGMA ignore_check_constraints = ON;"
                    "DROP TRIGGER movement_stays; DROP TRIGGER movement_remains;",
                    sql, ";", GUARDS, NULL);
    g_autofree char *bytes = NULL;
    gsize size = 0;
    sqlite3 *db = NULL;
    char *why = NULL;

    inventory_close(books->f.inventory); /* all of it is in the one file then */
    g_assert_true(g_file_get_contents(books->whole, &bytes, &size, NULL));
    g_assert_true(g_file_set_contents(books->spoiled, bytes, (gssize)size, NULL));
    g_assert_true(inventory_open(books->whole, &books->f.inventory, NULL));
    g_assert_cmpint(sqlite3_open(books->spoiled, &db), ==, SQLITE_OK);
    sqlite3_exec(db, all, NULL, NULL, &why);
    g_assert_cmpstr(why, ==, NULL);
    g_assert_cmpint(sqlite3_total_changes(db), >, 0);
    g_assert_cmpint(sqlite3_close(db), ==, SQLITE_OK);
}

/* Audits the spoiled copy. */
static void
audit_spoiled(struct books *books, struct audit *audit)
{
    struct inventory *inventory = NULL;
    GError *error = NULL;

    g_assert_true(inventory_open(books->spoiled, &inventory, &error));
    g_assert_no_error(error);
    run_audit(inventory, audit);
    inventory_close(inventory);
}

static bool
found(const struct audit *audit, const char *part)
{
    for (guint i = 0; i < audit->findings->len; i++)
        if (strstr(audit->findings->pdata[i], part) != NULL)
            return true;
    return false;
}

/* A change that must be found, in words with this part, and so often in all (0: any number). */
static void
must_find(struct books *books, const char *sql, const char *part, guint findings)
{
    struct audit audit;

    g_test_message("%s", sql);
    spoil(books, sql);
    audit_spoiled(books, &audit);
    for (guint i = 0; i < audit.findings->len; i++)
        g_test_message("  %s", (const char *)audit.findings->pdata[i]);
    g_assert_true(found(&audit, part));
    if (findings > 0)
        g_assert_cmpuint(audit.findings->len, ==, findings);
    audit_clear(&audit);
}

/* SQL that puts some bytes of a shelf (shelf.h) in the place of others, both in hexadecimal. */
#define SHELF(from, to)                                                                            \
    "UPDATE shelf SET holds = CAST(replace(CAST(holds AS TEXT), CAST(x'" from                      \
    "' AS TEXT), CAST(x'" to "' AS TEXT)) AS BLOB);"
#define A1                                                                                         \
    "4848050702"                                                                                   \
    "4131"                         /* seven of batch A1, until day 21000 */
#define UNDATED "60424C0B0200"     /* two without a batch */
#define THE_UNDATED "0606" UNDATED /* with their medicine, the sixth */
#define NO_SYRUP "0200"            /* none left of drug 2 */

/* ----------------------------------------------------------------------------------------- clean */

static void
clean_is_clean(struct books *books, gconstpointer data)
{
    struct audit audit, again;

    (void)data;
    run_audit(books->f.inventory, &audit);
    g_assert_cmpuint(audit.findings->len, ==, 0);
    g_assert_cmpint(audit.movements, ==, 7);
    g_assert_cmpuint(strlen(audit.head), ==, 64);
    g_assert_cmpuint(strspn(audit.head, "0123456789abcdef"), ==, 64);
    run_audit(books->f.inventory, &again);
    g_assert_cmpstr(again.head, ==, audit.head);
    audit_clear(&audit), audit_clear(&again);
}

static void
an_empty_ledger_is_clean(struct books *books, gconstpointer data)
{
    struct inventory_plan plan = {.city = "city", .district = "district", .empty = true};
    struct inventory *inventory = NULL;
    struct audit audit;

    (void)books, (void)data;
    g_assert_true(inventory_create(":memory:", &plan, &inventory, NULL));
    run_audit(inventory, &audit);
    g_assert_cmpuint(audit.findings->len, ==, 0);
    g_assert_cmpint(audit.movements, ==, 0);
    g_assert_cmpuint(strspn(audit.head, "0"), ==, 64);
    audit_clear(&audit);
    inventory_close(inventory);
}

/* Everything that rightly changes the books leaves them whole. */
static void
in_use_it_stays_clean(struct books *books, gconstpointer data)
{
    struct drug *drug = NULL;

    (void)data;
    g_assert_true(drug_by_id(books->f.inventory, books->f.drugs[TABLETS], &drug, NULL));
    drug->type = DRUG_PAIN;
    drug->day_units = 7;
    g_assert_true(drug_edit(books->f.inventory, drug, NULL));
    drug_free(drug);
    fixture_audit(&books->f);
    g_assert_true(setting_set(books->f.inventory, "utc-offset", (struct area_id){0},
                              (struct box_id){0}, "-720", NULL));
    fixture_audit(&books->f);
    undo(&books->f, 3);
    undo(&books->f, 7);
    fixture_audit(&books->f);
}

/* Two medicines of one type come and go, in whatever order it is heard of. */
static void
in_any_order_it_stays_clean(struct books *books, gconstpointer data)
{
    struct fixture *f = &books->f;
    int32_t there[FIXTURE_DRUGS] = {0};
    struct drug *drug = NULL;

    (void)data;
    g_assert_true(drug_by_id(f->inventory, f->drugs[COLD_TABLETS], &drug, NULL));
    drug->type = DRUG_FEVER; /* beside the other */
    g_assert_true(drug_edit(f->inventory, drug, NULL));
    for (int i = 0; i < 300; i++) {
        enum fixture_drug which = g_test_rand_int() % 2 == 0 ? COLD_TABLETS : SYRUP;
        int64_t done_at = FIXTURE_NOW + g_test_rand_int_range(0, 20) * 1000;

        if (there[which] > 0) {
            post_done(f, MOVEMENT_TAKE, which, there[which], "R1", done_at);
            there[which] = 0;
        } else {
            there[which] = g_test_rand_int_range(1, 30);
            post_done(f, MOVEMENT_DONATE, which, there[which], "R1", done_at);
        }
    }
    fixture_audit(f);
    drug->age = DRUG_CHILD; /* one cell with the syrup */
    g_assert_true(drug_edit(f->inventory, drug, NULL));
    fixture_audit(f);
    for (int i = 0; i < 20; i++)
        post_done(f, MOVEMENT_DONATE, i % 2 == 0 ? COLD_TABLETS : SYRUP, 1, "R1", FIXTURE_NOW + i);
    fixture_audit(f);
    drug_free(drug);
}

static void
the_head_changes_with_every_booking(struct books *books, gconstpointer data)
{
    struct audit before, after;

    (void)data;
    run_audit(books->f.inventory, &before);
    post(&books->f, MOVEMENT_TAKE, TABLETS, 1, "A1", NULL);
    run_audit(books->f.inventory, &after);
    g_assert_cmpstr(after.head, !=, before.head);
    g_assert_cmpint(after.movements, ==, 8);
    audit_clear(&before), audit_clear(&after);
}

struct told {
    int64_t done, all;
    int times;
};

static void
note_progress(int64_t done, int64_t all, void *data)
{
    struct told *told = data;

    g_assert_cmpint(done, >, told->done);
    *told = (struct told){done, all, told->times + 1};
}

static void
progress_is_told(struct books *books, gconstpointer data)
{
    struct told told = {.times = 0};
    struct audit audit;

    (void)data;
    g_assert_true(ledger_begin(books->f.inventory, NULL));
    for (int i = 0; i < 20000; i++)
        post(&books->f, MOVEMENT_DONATE, SYRUP, 1, "S1", NULL);
    g_assert_true(ledger_end(books->f.inventory, true, NULL));
    g_assert_true(audit_run(books->f.inventory, note_progress, &told, &audit, NULL));
    g_assert_cmpuint(audit.findings->len, ==, 0);
    g_assert_cmpint(told.times, ==, 2);
    g_assert_cmpint(told.done, ==, 20000);
    g_assert_cmpint(told.all, ==, 20007);
    audit_clear(&audit);
}

/* ------------------------------------------------------------------------------------ the ledger */

static void
a_changed_movement(struct books *books, gconstpointer data)
{
    const char *const changes[] = {
        "uid = randomblob(16)",
        "at = at + 1",
        "done_at = done_at - 1",
        "kind = 7",
        "box = 2",
        "drug = 2",
        "expiry = expiry + 1",
        "lot = 'A2'",
        "lot = ''",
        "units = units + 1",
        "reverses = 1",
        "pack = 'x'",
        "pack = ''",
        "household = NULL",
        "household = zeroblob(32)",
        "person = 4",
        "person = NULL",
        "transfer = 1",
        "reason = 'x'",
        "hash = randomblob(32)",
    };

    (void)data;
    for (size_t i = 0; i < G_N_ELEMENTS(changes); i++) {
        g_autofree char *sql = g_strdup_printf("UPDATE movement SET %s WHERE seq = 3", changes[i]);

        must_find(books, sql, "booking 3 was changed", 0);
    }
}

static void
the_first_and_the_last(struct books *books, gconstpointer data)
{
    (void)data;
    must_find(books, "UPDATE movement SET at = at + 1 WHERE seq = 1", "booking 1 was changed", 2);
    must_find(books, "UPDATE movement SET at = at + 1 WHERE seq = 7", "booking 7 was changed", 1);
    must_find(books, "UPDATE movement SET pack = 'y' WHERE seq = 1", "booking 1 was changed", 0);
}

/* Stock changed along with the movement agrees with it, and the chain does not. */
static void
a_change_carried_through(struct books *books, gconstpointer data)
{
    (void)data;
    must_find(books,
              "UPDATE movement SET units = 9 WHERE seq = 7; UPDATE stock SET units = 9 WHERE"
              " expiry = 2932896;" SHELF(UNDATED, "60424C0B0900"),
              "booking 7 was changed", 1);
}

static void
a_missing_movement(struct books *books, gconstpointer data)
{
    (void)data;
    must_find(books, "DELETE FROM movement WHERE seq = 3", "booking 3 is missing", 0);
    must_find(books, "DELETE FROM movement WHERE seq IN (2, 3, 4)", "bookings 2 to 4 are missing",
              0);
    must_find(books, "DELETE FROM movement WHERE seq = 1", "booking 1 is missing", 0);
    must_find(books, "DELETE FROM movement WHERE seq = 7", "ends at booking 6, but 7 were booked",
              0);
    must_find(books, "DELETE FROM movement", "ends at booking 0, but 7 were booked", 0);
}

/* The gap is closed by giving those behind it new numbers. */
static void
a_gap_that_was_closed(struct books *books, gconstpointer data)
{
    (void)data;
    must_find(books,
              "DELETE FROM movement WHERE seq = 6; UPDATE movement SET seq = 6 WHERE seq = 7;"
              "UPDATE tenant SET seq = 6",
              "booking 6 was changed", 0);
}

static void
reordered_movements(struct books *books, gconstpointer data)
{
    const char *const swap = "UPDATE movement SET seq = 1003 WHERE seq = 3;"
                             "UPDATE movement SET seq = 3 WHERE seq = 2;"
                             "UPDATE movement SET seq = 2 WHERE seq = 1003;";

    (void)data;
    must_find(books, swap, "booking 2 was changed", 0);
    must_find(books, swap, "booking 3 was changed", 0);
}

static void
one_slipped_in(struct books *books, gconstpointer data)
{
    (void)data;
    must_find(books,
              "INSERT INTO movement (tenant, seq, uid, at, done_at, kind, box, drug, expiry, lot,"
              " units, hash) SELECT tenant, 8, randomblob(16), at, done_at, kind, box, drug,"
              " expiry, lot, units, hash FROM movement WHERE seq = 7; UPDATE tenant SET seq = 8",
              "booking 8 was changed", 0);
    must_find(books,
              "INSERT INTO movement (tenant, seq, uid, at, done_at, kind, box, drug, expiry, lot,"
              " units, hash) SELECT tenant, 9, randomblob(16), at, done_at, kind, box, drug,"
              " expiry, lot, units, hash FROM movement WHERE seq = 7",
              "booking 8 is missing", 0);
}

static void
a_changed_head(struct books *books, gconstpointer data)
{
    (void)data;
    must_find(books, "UPDATE tenant SET seq = 8", "ends at booking 7, but 8 were booked", 1);
    must_find(books, "UPDATE tenant SET seq = 6", "ends at booking 7, but 6 were booked", 1);
    must_find(books, "UPDATE tenant SET hash = zeroblob(32)", "does not fit booking 7", 1);
}

/* Values that C and the chain would read as the old ones. */
static void
what_the_chain_can_t_see(struct books *books, gconstpointer data)
{
    (void)data;
    must_find(books,
              "UPDATE movement SET expiry = expiry + 4294967296 WHERE drug = 1;"
              "UPDATE stock SET expiry = expiry + 4294967296 WHERE drug = 1",
              "booking 1 was changed", 0);
    must_find(books, "UPDATE movement SET units = units + 4294967296 WHERE seq = 7",
              "booking 7 was changed", 0);
    must_find(books, "UPDATE movement SET reason = reason || char(0) || 'x' WHERE seq = 6",
              "booking 6 was changed", 0);
    must_find(books, "UPDATE movement SET lot = lot || char(0) || 'x' WHERE seq = 2",
              "booking 2 was changed", 0);
    must_find(books, "UPDATE movement SET pack = pack || char(0) WHERE seq = 1",
              "booking 1 was changed", 0);
    must_find(books, "UPDATE movement SET household = x'07' WHERE seq = 1", "booking 1 was changed",
              0);
    must_find(books, "UPDATE movement SET household = zeroblob(33) WHERE seq = 3",
              "booking 3 was changed", 0);
    must_find(books, "UPDATE movement SET hash = x'07' WHERE seq = 3", "booking 3 was changed", 0);
    must_find(books, "UPDATE movement SET uid = x'07' WHERE seq = 3", "booking 3 was changed", 0);
}

/* -------------------------------------------------------------------------------- what follows it */

static void
tampered_stock(struct books *books, gconstpointer data)
{
    const char *const says = "stock differs from the ledger";

    (void)data;
    must_find(books, "UPDATE stock SET units = units - 1 WHERE drug = 1", "paracetamol (+1)", 0);
    must_find(books, "UPDATE stock SET units = units + 5 WHERE drug = 2", "ibuprofen (-5)", 0);
    must_find(books, "UPDATE stock SET units = units + 1", says, 0);
    must_find(books, "UPDATE stock SET lot = 'A2' WHERE drug = 1", says, 4);
    must_find(books, "UPDATE stock SET expiry = expiry + 1 WHERE drug = 1", says, 4);
    must_find(books, "UPDATE stock SET box = 2 WHERE drug = 1", says, 0);
    must_find(books, "DELETE FROM stock WHERE drug = 1", says, 0);
    must_find(books,
              "INSERT INTO stock (tenant, box, drug, expiry, lot, units)"
              " SELECT tenant, 2, drug, expiry, lot, 1 FROM stock WHERE drug = 1",
              says, 0);
}

static void
tampered_shelves(struct books *books, gconstpointer data)
{
    const char *const says = "the summary of a box differs from its stock";

    (void)data;
    must_find(books, SHELF(A1, "48480508024131"), "paracetamol (-1)", 1);
    must_find(books, SHELF(A1, "48480501024131"), "paracetamol (+6)", 1);
    must_find(books, SHELF(A1, "48480507024132"), "paracetamol (+0)", 1);
    must_find(books, SHELF(A1, "49480507024131"), "paracetamol (+0)", 1);
    must_find(books, SHELF("02084848", "03084848"), says, 2);
    must_find(books, "UPDATE shelf SET holds = x''", says, 3);
    must_find(books, "UPDATE shelf SET box = 2", says, 6);
    must_find(books, "INSERT INTO shelf (tenant, box, holds) SELECT tenant, 2, holds FROM shelf",
              says, 3);
    must_find(books, "UPDATE shelf SET holds = CAST(holds || x'2800' AS BLOB)", says, 1);
}

/* What was there once is kept, though there is none left. */
static void
a_shelf_that_forgot(struct books *books, gconstpointer data)
{
    (void)data;
    post_done(&books->f, MOVEMENT_TAKE, SYRUP, 100, "S1", FIXTURE_NOW + 2000);
    must_find(books, SHELF("31020006", "3106"), "ibuprofen (+0)", 1);
}

/* Where there is none at all it is made, by the first who opens the inventory. */
static void
a_shelf_that_is_not_there_is_made(struct books *books, gconstpointer data)
{
    struct inventory *inventory = NULL;
    struct audit audit;
    int64_t units;

    (void)data;
    spoil(books, "DELETE FROM shelf");
    audit_spoiled(books, &audit);
    g_assert_cmpuint(audit.findings->len, ==, 0);
    audit_clear(&audit);
    g_assert_true(inventory_open(books->spoiled, &inventory, NULL));
    g_assert_true(stock_units(inventory, books->f.lobby, books->f.drugs[TABLETS], &units, NULL));
    g_assert_cmpint(units, ==, 7);
    inventory_close(inventory);
}

/* Bytes that are no shelf are found, wherever they end, and nothing is booked on them. */
static void
a_broken_shelf(struct books *books, gconstpointer data)
{
    (void)data;
    for (int size = 1; size < 30; size++) {
        g_autofree char *cut =
            g_strdup_printf("UPDATE shelf SET holds = substr(holds, 1, length(holds) - %d)", size);

        must_find(books, cut, "the summary of a box differs from its stock", 0);
    }
    must_find(books, "UPDATE shelf SET holds = zeroblob(7)",
              "the summary of a box differs from its stock", 0);
    must_find(books, "UPDATE shelf SET holds = x'FFFFFFFFFFFFFFFFFFFFFFFFFF'",
              "the summary of a box differs from its stock", 0);
}

static void
nothing_is_booked_on_a_broken_shelf(struct books *books, gconstpointer data)
{
    const char *const cases[] = {SHELF(A1, "48480501024131"), "UPDATE shelf SET holds = x''",
                                 "UPDATE shelf SET holds = x'4848'"};

    (void)data;
    for (size_t i = 0; i < G_N_ELEMENTS(cases); i++) {
        struct movement m = {.uid = fixture_uuid(&books->f),
                             .at = FIXTURE_NOW,
                             .kind = MOVEMENT_TAKE,
                             .box = books->f.lobby,
                             .drug = books->f.drugs[TABLETS],
                             .expiry = {21000},
                             .lot = "A1",
                             .units = 5};
        struct inventory *inventory = NULL;
        GError *error = NULL;
        bool repeated;

        spoil(books, cases[i]);
        g_assert_true(inventory_open(books->spoiled, &inventory, NULL));
        g_assert_true(ledger_begin(inventory, NULL));
        g_assert_false(ledger_post(inventory, &m, &repeated, &error));
        g_assert_error(error, ERR, ERR_BROKEN);
        g_error_free(error);
        ledger_end(inventory, false, NULL);
        inventory_close(inventory);
    }
}

static void
tampered_lots(struct books *books, gconstpointer data)
{
    const char *const says = "a batch differs from the ledger";

    (void)data;
    must_find(books, "DELETE FROM lot WHERE lot = 'A1'",
              "paracetamol, A1 (in a box, but not known)", 1);
    must_find(books, "UPDATE lot SET expiry = expiry + 1 WHERE lot = 'A1'", says, 2);
    must_find(books, "UPDATE lot SET first_at = first_at + 1 WHERE lot = 'A1'", says, 1);
    must_find(books,
              "INSERT INTO lot (tenant, drug, lot, expiry, first_at)"
              " SELECT tenant, drug, 'B2', expiry, first_at FROM lot WHERE lot = 'A1'",
              "B2 (known, but never brought)", 1);
}

static void
tampered_use(struct books *books, gconstpointer data)
{
    const char *const says = "the use of a day differs from the ledger";

    (void)data;
    must_find(books, "UPDATE use_day SET amount = amount + 1 WHERE age = 1", says, 1);
    must_find(books, "UPDATE use_day SET day = day - 1 WHERE age = 1", says, 2);
    must_find(books, "DELETE FROM use_day WHERE age = 1", says, 1);
    must_find(books, "UPDATE use_day SET amount = 1 WHERE age = 2", says, 1); /* it was undone */
}

static void
what_is_found_names_its_place(struct books *books, gconstpointer data)
{
    struct box *box = NULL;
    struct boxcode code;
    char printed[BOXCODE_PRINT_SIZE];

    (void)data;
    g_assert_true(box_by_id(books->f.inventory, books->f.lobby, &box, NULL));
    g_assert_true(boxcode_parse(box->code, &code, NULL));
    boxcode_format(code, printed);
    must_find(books, "UPDATE stock SET units = units + 1 WHERE drug = 1", printed, 0);
    must_find(books, SHELF(A1, "48480508024131"), printed, 1);
    must_find(books, "UPDATE use_day SET amount = 1", "fever", 0);
    box_free(box);
}

static void
findings_come_to_an_end(struct books *books, gconstpointer data)
{
    struct audit audit;

    (void)data;
    for (int i = 0; i < AUDIT_FINDINGS_MAX + 5; i++)
        post(&books->f, MOVEMENT_DONATE, SYRUP, 1, "S1", NULL);
    spoil(books, "UPDATE movement SET at = at + 1");
    audit_spoiled(books, &audit);
    g_assert_cmpuint(audit.findings->len, ==, AUDIT_FINDINGS_MAX);
    g_assert_cmpint(audit.movements, ==, 7 + AUDIT_FINDINGS_MAX + 5); /* read to the end */
    audit_clear(&audit);
}

/* The end torn off and every trace of it wiped out: nothing is found in the file itself, and whoever
 * wrote down the head sees it. */
static void
the_head_tells_what_the_file_can_t(struct books *books, gconstpointer data)
{
    struct audit whole, torn;

    (void)data;
    run_audit(books->f.inventory, &whole);
    spoil(books, "DELETE FROM movement WHERE seq = 7;"
                 "UPDATE tenant SET seq = 6, hash = (SELECT hash FROM movement WHERE seq = 6);"
                 "DELETE FROM stock WHERE expiry = 2932896;" SHELF(THE_UNDATED, ""));
    audit_spoiled(books, &torn);
    g_assert_cmpuint(torn.findings->len, ==, 0);
    g_assert_cmpint(torn.movements, ==, 6);
    g_assert_cmpstr(torn.head, !=, whole.head);
    audit_clear(&whole), audit_clear(&torn);
}

/* The triggers stand in the way of anybody who comes through the door. */
static void
the_ledger_only_grows(struct books *books, gconstpointer data)
{
    const char *const forbidden[] = {"UPDATE movement SET units = 1 WHERE seq = 1",
                                     "DELETE FROM movement WHERE seq = 1"};
    sqlite3 *db = NULL;

    (void)data;
    g_assert_cmpint(sqlite3_open(books->whole, &db), ==, SQLITE_OK);
    for (size_t i = 0; i < G_N_ELEMENTS(forbidden); i++) {
        char *why = NULL;

        g_assert_cmpint(sqlite3_exec(db, forbidden[i], NULL, NULL, &why), ==, SQLITE_CONSTRAINT);
        g_assert_cmpstr(why, ==, "the ledger only grows");
        sqlite3_free(why);
    }
    g_assert_cmpint(sqlite3_close(db), ==, SQLITE_OK);
    fixture_audit(&books->f);
}

int
main(int argc, char **argv)
{
    static const struct {
        const char *name;
        void (*run)(struct books *, gconstpointer);
    } tests[] = {
        {"/audit/clean is clean", clean_is_clean},
        {"/audit/an empty ledger is clean", an_empty_ledger_is_clean},
        {"/audit/in use it stays clean", in_use_it_stays_clean},
        {"/audit/in any order it stays clean", in_any_order_it_stays_clean},
        {"/audit/the head changes with every booking", the_head_changes_with_every_booking},
        {"/audit/progress is told", progress_is_told},
        {"/audit/a changed movement", a_changed_movement},
        {"/audit/the first and the last", the_first_and_the_last},
        {"/audit/a change carried through", a_change_carried_through},
        {"/audit/a missing movement", a_missing_movement},
        {"/audit/a gap that was closed", a_gap_that_was_closed},
        {"/audit/reordered movements", reordered_movements},
        {"/audit/one slipped in", one_slipped_in},
        {"/audit/a changed head", a_changed_head},
        {"/audit/what the chain can't see", what_the_chain_can_t_see},
        {"/audit/tampered stock", tampered_stock},
        {"/audit/tampered shelves", tampered_shelves},
        {"/audit/a shelf that forgot", a_shelf_that_forgot},
        {"/audit/a shelf that is not there is made", a_shelf_that_is_not_there_is_made},
        {"/audit/a broken shelf", a_broken_shelf},
        {"/audit/nothing is booked on a broken shelf", nothing_is_booked_on_a_broken_shelf},
        {"/audit/tampered lots", tampered_lots},
        {"/audit/tampered use", tampered_use},
        {"/audit/what is found names its place", what_is_found_names_its_place},
        {"/audit/findings come to an end", findings_come_to_an_end},
        {"/audit/the head tells what the file can't", the_head_tells_what_the_file_can_t},
        {"/audit/the ledger only grows", the_ledger_only_grows},
    };

    g_test_init(&argc, &argv, NULL);
    for (size_t i = 0; i < G_N_ELEMENTS(tests); i++)
        g_test_add(tests[i].name, struct books, NULL, books_open, tests[i].run, books_close);
    return g_test_run();
}
