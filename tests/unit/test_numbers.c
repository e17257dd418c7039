#include "cli/numbers.h"

#include <string.h>

/* "3 4 5" of words with blanks between them; "?" and the word that is wrong. */
static char *
read_words(const char *text)
{
    g_auto(GStrv) words = g_strsplit(text, " ", -1);
    const char *wrong = NULL;
    g_autoptr(GArray) numbers = numbers_read(words, &wrong);
    GString *list = g_string_new(NULL);

    if (numbers == NULL)
        g_string_printf(list, "?%s", wrong);
    for (guint i = 0; numbers != NULL && i < numbers->len; i++)
        g_string_append_printf(list, "%s%lld", i > 0 ? " " : "",
                               (long long)g_array_index(numbers, int64_t, i));
    return g_string_free(list, FALSE);
}

static void
test_read(void)
{
    static const char *const rows[][2] = {
        {"5", "5"},          {"#5 7", "5 7"},       {"3-6", "3 4 5 6"},
        {"3,5", "3 5"},      {"9,3-5,", "9 3 4 5"}, {"3,3-4 4", "3 4"},
        {"３－５", "3 4 5"}, {"3、5，7", "3 5 7"},  {"3至5", "3 4 5"},
        {"3～4", "3 4"},     {"#3-#4", "3 4"},      {"7-7", "7"},
    };

    for (size_t i = 0; i < G_N_ELEMENTS(rows); i++) {
        g_autofree char *list = read_words(rows[i][0]);

        g_assert_cmpstr(list, ==, rows[i][1]);
    }
}

static void
test_wrong(void)
{
    static const char *const texts[] = {"x",
                                        "5-3",
                                        "3-",
                                        "-3",
                                        "1-2-3",
                                        "0",
                                        ",",
                                        "3.5",
                                        "1-99999999",
                                        "9223372036854775808",
                                        "1-9223372036854775807"};

    for (size_t i = 0; i < G_N_ELEMENTS(texts); i++) {
        g_autofree char *text = g_strconcat("1 ", texts[i], " 2", NULL);
        g_autofree char *list = read_words(text), *said = g_strconcat("?", texts[i], NULL);

        g_assert_cmpstr(list, ==, said);
    }
}

static void
test_all(void)
{
    char *all[] = {(char[]){"All"}, NULL}, *chinese[] = {(char[]){"全部"}, NULL};
    char *more[] = {(char[]){"all"}, (char[]){"3"}, NULL}, *none[] = {NULL};

    g_assert_true(numbers_are_all(all));
    g_assert_true(numbers_are_all(chinese));
    g_assert_false(numbers_are_all(more));
    g_assert_false(numbers_are_all(none));
}

int
main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/numbers/read", test_read);
    g_test_add_func("/numbers/wrong", test_wrong);
    g_test_add_func("/numbers/all", test_all);
    return g_test_run();
}
