#include "schema/db.h"

#include <signal.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

#include <glib/gstdio.h>
#include <sqlite3.h>

#include "base/words.h"
#include "schema/sqlite.h"

/* A folder of its own for each test, removed with what is in it. */
struct place {
    char *folder, *path, *other;
};

static void
place_make(struct place *place, gconstpointer data)
{
    (void)data;
    place->folder = g_dir_make_tmp("medbox-db-XXXXXX", NULL);
    place->path = g_build_filename(place->folder, "a.db", NULL);
    place->other = g_build_filename(place->folder, "b.db", NULL);
}

static void
place_remove(struct place *place, gconstpointer data)
{
    GDir *dir = g_dir_open(place->folder, 0, NULL);
    const char *name;

    (void)data;
    while ((name = g_dir_read_name(dir)) != NULL) {
        g_autofree char *path = g_build_filename(place->folder, name, NULL);

        g_remove(path);
    }
    g_dir_close(dir);
    g_rmdir(place->folder);
    g_free(place->folder);
    g_free(place->path);
    g_free(place->other);
}

static struct db *
create(const char *path)
{
    struct db *db = NULL;
    GError *error = NULL;

    g_assert_true(db_open(path, DB_CREATE, &db, &error));
    g_assert_no_error(error);
    return db;
}

static void
refuses(const char *path, enum db_mode mode, enum err kind)
{
    struct db *db = NULL;
    GError *error = NULL;

    g_assert_false(db_open(path, mode, &db, &error));
    g_assert_null(db);
    g_assert_error(error, ERR, (int)kind);
    g_error_free(error);
}

static bool
add_area(struct db *db, int64_t id, const char *name, GError **error)
{
    struct db_stmt *q = db_query(
        db, "INSERT INTO area (id, tenant, kind, name) VALUES (:id, :id, 'district', :name)");

    db_bind_int(q, "id", id);
    db_bind_text(q, "name", name);
    return db_run(q, error);
}

static int64_t
areas(struct db *db)
{
    int64_t count = 0;

    g_assert_true(db_one_int(db_query(db, "SELECT count(*) FROM area"), 0, &count, NULL));
    return count;
}

static void
expect_private(const char *path)
{
    GStatBuf about;

    g_assert_cmpint(g_stat(path, &about), ==, 0);
    g_assert_cmpuint(about.st_mode & 0777, ==, 0600);
}

static void
opening(struct place *place, gconstpointer data)
{
    struct db *db;

    (void)data;
    refuses(place->path, DB_OPEN, ERR_MISSING);
    g_assert_false(g_file_test(place->path, G_FILE_TEST_EXISTS));
    db = create(place->path);
    g_assert_true(add_area(db, 1, "x", NULL));
    expect_private(place->path);
    db_close(db);
    refuses(place->path, DB_CREATE, ERR_REFUSED);
    g_assert_true(db_open(place->path, DB_OPEN, &db, NULL));
    g_assert_cmpint(areas(db), ==, 1);
    g_assert_cmpstr(db_path(db), ==, place->path);
    db_close(db);
    db_close(NULL);
}

static void
other_files(struct place *place, gconstpointer data)
{
    sqlite3 *foreign = NULL;

    (void)data;
    g_assert_true(g_file_set_contents(place->path, "not a database, but long enough to be one? no",
                                      -1, NULL));
    refuses(place->path, DB_OPEN, ERR_INPUT);
    g_assert_cmpint(sqlite3_open(place->other, &foreign), ==, SQLITE_OK);
    g_assert_cmpint(sqlite3_exec(foreign, "CREATE TABLE t (x)", NULL, NULL, NULL), ==, SQLITE_OK);
    sqlite3_close(foreign);
    refuses(place->other, DB_OPEN, ERR_INPUT);
}

static void
newer_files(struct place *place, gconstpointer data)
{
    struct db *db = create(place->path);

    (void)data;
    g_assert_true(db_run(db_query(db, "INSERT INTO schema_version (version) VALUES (9999)"), NULL));
    db_close(db);
    refuses(place->path, DB_OPEN, ERR_REFUSED);
}

