/* WebP, HEIC, AVIF, PGM and PPM files, written here by the libraries that write them elsewhere. */

#include "scanner/picture.h"

#include <stdlib.h>
#include <string.h>

#include <libheif/heif.h>
#include <webp/encode.h>
#include <webp/mux.h>

#include "base/limits.h"
#include "base/words.h"
#include "scanner/finding.h"
#include "tests/unit/peak.h"

#define WIDTH 96
#define HEIGHT 64
#define ROOM (16 * WIDTH * HEIGHT)

/* Black above left, 64 above right, 128 below left, white below right. */
static uint8_t
shade(int x, int y)
{
    return (uint8_t)(y < HEIGHT / 2 ? (x < WIDTH / 2 ? 0 : 64) : (x < WIDTH / 2 ? 128 : 255));
}

/* Red, green, blue and alpha; the upper left quarter is clear where it is asked for. */
static uint8_t *
draw(bool clear)
{
    uint8_t *rgba = g_malloc(4 * WIDTH * HEIGHT);

    for (int y = 0; y < HEIGHT; y++)
        for (int x = 0; x < WIDTH; x++) {
            uint8_t *to = rgba + 4 * (y * WIDTH + x);

            to[0] = to[1] = to[2] = shade(x, y);
            to[3] = clear && x < WIDTH / 2 && y < HEIGHT / 2 ? 0 : 255;
        }
    return rgba;
}

static GBytes *
take_malloced(uint8_t *data, size_t size)
{
    return g_bytes_new_with_free_func(data, size, free, data);
}

/* Quality 0: lossless. */
static GBytes *
webp(float quality, bool clear)
{
    g_autofree uint8_t *rgba = draw(clear);
    uint8_t *out = NULL;
    size_t size = quality > 0 ? WebPEncodeRGBA(rgba, WIDTH, HEIGHT, 4 * WIDTH, quality, &out)
                              : WebPEncodeLosslessRGBA(rgba, WIDTH, HEIGHT, 4 * WIDTH, &out);

    g_assert_cmpuint(size, >, 0);
    return take_malloced(out, size);
}

static GBytes *
webp_assembled(WebPMux *mux)
{
    WebPData out = {NULL, 0};

    g_assert_cmpint((int)WebPMuxAssemble(mux, &out), ==, (int)WEBP_MUX_OK);
    WebPMuxDelete(mux);
    return take_malloced((uint8_t *)(uintptr_t)out.bytes, out.size);
}

static WebPData
data_of(GBytes *bytes)
{
    WebPData data;

    data.bytes = g_bytes_get_data(bytes, &data.size);
    return data;
}

/* With the one tag of EXIF data, little endian. */
static GBytes *
webp_turned(uint8_t orientation)
{
    g_autoptr(GBytes) still = webp(90, false);
    uint8_t exif[] = "II*\0\x08\0\0\0\x01\0\x12\x01\x03\0\x01\0\0\0?\0\0\0\0\0\0\0";
    WebPData image = data_of(still), chunk = {exif, sizeof exif - 1};
    WebPMux *mux = WebPMuxCreate(&image, 1);

    exif[18] = orientation;
    g_assert_cmpint((int)WebPMuxSetChunk(mux, "EXIF", &chunk, 1), ==, (int)WEBP_MUX_OK);
    return webp_assembled(mux);
}

static GBytes *
webp_moving(void)
{
    g_autoptr(GBytes) first = webp(90, false), second = webp(0, true);
    WebPMux *mux = WebPMuxNew();
    WebPMuxFrameInfo frame = {.id = WEBP_CHUNK_ANMF, .duration = 100};
    WebPMuxAnimParams endless = {.bgcolor = UINT32_MAX, .loop_count = 0};

    frame.bitstream = data_of(first);
    g_assert_cmpint((int)WebPMuxPushFrame(mux, &frame, 1), ==, (int)WEBP_MUX_OK);
    frame.bitstream = data_of(second);
    g_assert_cmpint((int)WebPMuxPushFrame(mux, &frame, 1), ==, (int)WEBP_MUX_OK);
    g_assert_cmpint((int)WebPMuxSetAnimationParams(mux, &endless), ==, (int)WEBP_MUX_OK);
    return webp_assembled(mux);
}

