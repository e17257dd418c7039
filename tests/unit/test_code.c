#include "scanner/code.h"

#include <string.h>

#include "base/limits.h"
#include "base/words.h"

#define FS "\x1d"

static struct code
taken_by(const char *text, enum symbology symbology, enum code_kind kind, const char *product)
{
    g_autoptr(GPtrArray) findings = findings_new();
    struct code code;

    if (!code_parse(text, strlen(text), symbology, &code, findings))
        g_error("%s: %s", text, findings_at(findings, 0)->text);
    g_assert_cmpint((int)code.kind, ==, (int)kind);
    g_assert_cmpstr(code.product, ==, product);
    return code;
}

static struct code
taken(const char *text, enum code_kind kind, const char *product)
{
    return taken_by(text, SYMBOLOGY_TYPED, kind, product);
}

static void
refused_by(const char *text, enum symbology symbology, enum finding_kind kind, const char *part)
{
    g_autoptr(GPtrArray) findings = findings_new();
    struct code code;

    g_assert_false(code_parse(text, strlen(text), symbology, &code, findings));
    g_assert_cmpint((int)code.kind, ==, CODE_UNKNOWN);
    g_assert_cmpstr(code.pack, ==, "");
    g_assert_cmpstr(code.box.text, ==, "");
    g_assert_cmpuint(findings->len, >, 0);
    g_assert_cmpint((int)findings_at(findings, 0)->kind, ==, (int)kind);
    g_assert_nonnull(strstr(findings_at(findings, 0)->text, part));
}

static void
refused(const char *text, enum finding_kind kind, const char *part)
{
    refused_by(text, SYMBOLOGY_TYPED, kind, part);
}

static void
test_retail(void)
{
    taken("6901234567892", CODE_RETAIL, "06901234567892");
    taken("6 901234 567892", CODE_RETAIL, "06901234567892");
    taken("06901234567892", CODE_RETAIL, "06901234567892");
    taken("96385074", CODE_RETAIL, "00000096385074");
    taken("036000291452", CODE_RETAIL, "00036000291452");
    taken("0036000291452", CODE_RETAIL, "00036000291452");
    taken("16901234567899", CODE_GTIN14, "16901234567899");
    taken_by("6901234567892", SYMBOLOGY_CODE128, CODE_RETAIL, "06901234567892");
}

static void
test_own_labels(void)
{
    taken("2201234567897", CODE_OWN_LABEL, "02201234567897");
    taken("0201234567899", CODE_OWN_LABEL, "00201234567899");
    taken("20000004", CODE_OWN_LABEL, "00000020000004");
}

/* Each shape of zero suppression; the last digit of six chooses it. */
static void
test_upce(void)
{
    taken_by("01234505", SYMBOLOGY_UPCE, CODE_RETAIL, "00012000003455");
    taken_by("04252614", SYMBOLOGY_UPCE, CODE_RETAIL, "00042100005264");
    taken_by("425261", SYMBOLOGY_UPCE, CODE_RETAIL, "00042100005264");
    taken_by("01234531", SYMBOLOGY_UPCE, CODE_RETAIL, "00012300000451");
    taken_by("01234543", SYMBOLOGY_UPCE, CODE_RETAIL, "00012340000053");
    taken_by("01234558", SYMBOLOGY_UPCE, CODE_RETAIL, "00012345000058");
    taken_by("01234565", SYMBOLOGY_UPCE, CODE_RETAIL, "00012345000065");
    taken("04252614", CODE_RETAIL, "00042100005264");
    refused_by("04252613", SYMBOLOGY_UPCE, FINDING_CHECK, "should be 4");
    refused_by("04252614", SYMBOLOGY_EAN8, FINDING_CHECK, "EAN-8");
    refused("425261", FINDING_LENGTH, "length (6)");
    refused_by("00000030", SYMBOLOGY_UPCE, FINDING_UNKNOWN, "zeros");
    refused_by("000003", SYMBOLOGY_UPCE, FINDING_UNKNOWN, "zeros");
}

static void
test_trace_and_national(void)
{
    struct code code = taken("81234567890123456789", CODE_TRACE, "8123456");

    g_assert_cmpstr(code.pack, ==, "81234567890123456789");
    taken_by("8123456 7890123456789", SYMBOLOGY_CODE128, CODE_TRACE, "8123456");
    taken("86904879000126", CODE_NATIONAL, "86904879000126");
    taken_by("(01)86904879000126", SYMBOLOGY_TYPED, CODE_GS1, "86904879000126");
    taken_by("86904879000126", SYMBOLOGY_DATABAR, CODE_GS1, "86904879000126");
    refused("86904879000125", FINDING_CHECK, "should be 6");
}

