/* Pictures without any code that is read here: nothing may be reported, nor suspected. */

#include "scanner/decode.h"

#include <string.h>

#include "base/limits.h"
#include "base/words.h"
#include "photo.h"

static struct picture *
filled(uint32_t width, uint32_t height, int luma)
{
    struct picture *picture = picture_new(width, height);

    memset(picture->luma, luma, (size_t)width * height);
    return picture;
}

static void
shows_nothing(struct picture *picture)
{
    struct decode *decode = decode_picture(picture);

    g_assert_cmpuint(decode->symbols->len, ==, 0);
    g_assert_cmpuint(decode->findings->len, ==, 0);
    g_assert_cmpuint(decode->width, ==, picture->width);
    g_assert_cmpuint(decode->height, ==, picture->height);
    decode_free(decode);
    picture_free(picture);
}

static struct picture *
photograph(const struct photo_item *items, size_t count, const struct photo_shot *shot)
{
    const struct photo_file file = {PHOTO_JPEG, 80, 1};
    g_autoptr(GError) error = NULL;
    g_autoptr(GBytes) bytes = NULL;
    cairo_surface_t *photo = photo_take(items, count, shot, &error);
    struct picture *picture;

    g_assert_no_error(error);
    bytes = photo_encode(photo, &file, &error);
    cairo_surface_destroy(photo);
    picture = picture_load(bytes, LIMIT_PIXELS, NULL, &error);
    g_assert_no_error(error);
    return picture;
}

/* Noise of every grain, in which no code may be found and none suspected. */
static void
test_noise(void)
{
    uint64_t random = 99;

    for (int grain = 1; grain <= 16; grain *= 2)
        for (int round = 0; round < 2; round++) {
            struct picture *picture = picture_new(800, 500);

            for (uint32_t y = 0; y < 500; y++)
                for (uint32_t x = 0; x < 800; x++) {
                    bool copied = x % (uint32_t)grain != 0;
                    size_t at = (size_t)y * 800 + x;

                    picture->luma[at] =
                        copied ? picture->luma[at - 1] : (uint8_t)(photo_random(&random) >> 56);
                }
            shows_nothing(picture);
        }
}

/* Bars of random widths, as many lines agreeing as one likes: what no check vouches for. */
static void
test_random_bars(void)
{
    uint64_t random = 7;

    for (int round = 0; round < 40; round++) {
        struct picture *picture = filled(700, 90, 255);

        for (uint32_t x = 20; x < 680;) {
            uint32_t bar = 3 * (1 + (uint32_t)(photo_random(&random) % 4));
            uint32_t space = 3 * (1 + (uint32_t)(photo_random(&random) % 4));

            for (uint32_t y = 10; y < 80 && x + bar < 680; y++)
                memset(picture->luma + y * 700 + x, 0, bar);
            x += bar + space;
        }
        shows_nothing(picture);
    }
}

/* Cartons, boards and letters, dirty, dark, shaken, from near and far: no code is in any of them. */
static void
test_no_codes(void)
{
    const struct photo_item items[] = {{"plain", "", "板蓝根颗粒"},
                                       {"code39", "MADE-IN-CN", "IIIIIIIIIIIIII"},
                                       {"plain", "", "||||"}};

    for (uint64_t seed = 1; seed <= 12; seed++) {
        const struct photo_shot shot = {.seed = seed,
                                        .width = 1100,
                                        .height = 900,
                                        .module = 1 + 0.08 * (double)seed,
                                        .tilt = 45,
                                        .blur = 0.3 * (double)(seed % 4),
                                        .noise = (double)(3 * (seed % 5)),
                                        .dim = 0.2 * (double)(seed % 4),
                                        .motion = (double)(seed % 7),
                                        .dirt = (int)(40 * (seed % 3)),
                                        .sensor = true};

        shows_nothing(photograph(items, 3, &shot));
    }
}

int
main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    words_use(WORDS_EN);
    g_test_add_func("/decode/sees nothing in noise", test_noise);
    g_test_add_func("/decode/sees nothing in random bars", test_random_bars);
    g_test_add_func("/decode/sees nothing where no code is", test_no_codes);
    return g_test_run();
}