static struct heif_error
append(struct heif_context *context, const void *data, size_t size, void *to)
{
    (void)context;
    g_byte_array_append(to, data, (guint)size);
    return (struct heif_error){heif_error_Ok, heif_suberror_Unspecified, ""};
}

static void
hold(struct heif_error error)
{
    g_assert_cmpint((int)error.code, ==, (int)heif_error_Ok);
}

/* Red, green, blue and alpha of the drawing. */
static struct heif_image *
colours(void)
{
    g_autofree uint8_t *rgba = draw(false);
    struct heif_image *image = NULL;
    int stride = 0;
    uint8_t *rows;

    hold(heif_image_create(WIDTH, HEIGHT, heif_colorspace_RGB, heif_chroma_interleaved_RGBA,
                           &image));
    hold(heif_image_add_plane(image, heif_channel_interleaved, WIDTH, HEIGHT, 8));
    rows = heif_image_get_plane(image, heif_channel_interleaved, &stride);
    for (int y = 0; y < HEIGHT; y++)
        memcpy(rows + y * stride, rgba + y * 4 * WIDTH, 4 * WIDTH);
    return image;
}

/* The drawing's brightness alone, of so many bits. */
static struct heif_image *
gray(int bits)
{
    struct heif_image *image = NULL;
    int stride = 0;
    uint8_t *rows;

    hold(heif_image_create(WIDTH, HEIGHT, heif_colorspace_monochrome, heif_chroma_monochrome,
                           &image));
    hold(heif_image_add_plane(image, heif_channel_Y, WIDTH, HEIGHT, bits));
    rows = heif_image_get_plane(image, heif_channel_Y, &stride);
    for (int y = 0; y < HEIGHT; y++)
        for (int x = 0; x < WIDTH; x++) {
            uint16_t value = (uint16_t)(shade(x, y) << (bits - 8));

            if (bits == 8)
                rows[y * stride + x] = (uint8_t)value;
            else
                memcpy(rows + y * stride + 2 * x, &value, sizeof value);
        }
    return image;
}

/* Encodes an image, which it takes. */
static GBytes *
heif(struct heif_image *image, enum heif_compression_format format,
     enum heif_orientation orientation)
{
    GByteArray *out = g_byte_array_new();
    struct heif_context *context = heif_context_alloc();
    struct heif_encoding_options *options = heif_encoding_options_alloc();
    struct heif_writer writer = {1, append};
    struct heif_encoder *encoder = NULL;

    options->save_alpha_channel = 0;
    options->image_orientation = orientation;
    hold(heif_context_get_encoder_for_format(context, format, &encoder));
    hold(heif_encoder_set_lossy_quality(encoder, 90));
    hold(heif_context_encode_image(context, image, encoder, options, NULL));
    hold(heif_context_write(context, &writer, out));
    heif_encoder_release(encoder);
    heif_encoding_options_free(options);
    heif_image_release(image);
    heif_context_free(context);
    return g_byte_array_free_to_bytes(out);
}

static GBytes *
heic(void)
{
    return heif(colours(), heif_compression_HEVC, heif_orientation_normal);
}

/* P2, P3, P5 or P6 with samples up to `most`. */
static GBytes *
pnm(char kind, unsigned most)
{
    GString *out = g_string_new(NULL);
    int channels = kind == '2' || kind == '5' ? 1 : 3;

    g_string_printf(out, "P%c # made\n%d\t%d\n#remark\n%u\n", kind, WIDTH, HEIGHT, most);
    for (int i = 0; i < WIDTH * HEIGHT * channels; i++) {
        unsigned value = (shade(i / channels % WIDTH, i / channels / WIDTH) * most + 127) / 255;

        if (kind <= '3') {
            g_string_append_printf(out, "%u\n", value);
            continue;
        }
        if (most > 255)
            g_string_append_c(out, (char)(value >> 8));
        g_string_append_c(out, (char)value);
    }
    return g_string_free_to_bytes(out);
}

static int
luma_at(const struct picture *picture, uint32_t x, uint32_t y)
{
    return picture->luma[(size_t)y * picture->width + x];
}

