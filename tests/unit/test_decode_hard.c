/* Codes that no plain look reads: small, dim, blurred, bent, light on dark, beside easy ones. */

#include "scanner/decode.h"

#include <inttypes.h>
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "base/limits.h"
#include "base/words.h"
#include "photo.h"
#include "scanner/profile.h"
#include "scanner/retouch.h"
#include "scanner/texture.h"

#define EAN "2000000000015"
#define OTHER "2000000000022"
#define TRACE "81234560000000000017"
#define PAGE 16 /* codes */
#define MANY 24 /* packs */
#define URL "https://www.example.cn/t/L4711?s=20000001"

static struct picture *
photograph(const struct photo_item *items, size_t count, const struct photo_shot *shot)
{
    const struct photo_file file = {PHOTO_JPEG, 85, 1};
    g_autoptr(GError) error = NULL;
    g_autoptr(GBytes) bytes = NULL;
    cairo_surface_t *photo = photo_take(items, count, shot, &error);
    struct picture *picture;

    g_assert_no_error(error);
    bytes = photo_encode(photo, &file, &error);
    g_assert_no_error(error);
    cairo_surface_destroy(photo);
    picture = picture_load(bytes, LIMIT_PIXELS, NULL, &error);
    g_assert_no_error(error);
    return picture;
}

/* What the decode trusts, each code once, with a blank behind it. */
static char *
texts_of(const struct picture *picture)
{
    struct decode *decode = decode_picture(picture);
    GString *texts = g_string_new(NULL);

    for (size_t i = 0; i < decode->symbols->len; i++)
        g_string_append_printf(texts, "%s ", decode_symbol_at(decode, i)->text);
    decode_free(decode);
    return g_strdelimit(g_string_free(texts, FALSE), "\x1d", '|');
}

static void
reads(const struct picture *picture, const char *wanted)
{
    g_autofree char *texts = texts_of(picture);

    g_assert_cmpstr(texts, ==, wanted);
}

/* White bars and squares on a dark pack, of every symbology. */
static void
test_light_on_dark(void)
{
    static const struct {
        struct photo_item item;
        const char *wanted;
    } rows[] = {
        {{"ean13", EAN, "A"}, EAN " "},
        {{"upca", "036000291452", "A"}, "036000291452 "},
        {{"code128", TRACE, "A"}, TRACE " "},
        {{"gs1-128", "[01]06901234567892[10]AB12", "A"}, "010690123456789210AB12 "},
        {{"qr", URL, "A"}, URL " "},
        {{"gs1-datamatrix", "[01]06901234567892[21]X9[17]280331", "A"},
         "010690123456789221X9|17280331 "},
    };
    const struct photo_shot shot = {.seed = 7,
                                    .width = 960,
                                    .height = 720,
                                    .tilt = 4,
                                    .slant = 0.05,
                                    .blur = 0.8,
                                    .noise = 4,
                                    .light = 0.3};

    for (size_t i = 0; i < G_N_ELEMENTS(rows); i++) {
        struct picture *dark_on_light = photograph(&rows[i].item, 1, &shot);
        struct picture *picture = retouch_invert(dark_on_light);

        reads(picture, rows[i].wanted);
        picture_free(picture);
        picture_free(dark_on_light);
    }
}

/* Of a few tries, how many are read; the others must be silent, not wrong. */
static int
count_read(const struct photo_item *item, const struct photo_shot *shot, int tries)
{
    int read = 0;

    for (int i = 0; i < tries; i++) {
        struct photo_shot own = *shot;
        struct picture *picture;
        g_autofree char *texts = NULL;

        own.seed = (uint64_t)i + 1;
        picture = photograph(item, 1, &own);
        texts = texts_of(picture);
        if (*texts != '\0') {
            g_assert_true(g_str_has_prefix(texts, item->data));
            read++;
        }
        picture_free(picture);
    }
    return read;
}

#define AWAY 600     /* pixels above the picture where the bars meet */
#define FAN_BARS 150 /* pixels of bars on either side of the middle */

