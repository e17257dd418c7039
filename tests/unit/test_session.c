#include "scanner/session.h"

#include <string.h>

#include "base/limits.h"
#include "base/words.h"

#define BOX "https://YX.EXAMPLE.CN/B/K7M2QX6"
#define EAN "6901234567892"
#define TRACE "81234567890123456789"

static GPtrArray *
steps_from(struct session *session, const char *typed)
{
    GPtrArray *steps = session_steps_new();

    session_feed(session, typed, strlen(typed), steps);
    session_end(session, steps);
    return steps;
}

static GPtrArray *
steps_of(const char *typed)
{
    struct session *session = session_new((struct boxcode){""}, SESSION_NO_MODE);
    GPtrArray *steps = steps_from(session, typed);

    session_free(session);
    return steps;
}

static const struct session_step *
at(const GPtrArray *steps, guint i)
{
    g_assert_cmpuint(i, <, steps->len);
    return g_ptr_array_index(steps, i);
}

/* One letter a step, so that a whole session reads as a word. */
static char *
letters(const GPtrArray *steps)
{
    static const char letter[] = {
        [SESSION_UNKNOWN] = '?',  [SESSION_BOX] = 'B',     [SESSION_MODE] = 'M',
        [SESSION_QUANTITY] = 'Q', [SESSION_CODE] = 'C',    [SESSION_UNDO] = 'U',
        [SESSION_DONE] = 'D',     [SESSION_PROBLEM] = '!',
    };
    GString *text = g_string_new(NULL);

    for (guint i = 0; i < steps->len; i++)
        g_string_append_c(text, letter[at(steps, i)->kind]);
    return g_string_free(text, FALSE);
}

static void
goes(const char *typed, const char *wanted)
{
    g_autoptr(GPtrArray) steps = steps_of(typed);
    g_autofree char *word = letters(steps);

    if (strcmp(word, wanted) != 0)
        g_error("%s: %s, not %s", typed, word, wanted);
}

static void
test_whole(void)
{
    g_autoptr(GPtrArray) steps = steps_of(BOX "\r\nMEDBOX:IN\r\nMEDBOX:TIMES:12\r\n" EAN
                                              "\r\n" TRACE "\tMEDBOX:UNDO\nMEDBOX:DONE\n");
    g_autofree char *word = letters(steps);

    g_assert_cmpstr(word, ==, "BMQCCUD");
    g_assert_cmpstr(at(steps, 3)->box.text, ==, "K7M2QX6");
    g_assert_cmpint((int)at(steps, 3)->mode, ==, SESSION_IN);
    g_assert_cmpint(at(steps, 2)->quantity, ==, 12);
    g_assert_cmpstr(at(steps, 3)->code.product, ==, "06901234567892");
    g_assert_cmpstr(at(steps, 4)->code.pack, ==, TRACE);
    g_assert_cmpstr(at(steps, 6)->box.text, ==, "K7M2QX6");
}

static void
test_no_enter(void)
{
    goes(BOX "MEDBOX:IN" EAN "MEDBOX:TIMES:3" EAN EAN "MEDBOX:UNDOMEDBOX:DONE" BOX, "BMCQCCUDB");
    goes(EAN EAN, "!!");
    goes(TRACE EAN, "!!");
    goes("86904879000126" EAN, "!!");
    goes(BOX EAN TRACE, "B!!");
    goes("https://h/B/K7M2QX6-7WQZ" EAN BOX, "B!B");
    goes(EAN " " EAN "," EAN, "!!!");
    goes("]E0" EAN "]C10106901234567892"
         "10ABC]E0" EAN,
         "!!!");
    goes(EAN "(01)06901234567892(10)A", "!!");
}

static void
test_ambiguous_run(void)
{
    g_autoptr(GPtrArray) steps = steps_of("69012345678926901234567893");

    g_assert_cmpuint(steps->len, ==, 1);
    g_assert_cmpint((int)at(steps, 0)->kind, ==, SESSION_UNKNOWN);
    g_assert_cmpstr(at(steps, 0)->text, ==, "69012345678926901234567893");
    g_assert_cmpint((int)findings_at(at(steps, 0)->findings, 1)->kind, ==, FINDING_RUN);
    /* Two retail codes, or one of eight digits and a traceability code less its end: more ways. */
    goes("9638507496385074"
         "9638507496385074"
         "96385074",
         "?");
    goes(BOX "garbage", "?");
    goes("MEDBOX:INgarbage" EAN, "?");
}

