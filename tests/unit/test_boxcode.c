#include "scanner/boxcode.h"

#include <string.h>

#include "base/words.h"
#include "scanner/finding.h"

static const char alphabet[] = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

static struct boxcode
parsed(const char *text)
{
    struct boxcode code;
    g_autoptr(GError) error = NULL;

    g_assert_true(boxcode_parse(text, &code, &error));
    g_assert_no_error(error);
    return code;
}

static void
refused(const char *text, const char *part)
{
    struct boxcode code;
    g_autoptr(GError) error = NULL;

    g_assert_false(boxcode_parse(text, &code, &error));
    g_assert_error(error, ERR, ERR_INPUT);
    g_assert_nonnull(strstr(error->message, part));
    g_assert_cmpstr(code.text, ==, "");
}

static struct boxcode
any(GRand *rand, int characters)
{
    uint64_t random = (uint64_t)g_rand_int(rand) << 32 | g_rand_int(rand);

    return boxcode_make(random, characters);
}

/* Check characters worked out by hand with field multiplication, not by this program. */
static void
test_known(void)
{
    const char *const known[] = {"K7M2QX6", "K7M2QX4W", "ABCDEF6",
                                 "0A0000D", "ZZZZZZS",  "ZZZZZZZC"};

    for (size_t i = 0; i < G_N_ELEMENTS(known); i++)
        g_assert_cmpstr(parsed(known[i]).text, ==, known[i]);
}

static void
test_forgiving(void)
{
    const char *const forms[] = {"K7M-2QX6",       "k7m2qx6",          " K7M 2QX6\r\n",
                                 "K-7-M-2-Q-X-6",  "Ｋ７Ｍ－２ＱＸ６", "\ufeffK7M2QX6",
                                 "ｋ７ｍ—２ｑｘ６"};

    for (size_t i = 0; i < G_N_ELEMENTS(forms); i++)
        g_assert_cmpstr(parsed(forms[i]).text, ==, "K7M2QX6");
    g_assert_cmpstr(parsed("k7m2-qx4w").text, ==, "K7M2QX4W");
}

static void
test_lookalikes(void)
{
    g_assert_cmpstr(parsed("AIBoClH").text, ==, "A1B0C1H");
    g_assert_cmpstr(parsed("OA0-oOoD").text, ==, "0A0000D");
}

static void
test_refusals(void)
{
    refused("", "7 or 8");
    refused("K7M", "7 or 8");
    refused("K7M2QX4ZZ", "7 or 8");
    refused("K7M-2UX4", "V");
    refused("K7M-2?X4", "digits and letters");
    refused("药箱", "digits and letters");
    refused("K7M\n2QX4", "control");
    refused("\xff\xfe", "UTF-8");
}

static void
test_wrong_check(void)
{
    refused("ABC-DEF0", "should be 6");
    refused("000-0000", "at least one letter");
    refused("12345678", "at least one letter");
}

static void
test_made_codes(void)
{
    g_autoptr(GRand) rand = g_rand_new_with_seed(1);

    for (int i = 0; i < 20000; i++) {
        struct boxcode code = any(rand, i % 2 ? BOXCODE_SHORT : BOXCODE_LONG);
        char shown[BOXCODE_PRINT_SIZE];

        g_assert_cmpstr(parsed(code.text).text, ==, code.text);
        g_assert_cmpstr(parsed(boxcode_format(code, shown)).text, ==, code.text);
        g_assert_cmpuint(strlen(code.text), ==, i % 2 ? 7 : 8);
    }
}

static void
test_never_digits_only(void)
{
    for (uint64_t random = 0; random < 64; random++) {
        struct boxcode code = boxcode_make(random << 40, BOXCODE_SHORT);

        g_assert_false(g_ascii_isdigit(code.text[0]));
        g_assert_cmpstr(parsed(code.text).text, ==, code.text);
    }
}

static void
test_every_substitution(void)
{
    g_autoptr(GRand) rand = g_rand_new_with_seed(2);

    for (int n = 0; n < 300; n++) {
        struct boxcode code = any(rand, n % 2 ? BOXCODE_SHORT : BOXCODE_LONG), read;

        for (size_t i = 0; code.text[i] != '\0'; i++)
            for (int v = 0; v < 32; v++) {
                struct boxcode wrong = code;

                wrong.text[i] = alphabet[v];
                g_assert_cmpint(boxcode_read(wrong.text, strlen(wrong.text), &read, NULL), ==,
                                strcmp(wrong.text, code.text) == 0);
            }
    }
}

