#include "scanner/decode.h"

#include <string.h>

#include <glib/gstdio.h>

#include "base/limits.h"
#include "base/words.h"
#include "photo.h"
#include "scanner/code.h"
#include "tests/photo/printed.h"

#define WIDTH 640
#define HEIGHT 480
#define EAN "2000000000015"
#define TRACE "81234560000000000017"
#define BOX_URL "https://BOX.EXAMPLE.CN/B/7K3M9QX"

static const struct photo_shot plain = {.seed = 1, .width = WIDTH, .height = HEIGHT};
static const struct photo_shot usual = {.seed = 7,
                                        .width = 960,
                                        .height = 720,
                                        .tilt = 4,
                                        .slant = 0.05,
                                        .blur = 0.8,
                                        .noise = 4,
                                        .light = 0.3};

static GBytes *
photograph(const struct photo_item *items, size_t count, const struct photo_shot *shot,
           const struct photo_file *file)
{
    g_autoptr(GError) error = NULL;
    cairo_surface_t *photo = photo_take(items, count, shot, &error);
    GBytes *bytes;

    g_assert_no_error(error);
    bytes = photo_encode(photo, file, &error);
    g_assert_no_error(error);
    cairo_surface_destroy(photo);
    return bytes;
}

static struct decode *
decode_bytes(GBytes *file)
{
    g_autoptr(GError) error = NULL;
    struct decode *decode = decode_file(file, &error);

    g_assert_no_error(error);
    g_assert_nonnull(decode);
    return decode;
}

static struct decode *
see(const struct photo_item *items, size_t count, const struct photo_shot *shot)
{
    const struct photo_file file = {PHOTO_JPEG, 85, 1};
    g_autoptr(GBytes) bytes = photograph(items, count, shot, &file);

    return decode_bytes(bytes);
}

/* "EAN-13 2000000000015, QR …" in the order of the decode, with | for a separator. */
static char *
list_of(const struct decode *decode)
{
    GString *list = g_string_new(NULL);

    for (size_t i = 0; i < decode->symbols->len; i++) {
        const struct decode_symbol *symbol = decode_symbol_at(decode, i);

        g_assert_cmpuint(strlen(symbol->text), ==, symbol->length);
        g_string_append_printf(list, "%s%s %s", i > 0 ? ", " : "",
                               symbology_name(symbol->symbology), symbol->text);
    }
    return g_strdelimit(g_string_free(list, FALSE), "\x1d", '|');
}

static void
holds(const struct decode *decode, const char *wanted)
{
    g_autofree char *list = list_of(decode);

    g_assert_cmpstr(list, ==, wanted);
    g_assert_cmpuint(decode->findings->len, ==, 0);
}

static void
sees(const struct photo_item *items, size_t count, const struct photo_shot *shot,
     const char *wanted)
{
    struct decode *decode = see(items, count, shot);

    holds(decode, wanted);
    decode_free(decode);
}

/* A pack by itself, straight on and as a hand holds a phone. */
static void
reads(const char *kind, const char *data, const char *wanted)
{
    const struct photo_item item = {kind, data, "布洛芬片"};

    sees(&item, 1, &plain, wanted);
    sees(&item, 1, &usual, wanted);
}

static void
test_retail(void)
{
    reads("ean13", EAN, "EAN-13 " EAN);
    reads("ean13", "6901234567892", "EAN-13 6901234567892");
    reads("ean8", "96385074", "EAN-8 96385074");
    reads("upca", "036000291452", "UPC-A 036000291452");
    reads("upce", "0123450", "UPC-E 01234505");
}

/* An EAN-13 that begins with 0 has the bars of a UPC-A; either way it is the same product. */
static void
test_ean13_with_zero(void)
{
    const struct photo_item item = {"ean13", "0201234567899", "A"};
    struct decode *decode = see(&item, 1, &plain);
    const struct decode_symbol *symbol;
    struct code code;

    holds(decode, "UPC-A 201234567899");
    symbol = decode_symbol_at(decode, 0);
    g_assert_true(code_parse(symbol->text, symbol->length, symbol->symbology, &code, NULL));
    g_assert_cmpstr(code.product, ==, "00201234567899");
    decode_free(decode);
}