static void
test_approval(void)
{
    taken("国药准字H20123456", CODE_APPROVAL, "H20123456");
    taken("国药准字 hj20160123", CODE_APPROVAL, "HJ20160123");
    taken("国药准字：Ｚ２００１２３４５", CODE_APPROVAL, "Z20012345");
    taken("H20123456", CODE_APPROVAL, "H20123456");
    taken("sc20123456", CODE_APPROVAL, "SC20123456");
    refused("国药准字X20123456", FINDING_CHARACTER, "H Z S B T F J");
    refused("国药准字", FINDING_CHARACTER, "letters");
    refused("国药准字H2012345", FINDING_LENGTH, "8 digits");
    refused("H201234567", FINDING_LENGTH, "8 digits");
    refused("国药准字H20123456X", FINDING_LENGTH, "8 digits");
}

static void
test_gs1(void)
{
    struct code code = taken("]C10106901234567892"
                             "1727030010LOT7" FS "21S/9" FS "3025",
                             CODE_GS1, "06901234567892");

    g_assert_cmpint((int)code.symbology, ==, SYMBOLOGY_GS1_128);
    g_assert_cmpstr(code.pack, ==, "06901234567892/S/9");
    g_assert_cmpstr(code.lot, ==, "LOT7");
    g_assert_cmpstr(code.serial, ==, "S/9");
    g_assert_cmpint(code.count, ==, 25);
    g_assert_cmpint(code.expiry.n, ==, day_of_date(2027, 3, 31).n);
    code = taken("(01)06901234567892(15)260101(11)240101", CODE_GS1, "06901234567892");
    g_assert_cmpint(code.expiry.n, ==, day_of_date(2026, 1, 1).n);
    g_assert_cmpint(code.production.n, ==, day_of_date(2024, 1, 1).n);
    code = taken("(7003)2703311200(17)270228", CODE_GS1, "");
    g_assert_cmpint(code.expiry.n, ==, day_of_date(2027, 2, 28).n);
    code = taken("(00)106141412345678908(02)06901234567892(37)12", CODE_GS1, "06901234567892");
    g_assert_cmpstr(code.pack, ==, "106141412345678908");
    g_assert_cmpint(code.count, ==, 12);
    g_assert_true(code.contained);
    code = taken("(01) 06901234567892 (17) 280331 (10) L7 ", CODE_GS1, "06901234567892");
    g_assert_cmpstr(code.lot, ==, "L7");
    g_assert_false(code.contained);
    taken("0106901234567892", CODE_GS1, "06901234567892");
    taken_by("17270331", SYMBOLOGY_GS1_DATAMATRIX, CODE_GS1, "");
}

static void
test_gs1_refusals(void)
{
    refused("(01)06901234567893", FINDING_CHECK, "should be 2");
    refused("(02)06901234567892(10)L", FINDING_AI, "(02) without (37)");
    refused("(01)06901234567892(37)5", FINDING_AI, "(37) without (02)");
    refused("0106901234567893"
            "17270331",
            FINDING_CHECK, "should be 2");
    refused("]d2"
            "0106901234567892"
            "17279999",
            FINDING_DATE, "279999");
    refused("(90)ONLY INTERNAL", FINDING_CHARACTER, "(90)");
    refused("(90)INTERNAL", FINDING_UNKNOWN, "names no product");
    refused_by("6901234567892", SYMBOLOGY_GS1_QR, FINDING_AI, "690123");
}

static void
test_links_and_boxes(void)
{
    struct code code =
        taken("https://id.gs1.org/01/06901234567892/21/A1?17=270331", CODE_LINK, "06901234567892");

    g_assert_cmpstr(code.pack, ==, "06901234567892/A1");
    code = taken("https://YX.EXAMPLE.CN/B/K7M2QX6-7WQZ", CODE_BOX, "");
    g_assert_cmpstr(code.box.text, ==, "K7M2QX6");
    g_assert_cmpstr(code.nonce.text, ==, "7WQZ");
    code = taken("k7m-2qx6-7wqz", CODE_BOX, "");
    g_assert_cmpstr(code.box.text, ==, "K7M2QX6");
    g_assert_cmpstr(code.nonce.text, ==, "7WQZ");
    g_assert_false(code.label);
    code = taken("k7m-2qx6", CODE_BOX, "");
    g_assert_cmpstr(code.box.text, ==, "K7M2QX6");
    refused("https://example.com/news", FINDING_UNKNOWN, "web address");
    refused("https://yx.example.cn/b/K7M2QX5", FINDING_CHECK, "should be 6");
    refused("K7M-2QX5", FINDING_CHECK, "should be 6");
    refused("K7M-2UX6", FINDING_CHARACTER, "letter U");
    refused("https://a.b/01/06901234567892?17=270299", FINDING_DATE, "(17)");
}