static void
test_every_swap(void)
{
    g_autoptr(GRand) rand = g_rand_new_with_seed(3);

    for (int n = 0; n < 2000; n++) {
        struct boxcode code = any(rand, n % 2 ? BOXCODE_SHORT : BOXCODE_LONG), read;

        for (size_t i = 0; i + 1 < strlen(code.text); i++)
            for (size_t j = i + 1; j < strlen(code.text); j++) {
                struct boxcode wrong = code;

                wrong.text[i] = code.text[j];
                wrong.text[j] = code.text[i];
                g_assert_cmpint(boxcode_read(wrong.text, strlen(wrong.text), &read, NULL), ==,
                                code.text[i] == code.text[j]);
            }
    }
}

static bool
holds(const struct boxcode *list, size_t count, const char *text)
{
    for (size_t i = 0; i < count; i++)
        if (strcmp(list[i].text, text) == 0)
            return true;
    return false;
}

static void
test_neighbours(void)
{
    g_autoptr(GRand) rand = g_rand_new_with_seed(4);
    struct boxcode list[BOXCODE_NEIGHBOURS];

    for (int n = 0; n < 2000; n++) {
        struct boxcode code = any(rand, n % 2 ? BOXCODE_SHORT : BOXCODE_LONG), wrong = code;
        size_t place = (size_t)g_rand_int_range(rand, 0, (int)strlen(code.text) - 1), count;

        if (n % 3 == 0) {
            wrong.text[place] = code.text[place + 1];
            wrong.text[place + 1] = code.text[place];
        } else {
            wrong.text[place] = alphabet[g_rand_int_range(rand, 0, 32)];
        }
        count = boxcode_neighbours(wrong.text, list);
        g_assert_cmpint(holds(list, count, code.text), ==, strcmp(code.text, wrong.text) != 0);
        g_assert_cmpuint(count, <=, BOXCODE_NEIGHBOURS);
    }
}

/* The text with something else in the place of so many characters at a place. */
static char *
edited(const char *text, size_t place, size_t instead, const char *with)
{
    return g_strdup_printf("%.*s%s%s", (int)place, text, with, text + place + instead);
}

static void
near(const char *typed, const char *meant)
{
    struct boxcode list[BOXCODE_NEIGHBOURS];

    if (!holds(list, boxcode_neighbours(typed, list), meant))
        g_error("%s is not offered for %s", meant, typed);
}

/* One slip of any kind at any place, also with a character that no code has. */
static void
test_slips(void)
{
    static const char *const strange[] = {"U", "u", "*", "中", "_", "😀", "é"};
    g_autoptr(GRand) rand = g_rand_new_with_seed(5);

    for (int n = 0; n < 400; n++) {
        struct boxcode code = any(rand, n % 2 ? BOXCODE_SHORT : BOXCODE_LONG);
        size_t length = strlen(code.text), swap = (size_t)n % (length - 1);
        g_autofree char *swapped = g_strdup(code.text);

        for (size_t i = 0; i < length; i++) {
            const char other[] = {alphabet[g_rand_int_range(rand, 0, 32)], '\0'};
            const char *odd = strange[g_rand_int_range(rand, 0, G_N_ELEMENTS(strange))];
            g_autofree char *missing = edited(code.text, i, 1, ""),
                            *more = edited(code.text, i, 0, other),
                            *wrong = edited(code.text, i, 1, odd),
                            *more_wrong = edited(code.text, i, 0, odd),
                            *cut = edited(code.text, 3, 0, "-");

            near(missing, code.text);
            near(more, code.text);
            near(wrong, code.text);
            near(more_wrong, code.text);
            cut[i + (i >= 3)] = cut[i + (i >= 3)] == '0' ? '1' : '0';
            near(cut, code.text);
        }
        swapped[swap] = code.text[swap + 1];
        swapped[swap + 1] = code.text[swap];
        if (strcmp(swapped, code.text) != 0)
            near(swapped, code.text);
    }
}

static void
test_not_near(void)
{
    static const char *const texts[] = {
        "", "K7M", "K7M2X", "K7M*2*4", "社区1号楼药箱", "K7M2QX4K7M2", "https://yx.example.cn",
    };
    struct boxcode list[BOXCODE_NEIGHBOURS];

    for (size_t i = 0; i < G_N_ELEMENTS(texts); i++)
        g_assert_cmpuint(boxcode_neighbours(texts[i], list), ==, 0);
}

static void
test_url(void)
{
    struct boxcode code = parsed("ABCDEF6"), read;
    struct boxcode_nonce nonce = boxcode_nonce_make(0x12345), none = {""};
    g_autofree char *plain = boxcode_url("yx.example.cn", code, none);
    g_autofree char *with = boxcode_url("yx.example.cn:8080", code, nonce);

    g_assert_cmpstr(plain, ==, "https://YX.EXAMPLE.CN/B/ABCDEF6");
    g_assert_true(boxcode_of_url(plain, strlen(plain), &read, &none, NULL));
    g_assert_cmpstr(read.text, ==, code.text);
    g_assert_cmpstr(none.text, ==, "");
    g_assert_true(boxcode_of_url(with, strlen(with), &read, &none, NULL));
    g_assert_cmpstr(none.text, ==, nonce.text);
    g_assert_cmpuint(strlen(nonce.text), ==, BOXCODE_NONCE);
}

