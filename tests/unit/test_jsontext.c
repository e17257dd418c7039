#include "web/jsontext.h"

#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <glib.h>
#include <jansson.h>

/* What jansson itself writes is what is wanted. */
static void
check(json_t *json)
{
    char *wanted = json_dumps(json, JSON_COMPACT | JSON_ENCODE_ANY);
    g_autofree char *text = jsontext_of(json);

    g_assert_nonnull(wanted);
    g_assert_cmpstr(text, ==, wanted);
    free(wanted);
    json_decref(json);
}

static void
simple_values(void)
{
    check(json_null());
    check(json_true());
    check(json_false());
    check(json_array());
    check(json_object());
    check(json_string(""));
}

static void
numbers(void)
{
    static const json_int_t whole[] = {0,         7,        -7, 10, 99, 100, -1000, 1764161054123,
                                       INT64_MAX, INT64_MIN};
    static const double parts[] = {0.0,    -0.0,  0.1,    1.0,  31.23041,
                                   -121.5, 1e300, 5e-324, 1e15, 1e17};

    for (size_t i = 0; i < G_N_ELEMENTS(whole); i++)
        check(json_integer(whole[i]));
    for (size_t i = 0; i < G_N_ELEMENTS(parts); i++)
        check(json_real(parts[i]));
}

/* Every character that has a form of its own, at the beginning, in the middle and at the end. */
static void
texts(void)
{
    for (int c = 0; c < 0x80; c++) {
        const char text[] = {(char)c, 'a', (char)c, (char)c, 'b', (char)c};

        check(json_stringn(text, sizeof(text)));
    }
    check(json_string("布洛芬缓释胶囊 \"0.3 g\" \\ / \U0001F48A"));
    check(json_pack("{s:s}", "a \"name\"\n", "a\ttext"));
}

static json_t *
any(GRand *random, int depth)
{
    json_t *json;
    int n = g_rand_int_range(random, 0, 4);

    switch (g_rand_int_range(random, 0, depth > 0 ? 6 : 4)) {
    case 0: return json_integer((json_int_t)g_rand_int(random) << g_rand_int_range(random, 0, 32));
    case 1: return json_real(g_rand_double_range(random, -1e6, 1e6));
    case 2: return n > 1 ? json_true() : n > 0 ? json_false() : json_null();
    case 3: return json_string(n > 1 ? "a\nb" : n > 0 ? "药" : "");
    case 4:
        json = json_array();
        while (n-- > 0)
            json_array_append_new(json, any(random, depth - 1));
        return json;
    default:
        json = json_object();
        while (n-- > 0) {
            const char name[] = {(char)g_rand_int_range(random, ' ', '~'), '\0'};

            json_object_set_new(json, name, any(random, depth - 1));
        }
        return json;
    }
}

static void
one_in_another(void)
{
    GRand *random = g_rand_new_with_seed(6);

    for (int i = 0; i < 3000; i++)
        check(any(random, 6));
    g_rand_free(random);
}

int
main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/jsontext/simple values", simple_values);
    g_test_add_func("/jsontext/numbers", numbers);
    g_test_add_func("/jsontext/texts", texts);
    g_test_add_func("/jsontext/one in another", one_in_another);
    return g_test_run();
}
