#include "scanner/gs1.h"

#include <string.h>

#include "base/words.h"
#include "scanner/finding.h"
#include "scanner/gs1_table.h"

#define GTIN "09506000134352"
#define FS "\x1d"

static struct gs1
taken(const char *text)
{
    g_autoptr(GPtrArray) findings = findings_new();
    struct gs1 gs1;

    if (!gs1_read(text, strlen(text), &gs1, findings))
        g_error("%s: %s", text, findings_at(findings, 0)->text);
    g_assert_cmpuint(findings->len, ==, 0);
    return gs1;
}

static void
refused(const char *text, enum finding_kind kind, size_t offset, const char *part)
{
    g_autoptr(GPtrArray) findings = findings_new();
    struct gs1 gs1;

    g_assert_false(gs1_read(text, strlen(text), &gs1, findings));
    g_assert_cmpuint(findings->len, >, 0);
    g_assert_cmpint((int)findings_at(findings, 0)->kind, ==, (int)kind);
    g_assert_cmpuint(findings_at(findings, 0)->offset, ==, offset);
    g_assert_nonnull(strstr(findings_at(findings, 0)->text, part));
}

static void
test_brackets(void)
{
    struct gs1 gs1 = taken("(01)" GTIN "(17)270331(10)ABC123(21)12345");

    g_assert_cmpuint(gs1.count, ==, 4);
    g_assert_cmpstr(gs1_find(&gs1, "01"), ==, GTIN);
    g_assert_cmpstr(gs1_find(&gs1, "10"), ==, "ABC123");
    g_assert_cmpstr(gs1_find(&gs1, "21"), ==, "12345");
    g_assert_cmpint(gs1_day(&gs1, "17").n, ==, day_of_date(2027, 3, 31).n);
    g_assert_null(gs1_find(&gs1, "11"));
    g_assert_cmpint(gs1_day(&gs1, "11").n, ==, DAY_NONE.n);
}

/* What the General Specifications and their readers show: a fixed value needs no separator. */
static void
test_plain(void)
{
    struct gs1 gs1 = taken("01" GTIN "1727033110ABC123" FS "2112345");

    g_assert_cmpuint(gs1.count, ==, 4);
    g_assert_cmpstr(gs1_find(&gs1, "10"), ==, "ABC123");
    g_assert_cmpstr(gs1_find(&gs1, "21"), ==, "12345");
    gs1 = taken(FS "01" GTIN FS "10A" FS FS "17270331" FS);
    g_assert_cmpuint(gs1.count, ==, 3);
}

static void
test_separators(void)
{
    const char *const forms[] = {"^]", "\\x1d", "\\x1D", "<GS>", "{GS}", "[GS]", "|", "␝"};

    for (size_t i = 0; i < G_N_ELEMENTS(forms); i++) {
        g_autofree char *text = g_strconcat("01" GTIN "10ABC", forms[i], "21XY", NULL);
        struct gs1 gs1 = taken(text);

        g_assert_cmpstr(gs1_find(&gs1, "10"), ==, "ABC");
        g_assert_cmpstr(gs1_find(&gs1, "21"), ==, "XY");
    }
}

static void
test_dates(void)
{
    struct gs1 gs1 = taken("(17)280200(11)240229(15)761231(13)770101");

    g_assert_cmpint(gs1_day(&gs1, "17").n, ==, day_of_date(2028, 2, 29).n);
    g_assert_cmpint(gs1_day(&gs1, "11").n, ==, day_of_date(2024, 2, 29).n);
    g_assert_cmpint(gs1_day(&gs1, "15").n, ==, day_of_date(2076, 12, 31).n);
    g_assert_cmpint(gs1_day(&gs1, "13").n, ==, day_of_date(1977, 1, 1).n);
    gs1 = taken("(7003)2703311859");
    g_assert_cmpint(gs1_day(&gs1, "7003").n, ==, day_of_date(2027, 3, 31).n);
}

static void
test_bad_dates(void)
{
    refused("(17)270230", FINDING_DATE, 4, "(17)");
    refused("(17)271300", FINDING_DATE, 4, "271300");
    refused("(17)270031", FINDING_DATE, 4, "YYMMDD");
    refused("(11)250229", FINDING_DATE, 4, "(11)");
    refused("(7003)2703312400", FINDING_DATE, 6, "HHMM");
    refused("(7003)2703311260", FINDING_DATE, 6, "HHMM");
    refused("(7003)2703001200", FINDING_DATE, 6, "HHMM");
    refused("(17)2703", FINDING_LENGTH, 4, "6");
    refused("(17)27O331", FINDING_CHARACTER, 6, "digits");
}

