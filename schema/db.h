#ifndef SCHEMA_DB_H
#define SCHEMA_DB_H

/*
 * The one door to the database, whatever engine stands behind it: open and migrate, transactions,
 * statements, copies. What is kept is told in schema/sqlite/.
 *
 * A statement carries its first failure with it. Prepare, bind and step without looking, then ask
 * db_done() once: it gives the statement back and reports what went wrong, if anything did.
 * Failures are ERR_BUSY (another program holds the database: try again), ERR_DENIED (it can only be
 * read) or ERR_BROKEN (and say the SQL).
 *
 * A struct db belongs to one thread at a time.
 */

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include <glib.h>

#include "base/err.h"

struct db;
struct db_stmt;

enum db_mode {
    DB_OPEN,   /* ERR_MISSING where there is no such file */
    DB_CREATE, /* makes it; ERR_REFUSED where there is one already */
};

/*
 * Opens a database and brings its tables up to this program's version, one step a transaction.
 * A file beside which nothing can be written (rights, a full disk) is opened for reading alone.
 * ERR_INPUT where the file is something else, ERR_REFUSED where a newer program made it. The path
 * ":memory:" with DB_CREATE is a database of its own, for tests. Free with db_close().
 */
MUST_CHECK bool db_open(const char *path, enum db_mode mode, struct db **db, GError **error);
void db_close(struct db *db);

/*
 * For making a database under another name and then giving it its place, closed and whole: whether
 * nothing stands at the path yet (ERR_REFUSED), and the move itself, which replaces nothing and lasts
 * when it returns true.
 */
MUST_CHECK bool db_is_free(const char *path, GError **error);
MUST_CHECK bool db_settle(const char *made, const char *path, GError **error);

/* What stands behind a database's path in the names of its files: "" for itself, then what the engine
 * may put beside it. db_remove() removes all of them, as far as they are there. */
extern const char *const db_file_ends[4];
void db_remove(const char *path);

/*
 * A name beside the path for a database that is to be there once it is whole and proved, such as
 * "box.db.making-1". db_draft_settle() gives it its place as db_settle() does; db_draft_end() removes
 * what is left of it, and takes NULL. What makers that were killed have left in the folder is removed by the
 * next db_draft_begin(), and nothing of one that lives: each holds a lock for as long. Errors as the
 * system's are (err_kind_of_system()).
 */
struct db_draft;
MUST_CHECK bool db_draft_begin(const char *path, struct db_draft **draft, GError **error);
const char *db_draft_name(const struct db_draft *draft);
MUST_CHECK bool db_draft_settle(const struct db_draft *draft, GError **error);
void db_draft_end(struct db_draft *draft);

/* Has an error speak of a name that the person knows in place of the draft's. */
void db_draft_rename(const struct db_draft *draft, const char *shown, GError *error);

/* How much of the file it may hold in memory, in MiB; 64 until it is set. */
MUST_CHECK bool db_set_cache(struct db *db, int mebibytes, GError **error);

/* The path it was opened by; as long as the database is open. */
const char *db_path(const struct db *db);

/*
 * A transaction that writes; it waits a while for another writer, then ERR_BUSY. Pairs of db_begin()
 * and db_end() nest, and only the outermost writes. db_end() keeps the changes of its pair when ok is
 * true and drops them when it is false, and returns whether they are kept; what the pairs around it
 * did stays. With ok false it sets no error, so that the one that made it false stands.
 *
 * ERR_BROKEN from a db_end(ok) leaves it unknown whether the changes were kept (the disk failed in
 * the middle): open again and post the same ids, which settles it.
 *
 * db_begin_read() holds one snapshot over several reads; end it with db_end().
 */
MUST_CHECK bool db_begin(struct db *db, GError **error);
MUST_CHECK bool db_begin_read(struct db *db, GError **error);
bool db_end(struct db *db, bool ok, GError **error);
bool db_in_transaction(const struct db *db);

/* Whether a connection waits a while for others who write, as it does at first, or fails at once. */
void db_be_patient(struct db *db, bool patient);