/* ISBN and ISSN have symbologies of their own in libzbar; here they are retail codes. */
static void
test_isbn_is_retail(void)
{
    reads("ean13", "9783161484100", "EAN-13 9783161484100");
}

static void
test_code128(void)
{
    reads("code128", TRACE, "Code 128 " TRACE);
    reads("code128", "Lot-7a/B", "Code 128 Lot-7a/B");
    reads("code128-latin1", "D\u00fcsseldorf-7", "Code 128 D\u00fcsseldorf-7"); /* with FNC4 */
}

static void
test_gs1_128(void)
{
    reads("gs1-128", "[01]06901234567892[17]280331[10]AB12[21]X9",
          "GS1-128 01069012345678921728033110AB12|21X9");
    reads("gs1-128", "[10]L7[21]99", "GS1-128 10L7|2199");
}

static void
test_qr(void)
{
    reads("qr", BOX_URL, "QR " BOX_URL);
    reads("qr", "布洛芬片 0.3 g", "QR 布洛芬片 0.3 g");
    reads("qr-gb18030", "阿莫西林胶囊", "QR 阿莫西林胶囊");
    reads("gs1-qr", "[01]06901234567892[10]AB12[21]X9", "GS1 QR 010690123456789210AB12|21X9");
}

static void
test_datamatrix(void)
{
    reads("datamatrix", "Lot-7a/B", "DataMatrix Lot-7a/B");
    reads("gs1-datamatrix", "[01]06901234567892[10]AB12[21]X9",
          "GS1 DataMatrix 010690123456789210AB12|21X9");
}

/* Code 39 and its like are on many packs and say nothing of medicine here. */
static void
test_other_symbologies(void)
{
    const struct photo_item items[] = {{"code39", "ABC-1234", "A"}, {"plain", "", "B"}};

    sees(items, 2, &plain, "");
}

static void
test_several_packs(void)
{
    const struct photo_item items[] = {{"ean13", EAN, "布洛芬片"},
                                       {"code128", TRACE, "感冒灵颗粒"},
                                       {"qr", BOX_URL, "说明"},
                                       {"plain", "", "纱布"},
                                       {"ean8", "96385074", "创可贴"}};
    const struct photo_shot straight = {.seed = 3,
                                        .width = 1600,
                                        .height = 1200,
                                        .module = 3,
                                        .blur = 0.5,
                                        .noise = 3,
                                        .light = 0.2};

    sees(items, 5, &straight, "EAN-13 " EAN ", Code 128 " TRACE ", QR " BOX_URL ", EAN-8 96385074");
}

static void
test_same_code_twice(void)
{
    const struct photo_item items[] = {
        {"ean13", EAN, "A"}, {"ean13", EAN, "A"}, {"qr", "X1", "B"}, {"qr", "X1", "B"}};
    const struct photo_shot straight = {.seed = 5,
                                        .width = 1600,
                                        .height = 1300,
                                        .module = 3.5,
                                        .tilt = 2,
                                        .blur = 0.5,
                                        .noise = 3,
                                        .light = 0.2};
    struct decode *decode = see(items, 4, &straight);
    const struct decode_symbol *one = decode_symbol_at(decode, 0);
    const struct decode_symbol *two = decode_symbol_at(decode, 1);

    holds(decode, "EAN-13 " EAN ", EAN-13 " EAN ", QR X1, QR X1");
    g_assert_cmpint(one->outline[1].x, <, two->outline[0].x);
    decode_free(decode);
}