static void
near(int value, int wanted)
{
    g_assert_cmpint(abs(value - wanted), <=, 4);
}

static struct picture *
load(GBytes *file, GPtrArray *findings)
{
    g_autoptr(GError) error = NULL;
    struct picture *picture = picture_load(file, LIMIT_PIXELS, findings, &error);

    g_assert_no_error(error);
    return picture;
}

/* first: the shade of the quarter above left. */
static void
looks_right(GBytes *file, int first, guint remarks)
{
    g_autoptr(GPtrArray) findings = findings_new();
    struct picture *picture = load(file, findings);

    g_assert_cmpuint(picture->width, ==, WIDTH);
    g_assert_cmpuint(picture->height, ==, HEIGHT);
    near(luma_at(picture, 20, 12), first);
    near(luma_at(picture, WIDTH - 20, 12), 64);
    near(luma_at(picture, 20, HEIGHT - 12), 128);
    near(luma_at(picture, WIDTH - 20, HEIGHT - 12), 255);
    g_assert_cmpuint(findings->len, ==, remarks);
    picture_free(picture);
}

static void
refuse(GBytes *file, int64_t pixels, const char *part)
{
    g_autoptr(GPtrArray) findings = findings_new();
    g_autoptr(GError) error = NULL;

    g_assert_null(picture_load(file, pixels, findings, &error));
    g_assert_error(error, ERR, ERR_INPUT);
    g_assert_nonnull(strstr(error->message, part));
    g_assert_cmpuint(findings->len, ==, 0);
}

static void
refuse_text(const char *text, const char *part)
{
    g_autofree char *copy = g_memdup2(text, strlen(text)); /* ends where the file does */
    g_autoptr(GBytes) file = g_bytes_new(copy, strlen(text));

    refuse(file, LIMIT_PIXELS, part);
}

/* The file with the size that it says it has set to another, and its pixels as they are. */
static GBytes *
lie(GBytes *file, const char *mark, size_t behind, const uint8_t *size, size_t length)
{
    gsize count = g_bytes_get_size(file);
    uint8_t *data = g_memdup2(g_bytes_get_data(file, NULL), count);
    uint8_t *at = memmem(data, count, mark, strlen(mark));

    g_assert_nonnull(at);
    g_assert_cmpuint((gsize)(at - data) + behind + length, <=, count);
    memcpy(at + behind, size, length);
    return g_bytes_new_take(data, count);
}

/* A size that is said costs nothing: one over the limit none at all, one below what comes of it. */
static void
test_sizes_that_lie(void)
{
    g_autoptr(GBytes) lossy = webp(90, false), lossless = webp(0, false), iphone = heic();
    const struct {
        GBytes *file;
        const char *mark;
        size_t behind;
        const char *size;
        size_t length;
        int64_t pixels;
        const char *part;
    } rows[] = {
        {lossy, "\x9d\x01\x2a", 3, "\xff\x3f\xff\x3f", 4, LIMIT_PIXELS, "megapixels"},
        {lossless, "VP8L", 9, "\xff\xff\xff\x0f", 4, LIMIT_PIXELS, "megapixels"},
        {iphone, "ispe", 8, "\x00\x00\x75\x30\x00\x00\x75\x30", 8, LIMIT_PIXELS, "megapixels"},
        {iphone, "ispe", 8, "\x00\x00\x00\x04\x00\x00\x00\x04", 8, 64, "pixels"},
    };

    for (size_t i = 0; i < G_N_ELEMENTS(rows); i++) {
        g_autoptr(GBytes) file = lie(rows[i].file, rows[i].mark, rows[i].behind,
                                     (const uint8_t *)rows[i].size, rows[i].length);
        long before;

        peak_forget();
        before = peak_kib();
        g_test_message("row %zu", i);
        refuse(file, rows[i].pixels, rows[i].part);
        g_assert_cmpint(peak_kib() - before, <, 16 << 10);
    }
}

static void
test_webp(void)
{
    static const struct {
        float quality;
        bool clear;
    } rows[] = {{90, false}, {0, false}, {90, true}, {0, true}};

    for (size_t i = 0; i < G_N_ELEMENTS(rows); i++) {
        g_autoptr(GBytes) file = webp(rows[i].quality, rows[i].clear);

        looks_right(file, rows[i].clear ? 255 : 0, 0);
    }
}

