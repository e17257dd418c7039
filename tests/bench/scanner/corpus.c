#include "tests/bench/scanner/corpus.h"

#include <string.h>

#include "base/limits.h"
#include "photo.h"

/* What a class's codes are: which kinds, and how many things at most; each effect at its most. */
static const struct class
{
    const char *group, *name, *kinds; /* one letter a kind; see make_item() */
    int items, quality;
    struct photo_shot shot;
} classes[] = {
    {"EAN",
     "EAN near",
     "eeu8",
     1,
     80,
     {.width = 1600,
      .height = 1200,
      .module = 3,
      .tilt = 8,
      .slant = 0.1,
      .blur = 1,
      .noise = 5,
      .light = 0.3,
      .barrel = 0.03,
      .sensor = true}},
    {"EAN",
     "EAN any way",
     "e",
     1,
     75,
     {.width = 1280,
      .height = 960,
      .module = 2.2,
      .tilt = 180,
      .slant = 0.2,
      .blur = 1.2,
      .noise = 6,
      .light = 0.4,
      .barrel = 0.03,
      .sensor = true}},
    {"EAN",
     "EAN unfocused",
     "e",
     1,
     85,
     {.width = 640,
      .height = 480,
      .module = 2.6,
      .tilt = 10,
      .slant = 0.1,
      .blur = 0.8,
      .noise = 4,
      .light = 0.3,
      .defocus = 3.4,
      .sensor = true}},
    {"EAN",
     "EAN blurred",
     "e",
     1,
     80,
     {.width = 1600,
      .height = 1200,
      .module = 3,
      .tilt = 10,
      .slant = 0.1,
      .blur = 2.6,
      .noise = 5,
      .light = 0.3,
      .sensor = true}},
    {"EAN",
     "EAN moved",
     "e",
     1,
     80,
     {.width = 1280,
      .height = 960,
      .module = 2.6,
      .tilt = 10,
      .slant = 0.1,
      .blur = 0.7,
      .noise = 5,
      .light = 0.3,
      .motion = 7,
      .sensor = true}},
    {"EAN",
     "EAN far",
     "eeu",
     1,
     80,
     {.width = 1280,
      .height = 960,
      .module = 1.1,
      .tilt = 12,
      .slant = 0.1,
      .blur = 0.6,
      .noise = 4,
      .light = 0.3,
      .sensor = true}},
    {"EAN",
     "EAN dim",
     "e",
     1,
     60,
     {.width = 1280,
      .height = 960,
      .module = 2,
      .tilt = 10,
      .slant = 0.1,
      .blur = 1,
      .noise = 14,
      .light = 0.5,
      .dim = 0.75,
      .sensor = true}},
    {"EAN",
     "EAN bottle",
     "e",
     1,
     80,
     {.width = 1280,
      .height = 960,
      .module = 2.6,
      .tilt = 12,
      .slant = 0.1,
      .blur = 0.9,
      .noise = 5,
      .light = 0.4,
      .curve = 1.2,
      .glare = 0.7,
      .sensor = true}},
    {"EAN",
     "EAN dirty",
     "e",
     1,
     80,
     {.width = 1280,
      .height = 960,
      .module = 2.4,
      .tilt = 12,
      .slant = 0.1,
      .blur = 0.8,
      .noise = 5,
      .light = 0.3,
      .dirt = 150,
      .sensor = true}},
    {"EAN",
     "EAN 12 MP",
     "e",
     1,
     85,
     {.width = 4000,
      .height = 3000,
      .module = 3.2,
      .tilt = 12,
      .slant = 0.1,
      .blur = 2,
      .noise = 6,
      .light = 0.4,
      .sensor = true}},
    {"Code 128",
     "trace webcam",
     "t",
     1,
     75,
     {.width = 1280,
      .height = 720,
      .module = 1.6,
      .tilt = 10,
      .slant = 0.1,
      .blur = 0.8,
      .noise = 5,
      .light = 0.3,
      .sensor = true}},
    {"Code 128",
     "trace blurred",
     "ttg",
     1,
     80,
     {.width = 1280,
      .height = 960,
      .module = 2.4,
      .tilt = 10,
      .slant = 0.1,
      .blur = 1.8,
      .noise = 5,
      .light = 0.3,
      .sensor = true}},
    {"Code 128",
     "trace moved",
     "ttl",
     1,
     80,
     {.width = 1280,
      .height = 960,
      .module = 2.4,
      .tilt = 10,
      .slant = 0.1,
      .blur = 0.7,
      .noise = 5,
      .light = 0.3,
      .motion = 6,
      .sensor = true}},
    {"Code 128",
     "trace dim",
     "ttg",
     1,
     60,
     {.width = 1280,
      .height = 960,
      .module = 1.9,
      .tilt = 10,
      .slant = 0.1,
      .blur = 0.8,
      .noise = 12,
      .light = 0.5,
      .dim = 0.7,
      .glare = 0.3,
      .sensor = true}},
    {"Code 128",
     "trace 12 MP",
     "t",
     1,
     85,
     {.width = 4000,
      .height = 3000,
      .module = 2.6,
      .tilt = 12,
      .slant = 0.1,
      .blur = 1.6,
      .noise = 6,
      .light = 0.4,
      .sensor = true}},
    {"QR",
     "label",
     "b",
     1,
     80,
     {.width = 1600,
      .height = 1200,
      .module = 3,
      .tilt = 15,
      .slant = 0.2,
      .blur = 1.5,
      .noise = 5,
      .light = 0.4,
      .barrel = 0.03,
      .sensor = true}},
    {"QR",
     "QR small",
     "q",
     1,
     80,
     {.width = 1280,
      .height = 960,
      .module = 1.7,
      .tilt = 180,
      .slant = 0.1,
      .blur = 0.8,
      .noise = 5,
      .light = 0.3,
      .sensor = true}},
    {"QR",
     "QR blurred",
     "q",
     1,
     80,
     {.width = 1280,
      .height = 960,
      .module = 3,
      .tilt = 20,
      .slant = 0.1,
      .blur = 2,
      .noise = 5,
      .light = 0.3,
      .defocus = 1.6,
      .sensor = true}},
    {"QR",
     "QR high",
     "Q",
     1,
     80,
     {.width = 1280,
      .height = 960,
      .module = 2.6,
      .tilt = 15,
      .slant = 0.15,
      .blur = 1,
      .noise = 5,
      .light = 0.3,
      .barrel = 0.05,
      .sensor = true}},
    {"QR",
     "QR bent",
     "q",
     1,
     80,
     {.width = 1280,
      .height = 960,
      .module = 3,
      .tilt = 30,
      .slant = 0.2,
      .blur = 1,
      .noise = 5,
      .light = 0.4,
      .curve = 1.45,
      .sensor = true}},
    {"QR",
     "QR aslant",
     "q",
     1,
     80,
     {.width = 1280,
      .height = 960,
      .module = 3,
      .tilt = 180,
      .slant = 0.9,
      .blur = 0.9,
      .noise = 5,
      .light = 0.4,
      .sensor = true}},
    {"QR",
     "QR glare",
     "q",
     1,
     80,
     {.width = 1280,
      .height = 960,
      .module = 3,
      .tilt = 30,
      .slant = 0.2,
      .blur = 0.9,
      .noise = 5,
      .light = 0.8,
      .glare = 1,
      .sensor = true}},
    {"QR",
     "QR dim",
     "q",
     1,
     60,
     {.width = 1280,
      .height = 960,
      .module = 2.2,
      .tilt = 30,
      .slant = 0.2,
      .blur = 1,
      .noise = 13,
      .light = 0.6,
      .dim = 0.8,
      .sensor = true}},
    {"QR",
     "QR moved",
     "q",
     1,
     80,
     {.width = 1280,
      .height = 960,
      .module = 3,
      .tilt = 20,
      .slant = 0.1,
      .blur = 0.6,
      .noise = 5,
      .light = 0.3,
      .motion = 6,
      .sensor = true}},
    {"QR",
     "QR dirty",
     "q",
     1,
     80,
     {.width = 1280,
      .height = 960,
      .module = 3,
      .tilt = 30,
      .slant = 0.1,
      .blur = 0.8,
      .noise = 5,
      .light = 0.3,
      .dirt = 150,
      .sensor = true}},
    {"QR",
     "QR far, 12 MP",
     "q",
     1,
     85,
     {.width = 4000,
      .height = 3000,
      .module = 2.4,
      .tilt = 20,
      .slant = 0.1,
      .blur = 1,
      .noise = 6,
      .light = 0.4,
      .sensor = true}},
    {"DataMatrix",
     "DM near",
     "d",
     1,
     80,
     {.width = 1280,
      .height = 960,
      .module = 4,
      .tilt = 20,
      .slant = 0.1,
      .blur = 1.2,
      .noise = 5,
      .light = 0.3,
      .sensor = true}},
    {"DataMatrix",
     "DM small",
     "d",
     1,
     80,
     {.width = 1280,
      .height = 960,
      .module = 2.2,
      .tilt = 20,
      .slant = 0.1,
      .blur = 1,
      .noise = 5,
      .light = 0.3,
      .sensor = true}},
    {"several",
     "box and packs",
     "betg",
     4,
     85,
     {.width = 4000,
      .height = 3000,
      .module = 3,
      .tilt = 12,
      .slant = 0.1,
      .blur = 1.4,
      .noise = 5,
      .light = 0.4,
      .sensor = true}},
    {"several",
     "packs thrown",
     "eetu8q",
     5,
     80,
     {.width = 2000,
      .height = 1500,
      .module = 2.2,
      .tilt = 60,
      .slant = 0.1,
      .blur = 0.9,
      .noise = 5,
      .light = 0.4,
      .sensor = true}},
    {"none",
     "nothing",
     "pp3",
     4,
     80,
     {.width = 1280,
      .height = 960,
      .module = 2.6,
      .tilt = 40,
      .slant = 0.2,
      .blur = 1,
      .noise = 6,
      .light = 0.4,
      .dirt = 60,
      .sensor = true}},
};

