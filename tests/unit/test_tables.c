/* Tables, and what guards them, as the migrations make them. */

#include <string.h>

#include <glib.h>
#include <glib/gstdio.h>
#include <sqlite3.h>

#include "base/words.h"
#include "schema/db.h"

struct place {
    char *folder, *path;
};

static void
place_open(struct place *place, gconstpointer data)
{
    struct db *db;

    (void)data;
    words_use(WORDS_EN);
    place->folder = g_dir_make_tmp("medbox-tables-XXXXXX", NULL);
    place->path = g_build_filename(place->folder, "box.db", NULL);
    g_assert_true(db_open(place->path, DB_CREATE, &db, NULL));
    db_close(db);
}

static void
place_close(struct place *place, gconstpointer data)
{
    (void)data;
    db_remove(place->path);
    g_assert_cmpint(g_rmdir(place->folder), ==, 0);
    g_free(place->path);
    g_free(place->folder);
}

/* What somebody with the file in hand can do to it. */
static void
change(const struct place *place, const char *sql)
{
    sqlite3 *db = NULL;
    char *why = NULL;

    g_assert_cmpint(sqlite3_open(place->path, &db), ==, SQLITE_OK);
    sqlite3_exec(db, sql, NULL, NULL, &why);
    g_assert_cmpstr(why, ==, NULL);
    g_assert_cmpint(sqlite3_close(db), ==, SQLITE_OK);
}

/* The faults, a line each. */
static char *
faults_of(const struct place *place)
{
    g_autoptr(GPtrArray) faults = g_ptr_array_new_with_free_func(g_free);
    GError *error = NULL;
    struct db *db;

    g_assert_true(db_open(place->path, DB_OPEN, &db, &error));
    g_assert_no_error(error);
    g_assert_true(db_check_tables(db, faults, &error));
    g_assert_no_error(error);
    db_close(db);
    g_ptr_array_add(faults, NULL);
    return g_strjoinv("\n", (char **)faults->pdata);
}

static void
as_they_were_made(struct place *place, gconstpointer data)
{
    g_autofree char *first = faults_of(place), *second = NULL;

    (void)data;
    g_assert_cmpstr(first, ==, "");
    change(place,
           "ANALYZE; VACUUM;"); /* which leave what they find, and tables of the engine's own */
    second = faults_of(place);
    g_assert_cmpstr(second, ==, "");
}

static void
each_change_is_told(struct place *place, gconstpointer data)
{
    static const struct {
        const char *sql, *told, *back;
    } rows[] = {
        {"DROP TRIGGER audit_log_remains",
         "the trigger “audit_log_remains” was taken out of the file",
         "CREATE TRIGGER audit_log_remains BEFORE DELETE ON audit_log\n"
         "BEGIN SELECT RAISE(ABORT, 'the audit log only grows'); END"},
        {"CREATE TRIGGER more AFTER INSERT ON movement BEGIN DELETE FROM lot; END",
         "the trigger “more” in the file is not medbox's own", "DROP TRIGGER more"},
        {"CREATE TABLE more (n)", "the table “more” in the file is not medbox's own",
         "DROP TABLE more"},
        {"CREATE VIEW more AS SELECT 1", "the view “more” in the file is not medbox's own",
         "DROP VIEW more"},
        {"CREATE INDEX more ON box (name)", "the index “more” in the file is not medbox's own",
         "DROP INDEX more"},
        {"ALTER TABLE box ADD COLUMN more TEXT", "the table “box” of the file was changed",
         "ALTER TABLE box DROP COLUMN more"},
        {"DROP TRIGGER movement_stays; CREATE TRIGGER movement_stays BEFORE UPDATE ON movement"
         " BEGIN SELECT 1; END",
         "the trigger “movement_stays” of the file was changed",
         "DROP TRIGGER movement_stays; CREATE TRIGGER  movement_stays BEFORE UPDATE ON movement "
         "BEGIN SELECT RAISE(ABORT, 'the ledger only grows'); END"},
        {"DROP INDEX movement_pack; DROP TABLE refusal",
         "the index “movement_pack” was taken out of the file\n"
         "the table “refusal” was taken out of the file\n"
         "the index “refusal_at” was taken out of the file",
         NULL},
    };

    (void)data;
    for (size_t i = 0; i < G_N_ELEMENTS(rows); i++) {
        g_autofree char *told = NULL, *after = NULL;

        change(place, rows[i].sql);
        told = faults_of(place);
        g_assert_cmpstr(told, ==, rows[i].told);
        if (rows[i].back == NULL)
            continue;
        change(place, rows[i].back);
        after = faults_of(place);
        g_assert_cmpstr(after, ==, "");
    }
}

int
main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add("/tables/as they were made", struct place, NULL, place_open, as_they_were_made,
               place_close);
    g_test_add("/tables/each change is told by its name", struct place, NULL, place_open,
               each_change_is_told, place_close);
    return g_test_run();
}