/* Bars and gaps of three pixels in the middle row, which run to one point above. */
static struct picture *
fanned_bars(void)
{
    struct picture *picture = picture_new(600, 400);

    for (int y = 0; y < 400; y++)
        for (int x = 0; x < 600; x++) {
            double at = (x - 300.0) * (AWAY + 200) / (AWAY + y);
            bool bar = fabs(at) < FAN_BARS && (int)floor((at + 300) / 3) % 2 == 0;

            picture->luma[y * 600 + x] = bar ? 30 : 220;
        }
    return picture;
}

static int
swings_along(const struct picture *picture, double fan)
{
    struct profile *profile = profile_new();
    struct profile_line line = {.x = 120,
                                .y = 200,
                                .dx = 1,
                                .length = 360,
                                .mean = 31,
                                .per_pixel = 2,
                                .fan = fan,
                                .square = 180};
    int swings;

    g_assert_true(profile_clip(&line, picture));
    profile_sample(profile, picture, &line);
    swings = profile_count_swings(profile, 0.5);
    profile_free(profile);
    return swings;
}

/* Lines beside each other are averaged along the bars, which keeps the outer ones apart. */
static void
test_fan(void)
{
    struct picture *picture = fanned_bars();
    struct texture texture;
    struct texture_bars found[TEXTURE_MOST];
    int all = 2 * FAN_BARS / 3;

    texture_measure(&texture, picture, 1);
    g_assert_cmpint(texture_find_bars(&texture, 0.6, 20, found), ==, 1);
    g_test_message("fan %f square %f; %d %d %d", found[0].fan, found[0].square,
                   swings_along(picture, found[0].fan), swings_along(picture, 0),
                   swings_along(picture, -found[0].fan));
    g_assert_cmpfloat(fabs(fabs(found[0].fan) - 1.0 / (AWAY + 200)), <, 0.1 / (AWAY + 200));
    g_assert_cmpfloat(fabs(found[0].square - 300), <, 10);
    g_assert_cmpint(swings_along(picture, found[0].fan), >=, all - 4);
    g_assert_cmpint(swings_along(picture, 0), <, all - 20);
    g_assert_cmpint(swings_along(picture, -found[0].fan), <, all - 20);
    texture_clear(&texture);
    picture_free(picture);
}

static void
test_steep(void)
{
    static const struct {
        struct photo_item item;
        int least;
    } rows[] = {{{"ean13", EAN, "A"}, 2}, {{"code128", TRACE, "A"}, 3}};
    const struct photo_shot shot = {.width = 1600,
                                    .height = 1200,
                                    .module = 3,
                                    .tilt = 180,
                                    .slant = 0.5,
                                    .blur = 0.9,
                                    .noise = 8,
                                    .light = 0.3,
                                    .sensor = true};

    for (size_t i = 0; i < G_N_ELEMENTS(rows); i++)
        g_assert_cmpint(count_read(&rows[i].item, &shot, 3), >=, rows[i].least);
}

/* Grain that is stronger than its edges: smoothed in a crop. */
static void
test_grainy_matrix(void)
{
    const struct photo_item item = {"datamatrix", "L4711-20000001-AB", "复方氨酚烷胺片"};
    const struct photo_shot shot = {.width = 1280,
                                    .height = 960,
                                    .module = 3,
                                    .tilt = 30,
                                    .noise = 11,
                                    .light = 0.4,
                                    .dim = 0.65,
                                    .sensor = true};

    g_assert_cmpint(count_read(&item, &shot, 4), >=, 4);
}

/* A strip of the code gone, print in its white margins, a bar misprinted: silence, or the truth. */
static void
test_flaws(void)
{
    static const struct {
        struct photo_item item;
        int least;
    } rows[] = {
        {{"ean13 torn", EAN, "A"}, 0},           {{"ean8 torn", "20000011", "A"}, 0},
        {{"code128 torn", TRACE, "A"}, 0},       {{"ean13 crowded", EAN, "A"}, 0},
        {{"code128 crowded", TRACE, "A"}, 0},    {{"ean13 misprinted", EAN, "A"}, 0},
        {{"code128 misprinted", TRACE, "A"}, 0}, {{"qr torn", URL, "A"}, 2},
        {{"qr crowded", URL, "A"}, 3},           {{"ean13 light", EAN, "A"}, 3},
    };
    const struct photo_shot shot = {
        .width = 480, .height = 360, .tilt = 20, .slant = 0.1, .blur = 0.8, .noise = 4};

    for (size_t i = 0; i < G_N_ELEMENTS(rows); i++)
        g_assert_cmpint(count_read(&rows[i].item, &shot, 3), >=, rows[i].least);
}

