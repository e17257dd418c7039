#include "cli/line.h"

#include <string.h>

#include "base/words.h"

/* Reads a command line given as one text with blanks between the words. */
static bool
read_text(const char *text, struct line *line, char ***words_of_line, GError **error)
{
    *words_of_line = g_strsplit(text, " ", -1);
    return line_read((int)g_strv_length(*words_of_line), *words_of_line, line, error);
}

static const struct line_value *
value(const struct line *line, const char *option)
{
    return g_hash_table_lookup(line->options, option);
}

static void
test_common_options_stand_anywhere(void)
{
    static const char *const texts[] = {
        "medbox --db a.db --json box list --all",
        "medbox box list --all --db a.db --json",
        "medbox --json box list --db=a.db --all",
    };

    for (size_t i = 0; i < G_N_ELEMENTS(texts); i++) {
        g_auto(GStrv) words_of_line = NULL;
        struct line line;

        g_assert_true(read_text(texts[i], &line, &words_of_line, NULL));
        g_assert_cmpstr(line.db, ==, "a.db");
        g_assert_true(line.json);
        g_assert_cmpstr(line.verb->sub, ==, "list");
        g_assert_nonnull(value(&line, "all"));
        g_assert_null(value(&line, "area"));
        line_clear(&line);
    }
}

static void
test_values_are_read(void)
{
    g_auto(GStrv) words_of_line = NULL;
    struct line line;

    g_assert_true(read_text("medbox box add Gate --in 3 --lat -30.5 --lon 113.91 --residents 12",
                            &line, &words_of_line, NULL));
    g_assert_cmpuint(line.arg_count, ==, 1);
    g_assert_cmpstr(line.args[0], ==, "Gate");
    g_assert_cmpstr(value(&line, "in")->text, ==, "3");
    g_assert_cmpint(value(&line, "lat")->number, ==, -30500000);
    g_assert_cmpint(value(&line, "lon")->number, ==, 113910000);
    g_assert_cmpint(value(&line, "residents")->number, ==, 12);
    line_clear(&line);
}

/* As they come through a Chinese input method, or as people write a day. */
static void
test_typed_values_are_plain(void)
{
    static const struct {
        const char *option, *text;
        int64_t number;
    } rows[] = {
        {"packs", "３", 3},
        {"packs", "　１２ ", 12},
        {"expiry", "２０２７-０３", 20908},
        {"expiry", "２０２７－０３", 20908},
        {"expiry", "2027—03", 20908},
        {"expiry", "2027。3", 20908},
        {"expiry", "2027/3", 20908},
        {"expiry", "202703", 20908},
        {"expiry", "2027年3月", 20908},
        {"expiry", "２０２７年３月３１日", 20908},
        {"at", "２０２６－１１－２４Ｔ１０：００：００＋０８：００", INT64_C(1795485600000)},
    };

    for (size_t i = 0; i < G_N_ELEMENTS(rows); i++) {
        g_autofree char *option = g_strdup_printf("--%s=%s", rows[i].option, rows[i].text);
        char *argv[] = {
            (char[]){"medbox"}, (char[]){"donate"}, (char[]){"Gate"}, (char[]){"1"}, option, NULL};
        struct line line;
        GError *error = NULL;

        g_assert_true(line_read(5, argv, &line, &error));
        g_assert_no_error(error);
        g_assert_cmpint(value(&line, rows[i].option)->number, ==, rows[i].number);
        line_clear(&line);
    }
}

static void
test_numbers_of_entries(void)
{
    static const char *const wrong[] = {"",    "#", "0",   "-1",
                                        "1.5", "x", "##1", "9999999999999999999"};
    int64_t number = 0;

    g_assert_true(line_entry("12", &number) && number == 12);
    g_assert_true(line_entry("#12", &number) && number == 12);
    g_assert_true(line_entry("＃１３", &number) && number == 13);
    for (size_t i = 0; i < G_N_ELEMENTS(wrong); i++)
        g_assert_false(line_entry(wrong[i], &number));
}

static void
test_wrong_lines_are_refused(void)
{
    static const struct {
        const char *text, *says;
    } rows[] = {
        {"medbox bx list", "did you mean “box”?"},
        {"medbox box lst", "“medbox box list”?"},
        {"medbox nothing", "“nothing”"},
        {"medbox box", "list, show"},
        {"medbox box show", "BOX is missing"},
        {"medbox drug bind 6901234567892", "DRUG is missing"},
        {"medbox box add Gate", "--in AREA is missing"},
        {"medbox box show A B", "“B”"},
        {"medbox box list --colour", "--colour"},
        {"medbox box list -x", "-x"},
        {"medbox box list --db", "--db needs"},
        {"medbox box add G --in 1 --lat 91", "from -90 to 90"},
        {"medbox box add G --in 1 --lat nan", "“nan”"},
        {"medbox box add G --in 1 --lat 3x", "“3x”"},
        {"medbox box add G --in 1 --residents 1.5", "“1.5”"},
        {"medbox box add G --in 1 --residents -1", "“-1”"},
        {"medbox box add G --in 1 --place \xff", "--place"},
    };

    for (size_t i = 0; i < G_N_ELEMENTS(rows); i++) {
        g_autoptr(GError) error = NULL;
        g_auto(GStrv) words_of_line = NULL;
        struct line line;

        g_assert_false(read_text(rows[i].text, &line, &words_of_line, &error));
        g_assert_error(error, ERR, ERR_INPUT);
        g_assert_nonnull(strstr(error->message, rows[i].says));
        line_clear(&line);
    }
}