/* Turned by 180 degrees, what was below right is above left. */
static void
test_webp_turned(void)
{
    g_autoptr(GBytes) upright = webp_turned(1), turned = webp_turned(3), side = webp_turned(6);
    struct picture *picture = load(turned, NULL);

    near(luma_at(picture, 20, 12), 255);
    picture_free(picture);
    looks_right(upright, 0, 0);
    picture = load(side, NULL);
    g_assert_cmpuint(picture->width, ==, HEIGHT);
    near(luma_at(picture, 12, 20), 128);
    picture_free(picture);
}

static void
test_webp_moving(void)
{
    g_autoptr(GBytes) file = webp_moving();

    looks_right(file, 0, 1);
}

static void
test_heic(void)
{
    g_autoptr(GBytes) file = heic(),
                      avif = heif(colours(), heif_compression_AV1, heif_orientation_normal);

    looks_right(file, 0, 0);
    looks_right(avif, 0, 0);
}

/* As scanning programs write it: brightness alone, which libheif leaves at as many bits as it has. */
static void
test_heic_gray(void)
{
    g_autoptr(GBytes) eight = heif(gray(8), heif_compression_HEVC, heif_orientation_normal);
    g_autoptr(GBytes) ten = heif(gray(10), heif_compression_HEVC, heif_orientation_normal);

    looks_right(eight, 0, 0);
    looks_right(ten, 0, 0);
}

/* Turned by what the file says of its own. */
static void
test_heic_turned(void)
{
    g_autoptr(GBytes) half = heif(colours(), heif_compression_HEVC, heif_orientation_rotate_180);
    g_autoptr(GBytes) side = heif(colours(), heif_compression_HEVC, heif_orientation_rotate_90_cw);
    struct picture *picture = load(half, NULL);

    near(luma_at(picture, 20, 12), 255);
    picture_free(picture);
    picture = load(side, NULL);
    g_assert_cmpuint(picture->width, ==, HEIGHT);
    g_assert_cmpuint(picture->height, ==, WIDTH);
    near(luma_at(picture, 12, 20), 128);
    picture_free(picture);
}

static void
test_pnm(void)
{
    static const struct {
        char kind;
        unsigned most;
    } rows[] = {{'2', 255},   {'2', 1000}, {'3', 255}, {'5', 255},
                {'5', 65535}, {'5', 100},  {'6', 255}, {'6', 4095}};

    for (size_t i = 0; i < G_N_ELEMENTS(rows); i++) {
        g_autoptr(GBytes) file = pnm(rows[i].kind, rows[i].most);

        looks_right(file, 0, 0);
    }
}

static void
test_pnm_refused(void)
{
    refuse_text("P5", "damaged");
    refuse_text("P5 4", "damaged");
    refuse_text("P5 4 4 0 ", "damaged");
    refuse_text("P5 4 4 65536 ", "damaged");
    refuse_text("P5 -4 4 255 ", "damaged");
    refuse_text("P5 0 4 255 ", "damaged");
    refuse_text("P5 4 4 255", "damaged");
    refuse_text("P6 4 4 255 rgbrgb", "damaged");
    refuse_text("P2 4 4 255 1 2 x", "damaged");
    refuse_text("P2 # without an end", "damaged");
    refuse_text("P5 50001 1000 255 ", "50001 x 1000");
    refuse_text("P5 99999999999999999999 1 255 ", "damaged");
    refuse_text("P4 8 8 xxxxxxxx", "not a picture");
}

/* A file cut at each of its bytes is refused, or read with a word about it where pixels miss; each
 * copy ends where the file does, so that a look behind it is seen. */
