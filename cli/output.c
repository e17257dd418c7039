#include "cli/output.h"

#include <stdio.h>
#include <string.h>

#include "base/words.h"
#include "schema/db.h"

/* By the first bytes: of an SQLite file, and medbox's application id in big-endian order. */
static bool
is_inventory(const char *path)
{
    static const char magic[16] = "SQLite format 3";
    char head[72];
    FILE *file = fopen(path, "rbe");
    size_t got = file != NULL ? fread(head, 1, sizeof(head), file) : 0;

    if (file != NULL)
        fclose(file);
    return got == sizeof(head) && memcmp(head, magic, sizeof(magic)) == 0 &&
           memcmp(head + 68, "mbox", 4) == 0;
}

/* What the engine puts beside the file in use, by names without links and dots. */
static bool
is_beside(const char *path, const char *db)
{
    g_autofree char *whole = g_canonicalize_filename(path, NULL);
    g_autofree char *used = g_canonicalize_filename(db, NULL);

    for (size_t i = 1; i < G_N_ELEMENTS(db_file_ends); i++)
        if (g_str_has_prefix(whole, used) && strcmp(whole + strlen(used), db_file_ends[i]) == 0)
            return true;
    return false;
}

static bool
check_place(const char *path, const char *db, GError **error)
{
    if (!g_file_test(path, G_FILE_TEST_EXISTS))
        return true;
    if (!g_file_test(path, G_FILE_TEST_IS_REGULAR))
        return err_set(error, ERR_INPUT, _("%s is no ordinary file; give another name"), path);
    return (!is_inventory(path) && !is_beside(path, db)) ||
           err_set(error, ERR_REFUSED,
                   _("%s is an inventory, which is not overwritten; give another name"), path);
}

/* Nothing is lost by replacing it. */
static bool
is_empty(const char *path)
{
    FILE *file = fopen(path, "rbe");
    bool empty = file != NULL && fgetc(file) == EOF;

    if (file != NULL)
        fclose(file);
    return empty;
}

static bool
is_of_kind(const char *path, const char *kind)
{
    size_t length = strlen(path), end = strlen(kind);

    return length > end + 1 && path[length - end - 1] == '.' &&
           g_ascii_strcasecmp(path + length - end, kind) == 0;
}

bool
output_check(const char *path, const char *kind, const char *db, GError **error)
{
    return check_place(path, db, error) &&
           (!g_file_test(path, G_FILE_TEST_EXISTS) || is_of_kind(path, kind) || is_empty(path) ||
            err_set(
                error, ERR_REFUSED,
                _("%s is there already and does not end in .%s: it may be something else, and is "
                  "not replaced; give another name, or take it away first"),
                path, kind));
}

void
output_say_replaced(struct face *face, const char *first, size_t n)
{
    if (n == 1)
        answer_notice(face->answer, _("%s was there before and is replaced"), first);
    else if (n > 1)
        answer_notice(face->answer,
                      _("%s and others, %zu files, were there before and are replaced"), first, n);
}

bool
output_check_new(const char *path, const char *db, GError **error)
{
    return check_place(path, db, error) &&
           (!g_file_test(path, G_FILE_TEST_EXISTS) ||
            err_set(error, ERR_REFUSED,
                    _("%s is there already, perhaps filled in; give another name"), path));
}