/* ------------------------------------------------------------------------------------ upgrading */

/* The steps of this program and one more. */
static bool
open_further(const char *path, enum db_mode mode, const char *sql, struct db **db, GError **error)
{
    struct sqlite_step steps[32] = {0};
    int count = 0;

    for (; sqlite_steps[count].name != NULL; count++)
        steps[count] = sqlite_steps[count];
    steps[count] = (struct sqlite_step){"the next step", sql};
    return sqlite_open(path, mode, steps, db, error);
}

static int64_t
version_of(struct db *db)
{
    int64_t version = 0;

    g_assert_true(
        db_one_int(db_query(db, "SELECT max(version) FROM schema_version"), 0, &version, NULL));
    return version;
}

#define NEXT_STEP                                                                                  \
    "ALTER TABLE area ADD COLUMN note TEXT NOT NULL DEFAULT '';"                                   \
    "UPDATE area SET note = name || '!', name = upper(name);"                                      \
    "CREATE TABLE noted (n INTEGER) STRICT; INSERT INTO noted SELECT count(*) FROM area;"

/* An inventory of this version with two areas in it; what its version is. */
static int64_t
make_old(struct place *place)
{
    struct db *db = create(place->path);
    int64_t version = version_of(db);

    g_assert_true(add_area(db, 1, "a", NULL));
    g_assert_true(add_area(db, 2, "b", NULL));
    db_close(db);
    return version;
}

/* As it was before: nothing of the next step is there, and the next step can be taken. */
static void
expect_old(struct place *place, int64_t version)
{
    struct db *db;
    int64_t left = 0;

    g_assert_true(db_open(place->path, DB_OPEN, &db, NULL));
    g_assert_cmpint(version_of(db), ==, version);
    g_assert_cmpint(areas(db), ==, 2);
    g_assert_true(db_one_int(db_query(db, "SELECT count(*) FROM area WHERE name IN ('a', 'b')"), 0,
                             &left, NULL));
    g_assert_cmpint(left, ==, 2);
    g_assert_false(db_run(db_query(db, "SELECT note FROM area"), NULL));
    g_assert_false(db_run(db_query(db, "SELECT n FROM noted"), NULL));
    g_assert_true(db_check(db, NULL));
    db_close(db);
    g_assert_true(open_further(place->path, DB_OPEN, NEXT_STEP, &db, NULL));
    g_assert_cmpint(version_of(db), ==, version + 1);
    db_close(db);
}

static void
a_step_is_taken(struct place *place, gconstpointer data)
{
    int64_t version = make_old(place), count = 0;
    struct db *db;

    (void)data;
    for (int i = 0; i < 2; i++) { /* and taken once */
        g_assert_true(open_further(place->path, DB_OPEN, NEXT_STEP, &db, NULL));
        g_assert_cmpint(version_of(db), ==, version + 1);
        g_assert_true(db_one_int(
            db_query(db, "SELECT count(*) FROM area WHERE note IN ('a!', 'b!')"), 0, &count, NULL));
        g_assert_cmpint(count, ==, 2);
        g_assert_true(db_one_int(db_query(db, "SELECT sum(n) FROM noted"), 0, &count, NULL));
        g_assert_cmpint(count, ==, 2);
        g_assert_true(db_check(db, NULL));
        db_close(db);
    }
    refuses(place->path, DB_OPEN, ERR_REFUSED); /* this program does not know it */
}

static void
a_step_that_fails(struct place *place, gconstpointer data)
{
    static const char *const failing[] = {
        NEXT_STEP "SELECT nothing FROM nowhere;",
        NEXT_STEP "INSERT INTO area (id, tenant, kind, name) VALUES (3, 1, 'no kind', 'c');",
        NEXT_STEP "not even SQL",
    };
    int64_t version = make_old(place);
    struct db *db;

    (void)data;
    for (size_t i = 0; i < G_N_ELEMENTS(failing); i++) {
        g_autoptr(GError) error = NULL;

        g_assert_false(open_further(place->path, DB_OPEN, failing[i], &db, &error));
        g_assert_null(db);
        g_assert_error(error, ERR, ERR_BROKEN);
        g_assert_nonnull(strstr(error->message, "the next step"));
    }
    expect_old(place, version);
}

