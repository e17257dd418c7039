#include "schema/sqlite.h"

#include <errno.h>
#include <string.h>

#include <sqlite3.h>

#include "base/words.h"

#define PARAMETERS_MAX 32

struct db_stmt {
    struct db *db;
    sqlite3_stmt *statement;
    const char *sql;
    GError *failure;
    const char *parameters[PARAMETERS_MAX]; /* names without colon, in SQLite's order */
    int parameter_count, next;              /* next: where the search for a name begins */
    uint32_t bound;
    uint64_t writes; /* tables, as bits of sqlite_allow.c */
    bool in_use;
};

/* ------------------------------------------------------------------------------------- failures */

/* The errno behind a failed write: of the connection, or where COMMIT failed, of the WAL. */
static int
errno_of(struct db *db)
{
    int number = sqlite3_system_errno(db->connection);
    sqlite3_file *wal = NULL;

    if (number == 0 &&
        sqlite3_file_control(db->connection, "main", SQLITE_FCNTL_JOURNAL_POINTER, &wal) ==
            SQLITE_OK &&
        wal != NULL && wal->pMethods != NULL)
        wal->pMethods->xFileControl(wal, SQLITE_FCNTL_LAST_ERRNO, &number);
    return number;
}

/* SQLite knows only ENOSPC. A sync that failed is not counted: it leaves open what was kept. */
static bool
is_out_of_room(struct db *db, int code)
{
    int number = (code & 0xff) == SQLITE_IOERR ? errno_of(db) : 0;

    return code != SQLITE_IOERR_FSYNC && code != SQLITE_IOERR_DIR_FSYNC &&
           (number == ENOSPC || number == EDQUOT || number == EFBIG);
}

static bool
fail_to_open(const struct db *db, GError **error)
{
    int number = sqlite3_system_errno(db->connection);

    return number != 0
               ? err_set(error, err_kind_of_system(number), _("%s can't be opened: %s"), db->path,
                         err_system(number))
               : err_set(error, ERR_INPUT, _("%s can't be opened: it is no file"), db->path);
}

bool
sqlite_fail(struct db *db, int code, const char *sql, GError **error)
{
    switch (is_out_of_room(db, code) ? SQLITE_FULL : code & 0xff) {
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
        return err_set(error, ERR_BUSY,
                       _("another program is writing to the inventory; try again in a moment"));
    case SQLITE_FULL:
        return err_set(error, ERR_BROKEN,
                       _("the disk is full: nothing was changed; make room and try again"));
    case SQLITE_AUTH: return sqlite_allow_fail(db, 0, error);
    case SQLITE_NOTADB:
        return err_set(error, ERR_INPUT, _("%s is not a medbox inventory"), db->path);
    case SQLITE_CORRUPT:
        return err_set(error, ERR_BROKEN,
                       _("%s is damaged: keep it as it is, and restore the last good backup (%s)"),
                       db->path, sqlite3_errmsg(db->connection)) ||
               err_next(error, ERR_NEXT_RESTORE);
    case SQLITE_READONLY:
    case SQLITE_PERM:
        if (db->only_read != NULL) {
            g_propagate_error(error, g_error_copy(db->only_read));
            return false;
        }
        return err_set(error, ERR_DENIED,
                       _("%s can only be read: you may not write the file or its folder"),
                       db->path);
    case SQLITE_CANTOPEN: return fail_to_open(db, error);
    default:
        return err_set(error, ERR_BROKEN, _("the inventory file failed: %s (%s)"),
                       sqlite3_errmsg(db->connection), sql);
    }
}

bool
sqlite_run(struct db *db, const char *sql, GError **error)
{
    int code = sqlite3_exec(db->connection, sql, NULL, NULL, NULL);

    return code == SQLITE_OK || sqlite_fail(db, code, sql, error);
}

