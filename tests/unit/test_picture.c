#include "scanner/picture.h"

#include <string.h>

#include "base/limits.h"
#include "base/words.h"
#include "photo.h"
#include "scanner/finding.h"
#include "scanner/pyramid.h"
#include "tests/unit/peak.h"

#define WIDTH 96
#define HEIGHT 64

/* From black at the upper left to gray; the lower right quarter white. */
static cairo_surface_t *
draw(int width, int height)
{
    cairo_surface_t *surface = cairo_image_surface_create(CAIRO_FORMAT_RGB24, width, height);
    cairo_t *cairo = cairo_create(surface);
    cairo_pattern_t *pattern = cairo_pattern_create_linear(0, 0, width, height);

    cairo_pattern_add_color_stop_rgb(pattern, 0, 0, 0, 0);
    cairo_pattern_add_color_stop_rgb(pattern, 1, 0.5, 0.5, 0.5);
    cairo_set_source(cairo, pattern);
    cairo_paint(cairo);
    cairo_set_source_rgb(cairo, 1, 1, 1);
    cairo_rectangle(cairo, width / 2.0, height / 2.0, width / 2.0, height / 2.0);
    cairo_fill(cairo);
    cairo_pattern_destroy(pattern);
    cairo_destroy(cairo);
    return surface;
}

static GBytes *
encode(enum photo_form form, int orientation)
{
    cairo_surface_t *surface = draw(WIDTH, HEIGHT);
    struct photo_file file = {form, 95, orientation};
    g_autoptr(GError) error = NULL;
    GBytes *bytes = photo_encode(surface, &file, &error);

    g_assert_no_error(error);
    cairo_surface_destroy(surface);
    return bytes;
}