size_t
corpus_classes(void)
{
    return G_N_ELEMENTS(classes);
}

const char *
corpus_class(size_t number)
{
    return classes[number].name;
}

const char *
corpus_group(size_t number)
{
    return classes[number].group;
}

static char *
digits(uint64_t *random, const char *head, size_t count)
{
    GString *text = g_string_new(head);

    while (text->len < count)
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
long_text(uint64_t *random)
{
    GString *text = g_string_new("HTTPS://CODE.EXAMPLE.CN/");
    size_t length = 150 + photo_random(random) % 500;

    while (text->len < length)
        g_string_append_c(text,
                          "ABCDEFGHKMNPQRSTVWXYZ0123456789abcdef/-."[photo_random(random) % 40]);
    return g_string_free(text, FALSE);
}

/* One thing of a kind that a letter names; false for things without a code. */
static bool
make_item(char kind, uint64_t *random, struct photo_item *item, char **expected)
{
    g_autofree char *lot = digits(random, "L", 7), *serial = digits(random, "", 12);
    g_autofree char *gtin = with_check(digits(random, "0690", 13));

    item->name = "复方氨酚烷胺片";
    switch (kind) {
    case 'e':
        item->kind = "ean13";
        item->data = with_check(digits(random, "69", 12));
        break;
    case '8':
        item->kind = "ean8";
        item->data = with_check(digits(random, "6", 7));
        break;
    case 'u':
        item->kind = "upca";
        item->data = with_check(digits(random, "4", 11));
        break;
    case 't':
        item->kind = "code128";
        item->data = digits(random, "8", 20);
        break;
    case 'l':
        item->kind = "code128";
        item->data = g_strdup_printf("%s-%.3s/b", lot, serial);
        break;
    case 'q':
        item->kind = "qr";
        item->data = g_strdup_printf("https://www.example.cn/t/%s?s=%s", lot, serial);
        break;
    case 'Q':
        item->kind = "qr";
        item->data = long_text(random);
        break;
    case 'd':
        item->kind = "gs1-datamatrix";
        item->data = g_strdup_printf("[01]%s[21]%s[17]280331[10]%s", gtin, serial, lot);
        *expected = g_strdup_printf("01%s21%s\x1d"
                                    "1728033110%s",
                                    gtin, serial, lot);
        return true;
    case 'g':
        item->kind = "gs1-128";
        item->data = g_strdup_printf("[01]%s[17]280331[10]%s", gtin, lot);
        *expected = g_strdup_printf("01%s1728033110%s", gtin, lot);
        return true;
    case '3':
        item->kind = "code39";
        item->data = g_strdup("MADE-IN-CN");
        return false;
    default:
        item->kind = "plain";
        item->data = g_strdup("");
        return false;
    }
    *expected = g_strdup(item->data);
    return true;
}

/* Half of each effect at least, and anything up to all of it. */
static struct photo_shot
vary(const struct photo_shot *most, uint64_t *random)
{
    struct photo_shot shot = *most;
    double *effects[] = {&shot.blur,    &shot.noise,  &shot.light, &shot.dim,
                         &shot.defocus, &shot.motion, &shot.curve, &shot.glare};

    shot.seed = photo_random(random);
    shot.module *= 1 + 0.4 * photo_uniform(random);
    for (size_t i = 0; i < G_N_ELEMENTS(effects); i++)
        *effects[i] *= 0.5 + 0.5 * photo_uniform(random);
    shot.dirt = (int)(shot.dirt * (0.5 + 0.5 * photo_uniform(random)));
    return shot;
}

static struct picture *
photograph(const struct photo_item *items, int count, const struct class *class,
           const struct corpus_camera *camera, uint64_t *random)
{
    struct photo_shot shot = vary(&class->shot, random);
    struct photo_file file = {PHOTO_JPEG, camera->quality > 0 ? camera->quality : class->quality,
                              1};
    g_autoptr(GError) error = NULL;
    g_autoptr(GBytes) bytes = NULL;
    cairo_surface_t *photo;
    struct picture *picture;

    if (camera->width > 0) {
        shot.height = camera->width * shot.height / shot.width;
        shot.width = camera->width;
    }
    photo = photo_take(items, (size_t)count, &shot, &error);

    if (photo == NULL) { /* too large for the picture: as large as fits */
        g_clear_error(&error);
        shot.module = 0;
        photo = photo_take(items, (size_t)count, &shot, &error);
    }
    g_assert_no_error(error);
    bytes = photo_encode(photo, &file, &error);
    cairo_surface_destroy(photo);
    picture = picture_load(bytes, LIMIT_PIXELS, NULL, &error);
    g_assert_no_error(error);
    return picture;
}

void
corpus_take(size_t number, uint64_t seed, const struct corpus_camera *camera, const char *label,
            const char *label_text, struct corpus_shot *shot)
{
    const struct class *class = &classes[number];
    struct photo_item items[CORPUS_CODES];
    char *data[CORPUS_CODES] = {NULL};
    uint64_t random = seed * UINT64_C(1000003) + number;
    int count = class->items < 3 ? class->items
                                 : 2 + (int)(photo_random(&random) % (uint64_t)(class->items - 1));

    *shot = (struct corpus_shot){0};
    for (int i = 0; i < count; i++) {
        size_t pick = (size_t)(photo_random(&random) % strlen(class->kinds));
        char kind = class->kinds[i == 0 ? 0 : pick];

        if (class->items == 1)
            kind = class->kinds[pick];
        if (kind == 'b' && i > 0)
            kind = 'e';
        if (kind == 'b') {
            items[i] = (struct photo_item){"label", label, ""};
            shot->expected[shot->count++] = g_strdup(label_text);
        } else if (make_item(kind, &random, &items[i], &shot->expected[shot->count])) {
            shot->count++;
        }
        data[i] = kind == 'b' ? NULL : (char *)(guintptr)items[i].data;
    }
    shot->picture = photograph(items, count, class, camera, &random);
    for (int i = 0; i < count; i++)
        g_free(data[i]);
}

void
corpus_clear(struct corpus_shot *shot)
{
    for (int i = 0; i < shot->count; i++)
        g_free(shot->expected[i]);
    picture_free(shot->picture);
}
