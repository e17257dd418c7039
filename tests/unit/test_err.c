#include "base/err.h"

#include <errno.h>
#include <string.h>

#include "base/words.h"

static void
each_kind_has_its_own_status(void)
{
    static const struct {
        enum err kind;
        int exit_status, http_status;
    } rows[] = {{ERR_BROKEN, 1, 500},  {ERR_INPUT, 2, 400},  {ERR_MISSING, 3, 404},
                {ERR_REFUSED, 4, 409}, {ERR_DENIED, 5, 403}, {ERR_BUSY, 6, 503}};

    for (size_t i = 0; i < G_N_ELEMENTS(rows); i++) {
        GError *error = NULL;

        g_assert_false(err_set(&error, rows[i].kind, "%s %d", "no", 7));
        g_assert_error(error, ERR, (gint)rows[i].kind);
        g_assert_cmpstr(error->message, ==, "no 7");
        g_assert_cmpint(err_exit_status(error), ==, rows[i].exit_status);
        g_assert_cmpint(err_http_status(error), ==, rows[i].http_status);
        g_error_free(error);
    }
}

static void
who_asks_for_no_error_gets_none(void)
{
    g_assert_false(err_set(NULL, ERR_INPUT, "%s", "no"));
}

static void
what_leads_on_stays_with_the_error(void)
{
    GError *error = NULL, *copy;

    g_assert_false(err_next(NULL, ERR_NEXT_COUNT));
    g_assert_false(err_set(&error, ERR_MISSING, "no box"));
    g_assert_cmpint(err_next_of(error), ==, ERR_NEXT_NOTHING);
    g_assert_false(err_next(&error, ERR_NEXT_BOXES));
    g_prefix_error(&error, "line 3: ");
    copy = g_error_copy(error);
    g_assert_cmpstr(copy->message, ==, "line 3: no box");
    g_assert_cmpint(err_next_of(copy), ==, ERR_NEXT_BOXES);
    g_error_free(copy);
    g_clear_error(&error);
    g_set_error(&error, G_FILE_ERROR, 1, "foreign");
    g_assert_cmpint(err_next_of(error), ==, ERR_NEXT_NOTHING);
    g_error_free(error);
}

/* The codes of other domains are no kinds of ours, whatever their number. */
static void
errors_of_others_are_ours_to_mend(void)
{
    GError *error = NULL;

    for (int code = 0; code < 30; code++) {
        g_set_error(&error, G_FILE_ERROR, code, "foreign");
        g_assert_cmpint(err_exit_status(error), ==, 1);
        g_assert_cmpint(err_http_status(error), ==, 500);
        g_clear_error(&error);
    }
}

static void
the_system_speaks_the_readers_language(void)
{
    words_use(WORDS_EN);
    g_assert_cmpstr(err_system(ENOENT), ==, "No such file or directory");
    g_assert_cmpstr(err_system(ENOSPC), ==, "No space left on device");
    words_use(WORDS_ZH);
    g_assert_cmpstr(err_system(ENOENT), !=, "No such file or directory");
    g_assert_cmpstr(err_system(EACCES), ==, words("Permission denied"));
    g_assert_cmpstr(err_system(EDOM), ==, g_strerror(EDOM)); /* one that nobody meets */
}

/* The same fault is of the same kind, whether the system or GLib tells it, and whoever asked. */
static void
each_fault_has_one_kind(void)
{
    static const struct {
        int number;
        enum err kind;
    } rows[] = {{ENOENT, ERR_MISSING}, {ENOTDIR, ERR_MISSING},    {EACCES, ERR_DENIED},
                {EPERM, ERR_DENIED},   {EROFS, ERR_DENIED},       {ENOSPC, ERR_BROKEN},
                {EIO, ERR_BROKEN},     {ENAMETOOLONG, ERR_INPUT}, {EISDIR, ERR_INPUT},
                {EEXIST, ERR_REFUSED}};

    for (size_t i = 0; i < G_N_ELEMENTS(rows); i++) {
        g_autoptr(GError) why =
            g_error_new(G_FILE_ERROR, (gint)g_file_error_from_errno(rows[i].number), "of a file");

        g_assert_cmpint((int)err_kind_of_system(rows[i].number), ==, (int)rows[i].kind);
        g_assert_cmpint((int)err_kind_of_file(why), ==, (int)rows[i].kind);
    }
    g_assert_cmpint((int)err_kind_of_system(EDQUOT), ==, ERR_BROKEN);
    g_assert_cmpint((int)err_kind_of_system(EDOM), ==, ERR_BROKEN);
}

static void
a_file_that_can_t_be_read(void)
{
    g_autofree char *text = NULL;
    g_autoptr(GError) none = NULL, folder = NULL;

    words_use(WORDS_EN);
    g_assert_false(g_file_get_contents("/nowhere/at all", &text, NULL, &none));
    g_assert_cmpstr(err_file(none), ==, "No such file or directory");
    g_assert_false(g_file_get_contents("/", &text, NULL, &folder));
    g_assert_cmpstr(err_file(folder), ==, "Is a directory");
}

static void
what_is_no_error_of_files_stays(void)
{
    GError *error = NULL;

    words_use(WORDS_EN);
    err_set(&error, ERR_MISSING, "there is no box"); /* its number is that of a file error */
    g_assert_cmpstr(err_file(error), ==, "there is no box");
    g_clear_error(&error);
    g_set_error(&error, G_FILE_ERROR, G_FILE_ERROR_FAILED, "it failed");
    g_assert_cmpstr(err_file(error), ==, "it failed");
    g_clear_error(&error);
}

int
main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/err/each kind has its own status", each_kind_has_its_own_status);
    g_test_add_func("/err/who asks for no error gets none", who_asks_for_no_error_gets_none);
    g_test_add_func("/err/what leads on stays with the error", what_leads_on_stays_with_the_error);
    g_test_add_func("/err/errors of others are ours to mend", errors_of_others_are_ours_to_mend);
    g_test_add_func("/err/the system speaks the reader's language",
                    the_system_speaks_the_readers_language);
    g_test_add_func("/err/each fault has one kind", each_fault_has_one_kind);
    g_test_add_func("/err/a file that can't be read", a_file_that_can_t_be_read);
    g_test_add_func("/err/what is no error of files stays", what_is_no_error_of_files_stays);
    return g_test_run();
}