/* From the printed label to the box it names, beside a pack. */
static void
test_box_label(void)
{
    const struct boxcode made = boxcode_make(UINT64_C(0x123456789abcdef1), BOXCODE_SHORT);
    g_autofree char *path = printed_label(made.text);
    const struct photo_item items[] = {{"label", path, ""}, {"ean13", EAN, "布洛芬片"}};
    const struct photo_shot shot = {.seed = 11,
                                    .width = 1200,
                                    .height = 900,
                                    .module = 3,
                                    .tilt = 3,
                                    .slant = 0.05,
                                    .blur = 0.8,
                                    .noise = 4,
                                    .light = 0.3};
    struct decode *decode = see(items, 2, &shot);
    const struct decode_symbol *symbol = decode_symbol_at(decode, 0);
    struct code code;

    g_assert_cmpuint(decode->symbols->len, ==, 2);
    g_assert_cmpint((int)symbol->symbology, ==, (int)SYMBOLOGY_QR);
    g_assert_true(code_parse(symbol->text, symbol->length, symbol->symbology, &code, NULL));
    g_assert_cmpint((int)code.kind, ==, (int)CODE_BOX);
    g_assert_cmpstr(code.box.text, ==, made.text);
    g_assert_cmpstr(decode_symbol_at(decode, 1)->text, ==, EAN);
    decode_free(decode);
    g_remove(path);
}

static void
same_outline(const struct decode_symbol *a, const struct decode_symbol *b, int slack)
{
    for (int k = 0; k < 4; k++) {
        g_assert_cmpint(ABS(a->outline[k].x - b->outline[k].x), <=, slack);
        g_assert_cmpint(ABS(a->outline[k].y - b->outline[k].y), <=, slack);
    }
}

/* The picture is turned in the file and right when shown: places are those of the shown one. */
static void
test_orientations(void)
{
    const struct photo_item items[] = {{"ean13", EAN, "A"}, {"qr", BOX_URL, "B"}};
    const struct photo_shot shot = {.seed = 2, .width = 900, .height = 500, .module = 2.5};
    struct decode *first = see(items, 2, &shot);

    for (int orientation = 1; orientation <= 8; orientation++) {
        const struct photo_file file = {PHOTO_JPEG, 85, orientation};
        g_autoptr(GBytes) bytes = photograph(items, 2, &shot, &file);
        struct decode *decode = decode_bytes(bytes);

        holds(decode, "EAN-13 " EAN ", QR " BOX_URL);
        g_assert_cmpuint(decode->width, ==, 900);
        g_assert_cmpuint(decode->height, ==, 500);
        same_outline(decode_symbol_at(decode, 0), decode_symbol_at(first, 0), 4);
        same_outline(decode_symbol_at(decode, 1), decode_symbol_at(first, 1), 4);
        decode_free(decode);
    }
    decode_free(first);
}

/* The same without EXIF to say so: a pack lying on its side or upside down; mirrored is no code. */
static void
test_turned_packs(void)
{
    static const char *const kinds[][3] = {{"ean13", EAN, "EAN-13 " EAN},
                                           {"ean8", "96385074", "EAN-8 96385074"},
                                           {"upce", "0123450", "UPC-E 01234505"},
                                           {"code128", TRACE, "Code 128 " TRACE}};

    for (size_t i = 0; i < G_N_ELEMENTS(kinds); i++) {
        const struct photo_item item = {kinds[i][0], kinds[i][1], "A"};
        const struct photo_file file = {PHOTO_PNG, 0, 1};
        g_autoptr(GBytes) bytes = photograph(&item, 1, &plain, &file);

        for (int turn = 1; turn <= 8; turn++) {
            struct picture *picture = picture_load(bytes, LIMIT_PIXELS, NULL, NULL);
            struct decode *decode;

            picture = picture_upright(picture, turn);
            decode = decode_picture(picture);
            holds(decode, kinds[i][2]); /* bars read the same from behind */
            decode_free(decode);
            picture_free(picture);
        }
    }
}

