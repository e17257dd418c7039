/* Opening a file and bringing its tables up to this version. */

#include "schema/sqlite.h"

#include <errno.h>
#include <string.h>
#include <unistd.h>

#include <gio/gio.h>
#include <glib/gstdio.h>
#include <sqlite3.h>

#include "base/words.h"

#include "schema-resource.h"

#define APPLICATION_ID 0x6d626f78 /* 'mbox', as the first migration sets it */

/* The one road: step n brings version n - 1 to n. A released one is never edited. */
static const char *const migrations[] = {
    "/schema/sqlite/0001_inventory.sql",
    "/schema/sqlite/0002_counted.sql",
    "/schema/sqlite/0003_paper.sql",
};

/* ------------------------------------------------------------------------- opening, migrations */

static bool
read_version(struct db *db, int64_t *version, GError **error)
{
    int64_t tables = 0, application = 0;

    *version = 0;
    if (!sqlite_number(db, "SELECT count(*) FROM sqlite_schema", &tables, error))
        return false;
    if (tables == 0)
        return true;
    if (!sqlite_number(db, "PRAGMA application_id", &application, error))
        return false;
    if (application != APPLICATION_ID)
        return err_set(error, ERR_INPUT, _("%s is not a medbox inventory"), db->path);
    return sqlite_number(db, "SELECT max(version) FROM schema_version", version, error);
}

static bool
migrate_step(struct db *db, int64_t version, GError **error)
{
    g_autoptr(GBytes) bytes =
        g_resource_lookup_data(schema_get_resource(), migrations[version - 1], 0, error);
    sqlite3_stmt *note_version = NULL;
    int code;

    if (bytes == NULL)
        return false;
    code = sqlite3_exec(db->connection, g_bytes_get_data(bytes, NULL), NULL, NULL, NULL);
    if (code != SQLITE_OK) /* its name says enough: the text is pages long */
        return sqlite_fail(db, code, migrations[version - 1], error);
    code =
        sqlite3_prepare_v2(db->connection, "INSERT INTO schema_version (version) VALUES (:version)",
                           -1, &note_version, NULL);
    if (code == SQLITE_OK) {
        sqlite3_bind_int64(note_version, 1, version);
        code = sqlite3_step(note_version);
    }
    sqlite3_finalize(note_version);
    return code == SQLITE_DONE || sqlite_fail(db, code, "INSERT INTO schema_version", error);
}

static bool
knows(const struct db *db, int64_t version, GError **error)
{
    int64_t newest = (int64_t)G_N_ELEMENTS(migrations);

    return version <= newest ||
           err_set(error, ERR_REFUSED,
                   _("%s was made by a newer medbox (format %d, this one knows %d); update "
                     "medbox first"),
                   db->path, (int)version, (int)newest);
}

/* Looks before anything is touched: another program's file, or a newer medbox's, stays as it is. */
static bool
recognise(struct db *db, enum db_mode mode, GError **error)
{
    int64_t version = 0;

    if (!read_version(db, &version, error))
        return false;
    if (version == 0 && mode == DB_OPEN)
        return err_set(error, ERR_INPUT, _("%s is not a medbox inventory"), db->path);
    return knows(db, version, error);
}

static bool
migrate(struct db *db, GError **error)
{
    int64_t version = 0;
    int64_t newest = (int64_t)G_N_ELEMENTS(migrations);

    if (!read_version(db, &version, error))
        return false;
    while (version < newest) {
        bool ok;

        if (!db_begin(db, error)) /* another program may have been faster: look again inside */
            return false;
        ok = read_version(db, &version, error) &&
             (version >= newest || migrate_step(db, version + 1, error));
        if (!db_end(db, ok, error) || !read_version(db, &version, error))
            return false;
    }
    return knows(db, version, error);
}

bool
db_is_free(const char *path, GError **error)
{
    return !g_file_test(path, G_FILE_TEST_EXISTS) ||
           err_set(error, ERR_REFUSED, _("there is an inventory at %s already"), path);
}

bool
db_settle(const char *made, const char *path, GError **error)
{
    if (link(made, path) == 0)
        return true;
    if (!db_is_free(path, error))
        return false;
    if (g_rename(made, path) == 0) /* a file system without links, such as a memory stick's */
        return true;
    return err_set(error, ERR_BROKEN, _("%s can't be made: %s"), path, err_system(errno));
}

static bool
prepare_file(const char *path, enum db_mode mode, GError **error)
{
    bool exists = g_file_test(path, G_FILE_TEST_EXISTS);
    g_autofree char *folder = g_path_get_dirname(path);

    if (strcmp(path, ":memory:") == 0)
        return true;
    if (mode == DB_OPEN && !exists)
        return err_set(error, ERR_MISSING,
                       _("there is no inventory at %s; make one with “medbox init”"), path);
    if (mode == DB_CREATE && !db_is_free(path, error))
        return false;
    if (mode == DB_CREATE && g_mkdir_with_parents(folder, 0700) != 0)
        return err_set(error, ERR_BROKEN, _("the folder %s can't be made: %s"), folder,
                       err_system(errno));
    return true;
}

static bool
configure(struct db *db, GError **error)
{
    return sqlite_run(db, "PRAGMA journal_mode = WAL", error) &&
           sqlite_run(db, "PRAGMA synchronous = FULL", error) &&
           sqlite_run(db, "PRAGMA foreign_keys = ON", error) &&
           sqlite_run(db, "PRAGMA recursive_triggers = ON", error) &&
           sqlite_run(db, "PRAGMA trusted_schema = OFF", error) &&
           sqlite_run(db, "PRAGMA cache_size = -65536", error) &&
           sqlite_run(db, "PRAGMA journal_size_limit = 67108864", error);
}

bool
db_open(const char *path, enum db_mode mode, struct db **out, GError **error)
{
    struct db *db;
    int code;

    *out = NULL;
    if (!prepare_file(path, mode, error))
        return false;
    db = g_new0(struct db, 1);
    db->path = g_strdup(path);
    db->statements = sqlite_statements_new();
    code = sqlite3_open_v2(path, &db->connection,
                           SQLITE_OPEN_READWRITE | (mode == DB_CREATE ? SQLITE_OPEN_CREATE : 0) |
                               SQLITE_OPEN_NOMUTEX,
                           NULL);
    sqlite3_busy_timeout(db->connection, SQLITE_BUSY_MS);
    sqlite3_extended_result_codes(db->connection, 1);
    if (code == SQLITE_OK ? recognise(db, mode, error) && configure(db, error) && migrate(db, error)
                          : sqlite_fail(db, code, path, error)) {
        *out = db;
        return true;
    }
    db_close(db);
    return false;
}

void
db_close(struct db *db)
{
    if (db == NULL)
        return;
    g_hash_table_destroy(db->statements);
    sqlite3_close(db->connection);
    g_free(db->path);
    g_free(db);
}

const char *
db_path(const struct db *db)
{
    return db->path;
}
