#include "tests/bench/scanner/corpus.h"

#include <string.h>

#include "base/limits.h"
#include "photo.h"
#include "tests/bench/scanner/thing.h"

/*
 * What a class's things are: which kinds (thing.h), how many at most and their flaws. Each effect is
 * at its most; what a row leaves out is as usual.
 */
static const struct class
{
    const char *group, *name, *kinds, *flaws;
    int items, quality;
    struct photo_shot shot;
} classes[] = {
    {"EAN",
     "EAN near",
     "eeu8",
     "",
     1,
     80,
     {.width = 1600, .height = 1200, .module = 3, .tilt = 8, .blur = 1, .barrel = 0.03}},
    {"EAN",
     "EAN any way",
     "e",
     "",
     1,
     75,
     {.module = 2.2,
      .tilt = 180,
      .slant = 0.2,
      .blur = 1.2,
      .noise = 6,
      .light = 0.4,
      .barrel = 0.03}},
    {"EAN",
     "EAN unfocused",
     "e",
     "",
     1,
     85,
     {.width = 640,
      .height = 480,
      .module = 2.6,
      .tilt = 10,
      .blur = 0.8,
      .noise = 4,
      .defocus = 3.4}},
    {"EAN",
     "EAN blurred",
     "e",
     "",
     1,
     80,
     {.width = 1600, .height = 1200, .module = 3, .tilt = 10, .blur = 2.6}},
    {"EAN", "EAN moved", "e", "", 1, 80, {.module = 2.6, .tilt = 10, .blur = 0.7, .motion = 7}},
    {"EAN", "EAN far", "eeu", "", 1, 80, {.module = 1.1, .blur = 0.6, .noise = 4}},
    {"EAN",
     "EAN dim",
     "e",
     "",
     1,
     60,
     {.module = 2, .tilt = 10, .blur = 1, .noise = 14, .light = 0.5, .dim = 0.75}},
    {"EAN",
     "EAN bottle",
     "e",
     "",
     1,
     80,
     {.module = 2.6, .light = 0.4, .curve = 1.2, .glare = 0.7}},
    {"EAN", "EAN dirty", "e", "", 1, 80, {.blur = 0.8, .dirt = 150}},
    {"EAN",
     "EAN 12 MP",
     "e",
     "",
     1,
     85,
     {.width = 4000, .height = 3000, .module = 3.2, .blur = 2, .noise = 6, .light = 0.4}},
    {"EAN", "EAN steep", "e", "", 1, 60, {.tilt = 180, .slant = 0.6, .blur = 1.1, .noise = 8}},
    {"EAN", "EAN tight", "eeu8", "tight", 1, 75, {.tilt = 25}},
    {"EAN", "EAN light ink", "eeu", "light", 1, 75, {.tilt = 25}},
    {"EAN", "EAN scuffed", "e", "scuffed", 1, 75, {.tilt = 25}},
    {"EAN", "EAN coarse", "eeu", "", 1, 12, {.module = 1.9, .tilt = 25, .blur = 0.8, .noise = 7}},
    {"EAN",
     "EAN wretched",
     "e",
     "",
     1,
     25,
     {.module = 2.0,
      .tilt = 45,
      .slant = 0.3,
      .blur = 1.3,
      .noise = 12,
      .light = 0.6,
      .dim = 0.7,
      .motion = 3,
      .defocus = 1.2,
      .glare = 0.6,
      .dirt = 60}},
    {"Code 128",
     "trace webcam",
     "t",
     "",
     1,
     75,
     {.height = 720, .module = 1.6, .tilt = 10, .blur = 0.8}},
    {"Code 128", "trace blurred", "ttg", "", 1, 80, {.tilt = 10, .blur = 1.8}},
    {"Code 128", "trace moved", "ttl", "", 1, 80, {.tilt = 10, .blur = 0.7, .motion = 6}},
    {"Code 128",
     "trace dim",
     "ttg",
     "",
     1,
     60,
     {.module = 1.9, .tilt = 10, .blur = 0.8, .noise = 12, .light = 0.5, .dim = 0.7, .glare = 0.3}},
    {"Code 128",
     "trace 12 MP",
     "t",
     "",
     1,
     85,
     {.width = 4000, .height = 3000, .module = 2.6, .blur = 1.6, .noise = 6, .light = 0.4}},
    {"Code 128",
     "trace any way",
     "ttg",
     "",
     1,
     60,
     {.module = 2, .tilt = 180, .slant = 0.3, .blur = 1, .noise = 8, .light = 0.4}},
    {"Code 128", "trace bottle", "ttl", "", 1, 75, {.curve = 1.1, .glare = 0.7}},
    {"Code 128", "trace dirty", "t", "", 1, 75, {.module = 2.2, .dirt = 150}},
    {"Code 128", "trace far", "t", "", 1, 80, {.module = 1.05, .blur = 0.6, .noise = 4}},
    {"Code 128", "trace light ink", "tg", "light", 1, 75, {.module = 2.2, .tilt = 25}},
    {"Code 128",
     "trace coarse",
     "ttg",
     "",
     1,
     12,
     {.module = 1.8, .tilt = 25, .blur = 0.8, .noise = 7}},
    {"QR",
     "label",
     "b",
     "",
     1,
     80,
     {.width = 1600,
      .height = 1200,
      .module = 3,
      .tilt = 15,
      .slant = 0.2,
      .blur = 1.5,
      .light = 0.4,
      .barrel = 0.03}},
    {"QR", "QR small", "q", "", 1, 80, {.module = 1.7, .tilt = 180, .blur = 0.8}},
    {"QR", "QR blurred", "q", "", 1, 80, {.module = 3, .tilt = 20, .blur = 2, .defocus = 1.6}},
    {"QR",
     "QR high",
     "Q",
     "",
     1,
     80,
     {.module = 2.6, .tilt = 15, .slant = 0.15, .blur = 1, .barrel = 0.05}},
    {"QR",
     "QR bent",
     "q",
     "",
     1,
     80,
     {.module = 3, .tilt = 30, .slant = 0.2, .blur = 1, .light = 0.4, .curve = 1.45}},
    {"QR", "QR aslant", "q", "", 1, 80, {.module = 3, .tilt = 180, .slant = 0.9, .light = 0.4}},
    {"QR",
     "QR glare",
     "q",
     "",
     1,
     80,
     {.module = 3, .tilt = 30, .slant = 0.2, .light = 0.8, .glare = 1}},
    {"QR",
     "QR dim",
     "q",
     "",
     1,
     60,
     {.module = 2.2, .tilt = 30, .slant = 0.2, .blur = 1, .noise = 13, .light = 0.6, .dim = 0.8}},
    {"QR", "QR moved", "q", "", 1, 80, {.module = 3, .tilt = 20, .blur = 0.6, .motion = 6}},
    {"QR", "QR dirty", "q", "", 1, 80, {.module = 3, .tilt = 30, .blur = 0.8, .dirt = 150}},
    {"QR",
     "QR far, 12 MP",
     "q",
     "",
     1,
     85,
     {.width = 4000, .height = 3000, .tilt = 20, .blur = 1, .noise = 6, .light = 0.4}},
    {"QR", "QR light ink", "q", "light", 1, 75, {.module = 3, .tilt = 30}},
    {"QR", "QR crowded", "q", "crowded", 1, 75, {.module = 3, .tilt = 30}},
    {"QR", "QR coarse", "q", "", 1, 12, {.tilt = 30, .blur = 0.8, .noise = 7}},
    {"QR", "QR tiny", "q", "", 1, 85, {.module = 1.25, .tilt = 30, .blur = 0.5, .noise = 4}},
    {"QR",
     "QR wretched",
     "q",
     "",
     1,
     25,
     {.module = 2.6,
      .tilt = 180,
      .slant = 0.5,
      .blur = 1.2,
      .noise = 12,
      .light = 0.6,
      .dim = 0.7,
      .motion = 3,
      .defocus = 1.2,
      .glare = 0.6,
      .dirt = 60}},
    {"DataMatrix", "DM near", "d", "", 1, 80, {.module = 4, .tilt = 20, .blur = 1.2}},
    {"DataMatrix", "DM small", "d", "", 1, 80, {.module = 2.2, .tilt = 20, .blur = 1}},
    {"DataMatrix",
     "DM any way",
     "d",
     "",
     1,
     75,
     {.module = 3, .tilt = 180, .slant = 0.3, .blur = 1, .noise = 6}},
    {"DataMatrix",
     "DM dim",
     "d",
     "",
     1,
     60,
     {.module = 3, .tilt = 30, .noise = 12, .light = 0.5, .dim = 0.7}},
    {"DataMatrix", "DM blurred", "d", "", 1, 80, {.module = 3, .tilt = 20, .blur = 1.7}},
    {"several",
     "box and packs",
     "betg",
     "",
     4,
     85,
     {.width = 4000, .height = 3000, .module = 3, .blur = 1.4, .light = 0.4}},
    {"several",
     "packs thrown",
     "eetu8q",
     "",
     5,
     80,
     {.width = 2000, .height = 1500, .module = 2.2, .tilt = 60, .light = 0.4}},
    {"none",
     "nothing",
     "pp3",
     "",
     4,
     80,
     {.module = 2.6, .tilt = 40, .slant = 0.2, .blur = 1, .noise = 6, .light = 0.4, .dirt = 60}},
    {"none",
     "no codes of ours",
     "39ci",
     "",
     4,
     75,
     {.tilt = 40, .slant = 0.2, .blur = 1, .noise = 6}},
    {"none", "lookalikes", "x", "", 3, 75, {.tilt = 40, .slant = 0.2, .blur = 1, .noise = 6}},
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

static void
set_usual(double *effect, double usual)
{
    if (*effect <= 0)
        *effect = usual;
}

/* Half of each effect at least, and anything up to all of it. */
static struct photo_shot
vary(const struct photo_shot *most, uint64_t *random)
{
    struct photo_shot shot = *most;
    double *effects[] = {&shot.blur,    &shot.noise,  &shot.light, &shot.dim,
                         &shot.defocus, &shot.motion, &shot.curve, &shot.glare};

    if (shot.width == 0)
        shot.width = 1280;
    if (shot.height == 0)
        shot.height = 960;
    set_usual(&shot.module, 2.4);
    set_usual(&shot.tilt, 12);
    set_usual(&shot.slant, 0.1);
    set_usual(&shot.blur, 0.9);
    set_usual(&shot.noise, 5);
    set_usual(&shot.light, 0.3);
    shot.sensor = true;
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
    GStringChunk *texts = g_string_chunk_new(1024);
    uint64_t random = seed * UINT64_C(1000003) + number;
    int count = class->items < 3 ? class->items
                                 : 2 + (int)(photo_random(&random) % (uint64_t)(class->items - 1));

    *shot = (struct corpus_shot){0};
    for (int i = 0; i < count; i++) {
        size_t pick = (size_t)(photo_random(&random) % strlen(class->kinds));
        char kind = class->kinds[i == 0 ? 0 : pick], *text;

        if (class->items == 1)
            kind = class->kinds[pick];
        if (kind == 'b' && i > 0)
            kind = 'e';
        if (kind == 'b') {
            items[i] = (struct photo_item){"label", label, ""};
            text = g_strdup(label_text);
        } else {
            text = thing_make(kind, class->flaws, &random, texts, &items[i]);
        }
        if (text != NULL)
            shot->expected[shot->count++] = text;
    }
    shot->picture = photograph(items, count, class, camera, &random);
    g_string_chunk_free(texts);
}

void
corpus_clear(struct corpus_shot *shot)
{
    for (int i = 0; i < shot->count; i++)
        g_free(shot->expected[i]);
    picture_free(shot->picture);
}