/* Leaning at any angle: lines that run straight cross such bars only in part. */
static void
test_leaning_packs(void)
{
    const struct photo_item item = {"ean13", EAN, "A"};

    for (uint64_t seed = 1; seed <= 9; seed++) {
        const struct photo_shot shot = {.seed = seed,
                                        .width = 900,
                                        .height = 900,
                                        .module = 3,
                                        .tilt = 90,
                                        .blur = 0.5,
                                        .noise = 3};

        sees(&item, 1, &shot, "EAN-13 " EAN);
    }
}

/* Bars from end to end, without the white beside them, from either side. */
static void
test_outlines(void)
{
    static const struct {
        const char *kind, *data;
        int modules;
    } rows[] = {{"ean13", EAN, 95},      {"ean8", "96385074", 67}, {"upca", "036000291452", 95},
                {"upce", "0123450", 51}, {"code128", TRACE, 145},  {"qr", "X1", 21}};
    const struct photo_file file = {PHOTO_PNG, 0, 1};
    const struct photo_shot shot = {.seed = 1, .width = 900, .height = 700, .module = 4};

    for (size_t i = 0; i < G_N_ELEMENTS(rows); i++)
        for (int turn = 1; turn <= 3; turn += 2) {
            const struct photo_item item = {rows[i].kind, rows[i].data, "A"};
            g_autoptr(GBytes) bytes = photograph(&item, 1, &shot, &file);
            struct picture *picture = picture_load(bytes, LIMIT_PIXELS, NULL, NULL);
            struct decode *decode;
            const struct decode_point *outline;
            int high = strcmp(rows[i].kind, "qr") == 0 ? 21 : 40;

            picture = picture_upright(picture, turn);
            decode = decode_picture(picture);
            g_assert_cmpuint(decode->symbols->len, ==, 1);
            outline = decode_symbol_at(decode, 0)->outline;
            g_assert_cmpint(ABS(ABS(outline[1].x - outline[0].x) - 4 * rows[i].modules), <=, 6);
            g_assert_cmpint(ABS(ABS(outline[3].y - outline[0].y) - 4 * high), <=, 10);
            g_assert_true(decode_symbol_at(decode, 0)->quality > 0);
            decode_free(decode);
            picture_free(picture);
        }
}

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

    holds(decode, "");
    g_assert_cmpuint(decode->width, ==, picture->width);
    g_assert_cmpuint(decode->height, ==, picture->height);
    decode_free(decode);
    picture_free(picture);
}

static void
test_blank(void)
{
    static const uint32_t sizes[][2] = {{1, 1},    {2, 1},    {1, 3},       {7, 5},
                                        {3, 2000}, {2000, 3}, {1000, 1000}, {4001, 3}};

    for (size_t i = 0; i < G_N_ELEMENTS(sizes); i++)
        for (int luma = 0; luma < 256; luma += 85)
            shows_nothing(filled(sizes[i][0], sizes[i][1], luma));
}

static const char digits[][8] = {"0001101", "0011001", "0010011", "0111101", "0100011",
                                 "0110001", "0101111", "0111011", "0110111", "0001011"};

/* Digits as bars, 1 for dark: of the sets A, B and C as a letter for each says. */
static void
add_digits(GString *bars, const char *text, const char *sets)
{
    for (size_t i = 0; sets[i] != '\0'; i++)
        for (int k = 0; k < 7; k++) {
            const char *digit = digits[text[i] - '0'];
            bool dark = (sets[i] == 'B' ? digit[6 - k] : digit[k]) == '1';

            g_string_append_c(bars, dark == (sets[i] == 'A') ? '1' : '0');
        }
}

/* Bars three pixels a module, with so much white at both sides. */
static struct picture *
draw_bars(const char *bars, uint32_t margin)
{
    uint32_t modules = (uint32_t)strlen(bars), width = 3 * (modules + 2 * margin);
    struct picture *picture = filled(width, 100, 255);

    for (uint32_t i = 0; i < modules; i++)
        for (uint32_t y = 10; y < 90 && bars[i] == '1'; y++)
            memset(picture->luma + y * width + 3 * (margin + i), 0, 3);
    return picture;
}