static void
test_commands(void)
{
    struct code code = taken("ＭＥＤＢＯＸ：ｔｉｍｅｓ：１２", CODE_COMMAND, "");

    g_assert_cmpint((int)code.command.word, ==, COMMAND_TIMES);
    g_assert_cmpint(code.command.quantity, ==, 12);
    refused("MEDBOX:JUMP", FINDING_COMMAND, "IN OUT");
    refused("MEDBOX:TIMES:0", FINDING_COMMAND, "from 1 to 9999");
}

static void
test_near_misses(void)
{
    refused("6901234567893", FINDING_CHECK, "should be 2");
    refused("690123456789", FINDING_LENGTH, "13");
    refused("69012345678921", FINDING_LENGTH, "13");
    refused("8123456789012345678", FINDING_LENGTH, "20 digits, this one has 19");
    refused("812345678901234567890", FINDING_LENGTH, "20 digits, this one has 21");
    refused("869048790001266", FINDING_LENGTH, "14 digits, this one has 15");
    refused("9638507", FINDING_LENGTH, "8 digits, this one has 7");
    refused("96385075", FINDING_CHECK, "should be 4");
    refused("036000291453", FINDING_LENGTH, "should be 2");
    refused_by("036000291453", SYMBOLOGY_UPCA, FINDING_CHECK, "should be 2");
    refused("00000000000000", FINDING_UNKNOWN, "zeros");
    refused("12345678901234567", FINDING_LENGTH, "length (17)");
}

static void
test_ambiguous(void)
{
    g_autoptr(GPtrArray) findings = findings_new();
    struct code code;

    g_assert_true(code_parse("00106141412345678908", 20, SYMBOLOGY_TYPED, &code, findings));
    g_assert_cmpint((int)code.kind, ==, CODE_TRACE);
    g_assert_cmpuint(findings->len, ==, 1);
    g_assert_cmpint((int)findings_at(findings, 0)->kind, ==, FINDING_AMBIGUOUS);
    g_ptr_array_set_size(findings, 0);
    g_assert_true(code_parse("00106141412345678908", 20, SYMBOLOGY_GS1_128, &code, findings));
    g_assert_cmpint((int)code.kind, ==, CODE_GS1);
    g_assert_cmpuint(findings->len, ==, 0);
}

/* Read one way, and the other way is said. */
static void
doubted(const char *text, enum symbology symbology, enum code_kind kind, const char *part)
{
    g_autoptr(GPtrArray) findings = findings_new();
    struct code code;

    g_assert_true(code_parse(text, strlen(text), symbology, &code, findings));
    g_assert_cmpint((int)code.kind, ==, (int)kind);
    g_assert_cmpuint(findings->len, ==, part != NULL ? 1 : 0);
    if (part == NULL)
        return;
    g_assert_cmpint((int)findings_at(findings, 0)->kind, ==, FINDING_AMBIGUOUS);
    g_assert_nonnull(strstr(findings_at(findings, 0)->text, part));
}

static void
test_doubted(void)
{
    doubted("10123456789012345678", SYMBOLOGY_CODE128, CODE_TRACE, "(10)");
    doubted("21123456789012345678", SYMBOLOGY_CODE128, CODE_TRACE, "(21)");
    doubted("81123456789012345678", SYMBOLOGY_CODE128, CODE_TRACE, "(8112)");
    doubted("81334567890123456789", SYMBOLOGY_CODE128, CODE_TRACE, NULL);
    doubted("00106141412345678900", SYMBOLOGY_CODE128, CODE_TRACE, NULL); /* a wrong SSCC */
    doubted("86904879000126", SYMBOLOGY_TYPED, CODE_NATIONAL, "GTIN-14");
    doubted("16901234567899", SYMBOLOGY_TYPED, CODE_GTIN14, NULL);
    doubted("16901234567899", SYMBOLOGY_CODE128, CODE_GTIN14, "maker's own");
    doubted("6901234567892", SYMBOLOGY_CODE128, CODE_RETAIL, "maker's own");
    doubted("6901234567892", SYMBOLOGY_QR, CODE_RETAIL, "maker's own");
    doubted("6901234567892", SYMBOLOGY_EAN13, CODE_RETAIL, NULL);
    doubted("6901234567892", SYMBOLOGY_TYPED, CODE_RETAIL, NULL);
}