static void
test_check_digits(void)
{
    taken("(00)106141412345678908");
    taken("(02)" GTIN "(37)12");
    taken("(414)9506000134352");
    refused("(01)09506000134353", FINDING_CHECK, 17, "should be 2");
    refused("(02)09506000134350(37)12", FINDING_CHECK, 17, "should be 2");
    refused("(01)" GTIN "(25)x", FINDING_AI, 18, "no application identifier (25)");
    refused("(310)001750", FINDING_AI, 0, "no application identifier (310)");
    refused("(00)106141412345678900", FINDING_CHECK, 21, "should be 8");
    g_assert_cmpint(gs1_check_digit("8690487900012", 13), ==, '6');
    g_assert_cmpint(gs1_check_digit("", 0), ==, '0');
}

static void
test_every_row(void)
{
    taken("(20)01(22)2A(235)X(240)Y(241)Z(242)1(243)P(250)S(251)R(30)12");
    taken("(3103)000125(3202)000010(3925)1(3931)1561(3950)000001");
    taken("(400)A(401)B(402)00614141000000106(403)C(420)310000(421)156310000(422)156(426)156");
    taken("(7001)1234567890123(7002)A(7004)25(7005)X(7007)270101270102(710)123(714)A(717)B");
    taken("(8001)12345678901234(8003)09506000134352X(8005)000100(8006)095060001343520102");
    taken(
        "(8008)27010112(8012)1.0(8017)106141412345678908(8020)X(90)Y(91)Z(99)!\"%&'*+,-./:;<=>?_");
}

/* Of delivery, temperature, persons and devices, which came late; lengths that grow by steps. */
static void
test_later_rows(void)
{
    taken("(4300)A(4302)B(4307)CN(4308)1(4309)00000000000000000000(4318)310000(4321)1");
    taken("(4324)2703311859(4325)2703319999(4326)270331(4330)000250-(4333)000250(7041)PX");
    taken("(7250)19700101(7253)LI(7258)1/2(8010)#-/A1(8014)X(423)156(425)156392");
    taken("(7007)270101(7011)270101(7011)270101(8008)270101121530(423)156392410");
    refused("(4324)2703312460", FINDING_DATE, 6, "HHMM");
    refused("(4326)270300", FINDING_DATE, 6, "YYMMDD");
    refused("(4330)000250+", FINDING_CHARACTER, 12, "can't stand");
    refused("(4307)C", FINDING_LENGTH, 6, "2");
    refused("(4340)1", FINDING_AI, 0, "GS1");
    refused("(719)B", FINDING_AI, 0, "GS1");
    refused("(8010)ab", FINDING_CHARACTER, 6, "can't stand");
    refused("(7007)27010127", FINDING_LENGTH, 6, "6 more");
    refused("(7011)27010112", FINDING_LENGTH, 6, "4 more");
    refused("(423)1563", FINDING_LENGTH, 5, "3 more");
    refused("(8008)2701011", FINDING_LENGTH, 6, "at least 8");
    refused("(8008)270101121", FINDING_LENGTH, 6, "2 more");
}

/* No AI begins another, so that a string can be taken apart in one way only. */
static void
test_no_ai_begins_another(void)
{
    for (int n = 0; n < 10000; n++) {
        char digits[5];
        const struct gs1_ai *row;

        g_snprintf(digits, sizeof digits, "%04d", n);
        row = gs1_ai_find(digits, 4);
        for (size_t length = 2; row != NULL && length < strlen(row->first); length++)
            g_assert_null(gs1_ai_find(digits, length));
    }
}

