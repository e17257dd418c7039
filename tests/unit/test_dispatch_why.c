/* Why a line of a plan is proposed: kept as figures, told in words. */

#include <glib.h>
#include <math.h>
#include <string.h>

#include "allocator/dispatch.h"
#include "base/words.h"

static const struct dispatch_line line = {.units = 28,
                                          .metres = 260,
                                          .days_left = 300,
                                          .from_before = 40,
                                          .from_after = 33,
                                          .to_before = 0,
                                          .to_after = 7,
                                          .from_rate = 1,
                                          .to_rate = 1,
                                          .from_amount = 40,
                                          .to_amount = 0,
                                          .horizon = 7,
                                          .chance_before = 1,
                                          .chance_after = 0.45,
                                          .gives = 7};

/* The numbers are kept, and said in the language of who asks. */
static void
why_is_said_in_any_language(void)
{
    struct dispatch_line read = {.units = 28};
    g_autofree char *figures = dispatch_figures(&line), *sentence = dispatch_reason(&line);
    g_autofree char *sums = dispatch_arithmetic(&line), *cut = NULL;
    g_autofree char *again = NULL, *sums_again = NULL, *chinese = NULL;

    g_assert_true(dispatch_read_figures(figures, &read));
    again = dispatch_reason(&read);
    sums_again = dispatch_arithmetic(&read);
    g_assert_cmpstr(again, ==, sentence);
    g_assert_cmpstr(sums_again, ==, sums);
    g_assert_nonnull(strstr(sums, "within 7 days"));
    words_use(WORDS_ZH);
    chinese = dispatch_reason(&read);
    words_use(WORDS_EN);
    g_assert_cmpstr(chinese, !=, sentence);
    g_assert_nonnull(strstr(chinese, "天"));
    cut = g_strndup(figures, strlen(figures) - 12);
    g_assert_false(dispatch_read_figures(cut, &read));
    g_assert_false(dispatch_read_figures("", &read));
    g_assert_false(dispatch_read_figures("It lasts 3 days there.", &read));
}

static void
an_unknown_way_stays_unknown(void)
{
    struct dispatch_line known = {.metres = NAN, .days_left = -1, .horizon = 7}, read = {0};
    g_autofree char *figures = dispatch_figures(&known);

    g_assert_true(dispatch_read_figures(figures, &read));
    g_assert_true(isnan(read.metres));
    g_assert_cmpfloat(read.days_left, ==, -1);
}

int
main(int argc, char **argv)
{
    words_use(WORDS_EN);
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/dispatch/why is said in any language", why_is_said_in_any_language);
    g_test_add_func("/dispatch/an unknown way stays unknown", an_unknown_way_stays_unknown);
    return g_test_run();
}
