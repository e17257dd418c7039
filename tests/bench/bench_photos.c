/*
 * How many codes of generated shelf photos are read, how many wrong ones come up, and at what cost
 * in CPU time, beside libzbar run once over the whole picture with the same symbologies.
 * Usage: bench_photos [PHOTOS_A_ROW [SEED]]
 */

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <zbar.h>

#include "base/limits.h"
#include "photo.h"
#include "scanner/decode.h"
#include "tests/bench/timing.h"

#define PHOTOS 25
#define ITEMS 6

/* A kind of photo: each value is the most that occurs in the row. */
static const struct row {
    const char *name;
    int items;
    struct photo_shot shot;
    int quality;
} rows[] = {
    {"12 MP, near", 4, {0, 4000, 3000, 4.0, 3, 0.05, 1.5, 4, 0.3}, 90},
    {"12 MP, far", 6, {0, 4000, 3000, 2.0, 3, 0.05, 0.9, 4, 0.3}, 90},
    {"5 MP, shelf", 6, {0, 2592, 1944, 0.0, 4, 0.08, 1.2, 5, 0.4}, 85},
    {"2 MP, webcam", 3, {0, 1600, 1200, 2.2, 4, 0.05, 0.9, 6, 0.4}, 75},
    {"2 MP, soft", 3, {0, 1600, 1200, 3.0, 4, 0.05, 2.0, 4, 0.4}, 80},
    {"2 MP, dark", 3, {0, 1600, 1200, 2.5, 4, 0.05, 0.8, 20, 0.8}, 60},
    {"2 MP, turned", 3, {0, 1600, 1200, 2.5, 25, 0.15, 0.8, 5, 0.4}, 80},
    {"2 MP, tiny", 4, {0, 1600, 1200, 1.4, 3, 0.03, 0.6, 4, 0.3}, 85},
};

static const char *const kinds[] = {"ean13", "ean13", "code128", "ean8", "upca", "gs1-128", "qr"};

struct score {
    int wanted, read, wrong, doubted;
    double cpu;
};

/* A scene with random codes; expected are the texts that a reader should give. */
struct scene {
    struct photo_item items[ITEMS];
    char *data[ITEMS], *expected[ITEMS];
    int count;
};

static char *
digits(uint64_t *random, const char *head, int count)
{
    GString *text = g_string_new(head);

    while (text->len < (size_t)count)
        g_string_append_c(text, (char)('0' + photo_random(random) % 10));
    return g_string_free(text, FALSE);
}

static char *
with_check(char *body)
{
    int sum = 0, weight = 3;
    char *all;

    for (size_t i = strlen(body); i-- > 0; weight = 4 - weight)
        sum += weight * (body[i] - '0');
    all = g_strdup_printf("%s%d", body, (10 - sum % 10) % 10);
    g_free(body);
    return all;
}

static char *
make_data(const char *kind, uint64_t *random)
{
    g_autofree char *lot = digits(random, "L", 7);
    g_autofree char *gtin = with_check(digits(random, "029", 13));

    if (strcmp(kind, "ean13") == 0)
        return with_check(digits(random, "2", 12));
    if (strcmp(kind, "ean8") == 0)
        return with_check(digits(random, "2", 7));
    if (strcmp(kind, "upca") == 0)
        return with_check(digits(random, "4", 11));
    if (strcmp(kind, "code128") == 0)
        return digits(random, "8", 20);
    if (strcmp(kind, "gs1-128") == 0)
        return g_strdup_printf("[01]%s[17]280331[10]%s", gtin, lot);
    return g_strdup_printf("HTTPS://BOX.EXAMPLE.CN/B/%s", lot);
}

static char *
without_brackets(const char *data)
{
    GString *text = g_string_new(data);

    g_string_replace(text, "[", "", 0);
    g_string_replace(text, "]", "", 0);
    return g_string_free(text, FALSE);
}

static void
make_scene(struct scene *scene, int most, uint64_t *random)
{
    scene->count = 1 + (int)(photo_random(random) % (uint64_t)most);
    for (int i = 0; i < scene->count; i++) {
        const char *kind = kinds[photo_random(random) % G_N_ELEMENTS(kinds)];

        scene->data[i] = make_data(kind, random);
        scene->expected[i] = without_brackets(scene->data[i]);
        scene->items[i] = (struct photo_item){kind, scene->data[i], "复方氨酚烷胺片"};
    }
}

static void
clear_scene(struct scene *scene)
{
    for (int i = 0; i < scene->count; i++) {
        g_free(scene->data[i]);
        g_free(scene->expected[i]);
    }
}

/* Takes a text off what is still expected. */
static void
count_text(struct score *score, const struct scene *scene, bool *seen, const char *text)
{
    for (int i = 0; i < scene->count; i++)
        if (!seen[i] && strcmp(text, scene->expected[i]) == 0) {
            seen[i] = true;
            score->read++;
            return;
        }
    score->wrong++;
}