static void
test_input_methods(void)
{
    goes("ｈttps：／／yx.example.cn／b／k7m2qx6\n６９０１２３４５６７８９２\n", "B!");
    goes("medbox：in\nMEDBOX IN\n\ufeffmedboxout\n", "MMM");
    goes("69012\ufeff34567892\n", "!");
    goes("(01)06901234567892(10)A^](21)B\n", "!");
    goes("010690123456789210A<GS>21B\n", "!");
}

static void
test_typed_words(void)
{
    goes(BOX "\nin\n" EAN "\nout\n" EAN "\nundo\ncount\nlook\ndone\n", "BMCMCUMMD");
    goes(BOX "\n捐入\n" EAN "\n取出\n撤销\n盘点\n放入\n完成\n", "BMCMUMMD");
    goes("ｉｎ\nOUT\r\n", "MM");
    goes("inside\noutside\n", "??");
}

/* What is sure of a line is taken in its order; the rest is told as it was typed. */
static void
test_sure_words(void)
{
    g_autoptr(GPtrArray) steps = steps_of("K7M-2QX6 in " EAN " exp 2028-05 " EAN " 批号 12345670");
    g_autofree char *word = letters(steps);

    g_assert_cmpstr(word, ==, "BMC?C?");
    g_assert_cmpstr(at(steps, 3)->text, ==, "exp 2028-05");
    g_assert_cmpstr(at(steps, 5)->text, ==, "批号 12345670");
    goes(BOX "MEDBOX:IN exp 2028-05 " EAN, "BM?C");
    goes(BOX "MEDBOX:IN exp 12345670 " EAN, "BM?C"); /* a day that looks like a code */
    goes(BOX "MEDBOX:IN lot A1 exp:2028-05 ??? " EAN, "BM???C");
    goes("what is this", "?");
    goes(EAN " what is " EAN, "!?!");
    goes("(01)06901234567893(10)A " EAN, "?");
    goes("69012345678926901234567893 " EAN, "?!");
}

static void
test_order(void)
{
    struct session *session = session_new((struct boxcode){""}, SESSION_NO_MODE);
    g_autoptr(GPtrArray) first = steps_from(session, EAN "\n" BOX "\n" EAN "\nMEDBOX:OUT\n" EAN);
    g_autofree char *word = letters(first);

    g_assert_cmpstr(word, ==, "!B!MC");
    g_assert_cmpstr(at(first, 0)->code.product, ==, "06901234567892");
    g_assert_nonnull(strstr(findings_at(at(first, 0)->findings, 0)->text, "which box"));
    g_assert_nonnull(strstr(findings_at(at(first, 2)->findings, 0)->text, "in or out"));
    session_free(session);
    goes("MEDBOX:LOOK\n" EAN, "MC");
    goes("MEDBOX:COUNT\n" EAN, "M!");
    goes(BOX "\nMEDBOX:IN\nMEDBOX:DONE\n" EAN, "BMD!");
}

static void
test_given_state(void)
{
    struct session *session = session_new((struct boxcode){"ABCDEF6"}, SESSION_OUT);
    g_autoptr(GPtrArray) steps = steps_from(session, EAN);

    g_assert_cmpint((int)at(steps, 0)->kind, ==, SESSION_CODE);
    g_assert_cmpint((int)at(steps, 0)->mode, ==, SESSION_OUT);
    g_assert_cmpstr(at(steps, 0)->box.text, ==, "ABCDEF6");
    session_free(session);
    session_free(NULL);
}

