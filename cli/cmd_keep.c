/* medbox check, backup, restore: that nothing is lost. */

#include <errno.h>
#include <fcntl.h>
#include <unistd.h>

#include <gio/gio.h>
#include <glib/gstdio.h>

#include "base/words.h"
#include "cli/face.h"
#include "cli/progress.h"
#include "cli/verb.h"
#include "inventory/audit.h"
#include "planning/learned.h"
#include "schema/db.h"

/* The ledger and the file itself; findings are in the audit. */
static bool
audit(struct inventory *inventory, struct audit *result, GError **error)
{
    struct progress progress = {.what = _("Checking")};
    bool ok = db_check(inventory_db(inventory), error) &&
              audit_run(inventory, progress_movements, &progress, result, error);

    progress_end(&progress);
    return ok;
}

/* The findings, a line each, and the failure that they are. */
static bool
fail(struct face *face, const struct audit *result, GError **error)
{
    for (guint i = 0; i < result->findings->len; i++)
        answer_say(face->answer, "%s", (const char *)result->findings->pdata[i]);
    return err_set(error, ERR_BROKEN,
                   words_plural("%u thing in the books does not hold; keep the file as it is and "
                                "restore the last good backup",
                                "%u things in the books don't hold; keep the file as it is and "
                                "restore the last good backup",
                                result->findings->len),
                   result->findings->len) ||
           err_next(error, ERR_NEXT_RESTORE);
}

static void
tell(struct face *face, const struct audit *result)
{
    answer_number(face->answer, "movements", result->movements);
    answer_text(face->answer, "head", result->head);
}

/* What was learned of demand is no part of the books, and is mended on the spot. */
static bool
check_learned(struct face *face, GError **error)
{
    bool right;

    if (!learned_check(face->inventory, face->now, &right, error))
        return false;
    if (!right)
        answer_notice(face->answer,
                      _("What was learned of demand differed from the ledger; it will "
                        "be learned anew."));
    return true;
}

static bool
run_check(struct face *face, GError **error)
{
    struct audit result = {0};
    bool ok = audit(face->inventory, &result, error) &&
              (result.findings->len > 0 || check_learned(face, error));

    if (ok) {
        tell(face, &result);
        if (result.findings->len > 0)
            ok = fail(face, &result, error);
        else
            answer_say(face->answer,
                       words_plural("%lld booking, chain whole, stock equals the ledger; head %s",
                                    "%lld bookings, chain whole, stock equals the ledger; head %s",
                                    result.movements),
                       (long long)result.movements, result.head);
    }
    audit_clear(&result);
    return ok;
}

/* Opens a copy and proves it; the answer tells of its movements and head. */
static bool
prove(struct face *face, const char *file, struct audit *result, GError **error)
{
    struct inventory *copy = NULL;
    bool ok;

    if (!inventory_open(file, &copy, error))
        return false;
    ok = audit(copy, result, error);
    inventory_close(copy);
    if (!ok)
        return false;
    tell(face, result);
    return result->findings->len == 0 || fail(face, result, error);
}

static bool
copy_to(struct db *db, const char *file, GError **error)
{
    struct progress progress = {.what = _("Copying")};
    bool ok = db_copy(db, file, progress_pages, &progress, error);

    progress_end(&progress);
    return ok;
}

/* The error of a draft that did not become what it should, in words of what the person named. A damaged
 * file is told of in the words handed over, which name it: what to do is another thing for each. */
static bool
pass_on(const struct db_draft *draft, const char *shown, const char *damaged, GError *why,
        GError **error)
{
    if (err_next_of(why) == ERR_NEXT_RESTORE) {
        g_free(why->message);
        why->message = g_strdup(damaged);
    }
    db_draft_rename(draft, shown, why);
    g_propagate_error(error, why);
    return false;
}

static bool
prove_draft(struct face *face, const struct db_draft *draft, const char *shown, const char *damaged,
            struct audit *result, GError **error)
{
    GError *why = NULL;

    return prove(face, db_draft_name(draft), result, &why) ||
           pass_on(draft, shown, damaged, why, error);
}

static char *
tell_damaged(const char *db)
{
    return g_strdup_printf(_("%s is damaged: keep it as it is, and restore the last good backup"),
                           db);
}

static bool
copy_to_draft(struct db *db, const struct db_draft *draft, const char *shown, GError **error)
{
    g_autofree char *damaged = tell_damaged(db_path(db));
    GError *why = NULL;

    return copy_to(db, db_draft_name(draft), &why) || pass_on(draft, shown, damaged, why, error);
}