static void
test_normalised(void)
{
    taken("\ufeff６９０１２３４５６７８９２", CODE_RETAIL, "06901234567892");
    taken(" \u200b6901234567892\r\n", CODE_RETAIL, "06901234567892");
    taken("]E06901234567892", CODE_RETAIL, "06901234567892");
    taken("]Q1https://h/B/K7M2QX6", CODE_BOX, "");
    taken("（01）06901234567892", CODE_GS1, "06901234567892");
    taken("]c10106901234567892", CODE_GS1, "06901234567892");
    taken("https：、、h、B、K7M2QX6", CODE_BOX, "");
}

static void
test_hostile(void)
{
    g_autofree char *longest = g_strnfill(LIMIT_CODE + 1, '1');

    refused("", FINDING_EMPTY, "no code");
    refused(" \ufeff ", FINDING_EMPTY, "no code");
    refused("690123\n4567892", FINDING_CONTROL, "U+000A");
    refused("6901234567892\x7f", FINDING_CONTROL, "U+007F");
    refused("690\xff", FINDING_ENCODING, "UTF-8");
    refused("感冒灵颗粒", FINDING_UNKNOWN, "no kind");
    refused(longest, FINDING_TOO_LONG, "too long");
    longest[LIMIT_CODE] = '\0';
    refused(longest, FINDING_LENGTH, "length (4096)");
}

static void
test_nul_bytes(void)
{
    g_autoptr(GPtrArray) findings = findings_new();
    struct code code;

    g_assert_false(code_parse("690\0001234567892", 14, SYMBOLOGY_TYPED, &code, findings));
    g_assert_cmpint((int)findings_at(findings, 0)->kind, ==, FINDING_CONTROL);
    g_assert_cmpuint(findings_at(findings, 0)->offset, ==, 3);
}

static void
test_offsets(void)
{
    g_autoptr(GPtrArray) findings = findings_new();
    const char *text = "\ufeff（０１）06901234567893";
    struct code code;

    g_assert_false(code_parse(text, strlen(text), SYMBOLOGY_TYPED, &code, findings));
    g_assert_cmpuint(findings_at(findings, 0)->offset, ==, strlen(text) - 1);
}

static void
test_unknown_keeps_text(void)
{
    g_autoptr(GString) text = g_string_new(NULL);
    struct code code;

    for (int i = 0; i < 100; i++)
        g_string_append(text, "药");
    g_assert_false(code_parse(text->str, text->len, SYMBOLOGY_QR, &code, NULL));
    g_assert_true(g_str_has_prefix(text->str, code.product));
    g_assert_cmpuint(strlen(code.product), ==, 126);
    g_assert_false(code_parse("what is it", 10, SYMBOLOGY_QR, &code, NULL));
    g_assert_cmpstr(code.product, ==, "what is it");
}

/* Random texts made of the grammar's own characters, so that many of them mean something. */
static void
test_random(void)
{
    static const char *const parts[] = {
        "0", "1",  "6",        "9",       "86",     "(01)",         "(10)",    "690123456789",
        "2", "H2", "国药准字", "MEDBOX:", "TIMES:", "https://h/B/", "K7M2QX6", FS,
        "-", " ",  "17270331", "]C1",     "\xef"};
    g_autoptr(GRand) rand = g_rand_new_with_seed(6);
    int known = 0;

    for (int n = 0; n < 200000; n++) {
        g_autoptr(GString) text = g_string_new(NULL);
        g_autofree char *shown = NULL;
        struct code code, again;

        for (int i = g_rand_int_range(rand, 1, 16); i > 0; i--)
            g_string_append(text, parts[g_rand_int_range(rand, 0, G_N_ELEMENTS(parts))]);
        if (!code_parse(text->str, text->len, SYMBOLOGY_TYPED, &code, NULL))
            continue;
        known++;
        shown = code_format(&code);
        g_assert_true(code_parse(shown, strlen(shown), SYMBOLOGY_TYPED, &again, NULL));
        g_assert_cmpint((int)again.kind, ==, (int)code.kind);
        g_assert_cmpstr(again.product, ==, code.product);
        g_assert_cmpstr(again.pack, ==, code.pack);
    }
    g_assert_cmpint(known, >, 1000);
}