/* By its grid: before that, fewer than half of these were read. */
static void
test_hard_qr(void)
{
    static const struct photo_shot shots[] = {
        {.module = 1.7, .blur = 0.8, .noise = 4, .slant = 0.1},
        {.module = 3, .blur = 1, .noise = 8, .dim = 0.7, .sensor = true},
        {.module = 3.4, .blur = 1.9, .noise = 4},
        {.module = 3, .blur = 0.8, .noise = 4, .curve = 1},
        {.module = 3, .blur = 0.6, .noise = 4, .motion = 4.5},
    };
    const struct photo_item item = {"qr", URL, "复方氨酚烷胺片"};

    for (size_t i = 0; i < G_N_ELEMENTS(shots); i++) {
        struct photo_shot shot = shots[i];

        shot.width = 960;
        shot.height = 720;
        shot.tilt = 30;
        shot.light = 0.3;
        g_test_message("kind %zu", i);
        g_assert_cmpint(count_read(&item, &shot, 3), >=, 3);
    }
}

/* An outline that a grid gives lies where the code does, however it was read. */
static void
test_outline(void)
{
    const struct photo_item item = {"qr", URL, "A"};
    struct photo_shot shot = {.seed = 3, .width = 960, .height = 720, .module = 3, .tilt = 20};
    struct picture *sharp = photograph(&item, 1, &shot), *blurred;
    struct decode *one = decode_picture(sharp), *two;

    shot.blur = 1.7;
    blurred = photograph(&item, 1, &shot);
    two = decode_picture(blurred);
    g_assert_cmpuint(one->symbols->len, ==, 1);
    g_assert_cmpuint(two->symbols->len, ==, 1);
    for (int i = 0; i < 4; i++) {
        struct decode_point a = decode_symbol_at(one, 0)->outline[i];
        struct decode_point b = decode_symbol_at(two, 0)->outline[i];

        g_assert_cmpint(abs(a.x - b.x), <=, 8);
        g_assert_cmpint(abs(a.y - b.y), <=, 8);
    }
    decode_free(one);
    decode_free(two);
    picture_free(sharp);
    picture_free(blurred);
}

/* Two pictures of one width, one above the other. */
static struct picture *
above(const struct picture *upper, const struct picture *lower)
{
    struct picture *both = picture_new(upper->width, upper->height + lower->height);
    size_t size = (size_t)upper->width * upper->height;

    memcpy(both->luma, upper->luma, size);
    memcpy(both->luma + size, lower->luma, (size_t)lower->width * lower->height);
    return both;
}

/* A code that takes all steps by itself is read beside one that takes the first. */
static void
test_hard_beside_easy(void)
{
    static const struct {
        struct photo_item item;
        struct photo_shot shot;
    } rows[] = {
        {{"qr", URL, "A"}, {.seed = 2, .module = 3.4, .blur = 1.9}},
        {{"ean13", OTHER, "A"}, {.seed = 20, .module = 2, .motion = 6, .noise = 5}},
        {{"gs1-datamatrix", "[01]06901234567892[21]X9[17]280331", "A"},
         {.seed = 2, .module = 3.4, .blur = 1.5}},
    };
    const struct photo_item easy = {"ean13", EAN, "A"};
    const struct photo_shot plain = {.seed = 1, .width = 800, .height = 600};
    struct picture *upper = photograph(&easy, 1, &plain);

    for (size_t i = 0; i < G_N_ELEMENTS(rows); i++) {
        struct photo_shot shot = rows[i].shot;
        struct picture *lower, *both;
        g_autofree char *alone = NULL, *wanted = NULL;

        shot.width = 800;
        shot.height = 600;
        shot.tilt = 8;
        lower = photograph(&rows[i].item, 1, &shot);
        alone = texts_of(lower);
        g_test_message("row %zu: %s", i, alone);
        g_assert_cmpstr(alone, !=, "");
        both = above(upper, lower);
        wanted = g_strconcat(EAN " ", alone, NULL);
        reads(both, wanted);
        picture_free(both);
        picture_free(lower);
    }
    picture_free(upper);
}

