/* medbox check, backup, restore: that nothing is lost. */

#include <errno.h>
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
                   result->findings->len);
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

static bool
run_backup(struct face *face, GError **error)
{
    const char *file = face->args[0];
    struct audit result = {0};
    bool ok;

    if (g_file_test(file, G_FILE_TEST_EXISTS))
        return err_set(error, ERR_REFUSED,
                       _("%s is there already: choose another name, a backup overwrites nothing"),
                       file);
    ok = copy_to(inventory_db(face->inventory), file, error) && prove(face, file, &result, error);
    if (ok) {
        answer_text(face->answer, "file", file);
        answer_say(face->answer,
                   words_plural("Backup is good: %lld booking in %s; head %s",
                                "Backup is good: %lld bookings in %s; head %s", result.movements),
                   (long long)result.movements, file, result.head);
    } else {
        db_remove(file);
    }
    audit_clear(&result);
    return ok;
}

/* A copy of the backup beside the inventory: it is opened, and perhaps brought up to this version,
 * in place of the backup itself, which stays as it is. */
static bool
stage(const char *backup, const char *staged, GError **error)
{
    g_autoptr(GFile) from = g_file_new_for_path(backup);
    g_autoptr(GFile) to = g_file_new_for_path(staged);
    g_autofree char *folder = g_path_get_dirname(staged);
    g_autoptr(GError) why = NULL;

    if (!g_file_test(backup, G_FILE_TEST_IS_REGULAR))
        return err_set(error, ERR_MISSING, _("there is no file %s"), backup);
    if (g_mkdir_with_parents(folder, 0700) == 0 &&
        g_file_copy(from, to, G_FILE_COPY_NONE, NULL, NULL, NULL, &why))
        return true;
    return err_set(error, ERR_BROKEN, _("%s can't be copied to %s: %s"), backup, folder,
                   why != NULL ? why->message : err_system(errno));
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
            return err_set(error, ERR_BROKEN, _("%s can't be moved to %s: %s"), from, to,
                           err_system(errno));
    }
    return true;
}

/* Puts the content in the place of an inventory that others may have open, in one step. */
static bool
replace(struct db *current, const char *staged, const char *aside, GError **error)
{
    struct progress progress = {.what = _("Restoring")};
    g_autoptr(GError) why = NULL;
    bool copied = copy_to(current, aside, &why);
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
    g_autofree char *made = g_strconcat(staged, ".made", NULL);
    struct db *db = NULL;
    bool ok = db_open(staged, DB_OPEN, &db, error) && copy_to(db, made, error);

    db_close(db);
    ok = ok && move_aside(face, aside, error) && db_settle(made, face->db, error);
    db_remove(made);
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

/* A complaint about the staged copy is one about the backup, whose name the person knows. */
static bool
prove_staged(struct face *face, const char *staged, struct audit *result, GError **error)
{
    g_autoptr(GError) why = NULL;
    GString *message;

    if (prove(face, staged, result, &why))
        return true;
    message = g_string_new(why->message);
    g_string_replace(message, staged, face->args[0], 0);
    g_free(why->message);
    why->message = g_string_free(message, FALSE);
    g_propagate_error(error, g_steal_pointer(&why));
    return false;
}

static bool
run_restore(struct face *face, GError **error)
{
    g_autofree char *staged = g_strdup_printf("%s.restoring-%d", face->db, (int)getpid());
    g_autofree char *aside = NULL;
    struct audit result = {0};
    bool ok;

    ok = stage(face->args[0], staged, error) && prove_staged(face, staged, &result, error) &&
         put(face, staged, &aside, error);
    if (ok)
        say_restored(face, &result, aside);
    db_remove(staged);
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
