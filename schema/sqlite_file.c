/* Opening a file and bringing its tables up to this version. */

#include "schema/sqlite.h"

#include <errno.h>
#include <fcntl.h>
#include <malloc.h>
#include <string.h>
#include <unistd.h>

#include <gio/gio.h>
#include <glib/gstdio.h>
#include <sqlite3.h>

#include "base/words.h"

#include "schema-resource.h"

#define APPLICATION_ID 0x6d626f78 /* 'mbox', as the first migration sets it */

const struct sqlite_step sqlite_steps[] = {
    {"/schema/sqlite/0001_inventory.sql", NULL},
    {"/schema/sqlite/0002_counted.sql", NULL},
    {"/schema/sqlite/0003_paper.sql", NULL},
    {"/schema/sqlite/0004_allocator.sql", NULL},
    {"/schema/sqlite/0005_accounts.sql", NULL},
    {"/schema/sqlite/0006_walks.sql", NULL},
    {"/schema/sqlite/0007_printed_on.sql", NULL},
    {"/schema/sqlite/0008_shelf.sql", NULL},
    {"/schema/sqlite/0009_counts.sql", NULL},
    {"/schema/sqlite/0010_count_uid.sql", NULL},
    {NULL, NULL},
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
run_step(struct db *db, const struct sqlite_step *step, GError **error)
{
    g_autoptr(GBytes) bytes = NULL;
    const char *sql = step->sql;
    int code;

    if (sql == NULL) {
        bytes = g_resource_lookup_data(schema_get_resource(), step->name, 0, error);
        if (bytes == NULL)
            return false;
        sql = g_bytes_get_data(bytes, NULL);
    }
    code = sqlite3_exec(db->connection, sql, NULL, NULL, NULL);
    /* Its name says enough: the text is pages long. */
    return code == SQLITE_OK || sqlite_fail(db, code, step->name, error);
}

static bool
note_version(struct db *db, int64_t version, GError **error)
{
    sqlite3_stmt *statement = NULL;
    int code =
        sqlite3_prepare_v2(db->connection, "INSERT INTO schema_version (version) VALUES (:version)",
                           -1, &statement, NULL);

    if (code == SQLITE_OK) {
        sqlite3_bind_int64(statement, 1, version);
        code = sqlite3_step(statement);
    }
    sqlite3_finalize(statement);
    return code == SQLITE_DONE || sqlite_fail(db, code, "INSERT INTO schema_version", error);
}

static int64_t
count_steps(const struct sqlite_step *steps)
{
    int64_t count = 0;

    while (steps[count].name != NULL)
        count++;
    return count;
}

static bool
knows(const struct db *db, int64_t version, int64_t newest, GError **error)
{
    return version <= newest ||
           err_set(error, ERR_REFUSED,
                   _("%s was made by a newer medbox (format %d, this one knows %d); update "
                     "medbox first"),
                   db->path, (int)version, (int)newest);
}

/* Looks before anything is touched: another program's file, or a newer medbox's, stays as it is. */
static bool
recognise(struct db *db, enum db_mode mode, int64_t newest, GError **error)
{
    int64_t version = 0;

    if (!read_version(db, &version, error))
        return false;
    if (version == 0 && mode == DB_OPEN)
        return err_set(error, ERR_INPUT, _("%s is not a medbox inventory"), db->path);
    return knows(db, version, newest, error);
}

static bool
migrate(struct db *db, const struct sqlite_step *steps, int64_t newest, GError **error)
{
    int64_t version = 0;

    if (!read_version(db, &version, error))
        return false;
    if (version < newest && db->only_read != NULL)
        return err_set(error, ERR_DENIED,
                       _("%s is of an older medbox (format %d, this one reads %d) and can't be "
                         "brought up to date where it can only be read: copy it to a folder of "
                         "yours and open the copy"),
                       db->path, (int)version, (int)newest);
    while (version < newest) {
        bool ok;

        if (!db_begin(db, error)) /* another program may have been faster: look again inside */
            return false;
        ok = read_version(db, &version, error) &&
             (version >= newest ||
              (run_step(db, &steps[version], error) && note_version(db, version + 1, error)));
        if (!db_end(db, ok, error) || !read_version(db, &version, error))
            return false;
    }
    return knows(db, version, newest, error);
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
        return sqlite_sync_folder(path, error);
    if (!db_is_free(path, error))
        return false;
    if (g_rename(made, path) == 0) /* a file system without links, such as a memory stick's */
        return sqlite_sync_folder(path, error);
    return err_set(error, err_kind_of_system(errno), _("%s can't be made: %s"), path,
                   err_system(errno));
}

const char *const db_file_ends[4] = {"", "-wal", "-shm", "-journal"};

void
db_remove(const char *path)
{
    for (size_t i = G_N_ELEMENTS(db_file_ends); i > 0; i--) {
        g_autofree char *name = g_strconcat(path, db_file_ends[i - 1], NULL);

        g_unlink(name);
    }
}

void
sqlite_make_private(const char *path)
{
    int file = g_open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0600);

    if (file >= 0)
        close(file);
}