static void
cut_anywhere(GBytes *whole, size_t tail, size_t least)
{
    size_t size = g_bytes_get_size(whole), read = 0;

    for (size_t end = 1; end < size; end += 1 + end / 200) {
        g_autofree char *copy = g_memdup2(g_bytes_get_data(whole, NULL), end);
        g_autoptr(GBytes) cut = g_bytes_new(copy, end);
        g_autoptr(GPtrArray) findings = findings_new();
        g_autoptr(GError) error = NULL;
        struct picture *picture = picture_load(cut, LIMIT_PIXELS, findings, &error);

        g_assert_true((picture == NULL) == (error != NULL));
        g_assert_true(picture == NULL || end + tail >= size || findings->len > 0);
        read += picture != NULL;
        picture_free(picture);
    }
    g_assert_cmpuint(read, >=, least);
}

static void
test_cut(void)
{
    g_autoptr(GBytes) lossy = webp(90, false), lossless = webp(0, true), moving = webp_moving();
    g_autoptr(GBytes) photo = heic(), bytes = pnm('6', 255), digits = pnm('2', 255);

    cut_anywhere(lossy, 2, 1);
    cut_anywhere(lossless, 2, 1);
    cut_anywhere(moving, 2, 0);
    cut_anywhere(photo, 0, 0);
    cut_anywhere(bytes, 0, 20);
    cut_anywhere(digits, 1, 20);
}

/* The last quarter is missing: what was there is used, the rest is gray. */
static void
test_part(void)
{
    g_autoptr(GBytes) whole = pnm('5', 255);
    size_t size = g_bytes_get_size(whole) - WIDTH * HEIGHT / 4;
    g_autoptr(GBytes) cut = g_bytes_new_from_bytes(whole, 0, size);
    g_autoptr(GPtrArray) findings = findings_new();
    struct picture *picture = load(cut, findings);

    near(luma_at(picture, 20, HEIGHT / 2 + 4), 128);
    near(luma_at(picture, WIDTH - 20, HEIGHT / 2 + 4), 255);
    near(luma_at(picture, WIDTH - 20, HEIGHT - 4), 128);
    g_assert_cmpuint(findings->len, ==, 1);
    g_assert_nonnull(strstr(findings_at(findings, 0)->text, "breaks off"));
    picture_free(picture);
}

static void
test_limits(void)
{
    g_autoptr(GBytes) web = webp(90, false), photo = heic(), gray = pnm('5', 255);

    refuse(web, WIDTH * HEIGHT - 1, "96 x 64");
    refuse(photo, WIDTH * HEIGHT - 1, "96 x 64");
    refuse(gray, WIDTH * HEIGHT - 1, "96 x 64");
}

static void
test_damaged(void)
{
    static const char *const texts[][2] = {
        {"RIFF\x24\1\1\1WEBPVP8 ", "WebP"},
        {"RIFF\x24\1\1\1WEBPVP8X\x0a\1\1\1????????????", "WebP"},
        {"\1\1\1\x18"
         "ftypheic\1\1\1\1mif1heic",
         "HEIC"},
        {"\1\1\1\x18"
         "ftypavif\1\1\1\1avifmif1",
         "HEIC"},
    };

    for (size_t i = 0; i < G_N_ELEMENTS(texts); i++)
        refuse_text(texts[i][0], texts[i][1]);
}

int
main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    words_use(WORDS_EN);
    g_test_add_func("/picture/reads WebP, lossy and lossless, clear places white", test_webp);
    g_test_add_func("/picture/turns WebP by its EXIF data", test_webp_turned);
    g_test_add_func("/picture/reads the first picture of a moving WebP", test_webp_moving);
    g_test_add_func("/picture/reads HEIC and AVIF", test_heic);
    g_test_add_func("/picture/reads HEIC without colours, of 8 and 10 bits", test_heic_gray);
    g_test_add_func("/picture/turns HEIC as it says", test_heic_turned);
    g_test_add_func("/picture/reads PGM and PPM of 8 and 16 bits", test_pnm);
    g_test_add_func("/picture/refuses PGM and PPM that make no sense", test_pnm_refused);
    g_test_add_func("/picture/bears every format cut anywhere", test_cut);
    g_test_add_func("/picture/uses what came of a file", test_part);
    g_test_add_func("/picture/keeps the limit in every format", test_limits);
    g_test_add_func("/picture/takes no memory for sizes that lie", test_sizes_that_lie);
    g_test_add_func("/picture/refuses damaged files", test_damaged);
    return g_test_run();
}