/* More than the cache holds, so that half of it is in the file's journal, and then no end. */
#define ENDLESS_STEP                                                                               \
    NEXT_STEP "PRAGMA cache_size = 10; CREATE TABLE large (bytes BLOB) STRICT;"                    \
              "WITH RECURSIVE n (n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM n WHERE n < 1000)"    \
              " INSERT INTO large SELECT zeroblob(4000) FROM n;"                                   \
              "WITH RECURSIVE n (n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM n)"                   \
              " SELECT count(*) FROM n;"

static void
killed_in_a_step(struct place *place, gconstpointer data)
{
    int64_t version = make_old(place);
    g_autofree char *journal = g_strconcat(place->path, "-wal", NULL);
    GStatBuf there = {0};
    int status = 0;
    pid_t child = fork();

    (void)data;
    g_assert_cmpint(child, >=, 0);
    if (child == 0) {
        struct db *db;

        _exit(open_further(place->path, DB_OPEN, ENDLESS_STEP, &db, NULL));
    }
    for (int i = 0; i < 3000 && there.st_size < 1000000; i++) {
        g_usleep(10000);
        if (g_stat(journal, &there) != 0)
            there.st_size = 0;
    }
    g_assert_cmpint(there.st_size, >=, 1000000);
    g_assert_cmpint(kill(child, SIGKILL), ==, 0);
    g_assert_cmpint(waitpid(child, &status, 0), ==, child);
    g_assert_true(WIFSIGNALED(status));
    expect_old(place, version);
}

static void
transactions(void)
{
    struct db *db = create(":memory:");

    g_assert_true(db_begin(db, NULL));
    g_assert_true(add_area(db, 1, "a", NULL));
    g_assert_true(db_begin(db, NULL));
    g_assert_true(add_area(db, 2, "b", NULL));
    g_assert_true(db_end(db, true, NULL));
    g_assert_true(db_in_transaction(db));
    g_assert_true(db_end(db, true, NULL));
    g_assert_cmpint(areas(db), ==, 2);

    g_assert_true(db_begin(db, NULL));
    g_assert_true(add_area(db, 3, "c", NULL));
    g_assert_true(db_begin(db, NULL));
    g_assert_true(add_area(db, 4, "d", NULL));
    g_assert_true(db_begin_read(db, NULL));
    g_assert_true(db_end(db, true, NULL));
    g_assert_false(db_end(db, false, NULL)); /* an inner one is dropped alone */
    g_assert_true(add_area(db, 5, "e", NULL));
    g_assert_true(db_end(db, true, NULL));
    g_assert_cmpint(areas(db), ==, 4);

    g_assert_true(db_begin(db, NULL));
    g_assert_true(db_begin(db, NULL));
    g_assert_true(add_area(db, 6, "f", NULL));
    g_assert_true(db_end(db, true, NULL));
    g_assert_false(db_end(db, false, NULL)); /* and goes with the outer one */
    g_assert_cmpint(areas(db), ==, 4);
    g_assert_false(db_in_transaction(db));
    db_close(db);
}