static bool
prepare_file(const char *path, enum db_mode mode, GError **error)
{
    bool exists = g_file_test(path, G_FILE_TEST_EXISTS);
    g_autofree char *folder = g_path_get_dirname(path);

    if (strcmp(path, ":memory:") == 0)
        return true;
    if (mode == DB_OPEN && !exists)
        return err_set(error, ERR_MISSING, _("there is no inventory at %s"), path) ||
               err_next(error, ERR_NEXT_INIT);
    if (mode == DB_CREATE && !db_is_free(path, error))
        return false;
    if (mode == DB_CREATE && g_mkdir_with_parents(folder, 0700) != 0)
        return err_set(error, err_kind_of_system(errno), _("the folder %s can't be made: %s"),
                       folder, err_system(errno));
    if (mode == DB_CREATE)
        sqlite_make_private(path);
    return true;
}

/* The log is written back to the file at every 4000 pages of it, 16 MiB: four times as seldom as is
 * usual, because a page that changed often is then written once. */
static bool
configure(struct db *db, GError **error)
{
    return sqlite_run(db, "PRAGMA journal_mode = WAL", error) &&
           sqlite_run(db, "PRAGMA synchronous = FULL", error) &&
           sqlite_run(db, "PRAGMA foreign_keys = ON", error) &&
           sqlite_run(db, "PRAGMA recursive_triggers = ON", error) &&
           sqlite_run(db, "PRAGMA trusted_schema = OFF", error) &&
           sqlite_run(db, "PRAGMA cache_size = -65536", error) &&
           sqlite_run(db, "PRAGMA wal_autocheckpoint = 4000", error) &&
           sqlite_run(db, "PRAGMA journal_size_limit = 67108864", error);
}

#define LARGE_PIECE (32 << 20)
#define HEAP_KEPT (64 << 20)

/* Once a process, before the engine is used. What a savepoint may have to put back stays in memory, however
 * much it is: SQLite 3.40 that lets it go over into a file writes nothing to it now and then and calls that a full disk.
 * The C library keeps the pieces for the next booking, and the larger ones for the next look at a city, instead
 * of giving them back to the system, which clears every page anew. Nobody asks
 * how much memory the engine has, and counting takes a lock at each piece. */
static void
configure_engine(void)
{
    static gsize done;

    if (g_once_init_enter(&done)) {
        mallopt(M_MMAP_THRESHOLD, LARGE_PIECE);
        mallopt(M_TRIM_THRESHOLD, HEAP_KEPT);
        sqlite3_config(SQLITE_CONFIG_STMTJRNL_SPILL, -1);
        sqlite3_config(SQLITE_CONFIG_MEMSTATUS, 0);
        g_once_init_leave(&done, 1);
    }
}