static void
test_url_forms(void)
{
    const char *const forms[] = {
        "HTTPS://ANY.HOST/B/ABC-DEF6",     "http://localhost:8080/b/abcdef6/",
        "https://h/b/abcdef6?from=poster", "https://h/b/abcdef6/#top",
        "https://h/B/ABCDEF6-7WQZ",        "https://h/b/abc-def6-7wqz?x=1"};
    struct boxcode code;
    struct boxcode_nonce nonce;

    for (size_t i = 0; i < G_N_ELEMENTS(forms); i++) {
        g_assert_true(boxcode_of_url(forms[i], strlen(forms[i]), &code, &nonce, NULL));
        g_assert_cmpstr(code.text, ==, "ABCDEF6");
        g_assert_cmpstr(nonce.text, ==, i >= 4 ? "7WQZ" : "");
    }
}

static void
test_url_refusals(void)
{
    const struct {
        const char *text;
        guint findings;
    } cases[] = {
        {"https://yx.example.cn/", 0},
        {"https://yx.example.cn/c/ABCDEF6", 0},
        {"https:///B/ABCDEF6", 0},
        {"https://yx.example.cn/B/", 0},
        {"https://yx.example.cn/B/ABCDEF6/edit", 0},
        {"https://yx example.cn/B/ABCDEF6", 0},
        {"ftp://yx.example.cn/B/ABCDEF6", 0},
        {"https://yx.example.cn/B/ABCDEF", 1},
        {"https://yx.example.cn/B/ABCDEF0", 1},
        {"https://yx.example.cn/B/ABCDEF6-7WQ", 1},
        {"https://yx.example.cn/B/ABCDEF6-7WQU", 1},
    };
    struct boxcode code;
    struct boxcode_nonce nonce;

    for (size_t i = 0; i < G_N_ELEMENTS(cases); i++) {
        g_autoptr(GPtrArray) findings = findings_new();

        g_assert_false(
            boxcode_of_url(cases[i].text, strlen(cases[i].text), &code, &nonce, findings));
        g_assert_cmpuint(findings->len, ==, cases[i].findings);
        g_assert_cmpstr(code.text, ==, "");
    }
}

/* The code with the mark of its print, as somebody copies it from an address. */
static void
test_marked(void)
{
    const char *const forms[] = {"abc-def6-7wqz", "ABCDEF6-7WQZ", "abcdef67wqz", "ABC DEF6 7WQZ"};
    const char *const others[] = {"ABCDEF6", "ABCDEF6-7WQ",      "ABCDEF5-7WQZ", "ABCDEF6-7WQU",
                                  "",        "ABCDEF6-7WQZ-7WQZ"};
    struct boxcode code;
    struct boxcode_nonce nonce;

    for (size_t i = 0; i < G_N_ELEMENTS(forms); i++) {
        g_assert_true(boxcode_read_marked(forms[i], strlen(forms[i]), &code, &nonce));
        g_assert_cmpstr(code.text, ==, "ABCDEF6");
        g_assert_cmpstr(nonce.text, ==, "7WQZ");
    }
    for (size_t i = 0; i < G_N_ELEMENTS(others); i++) {
        g_assert_false(boxcode_read_marked(others[i], strlen(others[i]), &code, &nonce));
        g_assert_cmpstr(code.text, ==, "");
        g_assert_cmpstr(nonce.text, ==, "");
    }
}

int
main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    words_use(WORDS_EN);
    g_test_add_func("/boxcode/check characters are those of the field", test_known);
    g_test_add_func("/boxcode/reads what people type", test_forgiving);
    g_test_add_func("/boxcode/O is zero, I and L are one", test_lookalikes);
    g_test_add_func("/boxcode/refuses what is no code and says why", test_refusals);
    g_test_add_func("/boxcode/a wrong check character is told", test_wrong_check);
    g_test_add_func("/boxcode/reads a code with the mark of its print", test_marked);
    g_test_add_func("/boxcode/a made code reads back", test_made_codes);
    g_test_add_func("/boxcode/a made code has a letter", test_never_digits_only);
    g_test_add_func("/boxcode/every wrong character is found", test_every_substitution);
    g_test_add_func("/boxcode/every swap of two characters is found", test_every_swap);
    g_test_add_func("/boxcode/the neighbours hold the code that was meant", test_neighbours);
    g_test_add_func("/boxcode/one slip away", test_slips);
    g_test_add_func("/boxcode/not near", test_not_near);
    g_test_add_func("/boxcode/a label address reads back", test_url);
    g_test_add_func("/boxcode/a label address may come in many forms", test_url_forms);
    g_test_add_func("/boxcode/other addresses are no labels", test_url_refusals);
    return g_test_run();
}