static void
test_refused_values(void)
{
    refused("", FINDING_EMPTY, 0, "nothing");
    refused("(18)1", FINDING_AI, 0, "GS1");
    refused("(01)" GTIN "88X", FINDING_LENGTH, 4, "14");
    refused("01" GTIN "88X", FINDING_AI, 16, "88X");
    refused("(10)", FINDING_LENGTH, 4, "at least 1");
    refused("(10)ABCDEFGHIJKLMNOPQRSTU", FINDING_LENGTH, 4, "separators");
    refused("(10)A#B", FINDING_CHARACTER, 5, "can't stand");
    refused("(30)1A", FINDING_CHARACTER, 5, "digits");
    refused("(3106)000001", FINDING_AI, 0, "GS1");
    refused("(10)A(21)B(10)C", FINDING_REPEATED, 14, "twice");
    refused("0109506", FINDING_LENGTH, 2, "14");
    refused("药", FINDING_AI, 0, "药");
}

static void
test_all_findings(void)
{
    g_autoptr(GPtrArray) findings = findings_new();
    const char *text = "(01)09506000134353(17)279999(10)#";
    struct gs1 gs1;

    g_assert_false(gs1_read(text, strlen(text), &gs1, findings));
    g_assert_cmpuint(findings->len, ==, 3);
}

static void
test_missing_separator(void)
{
    g_autoptr(GPtrArray) findings = findings_new();
    const char *text = "7003270331120010ABC";
    struct gs1 gs1;

    g_assert_true(gs1_read(text, strlen(text), &gs1, findings));
    g_assert_cmpstr(gs1_find(&gs1, "10"), ==, "ABC");
    g_assert_cmpuint(findings->len, ==, 1);
    g_assert_cmpint((int)findings_at(findings, 0)->kind, ==, FINDING_SEPARATOR);
}

static void
test_repeated_alike(void)
{
    struct gs1 gs1 = taken("(10)A(21)B(10)A");

    g_assert_cmpuint(gs1.count, ==, 2);
}

static void
test_round_trip(void)
{
    static const char set[] = "!\"%&'()*+,-./:;<=>?_0123456789ABCabc";
    g_autoptr(GRand) rand = g_rand_new_with_seed(5);

    for (int n = 0; n < 5000; n++) {
        struct gs1 gs1 = {.count = 2, .elements = {{.ai = "10"}, {.ai = "21"}}}, again;
        g_autofree char *text = NULL;

        for (size_t e = 0; e < 2; e++)
            for (int i = g_rand_int_range(rand, 1, 21); i > 0; i--)
                gs1.elements[e].value[i - 1] = set[g_rand_int_range(rand, 0, sizeof(set) - 1)];
        text = gs1_format(&gs1);
        again = taken(text);
        g_assert_cmpstr(gs1_find(&again, "10"), ==, gs1_find(&gs1, "10"));
        g_assert_cmpstr(gs1_find(&again, "21"), ==, gs1_find(&gs1, "21"));
    }
}

static void
link_is(const char *text, const char *elements)
{
    g_autoptr(GPtrArray) findings = findings_new();
    g_autofree char *read = NULL;
    struct gs1 gs1;

    if (!gs1_read_link(text, strlen(text), &gs1, findings))
        g_error("%s: %s", text, findings->len ? findings_at(findings, 0)->text : "no link");
    read = gs1_format(&gs1);
    g_assert_cmpstr(read, ==, elements);
}

static void
test_links(void)
{
    link_is("https://id.gs1.org/01/" GTIN "/10/ABC?17=270331", "(01)" GTIN "(10)ABC(17)270331");
    link_is("https://id.gs1.org/01/" GTIN "/22/2A/10/ABC/21/12345",
            "(01)" GTIN "(22)2A(10)ABC(21)12345");
    link_is("https://id.gs1.org/01/" GTIN "/21/12345?17=270331&10=ABC",
            "(01)" GTIN "(21)12345(17)270331(10)ABC");
    link_is("http://a.b/some/where/01/9506000134352/", "(01)" GTIN);
    link_is("HTTPS://A.B/GTIN/9506000134352/lot/A%2fB/ser/%28C?x=y&11=260101#top",
            "(01)" GTIN "(10)A/B(21)\\(C(11)260101");
    link_is("https://a.b/gtin/" GTIN "/lot/L?exp=270331", "(01)" GTIN "(10)L(17)270331");
    link_is("https://a.b/01/96385074?10=X;17=270300", "(01)00000096385074(10)X(17)270300");
    link_is("https://a.b/00/106141412345678908?02=" GTIN "&37=25",
            "(00)106141412345678908(02)" GTIN "(37)25");
    link_is("https://a.b/01/" GTIN "?linkType=all&12345=1", "(01)" GTIN);
}