/* Every order of two and three codes of all kinds, without Enter. */
static void
test_every_order(void)
{
    static const struct {
        const char *text;
        char letter;
    } codes[] = {
        {"4DE5137", 'B'},
        {"HQQ-SBDE", 'B'},
        {"https://MEDBOX.LOCAL/B/4DE5137", 'B'},
        {BOX, 'B'},
        {EAN, 'C'},
        {TRACE, 'C'},
        {"96385074", 'C'},
        {"86904879000126", 'C'},
        {"MEDBOX:IN", 'M'},
        {"MEDBOX:TIMES:12", 'Q'},
        {"MEDBOX:UNDO", 'U'},
        {"https://medbox.in/B/N0ZMMZX-7WQZ", 'B'},
    };
    enum {
        N = G_N_ELEMENTS(codes)
    };
    int split = 0, told = 0;

    for (guint i = 0; i < N * N * (N + 1); i++) {
        guint parts[3] = {i % N, i / N % N, i / N / N};
        guint wanted = parts[2] < N ? 3 : 2;
        g_autoptr(GString) typed = g_string_new(NULL);
        g_autoptr(GPtrArray) steps = NULL;
        bool unknown = false;

        for (guint k = 0; k < wanted; k++)
            g_string_append(typed, codes[parts[k]].text);
        steps = steps_of(typed->str);
        for (guint k = 0; k < steps->len; k++)
            unknown = unknown || at(steps, k)->kind == SESSION_UNKNOWN;
        told += unknown;
        split += !unknown;
        if (unknown)
            continue;
        if (steps->len != wanted)
            g_error("%s: %u codes", typed->str, steps->len);
        for (guint k = 0; k < wanted; k++)
            g_assert_cmpstr(at(steps, k)->text, ==, codes[parts[k]].text);
    }
    g_test_message("%d taken apart, %d told", split, told);
    g_assert_cmpint(told * 50, <, split);
}

static void
test_box_codes_in_a_run(void)
{
    goes("MEDBOX:IN4DE5137", "MB");
    goes("MEDBOX:IN4DE-5137" EAN, "MBC");
    goes("4DE5137" EAN, "B!");
    goes("4de5137" EAN "4DE5137", "B!B");
    goes("https://MEDBOX.LOCAL/B/4DE5137" EAN, "B!");
    goes("MEDBOX:INhttps://MEDBOX.LOCAL/B/4DE5137", "MB");
    goes("https://MEDBOX.LOCAL/B/4DE5137MEDBOX:OUT" EAN, "BMC");
    goes("4DE5138" EAN, "?"); /* a wrong check character */
    goes("4DES137" EAN, "?");
    goes("MEDBOX:IN4DE513", "?");
}

/* Twenty digits have no check: without an 8 in front they are no code among others. */
static void
test_no_code_of_any_digits(void)
{
    goes("0106901234567892172807310003", "?");
    goes("71234567890123456789" EAN, "?");
    goes(EAN "71234567890123456789", "?");
    goes("MEDBOX:LOOK71234567890123456789", "MC");
    goes(EAN TRACE TRACE, "!!!");
}

static void
test_quantity(void)
{
    g_autoptr(GPtrArray) steps = steps_of(BOX "\nMEDBOX:IN\nMEDBOX:TIMES:5\n" EAN "\nMEDBOX:UNDO");
    g_autofree char *word = letters(steps);

    g_assert_cmpstr(word, ==, "BMQCU");
    g_assert_cmpint(at(steps, 2)->quantity, ==, 5);
    g_assert_cmpint(at(steps, 3)->quantity, ==, 1);
}

static void
test_unknown(void)
{
    g_autoptr(GPtrArray) steps = steps_of("感冒灵\n6901234567893\n\xff\xfe\n12\0013\n");

    for (guint i = 0; i < 4; i++) {
        g_assert_cmpint((int)at(steps, i)->kind, ==, SESSION_UNKNOWN);
        g_assert_cmpuint(at(steps, i)->findings->len, >, 0);
        g_assert_true(g_utf8_validate(at(steps, i)->text, -1, NULL));
    }
    g_assert_cmpstr(at(steps, 0)->text, ==, "感冒灵");
    g_assert_nonnull(strstr(findings_at(at(steps, 1)->findings, 0)->text, "should be 2"));
    g_assert_cmpint((int)findings_at(at(steps, 2)->findings, 0)->kind, ==, FINDING_ENCODING);
    g_assert_cmpint((int)findings_at(at(steps, 3)->findings, 0)->kind, ==, FINDING_CONTROL);
}

static void
test_part_of_a_line(void)
{
    g_autoptr(GPtrArray) steps = steps_of("什么东西MEDBOX:IN药" BOX);
    g_autofree char *word = letters(steps);

    g_assert_cmpstr(word, ==, "??B");
    g_assert_cmpstr(at(steps, 0)->text, ==, "什么东西");
    g_assert_cmpstr(at(steps, 1)->text, ==, "MEDBOX:IN药");
}

static void
test_empty(void)
{
    goes("", "");
    goes("\r\n\r\n\t\n  \n\ufeff\n", "");
}