static void
statements(void)
{
    struct db *db = create(":memory:");
    struct db_stmt *q;
    GError *error = NULL;

    q = db_query(db, "SELECT :a, :b");
    db_bind_int(q, "a", 1);
    g_assert_false(db_run(q, &error)); /* b is not bound */
    g_assert_error(error, ERR, ERR_BROKEN);
    g_clear_error(&error);

    q = db_query(db, "SELECT :a");
    db_bind_int(q, "nothing", 1);
    g_assert_false(db_run(q, &error));
    g_assert_error(error, ERR, ERR_BROKEN);
    g_clear_error(&error);

    g_assert_false(db_run(db_query(db, "SELECT nothing FROM nowhere"), &error));
    g_assert_error(error, ERR, ERR_BROKEN);
    g_assert_nonnull(strstr(error->message, "SELECT nothing FROM nowhere"));
    g_clear_error(&error);

    g_assert_false(add_area(db, 1, "", &error)); /* a CHECK of the table */
    g_assert_error(error, ERR, ERR_BROKEN);
    g_clear_error(&error);
    g_assert_true(add_area(db, 1, "x", NULL)); /* the statement is as good as new */
    g_assert_cmpint(db_changed(db), ==, 1);
    db_close(db);
}

static void
columns(void)
{
    static const uint8_t bytes[] = {1, 0, 2};
    struct db *db = create(":memory:");
    struct db_stmt *q = db_query(db, "SELECT :n, :t, :b, :z, :e");
    size_t size = 0;
    const void *blob;

    db_bind_text(q, "t", "药");
    db_bind_int(q, "n", INT64_MIN);
    db_bind_blob(q, "b", bytes, sizeof(bytes));
    db_bind_null(q, "z");
    db_bind_text(q, "e", NULL);
    g_assert_true(db_row(q));
    g_assert_cmpint(db_int(q, 0), ==, INT64_MIN);
    g_assert_cmpstr(db_text(q, 1), ==, "药");
    blob = db_blob(q, 2, &size);
    g_assert_cmpuint(size, ==, sizeof(bytes));
    g_assert_cmpint(memcmp(blob, bytes, sizeof(bytes)), ==, 0);
    g_assert_true(db_is_null(q, 3));
    g_assert_true(db_is_null(q, 4));
    g_assert_cmpstr(db_text(q, 4), ==, "");
    g_assert_false(db_row(q));
    g_assert_true(db_done(q, NULL));
    db_close(db);
}

static void
copies(struct place *place, gconstpointer data)
{
    struct db *db = create(place->path), *copy = NULL;
    GError *error = NULL;

    (void)data;
    g_assert_true(add_area(db, 1, "first", NULL));
    g_assert_true(db_copy(db, place->other, NULL, NULL, NULL));
    expect_private(place->other);
    g_assert_false(db_copy(db, place->other, NULL, NULL, &error));
    g_assert_error(error, ERR, ERR_REFUSED);
    g_clear_error(&error);
    g_assert_true(add_area(db, 2, "second", NULL));
    g_assert_true(db_open(place->other, DB_OPEN, &copy, NULL));
    g_assert_cmpint(areas(copy), ==, 1);
    g_assert_true(db_check(copy, NULL));
    db_close(copy);
    g_assert_true(db_replace(db, place->other, NULL, NULL, NULL));
    g_assert_cmpint(areas(db), ==, 1);
    g_assert_true(add_area(db, 2, "again", NULL));
    db_close(db);
}

static void
orphans(void)
{
    struct db *db = create(":memory:");
    GError *error = NULL;

    g_assert_true(db_check(db, NULL));
    g_assert_true(db_run(db_query(db, "PRAGMA foreign_keys = OFF"), NULL));
    g_assert_true(db_run(db_query(db, "INSERT INTO area (id, parent, tenant, kind, name)"
                                      " VALUES (1, 99, 1, 'grid', 'x')"),
                         NULL));
    g_assert_false(db_check(db, &error));
    g_assert_error(error, ERR, ERR_BROKEN);
    g_error_free(error);
    db_close(db);
}

static void
two_writers(struct place *place, gconstpointer data)
{
    struct db *one = create(place->path), *other = NULL;
    int64_t version = 0;

    (void)data;
    g_assert_true(db_open(place->path, DB_OPEN, &other, NULL));
    g_assert_true(db_begin(one, NULL));
    g_assert_true(add_area(one, 1, "x", NULL));
    g_assert_cmpint(areas(other), ==, 0); /* a reader is not held up and sees what is committed */
    g_assert_true(db_end(one, true, NULL));
    g_assert_cmpint(areas(other), ==, 1);
    g_assert_true(
        db_one_int(db_query(other, "SELECT max(version) FROM schema_version"), 0, &version, NULL));
    g_assert_cmpint(version, >=, 1);
    db_close(one);
    db_close(other);
}

