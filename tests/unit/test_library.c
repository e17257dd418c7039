#include "base/library.h"

#include <math.h>
#include <string.h>

#include "base/words.h"

#define CALLS(X) X(, hypot) X(f, max)
#define LACKING(X) X(, hypot) X(medbox_, nothing)

double medbox_nothing(double);

LIBRARY(maths, "libm.so.6", CALLS)
LIBRARY(lacking, "libm.so.6", LACKING)
LIBRARY(none, "libmedbox-none.so.7", CALLS)

static void
calls_are_made_once_it_is_loaded(void)
{
    g_autoptr(GError) error = NULL;

    g_assert_null(maths.hypot);
    for (int i = 0; i < 2; i++) {
        g_assert_true(library_load(&maths_library, &error));
        g_assert_no_error(error);
    }
    g_assert_cmpfloat(maths.hypot(3, 4), ==, 5);
    g_assert_cmpfloat(maths.max(3, 4), ==, 4);
}

/* Each time, as it may be installed meanwhile. */
static void
one_that_is_missing_is_named(void)
{
    for (int i = 0; i < 2; i++) {
        g_autoptr(GError) error = NULL;

        g_assert_false(library_load(&none_library, &error));
        g_assert_error(error, ERR, ERR_BROKEN);
        g_assert_nonnull(strstr(error->message, "libmedbox-none.so.7"));
        g_assert_false(library_load(&none_library, NULL));
    }
}

static void
one_that_lacks_a_call_is_refused(void)
{
    g_autoptr(GError) error = NULL;

    g_assert_false(library_load(&lacking_library, &error));
    g_assert_error(error, ERR, ERR_BROKEN);
    g_assert_nonnull(strstr(error->message, "libm.so.6"));
}

static gpointer
load_and_call(gpointer data)
{
    (void)data;
    g_assert_true(library_load(&maths_library, NULL));
    g_assert_cmpfloat(maths.max(1, 2), ==, 2);
    return NULL;
}

static void
many_threads_may_want_it_at_once(void)
{
    GThread *threads[8];

    for (size_t i = 0; i < G_N_ELEMENTS(threads); i++)
        threads[i] = g_thread_new("library", load_and_call, NULL);
    for (size_t i = 0; i < G_N_ELEMENTS(threads); i++)
        g_thread_join(threads[i]);
}

int
main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    words_use(WORDS_EN);
    g_test_add_func("/library/loaded", calls_are_made_once_it_is_loaded);
    g_test_add_func("/library/missing", one_that_is_missing_is_named);
    g_test_add_func("/library/lacking", one_that_lacks_a_call_is_refused);
    g_test_add_func("/library/threads", many_threads_may_want_it_at_once);
    return g_test_run();
}
