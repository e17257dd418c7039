#include "labels/cff.h"

#include <string.h>

#include <glib.h>

#define GLYPHS 100

/* A font program as far as it is looked at: header, a name, a top DICT of so many bytes, a charset. */
static size_t
program(const uint8_t *dict, size_t n, const uint8_t charset[5], uint8_t out[64])
{
    static const uint8_t head[] = {1, 0, 4, 1, 0, 1, 1, 1, 2, 'N', 0, 1, 1, 1};
    size_t at = sizeof(head);

    memcpy(out, head, at);
    out[at++] = (uint8_t)(n + 1);
    memcpy(out + at, dict, n);
    memcpy(out + 40, charset, 5);
    return 45;
}

static void
dicts_and_charsets(void)
{
    static const struct {
        uint8_t dict[12];
        size_t n;
        uint8_t charset[5];
        bool are;
    } rows[] = {
        /* Registry 0, ordering 0, supplement 0: ROS. The charset is at 40. */
        {{139, 139, 139, 12, 30, 179, 15}, 7, {2, 0, 1, 0, 98}, true},
        {{28, 1, 135, 139, 139, 12, 30, 28, 0, 40, 15}, 11, {2, 0, 1, 0, 98}, true},
        {{139, 139, 139, 12, 30, 29, 0, 0, 0, 40, 15}, 11, {2, 0, 1, 0, 98}, true},
        {{30, 0x0a, 0x1f, 12, 30, 179, 15}, 7, {2, 0, 1, 0, 98}, true},
        /* Fewer, other or listed names; names in words; the standard charset; a DICT without any. */
        {{139, 139, 139, 12, 30, 179, 15}, 7, {2, 0, 1, 0, 97}, false},
        {{139, 139, 139, 12, 30, 179, 15}, 7, {2, 0, 2, 0, 98}, false},
        {{139, 139, 139, 12, 30, 179, 15}, 7, {0, 0, 1, 0, 2}, false},
        {{139, 139, 139, 12, 30, 179, 15}, 7, {1, 0, 1, 98, 0}, false},
        {{179, 15}, 2, {2, 0, 1, 0, 98}, false},
        {{139, 139, 139, 12, 30, 139, 15}, 7, {2, 0, 1, 0, 98}, false},
        {{139, 139, 139, 12, 30}, 5, {2, 0, 1, 0, 98}, false},
    };

    for (size_t i = 0; i < G_N_ELEMENTS(rows); i++) {
        uint8_t bytes[64] = {0};
        size_t n = program(rows[i].dict, rows[i].n, rows[i].charset, bytes);

        g_assert_cmpint(cff_names_are_numbers(bytes, n, GLYPHS), ==, rows[i].are);
        g_assert_false(cff_names_are_numbers(bytes, n, GLYPHS + 1));
    }
}

/* Every beginning, and any bytes at all: an answer and nothing read that is not there. */
static void
damaged(void)
{
    static const uint8_t dict[] = {139, 139, 139, 12, 30, 179, 15}, charset[] = {2, 0, 1, 0, 98};
    g_autoptr(GRand) rand = g_rand_new_with_seed(5176);
    uint8_t whole[64] = {0};
    const size_t n = program(dict, sizeof(dict), charset, whole);

    for (size_t length = 0; length < n; length++) {
        g_autofree uint8_t *part = g_memdup2(whole, length);

        g_assert_false(cff_names_are_numbers(part, length, GLYPHS));
    }
    for (int round = 0; round < 20000; round++) {
        g_autofree uint8_t *bytes = g_memdup2(whole, n);

        for (int i = g_rand_int_range(rand, 1, 6); i > 0; i--)
            bytes[g_rand_int_range(rand, 0, (gint32)n)] = (uint8_t)g_rand_int(rand);
        cff_names_are_numbers(bytes, n, GLYPHS);
    }
}

int
main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/cff/glyphs named by their own numbers are known", dicts_and_charsets);
    g_test_add_func("/cff/damaged tables are no trouble", damaged);
    return g_test_run();
}