static void
shows(const char *bars, uint32_t margin, const char *wanted)
{
    struct picture *picture = draw_bars(bars, margin);
    struct decode *decode = decode_picture(picture);

    holds(decode, wanted);
    decode_free(decode);
    picture_free(picture);
}

static void
test_wrong_check_digit(void)
{
    for (char last = '0'; last <= '9'; last++) {
        char right[] = {'5', '0', '7', last, '\0'};
        g_autoptr(GString) bars = g_string_new("101");

        add_digits(bars, "9638", "AAAA");
        g_string_append(bars, "01010");
        add_digits(bars, right, "CCCC");
        g_string_append(bars, "101");
        shows(bars->str, 15, last == '4' ? "EAN-8 96385074" : "");
    }
}

#define WHITE "00000000000000000000"

/* EAN-13 with a 2 first, whose left half then has the sets AABBAB. */
static void
add_ean13(GString *bars, const char *text)
{
    g_string_append(bars, "101");
    add_digits(bars, text + 1, "AABBAB");
    g_string_append(bars, "01010");
    add_digits(bars, text + 7, "CCCCCC");
    g_string_append(bars, "101");
}

/* Beside each other on the shelf, and of one maker: the left halves are the same. */
static void
test_one_maker(void)
{
    static const char *const others[] = {EAN, "2000000000022", "2000000000039", "2000000123455"};

    for (size_t i = 0; i < G_N_ELEMENTS(others); i++) {
        g_autofree char *wanted = g_strdup_printf("EAN-13 " EAN ", EAN-13 %s", others[i]);
        g_autoptr(GString) bars = g_string_new(NULL);

        add_ean13(bars, EAN);
        g_string_append(bars, WHITE);
        add_ean13(bars, others[i]);
        shows(bars->str, 15, wanted);
    }
}

/* Two codes printed over each other, half as dark each: what is read may be either, or neither. */
static void
test_mixture(void)
{
    static const char *const others[] = {"2000000000022", "2000007000015", "2000000700014"};

    for (size_t i = 0; i < G_N_ELEMENTS(others); i++) {
        g_autoptr(GString) one = g_string_new(NULL), two = g_string_new(NULL);
        struct picture *picture, *other;
        struct decode *decode;

        add_ean13(one, EAN);
        add_ean13(two, others[i]);
        picture = draw_bars(one->str, 15);
        other = draw_bars(two->str, 15);
        for (size_t k = 0; k < (size_t)picture->width * picture->height; k++)
            picture->luma[k] = (uint8_t)((picture->luma[k] + other->luma[k]) / 2);
        decode = decode_picture(picture);
        g_assert_cmpuint(decode->symbols->len, ==, 0);
        g_assert_cmpuint(decode->findings->len, ==, decode->doubtful->len);
        decode_free(decode);
        picture_free(picture);
        picture_free(other);
    }
}

/* One trusted code may be enough, and without effort nothing is read. */
static void
test_options(void)
{
    g_autoptr(GString) bars = g_string_new(NULL);
    struct picture *picture;
    struct decode *decode;

    add_ean13(bars, EAN);
    picture = draw_bars(bars->str, 15);
    decode = decode_with(picture, &(struct decode_options){.first = true});
    holds(decode, "EAN-13 " EAN);
    decode_free(decode);
    decode = decode_with(picture, &(struct decode_options){.effort = 1});
    holds(decode, "");
    decode_free(decode);
    picture_free(picture);
}

/* The second pack stands half behind another thing: it is no second one of the first. */
static void
test_half_a_pack(void)
{
    g_autoptr(GString) bars = g_string_new(NULL);

    add_ean13(bars, EAN);
    g_string_append(bars, WHITE);
    add_ean13(bars, "2000000000022");
    g_string_truncate(bars, 95 + 20 + 60);
    shows(bars->str, 15, "EAN-13 " EAN);
}