/* A page of labels, scanned: more codes than places are looked at one by one. */
static void
test_page(void)
{
    const struct photo_shot shot = {.seed = 5, .width = 1240, .height = 1754, .module = 2};
    struct photo_item items[PAGE];
    g_autoptr(GPtrArray) data = g_ptr_array_new_with_free_func(g_free);
    struct decode *decode;
    struct picture *page;

    for (size_t i = 0; i < PAGE; i++) {
        g_ptr_array_add(data, g_strdup_printf("HTTPS://BOX.EXAMPLE.CN/B/K7M2QX%zu", i));
        items[i] = (struct photo_item){"qr", data->pdata[i], "A"};
    }
    page = photograph(items, PAGE, &shot);
    decode = decode_picture(page);
    g_assert_cmpuint(decode->symbols->len, ==, PAGE);
    decode_free(decode);
    picture_free(page);
}

/* A shelf of cartons, whose writing catches the eye more than their codes do. */
static void
test_shelf_of_codes(void)
{
    const struct photo_shot shot = {
        .seed = 5, .width = 3000, .height = 2200, .module = 2.2, .tilt = 8, .blur = 0.9};
    struct photo_item items[PAGE];
    g_autoptr(GPtrArray) data = g_ptr_array_new_with_free_func(g_free);
    struct decode *decode;
    struct picture *shelf;

    for (size_t i = 0; i < PAGE; i++) {
        g_ptr_array_add(data, g_strdup_printf(URL "%zu", i));
        items[i] = (struct photo_item){"qr", data->pdata[i], "复方氨酚烷胺片"};
    }
    shelf = photograph(items, PAGE, &shot);
    decode = decode_picture(shelf);
    g_assert_cmpuint(decode->symbols->len, ==, PAGE);
    decode_free(decode);
    picture_free(shelf);
}

/* So many modules that a crop made smaller loses them. */
static void
test_large_qr(void)
{
    g_autofree char *many = g_strnfill(420, '7');
    g_autofree char *text = g_strconcat(URL, "/a/B/", many, NULL);
    const struct photo_item item = {"qr", text, "复方氨酚烷胺片"};
    const struct photo_shot shot = {.width = 1600,
                                    .height = 1200,
                                    .module = 2.2,
                                    .tilt = 40,
                                    .slant = 0.2,
                                    .blur = 1.1,
                                    .noise = 5,
                                    .light = 0.3,
                                    .sensor = true};

    g_assert_cmpint(count_read(&item, &shot, 6), >=, 6);
}

/* On a blister's foil, whose streaks and edge are as strong as the code's. */
static void
test_foil(void)
{
    const struct photo_item item = {"gs1-datamatrix foil",
                                    "[01]06901234567892[21]200000010017[17]280331[10]L4711001",
                                    "复方氨酚烷胺片"};
    const char *wanted = "010690123456789221200000010017|1728033110L4711001 ";

    for (uint64_t seed = 1; seed <= 5; seed++) {
        const struct photo_shot shot = {.seed = seed,
                                        .width = 1280,
                                        .height = 960,
                                        .module = 3.4,
                                        .tilt = 40,
                                        .blur = 0.7,
                                        .noise = 4,
                                        .light = 0.2,
                                        .glare = 0.4,
                                        .sensor = true};
        struct picture *picture = photograph(&item, 1, &shot);

        g_test_message("seed %d", (int)seed);
        reads(picture, wanted);
        picture_free(picture);
    }
}

