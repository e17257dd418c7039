#include "base/day.h"

#include "base/words.h"

static void
parsing(void)
{
    static const struct {
        const char *text, *day;
    } rows[] = {
        {"2027-03-31", "2027-03-31"},    {"2027-03", "2027-03-31"},    {"2028-02", "2028-02-29"},
        {"2027/3/1", "2027-03-01"},      {"2027.11.30", "2027-11-30"}, {"2027-2", "2027-02-28"},
        {"20270331", "2027-03-31"},      {"202702", "2027-02-28"},     {"2027年3月", "2027-03-31"},
        {"2027年03月1日", "2027-03-01"}, {"03/2028", "2028-03-31"},    {"3.2028", "2028-03-31"},
        {"02-2028", "2028-02-29"},
    };

    for (size_t i = 0; i < G_N_ELEMENTS(rows); i++) {
        struct day day;
        char text[DAY_TEXT_SIZE];
        GError *error = NULL;

        g_assert_true(day_parse(rows[i].text, &day, &error));
        g_assert_no_error(error);
        g_assert_cmpstr(day_format(day, text), ==, rows[i].day);
    }
}

static void
refusing(void)
{
    static const char *const rows[] = {
        "",           "soon",       "2027",        "2027-13",    "2027-00",  "2027-02-29",
        "2027-04-31", "2027-03-3x", "2027-03-31 ", " 2027-03",   "-2027-03", "2027-03-31-1",
        "2027-03/31", "1970-01-01", "270331",      "2027-3-",    "27-03",    "2027--3",
        "20271301",   "20270230",   "2027033",     "199903",     "2027年",   "2027年3",
        "2027年3月1", "2027年13月", "3月2027年",   "2027-3-1日", "13/2027",  "0/2027",
        "3/31/2027",  "31/3/2027",  "3/202",       "3/20277",    "032027",   "3//2027",
    };

    for (size_t i = 0; i < G_N_ELEMENTS(rows); i++) {
        struct day day = {1};
        GError *error = NULL;

        g_assert_false(day_parse(rows[i], &day, &error));
        g_assert_error(error, ERR, ERR_INPUT);
        g_assert_cmpint(day.n, ==, DAY_NONE.n);
        g_error_free(error);
    }
}

static void
every_day_survives_its_text(void)
{
    for (int32_t n = 365; n < 60000; n += 7) {
        struct day day;
        char text[DAY_TEXT_SIZE];

        g_assert_true(day_parse(day_format((struct day){n}, text), &day, NULL));
        g_assert_cmpint(day.n, ==, n);
    }
}

static void
no_day_has_no_text(void)
{
    char text[DAY_TEXT_SIZE];

    g_assert_cmpstr(day_format(DAY_NONE, text), ==, "");
    g_assert_cmpstr(day_format(DAY_NEVER, text), ==, "");
    g_assert_cmpstr(day_format((struct day){-5}, text), ==, "");
}

static void
never_is_the_last_day_there_is(void)
{
    g_assert_cmpint(day_of_date(9999, 12, 31).n, ==, DAY_NEVER.n);
    g_assert_cmpint(day_end_of_month(9999, 12).n, ==, DAY_NEVER.n);
    g_assert_cmpint(day_of_date(10000, 1, 1).n, ==, DAY_NONE.n);
    g_assert_cmpint(day_end_of_month(2027, 13).n, ==, DAY_NONE.n);
}

static void
the_day_turns_at_local_midnight(void)
{
    int64_t noon = INT64_C(1795492800000); /* 2026-11-24 12:00 in China */
    struct day today = day_of_moment(noon, 480);
    char text[DAY_TEXT_SIZE];

    g_assert_cmpint(day_start(today, 480), ==, noon - 12 * 3600 * 1000);
    g_assert_cmpint(day_of_moment(day_start(today, 480) - 1, 480).n, ==, today.n - 1);
    g_assert_cmpint(day_of_moment(day_start(today, 480), 480).n, ==, today.n);
    g_assert_cmpstr(day_format(today, text), ==, "2026-11-24");
    g_assert_cmpint(day_of_moment(-1, 0).n, ==, -1);
}

int
main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    words_use(WORDS_EN);
    g_test_add_func("/day/a date is read in the forms people write", parsing);
    g_test_add_func("/day/what is no date is refused", refusing);
    g_test_add_func("/day/every day survives its text", every_day_survives_its_text);
    g_test_add_func("/day/no day has no text", no_day_has_no_text);
    g_test_add_func("/day/never is the last day there is", never_is_the_last_day_there_is);
    g_test_add_func("/day/the day turns at local midnight", the_day_turns_at_local_midnight);
    return g_test_run();
}