/* Of one pack the left half is seen and a bit more, of the next the right one. */
static void
test_halves_of_two_packs(void)
{
    g_autoptr(GString) whole = g_string_new(NULL), both = g_string_new(NULL);

    add_ean13(whole, EAN);
    shows(whole->str, 15, "EAN-13 " EAN);
    g_string_append_len(both, whole->str, 57);
    g_string_append(both, WHITE);
    g_string_append(both, whole->str + 38);
    shows(both->str, 15, "");
}

/* Half of a longer code may look like UPC-E; the white on both sides tells it apart. */
static void
test_upce_margins(void)
{
    static const char *const around[][2] = {
        {"", ""}, {"1011", ""}, {"", "01101"}, {"11010", "01011"}};

    for (size_t i = 0; i < G_N_ELEMENTS(around); i++) {
        g_autoptr(GString) bars = g_string_new(around[i][0]);

        g_string_append(bars, i % 2 == 1 ? "00101" : "101"); /* a space before the guard */
        add_digits(bars, "123450", "BAABBA");
        g_string_append(bars, "010101");
        g_string_append(bars, around[i][1]);
        shows(bars->str, 15, i == 0 ? "UPC-E 01234505" : "");
    }
}

/* Nothing but the code, without the white that belongs around it: none, but nothing wrong either. */
static void
test_no_margin(void)
{
    for (uint32_t margin = 0; margin < 12; margin++) {
        g_autoptr(GString) bars = g_string_new("101");
        struct picture *picture;
        struct decode *decode;

        add_digits(bars, "9638", "AAAA");
        g_string_append(bars, "01010");
        add_digits(bars, "5074", "CCCC");
        g_string_append(bars, "101");
        picture = draw_bars(bars->str, margin);
        decode = decode_picture(picture);
        if (decode->symbols->len > 0 || margin >= 7) {
            const struct decode_point *outline = decode_symbol_at(decode, 0)->outline;

            holds(decode, "EAN-8 96385074");
            g_assert_cmpint(ABS(outline[0].x - 3 * (int)margin), <=, 9);
            g_assert_cmpint(ABS(outline[1].x - 3 * (int)(margin + 67)), <=, 9);
        }
        decode_free(decode);
        picture_free(picture);
    }
}

static void
refuses(const char *bytes, size_t size, const char *part)
{
    g_autoptr(GBytes) file = g_bytes_new(bytes, size);
    g_autoptr(GError) error = NULL;

    g_assert_null(decode_file(file, &error));
    g_assert_error(error, ERR, ERR_INPUT);
    g_assert_nonnull(strstr(error->message, part));
}

#define REFUSES(bytes, part) refuses(bytes, sizeof(bytes) - 1, part)

static void
test_refusals(void)
{
    REFUSES("", "empty");
    REFUSES("GIF89a\x01\0\x01\0", "GIF");
    REFUSES("%PDF-1.7\n", "PDF");
    REFUSES("\0\0\0\x18"
            "ftypheic",
            "HEIC");
    REFUSES("2000000000015", "not a picture");
    REFUSES("\x89PNG\r\n\x1a\n", "PNG picture is damaged");
    REFUSES("\xff\xd8\xff\xe0", "JPEG picture is damaged");
}

/* A frame of 65,500 by 65,500 is refused in words, with its size. */
static void
test_too_large(void)
{
    const struct photo_item item = {"ean13", EAN, "A"};
    const struct photo_file file = {PHOTO_JPEG, 85, 1};
    g_autoptr(GBytes) whole = photograph(&item, 1, &plain, &file);
    gsize size;
    g_autofree char *copy = g_bytes_unref_to_data(g_steal_pointer(&whole), &size);
    gsize at = 0;

    while (memcmp(copy + at, "\xff\xc0\0\x11\x08", 5) != 0)
        g_assert_cmpuint(++at, <, size - 9);
    memcpy(copy + at + 5, "\xff\xdc\xff\xdc", 4);
    refuses(copy, size, "65500 x 65500");
}