/* In the dark beside bright light, and where a shadow's edge runs across it. */
static void
test_shadow(void)
{
    const struct photo_item item = {"qr", URL, "复方氨酚烷胺片"};
    const struct photo_shot shot = {.width = 1280,
                                    .height = 960,
                                    .module = 2.4,
                                    .tilt = 60,
                                    .slant = 0.3,
                                    .blur = 0.9,
                                    .noise = 5,
                                    .light = 0.5,
                                    .shadow = 0.8,
                                    .sensor = true};

    g_assert_cmpint(count_read(&item, &shot, 12), >=, 11);
}

/* A table full of packs, more than places that are tried in vain, each with a code of its own. */
static void
test_many_packs(void)
{
    const struct photo_shot shot = {.seed = 6,
                                    .width = 3200,
                                    .height = 2400,
                                    .module = 2.6,
                                    .tilt = 8,
                                    .slant = 0.05,
                                    .blur = 0.8,
                                    .noise = 4,
                                    .light = 0.5};
    struct photo_item items[MANY];
    g_autoptr(GPtrArray) data = g_ptr_array_new_with_free_func(g_free);
    struct picture *table;
    struct decode *decode;

    for (size_t i = 0; i < MANY; i++) {
        g_ptr_array_add(data, g_strdup_printf("%012" PRIu64, 200000000000 + i * UINT64_C(3141592)));
        items[i] = (struct photo_item){"ean13", data->pdata[i], "A"};
    }
    table = photograph(items, MANY, &shot);
    decode = decode_picture(table);
    g_assert_cmpuint(decode->symbols->len, ==, MANY);
    for (size_t i = 0; i < MANY; i++)
        g_assert_true(g_str_has_prefix(decode_symbol_at(decode, i)->text, items[i].data));
    g_assert_cmpuint(decode->findings->len, ==, 0);
    decode_free(decode);
    picture_free(table);
}

/* A code that no one can read beside one that is read: whoever counts packs must know of it. */
static void
test_more_codes(void)
{
    const struct photo_shot shot = {
        .seed = 3, .width = 1600, .height = 800, .module = 3, .blur = 0.6, .noise = 3};
    const struct photo_item items[] = {{"ean13", EAN, "A"}, {"ean13 misprinted", OTHER, "B"}};
    struct picture *picture = photograph(items, G_N_ELEMENTS(items), &shot);
    struct decode *decode = decode_picture(picture);

    g_assert_cmpuint(decode->symbols->len, ==, 1);
    g_assert_cmpstr(decode_symbol_at(decode, 0)->text, ==, EAN);
    g_assert_cmpuint(decode->findings->len, ==, 1);
    g_assert_cmpstr(findings_at(decode->findings, 0)->text, ==,
                    "There seem to be more codes: photograph the rest closer.");
    decode_free(decode);
    picture_free(picture);
}

int
main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    words_use(WORDS_EN);
    g_test_add_func("/decode/averages bars that fan out along them", test_fan);
    g_test_add_func("/decode/reads bars seen from far aside", test_steep);
    g_test_add_func("/decode/reads DataMatrix in grain", test_grainy_matrix);
    g_test_add_func("/decode/never misreads torn, crowded and misprinted codes", test_flaws);
    g_test_add_func("/decode/reads light codes on dark packs", test_light_on_dark);
    g_test_add_func("/decode/reads QR that is small, dim, blurred, bent or moved", test_hard_qr);
    g_test_add_func("/decode/says where a grid is", test_outline);
    g_test_add_func("/decode/reads a hard code beside an easy one", test_hard_beside_easy);
    g_test_add_func("/decode/reads a page of codes", test_page);
    g_test_add_func("/decode/reads all codes of a shelf", test_shelf_of_codes);
    g_test_add_func("/decode/reads QR of many modules", test_large_qr);
    g_test_add_func("/decode/reads DataMatrix on foil", test_foil);
    g_test_add_func("/decode/reads QR in shadows", test_shadow);
    g_test_add_func("/decode/reads a table full of packs", test_many_packs);
    g_test_add_func("/decode/says that there are more codes", test_more_codes);
    return g_test_run();
}