static void
score_ours(struct score *score, const struct scene *scene, const struct picture *picture)
{
    double start = timing_cpu();
    struct decode *decode = decode_picture(picture);
    bool seen[ITEMS] = {false};

    score->cpu += timing_cpu() - start;
    for (size_t i = 0; i < decode->symbols->len; i++)
        count_text(score, scene, seen, decode_symbol_at(decode, i)->text);
    score->wanted += scene->count;
    score->doubted += (int)decode->findings->len;
    decode_free(decode);
}

static void
score_plain(struct score *score, const struct scene *scene, const struct picture *picture)
{
    static const zbar_symbol_type_t types[] = {ZBAR_EAN13, ZBAR_EAN8,    ZBAR_UPCA,
                                               ZBAR_UPCE,  ZBAR_CODE128, ZBAR_QRCODE};
    double start = timing_cpu();
    zbar_image_scanner_t *scanner = zbar_image_scanner_create();
    zbar_image_t *image = zbar_image_create();
    bool seen[ITEMS] = {false};

    zbar_image_scanner_set_config(scanner, ZBAR_NONE, ZBAR_CFG_ENABLE, 0);
    for (size_t i = 0; i < G_N_ELEMENTS(types); i++)
        zbar_image_scanner_set_config(scanner, types[i], ZBAR_CFG_ENABLE, 1);
    zbar_image_set_format(image, zbar_fourcc('Y', '8', '0', '0'));
    zbar_image_set_size(image, picture->width, picture->height);
    zbar_image_set_data(image, picture->luma, (size_t)picture->width * picture->height, NULL);
    zbar_scan_image(scanner, image);
    score->cpu += timing_cpu() - start;
    for (const zbar_symbol_t *found = zbar_image_first_symbol(image); found != NULL;
         found = zbar_symbol_next(found))
        count_text(score, scene, seen, zbar_symbol_get_data(found));
    zbar_image_destroy(image);
    zbar_image_scanner_destroy(scanner);
}

/* Half of each effect at least, and anything up to all of it. */
static struct photo_shot
vary(const struct photo_shot *most, uint64_t *random)
{
    struct photo_shot shot = *most;

    shot.seed = photo_random(random);
    shot.module *= 1 + 0.5 * photo_uniform(random);
    shot.blur *= 0.5 + 0.5 * photo_uniform(random);
    shot.noise *= 0.5 + 0.5 * photo_uniform(random);
    shot.light *= 0.5 + 0.5 * photo_uniform(random);
    return shot;
}

static struct picture *
photograph(const struct scene *scene, const struct row *row, uint64_t *random)
{
    struct photo_shot shot = vary(&row->shot, random);
    struct photo_file file = {PHOTO_JPEG, row->quality, 1};
    g_autoptr(GError) error = NULL;
    g_autoptr(GBytes) bytes = NULL;
    cairo_surface_t *photo = photo_take(scene->items, (size_t)scene->count, &shot, &error);
    struct picture *picture;

    if (photo == NULL) { /* too large for the picture: as large as fits */
        g_clear_error(&error);
        shot.module = 0;
        photo = photo_take(scene->items, (size_t)scene->count, &shot, &error);
    }
    g_assert_no_error(error);
    bytes = photo_encode(photo, &file, &error);
    cairo_surface_destroy(photo);
    picture = picture_load(bytes, LIMIT_PIXELS, NULL, &error);
    g_assert_no_error(error);
    return picture;
}

static void
print_row(const char *name, int photos, const struct score *ours, const struct score *plain)
{
    printf("%-14s %6d %6d %5d/%d %8d %7.0f %9d/%d %7.0f\n", name, photos, ours->wanted, ours->read,
           ours->wrong, ours->doubted, ours->cpu * 1000 / photos, plain->read, plain->wrong,
           plain->cpu * 1000 / photos);
}

static void
add(struct score *sum, const struct score *score)
{
    sum->wanted += score->wanted;
    sum->read += score->read;
    sum->wrong += score->wrong;
    sum->doubted += score->doubted;
    sum->cpu += score->cpu;
}

int
main(int argc, char **argv)
{
    int photos = argc > 1 ? atoi(argv[1]) : PHOTOS;
    uint64_t random = argc > 2 ? strtoull(argv[2], NULL, 10) : 1;
    struct score ours_all = {0}, plain_all = {0};

    printf("%-14s %6s %6s %7s %8s %7s %11s %7s\n", "", "photos", "codes", "ok/bad", "doubtful",
           "CPU ms", "zbar ok/bad", "CPU ms");
    for (size_t r = 0; r < G_N_ELEMENTS(rows); r++) {
        struct score ours = {0}, plain = {0};

        for (int i = 0; i < photos; i++) {
            struct scene scene;
            struct picture *picture;

            make_scene(&scene, rows[r].items, &random);
            picture = photograph(&scene, &rows[r], &random);
            score_ours(&ours, &scene, picture);
            score_plain(&plain, &scene, picture);
            picture_free(picture);
            clear_scene(&scene);
        }
        print_row(rows[r].name, photos, &ours, &plain);
        add(&ours_all, &ours);
        add(&plain_all, &plain);
    }
    print_row("all", photos * (int)G_N_ELEMENTS(rows), &ours_all, &plain_all);
    return 0;
}
