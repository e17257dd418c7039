#include "web/secret.h"

#include <string.h>

#include <glib.h>

#include "web/chance.h"
#include "web/device.h"

static void
hashes(void)
{
    g_autofree char *one = secret_hash("正确的马 9", NULL),
                    *other = secret_hash("正确的马 9", NULL);

    g_assert_true(g_str_has_prefix(one, "$argon2id$v=19$m=65536,t=2,p=1$"));
    g_assert_cmpstr(one, !=, other); /* each has its salt */
    g_assert_true(secret_check(one, "正确的马 9"));
    g_assert_true(secret_check(other, "正确的马 9"));
    g_assert_false(secret_check(one, "正确的马 8"));
    g_assert_false(secret_check(one, ""));
}

static void
hashes_that_are_none(void)
{
    static const char *const rows[] = {"", "x", "$argon2id$v=19$m=65536,t=2,p=1$",
                                       "$argon2id$v=19$m=65536,t=2,p=1$AAAA$AAAA", "$2b$10$x"};

    g_assert_false(secret_check(NULL, "x"));
    g_assert_false(secret_check(NULL, ""));
    for (size_t i = 0; i < G_N_ELEMENTS(rows); i++)
        g_assert_false(secret_check(rows[i], "x"));
}

static void
tokens(void)
{
    static const char *const wrong[] = {
        "", "00", "zz00000000000000000000000000000000000000000000000000000000000000",
        "00 0000000000000000000000000000000000000000000000000000000000000",
        "000000000000000000000000000000000000000000000000000000000000000000"};
    uint8_t token[SECRET_TOKEN], again[SECRET_TOKEN];
    char text[SECRET_HEX_SIZE];

    chance_bytes(token, sizeof(token));
    secret_format(token, text);
    g_assert_cmpuint(strlen(text), ==, 64);
    g_assert_true(secret_parse(text, again));
    g_assert_true(memcmp(token, again, sizeof(token)) == 0);
    chance_bytes(again, sizeof(again));
    g_assert_true(memcmp(token, again, sizeof(token)) != 0);
    for (size_t i = 0; i < G_N_ELEMENTS(wrong); i++)
        g_assert_false(secret_parse(wrong[i], again));
}

/* The expected one was computed by Python's hmac. */
static void
what_follows_from_a_token(void)
{
    uint8_t token[SECRET_TOKEN];
    char one[SECRET_HEX_SIZE], other[SECRET_HEX_SIZE];

    memset(token, 0x0b, sizeof(token));
    secret_derive(token, "Hi There", one);
    g_assert_cmpstr(one, ==, "198a607eb44bfbc69903a0f1cf2bbdc5ba0aa3f3d9ae3c1c7a3b1696a0b68cf7");
    secret_derive(token, "Hi there", other);
    g_assert_false(secret_equal(one, other));
    g_assert_true(secret_equal(one, one));
    g_assert_false(secret_equal(one, ""));
    g_assert_false(secret_equal("", one));
}

static void
devices(void)
{
    static const struct {
        const char *agent, *words;
    } rows[] = {
        {"Mozilla/5.0 (Linux; Android 13; V2199A) AppleWebKit/537.36 (KHTML, like Gecko) "
         "Version/4.0 Chrome/111.0 Mobile Safari/537.36 MMWEBID/1 MicroMessenger/8.0.49",
         "WeChat, Android"},
        {"Mozilla/5.0 (iPhone; CPU iPhone OS 17_4 like Mac OS X) AppleWebKit/605.1.15 "
         "Version/17.4 Mobile/15E148 Safari/604.1",
         "Safari, iPhone"},
        {"Mozilla/5.0 (Windows NT 10.0; Win64; x64) Chrome/122.0 Safari/537.36 Edg/122.0",
         "Edge, Windows"},
        {"Mozilla/5.0 (X11; Linux x86_64; rv:109.0) Gecko/20100101 Firefox/115.0",
         "Firefox, Linux"},
        {"curl/8.0", ""},
        {"", ""},
        {NULL, ""},
    };

    for (size_t i = 0; i < G_N_ELEMENTS(rows); i++) {
        g_autofree char *words = device_words(rows[i].agent);

        g_assert_cmpstr(words, ==, rows[i].words);
    }
}

int
main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/secret/hashes", hashes);
    g_test_add_func("/secret/hashes that are none", hashes_that_are_none);
    g_test_add_func("/secret/tokens", tokens);
    g_test_add_func("/secret/what follows from a token", what_follows_from_a_token);
    g_test_add_func("/secret/devices", devices);
    return g_test_run();
}