/* It has its name only once it is proved: who finds the name finds a good backup. */
static bool
back_up(struct face *face, const struct db_draft *draft, const char *file, struct audit *result,
        GError **error)
{
    g_autofree char *damaged = tell_damaged(face->db);

    return copy_to_draft(inventory_db(face->inventory), draft, file, error) &&
           prove_draft(face, draft, file, damaged, result, error) && db_draft_settle(draft, error);
}

static bool
run_backup(struct face *face, GError **error)
{
    const char *file = face->args[0];
    struct db_draft *draft = NULL;
    struct audit result = {0};
    bool ok;

    if (g_file_test(file, G_FILE_TEST_EXISTS))
        return err_set(error, ERR_REFUSED,
                       _("%s is there already: choose another name, a backup overwrites nothing"),
                       file);
    ok = db_draft_begin(file, &draft, error) && back_up(face, draft, file, &result, error);
    db_draft_end(draft);
    if (ok) {
        answer_text(face->answer, "file", file);
        answer_say(face->answer,
                   words_plural("Backup is good: %lld booking in %s; head %s",
                                "Backup is good: %lld bookings in %s; head %s", result.movements),
                   (long long)result.movements, file, result.head);
    }
    audit_clear(&result);
    return ok;
}

/* Whether both names are of one file. */
static bool
is_same(const char *one, const char *other)
{
    GStatBuf a, b;

    return g_stat(one, &a) == 0 && g_stat(other, &b) == 0 && a.st_dev == b.st_dev &&
           a.st_ino == b.st_ino;
}

static bool
check_backup(const struct face *face, const char *backup, GError **error)
{
    int fd;

    if (!g_file_test(backup, G_FILE_TEST_EXISTS))
        return err_set(error, ERR_MISSING, _("there is no file %s"), backup);
    if (!g_file_test(backup, G_FILE_TEST_IS_REGULAR))
        return err_set(error, ERR_INPUT, _("%s is no ordinary file; give another name"), backup);
    if (is_same(backup, face->db))
        return err_set(error, ERR_REFUSED,
                       _("%s is the inventory itself; name the backup that is to take its place"),
                       backup);
    fd = g_open(backup, O_RDONLY | O_CLOEXEC);
    if (fd < 0)
        return err_set(error, err_kind_of_system(errno), _("%s can't be read: %s"), backup,
                       err_system(errno));
    close(fd);
    return true;
}

/* A copy of the backup beside the inventory: it is opened, and perhaps brought up to this version,
 * in place of the backup itself, which stays as it is. */
static bool
stage(const struct face *face, const char *backup, struct db_draft **staged, GError **error)
{
    g_autofree char *folder = g_path_get_dirname(face->db);
    g_autoptr(GFile) from = g_file_new_for_path(backup);
    g_autoptr(GFile) to = NULL;
    g_autoptr(GError) why = NULL;

    if (!check_backup(face, backup, error))
        return false;
    if (g_mkdir_with_parents(folder, 0700) != 0)
        return err_set(error, err_kind_of_system(errno), _("the folder %s can't be made: %s"),
                       folder, err_system(errno));
    if (!db_draft_begin(face->db, staged, error))
        return false;
    to = g_file_new_for_path(db_draft_name(*staged));
    return g_file_copy(from, to, G_FILE_COPY_NONE, NULL, NULL, NULL, &why) ||
           err_set(error, ERR_BROKEN, _("%s can't be copied to %s: %s"), backup, folder,
                   why->message);
}

/* "FILE.before-restore-2026-11-24", with a number behind it where that is taken. */
static char *
name_aside(const struct face *face)
{
    g_autofree char *moment = rows_moment_iso(face->now, answer_utc_offset(face->answer));
    char *name = g_strdup_printf("%s.before-restore-%.10s", face->db, moment);

    for (int i = 2; g_file_test(name, G_FILE_TEST_EXISTS); i++) {
        g_free(name);
        name = g_strdup_printf("%s.before-restore-%.10s-%d", face->db, moment, i);
    }
    return name;
}

/* Moves what can't be opened any more out of the way. A journal without its file goes too: it would
 * be taken for one of the file that comes. */
static bool
move_aside(const struct face *face, const char *aside, GError **error)
{
    for (size_t i = 0; i < G_N_ELEMENTS(db_file_ends); i++) {
        g_autofree char *from = g_strconcat(face->db, db_file_ends[i], NULL);
        g_autofree char *to = g_strconcat(aside, db_file_ends[i], NULL);

        if (g_file_test(from, G_FILE_TEST_EXISTS) && g_rename(from, to) != 0)
            return err_set(error, err_kind_of_system(errno), _("%s can't be moved to %s: %s"), from,
                           to, err_system(errno));
    }
    return true;
}

