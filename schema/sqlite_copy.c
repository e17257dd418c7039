/* Copies of the whole database, made while others read and write it. */

#include "schema/sqlite.h"

#include <errno.h>
#include <fcntl.h>
#include <unistd.h>

#include <sqlite3.h>

#include "base/words.h"

#define COPY_PAGES 1024 /* at a time, so that writers get in between */

static bool
transfer_pages(struct db *from, struct db *to, db_progress *progress, void *data, GError **error)
{
    sqlite3_backup *backup = sqlite3_backup_init(to->connection, "main", from->connection, "main");
    int code = SQLITE_OK;

    if (backup == NULL)
        return sqlite_fail(to, sqlite3_errcode(to->connection), "backup", error);
    while (code == SQLITE_OK) { /* a step waits for a lock as long as any statement does */
        code = sqlite3_backup_step(backup, COPY_PAGES);
        if (progress != NULL)
            progress(sqlite3_backup_pagecount(backup) - sqlite3_backup_remaining(backup),
                     sqlite3_backup_pagecount(backup), data);
    }
    sqlite3_backup_finish(backup);
    return code == SQLITE_DONE || sqlite_fail(to, code, "backup", error);
}

/* A connection without migrations or WAL, for a file that is only copied. */
static bool
open_plain(const char *path, int flags, struct db *db, GError **error)
{
    int code;

    *db = (struct db){.path = g_strdup(path)};
    code = sqlite3_open_v2(path, &db->connection, flags | SQLITE_OPEN_NOMUTEX, NULL);
    sqlite3_extended_result_codes(db->connection, 1);
    sqlite3_busy_timeout(db->connection, SQLITE_BUSY_MS);
    return code == SQLITE_OK || sqlite_fail(db, code, path, error);
}

static void
close_plain(struct db *db)
{
    sqlite3_close(db->connection);
    g_free(db->path);
}

bool
sqlite_sync_folder(const char *path, GError **error)
{
    g_autofree char *folder = g_path_get_dirname(path);
    int fd = open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    bool ok = fd >= 0 && fsync(fd) == 0;

    if (!ok)
        err_set(error, err_kind_of_system(errno), _("%s can't be written: %s"), path,
                err_system(errno));
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
    sqlite_make_private(target);
    ok = open_plain(target, SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE, &copy, error) &&
         transfer_pages(db, &copy, progress, data, error) &&
         sqlite_run(&copy, "PRAGMA journal_mode = DELETE", error);
    close_plain(&copy);
    return ok && sqlite_sync_folder(target, error);
}

bool
db_replace(struct db *db, const char *source, db_progress *progress, void *data, GError **error)
{
    struct db from;
    bool ok;

    ok = open_plain(source, SQLITE_OPEN_READONLY, &from, error) &&
         transfer_pages(&from, db, progress, data, error) &&
         sqlite_run(db, "PRAGMA journal_mode = WAL", error);
    close_plain(&from);
    return ok;
}
