#ifndef SCHEMA_SQLITE_H
#define SCHEMA_SQLITE_H

/*
 * The SQLite driver behind db.h: one file, WAL, synchronous=FULL. FULL because NORMAL loses
 * acknowledged bookings on a power cut; recursive_triggers because without it INSERT OR REPLACE
 * deletes a ledger row without firing the trigger that forbids it.
 *
 * This header is for the driver's own files: sqlite.c has statements, transactions and
 * the check, sqlite_compare.c what the tables should be, sqlite_allow.c who may write what, sqlite_file.c opening and migrations, sqlite_copy.c copies.
 */

#include "schema/db.h"

#define SQLITE_BUSY_MS 10000 /* so long one waits for another writer */

struct db {
    GError *only_read; /* why it was opened for reading alone; NULL: it was not */
    struct sqlite3 *connection;
    char *path;
    GHashTable *statements; /* by the address of their text */
    int depth;              /* of nested transactions; only the outermost writes */
    bool doomed;            /* the engine dropped it by itself: nothing of it can be kept */
    uint64_t allowed;       /* which tables may be written, as bits of sqlite_allow.c */
    uint64_t *writing;      /* where it is noted what a statement writes that is being prepared */
    GPtrArray *tables;      /* their names, bit by bit; borrowed from GLib for good */
    GHashTable *scopes;     /* uint64_t of each array that db_allow() was given */
    bool unsure;            /* its COMMIT failed in a way that leaves open what was kept */
};

/* A step of the one road: number n, counted from 1, brings version n - 1 of the tables to n. */
struct sqlite_step {
    const char *name; /* for a failure; and the resource that has the text, where sql is NULL */
    const char *sql;
};

/* db_open() by steps of one's own, which end with a row whose name is NULL: for tests. */
MUST_CHECK bool sqlite_open(const char *path, enum db_mode mode, const struct sqlite_step *steps,
                            struct db **db, GError **error);

/* The steps of this program. A released one is never edited. */
extern const struct sqlite_step sqlite_steps[];

/* Sets the error that one of SQLite's result codes is, and returns false. */
bool sqlite_fail(struct db *db, int code, const char *sql, GError **error);

/* Statements without parameters: any number of them; one that gives a number, 0 where no row. */
MUST_CHECK bool sqlite_run(struct db *db, const char *sql, GError **error);
MUST_CHECK bool sqlite_number(struct db *db, const char *sql, int64_t *value, GError **error);

/* Makes an empty file that only its owner may read, which is how the engine then finds it: people and
 * households are in there. Where it can't be made, the engine says why when it opens. */
void sqlite_make_private(const char *path);

/* Waits until the name of a new file is on the disk, which it only is once its folder is. */
MUST_CHECK bool sqlite_sync_folder(const char *path, GError **error);

/* Has every statement say what it writes when it is prepared, so that db_allow() takes effect at once,
 * also on those that were prepared long before. And the opposite, which takes a connection never begun. */
void sqlite_allow_begin(struct db *db);
void sqlite_allow_end(struct db *db);

/* Sets ERR_DENIED, with the names of the tables among these that may not be written; returns false. */
bool sqlite_allow_fail(const struct db *db, uint64_t writes, GError **error);

/* An empty table of kept statements, which frees them. */
GHashTable *sqlite_statements_new(void);

#endif