/* INSERT OR REPLACE deletes the row it replaces without asking the DELETE trigger, unless
 * recursive_triggers is on. */
static void
replacing(void)
{
    struct db *db = create(":memory:");
    GError *error = NULL;

    g_assert_true(add_area(db, 1, "x", NULL));
    g_assert_true(db_run(db_query(db, "INSERT INTO tenant (tenant) VALUES (1)"), NULL));
    g_assert_true(db_run(db_query(db, "INSERT INTO box (tenant, id, code, area, name, created_at)"
                                      " VALUES (1, 1, '0000000', 1, 'b', 0)"),
                         NULL));
    g_assert_true(
        db_run(db_query(db, "INSERT INTO drug (id, name, type, age, form, unit, day_units,"
                            " pack_units, class) VALUES (1, 'd', 1, 0, 'f', 'u', 1, 1, 'A')"),
               NULL));
    g_assert_true(
        db_run(db_query(db, "INSERT INTO movement (tenant, seq, uid, at, done_at, kind, box,"
                            " drug, expiry, lot, units, hash) VALUES (1, 1, zeroblob(16), 0,"
                            " 0, 1, 1, 1, 20000, '', 20, zeroblob(32))"),
               NULL));
    g_assert_false(
        db_run(db_query(db, "INSERT OR REPLACE INTO movement (tenant, seq, uid, at, done_at,"
                            " kind, box, drug, expiry, lot, units, hash) VALUES (1, 1,"
                            " zeroblob(16), 0, 0, 1, 1, 1, 20000, '', 99, zeroblob(32))"),
               &error));
    g_assert_nonnull(strstr(error->message, "only grows"));
    g_clear_error(&error);
    g_assert_false(db_run(db_query(db, "UPDATE movement SET units = 99"), &error));
    g_clear_error(&error);
    g_assert_false(db_run(db_query(db, "DELETE FROM movement"), &error));
    g_clear_error(&error);
    db_close(db);
}

static bool
write_setting(struct db *db, GError **error)
{
    return db_run(db_query(db, "INSERT INTO setting (area, key, value) VALUES (1, 'a', 'b')"
                               " ON CONFLICT (area, box, key) DO UPDATE SET value = 'c'"),
                  error);
}

static void
only_what_is_allowed(void)
{
    static const char *const settings[] = {"setting", NULL}, *const areas[] = {"area", NULL},
                             *const nothing[] = {NULL};
    struct db *db = create(":memory:");
    GError *error = NULL;
    int64_t count = 0;

    g_assert_true(add_area(db, 1, "x", NULL));
    g_assert_true(write_setting(db, NULL)); /* prepared while all was allowed */
    db_allow(db, areas);
    g_assert_false(write_setting(db, &error));
    g_assert_error(error, ERR, ERR_DENIED);
    g_assert_nonnull(strstr(error->message, "(setting)"));
    g_clear_error(&error);
    g_assert_true(add_area(db, 2, "y", NULL));
    db_allow(db, settings);
    g_assert_true(write_setting(db, NULL));
    g_assert_false(add_area(db, 3, "z", &error));
    g_assert_error(error, ERR, ERR_DENIED);
    g_clear_error(&error);
    db_allow(db, nothing);
    g_assert_false(db_run(db_query(db, "DELETE FROM area"), &error));
    g_assert_error(error, ERR, ERR_DENIED);
    g_clear_error(&error);
    g_assert_true(db_one_int(db_query(db, "SELECT count(*) FROM area"), 0, &count, NULL));
    g_assert_cmpint(count, ==, 2);
    db_allow(db, NULL);
    g_assert_true(add_area(db, 3, "z", NULL));
    db_close(db);
}

