/*
 * Any bytes as pixels, past the loaders: the passes over a picture, what they find, and whether
 * to believe it. The first byte says how the rest becomes a picture: bars and spaces by their
 * widths, modules of a square by bits, or gray pixels. Whatever is told is well formed, lies in the
 * picture or near it, and, on every eighth, is told the same again.
 *
 * What it costs is pixels: libFuzzer watches each comparison of theirs. So pictures are as small as a
 * code can be, and effort ends with the first passes.
 */

#include <stdint.h>
#include <string.h>

#include "scanner/decode.h"

#define BARS_HEIGHT 24
#define BARS_WIDTH 400
#define MODULE 2
#define MOST_MODULES 60
#define MOST_PIXELS 100
#define EFFORT 1200000 /* enough for the first passes over pictures so small */

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

/* Each byte the width of a bar or a space in pixels; the first byte is the noise on them. */
static struct picture *
draw_bars(const uint8_t *data, size_t size)
{
    struct picture *picture = picture_new(BARS_WIDTH, BARS_HEIGHT);
    size_t x = 0, noise = size > 0 ? data[0] % 32 : 0;

    memset(picture->luma, 230, (size_t)BARS_WIDTH * BARS_HEIGHT);
    for (size_t i = 1; i < size; i++)
        for (int k = 0; k < data[i] && x < BARS_WIDTH; k++, x++)
            for (size_t y = 5; y < BARS_HEIGHT - 5; y++)
                picture->luma[y * BARS_WIDTH + x] =
                    (uint8_t)((i % 2 == 1 ? 215 : 25) + (x * 7 + y * 13) * noise % (noise + 1));
    return picture;
}

/* The first byte is the modules in a row, each following bit a module, dark where it is 1. */
static struct picture *
draw_modules(const uint8_t *data, size_t size)
{
    size_t side = size > 0 ? data[0] % MOST_MODULES + 1 : 1, width = (side + 8) * MODULE;
    struct picture *picture = picture_new((uint32_t)width, (uint32_t)width);

    memset(picture->luma, 230, width * width);
    for (size_t i = 0; i < side * side && i / 8 + 1 < size; i++)
        for (size_t k = 0; k < MODULE && (data[1 + i / 8] >> (7 - i % 8) & 1) != 0; k++)
            memset(picture->luma + ((i / side + 4) * MODULE + k) * width + (i % side + 4) * MODULE,
                   20, MODULE);
    return picture;
}

/* The first byte is the width, the rest pixels. */
static struct picture *
draw_pixels(const uint8_t *data, size_t size)
{
    size_t width = size > 0 ? data[0] % MOST_PIXELS + 1 : 1;
    size_t height = CLAMP(size / width, 1, MOST_PIXELS);
    struct picture *picture = picture_new((uint32_t)width, (uint32_t)height);

    memset(picture->luma, 128, width * height);
    if (size > 1)
        memcpy(picture->luma, data + 1, MIN(size - 1, width * height));
    return picture;
}

static void
check_symbols(const struct decode *decode, const GPtrArray *symbols)
{
    int32_t reach = (int32_t)MAX(decode->width, decode->height);

    for (guint i = 0; i < symbols->len; i++) {
        const struct decode_symbol *symbol = symbols->pdata[i];

        g_assert_true(g_utf8_validate(symbol->text, (gssize)symbol->length, NULL));
        g_assert_cmpuint(strlen(symbol->text), ==, symbol->length);
        g_assert_cmpuint(symbol->length, >, 0);
        g_assert_cmpint(symbol->quality, >, 0);
        for (int k = 0; k < 4; k++) {
            g_assert_cmpint(ABS(symbol->outline[k].x), <=, 2 * reach);
            g_assert_cmpint(ABS(symbol->outline[k].y), <=, 2 * reach);
        }
    }
}

static bool
same_texts(const GPtrArray *a, const GPtrArray *b)
{
    for (guint i = 0; i < a->len && i < b->len; i++)
        if (strcmp(((const struct decode_symbol *)a->pdata[i])->text,
                   ((const struct decode_symbol *)b->pdata[i])->text) != 0)
            return false;
    return a->len == b->len;
}

static void
check_again(const struct picture *picture, const struct decode_options *options,
            const struct decode *decode)
{
    struct decode *again = decode_with(picture, options);

    g_assert_true(same_texts(decode->symbols, again->symbols));
    decode_free(again);
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    static struct picture *(*const draw[])(const uint8_t *, size_t) = {draw_bars, draw_modules,
                                                                       draw_pixels};
    const struct decode_options options = {.first = size > 0 && data[0] >= 128, .effort = EFFORT};
    struct picture *picture;
    struct decode *decode;

    if (size == 0)
        return 0;
    picture = draw[data[0] % G_N_ELEMENTS(draw)](data + 1, size - 1);
    decode = decode_with(picture, &options);
    g_assert_cmpuint(decode->width, ==, picture->width);
    g_assert_cmpuint(decode->height, ==, picture->height);
    check_symbols(decode, decode->symbols);
    check_symbols(decode, decode->doubtful);
    g_assert_cmpuint(decode->findings->len, >=, decode->doubtful->len);
    g_assert_cmpuint(decode->findings->len, <=, decode->doubtful->len + 1); /* "more codes" */
    if (data[0] / 16 % 8 == 0)
        check_again(picture, &options, decode);
    decode_free(decode);
    picture_free(picture);
    return 0;
}
