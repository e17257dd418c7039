/* Codes before a camera, keys of a hand scanner, frames: what comes from devices, without devices. */

#include "scanner/watch.h"

#include <string.h>

#include <linux/input-event-codes.h>

#include "base/words.h"
#include "scanner/frame.h"
#include "scanner/keys.h"
#include "scanner/sighting.h"

/* A frame with these codes, separated by blanks; a finding for each that begins with "?". */
static struct decode *
frame(const char *codes)
{
    struct decode *decode = g_new0(struct decode, 1);
    g_auto(GStrv) words = g_strsplit(codes, " ", -1);

    *decode = (struct decode){640, 480, sighting_list(), sighting_list(), findings_new()};
    for (size_t i = 0; words[i] != NULL; i++) {
        struct decode_symbol symbol = {.symbology = SYMBOLOGY_EAN13, .quality = 1};

        if (words[i][0] == '?') {
            finding_add(decode->findings, FINDING_PICTURE, 0, "%s", words[i]);
        } else if (words[i][0] != '\0') {
            symbol.text = g_strdup(words[i]);
            symbol.length = strlen(words[i]);
            g_ptr_array_add(decode->symbols, g_memdup2(&symbol, sizeof symbol));
        }
    }
    return decode;
}

/* What has come into view, as the codes are written. */
static void
sees(struct watch *watch, int64_t at_ms, const char *codes, const char *fresh)
{
    struct decode *decode = frame(codes);
    g_autoptr(GPtrArray) symbols = watch_see(watch, decode, at_ms);
    g_autoptr(GPtrArray) findings = watch_notice(watch, decode, at_ms);
    g_autoptr(GString) said = g_string_new(NULL);

    for (guint i = 0; i < symbols->len; i++)
        g_string_append_printf(said, " %s",
                               ((const struct decode_symbol *)symbols->pdata[i])->text);
    for (guint i = 0; i < findings->len; i++)
        g_string_append_printf(said, " %s", ((const struct finding *)findings->pdata[i])->text);
    g_assert_cmpstr(said->len > 0 ? said->str + 1 : "", ==, fresh);
    decode_free(decode);
}

static void
test_once(void)
{
    struct watch *watch = watch_new();

    sees(watch, 0, "", "");
    sees(watch, 40, "A", "A");
    sees(watch, 80, "A", "");
    sees(watch, 120, "A B", "B");
    sees(watch, 160, "B", "");
    sees(watch, 40 + WATCH_GONE_MS, "A B", ""); /* a moment's blur */
    sees(watch, 41 + 3 * WATCH_GONE_MS, "A", "A");
    watch_free(watch);
    watch_free(NULL);
}

static void
test_as_often_as_seen_together(void)
{
    struct watch *watch = watch_new();

    sees(watch, 0, "A A", "A A");
    sees(watch, 40, "A", "");
    sees(watch, 80, "A A", "");
    sees(watch, 120, "A A A", "A");
    sees(watch, 120 + WATCH_GONE_MS + 1, "A", "A");
    sees(watch, 160 + WATCH_GONE_MS, "A A", "A");
    watch_free(watch);
}

static void
test_hints_once(void)
{
    struct watch *watch = watch_new();

    sees(watch, 0, "?closer", "?closer");
    sees(watch, 1000, "?closer A", "A");
    sees(watch, 2000, "?closer ?brighter A", "?brighter");
    sees(watch, 2001 + WATCH_GONE_MS, "?closer", "?closer");
    watch_free(watch);
}

/* Presses of keys, each with its release. */
static void
types(const unsigned *codes, size_t count, const char *wanted)
{
    struct keys keys = {.shift = false};
    g_autoptr(GString) text = g_string_new(NULL);

    for (size_t i = 0; i < count; i++)
        for (int32_t value = 1; value >= 0; value--) {
            char c = keys_type(&keys, codes[i], value);

            if (c != '\0')
                g_string_append_c(text, c);
        }
    g_assert_cmpstr(text->str, ==, wanted);
}

static void
test_keys(void)
{
    static const unsigned plain[] = {KEY_6, KEY_9, KEY_0, KEY_A, KEY_KP1, KEY_SLASH, KEY_ENTER};
    static const unsigned none[] = {KEY_F1, KEY_ESC, KEY_CAPSLOCK, KEY_HOME, KEY_MAX, 70000};

    types(plain, G_N_ELEMENTS(plain), "690a1/\n");
    types(none, G_N_ELEMENTS(none), "");
}

