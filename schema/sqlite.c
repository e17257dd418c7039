/*
 * The SQLite driver behind db.h: one file, WAL, synchronous=FULL. FULL because NORMAL loses
 * acknowledged bookings on a power cut; recursive_triggers because without it INSERT OR REPLACE
 * deletes a ledger row without firing the trigger that forbids it.
 */

#include "schema/db.h"

#include <errno.h>
#include <fcntl.h>
#include <string.h>
#include <unistd.h>

#include <gio/gio.h>
#include <sqlite3.h>

#include "base/words.h"

#include "schema-resource.h"

#define APPLICATION_ID 0x6d626f78 /* 'mbox', as the first migration sets it */
#define BUSY_MS 10000
#define COPY_PAGES 1024 /* at a time, so that writers get in between */
#define PARAMETERS_MAX 32

/* The one road: step n brings version n - 1 to n. A released one is never edited. */
static const char *const migrations[] = {
    "/schema/sqlite/0001_inventory.sql",
};

struct db_stmt {
    struct db *db;
    sqlite3_stmt *statement;
    const char *sql;
    GError *failure;
    const char *parameters[PARAMETERS_MAX]; /* names without colon, in SQLite's order */
    int parameter_count, next;              /* next: where the search for a name begins */
    uint32_t bound;
    bool in_use;
};

struct db {
    sqlite3 *connection;
    char *path;
    GHashTable *statements; /* by the address of their text */
    int depth;              /* of nested transactions; only the outermost writes */
    bool doomed;            /* an inner one was dropped, so the outer can't be kept */
};

/* ------------------------------------------------------------------------------------- failures */

static bool
fail(struct db *db, int code, const char *sql, GError **error)
{
    switch (code & 0xff) {
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
        return err_set(error, ERR_BUSY,
                       _("another program is writing to the inventory; try again in a moment"));
    case SQLITE_FULL:
        return err_set(error, ERR_BROKEN,
                       _("the disk is full: nothing was booked; make room and try again"));
    case SQLITE_NOTADB:
        return err_set(error, ERR_INPUT, _("%s is not a medbox inventory"), db->path);
    case SQLITE_READONLY:
    case SQLITE_CANTOPEN:
    case SQLITE_PERM:
        return err_set(error, ERR_BROKEN, _("%s can't be opened for writing: %s"), db->path,
                       sqlite3_errmsg(db->connection));
    default:
        return err_set(error, ERR_BROKEN, _("the inventory file failed: %s (%s)"),
                       sqlite3_errmsg(db->connection), sql);
    }
}

static bool
run(struct db *db, const char *sql, GError **error)
{
    int code = sqlite3_exec(db->connection, sql, NULL, NULL, NULL);

    return code == SQLITE_OK || fail(db, code, sql, error);
}

/* ---------------------------------------------------------------------------------- statements */

static void
statement_free(gpointer data)
{
    struct db_stmt *q = data;

    sqlite3_finalize(q->statement);
    g_clear_error(&q->failure);
    g_free(q);
}

static struct db_stmt *
statement_new(struct db *db, const char *sql)
{
    struct db_stmt *q = g_new0(struct db_stmt, 1);
    int code =
        sqlite3_prepare_v3(db->connection, sql, -1, SQLITE_PREPARE_PERSISTENT, &q->statement, NULL);

    q->db = db;
    q->sql = sql;
    if (code != SQLITE_OK) {
        fail(db, code, sql, &q->failure);
        return q;
    }
    q->parameter_count = sqlite3_bind_parameter_count(q->statement);
    g_assert(q->parameter_count <= PARAMETERS_MAX);
    for (int i = 0; i < q->parameter_count; i++) {
        const char *name = sqlite3_bind_parameter_name(q->statement, i + 1);

        g_assert(name != NULL && name[0] == ':');
        q->parameters[i] = name + 1;
    }
    return q;
}

struct db_stmt *
db_query_literal(struct db *db, const char *sql)
{
    struct db_stmt *q = g_hash_table_lookup(db->statements, sql);

    if (q != NULL && q->statement == NULL) { /* a failure to prepare is not kept */
        g_hash_table_remove(db->statements, sql);
        q = NULL;
    }
    if (q == NULL) {
        q = statement_new(db, sql);
        g_hash_table_insert(db->statements, (gpointer)(uintptr_t)sql, q);
    }
    g_assert(!q->in_use);
    q->in_use = true;
    return q;
}

