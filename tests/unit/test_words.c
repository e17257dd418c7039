#include "base/words.h"

#include <glib.h>

static void
texts_are_looked_up(void)
{
    words_use(WORDS_ZH);
    g_assert_cmpstr(words("fever"), ==, "退烧");
    g_assert_cmpstr(words(", "), ==, "、");
    words_use(WORDS_EN);
    g_assert_cmpstr(words("fever"), ==, "fever");
}

static void
unknown_texts_stay(void)
{
    words_use(WORDS_ZH);
    g_assert_cmpstr(words("no such text"), ==, "no such text");
    g_assert_cmpstr(words(""), ==, ""); /* not the head of the catalogue */
    g_assert_cmpstr(words("书院社区"), ==, "书院社区");
    g_assert_cmpstr(words_plural("%d nowhere", "%d nowheres", 1), ==, "%d nowhere");
    g_assert_cmpstr(words_plural("%d nowhere", "%d nowheres", 2), ==, "%d nowheres");
}

static void
numbers_choose_in_english_only(void)
{
    words_use(WORDS_EN);
    g_assert_cmpstr(words_plural("%lld pack", "%lld packs", 1), ==, "%lld pack");
    g_assert_cmpstr(words_plural("%lld pack", "%lld packs", 0), ==, "%lld packs");
    g_assert_cmpstr(words_plural("%lld pack", "%lld packs", -1), ==, "%lld packs");
    g_assert_cmpstr(words_plural("%lld pack", "%lld packs", 21), ==, "%lld packs");
    words_use(WORDS_ZH);
    g_assert_cmpstr(words_plural("%lld pack", "%lld packs", 1), ==, "%lld盒");
    g_assert_cmpstr(words_plural("%lld pack", "%lld packs", 2), ==, "%lld盒");
}

/* "patches" is a dosage form and the plural of a unit. */
static void
plurals_and_texts_are_apart(void)
{
    words_use(WORDS_ZH);
    g_assert_cmpstr(words("patches"), ==, "贴剂");
    g_assert_cmpstr(words_plural("patch", "patches", 3), ==, "贴");
}

static void
sentences_meet(void)
{
    words_use(WORDS_EN);
    g_assert_cmpstr(words_gap(), ==, " ");
    words_use(WORDS_ZH);
    g_assert_cmpstr(words_gap(), ==, "");
}

static void
locales_ask(void)
{
    g_assert_cmpint(words_of_locale(NULL), ==, WORDS_ZH);
    g_assert_cmpint(words_of_locale("C"), ==, WORDS_ZH);
    g_assert_cmpint(words_of_locale("zh_CN.UTF-8"), ==, WORDS_ZH);
    g_assert_cmpint(words_of_locale("de_DE"), ==, WORDS_ZH);
    g_assert_cmpint(words_of_locale("en"), ==, WORDS_EN);
    g_assert_cmpint(words_of_locale("en_GB.UTF-8"), ==, WORDS_EN);
}

static gpointer
language_of_a_new_thread(gpointer data)
{
    (void)data;
    return GINT_TO_POINTER(words_language());
}

static void
languages_belong_to_threads(void)
{
    words_use(WORDS_EN);
    g_assert_cmpint(
        GPOINTER_TO_INT(g_thread_join(g_thread_new("other", language_of_a_new_thread, NULL))), ==,
        WORDS_ZH);
    g_assert_cmpint(words_language(), ==, WORDS_EN);
}

int
main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/words/texts-are-looked-up", texts_are_looked_up);
    g_test_add_func("/words/unknown-texts-stay", unknown_texts_stay);
    g_test_add_func("/words/numbers-choose-in-english-only", numbers_choose_in_english_only);
    g_test_add_func("/words/plurals-and-texts-are-apart", plurals_and_texts_are_apart);
    g_test_add_func("/words/sentences-meet", sentences_meet);
    g_test_add_func("/words/locales-ask", locales_ask);
    g_test_add_func("/words/languages-belong-to-threads", languages_belong_to_threads);
    return g_test_run();
}