static void
test_held_keys(void)
{
    struct keys keys = {.shift = false};

    keys_type(&keys, KEY_LEFTSHIFT, 1);
    g_assert_cmpint(keys_type(&keys, KEY_M, 1), ==, 'M');
    g_assert_cmpint(keys_type(&keys, KEY_M, 2), ==, '\0'); /* held: typed once */
    g_assert_cmpint(keys_type(&keys, KEY_SEMICOLON, 1), ==, ':');
    keys_type(&keys, KEY_LEFTSHIFT, 0);
    g_assert_cmpint(keys_type(&keys, KEY_M, 1), ==, 'm');
}

/* Both ways in which scanners send the GS1 separator. */
static void
test_separators(void)
{
    struct keys keys = {.shift = false};

    keys_type(&keys, KEY_LEFTCTRL, 1);
    g_assert_cmpint(keys_type(&keys, KEY_RIGHTBRACE, 1), ==, 0x1d);
    g_assert_cmpint(keys_type(&keys, KEY_C, 1), ==, '\0');
    keys_type(&keys, KEY_LEFTCTRL, 0);
    keys_type(&keys, KEY_LEFTALT, 1);
    g_assert_cmpint(keys_type(&keys, KEY_KP0, 1), ==, '\0');
    g_assert_cmpint(keys_type(&keys, KEY_KP2, 1), ==, '\0');
    g_assert_cmpint(keys_type(&keys, KEY_KP9, 1), ==, '\0');
    g_assert_cmpint(keys_type(&keys, KEY_LEFTALT, 0), ==, 0x1d);
    g_assert_cmpint(keys_type(&keys, KEY_KP9, 1), ==, '9');
    keys_type(&keys, KEY_LEFTALT, 1);
    g_assert_cmpint(keys_type(&keys, KEY_LEFTALT, 0), ==, '\0');
}

static void
shows(const char *fourcc, size_t stride, const char *data, size_t size, const char *wanted)
{
    struct frame_format format = {.width = 2, .height = 2, .stride = stride};
    g_autoptr(GError) error = NULL;
    g_autoptr(GBytes) picture = NULL;
    gsize length;
    const char *bytes;

    g_strlcpy(format.fourcc, fourcc, sizeof format.fourcc);
    picture = frame_picture(&format, (const uint8_t *)data, size, &error);
    if (wanted == NULL) {
        g_assert_null(picture);
        g_assert_error(error, ERR, ERR_INPUT);
        return;
    }
    g_assert_no_error(error);
    bytes = g_bytes_get_data(picture, &length);
    g_assert_cmpuint(length, ==, strlen(wanted));
    g_assert_true(memcmp(bytes, wanted, length) == 0);
}

static void
test_frames(void)
{
    shows("GREY", 0, "abcd", 4, "P5 2 2 255\nabcd");
    shows("GREY", 3, "ab.cd", 5, "P5 2 2 255\nabcd"); /* the last row needs no gap behind it */
    shows("NV12", 0, "abcduv", 6, "P5 2 2 255\nabcd");
    shows("YUYV", 0, "aUbVcUdV", 8, "P5 2 2 255\nabcd");
    shows("UYVY", 0, "UaVbUcVd", 8, "P5 2 2 255\nabcd");
    shows("MJPG", 0, "\xff\xd8\xff", 3, "\xff\xd8\xff");
    shows("GREY", 0, "abc", 3, NULL);
    shows("YUYV", 0, "aUbVcUd", 7, NULL);
    shows("GREY", 1000, "abcd", 4, NULL);
    shows("H264", 0, "abcd", 4, NULL);
}

int
main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    words_use(WORDS_EN);
    g_test_add_func("/watch/a code in view counts once", test_once);
    g_test_add_func("/watch/two alike are two", test_as_often_as_seen_together);
    g_test_add_func("/watch/a hint is told once", test_hints_once);
    g_test_add_func("/keys/type what a US keyboard types", test_keys);
    g_test_add_func("/keys/with others held", test_held_keys);
    g_test_add_func("/keys/separators", test_separators);
    g_test_add_func("/frame/every layout of brightness", test_frames);
    return g_test_run();
}