/* Whether the last db_end() left it unknown, as above. */
bool db_is_unsure(const struct db *db);

/*
 * What was committed stands in a log first. db_checkpoint() brings it into the file itself, without
 * waiting for anyone or, with wait, waiting for those who read until all of it is there and the log
 * begins anew; *mebibytes is how large the log is. Not in a transaction. After db_checkpoint_by_hand() no db_end()
 * of this connection does it by itself, which it otherwise does now and then.
 */
MUST_CHECK bool db_checkpoint(struct db *db, bool wait, int *mebibytes, GError **error);
MUST_CHECK bool db_checkpoint_by_hand(struct db *db, GError **error);

/* A number that changes whenever another connection wrote to the file. */
MUST_CHECK bool db_version(struct db *db, int64_t *version, GError **error);

/*
 * A statement, kept with the connection and handed out again. The text has to be a string literal,
 * so no SQL is ever put together at run time; a variable does not compile. Never NULL. A statement
 * that is still in use can't be had again before its db_done().
 */
#define db_query(db, sql) db_query_literal((db), "" sql "")
struct db_stmt *db_query_literal(struct db *db, const char *sql);

/* Every :name in the text must be bound, without the colon; one left out is a failure. Text and
 * blobs are not copied: they must stay until db_done(). NULL gives SQL NULL. */
void db_bind_int(struct db_stmt *q, const char *name, int64_t value);
void db_bind_text(struct db_stmt *q, const char *name, const char *value);
void db_bind_blob(struct db_stmt *q, const char *name, const void *value, size_t size);
void db_bind_null(struct db_stmt *q, const char *name);

/* Moves to the next row; false at the end and after any failure. */
bool db_row(struct db_stmt *q);

/* Columns of the row, from 0; text and blobs are borrowed until the next db_row() or db_done(). */
int64_t db_int(struct db_stmt *q, int column);
const char *db_text(struct db_stmt *q, int column); /* "" for NULL */
const void *db_blob(struct db_stmt *q, int column, size_t *size);
bool db_is_null(struct db_stmt *q, int column);

MUST_CHECK bool db_done(struct db_stmt *q, GError **error);

/* db_row() to the end and db_done(), for a statement whose rows don't matter. */
MUST_CHECK bool db_run(struct db_stmt *q, GError **error);

/* The single number of a query with one row, one column; missing where there is no row or NULL. */
MUST_CHECK bool db_one_int(struct db_stmt *q, int64_t missing, int64_t *value, GError **error);

/*
 * From here on no statement of this connection writes a table that is not named (NULL at the end; the
 * array stays as it is and lasts as long as the connection), or changes the tables themselves. One that
 * would, also by a trigger or a foreign key, is ERR_DENIED, and nothing of it was done. NULL: all may be
 * written, as in the beginning. It costs a comparison a statement, however often it changes.
 */
void db_allow(struct db *db, const char *const *tables);

/* Rows that the last INSERT, UPDATE or DELETE changed. */
int64_t db_changed(struct db *db);

/*
 * Copies the whole database to another file while others read and write it. The copy is complete
 * and on the disk when this returns true; progress, which may be NULL, hears pages done and in all.
 * ERR_REFUSED where the target exists.
 */
typedef void db_progress(int done, int all, void *data);
MUST_CHECK bool db_copy(struct db *db, const char *target, db_progress *progress, void *data,
                        GError **error);

/* Puts the whole content of another database file in the place of this one's, in one step. After
 * ERR_BUSY nothing was replaced; ERR_BROKEN leaves it unknown, as it does from db_end(). */
MUST_CHECK bool db_replace(struct db *db, const char *source, db_progress *progress, void *data,
                           GError **error);

/* Adds to faults (char *) how tables, indexes and triggers differ from those that this program makes: one
 * that is missing, was changed, or was put in by another. */
MUST_CHECK bool db_check_tables(struct db *db, GPtrArray *faults, GError **error);

/* Whether the file's own structure is sound: pages, indexes, foreign keys. ERR_BROKEN tells what is not. */
MUST_CHECK bool db_check(struct db *db, GError **error);

#endif