/* A whole copy of what is there, or none. */
static bool
keep_copy(struct db *current, const char *aside, GError **error)
{
    struct db_draft *draft = NULL;
    bool ok = db_draft_begin(aside, &draft, error) && copy_to_draft(current, draft, aside, error) &&
              db_draft_settle(draft, error);

    db_draft_end(draft);
    return ok;
}

/* Puts the content in the place of an inventory that others may have open, in one step. */
static bool
replace(struct db *current, const char *staged, const char *aside, GError **error)
{
    struct progress progress = {.what = _("Restoring")};
    g_autoptr(GError) why = NULL;
    bool copied = keep_copy(current, aside, &why);
    bool ok = copied && db_replace(current, staged, progress_pages, &progress, &why);

    progress_end(&progress);
    if (ok)
        return true;
    if (copied && !g_error_matches(why, ERR, ERR_BUSY)) /* it may be replaced, or not */
        return err_set(error, (enum err)why->code,
                       _("%s; what was there before is kept in %s: look with “medbox check” which "
                         "of the two is there now"),
                       why->message, aside);
    db_remove(aside);
    g_propagate_error(error, g_steal_pointer(&why));
    return false;
}

/* A new file where none can be opened. It is whole before it has its name, and what it takes the place
 * of goes aside only then. */
static bool
place(struct face *face, const char *staged, const char *aside, GError **error)
{
    struct db_draft *made = NULL;
    struct db *db = NULL;
    bool ok = db_open(staged, DB_OPEN, &db, error) && db_draft_begin(face->db, &made, error) &&
              copy_to_draft(db, made, face->db, error);

    db_close(db);
    ok = ok && move_aside(face, aside, error) && db_draft_settle(made, error);
    db_draft_end(made);
    return ok;
}

/* *aside is where what was there is kept; NULL where nothing was. */
static bool
put(struct face *face, const char *staged, char **aside, GError **error)
{
    g_autoptr(GError) unusable = NULL;
    struct db *current = NULL;
    bool ok;

    *aside = name_aside(face);
    if (db_open(face->db, DB_OPEN, &current, &unusable)) {
        ok = replace(current, staged, *aside, error);
        db_close(current);
        return ok;
    }
    if (g_error_matches(unusable, ERR, ERR_BUSY)) {
        g_propagate_error(error, g_steal_pointer(&unusable));
        return false;
    }
    ok = place(face, staged, *aside, error);
    if (g_error_matches(unusable, ERR, ERR_MISSING))
        g_clear_pointer(aside, g_free);
    return ok;
}

static void
say_restored(struct face *face, const struct audit *result, const char *aside)
{
    answer_text(face->answer, "db", face->db);
    answer_text(face->answer, "kept", aside);
    answer_say(face->answer,
               words_plural("Restored: %lld booking; head %s", "Restored: %lld bookings; head %s",
                            result->movements),
               (long long)result->movements, result->head);
    if (aside != NULL)
        answer_say(face->answer, _("What was there before is kept in %s"), aside);
}

static bool
restore(struct face *face, const struct db_draft *staged, struct audit *result, char **aside,
        GError **error)
{
    const char *backup = face->args[0];
    g_autofree char *damaged = g_strdup_printf(
        _("the backup %s is damaged and nothing was changed; take another backup"), backup);

    if (!prove_draft(face, staged, backup, damaged, result, error))
        return err_next(error, ERR_NEXT_NOTHING);
    return put(face, db_draft_name(staged), aside, error);
}

static bool
run_restore(struct face *face, GError **error)
{
    struct db_draft *staged = NULL;
    g_autofree char *aside = NULL;
    struct audit result = {0};
    bool ok =
        stage(face, face->args[0], &staged, error) && restore(face, staged, &result, &aside, error);

    if (ok)
        say_restored(face, &result, aside);
    db_draft_end(staged);
    audit_clear(&result);
    return ok;
}

const struct verb verb_keep[] = {
    {.name = "check",
     .usage = "",
     .help = N_("Proves that the ledger is whole and that stock follows from it."),
     .run = run_check},
    {.name = "backup",
     .usage = N_("FILE"),
     .help = N_("Copies the inventory while it is in use, and proves the copy."),
     .least = 1,
     .most = 1,
     .run = run_backup},
    {.name = "restore",
     .usage = N_("FILE"),
     .help = N_("Puts a backup in the inventory's place; what was there is kept."),
     .least = 1,
     .most = 1,
     .without_inventory = true,
     .run = run_restore},
    {0},
};