/* Every wrong digit of a checked code is found, and the finding names a digit that would do. */
static void
test_every_wrong_digit(void)
{
    static const char *const valid[] = {"6901234567892", "86904879000126", "16901234567899"};

    for (size_t v = 0; v < G_N_ELEMENTS(valid); v++)
        for (size_t i = 0; valid[v][i] != '\0'; i++)
            for (char c = '0'; c <= '9'; c++) {
                g_autofree char *text = g_strdup(valid[v]);
                struct code code;

                text[i] = c;
                g_assert_cmpint(code_parse(text, strlen(text), SYMBOLOGY_TYPED, &code, NULL), ==,
                                c == valid[v][i]);
            }
}

static void
test_words(void)
{
    for (int kind = 0; kind < CODE_KINDS; kind++) {
        g_assert_cmpuint(strlen(code_kind_word((enum code_kind)kind)), >, 0);
        g_assert_cmpuint(strlen(code_kind_name((enum code_kind)kind)), >, 0);
    }
    g_assert_cmpstr(code_kind_word(CODE_TRACE), ==, "trace");
    g_assert_cmpstr(symbology_name(SYMBOLOGY_EAN13), ==, "EAN-13");
    g_assert_cmpstr(finding_word(FINDING_CHECK), ==, "check");
}

/* Whose service a label names; a path alone names none. */
static void
test_label_hosts(void)
{
    static const struct {
        const char *text, *host;
    } rows[] = {
        {"https://YX.EXAMPLE.CN/B/K7M2QX6-7WQZ", "YX.EXAMPLE.CN"},
        {"]Q1http://evil.com:8080/b/k7m-2qx6/", "EVIL.COM:8080"},
        {"/B/K7M2QX6", ""},
        {"K7M-2QX6", ""},
    };
    struct code code;

    for (size_t i = 0; i < G_N_ELEMENTS(rows); i++) {
        g_assert_true(code_parse(rows[i].text, strlen(rows[i].text), SYMBOLOGY_TYPED, &code, NULL));
        g_assert_cmpint((int)code.kind, ==, CODE_BOX);
        g_assert_cmpstr(code.box.text, ==, "K7M2QX6");
        g_assert_cmpstr(code.host, ==, rows[i].host);
    }
    g_assert_false(code_parse("evil/B/K7M2QX6", 14, SYMBOLOGY_TYPED, &code, NULL));
    g_assert_false(code_parse("/B/K7M2QX5", 10, SYMBOLOGY_TYPED, &code, NULL));
}

static void
test_trace_product(void)
{
    static const char *const others[] = {"",        "812345",  "81234567",
                                         "7123456", "812345x", " 8123456"};
    struct code code;

    g_assert_true(code_parse_trace_product("8123456", &code));
    g_assert_cmpint(code.kind, ==, CODE_TRACE);
    g_assert_cmpstr(code.product, ==, "8123456");
    g_assert_cmpstr(code.pack, ==, "");
    for (size_t i = 0; i < G_N_ELEMENTS(others); i++)
        g_assert_false(code_parse_trace_product(others[i], &code));
}

int
main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    words_use(WORDS_EN);
    g_test_add_func("/code/reads retail codes as 14 digits", test_retail);
    g_test_add_func("/code/tells numbers for one place apart", test_own_labels);
    g_test_add_func("/code/expands UPC-E", test_upce);
    g_test_add_func("/code/reads traceability and national codes", test_trace_and_national);
    g_test_add_func("/code/reads the product of a traceability code alone", test_trace_product);
    g_test_add_func("/code/reads approval numbers", test_approval);
    g_test_add_func("/code/a GS1 string gives product, pack, batch, days and count", test_gs1);
    g_test_add_func("/code/a GS1 string with a fault is unknown", test_gs1_refusals);
    g_test_add_func("/code/reads addresses and box codes", test_links_and_boxes);
    g_test_add_func("/code/reads commands", test_commands);
    g_test_add_func("/code/a near miss says what would be right", test_near_misses);
    g_test_add_func("/code/two possible readings are told", test_ambiguous);
    g_test_add_func("/code/what could be something else is said", test_doubted);
    g_test_add_func("/code/what scanners and input methods add is taken off", test_normalised);
    g_test_add_func("/code/hostile input is refused in words", test_hostile);
    g_test_add_func("/code/a NUL byte is a control character", test_nul_bytes);
    g_test_add_func("/code/an offset points into the text as given", test_offsets);
    g_test_add_func("/code/an unknown code keeps its text, cut between characters",
                    test_unknown_keeps_text);
    g_test_add_func("/code/every code that is read reads back", test_random);
    g_test_add_func("/code/every wrong digit is found", test_every_wrong_digit);
    g_test_add_func("/code/every kind has a word and a name", test_words);
    g_test_add_func("/code/hosts of labels", test_label_hosts);
    return g_test_run();
}