static void
test_json_is_seen_after_a_mistake(void)
{
    g_auto(GStrv) words_of_line = NULL;
    struct line line;

    g_assert_false(read_text("medbox box list --colour --json", &line, &words_of_line, NULL));
    g_assert_true(line.json);
    line_clear(&line);
}

static void
test_help_takes_the_words_after_it(void)
{
    static const char *const texts[] = {
        "medbox help box add",
        "medbox box add --help",
        "medbox help --lang en box add",
        "medbox -h box add",
    };

    for (size_t i = 0; i < G_N_ELEMENTS(texts); i++) {
        g_auto(GStrv) words_of_line = NULL;
        struct line line;

        g_assert_true(read_text(texts[i], &line, &words_of_line, NULL));
        g_assert_true(line.help);
        g_assert_null(line.verb);
        g_assert_cmpstr(line.words[0], ==, "box");
        g_assert_cmpstr(line.words[1], ==, "add");
        line_clear(&line);
    }
}

static void
test_moments(void)
{
    int64_t ms = 0;

    g_assert_true(line_moment("x", "2026-11-24T10:00:00+08:00", &ms, NULL));
    g_assert_cmpint(ms, ==, INT64_C(1795485600000));
    g_assert_true(line_moment("x", "2026-11-24 10:00", &ms, NULL));
    g_assert_cmpint(ms, ==, INT64_C(1795485600000));
    g_assert_true(line_moment("x", "2026-11-24T02:00:00Z", &ms, NULL));
    g_assert_cmpint(ms, ==, INT64_C(1795485600000));
    for (const char *const *bad = (const char *const[]){"", "yesterday", "2026-13-01T10:00:00",
                                                        "2026-11-24", "24.11.2026 10:00", NULL};
         *bad != NULL; bad++) {
        g_autoptr(GError) error = NULL;

        g_assert_false(line_moment("--at", *bad, &ms, &error));
        g_assert_error(error, ERR, ERR_INPUT);
        g_assert_nonnull(strstr(error->message, "--at"));
    }
}

static void
test_rows_of_the_table_are_whole(void)
{
    for (const struct verb *const *group = verb_groups; *group != NULL; group++)
        for (const struct verb *verb = *group; verb->name != NULL; verb++) {
            int used = 0;

            g_assert_nonnull(verb->usage);
            g_assert_nonnull(verb->help);
            g_assert_nonnull(verb->run);
            g_assert_true(verb_find(verb->name, verb->sub, &used, NULL) == verb);
            g_assert_cmpint(used, ==, verb->sub != NULL ? 2 : 1);
            for (const struct verb_option *option = verb->options;
                 option != NULL && option->name != NULL; option++) {
                g_assert_nonnull(option->meaning);
                g_assert_true((option->value == NULL) == (option->kind == VERB_FLAG));
                if (option->kind == VERB_NUMBER || option->kind == VERB_DEGREE)
                    g_assert_cmpint(option->low, <, option->high);
            }
        }
}

/* Neither value is the one that was meant. */
static void
test_once_is_enough(void)
{
    static const char *const texts[] = {
        "medbox box list --all --all",       "medbox box add Gate --in 3 --in 4",
        "medbox box add Gate --in=3 --in 3", "medbox --db a.db box list --db b.db",
        "medbox box list --by Li --by Li",
    };

    for (size_t i = 0; i < G_N_ELEMENTS(texts); i++) {
        g_auto(GStrv) words_of_line = NULL;
        g_autoptr(GError) error = NULL;
        struct line line;

        g_assert_false(read_text(texts[i], &line, &words_of_line, &error));
        g_assert_error(error, ERR, ERR_INPUT);
        g_assert_nonnull(strstr(error->message, "is given twice"));
        line_clear(&line);
    }
}

int
main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    words_use(WORDS_EN);
    g_test_add_func("/line/common options stand anywhere", test_common_options_stand_anywhere);
    g_test_add_func("/line/values are read by their kind", test_values_are_read);
    g_test_add_func("/line/values are read as an input method types them",
                    test_typed_values_are_plain);
    g_test_add_func("/line/entries are called by their numbers", test_numbers_of_entries);
    g_test_add_func("/line/wrong lines are refused in words", test_wrong_lines_are_refused);
    g_test_add_func("/line/--json is seen after a mistake", test_json_is_seen_after_a_mistake);
    g_test_add_func("/line/help takes the words after it", test_help_takes_the_words_after_it);
    g_test_add_func("/line/moments are read with and without zone", test_moments);
    g_test_add_func("/line/every row of the table is whole", test_rows_of_the_table_are_whole);
    g_test_add_func("/line/once", test_once_is_enough);
    return g_test_run();
}