static bool
open_as(struct db *db, const char *path, enum db_mode mode, const struct sqlite_step *steps,
        int flags, GError **error)
{
    int64_t newest = count_steps(steps);
    int code = sqlite3_open_v2(path, &db->connection, flags | SQLITE_OPEN_NOMUTEX, NULL);

    sqlite3_busy_timeout(db->connection, SQLITE_BUSY_MS);
    sqlite3_extended_result_codes(db->connection, 1);
    sqlite_allow_begin(db);
    return code == SQLITE_OK ? recognise(db, mode, newest, error) && configure(db, error) &&
                                   migrate(db, steps, newest, error)
                             : sqlite_fail(db, code, path, error);
}

/* Where nothing can be written beside the file, its content can be read all the same, unless a part of
 * it is still in the log of a program that ended too early. */
static bool
can_be_read(const struct db *db)
{
    g_autofree char *log = g_strconcat(db->path, "-wal", NULL);
    GStatBuf about;

    switch (sqlite3_errcode(db->connection) & 0xff) {
    case SQLITE_READONLY:
    case SQLITE_CANTOPEN:
    case SQLITE_FULL:
    case SQLITE_IOERR: return g_stat(log, &about) != 0 || about.st_size == 0;
    default: return false;
    }
}

/* What keeps it from being read is told only where it is the rights again. */
static bool
open_to_read(struct db *db, const struct sqlite_step *steps, GError **why)
{
    g_autofree char *whole = g_canonicalize_filename(db->path, NULL);
    g_autofree char *uri = g_filename_to_uri(whole, NULL, NULL);
    g_autofree char *fixed = g_strconcat(uri, "?immutable=1", NULL);
    g_autoptr(GError) other = NULL;

    g_hash_table_remove_all(db->statements);
    sqlite_allow_end(db);
    sqlite3_close(db->connection);
    db->only_read = g_error_copy(*why);
    if (open_as(db, fixed, DB_OPEN, steps, SQLITE_OPEN_READONLY | SQLITE_OPEN_URI, &other))
        return true;
    if (g_error_matches(other, ERR, ERR_DENIED)) {
        g_clear_error(why);
        *why = g_steal_pointer(&other);
    }
    return false;
}

bool
sqlite_open(const char *path, enum db_mode mode, const struct sqlite_step *steps, struct db **out,
            GError **error)
{
    g_autoptr(GError) why = NULL;
    struct db *db;

    *out = NULL;
    configure_engine();
    if (!prepare_file(path, mode, error))
        return false;
    db = g_new0(struct db, 1);
    db->path = g_strdup(path);
    db->statements = sqlite_statements_new();
    if (open_as(db, path, mode, steps,
                SQLITE_OPEN_READWRITE | (mode == DB_CREATE ? SQLITE_OPEN_CREATE : 0), &why) ||
        (mode == DB_OPEN && can_be_read(db) && open_to_read(db, steps, &why))) {
        *out = db;
        return true;
    }
    g_propagate_error(error, g_steal_pointer(&why));
    db_close(db);
    return false;
}

bool
db_open(const char *path, enum db_mode mode, struct db **db, GError **error)
{
    return sqlite_open(path, mode, sqlite_steps, db, error);
}

bool
db_set_cache(struct db *db, int mebibytes, GError **error)
{
    g_autofree char *sql = g_strdup_printf("PRAGMA cache_size = %d", -1024 * mebibytes);

    return sqlite_run(db, sql, error);
}

void
db_close(struct db *db)
{
    if (db == NULL)
        return;
    g_hash_table_destroy(db->statements);
    sqlite_allow_end(db);
    sqlite3_close(db->connection);
    g_clear_error(&db->only_read);
    g_free(db->path);
    g_free(db);
}

const char *
db_path(const struct db *db)
{
    return db->path;
}