/* The parameter's number, counted from 1; 0 after a failure. Names bound in the order in which they
 * stand in the text are found at the first look. */
static int
parameter(struct db_stmt *q, const char *name)
{
    if (q->failure != NULL)
        return 0;
    for (int tried = 0; tried < q->parameter_count; tried++) {
        int i = q->next;

        q->next = i + 1 < q->parameter_count ? i + 1 : 0;
        if (strcmp(q->parameters[i], name) == 0) {
            q->bound |= UINT32_C(1) << i;
            return i + 1;
        }
    }
    err_set(&q->failure, ERR_BROKEN, "no parameter :%s in: %s", name, q->sql);
    return 0;
}

static void
note(struct db_stmt *q, int code)
{
    if (code != SQLITE_OK && q->failure == NULL)
        fail(q->db, code, q->sql, &q->failure);
}

void
db_bind_int(struct db_stmt *q, const char *name, int64_t value)
{
    int i = parameter(q, name);

    if (i > 0)
        note(q, sqlite3_bind_int64(q->statement, i, value));
}

void
db_bind_text(struct db_stmt *q, const char *name, const char *value)
{
    int i = parameter(q, name);

    if (i > 0)
        note(q, sqlite3_bind_text(q->statement, i, value, -1, SQLITE_STATIC));
}

void
db_bind_blob(struct db_stmt *q, const char *name, const void *value, size_t size)
{
    int i = parameter(q, name);

    if (i > 0)
        note(q, sqlite3_bind_blob64(q->statement, i, value, size, SQLITE_STATIC));
}

void
db_bind_null(struct db_stmt *q, const char *name)
{
    int i = parameter(q, name);

    if (i > 0)
        note(q, sqlite3_bind_null(q->statement, i));
}

bool
db_row(struct db_stmt *q)
{
    int code;

    if (q->failure != NULL)
        return false;
    if (q->parameter_count > 0 && q->bound != UINT32_MAX >> (PARAMETERS_MAX - q->parameter_count))
        return err_set(&q->failure, ERR_BROKEN, "a parameter is not bound in: %s", q->sql);
    code = sqlite3_step(q->statement);
    if (code != SQLITE_ROW && code != SQLITE_DONE)
        note(q, code);
    return code == SQLITE_ROW;
}

int64_t
db_int(struct db_stmt *q, int column)
{
    return sqlite3_column_int64(q->statement, column);
}

const char *
db_text(struct db_stmt *q, int column)
{
    const unsigned char *text = sqlite3_column_text(q->statement, column);

    return text != NULL ? (const char *)text : "";
}

const void *
db_blob(struct db_stmt *q, int column, size_t *size)
{
    const void *blob = sqlite3_column_blob(q->statement, column);

    *size = (size_t)sqlite3_column_bytes(q->statement, column);
    return blob;
}

bool
db_is_null(struct db_stmt *q, int column)
{
    return sqlite3_column_type(q->statement, column) == SQLITE_NULL;
}

bool
db_done(struct db_stmt *q, GError **error)
{
    GError *failure = g_steal_pointer(&q->failure);

    if (q->statement != NULL)
        sqlite3_reset(q->statement);
    q->bound = 0;
    q->next = 0;
    q->in_use = false;
    if (failure != NULL)
        g_propagate_error(error, failure);
    return failure == NULL;
}

bool
db_run(struct db_stmt *q, GError **error)
{
    while (db_row(q))
        ;
    return db_done(q, error);
}

bool
db_one_int(struct db_stmt *q, int64_t missing, int64_t *value, GError **error)
{
    *value = db_row(q) && !db_is_null(q, 0) ? db_int(q, 0) : missing;
    return db_done(q, error);
}

int64_t
db_changed(struct db *db)
{
    return sqlite3_changes64(db->connection);
}

/* -------------------------------------------------------------------------------- transactions */

static bool
begin(struct db *db, struct db_stmt *first, GError **error)
{
    if (!db_run(first, error))
        return false;
    db->depth = 1;
    db->doomed = false;
    return true;
}