static void
test_long_line(void)
{
    g_autofree char *line = g_strnfill(LIMIT_CODE * 3, '7');
    g_autofree char *typed = g_strconcat(line, "\n" EAN "\n", NULL);
    g_autoptr(GPtrArray) steps = steps_of(typed);

    g_assert_cmpuint(steps->len, ==, 2);
    g_assert_cmpint((int)findings_at(at(steps, 0)->findings, 0)->kind, ==, FINDING_TOO_LONG);
    g_assert_cmpuint(strlen(at(steps, 0)->text), ==, LIMIT_CODE);
    g_assert_cmpint((int)at(steps, 1)->kind, ==, SESSION_PROBLEM);
}

/* However the bytes are cut, the steps are the same. */
static void
test_any_cut(void)
{
    const char *typed = BOX "\nMEDBOX：IN\n６９０１２３４５６７８９２\n" TRACE EAN "\nMEDBOX:DONE";
    g_autoptr(GPtrArray) whole = steps_of(typed);
    g_autofree char *wanted = letters(whole);

    for (size_t cut = 0; cut <= strlen(typed); cut++) {
        struct session *session = session_new((struct boxcode){""}, SESSION_NO_MODE);
        g_autoptr(GPtrArray) steps = session_steps_new();
        g_autofree char *word = NULL;

        session_feed(session, typed, cut, steps);
        session_feed(session, typed + cut, strlen(typed) - cut, steps);
        session_end(session, steps);
        word = letters(steps);
        g_assert_cmpstr(word, ==, wanted);
        session_free(session);
    }
    g_assert_cmpstr(wanted, ==, "BMCCCD");
}

/* Random codes without Enter: each run is either taken apart rightly or reported whole. */
static void
test_random_runs(void)
{
    static const char *const codes[] = {EAN, TRACE,       "86904879000126", "6923450656785",
                                        BOX, "MEDBOX:IN", "MEDBOX:UNDO"};
    g_autoptr(GRand) rand = g_rand_new_with_seed(7);
    int split = 0;

    for (int n = 0; n < 2000; n++) {
        g_autoptr(GString) typed = g_string_new(NULL), back = g_string_new(NULL);
        g_autoptr(GPtrArray) steps = NULL;
        int wanted = g_rand_int_range(rand, 1, 6), unknown = 0;

        for (int i = 0; i < wanted; i++)
            g_string_append(typed, codes[g_rand_int_range(rand, 0, G_N_ELEMENTS(codes))]);
        steps = steps_of(typed->str);
        for (guint i = 0; i < steps->len; i++) {
            g_string_append(back, at(steps, i)->text);
            unknown += at(steps, i)->kind == SESSION_UNKNOWN;
        }
        g_assert_cmpstr(back->str, ==, typed->str);
        if (unknown == 0) {
            g_assert_cmpint((int)steps->len, ==, wanted);
            split++;
        }
    }
    g_assert_cmpint(split, >, 1600);
}

int
main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    words_use(WORDS_EN);
    g_test_add_func("/session/keeps box and mode", test_whole);
    g_test_add_func("/session/takes codes apart that have no Enter between them", test_no_enter);
    g_test_add_func("/session/a run that can be read in two ways stays whole", test_ambiguous_run);
    g_test_add_func("/session/bears input methods, marks and typed separators", test_input_methods);
    g_test_add_func("/session/typed words", test_typed_words);
    g_test_add_func("/session/sure words", test_sure_words);
    g_test_add_func("/session/a code before box and mode is kept as a problem", test_order);
    g_test_add_func("/session/starts in the box and mode it is given", test_given_state);
    g_test_add_func("/session/a quantity is a step of its own", test_quantity);
    g_test_add_func("/session/two and three codes of all kinds in every order", test_every_order);
    g_test_add_func("/session/box codes stand in a run", test_box_codes_in_a_run);
    g_test_add_func("/session/twenty digits alone prove nothing", test_no_code_of_any_digits);
    g_test_add_func("/session/what is not understood is reported", test_unknown);
    g_test_add_func("/session/one bad stretch does not spoil a line", test_part_of_a_line);
    g_test_add_func("/session/empty lines are nothing", test_empty);
    g_test_add_func("/session/an endless line is cut and told", test_long_line);
    g_test_add_func("/session/bytes may come cut anywhere", test_any_cut);
    g_test_add_func("/session/nothing typed is lost or invented", test_random_runs);
    return g_test_run();
}