bool
sqlite_number(struct db *db, const char *sql, int64_t *value, GError **error)
{
    sqlite3_stmt *statement = NULL;
    int code = sqlite3_prepare_v2(db->connection, sql, -1, &statement, NULL);

    *value = 0;
    if (code == SQLITE_OK && (code = sqlite3_step(statement)) == SQLITE_ROW)
        *value = sqlite3_column_int64(statement, 0);
    sqlite3_finalize(statement);
    return code == SQLITE_ROW || code == SQLITE_DONE || sqlite_fail(db, code, sql, error);
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

GHashTable *
sqlite_statements_new(void)
{
    return g_hash_table_new_full(NULL, NULL, NULL, statement_free);
}

static struct db_stmt *
statement_new(struct db *db, const char *sql)
{
    struct db_stmt *q = g_new0(struct db_stmt, 1);
    int code;

    q->db = db;
    q->sql = sql;
    db->writing = &q->writes;
    code =
        sqlite3_prepare_v3(db->connection, sql, -1, SQLITE_PREPARE_PERSISTENT, &q->statement, NULL);
    db->writing = NULL;
    if (code != SQLITE_OK) {
        sqlite_fail(db, code, sql, &q->failure);
        return q;
    }
    q->parameter_count = sqlite3_bind_parameter_count(q->statement);
    g_assert(q->parameter_count <= PARAMETERS_MAX);
    for (int i = 0; i < q->parameter_count; i++) {
        const char *name = sqlite3_bind_parameter_name(q->statement, i + 1);

        g_assert(name != NULL && name[0] == ':');
        q->parameters[i] = g_intern_string(name + 1); /* SQLite's goes when it prepares anew */
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
        sqlite_fail(q->db, code, q->sql, &q->failure);
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
    if ((q->writes & ~q->db->allowed) != 0)
        return sqlite_allow_fail(q->db, q->writes, &q->failure);
    q->db->writing = &q->writes; /* a step prepares anew where the tables have changed */
    code = sqlite3_step(q->statement);
    q->db->writing = NULL;
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

/* A pair within a pair. */
static bool
begin_inner(struct db *db, GError **error)
{
    if (!db_run(db_query(db, "SAVEPOINT pair"), error))
        return false;
    db->depth++;
    return true;
}

bool
db_begin(struct db *db, GError **error)
{
    return db->depth > 0 ? begin_inner(db, error)
                         : begin(db, db_query(db, "BEGIN IMMEDIATE"), error);
}

void
db_be_patient(struct db *db, bool patient)
{
    sqlite3_busy_timeout(db->connection, patient ? SQLITE_BUSY_MS : 0);
}

bool
db_begin_read(struct db *db, GError **error)
{
    return db->depth > 0 ? begin_inner(db, error) : begin(db, db_query(db, "BEGIN"), error);
}

/* After a failure of the disk the engine may have dropped the whole transaction by itself: then
 * nothing that is done in it from here on can be kept. */
static bool
end_inner(struct db *db, bool ok, GError **error)
{
    bool kept;

    if (ok && db->doomed)
        err_set(error, ERR_BROKEN, _("the inventory file failed: nothing was booked"));
    kept = ok && !db->doomed && db_run(db_query(db, "RELEASE pair"), error);
    if (!kept)
        db->doomed = db->doomed || !(db_run(db_query(db, "ROLLBACK TO pair"), NULL) &&
                                     db_run(db_query(db, "RELEASE pair"), NULL));
    return kept;
}

/* A lock that was not had, or no room: nothing was kept, and that is known. */
static bool
commit(struct db *db, GError **error)
{
    int code;

    if (db_run(db_query(db, "COMMIT"), error))
        return true;
    code = sqlite3_extended_errcode(db->connection);
    db->unsure = (code & 0xff) == SQLITE_IOERR && !is_out_of_room(db, code);
    return false;
}

bool
db_end(struct db *db, bool ok, GError **error)
{
    bool kept;

    g_assert(db->depth > 0);
    if (--db->depth > 0)
        return end_inner(db, ok, error);
    if (ok && db->doomed)
        err_set(error, ERR_BROKEN, _("the inventory file failed: nothing was booked"));
    db->unsure = false;
    kept = ok && !db->doomed && commit(db, error);
    if (!kept && sqlite3_get_autocommit(db->connection) == 0) /* the first failure is told */
        sqlite3_exec(db->connection, "ROLLBACK", NULL, NULL, NULL);
    return kept;
}

bool
db_in_transaction(const struct db *db)
{
    return db->depth > 0;
}

bool
db_is_unsure(const struct db *db)
{
    return db->unsure;
}

bool
db_checkpoint_by_hand(struct db *db, GError **error)
{
    return sqlite_run(db, "PRAGMA wal_autocheckpoint = 0", error);
}

/* Somebody else who reads or does the same is no failure: it is done the next time. */
bool
db_checkpoint(struct db *db, bool wait, int *mebibytes, GError **error)
{
    int pages = 0, done = 0, code;
    int64_t page_size = 0;

    g_assert(db->depth == 0);
    code = sqlite3_wal_checkpoint_v2(db->connection, NULL,
                                     wait ? SQLITE_CHECKPOINT_RESTART : SQLITE_CHECKPOINT_PASSIVE,
                                     &pages, &done);
    if (code != SQLITE_OK && (code & 0xff) != SQLITE_BUSY)
        return sqlite_fail(db, code, "checkpoint", error);
    if (!sqlite_number(db, "PRAGMA page_size", &page_size, error))
        return false;
    *mebibytes = (int)(MAX(pages, 0) * page_size / 1048576);
    return true;
}

bool
db_version(struct db *db, int64_t *version, GError **error)
{
    return db_one_int(db_query(db, "PRAGMA data_version"), 0, version, error);
}

/* ------------------------------------------------------------------------------------- checking */

bool
db_check(struct db *db, GError **error)
{
    struct db_stmt *q = db_query(db, "PRAGMA integrity_check(5)");
    int64_t orphans = 0;

    while (db_row(q))
        if (strcmp(db_text(q, 0), "ok") != 0) {
            err_set(&q->failure, ERR_BROKEN, _("the inventory file is damaged: %s"), db_text(q, 0));
            err_next(&q->failure, ERR_NEXT_RESTORE);
        }
    if (!db_done(q, error) ||
        !sqlite_number(db, "SELECT count(*) FROM pragma_foreign_key_check", &orphans, error))
        return false;
    if (orphans > 0)
        return err_set(error, ERR_BROKEN,
                       _("%lld rows of the inventory point to things that do not exist"),
                       (long long)orphans);
    return true;
}