bool
db_begin(struct db *db, GError **error)
{
    if (db->depth > 0) {
        db->depth++;
        return true;
    }
    return begin(db, db_query(db, "BEGIN IMMEDIATE"), error);
}

bool
db_begin_read(struct db *db, GError **error)
{
    if (db->depth > 0) {
        db->depth++;
        return true;
    }
    return begin(db, db_query(db, "BEGIN"), error);
}

bool
db_end(struct db *db, bool ok, GError **error)
{
    bool kept;

    g_assert(db->depth > 0);
    if (--db->depth > 0) {
        db->doomed = db->doomed || !ok;
        return ok;
    }
    if (ok && db->doomed)
        err_set(error, ERR_BROKEN, _("the inventory file failed: nothing was booked"));
    kept = ok && !db->doomed && db_run(db_query(db, "COMMIT"), error);
    if (!kept && sqlite3_get_autocommit(db->connection) == 0) {
        g_autoptr(GError) second = NULL; /* the first failure is the one to tell */

        run(db, "ROLLBACK", &second);
    }
    return kept;
}

bool
db_in_transaction(const struct db *db)
{
    return db->depth > 0;
}

/* ------------------------------------------------------------------------- opening, migrations */

static bool
number(struct db *db, const char *sql, int64_t *value, GError **error)
{
    sqlite3_stmt *statement = NULL;
    int code = sqlite3_prepare_v2(db->connection, sql, -1, &statement, NULL);

    *value = 0;
    if (code == SQLITE_OK && (code = sqlite3_step(statement)) == SQLITE_ROW)
        *value = sqlite3_column_int64(statement, 0);
    sqlite3_finalize(statement);
    return code == SQLITE_ROW || code == SQLITE_DONE || fail(db, code, sql, error);
}

static bool
read_version(struct db *db, int64_t *version, GError **error)
{
    int64_t tables = 0, application = 0;

    *version = 0;
    if (!number(db, "SELECT count(*) FROM sqlite_schema", &tables, error))
        return false;
    if (tables == 0)
        return true;
    if (!number(db, "PRAGMA application_id", &application, error))
        return false;
    if (application != APPLICATION_ID)
        return err_set(error, ERR_INPUT, _("%s is not a medbox inventory"), db->path);
    return number(db, "SELECT max(version) FROM schema_version", version, error);
}

static bool
migrate_step(struct db *db, int64_t version, GError **error)
{
    g_autoptr(GBytes) bytes =
        g_resource_lookup_data(schema_get_resource(), migrations[version - 1], 0, error);
    sqlite3_stmt *note_version = NULL;
    int code;

    if (bytes == NULL || !run(db, g_bytes_get_data(bytes, NULL), error))
        return false;
    code =
        sqlite3_prepare_v2(db->connection, "INSERT INTO schema_version (version) VALUES (:version)",
                           -1, &note_version, NULL);
    if (code == SQLITE_OK) {
        sqlite3_bind_int64(note_version, 1, version);
        code = sqlite3_step(note_version);
    }
    sqlite3_finalize(note_version);
    return code == SQLITE_DONE || fail(db, code, "INSERT INTO schema_version", error);
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
    if (version > newest)
        return err_set(error, ERR_REFUSED,
                       _("%s was made by a newer medbox (format %d, this one knows %d); update "
                         "medbox first"),
                       db->path, (int)version, (int)newest);
    return true;
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
    if (mode == DB_CREATE && exists)
        return err_set(error, ERR_REFUSED, _("there is an inventory at %s already"), path);
    if (mode == DB_CREATE && g_mkdir_with_parents(folder, 0700) != 0)
        return err_set(error, ERR_BROKEN, _("the folder %s can't be made: %s"), folder,
                       g_strerror(errno));
    return true;
}