static struct picture *
load(GBytes *file, GPtrArray *findings)
{
    g_autoptr(GError) error = NULL;
    struct picture *picture = picture_load(file, LIMIT_PIXELS, findings, &error);

    g_assert_no_error(error);
    g_assert_nonnull(picture);
    return picture;
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
refuse_bytes(const char *bytes, size_t size, const char *part)
{
    g_autofree char *copy = g_memdup2(bytes, size); /* ends where the file does */
    g_autoptr(GBytes) file = g_bytes_new(copy, size);

    refuse(file, LIMIT_PIXELS, part);
}

#define REFUSE(bytes, part) refuse_bytes(bytes, sizeof(bytes) - 1, part)

static int
luma_at(const struct picture *picture, uint32_t x, uint32_t y)
{
    return picture->luma[(size_t)y * picture->width + x];
}

static void
near(int value, int wanted, int slack)
{
    g_assert_cmpint(value, >=, wanted - slack);
    g_assert_cmpint(value, <=, wanted + slack);
}

static void
looks_right(const struct picture *picture, int slack)
{
    g_assert_cmpuint(picture->width, ==, WIDTH);
    g_assert_cmpuint(picture->height, ==, HEIGHT);
    near(luma_at(picture, 2, 2), 3, slack);
    near(luma_at(picture, WIDTH - 3, 2), 87, slack);
    near(luma_at(picture, 2, HEIGHT - 3), 41, slack);
    near(luma_at(picture, WIDTH - 3, HEIGHT - 3), 255, slack);
    near(luma_at(picture, WIDTH / 2 + 8, HEIGHT / 2 + 8), 255, slack);
}

/* Also that the shades between are near what they should be, whatever the form. */
static void
test_all_forms(void)
{
    static const struct {
        enum photo_form form;
        int slack; /* a palette of 32 grays has steps of 8; blocks of a JPEG ring */
    } rows[] = {{PHOTO_JPEG, 4},          {PHOTO_JPEG_PROGRESSIVE, 4}, {PHOTO_JPEG_CMYK, 6},
                {PHOTO_PNG, 2},           {PHOTO_PNG_16, 2},           {PHOTO_PNG_PALETTE, 10},
                {PHOTO_PNG_INTERLACED, 2}};

    for (size_t i = 0; i < G_N_ELEMENTS(rows); i++) {
        g_autoptr(GPtrArray) findings = findings_new();
        g_autoptr(GBytes) file = encode(rows[i].form, 1);
        struct picture *picture = load(file, findings);

        looks_right(picture, rows[i].slack);
        g_assert_cmpuint(findings->len, ==, 0);
        picture_free(picture);
    }
}

static void
test_orientations(void)
{
    for (int orientation = 1; orientation <= 8; orientation++) {
        g_autoptr(GBytes) file = encode(PHOTO_JPEG, orientation);
        struct picture *picture = load(file, NULL);

        looks_right(picture, 5);
        picture_free(picture);
    }
}

/*
 * The eight ways as the standard draws them, of a picture stored as ABC over DEF. Orientation 6:
 * the first row shown is the right side, the first column the top.
 */
static void
test_upright(void)
{
    static const char *const shown[] = {"ABCDEF", "ABCDEF", "CBAFED", "FEDCBA", "DEFABC",
                                        "ADBECF", "DAEBFC", "FCEBDA", "CFBEAD", "ABCDEF"};

    for (int orientation = 0; orientation < (int)G_N_ELEMENTS(shown); orientation++) {
        bool turned = orientation >= 5 && orientation <= 8;
        struct picture *picture = picture_new(3, 2);

        memcpy(picture->luma, "ABCDEF", 6);
        picture = picture_upright(picture, orientation);
        g_assert_cmpuint(picture->width, ==, turned ? 2 : 3);
        g_assert_cmpuint(picture->height, ==, turned ? 3 : 2);
        g_assert_true(memcmp(picture->luma, shown[orientation], 6) == 0);
        picture_free(picture);
    }
}

/* Larger than the tiles it is turned in, and no multiple of them. */
static void
test_upright_large(void)
{
    struct picture *picture = picture_new(201, 67);

    for (uint32_t i = 0; i < 201 * 67; i++)
        picture->luma[i] = (uint8_t)(i % 251);
    picture = picture_upright(picture, 6);
    g_assert_cmpuint(picture->width, ==, 67);
    for (uint32_t y = 0; y < 201; y++)
        for (uint32_t x = 0; x < 67; x++)
            g_assert_cmpint(luma_at(picture, x, y), ==, ((66 - x) * 201 + y) % 251);
    picture_free(picture);
}

static void
test_formats_named(void)
{
    REFUSE("GIF89a\x01\0\x01\0\0\0\0;", "GIF");
    REFUSE("GIF87a\x01\0\x01\0\0\0\0;", "GIF");
    REFUSE("%PDF-1.7\n%", "PDF");
    REFUSE("\0\0\0\x18"
           "ftypisom\0\0\0\0isomavc1",
           "MP4");
    REFUSE("II*\0\x08\0\0\0", "TIFF");
    REFUSE("MM\0*\0\0\0\x08", "TIFF");
    REFUSE("BM\x46\0\0\0\0\0", "BMP");
    REFUSE("PK\x03\x04\x14\0", "ZIP");
}

static void
test_no_pictures(void)
{
    REFUSE("", "empty");
    REFUSE("x", "not a picture");
    REFUSE("6901234567892\n", "not a picture");
    REFUSE("\x89PN", "not a picture");
    REFUSE("\xff\xd8", "not a picture");
    REFUSE("\x89PNG\r\n\x1a\n", "damaged");
    REFUSE("\xff\xd8\xff", "damaged");
    REFUSE("\xff\xd8\xff\xd9", "damaged");
    REFUSE("\xff\xd8\xff\xe0\0\x10JFIF\0\x01\x01", "damaged");
}

static uint32_t
crc_of(const uint8_t *data, size_t size)
{
    uint32_t crc = UINT32_MAX;

    for (size_t i = 0; i < size; i++) {
        crc ^= data[i];
        for (int k = 0; k < 8; k++)
            crc = crc >> 1 ^ (crc & 1 ? UINT32_C(0xedb88320) : 0);
    }
    return ~crc;
}

static void
set_number(uint8_t *to, uint32_t n)
{
    for (int i = 0; i < 4; i++)
        to[i] = (uint8_t)(n >> (24 - 8 * i));
}

/* A PNG that says it is so large and holds no pixels. */
static GBytes *
png_of_size(uint32_t width, uint32_t height)
{
    uint8_t png[] = "\x89PNG\r\n\x1a\n\0\0\0\x0dIHDR????????\x01\0\0\0\0????"
                    "\0\0\0\0IDAT\x35\xaf\x06\x1e";

    set_number(png + 16, width);
    set_number(png + 20, height);
    set_number(png + 29, crc_of(png + 12, 17));
    return g_bytes_new(png, sizeof png - 1);
}

/* The size is looked at before anything of that size is asked for; small ones fail for lack of pixels. */
static void
test_png_sizes(void)
{
    static const struct {
        uint32_t width, height;
        const char *part;
    } rows[] = {{8001, 6250, "8001 x 6250"},
                {6250, 8001, "at most 50 megapixels"},
                {1000000, 51, "1000000 x 51"},
                {1000000, 1000000, "1000000 x 1000000"},
                {8000, 6250, "damaged"},
                {1, 1, "damaged"},
                {0, 5, "damaged"},
                {5, 0, "damaged"},
                {UINT32_MAX, UINT32_MAX, "damaged"}};

    for (size_t i = 0; i < G_N_ELEMENTS(rows); i++) {
        g_autoptr(GBytes) file = png_of_size(rows[i].width, rows[i].height);

        refuse(file, LIMIT_PIXELS, rows[i].part);
    }
}

/* A chunk that says it has a gigabyte, in a file of 45 bytes, gets no room for more than the file. */
static void
test_png_chunk_without_end(void)
{
    static const char *const kinds[] = {"tEXt", "zTXt", "iCCP", "eXIf", "sPLT", "hIST", "unKn"};

    for (size_t i = 0; i < G_N_ELEMENTS(kinds); i++) {
        g_autoptr(GBytes) small = png_of_size(8, 8);
        uint8_t *data = g_memdup2(g_bytes_get_data(small, NULL), g_bytes_get_size(small));
        g_autoptr(GBytes) file = g_bytes_new_take(data, g_bytes_get_size(small));
        long before = peak_kib();

        set_number(data + 33, UINT32_C(1) << 30);
        memcpy(data + 37, kinds[i], 4);
        refuse(file, LIMIT_PIXELS, "damaged");
        g_assert_cmpint(peak_kib() - before, <, 64 << 10);
    }
}

/* A JPEG whose frame says another size than it has; SOF0 or SOF2 stands before the pixels. */
static GBytes *
jpeg_of_size(enum photo_form form, uint16_t width, uint16_t height)
{
    g_autoptr(GBytes) file = encode(form, 1);
    gsize size;
    const uint8_t *data = g_bytes_get_data(file, &size);
    uint8_t *copy = g_memdup2(data, size);
    gsize at = 2;

    while (copy[at + 1] != 0xc0 && copy[at + 1] != 0xc2) {
        at += 2u + (gsize)(copy[at + 2] << 8 | copy[at + 3]);
        g_assert_cmpuint(at + 9, <, size);
    }
    copy[at + 5] = (uint8_t)(height >> 8);
    copy[at + 6] = (uint8_t)height;
    copy[at + 7] = (uint8_t)(width >> 8);
    copy[at + 8] = (uint8_t)width;
    return g_bytes_new_take(copy, size);
}

/* Waves of six thousand squared would take a hundred megabytes; a file so short can't have them. */
static void
test_jpeg_too_short(void)
{
    for (enum photo_form form = PHOTO_JPEG; form <= PHOTO_JPEG_PROGRESSIVE; form++) {
        g_autoptr(GBytes) file = jpeg_of_size(form, 6000, 6000);
        long before;

        peak_forget();
        before = peak_kib();

        g_assert_cmpuint(g_bytes_get_size(file), <, 6000 * 6000 / 1024);
        refuse(file, LIMIT_PIXELS, "damaged");
        g_assert_cmpint(peak_kib() - before, <, 4 << 10);
    }
}

static void
test_jpeg_sizes(void)
{
    static const struct {
        uint16_t width, height;
        const char *part;
    } rows[] = {{65500, 65500, "65500 x 65500"},
                {8001, 6250, "at most 50 megapixels"},
                {764, 65500, "764 x 65500"},
                {763, 65500, "damaged"}, /* nearly all of it is missing */
                {0, 100, "damaged"},
                {100, 0, "damaged"},
                {65535, 1, "damaged"}}; /* over libjpeg's own bound */

    for (size_t i = 0; i < G_N_ELEMENTS(rows); i++)
        for (enum photo_form form = PHOTO_JPEG; form <= PHOTO_JPEG_PROGRESSIVE; form++) {
            g_autoptr(GBytes) file = jpeg_of_size(form, rows[i].width, rows[i].height);

            refuse(file, LIMIT_PIXELS, rows[i].part);
        }
}

static void
test_lower_limit(void)
{
    g_autoptr(GBytes) jpeg = encode(PHOTO_JPEG, 1), png = encode(PHOTO_PNG, 1);
    g_autoptr(GError) error = NULL;
    struct picture *picture = picture_load(jpeg, WIDTH * HEIGHT, NULL, &error);

    g_assert_no_error(error);
    picture_free(picture);
    refuse(jpeg, WIDTH * HEIGHT - 1, "96 x 64");
    refuse(png, WIDTH * HEIGHT - 1, "96 x 64");
}

static void
test_fits(void)
{
    g_autoptr(GError) error = NULL;

    g_assert_true(picture_fits(8000, 6250, LIMIT_PIXELS, &error));
    g_assert_true(picture_fits(50000000, 1, LIMIT_PIXELS, &error));
    g_assert_no_error(error);
    g_assert_false(picture_fits(8000, 6251, LIMIT_PIXELS, NULL));
    g_assert_false(picture_fits(INT64_MAX, INT64_MAX, LIMIT_PIXELS, NULL));
    g_assert_false(picture_fits(-1, 100, LIMIT_PIXELS, NULL));
    g_assert_false(picture_fits(100, 0, LIMIT_PIXELS, &error));
    g_assert_error(error, ERR, ERR_INPUT);
    g_clear_error(&error);
    words_use(WORDS_ZH);
    g_assert_false(picture_fits(8000, 6251, LIMIT_PIXELS, &error));
    words_use(WORDS_EN);
    g_assert_nonnull(strstr(error->message, "5000万像素"));
}

/* Above 25 million pixels a JPEG is read at half its size, and its places are those of the half. */
static void
test_large_jpeg(void)
{
    cairo_surface_t *surface = draw(6000, 4200);
    struct photo_file form = {PHOTO_JPEG, 80, 6};
    g_autoptr(GError) error = NULL;
    g_autoptr(GBytes) file = photo_encode(surface, &form, &error);
    struct picture *picture = load(file, NULL);

    g_assert_cmpuint(picture->width, ==, 3000);
    g_assert_cmpuint(picture->height, ==, 2100);
    near(luma_at(picture, 2, 2), 0, 4);
    near(luma_at(picture, 2990, 2090), 255, 4);
    picture_free(picture);
    cairo_surface_destroy(surface);
}

static void
test_large_file(void)
{
    g_autoptr(GBytes) file = g_bytes_new_take(g_malloc0(LIMIT_FILE + 1), LIMIT_FILE + 1);

    refuse(file, LIMIT_PIXELS, "64 MB");
}

/* A file cut at each of its bytes is refused or read with a word about it. */
static void
cut_anywhere(enum photo_form form)
{
    g_autoptr(GBytes) whole = encode(form, 1);
    size_t size = g_bytes_get_size(whole), tail = form <= PHOTO_JPEG_CMYK ? 2 : 24;
    guint read = 0;

    for (size_t end = 1; end < size; end++) {
        g_autofree char *copy = g_memdup2(g_bytes_get_data(whole, NULL), end);
        g_autoptr(GBytes) cut = g_bytes_new(copy, end);
        g_autoptr(GPtrArray) findings = findings_new();
        g_autoptr(GError) error = NULL;
        struct picture *picture = picture_load(cut, LIMIT_PIXELS, findings, &error);

        g_assert_true((picture == NULL) == (error != NULL));
        if (picture != NULL && end + tail < size) { /* checksums and end markers hold no pixels */
            g_assert_cmpuint(findings->len, ==, 1);
            g_assert_cmpint((int)findings_at(findings, 0)->kind, ==, (int)FINDING_PICTURE);
        }
        read += picture != NULL;
        picture_free(picture);
    }
    g_assert_cmpuint(read, <, size / 2 + size / 4); /* some must have been refused */
    g_assert_cmpuint(read, >, size / 60);           /* and some read */
}

static void
test_cut_jpeg(void)
{
    cut_anywhere(PHOTO_JPEG);
    cut_anywhere(PHOTO_JPEG_PROGRESSIVE);
    cut_anywhere(PHOTO_JPEG_CMYK);
}

static void
test_cut_png(void)
{
    cut_anywhere(PHOTO_PNG);
    cut_anywhere(PHOTO_PNG_INTERLACED);
}

/* The upper part of a JPEG that breaks off late is what it was. */
static void
test_late_cut(void)
{
    g_autoptr(GBytes) whole = encode(PHOTO_JPEG, 1);
    g_autoptr(GBytes) cut = g_bytes_new_from_bytes(whole, 0, g_bytes_get_size(whole) - 40);
    g_autoptr(GPtrArray) findings = findings_new();
    struct picture *picture = load(cut, findings);

    near(luma_at(picture, 2, 2), 3, 4);
    near(luma_at(picture, WIDTH - 3, 2), 87, 4);
    g_assert_cmpuint(findings->len, ==, 1);
    g_assert_nonnull(strstr(findings_at(findings, 0)->text, "breaks off"));
    picture_free(picture);
}

static cairo_status_t
append(void *to, const unsigned char *data, unsigned size)
{
    g_byte_array_append(to, data, size);
    return CAIRO_STATUS_SUCCESS;
}

static void
test_transparent(void)
{
    cairo_surface_t *surface = cairo_image_surface_create(CAIRO_FORMAT_ARGB32, 20, 10);
    cairo_t *cairo = cairo_create(surface);
    GByteArray *png = g_byte_array_new();
    g_autoptr(GBytes) file = NULL;
    struct picture *picture;

    cairo_rectangle(cairo, 10, 0, 10, 10); /* black; the left half stays clear */
    cairo_fill(cairo);
    cairo_destroy(cairo);
    cairo_surface_write_to_png_stream(surface, append, png);
    cairo_surface_destroy(surface);
    file = g_byte_array_free_to_bytes(png);
    picture = load(file, NULL);
    g_assert_cmpint(luma_at(picture, 5, 5), ==, 255);
    g_assert_cmpint(luma_at(picture, 15, 5), ==, 0);
    picture_free(picture);
}

static void
test_pyramid(void)
{
    struct picture *picture = picture_new(9, 5), *copy;
    struct pyramid pyramid;

    memset(picture->luma, 100, 45);
    picture->luma[0] = 20; /* (20 + 3 * 100) / 4 = 80 */
    pyramid_begin(&pyramid, picture);
    g_assert_cmpint(pyramid.count, ==, 1);
    copy = pyramid_fit(&pyramid, 4);
    g_assert_cmpuint(copy->width, ==, 4);
    g_assert_cmpuint(copy->height, ==, 2);
    g_assert_cmpint(luma_at(copy, 0, 0), ==, 80);
    g_assert_cmpint(luma_at(copy, 3, 1), ==, 100);
    picture_free(copy);
    g_assert_cmpint(pyramid.count, ==, 2);
    g_assert_true(pyramid.levels[0] == picture);
    pyramid_clear(&pyramid);
    picture_free(picture);
}

/* No copy is larger than the picture, and none vanishes. */
static void
test_pyramid_ends(void)
{
    struct picture *picture = picture_new(100000, 1), *copy;
    struct pyramid pyramid;

    memset(picture->luma, 7, 100000);
    pyramid_begin(&pyramid, picture);
    copy = pyramid_fit(&pyramid, UINT32_MAX);
    g_assert_cmpuint(copy->width, ==, 100000);
    picture_free(copy);
    copy = pyramid_fit(&pyramid, 600);
    g_assert_cmpuint(copy->width, ==, 600);
    g_assert_cmpuint(copy->height, ==, 1);
    g_assert_cmpint(luma_at(copy, 599, 0), ==, 7);
    picture_free(copy);
    pyramid_clear(&pyramid);
    picture_free(picture);
    picture_free(NULL);
}

/* A PNG whose acTL chunk, right behind its head, counts two pictures. */
static void
test_png_moving(void)
{
    static const uint8_t count[] = {0, 0, 0, 8, 'a', 'c', 'T',  'L',  0,    0,
                                    0, 2, 0, 0, 0,   0,   0xf3, 0x8d, 0x93, 0x70};
    static const struct photo_file png = {.form = PHOTO_PNG, .orientation = 1};
    g_autoptr(GByteArray) bytes = g_byte_array_new();
    g_autoptr(GPtrArray) findings = findings_new();
    g_autoptr(GError) error = NULL;
    g_autoptr(GBytes) still = NULL, file = NULL;
    cairo_surface_t *page = cairo_image_surface_create(CAIRO_FORMAT_RGB24, 64, 64);
    struct picture *picture;
    gsize size;
    const uint8_t *data;

    still = photo_encode(page, &png, &error);
    g_assert_no_error(error);
    cairo_surface_destroy(page);
    data = g_bytes_get_data(still, &size);
    g_byte_array_append(bytes, data, 33);
    g_byte_array_append(bytes, count, sizeof count);
    g_byte_array_append(bytes, data + 33, (guint)size - 33);
    file = g_byte_array_free_to_bytes(g_steal_pointer(&bytes));
    picture = load(file, findings);
    g_assert_cmpuint(findings->len, ==, 1);
    g_assert_nonnull(strstr(findings_at(findings, 0)->text, "only the first"));
    picture_free(picture);
}

int
main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    words_use(WORDS_EN);
    g_test_add_func("/picture/reads every form of file", test_all_forms);
    g_test_add_func("/picture/obeys all orientations", test_orientations);
    g_test_add_func("/picture/turns eight ways", test_upright);
    g_test_add_func("/picture/turns larger pictures", test_upright_large);
    g_test_add_func("/picture/names the formats it doesn't read", test_formats_named);
    g_test_add_func("/picture/refuses what is no picture", test_no_pictures);
    g_test_add_func("/picture/refuses a PNG over the limit", test_png_sizes);
    g_test_add_func("/picture/a PNG's chunk gets no more room than the file has",
                    test_png_chunk_without_end);
    g_test_add_func("/picture/refuses a JPEG over the limit", test_jpeg_sizes);
    g_test_add_func("/picture/gives a short JPEG no room for a large one", test_jpeg_too_short);
    g_test_add_func("/picture/keeps a caller's lower limit", test_lower_limit);
    g_test_add_func("/picture/compares sizes", test_fits);
    g_test_add_func("/picture/reads a very large JPEG at half its size", test_large_jpeg);
    g_test_add_func("/picture/refuses a file over the limit", test_large_file);
    g_test_add_func("/picture/bears a JPEG cut anywhere", test_cut_jpeg);
    g_test_add_func("/picture/bears a PNG cut anywhere", test_cut_png);
    g_test_add_func("/picture/reads a JPEG that breaks off late", test_late_cut);
    g_test_add_func("/picture/sees through to white", test_transparent);
    g_test_add_func("/pyramid/halves", test_pyramid);
    g_test_add_func("/pyramid/neither enlarges nor loses a picture", test_pyramid_ends);
    g_test_add_func("/picture/tells that a PNG moves", test_png_moving);
    return g_test_run();
}