static void
link_refused(const char *text, guint findings_wanted, const char *part)
{
    g_autoptr(GPtrArray) findings = findings_new();
    struct gs1 gs1;

    g_assert_false(gs1_read_link(text, strlen(text), &gs1, findings));
    g_assert_cmpuint(findings->len, ==, findings_wanted);
    if (findings_wanted > 0)
        g_assert_nonnull(strstr(findings_at(findings, 0)->text, part));
}

/* A payment slip's key and its reference, which the standard added late. */
static void
test_payment_link(void)
{
    const char *text = "https://a.b/415/6901234567892/8020/R-17";
    struct gs1 gs1;

    g_assert_true(gs1_read_link(text, strlen(text), &gs1, NULL));
    g_assert_cmpstr(gs1_find(&gs1, "415"), ==, "6901234567892");
    g_assert_cmpstr(gs1_find(&gs1, "8020"), ==, "R-17");
}

static void
test_other_addresses(void)
{
    link_refused("https://example.com/", 0, "");
    link_refused("https://example.com/01", 0, "");
    link_refused("https://example.com/01/page", 0, "");
    link_refused("https://example.com/b/K7M2QX6", 0, "");
    link_refused("https:///01/" GTIN, 0, "");
    link_refused("ftp://example.com/01/" GTIN, 0, "");
    link_refused("01/" GTIN, 0, "");
}

static void
test_bad_links(void)
{
    link_refused("https://a.b/01/09506000134353", 1, "should be 2");
    link_refused("https://a.b/01/0950600013435", 1, "should be");
    link_refused("https://a.b/01/123", 1, "14");
    link_refused("https://a.b/01/" GTIN "/10/A%2", 1, "percent");
    link_refused("https://a.b/01/" GTIN "/10/A%00B", 1, "can't stand");
    link_refused("https://a.b/01/" GTIN "/page/2", 1, "page");
    link_refused("https://a.b/01/" GTIN "/21/12345/10/ABC", 1, "(10) stands too late");
    link_refused("https://a.b/01/" GTIN "/10/ABC/10/ABC", 1, "(10) stands too late");
    link_refused("https://a.b/01/" GTIN "/10/ABC/235/X1", 1, "(10) and (235) don't stand");
    link_refused("https://a.b/414/6901234567892/254/X/7040/1ABC", 1, "(254) and (7040) don't");
    link_refused("https://a.b/254/X", 0, "");
    link_refused("https://a.b/01/" GTIN "/17/270331", 1, "(17) can't follow (01)");
    link_refused("https://a.b/00/106141412345678908/10/ABC", 1, "(10) can't follow (00)");
    link_refused("https://a.b/01/" GTIN "?17=271340", 1, "(17)");
    link_refused("https://a.b/01/" GTIN "?17", 1, "(17)");
}

int
main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    words_use(WORDS_EN);
    g_test_add_func("/gs1/reads the form with brackets", test_brackets);
    g_test_add_func("/gs1/reads the form with separators", test_plain);
    g_test_add_func("/gs1/a separator may be typed in many ways", test_separators);
    g_test_add_func("/gs1/dates have a century and a last day", test_dates);
    g_test_add_func("/gs1/a date that is none is refused", test_bad_dates);
    g_test_add_func("/gs1/check digits are checked", test_check_digits);
    g_test_add_func("/gs1/every sort of value is read", test_every_row);
    g_test_add_func("/gs1/every sort of later ones is read", test_later_rows);
    g_test_add_func("/gs1/no identifier begins another", test_no_ai_begins_another);
    g_test_add_func("/gs1/a value that does not fit is refused where it stands",
                    test_refused_values);
    g_test_add_func("/gs1/everything wrong is told, not only the first", test_all_findings);
    g_test_add_func("/gs1/a fixed value without its separator is a remark", test_missing_separator);
    g_test_add_func("/gs1/the same value twice is one", test_repeated_alike);
    g_test_add_func("/gs1/what is written reads back", test_round_trip);
    g_test_add_func("/gs1/reads Digital Link addresses", test_links);
    g_test_add_func("/gs1/reads the link of a payment slip", test_payment_link);
    g_test_add_func("/gs1/other addresses are no Digital Links", test_other_addresses);
    g_test_add_func("/gs1/a Digital Link with a fault is refused", test_bad_links);
    return g_test_run();
}