static bool
configure(struct db *db, GError **error)
{
    sqlite3_busy_timeout(db->connection, BUSY_MS);
    sqlite3_extended_result_codes(db->connection, 1);
    return run(db, "PRAGMA journal_mode = WAL", error) &&
           run(db, "PRAGMA synchronous = FULL", error) &&
           run(db, "PRAGMA foreign_keys = ON", error) &&
           run(db, "PRAGMA recursive_triggers = ON", error) &&
           run(db, "PRAGMA trusted_schema = OFF", error) &&
           run(db, "PRAGMA cache_size = -65536", error) &&
           run(db, "PRAGMA journal_size_limit = 67108864", error);
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
    db->statements = g_hash_table_new_full(NULL, NULL, NULL, statement_free);
    code = sqlite3_open_v2(path, &db->connection,
                           SQLITE_OPEN_READWRITE | (mode == DB_CREATE ? SQLITE_OPEN_CREATE : 0) |
                               SQLITE_OPEN_NOMUTEX,
                           NULL);
    if (code == SQLITE_OK ? configure(db, error) && migrate(db, error)
                          : fail(db, code, path, error)) {
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

/* -------------------------------------------------------------------------------------- copies */

static bool
transfer_pages(struct db *from, struct db *to, db_progress *progress, void *data, GError **error)
{
    sqlite3_backup *backup = sqlite3_backup_init(to->connection, "main", from->connection, "main");
    int code = SQLITE_OK;

    if (backup == NULL)
        return fail(to, sqlite3_errcode(to->connection), "backup", error);
    while (code == SQLITE_OK || code == SQLITE_BUSY || code == SQLITE_LOCKED) {
        code = sqlite3_backup_step(backup, COPY_PAGES);
        if (progress != NULL)
            progress(sqlite3_backup_pagecount(backup) - sqlite3_backup_remaining(backup),
                     sqlite3_backup_pagecount(backup), data);
        if (code == SQLITE_BUSY || code == SQLITE_LOCKED)
            sqlite3_sleep(20);
    }
    sqlite3_backup_finish(backup);
    return code == SQLITE_DONE || fail(to, code, "backup", error);
}

/* A connection without migrations or WAL, for a file that is only copied. */
static bool
open_plain(const char *path, int flags, struct db *db, GError **error)
{
    int code;

    *db = (struct db){.path = g_strdup(path)};
    code = sqlite3_open_v2(path, &db->connection, flags | SQLITE_OPEN_NOMUTEX, NULL);
    sqlite3_extended_result_codes(db->connection, 1);
    sqlite3_busy_timeout(db->connection, BUSY_MS);
    return code == SQLITE_OK || fail(db, code, path, error);
}

static void
close_plain(struct db *db)
{
    sqlite3_close(db->connection);
    g_free(db->path);
}

/* The name of a new file is only durable once its folder is. */
static bool
sync_folder(const char *path, GError **error)
{
    g_autofree char *folder = g_path_get_dirname(path);
    int fd = open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    bool ok = fd >= 0 && fsync(fd) == 0;

    if (!ok)
        err_set(error, ERR_BROKEN, _("%s can't be written: %s"), path, g_strerror(errno));
    if (fd >= 0)
        close(fd);
    return ok;
}

bool
db_copy(struct db *db, const char *target, db_progress *progress, void *data, GError **error)
{
    struct db copy;
    bool ok;

    if (g_file_test(target, G_FILE_TEST_EXISTS))
        return err_set(error, ERR_REFUSED, _("%s exists already; choose another name"), target);
    ok = open_plain(target, SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE, &copy, error) &&
         transfer_pages(db, &copy, progress, data, error) &&
         run(&copy, "PRAGMA journal_mode = DELETE", error);
    close_plain(&copy);
    return ok && sync_folder(target, error);
}

bool
db_replace(struct db *db, const char *source, db_progress *progress, void *data, GError **error)
{
    struct db from;
    bool ok;

    ok = open_plain(source, SQLITE_OPEN_READONLY, &from, error) &&
         transfer_pages(&from, db, progress, data, error) &&
         run(db, "PRAGMA journal_mode = WAL", error);
    close_plain(&from);
    return ok;
}

bool
db_check(struct db *db, GError **error)
{
    struct db_stmt *q = db_query(db, "PRAGMA integrity_check(5)");
    int64_t orphans = 0;

    while (db_row(q))
        if (strcmp(db_text(q, 0), "ok") != 0)
            err_set(&q->failure, ERR_BROKEN, _("the inventory file is damaged: %s"), db_text(q, 0));
    if (!db_done(q, error) ||
        !number(db, "SELECT count(*) FROM pragma_foreign_key_check", &orphans, error))
        return false;
    if (orphans > 0)
        return err_set(error, ERR_BROKEN,
                       _("%lld rows of the inventory point to things that do not exist"),
                       (long long)orphans);
    return true;
}