/* What cannot be said in rows of a table is allowed to nobody; a transaction is. */
static void
nothing_but_rows(void)
{
    static const char *const settings[] = {"setting", NULL};
    struct db *db = create(":memory:");
    GError *error = NULL;
    int64_t on = 0;

    g_assert_true(add_area(db, 1, "x", NULL));
    db_allow(db, settings);
    g_assert_false(db_run(db_query(db, "CREATE TABLE setting_too (a INTEGER)"), &error));
    g_assert_error(error, ERR, ERR_DENIED);
    g_clear_error(&error);
    g_assert_false(db_run(db_query(db, "DROP TRIGGER movement_stays"), &error));
    g_assert_error(error, ERR, ERR_DENIED);
    g_clear_error(&error);
    g_assert_false(db_run(db_query(db, "PRAGMA recursive_triggers = OFF"), &error));
    g_assert_error(error, ERR, ERR_DENIED);
    g_clear_error(&error);
    g_assert_true(sqlite_number(db, "PRAGMA recursive_triggers", &on, &error));
    g_assert_cmpint(on, ==, 1);
    g_assert_false(db_run(db_query(db, "ATTACH ':memory:' AS other"), &error));
    g_assert_error(error, ERR, ERR_DENIED);
    g_clear_error(&error);
    g_assert_true(db_begin(db, NULL));
    g_assert_true(db_begin(db, NULL));
    g_assert_true(write_setting(db, NULL));
    g_assert_true(db_end(db, true, NULL));
    g_assert_true(db_end(db, true, NULL));
    db_close(db);
}

/* A statement that is prepared anew because the tables changed, and one that writes by a trigger. */
static void
what_a_trigger_writes(void)
{
    static const char *const settings[] = {"setting", NULL};
    struct db *db = create(":memory:");
    GError *error = NULL;

    g_assert_true(add_area(db, 1, "x", NULL));
    g_assert_true(write_setting(db, NULL));
    g_assert_true(
        db_run(db_query(db, "CREATE TRIGGER tell AFTER UPDATE ON setting BEGIN UPDATE area"
                            " SET name = 'told'; END"),
               NULL));
    g_assert_true(write_setting(db, NULL));
    db_allow(db, settings);
    g_assert_false(write_setting(db, &error));
    g_assert_error(error, ERR, ERR_DENIED);
    g_assert_nonnull(strstr(error->message, "(area)"));
    g_clear_error(&error);
    db_close(db);
}

int
main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    words_use(WORDS_EN);
    g_test_add_func("/db/only what is allowed is written", only_what_is_allowed);
    g_test_add_func("/db/nothing but rows is written", nothing_but_rows);
    g_test_add_func("/db/what a trigger writes counts", what_a_trigger_writes);
    g_test_add("/db/a file is made once and opened after", struct place, NULL, place_make, opening,
               place_remove);
    g_test_add("/db/another program's file is refused", struct place, NULL, place_make, other_files,
               place_remove);
    g_test_add("/db/a newer file is refused", struct place, NULL, place_make, newer_files,
               place_remove);
    g_test_add("/db/a further step is taken once", struct place, NULL, place_make, a_step_is_taken,
               place_remove);
    g_test_add("/db/a step that fails leaves nothing", struct place, NULL, place_make,
               a_step_that_fails, place_remove);
    g_test_add("/db/one killed in a step leaves nothing", struct place, NULL, place_make,
               killed_in_a_step, place_remove);
    g_test_add_func("/db/transactions nest and fall together", transactions);
    g_test_add_func("/db/a statement carries its first failure", statements);
    g_test_add_func("/db/values come back as they went in", columns);
    g_test_add("/db/a copy is whole and can be put back", struct place, NULL, place_make, copies,
               place_remove);
    g_test_add_func("/db/rows that point nowhere are found", orphans);
    g_test_add("/db/readers see what is committed", struct place, NULL, place_make, two_writers,
               place_remove);
    g_test_add_func("/db/the ledger can't be replaced, changed or deleted", replacing);
    return g_test_run();
}