/* A file that breaks off behind the code still tells it, and that something is missing. */
static void
test_broken_off(void)
{
    const struct photo_item items[] = {{"ean13", EAN, "A"}, {"plain", "", "B"}};
    const struct photo_shot shot = {
        .seed = 1, .width = 600, .height = 800, .module = 2.5, .noise = 8};
    const struct photo_file file = {PHOTO_JPEG, 90, 1};
    g_autoptr(GBytes) whole = photograph(items, 2, &shot, &file);
    gsize size = g_bytes_get_size(whole);
    g_autoptr(GBytes) late = g_bytes_new_from_bytes(whole, 0, size * 8 / 10);
    struct decode *decode = decode_bytes(late);
    g_autofree char *list = list_of(decode);

    g_assert_cmpstr(list, ==, "EAN-13 " EAN);
    g_assert_cmpuint(decode->findings->len, ==, 1);
    g_assert_cmpint((int)findings_at(decode->findings, 0)->kind, ==, (int)FINDING_PICTURE);
    g_assert_cmpuint(decode->height, ==, 800);
    decode_free(decode);
    refuses(g_bytes_get_data(whole, NULL), size * 3 / 10, "incomplete");
    refuses(g_bytes_get_data(whole, NULL), 300, "incomplete");
}

static void
test_all_forms(void)
{
    const struct photo_item item = {"ean13", EAN, "A"};

    for (enum photo_form form = PHOTO_JPEG; form <= PHOTO_PNG_INTERLACED; form++) {
        const struct photo_file file = {form, 85, 1};
        g_autoptr(GBytes) bytes = photograph(&item, 1, &usual, &file);
        struct decode *decode = decode_bytes(bytes);

        holds(decode, "EAN-13 " EAN);
        decode_free(decode);
    }
    decode_free(NULL);
}

int
main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    words_use(WORDS_EN);
    g_test_add_func("/decode/reads retail codes", test_retail);
    g_test_add_func("/decode/reads EAN-13 with a zero as UPC-A", test_ean13_with_zero);
    g_test_add_func("/decode/reads the code of a book as a retail code", test_isbn_is_retail);
    g_test_add_func("/decode/reads Code 128", test_code128);
    g_test_add_func("/decode/reads GS1-128 with its separators", test_gs1_128);
    g_test_add_func("/decode/reads QR, Chinese and GS1 too", test_qr);
    g_test_add_func("/decode/reads DataMatrix, GS1 too", test_datamatrix);
    g_test_add_func("/decode/leaves other symbologies alone", test_other_symbologies);
    g_test_add_func("/decode/reads several packs in order", test_several_packs);
    g_test_add_func("/decode/tells two packs of one code", test_same_code_twice);
    g_test_add_func("/decode/reads a box label beside a pack", test_box_label);
    g_test_add_func("/decode/obeys all orientations", test_orientations);
    g_test_add_func("/decode/reads packs from every side", test_turned_packs);
    g_test_add_func("/decode/reads leaning packs", test_leaning_packs);
    g_test_add_func("/decode/says where a code is", test_outlines);
    g_test_add_func("/decode/reads every form of file", test_all_forms);
    g_test_add_func("/decode/sees nothing in a blank picture", test_blank);
    g_test_add_func("/decode/trusts no mixture of two codes", test_mixture);
    g_test_add_func("/decode/obeys its options", test_options);
    g_test_add_func("/decode/takes no wrong check digit", test_wrong_check_digit);
    g_test_add_func("/decode/reads two packs of one maker", test_one_maker);
    g_test_add_func("/decode/sees no code in half a pack", test_half_a_pack);
    g_test_add_func("/decode/joins no halves of two packs", test_halves_of_two_packs);
    g_test_add_func("/decode/wants both margins of UPC-E", test_upce_margins);
    g_test_add_func("/decode/bears bars without a margin", test_no_margin);
    g_test_add_func("/decode/refuses what it can't read", test_refusals);
    g_test_add_func("/decode/refuses a picture over the limit", test_too_large);
    g_test_add_func("/decode/reads what is left of a broken file", test_broken_off);
    return g_test_run();
}
